//! A trie over characters: finds all keys that begin at a place in one walk.

use super::TableSet;
use crate::text::{lower, steps};

/// A key on its way into a trie: characters `start..end` of all keys' characters.
struct Key {
    head: u64,
    start: usize,
    end: usize,
    tables: TableSet,
    number: u32,
}

/// Beyond the characters that words usually begin with.
const FIRST: usize = 0xA000;

#[derive(Debug, Default)]
pub(crate) struct Trie {
    nodes: Vec<Node>,
    /// Edges of all nodes, those of one node together and sorted.
    edges: Vec<(char, u32)>,
    /// The root's edges once more: the node of each character below [`FIRST`], 0 for none. Most walks end there.
    first: Vec<u32>,
    /// Keys that end at a node, those of one node together.
    keys: Vec<u32>,
}

#[derive(Debug, Default, Clone, Copy)]
struct Node {
    edges: (u32, u32),
    keys: (u32, u32),
    /// The tables of all keys that end here or further on.
    tables: TableSet,
}

impl Trie {
    /// A trie of keys with the table of each, numbered as they come.
    pub(crate) fn new<K: Iterator<Item = char>>(keys: impl Iterator<Item = (K, TableSet)>) -> Self {
        let mut chars: Vec<char> = Vec::new();
        let mut order: Vec<Key> = Vec::new();
        for ((key, tables), number) in keys.zip(0..) {
            let start = chars.len();
            chars.extend(key);
            // Three characters settle most comparisons.
            let head = (0..3).map(|i| chars.get(start + i).map_or(0, |&c| u64::from(c)));
            let head = head.fold(0, |all, c| all << 21 | c);
            order.push(Key { head, start, end: chars.len(), tables, number });
        }
        let key = |k: &Key| &chars[k.start..k.end];
        order.sort_unstable_by(|a, b| {
            a.head.cmp(&b.head).then_with(|| key(a).cmp(key(b))).then(a.number.cmp(&b.number))
        });
        let mut trie = Self::default();
        trie.nodes.push(Node::default());
        // Breadth first over ranges of sorted keys that share a prefix, so the edges of a node lie together.
        let mut queue = std::collections::VecDeque::from([(0_usize, 0..order.len(), 0_usize)]);
        while let Some((node, range, depth)) = queue.pop_front() {
            let (first_key, first_edge) = (trie.keys.len() as u32, trie.edges.len() as u32);
            let tables = order[range.clone()].iter().fold(TableSet::default(), |all, k| all.with(k.tables));
            let mut i = range.start;
            while i < range.end && key(&order[i]).len() == depth {
                trie.keys.push(order[i].number);
                i += 1;
            }
            while i < range.end {
                let c = key(&order[i])[depth];
                let end = i + order[i..range.end].iter().take_while(|k| key(k)[depth] == c).count();
                let child = trie.nodes.len();
                trie.nodes.push(Node::default());
                trie.edges.push((c, child as u32));
                queue.push_back((child, i..end, depth + 1));
                i = end;
            }
            trie.nodes[node] = Node {
                edges: (first_edge, trie.edges.len() as u32),
                keys: (first_key, trie.keys.len() as u32),
                tables,
            };
        }
        let root = trie.nodes[0].edges;
        for &(c, child) in &trie.edges[root.0 as usize..root.1 as usize] {
            let at = c as usize;
            if at >= FIRST {
                break;
            }
            trie.first.resize(at + 1, 0);
            trie.first[at] = child;
        }
        trie
    }

    /// Walks along the characters, in lower case, and gives each key met with its length, as long as a key of one of
    /// the tables may follow.
    #[inline]
    pub(crate) fn walk<I: Iterator<Item = char>>(&self, chars: I, tables: TableSet) -> Walk<'_, I> {
        Walk { trie: self, chars, tables, node: None, len: 0, keys: [].iter() }
    }

    #[inline]
    fn step(&self, from: Option<Node>, c: char) -> Option<Node> {
        let child = match (from, self.first.get(c as usize)) {
            (None, Some(&child)) => child,
            (None, None) => self.search(self.nodes[0], c)?,
            (Some(node), _) => self.search(node, c)?,
        };
        (child != 0).then(|| self.nodes[child as usize])
    }

    #[inline]
    fn search(&self, node: Node, c: char) -> Option<u32> {
        let edges = &self.edges[node.edges.0 as usize..node.edges.1 as usize];
        edges.binary_search_by_key(&c, |e| e.0).ok().map(|i| edges[i].1)
    }
}

/// A walk along a text; see [`Trie::walk`].
pub(crate) struct Walk<'a, I> {
    trie: &'a Trie,
    chars: I,
    tables: TableSet,
    /// Where the walk has come to; `None` at the root.
    node: Option<Node>,
    len: usize,
    keys: std::slice::Iter<'a, u32>,
}

impl<I: Iterator<Item = char>> Iterator for Walk<'_, I> {
    type Item = (usize, u32);

    #[inline]
    fn next(&mut self) -> Option<(usize, u32)> {
        loop {
            if let Some(&key) = self.keys.next() {
                return Some((self.len, key));
            }
            let c = self.chars.next()?;
            steps::add(1);
            let node = self.trie.step(self.node, lower(c)).filter(|n| n.tables.meets(self.tables))?;
            self.node = Some(node);
            self.len += 1;
            self.keys = self.trie.keys[node.keys.0 as usize..node.keys.1 as usize].iter();
        }
    }
}
