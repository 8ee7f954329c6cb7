//! Times by other counts than the calendar's: years of eras, plan periods, lunar days.

use super::{date_numerals::DateNumbers, date_signs::range_word};
use crate::kind::date::{
    Caught, DateWord, FIRST_MONTH, SAME_MONTH, SlotInput, SlotMatches, common_slots::figures,
};

/// The year of an era, which may be the first by its own sign: 元.
pub(super) fn era_year(p: &SlotInput<'_>, found: &mut SlotMatches) {
    let (block, at) = (p.block(), p.at);
    if block.get(at) == '元' {
        return p.push(found, Some((at + 1, 1)));
    }
    let numbers = DateNumbers::of(p);
    // 113, 一一三, 一百一十三
    let n = figures(block, at, 3).or_else(|| numbers.positional(at, 3)).or_else(|| numbers.integer(at));
    p.push(found, n.filter(|(_, n)| (1..=130).contains(n)));
}

/// The plan periods, as they stand before 时期 and 期间: 十四五 is 2021 to 2025.
pub(super) fn plan(p: &SlotInput<'_>) -> Option<(usize, i64)> {
    let (block, numbers, at) = (p.block(), DateNumbers::of(p), p.at);
    let from = at + usize::from(block.get(at) == '"');
    let (end, first) = match numbers.counted(from) {
        // 八五, 十五: a numeral and the 五 of the plan.
        None => {
            let tens = i64::from(numbers.is_ten(block.get(from))) * 10;
            let at = from + usize::from(tens > 0);
            let (n, at) = match numbers.digit(block.get(at)) {
                Some(n) if block.get(at + 1) == '五' => (tens + n, at + 1),
                _ => return None,
            };
            (at + 1, n)
        }
        Some((end, 15)) => (end, 10),
        Some((end, n)) if block.get(end) == '五' => (end + 1, n),
        Some(_) => {
            let n = numbers.digit(block.get(from))?;
            if block.get(from + 1) != '五' {
                return None;
            }
            (from + 2, n)
        }
    };
    let end = end + usize::from(block.get(end) == '"');
    let end = p.tables.grammar.longest(DateWord::PlanEnd, block, end)?;
    if !(1..=20).contains(&first) {
        return None;
    }
    // 一五 began in 1953, 三五 in 1966 after three years between.
    let year = if first <= 2 { 1953 + 5 * (first - 1) } else { 1966 + 5 * (first - 3) };
    Some((end, year))
}

/// Months of the moon that have names of their own.
const MOONS: [(DateWord, i64); 3] =
    [(DateWord::FirstMoon, 1), (DateWord::EleventhMoon, 11), (DateWord::TwelfthMoon, 12)];

/// A lunar month and day: 正月初五, 腊月二十三, 八月十五, 大年初五.
pub(super) fn lunar(p: &SlotInput<'_>) -> Option<(usize, Caught)> {
    let (block, numbers, at) = (p.block(), DateNumbers::of(p), p.at);
    let grammar = &p.tables.grammar;
    if grammar.ends(DateWord::LeapMonth, block, at) {
        return None;
    }
    if let Some(from) = grammar.longest(DateWord::NewYearDays, block, at) {
        let day = numbers.counted(from).or_else(|| figures(block, from, 2));
        let (end, day) = day.filter(|(_, n)| (1..=10).contains(n))?;
        let end = end + usize::from(matches!(block.get(end), '日' | '号'));
        return Some((end, Caught::Lunar { month: 1, day: day as i8 }));
    }
    // 大年初二至初四: of the month before; 初二至初四: of the first one
    let first_days = |at| grammar.longest(DateWord::FirstDays, block, at);
    if let Some(from) = first_days(at) {
        let (end, day) = numbers.counted(from).filter(|(_, n)| *n <= 10)?;
        let second = matches!(block.before(at), '-' | '—' | '~') || grammar.ends(DateWord::Range, block, at);
        let first = || range_word(p.tables, block, end).is_some_and(|to| first_days(to).is_some());
        let month = if second { SAME_MONTH } else { FIRST_MONTH };
        return (second || first()).then_some((end, Caught::Lunar { month, day: day as i8 }));
    }
    let own = MOONS.iter().find_map(|&(class, month)| Some((grammar.longest(class, block, at)?, month)));
    let counted = || numbers.counted(at).filter(|&(end, n)| n <= 12 && block.get(end) == '月');
    let (end, month) = own.or_else(|| counted().map(|(end, n)| (end + 1, n)))?;
    let (from, first) = first_days(end).map_or((end, false), |from| (from, true));
    let (to, day) =
        numbers.counted(from).filter(|(_, n)| if first { *n <= 10 } else { (11..=30).contains(n) })?;
    if matches!(block.get(to), '日' | '号') {
        return None;
    }
    // Without 初 or a month of the lunar calendar's own name it needs the word for that calendar before it.
    let named = own.is_some() || first;
    let said = grammar.ends(DateWord::LunarCalendar, block, at);
    (named || said).then_some((to, Caught::Lunar { month: month as i8, day: day as i8 }))
}
