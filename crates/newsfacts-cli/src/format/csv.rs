//! A row for each fact: the columns that SCHEMA.md describes, those of the Arrow schema, with lists as JSON.

use crate::{run::Task, story::Story};
use newsfacts::{
    Decimal, Extractor, Fact, Mention, Offsets, Span,
    jiff::civil,
    value::{Body, Date, DatePart, Money, Office, Official, Origin, Party, Percent, Period},
};
use serde::Serialize;
use std::io;

pub(crate) struct Csv {
    pub(crate) extractor: Extractor,
}

impl Task for Csv {
    type Out = Vec<u8>;

    fn story(&self, story: &Story<'_>, out: &mut Vec<u8>) -> io::Result<()> {
        let text = story.text();
        let offsets = Offsets::new(text);
        let document = story.document();
        let label = story.label();
        let base = Row {
            document: &label,
            headline: story.title(),
            published: document.published(),
            language: document.language_or_script().code(),
            ..Row::default()
        };
        let mut rows = csv::WriterBuilder::new().has_headers(false).from_writer(out);
        for mention in self.extractor.facts(&document) {
            rows.serialize(base.of(&mention, &offsets))?;
        }
        rows.flush()
    }
}

/// The line that names the columns.
///
/// # Errors
///
/// Never, but for a fault of the writer of CSV.
pub(crate) fn header() -> io::Result<Vec<u8>> {
    let mut rows = csv::Writer::from_writer(Vec::new());
    rows.serialize(Row::default())?;
    let mut lines = rows.into_inner().map_err(|error| io::Error::other(error.to_string()))?;
    let end = memchr::memchr(b'\n', &lines).map_or(lines.len(), |end| end + 1);
    lines.truncate(end);
    Ok(lines)
}

#[derive(Debug, Clone, Default, Serialize)]
struct Row<'a> {
    document: &'a str,
    headline: Option<&'a str>,
    published: Option<civil::Date>,
    language: &'a str,
    kind: &'static str,
    byte_start: usize,
    byte_end: usize,
    char_start: usize,
    char_end: usize,
    text: &'a str,
    value: String,
    modifier: Option<&'static str>,
    alternative: Option<String>,
    edtf: Option<String>,
    start_date: Option<civil::Date>,
    end_date: Option<civil::Date>,
    granularity: Option<&'static str>,
    part_of_day: Option<&'static str>,
    start_time: Option<String>,
    end_time: Option<String>,
    partial: Option<bool>,
    origin: Option<&'static str>,
    inferred: Option<String>,
    number: Option<String>,
    number_max: Option<String>,
    number_from: Option<String>,
    unit: Option<String>,
    per: Option<&'a str>,
    direction: Option<&'static str>,
    basis: Option<&'static str>,
    anchor: Option<&'static str>,
    reach: Option<&'static str>,
    currency_assumed: Option<bool>,
    multiple: Option<bool>,
    name: Option<&'a str>,
    name_byte_start: Option<usize>,
    name_byte_end: Option<usize>,
    name_char_start: Option<usize>,
    name_char_end: Option<usize>,
    person_id: Option<&'a str>,
    party: Option<&'a str>,
    party_id: Option<&'a str>,
    party_country: Option<String>,
    title: Option<&'a str>,
    office_id: Option<&'a str>,
    role: Option<&'static str>,
    role_wikidata: Option<&'static str>,
    body: Option<&'a str>,
    body_kind: Option<&'static str>,
    body_id: Option<&'a str>,
    country: Option<String>,
    tenure: Option<&'static str>,
    deputy: Option<bool>,
    term: Option<&'static str>,
    term_value: Option<String>,
    term_start_date: Option<civil::Date>,
    term_end_date: Option<civil::Date>,
    offices: Option<String>,
}

impl<'a> Row<'a> {
    /// The row of a fact.
    fn of(&self, mention: &'a Mention<'_, Fact>, offsets: &Offsets<'_>) -> Self {
        let fact = mention.value();
        let chars = offsets.chars(mention.span());
        let row = Self {
            kind: fact.kind().name(),
            byte_start: mention.start(),
            byte_end: mention.end(),
            char_start: chars.start,
            char_end: chars.end,
            text: mention.text(),
            value: fact.to_string(),
            ..self.clone()
        };
        match fact {
            Fact::Date(date) => row.date(date),
            Fact::Money(money) => row.money(money),
            Fact::Percent(percent) => row.percent(percent),
            Fact::Official(official) | Fact::Role(official) => row.person(official, offsets),
            Fact::Fraction(fraction) => Self {
                value: fact.to_string().trim_start_matches('×').to_owned(),
                number: (fraction.denominator() == Decimal::ONE).then(|| fraction.numerator().to_string()),
                multiple: Some(fraction.is_multiple()),
                ..row
            },
            Fact::Duration(length) => Self {
                number: Some(length.amount().to_string()),
                unit: Some(length.unit().name().to_owned()),
                direction: length.anchored().map(|at| at.direction().name()),
                anchor: length.anchored().map(|at| at.anchor().name()),
                reach: length.anchored().map(|at| at.reach().name()),
                ..row
            },
            _ => row,
        }
    }

    fn date(self, date: &Date) -> Self {
        let clock = |time: civil::Time| format!("{:02}:{:02}", time.hour(), time.minute());
        let inferred: Vec<(DatePart, Origin)> = date.inferred().collect();
        let parts = || inferred.iter().map(|(part, _)| part.name()).collect::<Vec<_>>().join(" ");
        Self {
            value: date.timex(),
            modifier: date.modifier().map(|m| m.name()),
            alternative: date.alternative().map(Period::timex),
            edtf: Some(date.edtf()),
            start_date: date.start_date(),
            end_date: date.end_date(),
            granularity: Some(date.granularity().name()),
            part_of_day: date.part_of_day().map(|p| p.name()),
            start_time: date.time().map(clock),
            end_time: date.end_time().map(clock),
            partial: Some(date.is_partial()),
            origin: inferred.iter().map(|(_, origin)| *origin).max().map(Origin::name),
            inferred: (!inferred.is_empty()).then(parts),
            ..self
        }
    }

    fn money(self, money: &'a Money) -> Self {
        Self {
            modifier: money.modifier().map(|m| m.name()),
            alternative: money.currency_alternative().map(|c| c.to_string()),
            unit: Some(money.currency().to_string()),
            per: money.per(),
            direction: money.direction().map(|d| d.name()),
            basis: money.basis().map(|b| b.name()),
            currency_assumed: Some(money.currency_assumed()),
            ..self.numbers(money.amount(), money.amount_max(), money.from())
        }
    }

    fn percent(self, percent: &Percent) -> Self {
        Self {
            modifier: percent.modifier().map(|m| m.name()),
            unit: Some(percent.unit().name().to_owned()),
            direction: percent.direction().map(|d| d.name()),
            basis: percent.basis().map(|b| b.name()),
            ..self.numbers(percent.value(), percent.value_max(), percent.from())
        }
    }

    fn numbers(self, value: Decimal, max: Option<Decimal>, from: Option<Decimal>) -> Self {
        Self {
            value: value.to_string(),
            number: Some(value.to_string()),
            number_max: max.map(|n| n.to_string()),
            number_from: from.map(|n| n.to_string()),
            ..self
        }
    }

    fn person(self, official: &'a Official, offsets: &Offsets<'_>) -> Self {
        let (span, chars): (Span, _) = (official.name_span(), offsets.chars(official.name_span()));
        let party = official.party();
        let row = Self {
            value: official.name().to_owned(),
            name: Some(official.name()),
            name_byte_start: Some(span.start()),
            name_byte_end: Some(span.end()),
            name_char_start: Some(chars.start),
            name_char_end: Some(chars.end),
            person_id: official.id(),
            party: party.map(Party::name),
            party_id: party.and_then(Party::id),
            party_country: party.and_then(Party::country).map(|c| c.to_string()),
            offices: serde_json::to_string(official.offices()).ok(),
            ..self
        };
        match official.offices().first() {
            Some(first) => row.office(first),
            None => row,
        }
    }

    fn office(self, office: &'a Office) -> Self {
        let (body, term) = (office.body(), office.term());
        Self {
            title: Some(office.title()),
            office_id: office.id(),
            role: Some(office.role().as_str()),
            role_wikidata: office.role().wikidata(),
            body: body.map(Body::name),
            body_kind: body.and_then(Body::kind).map(|kind| kind.name()),
            body_id: body.and_then(Body::id),
            country: office.country().map(|c| c.to_string()),
            tenure: Some(office.tenure().name()),
            deputy: Some(office.is_deputy()),
            term: term.map(|term| term.sense().name()),
            term_value: term.map(|term| term.date().timex()),
            term_start_date: term.and_then(|term| term.date().start_date()),
            term_end_date: term.and_then(|term| term.date().end_date()),
            ..self
        }
    }
}
