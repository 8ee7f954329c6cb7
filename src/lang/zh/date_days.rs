//! Days of which nothing but the number is said: 5日, 三日.

use super::date_neighbours::DateNeighbours;
use crate::{
    kind::date::{DateClass, DateWord, Stated, Verdict},
    text::is_han,
};

/// Days that Han numerals of one character name, which are lengths more often than days.
const SHORT: i8 = 10;

/// Whether a day of which nothing but its number is said is one.
pub(super) fn bare_day(here: &DateNeighbours<'_>, stated: &Stated) -> Verdict {
    let Some(day) = stated.day else { return Verdict::Taken };
    let timed = stated.part.is_some() || stated.time.is_some() || stated.weekday.is_some();
    if (here.start..here.end).any(|i| here.block().get(i) == '号') {
        return numbered(here, timed);
    }
    let verdict = counted(here).and(|| lasting(here, day, timed, stated.time.is_some()));
    if verdict.taken() && here.in_han() && day <= SHORT && !timed && !tells_of_day(here) {
        return Verdict::Vague;
    }
    verdict
}

/// 3号 is a house, a line, a player more often than a day.
fn numbered(here: &DateNeighbours<'_>, timed: bool) -> Verdict {
    const REACH: usize = 12;
    let beside_month = (here.start.saturating_sub(REACH)..here.start).any(|i| here.block().get(i) == '月');
    let address = here.ends(here.start, DateWord::Address);
    // 碧街15至27号
    let ends = (matches!(here.previous(), '-' | '—' | '~') || here.ends(here.start, DateWord::Range))
        && here.start > 1
        && here.is_numeral(here.block().before(here.start - 1));
    let stands = timed || beside_month && !is_han(here.next()) && !address && !ends;
    if stands { Verdict::Taken } else { Verdict::Ordinal }
}

/// What stands before a number that is none of a day.
fn counted(here: &DateNeighbours<'_>) -> Verdict {
    let before = here.previous();
    let joined = before == '-' && !matches!(here.block().before(here.start - 1), '日' | '号');
    if before.is_ascii_digit() || joined || matches!(before, '.' | '/' | ':') {
        return Verdict::Partial;
    }
    if here.before.has(DateClass::Ordinal) {
        return Verdict::Ordinal;
    }
    let length =
        here.before.any(&[DateClass::Count, DateClass::Several, DateClass::Length, DateClass::About]);
    if length { Verdict::Length } else { Verdict::Taken }
}

/// What stands after a number that is none of a day.
fn lasting(here: &DateNeighbours<'_>, day: i8, timed: bool, clock: bool) -> Verdict {
    // 左右 behind a time by the clock belongs to the time.
    if !clock && here.after.any(&[DateClass::Length, DateClass::Within]) {
        return Verdict::Length;
    }
    if timed || here.before.has(DateClass::Leads) {
        return Verdict::Taken;
    }
    // 三日后 is three days later, 20日前 before the twentieth.
    let length = here.after.has(DateClass::Later) || day <= SHORT && here.after.has(DateClass::Earlier);
    if length { Verdict::Length } else { Verdict::Taken }
}

/// Whether the words beside 三日 tell of what happened on it.
fn tells_of_day(here: &DateNeighbours<'_>) -> bool {
    let next = here.next();
    if here.before.has(DateClass::Determiner) || here.is_numeral(next) && is_han(next) {
        return false;
    }
    let listed = matches!(here.previous(), '、' | '-') || here.before.has(DateClass::Joins);
    listed
        || here.before.has(DateClass::Leads)
        || here.after.any(&[DateClass::Event, DateClass::Wire, DateClass::Plan])
        || matches!(here.previous(), ',' | '。' | '\0' | '\n' | '(' | '"' | ' ')
            && !here.after.has(DateClass::Rate)
}
