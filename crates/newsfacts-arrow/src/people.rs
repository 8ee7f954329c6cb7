//! Persons of a document as columns.

use crate::{
    Error,
    chars::Chars,
    column::{self, group, list, struct_builder},
    facts::AllOffices,
    offices::{Held, Offices, Where},
};
use arrow_array::builder::{ListBuilder, StringBuilder};
use newsfacts::Person;

group! {
    /// The name.
    Named {
        name: StringBuilder, false;
        party: StringBuilder, true;
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

/// The list of them.
#[derive(Debug)]
struct AllMentions(ListBuilder<Mentions>);

impl Default for AllMentions {
    fn default() -> Self {
        Self(list())
    }
}

impl AllMentions {
    fn fields() -> Vec<arrow_schema::FieldRef> {
        use column::Column;
        let of = <ListBuilder<Mentions>>::data_type();
        vec![std::sync::Arc::new(arrow_schema::Field::new("mentions", of, false))]
    }

    fn arrays(&mut self) -> Vec<arrow_array::ArrayRef> {
        vec![column::Column::finish(&mut self.0)]
    }
}

/// Persons as columns: one row a person of a document.
#[derive(Debug, Default)]
pub(crate) struct People {
    named: Named,
    held: Held,
    all: AllOffices,
    mentions: AllMentions,
    rows: usize,
    bytes: usize,
}

struct_builder!(People, named: Named, held: Held, all: AllOffices, mentions: AllMentions);

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
        let named = self.named.row();
        named.name.append_value(person.name());
        named.party.append_option(person.party().map(|party| party.name()));
        self.held.append(person.offices().first());
        Offices::append_all(self.all.row(), person.offices(), chars);
        let mentions = self.mentions.0.values();
        for mention in person.mentions() {
            mentions.place.append(mention.span(), chars);
            let linked = mentions.linked.row();
            linked.text.append_value(mention.text());
            linked.link.append_value(mention.value().name());
            mentions.rows += 1;
        }
        self.mentions.0.append(true);
        Ok(())
    }
}
