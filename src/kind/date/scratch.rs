//! Scratch space for the search of dates that is used again from block to block.

use super::{
    seen::{ClauseWords, Places},
    slot::Caught,
};
use crate::pattern;

/// Scratch space that is used again from block to block.
#[derive(Debug, Default)]
pub(crate) struct DateScratch {
    pub(super) places: Places,
    pub(super) clause: ClauseWords,
    pub(super) search: pattern::SearchScratch<Caught>,
}
