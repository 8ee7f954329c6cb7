//! Whom a surname with an office means: 陈部长 after 商务部部长陈立.

use crate::{
    Mention,
    kind::official::Linker,
    text::folded,
    value::{Office, Official},
};
use std::collections::{HashMap, HashSet};

/// Different names and offices that one surname is compared with, at most.
const MOST: usize = 256;

/// The whole names of a document, by which surnames are understood.
pub(super) struct Addressees<'a, 't> {
    named: &'a [Mention<'t, Official>],
    /// The person of each mention; `usize::MAX` for those who are not known yet.
    who: &'a [usize],
    /// The whole names by their first character.
    by_first: HashMap<char, WholeNames>,
    /// The lines in which each mention begins and ends.
    lines: Vec<(usize, usize)>,
}

/// Mentions of whole names that begin alike, in order.
#[derive(Default)]
struct WholeNames {
    all: Vec<usize>,
    /// One for each name with the same offices.
    different: Vec<usize>,
}

impl<'a, 't> Addressees<'a, 't> {
    pub(super) fn new(text: &str, named: &'a [Mention<'t, Official>], who: &'a [usize]) -> Self {
        let (mut at, mut line) = (0, 0);
        let mut line_of = |place: usize| {
            line += memchr::memchr_iter(b'\n', text.as_bytes().get(at..place).unwrap_or(&[])).count();
            at = place;
            line
        };
        let lines = named.iter().map(|m| (line_of(m.span().start()), line_of(m.span().end()))).collect();
        let mut by_first: HashMap<char, WholeNames> = HashMap::new();
        let mut seen = HashSet::new();
        for (i, mention) in named.iter().enumerate().filter(|(i, _)| who[*i] != usize::MAX) {
            let Some(first) = first_char(mention.value()) else { continue };
            let names = by_first.entry(first).or_default();
            names.all.push(i);
            let titles: Vec<&str> = mention.value().offices().iter().map(Office::title).collect();
            if names.different.len() < MOST && seen.insert((who[i], mention.value().name(), titles)) {
                names.different.push(i);
            }
        }
        Self { named, who, by_first, lines }
    }

    /// The one person whose name and office agree with those of a mention; of several the one who was named before it in
    /// the same paragraph, if only one was.
    pub(super) fn of(&self, index: usize, linker: &dyn Linker) -> Option<usize> {
        let address = self.named[index].value();
        let names = self.by_first.get(&first_char(address)?)?;
        let agree = |i: &usize| linker.addresses(address, self.named[*i].value());
        match self.one(names.different.iter().copied().filter(agree)) {
            Means::Several => {}
            Means::Nobody => return None,
            Means::One(person) => return Some(person),
        }
        let before = names.all.partition_point(|&i| i < index);
        let line = self.lines[index].0;
        let near = names.all[..before].iter().rev().take_while(|&&i| self.lines[i].1 == line);
        match self.one(near.take(MOST).copied().filter(agree)) {
            Means::One(person) => Some(person),
            Means::Nobody | Means::Several => None,
        }
    }

    /// The one person of some mentions.
    fn one(&self, mut mentions: impl Iterator<Item = usize>) -> Means {
        let Some(first) = mentions.next().map(|i| self.who[i]) else { return Means::Nobody };
        if mentions.all(|i| self.who[i] == first) { Means::One(first) } else { Means::Several }
    }
}

/// Whom an address may mean.
enum Means {
    Nobody,
    One(usize),
    Several,
}

/// The first character of a name, as it is read.
fn first_char(official: &Official) -> Option<char> {
    folded(official.name()).next()
}
