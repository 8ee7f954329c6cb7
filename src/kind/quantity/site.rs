//! The place of a search, and what stands beside it.

use super::{
    units::{Unit, Units},
    words::AmountClass,
};
use crate::{
    Kind,
    kind::guard::{Guards, Neighbour},
    lexicon::{Entry, Lexicon, TableSet},
    number::{Number, Numerals},
    text::{Block, Quiet, is_han, is_letter},
    value::Qualifiers,
};
use rust_decimal::Decimal;
use std::{cell::Cell, sync::Arc};

/// Finds the quantities of a kind in a language.
#[derive(Debug)]
pub(crate) struct Quantities {
    pub(super) kind: Kind,
    /// Whether words are written with spaces between them.
    pub(super) spaced: bool,
    /// What joins the parts of a compound.
    pub(super) joints: Arc<[Box<[char]>]>,
    pub(crate) units: Units,
    pub(super) numerals: Arc<dyn Numerals>,
    pub(super) guards: Arc<Guards<AmountClass>>,
    /// The value of each row of the guards that has one.
    pub(super) values: Arc<[Option<Decimal>]>,
}

/// A number or range with its unit, at characters `start..end`.
#[derive(Debug, Clone)]
pub(crate) struct QuantityReading {
    pub(crate) start: usize,
    pub(crate) end: usize,
    /// In the main unit.
    pub(crate) low: Decimal,
    pub(crate) high: Option<Decimal>,
    /// The row of the unit.
    pub(crate) row: usize,
    pub(crate) qualifiers: Qualifiers,
    /// Where the words before it end: its start, or that of a number that shares its unit.
    pub(super) lead: usize,
    /// Whether the number is a multiplier with nothing before it.
    pub(super) bare: bool,
    /// Whether it is made of a unit and its parts.
    pub(super) parts: bool,
    /// Words stand before the number that make it a change to it, or from it.
    pub(super) to: bool,
    pub(super) from: bool,
}

/// The place of a search.
pub(super) struct Site<'a> {
    pub(super) of: &'a Quantities,
    pub(super) block: &'a Block<'a>,
    pub(super) lexicon: &'a Lexicon,
    /// Whether amounts without a figure are read.
    pub(super) figureless: bool,
    /// What [`Site::before`] and [`Site::after`] were asked and said: several ask the same.
    pub(super) before: Answers,
    pub(super) after: Answers,
    /// Where no clause ends.
    pub(super) quiet: Quiet,
}

/// Words beside places, each by its place, which is looked at first.
#[derive(Debug, Default)]
pub(super) struct Answers {
    places: [Cell<usize>; ANSWERS],
    words: [Cell<Option<Neighbour<AmountClass>>>; ANSWERS],
}

/// Places of a block whose neighbours are remembered.
const ANSWERS: usize = 8;

impl Answers {
    /// The word beside a place, asked for once.
    fn of(&self, place: usize, ask: impl FnOnce() -> Neighbour<AmountClass>) -> Neighbour<AmountClass> {
        let (known, word) = (&self.places[place % ANSWERS], &self.words[place % ANSWERS]);
        if known.get() == place
            && let Some(word) = word.get()
        {
            return word;
        }
        let asked = ask();
        known.set(place);
        word.set(Some(asked));
        asked
    }
}

impl Site<'_> {
    pub(super) fn number(&self, at: usize) -> Option<Number> {
        self.of.numerals.number(&self.block.chars, at)
    }

    pub(super) fn number_before(&self, end: usize) -> Option<(usize, Number)> {
        self.of.numerals.before(&self.block.chars, end)
    }

    /// Back over the spaces that may stand between two words.
    pub(super) fn back(&self, at: usize) -> usize {
        at - (0..2).take_while(|&k| at > k && self.block.get(at - k - 1) == ' ').count()
    }

    /// On over the spaces that may stand between two words.
    pub(super) fn on(&self, at: usize) -> usize {
        at + (0..2).take_while(|&k| self.block.get(at + k) == ' ').count()
    }

    /// The word that ends before `at`.
    pub(super) fn before(&self, at: usize) -> Neighbour<AmountClass> {
        let end = self.back(at);
        let word = self.before.of(end, || self.of.guards.before(self.lexicon, self.block, end));
        // Nothing stands right there.
        if word.row.is_none() { Neighbour { edge: at, ..word } } else { word }
    }

    /// The word that starts at `at`.
    pub(super) fn after(&self, at: usize) -> Neighbour<AmountClass> {
        let start = self.on(at);
        let word = self.after.of(start, || self.of.guards.after(self.lexicon, self.block, start));
        if word.row.is_none() { Neighbour { edge: at, ..word } } else { word }
    }

    /// The word of a clause that starts right at a place.
    pub(super) fn word(&self, at: usize) -> Option<Neighbour<AmountClass>> {
        let starts = !self.of.spaced || self.block.word_starts(at);
        let word = || self.of.guards.word(self.lexicon, self.block, at);
        starts.then(word).filter(|w| w.row.is_some())
    }

    /// The same, if it has one of the classes.
    pub(super) fn word_of(&self, at: usize, classes: &[AmountClass]) -> Option<Neighbour<AmountClass>> {
        let starts = !self.of.spaced || self.block.word_starts(at);
        starts.then(|| self.of.guards.word_of(self.lexicon, self.block, at, classes))?
    }

    /// What the table has as the value of a word.
    pub(super) fn value(&self, word: &Neighbour<AmountClass>) -> Option<Decimal> {
        word.row.and_then(|row| self.of.values.get(row as usize).copied()?)
    }

    pub(super) fn unit(&self, row: usize) -> Option<&Unit> {
        self.of.units.rows.get(row)
    }

    /// Whether a unit that may begin with the characters at `at` may start there: inside a Latin word only after a numeral, in a
    /// compound.
    pub(super) fn opens(&self, at: usize) -> bool {
        let letter = |c: char| is_letter(c) && !is_han(c);
        let inside = || letter(self.block.before(at)) && letter(self.block.get(at));
        (!inside() || self.of.numerals.may_end(&self.block.chars, at))
            && (self.figureless || self.may_be_counted(at))
            && self.may_be_whole(at)
    }

    /// Whether the whole word that starts at `at` may be the first of a unit: only in compounds, which begin before it, do letters go on
    /// behind one.
    fn may_be_whole(&self, at: usize) -> bool {
        let alone =
            is_letter(self.block.get(at)) && self.block.word_starts(at) && self.block.before(at) != '-';
        // SEK500
        let counts = || {
            let mut rest = self.block.chars.get(at..).unwrap_or(&[]).iter();
            rest.find(|&&c| !is_letter(c)).is_some_and(char::is_ascii_digit)
        };
        !alone || self.of.units.words.as_ref().is_none_or(|words| words.start(self.block, at)) || counts()
    }

    /// Whether a number may stand before a unit at `at`, or behind it: a glance that spares most words. Signs are rare.
    fn may_be_counted(&self, at: usize) -> bool {
        !is_letter(self.block.get(at))
            || self.of.numerals.may_be_before(&self.block.chars, self.back(at))
            || self.of.units.may_precede(self.block, at)
    }

    /// The units that end before `at`, shortest first.
    pub(super) fn units_before(&self, at: usize) -> impl Iterator<Item = Entry> {
        let may = self.of.units.edges.1.end(self.block, at);
        let place = if may { &self.block.chars[..] } else { &[] };
        self.lexicon.ends_at(place, at, TableSet::of(&[self.of.units.table]))
    }

    /// The longest unit that starts at `at`.
    pub(super) fn unit_at(&self, at: usize) -> Option<Entry> {
        let may = self.of.units.may_start(self.block, at);
        let tables = TableSet::of(&[self.of.units.table]);
        if may { self.lexicon.longest_at(&self.block.chars, at, tables) } else { None }
    }

    /// Whether a form at `start..end` is not cut out of a longer Latin word.
    pub(super) fn whole(&self, start: usize, end: usize) -> bool {
        let letter = |c: char| is_letter(c) && !is_han(c);
        let (first, last) = (self.block.get(start), self.block.before(end));
        !(letter(first) && letter(self.block.before(start)) || letter(last) && letter(self.block.get(end)))
    }
}
