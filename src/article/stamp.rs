//! Dates as pages write them, in metadata and in text, with a zone.

use super::{
    letters::{beginning, floor},
    words::WORDS,
};
use crate::{Language, languages};
use jiff::{
    Timestamp, ToSpan, civil,
    fmt::temporal::{Pieces, PiecesOffset},
};
use memchr::memmem::Finder;
use once_cell::sync::Lazy;
use regex::{Captures, Regex};
use std::ops::Range;

/// Longest line that is a stamp, in characters.
const LONGEST: usize = 90;

/// A date in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Stamp {
    pub(super) date: civil::Date,
    /// Whether a time of day stands with it.
    pub(super) clock: bool,
    pub(super) at: Range<usize>,
}

/// The zone of a page's own time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Zone {
    /// China, Taiwan, Hong Kong, Macau: UTC+8 all year.
    China,
    /// UTC+1, and summer time.
    Sweden,
    /// UTC+2, and summer time.
    Finland,
}

impl Zone {
    pub(super) fn of(language: Language, finland: bool) -> Self {
        match (language, finland) {
            (Language::Chinese, _) => Self::China,
            (_, true) => Self::Finland,
            _ => Self::Sweden,
        }
    }

    /// The day of a moment.
    pub(super) fn day(self, utc: civil::DateTime) -> Option<civil::Date> {
        let hours = match self {
            Self::China => 8,
            Self::Sweden => 1 + i64::from(is_summer(utc)),
            Self::Finland => 2 + i64::from(is_summer(utc)),
        };
        Some(utc.checked_add(hours.hours()).ok()?.date())
    }
}

/// Summer time of the European Union: between the last Sundays of March and October, 01:00 UTC.
fn is_summer(utc: civil::DateTime) -> bool {
    let turn = |month: i8| {
        let last = civil::Date::new(utc.year(), month, 31).ok()?;
        let back = i64::from(last.weekday().to_sunday_zero_offset());
        Some(last.checked_sub(back.days()).ok()?.at(1, 0, 0, 0))
    };
    matches!((turn(3), turn(10)), (Some(from), Some(to)) if from <= utc && utc < to)
}

/// The names of months, a longer one before one that it begins with.
static MONTHS: Lazy<Vec<(String, i8)>> = Lazy::new(|| {
    let mut months = languages::months();
    months.sort_by_key(|(name, _)| std::cmp::Reverse(name.len()));
    months
});

/// The forms of dates in text. Digits around them are looked at by [`all`]. (Digits and names of months are ASCII: the
/// classes of Unicode take the automata ten times as long to make.)
static FORMS: Lazy<Vec<(Order, Regex)>> = Lazy::new(|| {
    let year = r"((?:19|20)[0-9]{2})";
    let names: Vec<String> = MONTHS.iter().map(|(name, _)| regex::escape(name)).collect();
    let month = format!("(?i-u:({}))", names.join("|"));
    let forms = [
        (Order::Ymd, format!(r"{year}\s{{0,2}}(?:年|[-/.])\s{{0,2}}([0-9]{{1,2}})\s{{0,2}}(?:月|[-/.])\s{{0,2}}([0-9]{{1,2}})")),
        (Order::Dmy, format!(r"([0-9]{{1,2}})(?::?[aAeE])?\.?\s{{1,2}}{month}\.?,?\s{{1,2}}{year}")),
        (Order::Mdy, format!(r"{month}\.?\s{{1,2}}([0-9]{{1,2}}),\s{{0,2}}{year}")),
        (Order::Numbers, format!(r"([0-9]{{1,2}})\s{{0,2}}[./-]\s{{0,2}}([0-9]{{1,2}})\s{{0,2}}[./-]\s{{0,2}}{year}")),
        // Set in elements of their own: 2025 10/17 08:31:05
        (Order::Clocked, format!(r"{year}\s{{1,2}}([0-9]{{1,2}})\s{{0,2}}/\s{{0,2}}([0-9]{{1,2}})")),
        (Order::Republic, r"(?:民國|民国|中華民國|中华民国)\s{0,2}([0-9]{2,3})\s{0,2}年\s{0,2}([0-9]{1,2})\s{0,2}月\s{0,2}([0-9]{1,2})".to_owned()),
    ];
    forms.into_iter().filter_map(|(order, form)| Some((order, Regex::new(&form).ok()?))).collect()
});

#[derive(Clone, Copy)]
enum Order {
    Ymd,
    Dmy,
    Mdy,
    /// Day, month and year as numbers.
    Numbers,
    /// Year, month and day, before a time of day only.
    Clocked,
    /// Years of the Republic of China.
    Republic,
}

/// A time of day after a date, with its zone.
static CLOCK: Lazy<Option<Regex>> = Lazy::new(|| {
    let clock = r"([0-9]{1,2})\s?[:.时時]\s?([0-9]{2})(?:\s?[:.分]\s?([0-9]{2}))?分?(?:[.,][0-9]+)?";
    let before = r"日?[Tt\s,，·|/-]{0,4}(?:(?i-u:kl)\.?\s{0,2}|\(?星期.\)?\s{0,2}|[上下]午\s{0,2})?";
    Regex::new(&format!(r"^{before}{clock}\s?((?i-u:Z\b|UTC|GMT)|[+-][0-9]{{2}}:?[0-9]{{2}})?")).ok()
});

/// Whether a line is short enough for a stamp, and no sentence.
fn is_short(text: &str) -> bool {
    text.chars().count() <= LONGEST && !text.contains(['。', '！', '？'])
}

/// The dates in a text, in order, each as written there.
pub(super) fn all(text: &str) -> impl Iterator<Item = Stamp> {
    beside_years(text, around_years(text))
}

/// The dates in a text of which it is known what stands around its years.
fn beside_years(text: &str, (before, after, republic): (bool, bool, bool)) -> impl Iterator<Item = Stamp> {
    let mut stamps: Vec<Stamp> = Vec::new();
    // What a form cannot do without, so that few are searched for.
    let marked = || text.contains(['.', '/', '-']);
    let may = |order: Order| match order {
        Order::Ymd => after && (!text.is_ascii() || marked()),
        Order::Clocked => after && text.contains('/'),
        Order::Dmy | Order::Mdy => before && text.bytes().any(|b| b.is_ascii_alphabetic()),
        Order::Numbers => before && marked(),
        Order::Republic => republic,
    };
    for (order, form) in FORMS.iter().filter(|(order, _)| may(*order)) {
        for found in form.captures_iter(text) {
            if let Some(stamp) = stamp(text, *order, &found)
                && stamps.iter().all(|s| s.at.end <= stamp.at.start || stamp.at.end <= s.at.start)
            {
                stamps.push(stamp);
            }
        }
    }
    stamps.sort_by_key(|s| s.at.start);
    stamps.into_iter()
}

/// The dates in a line, if it is short enough for a stamp.
pub(super) fn in_line(text: &str) -> impl Iterator<Item = Stamp> {
    // Hardly any line has a year.
    let years = if text.len() <= LONGEST * 4 { around_years(text) } else { NO_YEAR };
    let years = if years != NO_YEAR && is_short(text) { years } else { NO_YEAR };
    beside_years(text, years)
}

/// Whether a line that holds a stamp is a date with labels, not a sentence with a date. Chinese sentences end with a mark that
/// stamps have not.
pub(super) fn is_labelled(text: &str) -> bool {
    let labels = [&WORDS.published, &WORDS.modified, &WORDS.bylines];
    text.contains(crate::text::is_han) || labels.into_iter().any(|labels| beginning(text, labels).is_some())
}

/// Of a text that cannot hold a date with its year.
const NO_YEAR: (bool, bool, bool) = (false, false, false);

static REPUBLIC: Lazy<Finder<'static>> = Lazy::new(|| Finder::new("民"));

/// Whether a month may stand before a year of the text or after it, and whether it may have years of the Republic.
fn around_years(text: &str) -> (bool, bool, bool) {
    let bytes = text.as_bytes();
    let year = |at: &usize| {
        let digits = bytes.get(at + 2..at + 4).is_some_and(|d| d.iter().all(u8::is_ascii_digit));
        digits && matches!(&bytes[*at..at + 2], b"19" | b"20")
    };
    // (Beyond ASCII, a space or the sign of the year.)
    let joins =
        |b: Option<&u8>| b.is_some_and(|&b| matches!(b, b' ' | b'-' | b'/' | b'.' | b',' | b'\t' | 0x80..));
    let (mut before, mut after) = (false, false);
    for at in memchr::memchr2_iter(b'1', b'2', bytes).filter(year) {
        before |= at > 0 && joins(bytes.get(at - 1));
        after |= joins(bytes.get(at + 4));
    }
    (before, after, !text.is_ascii() && REPUBLIC.find(bytes).is_some())
}

fn stamp(text: &str, order: Order, found: &Captures<'_>) -> Option<Stamp> {
    let at = found.get(0)?.range();
    let digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
    if digit(text[..at.start].chars().next_back()) || digit(text[at.end..].chars().next()) {
        return None;
    }
    let part = |i: usize| found.get(i).map_or("", |m| m.as_str());
    let number = |i: usize| part(i).parse::<i16>().ok();
    let month = |i: usize| {
        let name = part(i).to_lowercase();
        name.parse().ok().or_else(|| MONTHS.iter().find(|(month, _)| *month == name).map(|(_, n)| *n))
    };
    let (year, month, day) = match order {
        Order::Ymd | Order::Clocked => (number(1)?, month(2)?, number(3)?),
        Order::Dmy | Order::Numbers => (number(3)?, month(2)?, number(1)?),
        Order::Mdy => (number(3)?, month(1)?, number(2)?),
        Order::Republic => (number(1)? + 1911, month(2)?, number(3)?),
    };
    let date = civil::Date::new(year, month, i8::try_from(day).ok()?).ok()?;
    let clock = CLOCK.as_ref()?.is_match(&text[at.end..]);
    let whole = clock || !matches!(order, Order::Clocked);
    whole.then_some(Stamp { date, clock, at })
}

/// The day that a value of metadata states: any form of [`all`] at its start, `20240803`, seconds of Unix time, RFC 2822.
/// A moment in UTC is moved to the zone of the page; any other is taken as written.
pub(super) fn value(text: &str, zone: Zone) -> Option<civil::Date> {
    let text = text.trim();
    if text.bytes().all(|b| b.is_ascii_digit()) {
        return digits(text, zone);
    }
    let text = &text[..floor(text, 80)];
    if let Some(day) = iso(text, zone) {
        return Some(day);
    }
    let first = all(text).next()?;
    let rest = &text[first.at.end..];
    // Only a moment in UTC is moved, and it says so with a letter or a zero.
    if !rest.bytes().any(|b| matches!(b, b'Z' | b'z' | b'T' | b't' | b'+' | b'-')) {
        return Some(first.date);
    }
    let Some(clock) = CLOCK.as_ref()?.captures(rest) else { return Some(first.date) };
    let Some(offset) = clock.get(4) else { return Some(first.date) };
    let number = |i: usize| clock.get(i).map_or(Some(0), |m| m.as_str().parse::<i8>().ok());
    in_zone(first.date, number(1)?, number(2)?, offset.as_str(), zone)
}

/// The form that most metadata have, RFC 3339: `2024-08-03T10:00:00+02:00`.
fn iso(text: &str, zone: Zone) -> Option<civil::Date> {
    let pieces = if text.get(10..11) == Some("T") { Pieces::parse(text).ok()? } else { return None };
    let utc = match pieces.offset() {
        Some(PiecesOffset::Numeric(offset)) => offset.offset().is_zero(),
        offset => offset.is_some(),
    };
    let (date, time) = (pieces.date(), pieces.time()?);
    if utc { zone.day(date.to_datetime(time)) } else { Some(date) }
}

fn in_zone(date: civil::Date, hour: i8, minute: i8, offset: &str, zone: Zone) -> Option<civil::Date> {
    let utc = matches!(
        offset.to_ascii_uppercase().as_str(),
        "Z" | "UTC" | "GMT" | "+00:00" | "+0000" | "-0000" | "-00:00"
    );
    if !utc {
        return Some(date);
    }
    let time = civil::Time::new(hour, minute, 0, 0).ok();
    time.map_or(Some(date), |time| zone.day(date.to_datetime(time)))
}

/// Eight or fourteen digits of a date, ten or thirteen of Unix time.
fn digits(text: &str, zone: Zone) -> Option<civil::Date> {
    let number = |range: Range<usize>| text.get(range)?.parse::<i16>().ok();
    match text.len() {
        8 | 12 | 14 => civil::Date::new(
            number(0..4)?,
            i8::try_from(number(4..6)?).ok()?,
            i8::try_from(number(6..8)?).ok()?,
        )
        .ok(),
        10 | 13 => {
            let moment = Timestamp::from_second(text.get(..10)?.parse().ok()?).ok()?;
            let day = moment.as_second().div_euclid(86_400);
            let midnight = civil::date(1970, 1, 1).checked_add(day.days()).ok()?.at(0, 0, 0, 0);
            zone.day(midnight.checked_add(moment.as_second().rem_euclid(86_400).seconds()).ok()?)
        }
        _ => None,
    }
}

/// The day in a path: `/2024/05/17/`, `/20240517/`, `/2024-05/17/`, `/2024/0517/`, `t20240517_`.
pub(super) fn in_address(url: &str) -> Option<civil::Date> {
    static PATH: Lazy<Option<Regex>> = Lazy::new(|| {
        Regex::new(r"[/_t-]((?:19|20)\d{2})[/_-]?(0[1-9]|1[0-2])[/_-]?(0[1-9]|[12]\d|3[01])(?:[/_.-]|$)").ok()
    });
    let path = url.split_once("//").map_or(url, |(_, rest)| rest);
    let path = path.split(['?', '#']).next().unwrap_or(path);
    let found = PATH.as_ref()?.captures(&path[path.find('/')?..])?;
    let number = |i: usize| found.get(i)?.as_str().parse::<i16>().ok();
    civil::Date::new(number(1)?, i8::try_from(number(2)?).ok()?, i8::try_from(number(3)?).ok()?).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Option<String> {
        value(text, Zone::Sweden).map(|d| d.to_string())
    }

    #[test]
    fn forms_of_metadata() {
        for text in [
            "2024-08-03",
            "2024-8-3 9:05",
            "2024-08-03T10:00:00+02:00",
            "2024-08-03-23:59:59",
            "2024/8/3",
            "2024.08.03",
            "2024年8月3日",
            "2024年08月03日 10:05",
            "2024 08/ 03 10:05:11",
            "20240803",
            "20240803101500",
            "Sat, 03 Aug 2024 16:40:00 +0200",
            "3 augusti 2024",
            "3 aug. 2024 kl. 17.45",
            "lördag den 3 augusti 2024",
            "Aug 3, 2024",
            "August 3, 2024",
            "3 August 2024, 10:05",
            "3.8.2024",
            "03/08/2024",
            "民國113年8月3日",
            "1722675600",
            "1722675600000",
        ] {
            assert_eq!(day(text).as_deref(), Some("2024-08-03"), "{text}");
        }
        for text in [
            "",
            "2024 08/03",
            "igår 17:03",
            "昨天 17:03",
            "2024-02-31",
            "8/2024",
            "120240803",
            "3 augusti",
            "2024-08-123",
        ] {
            assert_eq!(day(text), None, "{text}");
        }
    }

    #[test]
    fn a_moment_in_utc_is_moved_to_the_zone_of_the_page() {
        let day = |text: &str, zone| value(text, zone).map(|d| d.to_string()).unwrap_or_default();
        assert_eq!(day("2024-08-12T22:30:00Z", Zone::Sweden), "2024-08-13");
        assert_eq!(day("2024-01-14T22:30:00.000Z", Zone::Sweden), "2024-01-14");
        assert_eq!(day("2024-01-14T22:30:00.000Z", Zone::Finland), "2024-01-15");
        assert_eq!(day("2024-03-27T18:00:00+00:00", Zone::China), "2024-03-28");
        assert_eq!(day("2024-03-27T18:00:00-05:00", Zone::China), "2024-03-27");
        assert_eq!(day("Tue, 04 Jun 2024 22:40:00 GMT", Zone::Sweden), "2024-06-05");
        assert!(is_summer(civil::date(2024, 3, 31).at(1, 0, 0, 0)));
        assert!(!is_summer(civil::date(2024, 3, 31).at(0, 59, 0, 0)));
        assert!(!is_summer(civil::date(2024, 10, 27).at(1, 0, 0, 0)));
    }

    #[test]
    fn days_in_addresses() {
        let day = |url: &str| in_address(url).map(|d| d.to_string()).unwrap_or_default();
        assert_eq!(day("https://a.example/nyheter/2024/05/17/bro"), "2024-05-17");
        assert_eq!(day("https://a.example/n1/2024/0517/c1001-1.html"), "2024-05-17");
        assert_eq!(day("https://a.example/2024-05/17/c_1.htm"), "2024-05-17");
        assert_eq!(day("https://a.example/xw/202405/t20240517_99.html"), "2024-05-17");
        assert_eq!(day("https://a.example/20240517/1.html"), "2024-05-17");
        assert_eq!(day("https://20240517.example/1.html"), "");
        assert_eq!(day("https://a.example/120240517/1.html"), "");
    }
}
