//! One scan of a block for all kinds: where a word of an anchored table may stand.
//!
//! Anchors are short pieces of the words of the lexicon, chosen so that many words share a piece and few other
//! words hold it. False positives are allowed, false negatives never: every form of an anchored table holds the
//! piece that was chosen for it, in any case; both Chinese scripts are read as one before.

mod grams;
mod pieces;
mod texts;

#[cfg(test)]
pub(crate) use pieces::derived;

use crate::{
    lexicon::{Lexicon, Table, TableSet},
    text::Block,
};
use grams::{Found, Grams};
use pieces::Piece;
use std::ops::Range;

/// A place where a word of one of some tables may stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Hit {
    /// Characters `from..to` of the block are a piece of the word.
    pub(crate) from: usize,
    pub(crate) to: usize,
    /// The anchor found.
    pub(crate) anchor: u32,
}

/// The anchors of a language, and how they are found.
#[derive(Debug)]
pub(crate) struct Anchors {
    grams: Grams,
    pieces: Vec<Piece>,
}

impl Anchors {
    /// Those of a lexicon. A table has the pieces of the language's own words, of which those in `tables` are read; where words of
    /// a user are to be found too, all are chosen anew.
    pub(crate) fn new(lexicon: &Lexicon, own: &str, tables: TableSet) -> Self {
        let chosen = lexicon.users().any(Table::anchored);
        let pieces = if chosen { pieces::choose(lexicon) } else { pieces::read(own, tables) };
        Self { grams: Grams::new(&pieces), pieces }
    }

    /// The tables whose words a hit may belong to.
    #[inline]
    pub(crate) fn tables(&self, hit: Hit) -> TableSet {
        self.pieces[hit.anchor as usize].tables
    }

    /// For each anchor which of some sets of tables its words may belong to: the first by the lowest bit.
    pub(crate) fn wanted_by(&self, sets: &[TableSet]) -> Vec<u16> {
        let bits = |p: &Piece| (0..).zip(sets).map(|(i, &set)| u16::from(p.tables.meets(set)) << i).sum();
        self.pieces.iter().map(bits).collect()
    }

    /// Where the words may start that a hit is a piece of, the earliest first.
    #[inline]
    pub(crate) fn starts(&self, hit: Hit) -> impl Iterator<Item = usize> {
        places(hit, self.pieces[hit.anchor as usize].leads)
    }

    /// The same for those that a glance leaves; it is asked of all of them without a branch, since what it says of each is chance.
    #[inline]
    pub(crate) fn starts_where(&self, hit: Hit, may: impl Fn(usize) -> bool) -> impl Iterator<Item = usize> {
        let (mut leads, mut left) = (self.pieces[hit.anchor as usize].leads, 0);
        while leads != 0 {
            let lead = leads.trailing_zeros();
            leads &= leads - 1;
            left |= u64::from(may(hit.from.saturating_sub(lead as usize))) << lead;
        }
        places(hit, left)
    }

    /// Finds all hits of a block, by their start.
    pub(crate) fn scan(&self, block: &Block<'_>, hits: &mut Vec<Hit>) {
        self.scan_within(block, 0..block.len(), hits);
    }

    /// The same for some of its characters.
    pub(crate) fn scan_within(&self, block: &Block<'_>, within: Range<usize>, hits: &mut Vec<Hit>) {
        hits.clear();
        let (start, chars) = (within.start, &block.chars[within]);
        self.grams.find(chars, |Found { place, anchor, cased }| {
            let own_case =
                || self.pieces[anchor as usize].text.chars().eq(chars[place.clone()].iter().copied());
            if !cased || own_case() {
                hits.push(Hit { from: start + place.start, to: start + place.end, anchor });
            }
        });
        hits.sort_unstable();
    }
}

/// The places so many characters before a hit as a number has bits for, the earliest first.
#[inline]
fn places(hit: Hit, mut leads: u64) -> impl Iterator<Item = usize> {
    std::iter::from_fn(move || {
        let lead = leads.checked_ilog2()?;
        leads ^= 1 << lead;
        Some(lead as usize)
    })
    .filter_map(move |lead| hit.from.checked_sub(lead))
}

/// The three-line twin: every anchor tried at every place.
#[cfg(test)]
pub(crate) fn naive(anchors: &Anchors, block: &Block<'_>) -> Vec<Hit> {
    use crate::text::lower;
    let same = |place: &[char], piece: &Piece| {
        let equal = |(&c, p): (&char, char)| c == p || !piece.cased && lower(c) == lower(p);
        place.iter().zip(piece.text.chars()).all(equal)
    };
    let mut hits = Vec::new();
    for from in 0..block.len() {
        for (piece, anchor) in anchors.pieces.iter().zip(0..) {
            let to = from + piece.text.chars().count();
            if block.chars.get(from..to).is_some_and(|p| same(p, piece)) {
                hits.push(Hit { from, to, anchor });
            }
        }
    }
    hits.sort_unstable();
    hits
}

/// Entries of the tables that cover a hit, longest first at the earliest start: the words the hit was a piece of.
pub(crate) fn around<'a>(
    lexicon: &'a Lexicon,
    anchors: &Anchors,
    block: &'a Block<'_>,
    hit: Hit,
    tables: TableSet,
) -> Option<(usize, crate::lexicon::Entry)> {
    longest_over(lexicon, block, hit, tables, anchors.starts(hit))
}

/// The same for some of the starts only.
pub(crate) fn longest_over(
    lexicon: &Lexicon,
    block: &Block<'_>,
    hit: Hit,
    tables: TableSet,
    mut starts: impl Iterator<Item = usize>,
) -> Option<(usize, crate::lexicon::Entry)> {
    starts.find_map(|start| {
        lexicon.longest_at(&block.chars, start, tables).filter(|e| e.at >= hit.to).map(|e| (start, e))
    })
}
