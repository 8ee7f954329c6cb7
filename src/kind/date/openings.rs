//! What dates may begin with: a glance at the first characters that settles most places.

use crate::text::{Block, Pairs, lower, steps};
use std::ops::Range;

/// What dates may begin with, by the first characters: false positives are allowed, false negatives never.
#[derive(Debug)]
pub(super) struct Openings {
    /// The first two characters of all.
    pairs: Pairs,
    /// Openings of one and of two characters, and all others by their first three, each hashed.
    flags: [Box<[u8]>; 3],
    /// How long the longest of those others is that holds an anchor itself.
    longest: Box<[u8]>,
}

impl Openings {
    /// A word of a table.
    pub(super) const WORD: u8 = 1;
    /// Characters of a pattern.
    pub(super) const PATTERN: u8 = 2;
    /// What slots read by code: digits, and others.
    pub(super) const DIGIT: u8 = 4;
    pub(super) const CODE: u8 = 8;
    /// The same of slots that no pattern begins with.
    pub(super) const INNER: u8 = 16;
    /// A word of a table, or characters of a pattern, that begins with the word of an anchor.
    pub(super) const ANCHORED_WORD: u8 = Self::WORD << Self::ANCHORED;
    pub(super) const ANCHORED_PATTERN: u8 = Self::PATTERN << Self::ANCHORED;
    const ANCHORED: u32 = 5;

    /// Characters that are looked at.
    pub(super) const CHARS: usize = 3;

    const BITS: u32 = 12;

    /// No openings yet.
    pub(super) fn none() -> Self {
        let none: Box<[u8]> = vec![0; 1 << Self::BITS].into();
        Self { pairs: Pairs::new(), flags: [none.clone(), none.clone(), none.clone()], longest: none }
    }

    pub(super) fn add(&mut self, word: impl Iterator<Item = char> + Clone, what: u8) {
        let len = word.clone().count();
        let mut chars = word.map(lower).fuse();
        let first = [(); Self::CHARS].map(|()| chars.next());
        let [one, two, three] = first.map(Option::unwrap_or_default);
        let one = Self::mix(0, one);
        let two = Self::mix(one, two);
        let sums = [one, two, Self::mix(two, three)];
        self.pairs.add(first.into_iter().flatten());
        let Some(by) = len.checked_sub(1).map(|last| last.min(2)) else { return };
        let place = Self::place(sums[by]);
        self.flags[by][place] |= what;
        if what >> Self::ANCHORED != 0 && by == 2 {
            self.longest[place] = self.longest[place].max(u8::try_from(len).unwrap_or(u8::MAX));
        }
    }

    /// The hash of some characters and one more.
    #[inline]
    const fn mix(sum: u32, c: char) -> u32 {
        (sum.rotate_left(5) ^ c as u32).wrapping_mul(0x9E37_79B9)
    }

    #[inline]
    const fn place(sum: u32) -> usize {
        (sum >> (32 - Self::BITS)) as usize
    }

    /// What a date may begin with at a place.
    #[inline]
    pub(super) fn first(&self, block: &Block<'_>, at: usize) -> u8 {
        self.at(block, at) & !Self::INNER
    }

    /// What may begin at a place.
    #[inline]
    pub(super) fn at(&self, block: &Block<'_>, at: usize) -> u8 {
        let [short, longer] = self.flags_at(block, at).0;
        Self::plain(short | longer)
    }

    /// The first of some places at which a date may begin that holds the last of them, with what it may begin with. One that
    /// begins with the word of an anchor is looked for where that word is found, and not again from anchors behind it.
    #[inline]
    pub(super) fn next(&self, block: &Block<'_>, places: Range<usize>) -> Option<(usize, u8)> {
        let mut inside = block.before(places.start).is_ascii_alphabetic();
        for (i, &first) in block.chars.get(places.clone())?.iter().enumerate() {
            steps::add(1);
            // A space, or a place between two plain letters, where no date of any language begins.
            let letter = first.is_ascii_alphabetic();
            let never = first == ' ' || letter && inside;
            inside = letter;
            if never {
                continue;
            }
            let at = places.start + i;
            let ([mut short, mut longer], longest) = self.flags_at(block, at);
            let far = places.end - at;
            short &= if far > 2 { Self::FREE } else { u8::MAX };
            longer &= if far > usize::from(longest) { Self::FREE } else { u8::MAX };
            let what = Self::plain(short | longer) & !Self::INNER;
            if what != 0 {
                return Some((at, what));
            }
        }
        None
    }

    /// All that is looked for from any anchor.
    const FREE: u8 = !(Self::ANCHORED_WORD | Self::ANCHORED_PATTERN);

    /// What is the same whether it holds an anchor or not.
    const fn plain(flags: u8) -> u8 {
        flags & Self::FREE | flags >> Self::ANCHORED
    }

    /// The flags of openings of one or two characters at a place, those of longer ones, and how long these may be if they hold an
    /// anchor.
    #[inline]
    fn flags_at(&self, block: &Block<'_>, at: usize) -> ([u8; 2], u8) {
        // Most places end here.
        if !self.pairs.start(block, at) {
            return ([0; 2], 0);
        }
        let one = Self::mix(0, lower(block.get(at)));
        let two = Self::mix(one, lower(block.get(at + 1)));
        let three = Self::place(Self::mix(two, lower(block.get(at + 2))));
        let [short, two_long, longer] = &self.flags;
        let short = short[Self::place(one)] | two_long[Self::place(two)];
        ([short, longer[three]], self.longest[three])
    }
}
