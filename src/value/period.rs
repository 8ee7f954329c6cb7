//! Periods of the calendar, from a day to a century, whole or with parts unsaid.

use super::named::named;
use jiff::{ToSpan, civil};
use std::fmt;

/// How fine a [`Date`](super::Date) is.
///
/// ```
/// use newsfacts::value::{Granularity, Period};
///
/// assert_eq!(Period::quarter(2024, 3).unwrap().granularity(), Granularity::Quarter);
/// assert!(Granularity::Year < Granularity::Day); // the finer is the greater
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum Granularity {
    /// One hundred years (*1900-talet*, 20世纪).
    Century,
    /// Ten years (*90-talet*, 九十年代).
    Decade,
    /// A year.
    Year,
    /// Half a year.
    Half,
    /// Three months from January, April, July or October.
    Quarter,
    /// Spring, summer, autumn or winter.
    Season,
    /// A month.
    Month,
    /// An ISO week, Monday to Sunday.
    Week,
    /// The Saturday and Sunday of an ISO week.
    Weekend,
    /// A day.
    Day,
}

named!(Granularity, "granularity", {
    Century "century",
    Decade "decade",
    Year "year",
    Half "half",
    Quarter "quarter",
    Season "season",
    Month "month",
    Week "week",
    Weekend "weekend",
    Day "day",
});

/// A season. In values it is the meteorological one of the north: spring from March, winter from December to February.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Season {
    /// March to May.
    Spring,
    /// June to August.
    Summer,
    /// September to November.
    Autumn,
    /// December to February of the next year.
    Winter,
}

named!(Season, "season", {
    Spring "spring",
    Summer "summer",
    Autumn "autumn",
    Winter "winter",
});

impl Season {
    pub(super) const fn timex(self) -> &'static str {
        match self {
            Self::Spring => "SP",
            Self::Summer => "SU",
            Self::Autumn => "FA",
            Self::Winter => "WI",
        }
    }

    const fn first_month(self) -> i8 {
        3 + 3 * self as i8
    }
}

/// What the words around or inside a date make of it.
///
/// ```
/// use newsfacts::{Extractor, value::DateModifier};
///
/// let date = Extractor::new().dates("Bron byggdes omkring år 1900.").next().unwrap().into_value();
/// assert_eq!(date.modifier(), Some(DateModifier::Approximate));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum DateModifier {
    /// The first part of the period: 年初, *i början av*.
    Start,
    /// The middle of the period: 中旬, *i mitten av*.
    Mid,
    /// The last part of the period: 月底, *i slutet av*.
    End,
    /// About: 约, 前后, *omkring*.
    Approximate,
    /// Before it: 以前, *före*.
    Before,
    /// After it: 以后, *efter*.
    After,
    /// From it on: 以来, *sedan*.
    Since,
    /// Up to it: 截至, *fram till*, *senast*.
    Until,
}

named!(DateModifier, "modifier of a date", {
    Start "start",
    Mid "mid",
    End "end",
    Approximate "approximate",
    Before "before",
    After "after",
    Since "since",
    Until "until",
});

/// A part of the day, named without a clock.
///
/// ```
/// use newsfacts::{Extractor, value::PartOfDay};
///
/// let date = Extractor::new().dates("Det brann på kvällen den 6 maj 2025.").next().unwrap().into_value();
/// assert_eq!(date.part_of_day(), Some(PartOfDay::Evening));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum PartOfDay {
    /// 上午, 早上, *morgon*, *förmiddag*.
    Morning,
    /// 中午, *lunchtid*.
    Midday,
    /// 下午, *eftermiddag*.
    Afternoon,
    /// 晚, 傍晚, *kväll*.
    Evening,
    /// 凌晨, 深夜, *natt*.
    Night,
}

named!(PartOfDay, "part of day", {
    Morning "morning",
    Midday "midday",
    Afternoon "afternoon",
    Evening "evening",
    Night "night",
});

/// One period of the calendar, perhaps with its year or month unsaid.
///
/// ```
/// use newsfacts::value::{Period, Season};
/// use jiff::civil::date;
///
/// let quarter = Period::quarter(2024, 3).unwrap();
/// assert_eq!(quarter.timex(), "2024-Q3");
/// assert_eq!(quarter.first(), Some(date(2024, 7, 1)));
/// assert_eq!(quarter.last(), Some(date(2024, 9, 30)));
/// assert_eq!(Period::season(1997, Season::Winter).unwrap().timex(), "1997-WI");
/// assert!(Period::quarter(2024, 5).is_none());
/// ```
///
/// There is one for each granularity:
///
/// ```
/// use newsfacts::value::{Granularity, Period};
/// use newsfacts::jiff::civil::date;
///
/// let periods = [
///     Period::century(1900), Period::decade(1990), Period::year(2025), Period::half(2025, 2), Period::month(2025, 8),
///     Period::week(2025, 33), Period::weekend(2025, 33), Some(Period::day(date(2025, 8, 13))),
/// ];
/// let timex: Vec<_> = periods.iter().map(|period| period.unwrap().timex()).collect();
/// assert_eq!(timex, ["19", "199", "2025", "2025-H2", "2025-08", "2025-W33", "2025-W33-WE", "2025-08-13"]);
/// let decade = periods[1].unwrap();
/// assert_eq!((decade.edtf(), decade.granularity(), decade.is_partial()), ("199X".into(), Granularity::Decade, false));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Period {
    /// Astronomical, so that 0 is 1 BC; `None` if unsaid.
    year: Option<i16>,
    unit: PeriodUnit,
}

/// The unit that a period is one of, with what is known of its place in the year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum PeriodUnit {
    Century,
    Decade,
    Year,
    Half(i8),
    Quarter(i8),
    Season(Season),
    Month(Option<i8>),
    /// Of an ISO year.
    Week(Option<i8>),
    /// The end of a week of an ISO year.
    Weekend(Option<i8>),
    /// Monday is 1; of an unknown week.
    Weekday(i8),
    Day(Option<i8>, Option<i8>),
}

impl Period {
    const YEARS: std::ops::RangeInclusive<i16> = -9999..=9999;

    fn new(year: i16, unit: PeriodUnit) -> Option<Self> {
        Self::YEARS.contains(&year).then_some(Self { year: Some(year), unit })
    }

    /// A day.
    pub fn day(date: civil::Date) -> Self {
        Self { year: Some(date.year()), unit: PeriodUnit::Day(Some(date.month()), Some(date.day())) }
    }

    /// A month of a year, counted from 1.
    pub fn month(year: i16, month: i8) -> Option<Self> {
        (1..=12).contains(&month).then(|| Self::new(year, PeriodUnit::Month(Some(month))))?
    }

    /// A year; 0 is 1 BC.
    pub fn year(year: i16) -> Option<Self> {
        Self::new(year, PeriodUnit::Year)
    }

    /// A half of a year, counted from 1.
    pub fn half(year: i16, half: i8) -> Option<Self> {
        (1..=2).contains(&half).then(|| Self::new(year, PeriodUnit::Half(half)))?
    }

    /// A quarter of a year, counted from 1.
    pub fn quarter(year: i16, quarter: i8) -> Option<Self> {
        (1..=4).contains(&quarter).then(|| Self::new(year, PeriodUnit::Quarter(quarter)))?
    }

    /// A season; a winter belongs to the year in which it begins.
    pub fn season(year: i16, season: Season) -> Option<Self> {
        Self::new(year, PeriodUnit::Season(season))
    }

    /// A week of an ISO year.
    pub fn week(year: i16, week: i8) -> Option<Self> {
        civil::ISOWeekDate::new(year, week, civil::Weekday::Monday).ok()?;
        Self::new(year, PeriodUnit::Week(Some(week)))
    }

    /// The Saturday and Sunday of a week of an ISO year.
    pub fn weekend(year: i16, week: i8) -> Option<Self> {
        Self::week(year, week)?;
        Self::new(year, PeriodUnit::Weekend(Some(week)))
    }

    /// The ten years that begin with `first`, a multiple of ten that is not negative.
    pub fn decade(first: i16) -> Option<Self> {
        (first >= 0 && first % 10 == 0).then(|| Self::new(first, PeriodUnit::Decade))?
    }

    /// The hundred years that begin with `first`, a multiple of a hundred that is not negative.
    pub fn century(first: i16) -> Option<Self> {
        (first >= 0 && first % 100 == 0).then(|| Self::new(first, PeriodUnit::Century))?
    }

    /// A period that may lack its year, or a day its month; `None` if no such one exists in any year.
    pub(crate) fn partial(year: Option<i16>, unit: PeriodUnit) -> Option<Self> {
        if let Some(year) = year {
            return match unit {
                PeriodUnit::Century => Self::century(year),
                PeriodUnit::Decade => Self::decade(year),
                PeriodUnit::Year => Self::year(year),
                PeriodUnit::Half(n) => Self::half(year, n),
                PeriodUnit::Quarter(n) => Self::quarter(year, n),
                PeriodUnit::Season(season) => Self::season(year, season),
                PeriodUnit::Month(Some(month)) => Self::month(year, month),
                PeriodUnit::Week(Some(week)) => Self::week(year, week),
                PeriodUnit::Weekend(Some(week)) => Self::weekend(year, week),
                PeriodUnit::Day(Some(month), Some(day)) => Self::YEARS
                    .contains(&year)
                    .then(|| civil::Date::new(year, month, day).ok().map(Self::day))?,
                PeriodUnit::Month(None)
                | PeriodUnit::Week(None)
                | PeriodUnit::Weekend(None)
                | PeriodUnit::Weekday(_)
                | PeriodUnit::Day(..) => None,
            };
        }
        let exists = match unit {
            PeriodUnit::Century | PeriodUnit::Decade => false,
            PeriodUnit::Year
            | PeriodUnit::Season(_)
            | PeriodUnit::Month(None)
            | PeriodUnit::Week(None)
            | PeriodUnit::Weekend(None)
            | PeriodUnit::Day(_, None) => true,
            PeriodUnit::Half(n) => (1..=2).contains(&n),
            PeriodUnit::Quarter(n) => (1..=4).contains(&n),
            PeriodUnit::Month(Some(month)) => (1..=12).contains(&month),
            PeriodUnit::Week(Some(week)) | PeriodUnit::Weekend(Some(week)) => (1..=53).contains(&week),
            PeriodUnit::Weekday(day) => (1..=7).contains(&day),
            PeriodUnit::Day(None, Some(day)) => (1..=31).contains(&day),
            // 2000 is a leap year, so every day there is.
            PeriodUnit::Day(Some(month), Some(day)) => civil::Date::new(2000, month, day).is_ok(),
        };
        exists.then_some(Self { year: None, unit })
    }

    pub(crate) const fn parts(self) -> (Option<i16>, PeriodUnit) {
        (self.year, self.unit)
    }

    /// How fine the period is.
    pub const fn granularity(self) -> Granularity {
        match self.unit {
            PeriodUnit::Century => Granularity::Century,
            PeriodUnit::Decade => Granularity::Decade,
            PeriodUnit::Year => Granularity::Year,
            PeriodUnit::Half(_) => Granularity::Half,
            PeriodUnit::Quarter(_) => Granularity::Quarter,
            PeriodUnit::Season(_) => Granularity::Season,
            PeriodUnit::Month(_) => Granularity::Month,
            PeriodUnit::Week(_) => Granularity::Week,
            PeriodUnit::Weekend(_) => Granularity::Weekend,
            PeriodUnit::Weekday(_) | PeriodUnit::Day(..) => Granularity::Day,
        }
    }

    /// The first day; `None` while the year or month is unknown.
    pub fn first(self) -> Option<civil::Date> {
        let year = self.year?;
        let (month, day) = match self.unit {
            PeriodUnit::Week(week) => return iso_week(year, week?, civil::Weekday::Monday),
            PeriodUnit::Weekend(week) => return iso_week(year, week?, civil::Weekday::Saturday),
            PeriodUnit::Day(month, day) => (month?, day?),
            PeriodUnit::Month(month) => (month?, 1),
            PeriodUnit::Season(season) => (season.first_month(), 1),
            PeriodUnit::Quarter(n) => (3 * n - 2, 1),
            PeriodUnit::Half(n) => (6 * n - 5, 1),
            PeriodUnit::Year | PeriodUnit::Decade | PeriodUnit::Century => (1, 1),
            PeriodUnit::Weekday(_) => return None,
        };
        civil::Date::new(year, month, day).ok()
    }

    /// The last day, which belongs to the period; `None` while the year or month is unknown.
    pub fn last(self) -> Option<civil::Date> {
        let first = self.first()?;
        let after = match self.unit {
            PeriodUnit::Day(..) | PeriodUnit::Weekday(_) => return Some(first),
            PeriodUnit::Week(_) => 1.week(),
            PeriodUnit::Weekend(_) => 2.days(),
            PeriodUnit::Month(_) => 1.month(),
            PeriodUnit::Quarter(_) | PeriodUnit::Season(_) => 3.months(),
            PeriodUnit::Half(_) => 6.months(),
            PeriodUnit::Year => 1.year(),
            PeriodUnit::Decade => 10.years(),
            PeriodUnit::Century => 100.years(),
        };
        // The calendar ends with the year 9999.
        first.checked_add(after).map_or(Some(civil::Date::MAX), |next| next.yesterday().ok())
    }

    /// Whether the year, or for a day the month, is unsaid and could not be settled.
    pub fn is_partial(self) -> bool {
        self.first().is_none()
    }

    /// The value in TIMEX3 (ISO-TimeML), with `X` for each digit that is not known.
    pub fn timex(self) -> String {
        let mut out = String::with_capacity(LONGEST);
        match (self.unit, self.year) {
            (PeriodUnit::Century, year) => put(&mut out, year.unwrap_or(0) / 100, 2),
            (PeriodUnit::Decade, year) => put(&mut out, year.unwrap_or(0) / 10, 3),
            (_, None) => out.push_str("XXXX"),
            (_, Some(year @ ..=0)) => out = format!("BC{:04}", 1 - year),
            (_, Some(year)) => put(&mut out, year, 4),
        }
        match self.unit {
            PeriodUnit::Century | PeriodUnit::Decade | PeriodUnit::Year => {}
            PeriodUnit::Half(n) => put_after(&mut out, "-H", n, 1),
            PeriodUnit::Quarter(n) => put_after(&mut out, "-Q", n, 1),
            PeriodUnit::Season(season) => {
                out.push('-');
                out.push_str(season.timex());
            }
            PeriodUnit::Month(month) => two(&mut out, "-", month),
            PeriodUnit::Week(week) => two(&mut out, "-W", week),
            PeriodUnit::Weekend(week) => {
                two(&mut out, "-W", week);
                out.push_str("-WE");
            }
            PeriodUnit::Weekday(day) => put_after(&mut out, "-WXX-", day, 1),
            PeriodUnit::Day(month, day) => {
                two(&mut out, "-", month);
                two(&mut out, "-", day);
            }
        }
        out
    }

    /// The value in EDTF (ISO 8601-2), with `X` for each digit that is not known.
    ///
    /// EDTF has no weeks: a week or its end is the interval of its days, and a weekday of an unknown week is a day of which
    /// nothing is known.
    pub fn edtf(self) -> String {
        if let PeriodUnit::Week(_) | PeriodUnit::Weekend(_) = self.unit {
            return match (self.first(), self.last()) {
                (Some(first), Some(last)) => {
                    format!("{}/{}", Self::day(first).edtf(), Self::day(last).edtf())
                }
                _ => "XXXX-XX-XX".into(),
            };
        }
        let mut out = String::with_capacity(LONGEST);
        match (self.unit, self.year) {
            (PeriodUnit::Century, year) => {
                put(&mut out, year.unwrap_or(0) / 100, 2);
                out.push_str("XX");
            }
            (PeriodUnit::Decade, year) => {
                put(&mut out, year.unwrap_or(0) / 10, 3);
                out.push('X');
            }
            (_, None) => out.push_str("XXXX"),
            (_, Some(year @ ..=-1)) => {
                out.push('-');
                put(&mut out, -year, 4);
            }
            (_, Some(year)) => put(&mut out, year, 4),
        }
        match self.unit {
            PeriodUnit::Century | PeriodUnit::Decade | PeriodUnit::Year => {}
            PeriodUnit::Half(n) => put_after(&mut out, "-", 39 + n, 2),
            PeriodUnit::Quarter(n) => put_after(&mut out, "-", 32 + n, 2),
            PeriodUnit::Season(season) => put_after(&mut out, "-", 21 + season as i8, 2),
            PeriodUnit::Month(month) => two(&mut out, "-", month),
            PeriodUnit::Day(month, day) => {
                two(&mut out, "-", month);
                two(&mut out, "-", day);
            }
            // A weekday of an unknown week: of an unknown year, too.
            PeriodUnit::Week(_) | PeriodUnit::Weekend(_) | PeriodUnit::Weekday(_) => out.push_str("-XX-XX"),
        }
        out
    }
}

fn iso_week(year: i16, week: i8, day: civil::Weekday) -> Option<civil::Date> {
    Some(civil::ISOWeekDate::new(year, week, day).ok()?.date())
}

/// A value for which this is enough is written without growing.
const LONGEST: usize = 16;

/// Appends the last decimal digits of a number that is not negative.
fn put(out: &mut String, number: i16, digits: u32) {
    for place in (0..digits).rev() {
        let digit = number / 10_i16.pow(place) % 10;
        out.push(char::from(b'0' + digit as u8));
    }
}

fn put_after(out: &mut String, before: &str, number: i8, digits: u32) {
    out.push_str(before);
    put(out, number.into(), digits);
}

/// Appends two digits after what stands before them, or `XX`.
fn two(out: &mut String, before: &str, n: Option<i8>) {
    match n {
        Some(n) => put_after(out, before, n, 2),
        None => {
            out.push_str(before);
            out.push_str("XX");
        }
    }
}

/// The TIMEX3 value.
impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.timex())
    }
}
