//! What stands in dates, by which it is told how far before an anchor one may begin.

use super::{
    glance::SlotReaders,
    grammar::{DateWord, Grammar},
    text::TABLES,
};
use crate::{
    kind::guard::Class,
    lexicon::{Lexicon, Table},
    pattern::Patterns,
    text::{Block, CharSet, in_word, is_letter, lower, steps},
};
use std::ops::Range;

/// What stands in dates.
#[derive(Debug)]
pub(super) enum Holds {
    /// All characters, if every slot tells its own.
    Chars(CharSet),
    /// Else what their words begin with.
    Words(WordHeads),
}

impl Holds {
    pub(super) fn new(
        lexicon: &Lexicon,
        patterns: &Patterns,
        readers: &SlotReaders,
        grammar: &Grammar,
    ) -> Self {
        let chars = chars(lexicon, patterns, readers, grammar);
        chars.map_or_else(|| Self::Words(words(lexicon, patterns, readers, grammar)), Self::Chars)
    }

    /// Whether characters tell where dates begin.
    pub(super) fn are_told_by_chars(&self) -> bool {
        matches!(self, Self::Chars(_))
    }

    /// Whether a date may hold a character.
    pub(super) fn may_hold(&self, c: char) -> bool {
        match self {
            Self::Chars(chars) => chars.has(lower(c)),
            Self::Words(_) => true,
        }
    }

    /// The first of some places from which a date may go on to the end of them.
    pub(super) fn back(&self, block: &Block<'_>, places: Range<usize>) -> usize {
        let chars = block.chars.get(places.clone()).unwrap_or(&[]);
        let apart = match self {
            Self::Chars(may) => chars.iter().rposition(|&c| !may.has(lower(c))),
            Self::Words(may) => may.last_other(chars),
        };
        let first = apart.map_or(places.start, |i| places.start + i + 1);
        steps::add(places.end - first);
        first
    }
}

/// All characters that dates may hold, if every slot tells its own.
fn chars(
    lexicon: &Lexicon,
    patterns: &Patterns,
    readers: &SlotReaders,
    grammar: &Grammar,
) -> Option<CharSet> {
    let mut tables = TABLES;
    readers.iter().flatten().filter_map(|slot| slot.unit).for_each(|unit| tables.add(unit));
    let of_words = lexicon.forms(tables).flat_map(|f| lexicon.chars(f));
    let mut all: Vec<char> =
        of_words.copied().chain(patterns.words().flatten().copied()).chain('0'..='9').collect();
    all.extend([' ', '\n']);
    for slot in readers.iter().flatten() {
        all.extend(slot.holds?.chars().chain(slot.numerals.chars()).chain(slot.goes_on.chars()));
        all.extend(slot.openings(grammar).chain(slot.lead_words(grammar)).flatten());
    }
    Some(all.into_iter().map(lower).collect())
}

/// What words in dates begin with: those of patterns, of tables and of grammar.
fn words(lexicon: &Lexicon, patterns: &Patterns, readers: &SlotReaders, grammar: &Grammar) -> WordHeads {
    let mut heads = WordHeads::none();
    let mut tables = TABLES;
    tables.add(Table::TimeUnits);
    lexicon.forms(tables).for_each(|form| heads.add(lexicon.chars(form)));
    patterns.words().for_each(|word| heads.add(word));
    DateWord::ALL.iter().flat_map(|&class| grammar.of(class)).for_each(|word| heads.add(word));
    for reader in readers.iter().flatten() {
        reader.opens.iter().for_each(|word| heads.add(&word.chars().collect::<Vec<_>>()));
    }
    // A short numeral may go on in other words: enhundra.
    let numerals = || grammar.of(DateWord::Numeral).iter();
    for short in numerals().filter(|word| word.len() < WordHeads::LETTERS) {
        let joined = numerals().chain(grammar.of(DateWord::ClockEnding));
        joined.for_each(|more| heads.add(&[&short[..], more].concat()));
    }
    heads
}

/// What words begin with, by their first letters, a bit for each. False positives are allowed, false negatives never.
#[derive(Debug)]
pub(super) struct WordHeads(Box<[u64; 256]>);

impl WordHeads {
    /// Letters that are looked at.
    const LETTERS: usize = 3;

    fn none() -> Self {
        Self(Box::new([0; 256]))
    }

    /// The place of a word, and its bit.
    fn place(letters: impl Iterator<Item = char>) -> (usize, u64) {
        let mix = |sum: u32, c| (sum.rotate_left(5) ^ lower(c) as u32).wrapping_mul(0x9E37_79B9);
        let sum = letters.take(Self::LETTERS).fold(0, mix);
        ((sum >> 24) as usize, 1 << (sum >> 18 & 63))
    }

    /// Adds all words of a form.
    fn add(&mut self, form: &[char]) {
        for word in form.split(|&c| !is_letter(c)).filter(|word| !word.is_empty()) {
            let (place, bit) = Self::place(word.iter().copied());
            self.0[place] |= bit;
        }
    }

    /// Where the last word starts that is none of them. Figures that are joined to it may be a date.
    fn last_other(&self, chars: &[char]) -> Option<usize> {
        let mut end = chars.len();
        for word in chars.rsplit(|&c| !in_word(c)) {
            let start = end - word.len();
            if word.first().is_some_and(|&c| is_letter(c)) && !self.has(word) {
                return Some(start);
            }
            end = start.saturating_sub(1);
        }
        None
    }

    /// Whether one of the words may begin as this one does.
    fn has(&self, word: &[char]) -> bool {
        let (place, bit) = Self::place(word.iter().copied().take_while(|&c| is_letter(c)));
        self.0[place] & bit != 0
    }
}
