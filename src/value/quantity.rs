//! What amounts and percentages share: bounds, direction, and a basis of comparison.

use super::named::named;
use std::fmt;

/// How a word beside a number bounds it or blurs it.
///
/// ```
/// use newsfacts::{Extractor, value::Modifier};
///
/// let share = Extractor::new().percents("Minst 12 procent svarade.").next().unwrap().into_value();
/// assert_eq!(share.modifier(), Some(Modifier::AtLeast));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Modifier {
    /// 约, 左右, *cirka*, *omkring*
    Approx,
    /// 超过, 逾, 多, *över*, *drygt*
    MoreThan,
    /// 不足, 近, *under*, *knappt*, *närmare*
    LessThan,
    /// 至少, 以上, *minst*
    AtLeast,
    /// 最多, 以下, *högst*, *upp till*
    AtMost,
    /// 数百亿, *tiotals miljoner*: no figure is given but the order of magnitude. The number is the least it can be, the
    /// power of ten that is named (数百亿元: 10000000000), and the range is open upwards.
    Vague,
}

named!(Modifier, "modifier", {
    Approx "approx",
    MoreThan "more_than",
    LessThan "less_than",
    AtLeast "at_least",
    AtMost "at_most",
    Vague "vague",
});

impl Modifier {
    /// The sign that stands for it before a number: `~`, `>`, `<`, `≥`, `≤`, `≳`.
    pub(super) const fn sign(self) -> &'static str {
        match self {
            Self::Approx => "~",
            Self::MoreThan => ">",
            Self::LessThan => "<",
            Self::AtLeast => "≥",
            Self::AtMost => "≤",
            Self::Vague => "≳",
        }
    }
}

impl fmt::Display for Modifier {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// Which way a quantity went, by the verb or noun of its clause.
///
/// ```
/// use newsfacts::{Extractor, value::Direction};
///
/// let change = Extractor::new().percents("Exporten minskade med 4 procent.").next().unwrap().into_value();
/// assert_eq!(change.direction(), Some(Direction::Down));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Direction {
    /// 增长, 上涨, *ökade*, *steg*
    Up,
    /// 下降, 回落, *minskade*, *sjönk*
    Down,
}

named!(Direction, "direction", {
    Up "up",
    Down "down",
});

impl fmt::Display for Direction {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// With what a change is compared.
///
/// ```
/// use newsfacts::{Extractor, value::Basis};
///
/// let change = Extractor::new().percents("出口同比增长5.2%。").next().unwrap().into_value();
/// assert_eq!(change.basis(), Some(Basis::Year));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Basis {
    /// The same period of the year before: 同比, 年增, *på årsbasis*, *jämfört med samma period i fjol*.
    Year,
    /// The quarter before: 季增, *jämfört med föregående kvartal*.
    Quarter,
    /// The month before: 月增, *från föregående månad*.
    Month,
    /// The period before, whatever its length: 环比.
    Period,
    /// The week before: 周增, *jämfört med förra veckan*.
    Week,
    /// The day before: *jämfört med i går*.
    Day,
}

named!(Basis, "basis", {
    Year "year",
    Quarter "quarter",
    Month "month",
    Period "period",
    Week "week",
    Day "day",
});

impl fmt::Display for Basis {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// What a clause says of a number beside its value; absent where it is not certain.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub(crate) struct Qualifiers {
    pub(crate) modifier: Option<Modifier>,
    pub(crate) direction: Option<Direction>,
    pub(crate) basis: Option<Basis>,
    /// The value that it changed from.
    pub(crate) from: Option<rust_decimal::Decimal>,
}

#[cfg(feature = "serde")]
impl Qualifiers {
    pub(super) fn fields<M: serde::ser::SerializeMap>(&self, map: &mut M) -> Result<(), M::Error> {
        if let Some(modifier) = self.modifier {
            map.serialize_entry("modifier", &modifier)?;
        }
        if let Some(direction) = self.direction {
            map.serialize_entry("direction", &direction)?;
        }
        if let Some(basis) = self.basis {
            map.serialize_entry("basis", &basis)?;
        }
        if let Some(from) = self.from {
            map.serialize_entry("from", &from.to_string())?;
        }
        Ok(())
    }
}
