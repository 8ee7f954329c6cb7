//! Overlaps: the longest claim wins, of equally long ones the earliest, then the kind that comes first.

use crate::kind::Candidate;

/// Leaves disjoint candidates, in the order of the text.
pub(crate) fn settle(candidates: &mut Vec<Candidate>) {
    candidates.retain(|c| c.start < c.end);
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
