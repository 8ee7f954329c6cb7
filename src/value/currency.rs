//! Currencies by their ISO 4217 codes.

use crate::tsv;
use once_cell::sync::Lazy;
use std::fmt;

/// A currency of ISO 4217, in force or withdrawn.
///
/// ```
/// use newsfacts::value::Currency;
///
/// let krona = Currency::from_code("SEK").unwrap();
/// assert_eq!((krona.code(), krona.digits(), krona.withdrawn()), ("SEK", 2, None));
/// assert_eq!(krona.name(), "Swedish krona");
/// assert!(Currency::all().any(|currency| currency == krona));
/// assert_eq!(Currency::from_code("DEM").unwrap().withdrawn(), Some(2002));
/// assert_eq!(Currency::from_code("ABC"), None);
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Currency([u8; 3]);

struct Row {
    code: [u8; 3],
    digits: u8,
    withdrawn: Option<u16>,
    name: &'static str,
}

const SOURCE: &str = include_str!("../lang/currencies.tsv");

/// The table, by code.
static ROWS: Lazy<Vec<Row>> = Lazy::new(|| {
    let columns = ["code", "digits", "withdrawn", "name"];
    let row = |(_, [code, digits, withdrawn, name]): (u32, [&'static str; 4])| {
        let code = code.as_bytes().try_into().ok()?;
        Some(Row { code, digits: digits.parse().ok()?, withdrawn: withdrawn.parse().ok(), name })
    };
    let rows = tsv::rows(SOURCE, columns);
    let mut rows: Vec<Row> = rows.filter_map(row).collect();
    rows.sort_by_key(|r| r.code);
    rows
});

impl Currency {
    /// The currency of a code in capitals, if there is or was one that the crate knows.
    pub fn from_code(code: &str) -> Option<Self> {
        let code: [u8; 3] = code.as_bytes().try_into().ok()?;
        ROWS.binary_search_by_key(&code, |r| r.code).ok().map(|_| Self(code))
    }

    /// All currencies, by code.
    pub fn all() -> impl Iterator<Item = Self> {
        ROWS.iter().map(|r| Self(r.code))
    }

    /// The code, such as `SEK`.
    pub fn code(&self) -> &str {
        std::str::from_utf8(&self.0).unwrap_or("")
    }

    /// How many decimals its minor unit has: 2 for the krona, 0 for the yen, 3 for the Kuwaiti dinar.
    pub fn digits(&self) -> u8 {
        self.row().map_or(2, |r| r.digits)
    }

    /// The year it was withdrawn, for a currency of the past.
    pub fn withdrawn(&self) -> Option<u16> {
        self.row().and_then(|r| r.withdrawn)
    }

    /// Its name in English, such as `Swedish krona`.
    pub fn name(&self) -> &'static str {
        self.row().map_or("", |r| r.name)
    }

    fn row(&self) -> Option<&'static Row> {
        let at = ROWS.binary_search_by_key(&self.0, |r| r.code).ok()?;
        ROWS.get(at)
    }
}

impl fmt::Debug for Currency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

impl fmt::Display for Currency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

#[cfg(feature = "serde")]
impl serde::Serialize for Currency {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.code())
    }
}

#[cfg(test)]
mod tests {
    use super::{ROWS, SOURCE};
    use crate::tsv;

    #[test]
    fn every_row_of_the_table_is_a_currency() {
        assert_eq!(ROWS.len(), tsv::lines(SOURCE).count() - 1);
        assert!(ROWS.windows(2).all(|pair| pair[0].code < pair[1].code), "a code stands twice");
    }
}
