//! Finds all pieces of words in one pass: a bit for each gram that some piece holds.
//!
//! A *gram* is the codes of a few characters in a row. Each piece is found by the rarest of its grams, so most
//! places of a text are left by one look at one bit, and no look waits for the one before it. What remains is compared
//! code by code, and what of that, character by character: the bits may lie, the hits do not.

use super::pieces::{Piece, rarity};
use crate::text::{lower, upper_case};
use std::{cmp::Reverse, collections::HashMap, ops::Range};

/// The pieces, by the grams that they are found by.
#[derive(Debug)]
pub(super) struct Grams {
    /// The code of each character of the first plane; 0 for those of no piece. Those of other planes
    /// share the last.
    codes: Box<[u16; 1 << 16]>,
    /// Bits of a code, and codes of a gram.
    width: u32,
    len: usize,
    /// The bit of a code that tells a capital, if there is one: codes of currencies in capitals stand in common words.
    capital: u32,
    /// A bit for each gram that a piece, or the gram of a longer one, ends in: the one look at most places.
    bits: Box<[u64; WORDS]>,
    /// Those of pieces that are no longer than a gram.
    whole: Box<[u64; WORDS]>,
    /// A bit for the hash of each gram of one more character, of the pieces that are longer.
    hashed: Box<[u64; 1 << (HASH - 6)]>,
    /// Pieces longer than a gram, by a gram of one more character.
    long: Shelf,
    /// Those as long as a gram.
    exact: Shelf,
    /// Shorter pieces, by the code of their last character.
    short: Shelf,
    /// The characters of the pieces, in lower case.
    chars: Vec<char>,
}

/// Words of 64 bits for all grams: of three codes of seven bits, which are more than two of ten.
const WORDS: usize = 1 << (21 - 6);

/// Places that are looked at together: a bit of a word for each.
const PART: usize = u64::BITS as usize;

/// Those that are read one after the other without a question.
const EIGHT: usize = 8;

/// Bits of the hash of a long gram.
const HASH: u32 = 17;

#[inline]
const fn hash(key: u32) -> usize {
    (key.wrapping_mul(0x9E37_79B9) >> (32 - HASH)) as usize
}

/// Where the code of a character stands: those of other planes share the last place, which is no character.
#[inline]
fn place_of(c: char) -> usize {
    (c as usize).min(0xFFFF)
}

/// Pieces by some codes, found by a hash of them.
#[derive(Debug, Default)]
struct Shelf {
    /// In the order of their hashes.
    places: Vec<Posting>,
    /// Where the places of each hash begin; one more for the end.
    starts: Vec<u32>,
}

impl Shelf {
    const BITS: u32 = 11;

    const fn hash(codes: u32) -> usize {
        (codes.wrapping_mul(0x9E37_79B9) >> (32 - Self::BITS)) as usize
    }

    /// Puts the places in order, after the last was added; they are found by some codes of their grams.
    fn close(&mut self, codes: u32) {
        let hash = |p: &Posting| Self::hash(p.gram & codes);
        self.places.sort_by_key(|p| (hash(p), p.gram));
        self.starts = vec![0; (1 << Self::BITS) + 1];
        self.places.iter().for_each(|p| self.starts[hash(p) + 1] += 1);
        (0..1 << Self::BITS).for_each(|hash| self.starts[hash + 1] += self.starts[hash]);
    }

    /// The places that have the hash of some codes.
    #[inline]
    fn of(&self, codes: u32) -> &[Posting] {
        let hash = Self::hash(codes);
        &self.places[self.starts[hash] as usize..self.starts[hash + 1] as usize]
    }
}

/// A piece that stands in a text, in any case.
pub(super) struct Found {
    pub(super) place: Range<usize>,
    pub(super) anchor: u32,
    /// Whether only its own case counts.
    pub(super) cased: bool,
}

/// Where a piece is found.
#[derive(Debug, Clone, Copy)]
struct Posting {
    /// Its gram, and the bits of the codes that it has.
    gram: u32,
    mask: u32,
    anchor: u32,
    /// Its characters up to the end of the gram, and those after it.
    before: u16,
    after: u16,
    /// Whether only its own case counts.
    cased: bool,
    /// Its first character in [`Grams::chars`].
    chars: u32,
}

/// Pieces of so few different characters are written with letters, which have capitals: grams of three; others are found
/// by grams of two.
const FEW: usize = 127;

impl Grams {
    pub(super) fn new(pieces: &[Piece]) -> Self {
        let mut codes = Box::new([0_u16; 1 << 16]);
        // The most frequent characters have a code of their own, the others share the last.
        let mut counts: HashMap<char, usize> = HashMap::new();
        pieces.iter().flat_map(|p| p.text.chars()).for_each(|c| *counts.entry(lower(c)).or_default() += 1);
        let mut alphabet: Vec<(char, usize)> = counts.into_iter().collect();
        alphabet.sort_unstable_by_key(|&(c, count)| (Reverse(count), c));
        let (width, len, capital) = if alphabet.len() <= FEW { (7, 3, 1 << 6) } else { (10, 2, 0) };
        let most = (1 << width) - 1 - capital;
        for (&(c, _), code) in alphabet.iter().zip(1_u16..) {
            codes[place_of(c)] = code.min(most);
        }
        for &(upper, lower) in upper_case() {
            codes[upper as usize] = codes[lower as usize] | capital;
        }
        let mut grams = Self {
            codes,
            width,
            len,
            capital: u32::from(capital),
            bits: Box::new([0; WORDS]),
            whole: Box::new([0; WORDS]),
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
        grams.long.close(u32::MAX);
        grams.exact.close(u32::MAX);
        grams.short.close(grams.codes_of(1));
        grams
    }

    fn add(&mut self, piece: &Piece, anchor: u32) {
        let own: Vec<char> = piece.text.chars().map(lower).collect();
        let size = own.len();
        if size > self.len {
            let grams = own.windows(self.len + 1).enumerate();
            let rarest = grams.max_by(|a, b| rarity(&a.1[1..]).total_cmp(&rarity(&b.1[1..])));
            let Some((offset, gram)) = rarest else { return };
            let key = self.key(gram.iter().copied());
            let bit = hash(key);
            self.hashed[bit / 64] |= 1 << (bit % 64);
            for key in self.cased(key & self.codes_of(self.len), self.len) {
                self.bits[key as usize / 64] |= 1 << (key % 64);
            }
            let posting = self.posting(piece, &own, offset..offset + self.len + 1, anchor);
            self.long.places.push(posting);
            return;
        }
        if piece.cased {
            let key = self.key(piece.text.chars());
            self.set(key, size);
        } else {
            self.cased(self.key(own.iter().copied()), size).for_each(|key| self.set(key, size));
        }
        let posting = self.posting(piece, &own, 0..size, anchor);
        let shelf = if size == self.len { &mut self.exact } else { &mut self.short };
        shelf.places.push(posting);
    }

    /// Where a piece, in lower case, is found by the gram of some of its characters.
    fn posting(&mut self, piece: &Piece, own: &[char], gram: Range<usize>, anchor: u32) -> Posting {
        let chars = self.chars.len() as u32;
        self.chars.extend_from_slice(own);
        Posting {
            gram: self.key(own[gram.clone()].iter().copied()),
            mask: self.codes_of(gram.len()),
            anchor,
            before: gram.end as u16,
            after: (own.len() - gram.end) as u16,
            cased: piece.cased,
            chars,
        }
    }

    /// The bits of so many codes.
    const fn codes_of(&self, count: usize) -> u32 {
        (1 << (self.width * count as u32)) - 1
    }

    /// The gram of some characters.
    fn key(&self, chars: impl Iterator<Item = char>) -> u32 {
        chars.fold(0, |key, c| key << self.width | self.code(c))
    }

    /// A gram of some characters in any case, letter by letter.
    fn cased(&self, folded: u32, size: usize) -> impl Iterator<Item = u32> + use<> {
        let (width, capital) = (self.width, self.capital);
        (0..1_u32 << size).map(move |capitals| {
            let bits = (0..size as u32).filter(|i| capitals >> i & 1 != 0);
            bits.fold(folded, |key, i| key | capital << (width * i))
        })
    }

    /// Sets the bits of all grams that end in some codes; those of a single one are left to [`Self::set_last`].
    fn set(&mut self, key: u32, size: usize) {
        let own = self.width * size as u32;
        let others = if size == 1 { 1 } else { 1 << (self.width * self.len as u32 - own) };
        for before in 0..others {
            let key = before << own | key;
            self.whole[key as usize / 64] |= 1 << (key % 64);
        }
    }

    /// Sets the bits of all grams that end in a code which was set behind nothing.
    fn set_last(&mut self) {
        let row = (1 << self.width) / 64;
        let last: Vec<u64> = self.whole[..row].to_vec();
        let all = 1 << (self.width * self.len as u32 - 6);
        for whole in self.whole[..all].chunks_exact_mut(row) {
            whole.iter_mut().zip(&last).for_each(|(whole, last)| *whole |= last);
        }
        self.bits.iter_mut().zip(&self.whole[..]).for_each(|(bits, whole)| *bits |= whole);
    }

    #[inline]
    fn code(&self, c: char) -> u32 {
        u32::from(self.codes[place_of(c)])
    }

    /// Gives each place where a piece stands, in any case.
    pub(super) fn find(&self, text: &[char], give: impl FnMut(Found)) {
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
        mut give: impl FnMut(Found),
    ) {
        let all = |codes: u32| (1_u32 << (WIDTH * codes)) - 1;
        let (long, exact, one) = (all(LEN + 1), all(LEN), all(1));
        let folded = long & !(0..=LEN).fold(0, |bits, i| bits | CAPITAL << (WIDTH * i));
        let bit = |words: &[u64], bit: usize| words[bit / 64 % words.len()] >> (bit % 64);
        // A bit for each of as many places as a word holds, so that the few where something may stand are looked at
        // apart from the many where nothing does.
        let mut keys = [[0; EIGHT]; PART / EIGHT];
        let (eights, rest) = text.as_chunks();
        // What is behind the end is of no piece.
        let mut last = ['\0'; EIGHT];
        last[..rest.len()].copy_from_slice(rest);
        let (mut key, mut read) = (0, 0);
        for eights in eights.chunks(keys.len()).chain([std::slice::from_ref(&last)]) {
            let mut may = 0_u64;
            for (chars, keys) in eights.iter().zip(&mut keys) {
                let mut bits = 0;
                for (i, (&c, kept)) in chars.iter().zip(keys).enumerate() {
                    key = key << WIDTH | self.code(c);
                    *kept = key;
                    bits |= (bit(&self.bits[..], (key & exact) as usize) & 1) << i;
                }
                may = may >> EIGHT | bits << (PART - EIGHT);
            }
            may >>= EIGHT * (keys.len() - eights.len());
            while may != 0 {
                let place = may.trailing_zeros() as usize;
                may &= may - 1;
                let (key, end) = (keys.as_flattened()[place], read + place + 1);
                if bit(&self.hashed[..], hash(key & folded)) & 1 != 0 {
                    self.look(self.long.of(key & folded), key & folded, text, end, &mut give);
                }
                if bit(&self.whole[..], (key & exact) as usize) & 1 != 0 {
                    self.look(self.exact.of(key & folded & exact), key & folded, text, end, &mut give);
                    self.look(self.short.of(key & folded & one), key & folded, text, end, &mut give);
                }
            }
            read += EIGHT * eights.len();
        }
    }

    /// The pieces of some places whose gram ends before a place of the text with this key.
    fn look(&self, places: &[Posting], key: u32, text: &[char], end: usize, give: &mut impl FnMut(Found)) {
        for place in places.iter().filter(|p| (key ^ p.gram) & p.mask == 0) {
            let Some(start) = end.checked_sub(usize::from(place.before)) else { continue };
            let end = end + usize::from(place.after);
            if self.stands(place.chars as usize, text, start..end) {
                give(Found { place: start..end, anchor: place.anchor, cased: place.cased });
            }
        }
    }

    /// Whether a piece stands at a place.
    fn stands(&self, first: usize, text: &[char], place: Range<usize>) -> bool {
        let piece = &self.chars[first..first + place.len()];
        text.get(place).is_some_and(|text| text.iter().zip(piece).all(|(&c, &p)| lower(c) == p))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::TableSet;

    /// Its last bits are those of a capital letter.
    #[test]
    fn characters_of_other_planes_are_found() {
        for text in ["\u{20041}", "\u{20041}州", "新\u{20041}州", "新\u{20041}州市区"] {
            let piece = Piece { text: text.into(), tables: TableSet::default(), leads: 1, cased: false };
            let grams = Grams::new(&[piece]);
            let chars: Vec<char> = format!("在{text}。A州").chars().collect();
            let mut found = Vec::new();
            grams.find(&chars, |f| found.push((f.place.start, f.place.end)));
            assert_eq!(found, [(1, 1 + text.chars().count())], "{text}");
        }
    }
}
