//! The slot language: the order of words, as rows of a table.
//!
//! A pattern is a row of one column.
//!
//! | in a pattern | means |
//! | --- | --- |
//! | `den`, `年` | these characters |
//! | `{month}` | a slot: what the kind reads under that name |
//! | `den?` `{year?}` `(kl. {clock})?` | may be missing |
//! | `(till\|-)` | one of these |
//! | a space | white space, in a language that writes it |
//! | `_` | white space or none |
//!
//! In Chinese, white space may stand between any two parts. All rows of a kind become one prefix tree, so that
//! patterns with the same beginning are tried together. Matching is anchored at a place; the longest match wins, and
//! of equally long ones the earlier row.

mod begins;
mod openings;
mod parser;

use crate::{
    Error,
    text::{Beginnings, Block, lower},
};
pub(crate) use begins::{Begins, Opening};
pub(crate) use parser::{Element, rows};

/// What a slot caught: characters up to `end`, and their value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Capture<V> {
    pub(crate) end: usize,
    pub(crate) value: V,
}

/// Scratch space of a search, to be used again.
#[derive(Debug)]
pub(crate) struct SearchScratch<V> {
    captures: Vec<Capture<V>>,
    /// What the best match so far caught.
    best: Vec<Capture<V>>,
    /// Lists of ends and values.
    spare: Vec<Vec<(usize, V)>>,
}

impl<V> Default for SearchScratch<V> {
    fn default() -> Self {
        Self { captures: Vec::new(), best: Vec::new(), spare: Vec::new() }
    }
}

/// What a kind reads under its slots.
pub(crate) trait Slots {
    /// What a slot catches.
    type Value: Copy;

    /// Those of the wanted slots that may match at `at`, a bit for each; false positives are allowed.
    fn may_start(&self, wanted: u64, at: usize) -> u64;

    /// The slots in which a character may stand right after the digits that they begin with, and those that may end with the
    /// digits; a bit for each.
    fn after_digits(&self, c: char) -> (u64, u64);

    /// Whether a character is one of the numerals that slots may begin with.
    fn is_numeral(&self, c: char) -> bool;

    /// Those of some slots that may go on with a character right after the numerals that they begin with, and those that may end
    /// with such numerals; a bit for each. Of others it is not known what follows, so they go on.
    fn after_numerals(&self, c: char) -> (u64, u64);

    /// Those of some slots that may match at `at`, when what several of them have in common is read once for all.
    fn sift(&self, slots: u64, at: usize) -> u64;

    /// All ends and values of the slot at `at`, in any order; none if it does not match.
    fn read(&self, slot: u8, at: usize, found: &mut Vec<(usize, Self::Value)>);

    /// Whether what a slot matched at `at` fits what stands around it; asked where a pattern goes on behind it.
    fn fits(&self, slot: u8, at: usize) -> bool;
}

/// What of the patterns may begin at a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Begin {
    /// Those whose first part is characters of their own.
    pub(crate) words: bool,
    /// All others.
    pub(crate) slots: bool,
}

/// The compiled patterns of a kind.
#[derive(Debug)]
pub(crate) struct Patterns {
    nodes: Vec<Node>,
    /// Whether the language writes spaces; if not, there may be some between any two parts.
    spaced: bool,
}

#[derive(Debug, Default)]
struct Node {
    /// Characters, and where they lead; in the order of the characters once all are known.
    words: Vec<(Vec<char>, usize)>,
    /// The first of the characters of each.
    firsts: Vec<char>,
    space: Option<usize>,
    maybe_space: Option<usize>,
    /// The slots that may follow, a bit for each, and where each leads, in the order of the bits.
    slots: u64,
    after_slots: Vec<usize>,
    /// The first row whose pattern ends here.
    row: Option<usize>,
    /// What may come next.
    opens: Beginnings,
}

impl Node {
    /// Where an element leads.
    fn next(&self, element: &Element) -> Option<usize> {
        match element {
            Element::Word(word) => self.words.iter().find(|w| *w.0 == **word).map(|w| w.1),
            Element::Slot(slot) => (self.slots & 1 << slot != 0).then(|| self.after_slots[self.rank(*slot)]),
            Element::Space => self.space,
            Element::MaybeSpace => self.maybe_space,
        }
    }

    fn add(&mut self, element: Element, next: usize) {
        match element {
            Element::Word(word) => self.words.push((word.to_vec(), next)),
            Element::Slot(slot) => {
                self.after_slots.insert(self.rank(slot), next);
                self.slots |= 1 << slot;
            }
            Element::Space => self.space = Some(next),
            Element::MaybeSpace => self.maybe_space = Some(next),
        }
    }

    /// What may follow.
    fn leads(&self) -> Next<'_> {
        let space = self.space.is_some() || self.maybe_space.is_some();
        Next { words: &self.words, slots: self.slots, end: self.row.is_some(), space }
    }

    /// How many of the slots come before one.
    #[inline]
    fn rank(&self, slot: u8) -> usize {
        (self.slots & ((1 << slot) - 1)).count_ones() as usize
    }
}

/// The numbers of the slots of a set.
pub(crate) fn bits(mut set: u64) -> impl Iterator<Item = u8> {
    std::iter::from_fn(move || {
        let bit = set.trailing_zeros();
        set &= set.wrapping_sub(1);
        (bit < u64::BITS).then_some(bit as u8)
    })
}

/// Longer numbers are not looked over.
const DIGITS: usize = 8;

/// Spaces that may stand between two parts.
pub(crate) const GAP: usize = 3;

/// White space.
const SPACES: [char; 2] = [' ', '\n'];

impl Patterns {
    /// Compiles the rows of a table. `slots` are those of the kind, by number; `begins` tells what each may begin with.
    pub(crate) fn new(
        spaced: bool,
        name: &str,
        source: &str,
        slots: &[&str],
        begins: &[Begins],
    ) -> Result<Self, Error> {
        debug_assert!(slots.len() <= u64::BITS as usize, "a bit for each slot");
        let mut patterns = Self { nodes: vec![Node::default()], spaced };
        for (row, variants) in rows(spaced, name, source, slots)? {
            for variant in variants {
                patterns.insert(variant, row);
            }
        }
        // What a node leads to was made after it.
        for node in (0..patterns.nodes.len()).rev() {
            let of = &mut patterns.nodes[node];
            of.words.sort();
            of.firsts = of.words.iter().map(|(word, _)| word.first().copied().unwrap_or_default()).collect();
            patterns.nodes[node].opens = patterns.opens(node, begins);
        }
        Ok(patterns)
    }

    fn insert(&mut self, variant: Vec<Element>, row: usize) {
        let mut node = 0;
        for element in variant {
            node = self.step(node, element);
        }
        self.nodes[node].row.get_or_insert(row);
    }

    fn step(&mut self, node: usize, element: Element) -> usize {
        if let Some(next) = self.nodes[node].next(&element) {
            return next;
        }
        self.nodes.push(Node::default());
        let next = self.nodes.len() - 1;
        self.nodes[node].add(element, next);
        next
    }

    /// Whether the language writes spaces.
    pub(crate) fn spaced(&self) -> bool {
        self.spaced
    }

    /// The slots that patterns begin with, a bit for each.
    pub(crate) fn first_slots(&self) -> u64 {
        self.nodes[0].slots
    }

    /// All words of all patterns.
    pub(crate) fn words(&self) -> impl Iterator<Item = &[char]> {
        self.nodes.iter().flat_map(|node| &node.words).map(|(word, _)| &**word)
    }

    /// What may follow a slot that a pattern begins with.
    pub(crate) fn after_first(&self, slot: u8) -> Next<'_> {
        let root = &self.nodes[0];
        let after = (root.slots & 1 << slot != 0).then(|| &self.nodes[root.after_slots[root.rank(slot)]]);
        after.map(Node::leads).unwrap_or_default()
    }

    /// Goes through all patterns. `step` is given a part, or none where a pattern ends, and what it told of the part before; it
    /// tells the same of this one, or that nothing after it matters.
    pub(crate) fn walk<S: Copy>(&self, first: S, step: &mut impl FnMut(Option<&Element>, S) -> Option<S>) {
        self.walk_from(0, first, step);
    }

    fn walk_from<S: Copy>(
        &self,
        node: usize,
        before: S,
        step: &mut impl FnMut(Option<&Element>, S) -> Option<S>,
    ) {
        let node = &self.nodes[node];
        if node.row.is_some() {
            step(None, before);
        }
        let words = node.words.iter().map(|(word, next)| (Element::Word(word.as_slice().into()), *next));
        let slots = bits(node.slots).zip(&node.after_slots).map(|(slot, next)| (Element::Slot(slot), *next));
        let space = node.space.map(|next| (Element::Space, next));
        let maybe_space = node.maybe_space.map(|next| (Element::MaybeSpace, next));
        for (element, next) in words.chain(slots).chain(space).chain(maybe_space) {
            if let Some(told) = step(Some(&element), before) {
                self.walk_from(next, told, step);
            }
        }
    }

    /// The end of the longest match at a place, and what it caught.
    pub(crate) fn longest<'a, S: Slots>(
        &self,
        slots: &S,
        block: &Block<'_>,
        at: usize,
        begin: Begin,
        scratch: &'a mut SearchScratch<S::Value>,
    ) -> Option<(usize, &'a [Capture<S::Value>])> {
        scratch.captures.clear();
        let mut search = Search { patterns: self, slots, block, best: None, scratch };
        if begin.words {
            search.follow_words(&self.nodes[0], at);
        }
        if begin.slots {
            search.follow_slots(&self.nodes[0], at);
        }
        let (end, _) = search.best?;
        Some((end, &scratch.best))
    }
}

/// What may follow a part of a pattern.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Next<'a> {
    /// Characters, and where they lead.
    pub(crate) words: &'a [(Vec<char>, usize)],
    /// Slots, a bit for each.
    pub(crate) slots: u64,
    /// Whether the pattern may end, and whether white space of its own may follow.
    pub(crate) end: bool,
    pub(crate) space: bool,
}

struct Search<'a, S: Slots> {
    patterns: &'a Patterns,
    slots: &'a S,
    block: &'a Block<'a>,
    /// End and row of the best match so far.
    best: Option<(usize, usize)>,
    scratch: &'a mut SearchScratch<S::Value>,
}

impl<S: Slots> Search<'_, S> {
    fn visit(&mut self, node: usize, at: usize) {
        let patterns = self.patterns;
        let node = &patterns.nodes[node];
        if let Some(row) = node.row {
            let better = self.best.is_none_or(|(end, first)| at > end || at == end && row < first);
            if better && (self.block.word_ends(at) || self.is_glued(at)) {
                self.best = Some((at, row));
                self.scratch.best.clone_from(&self.scratch.captures);
            }
        }
        let at = at + if patterns.spaced { 0 } else { self.spaces(at) };
        // Most ways end here.
        if !node.opens.has(lower(self.block.get(at)), lower(self.block.get(at + 1))) {
            return;
        }
        self.follow_words(node, at);
        if node.space.is_some() || node.maybe_space.is_some() {
            let spaces = self.spaces(at);
            if let Some(next) = node.space.filter(|_| spaces > 0) {
                self.visit(next, at + spaces);
            }
            if let Some(next) = node.maybe_space {
                self.visit(next, at + spaces);
            }
        }
        self.follow_slots(node, at);
    }

    /// Whether a pattern may end or go on at a place.
    fn goes_on(&self, node: usize, at: usize) -> bool {
        let node = &self.patterns.nodes[node];
        let at = at + if self.patterns.spaced { 0 } else { self.spaces(at) };
        node.row.is_some() || node.opens.has(lower(self.block.get(at)), lower(self.block.get(at + 1)))
    }

    /// Whether the figure that a match of several slots ends in is glued to the capital of another word, as on pages whose
    /// parts were joined: *7 augusti 2014Uppdaterad*.
    fn is_glued(&self, at: usize) -> bool {
        self.block.get(at).is_uppercase()
            && self.block.get(at + 1).is_lowercase()
            && self.block.before(at).is_ascii_digit()
            && self.scratch.captures.len() > 1
    }

    fn follow_words(&mut self, node: &Node, at: usize) {
        if node.words.is_empty() {
            return;
        }
        let first = lower(self.block.get(at));
        let start = node.firsts.partition_point(|&c| c < first);
        let count = node.firsts[start..].iter().take_while(|&&c| c == first).count();
        for (word, next) in &node.words[start..start + count] {
            if word.iter().enumerate().skip(1).all(|(i, &c)| lower(self.block.get(at + i)) == c) {
                self.visit(*next, at + word.len());
            }
        }
    }

    fn follow_slots(&mut self, node: &Node, at: usize) {
        let may = if node.slots == 0 { 0 } else { self.slots.may_start(node.slots, at) };
        if may == 0 {
            return;
        }
        let slots = self.slots.sift(self.before_what_follows(node, may, at), at);
        for slot in bits(slots) {
            let next = node.after_slots[node.rank(slot)];
            let mut found = self.scratch.spare.pop().unwrap_or_default();
            self.slots.read(slot, at, &mut found);
            for (end, value) in found.drain(..) {
                if self.goes_on(next, end) && self.slots.fits(slot, at) {
                    self.scratch.captures.push(Capture { end, value });
                    self.visit(next, end);
                    self.scratch.captures.pop();
                }
            }
            self.scratch.spare.push(found);
        }
    }

    /// Those of some slots that go on with what follows the digits at a place, or whose patterns do: most numbers are followed by
    /// something else.
    fn before_what_follows(&self, node: &Node, slots: u64, at: usize) -> u64 {
        let Some((first, second)) = self.after_digits(at) else { return self.before_more(node, slots, at) };
        let (holding, ending) = self.slots.after_digits(first);
        let leads_on = |next: &Node| next.opens.has(first, second);
        self.leading_on(node, slots & holding, slots & ending, leads_on)
    }

    /// The same of numerals at a place. A slot may end with any of them.
    fn before_more(&self, node: &Node, slots: u64, at: usize) -> u64 {
        if !self.slots.is_numeral(self.block.get(at)) {
            return slots;
        }
        let is_number = |c: char| c.is_ascii_digit() || self.slots.is_numeral(c);
        let count = (1..DIGITS).take_while(|i| is_number(self.block.get(at + i))).count();
        if count == DIGITS - 1 {
            return slots;
        }
        let end = at + count + 1;
        let two = |at| (lower(self.block.get(at)), lower(self.block.get(at + 1)));
        let (first, second) = two(end + if self.patterns.spaced { 0 } else { self.spaces(end) });
        let (holding, ending) = self.slots.after_numerals(first);
        let leads_on = |next: &Node| {
            next.opens.has(first, second) || (at + 1..end).map(two).any(|(c, d)| next.opens.has(c, d))
        };
        self.leading_on(node, slots & holding, slots & ending, leads_on)
    }

    /// Some slots, and those of others behind which a pattern may end or go on.
    fn leading_on(&self, node: &Node, some: u64, others: u64, goes_on: impl Fn(&Node) -> bool) -> u64 {
        let leads_on = |slot: &u8| {
            let next = &self.patterns.nodes[node.after_slots[node.rank(*slot)]];
            next.row.is_some() || goes_on(next)
        };
        bits(others & !some).filter(leads_on).fold(some, |all, slot| all | 1 << slot)
    }

    /// The two characters after the digits at a place, if there are any.
    fn after_digits(&self, at: usize) -> Option<(char, char)> {
        let count = (0..DIGITS).take_while(|i| self.block.get(at + i).is_ascii_digit()).count();
        let end = at + count;
        let end = if self.patterns.spaced { end } else { end + self.spaces(end) };
        (0 < count && count < DIGITS).then(|| (lower(self.block.get(end)), lower(self.block.get(end + 1))))
    }

    fn spaces(&self, at: usize) -> usize {
        (0..GAP).take_while(|i| matches!(self.block.get(at + i), ' ' | '\n')).count()
    }
}
