//! The lunar calendar against that of ICU.

use crate::rows;
use icu_calendar::{Date, cal::ChineseTraditional, types::RataDie};
use newsfacts::{Document, Extractor, Language};

/// A day of the Chinese year by `icu_calendar`: its month, whether it is a leap month, and its day.
fn lunar(day: RataDie) -> (i32, u8, bool, u8) {
    let date = Date::from_rata_die(day, ChineseTraditional::new());
    let month = date.month();
    (date.cyclic_year().related_iso, month.number(), month.to_input().is_leap(), date.day_of_month().0)
}

/// In 2057 the moon is new within a minute of midnight, and almanacs differ by a day in its ninth month.
const AT_MIDNIGHT: (i32, u8) = (2057, 9);

/// What the table says of each year from 1900 to 2100: first day, leap month, lengths of months.
#[test]
fn lunar_years_are_those_of_icu() {
    let table = rows(include_str!("../../src/lang/zh/lunar.tsv"), &["year", "first", "leap", "months"]);
    assert_eq!(table.len(), 201);
    let mut unlike = Vec::new();
    for row in table {
        let year: i32 = row[0].parse().unwrap();
        let (month, day) = row[1].split_once('-').unwrap();
        let first = Date::try_new_iso(year, month.parse().unwrap(), day.parse().unwrap()).unwrap();
        let (mut at, leap) = (first.to_rata_die(), row[2].parse::<u8>().unwrap());
        let mut number = 0;
        for (i, length) in row[3].chars().enumerate() {
            let is_leap = leap > 0 && i == usize::from(leap);
            number += u8::from(!is_leap);
            if lunar(at) != (year, number, is_leap, 1) && (year, number) != AT_MIDNIGHT {
                unlike.push((year, number, is_leap, lunar(at)));
            }
            at += if length == 'L' { 30 } else { 29 };
        }
        if lunar(at) != (year + 1, 1, false, 1) {
            unlike.push((year + 1, 1, false, lunar(at)));
        }
    }
    assert!(unlike.is_empty(), "{unlike:?}");
}

/// The days of holidays that the moon decides, read from texts.
#[test]
fn lunar_holidays_are_those_of_icu() {
    let extractor = Extractor::new();
    let holidays = [("春节", 1, 1), ("元宵节", 1, 15), ("端午节", 5, 5), ("中秋节", 8, 15), ("重阳节", 9, 9)];
    for year in 1950..=2099_i16 {
        for (name, month, day) in holidays {
            if (i32::from(year), month) == AT_MIDNIGHT {
                continue;
            }
            let text = format!("{year}年{name}");
            let document = Document::new(&text).with_language(Language::Chinese);
            let found = extractor.dates(&document).next().unwrap_or_else(|| panic!("{text}")).into_value();
            let first = found.start_date().expect("a day");
            let iso = Date::try_new_iso(first.year().into(), first.month() as u8, first.day() as u8).unwrap();
            assert_eq!(lunar(iso.to_rata_die()), (i32::from(year), month, false, day), "{text}");
        }
    }
}
