//! Officials in Swedish news.

use crate::{
    Error,
    kind::{
        Scope,
        official::{Named, Reader},
    },
    lexicon::Lexicon,
    scan::Hit,
    text::Block,
};

/// Reads them.
#[derive(Debug)]
pub(crate) struct Officials {}

impl Officials {
    pub(crate) fn new(_lexicon: &Lexicon) -> Result<Self, Error> {
        Ok(Self {})
    }
}

impl Reader for Officials {
    fn read(&self, _block: &Block<'_>, _hits: &[Hit], _scope: &mut Scope<'_, '_>, _found: &mut Vec<Named>) {}
}
