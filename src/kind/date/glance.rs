//! Where dates may begin: glances at the first characters that settle most places, computed from what the slots of a
//! language say of themselves and from the patterns.

use super::{
    grammar::Grammar,
    openings::Openings,
    slot::SlotReader,
    tables::DateTables,
    text::{TABLES, Text},
};
use crate::{
    lexicon::{Lexicon, Table, TableSet},
    pattern::{GAP, Opening, Patterns, bits},
    text::{Beginnings, CharSet, Pairs, lower},
};
use std::{cell::OnceCell, collections::BTreeSet, rc::Rc};

/// The readers of a language by the number of their slot.
pub(super) type SlotReaders = [Option<SlotReader>];

/// All that dates may begin with.
pub(super) fn openings(
    lexicon: &Lexicon,
    patterns: &Patterns,
    readers: &SlotReaders,
    grammar: &Grammar,
    anchors: TableSet,
) -> Openings {
    let mut openings = Openings::none();
    let anchored = |word: &[char]| lexicon.longest_at(word, 0, anchors).is_some();
    for form in lexicon.forms(TABLES) {
        let what = if anchors.has(form.table) { Openings::ANCHORED_WORD } else { Openings::WORD };
        openings.add(lexicon.chars(form).iter().copied(), what);
    }
    let words = Heads::new(lexicon, readers, grammar);
    patterns.openings(Openings::CHARS, &|slot| words.of(slot), &mut |first, text| {
        let what = if anchored(first) { Openings::ANCHORED_PATTERN } else { Openings::PATTERN };
        openings.add(text.iter().copied(), what);
    });
    // From an anchor's word on a date goes on so wherever the word stands in it.
    patterns.openings_within(&anchored, Openings::CHARS, &|slot| words.of(slot), &mut |text| {
        openings.add(text.iter().copied(), Openings::INNER);
    });
    ('0'..='9').for_each(|digit| openings.add(std::iter::once(digit), Openings::DIGIT));
    for reader in readers.iter().flatten() {
        let what = if is_first(patterns, reader) { Openings::CODE } else { Openings::INNER };
        reader.numerals.chars().for_each(|c| openings.add(std::iter::once(c), what));
        reader.openings(grammar).for_each(|word| openings.add(word.iter().copied(), what));
        for lead in reader.lead_words(grammar) {
            // Of short ones it matters what follows: i may begin many words.
            for form in lexicon.forms(reader.tables) {
                let own = lexicon.chars(form).iter();
                openings.add(lead.iter().chain(own).copied(), what);
            }
        }
    }
    openings
}

/// What slots begin with, no longer than what is looked at; found when it is asked for, since few are.
struct Heads<'a> {
    lexicon: &'a Lexicon,
    readers: &'a SlotReaders,
    grammar: &'a Grammar,
    known: Vec<OnceCell<Rc<[Opening]>>>,
}

impl<'a> Heads<'a> {
    fn new(lexicon: &'a Lexicon, readers: &'a SlotReaders, grammar: &'a Grammar) -> Self {
        Self { lexicon, readers, grammar, known: vec![OnceCell::new(); readers.len()] }
    }

    fn of(&self, slot: u8) -> Rc<[Opening]> {
        let find = || {
            let reader = self.readers[usize::from(slot)].iter();
            let words = reader.flat_map(|reader| reader.all_openings(self.lexicon, self.grammar));
            let heads = words.map(|word| word.iter().copied().take(Openings::CHARS).collect());
            heads.collect::<BTreeSet<Opening>>().into_iter().collect()
        };
        Rc::clone(self.known[usize::from(slot)].get_or_init(find))
    }
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
    after: Option<Pairs>,
    /// Whatever else slots begin with, by code; in order, as the words below.
    opens: Vec<Box<[char]>>,
    /// The first characters of those, and of the words below.
    first: CharSet,
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
        let (mut after, mut anything) = (Pairs::new(), false);
        for reader in first().filter(|r| r.digits.1 > 0 || !r.numerals.is_empty()) {
            reader.goes_on.chars().for_each(|c| after.add(std::iter::once(c)));
            let next = patterns.after_first(reader.slot as u8);
            anything |= (next.end || next.space) && reader.goes_on.is_empty();
            next.words.iter().for_each(|(word, _)| after.add(word.iter().copied()));
            for next in readers.iter().flatten().filter(|r| next.slots >> r.slot as u8 & 1 != 0) {
                next.all_openings(lexicon, grammar).for_each(|word| after.add(word.iter().copied()));
            }
        }
        let opens: BTreeSet<Box<[char]>> =
            first().flat_map(|r| r.openings(grammar)).filter(|word| !word.is_empty()).collect();
        let mut leads: Vec<(Box<[char]>, TableSet)> = first()
            .flat_map(|r| r.lead_words(grammar).map(move |w| (w, r.tables)))
            .filter(|lead| !lead.0.is_empty())
            .collect();
        leads.sort_by(|a, b| a.0.cmp(&b.0));
        Self {
            numbers,
            after: (!anything).then_some(after),
            first: opens
                .iter()
                .chain(leads.iter().map(|l| &l.0))
                .filter_map(|w| w.first().copied())
                .collect(),
            opens: opens.into_iter().collect(),
            leads,
        }
    }

    /// Whether it may, where a digit or an opening of code stands; false positives are allowed.
    pub(super) fn at(&self, text: Text<'_>, at: usize) -> bool {
        let block = text.block;
        if self.numbers.has(block.get(at)) {
            // Most numbers are of something else.
            let Some(after) = &self.after else { return true };
            let number = (1..NUMBER).take_while(|i| self.numbers.has(block.get(at + i))).count();
            let end = at + 1 + number;
            let spaces = (0..GAP).take_while(|i| matches!(block.get(end + i), ' ' | '\n')).count();
            if after.start(block, end + spaces) {
                return true;
            }
        }
        let first = lower(block.get(at));
        if !self.first.has(first) {
            return false;
        }
        let stands = |word: &[char]| (1..).zip(&word[1..]).all(|(i, &c)| lower(block.get(at + i)) == c);
        from(&self.opens, first, |word| word[0]).any(|word| stands(word))
            || from(&self.leads, first, |(word, _)| word[0])
                .any(|(word, tables)| stands(word) && text.tables(at + word.len()).meets(*tables))
    }
}

/// No slot reads more digits in a row.
const DIGITS: usize = 4;

/// Those of some sorted words that begin with a character.
fn from<T>(sorted: &[T], first: char, of: impl Fn(&T) -> char) -> impl Iterator<Item = &T> {
    let start = sorted.partition_point(|word| of(word) < first);
    sorted[start..].iter().take_while(move |word| of(word) == first)
}

/// The slots that may start at a place, by what stands there; a bit for each slot.
#[derive(Debug)]
pub(super) struct MayStart {
    /// By the number of digits in a row, the last for all that are more.
    digits: [u64; DIGITS + 2],
    /// Those that may begin by code, by the last eight bits of the first character, and what each may begin with.
    code: Box<[u64; SHELVES]>,
    by_code: Vec<Beginnings>,
    words: Vec<(TableSet, u64)>,
    /// By the rows of `relative`.
    relative: Vec<u64>,
    /// By the last eight bits of the character right after the digits that they begin with.
    after_digits: Box<[u64; SHELVES]>,
    /// Those in which any character may stand there, and those that may end there.
    after_any: u64,
    after_ends: u64,
    /// Numerals of one character, the slots of which all that begins with them is known, and what may stand behind them within
    /// those, by the last eight bits.
    numerals: CharSet,
    by_numerals: u64,
    after_numerals: Box<[u64; SHELVES]>,
}

const SHELVES: usize = 256;

const fn shelf(c: char) -> usize {
    c as usize % SHELVES
}

impl MayStart {
    pub(super) fn new(readers: &SlotReaders, tables: &DateTables) -> Self {
        let relative = vec![0; tables.relative.len()];
        let numerals: CharSet = readers.iter().flatten().flat_map(|r| r.numerals.chars()).collect();
        let mut may = Self {
            digits: [0; DIGITS + 2],
            code: Box::new([0; SHELVES]),
            by_code: vec![Beginnings::default(); readers.len()],
            words: Vec::new(),
            relative,
            after_digits: Box::new([0; SHELVES]),
            after_any: 0,
            after_ends: 0,
            numerals,
            by_numerals: 0,
            after_numerals: Box::new([0; SHELVES]),
        };
        for reader in readers.iter().flatten() {
            let bit = 1 << reader.slot as u8;
            let (least, most) = reader.digits;
            for (count, slots) in (0..).zip(&mut may.digits) {
                *slots |= if (least..=most).contains(&count) { bit } else { 0 };
            }
            for begin in reader.begins_by_code(&tables.grammar) {
                begin.first().into_iter().for_each(|&c| may.code[shelf(c)] |= bit);
                may.by_code[reader.slot as usize].add(begin);
            }
            match reader.after_digits() {
                Some(chars) => chars.for_each(|c| may.after_digits[shelf(lower(c))] |= bit),
                None => may.after_any |= bit,
            }
            may.after_ends |= if reader.goes_on.is_empty() { bit } else { 0 };
            may.add_numerals(reader, &tables.grammar);
            if !reader.units.is_empty() {
                let rows = may.relative.iter_mut().zip(&tables.relative);
                rows.filter(|(_, row)| reader.units.contains(&row.unit)).for_each(|(slots, _)| *slots |= bit);
            } else if reader.tables != TableSet::default() {
                may.words.push((reader.tables, bit));
            }
        }
        may
    }

    /// Adds what follows the numerals that a slot begins with, if nothing else that it holds could be one.
    fn add_numerals(&mut self, reader: &SlotReader, grammar: &Grammar) {
        let Some(holds) = reader.holds.filter(|_| reader.tables == TableSet::default()) else { return };
        let after =
            || reader.goes_on.chars().chain(if reader.goes_on.is_empty() { holds } else { "" }.chars());
        let words = reader.openings(grammar).chain(reader.lead_words(grammar));
        let others = words.filter_map(|word| word.first().copied()).chain(after());
        if others.into_iter().any(|c| self.numerals.has(c)) {
            return;
        }
        let bit = 1 << reader.slot as u8;
        self.by_numerals |= bit;
        after().for_each(|c| self.after_numerals[shelf(lower(c))] |= bit);
    }

    /// Whether a character is a numeral that slots may begin with.
    pub(super) fn is_numeral(&self, c: char) -> bool {
        self.numerals.has(c)
    }

    /// Those that may go on with a character right after the numerals that they begin with, and those that may end there.
    pub(super) fn after_numerals(&self, c: char) -> (u64, u64) {
        (self.after_numerals[shelf(c)] | !self.by_numerals, self.after_ends)
    }

    /// Those in which a character may stand right after the digits that they begin with, and those that may end there.
    pub(super) fn after_digits(&self, c: char) -> (u64, u64) {
        (self.after_any | self.after_digits[shelf(c)], self.after_ends)
    }

    /// Those of the wanted slots that may start at a place; false positives are allowed.
    pub(super) fn at(&self, text: Text<'_>, wanted: u64, at: usize) -> u64 {
        let opening = text.opening(at);
        let mut slots = 0;
        if opening & Openings::DIGIT != 0 {
            let block = text.block;
            let run = (at..=at + DIGITS).take_while(|&i| block.get(i).is_ascii_digit()).count();
            slots |= self.digits[run];
        }
        if opening & (Openings::CODE | Openings::INNER) != 0 {
            let (first, second) = (lower(text.block.get(at)), lower(text.block.get(at + 1)));
            let begins = |slot: &u8| self.by_code[*slot as usize].has(first, second);
            slots |= bits(wanted & self.code[shelf(first)] & !slots)
                .filter(begins)
                .fold(0, |all, slot| all | 1 << slot);
        }
        if opening & Openings::WORD != 0 {
            slots |= self.by_words(text, at);
        }
        wanted & slots
    }

    /// Those that the words at a place may begin.
    fn by_words(&self, text: Text<'_>, at: usize) -> u64 {
        let tables = text.tables(at);
        if tables == TableSet::default() {
            return 0;
        }
        let slots = self.words.iter().filter(|w| w.0.meets(tables)).fold(0, |all, w| all | w.1);
        text.entries(Table::Relative, at).fold(slots, |all, e| all | self.relative[e.row as usize])
    }
}

#[cfg(test)]
mod tests {
    use super::super::{ANCHORS, Dates, seen::Seen, slot::SlotInput};
    use super::*;
    use crate::{
        Language, Span, kind::pack::Pack, languages::pack, lexicon::Lexicon, scan::Anchors, text::Block,
    };
    use std::borrow::Cow;

    /// Goes over a text.
    fn read(language: Language, text: &str, see: &mut impl FnMut(&Pack, &Dates, Text<'_>)) {
        let pack = pack(language).expect("it is read");
        let sources = pack.tables.iter().map(|&(table, source)| (table, Cow::Borrowed(source)));
        let lexicon = Lexicon::new(sources);
        let dates = Dates::new(pack, &lexicon).unwrap();
        let mut block = Block::new(text).spaced(pack.spaced);
        block.read(Span::new(0, text.len()));
        let seen = Seen::of_block(Default::default(), Default::default());
        let (lexicon, openings) = (&lexicon, &dates.openings);
        see(pack, &dates, Text { block: &block, lexicon, openings, seen: &seen });
    }

    /// Goes over the corpora of all languages.
    fn corpora(mut see: impl FnMut(&Pack, &Dates, Text<'_>)) {
        for &language in Language::ALL {
            let path = format!("{}/tests/corpus/{language}/date.txt", env!("CARGO_MANIFEST_DIR"));
            let corpus = std::fs::read_to_string(path).expect("a corpus");
            // The values behind the texts are none.
            let texts: Vec<&str> = corpus.lines().filter_map(|line| line.split('\t').next()).collect();
            let corpus = &*texts.join("\n");
            read(language, corpus, &mut see);
        }
    }

    /// What is read at any place was not ruled out by the glance.
    #[test]
    fn no_slot_is_missed() {
        corpora(|_, dates, text| {
            let begins = |reader: &SlotReader| reader.begins(text.lexicon, &dates.tables.grammar);
            let readers: Vec<_> = dates.readers.iter().flatten().map(|r| (r, begins(r))).collect();
            for at in 0..text.block.len() {
                let (first, second) = (lower(text.block.get(at)), lower(text.block.get(at + 1)));
                for (reader, begins) in &readers {
                    let mut found = Vec::new();
                    (reader.read)(&SlotInput { reader, tables: &dates.tables, text, at }, &mut found);
                    let may = dates.may_start.at(text, 1 << reader.slot as u8, at) != 0
                        && begins.has(first, second);
                    let here = || text.block.folded(at, at + 12);
                    assert!(found.is_empty() || may, "{:?} at {:?}", reader.slot, here());
                    let digits = (at..).take_while(|&i| text.block.get(i).is_ascii_digit()).count();
                    let of = |sets: (u64, u64)| (sets.0 | sets.1) >> reader.slot as u8 & 1 != 0;
                    let behind = lower(text.block.get(at + digits));
                    let numeral = |i: &usize| {
                        let c = text.block.get(*i);
                        c.is_ascii_digit() || dates.may_start.is_numeral(c)
                    };
                    let numerals = (at..).take_while(numeral).count();
                    let behind_all = lower(text.block.get(at + numerals));
                    let follows = if digits > 0 {
                        of(dates.may_start.after_digits(behind))
                    } else {
                        numerals == 0 || of(dates.may_start.after_numerals(behind_all))
                    };
                    assert!(found.is_empty() || follows, "{:?} at {:?}", reader.slot, here());
                }
            }
        });
    }

    /// No other word in these texts may be an anchor than their articles.
    #[test]
    fn an_article_is_no_anchor_where_no_date_goes_on() {
        for (words, anchored) in
            [("den 5", true), ("den\nfemte", true), ("den som", false), ("sekunden 5", false)]
        {
            read(Language::Swedish, words, &mut |pack, dates, text| {
                let anchors = Anchors::new(text.lexicon, pack.anchors, TableSet::of(ANCHORS));
                let mut hits = Vec::new();
                anchors.scan(text.block, &mut hits);
                let any = hits.iter().any(|&hit| dates.earliest(text, &anchors, hit, 0).is_some());
                assert_eq!(any, anchored, "{words}");
            });
        }
    }

    /// What is read at any place holds the word of an anchor from which that place is reached.
    #[test]
    fn no_date_is_out_of_reach() {
        corpora(|pack, dates, text| {
            let anchors = Anchors::new(text.lexicon, pack.anchors, TableSet::of(Table::ALL));
            let mut hits = Vec::new();
            anchors.scan(text.block, &mut hits);
            let reach = |&hit| dates.earliest(text, &anchors, hit, 0).map(|earliest| (earliest, hit.from));
            let reaches: Vec<((usize, usize), usize)> = hits.iter().filter_map(reach).collect();
            let (mut search, mut found) = (crate::pattern::SearchScratch::default(), Vec::new());
            let mut done = 0;
            for at in 0..text.block.len() {
                // What is read where a place is proposed alone is read at all.
                let Some((_, opening)) = dates.openings.next(text.block, at..at + 1, at) else { continue };
                found.clear();
                if at < done {
                    continue;
                }
                dates.read(text, (at, opening), &mut search, &mut found);
                let Some(last) = found.last() else { continue };
                let end = last.end;
                // The other end of a range is read where its words lead.
                done = dates.join(text, &mut search, last).map_or(end, |second| second.end);
                let from = reaches.partition_point(|&(_, from)| from < at);
                let within = reaches[from..].iter().take_while(|&&(_, from)| from < end);
                let proposed = within
                    .filter(|&&((earliest, _), _)| earliest <= at)
                    .filter_map(|&((_, from), hit)| dates.openings.next(text.block, at..hit + 1, from))
                    .any(|(place, opening)| {
                        let mut found = Vec::new();
                        dates.read(text, (place, opening), &mut search, &mut found);
                        place == at && found.last().is_some_and(|last| last.end == end)
                    });
                assert!(proposed, "{:?}", text.block.folded(at, end));
            }
        });
    }
}
