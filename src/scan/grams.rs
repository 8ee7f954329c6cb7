//! Finds all pieces of words in one pass: a bit for each gram that some piece holds.
//!
//! A *gram* is the codes of a few characters in a row. Each piece is found by the rarest of its grams, so most
//! places of a text are left by one look at one bit, and no look waits for the one before it. What remains is compared
//! character by character, so the codes may be shared and the bits may lie; the hits do not.

use super::pieces::{Piece, rarity};
use crate::text::{lower, upper_case};
use std::{cmp::Reverse, collections::HashMap};

/// The pieces, by the grams that they are found by.
#[derive(Debug)]
pub(super) struct Grams {
    /// The code of each character of the first plane; 0 for those of no piece.
    codes: Box<[u16]>,
    /// Bits of a code, and characters of a gram.
    width: u32,
    len: usize,
    /// A bit for each gram.
    bits: Box<[u64]>,
    /// Pieces at least as long as a gram, by their gram.
    keyed: Shelf,
    /// Shorter pieces, by the code of their last character.
    short: Shelf,
    /// The characters of all pieces in lower case.
    chars: Vec<char>,
}

/// Places by their key, found by a hash of it.
#[derive(Debug, Default)]
struct Shelf {
    /// In the order of their hashes.
    places: Vec<Posting>,
    /// Where the places of each hash begin; one more for the end.
    starts: Vec<u32>,
}

impl Shelf {
    const BITS: u32 = 11;

    const fn hash(key: u32) -> usize {
        (key.wrapping_mul(0x9E37_79B9) >> (32 - Self::BITS)) as usize
    }

    /// Puts the places in order, after the last was added.
    fn close(&mut self) {
        self.places.sort_by_key(|p| (Self::hash(p.key), p.key));
        let first = |hash| self.places.partition_point(|p| Self::hash(p.key) < hash) as u32;
        self.starts = (0..=1 << Self::BITS).map(first).collect();
    }

    /// The places of a key.
    #[inline]
    fn of(&self, key: u32) -> impl Iterator<Item = &Posting> {
        let hash = Self::hash(key);
        let range = self.starts[hash] as usize..self.starts[hash + 1] as usize;
        self.places[range].iter().filter(move |p| p.key == key)
    }
}

/// Where a piece is found.
#[derive(Debug, Clone, Copy)]
struct Posting {
    /// Its gram, or the code of its last character.
    key: u32,
    anchor: u32,
    /// Characters of the piece after the gram.
    rest: u32,
    /// Its characters in [`Grams::chars`].
    chars: (u32, u32),
}

/// Pieces of so few different characters are written with letters: grams of three; others with grams of two.
const FEW: usize = 127;

impl Grams {
    pub(super) fn new(pieces: &[Piece]) -> Self {
        let mut codes = vec![0_u16; 1 << 16].into_boxed_slice();
        // The most frequent characters have a code of their own, the others share the last.
        let mut counts: HashMap<char, usize> = HashMap::new();
        pieces.iter().flat_map(|p| p.text.chars()).for_each(|c| *counts.entry(lower(c)).or_default() += 1);
        let mut alphabet: Vec<(char, usize)> = counts.into_iter().collect();
        alphabet.sort_unstable_by_key(|&(c, count)| (Reverse(count), c));
        let (width, len) = if alphabet.len() <= FEW { (7, 3) } else { (10, 2) };
        let most = (1 << width) - 1;
        for (&(c, _), code) in alphabet.iter().zip(1_u16..) {
            if let Some(own) = codes.get_mut(c as usize) {
                *own = code.min(most);
            }
        }
        for &(upper, lower) in upper_case() {
            codes[upper as usize] = codes[lower as usize];
        }
        let mut grams = Self {
            codes,
            width,
            len,
            bits: vec![0; (1 << (width * len as u32)) / 64].into(),
            keyed: Shelf::default(),
            short: Shelf::default(),
            chars: Vec::new(),
        };
        for (piece, anchor) in pieces.iter().zip(0..) {
            grams.add(piece, anchor);
        }
        grams.keyed.close();
        grams.short.close();
        grams
    }

    fn add(&mut self, piece: &Piece, anchor: u32) {
        let start = self.chars.len();
        self.chars.extend(piece.text.chars().map(lower));
        let chars = (start as u32, self.chars.len() as u32);
        let own = &self.chars[start..];
        let key = own.iter().fold(0, |key, &c| key << self.width | self.code(c));
        if own.len() < self.len {
            // Whatever stands before it.
            let bits = self.width * own.len() as u32;
            let place = Posting { key: self.code(own[own.len() - 1]), anchor, rest: 0, chars };
            for before in 0..1 << (self.width * (self.len - own.len()) as u32) {
                self.set(before << bits | key);
            }
            self.short.places.push(place);
            return;
        }
        let rarest = own.windows(self.len).enumerate().max_by(|a, b| rarity(a.1).total_cmp(&rarity(b.1)));
        let Some((offset, gram)) = rarest else { return };
        let key = gram.iter().fold(0, |key, &c| key << self.width | self.code(c));
        let rest = (own.len() - offset - self.len) as u32;
        self.set(key);
        self.keyed.places.push(Posting { key, anchor, rest, chars });
    }

    fn set(&mut self, key: u32) {
        self.bits[key as usize / 64] |= 1 << (key % 64);
    }

    #[inline]
    fn code(&self, c: char) -> u32 {
        match self.codes.get(c as usize) {
            Some(&code) => u32::from(code),
            None => (1 << self.width) - 1,
        }
    }

    /// Gives each place where a piece stands, in lower case: its first character, the one after its last, its number.
    #[inline]
    pub(super) fn find(&self, text: &[char], mut give: impl FnMut(usize, usize, u32)) {
        let mask = (1 << (self.width * self.len as u32)) - 1;
        let mut key = 0;
        for (i, &c) in text.iter().enumerate() {
            key = (key << self.width | self.code(c)) & mask;
            if self.bits[key as usize / 64] >> (key % 64) & 1 != 0 {
                self.look(text, i + 1, key, &mut give);
            }
        }
    }

    /// The pieces with a gram that ends before a place.
    fn look(&self, text: &[char], end: usize, key: u32, give: &mut impl FnMut(usize, usize, u32)) {
        let last = key & ((1 << self.width) - 1);
        for (shelf, key) in [(&self.keyed, key), (&self.short, last)] {
            for place in shelf.of(key) {
                let piece = &self.chars[place.chars.0 as usize..place.chars.1 as usize];
                let end = end + place.rest as usize;
                let Some(start) = end.checked_sub(piece.len()) else { continue };
                let same = |text: &[char]| text.iter().zip(piece).all(|(&c, &p)| lower(c) == p);
                if text.get(start..end).is_some_and(same) {
                    give(start, end, place.anchor);
                }
            }
        }
    }
}
