//! Overlaps: the longest claim wins, of equally long ones the earliest, then the kind that comes first.

use crate::{Kind, kind::Candidate};
use std::{cmp::Reverse, collections::BTreeMap, ops::Range};

/// Leaves disjoint candidates, in the order of the text.
pub(crate) fn settle(candidates: &mut Vec<Candidate>) {
    candidates.retain(|c| c.start < c.end);
    drop_names_that_are_dates(candidates);
    disjoint(candidates, |c| c.start..c.end, |c| c.fact.kind());
}

/// Leaves disjoint claims, in the order of the text: the longest win, of equally long ones the earliest, then those of
/// the lowest rank, then those that come first.
pub(crate) fn disjoint<T, R: Ord>(
    claims: &mut Vec<T>,
    place: impl Fn(&T) -> Range<usize>,
    rank: impl Fn(&T) -> R,
) {
    claims.sort_by_key(|c| place(c).start);
    if claims.windows(2).all(|pair| place(&pair[0]).end <= place(&pair[1]).start) {
        return;
    }
    claims.sort_by_key(|c| (Reverse(place(c).len()), place(c).start, rank(c)));
    let mut taken: BTreeMap<usize, usize> = BTreeMap::new();
    claims.retain(|c| {
        let Range { start, end } = place(c);
        let free = taken.range(..end).next_back().is_none_or(|(_, &end)| end <= start);
        if free {
            taken.insert(start, end);
        }
        free
    });
    claims.sort_by_key(|c| place(c).start);
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
