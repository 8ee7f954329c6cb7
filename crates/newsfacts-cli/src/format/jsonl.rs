//! A line of JSON for each document.

use crate::{
    args::Unit,
    run::Task,
    story::{Fault, Story},
};
use newsfacts::{Extractor, Fact, Facts, Mention, Offsets};
use serde::{Serialize, Serializer, ser::SerializeSeq};
use serde_json::value::RawValue;
use std::{cell::RefCell, io};

pub(crate) struct JsonLines {
    pub(crate) extractor: Extractor,
    pub(crate) offsets: Option<Unit>,
}

impl Task for JsonLines {
    type Out = Vec<u8>;

    fn story(&self, story: &Story<'_>, out: &mut Vec<u8>) -> io::Result<()> {
        let counts = self.offsets.map(|unit| (unit, Offsets::new(story.text())));
        let facts = self.extractor.facts(story.document());
        write(
            out,
            &Reply {
                id: Id(story),
                mentions: Written { facts: RefCell::new(facts), counts },
                about: about(story),
            },
        )
    }

    fn fault(&self, fault: &Fault, out: &mut Vec<u8>) -> io::Result<bool> {
        answer_fault(fault, out).map(|()| true)
    }
}

/// Writes one line.
pub(crate) fn write(out: &mut Vec<u8>, line: &impl Serialize) -> io::Result<()> {
    serde_json::to_writer(&mut *out, line)?;
    out.push(b'\n');
    Ok(())
}

/// Answers a document that could not be read, in its place.
pub(crate) fn answer_fault(fault: &Fault, out: &mut Vec<u8>) -> io::Result<()> {
    #[derive(Serialize)]
    struct Reply<'a> {
        #[serde(skip_serializing_if = "Option::is_none")]
        line: Option<u64>,
        #[serde(skip_serializing_if = "Option::is_none")]
        file: Option<&'a str>,
        #[serde(skip_serializing_if = "Option::is_none")]
        id: Option<&'a RawValue>,
        error: &'a str,
    }
    let file = fault.line.is_none().then_some(&*fault.name);
    write(out, &Reply { line: fault.line, file, id: fault.id.as_deref(), error: &fault.problem })
}

/// The facts are written as they are found.
#[derive(Serialize)]
struct Reply<'a> {
    id: Id<'a>,
    mentions: Written<'a>,
    #[serde(flatten)]
    about: Option<About<'a>>,
}

/// The id as it was written; that of a file is its name, and a line without one has `null`.
pub(crate) struct Id<'a>(pub(crate) &'a Story<'a>);

impl Serialize for Id<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match (self.0.id, self.0.line) {
            (Some(id), _) => id.serialize(serializer),
            (None, Some(_)) => serializer.serialize_none(),
            (None, None) => serializer.serialize_str(&self.0.name),
        }
    }
}

/// What is known of a document whose text does not stand in the input as it was read.
#[derive(Serialize)]
pub(crate) struct About<'a> {
    title: Option<&'a str>,
    published: Option<String>,
    published_source: Option<&'static str>,
    language: &'static str,
    text: &'a str,
}

pub(crate) fn about<'a>(story: &'a Story<'_>) -> Option<About<'a>> {
    let document = story.document();
    story.rewritten.then(|| About {
        title: story.title(),
        published: document.published().map(|date| date.to_string()),
        published_source: story.page().and_then(|page| page.published_source()).map(|s| s.name()),
        language: document.language_or_script().code(),
        text: story.text(),
    })
}

struct Written<'a> {
    facts: RefCell<Facts<'a>>,
    counts: Option<(Unit, Offsets<'a>)>,
}

impl Serialize for Written<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut list = serializer.serialize_seq(None)?;
        for fact in &mut *self.facts.borrow_mut() {
            match &self.counts {
                None => list.serialize_element(&fact)?,
                Some((unit, offsets)) => list.serialize_element(&Counted::new(&fact, *unit, offsets))?,
            }
        }
        list.end()
    }
}

/// A fact with its place in another unit than bytes too.
#[derive(Serialize)]
pub(crate) struct Counted<'a> {
    #[serde(flatten)]
    fact: &'a Mention<'a, Fact>,
    #[serde(skip_serializing_if = "Option::is_none")]
    start_char: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    end_char: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    start_utf16: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    end_utf16: Option<usize>,
}

impl<'a> Counted<'a> {
    fn new(fact: &'a Mention<'a, Fact>, unit: Unit, offsets: &Offsets<'_>) -> Self {
        let none = Self { fact, start_char: None, end_char: None, start_utf16: None, end_utf16: None };
        match unit {
            Unit::Chars => {
                let place = offsets.chars(fact.span());
                Self { start_char: Some(place.start), end_char: Some(place.end), ..none }
            }
            Unit::Utf16 => {
                let place = offsets.utf16(fact.span());
                Self { start_utf16: Some(place.start), end_utf16: Some(place.end), ..none }
            }
        }
    }
}
