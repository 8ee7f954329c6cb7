//! Words of numbers, found by their first two letters.

use crate::text::{Pairs, lower};
use std::cmp::Reverse;

/// Words of a table with what they mean, found by their first two letters.
#[derive(Debug)]
pub(super) struct WordMap<T> {
    /// By their group, those of one group longest first.
    rows: Vec<(Vec<char>, T)>,
    /// Where the rows of each group begin.
    from: Box<[u16]>,
}

const GROUPS: usize = 32 * 32;

/// The group of a word by its first two letters.
fn group(form: &[char]) -> usize {
    let letter = |i: usize| form.get(i).map_or(0, |&c| lower(c) as usize % 32);
    letter(0) * 32 + letter(1)
}

impl<T> WordMap<T> {
    /// Words of two letters and more.
    pub(super) fn new(mut rows: Vec<(Vec<char>, T)>) -> Self {
        rows.sort_by_key(|(form, _)| (group(form), Reverse(form.len())));
        let mut from = vec![0; GROUPS + 1];
        rows.iter().for_each(|(form, _)| from[group(form) + 1] += 1);
        (0..GROUPS).for_each(|group| from[group + 1] += from[group]);
        Self { rows, from: from.into() }
    }

    /// The words that stand at a place, in any case, the longest first: where they end, and what they mean.
    #[inline]
    pub(super) fn at(&self, chars: &[char], at: usize) -> impl Iterator<Item = (usize, &T)> {
        let place = chars.get(at..).unwrap_or_default();
        let group = group(place);
        let rows = &self.rows[usize::from(self.from[group])..usize::from(self.from[group + 1])];
        let stands = move |form: &[char]| {
            place.len() >= form.len() && form.iter().zip(place).all(|(&w, &c)| lower(c) == w)
        };
        rows.iter().filter(move |(form, _)| stands(form)).map(move |(form, means)| (at + form.len(), means))
    }
}

/// Whether a word may begin here.
#[inline]
pub(super) fn begins(words: &Pairs, place: &[char]) -> bool {
    place.first().is_some_and(|&first| words.may(first, place.get(1).copied().unwrap_or('\0')))
}
