//! Overlaps: the longest claim wins, of equally long ones the earliest, then the kind that comes first.

use crate::{Kind, kind::Candidate};

/// Leaves disjoint candidates, in the order of the text.
pub(crate) fn settle(candidates: &mut Vec<Candidate>) {
    candidates.retain(|c| c.start < c.end);
    drop_names_that_are_dates(candidates);
    candidates.sort_by(|a, b| {
        let len = |c: &Candidate| c.end - c.start;
        len(b).cmp(&len(a)).then(a.start.cmp(&b.start)).then(a.fact.kind().cmp(&b.fact.kind()))
    });
    let mut taken: std::collections::BTreeMap<usize, usize> = std::collections::BTreeMap::new();
    candidates.retain(|c| {
        let free = taken.range(..c.end).next_back().is_none_or(|(_, &end)| end <= c.start);
        if free {
            taken.insert(c.start, c.end);
        }
        free
    });
    candidates.sort_by_key(|c| c.start);
}

/// 总统周一访问…: where a date stands in the place of a name, there is no name.
fn drop_names_that_are_dates(candidates: &mut Vec<Candidate>) {
    let mut dates: Vec<(usize, usize)> =
        candidates.iter().filter(|c| c.fact.kind() == Kind::Date).map(|c| (c.start, c.end)).collect();
    dates.sort_unstable();
    candidates.retain(|c| {
        let inside = |&(start, end): &(usize, usize)| start > c.start && end <= c.end && c.end - end <= 2;
        c.fact.kind() != Kind::Official
            || !dates[dates.partition_point(|d| d.0 <= c.start)..]
                .iter()
                .take_while(|d| d.0 < c.end)
                .any(inside)
    });
}
