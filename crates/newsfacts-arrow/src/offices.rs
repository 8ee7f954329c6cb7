//! Offices of a person: the first in columns, all in a list.

use crate::{
    chars::Chars,
    column::{self, Cells, Column, group, struct_builder},
};
use arrow_array::builder::{BooleanBuilder, Date32Builder, Int64Builder, ListBuilder, StringBuilder};
use newsfacts::value::{Body, Office, Party};

group! {
    /// What an office is.
    Held {
        title: StringBuilder, true;
        office_id: StringBuilder, true;
        role: StringBuilder, true;
        role_wikidata: StringBuilder, true;
        body: StringBuilder, true;
        body_kind: StringBuilder, true;
        body_id: StringBuilder, true;
        country: StringBuilder, true;
        tenure: StringBuilder, true;
        deputy: BooleanBuilder, true;
        term: StringBuilder, true;
        term_value: StringBuilder, true;
        term_start_date: Date32Builder, true;
        term_end_date: Date32Builder, true;
    }
}

impl Held {
    pub(crate) fn append(&mut self, office: Option<&Office>) {
        let Some(office) = office else { return self.skip() };
        let (at, row) = self.row();
        let body = office.body();
        row.title.put(at, office.title());
        row.office_id.put(at, office.id());
        row.role.put(at, office.role().as_str());
        row.role_wikidata.put(at, office.role().wikidata());
        row.body.put(at, body.map(Body::name));
        row.body_kind.put(at, body.and_then(Body::kind).map(|kind| kind.name()));
        row.body_id.put(at, body.and_then(Body::id));
        row.country.put(at, office.country().as_ref().map(|country| country.code()));
        row.tenure.put(at, office.tenure().name());
        row.deputy.put(at, office.is_deputy());
        let term = office.term();
        let date = term.map(|term| term.date());
        row.term.put(at, term.map(|term| term.sense().name()));
        row.term_value.put(at, date.map(|date| date.timex()).as_deref());
        row.term_start_date.put(at, date.and_then(|date| date.start_date()).map(column::day));
        row.term_end_date.put(at, date.and_then(|date| date.end_date()).map(column::day));
    }
}

group! {
    /// Who a person is, beside the name.
    Who {
        person_id: StringBuilder, true;
        party: StringBuilder, true;
        party_id: StringBuilder, true;
        party_country: StringBuilder, true;
    }
}

impl Who {
    pub(crate) fn append(&mut self, id: Option<&str>, party: Option<&Party>) {
        let (at, row) = self.row();
        row.person_id.put(at, id);
        row.party.put(at, party.map(Party::name));
        row.party_id.put(at, party.and_then(Party::id));
        row.party_country.put(at, party.and_then(Party::country).as_ref().map(|country| country.code()));
    }
}

group! {
    /// Where a title stands.
    Where {
        byte_start: Int64Builder, false;
        byte_end: Int64Builder, false;
        char_start: Int64Builder, false;
        char_end: Int64Builder, false;
    }
}

impl Where {
    pub(crate) fn append(&mut self, span: newsfacts::Span, chars: &mut Chars<'_>) {
        let (at, row) = self.row();
        row.byte_start.put(at, span.start() as i64);
        row.byte_end.put(at, span.end() as i64);
        row.char_start.put(at, chars.before(span.start()));
        row.char_end.put(at, chars.before(span.end()));
    }
}

/// The list of offices.
#[derive(Debug, Default)]
pub(crate) struct Offices {
    held: Held,
    place: Where,
    rows: usize,
}

struct_builder!(Offices, held: Held, place: Where);

group! {
    /// All offices of a person.
    AllOffices {
        offices: ListBuilder<Offices>, true;
    }
}

impl AllOffices {
    pub(crate) fn append(&mut self, offices: &[Office], chars: &mut Chars<'_>) {
        let (at, row) = self.row();
        let list = row.offices.at(at);
        let all = list.values();
        for office in offices {
            all.held.append(Some(office));
            all.place.append(office.span(), chars);
            all.rows += 1;
        }
        list.append(true);
    }
}
