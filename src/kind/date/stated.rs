//! What the words of a date say, before anything is known about the document.

use super::{
    slot::{Caught, Offset, SAME_MONTH, WeekdayForm},
    tables::{DateTables, Rel, Turn},
};
use crate::value::{Clock, DateModifier, PartOfDay, Season};

/// A year as stated.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Year {
    /// In figures.
    Said(i16),
    /// So many years from that of the reference date.
    Relative(i16),
    /// So many years from the one last mentioned (同年, 次年).
    Anaphor(i16),
    /// So many years from the one that the sentence tells of, and else from that of the reference date.
    Preceding(i16),
    /// That of the range or series, and else that of the reference date: 年底.
    Here,
    /// One that cannot be read, or that no calendar has: *den 5 maj 10000*.
    Unread,
}

/// A month as stated.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Month {
    Said(i8),
    Relative(i32),
    /// That of the range or series, and else that of the reference date: 月底.
    Here,
}

/// A week as stated.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Week {
    Said(i8),
    Relative(i32),
}

/// A century as stated.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Century {
    Said(i16),
    Relative(i32),
}

/// Everything that the words of one date say.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Stated {
    pub(crate) year: Option<Year>,
    pub(crate) century: Option<Century>,
    pub(crate) decade: Option<i16>,
    pub(crate) half: Option<i8>,
    pub(crate) quarter: Option<i8>,
    pub(crate) quarter_away: Option<i32>,
    pub(crate) season: Option<Season>,
    pub(crate) turn: Option<Turn>,
    pub(crate) month: Option<Month>,
    pub(crate) week: Option<Week>,
    pub(crate) day: Option<i8>,
    pub(crate) weekday: Option<(i8, WeekdayForm)>,
    pub(crate) days_away: Option<i32>,
    pub(crate) holiday: Option<u32>,
    pub(crate) lunar: Option<(i8, i8)>,
    pub(crate) modifier: Option<DateModifier>,
    pub(crate) part: Option<PartOfDay>,
    pub(crate) time: Option<Clock>,
    /// The time at which it ends on the same day.
    pub(crate) time_to: Option<Clock>,
    /// The part of the day of that time, if it has one of its own.
    part_to: Option<PartOfDay>,
    pub(crate) offset: Option<Offset>,
    /// Which weekday, week or weekend of the month.
    pub(crate) nth: Option<Nth>,
    /// Whether the weekend of the week is meant.
    pub(crate) weekend: bool,
    /// Whether the year, or the month, is that of another date of the range or list.
    pub(crate) year_borrowed: bool,
    pub(crate) month_borrowed: bool,
    /// Whether two years are written as one: *2025/26*.
    pub(crate) joint_years: bool,
    /// Months or quarters 1 to n, or years from the stated one on.
    span: Option<Front>,
    era: Option<i16>,
    /// Whether a single character of a headline stands for it.
    pub(crate) headline: bool,
    /// Whether it was written in figures only.
    pub(crate) numeric: bool,
    /// Whether the year was written with two digits.
    pub(crate) short_year: bool,
}

/// Which of a month: from 1, or from its end from -1.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Nth {
    Weekday(i8),
    Week(i8),
    Weekend(i8),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Front {
    /// The first or last of a year, both included.
    Months(i8, i8),
    Quarters(i8, i8),
    /// Days of a month.
    Days(i8, i8),
    Years(i16),
    /// Another relative row.
    Day(i32),
    Year(i16),
}

impl Stated {
    /// Takes the year of another date of the range or list, if it states none.
    pub(crate) fn borrow_year(&mut self, year: Year) {
        if self.year.is_none() {
            (self.year, self.year_borrowed) = (Some(year), true);
        }
    }

    /// Takes in what a slot caught.
    pub(crate) fn take(&mut self, caught: Caught, tables: &DateTables) {
        match caught {
            Caught::Year(year) => self.year = Some(Year::Said(year)),
            Caught::ShortYear(year) => {
                self.year = Some(Year::Said(year));
                self.short_year = true;
            }
            Caught::Month(month) => self.month = Some(Month::Said(month)),
            Caught::Day(day) => self.day = Some(day),
            Caught::Weekday { day, form, part } => {
                self.weekday = Some((day, form));
                self.part = part.or(self.part);
            }
            Caught::Relative(row) => self.take_relative(row, tables),
            Caught::Week(week) => self.week = Some(Week::Said(week)),
            Caught::Quarter(quarter) => self.quarter = Some(quarter),
            Caught::Half(half) => self.half = Some(half),
            Caught::FirstMonths(n) => self.span = Some(Front::Months(1, n)),
            Caught::FirstQuarters(n) => self.span = Some(Front::Quarters(1, n)),
            // The winter of 2011/12 is one.
            Caught::LastYear(_) if self.season.is_some() => self.joint_years = true,
            Caught::LastYear(year) => {
                self.joint_years = true;
                self.span = Some(Front::Years(year));
            }
            Caught::Plan(year) => {
                self.year = Some(Year::Said(year));
                self.span = Some(Front::Years(year + 4));
            }
            Caught::BothDays(days) => {
                self.days_away = Some(days);
                self.span = Some(Front::Day(days + 1));
            }
            Caught::BothYears(years) => {
                self.year = Some(Year::Relative(years));
                self.span = Some(Front::Year(years + 1));
            }
            Caught::Season(season) => self.season = Some(season),
            Caught::Holiday(row) => {
                self.holiday = Some(row);
                // 除夕至初三: days behind it are of its month.
                self.lunar = tables.holidays.get(row as usize).and_then(|rule| rule.lunar());
            }
            Caught::Position(modifier) => self.modifier = Some(modifier),
            Caught::Era(first) => self.era = Some(first),
            Caught::EraYear(n) => {
                self.year = self.era.and_then(|first| first.checked_add(n - 1)).map(Year::Said);
            }
            Caught::Decade(first) => self.decade = Some(first),
            Caught::Century(first) => self.century = Some(Century::Said(first)),
            Caught::Part(part) => self.part = Some(part),
            Caught::Clock(time, to) => (self.time, self.time_to) = (time, to),
            Caught::Ymd { year, month, day } => {
                self.year = year.map(Year::Said).or(self.year);
                self.month = Some(Month::Said(month));
                self.day = Some(day);
                self.numeric = true;
            }
            Caught::Lunar { month, day } => self.lunar = Some((month, day)),
            Caught::Offset(offset) => self.offset = Some(offset),
            Caught::Nth(n) => self.nth = Some(Nth::Weekday(n)),
            Caught::NthWeek(n) => self.nth = Some(Nth::Week(n)),
            Caught::NthWeekend(n) => self.nth = Some(Nth::Weekend(n)),
            Caught::LastMonths(n) => self.span = Some(Front::Months(13 - n, 12)),
            Caught::LastQuarters(n) => self.span = Some(Front::Quarters(5 - n, 4)),
            Caught::Days(a, b) => self.span = Some(Front::Days(a, b)),
            Caught::HalfMonth(a, b) => {
                self.month = Some(Month::Relative(0));
                self.span = Some(Front::Days(a, b));
            }
            Caught::ThisYear => self.year = Some(Year::Relative(0)),
            Caught::To | Caught::And => {}
        }
    }

    /// Takes in a row of `relative`.
    fn take_relative(&mut self, row: u32, tables: &DateTables) {
        let Some(row) = tables.relative(row) else { return };
        match row.unit {
            Rel::Day => self.days_away = Some(row.offset),
            Rel::Headline => {
                self.days_away = Some(row.offset);
                self.headline = true;
            }
            Rel::Week => self.week = Some(Week::Relative(row.offset)),
            Rel::Weekend => {
                self.week = Some(Week::Relative(row.offset));
                self.weekend = true;
            }
            Rel::Month if row.modifier.is_some() => self.month = Some(Month::Here),
            Rel::Month => self.month = Some(Month::Relative(row.offset)),
            Rel::Year if row.modifier.is_some() => self.year = Some(Year::Here),
            Rel::Year => self.year = Some(Year::Relative(row.offset as i16)),
            Rel::Anaphor => self.year = Some(Year::Anaphor(row.offset as i16)),
            Rel::Preceding => self.year = Some(Year::Preceding(row.offset as i16)),
            Rel::Quarter => self.quarter_away = Some(row.offset),
            Rel::Century => self.century = Some(Century::Relative(row.offset)),
            // Slots of their own read the first of two.
            Rel::Two => {}
            Rel::Season => {
                self.season = row.season;
                match row.turn {
                    Some(turn) => self.turn = Some(turn),
                    None => self.year = Some(Year::Relative(row.offset as i16)),
                }
            }
        }
        self.part = row.part.or(self.part);
        self.modifier = row.modifier.or(self.modifier);
    }

    /// Whether it names nothing below the year.
    pub(crate) fn is_year(&self) -> bool {
        self.year.is_some()
            && *self
                == Self {
                    year: self.year,
                    modifier: self.modifier,
                    short_year: self.short_year,
                    year_borrowed: self.year_borrowed,
                    ..Self::default()
                }
    }

    /// Whether it names a day of a month and nothing above it.
    pub(crate) fn is_bare_day(&self) -> bool {
        self.day.is_some() && self.month.is_none() && self.year.is_none()
    }

    /// Whether a day is named, one way or another.
    pub(crate) fn is_day(&self) -> bool {
        self.day.is_some()
            || self.weekday.is_some()
            || self.days_away.is_some()
            || self.holiday.is_some()
            || self.lunar.is_some()
    }

    /// The time by the clock: 下午3时 is 15:00.
    pub(crate) fn clock(&self) -> Option<Clock> {
        self.time.map(|time| by_part(time, self.part))
    }

    /// The time at which it ends on the same day.
    pub(crate) fn clock_to(&self) -> Option<Clock> {
        let to = self.time_to.map(|time| by_part(time, self.part_to.or(self.part)));
        to.filter(|to| self.clock().is_none_or(|from| from < *to))
    }

    /// Takes the time at which it ends, with its own part of the day if it has one, where it lies on the same day.
    pub(crate) fn end_at(&mut self, time: Option<Clock>, part: Option<PartOfDay>) -> bool {
        (self.time_to, self.part_to) = (time, part);
        self.clock_to().is_some()
    }

    /// Whether the words around may tell in which year, or month, it lies.
    pub(crate) fn wants_cue(&self) -> bool {
        self.wants_year()
            || self.is_bare_day()
            || self.yearless() && (self.quarter.is_some() || self.half.is_some() || self.season.is_some())
            || self.weekday.is_some() && self.week.is_none()
    }

    /// Whether the nearest year has to be found.
    pub(crate) fn wants_year(&self) -> bool {
        self.yearless()
            && (matches!(self.month, Some(Month::Said(_))) || self.holiday.is_some() || self.lunar.is_some())
    }

    /// Whether nothing says which year.
    fn yearless(&self) -> bool {
        self.year.is_none()
            && self.days_away.is_none()
            && self.weekday.is_none_or(|_| self.day.is_some())
            && !matches!(self.week, Some(Week::Relative(_)))
            && !matches!(self.month, Some(Month::Relative(_) | Month::Here))
            && self.century.is_none()
            && self.decade.is_none()
            && self.turn.is_none()
            && self.quarter_away.is_none()
            && self.offset.is_none()
    }

    /// Takes what it lacks from the date that it leads on to: `den 10–13 augusti 2025`, 1至4月.
    pub(crate) fn borrow_from_next(&mut self, next: &Self) {
        if self.day.is_some() && self.month.is_none() && next.day.is_some() {
            // 28日至6月3日 begins in the month before.
            self.month = match next.month {
                Some(Month::Said(month)) if self.day > next.day => Some(Month::Said((month + 10) % 12 + 1)),
                month => month,
            };
            self.month_borrowed = true;
        }
        if self.decade.is_some() && self.century.is_none() {
            self.century = next.century;
        }
        // måndag till onsdag nästa vecka; torsdag till måndag nästa vecka begins in the week before.
        if let (Some((from, form)), None, Some((to, _))) = (self.weekday, self.week, next.weekday)
            && form != WeekdayForm::ThisWeek
            && self.day.is_none()
        {
            let back = i8::from(from > to);
            self.week = next.week.map(|week| match week {
                Week::Said(n) => Week::Said(n - back),
                Week::Relative(n) => Week::Relative(n - i32::from(back)),
            });
        }
        // vecka 22 och 23
        if let (Some(Week::Said(_)), None) = (next.week, next.weekday)
            && matches!(self.week, Some(Week::Said(_)))
            && self.year.is_none()
        {
            self.year = next.year;
        }
        if self.yearless() && next.year.is_some() && !self.is_bare_day() && !next.short_year {
            self.year_borrowed = true;
            self.year = match next.year {
                // 去年12月至今年2月 names its own; 11月至次年3月 counts from ours.
                Some(Year::Anaphor(_)) => None,
                year => year,
            };
            // December to February of a year begins the year before.
            if let (Some(Month::Said(a)), Some(Month::Said(b)), Some(Year::Said(y))) =
                (self.month, next.month, self.year)
                && a > b
            {
                self.year = Some(Year::Said(y - 1));
            }
        }
    }

    /// Takes what it lacks from the date that led on to it: 1997年3月至5月, 3月5日至11日.
    pub(crate) fn borrow_from_previous(&mut self, previous: &Self) {
        if self.day.is_some() && self.month.is_none() {
            self.month = previous.month;
            self.month_borrowed = true;
        }
        // 大年初二至初四
        if let (Some((SAME_MONTH, day)), Some((month, _))) = (self.lunar, previous.lunar) {
            self.lunar = Some((month, day));
        }
        if self.decade.is_some() && self.century.is_none() {
            self.century = previous.century;
        }
        if self.is_year() && previous.quarter.is_some() && previous.month.is_none() {
            self.quarter = previous.quarter;
        }
        if self.is_year() && previous.half.is_some() && previous.month.is_none() {
            self.half = previous.half;
        }
        if self.yearless() && !self.is_bare_day() {
            self.year_borrowed = previous.year.is_some();
            self.year = match previous.year {
                Some(Year::Anaphor(_)) => self.year,
                year => year,
            };
            if let (Some(Month::Said(a)), Some(Month::Said(b))) = (previous.month, self.month)
                && b < a
            {
                self.year = match self.year {
                    Some(Year::Said(y)) => Some(Year::Said(y + 1)),
                    Some(Year::Relative(y)) => Some(Year::Relative(y + 1)),
                    other => other,
                };
            }
        }
    }

    /// The two ends, if it names several months, quarters or years at once.
    pub(crate) fn split(&self) -> Option<(Self, Self)> {
        let mut first = Self { span: None, ..*self };
        let mut last = first;
        match self.span? {
            Front::Months(a, b) => (first.month, last.month) = (Some(Month::Said(a)), Some(Month::Said(b))),
            Front::Quarters(a, b) => (first.quarter, last.quarter) = (Some(a), Some(b)),
            Front::Days(a, b) => (first.day, last.day) = (Some(a), Some(b)),
            Front::Years(y) => last.year = Some(Year::Said(y)),
            Front::Day(n) => last.days_away = Some(n),
            Front::Year(n) => last.year = Some(Year::Relative(n)),
        }
        Some((first, last))
    }

    /// Whether the two can be the ends of one range.
    pub(crate) fn joins(&self, next: &Self) -> bool {
        let fine = |s: &Self| s.is_day();
        fine(self) == fine(next)
            || self.month.is_some() && next.is_day()
            || self.is_day() && next.month.is_some()
            || self.is_day() && next.is_year()
    }
}

/// The time that is meant in a part of the day: three in the afternoon, twelve at night.
fn by_part(time: Clock, part: Option<PartOfDay>) -> Clock {
    let late = match part {
        Some(PartOfDay::Afternoon) => (1..12).contains(&time.hour()),
        // Midnight of the evening is its end: 今晚零点, 昨晚12点30分.
        Some(PartOfDay::Evening) if time.hour() == 0 => return time.ending(),
        Some(PartOfDay::Evening) => (1..=12).contains(&time.hour()),
        Some(PartOfDay::Night) => (7..=12).contains(&time.hour()),
        _ => false,
    };
    if late { time.late() } else { time }
}
