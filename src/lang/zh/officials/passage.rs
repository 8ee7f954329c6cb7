//! A block with all that reads its officials: what the readers of titles and names ask of a place.

use super::{model::ChineseOfficials, tables::OfficialTables};
use crate::{
    lang::zh::{guard::OfficialClass, names::At, word_parts::WordPart},
    lexicon::{Entry, Lexicon, TableSet},
    text::{Block, is_han},
    value::Country,
};
use std::cell::RefCell;

/// Characters of a first part with one behind it.
const PART: usize = 4;

/// A block, and what reads it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Passage<'a> {
    pub(super) officials: &'a ChineseOfficials,
    pub(super) lexicon: &'a Lexicon,
    pub(super) block: &'a Block<'a>,
    pub(super) seen: &'a Seen,
}

/// What was asked for in a block, remembered.
#[derive(Debug, Default)]
pub(super) struct Seen {
    /// Which country short names mean, each by its row.
    lands: RefCell<Vec<(u32, Option<Country>)>>,
    /// Whether names surely start at places: those asked for in the order of the text.
    named: RefCell<Vec<(usize, bool)>>,
}

impl Seen {
    /// What the short name of a country means, by its row: looked for if it is not remembered.
    pub(super) fn land(&self, row: u32, look: impl FnOnce() -> Option<Country>) -> Option<Country> {
        let known = self.lands.borrow().iter().find(|(of, _)| *of == row).map(|(_, country)| *country);
        known.unwrap_or_else(|| {
            let found = look();
            self.lands.borrow_mut().push((row, found));
            found
        })
    }

    /// Whether a name surely starts at a place: looked for if it is not remembered.
    pub(super) fn named_after(&self, at: usize, look: impl FnOnce() -> bool) -> bool {
        let known = self.named.borrow().binary_search_by_key(&at, |&(place, _)| place);
        known.map(|i| self.named.borrow()[i].1).unwrap_or_else(|i| {
            let named = look();
            let mut known = self.named.borrow_mut();
            // All are asked for in their order, and some of them once more.
            if i == known.len() {
                known.push((at, named));
            }
            named
        })
    }
}

impl<'a> Passage<'a> {
    pub(super) fn tables(self) -> &'a OfficialTables {
        &self.officials.tables
    }

    /// What weighs names.
    pub(super) fn names(self) -> At<'a> {
        At {
            names: &self.officials.names,
            guards: &self.officials.guards,
            lexicon: self.lexicon,
            block: self.block,
        }
    }

    pub(super) fn get(self, i: usize) -> char {
        self.block.get(i)
    }

    pub(super) fn before(self, i: usize) -> char {
        self.block.before(i)
    }

    /// The characters of a range.
    pub(super) fn chars(self, start: usize, end: usize) -> &'a [char] {
        self.block.chars.get(start..end).unwrap_or(&[])
    }

    /// Rows of tables that start at a place, shortest first.
    pub(super) fn starts(self, i: usize, tables: TableSet) -> impl Iterator<Item = Entry> + 'a {
        self.lexicon.starts_at(&self.block.chars, i, tables)
    }

    /// Rows of tables that end before a place, shortest first.
    pub(super) fn ends(self, j: usize, tables: TableSet) -> impl Iterator<Item = Entry> + 'a {
        self.lexicon.ends_at(&self.block.chars, j, tables)
    }

    /// The start and row of the longest word of tables before a place.
    pub(super) fn longest_before(self, at: usize, tables: TableSet) -> Option<(usize, u32)> {
        self.ends(at, tables).last().map(|e| (e.at, e.row))
    }

    /// Whether the longest guard before a place is of a class, and where it starts.
    pub(super) fn guarded(self, at: usize, class: OfficialClass) -> Option<usize> {
        self.officials.guards.before(self.lexicon, self.block, at, class)
    }

    /// Whether the longest guard after a place is of a class, and where it ends.
    pub(super) fn followed(self, at: usize, class: OfficialClass) -> Option<usize> {
        self.officials.guards.after(self.lexicon, self.block, at, class)
    }

    /// Whether the characters of a range end in a part of a class.
    pub(super) fn ends_in(self, start: usize, end: usize, class: WordPart) -> bool {
        self.officials.parts.ends(self.chars(start, end), class)
    }

    /// Whether a part of a class, with more behind it, begins at a place.
    pub(super) fn begins_with(self, at: usize, class: WordPart) -> bool {
        let end = (at + PART).min(self.block.len());
        self.officials.parts.begins(self.chars(at, end), class)
    }

    /// Whether the one character before a place is a part of a class.
    pub(super) fn sign(self, at: usize, class: WordPart) -> bool {
        self.officials.parts.is_sign(self.before(at), class)
    }

    /// Whether a body's name cannot go on to the left over the character before `at`.
    pub(super) fn stops(self, at: usize) -> bool {
        self.officials.guards.stops(self.lexicon, self.block, at)
    }
}

/// Whether a phrase may begin after the character.
pub(super) fn edge(c: char) -> bool {
    !is_han(c) && !c.is_alphanumeric() && c != '·'
}
