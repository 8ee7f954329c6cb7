//! Memory that is used again from document to document, so that a short one allocates next to nothing.

use crate::{Span, claim::Claim, kind::memory::Scratch, scan::Hit, text::BlockBuffers};
use std::sync::Mutex;

/// What reading a document takes.
#[derive(Debug, Default)]
pub(crate) struct Buffers {
    /// The blocks of a batch.
    pub(crate) parts: Vec<PartBuffers>,
    /// All hits of a block.
    pub(crate) hits: Vec<Hit>,
    pub(crate) scratch: Scratch,
}

/// A block that is read, and what was found in it.
#[derive(Debug, Default)]
pub(crate) struct PartBuffers {
    pub(crate) span: Span,
    pub(crate) block: BlockBuffers,
    /// The hits for each finder.
    pub(crate) hits: Vec<Vec<Hit>>,
    pub(crate) found: Vec<Claim>,
}

/// The buffers that documents have left for the next.
#[derive(Debug, Default)]
#[expect(clippy::vec_box, reason = "they are handed out and back by pointer")]
pub(crate) struct Pool(Mutex<Vec<Box<Buffers>>>);

impl Pool {
    /// More documents are hardly ever read at once.
    const MOST: usize = 64;

    /// Used buffers, if there are any and nobody else is asking.
    pub(crate) fn take(&self) -> Box<Buffers> {
        self.0.try_lock().ok().and_then(|mut pool| pool.pop()).unwrap_or_default()
    }

    pub(crate) fn give_back(&self, buffers: Box<Buffers>) {
        if let Ok(mut pool) = self.0.try_lock()
            && pool.len() < Self::MOST
        {
            pool.push(buffers);
        }
    }
}
