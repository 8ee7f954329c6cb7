//! What is kept while a document is read: what it has said so far, and scratch space that is used again.

use super::{date::scratch::DateScratch, official::spaced::TokenBuffers, quantity::QuantityReading};
use crate::{text::BlockBuffers, value::Currency};

/// What a document has said so far. It starts anew with each document.
#[derive(Debug, Clone, Default)]
pub(crate) struct Memory {
    /// The reference date: that of publication until a dateline gives another.
    pub(crate) reference: Option<jiff::civil::Date>,
    /// What the text up to here says of its money.
    pub(crate) money: MoneyMemory,
}

/// What a document has said of its money so far.
#[derive(Debug, Clone, Default)]
pub(crate) struct MoneyMemory {
    /// Bytes of the document that were searched for the money that it names.
    pub(crate) named: usize,
    /// The money that the text itself names for all that follows.
    pub(crate) henceforth: Option<Currency>,
    /// Bytes of the document in which the words of regions were counted, or which lie too far back.
    pub(crate) counted: usize,
    /// Words of each region in them.
    pub(crate) votes: Vec<u32>,
    /// The same of the block that was last asked for, by the byte where it begins.
    pub(crate) block_votes: (Option<usize>, Vec<u32>),
}

/// Scratch space that finders use again from block to block.
#[derive(Debug, Default)]
pub(crate) struct Scratch {
    /// In a box, so that little is moved where it is taken out.
    pub(crate) dates: Option<Box<DateScratch>>,
    pub(crate) tokens: TokenBuffers,
    /// The quantities of a block.
    pub(crate) quantities: Vec<QuantityReading>,
    /// That of blocks which are read once more.
    pub(crate) again: BlockBuffers,
}
