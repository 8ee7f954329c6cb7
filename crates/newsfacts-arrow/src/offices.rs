//! Offices of a person: the first in columns, all in a list.

use crate::{
    chars::Chars,
    column::{group, struct_builder},
};
use arrow_array::builder::{BooleanBuilder, Int64Builder, ListBuilder, StringBuilder};
use newsfacts::value::Office;

group! {
    /// What an office is.
    Held {
        title: StringBuilder, true;
        role: StringBuilder, true;
        role_wikidata: StringBuilder, true;
        body: StringBuilder, true;
        country: StringBuilder, true;
        tenure: StringBuilder, true;
        deputy: BooleanBuilder, true;
    }
}

impl Held {
    pub(crate) fn append(&mut self, office: Option<&Office>) {
        let Some(office) = office else { return self.skip() };
        let row = self.row();
        row.title.append_value(office.title());
        row.role.append_value(office.role().as_str());
        row.role_wikidata.append_option(office.role().wikidata());
        row.body.append_option(office.body().map(|body| body.name()));
        row.country.append_option(office.country().as_ref().map(|country| country.code()));
        row.tenure.append_value(office.tenure().name());
        row.deputy.append_value(office.is_deputy());
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
        let row = self.row();
        row.byte_start.append_value(span.start() as i64);
        row.byte_end.append_value(span.end() as i64);
        row.char_start.append_value(chars.before(span.start()));
        row.char_end.append_value(chars.before(span.end()));
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

impl Offices {
    pub(crate) fn append_all(list: &mut ListBuilder<Self>, offices: &[Office], chars: &mut Chars<'_>) {
        let all = list.values();
        for office in offices {
            all.held.append(Some(office));
            all.place.append(office.span(), chars);
            all.rows += 1;
        }
        list.append(true);
    }
}
