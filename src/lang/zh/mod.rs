//! Chinese.

pub(crate) mod officials;

use crate::lexicon::Table;

/// The tables.
pub(crate) const TABLES: &[(Table, &str)] = &[];
