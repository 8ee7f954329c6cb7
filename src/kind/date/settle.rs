//! From what is stated to the calendar: the reference date, the dates before, the nearest year.

use super::{
    Words,
    stated::{Century, Month, Stated, Turn, Week, WeekdayForm, Year},
};
use crate::value::{Date, Granularity, Period, Season, Unit};
use jiff::{ToSpan, civil};

/// What the clause says of where a date lies.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Cue {
    /// Nothing.
    None,
    /// Ahead: 将, *väntas*.
    Ahead,
    /// Behind: 已, *redan*.
    Behind,
    /// A report of what has happened. Its dates may lie a little ahead of a reference date that is not exact, but not
    /// in another year.
    Report,
    /// The same of the very verb that the date belongs to, which settles it for holidays too.
    Told,
}

/// Days that a plan may lie behind the reference date, which is not always the day of the report.
const NEAR: i64 = 31;

/// What is known where a date stands.
#[derive(Debug, Clone)]
pub(crate) struct Context {
    reference: Option<civil::Date>,
    sentence: usize,
    /// The year stated earlier in the sentence.
    year: Option<i16>,
    /// Year and month of the dated mention before, and the sentence it stood in.
    last: Option<(Option<i16>, Option<i8>, usize)>,
}

impl Context {
    pub(crate) const fn new(reference: Option<civil::Date>) -> Self {
        Self { reference, sentence: usize::MAX, year: None, last: None }
    }

    pub(crate) const fn reference(&self) -> Option<civil::Date> {
        self.reference
    }

    /// Goes on to a mention in the sentence that starts at `start`.
    pub(crate) const fn enter(&mut self, start: usize) {
        if start != self.sentence {
            self.sentence = start;
            self.year = None;
        }
    }

    /// Takes the date of a dateline as the reference for what follows.
    pub(crate) fn dateline(&mut self, date: &Date) {
        if date.granularity() == Granularity::Day {
            self.reference = date.start_date().or(self.reference);
            self.year = None;
        }
    }

    /// Remembers a date for those after it.
    pub(crate) fn remember(&mut self, stated: &Stated, date: &Date, carries: bool) {
        let (year, unit) = date.end().unwrap_or(date.start()).parts();
        if stated.year.is_some() && carries && !matches!(unit, Unit::Decade | Unit::Century) {
            self.year = year;
        }
        let month = match unit {
            Unit::Month(month) | Unit::Day(month, _) => month,
            _ => None,
        };
        if month.is_some() || matches!(unit, Unit::Year) {
            self.last = Some((year, month, self.sentence));
        }
    }

    /// The date that is meant; `None` if there is no such date.
    pub(crate) fn settle(
        &self,
        stated: &Stated,
        until: Option<&Stated>,
        words: &Words,
        cue: Cue,
    ) -> Option<Date> {
        let from = self.period(stated, words, cue, None)?;
        let Some(until) = until else { return Some(from.into()) };
        let to = self.period(until, words, cue, Some(from))?;
        Date::range(from, to)
    }

    fn period(&self, stated: &Stated, words: &Words, cue: Cue, after: Option<Period>) -> Option<Period> {
        let year = match stated.year {
            None => None,
            Some(Year::Said(year)) => Some(Some(year)),
            Some(Year::Relative(n)) => Some(self.reference.map(|r| r.year() + n)),
            Some(Year::Anaphor(n)) => {
                let base = after.and_then(|p| p.parts().0).or_else(|| self.last.and_then(|l| l.0))?;
                Some(Some(base + n))
            }
        };
        if let Some(days) = stated.days_away {
            let Some(day) = stated.day else { return self.shifted(days) };
            let Some(reference) = self.reference else {
                return Period::partial(None, Unit::Day(None, Some(day)));
            };
            // 昨(18)日: the number counts, in the month that brings it nearest.
            let meant = reference.checked_add(days.days()).ok()?;
            let month = |n: i32| meant.first_of_month().checked_add(n.months()).ok();
            return (-1..=1)
                .filter_map(|n| month(n).and_then(|m| civil::Date::new(m.year(), m.month(), day).ok()))
                .min_by_key(|d| meant.until(*d).map_or(i32::MAX, |s| s.get_days().abs()))
                .map(Period::day);
        }
        if let Some((month, day)) = stated.lunar {
            let date = |y| words.lunar.day(y, month, day).map(Period::day);
            return match year {
                Some(year) => date(year?),
                None => self.nearest(cue, after, date).or(None),
            };
        }
        if let Some(row) = stated.holiday {
            let rule = *words.holidays.get(row as usize)?;
            let in_year = |year| rule.in_year(year, &words.lunar).map(Period::day);
            return match (year.or(self.carried()), rule.fixed()) {
                (Some(Some(year)), _) => in_year(year),
                (Some(None), Some((month, day))) => Period::partial(None, Unit::Day(Some(month), Some(day))),
                (None, fixed) => self
                    .nearest(if cue == Cue::Report { Cue::None } else { cue }, after, in_year)
                    .or_else(|| fixed.and_then(|(m, d)| Period::partial(None, Unit::Day(Some(m), Some(d))))),
                _ => None,
            };
        }
        if let Some(day) = stated.day {
            return match stated.month {
                Some(Month::Said(month)) => self.in_year(
                    year,
                    cue,
                    after,
                    Unit::Day(Some(month), Some(day)),
                    stated.weekday.map(|(weekday, _)| weekday),
                ),
                Some(Month::Relative(months)) => {
                    let Some(reference) = self.reference else {
                        return Period::partial(None, Unit::Day(None, Some(day)));
                    };
                    let month = reference.first_of_month().checked_add(months.months()).ok()?;
                    civil::Date::new(month.year(), month.month(), day).ok().map(Period::day)
                }
                None => self.day_of_month(day, stated.weekday.map(|(weekday, _)| weekday), after),
            };
        }
        if let Some((weekday, form)) = stated.weekday {
            return self.weekday(weekday, form, stated.week, after);
        }
        if let Some(week) = stated.week {
            return match week {
                Week::Said(week) => {
                    let year = year.or(self.carried()).unwrap_or(self.reference.map(|r| iso(r).0));
                    Period::partial(year, Unit::Week(Some(week)))
                }
                Week::Relative(weeks) => {
                    let Some(reference) = self.reference else {
                        return Period::partial(None, Unit::Week(None));
                    };
                    let (year, week) = iso(reference.checked_add(weeks.weeks()).ok()?);
                    Period::week(year, week)
                }
            };
        }
        match stated.month {
            Some(Month::Said(month)) => {
                return self.in_year(year, cue, after, Unit::Month(Some(month)), None);
            }
            Some(Month::Relative(months)) => {
                let Some(reference) = self.reference else { return Period::partial(None, Unit::Month(None)) };
                let month = reference.first_of_month().checked_add(months.months()).ok()?;
                return Period::month(month.year(), month.month());
            }
            None => {}
        }
        let of_year = year.or(self.carried()).unwrap_or(self.reference.map(civil::Date::year));
        if let Some(quarters) = stated.quarter_away {
            let reference = self.reference?;
            let month = reference.first_of_month().checked_add((3 * quarters).months()).ok()?;
            return Period::quarter(month.year(), (month.month() - 1) / 3 + 1);
        }
        if let Some(quarter) = stated.quarter {
            return Period::partial(of_year, Unit::Quarter(quarter));
        }
        if let Some(half) = stated.half {
            return Period::partial(of_year, Unit::Half(half));
        }
        if let Some(season) = stated.season {
            return match stated.turn {
                Some(turn) => self.turn(season, turn),
                None => Period::partial(of_year, Unit::Season(season)),
            };
        }
        let century = match stated.century {
            Some(Century::Said(first)) => Some(first),
            Some(Century::Relative(n)) => {
                let first = |r: civil::Date| r.year() / 100 * 100 + (n * 100) as i16;
                self.reference.map(first)
            }
            None => None,
        };
        if let Some(decade) = stated.decade {
            return Period::decade(match century {
                Some(century) => century + decade % 100,
                None if decade >= 100 => decade,
                None => self.latest_decade(decade),
            });
        }
        if let Some(first) = century {
            return Period::century(first);
        }
        Period::partial(year?, Unit::Year)
    }

    /// The year stated earlier in the sentence.
    fn carried(&self) -> Option<Option<i16>> {
        self.year.map(Some)
    }

    fn shifted(&self, days: i32) -> Option<Period> {
        match self.reference {
            Some(reference) => reference.checked_add(days.days()).ok().map(Period::day),
            None => Period::partial(None, Unit::Day(None, None)),
        }
    }

    /// A day or month of a year that may be unsaid.
    fn in_year(
        &self,
        year: Option<Option<i16>>,
        cue: Cue,
        after: Option<Period>,
        unit: Unit,
        weekday: Option<i8>,
    ) -> Option<Period> {
        if let Some(year) = year {
            return Period::partial(year, unit);
        }
        if after.is_none()
            && let Some(year) = self.year
        {
            return Period::partial(Some(year), unit);
        }
        let nearest = self.nearest(cue, after, |year| Period::partial(Some(year), unit));
        // A weekday that does not fit the nearest year may fit the year beside it.
        if let (Some(weekday), Some(period), Some(reference)) = (weekday, nearest, self.reference) {
            let fits = |p: &Period| p.first().is_some_and(|d| d.weekday().to_monday_one_offset() == weekday);
            if !fits(&period) {
                let year = reference.year();
                let others = [year, year + 1, year - 1].into_iter();
                if let Some(other) = others.filter_map(|y| Period::partial(Some(y), unit)).find(fits) {
                    return Some(other);
                }
            }
        }
        nearest.or_else(|| Period::partial(None, unit))
    }

    /// The period nearest to the reference date, days ahead counting double; or the first from another on.
    fn nearest(
        &self,
        cue: Cue,
        after: Option<Period>,
        in_year: impl Fn(i16) -> Option<Period>,
    ) -> Option<Period> {
        if let Some(after) = after {
            let from = after.first()?;
            let years = from.year()..=from.year() + 1;
            return years.filter_map(in_year).find(|p| p.last().is_some_and(|d| d >= from));
        }
        let reference = self.reference?;
        let year = reference.year();
        // The 29th of February is four years away, or eight.
        let years = |n: i16| (year - n..=year + n).filter_map(&in_year).collect::<Vec<_>>();
        let mut all = years(1);
        if all.is_empty() {
            all = years(8);
        }
        let days = |a: civil::Date, b: civil::Date| i64::from(a.until(b).map_or(i32::MAX, |s| s.get_days()));
        let distance = |p: &Period| match (p.first(), p.last()) {
            (Some(first), _) if first > reference => 2 * days(reference, first),
            (_, Some(last)) if last < reference => days(last, reference),
            _ => 0,
        };
        // A plan does not lie behind, save for a reference date that is not exact.
        let ahead = |p: &Period| p.last().is_some_and(|last| days(last, reference) <= NEAR);
        let behind = |p: &Period| p.first().is_some_and(|first| first <= reference);
        match cue {
            Cue::Ahead => all.iter().filter(|p| ahead(p)).min_by_key(|p| distance(p)).copied(),
            Cue::Behind => all.iter().filter(|p| behind(p)).min_by_key(|p| distance(p)).copied(),
            Cue::Report | Cue::Told => all
                .iter()
                .filter(|p| p.first().is_some_and(|d| d.year() <= year))
                .min_by_key(|p| distance(p))
                .copied(),
            Cue::None => None,
        }
        .or_else(|| all.into_iter().min_by_key(distance))
    }

    /// A day of which only its number is said.
    fn day_of_month(&self, day: i8, weekday: Option<i8>, after: Option<Period>) -> Option<Period> {
        let date = |year, month| civil::Date::new(year, month, day).ok();
        if let Some(from) = after.and_then(Period::first) {
            let next = from.first_of_month().checked_add(1.month()).ok()?;
            return [from, next]
                .into_iter()
                .filter_map(|d| date(d.year(), d.month()))
                .find(|&d| d >= from)
                .map(Period::day);
        }
        let near = |year: i16, month: i8| {
            let far = self.reference.and_then(|r| {
                let first = civil::Date::new(year, month, 1).ok()?;
                Some(first.until(r).ok()?.get_days().abs() > 62)
            });
            !far.unwrap_or(false)
        };
        let carried = match self.last {
            Some((Some(year), Some(month), sentence)) if sentence == self.sentence || near(year, month) => {
                Some((year, month))
            }
            _ => None,
        };
        if let (None, Some((None, Some(month), _))) = (carried, self.last)
            && self.reference.is_none()
        {
            return Period::partial(None, Unit::Day(Some(month), Some(day)));
        }
        let (year, month) = match (carried, self.reference) {
            (Some(carried), _) => carried,
            (None, Some(reference)) => (reference.year(), reference.month()),
            (None, None) => return Period::partial(None, Unit::Day(None, Some(day))),
        };
        // With a weekday, the month in which they meet: this one, the last or the next.
        if let (Some(weekday), Ok(first)) = (weekday, civil::Date::new(year, month, 1)) {
            for months in [0, -1, 1, -2, 2, -3, 3] {
                let Ok(other) = first.checked_add(months.months()) else { continue };
                if let Some(met) = date(other.year(), other.month())
                    .filter(|d| d.weekday().to_monday_one_offset() == weekday)
                {
                    return Some(Period::day(met));
                }
            }
        }
        date(year, month).map(Period::day)
    }

    fn weekday(
        &self,
        weekday: i8,
        form: WeekdayForm,
        week: Option<Week>,
        after: Option<Period>,
    ) -> Option<Period> {
        let Some(reference) = self.reference else { return Period::partial(None, Unit::Weekday(weekday)) };
        let ahead = |from: civil::Date| {
            let days = (weekday - from.weekday().to_monday_one_offset()).rem_euclid(7);
            from.checked_add(i32::from(days).days()).ok()
        };
        let day = match (week, form, after.and_then(Period::first)) {
            (None, _, Some(from)) => ahead(from)?,
            (Some(Week::Relative(weeks)), ..) => {
                let monday = monday(reference)?.checked_add(weeks.weeks()).ok()?;
                ahead(monday)?
            }
            (_, WeekdayForm::ThisWeek, _) => ahead(monday(reference)?)?,
            (_, WeekdayForm::Before, _) => ahead(reference.checked_sub(7.days()).ok()?)?,
            (_, WeekdayForm::OnOrBefore, _) => ahead(reference.checked_sub(6.days()).ok()?)?,
            (_, WeekdayForm::After, _) => ahead(reference.tomorrow().ok()?)?,
        };
        Some(Period::day(day))
    }

    fn turn(&self, season: Season, turn: Turn) -> Option<Period> {
        let Some(reference) = self.reference else { return Period::partial(None, Unit::Season(season)) };
        let year = reference.year();
        let mut years = (year - 2..=year + 1).filter_map(|y| Period::season(y, season));
        match turn {
            Turn::Last => years.rfind(|p| p.last().is_some_and(|d| d < reference)),
            Turn::Next => years.find(|p| p.first().is_some_and(|d| d > reference)),
            Turn::This => {
                let now = years.find(|p| {
                    p.first().is_some_and(|d| d <= reference) && p.last().is_some_and(|d| d >= reference)
                });
                now.or_else(|| Period::season(year, season))
            }
        }
    }

    /// The last decade of that number that has begun by the reference date.
    fn latest_decade(&self, decade: i16) -> i16 {
        let begun = self.reference.map_or(decade < 30, |r| 2000 + decade <= r.year());
        if begun { 2000 + decade } else { 1900 + decade }
    }
}

fn monday(date: civil::Date) -> Option<civil::Date> {
    date.checked_sub(i32::from(date.weekday().to_monday_zero_offset()).days()).ok()
}

fn iso(date: civil::Date) -> (i16, i8) {
    let week = date.iso_week_date();
    (week.year(), week.week())
}
