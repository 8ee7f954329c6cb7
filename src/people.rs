//! Officials through a whole document: each person once, with all offices and all mentions.

mod addressee;
mod forms;

use crate::{
    Document, Mention, Span,
    kind::official::Linker,
    lexicon::{Lexicon, Table, TableSet},
    scan::Hit,
    text::{Block, folded},
    value::{Country, Link, Office, Official, Party},
};
use addressee::Addressees;
use forms::{Collected, Forms, Means};
use std::collections::{HashMap, HashSet};

/// An official of a document, with every office and every mention.
///
/// ```
/// use newsfacts::{Extractor, Link, Person};
///
/// let text = "Finansminister Eva Lindholm (M) höjer prognosen. Lindholm räknar med 2 procent, sade finansministern.";
/// let people: Vec<Person> = Extractor::new().people(text);
/// assert_eq!(people.len(), 1);
/// assert_eq!((people[0].name(), people[0].id()), ("Eva Lindholm", None));
/// assert_eq!(people[0].party().unwrap().name(), "M");
/// assert_eq!(people[0].offices()[0].title(), "Finansminister");
/// let mentions: Vec<_> = people[0].mentions().iter().map(|m| (m.text(), *m.value())).collect();
/// assert_eq!(
///     mentions,
///     [("Eva Lindholm", Link::Office), ("Lindholm", Link::ShortName), ("finansministern", Link::Title)]
/// );
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Person<'t> {
    name: String,
    id: Option<Box<str>>,
    party: Option<Party>,
    offices: Vec<Office>,
    mentions: Vec<Mention<'t, Link>>,
}

impl<'t> Person<'t> {
    fn named(name: &str) -> Self {
        Self { name: name.to_owned(), id: None, party: None, offices: Vec::new(), mentions: Vec::new() }
    }

    /// The fullest form of the name in the document.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The id that a row of yours gives one of the names; see [`LexiconTable::Persons`](crate::LexiconTable::Persons).
    pub fn id(&self) -> Option<&str> {
        self.id.as_deref()
    }

    /// The party given with the name, such as `S` in *(S)*.
    pub fn party(&self) -> Option<&Party> {
        self.party.as_ref()
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

/// `{"name", "id"?, "party"?, "party_id"?, "offices", "mentions"}`, each mention with `start`, `end` (bytes), `text`, `link` (why it is
/// this person) and `certain` (how sure that is).
#[cfg(feature = "serde")]
impl<'t> serde::Serialize for Person<'t> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        #[derive(serde::Serialize)]
        struct MentionFields<'a> {
            start: usize,
            end: usize,
            text: &'a str,
            link: Link,
            certain: bool,
        }
        #[derive(serde::Serialize)]
        struct Fields<'a> {
            name: &'a str,
            #[serde(skip_serializing_if = "Option::is_none")]
            id: Option<&'a str>,
            #[serde(skip_serializing_if = "Option::is_none")]
            party: Option<&'a str>,
            #[serde(skip_serializing_if = "Option::is_none")]
            party_id: Option<&'a str>,
            offices: &'a [Office],
            mentions: Vec<MentionFields<'a>>,
        }
        let place = |m: &Mention<'t, Link>| MentionFields {
            start: m.start(),
            end: m.end(),
            text: m.text(),
            link: *m.value(),
            certain: m.value().is_certain(),
        };
        Fields {
            name: &self.name,
            id: self.id(),
            party: self.party().map(Party::name),
            party_id: self.party().and_then(Party::id),
            offices: &self.offices,
            mentions: self.mentions.iter().map(place).collect(),
        }
        .serialize(serializer)
    }
}

/// Collects the people of a document from the officials named in it. `pieces` gives its blocks with the hits of offices in them.
pub(crate) fn collect<'t>(
    named: Vec<Mention<'t, Official>>,
    document: &Document<'t>,
    linker: &dyn Linker,
    lexicon: &Lexicon,
    mut pieces: impl FnMut(&mut dyn FnMut(&Block<'t>, &[Hit])),
) -> Vec<Person<'t>> {
    let text = document.text();
    if named.is_empty() {
        return Vec::new();
    }
    let (mut people, who) = persons(text, &named, linker, lexicon);
    let forms = forms(&people, linker, lexicon);
    let holders = holders(&people, linker, lexicon);
    for (mention, &person) in named.iter().zip(&who) {
        let addressed = linker.is_address(mention.value()) && people[person].name != mention.value().name();
        let link = if addressed { Link::Surname } else { Link::Office };
        people[person].mentions.push(Mention::new(text, mention.value().name_span(), link));
    }
    // Claims of the officials found, in order, so that a sweep passes over what they cover.
    let claimed: Vec<Span> = named.iter().map(Mention::span).collect();
    let is_claimed = |span: Span| {
        let next = claimed.partition_point(|c| c.end() <= span.start());
        claimed.get(next).is_some_and(|c| c.overlaps(span))
    };
    pieces(&mut |block, hits| {
        let mut found = Vec::new();
        for (places, means) in forms.find(block) {
            if let Means::One(person, link) = means
                && !is_claimed(block.span(places.start, places.end))
            {
                found.push((places, person, link));
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
    text: &str,
    named: &[Mention<'t, Official>],
    linker: &dyn Linker,
    lexicon: &Lexicon,
) -> (Vec<Person<'t>>, Vec<usize>) {
    let mut people: Vec<Person<'t>> = Vec::new();
    // What the titles of each person have in common with their other forms.
    let mut held: Vec<Vec<String>> = Vec::new();
    let mut by_name: HashMap<String, usize> = HashMap::new();
    let mut by_part: HashMap<String, Vec<usize>> = HashMap::new();
    let mut who = vec![usize::MAX; named.len()];
    let addressed: Vec<bool> = named.iter().map(|m| linker.is_address(m.value())).collect();
    for whole in [true, false] {
        let unknown = named.iter().zip(&mut who).zip(&addressed);
        for ((mention, who), _) in unknown.filter(|((_, who), address)| **who == usize::MAX && !**address) {
            let name = mention.value().name();
            // The names of one id are one person's.
            let key = mention.value().id().map_or_else(|| key(name), |id| format!("\t{id}"));
            let parts = linker.short_names(lexicon, name);
            if whole && parts.is_empty() && !by_name.contains_key(&key) {
                continue;
            }
            let titles = mention.value().offices().iter().filter_map(|o| linker.key(lexicon, o.title()));
            let titles: Vec<String> = titles.collect();
            let known = by_name.get(&key).copied().or_else(|| {
                let namesakes = by_part.get(&key).map_or(&[][..], Vec::as_slice);
                namesake(namesakes, &held, &titles)
            });
            *who = known.unwrap_or_else(|| {
                for part in parts {
                    by_part.entry(self::key(&part)).or_default().push(people.len());
                }
                by_name.insert(key, people.len());
                held.push(Vec::new());
                people.push(Person::named(name));
                people.len() - 1
            });
            // A name in capitals alone gives way to one as it is written elsewhere.
            if !people[*who].name.chars().any(char::is_lowercase)
                && self::key(&people[*who].name) == self::key(name)
            {
                people[*who].name = name.to_owned();
            }
            held[*who].extend(titles);
        }
    }
    let known = who.clone();
    let addressees = Addressees::new(text, named, &known);
    for (i, mention) in named.iter().enumerate().filter(|(i, _)| addressed[*i]) {
        let holder = addressees.of(i, linker);
        who[i] = holder.unwrap_or_else(|| {
            // With no whole name in the document two of them are one person if the office is the same.
            let titles = mention.value().offices().iter().map(Office::title);
            let key = format!("{}\t{}", key(mention.value().name()), titles.collect::<Vec<_>>().join("\t"));
            *by_name.entry(key).or_insert_with(|| {
                people.push(Person::named(mention.value().name()));
                people.len() - 1
            })
        });
    }
    let mut stated = HashSet::new();
    for (mention, &who) in named.iter().zip(&who) {
        let person = &mut people[who];
        if person.party.is_none() {
            person.party = mention.value().party().cloned();
        }
        if person.id.is_none() {
            person.id = mention.value().id().map(Box::from);
        }
        for office in mention.value().offices() {
            if stated.insert((who, office.title().to_lowercase())) {
                person.offices.push(office.clone());
            }
        }
    }
    (people, who)
}

/// Names are compared without regard to script and case.
fn key(name: &str) -> String {
    folded(name).collect::<String>().to_lowercase()
}

/// The one of several people with a name whose titles agree with those of a mention: one is the other, or its last part. Where
/// nothing is known of titles, the only one.
fn namesake(namesakes: &[usize], held: &[Vec<String>], titles: &[String]) -> Option<usize> {
    let agree = |person: &&usize| {
        let held = &held[**person];
        let pairs = |mine: &String| held.iter().any(|their| their.ends_with(mine) || mine.ends_with(their));
        titles.is_empty() || held.is_empty() || titles.iter().any(pairs)
    };
    let mut fitting = namesakes.iter().filter(agree);
    let first = *fitting.next()?;
    fitting.next().is_none().then_some(first)
}

fn forms(people: &[Person<'_>], linker: &dyn Linker, lexicon: &Lexicon) -> Forms {
    let mut forms = Collected::default();
    for (i, person) in people.iter().enumerate() {
        // A surname alone is no name of one person.
        if person.name.chars().count() > 1 {
            forms.add(&person.name, i, Link::Name);
        }
        for alias in person.id.iter().flat_map(|_| aliases(lexicon, &person.name)) {
            forms.add(&alias, i, Link::Name);
        }
        for part in linker.short_names(lexicon, &person.name) {
            forms.add(&part, i, Link::ShortName);
        }
        for title in person.offices.iter().flat_map(|o| linker.fixed_titles(o)) {
            forms.add(&title, i, Link::Title);
        }
    }
    Forms::new(forms)
}

/// All names that a row of the user's gives the person of one of them.
fn aliases(lexicon: &Lexicon, name: &str) -> Vec<String> {
    let chars: Vec<char> = folded(name).collect();
    let mut entries = lexicon.starts_at(&chars, 0, TableSet::of(&[Table::Persons]));
    let Some(row) = entries.find(|entry| entry.at == chars.len()).map(|entry| lexicon.row(entry)) else {
        return Vec::new();
    };
    let forms = row.get("forms").split('|').filter(|form| !form.is_empty());
    forms.chain([row.get("form")]).filter(|form| *form != name).map(str::to_owned).collect()
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
