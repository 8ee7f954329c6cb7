//! Persons of a document as columns.

use crate::{
    Error,
    chars::Chars,
    column::{Cells, Column, group, struct_builder},
    offices::{AllOffices, Held, Where, Who},
};
use arrow_array::builder::{ListBuilder, StringBuilder};
use newsfacts::Person;

group! {
    /// The name.
    Named {
        name: StringBuilder, false;
    }
}

group! {
    /// A mention's words, and how it was linked.
    Linked {
        text: StringBuilder, false;
        link: StringBuilder, false;
    }
}

/// Mentions of a person.
#[derive(Debug, Default)]
pub(crate) struct Mentions {
    place: Where,
    linked: Linked,
    rows: usize,
}

struct_builder!(Mentions, place: Where, linked: Linked);

group! {
    /// All of them.
    AllMentions {
        mentions: ListBuilder<Mentions>, false;
    }
}

/// Persons as columns: one row a person of a document.
#[derive(Debug, Default)]
pub(crate) struct People {
    named: Named,
    who: Who,
    held: Held,
    all: AllOffices,
    mentions: AllMentions,
    rows: usize,
    bytes: usize,
}

struct_builder!(People, named: Named, who: Who, held: Held, all: AllOffices, mentions: AllMentions);

impl People {
    /// Adds a person; `chars` are those of the document.
    pub(crate) fn append(&mut self, person: &Person<'_>, chars: &mut Chars<'_>) -> Result<(), Error> {
        let words = person.mentions().iter().map(|m| m.text().len()).sum::<usize>();
        let titles = person.offices().iter().map(|o| o.title().len()).sum::<usize>();
        // Columns of strings have offsets of 31 bits.
        self.bytes += person.name().len() + words + titles + 64 * (1 + person.mentions().len());
        if self.bytes > i32::MAX as usize {
            return Err(Error::large());
        }
        self.rows += 1;
        let (at, row) = self.named.row();
        row.name.put(at, person.name());
        self.who.append(person.id(), person.party());
        self.held.append(person.offices().first());
        self.all.append(person.offices(), chars);
        let (at, row) = self.mentions.row();
        let list = row.mentions.at(at);
        let mentions = list.values();
        for mention in person.mentions() {
            mentions.place.append(mention.span(), chars);
            let (at, row) = mentions.linked.row();
            row.text.put(at, mention.text());
            row.link.put(at, mention.value().name());
            mentions.rows += 1;
        }
        list.append(true);
        Ok(())
    }
}
