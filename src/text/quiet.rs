//! Where nothing ends: what stands in one clause or sentence asks for its ends again and again.

use std::cell::Cell;

/// The start and end of places of a block at which nothing of a sort ends, as far as they were looked at.
#[derive(Debug, Default)]
pub(crate) struct Quiet(Cell<(usize, usize)>);

impl Quiet {
    /// What is known around a place.
    fn around(&self, at: usize) -> (usize, usize) {
        let (start, end) = self.0.get();
        if start <= at && at <= end { (start, end) } else { (at, at) }
    }

    /// The last place before `at` where something ends, from `floor` on.
    #[inline]
    pub(crate) fn last(&self, floor: usize, at: usize, ends: impl Fn(usize) -> bool) -> Option<usize> {
        let (start, end) = self.0.get();
        let known = start <= at && floor <= end;
        // What lies between the known places and this one makes them one stretch, or begins another.
        if known && let Some(last) = (end..at).rev().find(|&at| ends(at)) {
            self.0.set((last + 1, at));
            return Some(last);
        }
        let (start, end) = if known { (start, end.max(at)) } else { (at, at) };
        let last = (floor..start).rev().find(|&at| ends(at));
        self.0.set((last.map_or(floor, |last| last + 1).min(start), end));
        last
    }

    /// The first place from `at` on where something ends, before `ceiling`.
    #[inline]
    pub(crate) fn first(&self, at: usize, ceiling: usize, ends: impl Fn(usize) -> bool) -> Option<usize> {
        let (start, end) = self.around(at);
        let first = (end..ceiling).find(|&at| ends(at));
        self.0.set((start, first.unwrap_or(ceiling).max(end)));
        first
    }

    /// Knows nothing, of another block.
    pub(crate) fn forget(&mut self) {
        self.0.take();
    }
}

#[cfg(test)]
mod tests {
    use super::Quiet;
    use proptest::prelude::*;

    proptest! {
        /// Whatever was asked before, the answer is that of a look at all places.
        #[test]
        fn what_is_remembered_changes_nothing(
            signs in proptest::collection::vec(prop::bool::weighted(0.2), 40),
            asked in proptest::collection::vec((0..40_usize, 0..12_usize), 1..20),
        ) {
            let quiet = Quiet::default();
            for (at, reach) in asked {
                let (floor, ceiling) = (at.saturating_sub(reach), (at + reach).min(signs.len()));
                prop_assert_eq!(quiet.last(floor, at, |i| signs[i]), (floor..at).rev().find(|&i| signs[i]));
                prop_assert_eq!(quiet.first(at, ceiling, |i| signs[i]), (at..ceiling).find(|&i| signs[i]));
            }
        }
    }
}
