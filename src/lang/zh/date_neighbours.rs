//! A reading of a date with the words beside it.

use super::{
    date_numerals::DateNumbers,
    date_signs::{list_word, range_word},
};
use crate::{
    kind::{
        date::{DateClass, DateTables, DateWord, Text},
        guard::Neighbour,
    },
    lexicon::{Table, TableSet},
    text::{Block, is_han},
};
use std::ops::Range;

/// Characters of a clause that are looked through to each side of a date.
const CLAUSE: usize = 60;

/// A reading and its neighbours.
#[derive(Debug, Clone, Copy)]
pub(super) struct DateNeighbours<'a> {
    tables: &'a DateTables,
    pub(super) text: Text<'a>,
    pub(super) start: usize,
    pub(super) end: usize,
    /// The word that ends before it.
    pub(super) before: Neighbour<DateClass>,
    /// The word that starts after it.
    pub(super) after: Neighbour<DateClass>,
}

impl<'a> DateNeighbours<'a> {
    pub(super) fn new(tables: &'a DateTables, text: Text<'a>, start: usize, end: usize) -> Self {
        let guards = &tables.guards;
        Self { tables, text, start, end, before: text.before(guards, start), after: text.after(guards, end) }
    }

    pub(super) const fn block(&self) -> &'a Block<'a> {
        self.text.block
    }

    /// The character before the reading.
    pub(super) fn previous(&self) -> char {
        self.block().before(self.start)
    }

    /// The character after the reading.
    pub(super) fn next(&self) -> char {
        self.block().get(self.end)
    }

    /// The sign that the reading ends in: 年, 月, 日; 月份 is 月.
    pub(super) fn sign(&self) -> char {
        match self.block().before(self.end) {
            '份' => self.block().before(self.end - 1),
            sign => sign,
        }
    }

    /// Whether a character may be part of a number.
    pub(super) fn is_numeral(&self, c: char) -> bool {
        DateNumbers::new(&self.tables.numerals, self.block()).is_numeral(c)
    }

    /// The value of a Han digit.
    pub(super) fn digit(&self, c: char) -> Option<i64> {
        DateNumbers::new(&self.tables.numerals, self.block()).digit(c)
    }

    /// Whether it begins with a word of a class.
    pub(super) fn begins(&self, class: DateWord) -> bool {
        self.stands(self.start, class)
    }

    /// Whether a word of a class stands at a place.
    pub(super) fn stands(&self, at: usize, class: DateWord) -> bool {
        self.tables.grammar.longest(class, self.block(), at).is_some()
    }

    /// Whether a word of a class ends before a place.
    pub(super) fn ends(&self, at: usize, class: DateWord) -> bool {
        self.tables.grammar.ends(class, self.block(), at)
    }

    /// The end of a word or sign of a range at a place.
    pub(super) fn range_word(&self, at: usize) -> Option<usize> {
        range_word(self.tables, self.block(), at)
    }

    /// The end of a word or sign of a list at a place.
    pub(super) fn list_word(&self, at: usize) -> Option<usize> {
        list_word(self.tables, self.block(), at)
    }

    /// Whether its first number is written with Han characters.
    pub(super) fn in_han(&self) -> bool {
        is_han(self.block().get(self.start))
    }

    /// Whether neither a Han character nor a letter or digit stands before it.
    pub(super) fn opens_phrase(&self) -> bool {
        !is_han(self.previous()) && !self.previous().is_alphanumeric()
    }

    /// Whether it begins with a day of the week.
    pub(super) fn is_weekday(&self) -> bool {
        self.text.longest(Table::Weekdays, self.start).is_some()
    }

    /// Whether a word of the table ends before the reading.
    pub(super) fn follows(&self, table: Table) -> bool {
        let mut words = self.text.lexicon.ends_at(&self.block().chars, self.start, TableSet::of(&[table]));
        words.next().is_some()
    }

    /// Whether the name of another country stands before a place, and before the reading.
    pub(super) fn is_foreign(&self, at: usize) -> bool {
        let at = if self.word_before(at).has(DateClass::Function) { self.word_before(at).edge } else { at };
        let lexicon = self.text.lexicon;
        let country = lexicon.ends_at(&self.block().chars, at, TableSet::of(&[Table::Countries])).last();
        country
            .filter(|word| word.at < self.start)
            .map(|word| lexicon.row(word))
            .is_some_and(|row| row.get("use") == "name" && !matches!(row.get("code"), "CN" | "HK" | "MO"))
    }

    pub(super) fn word_before(&self, at: usize) -> Neighbour<DateClass> {
        self.text.before(&self.tables.guards, at)
    }

    pub(super) fn word_after(&self, at: usize) -> Neighbour<DateClass> {
        self.text.after(&self.tables.guards, at)
    }

    /// The first word within some places that has one of the classes in its column `clause`, with its start.
    pub(super) fn first(
        &self,
        places: Range<usize>,
        classes: &[DateClass],
    ) -> Option<(usize, Neighbour<DateClass>)> {
        self.text.in_clause(&self.tables.guards, places, classes)
    }

    /// Whether a word of the class stands in its column `clause` within some places.
    pub(super) fn holds(&self, from: usize, to: usize, class: DateClass) -> bool {
        self.first(from..to, &[class]).is_some()
    }

    /// The start of the clause or sentence, or a place not too far back in it.
    pub(super) fn clause_start(&self, ends: Ends) -> usize {
        let floor = self.start.saturating_sub(CLAUSE);
        let stop = self.text.quiet(ends as usize).last(floor, self.start, |i| ends.with(self.block().get(i)));
        stop.map_or(floor, |i| i + 1)
    }

    /// The end of the clause or sentence that goes on at `from`, or a place not too far ahead in it.
    pub(super) fn clause_end(&self, from: usize, ends: Ends) -> usize {
        let stop =
            self.text.quiet(ends as usize).first(from, from + CLAUSE, |i| ends.with(self.block().get(i)));
        stop.unwrap_or(from + CLAUSE)
    }
}

/// What ends somewhere.
#[derive(Debug, Clone, Copy)]
pub(super) enum Ends {
    Clause,
    Sentence,
}

impl Ends {
    /// Whether it ends with a character.
    #[inline]
    fn with(self, c: char) -> bool {
        matches!(c, '。' | ';' | '!' | '?' | '\n' | '\0') || c == ',' && matches!(self, Self::Clause)
    }
}
