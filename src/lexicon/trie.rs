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
    /// The further characters of all nodes.
    tails: Vec<char>,
    /// The children of the root by a hash of their first character, 0 for none. Most walks end there.
    first: Vec<(char, u32)>,
    /// Keys that end at a node, those of one node together.
    keys: Vec<Key>,
}

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

/// Small, since walks are from node to node all over the tries: where its parts begin, and how many there are of each.
#[derive(Debug, Default, Clone, Copy)]
struct Node {
    tail: u32,
    keys: u32,
    children: u32,
    child_count: u32,
    /// The tables of all keys that end here or further on, from the first of the trie's.
    tables: u16,
    tail_len: u8,
    key_count: u8,
}

impl Node {
    #[inline]
    const fn children(&self) -> (u32, u32) {
        (self.children, self.children + self.child_count)
    }
}

/// So many children are looked over one by one.
const FEW: usize = 8;

/// A part of a list.
#[inline]
fn slice<T>(list: &[T], start: u32, len: u8) -> Option<&[T]> {
    list.get(start as usize..start as usize + usize::from(len))
}

/// The hash of a first character.
#[inline]
const fn hash(c: char) -> usize {
    ((c as u32).wrapping_mul(0x9E37_79B9) >> 12) as usize
}

impl Trie {
    /// Walks along the characters, in lower case and from the last one if `BACKWARD`, and gives each key met with its length, as
    /// long as a key of one of the tables may follow.
    #[inline]
    pub(crate) fn walk<'a, const BACKWARD: bool>(
        &'a self,
        chars: &'a [char],
        tables: TableSet,
    ) -> Walk<'a, BACKWARD> {
        let tables = tables.bits_from(self.first_table);
        Walk { trie: self, part: None, chars, tables, children: (0, 0), len: 0, keys: &[] }
    }

    /// Whether a key of one of the tables may begin with these characters.
    #[inline]
    pub(crate) fn may(&self, mut chars: impl Iterator<Item = char>, tables: TableSet) -> bool {
        let next = || chars.next().map_or('\0', lower);
        self.heads.as_ref().is_none_or(|heads| heads.may(next, tables))
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

    /// The one of some children with a first character.
    #[inline]
    fn child(&self, (from, to): (u32, u32), c: char) -> Option<&Node> {
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
    part: Option<&'a Part>,
    /// What is left to read.
    chars: &'a [char],
    /// From the first of the trie's.
    tables: u16,
    /// The children of the node that the walk has come to.
    children: (u32, u32),
    len: usize,
    keys: &'a [Key],
}

impl<const BACKWARD: bool> Iterator for Walk<'_, BACKWARD> {
    type Item = (usize, Key);

    #[inline]
    fn next(&mut self) -> Option<(usize, Key)> {
        loop {
            if let Some((&key, others)) = self.keys.split_first() {
                self.keys = others;
                return Some((self.len, key));
            }
            self.step()?;
        }
    }

    /// Most walks are for the longest key; they are one loop.
    #[inline]
    fn fold<B, F: FnMut(B, (usize, Key)) -> B>(mut self, first: B, mut f: F) -> B {
        let mut all = first;
        loop {
            for &key in self.keys {
                all = f(all, (self.len, key));
            }
            if self.step().is_none() {
                return all;
            }
        }
    }
}

impl<const BACKWARD: bool> Walk<'_, BACKWARD> {
    /// Goes on to the next node.
    #[inline(always)]
    fn step(&mut self) -> Option<()> {
        let (&[c], rest) = if BACKWARD {
            self.chars.split_last_chunk().map(|(rest, last)| (last, rest))
        } else {
            self.chars.split_first_chunk()
        }?;
        self.chars = rest;
        let c = lower(c);
        let (part, node) = match self.part {
            Some(part) => (part, part.child(self.children, c)?),
            None => {
                let part = self.trie.part(c);
                self.part = Some(part);
                (part, part.first(c)?)
            }
        };
        if node.tables & self.tables == 0 {
            return None;
        }
        let len = usize::from(node.tail_len);
        steps::add(1 + len);
        if len > 0 {
            let tail = slice(&part.tails, node.tail, node.tail_len)?;
            let same = |(&c, &expected): (&char, &char)| lower(c) == expected;
            let (rest, same) = if BACKWARD {
                let (rest, own) = self.chars.split_at(self.chars.len().checked_sub(len)?);
                (rest, own.iter().rev().zip(tail).all(same))
            } else {
                let (own, rest) = self.chars.split_at_checked(len)?;
                (rest, own.iter().zip(tail).all(same))
            };
            if !same {
                return None;
            }
            self.chars = rest;
        }
        self.len += 1 + len;
        self.children = node.children();
        self.keys = slice(&part.keys, node.keys, node.key_count)?;
        Some(())
    }
}
