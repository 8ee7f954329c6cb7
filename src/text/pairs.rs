//! Which two characters words begin with, or end in: a look that settles most places before a search does.

use super::{Block, lower};

/// A table of bits by the first two characters of words, in any case. False positives are allowed, false negatives
/// never.
#[derive(Debug, Clone)]
pub(crate) struct Pairs(Box<[u64; 1024]>);

impl Pairs {
    pub(crate) fn new() -> Self {
        Self(Box::new([0; 1024]))
    }

    /// Adds a word. One that ends words is given from its end.
    pub(crate) fn add(&mut self, mut word: impl Iterator<Item = char>) {
        if let Some(first) = word.next() {
            // After a word of one character anything may stand.
            self.0[row(first)] |= word.next().map_or(!0, |second| 1 << column(second));
        }
    }

    /// Whether one of the words may start at `at`.
    #[inline]
    pub(crate) fn start(&self, block: &Block<'_>, at: usize) -> bool {
        self.may(block.get(at), block.get(at + 1))
    }

    /// Whether one of the words, which were given from their ends, may end before `at`.
    #[inline]
    pub(crate) fn end(&self, block: &Block<'_>, at: usize) -> bool {
        self.may(block.before(at), block.before(at.saturating_sub(1)))
    }

    /// Whether one of the words may begin with these two characters.
    #[inline]
    pub(crate) fn may(&self, first: char, second: char) -> bool {
        self.0[row(first)] >> column(second) & 1 != 0
    }
}

/// Han characters spread over all rows; Latin letters meet in none.
#[inline]
fn row(c: char) -> usize {
    folded(c) as usize % 1024
}

#[inline]
fn column(c: char) -> u32 {
    folded(c) % 64
}

/// The same for both cases of a letter.
#[inline]
fn folded(c: char) -> u32 {
    match c {
        '\0'..='\x7F' => c as u32 | 0x20,
        '\u{3000}'..='\u{9FFF}' => c as u32,
        _ => lower(c) as u32,
    }
}

#[cfg(test)]
mod tests {
    use super::Pairs;

    #[test]
    fn what_was_added_may_stand_and_little_else() {
        let mut pairs = Pairs::new();
        for word in ["över", "Cirka", "å", "约"] {
            pairs.add(word.chars());
        }
        assert!(pairs.may('ö', 'v') && pairs.may('Ö', 'V') && pairs.may('c', 'i') && pairs.may('C', 'i'));
        assert!(pairs.may('å', ' ') && pairs.may('å', 'r') && pairs.may('约', '5'));
        assert!(
            !pairs.may('ö', 'a') && !pairs.may('o', 'v') && !pairs.may('i', 'c') && !pairs.may('元', '5')
        );
    }
}
