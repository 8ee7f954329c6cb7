//! A claim of a finder on characters of a block, and how several are made disjoint.

use crate::Fact;
use std::{cmp::Reverse, collections::BTreeMap, ops::Range};

/// A claim on characters `start..end` of a block.
#[derive(Debug, Clone)]
pub(crate) struct Claim {
    pub(crate) start: usize,
    pub(crate) end: usize,
    pub(crate) fact: Fact,
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
