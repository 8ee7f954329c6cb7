//! What dates may begin with: a glance at the first characters that settles most places.

use crate::text::{Block, Pairs, lower, steps};
use std::ops::Range;

/// What dates may begin with, by the first characters: false positives are allowed, false negatives never.
#[derive(Debug)]
pub(super) struct Openings {
    /// The first two characters of all.
    pairs: Pairs,
    /// What openings end with some characters, and whether others go on, by a hash of the characters so far.
    flags: Box<[u8]>,
    /// How long the longest of those is that are longer than what is looked at and hold an anchor themselves.
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

    /// Longer openings begin so.
    const GOES_ON: u8 = 128;

    /// Characters that are looked at.
    pub(super) const CHARS: usize = 6;

    const BITS: u32 = 14;

    /// No openings yet.
    pub(super) fn none() -> Self {
        let none: Box<[u8]> = vec![0; 1 << Self::BITS].into();
        Self { pairs: Pairs::new(), flags: none.clone(), longest: none }
    }

    pub(super) fn add(&mut self, word: impl Iterator<Item = char> + Clone, what: u8) {
        let len = word.clone().count();
        self.pairs.add(word.clone().take(2).map(lower));
        let mut sum = 0;
        for (c, so_far) in word.map(lower).zip(1..=Self::CHARS) {
            sum = Self::mix(sum, c);
            let ends = so_far == len.min(Self::CHARS);
            self.flags[Self::place(sum)] |= if ends { what } else { Self::GOES_ON };
        }
        if what & Self::FREE != what && len >= Self::CHARS {
            let longest = &mut self.longest[Self::place(sum)];
            *longest = (*longest).max(u8::try_from(len).unwrap_or(u8::MAX));
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
        self.holding(block, at, 0)
    }

    /// The first of some places at which a date may begin that holds the last of them, with what it may begin with. One that
    /// begins with the word of an anchor is looked for where that word is found, and not again from anchors behind it. Before
    /// `from` dates begin with figures alone.
    #[inline]
    pub(super) fn next(&self, block: &Block<'_>, places: Range<usize>, from: usize) -> Option<(usize, u8)> {
        let chars = block.chars.get(places.clone())?;
        let (figures, all) = chars.split_at(from.clamp(places.start, places.end) - places.start);
        let what = |i: usize| {
            let what = self.holding(block, places.start + i, chars.len() - i) & !Self::INNER;
            (what != 0).then_some((places.start + i, what))
        };
        steps::add(figures.len());
        let mut digits = (0..).zip(figures).filter(|(_, c)| c.is_ascii_digit());
        if let Some(found) = digits.find_map(|(i, _)| what(i)) {
            return Some(found);
        }
        let mut inside = block.before(places.start + figures.len()).is_ascii_alphabetic();
        for (i, &first) in (figures.len()..).zip(all) {
            steps::add(1);
            // A space, or a place between two plain letters, where no date of any language begins.
            let letter = first.is_ascii_alphabetic();
            let never = first == ' ' || letter && inside;
            inside = letter;
            if !never && let Some(found) = what(i) {
                return Some(found);
            }
        }
        None
    }

    /// All that is looked for from any anchor.
    const FREE: u8 = !(Self::ANCHORED_WORD | Self::ANCHORED_PATTERN | Self::GOES_ON);

    /// What may begin at a place, without that which holds an anchor itself and is shorter than some characters.
    fn holding(&self, block: &Block<'_>, at: usize, chars: usize) -> u8 {
        // Most places end here.
        if !self.pairs.start(block, at) {
            return 0;
        }
        let (mut sum, mut found) = (0, 0);
        for len in 1..=Self::CHARS {
            sum = Self::mix(sum, lower(block.get(at + len - 1)));
            let place = Self::place(sum);
            let here = self.flags[place];
            let longest = if len < Self::CHARS { len } else { usize::from(self.longest[place]) };
            found |= if chars > longest { here & Self::FREE } else { here };
            if here & Self::GOES_ON == 0 {
                break;
            }
        }
        found & Self::FREE | (found & !(Self::FREE | Self::GOES_ON)) >> Self::ANCHORED
    }
}
