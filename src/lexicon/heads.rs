//! What keys begin with: a glance at three characters that spares most walks.

use super::{Table, TableSet};

/// The tables of keys, by a hash of their first characters. False positives are allowed, false negatives never.
#[derive(Debug, Default)]
pub(super) struct Heads {
    /// The first of the tables.
    first: u32,
    /// Keys of one character, of two, and of more.
    by_length: [Box<[u16]>; 3],
}

impl Heads {
    /// Bits of the hashes of short keys, and of the others at most.
    const SHORT: u32 = 8;
    const MOST: u32 = 15;

    /// Those of keys, of which the first three characters are given.
    pub(super) fn new(keys: impl Iterator<Item = (Table, [Option<char>; 3])> + Clone) -> Self {
        let first = keys.clone().map(|(table, _)| table as u32).min().unwrap_or(0);
        let bits = keys.clone().count().next_power_of_two().ilog2() + 1;
        let sizes = [Self::SHORT, Self::SHORT + 2, bits.clamp(Self::SHORT, Self::MOST)];
        let mut heads = Self { first, by_length: sizes.map(|bits| vec![0; 1 << bits].into()) };
        for (table, chars) in keys {
            let Some(length) = chars.iter().flatten().count().checked_sub(1) else { continue };
            let hash = Self::hashes(chars.map(Option::unwrap_or_default))[length];
            let flags = &mut heads.by_length[length];
            let place = Self::place(flags, hash);
            flags[place] |= TableSet::of(&[table]).bits_from(first);
        }
        heads
    }

    /// Whether a key of one of the tables may begin with these characters.
    #[inline]
    pub(super) fn may(&self, chars: [char; 3], tables: TableSet) -> bool {
        let hashes = Self::hashes(chars);
        let tables = tables.bits_from(self.first);
        let of = |length: usize| {
            let flags = &self.by_length[length];
            flags.get(Self::place(flags, hashes[length])).copied().unwrap_or(0)
        };
        (of(0) | of(1) | of(2)) & tables != 0
    }

    /// Those of the first character, the first two and the first three.
    #[inline]
    fn hashes(chars: [char; 3]) -> [u32; 3] {
        let mix = |sum: u32, c: char| (sum.rotate_left(5) ^ c as u32).wrapping_mul(0x9E37_79B9);
        let one = mix(0, chars[0]);
        let two = mix(one, chars[1]);
        [one, two, mix(two, chars[2])]
    }

    #[inline]
    fn place(flags: &[u16], hash: u32) -> usize {
        (hash >> 12) as usize & flags.len().wrapping_sub(1)
    }
}
