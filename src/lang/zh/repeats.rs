//! Other places of the same characters in a text: a name whose end is not clear at one place may be clear at another.

use crate::{
    Span,
    text::{Block, BlockBuffers, steps},
};
use memchr::memmem;
use std::{
    cell::{Cell, RefCell},
    ops::Range,
};

/// Bytes that are searched to each side.
const REACH: usize = 16 * 1024;
/// Places that are looked at.
const PLACES: usize = 6;
/// Places and lengths whose weights are remembered: a prime, so that those of a text that repeats itself do not meet.
const KNOWN: usize = 61;
/// Bytes read before and after the start of a place.
const BEFORE: usize = 30;
const AFTER: usize = 90;

/// Finds repeats in a part of a text: a block, or all of it.
#[derive(Debug)]
pub(super) struct Repeats<'t> {
    text: &'t str,
    within: Span,
    /// Those of the block in which each place is read.
    buffers: RefCell<BlockBuffers>,
    /// What characters of the block weigh, by their place and length.
    known: [Cell<Option<(usize, usize, i32)>>; KNOWN],
}

/// The other places of some characters, at most [`REACH`] bytes away.
fn others(chars: &[char], range: Range<usize>) -> impl Iterator<Item = usize> {
    const FAR: usize = REACH / 3;
    let near = range.start.saturating_sub(FAR)..chars.len().min(range.end + FAR);
    let word = chars.get(range.clone()).unwrap_or(&[]);
    steps::add(near.len() / 32);
    // Most places fail at the first character, without a comparison of words.
    let first = word.first();
    let stands =
        move |&at: &usize| chars.get(at) == first && at != range.start && chars[at..].starts_with(word);
    near.filter(stands)
}

impl<'t> Repeats<'t> {
    pub(super) fn new(text: &'t str, within: Span, buffers: BlockBuffers) -> Self {
        let known = [const { Cell::new(None) }; KNOWN];
        Self { text, within, buffers: RefCell::new(buffers), known }
    }

    pub(super) fn into_buffers(self) -> BlockBuffers {
        self.buffers.into_inner()
    }

    /// What characters of the block weigh, at a place: what is repeated often is asked for often, and weighed once.
    pub(super) fn weight(&self, at: usize, len: usize, weigh: impl FnOnce() -> i32) -> i32 {
        let known = &self.known[(at + len * 31) % KNOWN];
        match known.get() {
            Some((place, of, weight)) if (place, of) == (at, len) => weight,
            _ => {
                let weight = weigh();
                known.set(Some((at, len, weight)));
                weight
            }
        }
    }

    /// Shows the other places of the characters `range` of a block, each as a block of its surroundings and the index
    /// in it, as long as more are asked for.
    pub(super) fn each(
        &self,
        block: &Block<'_>,
        range: Range<usize>,
        see: &mut dyn FnMut(&Block<'_>, usize) -> bool,
    ) {
        let own = block.span(range.start, range.end);
        if own.is_empty() {
            return;
        }
        // Wrapped, or with signs between that nobody sees, it stands elsewhere in the block in other bytes.
        let joined = block.is_joined();
        if joined && !others(&block.chars, range).take(PLACES).all(|at| see(block, at)) {
            return;
        }
        let area = self.around(own, REACH, REACH);
        steps::add(area.len() / 32);
        let found = memmem::find_iter(self.text[area].as_bytes(), &self.text[own]).map(|p| area.start() + p);
        for start in found.filter(|&p| p != own.start()).take(PLACES) {
            // What stands in the block is read already.
            if let Some(at) = block.holding(start) {
                if !joined && !see(block, at) {
                    return;
                }
                continue;
            }
            let near = self.around(Span::new(start, start), BEFORE, AFTER);
            let mut other = Block::within(self.buffers.take(), self.text).spaced(false);
            other.read(near);
            let more = see(&other, other.index_of(start - near.start(), 0));
            self.buffers.replace(other.into_buffers());
            if !more {
                return;
            }
        }
    }

    /// A place with so many bytes around it, or some less so that no character is cut.
    fn around(&self, place: Span, before: usize, after: usize) -> Span {
        let mut start = place.start().saturating_sub(before).max(self.within.start());
        let mut end = (place.end() + after).min(self.within.end());
        while !self.text.is_char_boundary(start) {
            start += 1;
        }
        while !self.text.is_char_boundary(end) {
            end -= 1;
        }
        Span::new(start, end)
    }
}
