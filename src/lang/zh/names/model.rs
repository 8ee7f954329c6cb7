//! The model of names: how characters are used in them, surnames, and the words around names.

use crate::{
    Error,
    lexicon::{Form, Lexicon, Table},
    text::{CharSet, Pairs},
};

const CHARACTERS: &str = include_str!("../name-characters.tsv");

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

/// What a word says about a name: that one may end before it, that one may start after it, that it is none.
#[derive(Debug, Clone, Copy)]
pub(super) struct Around {
    pub(super) after: Option<i32>,
    pub(super) before: Option<i32>,
    pub(super) not: Option<i32>,
    /// That it begins none.
    pub(super) start: Option<i32>,
}

/// The model.
#[derive(Debug)]
pub(crate) struct Names {
    /// Weights of the characters from 一 on: in given names, and in foreign ones.
    pub(super) given: Box<[i8]>,
    pub(super) foreign: Box<[i8]>,
    pub(super) surnames: Vec<Surname>,
    pub(super) words: Vec<Around>,
    /// Offices that may follow a name; whether as a rank, beside a title before it.
    pub(super) titles: Vec<Option<bool>>,
    /// What begins a surname.
    pub(super) surname_begins: CharSet,
    pub(super) edges: Edges,
}

/// What words begin with, for a look before a search.
#[derive(Debug)]
pub(super) struct Edges {
    /// Words of two characters at least that may well follow a name.
    pub(super) following: Pairs,
    /// Words and countries of two characters at least.
    pub(super) words: Pairs,
    /// The same, and places.
    pub(super) places: Pairs,
}

/// The weight of a word that may well follow a name.
pub(super) const FOLLOWS: i32 = 6;

const FIRST: u32 = 0x4E00;
const LAST: u32 = 0x9FFF;
/// The weight of characters that a model does not list.
const ABSENT: [i8; 2] = [-7, -8];

impl Names {
    pub(crate) fn new(lexicon: &Lexicon) -> Result<Self, Error> {
        let size = (LAST - FIRST + 1) as usize;
        let mut given = vec![ABSENT[0]; size].into_boxed_slice();
        let mut foreign = vec![ABSENT[1]; size].into_boxed_slice();
        for (i, line) in CHARACTERS.lines().enumerate().filter(|(_, l)| !l.starts_with('#')).skip(1) {
            let bad = |column| Error::lexicon("name-characters", i + 1, column, "cannot be read");
            let mut cells = line.split('\t');
            let model = match cells.next() {
                Some("given") => &mut given,
                Some("foreign") => &mut foreign,
                _ => return Err(bad("model")),
            };
            let weight = cells.next().and_then(|c| c.parse().ok()).ok_or_else(|| bad("weight"))?;
            for c in cells.next().ok_or_else(|| bad("characters"))?.chars() {
                *slot(model, c).ok_or_else(|| bad("characters"))? = weight;
            }
        }
        let mut surnames = Vec::new();
        for row in lexicon.rows(Table::Surnames).iter() {
            surnames.push(match row.get("kind") {
                "plain" => Surname::Plain,
                "word" => Surname::Word,
                "verb" => Surname::Verb,
                "compound" => Surname::Compound,
                "japanese" => Surname::Japanese,
                "part" => Surname::Part,
                "reign" => Surname::Reign,
                _ => return Err(row.error("kind", "unknown kind of surname")),
            });
        }
        let mut words = Vec::new();
        for row in lexicon.rows(Table::NameWords).iter() {
            let weight = |column| match row.get(column) {
                "" => Ok(None),
                _ => row.parse(column).map(Some),
            };
            words.push(Around {
                after: weight("after")?,
                before: weight("before")?,
                not: weight("not")?,
                start: weight("start")?,
            });
        }
        let titles = lexicon
            .rows(Table::Offices)
            .iter()
            .map(|row| match row.get("use") {
                "after" => Some(false),
                "rank" => Some(true),
                _ => None,
            })
            .collect();
        let following = |f: &Form| words[f.row as usize].after >= Some(FOLLOWS);
        let named = |f: &Form, table| f.table == table && f.len() > 1;
        let edges = Edges {
            following: lexicon.beginnings(|f| named(f, Table::NameWords) && following(f)),
            words: lexicon.beginnings(|f| named(f, Table::NameWords) || named(f, Table::Countries)),
            places: lexicon
                .beginnings(|f| named(f, Table::Countries) || f.table == Table::Places && f.len() > 2),
        };
        let forms = lexicon.forms().iter().filter(|f| f.table == Table::Surnames);
        let surname_begins = forms.filter_map(|f| lexicon.chars(f).first().copied()).collect();
        Ok(Self { given, foreign, surnames, words, titles, surname_begins, edges })
    }

    pub(super) fn given(&self, c: char) -> i32 {
        weight(&self.given, c)
    }

    pub(super) fn foreign(&self, c: char) -> i32 {
        weight(&self.foreign, c)
    }
}

fn slot(model: &mut [i8], c: char) -> Option<&mut i8> {
    (c as u32).checked_sub(FIRST).and_then(|i| model.get_mut(i as usize))
}

fn weight(model: &[i8], c: char) -> i32 {
    (c as u32).checked_sub(FIRST).and_then(|i| model.get(i as usize)).map_or(-9, |&w| i32::from(w))
}
