//! Whether a number before 年 is a year and not a length of time.

use super::date_neighbours::{DateNeighbours, Ends};
use crate::{
    kind::date::{DateClass, DateWord, Stated, Verdict, Year, common_slots::figures},
    text::is_han,
};

/// The classes of words that make a length of time of a number of years before them, if it may be one.
const LENGTHS: &[DateClass] =
    &[DateClass::Length, DateClass::Age, DateClass::Within, DateClass::Earlier, DateClass::Later];

/// The verdict on a reading that names a year and nothing below it.
pub(super) fn year(here: &DateNeighbours<'_>, stated: &Stated) -> Verdict {
    if here.block().before(here.end).is_ascii_digit() && !stands_bare(here) {
        return Verdict::Counted;
    }
    let Some(Year::Said(year)) = stated.year else {
        // 当年 alone tells of no year of its own, 当年7月 does.
        let word = here.word_after(here.start);
        let vague = word.edge == here.end && word.has(DateClass::Attributive);
        return if vague { Verdict::Vague } else { Verdict::Taken };
    };
    if here.before.has(DateClass::Ordinal) {
        return Verdict::Ordinal;
    }
    if ends_range(here) {
        return Verdict::Partial;
    }
    let named = here.begins(DateWord::Ce);
    if named || stated.modifier.is_some() && year >= 1000 && !stated.short_year {
        return Verdict::Taken;
    }
    let stands = match year {
        1000.. if digits(here) == 3 || stated.short_year && !reads(here, year % 100) => of_the_republic(here),
        _ if stated.short_year => short_year(here, stated, year % 100),
        ..1000 => early_year(here, year),
        _ => full_year(here, year),
    };
    if stands { Verdict::Taken } else { Verdict::Length }
}

/// Whether it is the end of a range of which the beginning could not be read: 前221年-206年.
fn ends_range(here: &DateNeighbours<'_>) -> bool {
    const REACH: usize = 10;
    let (block, start) = (here.block(), here.start);
    here.previous() == '-'
        && (block.before(start - 1).is_ascii_digit()
            || block.before(start - 1) == '年'
                && (start.saturating_sub(REACH)..start).any(|i| block.get(i) == '前'))
}

fn is_length(here: &DateNeighbours<'_>) -> bool {
    here.after.any(LENGTHS)
}

fn is_counted(here: &DateNeighbours<'_>) -> bool {
    here.before.any(&[DateClass::Count, DateClass::Each, DateClass::About])
}

/// Whether the year opens a phrase, or a word that leads on to it stands before it.
fn is_dated(here: &DateNeighbours<'_>) -> bool {
    here.opens_phrase() || here.before.any(&[DateClass::Leads, DateClass::Joins, DateClass::Compared])
}

/// Years of two digits: only what is no likely length of time.
fn short_year(here: &DateNeighbours<'_>, stated: &Stated, year: i16) -> bool {
    let first = here.block().get(here.start);
    let han = is_han(first);
    if first == '\'' {
        return true;
    }
    // 08年以后, 98年之前: no length begins with a nought, and few are as long.
    let around = here.after.any(&[DateClass::Earlier, DateClass::Later]);
    if !han && around && !is_counted(here) && (first == '0' || year >= 70 && is_dated(here)) {
        return true;
    }
    if is_length(here) || is_counted(here) || here.after.has(DateClass::Function) && !han {
        return false;
    }
    if han {
        // 三四年 is three or four years.
        let (tens, ones) = (year / 10, year % 10);
        return ones != tens + 1 && tens != 0 || tens == 0 && here.digit(here.previous()) != Some(2);
    }
    let positioned = stated.modifier.is_some();
    positioned && (year >= 70 || year < 30 && first == '0')
        || year >= 70 && (year % 10 != 0 || is_dated(here))
        || year < 10
}

/// The digits that the reading begins with.
fn digits(here: &DateNeighbours<'_>) -> usize {
    (here.start..here.end).take_while(|&i| here.block().get(i).is_ascii_digit()).count()
}

/// Whether the reading begins with these two digits.
fn reads(here: &DateNeighbours<'_>, year: i16) -> bool {
    digits(here) != 2 || figures(here.block(), here.start, 2).is_some_and(|(_, n)| n == i64::from(year))
}

/// A year of the Republic, which may be a length as well, unless it opens a range: 103至106年间.
fn of_the_republic(here: &DateNeighbours<'_>) -> bool {
    let range = (here.start..here.end).any(|at| here.range_word(at).is_some());
    range || !is_length(here) && !is_counted(here)
}

/// Years of three digits: years of history only where nothing speaks of a length.
fn early_year(here: &DateNeighbours<'_>, year: i16) -> bool {
    // 105年 is a length, or a year of the Republic, which is read as such where the page tells.
    if year < 200 || is_length(here) {
        return false;
    }
    let led = here.before.has(DateClass::Leads) || here.previous() == '(';
    led || is_dated(here) && !is_counted(here) && year % 10 != 0
}

/// Years of four digits: lengths only where they are round or old.
fn full_year(here: &DateNeighbours<'_>, year: i16) -> bool {
    let round = year % 100 == 0;
    let around = [DateClass::Earlier, DateClass::Later, DateClass::Within, DateClass::About];
    if here.before.has(DateClass::Since) {
        return false;
    }
    // 晚于城墙1500年: so many years later.
    let apart = || here.holds(here.clause_start(Ends::Clause), here.start, DateClass::Apart);
    if round && year < 1900 && !here.before.has(DateClass::Leads) && apart() {
        return false;
    }
    if year >= 1800 && here.after.any(&around) {
        return !is_counted(here);
    }
    if is_length(here) && (round || year < 1500 && is_counted(here)) {
        return (1900..2100).contains(&year) && year != 2000;
    }
    !(is_counted(here) && round)
}

/// Whether a year without 年 is one: (1881-1936), or one of a list that ends in 年.
pub(super) fn stands_bare(here: &DateNeighbours<'_>) -> bool {
    const REACH: usize = 24;
    let listed = here
        .list_word(here.end)
        .is_some_and(|from| (from..from + REACH).any(|i| here.block().get(i) == '年'));
    listed || here.previous() == '(' && here.next() == ')'
}
