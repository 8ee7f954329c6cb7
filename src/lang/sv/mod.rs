//! Swedish.

pub(crate) mod officials;

use crate::lexicon::Table;

/// The tables.
pub(crate) const TABLES: &[(Table, &str)] = &[
    (Table::Currencies, include_str!("currencies.tsv")),
    (Table::Currencies, include_str!("../currency-codes.tsv")),
    (Table::Percents, include_str!("percents.tsv")),
    (Table::Cues, include_str!("cues.tsv")),
    (Table::Traps, include_str!("traps.tsv")),
];
