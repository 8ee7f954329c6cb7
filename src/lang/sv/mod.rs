//! Swedish.

mod names;
pub(crate) mod officials;
mod titles;
mod tokens;
mod words;

use crate::lexicon::Table;

/// The tables.
pub(crate) const TABLES: &[(Table, &str)] = &[
    (Table::Currencies, include_str!("currencies.tsv")),
    (Table::Currencies, include_str!("../currency-codes.tsv")),
    (Table::Percents, include_str!("percents.tsv")),
    (Table::Cues, include_str!("cues.tsv")),
    (Table::Traps, include_str!("traps.tsv")),
    (Table::Offices, include_str!("offices.tsv")),
    (Table::Bodies, include_str!("bodies.tsv")),
    (Table::Countries, include_str!("countries.tsv")),
    (Table::Tenures, include_str!("tenures.tsv")),
    (Table::NameWords, include_str!("name-words.tsv")),
    (Table::GivenNames, include_str!("given-names.tsv")),
];
