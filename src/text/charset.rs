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
