//! Finds all pieces of words in one pass: a bit for each gram that some piece holds.
//!
//! A *gram* is the codes of a few characters in a row. Each piece is found by the rarest of its grams, so most
//! places of a text are left by one look at one bit, and no look waits for the one before it. What remains is compared
//! character by character, so the codes may be shared and the bits may lie; the hits do not.

use super::pieces::{Piece, rarity};
use crate::{
    lexicon::Quick,
    text::{lower, upper_case},
};
use std::{cmp::Reverse, collections::HashMap};

/// The pieces, by the grams that they are found by.
#[derive(Debug)]
pub(super) struct Grams {
    /// The code of each character of the first plane; 0 for those of no piece.
    codes: Box<[u16]>,
    /// Bits of a code, and codes of a gram.
    width: u32,
    len: usize,
    /// The bit of a code that tells a capital, if there is one: codes of currencies in capitals stand in common words.
    capital: u32,
    /// The code of all characters that have none of their own.
    most: u32,
    /// A bit for each gram that ends in a piece.
    bits: Box<[u64; WORDS]>,
    /// A bit for the hash of each gram of one more character, of the pieces that are longer.
    hashed: Box<[u64; 1 << (HASH - 6)]>,
    /// Pieces longer than a gram, by a gram of one more character.
    long: Shelf,
    /// Those as long as a gram.
    exact: Shelf,
    /// Shorter pieces, by the code of their last character.
    short: Shelf,
    /// The characters of all pieces in lower case.
    chars: Vec<char>,
}

/// Words of 64 bits for all grams: of three codes of seven bits, which are more than two of ten.
const WORDS: usize = 1 << (21 - 6);

/// Bits of the hash of a long gram.
const HASH: u32 = 17;

#[inline]
const fn hash(key: u32) -> usize {
    (key.wrapping_mul(0x9E37_79B9) >> (32 - HASH)) as usize
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
        self.starts = vec![0; (1 << Self::BITS) + 1];
        self.places.iter().for_each(|p| self.starts[Self::hash(p.key) + 1] += 1);
        (0..1 << Self::BITS).for_each(|hash| self.starts[hash + 1] += self.starts[hash]);
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

/// Pieces of so few different characters are written with letters, which have capitals: grams of three; others are found
/// by grams of two.
const FEW: usize = 127;

impl Grams {
    pub(super) fn new(pieces: &[Piece]) -> Self {
        let mut codes = vec![0_u16; 1 << 16].into_boxed_slice();
        // The most frequent characters have a code of their own, the others share the last.
        let mut counts: HashMap<char, usize, Quick> = HashMap::default();
        pieces.iter().flat_map(|p| p.text.chars()).for_each(|c| *counts.entry(lower(c)).or_default() += 1);
        let mut alphabet: Vec<(char, usize)> = counts.into_iter().collect();
        alphabet.sort_unstable_by_key(|&(c, count)| (Reverse(count), c));
        let (width, len, capital) = if alphabet.len() <= FEW { (7, 3, 1 << 6) } else { (10, 2, 0) };
        let most = (1 << width) - 1 - capital;
        for (&(c, _), code) in alphabet.iter().zip(1_u16..) {
            if let Some(own) = codes.get_mut(c as usize) {
                *own = code.min(most);
            }
        }
        for &(upper, lower) in upper_case() {
            codes[upper as usize] = codes[lower as usize] | capital;
        }
        let mut grams = Self {
            codes,
            width,
            len,
            capital: u32::from(capital),
            most: u32::from(most),
            bits: Box::new([0; WORDS]),
            hashed: Box::new([0; 1 << (HASH - 6)]),
            long: Shelf::default(),
            exact: Shelf::default(),
            short: Shelf::default(),
            chars: Vec::new(),
        };
        for (piece, anchor) in pieces.iter().zip(0..) {
            grams.add(piece, anchor);
        }
        grams.set_last();
        grams.long.close();
        grams.exact.close();
        grams.short.close();
        grams
    }

    fn add(&mut self, piece: &Piece, anchor: u32) {
        let own: Vec<char> = piece.text.chars().map(lower).collect();
        let size = own.len();
        let chars = (self.chars.len() as u32, (self.chars.len() + size) as u32);
        self.chars.extend_from_slice(&own);
        if size > self.len {
            let grams = own.windows(self.len + 1).enumerate();
            let rarest = grams.max_by(|a, b| rarity(a.1).total_cmp(&rarity(b.1)));
            let Some((offset, gram)) = rarest else { return };
            let (key, rest) = (self.key(gram.iter().copied()), (size - offset - self.len - 1) as u32);
            let bit = hash(key);
            self.hashed[bit / 64] |= 1 << (bit % 64);
            self.long.places.push(Posting { key, anchor, rest, chars });
            return;
        }
        let folded = self.key(own.iter().copied());
        if piece.cased {
            let key = self.key(piece.text.chars());
            self.set(key, size);
        } else {
            // In any case, letter by letter.
            for capitals in 0..1_u32 << size {
                let bits = (0..size as u32).filter(|i| capitals >> i & 1 != 0);
                let key = bits.fold(folded, |key, i| key | self.capital << (self.width * i));
                self.set(key, size);
            }
        }
        let key = if size == self.len { folded } else { self.code(own[size - 1]) };
        let shelf = if size == self.len { &mut self.exact } else { &mut self.short };
        shelf.places.push(Posting { key, anchor, rest: 0, chars });
    }

    /// The gram of some characters.
    fn key(&self, chars: impl Iterator<Item = char>) -> u32 {
        chars.fold(0, |key, c| key << self.width | self.code(c))
    }

    /// Sets the bits of all grams that end in some codes; those of a single one are left to [`Self::set_last`].
    fn set(&mut self, key: u32, size: usize) {
        let own = self.width * size as u32;
        let others = if size == 1 { 1 } else { 1 << (self.width * self.len as u32 - own) };
        for before in 0..others {
            let key = before << own | key;
            self.bits[key as usize / 64] |= 1 << (key % 64);
        }
    }

    /// Sets the bits of all grams that end in a code which was set behind nothing.
    fn set_last(&mut self) {
        let row = (1 << self.width) / 64;
        let last: Vec<u64> = self.bits[..row].to_vec();
        let all = 1 << (self.width * self.len as u32 - 6);
        for bits in self.bits[..all].chunks_exact_mut(row) {
            bits.iter_mut().zip(&last).for_each(|(bits, last)| *bits |= last);
        }
    }

    #[inline]
    fn code(&self, c: char) -> u32 {
        self.codes.get(c as usize).map_or(self.most, |&code| u32::from(code))
    }

    /// Gives each place where a piece stands, in lower case: its first character, the one after its last, its number.
    pub(super) fn find(&self, text: &[char], give: impl FnMut(usize, usize, u32)) {
        // The widths are known to the compiler in each, so that a place costs a few instructions.
        if self.capital == 0 {
            self.find_with::<10, 2, 0>(text, give)
        } else {
            self.find_with::<7, 3, 64>(text, give)
        }
    }

    #[inline]
    fn find_with<const WIDTH: u32, const LEN: u32, const CAPITAL: u32>(
        &self,
        text: &[char],
        mut give: impl FnMut(usize, usize, u32),
    ) {
        let all = |codes: u32| (1_u32 << (WIDTH * codes)) - 1;
        let (long, exact, last) = (all(LEN + 1), all(LEN), all(1));
        let folded = long & !(0..=LEN).fold(0, |bits, i| bits | CAPITAL << (WIDTH * i));
        let bit = |words: &[u64], bit: usize| words[bit / 64 % words.len()] >> (bit % 64);
        let here = |key: u32| bit(&self.bits[..], (key & exact) as usize);
        let longer = |key: u32| bit(&self.hashed[..], hash(key & folded));
        // A bit for each of as many places as a word holds, so that the few where something may stand are looked at
        // apart from the many where nothing does.
        let mut keys = [0; u64::BITS as usize];
        let mut key = 0;
        for (part, chars) in text.chunks(keys.len()).enumerate() {
            let mut may = 0_u64;
            for (&c, kept) in chars.iter().zip(&mut keys) {
                key = key << WIDTH | self.code(c);
                *kept = key;
                may = may >> 1 | (here(key) | longer(key)) << (u64::BITS - 1);
            }
            may >>= keys.len() - chars.len();
            while may != 0 {
                let place = may.trailing_zeros() as usize;
                may &= may - 1;
                let (key, end) = (keys[place], part * keys.len() + place + 1);
                if longer(key) & 1 != 0 {
                    self.look(&self.long, key & folded, text, end, &mut give);
                }
                if here(key) & 1 != 0 {
                    self.look(&self.exact, key & folded & exact, text, end, &mut give);
                    self.look(&self.short, key & folded & last, text, end, &mut give);
                }
            }
        }
    }

    /// The pieces of a shelf with a gram that ends before a place.
    fn look(
        &self,
        shelf: &Shelf,
        key: u32,
        text: &[char],
        end: usize,
        give: &mut impl FnMut(usize, usize, u32),
    ) {
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
