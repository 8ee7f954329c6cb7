//! A block of text and the words of dates in it, looked up once.

use super::{
    guard::DateClass,
    openings::Openings,
    seen::{Numeral, Seen, Several, WordsAt},
};
use crate::{
    kind::guard::{ClassSet, Guards, Neighbour},
    lexicon::{Entry, Lexicon, Table, TableSet},
    text::{Block, Quiet},
};
use std::{cell::Cell, ops::Range};

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

/// A block and the words it is read with.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Text<'a> {
    pub(crate) block: &'a Block<'a>,
    pub(crate) lexicon: &'a Lexicon,
    pub(super) openings: &'a Openings,
    pub(super) seen: &'a Seen,
}

impl Text<'_> {
    /// The words of a table that start at `at`, shortest first.
    pub(crate) fn entries(&self, table: Table, at: usize) -> impl Iterator<Item = Entry> + '_ {
        let any = self.tables(at).has(table);
        let entry = move |i| self.look(at, |found| found.list.get(i).copied());
        (0..).take_while(move |_| any).map_while(entry).filter(move |e| e.table == table)
    }

    /// The longest word of a table that starts at `at`.
    pub(crate) fn longest(&self, table: Table, at: usize) -> Option<Entry> {
        self.look(at, |found| {
            let any = found.tables.has(table);
            if any { found.list.iter().rfind(|e| e.table == table).copied() } else { None }
        })
    }

    /// The tables of which a word starts at `at`.
    pub(super) fn tables(&self, at: usize) -> TableSet {
        self.look(at, |found| found.tables)
    }

    /// What may begin at `at`.
    pub(super) fn opening(&self, at: usize) -> u8 {
        self.look(at, |found| found.opening)
    }

    /// The guard right before a place, which several decisions ask for.
    pub(crate) fn before(&self, guards: &Guards<DateClass>, at: usize) -> Neighbour<DateClass> {
        self.seen.beside(|p| &mut p.before, at, || guards.before(self.lexicon, self.block, at))
    }

    /// The guard right after a place.
    pub(crate) fn after(&self, guards: &Guards<DateClass>, at: usize) -> Neighbour<DateClass> {
        let Some(start) = guards.start_after(self.block, at) else { return Neighbour::nobody(at) };
        let word = self.seen.beside(|p| &mut p.after, start, || guards.rest(self.lexicon, self.block, start));
        // Nothing stands right there.
        if word.row.is_none() { Neighbour::nobody(at) } else { word }
    }

    /// The word of a clause that starts at a place.
    pub(crate) fn word(&self, guards: &Guards<DateClass>, at: usize) -> Neighbour<DateClass> {
        self.seen.beside(|p| &mut p.starting, at, || guards.word(self.lexicon, self.block, at))
    }

    /// The word that a date begins with.
    pub(crate) fn itself(&self, guards: &Guards<DateClass>, start: usize) -> Neighbour<DateClass> {
        self.seen.beside(|p| &mut p.itself, start, || guards.itself(self.lexicon, self.block, start))
    }

    /// The first word in a range of places that has one of the classes in its column `clause`, with its start.
    pub(crate) fn in_clause(
        &self,
        guards: &Guards<DateClass>,
        places: Range<usize>,
        classes: &[DateClass],
    ) -> Option<(usize, Neighbour<DateClass>)> {
        let wanted = ClassSet::of(classes);
        let look = |at| {
            let may = guards.may_stand(self.block, at);
            if may { Some(self.word(guards, at)).filter(|word| word.row.is_some()) } else { None }
        };
        self.seen.in_clause(places, look, |word| word.classes.meets(wanted))
    }

    /// The last date before which nothing says that it comes again.
    pub(crate) fn alone(&self) -> &Cell<Option<usize>> {
        &self.seen.alone
    }

    /// Where nothing of a sort ends, of which a language may tell some apart.
    pub(crate) fn quiet(&self, sort: usize) -> &Quiet {
        &self.seen.quiet[sort]
    }

    /// The numeral that starts at `at`, read once for the slots that ask for it.
    pub(crate) fn numeral(&self, at: usize, read: impl FnOnce() -> Numeral) -> Numeral {
        if let Some(known) = self.look(at, |found| found.numeral) {
            return known;
        }
        let numeral = read();
        self.look(at, |found| found.numeral = Some(numeral));
        numeral
    }

    /// The number of first or last ones that starts at `at`, in the same way.
    pub(crate) fn several(&self, at: usize, read: impl FnOnce() -> Several) -> Several {
        if let Some(known) = self.look(at, |found| found.several) {
            return known;
        }
        let several = read();
        self.look(at, |found| found.several = Some(several));
        several
    }

    /// Looks at the words that start at `at`, which are looked up if they are not remembered.
    fn look<T>(&self, at: usize, take: impl FnOnce(&mut WordsAt) -> T) -> T {
        let read = |found: &mut WordsAt| {
            found.opening = self.openings.at(self.block, at);
            if found.opening & Openings::WORD != 0 {
                self.lexicon.starts_at(&self.block.chars, at, TABLES).for_each(|entry| {
                    found.list.push(entry);
                    found.tables.add(entry.table);
                });
            }
        };
        self.seen.words_at(at, read, take)
    }
}

/// Whether these characters stand at `at`.
pub(crate) fn has(block: &Block<'_>, at: usize, word: &str) -> bool {
    word.chars().enumerate().all(|(i, c)| block.get(at + i) == c)
}
