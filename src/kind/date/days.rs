//! Days that are told by something else than their date: the number of the day alone, a weekday, a distance from now.

use super::{
    settle::{Discourse, days, iso},
    settled::{Constraints, Cue, Settled},
    slot::{Base, Offset, WeekdayForm},
    stated::{Nth, Stated, Week},
};
use crate::value::{DatePart, Origin, Period, PeriodUnit, TimeUnit};
use jiff::{Span, ToSpan, civil};

/// Days ahead, or in a plan behind, from which on a day belongs to the month beside.
const HALF_MONTH: i64 = 15;

/// Days that the month of another sentence may lie back, if the day is one of the last few of this month.
const THREE_WEEKS: i64 = 20;
const FEW_DAYS: i64 = 3;

/// Days from which on it is another story.
const FAR: i64 = 100;

impl Discourse {
    /// So many days from now; in brackets the number of the day, which then counts: 昨(18)日.
    pub(super) fn days_away(&self, days: i32, number: Option<i8>) -> Option<Settled> {
        let Some(reference) = self.reference else {
            return Some(Period::partial(None, PeriodUnit::Day(None, number))?.into());
        };
        let meant = reference.checked_add(days.days()).ok()?;
        let Some(number) = number else { return Some(Settled::reference(Period::day(meant))) };
        self.near(meant, number)
    }

    /// The day of that number in the month that brings it nearest to another.
    pub(super) fn near(&self, meant: civil::Date, number: i8) -> Option<Settled> {
        let month = |n: i32| meant.first_of_month().checked_add(n.months()).ok();
        let day = (-1..=1)
            .filter_map(|n| month(n).and_then(|m| civil::Date::new(m.year(), m.month(), number).ok()))
            .min_by_key(|day| days(meant, *day).abs())?;
        Some(Settled::reference(Period::day(day)).with(DatePart::Day, Origin::Stated))
    }

    /// A length of time from now, or from the year that the sentence tells of.
    pub(super) fn offset(&self, offset: Offset, days_away: Option<i32>) -> Option<Settled> {
        let Offset { unit, halves, from } = offset;
        let told = self.spoken.filter(|_| from == Base::Told && unit == TimeUnit::Year && halves % 2 == 0);
        if let Some(year) = told {
            let year = i32::from(year) + halves / 2;
            let period = Period::year(i16::try_from(year).ok()?)?;
            return Some(Settled::from(period).with(DatePart::Year, Origin::Neighbour));
        }
        let reference = self.reference.filter(|_| from != Base::Told)?;
        let reference = reference.checked_add(days_away.unwrap_or(0).days()).ok()?;
        let date = reference.checked_add(length(unit, halves)?).ok()?;
        let period = match unit {
            _ if days_away.is_some() => Period::day(date),
            TimeUnit::Century | TimeUnit::Decade => Period::year(date.year())?,
            TimeUnit::Year if halves % 2 == 0 => Period::year(date.year())?,
            TimeUnit::Year | TimeUnit::Month => Period::month(date.year(), date.month())?,
            TimeUnit::Quarter => Period::quarter(date.year(), (date.month() - 1) / 3 + 1)?,
            TimeUnit::Week if halves % 2 == 0 => {
                let (year, week) = iso(date);
                Period::week(year, week)?
            }
            _ => Period::day(date),
        };
        Some(Settled::reference(period))
    }

    /// A day of which only its number is said.
    pub(super) fn day_of_month(
        &self,
        day: i8,
        weekday: Option<i8>,
        constraints: Constraints,
    ) -> Option<Settled> {
        let date = |first: civil::Date| civil::Date::new(first.year(), first.month(), day).ok();
        let settled = |day: civil::Date, origin| {
            let settled = Settled::from(Period::day(day));
            settled.with(DatePart::Year, origin).with(DatePart::Month, origin)
        };
        if let Some(from) = constraints.after.and_then(Period::first) {
            let next = from.first_of_month().checked_add(1.month()).ok()?;
            let day = [from, next].into_iter().filter_map(date).find(|&d| d >= from)?;
            return Some(settled(day, Origin::Neighbour));
        }
        if let Some(met) = self.in_month_before(&date) {
            return Some(settled(self.on_weekday(met, day, weekday), Origin::Neighbour));
        }
        let Some(reference) = self.reference else {
            let month = self.last.and_then(|last| last.month);
            let period = Period::partial(None, PeriodUnit::Day(month, Some(day)))?;
            return Some(Settled::from(period).with(DatePart::Month, Origin::Neighbour));
        };
        let first = reference.first_of_month();
        let beside = |months: i32| first.checked_add(months.months()).ok().and_then(date);
        let meant = match date(first) {
            // The 31st in a story of 1 April is that of March.
            None => beside(if constraints.cue == Cue::Ahead { 1 } else { -1 })?,
            Some(day) if constraints.cue == Cue::Ahead && days(day, reference) > HALF_MONTH => beside(1)?,
            Some(day) if constraints.cue != Cue::Ahead && days(reference, day) > HALF_MONTH => beside(-1)?,
            Some(day) => day,
        };
        Some(settled(self.on_weekday(meant, day, weekday), Origin::Reference))
    }

    /// The day in the month of the dated mention before it, if that month is meant.
    fn in_month_before(&self, date: &dyn Fn(civil::Date) -> Option<civil::Date>) -> Option<civil::Date> {
        let last = self.last?;
        let first = civil::Date::new(last.year?, last.month?, 1).ok()?;
        let met = date(first);
        if last.sentence == self.sentence {
            // What follows the end of a month is in the next: 25日至27日、1日至3日.
            let turned = |met: civil::Date| last.day.is_some_and(|before| days(met, before) > HALF_MONTH);
            let next = || first.checked_add(1.month()).ok().and_then(date);
            let soon = |next: &civil::Date| {
                self.reference.is_none_or(|reference| days(reference, *next) <= HALF_MONTH)
            };
            return match met {
                Some(met) if turned(met) => next().filter(|day| self.listed || soon(day)).or(Some(met)),
                met => met,
            };
        }
        let met = met?;
        let Some(reference) = self.reference else { return Some(met) };
        let now = date(reference.first_of_month());
        let fresh = now.is_some_and(|now| (0..=FEW_DAYS).contains(&days(now, reference)));
        let back = days(met, reference);
        (back.abs() <= FAR && !(back > THREE_WEEKS && fresh)).then_some(met)
    }

    /// The day of that number in the nearest month in which it falls on the stated weekday.
    fn on_weekday(&self, meant: civil::Date, day: i8, weekday: Option<i8>) -> civil::Date {
        let Some(weekday) = weekday else { return meant };
        let beside = |months: i32| {
            let first = meant.first_of_month().checked_add(months.months()).ok()?;
            civil::Date::new(first.year(), first.month(), day).ok()
        };
        let fits = |d: &civil::Date| d.weekday().to_monday_one_offset() == weekday;
        [0, -1, 1, -2, 2, -3, 3].into_iter().filter_map(beside).find(fits).unwrap_or(meant)
    }

    pub(super) fn weekday(
        &self,
        weekday: i8,
        form: WeekdayForm,
        week: Option<Week>,
        constraints: Constraints,
    ) -> Option<Settled> {
        let ahead = |from: civil::Date| {
            let days = (weekday - from.weekday().to_monday_one_offset()).rem_euclid(7);
            from.checked_add(i32::from(days).days()).ok()
        };
        if let Some(Week::Said(number)) = week {
            let year = constraints.year.map_or(self.reference.map(|r| iso(r).0), |told| told.year);
            let monday = Period::week(year?, number).and_then(Period::first)?;
            let origin = constraints.year.map_or(Origin::Reference, |told| told.origin);
            return Some(Settled::from(Period::day(ahead(monday)?)).with(DatePart::Year, origin));
        }
        let Some(reference) = self.reference else {
            return Some(Period::partial(None, PeriodUnit::Weekday(weekday))?.into());
        };
        let day = match (week, form, constraints.after.and_then(Period::first)) {
            (None, _, Some(from)) => ahead(from)?,
            (Some(Week::Relative(weeks)), ..) => ahead(monday(reference)?.checked_add(weeks.weeks()).ok()?)?,
            (_, WeekdayForm::ThisWeek, _) => {
                let day = ahead(monday(reference)?)?;
                // What is told as past is not yet to come.
                let told = constraints.cue == Cue::Behind && day > reference;
                if told { day.checked_sub(7.days()).ok()? } else { day }
            }
            (_, WeekdayForm::Before, _) => ahead(reference.checked_sub(7.days()).ok()?)?,
            // The verb wins: a plan is for the next one, and what has happened was on the last.
            (_, WeekdayForm::OnOrBefore, _) if constraints.cue == Cue::Ahead => ahead(reference)?,
            (_, WeekdayForm::After, _) if constraints.cue == Cue::Told => {
                ahead(reference.checked_sub(6.days()).ok()?)?
            }
            (_, WeekdayForm::OnOrBefore, _) => ahead(reference.checked_sub(6.days()).ok()?)?,
            (_, WeekdayForm::After, _) => ahead(reference.tomorrow().ok()?)?,
        };
        // The one a week on, or back, where that is about as near and nothing says which.
        let ahead = day > reference;
        let other = day.checked_add(if ahead { -7 } else { 7 }.days()).ok();
        let open = week.is_none()
            && constraints.after.is_none()
            && (constraints.cue == Cue::None
                || constraints.cue == Cue::Report && form == WeekdayForm::ThisWeek)
            && !matches!(form, WeekdayForm::Before)
            && other.is_some_and(|other| 2 * days(reference, other).abs() <= 3 * days(reference, day).abs());
        let alternative = other.filter(|_| open).map(Period::day);
        Some(Settled { alternative, ..Settled::reference(Period::day(day)) })
    }

    /// A weekday, week or weekend of a month, counted from its start or its end.
    pub(super) fn nth(&self, nth: Nth, stated: &Stated, constraints: Constraints) -> Option<Settled> {
        if stated.month.is_none() {
            return self.week_of_year(nth, constraints);
        }
        let month = self.month(stated, constraints)?;
        let first = month.period.first()?;
        let period = match nth {
            Nth::Weekday(n) => {
                let weekday = civil::Weekday::from_monday_one_offset(stated.weekday?.0).ok()?;
                Period::day(first.nth_weekday_of_month(n, weekday).ok()?)
            }
            // The week that holds the n-th Thursday, as ISO weeks belong to years.
            Nth::Week(n) => {
                let (year, week) = iso(first.nth_weekday_of_month(n, civil::Weekday::Thursday).ok()?);
                Period::week(year, week)?
            }
            Nth::Weekend(n) => {
                let (year, week) = iso(first.nth_weekday_of_month(n, civil::Weekday::Saturday).ok()?);
                Period::weekend(year, week)?
            }
        };
        let origin = |part| month.origin(part).unwrap_or(Origin::Stated);
        let settled = Settled::from(period);
        Some(
            settled
                .with(DatePart::Year, origin(DatePart::Year))
                .with(DatePart::Month, origin(DatePart::Month)),
        )
    }

    /// A week counted from the start or the end of a year.
    fn week_of_year(&self, nth: Nth, constraints: Constraints) -> Option<Settled> {
        let Nth::Week(n) = nth else { return None };
        let told = constraints.year?;
        let year = told.year?;
        // The 28th of December is always in the last week.
        let weeks = iso(civil::Date::new(year, 12, 28).ok()?).1;
        let period = Period::week(year, if n > 0 { n } else { weeks + 1 + n })?;
        Some(Settled::from(period).with(DatePart::Year, told.origin))
    }
}

/// So many half units; days where there is no half of a unit.
fn length(unit: TimeUnit, halves: i32) -> Option<Span> {
    if halves.abs() >= 10_000 {
        return None;
    }
    let (whole, half) = (halves / 2, halves % 2);
    Some(match unit {
        // No calendar reaches so far as some are counted.
        TimeUnit::Century => Span::new().try_years(halves * 50).ok()?,
        TimeUnit::Decade => Span::new().try_years(halves * 5).ok()?,
        TimeUnit::Year => (halves * 6).months(),
        TimeUnit::Quarter => (whole * 3).months(),
        TimeUnit::Month => whole.months().days(half * 15),
        TimeUnit::Week => whole.weeks().days(half * 3),
        TimeUnit::Day => whole.days(),
        // Hours are of the same day.
        _ => 0.days(),
    })
}

fn monday(date: civil::Date) -> Option<civil::Date> {
    date.checked_sub(i32::from(date.weekday().to_monday_zero_offset()).days()).ok()
}
