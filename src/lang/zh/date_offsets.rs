//! Slots that count: 三年 of 三年前, 第一个 of 第一个星期二, 最后两个 of 最后两个月, 前15天 of a month.

use super::date_numerals::DateNumbers;
use crate::{
    kind::date::{
        Base, Caught, DateClass, DateWord, SlotInput, SlotMatches,
        common_slots::{self, figures},
        has,
    },
    lexicon::{Entry, Table, TableSet},
    value::TimeUnit,
};

/// Characters before and after an offset in which a plan tells that it counts from now.
const NEAR: usize = 24;

/// Characters of an offset with 后.
const LONGEST: usize = 8;

/// Years of two digits from which on a number before 以前 is one: 98年以前.
const YEARS: i64 = 70;

/// 三年 of 三年前: back from now.
pub(super) fn ago(p: &SlotInput<'_>, found: &mut SlotMatches) {
    if !is_year(p) {
        lengths(p, -1, found);
        // 5日前 is before the fifth.
        let digits = p.block().get(p.at).is_ascii_digit();
        found.retain(|(end, _)| !(digits && p.block().before(*end) == '日'));
    }
}

/// 三天 of 三天后: on from now where something is planned; from something that has happened it is no date.
pub(super) fn ahead(p: &SlotInput<'_>, found: &mut SlotMatches) {
    if is_year(p) {
        return;
    }
    lengths(p, 1, found);
    found.retain(|(end, _)| p.block().before(*end) != '日' || again(p));
}

/// Whether a length of time lies ahead, by the words of its clause.
pub(super) fn lies_ahead(p: &SlotInput<'_>) -> bool {
    let near = || clause(p, p.at.saturating_sub(NEAR)..p.at + NEAR);
    again(p) || p.text.in_clause(&p.tables.guards, near(), &[DateClass::Plan]).is_some()
}

fn again(p: &SlotInput<'_>) -> bool {
    p.tables.grammar.ends(DateWord::Again, p.block(), p.at)
}

/// Whether the number before 年 names a year: 98年以前, 08年以后, 1978年以后.
fn is_year(p: &SlotInput<'_>) -> bool {
    let block = p.block();
    figures(block, p.at, 4).is_some_and(|(end, n)| {
        let named = match end - p.at {
            2 => n >= YEARS && n % 10 != 0 || block.get(p.at) == '0',
            len => len == 4,
        };
        named && block.get(end) == '年'
    })
}

/// The part of the places that is in the clause of the slot.
fn clause(p: &SlotInput<'_>, near: std::ops::Range<usize>) -> std::ops::Range<usize> {
    let stops = |i: usize| matches!(p.block().get(i), ',' | '。' | ';' | '!' | '?' | '\n');
    let from = (near.start..p.at).rev().find(|&i| stops(i)).map_or(near.start, |i| i + 1);
    let to = (p.at..near.end).find(|&i| stops(i)).unwrap_or(near.end);
    // 三个月后,新桥将通车: what opens the sentence, a clause of its own, belongs to the next one.
    let opens = from == p.at && matches!(p.block().before(p.at), '。' | '!' | '?' | '\n' | '\0');
    if opens && to <= p.at + LONGEST && p.block().get(to) == ',' {
        let goes_on = (to + 1..near.end).find(|&i| stops(i));
        return from..goes_on.unwrap_or(near.end);
    }
    from..to
}

/// A number with a unit of time: 三年, 十天, 一个半月, 一年半, 半年.
fn lengths(p: &SlotInput<'_>, sign: i32, found: &mut SlotMatches) {
    let block = p.block();
    if block.get(p.at) == '半' {
        return common_slots::offsets(p, p.at + 1, sign, Base::Now, found);
    }
    let Some((end, n)) = figures(block, p.at, 4).or_else(|| DateNumbers::of(p).integer(p.at)) else { return };
    let halves = 2 * n as i32;
    // 三个多月, 三年多; 十多年 says less
    let numbers = DateNumbers::of(p);
    let more = |at: usize| usize::from(numbers.is_more(block.get(at)));
    if block.get(end) == '个' && numbers.is_more(block.get(end + 1)) {
        return common_slots::offsets_of(p, &['个'], end + 2, sign * halves, Base::Now, found);
    }
    if has(block, end, "个半") {
        // 一个半月: 个 and the unit stand apart.
        return common_slots::offsets_of(p, &['个'], end + 2, sign * (halves + 1), Base::Now, found);
    }
    let first = found.len();
    common_slots::offsets(p, end, sign * halves, Base::Now, found);
    for (end, caught) in &mut found[first..] {
        if let Caught::Offset(offset) = caught
            && block.get(*end) == '半'
        {
            offset.halves += sign;
            *end += 1;
        }
        *end += more(*end);
    }
}

/// Which of several: 第一个, 首个, 头一个, 最后一个, 倒数第二个.
fn nth(p: &SlotInput<'_>) -> Option<(usize, i64)> {
    let (block, numbers, grammar) = (p.block(), DateNumbers::of(p), &p.tables.grammar);
    if let Some(entry) = p.text.longest(Table::Ordinals, p.at) {
        return p.tables.ordinals.get(entry.row as usize).map(|&n| (entry.at, n.into()));
    }
    if let Some(at) = grammar.longest(DateWord::NthFromEnd, block, p.at) {
        return numbers.number(at, 1..=5).map(|(end, n)| (end, -n));
    }
    numbers.number(grammar.longest(DateWord::Nth, block, p.at)?, 1..=31)
}

/// 第一个 before a weekday, or 第一 alone.
pub(super) fn nth_weekday(p: &SlotInput<'_>, found: &mut SlotMatches) {
    let nth = nth(p).filter(|(_, n)| n.abs() <= 5);
    p.push(found, nth.map(|(end, n)| (end + usize::from(p.block().get(end) == '个'), n)));
}

/// 首日, 第一天, 最后一天.
pub(super) fn nth_day(p: &SlotInput<'_>, found: &mut SlotMatches) {
    let nth = nth(p);
    p.push(
        found,
        nth.filter(|(end, _)| matches!(p.block().get(*end), '日' | '天')).map(|(end, n)| (end + 1, n)),
    );
}

/// 第三周, 首周, 最后一个星期.
pub(super) fn nth_week(p: &SlotInput<'_>, found: &mut SlotMatches) {
    let block = p.block();
    let Some((end, n)) = nth(p).filter(|(_, n)| n.abs() <= 6) else { return };
    let end = end + usize::from(block.get(end) == '个');
    let units = p.text.lexicon.starts_at(&block.chars, end, TableSet::of(&[Table::TimeUnits]));
    let is_week = |e: &Entry| p.tables.units.get(e.row as usize).is_some_and(|u| u.0 == TimeUnit::Week);
    p.push(found, units.filter(is_week).last().map(|e| (e.at, n)));
}

/// 第一个周末, 首个周末.
pub(super) fn nth_weekend(p: &SlotInput<'_>, found: &mut SlotMatches) {
    let block = p.block();
    let Some((end, n)) = nth(p).filter(|(_, n)| n.abs() <= 5) else { return };
    let end = end + usize::from(block.get(end) == '个');
    p.push(found, p.tables.grammar.longest(DateWord::Weekend, block, end).map(|end| (end, n)));
}

/// 两个 of 最后两个月, 四个 of 后四个月: so many of the last.
pub(super) fn last_of(p: &SlotInput<'_>, top: i64, found: &mut SlotMatches) {
    let block = p.block();
    let n = DateNumbers::of(p).count(p.at, 1..=top);
    p.push(found, n.map(|(end, n)| (end + usize::from(block.get(end) == '个'), n)));
}

/// Where half a month ends, and its first and last day: 上半月.
fn half(p: &SlotInput<'_>) -> Option<(usize, (i8, i8))> {
    let half = |class, days| {
        let end = p.tables.grammar.longest(class, p.block(), p.at)?;
        (p.block().get(end) == '月').then_some((end + 1, days))
    };
    half(DateWord::FirstHalf, (1, 15)).or_else(|| half(DateWord::SecondHalf, (16, -1)))
}

/// The half of the month that is now.
pub(super) fn half_month(p: &SlotInput<'_>, found: &mut SlotMatches) {
    let half = p.tables.grammar.longest(DateWord::HalfNow, p.block(), p.at).and_then(|_| half(p));
    found.extend(half.map(|(end, (from, to))| (end, Caught::HalfMonth(from, to))));
}

/// Days of a month: 前15天, 最后十天, 上半月.
pub(super) fn days(p: &SlotInput<'_>, found: &mut SlotMatches) {
    let block = p.block();
    let word = |class| p.tables.grammar.longest(class, block, p.at);
    if let Some((end, (from, to))) = half(p) {
        return found.push((end, Caught::Days(from, to)));
    }
    let (from, last) = match (word(DateWord::FirstOf), word(DateWord::LastOf)) {
        (Some(end), _) => (end, false),
        (None, Some(end)) => (end, true),
        (None, None) => return,
    };
    let Some((end, n)) = DateNumbers::of(p).count(from, 2..=30) else { return };
    if matches!(block.get(end), '天' | '日') {
        let n = n as i8;
        found.push((end + 1, if last { Caught::Days(-n, -1) } else { Caught::Days(1, n) }));
    }
}
