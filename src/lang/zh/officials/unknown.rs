//! Names of bodies and places that no table holds, before what they belong to.

use super::{
    cores::Core,
    passage::{Passage, edge},
    tables::{BODIES, BodyPart, UNITS, Use},
    weights::{BODY, LEFT},
};
use crate::{
    lang::zh::{guard::OfficialClass, word_parts::WordPart},
    lexicon::{Table, TableSet},
    text::is_han,
};

/// Characters of a body's name that no table holds.
const UNKNOWN: usize = 12;
/// Characters of a foreign place's name.
const FOREIGN: usize = 8;

impl Passage<'_> {
    /// The start of a place's name that no table holds, before its level at `at`.
    pub(super) fn place(self, at: usize, floor: usize) -> Option<usize> {
        if self.verb_before(at) {
            return None;
        }
        const WORDS: TableSet =
            TableSet::of(&[Table::NameWords, Table::Words, Table::Offices, Table::Tenures, Table::Bodies]);
        if let Some(start) = self.foreign_place(at, floor) {
            return Some(start);
        }
        for len in 1..=3 {
            let start = at.checked_sub(len).filter(|&s| s >= floor)?;
            if !is_han(self.get(start)) || self.stops(start + 1) {
                return None;
            }
            if len >= 2 && (start == floor || self.begins(start)) {
                let word = self.starts(start, WORDS).any(|e| e.at > start + 1);
                // 当地|渊东里: no name begins inside a word.
                const COMMON: TableSet = TableSet::of(&[Table::NameWords, Table::Words]);
                let cut = start > floor && self.starts(start - 1, COMMON).any(|e| e.at == start + 1);
                return (!word && !cut).then_some(start);
            }
        }
        None
    }

    /// A place's name that is spelt by its sound: 别尔哥罗德|州.
    fn foreign_place(self, at: usize, floor: usize) -> Option<usize> {
        let sound = |i: usize| self.names().sounds(self.before(i));
        let mut start = at;
        while start > floor
            && at - start < FOREIGN
            && sound(start) > 0
            && (start == at || !self.begins(start))
        {
            start -= 1;
        }
        // 别|尔德罗夫: the first character may be one of other words too.
        if start > floor
            && at - start >= 3
            && !self.begins(start)
            && sound(start) >= -2
            && self.edge_at(start - 1, floor)
        {
            start -= 1;
        }
        (at - start >= 3 && (start == floor || self.begins(start))).then_some(start)
    }

    /// Whether a phrase begins at `at`.
    fn edge_at(self, at: usize, floor: usize) -> bool {
        at == floor || edge(self.before(at)) || self.stops(at)
    }

    /// Whether a name may begin at `start`: after a sign, a word of the sentence, a place or a body.
    fn begins(self, start: usize) -> bool {
        let before = self.before(start);
        !is_han(before) && !before.is_ascii_digit()
            || self.stops(start)
            || self.ends(start, UNITS).any(|e| start - e.at >= 2)
            || self.verb_before(start)
    }

    /// Whether a verb or a word of the sentence ends before `at`, which is no part of a body's name.
    pub(super) fn verb_before(self, at: usize) -> bool {
        const WORDS: TableSet = TableSet::of(&[Table::NameWords, Table::Words]);
        const NOUNS: TableSet = TableSet::of(&[Table::Offices, Table::Bodies]);
        self.ends(at, WORDS).any(|e| {
            at - e.at >= 2 && self.names().is_verb(e) && !self.ends(at, NOUNS).any(|noun| noun.at == e.at)
        })
    }

    /// The start of a name that no table holds, before the head of a body at `at`: it runs up to a place, a level, a
    /// verb, or the edge of a phrase.
    pub(super) fn unknown(self, at: usize, floor: usize) -> Option<usize> {
        let mut start = at;
        while start > floor && at - start < UNKNOWN {
            let c = self.before(start);
            let long = at - start >= 2;
            if !(is_han(c) || c.is_ascii_alphabetic()) {
                return (long && edge(c)).then_some(start);
            }
            if let Some(inside) = self.guarded(start, OfficialClass::Inside).filter(|&i| i >= floor) {
                start = inside;
                continue;
            }
            if self.stops(start) {
                return long.then_some(start);
            }
            if long && self.sign(start, WordPart::Wire) {
                return Some(start);
            }
            let unit = self.ends(start, UNITS).filter(|e| start - e.at >= 2 && e.at >= floor).last();
            if let Some(entry) = unit.filter(|_| start < at) {
                if entry.table != Table::Bodies
                    || self.tables().bodies[entry.row as usize].part != BodyPart::Topic
                {
                    return Some(start);
                }
                start = entry.at;
                continue;
            }
            if long && (self.is_level(start) || self.verb_before(start)) {
                return Some(start);
            }
            start -= 1;
        }
        (start == 0 && at >= 2).then_some(start)
    }

    /// Whether the character before `at` is a level by itself: 区 in 区卫健局.
    pub(super) fn is_level(self, at: usize) -> bool {
        self.officials.parts.levels.has(self.before(at))
            && self.guarded(at, OfficialClass::Unlevel).is_none()
            && self.begins(at - 1)
    }

    /// What stands before the conjunction at `at` inside a body's name, if that is no name of a person and no body by
    /// itself: 食物|及卫生局.
    pub(super) fn joined_before(self, at: usize, floor: usize) -> Option<usize> {
        let entry = self.ends(at, UNITS).filter(|e| at - e.at >= 2 && e.at >= floor).last();
        if let Some(entry) = entry {
            let topic = entry.table == Table::Bodies
                && self.tables().bodies[entry.row as usize].part == BodyPart::Topic;
            return topic.then_some(entry.at);
        }
        let start = self.unknown(at, floor).filter(|start| at - start <= 6)?;
        let before = self.before(start);
        let clear =
            !is_han(before) || self.ends(start, UNITS).any(|e| start - e.at >= 2) || self.is_level(start);
        if !clear {
            return None;
        }
        let person = self.names().before(at, floor, &|_, _| false);
        person.is_none_or(|name| name.weight < LEFT).then_some(start)
    }

    /// Whether the unknown words before a bare office read as a name rather than as a body's: 赵副局长.
    pub(super) fn named_before(self, core: Core, at: usize, floor: usize) -> bool {
        // 条约司|陈立司长: the last character of the body is no surname.
        let of_body = |s: usize| self.get(s) == self.get(core.start) && is_han(self.before(s));
        self.office(core).place == Use::After
            && self.names().before(at, floor, &|s, _| of_body(s)).is_some_and(|n| {
                // 县教育局|王明局长
                let apart = edge(self.before(n.start)) || n.full && self.ends_body(n.start);
                let own = n.full && self.before(n.start) == self.get(core.start);
                n.weight
                    >= if own {
                        LEFT - BODY
                    } else if apart {
                        LEFT
                    } else {
                        LEFT + 4
                    }
            })
    }

    /// Whether the name of a body ends before `at`.
    fn ends_body(self, at: usize) -> bool {
        self.longest_before(at, BODIES).is_some_and(|(start, row)| {
            at - start >= 2
                && !matches!(self.tables().bodies[row as usize].part, BodyPart::Topic | BodyPart::Level)
                || at - start == 1 && self.tables().bodies[row as usize].part == BodyPart::Head
        })
    }

    /// Where the name ends that surely stands after an office.
    pub(super) fn named_until(self, core: Core) -> Option<usize> {
        let name = self.names().plainly_at(core.end)?;
        (name.full && name.weight >= LEFT).then_some(name.end)
    }

    /// Whether a name surely stands after an office, so that what stands before it is none.
    pub(super) fn named_after(self, core: Core) -> bool {
        self.seen.named_after(core.end, || self.named_until(core).is_some())
    }
}
