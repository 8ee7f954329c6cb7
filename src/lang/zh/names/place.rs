//! A reading of characters as a name, and the place where its weight is told.

use super::model::NameModel;
use crate::{
    lang::zh::guard::{OfficialClass, OfficialGuards},
    lexicon::{Entry, Lexicon, TableSet},
    text::{Block, is_han},
};

/// A reading of characters `start..end` as a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct NameReading {
    pub(crate) start: usize,
    pub(crate) end: usize,
    /// How much speaks for it, in bits.
    pub(crate) weight: i32,
    /// Whether it is a whole name, not a surname alone.
    pub(crate) full: bool,
}

impl NameReading {
    pub(super) const NONE: Self = Self { start: 0, end: 0, weight: i32::MIN, full: false };
}

/// A place of a text and the model: everything that weighs a name.
#[derive(Debug, Clone, Copy)]
pub(crate) struct At<'a> {
    pub(crate) names: &'a NameModel,
    pub(crate) guards: &'a OfficialGuards,
    pub(crate) lexicon: &'a Lexicon,
    pub(crate) block: &'a Block<'a>,
}

impl<'a> At<'a> {
    /// Rows of tables that start at a place, shortest first.
    pub(super) fn starts(self, i: usize, tables: TableSet) -> impl Iterator<Item = Entry> + 'a {
        self.lexicon.starts_at(&self.block.chars, i, tables)
    }

    /// Whether the word after a place is of a class, and where it ends.
    pub(super) fn guarded(self, at: usize, class: OfficialClass) -> Option<usize> {
        self.guards.after(self.lexicon, self.block, at, class)
    }

    /// Whether a phrase begins at `i`.
    pub(super) fn begins(self, i: usize) -> bool {
        begins(self.block, i)
    }

    /// Rows of tables that end before a place, shortest first.
    pub(super) fn ends(self, j: usize, tables: TableSet) -> impl Iterator<Item = Entry> + 'a {
        self.lexicon.ends_at(&self.block.chars, j, tables)
    }
}

/// Whether a character is a digit as names have them beside them. The digits of cheques are none of these: 陆 and 伍 are surnames.
pub(super) const fn is_digit(c: char) -> bool {
    matches!(c, '一' | '二' | '三' | '四' | '五' | '六' | '七' | '八' | '九')
}

/// The same, and ten.
pub(crate) const fn is_numeral(c: char) -> bool {
    is_digit(c) || c == '十'
}

/// Whether a phrase begins at `i`.
pub(super) fn begins(block: &Block<'_>, i: usize) -> bool {
    let c = block.before(i);
    !is_han(c) && !c.is_alphanumeric() && c != '·'
}
