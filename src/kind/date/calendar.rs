//! Days that the calendar moves: Easter, weekdays of a month, the Chinese lunar year.

use crate::{
    Error,
    lexicon::{Lexicon, Table},
};
use jiff::{ToSpan, civil};
use std::str::FromStr;

/// Days that a holiday may lie from the one that it is counted from.
const MOST_DAYS: i32 = 366;

/// When a holiday is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Rule {
    /// Month and day: `06-06`.
    Fixed(i8, i8),
    /// So many days from Easter Sunday: `easter -2`.
    Easter(i32),
    /// The first such weekday on or after a day: `friday-from 06-19`.
    From(civil::Weekday, i8, i8),
    /// The n-th such weekday of a month: `sunday 5-2`.
    Nth(civil::Weekday, i8, i8),
    /// The last such weekday of a month: `last-sunday 05`.
    Last(civil::Weekday, i8),
    /// Month and day of the lunar year, and days added: `lunar 1-1 -1`.
    Lunar(i8, i8, i32),
    /// The solar term 清明 (4) or 冬至 (12): `term 4`.
    Term(i8),
}

impl FromStr for Rule {
    type Err = ();

    fn from_str(rule: &str) -> Result<Self, ()> {
        let number = |s: &str| s.parse::<i8>().map_err(drop);
        let pair = |s: &str| -> Result<(i8, i8), ()> {
            let (a, b) = s.split_once('-').ok_or(())?;
            Ok((number(a)?, number(b)?))
        };
        let weekday = |name: &str| {
            Ok(match name {
                "monday" => civil::Weekday::Monday,
                "tuesday" => civil::Weekday::Tuesday,
                "wednesday" => civil::Weekday::Wednesday,
                "thursday" => civil::Weekday::Thursday,
                "friday" => civil::Weekday::Friday,
                "saturday" => civil::Weekday::Saturday,
                "sunday" => civil::Weekday::Sunday,
                _ => return Err(()),
            })
        };
        let Some((kind, rest)) = rule.split_once(' ') else {
            let (month, day) = pair(rule)?;
            return Some(Self::Fixed(month, day)).filter(|rule| rule.comes()).ok_or(());
        };
        let days = |s: &str| -> Result<i32, ()> {
            s.parse().ok().filter(|days| (-MOST_DAYS..=MOST_DAYS).contains(days)).ok_or(())
        };
        let found = match kind {
            "easter" => Self::Easter(days(rest)?),
            "term" => Self::Term(number(rest)?),
            "lunar" => {
                let (day, added) = rest.split_once(' ').unwrap_or((rest, "0"));
                let (month, day) = pair(day)?;
                Self::Lunar(month, day, days(added)?)
            }
            _ => match (kind.strip_suffix("-from"), kind.strip_prefix("last-")) {
                (Some(day), _) => {
                    let (month, from) = pair(rest)?;
                    Self::From(weekday(day)?, month, from)
                }
                (_, Some(day)) => Self::Last(weekday(day)?, number(rest)?),
                _ => {
                    let (month, n) = pair(rest)?;
                    Self::Nth(weekday(kind)?, month, n)
                }
            },
        };
        found.comes().then_some(found).ok_or(())
    }
}

impl Rule {
    /// Whether there is such a day in some year.
    fn comes(self) -> bool {
        let day = |month, day| civil::Date::new(2000, month, day).is_ok();
        match self {
            Self::Easter(_) => true,
            Self::Fixed(month, from) | Self::From(_, month, from) => day(month, from),
            Self::Nth(_, month, n) => day(month, 1) && (1..=5).contains(&n),
            Self::Last(_, month) => day(month, 1),
            Self::Lunar(month, day, _) => (1..=12).contains(&month) && (1..=30).contains(&day),
            Self::Term(month) => matches!(month, 4 | 12),
        }
    }

    /// The month and day, if they are the same each year.
    pub(crate) const fn fixed(self) -> Option<(i8, i8)> {
        match self {
            Self::Fixed(month, day) => Some((month, day)),
            _ => None,
        }
    }

    /// The month and day of the lunar year that it is counted from.
    pub(crate) const fn lunar(self) -> Option<(i8, i8)> {
        match self {
            Self::Lunar(month, day, _) => Some((month, day)),
            _ => None,
        }
    }

    /// The day in a year.
    pub(crate) fn in_year(self, year: i16, lunar: &Lunar) -> Option<civil::Date> {
        let first = |month, day| civil::Date::new(year, month, day).ok();
        match self {
            Self::Fixed(month, day) => first(month, day),
            Self::Easter(days) => easter(year)?.checked_add(days.days()).ok(),
            Self::From(weekday, month, day) => {
                first(month, day)?.yesterday().ok()?.nth_weekday(1, weekday).ok()
            }
            Self::Nth(weekday, month, n) => first(month, 1)?.nth_weekday_of_month(n, weekday).ok(),
            Self::Last(weekday, month) => first(month, 1)?.nth_weekday_of_month(-1, weekday).ok(),
            Self::Lunar(month, day, added) => lunar.day(year, month, day)?.checked_add(added.days()).ok(),
            Self::Term(month) => lunar.term(year, month),
        }
    }
}

/// Easter Sunday of a Gregorian year (the anonymous computus).
fn easter(year: i16) -> Option<civil::Date> {
    if year < 1583 {
        return None;
    }
    let y = i32::from(year);
    let (a, b, c) = (y % 19, y / 100, y % 100);
    let (d, e) = (b / 4, b % 4);
    let g = (8 * b + 13) / 25;
    let h = (19 * a + b - d - g + 15) % 30;
    let (i, k) = (c / 4, c % 4);
    let l = (32 + 2 * e + 2 * i - h - k) % 7;
    let m = (a + 11 * h + 19 * l) / 433;
    let month = (h + l - 7 * m + 90) / 25;
    let day = (h + l - 7 * m + 33 * month + 19) % 32;
    civil::Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
}

/// The Chinese lunar years of a table.
#[derive(Debug, Default)]
pub(crate) struct Lunar {
    years: Vec<LunarYear>,
}

#[derive(Debug)]
struct LunarYear {
    first: civil::Date,
    leap: i8,
    /// Whether each month has 30 days, in order.
    long: Vec<bool>,
    terms: (i8, i8),
}

impl Lunar {
    pub(crate) fn new(lexicon: &Lexicon) -> Result<Self, Error> {
        let mut years = Vec::new();
        for row in lexicon.rows(Table::Lunar).iter() {
            let year: i16 = row.parse("year")?;
            let day =
                row.get("first").split_once('-').and_then(|(m, d)| Some((m.parse().ok()?, d.parse().ok()?)));
            let first = day.and_then(|(month, day)| civil::Date::new(year, month, day).ok());
            years.push(LunarYear {
                first: first.ok_or_else(|| row.error("first", "no day of that year"))?,
                leap: row.parse("leap")?,
                long: row.get("months").chars().map(|c| c == 'L').collect(),
                terms: (row.parse("qingming")?, row.parse("dongzhi")?),
            });
        }
        Ok(Self { years })
    }

    fn year(&self, year: i16) -> Option<&LunarYear> {
        let from = self.years.first()?.first.year();
        self.years.get(usize::try_from(year.checked_sub(from)?).ok()?)
    }

    /// A day of a lunar year, which is named after the Gregorian year in which it begins.
    pub(crate) fn day(&self, year: i16, month: i8, day: i8) -> Option<civil::Date> {
        let lunar = self.year(year)?;
        // The leap month follows the month whose number it repeats.
        let place = usize::try_from(month - 1).ok()? + usize::from(lunar.leap > 0 && month > lunar.leap);
        let long = *lunar.long.get(place)?;
        if !(1..=29 + i8::from(long)).contains(&day) {
            return None;
        }
        let before: i32 = lunar.long[..place].iter().map(|&long| 29 + i32::from(long)).sum();
        lunar.first.checked_add((before + i32::from(day) - 1).days()).ok()
    }

    fn term(&self, year: i16, month: i8) -> Option<civil::Date> {
        let (spring, winter) = self.year(year)?.terms;
        civil::Date::new(year, month, if month == 4 { spring } else { winter }).ok()
    }
}
