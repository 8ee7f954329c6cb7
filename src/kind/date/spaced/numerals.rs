//! Numbers of dates: numerals in words, and ordinals in figures.

use crate::{
    kind::date::{DateWord, SlotInput, Text, common_slots::figures},
    lexicon::{Table, TableSet},
};

/// An ordinal in figures: *1:a*.
pub(super) fn joined_ordinal(p: &SlotInput<'_>, top: i8) -> Option<(usize, i64)> {
    let (end, n) = figures(p.block(), p.at, 2).filter(|(_, n)| (1..=i64::from(top)).contains(n))?;
    Some((p.tables.grammar.word(DateWord::OrdinalEnding, p.block(), end)?, n))
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
pub(super) fn numeral(p: &SlotInput<'_>, at: usize) -> Option<(usize, i32)> {
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
