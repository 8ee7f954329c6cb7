//! What was found at places of a block, to be found there again: patterns, slots and decisions ask for the same places.

use super::guard::DateClass;
use crate::{
    kind::guard::Neighbour,
    lexicon::{Entry, TableSet},
};
use std::{cell::RefCell, ops::Range};

/// Places whose words are remembered, and places beside which words are: decisions walk over some ten words.
const WORDS: usize = 64;
const BESIDE: usize = 64;

/// The end and value of a numeral, if there is one.
pub(crate) type Numeral = Option<(usize, i32)>;

/// The end of *tre första*, how many they are, and the side: 1 of the first, -1 of the last.
pub(crate) type Several = Option<(usize, i8, i8)>;

/// The words of dates that start at a place.
#[derive(Debug, Default)]
pub(super) struct WordsAt {
    at: Place,
    pub(super) list: Vec<Entry>,
    pub(super) tables: TableSet,
    /// The numeral there, once it was asked for.
    pub(super) numeral: Option<Numeral>,
    /// The number of first or last ones there, in the same way.
    pub(super) several: Option<Several>,
}

/// The number of a block, over a place of it; none is 0.
type Place = u64;

/// What is known of the last places of each remainder.
#[derive(Debug)]
pub(super) struct Ring(RefCell<Box<[(Place, Neighbour<DateClass>); BESIDE]>>);

impl Default for Ring {
    fn default() -> Self {
        Self(RefCell::new(Box::new([Default::default(); BESIDE])))
    }
}

/// All that is remembered of the block at hand.
#[derive(Debug, Default)]
pub(crate) struct Seen {
    /// The blocks so far: what is remembered of others counts for nothing.
    block: u64,
    words: RefCell<Vec<WordsAt>>,
    /// The guards right before places, right after them, those of clauses that start there, and those of dates that do.
    pub(super) before: Ring,
    pub(super) after: Ring,
    pub(super) starting: Ring,
    pub(super) itself: Ring,
    clause: RefCell<ClauseWords>,
}

impl Seen {
    /// Goes on to another block, of which nothing is known yet.
    pub(super) fn next_block(&mut self) {
        self.block += 1;
        self.words.get_mut().resize_with(WORDS, Default::default);
    }

    /// A place of the block at hand; no block has as many characters as there is room for.
    #[inline]
    fn place(&self, at: usize) -> Place {
        self.block << 32 | at as u64
    }

    /// Looks at the words that start at a place; they are read if they are not remembered.
    #[inline]
    pub(super) fn words_at<T>(
        &self,
        at: usize,
        read: impl FnOnce(&mut WordsAt),
        take: impl FnOnce(&mut WordsAt) -> T,
    ) -> T {
        let found = &mut self.words.borrow_mut()[at % WORDS];
        if found.at != self.place(at) {
            found.at = self.place(at);
            found.tables = TableSet::default();
            (found.numeral, found.several) = (None, None);
            found.list.clear();
            read(found);
        }
        take(found)
    }

    /// A word beside a place, looked for if it is not remembered.
    #[inline]
    pub(super) fn beside(
        &self,
        ring: &Ring,
        at: usize,
        look: impl FnOnce() -> Neighbour<DateClass>,
    ) -> Neighbour<DateClass> {
        let (place, word) = &mut ring.0.borrow_mut()[at % BESIDE];
        if *place != self.place(at) {
            (*place, *word) = (self.place(at), look());
        }
        *word
    }

    /// The first word of a clause that fits, within some places; a longer word holds no shorter ones.
    pub(super) fn in_clause(
        &self,
        places: Range<usize>,
        look: impl Fn(usize) -> Option<Neighbour<DateClass>>,
        fits: impl Fn(&Neighbour<DateClass>) -> bool,
    ) -> Option<(usize, Neighbour<DateClass>)> {
        let mut clause = self.clause.borrow_mut();
        clause.go_to(self.block, &places, &look);
        let mut known = clause.words.partition_point(|&(at, _)| at < places.start);
        let mut floor = places.start;
        while let Some((at, word)) = clause.word(known, places.end, &look) {
            known += 1;
            if at < floor {
                continue;
            }
            if word.edge <= places.end && fits(&word) {
                return Some((at, word));
            }
            floor = word.edge;
        }
        None
    }
}

/// The words of guards in a stretch of a block, which the dates of a sentence share.
#[derive(Debug, Default)]
struct ClauseWords {
    block: u64,
    places: Range<usize>,
    /// Each with the place where it starts, in order.
    words: Vec<(usize, Neighbour<DateClass>)>,
}

impl ClauseWords {
    /// Words that are remembered at most.
    const MOST: usize = 256;

    /// Goes where some places begin.
    fn go_to(
        &mut self,
        block: u64,
        places: &Range<usize>,
        look: impl Fn(usize) -> Option<Neighbour<DateClass>>,
    ) {
        let apart = places.end < self.places.start || places.start > self.places.end;
        if self.block != block || apart || self.words.len() > Self::MOST {
            self.words.clear();
            (self.block, self.places) = (block, places.start..places.start);
        } else if places.start < self.places.start {
            let before = places.start..self.places.start;
            self.words.splice(0..0, before.filter_map(|at| Some((at, look(at)?))));
            self.places.start = places.start;
        }
    }

    /// A word by its number, if it starts before a place; what is not known yet is read.
    fn word(
        &mut self,
        number: usize,
        end: usize,
        look: impl Fn(usize) -> Option<Neighbour<DateClass>>,
    ) -> Option<(usize, Neighbour<DateClass>)> {
        while number >= self.words.len() && self.places.end < end {
            let at = self.places.end;
            self.places.end += 1;
            self.words.extend(look(at).map(|word| (at, word)));
        }
        self.words.get(number).copied().filter(|&(at, _)| at < end)
    }
}
