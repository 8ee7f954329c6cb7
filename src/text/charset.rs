//! A set of characters, asked in one step.

/// Characters of the first plane, a bit for each.
#[derive(Debug, Clone)]
pub(crate) struct CharSet(Box<[u64; 1024]>);

impl CharSet {
    #[inline]
    pub(crate) fn has(&self, c: char) -> bool {
        self.0.get(c as usize / 64).is_some_and(|bits| bits >> (c as usize % 64) & 1 != 0)
    }
}

impl FromIterator<char> for CharSet {
    fn from_iter<I: IntoIterator<Item = char>>(chars: I) -> Self {
        let mut set = Self(Box::new([0; 1024]));
        for c in chars {
            if let Some(bits) = set.0.get_mut(c as usize / 64) {
                *bits |= 1 << (c as usize % 64);
            }
        }
        set
    }
}

/// Characters by their last eight bits: small, where there are many sets. False positives are allowed, false negatives never.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct CharBits([u64; 4]);

impl CharBits {
    #[inline]
    pub(crate) const fn has(&self, c: char) -> bool {
        self.0[c as usize / 64 % 4] >> (c as usize % 64) & 1 != 0
    }

    pub(crate) fn join(self, other: Self) -> Self {
        Self(std::array::from_fn(|i| self.0[i] | other.0[i]))
    }
}

impl FromIterator<char> for CharBits {
    fn from_iter<I: IntoIterator<Item = char>>(chars: I) -> Self {
        let mut bits = Self::default();
        chars.into_iter().for_each(|c| bits.0[c as usize / 64 % 4] |= 1 << (c as usize % 64));
        bits
    }
}
