//! What keys begin with: a glance at three characters that spares most walks.

use super::{Table, TableSet};

/// The tables of keys, by a hash of their first characters. False positives are allowed, false negatives never.
#[derive(Debug, Default)]
pub(super) struct Heads {
    /// The first of the tables.
    first: u32,
    /// All keys but those of one character, by two.
    pairs: Box<[u16]>,
    /// Keys of one character, of two, and of more.
    by_length: [Box<[u16]>; 3],
}

impl Heads {
    /// Bits of the hashes of short keys, and of the others at most.
    const SHORT: u32 = 8;
    const MOST: u32 = 15;

    /// Those of keys by their table and characters, given the first of the tables.
    pub(super) fn new<'a>(first: u32, keys: impl ExactSizeIterator<Item = (Table, &'a [char])>) -> Self {
        let bits = keys.len().next_power_of_two().ilog2() + 1;
        let sizes = [Self::SHORT, Self::SHORT + 2, bits.clamp(Self::SHORT, Self::MOST)];
        let pairs = vec![0; 1 << sizes[1].max(sizes[2] - 1)].into();
        let mut heads = Self { first, pairs, by_length: sizes.map(|bits| vec![0; 1 << bits].into()) };
        for (table, key) in keys {
            let bits = TableSet::of(&[table]).bits_from(first);
            let set = |flags: &mut [u16], hash| flags[Self::place(flags, hash)] |= bits;
            let [short, two_long, longer] = &mut heads.by_length;
            match *key {
                [] => {}
                [one] => set(short, Self::mix(0, one)),
                [one, two, ref others @ ..] => {
                    let two = Self::mix(Self::mix(0, one), two);
                    set(&mut heads.pairs, two);
                    match others.first() {
                        None => set(two_long, two),
                        Some(&three) => set(longer, Self::mix(two, three)),
                    }
                }
            }
        }
        heads
    }

    /// Whether a key of one of the tables may begin with these characters.
    #[inline]
    pub(super) fn may(&self, mut next: impl FnMut() -> char, tables: TableSet) -> bool {
        let tables = tables.bits_from(self.first);
        let of = |flags: &[u16], hash| flags.get(Self::place(flags, hash)).copied().unwrap_or(0) & tables;
        let [short, two_long, longer] = &self.by_length;
        let one = Self::mix(0, next());
        if of(short, one) != 0 {
            return true;
        }
        let two = Self::mix(one, next());
        // Most places end here.
        of(&self.pairs, two) != 0 && (of(two_long, two) != 0 || of(longer, Self::mix(two, next())) != 0)
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
