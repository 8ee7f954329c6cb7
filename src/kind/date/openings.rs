//! What dates may begin with: a glance at the first characters that settles most places.

use crate::text::{Block, lower};

/// What dates may begin with, by the first characters: false positives are allowed, false negatives never.
#[derive(Debug)]
pub(super) struct Openings {
    /// All openings by their first character.
    first: Box<[u8]>,
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
        Self { first: none.clone(), flags: [none.clone(), none.clone(), none] }
    }

    pub(super) fn add(&mut self, word: impl Iterator<Item = char>, what: u8) {
        let mut chars = word.map(lower).fuse();
        let first = [(); 3].map(|()| chars.next());
        let len = first.iter().flatten().count();
        if let Some(c) = first[0] {
            self.first[Self::place(c)] |= what;
        }
        if let Some(flags) = len.checked_sub(1).and_then(|i| self.flags.get_mut(i)) {
            flags[Self::hashes(first.map(Option::unwrap_or_default))[len - 1]] |= what;
        }
    }

    /// Where the first character, the first two and the first three are looked up.
    #[inline]
    fn hashes(first: [char; 3]) -> [usize; 3] {
        let mix = |sum: u32, c: char| (sum.rotate_left(5) ^ c as u32).wrapping_mul(0x9E37_79B9);
        let one = mix(0, first[0]);
        let two = mix(one, first[1]);
        [one, two, mix(two, first[2])].map(|sum| (sum >> (32 - Self::BITS)) as usize)
    }

    #[inline]
    const fn place(first: char) -> usize {
        first as usize % (1 << Self::BITS)
    }

    /// What a date may begin with at a place.
    #[inline]
    pub(super) fn first(&self, block: &Block<'_>, at: usize) -> u8 {
        self.at(block, at) & !Self::INNER
    }

    /// What may begin at a place.
    #[inline]
    pub(super) fn at(&self, block: &Block<'_>, at: usize) -> u8 {
        let mut chars = block.chars.get(at..).unwrap_or(&[]).iter().copied();
        let Some(first) = chars.next().map(lower) else { return 0 };
        if self.first[Self::place(first)] == 0 {
            return 0;
        }
        let mut next = || chars.next().map_or('\0', lower);
        let first = [first, next(), next()];
        let hashes = Self::hashes(first);
        self.flags[0][hashes[0]] | self.flags[1][hashes[1]] | self.flags[2][hashes[2]]
    }
}
