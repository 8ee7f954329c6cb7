//! Days in figures alone, and times by the clock.

use super::date_numerals::DateNumbers;
use crate::{
    kind::date::{
        DateTables, DateWord,
        common_slots::{FigureDates, Ymd, figures},
        has,
    },
    text::Block,
};

/// A time by the clock: 15时, 9点半, 9时30分许, 21:35.
pub(super) fn clock(tables: &DateTables, block: &Block<'_>, at: usize) -> Option<(usize, (i64, i64))> {
    let numbers = DateNumbers::new(&tables.numerals, block);
    // 〇时 is midnight; 两点 is a time, 两时 is none.
    let alone = |end: usize, n: i64| match block.get(end) {
        '时' => n == 0,
        '点' => true,
        _ => false,
    };
    let (end, hour) = numbers
        .number(at, 0..=24)
        .or_else(|| numbers.integer(at).filter(|&(end, n)| end == at + 1 && n <= 2 && alone(end, n)))?;
    let minute = |at: usize| {
        figures(block, at, 2)
            .filter(|(e, n)| e - at == 2 && *n < 60)
            .or_else(|| numbers.counted(at).filter(|(_, n)| *n < 60))
    };
    match block.get(end) {
        ':' => {
            let (mut to, minutes) = minute(end + 1)?;
            if block.get(to) == ':' {
                to = minute(to + 1).map_or(to, |(e, _)| e);
            }
            Some((to, (hour, minutes)))
        }
        '时' | '点' => {
            let mut to = end + 1;
            let mut minutes = 0;
            if block.get(to) == '半' {
                (to, minutes) = (to + 1, 30);
            } else if has(block, to, "一刻") || has(block, to, "三刻") {
                minutes = if block.get(to) == '一' { 15 } else { 45 };
                to += 2;
            } else if let Some((e, n)) =
                figures(block, to, 2).or_else(|| numbers.counted(to)).filter(|(_, n)| *n < 60)
            {
                if block.get(e) == '分' {
                    (to, minutes) = (e + 1, n);
                }
            } else if block.get(to) == '钟' {
                to += 1;
            } else if tables.grammar.longest(DateWord::NotClock, block, end).is_some() {
                return None;
            }
            if matches!(block.get(to), '许' | '整') {
                to += 1;
            }
            Some((to, (hour, minutes)))
        }
        _ => None,
    }
}

/// How dates in figures are written.
const FIGURES: FigureDates = FigureDates { signs: "-/.", day_first: "/", joins: "." };

/// Year, month and day in figures: 2025-03-05, 2025/3/5, 2025.3.5, 06/12/2022 (the day first); month and day: 9/15, and
/// 06.30 behind a whole date and the sign of a range.
pub(super) fn numeric(block: &Block<'_>, at: usize) -> Option<(usize, Ymd)> {
    FIGURES.full(block, at).or_else(|| ranged(block, at)).or_else(|| month_and_day(block, at))
}

/// A whole date that a hyphen joins with the end of its range: 2024/5/6-2024/6/7, 2024/7/15-7/20.
fn ranged(block: &Block<'_>, at: usize) -> Option<(usize, Ymd)> {
    let (end, year) = figures(block, at, 4).filter(|(end, _)| end - at == 4)?;
    let sign = block.get(end);
    let (end, month) =
        figures(block, end + 1, 2).filter(|(to, _)| "/.".contains(sign) && block.get(*to) == sign)?;
    let (end, day) = figures(block, end + 1, 2).filter(|(to, _)| block.get(*to) == '-')?;
    let goes_on = FIGURES.full(block, end + 1).is_some() || short_end(block, end + 1, sign).is_some();
    let fits = (1900..=2100).contains(&year) && (1..=12).contains(&month) && (1..=31).contains(&day);
    (goes_on && fits).then_some((end, (i16::try_from(year).ok(), month as i8, day as i8)))
}

/// Month and day with one sign between them that nothing is joined to.
fn short_end(block: &Block<'_>, at: usize, sign: char) -> Option<(usize, Ymd)> {
    let (end, month) = figures(block, at, 2).filter(|(to, _)| block.get(*to) == sign)?;
    let (end, day) = figures(block, end + 1, 2)?;
    FIGURES.day(block, end, None, month, day)
}

/// 9/15, which the words around it must make a day; and the end of a range of dates in figures.
fn month_and_day(block: &Block<'_>, at: usize) -> Option<(usize, Ymd)> {
    let sign = if matches!(block.before(at), '-' | '—' | '~') {
        let figures = |c: char| c.is_ascii_digit() || matches!(c, '.' | '/');
        let from = (at.saturating_sub(12)..at - 1).rev().take_while(|&i| figures(block.get(i))).last()?;
        block.get(figures_end(block, from))
    } else {
        '/'
    };
    short_end(block, at, sign)
}

/// Whether a month and a day stand at a place: 9/15.
pub(super) fn is_month_and_day(block: &Block<'_>, at: usize) -> bool {
    short_end(block, at, '/').is_some()
}

fn figures_end(block: &Block<'_>, at: usize) -> usize {
    figures(block, at, 4).map_or(at, |(end, _)| end)
}
