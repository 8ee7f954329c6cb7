//! Officials through a whole document: each person once, with all offices and all mentions.

use crate::{
    Document, Extractor, Mention, Span,
    lexicon::Lexicon,
    scan::Hit,
    text::Block,
    value::{Country, Office, Official},
};
use aho_corasick::{AhoCorasick, MatchKind};
use std::{
    collections::{HashMap, HashSet},
    ops::Range,
};

/// An official of a document, with every office and every mention.
///
/// ```
/// use newsfacts::{Extractor, Link};
///
/// let text = "Finansminister Eva Lindholm (M) höjer prognosen. Lindholm räknar med 2 procent, sade finansministern.";
/// let people = Extractor::new().people(text);
/// assert_eq!(people.len(), 1);
/// assert_eq!(people[0].name(), "Eva Lindholm");
/// let mentions: Vec<_> = people[0].mentions().iter().map(|m| (m.text(), *m.value())).collect();
/// assert_eq!(
///     mentions,
///     [("Eva Lindholm", Link::Office), ("Lindholm", Link::ShortName), ("finansministern", Link::Title)]
/// );
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Person<'t> {
    name: String,
    party: Option<String>,
    offices: Vec<Office>,
    mentions: Vec<Mention<'t, Link>>,
}

impl<'t> Person<'t> {
    /// The fullest form of the name in the document.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The party given with the name, such as `S` in *(S)*.
    pub fn party(&self) -> Option<&str> {
        self.party.as_deref()
    }

    /// Every office named with the person, each title once, in the order of the text.
    pub fn offices(&self) -> &[Office] {
        &self.offices
    }

    /// Every mention in the order of the text: the name, or the title that stands for it.
    pub fn mentions(&self) -> &[Mention<'t, Link>] {
        &self.mentions
    }
}

/// How a mention was linked to a person.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[cfg_attr(feature = "serde", derive(serde::Serialize), serde(rename_all = "snake_case"))]
#[non_exhaustive]
pub enum Link {
    /// The name beside an office, which says who it is.
    Office,
    /// The full name alone.
    Name,
    /// A part of the name that no other official of the document has: *Lindholm*, 克里斯特松.
    ShortName,
    /// A title alone that only one official of the document holds: *statsministern*, 韩国总统.
    Title,
}

/// A title without a name, by its characters in a block.
#[derive(Debug, Clone)]
pub(crate) struct Bare {
    pub(crate) range: Range<usize>,
    /// What it has in common with other forms of the same title.
    pub(crate) key: String,
    pub(crate) country: Option<Country>,
}

/// How a language names a person again.
pub(crate) trait Linker: crate::kind::Shared {
    /// Shorter forms of a name by which the person may be meant.
    fn short_names(&self, lexicon: &Lexicon, name: &str) -> Vec<String>;

    /// Titles that stand for the holder wherever they stand, as written.
    fn fixed_titles(&self, office: &Office) -> Vec<String>;

    /// What a title has in common with its bare forms.
    fn key(&self, lexicon: &Lexicon, title: &str) -> Option<String>;

    /// For matches of names and fixed titles in a block: whether each stands for itself, and is no part of a longer name
    /// or word.
    fn standing(&self, lexicon: &Lexicon, block: &Block<'_>, matches: &[(Range<usize>, Link)]) -> Vec<bool>;

    /// The titles of a block that stand for one holder: definite, singular, of now.
    fn bare_titles(&self, lexicon: &Lexicon, block: &Block<'_>, hits: &[Hit]) -> Vec<Bare>;
}

/// Whom a form of words means: one person by number, or several.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Means {
    One(usize, Link),
    Several,
}

/// The forms that are looked for.
#[derive(Debug, Default)]
struct Forms {
    texts: Vec<String>,
    means: Vec<Means>,
    by_text: HashMap<String, usize>,
}

impl Forms {
    fn add(&mut self, text: String, person: usize, link: Link) {
        if let Some(&at) = self.by_text.get(&text) {
            match self.means[at] {
                // A full name is whose it is, though others have it as a part of theirs.
                Means::One(other, known) if other == person => {
                    self.means[at] = Means::One(person, known.min(link))
                }
                Means::One(_, Link::Name) if link != Link::Name => {}
                Means::One(_, known) if known != Link::Name && link == Link::Name => {
                    self.means[at] = Means::One(person, link);
                }
                _ => self.means[at] = Means::Several,
            }
            return;
        }
        self.by_text.insert(text.clone(), self.texts.len());
        self.texts.push(text);
        self.means.push(Means::One(person, link));
    }
}

/// Collects the people of a document. `pieces` gives its blocks with the hits of offices in them.
pub(crate) fn collect<'t>(
    extractor: &Extractor,
    document: &Document<'t>,
    linker: &dyn Linker,
    lexicon: &Lexicon,
    mut pieces: impl FnMut(&mut dyn FnMut(&Block<'t>, Span, &[Hit])),
) -> Vec<Person<'t>> {
    let text = document.text();
    let named: Vec<Mention<'t, Official>> = extractor.officials_at_large(document).collect();
    if named.is_empty() {
        return Vec::new();
    }
    let (mut people, who) = persons(&named, linker, lexicon);
    let forms = forms(&people, linker, lexicon);
    let holders = holders(&people, linker, lexicon);
    for (mention, &person) in named.iter().zip(&who) {
        let link = Mention::new(text, mention.value().name_span(), Link::Office);
        people[person].mentions.push(link);
    }
    let automaton = AhoCorasick::builder().match_kind(MatchKind::LeftmostLongest).build(&forms.texts);
    let Ok(automaton) = automaton else { return people };
    // Claims of the officials found, in order, so that a sweep passes over what they cover.
    let claimed: Vec<Span> = named.iter().map(Mention::span).collect();
    let is_claimed = |span: Span| {
        let next = claimed.partition_point(|c| c.end() <= span.start());
        claimed.get(next).is_some_and(|c| c.overlaps(span))
    };
    pieces(&mut |block, span, hits| {
        let mut found = Vec::new();
        let mut hint = 0;
        for m in automaton.find_iter(&text[span]) {
            if let Means::One(person, link) = forms.means[m.pattern().as_usize()] {
                let from = block.index_of(m.start(), hint);
                let to = block.index_of(m.end() - 1, from) + 1;
                hint = from;
                let place = block.span(from, to);
                if place == Span::new(span.start() + m.start(), span.start() + m.end()) && !is_claimed(place)
                {
                    found.push((from..to, person, link));
                }
            }
        }
        if !found.is_empty() {
            let places: Vec<_> = found.iter().map(|(range, _, link)| (range.clone(), *link)).collect();
            let standing = linker.standing(lexicon, block, &places);
            for ((range, person, link), _) in found.into_iter().zip(standing).filter(|(_, stands)| *stands) {
                people[person].mentions.push(Mention::new(text, block.span(range.start, range.end), link));
            }
        }
        for bare in linker.bare_titles(lexicon, block, hits) {
            let place = block.span(bare.range.start, bare.range.end);
            if let Some(person) = holders.get(&bare.key).and_then(|all| holder(all, bare.country))
                && !is_claimed(place)
            {
                people[person].mentions.push(Mention::new(text, place, Link::Title));
            }
        }
    });
    for person in &mut people {
        person.mentions.sort_by_key(|m| (m.span(), *m.value()));
        person.mentions.dedup_by_key(|m| m.span());
    }
    people.sort_by_key(|p| p.mentions.first().map(Mention::span));
    people
}

/// The persons, and for each mention whose it is: first full names, then names that are a part of one of them.
fn persons<'t>(
    named: &[Mention<'t, Official>],
    linker: &dyn Linker,
    lexicon: &Lexicon,
) -> (Vec<Person<'t>>, Vec<usize>) {
    let mut people: Vec<Person<'t>> = Vec::new();
    let mut by_name: HashMap<String, usize> = HashMap::new();
    let mut by_part: HashMap<String, Vec<usize>> = HashMap::new();
    let mut who = vec![usize::MAX; named.len()];
    for whole in [true, false] {
        for (mention, who) in named.iter().zip(&mut who).filter(|(_, who)| **who == usize::MAX) {
            let name = mention.value().name();
            let key = name.to_lowercase();
            let parts = linker.short_names(lexicon, name);
            if whole && parts.is_empty() && !by_name.contains_key(&key) {
                continue;
            }
            *who = match by_name.get(&key) {
                Some(&known) => known,
                None => match by_part.get(name).map(Vec::as_slice) {
                    Some(&[one]) => one,
                    _ => {
                        for part in parts {
                            by_part.entry(part).or_default().push(people.len());
                        }
                        by_name.insert(key, people.len());
                        people.push(Person {
                            name: name.to_owned(),
                            party: None,
                            offices: Vec::new(),
                            mentions: Vec::new(),
                        });
                        people.len() - 1
                    }
                },
            };
        }
    }
    let mut stated = HashSet::new();
    for (mention, &who) in named.iter().zip(&who) {
        let person = &mut people[who];
        if person.party.is_none() {
            person.party = mention.value().party().map(str::to_owned);
        }
        for office in mention.value().offices() {
            if stated.insert((who, office.title().to_lowercase())) {
                person.offices.push(office.clone());
            }
        }
    }
    (people, who)
}

fn forms(people: &[Person<'_>], linker: &dyn Linker, lexicon: &Lexicon) -> Forms {
    let mut forms = Forms::default();
    for (i, person) in people.iter().enumerate() {
        forms.add(person.name.clone(), i, Link::Name);
        for part in linker.short_names(lexicon, &person.name) {
            forms.add(part, i, Link::ShortName);
        }
        for title in person.offices.iter().flat_map(|o| linker.fixed_titles(o)) {
            forms.add(title, i, Link::Title);
        }
    }
    forms
}

/// For each key of a title its holders, with the countries.
fn holders(
    people: &[Person<'_>],
    linker: &dyn Linker,
    lexicon: &Lexicon,
) -> HashMap<String, Vec<(usize, Option<Country>)>> {
    let mut holders: HashMap<String, Vec<(usize, Option<Country>)>> = HashMap::new();
    for (i, person) in people.iter().enumerate() {
        for office in &person.offices {
            if let Some(key) = linker.key(lexicon, office.title()) {
                holders.entry(key).or_default().push((i, office.country()));
            }
        }
    }
    holders
}

/// The one holder of a title, of a country if one is given.
fn holder(holders: &[(usize, Option<Country>)], country: Option<Country>) -> Option<usize> {
    let mut fitting = holders.iter().filter(|(_, of)| country.is_none() || *of == country).map(|(i, _)| *i);
    let first = fitting.next()?;
    fitting.all(|i| i == first).then_some(first)
}

impl Extractor {
    /// The officials of a document, each once, with every office and all mentions: names beside an office, later full
    /// names and parts of names alone, and titles alone that only one of them holds.
    ///
    /// Unlike the iterators this reads the whole document before it answers. The time is linear in its length. Where a
    /// Chinese name ends may be told by another paragraph, so a name can be righter here than in
    /// [`Extractor::officials`], or be found here alone.
    pub fn people<'t>(&self, document: impl Into<Document<'t>>) -> Vec<Person<'t>> {
        self.link(&document.into())
    }
}
