//! The model of names: how characters are used in them, surnames, and the words around names.

use super::{
    common::{self, COMMON},
    surnames::Surnames,
};
use crate::{
    Error,
    lang::zh::word_parts::{OfficeParts, WordPart},
    lexicon::{Entry, Form, Interned, Lexicon, Row, Table, TableSet},
    text::{CharSet, Pairs},
    tsv,
};

const CHARACTERS: &str = include_str!("../name-characters.tsv");
/// The characters that some word of the tables holds.
const COMMON_CHARACTERS: &str = include_str!("../common-characters.tsv");

/// What a word says about a name: that one may end before it, that one may start after it, that it is none.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct WordWeights {
    pub(super) after: Option<i32>,
    pub(super) before: Option<i32>,
    pub(super) not: Option<i32>,
    /// Whether it is a verb.
    pub(super) verb: bool,
    /// Whether it is a name too.
    pub(super) named: bool,
    /// What it says against a name that ends in it.
    pub(super) within: i32,
}

/// The model.
#[derive(Debug)]
pub(crate) struct NameModel {
    /// Weights of the characters from 一 on: in given names, and in foreign ones.
    pub(super) given: Box<[i8]>,
    pub(super) foreign: Box<[i8]>,
    pub(super) surnames: Surnames,
    words: Interned<WordWeights>,
    /// Of common words, by their classes.
    common: Interned<WordWeights>,
    /// Offices that may follow a name; whether as a rank, beside a title before it.
    pub(super) titles: Vec<Option<bool>>,
    pub(super) edges: Edges,
    pub(super) signs: Signs,
}

/// What words begin with, for a look before a search.
#[derive(Debug)]
pub(super) struct Edges {
    /// Words of two characters at least that may well follow a name.
    pub(super) following: Pairs,
    /// Words and countries of two characters at least.
    pub(super) words: Pairs,
    /// Countries of two characters at least, and places of three.
    pub(super) places: Pairs,
    /// Times of two characters at least.
    pub(super) times: Pairs,
    /// Times of any length.
    pub(super) any_times: Pairs,
    /// Words, countries and places that speak against a name which begins with them.
    pub(super) against: Pairs,
}

/// Characters beside names and in them, by what they tell.
#[derive(Debug)]
pub(super) struct Signs {
    pub(super) dates: CharSet,
    pub(super) posts: CharSet,
    pub(super) counted: CharSet,
    pub(super) unended: CharSet,
    pub(super) persons: CharSet,
    pub(super) villages: CharSet,
    pub(super) nobodies: CharSet,
    pub(super) women: CharSet,
    pub(super) dangling: CharSet,
}

impl Signs {
    fn new(parts: &OfficeParts) -> Self {
        Self {
            dates: parts.of(WordPart::Date),
            posts: parts.of(WordPart::Post),
            counted: parts.of(WordPart::Counted),
            unended: parts.of(WordPart::Unended),
            persons: parts.of(WordPart::Person),
            villages: parts.of(WordPart::Village),
            nobodies: parts.of(WordPart::Nobody),
            women: parts.of(WordPart::Woman),
            dangling: parts.of(WordPart::Dangling),
        }
    }
}

/// Words of times.
pub(super) const TIMES: TableSet = TableSet::of(&TIME_TABLES);
const TIME_TABLES: [Table; 4] = [Table::Relative, Table::Weekdays, Table::Dayparts, Table::Holidays];

/// The weight of a word that may well follow a name.
pub(super) const FOLLOWS: i32 = 4;

/// That of a word before which a name surely ends.
pub(super) const SURELY: i32 = 8;

impl WordWeights {
    /// Those of a word that says nothing.
    const NONE: Self = Self { after: None, before: None, not: None, verb: false, named: false, within: 0 };

    /// Whether a word of some length speaks against a name that begins with it.
    fn is_against(&self, len: usize) -> bool {
        self.not.is_some() || len > 1 && self.after >= Some(FOLLOWS)
    }

    /// What a row of the words around names says.
    fn of_name_word(row: &Row<'_>, after: &str, before: &str, not: &str) -> Result<Self, Error> {
        let weight = |column, cell: &str| match cell {
            "" => Ok(None),
            _ => cell.parse().map(Some).map_err(|_| row.unreadable(column, cell)),
        };
        let (after, before) = (weight("after", after)?, weight("before", before)?);
        Ok(Self { after, before, not: weight("not", not)?, within: -8, ..Self::NONE })
    }

    /// A name may end before a verb, a function word or a time; a noun is no name.
    fn of_common_word(row: &Row<'_>, class: &str, frequent: bool) -> Result<Self, Error> {
        let within = if frequent { -8 } else { -4 };
        let verb = class == "verb";
        let none = Self { verb, within, ..Self::NONE };
        match class {
            "verb" | "function" | "time" => Ok(Self { after: Some(5), ..none }),
            "sure" => Ok(Self { after: Some(SURELY), within: -8, ..none }),
            "name" => Ok(Self { named: true, ..none }),
            "noun" => Ok(Self { not: Some(if frequent { -8 } else { -5 }), ..none }),
            _ => Err(row.error("class", "none of verb, function, time, sure, noun, name")),
        }
    }
}

/// The weight of characters that a model does not list.
const ABSENT: [i8; 2] = [-7, -8];
/// What stands for the weight of a character that the table does not list, until all words are read.
const UNLISTED: i8 = i8::MIN;
/// The weight for given names of those that are rare in all texts.
const RARE: i8 = 1;

impl NameModel {
    pub(crate) fn new(lexicon: &Lexicon, parts: &OfficeParts) -> Result<Self, Error> {
        let [given, foreign] = characters(lexicon)?;
        let mut words = Interned::default();
        for (row, [after, before, not]) in lexicon.rows(Table::NameWords).cells_of(["after", "before", "not"])
        {
            if !words.push(WordWeights::of_name_word(&row, after, before, not)?) {
                return Err(row.error("after", "too many different weights"));
            }
        }
        let mut common = Interned::default();
        for (row, [class, frequent]) in lexicon.rows(Table::Words).cells_of(["class", "frequent"]) {
            // There are few classes of common words.
            common.push(WordWeights::of_common_word(&row, class, frequent == "+")?);
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
        let following = |f: &Form| match f.table {
            Table::NameWords => words.get(f.row).is_some_and(|w| w.after >= Some(FOLLOWS)),
            Table::Words => common.get(f.row).is_some_and(|w| w.after.is_some()),
            _ => false,
        };
        let against = |f: &Form| match f.table {
            Table::NameWords => words.get(f.row).is_some_and(|w| w.is_against(f.len())),
            Table::Words => common.get(f.row).is_some_and(|w| w.is_against(f.len())),
            _ => f.len() > 1,
        };
        let words_and_countries = [Table::NameWords, Table::Words, Table::Countries];
        let edges = Edges {
            following: lexicon.beginnings(&words_and_countries[..2], |f| f.len() > 1 && following(f)),
            words: lexicon.beginnings(&words_and_countries, |f| f.len() > 1 || f.table == Table::Words),
            places: lexicon.beginnings(&[Table::Countries, Table::Places], |f| {
                f.len() > if f.table == Table::Places { 2 } else { 1 }
            }),
            times: lexicon.beginnings(&TIME_TABLES, |f| f.len() > 1),
            any_times: lexicon.beginnings(&TIME_TABLES, |_| true),
            against: lexicon
                .beginnings(&[Table::NameWords, Table::Words, Table::Countries, Table::Places], against),
        };
        let (surnames, signs) = (Surnames::new(lexicon)?, Signs::new(parts));
        Ok(Self { given, foreign, surnames, words, common, titles, edges, signs })
    }

    /// Whether it is a surname of two characters.
    pub(crate) fn is_compound(&self, name: &str) -> bool {
        self.surnames.is_compound(name)
    }

    /// Whether a common word is a verb.
    pub(super) fn is_verb(&self, entry: Entry) -> bool {
        self.word(entry).verb
    }

    /// What a word says about a name beside it.
    pub(super) fn word(&self, entry: Entry) -> WordWeights {
        let words = if entry.table == Table::Words { &self.common } else { &self.words };
        words.get(entry.row).unwrap_or(WordWeights::NONE)
    }

    pub(super) fn given(&self, c: char) -> i32 {
        weight(&self.given, c)
    }

    pub(super) fn foreign(&self, c: char) -> i32 {
        weight(&self.foreign, c)
    }
}

/// The weights of characters in given names and in foreign ones.
fn characters(lexicon: &Lexicon) -> Result<[Box<[i8]>; 2], Error> {
    let mut given = vec![UNLISTED; COMMON].into_boxed_slice();
    let mut foreign = vec![ABSENT[1]; COMMON].into_boxed_slice();
    for (line, [model, weight, characters]) in tsv::rows(CHARACTERS, ["model", "weight", "characters"]) {
        let bad = |column| Error::lexicon("name-characters", line as usize, column, "cannot be read");
        let model = match model {
            "given" => &mut given,
            "foreign" => &mut foreign,
            _ => return Err(bad("model")),
        };
        let weight = weight.parse().map_err(|_| bad("weight"))?;
        for c in characters.chars() {
            model[common::number(c).ok_or_else(|| bad("characters"))?] = weight;
        }
    }
    // A character that no word of the lexicon holds is rare in running text, as many of given names are.
    let own = tsv::rows(COMMON_CHARACTERS, ["characters"]).flat_map(|(_, [characters])| characters.chars());
    let common: CharSet = own.chain(characters_of(lexicon, lexicon.users())).collect();
    for (c, weight) in common::all().zip(&mut given) {
        if *weight == UNLISTED {
            *weight = if common.has(c) { ABSENT[0] } else { RARE };
        }
    }
    Ok([given, foreign])
}

/// The characters that words of some tables hold; those of persons tell nothing of running text.
fn characters_of(lexicon: &Lexicon, tables: impl Iterator<Item = Table>) -> impl Iterator<Item = char> {
    let forms = tables.filter(|&table| table != Table::Persons).flat_map(|table| lexicon.forms_of(table));
    forms.flat_map(|form| lexicon.chars(form)).copied()
}

fn weight(model: &[i8], c: char) -> i32 {
    common::number(c).and_then(|i| model.get(i)).map_or(-9, |&w| i32::from(w))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Language, lang::zh::PACK, languages::derived};
    use std::collections::BTreeSet;

    #[test]
    fn common_characters_are_derived() {
        let lexicon = Lexicon::new(PACK.tables.iter().map(|&(table, source)| (table, source.into())));
        let characters = characters_of(&lexicon, Table::ALL.iter().copied());
        let common: BTreeSet<char> = characters.filter(|&c| common::number(c).is_some()).collect();
        let common: Vec<char> = common.into_iter().collect();
        let rows = common.chunks(40).map(|row| row.iter().chain(&['\n']).collect::<String>());
        let table = format!("characters\n{}", rows.collect::<String>());
        derived::check(
            Language::Chinese,
            "common-characters",
            "The characters that words of the tables hold.",
            &table,
        );
    }
}
