//! Percentages, and the units that are often taken for them.

use super::{Basis, Direction, Modifier, named::named, quantity::Qualifiers};
use rust_decimal::Decimal;
use std::fmt;

/// A number of percent, percentage points, permille, ten-thousandths or basis points, or a range of them.
///
/// A decline is a positive number with a [direction](Self::direction); only a minus sign or word makes it negative.
///
/// ```
/// use newsfacts::{Extractor, value::{Direction, Percent, PercentUnit}};
///
/// let text = "Räntan sänktes med 0,25 procentenheter till 2,0 procent.";
/// let found: Vec<Percent> = Extractor::new().percents(text).map(|m| m.into_value()).collect();
/// assert_eq!(found[0].value().to_string(), "0.25");
/// assert_eq!(found[0].unit(), PercentUnit::Point);
/// assert_eq!(found[0].direction(), Some(Direction::Down));
/// assert_eq!(found[1].to_string(), "2%");
/// ```
///
/// Bounds, ranges and comparisons:
///
/// ```
/// use newsfacts::{Extractor, value::{Basis, Modifier}};
///
/// let all = |text| Extractor::new().percents(text).map(|m| m.into_value()).collect::<Vec<_>>();
/// let growth = &all("前三季度出口同比增长约5%至6%。")[0];
/// assert_eq!((growth.value().to_string(), growth.value_max().unwrap().to_string()), ("5".into(), "6".into()));
/// assert_eq!((growth.modifier(), growth.basis()), (Some(Modifier::Approx), Some(Basis::Year)));
/// assert_eq!(all("Räntan höjdes från 3 till 3,5 procent.")[1].from().unwrap().to_string(), "3");
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Percent {
    pub(crate) value: Decimal,
    pub(crate) max: Option<Decimal>,
    pub(crate) unit: PercentUnit,
    pub(crate) qualifiers: Qualifiers,
}

/// What a number counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum PercentUnit {
    /// Hundredths: %, 百分之, 成 (tens of them), *procent*.
    Percent,
    /// The difference of two percentages: 个百分点, *procentenheter*.
    Point,
    /// Thousandths: ‰, 千分之, *promille*.
    Permille,
    /// Ten-thousandths: ‱, 万分之.
    PerTenThousand,
    /// Hundredths of a percentage point: 基点, *räntepunkter*.
    BasisPoint,
}

named!(PercentUnit, "unit", {
    Percent "percent",
    Point "point",
    Permille "permille",
    PerTenThousand "per_ten_thousand",
    BasisPoint "basis_point",
});

impl fmt::Display for PercentUnit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Percent => "%",
            Self::Point => " pp",
            Self::Permille => "‰",
            Self::PerTenThousand => "‱",
            Self::BasisPoint => " bp",
        })
    }
}

impl Percent {
    /// The number; of a range the lower one.
    pub fn value(&self) -> Decimal {
        self.value
    }

    /// The upper number of a range.
    pub fn value_max(&self) -> Option<Decimal> {
        self.max
    }

    /// What it counts.
    pub fn unit(&self) -> PercentUnit {
        self.unit
    }

    /// How a word beside the number bounds it.
    pub fn modifier(&self) -> Option<Modifier> {
        self.qualifiers.modifier
    }

    /// Which way the quantity went, where its clause says so.
    pub fn direction(&self) -> Option<Direction> {
        self.qualifiers.direction
    }

    /// With what the change is compared, where the clause says so.
    pub fn basis(&self) -> Option<Basis> {
        self.qualifiers.basis
    }

    /// The number that it changed from, where both stand in one clause (从3%提高到3.5%, *från 3 till 5 procent*).
    pub fn from(&self) -> Option<Decimal> {
        self.qualifiers.from
    }
}

impl fmt::Display for Percent {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(modifier) = self.qualifiers.modifier {
            f.write_str(modifier.sign())?;
        }
        write!(f, "{}", self.value)?;
        if let Some(max) = self.max {
            write!(f, "–{max}")?;
        }
        write!(f, "{}", self.unit)
    }
}

/// `value`, `value_max`?, `unit`, `modifier`?, `direction`?, `basis`?, `from`?; numbers are strings, so that no reader
/// makes floats of them.
#[cfg(feature = "serde")]
impl serde::Serialize for Percent {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        use serde::ser::SerializeMap;
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("value", &self.value.to_string())?;
        if let Some(max) = self.max {
            map.serialize_entry("value_max", &max.to_string())?;
        }
        map.serialize_entry("unit", &self.unit)?;
        self.qualifiers.fields(&mut map)?;
        map.end()
    }
}
