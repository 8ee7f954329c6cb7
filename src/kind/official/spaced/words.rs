//! What the tables say about the words of a block.

use super::{
    parts::{Part, Parts},
    tokens::Tokens,
};
use crate::{
    Error,
    kind::guard::{Class as _, ClassSet, class_set, classes},
    lexicon::{Lexicon, Table, TableSet},
    text::{Pairs, lower},
    value::{Country, Role, Tenure},
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
pub(super) enum Body {
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
pub(super) enum Scope {
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
        /// Its word is also that of the wife of a king.
        Consort "consort",
    }
}

/// A title noun.
#[derive(Debug)]
pub(super) struct Office {
    pub(super) role: Role,
    pub(super) scope: Scope,
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
struct Known {
    body: Body,
    /// Whether longer words may end in it.
    head: bool,
    /// Whether it is a proper name.
    proper: bool,
    /// Whether it is a local one.
    local: bool,
}

/// A word before a title that says how it is held.
#[derive(Debug, Clone, Copy)]
pub(super) struct Hold {
    pub(super) tenure: Tenure,
    /// Whether it belongs to the title.
    pub(super) part: bool,
}

/// The rows of the tables, read once.
#[derive(Debug)]
pub(super) struct Words {
    pub(super) offices: Vec<Office>,
    /// What the forms of offices begin with, and end in.
    pub(super) office_begins: Pairs,
    pub(super) office_ends: Pairs,
    bodies: Vec<Known>,
    /// Country, whether the row is an adjective, whether it is a part of a country.
    countries: Vec<(Option<Country>, bool, bool)>,
    tenures: Vec<Hold>,
    classes: Vec<Class>,
    grammar: Vec<ClassSet<Grammar>>,
    /// Words of the titles of deputies.
    deputies: Vec<String>,
    pub(super) parts: Parts,
    /// What particles, honorifics and suffixes begin with.
    name_parts: Pairs,
}

/// A row found, with the tokens `first..end` it covers and whether a genitive ending follows it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Found {
    pub(super) row: usize,
    pub(super) first: usize,
    pub(super) end: usize,
    pub(super) genitive: bool,
}

/// A body found.
#[derive(Debug, Clone, Copy)]
pub(super) struct Place {
    pub(super) body: Body,
    pub(super) first: usize,
    pub(super) end: usize,
    pub(super) genitive: bool,
}

/// Words that one entry of a table may have.
const WORDS: usize = 8;

/// Characters of a genitive ending.
const GENITIVE: usize = 2;

const BODIES: TableSet = TableSet::of(&[Table::Bodies]);
const COUNTRIES: TableSet = TableSet::of(&[Table::Countries]);

impl Words {
    pub(super) fn new(lexicon: &Lexicon) -> Result<Self, Error> {
        let mut words = Self {
            offices: Vec::new(),
            office_begins: lexicon.beginnings(|f| f.table == Table::Offices),
            office_ends: lexicon.endings(|f| f.table == Table::Offices),
            bodies: Vec::new(),
            countries: Vec::new(),
            tenures: Vec::new(),
            classes: Vec::new(),
            grammar: Vec::new(),
            deputies: Vec::new(),
            parts: Parts::new(lexicon)?,
            name_parts: Pairs::new(),
        };
        for row in lexicon.rows(Table::Offices).iter() {
            let first: Vec<char> = row.get("infl").split(' ').next().unwrap_or("").chars().collect();
            words.offices.push(Office {
                role: if row.get("role").is_empty() { Role::Other } else { row.parse("role")? },
                scope: match row.get("scope") {
                    "public" => Scope::Public,
                    "small" => Scope::Small,
                    "usual" => Scope::Usual,
                    "body" => Scope::Body,
                    "land" => Scope::Land,
                    "other" => Scope::Other,
                    _ => return Err(row.error("scope", "none of public, small, usual, body, land, other")),
                },
                head: row.get("head") == "+",
                base: row.get("form").chars().collect(),
                neuter: words.parts.ends(&first, Part::NeuterForm),
                flags: class_set(&row, "flags", row.get("flags"))?,
            });
        }
        for row in lexicon.rows(Table::Bodies).iter() {
            let body = match row.get("kind") {
                "party" => Body::Party,
                "other" => Body::Other,
                "agency" | "government" | "legislature" | "court" | "police" | "military" | "local"
                | "bank" | "igo" | "embassy" => Body::Public,
                _ => return Err(row.error("kind", "no such kind of body")),
            };
            let proper = row.get("form").starts_with(char::is_uppercase);
            let local = row.get("kind") == "local";
            words.bodies.push(Known { body, head: row.get("head") == "+", proper, local });
        }
        for row in lexicon.rows(Table::Countries).iter() {
            let kind = row.get("kind");
            words.countries.push((Country::new(row.get("code")), kind == "adjective", kind == "region"));
        }
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
                words.deputies.push(row.get("form").to_owned());
            }
            words.tenures.push(Hold { tenure, part: row.get("part") == "+" });
        }
        for row in lexicon.rows(Table::NameWords).iter() {
            let class = Class::ALL.iter().find(|c| c.name() == row.get("class"));
            words.classes.push(*class.ok_or_else(|| row.error("class", "no such class"))?);
            words.grammar.push(class_set(&row, "grammar", row.get("grammar"))?);
        }
        let part = |class: Class| matches!(class, Class::Particle | Class::Honorific | Class::Suffix);
        words.name_parts =
            lexicon.beginnings(|f| f.table == Table::NameWords && part(words.classes[f.row as usize]));
        Ok(words)
    }
}

impl Words {
    /// Whether a genitive ending may be this one letter.
    pub(super) fn may_be_genitive(&self, letter: char) -> bool {
        self.is_genitive(&[letter])
    }

    fn is_genitive(&self, ending: &[char]) -> bool {
        self.parts.end(ending, Part::Genitive) == Some(ending.len())
    }

    /// Whether a title is that of a deputy.
    pub(super) fn is_deputy(&self, title: &str) -> bool {
        title.split([' ', '-']).any(|word| {
            let chars: Vec<char> = word.chars().collect();
            let folded: String = word.chars().map(lower).collect();
            self.deputies.contains(&folded) || self.parts.begins(&chars, Part::Deputy).is_some()
        })
    }
}

/// The words of one block.
#[derive(Debug, Clone, Copy)]
pub(super) struct Reading<'a> {
    pub(super) words: &'a Words,
    pub(super) lexicon: &'a Lexicon,
    pub(super) tokens: &'a Tokens<'a>,
}

impl<'a> Reading<'a> {
    /// The longest entry of the tables that starts with token `k` and ends with a token, or before its genitive ending.
    fn starting(&self, k: usize, tables: TableSet) -> Option<Found> {
        if !self.tokens.is_word(k) {
            return None;
        }
        let start = self.tokens.get(k).start;
        let entries = self.lexicon.starts_at(self.tokens.chars, start, tables);
        let mut best = None;
        for entry in entries {
            let last = self.tokens.at(entry.at.saturating_sub(1));
            if last >= k + WORDS || !self.tokens.is_word(last) {
                continue;
            }
            let Some(genitive) = self.ending(entry.at, self.tokens.get(last).end) else { continue };
            best = Some(Found { row: entry.row as usize, first: k, end: last + 1, genitive });
        }
        best
    }

    /// Whether `at..end` is nothing (not a genitive) or a genitive ending.
    fn ending(&self, at: usize, end: usize) -> Option<bool> {
        match self.tokens.chars.get(at..end)? {
            [] => Some(false),
            ending => self.words.is_genitive(ending).then_some(true),
        }
    }

    /// Where a word `start..end` may end a form of a table: at its own end, or before its genitive ending.
    pub(super) fn ends_of(&self, start: usize, end: usize) -> impl Iterator<Item = (usize, bool)> + use<'a> {
        let (words, chars) = (self.words, self.tokens.chars);
        (0..=GENITIVE).filter_map(move |cut| {
            let at = end.checked_sub(cut).filter(|&at| at > start)?;
            (cut == 0 || words.is_genitive(chars.get(at..end)?)).then_some((at, cut > 0))
        })
    }

    /// The longest entry of the tables that ends with token `k`, or before its genitive ending, and starts with a token.
    /// A part after a hyphen counts for bodies that are no heads.
    fn ending_with(&self, k: usize, tables: TableSet) -> Option<Found> {
        let token = self.tokens.get(k);
        if token.mark.is_some() {
            return None;
        }
        self.ends_of(token.start, token.end).find_map(|(end, genitive)| {
            let entries = self.lexicon.ends_at(self.tokens.chars, end, tables);
            let whole = entries.filter_map(|e| {
                let first = self.tokens.starting(e.at)?;
                (first + WORDS > k && self.tokens.is_word(first)).then_some(Found {
                    row: e.row as usize,
                    first,
                    end: k + 1,
                    genitive,
                })
            });
            whole.last()
        })
    }

    /// What the word at `k` is to names.
    pub(super) fn class(&self, k: usize) -> Option<Class> {
        let found = self.starting(k, TableSet::of(&[Table::NameWords]))?;
        (!found.genitive).then(|| self.words.classes[found.row])
    }

    /// What the word at `k` alone is to names.
    pub(super) fn class_of_word(&self, k: usize) -> Option<Class> {
        let token = self.tokens.get(k);
        let mut entries =
            self.lexicon.starts_at(self.tokens.chars, token.start, TableSet::of(&[Table::NameWords]));
        entries.find(|e| e.at == token.end).map(|e| self.words.classes[e.row as usize])
    }

    /// What the word at `k` alone does around titles.
    pub(super) fn grammar(&self, k: usize) -> ClassSet<Grammar> {
        let token = self.tokens.get(k);
        if token.mark.is_some() {
            return ClassSet::default();
        }
        let mut entries =
            self.lexicon.starts_at(self.tokens.chars, token.start, TableSet::of(&[Table::NameWords]));
        let whole = entries.find(|e| e.at == token.end);
        whole.map_or(ClassSet::default(), |e| self.words.grammar[e.row as usize])
    }

    pub(super) fn is_and(&self, k: usize) -> bool {
        self.grammar(k).has(Grammar::And)
    }

    pub(super) fn is_joint(&self, k: usize) -> bool {
        self.grammar(k).has(Grammar::Joint)
    }

    pub(super) fn is_article(&self, k: usize) -> bool {
        self.grammar(k).has(Grammar::Article)
    }

    /// Whether the word at `k` says that the title after it is a deputy's.
    pub(super) fn is_deputy(&self, k: usize) -> bool {
        self.words.deputies.iter().any(|word| self.tokens.is(k, word))
    }

    /// Whether a local body in the genitive stands at `k`.
    pub(super) fn is_local_owner(&self, k: usize) -> bool {
        self.starting(k, BODIES)
            .is_some_and(|f| f.genitive && f.end == k + 1 && self.words.bodies[f.row].local)
    }

    /// Whether the word at `k` ends in a part of a class.
    pub(super) fn ends_in(&self, k: usize, part: Part) -> bool {
        self.words.parts.ends(self.tokens.chars(k), part)
    }

    /// Whether the word at `k` alone is a part of names: a particle, an honorific or a suffix.
    pub(super) fn is_name_part(&self, k: usize, class: Class) -> bool {
        let may = match *self.tokens.chars(k) {
            [] => false,
            [first] => self.words.name_parts.may(first, '\0'),
            [first, second, ..] => self.words.name_parts.may(first, second),
        };
        may && self.class_of_word(k) == Some(class)
    }

    /// Whether a verb stands at `k`: a known one, or one with a known beginning before it (*avgav*).
    pub(super) fn is_verb(&self, k: usize) -> bool {
        if self.class_of_word(k) == Some(Class::Verb) {
            return true;
        }
        let token = self.tokens.get(k);
        let words = TableSet::of(&[Table::NameWords]);
        let class = |row: u32| self.words.classes[row as usize];
        let mut prefixes = self.lexicon.starts_at(self.tokens.chars, token.start, words);
        token.mark.is_none()
            && prefixes.any(|p| {
                matches!(class(p.row), Class::Prefix | Class::Preposition | Class::Adverb)
                    && (self.lexicon.starts_at(self.tokens.chars, p.at, words))
                        .any(|v| v.at == token.end && class(v.row) == Class::Verb)
            })
    }

    /// Whether the word at `k`, or its part before a hyphen, is a given name.
    pub(super) fn is_given_name(&self, k: usize) -> bool {
        let token = self.tokens.get(k);
        if token.mark.is_some() {
            return false;
        }
        let mut entries =
            self.lexicon.starts_at(self.tokens.chars, token.start, TableSet::of(&[Table::GivenNames]));
        entries.any(|e| e.at == token.end || e.at < token.end && self.tokens.chars[e.at] == '-')
    }

    /// The word before a title that ends with token `k`.
    pub(super) fn tenure_before(&self, k: usize) -> Option<(Hold, usize)> {
        let found = self.ending_with(k, TableSet::of(&[Table::Tenures]))?;
        (!found.genitive).then(|| (self.words.tenures[found.row], found.first))
    }

    /// The country of the adjective at `k`.
    pub(super) fn adjective(&self, k: usize) -> Option<Option<Country>> {
        let found = self.starting(k, COUNTRIES)?;
        let (country, adjective, _) = self.words.countries[found.row];
        (adjective && found.end == k + 1 && !found.genitive).then_some(country)
    }

    fn place(&self, country: Option<Found>, body: Option<Found>) -> Option<Place> {
        let country = country.filter(|f| !self.words.countries[f.row].1);
        let len = |f: Found| f.end - f.first;
        match (country, body) {
            (Some(c), b) if b.is_none_or(|b| len(c) >= len(b)) => Some(Place {
                body: Body::Country(self.words.countries[c.row].0),
                first: c.first,
                end: c.end,
                genitive: c.genitive,
            }),
            (_, Some(b)) => Some(Place {
                body: self.words.bodies[b.row].body,
                first: b.first,
                end: b.end,
                genitive: b.genitive,
            }),
            _ => None,
        }
    }

    /// The body or country that starts with token `k`.
    pub(super) fn body_at(&self, k: usize) -> Option<Place> {
        self.place(self.starting(k, COUNTRIES), self.starting(k, BODIES)).or_else(|| self.compound_body(k))
    }

    /// Whether a country or a body with a proper name starts with token `k`.
    pub(super) fn is_proper_body(&self, k: usize) -> bool {
        let country = self.starting(k, COUNTRIES).is_some_and(|f| !self.words.countries[f.row].1);
        country || self.starting(k, BODIES).is_some_and(|f| self.words.bodies[f.row].proper)
    }

    /// Whether a whole country's name ends with token `k`.
    pub(super) fn is_country(&self, k: usize) -> bool {
        self.ending_with(k, COUNTRIES)
            .is_some_and(|f| !f.genitive && matches!(self.words.countries[f.row], (_, false, false)))
    }

    /// The body or country that ends with token `k`.
    pub(super) fn body_before(&self, k: usize) -> Option<Place> {
        self.place(self.ending_with(k, COUNTRIES), self.ending_with(k, BODIES))
            .or_else(|| self.compound_body(k))
    }

    /// A body known by the end of a word: *justitieutskottet*, *Skånepolisen*, *Madrid-regionen*.
    fn compound_body(&self, k: usize) -> Option<Place> {
        let token = self.tokens.get(k);
        if token.mark.is_some() {
            return None;
        }
        let ending = self.ends_of(token.start, token.end).find_map(|(end, genitive)| {
            let (body, _) = self.body_ending(token.start, end)?;
            Some(Place { body, first: k, end: k + 1, genitive })
        });
        // What a body has: *FN-styrkan*.
        ending.or_else(|| {
            let hyphen = self.tokens.chars(k).iter().position(|&c| c == '-')? + token.start;
            let mut bodies = self.lexicon.starts_at(self.tokens.chars, token.start, BODIES);
            let known = bodies.find(|e| e.at == hyphen).map(|e| self.words.bodies[e.row as usize])?;
            let public = known.proper && known.body == Body::Public;
            public.then_some(Place { body: known.body, first: k, end: k + 1, genitive: false })
        })
    }

    /// The body that the word `start..end` ends in, and where that begins; the whole word too, if it is one.
    pub(super) fn body_ending(&self, start: usize, end: usize) -> Option<(Body, usize)> {
        let entries = self.lexicon.ends_at(self.tokens.chars, end, BODIES);
        let fits = entries.filter(|e| {
            let hyphen = e.at > start && self.tokens.chars[e.at - 1] == '-';
            e.at == start || hyphen || e.at >= start + 2 && self.words.bodies[e.row as usize].head
        });
        fits.filter(|e| e.at >= start).last().map(|e| (self.words.bodies[e.row as usize].body, e.at))
    }

    /// What the first part `start..end` of a compound title names (a party, a body, a country), and where that begins. The
    /// joint may have an -s-.
    pub(super) fn prefix(&self, start: usize, end: usize) -> Option<(Body, usize)> {
        let chars = self.tokens.chars;
        let end = if end > start && chars[end - 1] == '-' { end - 1 } else { end };
        let joint = chars.get(start..end).and_then(|part| self.words.parts.end(part, Part::Joint));
        let joint = end - joint.unwrap_or(0);
        // A body of two words may be written together with the title after it: *Vita hustalesmannen*.
        let whole = |at: usize| {
            at == start || self.tokens.starting(at).is_some_and(|k| self.tokens.get(k + 1).start == start)
        };
        let known = [end, joint].into_iter().find_map(|end| {
            let countries = self.lexicon.ends_at(chars, end, COUNTRIES);
            if let Some(e) =
                countries.filter(|e| whole(e.at) && !self.words.countries[e.row as usize].1).last()
            {
                return Some((Body::Country(self.words.countries[e.row as usize].0), e.at));
            }
            let bodies = self.lexicon.ends_at(chars, end, BODIES);
            if let Some(e) = bodies.filter(|e| whole(e.at)).last() {
                return Some((self.words.bodies[e.row as usize].body, e.at));
            }
            self.body_ending(start, end).map(|(body, _)| (body, start))
        });
        // UD-press|chefen
        known.or_else(|| {
            let hyphen = chars.get(start..end)?.iter().position(|&c| c == '-')? + start;
            let mut bodies = self.lexicon.starts_at(chars, start, BODIES);
            bodies.find(|e| e.at == hyphen).map(|e| (self.words.bodies[e.row as usize].body, start))
        })
    }

    /// Whether the word at `k` stands for a party in parentheses: a party's name, or its letter.
    pub(super) fn is_party(&self, k: usize) -> bool {
        let letter = self.starting(k, TableSet::of(&[Table::Parties]));
        letter.is_some_and(|f| f.end == k + 1)
            || self
                .starting(k, BODIES)
                .is_some_and(|f| f.end == k + 1 && self.words.bodies[f.row].body == Body::Party)
    }
}
