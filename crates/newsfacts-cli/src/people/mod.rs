//! The officials of each document with all their mentions.

mod ftm;
mod popolo;

use crate::{
    args::{People, PeopleFormat},
    bytes, check,
    format::jsonl,
    format::table::heading,
    lexicon, output,
    run::{self, Task},
    story::{Fault, Story},
    terminal::{Colours, line},
};
use newsfacts::{
    Extractor, Kind, Person,
    jiff::civil,
    value::{Granularity, Term, TermSense},
};
use serde::Serialize;
use std::io::{self, Write};

pub(crate) fn command(mut command: People) -> Result<bool, crate::Failure> {
    let input = &mut command.input;
    check(input)?;
    let extractor = lexicon::extractor(&input.reading)?;
    let file = input.output.as_deref();
    let plain = file.is_some() || command.format != PeopleFormat::Table;
    let colours = if plain { Colours::NONE } else { Colours::of_output() };
    match command.format {
        PeopleFormat::Table => bytes(input, None, &Table { extractor, colours }, file, colours),
        PeopleFormat::Jsonl => bytes(input, None, &JsonLines { extractor }, file, colours),
        PeopleFormat::Ftm => bytes(input, None, &ftm::FollowTheMoney { extractor }, file, colours),
        PeopleFormat::Popolo => {
            let mut all = popolo::Popolo::default();
            let whole = run::run(input, None, &popolo::Task { extractor }, |part| {
                all.add(part);
                Ok(())
            })?;
            let mut out = output(file)?;
            serde_json::to_writer_pretty(&mut out, &all).map_err(io::Error::from)?;
            writeln!(out)?;
            Ok(whole)
        }
    }
}

/// An id that is the same at each run: of what it says, and the document that says it.
fn id(story: &Story<'_>, parts: &[&str]) -> String {
    let mut hash = sha1_smol::Sha1::new();
    hash.update(story.label().as_bytes());
    for part in parts {
        hash.update(b"\0");
        hash.update(part.as_bytes());
    }
    format!("newsfacts-{}", hash.digest())
}

/// When a term began and when it ended, as far as its date says, each no finer than it is: `2022`, `2024-05`.
fn days(term: &Term) -> (Option<String>, Option<String>) {
    let date = term.date();
    let of = |day: civil::Date| match date.granularity() {
        Granularity::Year => format!("{:04}", day.year()),
        Granularity::Month => format!("{:04}-{:02}", day.year(), day.month()),
        _ => day.to_string(),
    };
    let (first, last) = (date.start_date().map(of), date.end_date().map(of));
    match term.sense() {
        TermSense::Since => (first, None),
        TermSense::Until => (None, last),
        _ => (first, last),
    }
}

/// A table for people.
struct Table {
    extractor: Extractor,
    colours: Colours,
}

impl Task for Table {
    type Out = Vec<u8>;

    fn story(&self, story: &Story<'_>, out: &mut Vec<u8>) -> io::Result<()> {
        heading(story, self.colours, out)?;
        let people = self.extractor.people(story.document());
        let (bold, aside, colour) =
            (self.colours.heading(), self.colours.aside(), self.colours.kind(Kind::Official));
        for person in &people {
            write!(out, "  {bold}{}{bold:#}", line(person.name()))?;
            if let Some(party) = person.party().map(|party| party.name()) {
                write!(out, " ({})", line(party))?;
            }
            writeln!(out)?;
            for office in person.offices() {
                write!(out, "    {colour}{}{colour:#}  {aside}{}", line(office.title()), office.role())?;
                if let Some(country) = office.country() {
                    write!(out, ", {country}")?;
                }
                write!(out, ", {}", office.tenure().name())?;
                if let Some(term) = office.term() {
                    write!(out, ", {term}")?;
                }
                writeln!(out, "{aside:#}")?;
            }
            let mentions: Vec<String> = person
                .mentions()
                .iter()
                .map(|m| {
                    let doubt = if m.value().is_certain() { "" } else { "?" };
                    format!("{}{doubt} {}", line(m.text()), m.start())
                })
                .collect();
            writeln!(out, "    {aside}{}{aside:#}", mentions.join(", "))?;
        }
        if people.is_empty() {
            writeln!(out, "  nobody found")?;
        }
        writeln!(out)
    }
}

/// A line of JSON for each document.
struct JsonLines {
    extractor: Extractor,
}

#[derive(Serialize)]
struct Reply<'a> {
    id: jsonl::Id<'a>,
    people: Vec<Person<'a>>,
    #[serde(flatten)]
    about: Option<jsonl::About<'a>>,
}

impl Task for JsonLines {
    type Out = Vec<u8>;

    fn story(&self, story: &Story<'_>, out: &mut Vec<u8>) -> io::Result<()> {
        let people = self.extractor.people(story.document());
        jsonl::write(out, &Reply { id: jsonl::Id(story), people, about: jsonl::about(story) })
    }

    fn fault(&self, fault: &Fault, out: &mut Vec<u8>) -> io::Result<bool> {
        jsonl::answer_fault(fault, out).map(|()| true)
    }
}
