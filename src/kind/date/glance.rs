//! Where dates may begin: glances at the first characters that settle most places, computed from what the slots of a
//! language say of themselves and from the patterns.

use super::{
    grammar::Grammar,
    openings::Openings,
    slot::SlotReader,
    text::{TABLES, Text},
};
use crate::{
    lexicon::{Lexicon, Table, TableSet},
    pattern::{Element, GAP, Patterns},
    text::{CharSet, folded, lower},
};
use std::collections::BTreeSet;

/// The readers of a language by the number of their slot.
pub(super) type SlotReaders = [Option<SlotReader>];

/// All that dates may begin with.
pub(super) fn openings(
    lexicon: &Lexicon,
    patterns: &Patterns,
    readers: &SlotReaders,
    grammar: &Grammar,
) -> Openings {
    let mut openings = Openings::none();
    for form in lexicon.forms().iter().filter(|f| TABLES.has(f.table)) {
        openings.add(lexicon.chars(form).iter().copied(), Openings::WORD);
    }
    patterns.openings().for_each(|word| openings.add(word.iter().copied(), Openings::PATTERN));
    ('0'..='9').for_each(|digit| openings.add(std::iter::once(digit), Openings::DIGIT));
    for reader in readers.iter().flatten() {
        let what = if is_first(patterns, reader) { Openings::CODE } else { Openings::INNER };
        reader.numerals.chars().for_each(|c| openings.add(std::iter::once(c), what));
        let words = reader.openings(grammar).chain(reader.lead_words(grammar));
        words.for_each(|word| openings.add(word.iter().copied(), what));
    }
    openings
}

/// Whether a pattern begins with the slot.
fn is_first(patterns: &Patterns, reader: &SlotReader) -> bool {
    patterns.first_slots() >> reader.slot as u8 & 1 != 0
}

/// Whether what slots read by code may begin a date at a place.
#[derive(Debug)]
pub(super) struct Glance {
    /// Digits and numerals, of which a number may consist.
    numbers: CharSet,
    /// What may stand after a number and white space; `None` if anything may.
    after: Option<CharSet>,
    /// Whatever else slots begin with, by code.
    opens: Vec<Box<[char]>>,
    /// Words before the word of a table.
    leads: Vec<(Box<[char]>, TableSet)>,
}

/// Characters that a number of a date takes at most.
const NUMBER: usize = 6;

impl Glance {
    pub(super) fn new(
        lexicon: &Lexicon,
        patterns: &Patterns,
        readers: &SlotReaders,
        grammar: &Grammar,
    ) -> Self {
        let first = || readers.iter().flatten().filter(|r| is_first(patterns, r));
        let numbers = first().flat_map(|r| r.numerals.chars()).chain('0'..='9').collect();
        // A slot that reads a number is followed by the rest of itself or by what its patterns go on with.
        let (mut after, mut anything) = (Vec::new(), false);
        for reader in first().filter(|r| r.digits.1 > 0 || !r.numerals.is_empty()) {
            after.extend(reader.goes_on.chars());
            let next = patterns.after_first(reader.slot as u8);
            anything |= next.end && reader.goes_on.is_empty();
            after.extend(next.words.iter().filter_map(|(word, _)| word.first()));
            for next in readers.iter().flatten().filter(|r| next.slots >> r.slot as u8 & 1 != 0) {
                let words = next.openings(grammar).chain(next.lead_words(grammar));
                after.extend(words.filter_map(|word| word.first().copied()));
                after.extend(next.numerals.chars());
                after.extend(('0'..='9').filter(|_| next.digits.1 > 0));
                let words = lexicon.forms().iter().filter(|f| next.tables.has(f.table));
                after.extend(words.filter_map(|f| lexicon.chars(f).first()));
            }
        }
        Self {
            numbers,
            after: (!anything).then(|| after.into_iter().collect()),
            opens: first().flat_map(|r| r.openings(grammar)).collect::<BTreeSet<_>>().into_iter().collect(),
            leads: first().flat_map(|r| r.lead_words(grammar).map(move |w| (w, r.tables))).collect(),
        }
    }

    /// Whether it may, where a digit or an opening of code stands; false positives are allowed.
    pub(super) fn at(&self, text: Text<'_>, at: usize) -> bool {
        let block = text.block;
        let stands = |word: &[char]| word.iter().enumerate().all(|(i, &c)| lower(block.get(at + i)) == c);
        if self.numbers.has(block.get(at)) {
            // Most numbers are of something else.
            let Some(after) = &self.after else { return true };
            let number = (1..NUMBER).take_while(|i| self.numbers.has(block.get(at + i))).count();
            let end = at + 1 + number;
            let spaces = (0..GAP).take_while(|i| matches!(block.get(end + i), ' ' | '\n')).count();
            if after.has(lower(block.get(end + spaces))) {
                return true;
            }
        }
        self.opens.iter().any(|word| stands(word))
            || self
                .leads
                .iter()
                .any(|(word, tables)| stands(word) && text.tables(at + word.len()).meets(*tables))
    }
}

/// No slot reads more digits in a row.
const DIGITS: usize = 4;

/// The slots that may start at a place, by what stands there; a bit for each slot.
#[derive(Debug)]
pub(super) struct MayStart {
    /// By the number of digits in a row, the last for all that are more.
    digits: [u64; DIGITS + 2],
    code: u64,
    words: Vec<(TableSet, u64)>,
}

impl MayStart {
    pub(super) fn new(readers: &SlotReaders) -> Self {
        let mut may = Self { digits: [0; DIGITS + 2], code: 0, words: Vec::new() };
        for reader in readers.iter().flatten() {
            let bit = 1 << reader.slot as u8;
            let (least, most) = reader.digits;
            for (count, slots) in (0..).zip(&mut may.digits) {
                *slots |= if (least..=most).contains(&count) { bit } else { 0 };
            }
            let code = !(reader.numerals.is_empty()
                && reader.opens.is_empty()
                && reader.open_words.is_empty()
                && reader.leads.is_empty());
            may.code |= if code { bit } else { 0 };
            if reader.tables != TableSet::default() {
                may.words.push((reader.tables, bit));
            }
        }
        may
    }

    /// Those of the wanted slots that may start at a place; false positives are allowed.
    pub(super) fn at(&self, text: Text<'_>, wanted: u64, at: usize) -> u64 {
        let opening = text.openings.at(text.block, at);
        let mut slots = 0;
        if opening & Openings::DIGIT != 0 {
            let block = text.block;
            let run = (at..=at + DIGITS).take_while(|&i| block.get(i).is_ascii_digit()).count();
            slots |= self.digits[run];
        }
        if opening & (Openings::CODE | Openings::INNER) != 0 {
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

/// How many characters before an anchor a date may begin, for each table of anchors.
#[derive(Debug)]
pub(super) struct Leads(Vec<(Table, usize)>);

impl Leads {
    pub(super) fn new(
        lexicon: &Lexicon,
        anchors: &[Table],
        patterns: &Patterns,
        readers: &SlotReaders,
        grammar: &Grammar,
    ) -> Self {
        let mut leads = Self(anchors.iter().map(|&table| (table, 0)).collect());
        let all = TableSet::of(anchors);
        let longest = |tables: TableSet| {
            let forms = lexicon.forms().iter().filter(|f| tables.has(f.table));
            forms.map(|f| f.len()).max().unwrap_or(0)
        };
        let of = |words: &[&str]| words.iter().map(|w| w.chars().count()).max().unwrap_or(0);
        let before_words =
            |reader: &SlotReader| reader.lead_words(grammar).map(|w| w.len()).max().unwrap_or(0);
        let mut step = |element: &Element, before: usize| {
            let (read, goes_on) = match element {
                Element::Space | Element::MaybeSpace => (before + 1, true),
                Element::Word(word) => {
                    let anchor = (0..word.len()).find_map(|i| lexicon.longest_at(word, i, all));
                    if let Some(entry) = anchor {
                        leads.reach(TableSet::of(&[entry.table]), before + entry.at);
                    }
                    (before + anchor.map_or(word.len(), |e| e.at), anchor.is_none())
                }
                Element::Slot(slot) => {
                    let Some(reader) = &readers[usize::from(*slot)] else { return None };
                    let (words, code) = (before_words(reader) + longest(reader.tables), of(reader.examples));
                    leads.reach(reader.tables, before + words);
                    // What a slot reads by code may hold an anchor too: 1980-talet, 20/5.
                    for text in reader.examples {
                        let text: Vec<char> = folded(text).collect();
                        let anchors = (0..text.len()).filter_map(|i| lexicon.longest_at(&text, i, all));
                        anchors.for_each(|e| leads.reach(TableSet::of(&[e.table]), before + code));
                    }
                    if all.holds(reader.tables) {
                        (before + code, !reader.is_word())
                    } else {
                        (before + words.max(code), true)
                    }
                }
            };
            goes_on.then_some(read)
        };
        patterns.walk(&mut step);
        leads
    }

    /// Notes that a word of some tables may end so many characters from where a date begins.
    fn reach(&mut self, tables: TableSet, end: usize) {
        // An anchor is one character at least.
        for (_, lead) in self.0.iter_mut().filter(|(table, _)| tables.has(*table)) {
            *lead = (*lead).max(end.saturating_sub(1));
        }
    }

    /// That of an anchor of some tables.
    pub(super) fn of(&self, tables: TableSet) -> usize {
        self.0.iter().filter(|(table, _)| tables.has(*table)).map(|&(_, lead)| lead).max().unwrap_or(0)
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Dates, slot::SlotInput, text::CachedEntries};
    use super::*;
    use crate::{Language, Span, languages::pack, lexicon::Lexicon, text::Block};
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
            let cache = RefCell::<[CachedEntries; 4]>::default();
            let text = Text { block: &block, lexicon: &lexicon, openings: &dates.openings, cache: &cache };
            for at in 0..block.len() {
                for reader in dates.readers.iter().flatten() {
                    let mut found = Vec::new();
                    (reader.read)(&SlotInput { reader, tables: &dates.tables, text, at }, &mut found);
                    let may = dates.may_start.at(text, 1 << reader.slot as u8, at) != 0;
                    let here = || block.folded(at, at + 12);
                    assert!(found.is_empty() || may, "{:?} at {:?}", reader.slot, here());
                }
            }
        }
    }
}
