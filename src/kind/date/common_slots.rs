//! Readers of slots that languages share: words of tables, figures, numeric dates, years written short.

use super::{
    slot::{Base, Caught, Offset, Slot, SlotInput, SlotMatches, SlotReader},
    tables::Rel,
};
use crate::{
    lexicon::{Entry, Table, TableSet},
    text::Block,
    value::{Clock, DateModifier, PartOfDay, Season},
};

/// The value of a digit.
pub(crate) fn digit(c: char) -> Option<i64> {
    c.to_digit(10).map(i64::from)
}

/// A number in figures of at most `max` digits that no further digit follows.
pub(crate) fn figures(block: &Block<'_>, at: usize, max: usize) -> Option<(usize, i64)> {
    let (mut end, mut value) = (at, 0);
    while let Some(d) = digit(block.get(end)) {
        if end - at == max {
            return None;
        }
        value = value * 10 + d;
        end += 1;
    }
    (end > at).then_some((end, value))
}

/// A year written with two digits.
pub(crate) const fn full_year(short: i64) -> i64 {
    if short < 30 { 2000 + short } else { 1900 + short }
}

/// The time of an hour and minute, up to 24:00.
pub(crate) fn time(hour: i64, minute: i64) -> Option<Clock> {
    Clock::new(hour, minute)
}

/// Whether a unit of time starts at a place.
pub(crate) fn is_time_unit(input: &SlotInput<'_>, at: usize) -> bool {
    input.text.lexicon.starts_at(&input.block().chars, at, TIME_UNITS).next().is_some()
}

/// The lengths of time at `at`, a number of half units before them having been read: *veckor* of *två veckor*.
pub(crate) fn offsets(input: &SlotInput<'_>, at: usize, halves: i32, from: Base, found: &mut SlotMatches) {
    let units = input.text.lexicon.starts_at(&input.block().chars, at, TIME_UNITS);
    found.extend(units.filter_map(|unit| offset(input, unit, halves, from)));
}

/// The same of units that begin with some characters which stand elsewhere: 个 of 一个半月.
pub(crate) fn offsets_of(
    input: &SlotInput<'_>,
    begin: &[char],
    at: usize,
    halves: i32,
    from: Base,
    found: &mut SlotMatches,
) {
    const LONGEST: usize = 16;
    let block = input.block();
    let text: Vec<char> = begin.iter().copied().chain((at..at + LONGEST).map(|i| block.get(i))).collect();
    let units = input.text.lexicon.starts_at(&text, 0, TIME_UNITS).filter(|unit| unit.at > begin.len());
    let here = |unit: Entry| Entry { at: unit.at - begin.len() + at, ..unit };
    found.extend(units.filter_map(|unit| offset(input, here(unit), halves, from)));
}

const TIME_UNITS: TableSet = TableSet::of(&[Table::TimeUnits]);

/// The length of time that ends with a unit.
fn offset(input: &SlotInput<'_>, entry: Entry, halves: i32, from: Base) -> Option<(usize, Caught)> {
    let (unit, each) = of(&input.tables.units, entry).filter(|_| input.block().word_ends(entry.at))?;
    let halves = halves.checked_mul(each)? / 2;
    Some((entry.at, Caught::Offset(Offset { unit, halves, from })))
}

impl Caught {
    /// What a number of one to four digits is in a slot.
    pub(crate) fn number(slot: Slot, n: i64) -> Option<Self> {
        let small = i8::try_from(n).ok();
        let year = i16::try_from(n).ok();
        Some(match slot {
            Slot::Year | Slot::AnyYear => Self::Year(year?),
            Slot::ShortYear => Self::ShortYear(year?),
            Slot::Month | Slot::ShortMonth => Self::Month(small?),
            Slot::Day | Slot::LoneDay | Slot::InDay => Self::Day(small?),
            Slot::Week => Self::Week(small?),
            Slot::Quarter => Self::Quarter(small?),
            Slot::Half => Self::Half(small?),
            Slot::FirstMonths => Self::FirstMonths(small?),
            Slot::FirstQuarters => Self::FirstQuarters(small?),
            Slot::EraYear => Self::EraYear(year?),
            Slot::Decade => Self::Decade(year?),
            Slot::Century => Self::Century(year?),
            Slot::NextYear => Self::LastYear(year?),
            Slot::Plan => Self::Plan(year?),
            Slot::Nth => Self::Nth(small?),
            Slot::NthDay => Self::Day(small?),
            Slot::NthWeek => Self::NthWeek(small?),
            Slot::NthWeekend => Self::NthWeekend(small?),
            Slot::LastMonths => Self::LastMonths(small?),
            Slot::LastQuarters => Self::LastQuarters(small?),
            _ => return None,
        })
    }
}

impl SlotInput<'_> {
    /// Pushes a number with its end, if there is one.
    pub(crate) fn push(&self, found: &mut SlotMatches, number: impl IntoIterator<Item = (usize, i64)>) {
        let caught = |(end, n)| Some((end, Caught::number(self.reader.slot, n)?));
        found.extend(number.into_iter().filter_map(caught));
    }
}

/// Tables of anchors whose words are read whole.
pub(super) const WHOLE: TableSet = TableSet::of(&[Table::Relative, Table::Seasons, Table::Holidays]);

/// Reads whole words of a table, each with its value.
pub(crate) fn words_of(
    input: &SlotInput<'_>,
    table: Table,
    found: &mut SlotMatches,
    value: impl Fn(Entry) -> Option<Caught>,
) {
    let whole = input.text.entries(table, input.at).filter(|e| input.block().word_ends(e.at));
    found.extend(whole.filter_map(|e| Some((e.at, value(e)?))));
}

/// The value of a row.
fn of<T: Copy>(rows: &[T], entry: Entry) -> Option<T> {
    rows.get(entry.row as usize).copied()
}

/// Words of `relative` of the units of the slot.
fn relative(input: &SlotInput<'_>, found: &mut SlotMatches) {
    let block = input.block();
    words_of(input, Table::Relative, found, |entry| {
        let row = input.tables.relative(entry.row)?;
        let follows = |w: &[char]| w.iter().enumerate().all(|(i, &c)| block.get(entry.at + i) == c);
        let other =
            row.not_after.contains(&block.before(input.at)) || row.not_before.iter().any(|w| follows(w));
        (input.reader.units.contains(&row.unit) && !other).then_some(Caught::Relative(entry.row))
    });
}

/// Relative words of some units.
macro_rules! relatives {
    ($($name:ident $slot:ident $($unit:ident)*),* $(,)?) => {
        $(
            #[doc = concat!("Words of `relative` for [`Slot::", stringify!($slot), "`].")]
            pub(crate) const $name: SlotReader =
                SlotReader::new(Slot::$slot, relative).relative(&[$(Rel::$unit),*]);
        )*
    };
}

relatives! {
    REL_DAY RelDay Day Headline,
    REL_WEEK RelWeek Week Weekend,
    REL_MONTH RelMonth Month,
    REL_YEAR RelYear Year Anaphor Preceding,
    REL_QUARTER RelQuarter Quarter,
    REL_CENTURY RelCentury Century,
    REL_SEASON RelSeason Season,
}

/// Seasons by name.
pub(crate) const SEASON: SlotReader = SlotReader::new(Slot::Season, |input, found| {
    let value = |e| of::<Season>(&input.tables.seasons, e).map(Caught::Season);
    words_of(input, Table::Seasons, found, value);
})
.table(Table::Seasons);

/// Holidays by name.
pub(crate) const HOLIDAY: SlotReader = SlotReader::new(Slot::Holiday, |input, found| {
    words_of(input, Table::Holidays, found, |e| Some(Caught::Holiday(e.row)));
})
.table(Table::Holidays);

/// Parts of a period.
pub(crate) const POSITION: SlotReader = SlotReader::new(Slot::Position, |input, found| {
    let value = |e| of::<DateModifier>(&input.tables.positions, e).map(Caught::Position);
    words_of(input, Table::Positions, found, value);
})
.table(Table::Positions);

/// Eras by name.
pub(crate) const ERA: SlotReader = SlotReader::new(Slot::Era, |input, found| {
    words_of(input, Table::Eras, found, |e| of(&input.tables.eras, e).map(Caught::Era));
})
.table(Table::Eras);

/// Parts of the day.
pub(crate) const PART: SlotReader = SlotReader::new(Slot::Part, |input, found| {
    let value = |e| of::<PartOfDay>(&input.tables.parts, e).map(Caught::Part);
    words_of(input, Table::Dayparts, found, value);
})
.table(Table::Dayparts);

/// Months by name; more letters may follow one.
pub(crate) const MONTH: SlotReader = SlotReader::new(Slot::Month, |input, found| {
    for entry in input.text.entries(Table::Months, input.at) {
        found.extend(of(&input.tables.months, entry).map(|month| (entry.at, Caught::Month(month))));
    }
})
.table(Table::Months);

/// Months written short.
pub(crate) const SHORT_MONTH: SlotReader = SlotReader::new(Slot::ShortMonth, |input, found| {
    words_of(input, Table::MonthsShort, found, |e| of(&input.tables.short_months, e).map(Caught::Month));
})
.table(Table::MonthsShort);

/// Decades or centuries in words.
pub(crate) fn named_decades(input: &SlotInput<'_>, found: &mut SlotMatches) {
    let century = input.reader.slot == Slot::Century;
    words_of(input, Table::Decades, found, |e| match of(&input.tables.decades, e)? {
        (true, first) if century => Some(Caught::Century(first)),
        (false, first) if !century => Some(Caught::Decade(first)),
        _ => None,
    });
}

/// Ordinals in words, up to `top`.
pub(crate) fn ordinals(input: &SlotInput<'_>, top: i8, found: &mut SlotMatches) {
    words_of(input, Table::Ordinals, found, |e| {
        let n = of(&input.tables.ordinals, e).filter(|n| (1..=top).contains(n))?;
        Caught::number(input.reader.slot, n.into())
    });
}

/// How a language writes dates in figures.
#[derive(Debug)]
pub(crate) struct FigureDates {
    /// Signs between year, month and day, or between day, month and year.
    pub(crate) signs: &'static str,
    /// The signs with which the day may stand first.
    pub(crate) day_first: &'static str,
    /// Signs that join what follows to the last figure where a digit follows them.
    pub(crate) joins: &'static str,
}

/// A date in figures: year (perhaps none), month, day.
pub(crate) type Ymd = (Option<i16>, i8, i8);

impl FigureDates {
    /// Year, month and day: 2025-03-05, 2025/3/5, 2025.3.5, 06/12/2022 (the day first, if it can be one).
    pub(crate) fn full(&self, block: &Block<'_>, at: usize) -> Option<(usize, Ymd)> {
        let (a_end, a) = figures(block, at, 4)?;
        let sign = block.get(a_end);
        if !self.signs.contains(sign) {
            return None;
        }
        let (b_end, b) = figures(block, a_end + 1, 2)?;
        if block.get(b_end) != sign {
            return None;
        }
        let (end, c) = figures(block, b_end + 1, 4)?;
        let (year, month, day) = match (a_end - at, end - b_end - 1) {
            (4, 1..=2) => (a, b, c),
            (1..=2, 4) if self.day_first.contains(sign) && b <= 12 => (c, b, a),
            (1..=2, 4) if sign == '/' => (c, a, b),
            _ => return None,
        };
        self.day(block, end, Some(year), month, day)
    }

    /// Whether three figures between like signs stand at `at`: the other end of a range.
    fn looks_full(&self, block: &Block<'_>, at: usize) -> bool {
        let second = figures(block, at, 4).map_or(at, |(end, _)| end);
        let sign = block.get(second);
        let third = figures(block, second + 1, 2).map_or(second, |(end, _)| end);
        second > at && self.signs.contains(sign) && block.get(third) == sign && third > second
    }

    /// The date of these numbers, if nothing is joined to its end.
    pub(crate) fn day(
        &self,
        block: &Block<'_>,
        end: usize,
        year: Option<i64>,
        month: i64,
        day: i64,
    ) -> Option<(usize, Ymd)> {
        let sign = block.get(end);
        let joined = (sign == '/' || sign == '-' && !self.looks_full(block, end + 1))
            || self.joins.contains(sign) && block.get(end + 1).is_ascii_digit()
            || !(block.word_ends(end) || sign == 'T' && block.get(end + 1).is_ascii_digit());
        let fits = year.is_none_or(|y| (1900..=2100).contains(&y))
            && (1..=12).contains(&month)
            && (1..=31).contains(&day);
        let year = year.and_then(|y| i16::try_from(y).ok());
        (fits && !joined).then_some((end, (year, month as i8, day as i8)))
    }
}

/// The slot value of a date in figures.
pub(crate) fn ymd((end, (year, month, day)): (usize, Ymd)) -> (usize, Caught) {
    (end, Caught::Ymd { year, month, day })
}

/// Two years in turn written short, read from the sign between them: `2008-2009`, `08/09`. Gives the first and the
/// end and value of the second.
pub(crate) fn two_years(block: &Block<'_>, at: usize, signs: &str) -> Option<(i64, (usize, i64))> {
    if !signs.contains(block.get(at)) {
        return None;
    }
    let digits = (at.saturating_sub(4)..at).rev().take_while(|&i| block.get(i).is_ascii_digit()).count();
    let (_, first) = figures(block, at - digits, 4)?;
    let first = if digits == 2 { full_year(first) } else { first };
    let (end, n) = figures(block, at + 1, 4)?;
    let second = match end - at - 1 {
        2 => first / 100 * 100 + n,
        4 => n,
        _ => return None,
    };
    Some((first, (end, if second < first { second + 100 } else { second })))
}

/// A year of two digits, perhaps behind one of the signs: `'98`.
pub(crate) fn short_year(block: &Block<'_>, at: usize, signs: &str) -> Option<(usize, i64)> {
    let from = at + usize::from(signs.contains(block.get(at)));
    figures(block, from, 2).filter(|(end, _)| end - from == 2).map(|(end, y)| (end, full_year(y)))
}
