//! Slots that count: how far a date lies from now (*för två år sedan*), and which of a month it is
//! (*andra torsdagen i december*).

use super::numerals::{joined_ordinal, numeral};
use crate::{
    kind::date::{
        Base, Caught, DateWord, Slot, SlotInput, SlotMatches, SlotReader,
        common_slots::{figures, is_time_unit, offsets, words_of},
    },
    lexicon::Table,
};

/// The readers of these slots.
pub(super) const AGO: SlotReader = SlotReader::new(Slot::Ago, |p, found| length(p, -1, Base::Now, found))
    .digits(1, 4)
    .goes_on(" ")
    .open_words(&[DateWord::Numeral])
    .holds_letters()
    .shares(is_length);

pub(super) const AHEAD: SlotReader = AGO.of(Slot::Ahead).reads(|p, found| length(p, 1, Base::Now, found));

pub(super) const LATER: SlotReader = AGO.of(Slot::Later).reads(|p, found| length(p, 1, Base::Told, found));

pub(super) const NTH: SlotReader = SlotReader::new(Slot::Nth, nth)
    .digits(1, 1)
    .endings(&[DateWord::OrdinalEnding])
    .table(Table::Ordinals)
    .holds_letters()
    .shares(|p| p.text.longest(Table::Ordinals, p.at).is_some() || joined_ordinal(p, WEEKS).is_some());

pub(super) const NTH_DAY: SlotReader = NTH.of(Slot::NthDay);
pub(super) const NTH_WEEK: SlotReader = NTH.of(Slot::NthWeek);
pub(super) const NTH_WEEKEND: SlotReader = NTH.of(Slot::NthWeekend);

pub(super) const FIRST_MONTHS: SlotReader =
    SlotReader::new(Slot::FirstMonths, |p, found| several(p, 11, found))
        .digits(1, 2)
        .goes_on(" ")
        .table(Table::Ordinals)
        .open_words(&[DateWord::Numeral])
        .holds_letters()
        .shares(|p| p.text.several(p.at, || first_or_last(p)).is_some());

pub(super) const LAST_MONTHS: SlotReader = FIRST_MONTHS.of(Slot::LastMonths);

pub(super) const FIRST_QUARTERS: SlotReader =
    FIRST_MONTHS.of(Slot::FirstQuarters).reads(|p, found| several(p, 3, found));

pub(super) const LAST_QUARTERS: SlotReader = FIRST_QUARTERS.of(Slot::LastQuarters);

pub(super) const DAYS: SlotReader = FIRST_MONTHS.of(Slot::Days).reads(|p, found| several(p, 30, found));

pub(super) const THIS_YEAR: SlotReader = SlotReader::new(Slot::ThisYear, |p, found| {
    found.extend(p.tables.grammar.at(DateWord::ThisYear, p.block(), p.at).map(|end| (end, Caught::ThisYear)));
})
.open_words(&[DateWord::ThisYear])
.holds_letters();

/// So many of the first or last of a year or month: *första tre*, *tre sista*.
fn several(p: &SlotInput<'_>, top: i8, found: &mut SlotMatches) {
    let Some((end, n, side)) = p.text.several(p.at, || first_or_last(p)).filter(|s| s.1 <= top) else {
        return;
    };
    let caught = match (p.reader.slot, side) {
        (Slot::FirstMonths, 1) => Caught::FirstMonths(n),
        (Slot::LastMonths, -1) => Caught::LastMonths(n),
        (Slot::FirstQuarters, 1) => Caught::FirstQuarters(n),
        (Slot::LastQuarters, -1) => Caught::LastQuarters(n),
        (Slot::Days, 1) => Caught::Days(1, n),
        (Slot::Days, _) => Caught::Days(-n, -1),
        _ => return,
    };
    found.push((end, caught));
}

/// The end of the words, how many they count, and from which side.
fn first_or_last(p: &SlotInput<'_>) -> Option<(usize, i8, i8)> {
    let block = p.block();
    let number = |at| {
        let figures = figures(block, at, 2).map(|(end, n)| (end, n as i32));
        let (end, n) = figures.or_else(|| numeral(p, at))?;
        (2..=MOST).contains(&n).then_some((end, n as i8))
    };
    let side = |at| {
        let entry = p.text.longest(Table::Ordinals, at)?;
        let n = *p.tables.ordinals.get(entry.row as usize)?;
        matches!(n, 1 | -1).then_some((entry.at, n))
    };
    let goes_on = |end| (block.get(end) == ' ').then_some(end + 1);
    if let Some((end, side)) = side(p.at) {
        return number(goes_on(end)?).map(|(end, n)| (end, n, side));
    }
    let (end, n) = number(p.at)?;
    side(goes_on(end)?).map(|(end, side)| (end, n, side))
}

/// No month has more days.
const MOST: i32 = 30;

/// No month has more weeks, or weekdays of one name.
const WEEKS: i8 = 5;

/// An ordinal from either end of a month.
fn nth(p: &SlotInput<'_>, found: &mut SlotMatches) {
    let fits = |n: &i8| (1..=WEEKS).contains(n) || (-2..0).contains(n);
    words_of(p, Table::Ordinals, found, |e| {
        let n = p.tables.ordinals.get(e.row as usize).filter(|n| fits(n))?;
        Caught::number(p.reader.slot, (*n).into())
    });
    p.push(found, joined_ordinal(p, WEEKS));
}

/// Whether a number stands there, and a unit of time behind it.
fn is_length(p: &SlotInput<'_>) -> bool {
    numbers(p).any(|(end, _)| p.block().get(end) == ' ' && is_time_unit(p, end + 1))
}

/// A number of units of time.
fn length(p: &SlotInput<'_>, sign: i32, from: Base, found: &mut SlotMatches) {
    let block = p.block();
    for (end, halves) in numbers(p) {
        if block.get(end) == ' ' {
            offsets(p, end + 1, sign * halves, from, found);
        }
    }
}

/// The numbers at a place, in halves: *18*, *tjugofem*, *ett halvt*, *ett och ett halvt*, *ett par*.
fn numbers(p: &SlotInput<'_>) -> impl Iterator<Item = (usize, i32)> {
    let block = p.block();
    let figures = figures(block, p.at, 4).map(|(end, n)| (end, n as i32));
    let words = if figures.is_none() { numeral(p, p.at) } else { None };
    let goes_on = words.filter(|&(end, _)| block.get(end) == ' ');
    let rest = |class, (end, _)| p.tables.grammar.word(class, block, end + 1);
    let one = goes_on.filter(|&(_, n)| n == 1);
    let half = one.and_then(|one| rest(DateWord::Half, one)).map(|end| (end, 1));
    let pair = one.and_then(|one| rest(DateWord::Pair, one)).map(|end| (end, 4));
    let more = goes_on.and_then(|words| Some((rest(DateWord::AndHalf, words)?, 2 * words.1 + 1)));
    let whole = figures.or(words).map(|(end, n)| (end, 2 * n));
    [whole, half, pair, more].into_iter().flatten()
}
