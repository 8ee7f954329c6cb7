//! Units: the words that make a number an amount or a share, and where one stands.

use crate::{
    Error,
    lexicon::{Lexicon, Row, Table},
    text::{Block, Pairs, WholeWords},
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
    /// The unit is so only where something goes up or down.
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
    pub(super) edges: (Pairs, Pairs),
    /// What those begin with that a number may stand behind.
    preceding: Pairs,
    /// The first word of each, where words are written with spaces.
    pub(super) words: Option<WholeWords>,
}

impl Units {
    /// Reads the table of the units, whose column `id` names them.
    pub(super) fn new(lexicon: &Lexicon, table: Table, id: &str, spaced: bool) -> Result<Self, Error> {
        let rows: Vec<Unit> =
            lexicon.rows(table).iter().map(|row| Unit::read(row, id)).collect::<Result<_, _>>()?;
        let forms = lexicon.forms_of(table).iter().map(|form| lexicon.chars(form).iter().copied());
        Ok(Self {
            table,
            words: spaced.then(|| WholeWords::new(forms)),
            preceding: lexicon.beginnings(&[table], |f| rows[f.row as usize].after),
            rows,
            edges: (lexicon.beginnings(&[table], |_| true), lexicon.endings(&[table], |_| true)),
        })
    }

    /// Whether a unit may start at a place.
    pub(super) fn may_start(&self, block: &Block<'_>, at: usize) -> bool {
        self.edges.0.start(block, at)
    }

    /// Whether a unit that a number may stand behind may start at a place.
    pub(super) fn may_precede(&self, block: &Block<'_>, at: usize) -> bool {
        self.preceding.start(block, at)
    }
}
