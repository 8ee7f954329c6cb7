//! Where the parts of a date come from: the text, a date beside it, or the reference date.

use super::{
    named::named,
    period::{Period, PeriodUnit},
};
use std::fmt;

/// A part of a date's value.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum DatePart {
    /// The year, or the decade or century.
    Year,
    /// The month, or the quarter, half or season.
    Month,
    /// The ISO week.
    Week,
    /// The day.
    Day,
}

named!(DatePart, "part of a date", {
    Year "year",
    Month "month",
    Week "week",
    Day "day",
});

/// Where a part of a date's value comes from.
///
/// ```
/// use newsfacts::{Extractor, value::{DatePart, Origin}};
///
/// let second = Extractor::new().dates("Mötet hölls den 3 och 5 maj 2025.").next().unwrap().into_value();
/// assert_eq!(second.origin(DatePart::Day), Some(Origin::Stated));
/// assert!(Origin::Stated < Origin::Reference); // the less sure is the greater
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum Origin {
    /// The text states it: *den 5 maj 2025*.
    Stated,
    /// Another date of the text, as in a list or a range: *den 3 och 5 maj*, 同年.
    Neighbour,
    /// It was counted from the reference date, or chosen as the nearest to it: *i går*, 12月5日.
    Reference,
}

named!(Origin, "origin", {
    Stated "stated",
    Neighbour "neighbour",
    Reference "reference",
});

/// The origin of each part, if the value has it.
#[derive(Clone, Copy)]
pub(crate) struct Origins([Option<Origin>; 4]);

impl Origins {
    /// All parts that a period has, as stated.
    pub(crate) fn stated(period: Period) -> Self {
        let (year, unit) = period.parts();
        let (month, week, day) = match unit {
            PeriodUnit::Century | PeriodUnit::Decade | PeriodUnit::Year => (false, false, false),
            PeriodUnit::Half(_) | PeriodUnit::Quarter(_) | PeriodUnit::Season(_) => (true, false, false),
            PeriodUnit::Month(month) => (month.is_some(), false, false),
            PeriodUnit::Week(week) | PeriodUnit::Weekend(week) => (false, week.is_some(), false),
            PeriodUnit::Weekday(_) => (false, false, true),
            PeriodUnit::Day(month, day) => (month.is_some(), false, day.is_some()),
        };
        let part = |has: bool| has.then_some(Origin::Stated);
        Self([part(year.is_some()), part(month), part(week), part(day)])
    }

    /// With another origin of a part, if the value has it.
    pub(crate) fn with(mut self, part: DatePart, origin: Origin) -> Self {
        if let Some(known) = &mut self.0[part as usize] {
            *known = origin;
        }
        self
    }

    pub(crate) const fn get(self, part: DatePart) -> Option<Origin> {
        self.0[part as usize]
    }

    /// Those of a range: of each part what is least sure.
    pub(crate) fn join(self, other: Self) -> Self {
        let mut all = self;
        for (a, b) in all.0.iter_mut().zip(other.0) {
            *a = (*a).max(b);
        }
        all
    }

    pub(super) fn inferred(self) -> impl Iterator<Item = (DatePart, Origin)> + use<> {
        let parts = DatePart::ALL.iter().copied().zip(self.0);
        parts
            .filter_map(|(part, origin)| Some((part, origin?)))
            .filter(|(_, origin)| *origin != Origin::Stated)
    }
}

/// The parts that are not stated, each with its origin.
impl fmt::Debug for Origins {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("inferred ")?;
        f.debug_map().entries(self.inferred()).finish()
    }
}
