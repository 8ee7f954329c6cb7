//! What was found at places of a block, to be found there again: patterns, slots and decisions ask for the same places.

use super::guard::DateClass;
use crate::{
    kind::guard::Neighbour,
    lexicon::{Entry, TableSet},
    text::Quiet,
};
use std::{
    cell::{Cell, RefCell},
    ops::Range,
};

/// Places whose words are remembered: decisions walk over some ten words.
const WORDS: usize = 64;

/// Places beside which words are remembered: a whole sentence is searched for verbs, and then each of its dates asks for them.
const BESIDE: usize = 256;

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
    /// What may begin there.
    pub(super) opening: u8,
    /// The numeral there, once it was asked for.
    pub(super) numeral: Option<Numeral>,
    /// The number of first or last ones there, in the same way.
    pub(super) several: Option<Several>,
}

/// The number of a block, over a place of it; none is 0.
type Place = u64;

/// What is known of the last places of each remainder: a word beside each.
pub(super) type Ring = Vec<(Place, Neighbour<DateClass>)>;

/// What is remembered of places, with the room for it, which is used again from block to block.
#[derive(Debug, Default)]
pub(crate) struct Places {
    /// The blocks so far: what is remembered of others counts for nothing.
    block: u64,
    words: Vec<WordsAt>,
    /// The guards right before places, right after them, those of clauses that start there, and those of dates that do.
    pub(super) before: Ring,
    pub(super) after: Ring,
    pub(super) starting: Ring,
    pub(super) itself: Ring,
}

impl Places {
    /// A place of the block at hand; no block has as many characters as there is room for.
    #[inline]
    fn place(&self, at: usize) -> Place {
        self.block << 32 | at as u64
    }
}

/// All that is remembered of the block at hand.
#[derive(Debug, Default)]
pub(crate) struct Seen {
    places: RefCell<Places>,
    clause: RefCell<ClauseWords>,
    /// Where no clause ends, and where no sentence does.
    pub(super) quiet: [Quiet; 2],
    /// Words before which a search for a verb found nothing.
    pub(super) plain: Plain,
    /// Words behind which a search for a verb goes on.
    pub(super) ahead: Ahead,
    /// The last date that was found to be in no series of days that come again.
    pub(super) alone: Cell<Option<usize>>,
}

impl Seen {
    /// Goes on to another block, of which nothing is known yet.
    pub(super) fn of_block(mut places: Places, clause: ClauseWords) -> Self {
        places.block += 1;
        places.words.resize_with(WORDS, Default::default);
        let Places { before, after, starting, itself, .. } = &mut places;
        [before, after, starting, itself].into_iter().for_each(|r| r.resize(BESIDE, Default::default()));
        let (quiet, plain) = (Default::default(), Plain::default());
        let alone = Cell::new(None);
        let ahead = Ahead::default();
        Self { places: RefCell::new(places), clause: RefCell::new(clause), quiet, plain, ahead, alone }
    }

    /// The room, for another block.
    pub(super) fn into_parts(self) -> (Places, ClauseWords) {
        (self.places.into_inner(), self.clause.into_inner())
    }

    /// Looks at the words that start at a place; they are read if they are not remembered.
    #[inline]
    pub(super) fn words_at<T>(
        &self,
        at: usize,
        read: impl FnOnce(&mut WordsAt),
        take: impl FnOnce(&mut WordsAt) -> T,
    ) -> T {
        let places = &mut *self.places.borrow_mut();
        let place = places.place(at);
        let found = &mut places.words[at % WORDS];
        if found.at != place {
            found.at = place;
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
        ring: fn(&mut Places) -> &mut Ring,
        at: usize,
        look: impl FnOnce() -> Neighbour<DateClass>,
    ) -> Neighbour<DateClass> {
        let places = &mut *self.places.borrow_mut();
        let place = places.place(at);
        let known = &mut ring(places)[at % BESIDE];
        if known.0 != place {
            *known = (place, look());
        }
        known.1
    }

    /// The first word of a clause that fits, within some places; a longer word holds no shorter ones.
    pub(super) fn in_clause(
        &self,
        places: Range<usize>,
        look: impl Fn(usize) -> Option<Neighbour<DateClass>>,
        fits: impl Fn(&Neighbour<DateClass>) -> bool,
    ) -> Option<(usize, Neighbour<DateClass>)> {
        let block = self.places.borrow().block;
        let mut clause = self.clause.borrow_mut();
        clause.go_to(block, &places, &look);
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

/// Places behind which words say nothing of a verb, each with where the search goes on: dates in a row go over the same words.
#[derive(Debug, Default)]
pub(super) struct Ahead([Cell<(usize, usize)>; Self::WORDS]);

impl Ahead {
    /// Words that are remembered; each date passes three.
    const WORDS: usize = 8;

    /// Where the search goes on from a place, if that is known. No word stands behind the first place of a block.
    pub(super) fn next(&self, at: usize) -> Option<usize> {
        let (from, to) = self.0[at % Self::WORDS].get();
        (from == at && at > 0).then_some(to)
    }

    pub(super) fn note(&self, at: usize, next: usize) {
        self.0[at % Self::WORDS].set((at, next));
    }
}

/// Words that say nothing of a verb, counted back from a place: many dates in a row walk back over the same ones.
#[derive(Debug, Default)]
pub(super) struct Plain(Cell<Option<(usize, Passed)>>);

/// What was passed on the way back from a place.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Passed {
    /// Words that count nothing, and these with figures and what they count.
    pub(super) words: usize,
    pub(super) steps: usize,
    /// Whether the clause begins with them.
    pub(super) all: bool,
}

impl Plain {
    /// Whether as many words or steps as may be passed at most, or all of the clause, say nothing before a place. If so, that goes for
    /// those between it and a later place too, which are some already.
    pub(super) fn reach(&self, at: usize, most: Passed, (later, some): (usize, Passed)) -> bool {
        let enough = |known: &Passed| known.all || known.words >= most.words || known.steps >= most.steps;
        let known = self.0.get().filter(|(place, known)| *place == at && enough(known));
        if let Some((_, Passed { words, steps, all })) = known {
            self.note(later, Passed { words: words + some.words, steps: steps + some.steps, all });
        }
        known.is_some()
    }

    /// Notes that what was passed before a place says nothing.
    pub(super) fn note(&self, at: usize, passed: Passed) {
        self.0.set(Some((at, passed)));
    }
}

/// The words of guards in a stretch of a block, which the dates of a sentence share.
#[derive(Debug, Default)]
pub(crate) struct ClauseWords {
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
