//! Amounts.

use super::{Candidate, Finder, Scope};
use crate::{
    Error, Kind, Language,
    lexicon::{Lexicon, Table, TableSet},
    scan::Hit,
    text::Block,
};

/// Finds them.
#[derive(Debug)]
pub(super) struct Amounts {}

impl Amounts {
    pub(super) fn new(_language: Language, _lexicon: &Lexicon) -> Result<Self, Error> {
        Ok(Self {})
    }
}

impl Finder for Amounts {
    fn kind(&self) -> Kind {
        Kind::Money
    }

    fn tables(&self) -> TableSet {
        TableSet::of(&[Table::Currencies])
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
