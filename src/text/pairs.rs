//! Which two characters words begin with, or end in: a look that settles most places before a search does.

use super::{Block, capitals, is_han, lower};

/// A table of bits by the first two characters of words. False positives are allowed, false negatives
/// never.
#[derive(Debug, Clone)]
pub(crate) struct Pairs(Box<[u64; 2048]>);

impl Pairs {
    pub(crate) fn new() -> Self {
        Self(Box::new([0; 2048]))
    }

    /// Adds a word. One that ends words is given from its end.
    pub(crate) fn add(&mut self, word: impl Iterator<Item = char>) {
        self.add_as(false, word);
    }

    /// Adds a word as it is written, or in any case.
    pub(crate) fn add_as(&mut self, cased: bool, mut word: impl Iterator<Item = char>) {
        let Some(first) = word.next() else { return };
        // After a word of one character anything may stand.
        let mut columns = !0;
        if let Some(second) = word.next() {
            columns = 0;
            each_case(second, cased, |c| columns |= 1 << column(c));
        }
        each_case(first, cased, |c| self.0[row(c)] |= columns);
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

    /// Whether one of the words may begin as these characters do.
    #[inline]
    pub(crate) fn may_be(&self, word: &[char]) -> bool {
        match *word {
            [] => false,
            [first] => self.may(first, '\0'),
            [first, second, ..] => self.may(first, second),
        }
    }

    /// Whether one of the words may begin with these two characters. Both cases were added, so that none is folded here.
    #[inline]
    pub(crate) fn may(&self, first: char, second: char) -> bool {
        self.0[row(first)] >> column(second) & 1 != 0
    }
}

/// Han characters spread over all rows; Latin letters meet in none.
#[inline]
const fn row(c: char) -> usize {
    c as usize % 2048
}

#[inline]
const fn column(c: char) -> u32 {
    c as u32 % 64
}

/// Gives a character as it is written, or in lower case with all that are written for it as capitals.
#[inline]
fn each_case(c: char, cased: bool, mut give: impl FnMut(char)) {
    if cased || is_han(c) {
        return give(c);
    }
    let lower = lower(c);
    give(lower);
    capitals(lower).for_each(give);
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
