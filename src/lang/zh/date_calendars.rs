//! Times by other counts than the calendar's: years of eras, plan periods, lunar days.

use super::{
    date_numerals::{counted, han_digit, positional},
    date_signs::range_word,
};
use crate::{
    kind::date::{
        Caught, FIRST_MONTH, SAME_MONTH, SlotInput, SlotMatches, common_slots::figures, ends_with, has,
    },
    text::Block,
};

/// The year of an era, which may be the first by its own sign: 元.
pub(super) fn era_year(p: &SlotInput<'_>, found: &mut SlotMatches) {
    let (block, at) = (p.block(), p.at);
    if block.get(at) == '元' {
        return p.push(found, Some((at + 1, 1)));
    }
    let n = figures(block, at, 3).or_else(|| positional(block, at, 3)).or_else(|| counted(block, at));
    let hundreds = || {
        // 一百一十三, 一一三
        let (end, n) = (block.get(at) == '一' && block.get(at + 1) == '百')
            .then(|| counted(block, at + 2 + usize::from(block.get(at + 2) == '〇')))??;
        Some((end, 100 + n))
    };
    p.push(found, n.or_else(hundreds).filter(|(_, n)| (1..=130).contains(n)));
}

/// The plan periods, as they stand before 时期 and 期间: 十四五 is 2021 to 2025.
pub(super) fn plan(block: &Block<'_>, at: usize) -> Option<(usize, i64)> {
    let from = at + usize::from(block.get(at) == '"');
    let (end, first) = match counted(block, from) {
        // 八五, 十五: a numeral and the 五 of the plan.
        None => {
            let tens = i64::from(block.get(from) == '十') * 10;
            let at = from + usize::from(tens > 0);
            let (n, at) = match han_digit(block.get(at)) {
                Some(n) if block.get(at + 1) == '五' => (tens + n, at + 1),
                _ => return None,
            };
            (at + 1, n)
        }
        Some((end, 15)) => (end, 10),
        Some((end, n)) if block.get(end) == '五' => (end + 1, n),
        Some(_) => {
            let n = han_digit(block.get(from))?;
            if block.get(from + 1) != '五' {
                return None;
            }
            (from + 2, n)
        }
    };
    let end = end + usize::from(block.get(end) == '"');
    if !(has(block, end, "时期") || has(block, end, "期间")) || !(1..=20).contains(&first) {
        return None;
    }
    // 一五 began in 1953, 三五 in 1966 after three years between.
    let year = if first <= 2 { 1953 + 5 * (first - 1) } else { 1966 + 5 * (first - 3) };
    Some((end + 2, year))
}

/// A lunar month and day: 正月初五, 腊月二十三, 八月十五, 大年初五.
pub(super) fn lunar(block: &Block<'_>, at: usize) -> Option<(usize, Caught)> {
    if block.before(at) == '闰' {
        return None;
    }
    if has(block, at, "大年初") {
        let day = counted(block, at + 3).or_else(|| figures(block, at + 3, 2));
        let (end, day) = day.filter(|(_, n)| (1..=10).contains(n))?;
        let end = end + usize::from(matches!(block.get(end), '日' | '号'));
        return Some((end, Caught::Lunar { month: 1, day: day as i8 }));
    }
    // 大年初二至初四: of the month before; 初二至初四: of the first one
    if block.get(at) == '初' {
        let (end, day) = counted(block, at + 1).filter(|(_, n)| *n <= 10)?;
        let second = matches!(block.before(at), '至' | '到' | '-' | '—' | '~');
        let first = || range_word(block, end).is_some_and(|to| block.get(to) == '初');
        let month = if second { SAME_MONTH } else { FIRST_MONTH };
        return (second || first()).then_some((end, Caught::Lunar { month, day: day as i8 }));
    }
    let (end, month) = match block.get(at) {
        '正' => (at + 1, 1),
        '腊' => (at + 1, 12),
        '冬' => (at + 1, 11),
        _ => counted(block, at).filter(|(_, n)| *n <= 12)?,
    };
    if block.get(end) != '月' {
        return None;
    }
    let (from, first) = if block.get(end + 1) == '初' { (end + 2, true) } else { (end + 1, false) };
    let (to, day) =
        counted(block, from).filter(|(_, n)| if first { *n <= 10 } else { (11..=30).contains(n) })?;
    if matches!(block.get(to), '日' | '号') {
        return None;
    }
    // Without 初 or a month of the lunar calendar's own name it needs the word for that calendar before it.
    let named = matches!(block.get(at), '正' | '腊' | '冬') || first;
    let said = ["农历", "阴历", "旧历", "夏历"].iter().any(|w| ends_with(block, at, w));
    (named || said).then_some((to, Caught::Lunar { month: month as i8, day: day as i8 }))
}
