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

/// What words begin with, by the first two characters in lower case: small, where there are many such sets. False positives are
/// allowed, false negatives never.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Beginnings {
    /// Of words of one character, and of longer ones.
    one: [u64; 4],
    two: [u64; 4],
}

impl Beginnings {
    /// Whether one of the words may begin with these two characters.
    #[inline]
    pub(crate) const fn has(&self, first: char, second: char) -> bool {
        let (one, two) = (first as usize, Self::of_two(first, second));
        (self.one[one / 64 % 4] >> (one % 64) | self.two[two / 64 % 4] >> (two % 64)) & 1 != 0
    }

    const fn of_two(first: char, second: char) -> usize {
        first as usize * 37 + second as usize
    }

    pub(crate) fn join(self, other: Self) -> Self {
        let join = |a: [u64; 4], b: [u64; 4]| std::array::from_fn(|i| a[i] | b[i]);
        Self { one: join(self.one, other.one), two: join(self.two, other.two) }
    }

    /// Adds a word in lower case.
    pub(crate) fn add(&mut self, word: impl IntoIterator<Item = char>) {
        let mut chars = word.into_iter();
        let (bits, place) = match (chars.next(), chars.next()) {
            (None, _) => return,
            (Some(only), None) => (&mut self.one, only as usize),
            (Some(first), Some(second)) => (&mut self.two, Self::of_two(first, second)),
        };
        bits[place / 64 % 4] |= 1 << (place % 64);
    }
}
