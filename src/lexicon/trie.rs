//! A trie over characters: finds all keys that begin at a place in one walk.

mod build;

pub(crate) use build::endings;

use super::{Table, TableSet, heads::Heads, words::Words};
use crate::text::{lower, steps};
use std::{
    ops::Range,
    sync::{Arc, OnceLock, atomic::AtomicUsize},
};

/// The words of some tables. What finds them is made for a few of them at a time, by their first characters: no text needs all of
/// them. When texts have asked for many it is made of all words at once, which then lie together, near the processor.
#[derive(Debug, Default)]
pub(crate) struct Trie {
    whole: OnceLock<Part>,
    /// The words by their first characters: a power of two of shelves.
    shelves: Box<[Shelf]>,
    /// How many shelves were asked for.
    asked: AtomicUsize,
    /// The numbers of all words, those of a shelf together.
    numbers: Vec<u32>,
    /// The first of the tables.
    first_table: u32,
    /// What keys begin with, where they begin with letters: of other characters the first tells as much.
    heads: Option<Heads>,
    /// The words of each table with the number of the first, and whether they are read from their last character.
    words: Vec<(u32, Arc<Words>)>,
    backward: bool,
}

#[derive(Debug, Default)]
struct Shelf {
    /// Where the numbers of its words are.
    numbers: Range<u32>,
    part: OnceLock<Box<Part>>,
}

/// What finds some words. Where only one way leads on, nodes are spared: a node holds all characters up to the next fork or key.
#[derive(Debug, Default)]
struct Part {
    /// The children of a node lie together, by their first character; the root comes first.
    nodes: Vec<Node>,
    /// The first character of each node.
    edges: Vec<char>,
    /// The further characters of nodes that have several.
    tails: Vec<char>,
    /// The children of the root by a hash of their first character, 0 for none. Most walks end there.
    first: Vec<(char, u32)>,
    /// The keys of nodes that have several, those of one node together.
    keys: Vec<Key>,
}

/// Tables that are asked for, as bits from the first of a trie's.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Wanted(u16);

/// What a walk finds.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Key {
    /// The number of the form.
    pub(crate) form: u32,
    pub(crate) row: u32,
    pub(crate) table: Table,
    /// Whether capitals count.
    pub(crate) cased: bool,
}

/// Small, since walks are from node to node all over the tries, and each in one line of the processor's with what most steps
/// ask: its one key, its one further character, and what tells that a step leads nowhere.
#[derive(Debug, Clone, Copy)]
#[repr(align(32))]
struct Node {
    /// The first characters of the children, a bit for all that share one.
    next: u32,
    children: u32,
    child_count: u32,
    /// The further character if there is one, or where those begin that there are.
    tail: u32,
    /// The key if there is one; of several, the place of the first stands for the form.
    form: u32,
    row: u32,
    table: Table,
    cased: bool,
    key_count: u8,
    tail_len: u8,
    /// The tables of all keys that end here or further on, from the first of the trie's; and of those that end here.
    tables: u16,
    own: u16,
}

impl Node {
    #[inline]
    const fn children(&self) -> (u32, u32) {
        (self.children, self.children + self.child_count)
    }

    /// The bit of a first character.
    #[inline]
    const fn bit(c: char) -> u32 {
        1 << (c as u32 % u32::BITS)
    }

    #[inline]
    const fn key(&self) -> Key {
        Key { form: self.form, row: self.row, table: self.table, cased: self.cased }
    }
}

/// So many children are looked over one by one.
const FEW: usize = 8;

/// The hash of a first character.
#[inline]
const fn hash(c: char) -> usize {
    ((c as u32).wrapping_mul(0x9E37_79B9) >> 12) as usize
}

impl Trie {
    /// Some of the tables.
    #[inline]
    pub(crate) const fn wanted(&self, tables: TableSet) -> Wanted {
        Wanted(tables.bits_from(self.first_table))
    }

    /// Walks along the characters, in lower case and from the last one if `BACKWARD`, and gives each key met with its length, as
    /// long as a key of one of the tables may follow.
    #[inline]
    pub(crate) fn walk<'a, const BACKWARD: bool>(
        &'a self,
        chars: &'a [char],
        tables: Wanted,
    ) -> Walk<'a, BACKWARD> {
        let Wanted(tables) = tables;
        Walk { trie: self, chars, tables, at: None, len: 0, given: 0, keys: 0 }
    }

    /// Whether a key of one of the tables may begin with these characters.
    #[inline]
    pub(crate) fn may(&self, mut chars: impl Iterator<Item = char>, tables: Wanted) -> bool {
        let next = || chars.next().map_or('\0', lower);
        self.heads.as_ref().is_none_or(|heads| heads.may(next, tables.0))
    }

    /// What finds the words with a first character.
    #[inline]
    fn part(&self, c: char) -> &Part {
        self.whole.get().unwrap_or_else(|| self.part_of(c))
    }

    /// The number of the shelf of a first character, by other bits of its hash than those that tell its place on the shelf.
    #[inline]
    fn shelf(&self, c: char) -> usize {
        (hash(c) >> 12) & self.shelves.len().wrapping_sub(1)
    }
}

impl Part {
    /// The child of the root with a first character.
    #[inline]
    fn first(&self, c: char) -> Option<&Node> {
        let mut at = hash(c);
        loop {
            at &= self.first.len().wrapping_sub(1);
            match *self.first.get(at)? {
                (_, 0) => return None,
                (first, child) if first == c => return self.nodes.get(child as usize),
                _ => at += 1,
            }
        }
    }

    /// The child of a node with a first character.
    #[inline]
    fn child(&self, node: &Node, c: char) -> Option<&Node> {
        if node.next & Node::bit(c) == 0 {
            return None;
        }
        let (from, to) = node.children();
        let edges = self.edges.get(from as usize..to as usize)?;
        let at = match edges.len() {
            0..=FEW => edges.iter().position(|&edge| edge == c),
            _ => edges.binary_search(&c).ok(),
        }?;
        self.nodes.get(from as usize + at)
    }
}

/// A walk along a text; see [`Trie::walk`].
pub(crate) struct Walk<'a, const BACKWARD: bool> {
    trie: &'a Trie,
    /// What is left to read.
    chars: &'a [char],
    /// From the first of the trie's.
    tables: u16,
    /// Where it has come to, if not at the root.
    at: Option<(&'a Part, &'a Node)>,
    len: usize,
    /// How many keys of the node it has given, and how many there are.
    given: u8,
    keys: u8,
}

impl<const BACKWARD: bool> Iterator for Walk<'_, BACKWARD> {
    type Item = (usize, Key);

    #[inline]
    fn next(&mut self) -> Option<(usize, Key)> {
        loop {
            if self.given < self.keys {
                self.given += 1;
                return Some((self.len, self.key(self.given - 1)?));
            }
            self.step()?;
        }
    }

    /// Most walks are for the longest key; they are one loop.
    #[inline]
    fn fold<B, F: FnMut(B, (usize, Key)) -> B>(mut self, first: B, mut f: F) -> B {
        let mut all = first;
        loop {
            for number in self.given..self.keys {
                if let Some(key) = self.key(number) {
                    all = f(all, (self.len, key));
                }
            }
            if self.step().is_none() {
                return all;
            }
        }
    }
}

impl<const BACKWARD: bool> Walk<'_, BACKWARD> {
    /// A key of the node.
    #[inline]
    fn key(&self, number: u8) -> Option<Key> {
        let (part, node) = self.at?;
        match node.key_count {
            1 => Some(node.key()),
            _ => part.keys.get(node.form as usize + usize::from(number)).copied(),
        }
    }

    /// Reads a character.
    #[inline(always)]
    fn read(&mut self) -> Option<char> {
        let (&[c], rest) = if BACKWARD {
            self.chars.split_last_chunk().map(|(rest, last)| (last, rest))
        } else {
            self.chars.split_first_chunk()
        }?;
        self.chars = rest;
        Some(lower(c))
    }

    /// Goes on to the next node.
    #[inline(always)]
    fn step(&mut self) -> Option<()> {
        let c = self.read()?;
        let part = self.at.map_or_else(|| self.trie.part(c), |(part, _)| part);
        let node = match self.at {
            None => part.first(c),
            Some((_, node)) => part.child(node, c),
        }?;
        if node.tables & self.tables == 0 {
            return None;
        }
        let len = usize::from(node.tail_len);
        steps::add(1 + len);
        match len {
            0 => {}
            1 if self.read()? as u32 == node.tail => {}
            1 => return None,
            _ => self.read_tail(part.tails.get(node.tail as usize..node.tail as usize + len)?)?,
        }
        self.len += 1 + len;
        self.at = Some((part, node));
        // Keys of other tables need no look.
        (self.given, self.keys) = (0, if node.own & self.tables == 0 { 0 } else { node.key_count });
        Some(())
    }

    /// Reads the further characters of a node, if they stand here.
    fn read_tail(&mut self, tail: &[char]) -> Option<()> {
        let same = |(&c, &expected): (&char, &char)| lower(c) == expected;
        let (rest, same) = if BACKWARD {
            let (rest, own) = self.chars.split_at(self.chars.len().checked_sub(tail.len())?);
            (rest, own.iter().rev().zip(tail).all(same))
        } else {
            let (own, rest) = self.chars.split_at_checked(tail.len())?;
            (rest, own.iter().zip(tail).all(same))
        };
        self.chars = rest;
        same.then_some(())
    }
}
