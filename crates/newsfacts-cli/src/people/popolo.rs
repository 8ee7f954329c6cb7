//! Persons, organizations, posts and memberships of Popolo, in one object.

use super::id;
use crate::{run, story::Story};
use newsfacts::{Extractor, Link, Person};
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

#[derive(Debug, Serialize)]
struct PersonRecord {
    id: String,
    name: String,
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
}

#[derive(Debug, Serialize)]
struct Post {
    id: String,
    label: String,
    role: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    organization_id: Option<String>,
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
        classification: Option<&'static str>,
    ) -> String {
        let id = id(story, &["organization", name]);
        if !self.organizations.iter().any(|o| o.id == id) {
            self.organizations.push(Organization { id: id.clone(), name: name.to_owned(), classification });
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
            other_names: others.map(|name| OtherName { name: name.to_owned() }).collect(),
            sources: sources(),
        });
        for office in person.offices() {
            let post_id = id(story, &["post", office.title()]);
            let organization_id = office.body().map(|body| self.organization(story, body.name(), None));
            if !self.posts.iter().any(|post| post.id == post_id) {
                self.posts.push(Post {
                    id: post_id.clone(),
                    label: office.title().to_owned(),
                    role: office.role().as_str(),
                    organization_id: organization_id.clone(),
                });
            }
            self.memberships.push(Membership {
                id: id(story, &["membership", &person_id, office.title()]),
                label: office.title().to_owned(),
                // Whoever held or seeks an office is no member: the word says so.
                role: format!("{} ({})", office.role(), office.tenure().name()),
                person_id: person_id.clone(),
                post_id: Some(post_id),
                organization_id,
                sources: sources(),
            });
        }
        if let Some(party) = person.party().map(|party| party.name()) {
            let organization_id = Some(self.organization(story, party, Some("party")));
            self.memberships.push(Membership {
                id: id(story, &["membership", &person_id, "party", party]),
                label: party.to_owned(),
                role: "member".to_owned(),
                person_id,
                post_id: None,
                organization_id,
                sources: sources(),
            });
        }
    }
}
