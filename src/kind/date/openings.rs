//! What dates may begin with: a glance at the first characters that settles most places.

use crate::text::{Block, Pairs, lower};

/// What dates may begin with, by the first characters: false positives are allowed, false negatives never.
#[derive(Debug)]
pub(super) struct Openings {
    /// The first two characters of all.
    pairs: Pairs,
    /// Openings of one and of two characters, and all others by their first three, each hashed.
    flags: [Box<[u8]>; 3],
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

    const BITS: u32 = 12;

    /// No openings yet.
    pub(super) fn none() -> Self {
        let none: Box<[u8]> = vec![0; 1 << Self::BITS].into();
        Self { pairs: Pairs::new(), flags: [none.clone(), none.clone(), none] }
    }

    pub(super) fn add(&mut self, word: impl Iterator<Item = char>, what: u8) {
        let mut chars = word.map(lower).fuse();
        let first = [(); 3].map(|()| chars.next());
        let len = first.iter().flatten().count();
        let [one, two, three] = first.map(Option::unwrap_or_default);
        let one = Self::mix(0, one);
        let two = Self::mix(one, two);
        let sums = [one, two, Self::mix(two, three)];
        self.pairs.add(first.into_iter().flatten());
        if let Some(flags) = len.checked_sub(1).and_then(|i| self.flags.get_mut(i)) {
            flags[Self::place(sums[len - 1])] |= what;
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
        // Most places end here.
        if !self.pairs.start(block, at) {
            return 0;
        }
        let one = Self::mix(0, lower(block.get(at)));
        let two = Self::mix(one, lower(block.get(at + 1)));
        let three = Self::mix(two, lower(block.get(at + 2)));
        let [short, two_long, longer] = &self.flags;
        short[Self::place(one)] | two_long[Self::place(two)] | longer[Self::place(three)]
    }
}
