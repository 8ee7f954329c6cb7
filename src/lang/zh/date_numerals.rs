//! Numerals as dates have them: figures and Han numerals of two digits, years digit by digit.

use crate::{
    kind::date::common_slots::figures,
    text::{Block, is_han},
};
use std::ops::RangeInclusive;

/// What a Han numeral stands for, one character alone.
pub(super) fn han_digit(c: char) -> Option<i64> {
    Some(match c {
        '〇' | 'O' | 'o' => 0,
        '一' | '壹' => 1,
        '二' | '贰' => 2,
        '三' | '叁' => 3,
        '四' | '肆' => 4,
        '五' | '伍' => 5,
        '六' | '陆' => 6,
        '七' | '柒' => 7,
        '八' | '捌' => 8,
        '九' | '玖' => 9,
        _ => return None,
    })
}

/// Han digits in a row, read as figures: 一九九三.
pub(super) fn positional(block: &Block<'_>, at: usize, len: usize) -> Option<(usize, i64)> {
    let mut value = 0;
    for i in 0..len {
        // A Latin O stands for 〇 between Han digits only.
        let c = block.get(at + i);
        if i == 0 && matches!(c, 'O' | 'o') {
            return None;
        }
        value = value * 10 + han_digit(c)?;
    }
    (han_digit(block.get(at + len)).is_none() && block.get(at + len) != '十').then_some((at + len, value))
}

/// A Han numeral up to 99: 三, 十二, 二十五, 廿五, 卅.
pub(super) fn counted(block: &Block<'_>, at: usize) -> Option<(usize, i64)> {
    let small = |i: usize| han_digit(block.get(i)).filter(|&d| d > 0 && is_han(block.get(i)));
    let tens = match block.get(at) {
        '十' | '拾' => Some((at + 1, 10)),
        '廿' => Some((at + 1, 20)),
        '卅' => Some((at + 1, 30)),
        _ => small(at).filter(|_| matches!(block.get(at + 1), '十' | '拾')).map(|d| (at + 2, 10 * d)),
    };
    let (end, value) = match tens {
        Some((end, tens)) => small(end).map_or((end, tens), |d| (end + 1, tens + d)),
        None => (at + 1, small(at)?),
    };
    let more = han_digit(block.get(end)).is_some() || matches!(block.get(end), '十' | '拾' | '百' | '千');
    (!more).then_some((end, value))
}

/// A number in figures or Han numerals within a range.
pub(super) fn number(block: &Block<'_>, at: usize, range: RangeInclusive<i64>) -> Option<(usize, i64)> {
    figures(block, at, 2).or_else(|| counted(block, at)).filter(|(_, n)| range.contains(n))
}

/// Whether a character may be part of a number; a Latin O is one between others only.
pub(super) fn is_numeral(c: char) -> bool {
    c.is_ascii_digit()
        || matches!(c, '十' | '拾' | '廿' | '卅' | '百' | '千' | '万' | '亿' | '两')
        || han_digit(c).is_some() && !c.is_ascii_alphabetic()
}

/// The day of the week that one character names: 日, 四.
pub(super) fn short_weekday(c: char) -> Option<i8> {
    match c {
        '日' | '天' => Some(7),
        c => han_digit(c).filter(|n| (1..=6).contains(n) && is_han(c)).map(|n| n as i8),
    }
}
