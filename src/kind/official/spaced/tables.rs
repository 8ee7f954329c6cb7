//! The rows of the tables, read once.

use super::word_parts::WordPart;
use crate::{
    Error,
    kind::{
        guard::{Class as _, ClassSet, Guards, class_set, classes},
        official::{TermSide, TermWord, word_parts::WordParts},
    },
    lexicon::{Form, Lexicon, Table},
    text::{Pairs, is_letter_or_digit, lower},
    value::{BodyKind, Country, Role, Tenure, TermSense},
};

classes! {
    /// What a word is to a name.
    Class {
        /// *von*, *bin*: inside a name.
        Particle "particle",
        /// *Lord*: before a name.
        Honorific "honorific",
        /// *jr*: after a name.
        Suffix "suffix",
        /// A surname that stands before the given name: *Kim*, *Xi*.
        East "east",
        /// A name that ends in the genitive's letter of itself: *Williams*, *Samaras*.
        Whole "whole",
        /// What verbs may begin with.
        Prefix "prefix",
        /// The wife of a king.
        Consort "consort",
        Preposition "prep",
        Conjunction "conj",
        Pronoun "pron",
        Adverb "adv",
        Verb "verb",
        /// No name, though it has a capital.
        Stop "stop",
    }
}

classes! {
    /// What a word does around titles.
    Grammar {
        /// Between a title and its body.
        Joint "joint",
        /// Between the words of a body.
        Inner "inner",
        /// The preposition with which an ambassador has a country.
        For "for",
        /// In the names of nobles.
        Of "of",
        /// Between an owner or preposition and its noun.
        Article "article",
        /// Between two titles or two names.
        And "and",
        /// In a relative clause, before a title that may be held no longer.
        Was "was",
        /// Until or between: before the year in which an office ended.
        Until "until",
        /// A particle that never begins a name.
        Inside "inside",
        /// An honorific that may be a name itself.
        Named "named",
        /// Begins a relative clause.
        Who "who",
        /// In a relative clause, before a title.
        Be "be",
        /// Before the participle of the same.
        Have "have",
        /// A particle that may be another word where it begins a name.
        Lone "lone",
    }
}

/// What kind of body an office belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum BodyClass {
    /// An agency, court, parliament, force, municipality, organisation of states.
    Public,
    Party,
    /// A country, or a part of one with a government.
    Country(Option<Country>),
    /// Known to be none of these.
    Other,
    /// Not known.
    Unknown,
}

/// When a title makes an official; see `offices.tsv`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum OfficeScope {
    Public,
    /// Public, but a name where it stands bare with a capital: *Emir Kusturica*.
    Small,
    Usual,
    Body,
    Land,
    Other,
}

classes! {
    /// What is special about an office.
    Flag {
        /// In the definite form its holder is an official only with a country: kings are of many fields.
        Crown "crown",
        /// Held for a country; for all else it is an honour.
        Envoy "envoy",
        /// No office is held, but sought.
        Candidate "candidate",
        /// Its word is also that of the wife of a king.
        Consort "consort",
        /// The office of a town, which may stand before it as it is: *Åbo stadsdirektör*.
        Town "town",
    }
}

classes! {
    /// What a word beside a name or a title makes of it.
    OfficialClass {
        /// After a genitive: a person of the family, who holds nothing.
        Kin "kin",
        /// After a name, or as its last word: something that is named after a person.
        Namesake "namesake",
        /// A verb before a title that takes places and things for its object.
        Visits "visits",
        /// Before a title: a work, a firm or a ship whose name begins with it.
        Work "work",
        /// Between a title and a name: the country or party that the holder comes from.
        Origin "origin",
        /// Between an office and a date: what says nothing of either.
        Between "between",
        /// Between an office and a date: it is or was held then.
        During "during",
        /// Between an office and a date: it began then.
        Since "since",
        /// Between an office and a date: it ended then.
        Until "until",
        /// After a date: it is that of another office.
        Elsewhere "elsewhere",
    }
}

impl OfficialClass {
    /// What a word between an office and a date says, or one after the date.
    pub(super) fn term(classes: ClassSet<Self>, side: TermSide) -> Option<TermWord> {
        if side == TermSide::Beyond && classes.has(Self::Elsewhere) {
            return Some(TermWord::Elsewhere);
        }
        let tables = [
            (Self::During, TermWord::Says(TermSense::During)),
            (Self::Since, TermWord::Says(TermSense::Since)),
            (Self::Until, TermWord::Says(TermSense::Until)),
            (Self::Between, TermWord::Between),
        ];
        tables.into_iter().find(|&(class, _)| classes.has(class)).map(|(_, word)| word)
    }
}

/// A title noun.
#[derive(Debug)]
pub(super) struct OfficeRow {
    pub(super) role: Role,
    pub(super) scope: OfficeScope,
    /// Whether longer words may end in it.
    pub(super) head: bool,
    /// The base form, by which the inflected ones are known.
    pub(super) base: Vec<char>,
    /// A neuter noun.
    pub(super) neuter: bool,
    pub(super) flags: ClassSet<Flag>,
}

/// A body of the table.
#[derive(Debug, Clone, Copy)]
pub(super) struct BodyRow {
    pub(super) body: BodyClass,
    pub(super) kind: BodyKind,
    /// Whether longer words may end in it.
    pub(super) head: bool,
    /// Whether it is a proper name.
    pub(super) proper: bool,
    /// Whether it is a local one.
    pub(super) local: bool,
    /// Whether a name with a capital may follow it: *region Mitt*.
    pub(super) named: bool,
}

/// A word before a title that says how it is held.
#[derive(Debug, Clone, Copy)]
pub(super) struct TenureRow {
    pub(super) tenure: Tenure,
    /// Whether it belongs to the title.
    pub(super) part: bool,
    /// Whether it names a party.
    pub(super) party: bool,
}

/// The rows of the tables, read once.
#[derive(Debug)]
pub(super) struct OfficialTables {
    pub(super) offices: Vec<OfficeRow>,
    /// What the forms of offices end in.
    pub(super) office_ends: Pairs,
    pub(super) bodies: Vec<BodyRow>,
    /// What proper names of bodies of several words begin with.
    pub(super) long_bodies: Pairs,
    /// Country, whether the row is an adjective, whether it is a part of a country.
    pub(super) countries: Vec<(Option<Country>, bool, bool)>,
    /// Countries where many names end in the genitive's letter.
    pub(super) own: Vec<Country>,
    pub(super) tenures: Vec<TenureRow>,
    /// What the forms of tenures end in.
    pub(super) tenure_ends: Pairs,
    pub(super) classes: Vec<Class>,
    pub(super) grammar: Vec<ClassSet<Grammar>>,
    /// Words of the titles of deputies.
    pub(super) deputies: Vec<String>,
    /// What those and the first parts of such titles begin with.
    deputy_begins: Pairs,
    pub(super) parts: WordParts<WordPart>,
    /// The genitive endings among them.
    genitives: Vec<Box<[char]>>,
    pub(super) beside: Guards<OfficialClass>,
    /// What particles, honorifics and suffixes begin with.
    pub(super) name_parts: Pairs,
    /// What the words that join a title with its body begin with.
    pub(super) joints: Pairs,
}

impl OfficialTables {
    pub(super) fn new(lexicon: &Lexicon) -> Result<Self, Error> {
        let parts = WordParts::new(lexicon)?;
        let mut tables = Self {
            offices: Vec::new(),
            office_ends: lexicon.endings(&[Table::Offices], |_| true),
            bodies: Vec::new(),
            long_bodies: Pairs::new(),
            countries: Vec::new(),
            own: Vec::new(),
            tenures: Vec::new(),
            tenure_ends: lexicon.endings(&[Table::Tenures], |_| true),
            classes: Vec::new(),
            grammar: Vec::new(),
            deputies: Vec::new(),
            deputy_begins: Pairs::new(),
            genitives: parts.all_ending(WordPart::Genitive).collect(),
            parts,
            beside: Guards::new(lexicon, Table::OfficialGuards, true)?,
            name_parts: Pairs::new(),
            joints: Pairs::new(),
        };
        tables.read_offices(lexicon)?;
        tables.read_bodies(lexicon)?;
        let long = |f: &Form| {
            let parted = || lexicon.chars(f).iter().any(|&c| !is_letter_or_digit(c));
            tables.bodies[f.row as usize].proper && parted()
        };
        tables.long_bodies = lexicon.beginnings(&[Table::Bodies], long);
        tables.read_tenures(lexicon)?;
        for row in lexicon.rows(Table::Countries).iter() {
            let kind = row.get("kind");
            if row.get("own") == "+" {
                tables.own.extend(Country::new(row.get("code")));
            }
            tables.countries.push((Country::new(row.get("code")), kind == "adjective", kind == "region"));
        }
        for row in lexicon.rows(Table::NameWords).iter() {
            let class = Class::ALL.iter().find(|c| c.name() == row.get("class"));
            tables.classes.push(*class.ok_or_else(|| row.error("class", "no such class"))?);
            tables.grammar.push(class_set(&row, "grammar", row.get("grammar"))?);
        }
        tables.deputies.iter().for_each(|word| tables.deputy_begins.add(word.chars()));
        let begins = tables.parts.all_beginning(WordPart::Deputy);
        begins.for_each(|part| tables.deputy_begins.add(part.iter().copied()));
        let part = |class: Class| matches!(class, Class::Particle | Class::Honorific | Class::Suffix);
        tables.name_parts = lexicon.beginnings(&[Table::NameWords], |f| part(tables.classes[f.row as usize]));
        let joint = |f: &Form| tables.grammar[f.row as usize].has(Grammar::Joint);
        tables.joints = lexicon.beginnings(&[Table::NameWords], joint);
        Ok(tables)
    }
}

impl OfficialTables {
    fn read_offices(&mut self, lexicon: &Lexicon) -> Result<(), Error> {
        for row in lexicon.rows(Table::Offices).iter() {
            let first: Vec<char> = row.get("infl").split(' ').next().unwrap_or("").chars().collect();
            self.offices.push(OfficeRow {
                role: if row.get("role").is_empty() { Role::Other } else { row.parse("role")? },
                scope: match row.get("scope") {
                    "public" => OfficeScope::Public,
                    "small" => OfficeScope::Small,
                    "usual" => OfficeScope::Usual,
                    "body" => OfficeScope::Body,
                    "land" => OfficeScope::Land,
                    "other" => OfficeScope::Other,
                    _ => return Err(row.error("scope", "none of public, small, usual, body, land, other")),
                },
                head: row.get("head") == "+",
                base: row.get("form").chars().collect(),
                neuter: self.parts.ends(&first, WordPart::NeuterForm),
                flags: class_set(&row, "flags", row.get("flags"))?,
            });
        }
        Ok(())
    }

    fn read_bodies(&mut self, lexicon: &Lexicon) -> Result<(), Error> {
        for row in lexicon.rows(Table::Bodies).iter() {
            let kind: BodyKind = row.parse("kind")?;
            let body = match kind {
                BodyKind::Party => BodyClass::Party,
                _ if kind.is_public() => BodyClass::Public,
                _ => BodyClass::Other,
            };
            let proper = row.get("form").starts_with(char::is_uppercase);
            let local = matches!(kind, BodyKind::Local | BodyKind::Municipality | BodyKind::Region);
            self.bodies.push(BodyRow {
                body,
                kind,
                head: row.get("head") == "+",
                proper,
                local,
                named: row.get("named") == "+",
            });
        }
        Ok(())
    }

    fn read_tenures(&mut self, lexicon: &Lexicon) -> Result<(), Error> {
        for row in lexicon.rows(Table::Tenures).iter() {
            let tenure = match row.get("tenure") {
                "former" => Tenure::Former,
                "acting" => Tenure::Acting,
                "designate" => Tenure::Designate,
                "then" => Tenure::Then,
                "candidate" => Tenure::Candidate,
                "current" => Tenure::Current,
                _ => return Err(row.error("tenure", "no such tenure")),
            };
            if row.get("deputy") == "+" {
                self.deputies.push(row.get("form").to_owned());
            }
            let (part, party) = (row.get("part") == "+", row.get("party") == "+");
            self.tenures.push(TenureRow { tenure, part, party });
        }
        Ok(())
    }

    /// Whether a genitive ending may be this one letter.
    pub(super) fn may_be_genitive(&self, letter: char) -> bool {
        self.is_genitive(&[letter])
    }

    pub(super) fn is_genitive(&self, ending: &[char]) -> bool {
        self.genitives.iter().any(|genitive| **genitive == *ending)
    }

    /// Whether a title is that of a deputy.
    pub(super) fn is_deputy(&self, title: &[char]) -> bool {
        title.split(|c| matches!(c, ' ' | '-')).any(|word| {
            // Most words begin otherwise.
            let may = self.deputy_begins.may_be(word);
            let small = || word.iter().copied().map(lower);
            let whole = || self.deputies.iter().any(|deputy| deputy.chars().eq(small()));
            may && (whole() || self.parts.begins(word, WordPart::Deputy).is_some())
        })
    }
}
