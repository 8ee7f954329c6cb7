//! Numbers of dates: numerals in words, and ordinals in figures.

use crate::{
    kind::date::{Count, DateTables, DateWord, SlotInput, Text, common_slots::figures},
    lexicon::{Table, TableSet},
};

/// An ordinal in figures: *1:a*.
pub(super) fn joined_ordinal(p: &SlotInput<'_>, top: i8) -> Option<(usize, i64)> {
    let (end, n) = figures(p.block(), p.at, 2).filter(|(_, n)| (1..=i64::from(top)).contains(n))?;
    Some((p.tables.grammar.word(DateWord::OrdinalEnding, p.block(), end)?, n))
}

/// Numerals that start at a place, each with its end, shortest first.
fn parts<'a>(tables: &'a DateTables, text: Text<'a>, at: usize) -> impl Iterator<Item = (usize, Count)> {
    let found = text.lexicon.starts_at(&text.block.chars, at, TableSet::of(&[Table::Numerals]));
    found.filter_map(|e| Some((e.at, *tables.counts.get(e.row as usize)?)))
}

/// Numerals up to twelve that start at a place, whether or not a word ends with them: the end and value of each.
pub(super) fn hours<'a>(
    tables: &'a DateTables,
    text: Text<'a>,
    at: usize,
) -> impl Iterator<Item = (usize, i64)> {
    parts(tables, text, at).filter_map(|(end, count)| match count {
        Count::Unit(n) | Count::Teen(n) if n <= 12 => Some((end, n.into())),
        _ => None,
    })
}

/// A numeral in words below a hundred.
pub(super) fn numeral(p: &SlotInput<'_>, at: usize) -> Option<(usize, i32)> {
    p.text.numeral(at, || read(p, at))
}

fn read(p: &SlotInput<'_>, at: usize) -> Option<(usize, i32)> {
    let block = p.block();
    let whole =
        |(end, count): (usize, Count)| count.whole().filter(|_| block.word_ends(end)).map(|n| (end, n));
    let tens = |(end, count)| matches!(count, Count::Tens(_)).then_some((end, count.whole()?));
    let unit = |part: (usize, Count)| matches!(part.1, Count::Unit(_)).then(|| whole(part)).flatten();
    let parts = |at: usize| parts(p.tables, p.text, at);
    parts(at).filter_map(whole).last().or_else(|| {
        let (middle, tens) = parts(at).filter_map(tens).last()?;
        let (end, unit) = parts(middle).filter_map(unit).last()?;
        Some((end, tens + unit))
    })
}
