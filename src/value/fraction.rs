//! Fractions and multiples.

use rust_decimal::Decimal;
use std::fmt;

/// A part of something, or how many times something: 三分之一, *hälften*; 两倍, *fördubblades*.
///
/// Read on request only, see [`Kind::Fraction`](crate::Kind::Fraction).
///
/// ```
/// use newsfacts::{Extractor, Fact, Kind};
///
/// let extractor = Extractor::builder().kinds([Kind::Fraction]).build()?;
/// let fact = extractor.facts("Två tredjedelar av väljarna var för.").next().unwrap();
/// let Fact::Fraction(part) = fact.value() else { unreachable!() };
/// assert_eq!((part.to_string(), part.is_multiple()), ("2/3".to_owned(), false));
/// assert_eq!((part.numerator().to_string(), part.denominator().to_string()), ("2".to_owned(), "3".to_owned()));
/// # Ok::<(), newsfacts::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Fraction {
    pub(crate) numerator: Decimal,
    pub(crate) denominator: Decimal,
    pub(crate) multiple: bool,
}

impl Fraction {
    /// The number above the line; of a multiple, the number of times.
    pub fn numerator(&self) -> Decimal {
        self.numerator
    }

    /// The number below the line; 1 for most multiples. Never zero.
    pub fn denominator(&self) -> Decimal {
        self.denominator
    }

    /// Whether it says how many times, not which part. What grew by how many times is given as written: 增长两倍 is 2,
    /// though it has become three times as much.
    pub fn is_multiple(&self) -> bool {
        self.multiple
    }
}

impl fmt::Display for Fraction {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.multiple {
            f.write_str("×")?;
        }
        write!(f, "{}", self.numerator.normalize())?;
        if self.denominator == Decimal::ONE { Ok(()) } else { write!(f, "/{}", self.denominator.normalize()) }
    }
}

/// `{"value", "multiple"}`: the value as displayed without the sign of times.
#[cfg(feature = "serde")]
impl serde::Serialize for Fraction {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        use serde::ser::SerializeStruct;
        let mut map = serializer.serialize_struct("Fraction", 2)?;
        map.serialize_field("value", self.to_string().trim_start_matches('×'))?;
        map.serialize_field("multiple", &self.multiple)?;
        map.end()
    }
}
