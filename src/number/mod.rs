//! Numbers as news prose writes them, read exactly.
//!
//! A reader takes folded characters and a place, reads forward, and says where the number ends. It never reads
//! backwards: whoever stands at a unit word (`元`, *kronor*) asks [`before`] for the number that ends there.
//!
//! All arithmetic is checked; what does not fit is no number.

pub(crate) mod digits;
pub(crate) mod han;
pub(crate) mod swedish;

use rust_decimal::Decimal;

/// How far left of its unit a number may begin, in characters: longer ones are no amounts.
pub(crate) const REACH: usize = 64;

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
