//! The forms of words that mean a person of a document, and where they stand in it.

use crate::{
    text::{Block, Pairs, folded},
    value::Link,
};
use std::{collections::BTreeMap, ops::Range};

/// Whom a form means: one person by number, or several.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Means {
    One(usize, Link),
    Several,
}

/// Forms on their way, in their characters as they are read, so that they are found however a text is coded.
#[derive(Debug, Default)]
pub(super) struct Collected(BTreeMap<Box<[char]>, Means>);

impl Collected {
    pub(super) fn add(&mut self, form: &str, person: usize, link: Link) {
        let new = Means::One(person, link);
        let known = self.0.entry(folded(form).collect()).or_insert(new);
        *known = match *known {
            Means::One(other, known) if other == person => Means::One(person, known.min(link)),
            // A full name is whose it is, though others have it as a part of theirs.
            Means::One(_, Link::Name) if link != Link::Name => *known,
            Means::One(_, known) if known != Link::Name && link == Link::Name => new,
            _ => Means::Several,
        };
    }
}

/// The forms of a document. They are few and looked for in one text, so that they are only sorted: to build an automaton would take
/// longer than to read an article.
#[derive(Debug)]
pub(super) struct Forms {
    /// In order, so that those that begin alike lie together.
    sorted: Vec<(Box<[char]>, Means)>,
    begins: Pairs,
}

impl Forms {
    pub(super) fn new(collected: Collected) -> Self {
        let sorted: Vec<_> = collected.0.into_iter().filter(|(form, _)| !form.is_empty()).collect();
        let mut begins = Pairs::new();
        sorted.iter().for_each(|(form, _)| begins.add_as(true, form.iter().copied()));
        Self { sorted, begins }
    }

    /// The forms that stand in a block, from left to right, the longest first, none within another.
    pub(super) fn find(&self, block: &Block<'_>) -> impl Iterator<Item = (Range<usize>, Means)> {
        let mut at = 0;
        std::iter::from_fn(move || {
            while at < block.len() {
                let from = at;
                at += 1;
                if self.begins.start(block, from)
                    && let Some((length, means)) = self.longest(&block.chars[from..])
                {
                    at = from + length;
                    return Some((from..at, means));
                }
            }
            None
        })
    }

    /// The longest form that some characters begin with.
    fn longest(&self, chars: &[char]) -> Option<(usize, Means)> {
        let (mut alike, mut found) = (&self.sorted[..], None);
        for (depth, c) in chars.iter().enumerate() {
            let next = |form: &[char]| form.get(depth).copied();
            let from = alike.partition_point(|(form, _)| next(form) < Some(*c));
            let count = alike[from..].partition_point(|(form, _)| next(form) == Some(*c));
            alike = &alike[from..from + count];
            // The shortest of them comes first.
            match alike.first() {
                None => break,
                Some((form, means)) if form.len() == depth + 1 => found = Some((depth + 1, *means)),
                Some(_) => {}
            }
        }
        found
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Span;
    use proptest::prelude::*;

    #[test]
    fn whom_a_form_means() {
        let mut forms = Collected::default();
        forms.add("Holm", 0, Link::ShortName);
        forms.add("Holm", 1, Link::ShortName);
        forms.add("Karin Holm", 0, Link::Name);
        forms.add("Karin Holm", 1, Link::ShortName);
        forms.add("Karin", 1, Link::Title);
        forms.add("Karin", 1, Link::Name);
        let means: Vec<Means> = Forms::new(forms).sorted.into_iter().map(|(_, means)| means).collect();
        assert_eq!(means, [Means::Several, Means::One(1, Link::Name), Means::One(0, Link::Name)]);
    }

    proptest! {
        /// The twin tries all forms at each place.
        #[test]
        fn the_longest_from_the_left(forms in proptest::collection::vec("[abåA王明]{1,4}", 0..8), text in "[abåA王明 ]{0,40}") {
            let mut collected = Collected::default();
            forms.iter().enumerate().for_each(|(i, form)| collected.add(form, i, Link::Name));
            let mut block = Block::new(&text);
            block.read(Span::new(0, text.len()));
            let found: Vec<_> = Forms::new(collected).find(&block).map(|(places, _)| places).collect();
            let (mut expected, mut at) = (Vec::new(), 0);
            let chars: Vec<char> = text.chars().collect();
            while at < chars.len() {
                let starts = |form: &&String| chars[at..].starts_with(&form.chars().collect::<Vec<_>>());
                let longest = forms.iter().filter(starts).map(|form| form.chars().count()).max();
                longest.iter().for_each(|length| expected.push(at..at + length));
                at += longest.unwrap_or(1);
            }
            prop_assert_eq!(found, expected);
        }
    }
}
