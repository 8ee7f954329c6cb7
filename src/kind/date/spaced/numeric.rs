//! Days and times in figures: 13/08/2025, den 20/5, klockan 9.30.

use super::{numerals, year};
use crate::{
    kind::date::{
        DateTables, DateWord, SlotInput, Text,
        common_slots::{FigureDates, Ymd, figures, time},
    },
    lexicon::Table,
    text::Block,
    value::Clock,
};

/// The hour in a word: *femtiden*.
fn hour_word(tables: &DateTables, text: Text<'_>, at: usize) -> Option<(usize, i64)> {
    let ending = |end| tables.grammar.word(DateWord::ClockEnding, text.block, end);
    numerals::hours(tables, text, at).find_map(|(end, hour)| Some((ending(end)?, hour)))
}

/// A time, and the one that it ends at.
type Times = (Option<Clock>, Option<Clock>);

/// An hour in figures, with minutes or without.
fn hour(block: &Block<'_>, at: usize) -> Option<(usize, Clock)> {
    let (end, hour) = figures(block, at, 2).filter(|(_, h)| *h <= 24)?;
    let minutes = matches!(block.get(end), '.' | ':').then(|| figures(block, end + 1, 2)).flatten();
    let (end, minutes) = minutes.filter(|(e, m)| e - end == 3 && *m < 60).unwrap_or((end, 0));
    Some((end, time(hour, minutes)?))
}

/// The other end of a range of times: `-11`, ` till 11`, behind *mellan* ` och 11`; not ` till 21 maj`.
fn until(tables: &DateTables, text: Text<'_>, start: usize, at: usize) -> Option<(usize, Clock)> {
    let block = text.block;
    let from = super::range_word(tables, block, start, at)?;
    let lead = tables.grammar.lead(DateWord::Clock, block, from).unwrap_or(from);
    let (end, to) = hour(block, lead)?;
    let month = block.get(end) == ' ' && text.longest(Table::Months, end + 1).is_some();
    (block.word_ends(end) && !month).then_some((end, to))
}

/// Both ends of a range of times: `mellan klockan 9 och 11`, `från klockan 9 till 11`.
pub(super) fn hours(tables: &DateTables, text: Text<'_>, at: usize) -> Option<(usize, Times)> {
    let (block, grammar) = (text.block, &tables.grammar);
    let lead = |class| grammar.lead(class, block, at);
    let from = lead(DateWord::Between).or_else(|| lead(DateWord::ClockFrom))?;
    let (end, first) = hour(block, grammar.lead(DateWord::Clock, block, from)?)?;
    let (end, second) = until(tables, text, at, end)?;
    Some((end, (Some(first), Some(second))))
}

/// `klockan 15.00`, `kl 9`, `16.30-tiden`, `kl. 9-11`.
pub(super) fn clock(tables: &DateTables, text: Text<'_>, at: usize, ranges: bool) -> Option<(usize, Times)> {
    let (block, grammar) = (text.block, &tables.grammar);
    if let Some((end, hour)) = hour_word(tables, text, at) {
        return Some((end, (time(hour, 0), None)));
    }
    let dotted = || grammar.at(DateWord::Clock, block, at).find(|&end| block.before(end) == '.');
    let lead = grammar.lead(DateWord::Clock, block, at).or_else(dotted);
    let (end, from) = hour(block, lead.unwrap_or(at))?;
    let about = || grammar.at(DateWord::ClockEnding, block, end + 1).next().filter(|_| block.get(end) == '-');
    let end = match about() {
        Some(end) => end,
        None if lead.is_some() => end,
        None => return None,
    };
    let until = || until(tables, text, at, end);
    let (end, to) = match (lead.is_some() && ranges).then(until).flatten() {
        Some((end, to)) => (end, Some(to)),
        None => (end, None),
    };
    block.word_ends(end).then_some((end, (Some(from), to)))
}

/// How dates in figures are written.
const FIGURES: FigureDates = FigureDates { signs: "-/.", day_first: "-/.", joins: ".,:" };

/// 2023-05-20, 13/08/2025, 20/5 2023, 20.5.2023; and 20/5 where the words before it say that it is a day.
pub(super) fn numeric(tables: &DateTables, block: &Block<'_>, at: usize) -> Option<(usize, Ymd)> {
    let grammar = &tables.grammar;
    let (a_end, a) = figures(block, at, 4)?;
    let sign = block.get(a_end);
    if !matches!(sign, '-' | '/' | '.') {
        return None;
    }
    let (b_end, b) = figures(block, a_end + 1, 2)?;
    if block.get(b_end) == sign && block.get(b_end + 1).is_ascii_digit() {
        return FIGURES.full(block, at);
    }
    // torsdag 22.5, in Finland; 18.10 behind a weekday is a time
    let clock_follows = |dot: usize| {
        block.get(b_end + dot) == ' ' && grammar.at(DateWord::Clock, block, b_end + dot + 1).next().is_some()
    };
    let month = b_end - a_end == 2 || block.get(b_end) == '.' || clock_follows(0);
    let dot = usize::from(block.get(b_end) == '.' && !block.get(b_end + 1).is_ascii_digit());
    if sign == '.' && a_end - at <= 2 && month {
        let weekday = grammar.before(&[DateWord::Weekday], block, at);
        let said = weekday || clock_follows(dot) || dot == 1 && is_dotted_day(tables, block, at, b_end + 1);
        return FIGURES.day(block, b_end + dot, None, b, a).filter(|_| said);
    }
    if sign != '/' || a_end - at > 2 {
        return None;
    }
    // (20/8)
    if block.before(at) == '(' && block.get(b_end) == ')' {
        return FIGURES.day(block, b_end, None, b, a);
    }
    // 20/5 2023, 20/5-2023
    if matches!(block.get(b_end), ' ' | '-')
        && let Some((end, y)) = year(block, b_end + 1)
        && let Some(found) = FIGURES.day(block, end, Some(y), b, a)
    {
        return Some(found);
    }
    // 28/10-1/11 2024
    let after = b_end + 1;
    if block.get(b_end) == '-'
        && let Some((end, day, _)) = day_and_month(block, after)
        && (block.get(end) == ' ' && year(block, end + 1).is_some()
            || is_said(tables, block, at)
            || no_part(b, day))
    {
        let fits = (1..=12).contains(&b) && (1..=31).contains(&a);
        return fits.then_some((b_end, (None, b as i8, a as i8)));
    }
    let range = block.before(at) == '-'
        && (at.saturating_sub(6)..at).any(|from| {
            let first = day_and_month(block, from).filter(|f| f.0 + 1 == at);
            let alone = first.is_some_and(|(_, _, month)| no_part(month, a));
            first.is_some() && block.word_starts(from) && (alone || is_said(tables, block, from))
        });
    // senast 16/4, till och med 30/11; but "till och med 3/4 av alla" is a part of a whole.
    let bound = || {
        let part = block.get(b_end) == ' ' && grammar.word(DateWord::PartOf, block, b_end + 1).is_some();
        !part
            && (grammar.before(&[DateWord::Limit], block, at)
                || a > b && grammar.before(&[DateWord::LooseLimit], block, at))
    };
    if range || is_said(tables, block, at) || bound() { FIGURES.day(block, b_end, None, b, a) } else { None }
}

/// A date in figures with the time that is joined to it: 2025-05-13T08:15:00Z.
pub(super) fn with_clock(p: &SlotInput<'_>) -> Option<(usize, Ymd)> {
    let block = p.block();
    let (end, day) = numeric(p.tables, block, p.at)?;
    let part = |&i: &usize| block.get(i).is_ascii_digit() || matches!(block.get(i), ':' | '.' | '+' | 'Z');
    let timed = block.get(end) == 'T' && block.get(end + 1).is_ascii_digit();
    let end = if timed { (end + 1..end + 20).take_while(part).last().map_or(end, |i| i + 1) } else { end };
    Some((end, day))
}

/// Whether `30.6.` is a day: the words before it say so, it is an end of a range of such days, or the sentence goes on.
fn is_dotted_day(tables: &DateTables, block: &Block<'_>, at: usize, end: usize) -> bool {
    let led = is_said(tables, block, at) || tables.grammar.before(&[DateWord::Limit], block, at);
    let joined = |i: usize| block.get(i) == '-' && block.get(i + 1).is_ascii_digit();
    let second = block.before(at) == '-' && matches!(block.before(at - 1), '.' | '0'..='9');
    led || second || joined(end) || block.get(end) == ' ' && block.get(end + 1).is_lowercase()
}

/// Whether the word before figures says that they are a day: *den 20/5*, *tisdag 20/5*.
fn is_said(tables: &DateTables, block: &Block<'_>, at: usize) -> bool {
    tables.grammar.before(&[DateWord::DayLead, DateWord::Weekday], block, at)
}

/// Whether the second end of a range, of a day behind the twelfth, can be no fraction: 3/6-14/6. `month` is that of the first.
fn no_part(month: i64, day: i64) -> bool {
    (1..=12).contains(&month) && (13..=31).contains(&day)
}

/// `28/10`: the end, the day and the month.
fn day_and_month(block: &Block<'_>, at: usize) -> Option<(usize, i64, i64)> {
    let (sign, day) = figures(block, at, 2).filter(|(end, _)| block.get(*end) == '/')?;
    let (end, month) = figures(block, sign + 1, 2).filter(|(_, month)| (1..=12).contains(month))?;
    Some((end, day, month))
}
