//! Years of the Republic, as the press of Taiwan writes them: 113年 is 2024.

use super::{
    date_numerals::DateNumbers,
    date_signs::{list_word, range_word},
};
use crate::{
    kind::date::{
        DateClass, DateWord, SlotInput,
        common_slots::{Ymd, figures},
    },
    text::Block,
};

/// The year before the first of the Republic.
const EVE: i64 = 1911;

/// Years that three digits name.
const YEARS: std::ops::RangeInclusive<i64> = 100..=150;

/// Characters to each side in which a word of Taiwan says that a number is such a year.
const NEAR: usize = 200;

/// Characters to each side in which a year of three digits makes one of two digits its like.
const BESIDE: usize = 40;

/// A year of three digits: 113年3月, 105年度, and, where a word of Taiwan stands near, 105年 alone or in a list.
pub(super) fn year(p: &SlotInput<'_>, at: usize) -> Option<(usize, i64)> {
    let block = p.block();
    let (end, year) = three_digits(block, at)?;
    // 113学年度: nothing else has such a number, whatever the script.
    let school = p.tables.grammar.longest(DateWord::SchoolYear, block, end).is_some();
    let said = of_parts(&DateNumbers::of(p), end) || leads_to_year(p, end) && is_taiwan(p);
    (school || block.has_traditional(1) && said).then_some((end, year + EVE))
}

/// A year of two digits beside one of three: 98年、105年與113年.
pub(super) fn short_year(p: &SlotInput<'_>, at: usize) -> Option<(usize, i64)> {
    let block = p.block();
    let (end, year) = figures(block, at, 2).filter(|&(end, n)| end - at == 2 && n >= 30)?;
    let beside = || {
        (at.saturating_sub(BESIDE)..at + BESIDE)
            .any(|i| three_digits(block, i).is_some_and(|(end, _)| block.get(end) == '年'))
    };
    (block.has_traditional(1) && leads_to_year(p, end) && beside() && is_taiwan(p))
        .then_some((end, year + EVE))
}

/// A day in figures with such a year: 114/05/14, 114.5.14.
pub(super) fn numeric(p: &SlotInput<'_>) -> Option<(usize, Ymd)> {
    let block = p.block();
    let (end, year) = three_digits(block, p.at).filter(|_| block.has_traditional(1))?;
    let sign = block.get(end);
    let (end, month) = figures(block, end + 1, 2).filter(|_| matches!(sign, '/' | '.'))?;
    let (end, day) = figures(block, end + 1, 2).filter(|_| block.get(end) == sign)?;
    let alone = !matches!(block.get(end), '/' | '.') || !block.get(end + 1).is_ascii_digit();
    let fits = alone && (1..=12).contains(&month) && (1..=31).contains(&day);
    (fits && is_taiwan(p)).then_some((end, (i16::try_from(year + EVE).ok(), month as i8, day as i8)))
}

fn three_digits(block: &Block<'_>, at: usize) -> Option<(usize, i64)> {
    if block.before(at).is_ascii_digit() {
        return None;
    }
    figures(block, at, 3).filter(|(end, n)| end - at == 3 && YEARS.contains(n))
}

/// Whether 年 and a part of a year follow.
fn of_parts(numbers: &DateNumbers<'_>, at: usize) -> bool {
    let block = numbers.block();
    let month = numbers.number(at + 1, 1..=12).is_some_and(|(end, _)| block.get(end) == '月');
    block.get(at) == '年' && (month || matches!(block.get(at + 1), '度' | '第' | '底' | '初' | '末'))
}

/// Whether 年 follows, or another year of a list or range that ends in it.
fn leads_to_year(p: &SlotInput<'_>, at: usize) -> bool {
    let (tables, block) = (p.tables, p.block());
    let next = list_word(tables, block, at).or_else(|| range_word(tables, block, at));
    let listed = next.and_then(|at| figures(block, at, 3)).is_some_and(|(end, _)| block.get(end) == '年');
    block.get(at) == '年' || listed
}

/// Whether a word of Taiwan stands near.
fn is_taiwan(p: &SlotInput<'_>) -> bool {
    let places = p.at.saturating_sub(NEAR)..(p.at + NEAR).min(p.block().len());
    p.text.in_clause(&p.tables.guards, places, &[DateClass::Taiwan]).is_some()
}
