//! From what is stated to the calendar: the reference date, the dates before, the nearest year.

use super::{
    settled::{Carried, Constraints, Cue, Last, Settled, Told},
    slot::FIRST_MONTH,
    stated::{Century, Month, Stated, Week, Year},
    tables::DateTables,
};
use crate::{
    text::Block,
    value::{Date, DatePart, Granularity, Origin, Period, PeriodUnit},
};
use jiff::{ToSpan, civil};

/// Days that a plan may lie behind the reference date, which is not always the day of the report.
const NEAR: i64 = 31;

/// Days that what is told as past may lie ahead of it.
const SOON: i64 = 7;

/// What is known where a date stands.
#[derive(Debug, Clone)]
pub(crate) struct Discourse {
    pub(super) reference: Option<civil::Date>,
    pub(super) sentence: usize,
    /// The year that dates after it in the sentence belong to.
    pub(super) year: Option<Carried>,
    /// The year that the sentence last told of.
    pub(super) spoken: Option<i16>,
    /// The dated mention before.
    pub(super) last: Option<Last>,
    /// Where the mention at hand starts.
    pub(super) at: usize,
    /// Up to here it is known what stands behind the mentions before.
    pub(super) passed: usize,
    /// Whether the mention at hand follows it in a list: 6月9日、7月21日.
    pub(super) listed: bool,
}

impl Discourse {
    pub(crate) const fn new(reference: Option<civil::Date>) -> Self {
        Self {
            reference,
            sentence: usize::MAX,
            year: None,
            spoken: None,
            last: None,
            at: 0,
            passed: 0,
            listed: false,
        }
    }

    pub(crate) const fn reference(&self) -> Option<civil::Date> {
        self.reference
    }

    /// Goes on to a mention at `start` in the sentence that starts at `sentence`.
    pub(crate) fn enter(&mut self, block: &Block<'_>, sentence: usize, start: usize) {
        self.at = start;
        if sentence != self.sentence {
            self.sentence = sentence;
            self.year = None;
            self.spoken = None;
        }
        let parts = |c: char| matches!(c, ',' | ';' | ':' | '(' | ')' | '"' | '—' | '…');
        if let Some(year) = self.year.filter(|y| !y.narrative)
            && (year.end.max(self.passed)..start).any(|i| parts(block.get(i)))
        {
            self.year = None;
        }
        let line_end = |last: Last| (last.end.max(self.passed)..start).any(|i| block.get(i) == '\n');
        if self.last.is_some_and(line_end) {
            self.last = None;
        }
        self.passed = self.passed.max(start);
        self.listed = self.last.is_some_and(|last| {
            let mut between = (last.end..start).map(|i| block.get(i));
            start <= last.end + 2
                && between.clone().any(|c| c != ' ')
                && between.all(|c| matches!(c, '、' | ',' | ' '))
        });
    }

    /// Takes the date of a dateline as the reference for what follows.
    pub(crate) fn dateline(&mut self, date: &Date) {
        if date.granularity() == Granularity::Day {
            self.reference = date.start_date().or(self.reference);
            self.year = None;
        }
    }

    /// Remembers a date that ended at `end` for those after it. `carries`: it is not only compared with; `opens`: it opens its
    /// clause.
    pub(crate) fn remember(&mut self, stated: &Stated, date: &Date, end: usize, carries: bool, opens: bool) {
        self.passed = self.passed.min(end);
        let (year, unit) = date.end().unwrap_or(date.start()).parts();
        if stated.year.is_some() && !matches!(unit, PeriodUnit::Decade | PeriodUnit::Century) {
            self.spoken = year.or(self.spoken);
            if year.is_some() && carries {
                let first = date.start().parts().0.filter(|_| stated.joint_years);
                self.year = Some(Carried { year, first, end, narrative: opens || !stated.is_year() });
            }
        }
        let (month, day) = match unit {
            PeriodUnit::Month(month) => (month, None),
            PeriodUnit::Day(month, _) => (month, date.end_date()),
            _ => (None, None),
        };
        if month.is_some() || matches!(unit, PeriodUnit::Year) {
            self.last = Some(Last { year, month, day, sentence: self.sentence, end });
        }
    }

    /// The date that is meant; `None` if there is no such date.
    pub(crate) fn settle(
        &self,
        stated: &Stated,
        until: Option<&Stated>,
        tables: &DateTables,
        cue: Cue,
    ) -> Option<Date> {
        let from = self.end(stated, tables, cue, None)?;
        let Some(until) = until else {
            return Some(Date::from(from.period).with_origins(from.origins, from.alternative));
        };
        // 前三季度: the last of them says of which year.
        if stated.quarter.is_some()
            && until.quarter.is_some()
            && stated.year.is_none()
            && until.year.is_none()
        {
            let to = self.end(until, tables, cue, None)?;
            let mut first = *stated;
            first.year = to.period.parts().0.map(Year::Said);
            let from = self.end(&first, tables, cue, None)?;
            let origins = from.origins.join(to.origins);
            return Some(Date::range(from.period, to.period)?.with_origins(origins, None));
        }
        let to = self.end(until, tables, cue, Some(from.period))?;
        Some(Date::range(from.period, to.period)?.with_origins(from.origins.join(to.origins), None))
    }

    /// One end of a date, by the finest thing that is stated.
    fn end(&self, stated: &Stated, tables: &DateTables, cue: Cue, after: Option<Period>) -> Option<Settled> {
        let constraints = Constraints { year: self.year_of(stated, after)?, cue, after };
        match *stated {
            Stated { offset: Some(offset), .. } => self.offset(offset, stated.days_away),
            Stated { days_away: Some(days), .. } => self.days_away(days, stated.day),
            Stated { holiday: Some(row), .. } => self.holiday(row, tables, constraints),
            Stated { lunar: Some((month, day)), .. } => self.lunar(month, day, tables, constraints),
            Stated { day: Some(day), .. } => self.day(day, stated, constraints),
            Stated { nth: Some(nth), .. } => self.nth(nth, stated, constraints),
            Stated { weekday: Some((day, form)), .. } => self.weekday(day, form, stated.week, constraints),
            Stated { week: Some(week), weekend, .. } => self.week(week, weekend, constraints.year),
            Stated { month: Some(_), .. } => self.month(stated, constraints),
            _ => self.of_year(stated, constraints),
        }
    }

    /// The year that is stated, if one is; no date at all if it counts from a year that nobody told of.
    fn year_of(&self, stated: &Stated, after: Option<Period>) -> Option<Option<Told>> {
        let told = |year: Option<i16>, origin| Some(Some(Told { year, origin }));
        match stated.year {
            None => Some(None),
            Some(Year::Said(year)) if stated.year_borrowed => told(Some(year), Origin::Neighbour),
            Some(Year::Said(year)) => told(Some(year), Origin::Stated),
            Some(Year::Relative(n)) => told(self.reference.map(|r| r.year() + n), Origin::Reference),
            Some(Year::Unread) => told(None, Origin::Stated),
            Some(Year::Here) => match after.and_then(|p| p.parts().0) {
                Some(year) => told(Some(year), Origin::Neighbour),
                None => Some(Some(self.year_here())),
            },
            Some(Year::Anaphor(n)) => {
                let base = after.and_then(|p| p.parts().0).or_else(|| self.last.and_then(|l| l.year))?;
                told(Some(base + n), Origin::Neighbour)
            }
            Some(Year::Preceding(n)) => match (self.spoken, self.reference) {
                (Some(year), _) => told(Some(year + n), Origin::Neighbour),
                (None, reference) => told(reference.map(|r| r.year() + n), Origin::Reference),
            },
        }
    }

    fn lunar(&self, month: i8, day: i8, tables: &DateTables, constraints: Constraints) -> Option<Settled> {
        let feast = month == FIRST_MONTH;
        let month = if feast { 1 } else { month };
        let date = |year| tables.lunar.day(year, month, day).map(Period::day);
        let (period, year) = match constraints.year {
            Some(told) => (date(told.year?)?, told.origin),
            None => (self.nearest(constraints, date)?.0, Origin::Reference),
        };
        // 初一至初三 without a month is of the first one only while that is near.
        let near = |day: civil::Date| self.reference.is_some_and(|r| days(r, day).abs() <= NEAR);
        if feast && constraints.after.is_none() && !period.first().is_some_and(near) {
            return None;
        }
        Some(Settled::from(period).with(DatePart::Year, year))
    }

    fn holiday(&self, row: u32, tables: &DateTables, constraints: Constraints) -> Option<Settled> {
        let rule = *tables.holidays.get(row as usize)?;
        let in_year = |year| rule.in_year(year, &tables.lunar).map(Period::day);
        let partial = || {
            let (month, day) = rule.fixed()?;
            Period::partial(None, PeriodUnit::Day(Some(month), Some(day)))
        };
        if let Some(told) = constraints.year.or(self.carried()) {
            let period = told.year.map_or_else(partial, in_year)?;
            return Some(Settled::from(period).with(DatePart::Year, told.origin));
        }
        match self.nearest(constraints.of_feast(), in_year) {
            Some((period, _)) => Some(Settled::from(period).with(DatePart::Year, Origin::Reference)),
            None => partial().map(Settled::from),
        }
    }

    /// A day of a month, or a day of which nothing but its number is said.
    fn day(&self, day: i8, stated: &Stated, constraints: Constraints) -> Option<Settled> {
        let weekday = stated.weekday.map(|(weekday, _)| weekday);
        match stated.month {
            Some(Month::Said(_)) => {
                let settled = self.in_year(stated, constraints, weekday, |year, month| {
                    if day > 0 {
                        return Period::partial(year, PeriodUnit::Day(Some(month), Some(day)));
                    }
                    // Counted from the end of the month.
                    let last = civil::Date::new(year?, month, 1).ok()?.last_of_month();
                    last.checked_add(i32::from(day + 1).days()).ok().map(Period::day)
                });
                settled.or_else(|| self.month(stated, constraints).filter(|_| day < 0))
            }
            Some(here @ (Month::Here | Month::Relative(_))) => {
                let months = if let Month::Relative(months) = here { months } else { 0 };
                let Some(reference) = self.reference else {
                    return Some(
                        Period::partial(None, PeriodUnit::Day(None, (day > 0).then_some(day)))?.into(),
                    );
                };
                let first = reference.first_of_month().checked_add(months.months()).ok()?;
                let date = if day > 0 {
                    civil::Date::new(first.year(), first.month(), day).ok()?
                } else {
                    first.last_of_month().checked_add(i32::from(day + 1).days()).ok()?
                };
                let settled = Settled::from(Period::day(date));
                Some(settled.with(DatePart::Year, Origin::Reference).with(DatePart::Month, Origin::Reference))
            }
            // 上星期五(7日): the seventh nearest to that day.
            None => match (stated.weekday, stated.week) {
                (Some((weekday, form)), Some(week)) if self.reference.is_some() => {
                    let meant = self.weekday(weekday, form, Some(week), constraints)?.period.first()?;
                    self.near(meant, day)
                }
                _ => self.day_of_month(day, weekday, constraints),
            },
        }
    }

    fn week(&self, week: Week, weekend: bool, year: Option<Told>) -> Option<Settled> {
        let unit = |week| if weekend { PeriodUnit::Weekend(week) } else { PeriodUnit::Week(week) };
        match week {
            Week::Said(week) => {
                let here = Told { year: self.reference.map(|r| iso(r).0), origin: Origin::Reference };
                let told = year.or(self.carried()).unwrap_or(here);
                let period = Period::partial(told.year, unit(Some(week)))?;
                Some(Settled::from(period).with(DatePart::Year, told.origin))
            }
            Week::Relative(weeks) => {
                let Some(reference) = self.reference else {
                    return Some(Period::partial(None, unit(None))?.into());
                };
                let (year, week) = iso(reference.checked_add(weeks.weeks()).ok()?);
                Some(Settled::reference(Period::partial(Some(year), unit(Some(week)))?))
            }
        }
    }

    pub(super) fn month(&self, stated: &Stated, constraints: Constraints) -> Option<Settled> {
        match stated.month? {
            Month::Said(_) => self.in_year(stated, constraints, None, |year, month| {
                Period::partial(year, PeriodUnit::Month(Some(month)))
            }),
            Month::Here if self.month_here(constraints.after).is_some() => {
                let settled = Settled::from(self.month_here(constraints.after)?);
                let told = |part, settled: Settled| settled.with(part, Origin::Neighbour);
                Some(told(DatePart::Year, told(DatePart::Month, settled)))
            }
            here @ (Month::Here | Month::Relative(_)) => {
                let months = if let Month::Relative(months) = here { months } else { 0 };
                let Some(reference) = self.reference else {
                    return Some(Period::partial(None, PeriodUnit::Month(None))?.into());
                };
                let month = reference.first_of_month().checked_add(months.months()).ok()?;
                Some(Settled::reference(Period::month(month.year(), month.month())?))
            }
        }
    }

    /// A year or a part of it that is no month; decades and centuries.
    fn of_year(&self, stated: &Stated, constraints: Constraints) -> Option<Settled> {
        if let Some(quarters) = stated.quarter_away {
            let month = self.reference?.first_of_month().checked_add((3 * quarters).months()).ok()?;
            return Some(Settled::reference(Period::quarter(month.year(), (month.month() - 1) / 3 + 1)?));
        }
        if let Some(quarter) = stated.quarter {
            return self.part_of_year(PeriodUnit::Quarter(quarter), constraints);
        }
        if let Some(half) = stated.half {
            return self.part_of_year(PeriodUnit::Half(half), constraints);
        }
        if let Some(season) = stated.season {
            return match stated.turn {
                Some(turn) => self.turn(season, turn),
                None => {
                    let in_year = |year| Period::partial(Some(year), PeriodUnit::Season(season));
                    if let Some(told) = constraints.year.or(self.carried()) {
                        let period = Period::partial(told.year, PeriodUnit::Season(season))?;
                        return Some(Settled::from(period).with(DatePart::Year, told.origin));
                    }
                    let Some((period, other)) = self.nearest(constraints, in_year) else {
                        return Some(Period::partial(None, PeriodUnit::Season(season))?.into());
                    };
                    let settled = Settled { alternative: other, ..period.into() };
                    Some(settled.with(DatePart::Year, Origin::Reference))
                }
            };
        }
        if stated.decade.is_some() || stated.century.is_some() {
            return self.decade(stated);
        }
        let told = constraints.year?;
        Some(Settled::from(Period::partial(told.year, PeriodUnit::Year)?).with(DatePart::Year, told.origin))
    }

    /// A quarter or half: without a year the latest of its number that has begun, in a plan the next that has not ended.
    fn part_of_year(&self, unit: PeriodUnit, constraints: Constraints) -> Option<Settled> {
        let told = constraints.year.or(self.carried()).unwrap_or_else(|| {
            let year = self.reference.map(|reference| {
                let year = reference.year();
                let part = |year| Period::partial(Some(year), unit);
                // One that is about to begin needs no word of a plan.
                let soon = |d: civil::Date| (1..=NEAR).contains(&days(reference, d));
                match constraints.cue {
                    Cue::None if part(year).and_then(Period::first).is_some_and(soon) => Some(year),
                    Cue::Ahead => (year..=year + 1)
                        .find(|&y| part(y).and_then(Period::last).is_some_and(|d| d >= reference)),
                    _ => (year - 1..=year)
                        .rfind(|&y| part(y).and_then(Period::first).is_some_and(|d| d <= reference)),
                }
                .unwrap_or(year)
            });
            Told { year, origin: Origin::Reference }
        });
        Some(Settled::from(Period::partial(told.year, unit)?).with(DatePart::Year, told.origin))
    }

    fn decade(&self, stated: &Stated) -> Option<Settled> {
        let (century, origin) = match stated.century {
            Some(Century::Said(first)) => (Some(first), Origin::Stated),
            Some(Century::Relative(n)) => {
                let first = |r: civil::Date| r.year() / 100 * 100 + (n * 100) as i16;
                (self.reference.map(first), Origin::Reference)
            }
            None => (None, Origin::Reference),
        };
        let period = match (stated.decade, century) {
            (None, century) => {
                return Some(Settled::from(Period::century(century?)?).with(DatePart::Year, origin));
            }
            (Some(decade), Some(century)) => Period::decade(century + decade % 100)?,
            (Some(decade), None) if decade >= 100 => return Some(Period::decade(decade)?.into()),
            (Some(decade), None) => Period::decade(self.latest_decade(decade))?,
        };
        Some(Settled::from(period).with(DatePart::Year, origin))
    }

    /// A day or month whose year may be unsaid.
    fn in_year(
        &self,
        stated: &Stated,
        constraints: Constraints,
        weekday: Option<i8>,
        period: impl Fn(Option<i16>, i8) -> Option<Period>,
    ) -> Option<Settled> {
        let Some(Month::Said(month)) = stated.month else { return None };
        let settled = |period: Period, year: Origin| {
            let month = if stated.month_borrowed { Origin::Neighbour } else { Origin::Stated };
            Settled::from(period).with(DatePart::Year, year).with(DatePart::Month, month)
        };
        if let Some(told) =
            constraints.year.or(self.carried_to(month).filter(|_| constraints.after.is_none()))
        {
            return Some(settled(period(told.year, month)?, told.origin));
        }
        // The members of a list lie in one year.
        if let Some(Last { year: Some(year), month: Some(before), .. }) = self.last.filter(|_| self.listed)
            && constraints.after.is_none()
            && month >= before
        {
            return Some(settled(period(Some(year), month)?, Origin::Neighbour));
        }
        let in_year = |year| period(Some(year), month);
        let Some((mut nearest, mut other)) = self.nearest(constraints, in_year) else {
            return Some(settled(period(None, month)?, Origin::Stated));
        };
        // A weekday decides between two years that are about equally near.
        if let (Some(weekday), Some(second)) = (weekday, other) {
            let fits = |p: Period| p.first().is_some_and(|d| d.weekday().to_monday_one_offset() == weekday);
            if !fits(nearest) && fits(second) {
                (nearest, other) = (second, Some(nearest));
            }
        }
        let origin = if constraints.after.is_some() { Origin::Neighbour } else { Origin::Reference };
        Some(Settled { alternative: other, ..settled(nearest, origin) })
    }

    /// The period nearest to the reference date, days ahead counting double, and another that is about as near; or the first
    /// from another period on.
    pub(super) fn nearest(
        &self,
        constraints: Constraints,
        in_year: impl Fn(i16) -> Option<Period>,
    ) -> Option<(Period, Option<Period>)> {
        if let Some(after) = constraints.after {
            let from = after.first()?;
            let mut years = (from.year()..=from.year() + 1).filter_map(in_year);
            return years.find(|p| p.last().is_some_and(|d| d >= from)).map(|p| (p, None));
        }
        let reference = self.reference?;
        let year = reference.year();
        // The 29th of February is four years away, or eight.
        let years = |n: i16| (year - n..=year + n).filter_map(&in_year).collect::<Vec<_>>();
        let mut all = years(1);
        if all.is_empty() {
            all = years(8);
        }
        let distance = |p: &Period| match (p.first(), p.last()) {
            (Some(first), _) if first > reference => 2 * days(reference, first),
            (_, Some(last)) if last < reference => days(last, reference),
            _ => 0,
        };
        let ahead = |p: &Period| p.first().map_or(i64::MAX, |first| days(reference, first));
        let fits = |p: &Period| match constraints.cue {
            // A plan does not lie behind, save for a reference date that is not exact.
            Cue::Ahead => p.last().is_some_and(|last| days(last, reference) <= NEAR),
            Cue::Behind => ahead(p) <= 0,
            Cue::Told => ahead(p) <= SOON,
            Cue::Report => p.first().is_some_and(|d| d.year() <= year),
            Cue::None => true,
        };
        all.sort_by_key(distance);
        let nearest = *all.iter().find(|p| fits(p)).or(all.first())?;
        // Half as far again is about as near.
        let near = |p: &&Period| **p != nearest && 2 * distance(p) <= 3 * distance(&nearest);
        let other = all.iter().filter(|p| fits(p)).find(near);
        Some((nearest, other.copied()))
    }

    /// The last decade of that number that has begun by the reference date.
    fn latest_decade(&self, decade: i16) -> i16 {
        let begun = self.reference.map_or(decade < 30, |r| 2000 + decade <= r.year());
        if begun { 2000 + decade } else { 1900 + decade }
    }
}

/// Days from one day to another.
pub(super) fn days(from: civil::Date, to: civil::Date) -> i64 {
    i64::from(from.until(to).map_or(i32::MAX, |span| span.get_days()))
}

pub(super) fn iso(date: civil::Date) -> (i16, i8) {
    let week = date.iso_week_date();
    (week.year(), week.week())
}
