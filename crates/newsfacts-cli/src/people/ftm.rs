//! Entities of FollowTheMoney, one a line: the document, its persons, their parties and positions, the bodies of these, how
//! they are held, and each mention.

use super::{days, id};
use crate::{format::jsonl, run, story::Story};
use newsfacts::{
    Extractor, Language, Person,
    value::{BodyKind, Country, Office, Party, Tenure},
};
use serde::Serialize;
use std::{
    collections::{BTreeMap, BTreeSet},
    io,
};

pub(super) struct FollowTheMoney {
    pub(super) extractor: Extractor,
}

#[derive(Serialize)]
struct Entity {
    id: String,
    schema: &'static str,
    properties: BTreeMap<&'static str, Vec<String>>,
}

impl Entity {
    fn new(id: &str, schema: &'static str) -> Self {
        Self { id: id.to_owned(), schema, properties: BTreeMap::new() }
    }

    /// With a value of a property, if there is one; none twice.
    fn with(mut self, property: &'static str, value: Option<impl Into<String>>) -> Self {
        if let Some(value) = value.map(Into::into) {
            let values = self.properties.entry(property).or_default();
            if !values.contains(&value) {
                values.push(value);
            }
        }
        self
    }
}

impl Entity {
    /// With an id of the text's world: a Wikidata item where it looks like one, else the property that holds others.
    fn with_id(self, other: &'static str, id: Option<&str>) -> Self {
        let is_item = |id: &str| id.strip_prefix('Q').is_some_and(|n| n.parse::<u64>().is_ok());
        let property = if id.is_some_and(is_item) { "wikidataId" } else { other };
        self.with(property, id)
    }
}

impl run::Task for FollowTheMoney {
    type Out = Vec<u8>;

    fn story(&self, story: &Story<'_>, out: &mut Vec<u8>) -> io::Result<()> {
        let people = self.extractor.people(story.document());
        if people.is_empty() {
            return Ok(());
        }
        let document = story.document();
        let source = id(story, &["document"]);
        let published = document.published().map(|d| d.to_string());
        // The codes of ISO 639-3.
        let language = match document.language_or_script() {
            Language::Chinese => Some("zho"),
            Language::Swedish => Some("swe"),
            _ => None,
        };
        let page = Entity::new(&source, "Article")
            .with("title", Some(story.title().map_or_else(|| story.label(), str::to_owned)))
            .with("fileName", Some(story.name.as_ref()))
            .with("publishedAt", published.clone())
            .with("language", language);
        let mut records = Records { story, source: &source, published, out, written: BTreeSet::new() };
        records.write(&page)?;
        people.iter().try_for_each(|person| records.person(person))
    }
}

/// Writes the entities of a document, each once.
struct Records<'a> {
    story: &'a Story<'a>,
    /// The id of the document.
    source: &'a str,
    published: Option<String>,
    out: &'a mut Vec<u8>,
    written: BTreeSet<String>,
}

impl Records<'_> {
    fn write(&mut self, entity: &Entity) -> io::Result<()> {
        if self.written.insert(entity.id.clone()) { jsonl::write(self.out, entity) } else { Ok(()) }
    }

    fn person(&mut self, person: &Person<'_>) -> io::Result<()> {
        let key = id(self.story, &["person", person.name(), &start(person)]);
        let mut entity = Entity::new(&key, "Person")
            .with("name", Some(person.name()))
            .with_id("idNumber", person.id())
            .with("political", person.party().map(Party::name))
            .with("proof", Some(self.source));
        for mention in person.mentions().iter().filter(|m| m.value().is_name()) {
            if mention.text() != person.name() {
                entity = entity.with("weakAlias", Some(mention.text()));
            }
        }
        for office in person.offices() {
            entity = entity.with("position", Some(office.title()));
        }
        self.write(&entity)?;
        if let Some(party) = person.party() {
            self.party(&key, party)?;
        }
        for office in person.offices() {
            self.office(&key, office, person.party())?;
        }
        for mention in person.mentions() {
            let place = mention.start().to_string();
            let mention = Entity::new(&id(self.story, &["mention", &place]), "Mention")
                .with("document", Some(self.source))
                .with("resolved", Some(&*key))
                .with("detectedSchema", Some("Person"))
                .with("name", Some(mention.text()));
            self.write(&mention)?;
        }
        Ok(())
    }

    fn party(&mut self, member: &str, party: &Party) -> io::Result<()> {
        let key = id(self.story, &["organization", party.name()]);
        let organization = Entity::new(&key, "Organization")
            .with("name", Some(party.name()))
            .with_id("idNumber", party.id())
            .with("country", country(party.country()))
            .with("keywords", Some(BodyKind::Party.name()));
        self.write(&organization)?;
        let membership = Entity::new(&id(self.story, &["membership", member, party.name()]), "Membership")
            .with("member", Some(member))
            .with("organization", Some(&*key))
            .with("proof", Some(self.source));
        self.write(&membership)
    }

    /// The body of an office, the position, and how it is held.
    fn office(&mut self, holder: &str, office: &Office, party: Option<&Party>) -> io::Result<()> {
        let body = office.body().map(|body| {
            let is_public = body.kind().is_some_and(|kind| kind.is_public() && kind != BodyKind::Party);
            let schema = if is_public { "PublicBody" } else { "Organization" };
            Entity::new(&id(self.story, &["organization", body.name()]), schema)
                .with("name", Some(body.name()))
                .with_id("idNumber", body.id())
                .with("keywords", body.kind().map(BodyKind::name))
        });
        if let Some(body) = &body {
            self.write(body)?;
        }
        let post = id(self.story, &["position", office.title()]);
        // The item of a role is a class of positions, not the position.
        let position = Entity::new(&post, "Position")
            .with("name", Some(office.title()))
            .with_id("keywords", office.id())
            .with("country", country(office.country()))
            .with("organization", body.map(|body| body.id))
            .with("summary", Some(office.role().meaning()))
            .with("keywords", Some(office.role().as_str()))
            .with("keywords", office.role().wikidata());
        self.write(&position)?;
        let status = match office.tenure() {
            Tenure::Current | Tenure::Acting => "current",
            Tenure::Former => "ended",
            _ => "unknown",
        };
        let tenure = (office.tenure() != Tenure::Current).then(|| office.tenure().name());
        let (begun, ended) = office.term().map_or((None, None), days);
        let held = Entity::new(&id(self.story, &["occupancy", holder, office.title()]), "Occupancy")
            .with("holder", Some(holder))
            .with("post", Some(&*post))
            .with("status", Some(status))
            .with("summary", tenure)
            .with("startDate", begun)
            .with("endDate", ended)
            .with("politicalGroup", party.map(Party::name))
            .with("date", self.published.clone())
            .with("proof", Some(self.source));
        self.write(&held)
    }
}

/// A country as FollowTheMoney writes it.
fn country(country: Option<Country>) -> Option<String> {
    country.map(|c| c.code().to_lowercase())
}

/// Where a person is first mentioned, which tells namesakes of a document apart.
fn start(person: &Person<'_>) -> String {
    person.mentions().first().map_or(0, |m| m.start()).to_string()
}

/// Whether the words of a mention are a name.
trait Named {
    fn is_name(&self) -> bool;
}

impl Named for newsfacts::Link {
    fn is_name(&self) -> bool {
        matches!(self, Self::Office | Self::Name | Self::ShortName)
    }
}
