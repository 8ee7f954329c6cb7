//! Slots that count: how far a date lies from now (*för två år sedan*), and which of a month it is
//! (*andra torsdagen i december*).

use super::slots::joined_ordinal;
use crate::{
    kind::date::{
        Base, Caught, DateWord, Found, Place, Slot, SlotReader, Text,
        readers::{figures, offsets, words_of},
    },
    lexicon::{Table, TableSet},
};

/// The readers of these slots.
pub(super) const AGO: SlotReader = SlotReader::new(Slot::Ago, |p, found| length(p, -1, Base::Now, found))
    .digits(1, 4)
    .open_words(&[DateWord::Numeral])
    .holds_letters();

pub(super) const AHEAD: SlotReader =
    SlotReader { slot: Slot::Ahead, read: |p, found| length(p, 1, Base::Now, found), ..AGO };

pub(super) const LATER: SlotReader =
    SlotReader { slot: Slot::Later, read: |p, found| length(p, 1, Base::Told, found), ..AGO };

pub(super) const NTH: SlotReader =
    SlotReader::new(Slot::Nth, nth).digits(1, 1).table(Table::Ordinals).holds_letters();

pub(super) const NTH_DAY: SlotReader = SlotReader { slot: Slot::NthDay, ..NTH };
pub(super) const NTH_WEEK: SlotReader = SlotReader { slot: Slot::NthWeek, ..NTH };
pub(super) const NTH_WEEKEND: SlotReader = SlotReader { slot: Slot::NthWeekend, ..NTH };

/// No month has more weeks, or weekdays of one name.
const WEEKS: i8 = 5;

/// An ordinal from either end of a month.
fn nth(p: &Place<'_>, found: &mut Found) {
    let fits = |n: &i8| (1..=WEEKS).contains(n) || (-2..0).contains(n);
    words_of(p, Table::Ordinals, found, |e| {
        let n = p.words.ordinals.get(e.row as usize).filter(|n| fits(n))?;
        Caught::number(p.reader.slot, (*n).into())
    });
    p.push(found, joined_ordinal(p, WEEKS));
}

/// A number of units of time.
fn length(p: &Place<'_>, sign: i32, from: Base, found: &mut Found) {
    let block = p.block();
    for (end, halves) in numbers(p) {
        if block.get(end) == ' ' {
            offsets(p, end + 1, sign * halves, from, found);
        }
    }
}

/// The numbers at a place, in halves: *18*, *tjugofem*, *ett halvt*, *ett och ett halvt*, *ett par*.
fn numbers(p: &Place<'_>) -> Vec<(usize, i32)> {
    let block = p.block();
    if let Some((end, n)) = figures(block, p.at, 4) {
        return vec![(end, 2 * n as i32)];
    }
    let Some((end, n)) = numeral(p, p.at) else { return Vec::new() };
    let mut all = vec![(end, 2 * n)];
    if block.get(end) == ' ' {
        let rest = |class| p.words.grammar.word(class, block, end + 1);
        if n == 1 {
            all.extend(rest(DateWord::Half).map(|end| (end, 1)));
            all.extend(rest(DateWord::Pair).map(|end| (end, 4)));
        }
        all.extend(rest(DateWord::AndHalf).map(|end| (end, 2 * n + 1)));
    }
    all
}

/// Numerals that start at a place: the end, value and class of each, shortest first.
fn parts<'a>(text: Text<'a>, at: usize) -> impl Iterator<Item = (usize, i32, &'a str)> {
    let (block, lexicon) = (text.block, text.lexicon);
    let found = lexicon.starts_at(&block.chars, at, TableSet::of(&[Table::Numerals]));
    found.filter_map(|e| {
        let row = lexicon.row(e);
        let value = row.get("value").parse::<i32>().ok().filter(|&n| n > 0)?;
        Some((e.at, value, row.get("class")))
    })
}

/// Numerals up to twelve that start at a place, whether or not a word ends with them: the end and value of each.
pub(super) fn hours<'a>(text: Text<'a>, at: usize) -> impl Iterator<Item = (usize, i64)> {
    let small = |n: &(usize, i32, &str)| n.1 <= 12 && matches!(n.2, "unit" | "teen");
    parts(text, at).filter(small).map(|(end, n, _)| (end, n.into()))
}

/// A numeral in words below a hundred.
pub(super) fn numeral(p: &Place<'_>, at: usize) -> Option<(usize, i32)> {
    let block = p.block();
    let parts = |at: usize| parts(p.text, at);
    let whole = |class: &str| matches!(class, "unit" | "teen" | "tens" | "hundred");
    let simple = parts(at).filter(|n| whole(n.2) && block.word_ends(n.0)).last();
    let joined = || {
        let (middle, tens, _) = parts(at).filter(|n| n.2 == "tens").last()?;
        let (end, unit, _) = parts(middle).filter(|n| n.2 == "unit" && block.word_ends(n.0)).last()?;
        Some((end, tens + unit))
    };
    simple.map(|(end, n, _)| (end, n)).or_else(joined)
}
