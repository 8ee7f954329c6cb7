//! What words may end in, found by their last characters.

use super::lower;

/// Endings in lower case, each with what it tells.
#[derive(Debug)]
pub(crate) struct Endings<T> {
    /// By the shelf of their last two characters, the longest first.
    list: Vec<(Box<[char]>, T)>,
    /// Where the endings of each shelf begin; one more for the end.
    shelves: Vec<u16>,
}

const SHELVES: usize = 256;

/// The shelf of endings by their last two characters; one of a single character has `'\0'` before it.
#[inline]
fn shelf(before: char, last: char) -> usize {
    (last as usize).wrapping_mul(37).wrapping_add(before as usize) % SHELVES
}

impl<T> Endings<T> {
    pub(crate) fn new(endings: impl IntoIterator<Item = (Box<[char]>, T)>) -> Self {
        let mut list: Vec<_> = endings.into_iter().filter(|(ending, _)| !ending.is_empty()).collect();
        let place = |ending: &[char]| match *ending {
            [.., before, last] => shelf(before, last),
            [last] => shelf('\0', last),
            [] => 0,
        };
        list.sort_by_key(|(ending, _)| (place(ending), std::cmp::Reverse(ending.len())));
        let mut shelves = vec![0; SHELVES + 1];
        list.iter().for_each(|(ending, _)| shelves[place(ending) + 1] += 1);
        (0..SHELVES).for_each(|shelf| shelves[shelf + 1] += shelves[shelf]);
        Self { shelves, list }
    }

    /// All endings.
    pub(crate) fn iter(&self) -> impl Iterator<Item = &(Box<[char]>, T)> {
        self.list.iter()
    }

    /// The endings of a word in any case, the longest first; the word may be one itself.
    #[inline]
    pub(crate) fn of<'a>(&'a self, word: &'a [char]) -> impl Iterator<Item = (usize, &'a T)> {
        let (before, last) = match *word {
            [.., before, last] => (lower(before), lower(last)),
            [last] => ('\0', lower(last)),
            [] => ('\0', '\0'),
        };
        let on = |n: usize| &self.list[usize::from(self.shelves[n])..usize::from(self.shelves[n + 1])];
        let fits = move |ending: &[char]| {
            ending.len() <= word.len()
                && word[word.len() - ending.len()..].iter().zip(ending).all(|(&c, &e)| lower(c) == e)
        };
        // Those of one character are on a shelf of their own.
        let long = on(shelf(before, last)).iter().filter(|(ending, _)| ending.len() > 1);
        let short = on(shelf('\0', last)).iter().filter(|(ending, _)| ending.len() == 1);
        long.chain(short).filter(move |(ending, _)| fits(ending)).map(|(ending, tells)| (ending.len(), tells))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_ending_comes_first() {
        let chars = |s: &str| -> Box<[char]> { s.chars().collect() };
        let endings = Endings::new(["a", "na", "rna", "de", "ade"].map(|e| (chars(e), e)));
        let of = |word: &str| endings.of(&chars(word)).map(|(_, e)| *e).collect::<Vec<_>>();
        assert_eq!(of("lagarna"), ["rna", "na", "a"]);
        assert_eq!(of("LAGADE"), ["ade", "de"]);
        assert_eq!(of("a"), ["a"]);
        assert_eq!(of("na"), ["na", "a"]);
        assert!(of("").is_empty() && of("hus").is_empty());
    }
}
