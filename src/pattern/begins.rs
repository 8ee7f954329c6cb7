//! What slots begin with.

use crate::text::Beginnings;
use std::collections::BTreeSet;

/// Characters that a slot begins with.
pub(crate) type Opening = Box<[char]>;

/// What a slot may begin with.
#[derive(Debug, Default, Clone)]
pub(crate) struct Begins {
    pub(super) two: Beginnings,
    pub(super) first: BTreeSet<char>,
}

impl FromIterator<Opening> for Begins {
    fn from_iter<I: IntoIterator<Item = Opening>>(openings: I) -> Self {
        let mut begins = Self::default();
        for opening in openings {
            begins.first.extend(opening.first());
            begins.two.add(opening);
        }
        begins
    }
}

impl Begins {
    /// Whether one of its words may begin with these two characters.
    #[cfg(test)]
    pub(crate) fn has(&self, first: char, second: char) -> bool {
        self.two.has(first, second)
    }
}
