//! Units: the words that make a number an amount or a share, and where one stands.

use super::Site;
use crate::{
    Error,
    lexicon::{Entry, Lexicon, Row, Table, TableSet},
    text::{Block, Pairs, is_han, is_letter},
};
use rust_decimal::Decimal;

/// What a table says of a unit.
#[derive(Debug)]
pub(crate) struct Unit {
    /// Units that mean the same have the same id: a currency's code, a percent unit's name.
    pub(crate) id: Box<str>,
    /// Other ids that it may have: the currencies of a name that several share.
    also: Vec<Box<str>>,
    pub(super) factor: Decimal,
    /// The number stands before it, after it.
    pub(super) before: bool,
    pub(super) after: bool,
    /// A bit for each [`Flag`].
    flags: u32,
}

/// Declares the flags of unit tables, each with its name.
macro_rules! flags {
    ($($(#[$doc:meta])* $flag:ident $text:literal),* $(,)?) => {
        /// The flags of unit tables.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub(crate) enum Flag { $($(#[$doc])* $flag),* }

        impl Flag {
            fn named(name: &str) -> Option<Self> {
                match name {
                    $($text => Some(Self::$flag),)*
                    _ => None,
                }
            }
        }
    };
}

flags! {
    /// Several currencies go by the name.
    Assumed "assumed",
    /// The countries of the sentence do not change which one is meant.
    Firm "firm",
    /// The region of the text decides whose money it is.
    Region "region",
    /// The same, of a sign that names one if nothing else is said.
    Local "local",
    /// A word end must stand on either side, and capitals are no matter.
    Letters "letters",
    /// Only after a multiplier.
    Weak "weak",
    /// Only after digits or a multiplier.
    Digits "digits",
    /// A capital makes it another word.
    Plain "plain",
    /// A price only with a digit behind or by the words before it.
    Spoken "spoken",
    /// Only inside a compound.
    Compound "compound",
    /// Only after one to ten.
    Few "few",
    /// Ends a compound.
    Joined "joined",
    /// Halves may stand before it.
    Counted "counted",
    /// Only of a rate of interest and its like.
    Rate "rate",
    /// The same, and only where it goes up or down.
    Moved "moved",
}

impl Unit {
    pub(crate) fn has(&self, flag: Flag) -> bool {
        self.flags & 1 << flag as u32 != 0
    }

    pub(super) fn same(&self, other: &Self) -> bool {
        self.id == other.id && self.factor == other.factor
    }

    /// Whether it is a currency, not a part of one such as a cent.
    pub(crate) fn is_main(&self) -> bool {
        self.factor >= Decimal::ONE
    }

    /// Whether it is a part of another unit: 美分 of 美元.
    pub(super) fn part_of(&self, main: &Self) -> bool {
        self.factor < main.factor && (self.id == main.id || self.also.contains(&main.id))
    }

    fn read(row: Row<'_>, id: &str) -> Result<Self, Error> {
        let flag = |all: u32, name| match Flag::named(name) {
            Some(flag) => Ok(all | 1 << flag as u32),
            None => Err(row.error("flags", format!("no flag `{name}`"))),
        };
        let place = row.get("place");
        if !matches!(place, "" | "before" | "after" | "both") {
            return Err(row.error("place", format!("no place `{place}`")));
        }
        let also = row.get("shared").split_whitespace().filter_map(|pair| pair.split_once(':'));
        Ok(Self {
            id: row.get(id).into(),
            also: also.map(|(_, code)| code.into()).collect(),
            factor: if row.get("factor").is_empty() { Decimal::ONE } else { row.parse("factor")? },
            before: place != "after",
            after: matches!(place, "after" | "both"),
            flags: row.get("flags").split_whitespace().try_fold(0, flag)?,
        })
    }
}

/// The units of a table.
#[derive(Debug)]
pub(crate) struct Units {
    pub(super) table: Table,
    pub(crate) rows: Vec<Unit>,
    /// What they begin with, and end in.
    edges: (Pairs, Pairs),
}

impl Units {
    /// Reads the table of the units, whose column `id` names them.
    pub(super) fn new(lexicon: &Lexicon, table: Table, id: &str) -> Result<Self, Error> {
        Ok(Self {
            table,
            rows: lexicon.rows(table).iter().map(|row| Unit::read(row, id)).collect::<Result<_, _>>()?,
            edges: (lexicon.beginnings(|f| f.table == table), lexicon.endings(|f| f.table == table)),
        })
    }

    /// Whether a unit may start at a place.
    pub(super) fn may_start(&self, block: &Block<'_>, at: usize) -> bool {
        self.edges.0.start(block, at)
    }
}

impl Site<'_> {
    pub(super) fn unit(&self, row: usize) -> Option<&Unit> {
        self.of.units.rows.get(row)
    }

    /// Whether a unit may start at `at`: inside a Latin word only after a numeral, in a compound.
    pub(super) fn opens(&self, at: usize) -> bool {
        let letter =
            |c: char| if c.is_ascii() { c.is_ascii_alphabetic() } else { is_letter(c) && !is_han(c) };
        let inside = letter(self.block.before(at)) && letter(self.block.get(at));
        (!inside || self.of.numerals.may_end(&self.block.chars, at))
            && self.of.units.may_start(self.block, at)
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
