//! A trie over characters: finds all keys that begin at a place in one walk.

use super::{
    Table, TableSet,
    heads::{DEPTH, Heads},
};
use crate::text::{is_han, lower, steps};

/// Where only one way leads on, nodes are spared: a node holds all characters up to the next fork or key.
#[derive(Debug, Default)]
pub(crate) struct Trie {
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
    /// The first of the tables.
    first_table: u32,
    /// What keys begin with, where they begin with letters: of other characters the first tells as much.
    heads: Option<Heads>,
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
fn part<T>(list: &[T], start: u32, len: u8) -> Option<&[T]> {
    list.get(start as usize..start as usize + usize::from(len))
}

impl Trie {
    /// A trie of keys with these numbers, in order, given what each is and its characters.
    pub(crate) fn new(
        numbers: impl Iterator<Item = u32>,
        key_of: impl Fn(u32) -> Key,
        char_at: impl Fn(u32, usize) -> Option<char>,
    ) -> Self {
        // A key on its way: its next character plus one, 0 at its end, over its number.
        let number = |key: u64| key as u32;
        let next = |key: u64| (key >> 32) as u32;
        let mut keys: Vec<u64> = numbers.map(u64::from).collect();
        let head = |&key: &u64| {
            let number = number(key);
            (key_of(number).table, std::array::from_fn(|depth| char_at(number, depth)))
        };
        let letters = |&(_, chars): &(Table, [Option<char>; DEPTH])| !chars[0].is_some_and(is_han);
        let most = keys.iter().map(head).filter(letters).count() * 2 > keys.len();
        // At most two nodes a key; what is not used costs nothing.
        let mut trie = Self {
            nodes: Vec::with_capacity(2 * keys.len() + 1),
            edges: Vec::with_capacity(2 * keys.len() + 1),
            tails: Vec::with_capacity(4 * keys.len()),
            keys: Vec::with_capacity(keys.len()),
            first: Vec::new(),
            first_table: keys.iter().map(|&key| key_of(number(key)).table as u32).min().unwrap_or(0),
            heads: most.then(|| Heads::new(keys.iter().map(head))),
        };
        trie.nodes.push(Node::default());
        trie.edges.push('\0');
        // Nodes to make of ranges of keys that share so many characters.
        let mut open = vec![(0, 0..keys.len(), 0)];
        while let Some((node, range, mut depth)) = open.pop() {
            let (mut start, keys) = (range.start, &mut keys[range]);
            let first_tail = trie.tails.len() as u32;
            loop {
                for key in &mut *keys {
                    let next = char_at(number(*key), depth).map_or(0, |c| u64::from(c) + 1);
                    *key = next << 32 | u64::from(number(*key));
                }
                let shared = keys.first().map_or(0, |&key| next(key));
                if node == 0 || shared == 0 || keys.iter().any(|&key| next(key) != shared) {
                    break;
                }
                trie.tails.extend(char::from_u32(shared - 1));
                depth += 1;
            }
            keys.sort_unstable();
            let (first_key, first_child) = (trie.keys.len() as u32, trie.nodes.len() as u32);
            for same in keys.chunk_by(|&a, &b| next(a) == next(b)) {
                match next(same[0]).checked_sub(1).and_then(char::from_u32) {
                    None => trie.keys.extend(same.iter().map(|&key| key_of(number(key)))),
                    Some(c) => {
                        open.push((trie.nodes.len(), start..start + same.len(), depth + 1));
                        trie.nodes.push(Node::default());
                        trie.edges.push(c);
                    }
                }
                start += same.len();
            }
            let mut tables = TableSet::default();
            keys.iter().for_each(|&key| tables.add(key_of(number(key)).table));
            trie.nodes[node] = Node {
                tail: first_tail,
                keys: first_key,
                children: first_child,
                child_count: trie.nodes.len() as u32 - first_child,
                tables: tables.bits_from(trie.first_table),
                tail_len: (trie.tails.len() as u32 - first_tail) as u8,
                key_count: (trie.keys.len() as u32 - first_key) as u8,
            };
        }
        trie.hash_first();
        trie
    }

    /// Puts the children of the root where their first character is looked for.
    fn hash_first(&mut self) {
        let (from, to) = self.nodes[0].children();
        let room = (2 * (to - from) as usize).next_power_of_two();
        self.first = vec![('\0', 0); room];
        for child in from..to {
            let c = self.edges[child as usize];
            let mut at = Self::place(c) & (room - 1);
            while self.first[at].1 != 0 {
                at = (at + 1) & (room - 1);
            }
            self.first[at] = (c, child);
        }
    }

    #[inline]
    const fn place(c: char) -> usize {
        ((c as u32).wrapping_mul(0x9E37_79B9) >> 12) as usize
    }

    /// Walks along the characters, in lower case and from the last one if `BACKWARD`, and gives each key met with its length, as
    /// long as a key of one of the tables may follow.
    #[inline]
    pub(crate) fn walk<'a, const BACKWARD: bool>(
        &'a self,
        chars: &'a [char],
        tables: TableSet,
    ) -> Walk<'a, BACKWARD> {
        let tables = tables.bits_from(self.first_table);
        Walk { trie: self, chars, tables, children: (0, 0), len: 0, keys: &[] }
    }

    /// Whether a key of one of the tables may begin with these characters.
    #[inline]
    pub(crate) fn may(&self, mut chars: impl Iterator<Item = char>, tables: TableSet) -> bool {
        let next = || chars.next().map_or('\0', lower);
        self.heads.as_ref().is_none_or(|heads| heads.may(next, tables))
    }

    /// The child of the root with a first character.
    #[inline]
    fn first(&self, c: char) -> Option<&Node> {
        let mut at = Self::place(c);
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
        let start = self.len == 0;
        let (&[c], rest) = if BACKWARD {
            self.chars.split_last_chunk().map(|(rest, last)| (last, rest))
        } else {
            self.chars.split_first_chunk()
        }?;
        self.chars = rest;
        let c = lower(c);
        let node = if start { self.trie.first(c) } else { self.trie.child(self.children, c) }?;
        if node.tables & self.tables == 0 {
            return None;
        }
        let len = usize::from(node.tail_len);
        steps::add(1 + len);
        if len > 0 {
            let tail = part(&self.trie.tails, node.tail, node.tail_len)?;
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
        self.keys = part(&self.trie.keys, node.keys, node.key_count)?;
        Some(())
    }
}
