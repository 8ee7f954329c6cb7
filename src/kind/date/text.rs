//! A block of text and the words of dates in it, looked up once.

use super::{guard::DateClass, openings::Openings};
use crate::{
    kind::guard::{Guards, Neighbour},
    lexicon::{Entry, Lexicon, Table, TableSet},
    text::Block,
};
use std::cell::RefCell;

/// Tables of which a date may hold a word.
pub(super) const TABLES: TableSet = TableSet::of(&[
    Table::Months,
    Table::MonthsShort,
    Table::Weekdays,
    Table::Relative,
    Table::Dayparts,
    Table::Seasons,
    Table::Holidays,
    Table::Positions,
    Table::Eras,
    Table::Ordinals,
    Table::Decades,
]);

/// Places whose words are remembered.
const CACHED: usize = 4;

/// The words of dates that start at a place.
#[derive(Debug, Default)]
pub(super) struct CachedEntries {
    pub(super) at: Option<usize>,
    pub(super) list: Vec<Entry>,
    pub(super) tables: TableSet,
    /// The numeral there, once it was asked for.
    numeral: Option<Numeral>,
    /// The number of first or last ones there, in the same way.
    several: Option<Several>,
    /// The words before and after places and those of clauses, each with its place.
    before: Option<(usize, Neighbour<DateClass>)>,
    after: Option<(usize, Neighbour<DateClass>)>,
    word: Option<(usize, Neighbour<DateClass>)>,
}

impl CachedEntries {
    /// Those of all places that are remembered, of which nothing is known yet.
    pub(super) fn fresh(mut all: Vec<Self>) -> RefCell<Vec<Self>> {
        all.resize_with(CACHED, Self::default);
        all.iter_mut().for_each(|c| (c.at, c.before, c.after, c.word) = (None, None, None, None));
        RefCell::new(all)
    }
}

/// The end and value of a numeral, if there is one.
pub(crate) type Numeral = Option<(usize, i32)>;

/// The end of *tre första*, how many they are, and the side: 1 of the first, -1 of the last.
pub(crate) type Several = Option<(usize, i8, i8)>;

/// A block and the words it is read with.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Text<'a> {
    pub(crate) block: &'a Block<'a>,
    pub(crate) lexicon: &'a Lexicon,
    pub(super) openings: &'a Openings,
    pub(super) cache: &'a RefCell<Vec<CachedEntries>>,
}

impl Text<'_> {
    /// The words of a table that start at `at`, shortest first.
    pub(crate) fn entries(&self, table: Table, at: usize) -> impl Iterator<Item = Entry> + '_ {
        let any = self.tables(at).has(table);
        let entry = move |i| self.look(at, |found| found.list.get(i).copied());
        (0..).map_while(entry).take_while(move |_| any).filter(move |e| e.table == table)
    }

    /// The longest word of a table that starts at `at`.
    pub(crate) fn longest(&self, table: Table, at: usize) -> Option<Entry> {
        self.entries(table, at).last()
    }

    /// The tables of which a word starts at `at`.
    pub(super) fn tables(&self, at: usize) -> TableSet {
        self.look(at, |found| found.tables)
    }

    /// The guard right before a place, which several decisions ask for.
    pub(crate) fn before(&self, guards: &Guards<DateClass>, at: usize) -> Neighbour<DateClass> {
        self.asked(at, |c| &mut c.before, || guards.before(self.lexicon, self.block, at))
    }

    /// The guard right after a place.
    pub(crate) fn after(&self, guards: &Guards<DateClass>, at: usize) -> Neighbour<DateClass> {
        self.asked(at, |c| &mut c.after, || guards.after(self.lexicon, self.block, at))
    }

    /// The word of a clause that starts at a place.
    pub(crate) fn word(&self, guards: &Guards<DateClass>, at: usize) -> Neighbour<DateClass> {
        self.asked(at, |c| &mut c.word, || guards.word(self.lexicon, self.block, at))
    }

    /// A word beside a place, looked for if it is not remembered.
    #[inline]
    fn asked(
        &self,
        at: usize,
        known: fn(&mut CachedEntries) -> &mut Option<(usize, Neighbour<DateClass>)>,
        look: impl FnOnce() -> Neighbour<DateClass>,
    ) -> Neighbour<DateClass> {
        if let Some((_, word)) = known(&mut self.cache.borrow_mut()[at % CACHED]).filter(|k| k.0 == at) {
            return word;
        }
        let word = look();
        *known(&mut self.cache.borrow_mut()[at % CACHED]) = Some((at, word));
        word
    }

    /// The numeral that starts at `at`, read once for the slots that ask for it.
    pub(crate) fn numeral(&self, at: usize, read: impl FnOnce() -> Numeral) -> Numeral {
        if let Some(known) = self.look(at, |found| found.numeral) {
            return known;
        }
        let numeral = read();
        self.cache.borrow_mut()[at % CACHED].numeral = Some(numeral);
        numeral
    }

    /// The number of first or last ones that starts at `at`, in the same way.
    pub(crate) fn several(&self, at: usize, read: impl FnOnce() -> Several) -> Several {
        if let Some(known) = self.look(at, |found| found.several) {
            return known;
        }
        let several = read();
        // What was read has looked at other places.
        self.look(at, |_| ());
        self.cache.borrow_mut()[at % CACHED].several = Some(several);
        several
    }

    /// Looks at the words that start at `at`, which are looked up if they are not remembered.
    fn look<T>(&self, at: usize, take: impl FnOnce(&CachedEntries) -> T) -> T {
        let mut cache = self.cache.borrow_mut();
        let found = &mut cache[at % CACHED];
        if found.at != Some(at) {
            found.at = Some(at);
            found.tables = TableSet::default();
            (found.numeral, found.several) = (None, None);
            found.list.clear();
            if self.openings.at(self.block, at) & Openings::WORD != 0 {
                self.lexicon.starts_at(&self.block.chars, at, TABLES).for_each(|entry| {
                    found.list.push(entry);
                    found.tables.add(entry.table);
                });
            }
        }
        take(found)
    }
}

/// Whether these characters stand at `at`.
pub(crate) fn has(block: &Block<'_>, at: usize, word: &str) -> bool {
    word.chars().enumerate().all(|(i, c)| block.get(at + i) == c)
}
