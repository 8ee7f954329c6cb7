//! How dates may begin: a glance at the first characters that settles most places.

use super::{Reader, Slot, TABLES, Text};
use crate::{
    lexicon::{Lexicon, Table, TableSet},
    pattern::Patterns,
    text::{Block, lower},
};

/// What dates may begin with, by the first characters: false positives are allowed, false negatives never.
#[derive(Debug)]
pub(super) struct Openings {
    /// All openings by their first character.
    first: Box<[u8]>,
    /// Openings of one and of two characters, and all others by their first three, each hashed.
    flags: [Box<[u8]>; 3],
}

impl Openings {
    /// A word of a table.
    pub(super) const WORD: u8 = 1;
    /// Characters of a pattern.
    pub(super) const PATTERN: u8 = 2;
    /// What the language reads by code: digits, and others.
    pub(super) const DIGIT: u8 = 4;
    pub(super) const CODE: u8 = 8;

    const BITS: u32 = 12;

    pub(super) fn new(lexicon: &Lexicon, patterns: &Patterns, reader: &dyn Reader) -> Self {
        let none: Box<[u8]> = vec![0; 1 << Self::BITS].into();
        let mut openings = Self { first: none.clone(), flags: [none.clone(), none.clone(), none] };
        for form in lexicon.forms().iter().filter(|f| TABLES.has(f.table)) {
            openings.add(lexicon.chars(form).iter().copied(), Self::WORD);
        }
        patterns.openings().for_each(|word| openings.add(word.iter().copied(), Self::PATTERN));
        ('0'..='9').for_each(|digit| openings.add(std::iter::once(digit), Self::DIGIT));
        reader.openings().iter().for_each(|word| openings.add(word.chars(), Self::CODE));
        openings
    }

    fn add(&mut self, word: impl Iterator<Item = char>, what: u8) {
        let mut chars = word.map(lower).fuse();
        let first = [(); 3].map(|()| chars.next());
        let len = first.iter().flatten().count();
        if let Some(c) = first[0] {
            self.first[Self::place(c)] |= what;
        }
        if let Some(flags) = len.checked_sub(1).and_then(|i| self.flags.get_mut(i)) {
            flags[Self::hashes(first.map(Option::unwrap_or_default))[len - 1]] |= what;
        }
    }

    /// Where the first character, the first two and the first three are looked up.
    #[inline]
    fn hashes(first: [char; 3]) -> [usize; 3] {
        let mix = |sum: u32, c: char| (sum.rotate_left(5) ^ c as u32).wrapping_mul(0x9E37_79B9);
        let one = mix(0, first[0]);
        let two = mix(one, first[1]);
        [one, two, mix(two, first[2])].map(|sum| (sum >> (32 - Self::BITS)) as usize)
    }

    #[inline]
    const fn place(first: char) -> usize {
        first as usize % (1 << Self::BITS)
    }

    /// What may begin at a place.
    #[inline]
    pub(super) fn at(&self, block: &Block<'_>, at: usize) -> u8 {
        if self.first[Self::place(lower(block.get(at)))] == 0 {
            return 0;
        }
        let first = [lower(block.get(at)), lower(block.get(at + 1)), lower(block.get(at + 2))];
        let hashes = Self::hashes(first);
        self.flags[0][hashes[0]] | self.flags[1][hashes[1]] | self.flags[2][hashes[2]]
    }
}

/// What the text of a slot may begin with.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Reads {
    anything: bool,
    /// So many digits, at least and at most.
    digits: (u8, u8),
    code: bool,
    words: TableSet,
}

impl Reads {
    pub(crate) const NOTHING: Self =
        Self { anything: false, digits: (1, 0), code: false, words: TableSet::of(&[]) };
    pub(crate) const ANYTHING: Self = Self { anything: true, ..Self::NOTHING };
    /// One of the [openings](Reader::openings) of the language's code.
    pub(crate) const CODE: Self = Self { code: true, ..Self::NOTHING };

    /// So many digits in a row, at least and at most.
    pub(crate) const fn digits(least: u8, most: u8) -> Self {
        Self { digits: (least, most), ..Self::NOTHING }
    }

    pub(crate) const fn or_code(self) -> Self {
        Self { code: true, ..self }
    }

    /// Or a word of this table.
    pub(crate) const fn or_word(self, table: Table) -> Self {
        Self { words: TableSet::of(&[table]), ..self }
    }

    /// A word of this table.
    pub(crate) const fn word(table: Table) -> Self {
        Self::NOTHING.or_word(table)
    }

    /// What a slot reads that is words of one table in every language; nothing for all other slots.
    pub(crate) const fn words(slot: Slot) -> Self {
        match slot {
            Slot::RelDay
            | Slot::RelWeek
            | Slot::RelMonth
            | Slot::RelYear
            | Slot::RelQuarter
            | Slot::RelCentury
            | Slot::RelSeason => Self::word(Table::Relative),
            Slot::Weekday => Self::word(Table::Weekdays),
            Slot::Season => Self::word(Table::Seasons),
            Slot::Holiday => Self::word(Table::Holidays),
            Slot::Position => Self::word(Table::Positions),
            Slot::Era => Self::word(Table::Eras),
            Slot::Part => Self::word(Table::Dayparts),
            _ => Self::NOTHING,
        }
    }
}

/// No slot reads more digits in a row.
const DIGITS: usize = 4;

/// The slots that may start at a place, by what stands there; a bit for each slot.
#[derive(Debug)]
pub(super) struct MayStart {
    always: u64,
    /// By the number of digits in a row, the last for all that are more.
    digits: [u64; DIGITS + 2],
    code: u64,
    words: Vec<(TableSet, u64)>,
}

impl MayStart {
    pub(super) fn new(reader: &dyn Reader) -> Self {
        let mut may = Self { always: 0, digits: [0; DIGITS + 2], code: 0, words: Vec::new() };
        for (slot, bit) in Slot::ALL.iter().zip((0..).map(|i| 1 << i)) {
            let Reads { anything, digits, code, words } = reader.reads(*slot);
            may.always |= if anything { bit } else { 0 };
            for (count, slots) in (0..).zip(&mut may.digits) {
                *slots |= if (digits.0..=digits.1).contains(&count) { bit } else { 0 };
            }
            may.code |= if code { bit } else { 0 };
            may.words.push((words, bit));
        }
        may
    }

    /// Those of the wanted slots that may start at a place; false positives are allowed.
    pub(super) fn at(&self, text: Text<'_>, wanted: u64, at: usize) -> u64 {
        if wanted & !self.always == 0 {
            return wanted;
        }
        let opening = text.openings.at(text.block, at);
        let mut slots = self.always;
        if opening & Openings::DIGIT != 0 {
            let block = text.block;
            let run = (at..=at + DIGITS).take_while(|&i| block.get(i).is_ascii_digit()).count();
            slots |= self.digits[run];
        }
        if opening & Openings::CODE != 0 {
            slots |= self.code;
        }
        if opening & Openings::WORD != 0 {
            slots |= self.words(text.tables(at));
        }
        wanted & slots
    }

    fn words(&self, tables: TableSet) -> u64 {
        self.words.iter().filter(|w| w.0.meets(tables)).fold(0, |all, w| all | w.1)
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Dates, scratch::WordsHere};
    use super::*;
    use crate::{Language, Span, languages::pack, lexicon::Lexicon};
    use std::{borrow::Cow, cell::RefCell};

    /// What is read at any place of the corpora was not ruled out by the glance.
    #[test]
    fn no_slot_is_missed() {
        let corpora = [
            (Language::Swedish, include_str!("../../../tests/corpus/sv/date.txt")),
            (Language::Chinese, include_str!("../../../tests/corpus/zh/date.txt")),
        ];
        for (language, corpus) in corpora {
            let pack = pack(language);
            let sources = pack.tables.iter().map(|&(table, source)| (table, Cow::Borrowed(source)));
            let lexicon = Lexicon::new(sources).unwrap();
            let dates = Dates::new(pack, &lexicon).unwrap();
            let mut block = Block::new(corpus);
            block.read(Span::new(0, corpus.len()));
            let room = RefCell::<[WordsHere; 4]>::default();
            let text = Text { block: &block, lexicon: &lexicon, openings: &dates.openings, room: &room };
            for at in 0..block.len() {
                for (slot, bit) in Slot::ALL.iter().zip((0..).map(|i| 1 << i)) {
                    let mut found = Vec::new();
                    dates.reader.slot(*slot, &dates.words, text, at, &mut found);
                    let may = dates.may_start.at(text, bit, at) != 0;
                    assert!(found.is_empty() || may, "{slot:?} at {:?}", block.folded(at, at + 12));
                }
            }
        }
    }
}
