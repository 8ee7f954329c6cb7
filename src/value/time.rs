//! Times that are no dates: lengths, recurrences, and times that no calendar fixes. All have a TIMEX3 value.

use super::named::named;
use rust_decimal::Decimal;
use std::fmt;

/// A length of time: 三年, *fyra dagar*.
///
/// Read on request only, see [`Kind::Duration`](crate::Kind::Duration).
///
/// ```
/// use newsfacts::{Extractor, Fact, Kind};
///
/// let extractor = Extractor::builder().kinds([Kind::Duration]).build()?;
/// let fact = extractor.facts("他在北京工作了三年。").next().unwrap();
/// let Fact::Duration(length) = fact.value() else { unreachable!() };
/// assert_eq!(length.timex(), "P3Y");
/// # Ok::<(), newsfacts::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Duration {
    pub(crate) amount: Decimal,
    pub(crate) unit: TimeUnit,
}

/// A unit of time, from years to seconds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
#[allow(missing_docs)]
pub enum TimeUnit {
    Century,
    Decade,
    Year,
    Quarter,
    Month,
    Week,
    Day,
    Hour,
    Minute,
    Second,
}

named!(TimeUnit, "unit of time", {
    Century "century",
    Decade "decade",
    Year "year",
    Quarter "quarter",
    Month "month",
    Week "week",
    Day "day",
    Hour "hour",
    Minute "minute",
    Second "second",
});

impl TimeUnit {
    /// What stands before and after the number in TIMEX3.
    pub(super) fn timex(self) -> (&'static str, &'static str) {
        match self {
            Self::Century => ("P", "CE"),
            Self::Decade => ("P", "DE"),
            Self::Year => ("P", "Y"),
            Self::Quarter => ("P", "Q"),
            Self::Month => ("P", "M"),
            Self::Week => ("P", "W"),
            Self::Day => ("P", "D"),
            Self::Hour => ("PT", "H"),
            Self::Minute => ("PT", "M"),
            Self::Second => ("PT", "S"),
        }
    }
}

impl Duration {
    /// How many units.
    pub fn amount(&self) -> Decimal {
        self.amount
    }

    /// The unit.
    pub fn unit(&self) -> TimeUnit {
        self.unit
    }

    /// The TIMEX3 value, such as `P3Y`, `PT2.5H`.
    pub fn timex(&self) -> String {
        let (before, after) = self.unit.timex();
        format!("{before}{}{after}", self.amount.normalize())
    }
}

impl fmt::Display for Duration {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.timex())
    }
}

/// A time that comes again: 每周三, *varje vecka*.
///
/// Read on request only, see [`Kind::Recurrence`](crate::Kind::Recurrence).
///
/// ```
/// use newsfacts::{Extractor, Kind};
///
/// let extractor = Extractor::builder().kinds([Kind::Recurrence]).build()?;
/// let fact = extractor.facts("Rådet möts varje tisdag.").next().unwrap();
/// assert_eq!((fact.text(), fact.value().to_string()), ("varje tisdag", "XXXX-WXX-2".to_owned()));
/// # Ok::<(), newsfacts::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Recurrence {
    pub(crate) timex: Box<str>,
}

impl Recurrence {
    /// The TIMEX3 value of the set: a length (`P1W`, every week) or a pattern (`XXXX-WXX-3`, every Wednesday).
    pub fn timex(&self) -> &str {
        &self.timex
    }
}

impl fmt::Display for Recurrence {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.timex)
    }
}

/// A time that no calendar fixes: 近日, *nyligen*.
///
/// Read on request only, see [`Kind::VagueTime`](crate::Kind::VagueTime). The values are those of TIMEX3.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum VagueTime {
    /// Before now: 日前, *nyligen*.
    Past,
    /// Now: 目前, *i nuläget*.
    Present,
    /// After now: 今后, *inom kort*.
    Future,
}

impl VagueTime {
    pub(crate) fn named(name: &str) -> Option<Self> {
        [Self::Past, Self::Present, Self::Future].into_iter().find(|v| v.timex() == name)
    }

    /// The TIMEX3 value: `PAST_REF`, `PRESENT_REF` or `FUTURE_REF`.
    pub fn timex(&self) -> &'static str {
        match self {
            Self::Past => "PAST_REF",
            Self::Present => "PRESENT_REF",
            Self::Future => "FUTURE_REF",
        }
    }
}

impl fmt::Display for VagueTime {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.timex())
    }
}

/// Each is written as `{"value": TIMEX3}`.
#[cfg(feature = "serde")]
mod as_timex {
    use super::{Duration, Recurrence, VagueTime};
    use serde::{Serialize, Serializer, ser::SerializeStruct};

    fn value<S: Serializer>(serializer: S, timex: &str) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_struct("Time", 1)?;
        map.serialize_field("value", timex)?;
        map.end()
    }

    impl Serialize for Duration {
        fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
            value(serializer, &self.timex())
        }
    }

    impl Serialize for Recurrence {
        fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
            value(serializer, self.timex())
        }
    }

    impl Serialize for VagueTime {
        fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
            value(serializer, self.timex())
        }
    }
}
