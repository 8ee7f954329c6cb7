//! Facts as columns.

use crate::{
    Error,
    chars::Chars,
    column::{self, Cells, Column, NumberBuilder, group, struct_builder},
    offices::{AllOffices, Held, Where, Who},
};
use arrow_array::builder::{BooleanBuilder, Date32Builder, Int64Builder, StringBuilder};
use newsfacts::{
    Decimal, Fact, Mention,
    jiff::civil,
    value::{
        Basis, Currency, Date, DateModifier, Direction, Granularity, Modifier, Money, Official, PartOfDay,
        Percent, Period,
    },
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
        anchor: StringBuilder, true;
        reach: StringBuilder, true;
        currency_assumed: BooleanBuilder, true;
        multiple: BooleanBuilder, true;
    }
}

/// What stands in a row of amounts; what is left out is null.
#[derive(Default)]
struct Amount<'a> {
    number: Option<Decimal>,
    max: Option<Decimal>,
    from: Option<Decimal>,
    unit: Option<&'a str>,
    per: Option<&'a str>,
    direction: Option<&'a str>,
    basis: Option<&'a str>,
    anchor: Option<&'a str>,
    reach: Option<&'a str>,
    currency_assumed: Option<bool>,
    multiple: Option<bool>,
}

impl Amounts {
    fn append(&mut self, amount: Amount<'_>) {
        let (at, row) = self.row();
        row.number.put(at, amount.number);
        row.number_max.put(at, amount.max);
        row.number_from.put(at, amount.from);
        exact(&mut row.value_max, at, amount.max);
        exact(&mut row.value_from, at, amount.from);
        row.unit.put(at, amount.unit);
        row.per.put(at, amount.per);
        row.direction.put(at, amount.direction);
        row.basis.put(at, amount.basis);
        row.anchor.put(at, amount.anchor);
        row.reach.put(at, amount.reach);
        row.currency_assumed.put(at, amount.currency_assumed);
        row.multiple.put(at, amount.multiple);
    }
}

group! {
    /// Names of persons, and where they stand.
    Names {
        name: StringBuilder, true;
        name_byte_start: Int64Builder, true;
        name_byte_end: Int64Builder, true;
        name_char_start: Int64Builder, true;
        name_char_end: Int64Builder, true;
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
    who: Who,
    held: Held,
    all: AllOffices,
    rows: usize,
    /// Bytes of the words so far.
    bytes: usize,
}

struct_builder!(
    Facts,
    kinds: Kinds,
    place: Where,
    said: Said,
    dates: Dates,
    amounts: Amounts,
    names: Names,
    who: Who,
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
        let (at, row) = self.kinds.row();
        row.kind.put(at, mention.value().kind().name());
        self.place.append(mention.span(), chars);
        let (at, row) = self.said.row();
        row.text.put(at, mention.text());
        match mention.value() {
            Fact::Date(date) => self.date(date),
            Fact::Money(money) => self.money(money),
            Fact::Percent(percent) => self.percent(percent),
            Fact::Official(official) | Fact::Role(official) => self.person(official, chars),
            other => self.on_request(other),
        }
        Ok(())
    }

    fn said(&mut self, value: &str, modifier: Option<&str>, alternative: Option<&str>) {
        let at = self.rows - 1;
        self.said.value.put(at, value);
        self.said.modifier.put(at, modifier);
        self.said.alternative.put(at, alternative);
    }

    fn no_person(&mut self) {
        self.names.skip();
        self.who.skip();
        self.held.skip();
        self.all.skip();
    }

    fn date(&mut self, date: &Date) {
        let alternative = date.alternative().map(Period::timex);
        self.said(&date.timex(), date.modifier().map(DateModifier::name), alternative.as_deref());
        let (at, row) = self.dates.row();
        row.edtf.put(at, date.edtf().as_str());
        row.start_date.put(at, date.start_date().map(column::day));
        row.end_date.put(at, date.end_date().map(column::day));
        row.granularity.put(at, Granularity::name(date.granularity()));
        row.part_of_day.put(at, date.part_of_day().map(PartOfDay::name));
        clock(&mut row.start_time, at, date.time());
        clock(&mut row.end_time, at, date.end_time());
        row.partial.put(at, date.is_partial());
        // The least sure origin, and the parts that are not stated.
        let mut least = None;
        for (part, origin) in date.inferred() {
            let column = row.inferred.at(at);
            let _ = column.write_str(if least.is_some() { " " } else { "" });
            let _ = column.write_str(part.name());
            least = least.max(Some(origin));
        }
        if let Some(origin) = least {
            row.origin.put(at, origin.name());
            row.inferred.append("");
        }
        self.amounts.skip();
        self.no_person();
    }

    /// An amount whose value is its number.
    fn amount(&mut self, amount: Amount<'_>, modifier: Option<Modifier>, alternative: Option<Currency>) {
        let at = self.rows - 1;
        exact(&mut self.said.value, at, amount.number);
        self.said.modifier.put(at, modifier.map(Modifier::name));
        self.said.alternative.put(at, alternative.as_ref().map(Currency::code));
        self.amounts.append(amount);
        self.dates.skip();
        self.no_person();
    }

    fn money(&mut self, money: &Money) {
        let currency = money.currency();
        let amount = Amount {
            number: Some(money.amount()),
            max: money.amount_max(),
            from: money.from(),
            unit: Some(currency.code()),
            per: money.per(),
            direction: money.direction().map(Direction::name),
            basis: money.basis().map(Basis::name),
            currency_assumed: Some(money.currency_assumed()),
            ..Amount::default()
        };
        self.amount(amount, money.modifier(), money.currency_alternative());
    }

    fn percent(&mut self, percent: &Percent) {
        let amount = Amount {
            number: Some(percent.value()),
            max: percent.value_max(),
            from: percent.from(),
            unit: Some(percent.unit().name()),
            direction: percent.direction().map(Direction::name),
            basis: percent.basis().map(Basis::name),
            ..Amount::default()
        };
        self.amount(amount, percent.modifier(), None);
    }

    fn person(&mut self, official: &Official, chars: &mut Chars<'_>) {
        self.said(official.name(), None, None);
        let span = official.name_span();
        let (at, row) = self.names.row();
        row.name.put(at, official.name());
        row.name_byte_start.put(at, span.start() as i64);
        row.name_byte_end.put(at, span.end() as i64);
        row.name_char_start.put(at, chars.before(span.start()));
        row.name_char_end.put(at, chars.before(span.end()));
        self.who.append(official.id(), official.party());
        self.held.append(official.offices().first());
        self.all.append(official.offices(), chars);
        self.dates.skip();
        self.amounts.skip();
    }

    /// Kinds that are read on request: fractions and times that are no dates.
    fn on_request(&mut self, fact: &Fact) {
        let amount = match fact {
            Fact::Fraction(f) => Some(Amount {
                number: (f.denominator() == Decimal::ONE).then(|| f.numerator()),
                multiple: Some(f.is_multiple()),
                ..Amount::default()
            }),
            Fact::Duration(d) => Some(Amount {
                number: Some(d.amount()),
                unit: Some(d.unit().name()),
                direction: d.anchored().map(|at| at.direction().name()),
                anchor: d.anchored().map(|at| at.anchor().name()),
                reach: d.anchored().map(|at| at.reach().name()),
                ..Amount::default()
            }),
            _ => None,
        };
        let value = fact.to_string();
        self.said(value.trim_start_matches('×'), None, None);
        match amount {
            Some(amount) => self.amounts.append(amount),
            None => self.amounts.skip(),
        }
        self.dates.skip();
        self.no_person();
    }
}

/// Puts a number into a row as exact text.
fn exact(column: &mut StringBuilder, row: usize, number: Option<Decimal>) {
    if let Some(number) = number {
        let column = column.at(row);
        let _ = write!(column, "{number}");
        column.append("");
    }
}

/// Puts a time of day into a row as `14:30`.
fn clock(column: &mut StringBuilder, row: usize, time: Option<civil::Time>) {
    if let Some(time) = time {
        let column = column.at(row);
        let _ = write!(column, "{:02}:{:02}", time.hour(), time.minute());
        column.append("");
    }
}
