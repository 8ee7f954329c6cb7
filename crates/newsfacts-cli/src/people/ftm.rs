//! Entities of FollowTheMoney, one a line: the document, its persons, their positions, how they hold them, and each
//! mention.

use super::id;
use crate::{format::jsonl, run, story::Story};
use newsfacts::{Extractor, Language, Person, value::Tenure};
use serde::Serialize;
use std::{collections::BTreeMap, io};

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
        jsonl::write(out, &page)?;
        for person in &people {
            self.person(story, &source, person, published.as_deref(), out)?;
        }
        Ok(())
    }
}

impl FollowTheMoney {
    fn person(
        &self,
        story: &Story<'_>,
        source: &str,
        person: &Person<'_>,
        published: Option<&str>,
        out: &mut Vec<u8>,
    ) -> io::Result<()> {
        let key = id(story, &["person", person.name(), &start(person)]);
        let mut entity = Entity::new(&key, "Person")
            .with("name", Some(person.name()))
            .with("political", person.party().map(|party| party.name()))
            .with("proof", Some(source));
        for mention in person.mentions().iter().filter(|m| m.value().is_name()) {
            if mention.text() != person.name() {
                entity = entity.with("weakAlias", Some(mention.text()));
            }
        }
        for office in person.offices() {
            entity = entity.with("position", Some(office.title()));
        }
        jsonl::write(out, &entity)?;
        for office in person.offices() {
            let country = office.country().map(|c| c.code().to_lowercase());
            let post = id(story, &["position", office.title()]);
            let position = Entity::new(&post, "Position")
                .with("name", Some(office.title()))
                .with("country", country.clone())
                .with("summary", Some(office.role().meaning()))
                .with("keywords", Some(office.role().as_str()))
                .with("keywords", office.body().map(|body| body.name()));
            jsonl::write(out, &position)?;
            let status = match office.tenure() {
                Tenure::Current | Tenure::Acting => "current",
                Tenure::Former => "ended",
                _ => "unknown",
            };
            let tenure = (office.tenure() != Tenure::Current).then(|| office.tenure().name());
            let held = Entity::new(&id(story, &["occupancy", &key, office.title()]), "Occupancy")
                .with("holder", Some(&*key))
                .with("post", Some(&*post))
                .with("status", Some(status))
                .with("summary", tenure)
                .with("politicalGroup", person.party().map(|party| party.name()))
                .with("date", published)
                .with("proof", Some(source));
            jsonl::write(out, &held)?;
        }
        for mention in person.mentions() {
            let place = mention.start().to_string();
            let mention = Entity::new(&id(story, &["mention", &place]), "Mention")
                .with("document", Some(source))
                .with("resolved", Some(&*key))
                .with("detectedSchema", Some("Person"))
                .with("name", Some(mention.text()));
            jsonl::write(out, &mention)?;
        }
        Ok(())
    }
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
