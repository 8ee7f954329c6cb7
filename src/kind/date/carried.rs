//! The year, and the month, that one date of a series gives to those after it.

use super::{
    settle::Discourse,
    settled::{Carried, Last, Told},
};
use crate::value::{Origin, Period, PeriodUnit};

/// The first month of the second half of a year.
const JULY: i8 = 7;

/// Characters behind a date over which it gives its year to 年底, its month to 月底.
const NEAR: usize = 16;

impl Discourse {
    /// Goes on behind a year that ended at `end` and cannot be read: dates behind it in the sentence have no other.
    pub(crate) fn pass_unread_year(&mut self, end: usize) {
        self.passed = self.passed.min(end);
        self.year = Some(Carried { year: None, first: None, end, narrative: true });
    }

    /// The year of a part of a year that is told without one: 2022年3月签约，年底投产.
    pub(super) fn year_here(&self) -> Told {
        let near = self.year.is_some_and(|year| self.at <= year.end + NEAR);
        let reference = Told { year: self.reference.map(|r| r.year()), origin: Origin::Reference };
        self.carried().filter(|told| near && told.year != reference.year).unwrap_or(reference)
    }

    /// The month of the range or series: that of its first end, or the last one told in a series of a year.
    pub(super) fn month_here(&self, after: Option<Period>) -> Option<Period> {
        let near = |last: &Last| last.sentence == self.sentence && self.at <= last.end + NEAR;
        let last = self.last.filter(|last| self.year.is_some() && near(last));
        let told = || Some((last?.year?, last?.month?));
        let first = after.map(Period::parts).and_then(|(year, unit)| match unit {
            PeriodUnit::Month(month) | PeriodUnit::Day(month, _) => Some((year?, month?)),
            _ => None,
        });
        first.or_else(told).and_then(|(year, month)| Period::month(year, month))
    }

    /// The year told earlier in the sentence.
    pub(super) fn carried(&self) -> Option<Told> {
        self.year.map(|y| Told { year: y.year, origin: Origin::Neighbour })
    }

    /// The same for a month: of two years the first has the months from July on.
    pub(super) fn carried_to(&self, month: i8) -> Option<Told> {
        let year = self.year.and_then(|y| y.first).map(|first| first + i16::from(month < JULY));
        self.carried().map(|told| Told { year: year.or(told.year), ..told })
    }
}
