//! Surnames, and the names of reigns.

use super::{
    model::{COMMON, place},
    place::At,
};
use crate::{
    Error,
    lexicon::{Lexicon, Row, Table, TableSet},
    text::{CharSet, Pairs},
};
use std::collections::HashSet;

const SURNAMES: TableSet = TableSet::of(&[Table::Surnames]);

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
    /// What surnames begin with.
    pub(super) begins: CharSet,
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
            match chars.first().filter(|_| chars.len() == 1).and_then(|&c| place(c)) {
                Some(place) => single[place] = Some(of_row[form.row as usize]),
                None => others.add(chars.iter().copied()),
            }
        }
        let begins = forms.iter().filter_map(|form| lexicon.chars(form).first().copied()).collect();
        Ok(Self { of_row, single, others, begins, compounds })
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

impl At<'_> {
    /// The surnames that start at a place, shortest first, by their ends.
    pub(super) fn surnames(&self, at: usize) -> impl Iterator<Item = (usize, Surname)> {
        let surnames = &self.names.surnames;
        let single = place(self.block.get(at)).and_then(|place| surnames.single[place]);
        let may = surnames.others.start(self.block, at);
        let others = may.then(|| self.starts(at, SURNAMES)).into_iter().flatten();
        let others = others.filter(move |e| e.at > at + 1 || single.is_none());
        let others = others.map(|e| (e.at, surnames.of_row[e.row as usize]));
        single.map(|surname| (at + 1, surname)).into_iter().chain(others)
    }

    /// Where the name of a reign starts that ends before `j`.
    pub(super) fn reign_before(&self, j: usize) -> Option<usize> {
        let reign = |row: u32| self.names.surnames.of_row[row as usize] == Surname::Reign;
        self.ends(j, SURNAMES).find(|e| reign(e.row)).map(|e| e.at)
    }
}
