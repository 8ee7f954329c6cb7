//! Facts as columns.

use crate::{
    Error,
    chars::Chars,
    column::{self, NumberBuilder, group, list, struct_builder},
    offices::{Held, Offices, Where},
};
use arrow_array::builder::{BooleanBuilder, Date32Builder, Int64Builder, ListBuilder, StringBuilder};
use newsfacts::{
    Decimal, Fact, Mention,
    jiff::civil,
    value::{Date, DateModifier, Granularity, Modifier, Money, Official, PartOfDay, Percent, Period},
};
use std::fmt::Write;

group! {
    /// The kind.
    Kinds {
        kind: StringBuilder, false;
    }
}

group! {
    /// What every fact has beside its place.
    Said {
        text: StringBuilder, false;
        value: StringBuilder, false;
        modifier: StringBuilder, true;
        alternative: StringBuilder, true;
    }
}

group! {
    /// Dates.
    Dates {
        edtf: StringBuilder, true;
        start_date: Date32Builder, true;
        end_date: Date32Builder, true;
        granularity: StringBuilder, true;
        part_of_day: StringBuilder, true;
        start_time: StringBuilder, true;
        end_time: StringBuilder, true;
        partial: BooleanBuilder, true;
        origin: StringBuilder, true;
        inferred: StringBuilder, true;
    }
}

group! {
    /// Amounts, percentages, fractions and lengths.
    Amounts {
        number: NumberBuilder, true;
        number_max: NumberBuilder, true;
        number_from: NumberBuilder, true;
        value_max: StringBuilder, true;
        value_from: StringBuilder, true;
        unit: StringBuilder, true;
        per: StringBuilder, true;
        direction: StringBuilder, true;
        basis: StringBuilder, true;
        currency_assumed: BooleanBuilder, true;
        multiple: BooleanBuilder, true;
    }
}

group! {
    /// Names of persons.
    Names {
        name: StringBuilder, true;
        name_byte_start: Int64Builder, true;
        name_byte_end: Int64Builder, true;
        name_char_start: Int64Builder, true;
        name_char_end: Int64Builder, true;
        party: StringBuilder, true;
    }
}

/// The list of all offices of a person.
#[derive(Debug)]
pub(crate) struct AllOffices {
    pub(crate) offices: ListBuilder<Offices>,
    absent: usize,
}

impl Default for AllOffices {
    fn default() -> Self {
        Self { offices: list(), absent: 0 }
    }
}

impl AllOffices {
    pub(crate) fn fields() -> Vec<arrow_schema::FieldRef> {
        use column::Column;
        vec![std::sync::Arc::new(arrow_schema::Field::new(
            "offices",
            <ListBuilder<Offices>>::data_type(),
            true,
        ))]
    }

    fn skip(&mut self) {
        self.absent += 1;
    }

    pub(crate) fn row(&mut self) -> &mut ListBuilder<Offices> {
        self.offices.append_nulls(std::mem::take(&mut self.absent));
        &mut self.offices
    }

    pub(crate) fn arrays(&mut self) -> Vec<arrow_array::ArrayRef> {
        vec![column::Column::finish(self.row())]
    }
}

/// Facts as columns: one row a fact.
#[derive(Debug, Default)]
pub(crate) struct Facts {
    kinds: Kinds,
    place: Where,
    said: Said,
    dates: Dates,
    amounts: Amounts,
    names: Names,
    held: Held,
    all: AllOffices,
    rows: usize,
    /// Bytes of the words so far.
    bytes: usize,
    /// For numbers as text.
    scratch: String,
}

struct_builder!(
    Facts,
    kinds: Kinds,
    place: Where,
    said: Said,
    dates: Dates,
    amounts: Amounts,
    names: Names,
    held: Held,
    all: AllOffices
);

/// No value that the crate writes of itself is longer, in any column.
const LONGEST_VALUE: usize = 128;

impl Facts {
    /// Adds a fact; `chars` are those of its document.
    pub(crate) fn append(&mut self, mention: &Mention<'_, Fact>, chars: &mut Chars<'_>) -> Result<(), Error> {
        // Columns of strings have offsets of 31 bits.
        self.bytes += mention.text().len() + LONGEST_VALUE;
        if self.bytes > i32::MAX as usize {
            return Err(Error::large());
        }
        self.rows += 1;
        self.kinds.row().kind.append_value(mention.value().kind().name());
        self.place.append(mention.span(), chars);
        self.said.row().text.append_value(mention.text());
        match mention.value() {
            Fact::Date(date) => self.date(date),
            Fact::Money(money) => self.money(money),
            Fact::Percent(percent) => self.percent(percent),
            Fact::Official(official) | Fact::Role(official) => self.person(official, chars),
            other => self.on_request(other),
        }
        Ok(())
    }

    /// How many there are since the last call of `finish`.
    pub(crate) fn count(&self) -> usize {
        self.rows
    }

    fn said(&mut self, value: &str, modifier: Option<&str>, alternative: Option<&str>) {
        self.said.value.append_value(value);
        self.said.modifier.append_option(modifier);
        self.said.alternative.append_option(alternative);
    }

    fn no_person(&mut self) {
        self.names.skip();
        self.held.skip();
        self.all.skip();
    }

    fn date(&mut self, date: &Date) {
        let alternative = date.alternative().map(Period::timex);
        self.said(&date.timex(), date.modifier().map(DateModifier::name), alternative.as_deref());
        let row = self.dates.row();
        row.edtf.append_value(date.edtf());
        row.start_date.append_option(date.start_date().map(column::day));
        row.end_date.append_option(date.end_date().map(column::day));
        row.granularity.append_value(Granularity::name(date.granularity()));
        row.part_of_day.append_option(date.part_of_day().map(PartOfDay::name));
        clock(&mut row.start_time, date.time());
        clock(&mut row.end_time, date.end_time());
        row.partial.append_value(date.is_partial());
        // The least sure origin, and the parts that are not stated.
        row.origin.append_option(date.inferred().map(|(_, origin)| origin).max().map(|origin| origin.name()));
        for (i, (part, _)) in date.inferred().enumerate() {
            let between = if i == 0 { "" } else { " " };
            let _ = write!(row.inferred, "{between}{}", part.name());
        }
        if date.is_inferred() {
            row.inferred.append_value("")
        } else {
            row.inferred.append_null()
        }
        self.amounts.skip();
        self.no_person();
    }

    /// Numbers of amounts and percentages: the value, the upper one, and the one that it changed from.
    fn numbers(&mut self, value: Decimal, max: Option<Decimal>, from: Option<Decimal>) {
        text(&mut self.said.value, &mut self.scratch, Some(value));
        let row = self.amounts.row();
        row.number.append(Some(value));
        row.number_max.append(max);
        row.number_from.append(from);
        text(&mut row.value_max, &mut self.scratch, max);
        text(&mut row.value_from, &mut self.scratch, from);
        self.dates.skip();
        self.no_person();
    }

    fn money(&mut self, money: &Money) {
        self.numbers(money.amount(), money.amount_max(), money.from());
        self.said.modifier.append_option(money.modifier().map(Modifier::name));
        self.said.alternative.append_option(money.currency_alternative().as_ref().map(|c| c.code()));
        let row = &mut self.amounts;
        row.unit.append_value(money.currency().code());
        row.per.append_option(money.per());
        row.direction.append_option(money.direction().map(|d| d.name()));
        row.basis.append_option(money.basis().map(|b| b.name()));
        row.currency_assumed.append_value(money.currency_assumed());
        row.multiple.append_null();
    }

    fn percent(&mut self, percent: &Percent) {
        self.numbers(percent.value(), percent.value_max(), percent.from());
        self.said.modifier.append_option(percent.modifier().map(Modifier::name));
        self.said.alternative.append_null();
        let row = &mut self.amounts;
        row.unit.append_value(percent.unit().name());
        row.per.append_null();
        row.direction.append_option(percent.direction().map(|d| d.name()));
        row.basis.append_option(percent.basis().map(|b| b.name()));
        row.currency_assumed.append_null();
        row.multiple.append_null();
    }

    fn person(&mut self, official: &Official, chars: &mut Chars<'_>) {
        self.said(official.name(), None, None);
        let span = official.name_span();
        let row = self.names.row();
        row.name.append_value(official.name());
        row.name_byte_start.append_value(span.start() as i64);
        row.name_byte_end.append_value(span.end() as i64);
        row.name_char_start.append_value(chars.before(span.start()));
        row.name_char_end.append_value(chars.before(span.end()));
        row.party.append_option(official.party().map(|party| party.name()));
        self.held.append(official.offices().first());
        Offices::append_all(self.all.row(), official.offices(), chars);
        self.dates.skip();
        self.amounts.skip();
    }

    /// Kinds that are read on request: fractions and times that are no dates.
    fn on_request(&mut self, fact: &Fact) {
        let (number, unit, multiple) = match fact {
            Fact::Fraction(f) => {
                let whole = f.denominator() == Decimal::ONE;
                (whole.then(|| f.numerator()), None, Some(f.is_multiple()))
            }
            Fact::Duration(d) => (Some(d.amount()), Some(d.unit().name()), None),
            _ => (None, None, None),
        };
        let value = fact.to_string();
        self.said(value.trim_start_matches('×'), None, None);
        self.dates.skip();
        self.no_person();
        if number.is_none() && multiple.is_none() {
            return self.amounts.skip();
        }
        let row = self.amounts.row();
        row.number.append(number);
        row.number_max.append(None);
        row.number_from.append(None);
        row.value_max.append_null();
        row.value_from.append_null();
        row.unit.append_option(unit);
        row.per.append_null();
        row.direction.append_null();
        row.basis.append_null();
        row.currency_assumed.append_null();
        row.multiple.append_option(multiple);
    }
}

/// Appends a number as exact text.
fn text(column: &mut StringBuilder, scratch: &mut String, number: Option<Decimal>) {
    let Some(number) = number else { return column.append_null() };
    scratch.clear();
    let _ = write!(scratch, "{number}");
    column.append_value(&scratch);
}

/// Appends a time of day as `14:30`.
fn clock(column: &mut StringBuilder, time: Option<civil::Time>) {
    match time {
        Some(time) => column.append_value(format!("{:02}:{:02}", time.hour(), time.minute())),
        None => column.append_null(),
    }
}
