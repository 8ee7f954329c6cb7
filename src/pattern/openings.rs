//! What patterns begin with, and what may come next at each of their nodes.

use super::{Begins, Element, Opening, Patterns, SPACES, bits};
use crate::text::Beginnings;
use std::{collections::BTreeSet, rc::Rc};

impl Patterns {
    /// What may come next at a node.
    pub(super) fn opens(&self, node: usize, begins: &[Begins]) -> Beginnings {
        let node = &self.nodes[node];
        let slots = bits(node.slots).map(|slot| begins[usize::from(slot)].two);
        let mut opens = slots.fold(Beginnings::default(), Beginnings::join);
        node.words.iter().for_each(|(word, _)| opens.add(word.iter().copied()));
        for next in [node.space, node.maybe_space].into_iter().flatten() {
            for c in self.first(next, begins) {
                SPACES.iter().for_each(|&space| opens.add([space, c]));
            }
        }
        node.maybe_space.map_or(opens, |next| opens.join(self.nodes[next].opens))
    }

    /// The first characters of what may come next at a node, or another space.
    fn first(&self, node: usize, begins: &[Begins]) -> BTreeSet<char> {
        let node = &self.nodes[node];
        let slots = bits(node.slots).flat_map(|slot| begins[usize::from(slot)].first.iter().copied());
        let words = node.words.iter().filter_map(|(word, _)| word.first().copied());
        let behind = node.maybe_space.into_iter().flat_map(|next| self.first(next, begins));
        slots.chain(words).chain(SPACES).chain(behind).collect()
    }

    /// The first characters, at most `most`, of what patterns match that begin with characters of their own; fewer where anything
    /// may follow. `words` are what a slot begins with; `each` is given a pattern's first part and such characters.
    pub(crate) fn openings(
        &self,
        most: usize,
        words: &dyn Fn(u8) -> Rc<[Opening]>,
        each: &mut dyn FnMut(&[char], &[char]),
    ) {
        for (word, next) in &self.nodes[0].words {
            self.open(*next, &mut word.clone(), most, words, &mut |text| each(word, text));
        }
    }

    /// The same of what patterns match from some of their own characters on, wherever these stand, and not at the beginning too.
    pub(crate) fn openings_within(
        &self,
        some: &dyn Fn(&[char]) -> bool,
        most: usize,
        words: &dyn Fn(u8) -> Rc<[Opening]>,
        each: &mut dyn FnMut(&[char]),
    ) {
        let root = &self.nodes[0];
        let within = self.nodes[1..].iter().flat_map(|node| &node.words).filter(|(word, _)| some(word));
        for (word, next) in within {
            let at_first = root.next(&Element::Word(word.as_slice().into()));
            if !at_first.is_some_and(|first| self.covers(first, *next)) {
                self.open(*next, &mut word.clone(), most, words, each);
            }
        }
    }

    /// Whether all that may follow at another node, as far as to its slots, may follow at this one too.
    fn covers(&self, node: usize, other: usize) -> bool {
        let (node, other) = (&self.nodes[node], &self.nodes[other]);
        let same_way = |own: Option<usize>, next: usize| own.is_some_and(|own| self.covers(own, next));
        (node.row.is_some() || other.row.is_none())
            && other.slots & !node.slots == 0
            && other.space.is_none_or(|next| same_way(node.space, next))
            && other.maybe_space.is_none_or(|next| same_way(node.maybe_space, next))
            && other
                .words
                .iter()
                .all(|(word, next)| same_way(node.next(&Element::Word(word.as_slice().into())), *next))
    }

    /// The same of what may follow some characters at a node.
    fn open(
        &self,
        node: usize,
        text: &mut Vec<char>,
        most: usize,
        words: &dyn Fn(u8) -> Rc<[Opening]>,
        each: &mut dyn FnMut(&[char]),
    ) {
        let node = &self.nodes[node];
        if text.len() >= most || node.row.is_some() {
            return each(text);
        }
        let len = text.len();
        let after_space = || [node.space, node.maybe_space].into_iter().flatten();
        if !self.spaced || after_space().next().is_some() {
            for space in SPACES {
                text.push(space);
                after_space().for_each(|next| self.open(next, text, most, words, each));
                // Behind one there may be others.
                for more in SPACES.into_iter().filter(|_| self.spaced) {
                    text.push(more);
                    each(text);
                    text.pop();
                }
                if !self.spaced {
                    each(text);
                }
                text.truncate(len);
            }
        }
        if let Some(next) = node.maybe_space {
            self.open(next, text, most, words, each);
        }
        for (word, next) in &node.words {
            text.extend(word);
            self.open(*next, text, most, words, each);
            text.truncate(len);
        }
        for slot in bits(node.slots) {
            for word in words(slot).iter() {
                text.extend(word.iter());
                each(text);
                text.truncate(len);
            }
        }
    }
}
