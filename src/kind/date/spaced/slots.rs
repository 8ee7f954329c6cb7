//! What the slots of date patterns read.

use super::{
    decade, list_word,
    numerals::{joined_ordinal, numeral},
    numeric,
    offsets::{
        AGO, AHEAD, DAYS, FIRST_MONTHS, FIRST_QUARTERS, LAST_MONTHS, LAST_QUARTERS, LATER, NTH, NTH_DAY,
        NTH_WEEK, NTH_WEEKEND, THIS_YEAR,
    },
    range_word, weekday, year,
};
use crate::{
    kind::date::{
        Caught, DateClass, DateWord, Rel, Slot, SlotInput, SlotMatches, SlotReader,
        common_slots::{self, figures},
        has,
    },
    lexicon::Table,
};

/// The readers of all slots.
pub(super) const SLOTS: &[SlotReader] = &[
    SlotReader::new(Slot::Year, |p, found| {
        p.push(found, year(p.block(), p.at).filter(|&(end, year)| !counts(p, end, year)));
    })
    .digits(4, 4)
    .examples(&["2024"]),
    SlotReader::new(Slot::AnyYear, any_year).digits(1, 4).examples(&["980"]),
    SlotReader::new(Slot::ShortYear, short_year)
        .digits(2, 2)
        .opens(&["-", "'"])
        .examples(&["-98", "'98", "24"]),
    common_slots::MONTH,
    common_slots::SHORT_MONTH,
    SlotReader::new(Slot::Day, day).digits(1, 2).table(Table::Ordinals).holds_letters(),
    SlotReader::new(Slot::Weekday, weekday::read)
        .table(Table::Weekdays)
        .leads(&[DateWord::PastWeekday, DateWord::LastWeekday, DateWord::NextWeekday, DateWord::ThisWeekday])
        .holds_letters(),
    common_slots::REL_DAY,
    common_slots::REL_WEEK,
    common_slots::REL_MONTH,
    common_slots::REL_YEAR.reads(rel_year),
    common_slots::REL_QUARTER,
    common_slots::REL_CENTURY,
    common_slots::REL_SEASON,
    SlotReader::new(Slot::Week, |p, found| {
        p.push(found, figures(p.block(), p.at, 2).filter(|(_, n)| (1..=53).contains(n)));
    })
    .digits(1, 2)
    .examples(&["32"]),
    SlotReader::new(Slot::Quarter, |p, found| quarter(p, 4, DateWord::QuarterHead, found))
        .digits(1, 2)
        .open_words(&[DateWord::Numeral])
        .table(Table::Ordinals)
        .holds_letters(),
    SlotReader::new(Slot::Half, |p, found| quarter(p, 2, DateWord::HalfHead, found))
        .digits(1, 2)
        .open_words(&[DateWord::Numeral])
        .table(Table::Ordinals)
        .holds_letters(),
    common_slots::SEASON,
    common_slots::HOLIDAY,
    SlotReader::new(Slot::Decade, decade::read)
        .digits(2, 4)
        .goes_on("-")
        .table(Table::Decades)
        .holds_letters(),
    SlotReader::new(Slot::Century, decade::read)
        .digits(2, 4)
        .goes_on("-")
        .table(Table::Decades)
        .holds_letters(),
    common_slots::PART,
    AGO,
    AHEAD,
    LATER,
    NTH,
    NTH_DAY,
    NTH_WEEK,
    NTH_WEEKEND,
    FIRST_MONTHS,
    LAST_MONTHS,
    FIRST_QUARTERS,
    LAST_QUARTERS,
    DAYS,
    THIS_YEAR,
    SlotReader::new(Slot::Clock, |p, found| {
        let Some((end, (from, to))) = numeric::clock(p.tables, p.text, p.at, true) else { return };
        found.push((end, Caught::Clock(from, to)));
        // kl. 22-21 maj: the other end of a range of days
        if to.is_some() {
            let alone = numeric::clock(p.tables, p.text, p.at, false);
            found.extend(alone.map(|(end, (from, to))| (end, Caught::Clock(from, to))));
        }
    })
    .digits(1, 2)
    .goes_on(".:-")
    .open_words(&[DateWord::Clock, DateWord::Numeral])
    .holds_letters(),
    SlotReader::new(Slot::Numeric, |p, found| {
        found.extend(numeric::with_clock(p).map(common_slots::ymd));
    })
    .digits(1, 4)
    .goes_on("-/.")
    .holds(" ")
    .examples(&["2023-05-20", "13/08/2025"]),
    SlotReader::new(Slot::NextYear, next_year).opens(&["/", "-"]).examples(&["/25", "/2025"]),
    SlotReader::new(Slot::To, |p, found| {
        // The start of the pattern is not known here; the word that announces two ends is looked for from `at`.
        let end = range_word(p.tables, p.block(), p.at.saturating_sub(8), p.at);
        found.extend(end.map(|end| (end, Caught::To)));
    })
    .opens(&["-", "—", " -", " —"])
    .spaced_words(&[DateWord::Range, DateWord::RangeAfter])
    .holds_letters(),
    SlotReader::new(Slot::And, |p, found| {
        found.extend(list_word(p.tables, p.block(), p.at).map(|end| (end, Caught::And)));
    })
    .opens(&[", "])
    .spaced_words(&[DateWord::List])
    .holds_letters(),
];

/// Whether a number that is no year of these times counts the word behind it: *den 3 maj 1200 personer*.
fn counts(p: &SlotInput<'_>, end: usize, year: i64) -> bool {
    let recent = (1900..2060).contains(&year);
    !recent && p.tables.guards.after(p.text.lexicon, p.block(), end).has(DateClass::Counted)
}

fn any_year(p: &SlotInput<'_>, found: &mut SlotMatches) {
    let block = p.block();
    let era = |end: usize| {
        let word = |class| p.tables.grammar.at(class, block, end + 1).next().is_some();
        block.get(end) == ' ' && (word(DateWord::Ce) || word(DateWord::Bce))
    };
    let year = figures(block, p.at, 4).filter(|&(end, y)| (100..=2200).contains(&y) || y > 0 && era(end));
    p.push(found, year);
}

fn short_year(p: &SlotInput<'_>, found: &mut SlotMatches) {
    let marked = matches!(p.block().get(p.at), '-' | '\'');
    let year = common_slots::short_year(p.block(), p.at, "-'").filter(|y| {
        // säsongen 24/25
        let of_two = || {
            p.tables.grammar.before(&[DateWord::TwoYears], p.block(), p.at)
                && common_slots::two_years(p.block(), y.0, "/-").is_some()
        };
        marked && p.block().word_ends(y.0) || !marked && of_two()
    });
    p.push(found, year);
}

/// An ordinal up to `top`: *första*, *1:a*.
fn ordinal(p: &SlotInput<'_>, top: i8, found: &mut SlotMatches) {
    if p.block().get(p.at).is_ascii_digit() {
        p.push(found, joined_ordinal(p, top));
        return;
    }
    common_slots::ordinals(p, top, found);
    // sista kvartalet
    if p.reader.slot != Slot::Day {
        common_slots::words_of(p, Table::Ordinals, found, |e| {
            let last = p.tables.ordinals.get(e.row as usize).filter(|n| **n == -1);
            Caught::number(p.reader.slot, last.map(|_| top.into())?)
        });
    }
}

fn day(p: &SlotInput<'_>, found: &mut SlotMatches) {
    ordinal(p, 31, found);
    p.push(found, figures(p.block(), p.at, 2).filter(|(_, n)| (1..=31).contains(n)));
}

/// The number of a quarter or half year: an ordinal, a number after its word (*kvartal tre*), or a digit joined to its letter
/// (*Q3*).
fn quarter(p: &SlotInput<'_>, top: i8, head: DateWord, found: &mut SlotMatches) {
    let block = p.block();
    if p.tables.grammar.before(&[head], block, p.at) {
        p.push(found, cardinal(p, top.into()));
    } else if block.before(p.at).is_alphabetic() {
        p.push(found, figures(block, p.at, 1).filter(|(_, n)| (1..=i64::from(top)).contains(n)));
    } else {
        ordinal(p, top, found);
        // 3. kvartalet
        let dotted = |(end, n): &(usize, i64)| has(block, *end, ". ") && (1..=i64::from(top)).contains(n);
        p.push(found, figures(block, p.at, 1).filter(dotted));
    }
}

/// A number that names a quarter or half year before it, not one that counts what follows: `kvartal tre 2026`.
fn cardinal(p: &SlotInput<'_>, top: i64) -> Option<(usize, i64)> {
    let (block, at) = (p.block(), p.at);
    let (end, n) = numeral(p, at).map(|(end, n)| (end, n.into())).or_else(|| figures(block, at, 1))?;
    let next = block.get(end + 1);
    let named = match block.get(end) {
        ' ' => {
            let follows = p.tables.guards.after(p.text.lexicon, block, end + 1);
            let grammar = follows.any(&[DateClass::Function, DateClass::Past]);
            year(block, end + 1).is_some() || grammar && !follows.has(DateClass::Counted)
        }
        ',' | '.' => !next.is_ascii_digit(),
        c => matches!(c, ')' | '?' | '!' | ';' | '\n' | '\0'),
    };
    ((1..=top).contains(&n) && named).then_some((end, n))
}

/// The second of two years in turn: 2011/12, 2011-2013.
fn next_year(p: &SlotInput<'_>, found: &mut SlotMatches) {
    let block = p.block();
    let Some((first, (end, second))) = common_slots::two_years(block, p.at, "/-") else { return };
    let dash = block.get(p.at) == '-';
    let near = second == first + 1 || dash && second > first && second - first < 60;
    // 2011-05- is the start of a day.
    let month = dash && end - p.at == 3 && second % 100 <= 12 && block.get(end) == '-';
    if near && !month {
        p.push(found, Some((end, second)));
    }
}

/// Relative years; "året efter valet" counts from another year.
fn rel_year(p: &SlotInput<'_>, found: &mut SlotMatches) {
    let (block, grammar) = (p.block(), &p.tables.grammar);
    (common_slots::REL_YEAR.read)(p, found);
    let counted = grammar.before(&[DateWord::PeriodHead], block, p.at);
    found.retain(|&(end, caught)| {
        let Caught::Relative(row) = caught else { return true };
        let of = || {
            let next = p.tables.guards.after(p.text.lexicon, block, end + 1);
            grammar.ends(DateWord::FromEvent, block, end)
                && block.get(end) == ' '
                && !next.any(&[DateClass::Function, DateClass::Past])
        };
        p.tables.relative(row).is_none_or(|r| r.unit != Rel::Anaphor) || !counted && !of()
    });
}
