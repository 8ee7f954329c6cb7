//! Values read back from the form that they are written in.

use super::{
    Basis, Country, Currency, Date, DateModifier, DatePart, Direction, Duration, Fraction, Modifier, Money,
    Office, Official, Origin, PartOfDay, Percent, PercentUnit, Period, Recurrence, Role, Tenure, TimeUnit,
    VagueTime, quantity::Qualifiers, timex::clock,
};
use crate::Span;
use rust_decimal::Decimal;
use serde::{Deserialize, Deserializer, de::Error};
use std::{borrow::Cow, collections::BTreeMap};

/// A number as it is written: a string, so that no reader makes a float of it.
struct Number(Decimal);

impl<'de> Deserialize<'de> for Number {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let digits = Cow::<str>::deserialize(deserializer)?;
        Decimal::from_str_exact(&digits).map(Self).map_err(D::Error::custom)
    }
}

/// What a clause says of a number, as it is written beside it.
#[derive(Deserialize)]
struct QualifierFields {
    modifier: Option<Modifier>,
    direction: Option<Direction>,
    basis: Option<Basis>,
    from: Option<Number>,
}

impl From<QualifierFields> for Qualifiers {
    fn from(s: QualifierFields) -> Self {
        Self { modifier: s.modifier, direction: s.direction, basis: s.basis, from: s.from.map(|n| n.0) }
    }
}

impl<'de> Deserialize<'de> for Date {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        #[derive(Deserialize)]
        struct Fields {
            value: String,
            modifier: Option<DateModifier>,
            part_of_day: Option<PartOfDay>,
            time: Option<String>,
            end_time: Option<String>,
            #[serde(default)]
            inferred: BTreeMap<String, Origin>,
            alternative: Option<String>,
        }
        let fields = Fields::deserialize(deserializer)?;
        let date: Self = fields.value.parse().map_err(D::Error::custom)?;
        let time = |time: &Option<String>| match time.as_deref() {
            None => Ok(None),
            Some(text) => match clock(text) {
                None => Err(D::Error::custom(format!("`{text}` is not a time of day"))),
                clock => Ok(clock),
            },
        };
        let mut origins = date.origins();
        for (part, origin) in fields.inferred {
            origins = origins.with(part.parse::<DatePart>().map_err(D::Error::custom)?, origin);
        }
        let alternative =
            fields.alternative.map(|a| a.parse::<Period>()).transpose().map_err(D::Error::custom)?;
        Ok(date
            .with_modifier(fields.modifier)
            .with_part_of_day(fields.part_of_day)
            .with_clocks(time(&fields.time)?, time(&fields.end_time)?)
            .with_origins(origins, alternative))
    }
}

impl<'de> Deserialize<'de> for Money {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        #[derive(Deserialize)]
        struct Fields {
            amount: Number,
            amount_max: Option<Number>,
            currency: Currency,
            #[serde(default)]
            currency_assumed: bool,
            currency_alternative: Option<Currency>,
            per: Option<Box<str>>,
            #[serde(flatten)]
            qualifiers: QualifierFields,
        }
        let fields = Fields::deserialize(deserializer)?;
        Ok(Self {
            amount: fields.amount.0,
            max: fields.amount_max.map(|n| n.0),
            currency: fields.currency,
            assumed: fields.currency_assumed,
            alternative: fields.currency_alternative,
            per: fields.per,
            qualifiers: fields.qualifiers.into(),
        })
    }
}

impl<'de> Deserialize<'de> for Percent {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        #[derive(Deserialize)]
        struct Fields {
            value: Number,
            value_max: Option<Number>,
            unit: PercentUnit,
            #[serde(flatten)]
            qualifiers: QualifierFields,
        }
        let fields = Fields::deserialize(deserializer)?;
        Ok(Self {
            value: fields.value.0,
            max: fields.value_max.map(|n| n.0),
            unit: fields.unit,
            qualifiers: fields.qualifiers.into(),
        })
    }
}

impl<'de> Deserialize<'de> for Currency {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let code = Cow::<str>::deserialize(deserializer)?;
        Self::from_code(&code).ok_or_else(|| D::Error::custom(format!("no currency `{code}`")))
    }
}

impl<'de> Deserialize<'de> for Country {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let code = Cow::<str>::deserialize(deserializer)?;
        Self::new(&code).ok_or_else(|| D::Error::custom(format!("no country code `{code}`")))
    }
}

impl<'de> Deserialize<'de> for Official {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        #[derive(Deserialize)]
        struct Fields {
            name: String,
            name_start: usize,
            name_end: usize,
            party: Option<String>,
            offices: Vec<Office>,
        }
        let Fields { name, name_start, name_end, party, offices } = Fields::deserialize(deserializer)?;
        if offices.is_empty() {
            return Err(D::Error::custom("an official without an office"));
        }
        Ok(Self { name, name_span: Span::new(name_start, name_end), offices, party })
    }
}

impl<'de> Deserialize<'de> for Office {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        #[derive(Deserialize)]
        struct Fields {
            title: String,
            start: usize,
            end: usize,
            role: Role,
            body: Option<String>,
            country: Option<Country>,
            tenure: Tenure,
            #[serde(default)]
            deputy: bool,
        }
        let Fields { title, start, end, role, body, country, tenure, deputy } =
            Fields::deserialize(deserializer)?;
        Ok(Self { title, span: Span::new(start, end), role, body, country, tenure, deputy })
    }
}

impl<'de> Deserialize<'de> for Fraction {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        #[derive(Deserialize)]
        struct Fields<'a> {
            #[serde(borrow)]
            value: Cow<'a, str>,
            multiple: bool,
        }
        let Fields { value, multiple } = Fields::deserialize(deserializer)?;
        let (above, below) = value.split_once('/').unwrap_or((&value, "1"));
        let number = |digits| Decimal::from_str_exact(digits).map_err(D::Error::custom);
        let (numerator, denominator) = (number(above)?, number(below)?);
        if denominator.is_zero() {
            return Err(D::Error::custom("a fraction of nothing"));
        }
        Ok(Self { numerator, denominator, multiple })
    }
}

/// The TIMEX3 value of a time that is written as `{"value": TIMEX3}`.
fn timex<'de, D: Deserializer<'de>>(deserializer: D) -> Result<String, D::Error> {
    #[derive(Deserialize)]
    struct Fields {
        value: String,
    }
    Ok(Fields::deserialize(deserializer)?.value)
}

impl<'de> Deserialize<'de> for Duration {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let timex = timex(deserializer)?;
        let length = TimeUnit::ALL.iter().find_map(|&unit| {
            let (before, after) = unit.timex();
            let digits = timex.strip_prefix(before)?.strip_suffix(after)?;
            Some(Self { amount: Decimal::from_str_exact(digits).ok()?, unit })
        });
        length.ok_or_else(|| D::Error::custom(format!("`{timex}` is not a length of time")))
    }
}

impl<'de> Deserialize<'de> for Recurrence {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Ok(Self { timex: timex(deserializer)?.into() })
    }
}

impl<'de> Deserialize<'de> for VagueTime {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let timex = timex(deserializer)?;
        Self::named(&timex).ok_or_else(|| D::Error::custom(format!("`{timex}` is not a vague time")))
    }
}
