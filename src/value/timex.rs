//! TIMEX3 values read back.

use super::{
    clock::Clock,
    date::Date,
    period::{Period, PeriodUnit, Season},
};
use crate::{Error, error::ErrorKind};
use std::str::FromStr;

impl FromStr for Period {
    type Err = Error;

    /// Reads a TIMEX3 value as [`timex`](Self::timex) writes it, with `X` for what is not known.
    ///
    /// ```
    /// use newsfacts::value::Period;
    ///
    /// assert_eq!("2024-Q3".parse::<Period>()?, Period::quarter(2024, 3).unwrap());
    /// assert!("XXXX-12-05".parse::<Period>()?.is_partial());
    /// assert!("2024-Q5".parse::<Period>().is_err());
    /// # Ok::<(), newsfacts::Error>(())
    /// ```
    fn from_str(value: &str) -> Result<Self, Error> {
        period(value).ok_or_else(|| unknown(value))
    }
}

impl FromStr for Date {
    type Err = Error;

    /// Reads a TIMEX3 value as [`timex`](Self::timex) writes it: a period, or two with a `/` between, each with a
    /// time of day where it has one. All its parts count as stated.
    fn from_str(value: &str) -> Result<Self, Error> {
        date(value).ok_or_else(|| unknown(value))
    }
}

fn unknown(value: &str) -> Error {
    ErrorKind::Name { what: "TIMEX3 value", name: value.into() }.into()
}

fn date(value: &str) -> Option<Date> {
    let Some((from, to)) = value.split_once('/') else {
        let (period, clock) = end(value)?;
        return Some(Date::from(period).with_clocks(clock, None));
    };
    let ((from, first), (to, last)) = (end(from)?, end(to)?);
    let range = if from == to { Date::from(from) } else { Date::range(from, to)? };
    Some(range.with_clocks(first, last))
}

/// One end of a date.
fn end(value: &str) -> Option<(Period, Option<Clock>)> {
    match value.split_once('T') {
        None => Some((period(value)?, None)),
        Some((day, time)) => Some((period(day)?, Some(clock(time)?))),
    }
}

/// `14:30`
pub(super) fn clock(time: &str) -> Option<Clock> {
    let (hour, minute) = time.split_once(':')?;
    Clock::new(figures(hour, 2)?, figures(minute, 2)?)
}

/// A number of so many digits, with no sign before it.
fn figures<T: FromStr>(text: &str, len: usize) -> Option<T> {
    let plain = text.len() == len && text.bytes().all(|b| b.is_ascii_digit());
    if plain { text.parse().ok() } else { None }
}

fn period(value: &str) -> Option<Period> {
    let (year, rest) = match value.split_once('-') {
        None => return whole(value),
        Some((year, rest)) => (self::year(year)?, rest),
    };
    let unit = match rest.split_once('-') {
        None => part(rest)?,
        Some((week, "WE")) => PeriodUnit::Weekend(number(week.strip_prefix('W')?)?),
        Some(("WXX", day)) => PeriodUnit::Weekday(figures(day, 1)?),
        Some((month, day)) => PeriodUnit::Day(number(month)?, number(day)?),
    };
    Period::partial(year, unit)
}

/// A century, a decade or a year.
fn whole(value: &str) -> Option<Period> {
    match value.len() {
        2 => Period::century(figures::<i16>(value, 2)? * 100),
        3 => Period::decade(figures::<i16>(value, 3)? * 10),
        _ => Period::partial(year(value)?, PeriodUnit::Year),
    }
}

/// A year of four digits, `XXXX`, or one before our era.
fn year(value: &str) -> Option<Option<i16>> {
    if value == "XXXX" {
        return Some(None);
    }
    Some(Some(match value.strip_prefix("BC") {
        // The year -9999 is 10000 before our era.
        Some("10000") => -9999,
        Some(before) => 1 - figures::<i16>(before, 4).filter(|&year| year > 0)?,
        None => figures(value, 4).filter(|&year| year > 0)?,
    }))
}

/// What follows the year, of a unit with one number.
fn part(value: &str) -> Option<PeriodUnit> {
    if let Some(&season) = Season::ALL.iter().find(|s| s.timex() == value) {
        return Some(PeriodUnit::Season(season));
    }
    let of = |prefix| value.strip_prefix(prefix);
    Some(match (of('H'), of('Q'), of('W')) {
        (Some(half), ..) => PeriodUnit::Half(figures(half, 1)?),
        (_, Some(quarter), _) => PeriodUnit::Quarter(figures(quarter, 1)?),
        (.., Some(week)) => PeriodUnit::Week(number(week)?),
        _ => PeriodUnit::Month(number(value)?),
    })
}

/// Two digits, or `XX`.
fn number(value: &str) -> Option<Option<i8>> {
    match value {
        "XX" => Some(None),
        _ => figures(value, 2).map(Some),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read_back() {
        let values = [
            "2024-09-11",
            "XXXX-09-11",
            "XXXX-XX-11",
            "XXXX-XX-XX",
            "2024-09",
            "XXXX-09",
            "XXXX-XX",
            "2024",
            "XXXX",
            "199",
            "19",
            "2024-W07",
            "2024-W07-WE",
            "XXXX-WXX-3",
            "2024-H1",
            "2024-Q4",
            "2024-WI",
            "BC0049-01-10",
            "BC10000-01-01",
            "9999-12-31",
            "9999-12",
            "9999",
            "9999-W52",
            "1997-03/1997-05",
            "2024-09-11T14:30",
            "2024-09-11T09:00/2024-09-11T11:00",
            "2024-09-11T24:00",
        ];
        for value in values {
            assert_eq!(value.parse::<Date>().unwrap().timex(), value);
        }
        for value in
            ["", "24", "2024-13", "2024-02-30", "2024-Q5", "2024-9", "2024-09-11T25:00", "2025/2024", "år"]
        {
            assert!(value.parse::<Date>().is_err() || value == "24", "{value}");
        }
    }

    /// Signs, figures too few or too many: what is read is what would be written.
    #[test]
    fn nothing_else_is_read() {
        let mut texts = vec![String::new()];
        for _ in 0..4 {
            let longer =
                texts.iter().flat_map(|text| "0139X-+WQHIE".chars().map(move |c| format!("{text}{c}")));
            texts = texts.iter().cloned().chain(longer).collect();
            texts.sort_unstable();
            texts.dedup();
        }
        let mut read = 0;
        for text in &texts {
            for value in [
                text.clone(),
                format!("1{text}"),
                format!("BC{text}"),
                format!("2024-{text}"),
                format!("XXXX-{text}"),
                format!("2024-W0{text}"),
                format!("XXXX-WX{text}"),
                format!("2024-1{text}"),
                format!("2024-09-11T1{text}:00"),
                format!("2024-09-11T10:3{text}"),
            ] {
                if let Ok(date) = value.parse::<Date>() {
                    assert_eq!(date.timex(), value);
                    read += 1;
                }
            }
        }
        assert!(read > 500, "{read}");
    }
}
