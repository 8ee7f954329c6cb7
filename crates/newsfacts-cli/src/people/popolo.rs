//! Persons, organizations, posts and memberships of Popolo, in one object.

use super::{days, id};
use crate::{run, story::Story};
use newsfacts::{
    Extractor, Link, Person,
    value::{BodyKind, Office},
};
use serde::Serialize;
use std::{collections::BTreeSet, io};

pub(super) struct Task {
    pub(super) extractor: Extractor,
}

/// What Popolo calls a container.
#[derive(Debug, Default, Serialize)]
pub(super) struct Popolo {
    persons: Vec<PersonRecord>,
    organizations: Vec<Organization>,
    posts: Vec<Post>,
    memberships: Vec<Membership>,
}

#[derive(Debug, Serialize)]
struct Source {
    note: String,
}

#[derive(Debug, Serialize)]
struct OtherName {
    name: String,
}

/// An id of the text's world: a Wikidata item, or what a row of the user's says.
#[derive(Debug, Serialize)]
struct Identifier {
    identifier: String,
}

/// The identifiers of a record that has at most one.
fn identifiers(id: Option<&str>) -> Vec<Identifier> {
    id.map(|id| Identifier { identifier: id.to_owned() }).into_iter().collect()
}

#[derive(Debug, Serialize)]
struct LinkRecord {
    url: String,
    note: &'static str,
}

#[derive(Debug, Serialize)]
struct PersonRecord {
    id: String,
    name: String,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    identifiers: Vec<Identifier>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    other_names: Vec<OtherName>,
    sources: Vec<Source>,
}

#[derive(Debug, Serialize)]
struct Organization {
    id: String,
    name: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    classification: Option<&'static str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    identifiers: Vec<Identifier>,
}

#[derive(Debug, Serialize)]
struct Post {
    id: String,
    label: String,
    role: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    organization_id: Option<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    identifiers: Vec<Identifier>,
    /// The class of its role.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    links: Vec<LinkRecord>,
}

#[derive(Debug, Serialize)]
struct Membership {
    id: String,
    label: String,
    role: String,
    person_id: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    post_id: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    organization_id: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    start_date: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    end_date: Option<String>,
    sources: Vec<Source>,
}

impl run::Task for Task {
    type Out = Popolo;

    fn story(&self, story: &Story<'_>, out: &mut Popolo) -> io::Result<()> {
        for person in self.extractor.people(story.document()) {
            out.person(story, &person);
        }
        Ok(())
    }
}

impl Popolo {
    /// Adds the records of other documents. Their ids differ, for a document's records are its own.
    pub(super) fn add(&mut self, other: Self) {
        self.persons.extend(other.persons);
        self.organizations.extend(other.organizations);
        self.posts.extend(other.posts);
        self.memberships.extend(other.memberships);
    }

    /// An organization of a document, once.
    fn organization(
        &mut self,
        story: &Story<'_>,
        name: &str,
        kind: Option<BodyKind>,
        known_as: Option<&str>,
    ) -> String {
        let id = id(story, &["organization", name]);
        if !self.organizations.iter().any(|o| o.id == id) {
            self.organizations.push(Organization {
                id: id.clone(),
                name: name.to_owned(),
                classification: kind.map(BodyKind::name),
                identifiers: identifiers(known_as),
            });
        }
        id
    }

    fn person(&mut self, story: &Story<'_>, person: &Person<'_>) {
        let sources = || vec![Source { note: story.label() }];
        let first = person.mentions().first().map_or(0, |m| m.start()).to_string();
        let person_id = id(story, &["person", person.name(), &first]);
        let is_name = |link: Link| matches!(link, Link::Office | Link::Name | Link::ShortName);
        let names: BTreeSet<&str> =
            person.mentions().iter().filter(|m| is_name(*m.value())).map(|m| m.text()).collect();
        let others = names.into_iter().filter(|name| *name != person.name());
        self.persons.push(PersonRecord {
            id: person_id.clone(),
            name: person.name().to_owned(),
            identifiers: identifiers(person.id()),
            other_names: others.map(|name| OtherName { name: name.to_owned() }).collect(),
            sources: sources(),
        });
        for office in person.offices() {
            self.office(story, &person_id, office);
        }
        if let Some(party) = person.party() {
            let organization = self.organization(story, party.name(), Some(BodyKind::Party), party.id());
            self.memberships.push(Membership {
                id: id(story, &["membership", &person_id, "party", party.name()]),
                label: party.name().to_owned(),
                role: "member".to_owned(),
                person_id,
                post_id: None,
                organization_id: Some(organization),
                start_date: None,
                end_date: None,
                sources: sources(),
            });
        }
    }

    fn office(&mut self, story: &Story<'_>, person_id: &str, office: &Office) {
        let post_id = id(story, &["post", office.title()]);
        let body = office.body();
        let organization_id = body.map(|body| self.organization(story, body.name(), body.kind(), body.id()));
        if !self.posts.iter().any(|post| post.id == post_id) {
            let link = |item: &str| LinkRecord {
                url: format!("https://www.wikidata.org/entity/{item}"),
                note: "the class of the role",
            };
            self.posts.push(Post {
                id: post_id.clone(),
                label: office.title().to_owned(),
                role: office.role().as_str(),
                organization_id: organization_id.clone(),
                identifiers: identifiers(office.id()),
                links: office.role().wikidata().map(link).into_iter().collect(),
            });
        }
        let (start_date, end_date) = office.term().map_or((None, None), days);
        self.memberships.push(Membership {
            id: id(story, &["membership", person_id, office.title()]),
            label: office.title().to_owned(),
            // Whoever held or seeks an office is no member: the word says so.
            role: format!("{} ({})", office.role(), office.tenure().name()),
            person_id: person_id.to_owned(),
            post_id: Some(post_id),
            organization_id,
            start_date,
            end_date,
            sources: vec![Source { note: story.label() }],
        });
    }
}
