//! Times that are no dates: lengths, recurrences, and times that no calendar fixes. All have a TIMEX3 value.

use super::named::named;
use rust_decimal::Decimal;
use std::fmt;

/// A length of time: 三年, *fyra dagar*.
///
/// Read on request only, see [`Kind::Duration`](crate::Kind::Duration).
///
/// ```
/// use newsfacts::{Extractor, Fact, Kind, value::TimeUnit};
///
/// let extractor = Extractor::builder().kinds([Kind::Duration]).build()?;
/// let fact = extractor.facts("他在北京工作了三年。").next().unwrap();
/// let Fact::Duration(length) = fact.value() else { unreachable!() };
/// assert_eq!(length.timex(), "P3Y");
/// assert_eq!((length.amount().to_string(), length.unit()), ("3".to_owned(), TimeUnit::Year));
/// # Ok::<(), newsfacts::Error>(())
/// ```
///
/// Where the words beside it count from or to a point of time, it says so: *inom tre dagar*, 三天后, *två veckor senare*.
/// These are the `beginPoint` and `endPoint` of TIMEX3, one of which is the time of writing (`t0`) or another event.
///
/// ```
/// use newsfacts::value::{Anchored, TimeAnchor, TimeDirection, TimeReach};
/// use newsfacts::{Extractor, Fact, Kind};
///
/// let extractor = Extractor::builder().kinds([Kind::Duration]).build()?;
/// let fact = extractor.facts("Bron öppnades två veckor senare.").next().unwrap();
/// let Fact::Duration(length) = fact.value() else { unreachable!() };
/// assert_eq!((fact.text(), length.timex().as_str()), ("två veckor", "P2W"));
/// let anchored: Anchored = length.anchored().unwrap();
/// assert_eq!(anchored.direction(), TimeDirection::After);
/// assert_eq!(anchored.anchor(), TimeAnchor::Event);
/// assert_eq!(anchored.reach(), TimeReach::Point);
/// assert_eq!((anchored.begin(), anchored.end()), (Some(TimeAnchor::Event), None));
/// # Ok::<(), newsfacts::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Duration {
    pub(crate) amount: Decimal,
    pub(crate) unit: TimeUnit,
    pub(crate) anchored: Option<Anchored>,
}

/// How a length of time lies to a point of time; what the words do not tell is not guessed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Anchored {
    pub(crate) direction: TimeDirection,
    pub(crate) anchor: TimeAnchor,
    pub(crate) reach: TimeReach,
}

impl Anchored {
    /// On which side of the point of time it lies.
    pub fn direction(&self) -> TimeDirection {
        self.direction
    }

    /// The point of time.
    pub fn anchor(&self) -> TimeAnchor {
        self.anchor
    }

    /// What of it is meant: its far end, all of it, or some time in it.
    pub fn reach(&self) -> TimeReach {
        self.reach
    }

    /// Where it begins, if that is the point of time: the `beginPoint` of TIMEX3.
    pub fn begin(&self) -> Option<TimeAnchor> {
        (self.direction == TimeDirection::After).then_some(self.anchor)
    }

    /// Where it ends, if that is the point of time: the `endPoint` of TIMEX3.
    pub fn end(&self) -> Option<TimeAnchor> {
        (self.direction == TimeDirection::Before).then_some(self.anchor)
    }
}

/// On which side of a point of time a length of time lies.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum TimeDirection {
    /// It ends there: *för tre år sedan*, 过去三年.
    Before,
    /// It begins there: *om tre år*, 未来三年.
    After,
}

named!(TimeDirection, "direction of time", {
    Before "before",
    After "after",
});

/// The point of time that a length of time counts from or to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum TimeAnchor {
    /// The time of writing, which TIMEX3 calls `t0`: *om tre dagar*, *de senaste tre åren*, 三天前.
    Now,
    /// Another time or event, which the text tells of: *två veckor senare*, 会议结束三天后.
    Event,
}

named!(TimeAnchor, "anchor of time", {
    Now "now",
    Event "event",
});

/// What of a length of time is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum TimeReach {
    /// Its far end, a point of time: *tre dagar senare*, 三天后.
    Point,
    /// All of it: *de senaste tre åren*, 未来三年.
    Window,
    /// Some time in it, so that it is a limit: *inom tre dagar*, 两周内. TIMEX3 writes `mod="EQUAL_OR_LESS"`.
    Within,
}

named!(TimeReach, "reach of time", {
    Point "point",
    Window "window",
    Within "within",
});

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

    /// How it lies to a point of time, if the words beside it tell: *två veckor senare*, 未来三年.
    pub fn anchored(&self) -> Option<Anchored> {
        self.anchored
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
///
/// ```
/// use newsfacts::{Extractor, Kind, value::VagueTime};
///
/// let extractor = Extractor::also([Kind::VagueTime]);
/// let time = extractor.vague_times("Det hände nyligen.").next().unwrap().into_value();
/// assert_eq!((time, time.timex()), (VagueTime::Past, "PAST_REF"));
/// ```
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

/// Each is written as `{"value": TIMEX3}`; a length that is anchored with `direction`, `anchor` and `reach` beside it.
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
            let Some(anchored) = self.anchored else { return value(serializer, &self.timex()) };
            let mut map = serializer.serialize_struct("Time", 4)?;
            map.serialize_field("value", &self.timex())?;
            map.serialize_field("direction", &anchored.direction)?;
            map.serialize_field("anchor", &anchored.anchor)?;
            map.serialize_field("reach", &anchored.reach)?;
            map.end()
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
