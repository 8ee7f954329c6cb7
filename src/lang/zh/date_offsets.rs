//! Slots that count: 三年 of 三年前, 第一个 of 第一个星期二, 最后两个 of 最后两个月, 前15天 of a month.

use super::date_numerals::{counted, number};
use crate::{
    kind::date::{
        Base, Caught, DateClass, SlotInput, SlotMatches,
        common_slots::{self, figures},
        has,
    },
    text::Block,
};

/// Characters before and after an offset in which a plan tells that it counts from now.
const NEAR: usize = 24;

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
    let again = (0..2).any(|i| p.at > i && has(p.block(), p.at - i - 1, "再过"));
    let near = p.at.saturating_sub(NEAR)..p.at + NEAR;
    let guards = &p.tables.guards;
    let planned =
        || guards.in_clause(p.text.lexicon, p.block(), clause(p, near), &[DateClass::Plan]).is_some();
    if !is_year(p) && (again || planned()) {
        lengths(p, 1, found);
        found.retain(|(end, _)| again || p.block().before(*end) != '日');
    }
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
    from..to
}

/// A number with a unit of time: 三年, 十天, 一个半月, 一年半, 半年.
fn lengths(p: &SlotInput<'_>, sign: i32, found: &mut SlotMatches) {
    let block = p.block();
    if block.get(p.at) == '半' {
        return common_slots::offsets(p, p.at + 1, sign, Base::Now, found);
    }
    let Some((end, n)) = amount(block, p.at) else { return };
    let halves = 2 * n as i32;
    // 三个多月, 三年多; 十多年 says less
    let more = |at: usize| usize::from(matches!(block.get(at), '多' | '余'));
    if has(block, end, "个多") {
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

/// 3, 十五, 两, 二十, 一百.
fn amount(block: &Block<'_>, at: usize) -> Option<(usize, i64)> {
    let two = || matches!(block.get(at), '两').then_some((at + 1, 2));
    let hundred = || {
        let (end, n) = counted_or_two(block, at).filter(|(end, n)| *n < 10 && block.get(*end) == '百')?;
        Some((end + 1, 100 * n))
    };
    figures(block, at, 4).or_else(two).or_else(|| counted(block, at)).or_else(hundred)
}

fn counted_or_two(block: &Block<'_>, at: usize) -> Option<(usize, i64)> {
    match block.get(at) {
        '两' => Some((at + 1, 2)),
        '一' => Some((at + 1, 1)),
        _ => number(block, at, 1..=9),
    }
}

/// Which of several: 第一个, 首个, 头一个, 最后一个; `sign` is what is counted behind it.
fn nth(block: &Block<'_>, at: usize) -> Option<(usize, i64)> {
    if has(block, at, "最后一") {
        return Some((at + 3, -1));
    }
    if has(block, at, "倒数第") {
        return number(block, at + 3, 1..=5).map(|(end, n)| (end, -n));
    }
    match block.get(at) {
        '首' => Some((at + 1, 1)),
        '头' if block.get(at + 1) == '一' => Some((at + 2, 1)),
        '第' => number(block, at + 1, 1..=31),
        _ => None,
    }
}

/// 第一个 before a weekday, or 第一 alone.
pub(super) fn nth_weekday(p: &SlotInput<'_>, found: &mut SlotMatches) {
    let nth = nth(p.block(), p.at).filter(|(_, n)| n.abs() <= 5);
    p.push(found, nth.map(|(end, n)| (end + usize::from(p.block().get(end) == '个'), n)));
}

/// 首日, 第一天, 最后一天.
pub(super) fn nth_day(p: &SlotInput<'_>, found: &mut SlotMatches) {
    let nth = nth(p.block(), p.at);
    p.push(
        found,
        nth.filter(|(end, _)| matches!(p.block().get(*end), '日' | '天')).map(|(end, n)| (end + 1, n)),
    );
}

/// 第三周, 首周, 最后一个星期.
pub(super) fn nth_week(p: &SlotInput<'_>, found: &mut SlotMatches) {
    let block = p.block();
    let Some((end, n)) = nth(block, p.at).filter(|(_, n)| n.abs() <= 6) else { return };
    let end = end + usize::from(block.get(end) == '个');
    let week = ["周", "星期", "礼拜"].into_iter().find(|w| has(block, end, w));
    p.push(found, week.map(|w| (end + w.chars().count(), n)));
}

/// 第一个周末, 首个周末.
pub(super) fn nth_weekend(p: &SlotInput<'_>, found: &mut SlotMatches) {
    let block = p.block();
    let Some((end, n)) = nth(block, p.at).filter(|(_, n)| n.abs() <= 5) else { return };
    let end = end + usize::from(block.get(end) == '个');
    p.push(found, has(block, end, "周末").then_some((end + 2, n)));
}

/// 两个 of 最后两个月, 四个 of 后四个月: so many of the last.
pub(super) fn last_of(p: &SlotInput<'_>, top: i64, found: &mut SlotMatches) {
    let block = p.block();
    let n = counted_or_two(block, p.at).or_else(|| number(block, p.at, 1..=top)).filter(|(_, n)| *n <= top);
    p.push(found, n.map(|(end, n)| (end + usize::from(block.get(end) == '个'), n)));
}

/// The days of half a month: 上半月.
fn half(block: &Block<'_>, at: usize) -> Option<(i8, i8)> {
    match (block.get(at), block.get(at + 1), block.get(at + 2)) {
        ('上' | '前', '半', '月') => Some((1, 15)),
        ('下' | '后', '半', '月') => Some((16, -1)),
        _ => None,
    }
}

/// The half of the month that is now.
pub(super) fn half_month(p: &SlotInput<'_>, found: &mut SlotMatches) {
    found.extend(half(p.block(), p.at).map(|(from, to)| (p.at + 3, Caught::HalfMonth(from, to))));
}

/// Days of a month: 前15天, 最后十天, 上半月.
pub(super) fn days(p: &SlotInput<'_>, found: &mut SlotMatches) {
    let block = p.block();
    if let Some((from, to)) = half(block, p.at) {
        return found.push((p.at + 3, Caught::Days(from, to)));
    }
    let (from, last) = match block.get(p.at) {
        '前' | '头' | '首' => (p.at + 1, false),
        '后' | '末' => (p.at + 1, true),
        '最' if block.get(p.at + 1) == '后' => (p.at + 2, true),
        _ => return,
    };
    let Some((end, n)) = amount(block, from).filter(|(_, n)| (2..=30).contains(n)) else { return };
    if matches!(block.get(end), '天' | '日') {
        let n = n as i8;
        found.push((end + 1, if last { Caught::Days(-n, -1) } else { Caught::Days(1, n) }));
    }
}
