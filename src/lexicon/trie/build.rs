//! Making a trie. Its words are put in order once; what neighbours share then says where nodes end.

use super::{Key, Node, Part, Shelf, Trie, hash};
use crate::{
    lexicon::{Form, Table, TableSet, heads::Heads, words::Words},
    text::{is_han, lower},
};
use std::sync::{Arc, atomic::Ordering};

/// The words of a trie as they are read: in lower case, and from their last character if the trie is for that.
struct Letters {
    letters: Vec<char>,
    /// Where the letters of each word begin; one more for the end.
    starts: Vec<u32>,
}

impl Letters {
    /// Those of words, of which some may hold capitals.
    fn new<'a>(words: impl Iterator<Item = (bool, &'a [char])> + Clone, backward: bool) -> Self {
        let letters = Vec::with_capacity(words.clone().map(|(_, word)| word.len()).sum());
        let mut all = Self { letters, starts: vec![0] };
        for (cased, word) in words {
            let start = all.letters.len();
            all.letters.extend_from_slice(word);
            let own = &mut all.letters[start..];
            if cased {
                own.iter_mut().for_each(|c| *c = lower(*c));
            }
            if backward {
                own.reverse();
            }
            all.starts.push(all.letters.len() as u32);
        }
        all
    }

    fn len(&self) -> usize {
        self.starts.len() - 1
    }

    fn get(&self, number: u32) -> &[char] {
        &self.letters[self.starts[number as usize] as usize..self.starts[number as usize + 1] as usize]
    }

    /// The numbers of all in the order of their letters; of equal words the first comes first.
    fn sorted(&self) -> Vec<u32> {
        let mut keys: Vec<u128> = (0..self.len() as u128).collect();
        self.sort(&mut keys, 0);
        keys.iter().map(|&key| key as u32).collect()
    }

    /// Puts words in order that are the same before a depth, by keys: their next four letters, each plus one and zero for
    /// what is not there, over their number.
    fn sort(&self, keys: &mut [u128], depth: usize) {
        for key in &mut *keys {
            let number = *key as u32;
            let word = self.get(number).get(depth..).unwrap_or(&[]);
            let code = |at: usize| word.get(at).map_or(0, |&c| u64::from(c) + 1);
            let first = code(0) << 42 | code(1) << 21 | code(2);
            *key = u128::from(first) << 64 | u128::from(code(3) << u32::BITS | u64::from(number));
        }
        keys.sort_unstable();
        for same in keys.chunk_by_mut(|a, b| a >> u32::BITS == b >> u32::BITS) {
            let goes_on = same[0] as u64 >> u32::BITS != 0;
            if same.len() > 1 && goes_on {
                self.sort(same, depth + 4);
            }
        }
    }
}

/// How many letters two words share.
fn shared(a: &[char], b: &[char]) -> usize {
    a.iter().zip(b).take_while(|(a, b)| a == b).count()
}

/// For each word the number of the shortest other one that it ends in, if that one and the word `fit`. Some may hold capitals.
pub(crate) fn endings<'a>(
    words: impl Iterator<Item = (bool, &'a [char])> + Clone,
    fit: impl Fn(u32, u32) -> bool,
) -> Vec<Option<u32>> {
    let words = Letters::new(words, true);
    let mut endings = vec![None; words.len()];
    // Those that the word before ends in, and that word; the shortest first.
    let mut open: Vec<u32> = Vec::new();
    for number in words.sorted() {
        let word = words.get(number);
        while open.pop_if(|&mut end| !word.starts_with(words.get(end))).is_some() {}
        let ending = |&&end: &&u32| words.get(end).len() < word.len() && fit(end, number);
        endings[number as usize] = open.iter().find(ending).copied();
        open.push(number);
    }
    endings
}

/// So many shelves a trie has at most, and so many words a shelf at least.
const SHELVES: usize = 256;
const WORDS: usize = 32;

/// When this part of the shelves was asked for, all words are made one.
const MANY: usize = 8;

/// The letters of a word as they are read.
#[inline]
fn letters(words: &Words, form: &Form, backward: bool) -> impl Iterator<Item = char> {
    let (word, cased) = (words.chars(form), form.cased);
    let letter = move |i| word[if backward { word.len() - 1 - i } else { i }];
    (0..word.len()).map(letter).map(move |c| if cased { lower(c) } else { c })
}

impl Trie {
    /// The trie of the words of some tables, from the last character if `backward`.
    pub(crate) fn new(tables: impl Iterator<Item = Arc<Words>>, backward: bool) -> Self {
        let (mut count, mut words) = (0, Vec::new());
        for of_table in tables.filter(|words| !words.forms().is_empty()) {
            let first = count;
            count += of_table.forms().len() as u32;
            words.push((first, of_table));
        }
        let all = || words.iter().flat_map(|(_, words)| words.forms().iter().map(move |form| (form, words)));
        let first_table = all().map(|(form, _)| form.table as u32).min().unwrap_or(0);
        let shelves = (count as usize / WORDS).next_power_of_two().min(SHELVES);
        let shelves = (0..shelves).map(|_| Shelf::default()).collect();
        let mut trie = Self { shelves, first_table, backward, ..Self::default() };
        let mut alphabetic = 0;
        all().for_each(|(form, words)| {
            let Some(c) = letters(words, form, backward).next() else { return };
            alphabetic += u32::from(!is_han(c));
            trie.shelves[trie.shelf(c)].numbers.end += 1;
        });
        // Where the numbers of each begin; they end where the last was added.
        let mut begin = 0;
        for shelf in &mut trie.shelves {
            begin += std::mem::replace(&mut shelf.numbers, begin..begin).end;
        }
        trie.numbers = vec![0; begin as usize];
        all().zip(0..).for_each(|((form, words), number)| {
            let Some(c) = letters(words, form, backward).next() else { return };
            let shelf = trie.shelf(c);
            let end = &mut trie.shelves[shelf].numbers.end;
            trie.numbers[*end as usize] = number;
            *end += 1;
        });
        if alphabetic * 2 > count {
            let words = all().map(|(form, words)| (form.table, letters(words, form, backward)));
            trie.heads = Some(Heads::new(first_table, count as usize, words));
        }
        trie.words = words;
        trie
    }

    /// A word by its number, and its key.
    fn word(&self, number: u32) -> (Key, &[char]) {
        let table = self.words.partition_point(|&(first, _)| first <= number) - 1;
        let (first, words) = &self.words[table];
        let form = &words.forms()[(number - first) as usize];
        let Form { row, table, cased, .. } = *form;
        (Key { form: number - first, row, table, cased }, words.chars(form))
    }

    /// What finds the words with a first character, as long as it is not made of all words. Few walks come here, so that it stands apart
    /// from the many.
    #[cold]
    #[inline(never)]
    pub(super) fn part_of(&self, c: char) -> &Part {
        let Shelf { numbers, part } = &self.shelves[self.shelf(c)];
        if let Some(part) = part.get() {
            return part;
        }
        if self.asked.fetch_add(1, Ordering::Relaxed) < self.shelves.len() / MANY {
            let numbers = &self.numbers[numbers.start as usize..numbers.end as usize];
            part.get_or_init(|| Box::new(self.grow(numbers)))
        } else {
            self.whole.get_or_init(|| self.grow(&self.numbers))
        }
    }

    /// Makes what finds some words.
    fn grow(&self, numbers: &[u32]) -> Part {
        let words = numbers.iter().map(|&number| self.word(number));
        let keys: Vec<Key> = words.clone().map(|(key, _)| key).collect();
        let letters = Letters::new(words.map(|(key, word)| (key.cased, word)), self.backward);
        Part::new(&letters, &keys, self.first_table)
    }
}

impl Part {
    /// What finds words with their keys.
    fn new(words: &Letters, keys: &[Key], first_table: u32) -> Self {
        if keys.is_empty() {
            return Self::default();
        }
        // At most two nodes a key.
        let mut part = Self {
            nodes: Vec::with_capacity(2 * keys.len() + 1),
            edges: Vec::with_capacity(2 * keys.len() + 1),
            tails: Vec::new(),
            keys: Vec::new(),
            first: Vec::new(),
        };
        part.grow(words, keys, first_table);
        part.join_tables();
        part.hash_first();
        part.nodes.shrink_to_fit();
        part.edges.shrink_to_fit();
        part
    }

    /// Makes all nodes.
    fn grow(&mut self, words: &Letters, keys: &[Key], first_table: u32) {
        let sorted = words.sorted();
        let with_next = sorted.windows(2).map(|two| shared(words.get(two[0]), words.get(two[1])) as u8);
        let with_next: Vec<u8> = with_next.collect();
        let root = self.node(&[]);
        self.nodes.push(root);
        self.edges.push('\0');
        // Nodes to make of ranges of words, with the letters up to them.
        let mut open = vec![(0, 0..sorted.len(), 0)];
        while let Some((node, range, depth)) = open.pop() {
            let (first, last) = (words.get(sorted[range.start]), words.get(sorted[range.end - 1]));
            let fork = if node == 0 { 0 } else { depth + shared(&first[depth..], &last[depth..]) };
            let mut made = self.node(&first[depth..fork]);
            let mut from = range.start;
            while from < range.end && words.get(sorted[from]).len() == fork {
                self.add_key(&mut made, keys[sorted[from] as usize], first_table);
                from += 1;
            }
            made.children = self.nodes.len() as u32;
            while from < range.end {
                let others = &with_next[from..range.end - 1];
                let to = from + 1 + memchr::memchr(fork as u8, others).unwrap_or(others.len());
                let word = words.get(sorted[from]);
                self.edges.push(word[fork]);
                made.next |= Node::bit(word[fork]);
                // A word alone needs no further look.
                let alone = to == from + 1;
                let mut child = self.node(if alone { &word[fork + 1..] } else { &[] });
                if alone {
                    self.add_key(&mut child, keys[sorted[from] as usize], first_table);
                } else {
                    open.push((self.nodes.len(), from..to, fork + 1));
                }
                self.nodes.push(child);
                from = to;
            }
            made.child_count = self.nodes.len() as u32 - made.children;
            self.nodes[node] = made;
        }
    }

    /// A node with its further characters.
    fn node(&mut self, tail: &[char]) -> Node {
        let place = match *tail {
            [only] => only as u32,
            _ => self.tails.len() as u32,
        };
        if tail.len() > 1 {
            self.tails.extend_from_slice(tail);
        }
        Node {
            next: 0,
            children: 0,
            child_count: 0,
            tail: place,
            form: 0,
            row: 0,
            table: Table::ALL[0],
            cased: false,
            key_count: 0,
            tail_len: tail.len() as u8,
            tables: 0,
            own: 0,
        }
    }

    /// Adds a key to the node that was made last.
    fn add_key(&mut self, node: &mut Node, key: Key, first_table: u32) {
        if node.key_count == 0 {
            let Key { form, row, table, cased } = key;
            *node = Node { form, row, table, cased, ..*node };
        } else {
            if node.key_count == 1 {
                self.keys.push(node.key());
                node.form = self.keys.len() as u32 - 1;
            }
            self.keys.push(key);
        }
        node.key_count += 1;
        node.own |= TableSet::of(&[key.table]).bits_from(first_table);
    }

    /// Gives each node the tables of all nodes below it, which come after it.
    fn join_tables(&mut self) {
        for node in (0..self.nodes.len()).rev() {
            let (from, to) = self.nodes[node].children();
            let below = self.nodes[from as usize..to as usize].iter();
            self.nodes[node].tables = below.fold(self.nodes[node].own, |all, child| all | child.tables);
        }
    }

    /// Puts the children of the root where their first character is looked for.
    fn hash_first(&mut self) {
        let (from, to) = self.nodes[0].children();
        let room = (2 * (to - from) as usize).next_power_of_two();
        self.first = vec![('\0', 0); room];
        for child in from..to {
            let c = self.edges[child as usize];
            let mut at = hash(c) & (room - 1);
            while self.first[at].1 != 0 {
                at = (at + 1) & (room - 1);
            }
            self.first[at] = (c, child);
        }
    }
}
