//! Names of bodies and places that no table holds, before what they belong to.

use super::{
    LEFT, Passage, UNITS,
    cores::Core,
    edge,
    tables::{Part, Use},
};
use crate::{
    lexicon::{Table, TableSet},
    text::is_han,
};

/// Characters of a body's name that no table holds.
const UNKNOWN: usize = 10;

impl Passage<'_> {
    /// The start of a place's name of two or three characters that no table holds, before its level at `at`.
    pub(super) fn place(self, at: usize, floor: usize) -> Option<usize> {
        const WORDS: TableSet =
            TableSet::of(&[Table::NameWords, Table::Offices, Table::Tenures, Table::Bodies]);
        for len in 1..=3 {
            let start = at.checked_sub(len).filter(|&s| s >= floor)?;
            if !is_han(self.get(start)) || self.stops(start + 1) {
                return None;
            }
            let before = self.before(start);
            let clear = start == floor
                || !is_han(before) && !before.is_ascii_digit()
                || self.stops(start)
                || self.ends(start, UNITS).any(|e| start - e.at >= 2);
            if len >= 2 && clear {
                let word = self.starts(start, WORDS).any(|e| e.at > start + 1);
                return (!word).then_some(start);
            }
        }
        None
    }

    /// The start of a name that no table holds, before the head of a body at `at`: it runs up to a place, a level, or
    /// the edge of a phrase.
    pub(super) fn unknown(self, at: usize, floor: usize) -> Option<usize> {
        let mut start = at;
        while start > floor && at - start < UNKNOWN {
            let c = self.before(start);
            if !(is_han(c) || c.is_ascii_alphabetic()) {
                return (at - start >= 2 && edge(c)).then_some(start);
            }
            if self.stops(start) {
                return None;
            }
            if matches!(c, '电' | '讯') && at - start >= 2 {
                return Some(start);
            }
            if start < at {
                let unit = self.ends(start, UNITS).filter(|e| start - e.at >= 2).last();
                if let Some(entry) = unit.filter(|e| e.at >= floor) {
                    let known = entry.table != Table::Bodies
                        || self.tables().bodies[entry.row as usize].part != Part::Topic;
                    if known {
                        return Some(start);
                    }
                    start = entry.at;
                    continue;
                }
            }
            start -= 1;
        }
        (start == 0 && at >= 2).then_some(start)
    }

    /// Whether the unknown words before a bare office read as a name rather than as a body's: 赵副局长.
    pub(super) fn named_before(self, core: Core, at: usize, floor: usize) -> bool {
        at + 2 >= core.start
            && self.office(core).place == Use::After
            && self
                .names()
                .before(at, floor, &|_, _| false)
                .is_some_and(|n| n.weight >= if edge(self.before(n.start)) { LEFT } else { LEFT + 4 })
    }
}
