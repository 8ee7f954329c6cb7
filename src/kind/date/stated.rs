//! What the words of a date say, before anything is known about the document.

use super::Words;
use crate::{
    kind::date::words::Rel,
    value::{DateModifier, PartOfDay, Season},
};
use jiff::civil;

/// Declares the slots of date patterns.
macro_rules! slots {
    ($($(#[$doc:meta])* $slot:ident $name:literal),* $(,)?) => {
        /// A slot of a date pattern.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub(crate) enum Slot { $($(#[$doc])* $slot),* }

        impl Slot {
            /// The names of the slots in patterns, by number.
            pub(crate) const NAMES: &'static [&'static str] = &[$($name),*];
            pub(super) const ALL: &'static [Slot] = &[$(Slot::$slot),*];

            /// The slot of a number.
            pub(crate) fn of(number: u8) -> Self {
                Self::ALL.get(usize::from(number)).copied().unwrap_or(Slot::To)
            }
        }
    };
}

slots! {
    /// A year in full.
    Year "year",
    /// A year in full of one to four digits, where the words around leave no doubt that it is one.
    AnyYear "anyyear",
    /// A year of two digits; its value is the year meant.
    ShortYear "yy",
    /// 1 to 12.
    Month "month",
    /// A month written short.
    ShortMonth "mon",
    /// 1 to 31.
    Day "day",
    /// The same in brackets behind a day, with its sign or without: 昨(18)日.
    InDay "inday",
    /// A day of the week; see [`weekday`].
    Weekday "weekday",
    /// Words of `relative`, by what they count. Values are rows.
    RelDay "relday",
    RelWeek "relweek",
    RelMonth "relmonth",
    RelYear "relyear",
    RelQuarter "relquarter",
    RelCentury "relcentury",
    RelSeason "relseason",
    /// The last character of a weekday after a week.
    DayOfWeek "dow",
    /// 1 to 53.
    Week "week",
    /// 1 to 4.
    Quarter "quarter",
    /// 1 or 2.
    Half "half",
    /// So many months, or quarters, from the first of the year.
    FirstMonths "months",
    FirstQuarters "quarters",
    /// A row of `seasons`.
    Season "season",
    /// A row of `holidays`.
    Holiday "holiday",
    /// A row of `positions`.
    Position "position",
    /// A row of `eras`, and the year of it.
    Era "era",
    EraYear "n",
    /// A decade: its first year, or less than a hundred where the century is unsaid.
    Decade "decade",
    /// A century: its first year.
    Century "century",
    /// A row of `dayparts`.
    Part "part",
    /// Minutes since midnight.
    Clock "clock",
    /// Year, month and day in digits: `(year × 16 + month) × 32 + day`.
    Numeric "numeric",
    /// Two years in turn written short (2011/12): the second.
    NextYear "nextyear",
    /// A plan period: its first year.
    Plan "plan",
    /// Two days or years in one word (今明两年): how far away the first is.
    BothDays "bothdays",
    BothYears "bothyears",
    /// Lunar month and day: `month × 32 + day`.
    Lunar "lunar",
    /// The sign of a range.
    To "to",
    /// The sign of a list.
    And "and",
}

/// A year as stated.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Year {
    /// In figures.
    Said(i16),
    /// So many years from that of the reference date.
    Relative(i16),
    /// So many years from the one last mentioned (同年, 次年).
    Anaphor(i16),
}

/// A month as stated.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Month {
    Said(i8),
    Relative(i32),
}

/// A week as stated.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Week {
    Said(i8),
    Relative(i32),
}

/// How a day of the week is to be counted from the reference date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum WeekdayForm {
    /// That of the week, Monday to Sunday, that the reference date is in.
    ThisWeek,
    /// The last one before the reference date.
    Before,
    /// The last one, which may be the reference date itself.
    OnOrBefore,
    /// The first one after the reference date.
    After,
}

/// A century as stated.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Century {
    Said(i16),
    Relative(i32),
}

/// Which season beside the reference date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Turn {
    Last,
    This,
    Next,
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
    pub(crate) time: Option<civil::Time>,
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

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Front {
    Months(i8),
    Quarters(i8),
    Years(i16),
    /// Another relative row.
    Day(i32),
    Year(i16),
}

/// Packs a day of the week with its form and the row of a part of day (−1 if none) into a slot's value.
pub(crate) fn weekday(day: i8, form: WeekdayForm, part: Option<u32>) -> i64 {
    i64::from(day) | (form as i64) << 4 | part.map_or(0, |p| i64::from(p) + 1) << 8
}

/// The time of so many minutes past midnight; none for 24:00, which is a time of no day here and 0:00 of the next.
pub(crate) fn time(minutes: i64) -> Option<civil::Time> {
    civil::Time::new(i8::try_from(minutes / 60).ok()?, i8::try_from(minutes % 60).ok()?, 0, 0).ok()
}

impl Stated {
    /// Takes in what a slot caught.
    pub(crate) fn take(&mut self, slot: Slot, value: i64, words: &Words) {
        let small = i8::try_from(value).ok();
        let year = i16::try_from(value).ok();
        match slot {
            Slot::Year | Slot::AnyYear => self.year = year.map(Year::Said),
            Slot::ShortYear => {
                self.year = year.map(Year::Said);
                self.short_year = true;
            }
            Slot::Month | Slot::ShortMonth => self.month = small.map(Month::Said),
            Slot::Day | Slot::InDay => self.day = small,
            Slot::Weekday => {
                let form = match value >> 4 & 15 {
                    0 => WeekdayForm::ThisWeek,
                    1 => WeekdayForm::Before,
                    2 => WeekdayForm::OnOrBefore,
                    _ => WeekdayForm::After,
                };
                self.weekday = Some(((value & 15) as i8, form));
                if let Some(part) = usize::try_from((value >> 8) - 1).ok().and_then(|p| words.parts.get(p)) {
                    self.part = Some(*part);
                }
            }
            Slot::DayOfWeek => self.weekday = small.map(|d| (d, WeekdayForm::ThisWeek)),
            Slot::RelDay
            | Slot::RelWeek
            | Slot::RelMonth
            | Slot::RelYear
            | Slot::RelQuarter
            | Slot::RelCentury
            | Slot::RelSeason => {
                let Some(row) = words.relative(value) else { return };
                match row.unit {
                    Rel::Day => self.days_away = Some(row.offset),
                    Rel::Headline => {
                        self.days_away = Some(row.offset);
                        self.headline = true;
                    }
                    Rel::Week => self.week = Some(Week::Relative(row.offset)),
                    Rel::Month => self.month = Some(Month::Relative(row.offset)),
                    Rel::Year => self.year = Some(Year::Relative(row.offset as i16)),
                    Rel::Anaphor => self.year = Some(Year::Anaphor(row.offset as i16)),
                    Rel::Quarter => self.quarter_away = Some(row.offset),
                    Rel::Century => self.century = Some(Century::Relative(row.offset)),
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
            Slot::Week => self.week = small.map(Week::Said),
            Slot::Quarter => self.quarter = small,
            Slot::Half => self.half = small,
            Slot::FirstMonths => self.span = small.map(Front::Months),
            Slot::FirstQuarters => self.span = small.map(Front::Quarters),
            // The winter of 2011/12 is one.
            Slot::NextYear if self.season.is_some() => {}
            Slot::NextYear => self.span = year.map(Front::Years),
            Slot::Plan => {
                self.year = year.map(Year::Said);
                self.span = year.map(|y| Front::Years(y + 4));
            }
            Slot::BothDays => {
                self.days_away = Some(value as i32);
                self.span = Some(Front::Day(value as i32 + 1));
            }
            Slot::BothYears => {
                self.year = Some(Year::Relative(value as i16));
                self.span = Some(Front::Year(value as i16 + 1));
            }
            Slot::Season => {
                self.season = usize::try_from(value).ok().and_then(|v| words.seasons.get(v)).copied()
            }
            Slot::Holiday => self.holiday = u32::try_from(value).ok(),
            Slot::Position => {
                self.modifier = usize::try_from(value).ok().and_then(|v| words.positions.get(v)).copied();
            }
            Slot::Era => self.era = usize::try_from(value).ok().and_then(|v| words.eras.get(v)).copied(),
            Slot::EraYear => {
                self.year = self.era.and_then(|first| first.checked_add(year? - 1)).map(Year::Said);
            }
            Slot::Decade => self.decade = year,
            Slot::Century => self.century = year.map(Century::Said),
            Slot::Part => self.part = usize::try_from(value).ok().and_then(|v| words.parts.get(v)).copied(),
            Slot::Clock => self.time = time(value),
            Slot::Numeric => {
                self.year = Some((value >> 9) as i16).filter(|&y| y > 0).map(Year::Said);
                self.month = Some(Month::Said((value >> 5 & 15) as i8));
                self.day = Some((value & 31) as i8);
                self.numeric = true;
            }
            Slot::Lunar => self.lunar = Some(((value >> 5) as i8, (value & 31) as i8)),
            Slot::To | Slot::And => {}
        }
    }

    /// Whether it names nothing below the year.
    pub(crate) fn is_year(&self) -> bool {
        self.year.is_some()
            && *self
                == Self {
                    year: self.year,
                    modifier: self.modifier,
                    short_year: self.short_year,
                    ..Self::default()
                }
    }

    /// Whether it names a day of a month and nothing above it.
    pub(crate) fn is_bare_day(&self) -> bool {
        self.day.is_some() && self.month.is_none() && self.year.is_none()
    }

    /// Whether a day is named, one way or another.
    pub(crate) fn is_day(&self) -> bool {
        self.day.is_some() || self.weekday.is_some() || self.days_away.is_some() || self.holiday.is_some()
    }

    /// The time by the clock: 下午3时 is 15:00.
    pub(crate) fn clock(&self) -> Option<civil::Time> {
        let time = self.time?;
        let late = match self.part {
            Some(PartOfDay::Afternoon | PartOfDay::Evening) => (1..12).contains(&time.hour()),
            Some(PartOfDay::Night) => (7..12).contains(&time.hour()),
            _ => false,
        };
        if late { civil::Time::new(time.hour() + 12, time.minute(), 0, 0).ok() } else { Some(time) }
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
            && !matches!(self.month, Some(Month::Relative(_)))
            && self.century.is_none()
            && self.decade.is_none()
            && self.turn.is_none()
            && self.quarter_away.is_none()
    }

    /// Takes what it lacks from the date that it leads on to: `den 10–13 augusti 2025`, 1至4月.
    pub(crate) fn borrow_from_next(&mut self, next: &Self) {
        if self.day.is_some() && self.month.is_none() && next.day.is_some() {
            self.month = next.month;
        }
        if self.decade.is_some() && self.century.is_none() {
            self.century = next.century;
        }
        if self.yearless() && next.year.is_some() && !self.is_bare_day() && !next.short_year {
            self.year = match next.year {
                // 去年12月至今年2月 names its own; 11月至次年3月 counts from ours.
                Some(Year::Anaphor(_)) => None,
                year => year,
            };
            // December to February of a year begins the year before.
            if let (Some(Month::Said(a)), Some(Month::Said(b)), Some(Year::Said(y))) =
                (self.month, next.month, self.year)
                && (a, self.day) > (b, next.day)
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
            Front::Months(n) => (first.month, last.month) = (Some(Month::Said(1)), Some(Month::Said(n))),
            Front::Quarters(n) => (first.quarter, last.quarter) = (Some(1), Some(n)),
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
