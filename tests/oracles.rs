//! Tables against those of others, who made them independently.

use icu_calendar::{Date, cal::ChineseTraditional, types::RataDie};
use newsfacts::{Document, Extractor, Language};
use std::collections::BTreeSet;

/// The rows of a table: its cells by the names of the columns.
fn rows<'a>(table: &'a str, columns: &[&str]) -> Vec<Vec<&'a str>> {
    let mut lines = table.lines().filter(|l| !l.starts_with('#') && !l.is_empty());
    let header: Vec<&str> = lines.next().unwrap().split('\t').collect();
    let places: Vec<usize> =
        columns.iter().map(|c| header.iter().position(|h| h == c).expect("a column")).collect();
    lines
        .map(|line| {
            let cells: Vec<&str> = line.split('\t').collect();
            places.iter().map(|&i| cells.get(i).copied().unwrap_or("")).collect()
        })
        .collect()
}

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
    let table = rows(include_str!("../src/lang/zh/lunar.tsv"), &["year", "first", "leap", "months"]);
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

/// States that are no more, and Kosovo, have codes of their own that the standard lacks or has withdrawn.
const WITHDRAWN: [&str; 6] = ["CS", "DD", "SU", "XK", "YU", "ZR"];

#[test]
fn countries_are_those_of_iso_3166() {
    let tables = [include_str!("../src/lang/sv/countries.tsv"), include_str!("../src/lang/zh/countries.tsv")];
    for table in tables {
        let codes: BTreeSet<&str> = rows(table, &["code"]).into_iter().map(|row| row[0]).collect();
        assert!(codes.len() > 150, "{} codes", codes.len());
        for code in codes.iter().filter(|c| !c.is_empty() && !WITHDRAWN.contains(c)) {
            assert!(rust_iso3166::from_alpha2(code).is_some(), "{code} is no code of ISO 3166-1");
        }
    }
}

/// Those whose name in the standard is the Swedish one too. (Georgia is the state of the USA; the country is Georgien.)
#[test]
fn a_country_of_iso_is_that_of_its_name() {
    let table = rows(include_str!("../src/lang/sv/countries.tsv"), &["form", "code"]);
    let mut same = 0;
    for country in rust_iso3166::ALL {
        let row = table.iter().find(|row| row[0] == country.name);
        if let Some(row) = row.filter(|row| row[0] != "Georgia") {
            assert_eq!(row[1], country.alpha2, "{}", country.name);
            same += 1;
        }
    }
    assert!(same > 60, "only {same} names are the same");
}
