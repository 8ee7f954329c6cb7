//! Numbers as news prose writes them, read exactly.
//!
//! Numbers belong to a language: it implements [`Numerals`] over its tables `numerals` and `scales`. What all share is here.
//!
//! A reader takes folded characters and a place, reads forward, and says where the number ends. Whoever stands at a unit
//! word (`元`, *kronor*) asks [`Numerals::before`] for the number that ends there.
//!
//! All arithmetic is checked; what does not fit is no number.

pub(crate) mod characters;
pub(crate) mod digits;
pub(crate) mod spaced;
mod word_map;

use rust_decimal::Decimal;
use std::{
    fmt::Debug,
    panic::{RefUnwindSafe, UnwindSafe},
};

/// How far left of its unit a number may begin, in characters: longer ones are no amounts.
pub(crate) const REACH: usize = 64;

/// How a language writes numbers.
pub(crate) trait Numerals: Debug + Send + Sync + UnwindSafe + RefUnwindSafe {
    /// Reads a number forward from `at`.
    fn number(&self, chars: &[char], at: usize) -> Option<Number>;

    /// The number that ends just before `end`, and where it begins.
    fn before(&self, chars: &[char], end: usize) -> Option<(usize, Number)>;

    /// Whether a numeral that is no digit may end before a place: a glance, which may be wrong in saying yes.
    fn may_end(&self, chars: &[char], at: usize) -> bool;

    /// Whether a number may end before a place: a glance, which may be wrong in saying yes.
    fn may_be_before(&self, _chars: &[char], _at: usize) -> bool {
        true
    }

    /// A whole number at the beginning of a compound: the *tio* of *tioprocentig*. Where it ends, and its value.
    fn in_compound(&self, _chars: &[char], _at: usize) -> Option<(usize, u32)> {
        None
    }

    /// A number of halves before a unit that may have them: 半 of 半个百分点.
    fn halved(&self, _chars: &[char], _end: usize) -> Option<(usize, Number)> {
        None
    }
}

/// A number read from some place on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Number {
    /// One past the last character.
    pub(crate) end: usize,
    /// The value, or the lower one of two (三四十万 is 300 000 to 400 000).
    pub(crate) low: Decimal,
    /// The upper one of two.
    pub(crate) high: Option<Decimal>,
    /// The multiplier at its end (`万`, *miljoner*), which an earlier number may share; 1 if there is none.
    pub(crate) scale: Decimal,
    /// The hundred or thousand after a one-digit numeral (两到三千), which may be shared too; else 1.
    pub(crate) unit: Decimal,
    /// What the number says of itself beside its value.
    pub(crate) hedge: Hedge,
    /// How it is written.
    pub(crate) style: Style,
}

/// What stands inside a number and blurs it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum Hedge {
    #[default]
    None,
    /// 多, 余, 几: somewhat more than the value.
    More,
    /// 来, *-tal*: about the value.
    About,
    /// 数百, *tiotals*: an order of magnitude, no figure. The value is the power of ten that is named (100, 10): how many
    /// of them "several" is, nobody can say, but it is not less than one.
    Vague,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Style {
    /// Begins with a digit.
    Digits,
    /// Numeral words.
    Words,
    /// *en*, *ett*: the number one or an article.
    Article,
    /// A multiplier with nothing before it: 百万, *miljoner*.
    Bare,
}

impl Number {
    /// A number in words.
    pub(crate) fn of(value: Decimal, end: usize) -> Self {
        Self {
            end,
            low: value,
            high: None,
            scale: Decimal::ONE,
            unit: Decimal::ONE,
            hedge: Hedge::None,
            style: Style::Words,
        }
    }

    /// This number with the multiplier of another: 30 of *30 till 50 miljoner*.
    pub(crate) fn scaled(&self, scale: Decimal) -> Option<Number> {
        let high = match self.high {
            Some(high) => Some(high.checked_mul(scale)?.normalize()),
            None => None,
        };
        Some(Number { low: self.low.checked_mul(scale)?.normalize(), high, scale, ..*self })
    }
}
