//! A trie over characters: finds all keys that begin at a place in one walk.

use crate::text::{lower, steps};

#[derive(Debug, Default)]
pub(crate) struct Trie {
    nodes: Vec<Node>,
    /// Edges of all nodes, those of one node together and sorted.
    edges: Vec<(char, u32)>,
    /// Keys that end at a node, those of one node together.
    keys: Vec<u32>,
}

#[derive(Debug, Default, Clone, Copy)]
struct Node {
    edges: (u32, u32),
    keys: (u32, u32),
}

impl Trie {
    /// A trie of keys, numbered as they come.
    pub(crate) fn new(keys: impl Iterator<Item = Vec<char>>) -> Self {
        let mut keys: Vec<(Vec<char>, u32)> = keys.zip(0..).collect();
        keys.sort();
        let mut trie = Self::default();
        trie.nodes.push(Node::default());
        // Breadth first over ranges of sorted keys that share a prefix, so the edges of a node lie together.
        let mut queue = std::collections::VecDeque::from([(0_usize, 0..keys.len(), 0_usize)]);
        while let Some((node, range, depth)) = queue.pop_front() {
            let (first_key, first_edge) = (trie.keys.len() as u32, trie.edges.len() as u32);
            let mut i = range.start;
            while i < range.end && keys[i].0.len() == depth {
                trie.keys.push(keys[i].1);
                i += 1;
            }
            while i < range.end {
                let c = keys[i].0[depth];
                let end = i + keys[i..range.end].partition_point(|(k, _)| k[depth] == c);
                let child = trie.nodes.len();
                trie.nodes.push(Node::default());
                trie.edges.push((c, child as u32));
                queue.push_back((child, i..end, depth + 1));
                i = end;
            }
            trie.nodes[node] = Node {
                edges: (first_edge, trie.edges.len() as u32),
                keys: (first_key, trie.keys.len() as u32),
            };
        }
        trie
    }

    /// Walks along the characters, in lower case, and gives each key met with its length.
    pub(crate) fn walk<'a>(
        &'a self,
        chars: impl Iterator<Item = char> + 'a,
    ) -> impl Iterator<Item = (usize, u32)> + 'a {
        let mut node = self.nodes.first().copied().unwrap_or_default();
        chars
            .enumerate()
            .map_while(move |(i, c)| {
                steps::add(1);
                let edges = &self.edges[node.edges.0 as usize..node.edges.1 as usize];
                let c = lower(c);
                let at = edges.binary_search_by_key(&c, |e| e.0).ok()?;
                node = self.nodes[edges[at].1 as usize];
                Some((i + 1, node.keys))
            })
            .flat_map(move |(len, (from, to))| {
                self.keys[from as usize..to as usize].iter().map(move |&k| (len, k))
            })
    }
}
