//! Seasons that are told by where they lie from now: *i somras*, *i vinter*, *nästa vår*.

use super::{
    settle::{Discourse, days},
    settled::Settled,
    tables::Turn,
};
use crate::value::{DatePart, Origin, Period, PeriodUnit, Season};
use jiff::civil;

/// Days before its end in which a season is told of as gone by: *i somras* in August.
const WANES: i64 = 31;

/// The month in which autumn begins.
const AUTUMN: i8 = 9;

impl Discourse {
    pub(super) fn turn(&self, season: Season, turn: Turn) -> Option<Settled> {
        let Some(reference) = self.reference else {
            return Some(Period::partial(None, PeriodUnit::Season(season))?.into());
        };
        let year = reference.year();
        let mut years = (year - 2..=year + 1).filter_map(|y| Period::season(y, season));
        let period = match turn {
            Turn::Last => years.rfind(|p| p.last().is_some_and(|d| days(reference, d) < WANES)),
            Turn::Next => years.find(|p| p.first().is_some_and(|d| d > reference)),
            Turn::Following => return self.following(season, year, reference),
            Turn::This => {
                let now = years.find(|p| {
                    p.first().is_some_and(|d| d <= reference) && p.last().is_some_and(|d| d >= reference)
                });
                now.or_else(|| Period::season(year, season))
            }
        };
        Some(Settled::from(period?).with(DatePart::Year, Origin::Reference))
    }

    /// *nästa sommar*: not the one that is or comes in the same year, which is *i sommar*; whoever says it before that one may mean
    /// it all the same. A winter is of the year in which it begins, and the one to come is next until autumn.
    fn following(&self, season: Season, year: i16, reference: civil::Date) -> Option<Settled> {
        let coming = (year - 1..=year + 1)
            .filter_map(|y| Period::season(y, season))
            .find(|p| p.first().is_some_and(|d| d > reference))?;
        let near =
            coming.parts().0 == Some(year) && (season != Season::Winter || reference.month() >= AUTUMN);
        if !near {
            return Some(Settled::from(coming).with(DatePart::Year, Origin::Reference));
        }
        let settled = Settled { alternative: Some(coming), ..Period::season(year + 1, season)?.into() };
        Some(settled.with(DatePart::Year, Origin::Reference))
    }
}
