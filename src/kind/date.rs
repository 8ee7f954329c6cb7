//! Dates.

use super::{Candidate, Finder, Scope};
use crate::{
    Error, Kind, Language,
    lexicon::{Lexicon, Table, TableSet},
    scan::Hit,
    text::Block,
};

/// Finds them.
#[derive(Debug)]
pub(super) struct Dates {}

impl Dates {
    pub(super) fn new(_language: Language, _lexicon: &Lexicon) -> Result<Self, Error> {
        Ok(Self {})
    }
}

impl Finder for Dates {
    fn kind(&self) -> Kind {
        Kind::Date
    }

    fn tables(&self) -> TableSet {
        TableSet::of(&[Table::Months, Table::Weekdays, Table::Relative])
    }

    fn find(
        &self,
        _block: &Block<'_>,
        _hits: &[Hit],
        _scope: &mut Scope<'_, '_>,
        _found: &mut Vec<Candidate>,
    ) {
    }
}
