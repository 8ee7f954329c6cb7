//! One scan of a block for all kinds: where a word of an anchored table may stand.
//!
//! Anchors are short pieces of the words of the lexicon, chosen so that many words share a piece and few other
//! words hold it. False positives are allowed, false negatives never: every form of an anchored table holds the
//! piece that was chosen for it, in any case and in both Chinese scripts.

mod pieces;

use crate::{
    lexicon::{Lexicon, TableSet},
    text::Block,
};
use aho_corasick::{AhoCorasick, AhoCorasickKind, MatchKind};
use pieces::Piece;

/// A place where a word of one of some tables may stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Hit {
    /// Characters `from..to` of the block are a piece of the word.
    pub(crate) from: usize,
    pub(crate) to: usize,
    /// The anchor found.
    pub(crate) anchor: u32,
}

/// The anchors of a language and their automaton.
#[derive(Debug)]
pub(crate) struct Anchors {
    automaton: AhoCorasick,
    /// For each pattern of the automaton what it is a spelling of.
    spelled: Vec<Spelled>,
    pieces: Vec<Piece>,
}

/// What a match of the automaton needs to be known of its piece, small enough to stay near.
#[derive(Debug, Clone, Copy)]
struct Spelled {
    anchor: u32,
    /// Length in characters.
    len: u16,
    cased: bool,
}

impl Anchors {
    pub(crate) fn new(lexicon: &Lexicon) -> Self {
        let pieces = pieces::choose(lexicon);
        let (mut patterns, mut spelled) = (Vec::new(), Vec::new());
        for (piece, anchor) in pieces.iter().zip(0_u32..) {
            for spelling in pieces::spellings(&piece.text) {
                patterns.push(spelling);
                spelled.push(Spelled { anchor, len: piece.len as u16, cased: piece.cased });
            }
        }
        let automaton = AhoCorasick::builder()
            .match_kind(MatchKind::Standard)
            .kind(Some(AhoCorasickKind::ContiguousNFA))
            .ascii_case_insensitive(true)
            .prefilter(false)
            .build(&patterns)
            .expect("a few hundred short patterns fit an automaton");
        Self { automaton, spelled, pieces }
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
        let mut leads = self.pieces[hit.anchor as usize].leads;
        std::iter::from_fn(move || {
            let lead = leads.checked_ilog2()?;
            leads ^= 1 << lead;
            Some(lead as usize)
        })
        .filter_map(move |lead| hit.from.checked_sub(lead))
    }

    /// Finds all hits of a block, by their start.
    pub(crate) fn scan(&self, block: &Block<'_>, source: &str, hits: &mut Vec<Hit>) {
        hits.clear();
        if block.folded {
            // Something inside words is read otherwise than it is written: scan what is read.
            let (mut read, mut starts) = (String::with_capacity(source.len()), Vec::new());
            for &c in &block.chars {
                starts.push(read.len());
                read.push(c);
            }
            starts.push(read.len());
            let index = |byte: usize, _| starts.partition_point(|&s| s <= byte) - 1;
            self.collect(&read, index, hits);
        } else {
            self.collect(source, |byte, hint| block.index_of(byte, hint), hits);
        }
        hits.sort_unstable();
        hits.dedup();
    }

    fn collect(&self, text: &str, index: impl Fn(usize, usize) -> usize, hits: &mut Vec<Hit>) {
        let mut hint = 0;
        for m in self.automaton.find_overlapping_iter(text) {
            let Spelled { anchor, len, cased } = self.spelled[m.pattern().as_usize()];
            if cased && text.get(m.range()) != Some(&self.pieces[anchor as usize].text) {
                continue;
            }
            let last = index(m.end() - 1, hint);
            hint = last;
            hits.push(Hit { from: (last + 1).saturating_sub(len.into()), to: last + 1, anchor });
        }
    }
}

/// The three-line twin: every anchor tried at every place.
#[cfg(test)]
pub(crate) fn naive(anchors: &Anchors, block: &Block<'_>) -> Vec<Hit> {
    use crate::text::lower;
    // A letter beyond ASCII is never the capital of one within.
    let same = |place: &[char], piece: &Piece| {
        place
            .iter()
            .zip(piece.text.chars())
            .all(|(&c, p)| c == p || !piece.cased && c.is_ascii() == p.is_ascii() && lower(c) == lower(p))
    };
    let mut hits = Vec::new();
    for from in 0..block.len() {
        for (piece, anchor) in anchors.pieces.iter().zip(0..) {
            if block.chars.get(from..from + piece.len).is_some_and(|p| same(p, piece)) {
                hits.push(Hit { from, to: from + piece.len, anchor });
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
