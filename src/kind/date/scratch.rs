//! Scratch space for the search of dates that is used again from block to block.

use super::{slot::Caught, text::CachedEntries};
use crate::pattern;

/// Scratch space that is used again from block to block.
#[derive(Debug, Default)]
pub(crate) struct DateScratch {
    /// What was found at the last places that were asked for: patterns ask for several, again and again.
    pub(super) words: Vec<CachedEntries>,
    pub(super) search: pattern::SearchScratch<Caught>,
}
