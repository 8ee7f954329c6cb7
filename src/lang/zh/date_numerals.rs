//! Numerals as dates have them: figures and Han numerals of two digits, years digit by digit.

use crate::{
    kind::date::{SlotInput, common_slots::figures},
    number::characters::{CharNumerals, Sign},
    text::{Block, is_han},
};
use std::ops::RangeInclusive;

/// Reads the numbers of dates in a block, by the table of numerals.
#[derive(Debug, Clone, Copy)]
pub(super) struct DateNumbers<'a> {
    numerals: &'a CharNumerals,
    block: &'a Block<'a>,
}

impl<'a> DateNumbers<'a> {
    pub(super) const fn new(numerals: &'a CharNumerals, block: &'a Block<'a>) -> Self {
        Self { numerals, block }
    }

    pub(super) fn of(p: &SlotInput<'a>) -> Self {
        Self::new(&p.tables.numerals, p.text.block)
    }

    pub(super) const fn block(&self) -> &'a Block<'a> {
        self.block
    }

    /// The value of a Han digit.
    pub(super) fn digit(&self, c: char) -> Option<i64> {
        self.numerals.figure(c).map(i64::from)
    }

    /// Whether a character is ten.
    pub(super) fn is_ten(&self, c: char) -> bool {
        self.numerals.sign(c) == Sign::Unit(10)
    }

    /// Whether a character says that there is more than the number before it: 三年多.
    pub(super) fn is_more(&self, c: char) -> bool {
        self.numerals.sign(c) == Sign::More
    }

    /// Whether a character may be part of a number.
    pub(super) fn is_numeral(&self, c: char) -> bool {
        c.is_ascii_digit() || self.numerals.numeral(c)
    }

    /// So many Han digits, read as figures: 一九九三, 二OO八.
    pub(super) fn positional(&self, at: usize, len: usize) -> Option<(usize, i64)> {
        self.numerals.figures(&self.block.chars, at, len).map(|(end, n)| (end, n.into()))
    }

    /// A Han numeral up to 99: 三, 十二, 二十五, 廿五, 卅.
    pub(super) fn counted(&self, at: usize) -> Option<(usize, i64)> {
        self.numerals.ordinal(&self.block.chars, at).map(|(end, n)| (end, n.into()))
    }

    /// A Han numeral below ten thousand: 两, 十五, 三百六十.
    pub(super) fn integer(&self, at: usize) -> Option<(usize, i64)> {
        self.numerals.integer(&self.block.chars, at).map(|(end, n)| (end, n.into()))
    }

    /// A number in figures or Han numerals within a range: 12日, 十二日.
    pub(super) fn number(&self, at: usize, range: RangeInclusive<i64>) -> Option<(usize, i64)> {
        figures(self.block, at, 2).or_else(|| self.counted(at)).filter(|(_, n)| range.contains(n))
    }

    /// How many, in figures or Han numerals, within a range: 2个, 两个, 十二个.
    pub(super) fn count(&self, at: usize, range: RangeInclusive<i64>) -> Option<(usize, i64)> {
        figures(self.block, at, 2).or_else(|| self.integer(at)).filter(|(_, n)| range.contains(n))
    }

    /// The day of the week that one character names: 日, 四.
    pub(super) fn short_weekday(&self, c: char) -> Option<i8> {
        match c {
            '日' | '天' => Some(7),
            c => self.digit(c).filter(|n| (1..=6).contains(n) && is_han(c)).map(|n| n as i8),
        }
    }
}
