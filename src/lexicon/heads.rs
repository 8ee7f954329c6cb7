//! What keys begin with: a glance at a few characters that spares most walks.

use super::{Table, TableSet};

/// So many characters of a key are told.
const DEPTH: usize = 5;

/// The tables of keys, by a hash of their first characters. False positives are allowed, false negatives never.
#[derive(Debug, Default)]
pub(super) struct Heads {
    /// All keys but those of one character, by two.
    pairs: Box<[u16]>,
    /// Keys of one character, of two, and so on; the last are of as many or more.
    by_length: [Box<[u16]>; DEPTH],
}

impl Heads {
    /// Bits of the hashes of short keys, and of the others at most.
    const SHORT: u32 = 8;
    const MOST: u32 = 15;

    /// Those of so many keys by their table and characters, given the first of the tables.
    pub(super) fn new(
        first: u32,
        count: usize,
        keys: impl Iterator<Item = (Table, impl Iterator<Item = char>)>,
    ) -> Self {
        let bits = count.next_power_of_two().ilog2() + 1;
        let longest = bits.clamp(Self::SHORT, Self::MOST);
        let size = |length| {
            if length == DEPTH { longest } else { longest.min(Self::SHORT + 2 * (length as u32 - 1)) }
        };
        let flags = |bits: u32| vec![0; 1 << bits].into_boxed_slice();
        let by_length = std::array::from_fn(|i| flags(size(i + 1)));
        let mut heads = Self { pairs: flags(longest.max(Self::SHORT + 3) - 1), by_length };
        keys.for_each(|(table, key)| {
            let bits = TableSet::of(&[table]).bits_from(first);
            let set = |flags: &mut [u16], hash| flags[Self::place(flags, hash)] |= bits;
            let (mut hash, mut length) = (0, 0);
            for c in key.take(DEPTH) {
                hash = Self::mix(hash, c);
                length += 1;
                if length == 2 {
                    set(&mut heads.pairs, hash);
                }
            }
            if length > 0 {
                set(&mut heads.by_length[length - 1], hash);
            }
        });
        heads
    }

    /// Whether a key of one of the tables, given by their bits, may begin with these characters.
    #[inline]
    pub(super) fn may(&self, mut next: impl FnMut() -> char, tables: u16) -> bool {
        let of =
            |flags: &[u16], hash| flags.get(Self::place(flags, hash)).copied().unwrap_or(0) & tables != 0;
        let [one_long, two_long, longer @ ..] = &self.by_length;
        let one = Self::mix(0, next());
        if of(one_long, one) {
            return true;
        }
        let mut hash = Self::mix(one, next());
        // Most places end here.
        of(&self.pairs, hash)
            && (of(two_long, hash)
                || longer.iter().any(|flags| {
                    hash = Self::mix(hash, next());
                    of(flags, hash)
                }))
    }

    /// The hash of some characters and one more.
    #[inline]
    fn mix(sum: u32, c: char) -> u32 {
        (sum.rotate_left(5) ^ c as u32).wrapping_mul(0x9E37_79B9)
    }

    #[inline]
    fn place(flags: &[u16], hash: u32) -> usize {
        (hash >> 12) as usize & flags.len().wrapping_sub(1)
    }
}
