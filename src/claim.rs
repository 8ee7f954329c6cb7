//! A claim of a finder on characters of a block, and how several are made disjoint.

use crate::Fact;
use std::{cmp::Reverse, ops::Range};

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
    let apart = |claims: &[T]| claims.windows(2).all(|pair| place(&pair[0]).end <= place(&pair[1]).start);
    if apart(claims) {
        return;
    }
    claims.sort_by_key(|c| place(c).start);
    if apart(claims) {
        return;
    }
    let first = claims.first().map_or(0, |c| place(c).start);
    claims.sort_by_key(|c| (Reverse(place(c).len()), place(c).start, rank(c)));
    // The characters that are taken. What was taken is as long as what comes, or longer, so that both ends tell whether they meet.
    let mut taken: Vec<bool> = Vec::new();
    claims.retain(|c| {
        let (start, last) = (place(c).start - first, place(c).end.saturating_sub(first + 1));
        let free = ![start, last].iter().any(|&at| taken.get(at).is_some_and(|&taken| taken));
        if free {
            taken.resize(taken.len().max(last + 1), false);
            taken[start..=last].fill(true);
        }
        free
    });
    claims.sort_by_key(|c| place(c).start);
}
