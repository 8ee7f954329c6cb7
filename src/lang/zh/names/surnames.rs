//! Surnames, and the names of reigns.

use super::common::{self, COMMON};
use crate::{
    Error,
    lexicon::{Lexicon, Row, Table},
    text::{Block, Pairs},
};
use std::collections::HashSet;

/// What a surname is besides.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Surname {
    Plain,
    Word,
    Verb,
    Compound,
    Japanese,
    /// A name of Tibet, Mongolia or Xinjiang is made of such parts.
    Part,
    /// None, but the name of a reign, by which its ruler is known.
    Reign,
}

/// The table of surnames, with what spares searches in it.
#[derive(Debug)]
pub(super) struct Surnames {
    of_row: Vec<Surname>,
    /// Those of one common character, by its place.
    single: Box<[Option<Surname>]>,
    /// What all others begin with.
    others: Pairs,
    /// Surnames of two characters.
    compounds: HashSet<String>,
}

impl Surnames {
    pub(super) fn new(lexicon: &Lexicon) -> Result<Self, Error> {
        let rows = || lexicon.rows(Table::Surnames).iter();
        let of_row = rows().map(|row| surname(&row)).collect::<Result<Vec<_>, _>>()?;
        let compound = |row: &Row<'_>| matches!(row.get("kind"), "compound" | "japanese");
        let compounds = rows().filter(compound).map(|row| row.get("form").to_owned()).collect();
        let forms = lexicon.forms_of(Table::Surnames);
        let mut single = vec![None; COMMON].into_boxed_slice();
        let mut others = Pairs::new();
        for form in forms {
            let chars = lexicon.chars(form);
            match chars.first().filter(|_| chars.len() == 1).and_then(|&c| common::number(c)) {
                Some(number) => single[number] = Some(of_row[form.row as usize]),
                None => others.add(chars.iter().copied()),
            }
        }
        Ok(Self { of_row, single, others, compounds })
    }

    /// What the surname of a row is.
    pub(super) fn of_row(&self, row: u32) -> Surname {
        self.of_row[row as usize]
    }

    /// The surname that a common character is by itself.
    pub(super) fn single(&self, c: char) -> Option<Surname> {
        common::number(c).and_then(|number| self.single[number])
    }

    /// Whether a surname may start at a place.
    pub(super) fn may_start(&self, block: &Block<'_>, at: usize) -> bool {
        self.single(block.get(at)).is_some() || self.may_be_other(block, at)
    }

    /// Whether another than one of a single common character may start at a place.
    pub(super) fn may_be_other(&self, block: &Block<'_>, at: usize) -> bool {
        self.others.start(block, at)
    }

    /// Whether one of several characters may start at a place, or a part that others follow.
    pub(super) fn may_be_long(&self, block: &Block<'_>, at: usize) -> bool {
        self.may_be_other(block, at) || self.single(block.get(at)) == Some(Surname::Part)
    }

    /// Whether it is a surname of two characters.
    pub(super) fn is_compound(&self, name: &str) -> bool {
        self.compounds.contains(name)
    }
}

fn surname(row: &Row<'_>) -> Result<Surname, Error> {
    Ok(match row.get("kind") {
        "plain" => Surname::Plain,
        "word" => Surname::Word,
        "verb" => Surname::Verb,
        "compound" => Surname::Compound,
        "japanese" => Surname::Japanese,
        "part" => Surname::Part,
        "reign" => Surname::Reign,
        _ => return Err(row.error("kind", "unknown kind of surname")),
    })
}
