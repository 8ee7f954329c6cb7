//! Room for the search of dates that is used again from block to block.

use crate::{
    lexicon::{Entry, TableSet},
    pattern,
};

/// The words of dates that start at a place.
#[derive(Debug, Default)]
pub(super) struct WordsHere {
    pub(super) at: Option<usize>,
    pub(super) list: Vec<Entry>,
    pub(super) tables: TableSet,
}

/// Room that is used again from block to block.
#[derive(Debug, Default)]
pub(crate) struct DateScratch {
    /// What was found at the last places that were asked for: patterns ask for several, again and again.
    pub(super) words: [WordsHere; 4],
    pub(super) search: pattern::Room<super::Caught>,
}
