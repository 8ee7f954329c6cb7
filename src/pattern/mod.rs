//! The slot language: the order of words, as rows of a table.
//!
//! A pattern is a row `tag<TAB>pattern`. The tag tells the kind how to read what was captured.
//!
//! | in a pattern | means |
//! | --- | --- |
//! | `den`, `年` | these characters |
//! | `{month}` | a slot: a word of the lexicon table of that name, or what the kind reads under it (numbers) |
//! | `den?` `{year?}` `(kl. {clock})?` | may be missing |
//! | `(till\|-)` | one of these |
//! | a space | white space, in a language that writes it |
//! | `_` | white space or none |
//!
//! In Chinese, white space may stand between any two parts. All rows of a kind become one prefix tree, so that
//! patterns with the same beginning are tried together. Matching is anchored at a place; the longest match wins, and
//! of equally long ones the earlier row.

use crate::{
    Error, Language,
    lexicon::{Entry, Lexicon, Table, TableSet},
    text::{Block, lower},
};

/// What a slot caught: characters `start..end`, the row of a lexicon slot, the value of a number slot.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Capture {
    pub(crate) slot: u8,
    pub(crate) start: usize,
    pub(crate) end: usize,
    pub(crate) entry: Option<Entry>,
    pub(crate) value: i64,
}

/// A match of a pattern.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Match {
    pub(crate) end: usize,
    /// The number of the row's tag, as in [`Patterns::tags`].
    pub(crate) tag: u16,
    pub(crate) captures: Vec<Capture>,
}

/// What a kind reads under its own slots, such as numbers.
pub(crate) trait Slots {
    /// The slots that may match at `at`, a bit for each; false positives are allowed.
    fn may_start(&self, at: usize) -> u64;

    /// All ends and values of the slot at `at`, in any order; none if it does not match.
    fn read(&self, slot: u8, block: &Block<'_>, at: usize, found: &mut Vec<(usize, i64)>);
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Element {
    /// Characters in lower case.
    Word(Vec<char>),
    /// A slot of the kind.
    Own(u8),
    /// A word of a lexicon table, under the slot's number.
    Lexicon(u8, Table),
    Space,
    MaybeSpace,
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
    /// The ASCII characters that a pattern of words begins with, a bit for each.
    first: u128,
    /// Names of tags, by number.
    pub(crate) tags: Vec<String>,
    /// Names of slots, by number: those of the kind first.
    pub(crate) slots: Vec<String>,
}

#[derive(Debug, Default)]
struct Node {
    edges: Vec<(Element, usize)>,
    /// The slots of the kind among the edges, a bit for each.
    own: u64,
    /// Of the root: how many edges are words, which come first.
    words: usize,
    /// Row and tag of a pattern that ends here.
    end: Option<(u32, u16)>,
}

/// Spaces that may stand between two parts.
const GAP: usize = 3;

impl Patterns {
    /// Compiles the rows of a table. `own` are the slots that the kind reads itself; all others are lexicon tables.
    pub(crate) fn new(language: Language, name: &str, source: &str, own: &[&str]) -> Result<Self, Error> {
        debug_assert!(own.len() <= u64::BITS as usize, "a bit for each slot");
        let mut patterns = Self {
            nodes: vec![Node::default()],
            spaced: language != Language::Chinese,
            first: 0,
            tags: Vec::new(),
            slots: own.iter().map(|&s| s.to_owned()).collect(),
        };
        let mut header = true;
        for (line, row) in source.lines().enumerate() {
            if row.trim().is_empty() || row.starts_with('#') {
                continue;
            }
            if std::mem::take(&mut header) {
                continue;
            }
            let fault = |problem: String| Error::lexicon(name, line + 1, "pattern", problem);
            let (tag, text) = row.split_once('\t').ok_or_else(|| fault("no pattern".into()))?;
            let tag = patterns.tags.iter().position(|t| t == tag).unwrap_or_else(|| {
                patterns.tags.push(tag.to_owned());
                patterns.tags.len() - 1
            }) as u16;
            let mut parser = Parser { rest: text, patterns: &mut patterns, own: own.len() };
            let variants = parser.alternatives().map_err(&fault)?;
            if !parser.rest.is_empty() {
                return Err(fault(format!("`{}` left over", parser.rest)));
            }
            for variant in variants {
                patterns.insert(variant, (line as u32, tag));
            }
        }
        // Words first, for those who look for them alone.
        for (element, _) in &patterns.nodes[0].edges {
            if let Element::Word(word) = element
                && let Some(c) = word.first().filter(|c| c.is_ascii())
            {
                patterns.first |= 1 << *c as u32;
            }
        }
        let root = &mut patterns.nodes[0];
        root.edges.sort_by_key(|(e, _)| !matches!(e, Element::Word(_)));
        root.words = root.edges.partition_point(|(e, _)| matches!(e, Element::Word(_)));
        Ok(patterns)
    }

    fn insert(&mut self, variant: Vec<Element>, end: (u32, u16)) {
        let space = |e: &Element| matches!(e, Element::Space | Element::MaybeSpace);
        let spaced = self.spaced;
        let mut node = 0;
        for element in variant.into_iter().filter(|e| spaced || !space(e)) {
            node = self.step(node, element);
        }
        self.nodes[node].end.get_or_insert(end);
    }

    fn step(&mut self, node: usize, element: Element) -> usize {
        if let Some(edge) = self.nodes[node].edges.iter().find(|e| e.0 == element) {
            return edge.1;
        }
        self.nodes.push(Node::default());
        let next = self.nodes.len() - 1;
        if let Element::Own(slot) = element {
            self.nodes[node].own |= 1 << slot;
        }
        self.nodes[node].edges.push((element, next));
        next
    }

    /// The characters that patterns begin with, of those that begin with characters of their own.
    pub(crate) fn openings(&self) -> impl Iterator<Item = &[char]> {
        self.nodes[0].edges.iter().filter_map(|(e, _)| match e {
            Element::Word(word) => Some(&**word),
            _ => None,
        })
    }

    /// Whether a pattern that begins with characters of its own may match at a place.
    pub(crate) fn word_starts(&self, block: &Block<'_>, at: usize) -> bool {
        let first = lower(block.get(at));
        if first.is_ascii() && self.first & 1 << first as u32 == 0 {
            return false;
        }
        let stands = |w: &[char]| {
            w.first() == Some(&first) && w.iter().enumerate().all(|(i, &c)| lower(block.get(at + i)) == c)
        };
        self.nodes[0].edges.iter().any(|(e, _)| matches!(e, Element::Word(w) if stands(w)))
    }

    /// The longest match at a place.
    pub(crate) fn longest(
        &self,
        lexicon: &Lexicon,
        slots: &dyn Slots,
        block: &Block<'_>,
        at: usize,
        begin: Begin,
    ) -> Option<Match> {
        let mut search = Search {
            patterns: self,
            lexicon,
            slots,
            block,
            captures: Vec::new(),
            best: None,
            best_captures: Vec::new(),
            spare: Vec::new(),
        };
        let root = &self.nodes[0];
        let (words, others) = root.edges.split_at(root.words);
        if begin.words {
            search.follow(words, 0, at);
        }
        if begin.slots {
            search.follow(others, root.own, at);
        }
        let (end, _, tag) = search.best?;
        Some(Match { end, tag, captures: search.best_captures })
    }
}

struct Search<'a> {
    patterns: &'a Patterns,
    lexicon: &'a Lexicon,
    slots: &'a dyn Slots,
    block: &'a Block<'a>,
    captures: Vec<Capture>,
    /// End, row and tag of the best match so far, and what it caught.
    best: Option<(usize, u32, u16)>,
    best_captures: Vec<Capture>,
    /// Lists of ends and values to be used again.
    spare: Vec<Vec<(usize, i64)>>,
}

impl Search<'_> {
    fn visit(&mut self, node: usize, at: usize) {
        let patterns = self.patterns;
        let node = &patterns.nodes[node];
        if let Some((row, tag)) = node.end {
            let better = self.best.is_none_or(|(end, first, _)| at > end || at == end && row < first);
            if better && self.whole(at) {
                self.best = Some((at, row, tag));
                self.best_captures.clone_from(&self.captures);
            }
        }
        if node.edges.is_empty() {
            return;
        }
        let gap = if self.patterns.spaced { 0 } else { self.spaces(at) };
        self.follow(&node.edges, node.own, at + gap);
    }

    /// Follows edges, among which are these slots of the kind.
    fn follow(&mut self, edges: &[(Element, usize)], own: u64, at: usize) {
        let own = if own == 0 { 0 } else { own & self.slots.may_start(at) };
        for (element, next) in edges {
            match element {
                Element::Word(word) => {
                    let end = at + word.len();
                    if word.iter().enumerate().all(|(i, &c)| lower(self.block.get(at + i)) == c) {
                        self.visit(*next, end);
                    }
                }
                Element::Space | Element::MaybeSpace => {
                    let spaces = self.spaces(at);
                    if spaces > 0 || *element == Element::MaybeSpace {
                        self.visit(*next, at + spaces);
                    }
                }
                Element::Own(slot) if own & 1 << slot == 0 => {}
                Element::Own(slot) => {
                    let mut found = self.spare.pop().unwrap_or_default();
                    self.slots.read(*slot, self.block, at, &mut found);
                    for (end, value) in found.drain(..) {
                        self.capture(*next, Capture { slot: *slot, start: at, end, entry: None, value });
                    }
                    self.spare.push(found);
                }
                Element::Lexicon(slot, table) => {
                    let lexicon = self.lexicon;
                    for entry in lexicon.starts_at(&self.block.chars, at, TableSet::of(&[*table])) {
                        let capture =
                            Capture { slot: *slot, start: at, end: entry.at, entry: Some(entry), value: 0 };
                        self.capture(*next, capture);
                    }
                }
            }
        }
    }

    fn spaces(&self, at: usize) -> usize {
        (0..GAP).take_while(|i| matches!(self.block.get(at + i), ' ' | '\n')).count()
    }

    fn capture(&mut self, next: usize, capture: Capture) {
        self.captures.push(capture);
        self.visit(next, capture.end);
        self.captures.pop();
    }

    /// Whether a match may end here: not inside a word.
    fn whole(&self, at: usize) -> bool {
        self.block.word_ends(at)
    }
}

/// Reads a pattern into all its variants without options.
struct Parser<'a> {
    rest: &'a str,
    patterns: &'a mut Patterns,
    own: usize,
}

type Variants = Vec<Vec<Element>>;

impl Parser<'_> {
    /// `a|b|c`, up to `)` or the end.
    fn alternatives(&mut self) -> Result<Variants, String> {
        let mut all = self.words()?;
        while let Some(rest) = self.rest.strip_prefix('|') {
            self.rest = rest;
            all.extend(self.words()?);
        }
        if all.len() > 512 {
            return Err(format!("{} variants; at most 512", all.len()));
        }
        Ok(all)
    }

    /// Words with spaces between them; a word that may be missing takes its space with it.
    fn words(&mut self) -> Result<Variants, String> {
        let mut all: Variants = vec![Vec::new()];
        loop {
            let word = self.word()?;
            let mut next = Vec::new();
            for head in &all {
                for tail in &word {
                    let mut joined = head.clone();
                    if !joined.is_empty() && !tail.is_empty() {
                        joined.push(Element::Space);
                    }
                    joined.extend(tail.iter().cloned());
                    if !next.contains(&joined) {
                        next.push(joined);
                    }
                }
            }
            all = next;
            match self.rest.strip_prefix(' ') {
                Some(rest) => self.rest = rest,
                None => return Ok(all),
            }
        }
    }

    /// Parts written together.
    fn word(&mut self) -> Result<Variants, String> {
        let mut all: Variants = vec![Vec::new()];
        while let Some(c) = self.rest.chars().next() {
            let mut part: Variants = match c {
                ' ' | '|' | ')' => break,
                '{' => {
                    let end = self.rest.find('}').ok_or("`{` without `}`")?;
                    let name = &self.rest[1..end];
                    let (name, optional) = name.strip_suffix('?').map_or((name, false), |n| (n, true));
                    let element = self.slot(name)?;
                    self.rest = &self.rest[end + 1..];
                    if optional { vec![vec![element], vec![]] } else { vec![vec![element]] }
                }
                '(' => {
                    self.rest = &self.rest[1..];
                    let inner = self.alternatives()?;
                    self.rest = self.rest.strip_prefix(')').ok_or("`(` without `)`")?;
                    inner
                }
                '_' => {
                    self.rest = &self.rest[1..];
                    vec![vec![Element::MaybeSpace]]
                }
                _ => {
                    let end = self.rest.find([' ', '|', ')', '(', '{', '_', '?']).unwrap_or(self.rest.len());
                    if end == 0 {
                        return Err(format!("`{c}` out of place"));
                    }
                    let word = crate::text::folded(&self.rest[..end]).map(lower).collect();
                    self.rest = &self.rest[end..];
                    vec![vec![Element::Word(word)]]
                }
            };
            if let Some(rest) = self.rest.strip_prefix('?') {
                self.rest = rest;
                part.push(Vec::new());
            }
            all =
                all.iter().flat_map(|h| part.iter().map(move |t| [h.clone(), t.clone()].concat())).collect();
        }
        Ok(all)
    }

    fn slot(&mut self, name: &str) -> Result<Element, String> {
        let slots = &mut self.patterns.slots;
        let number = slots.iter().position(|s| s == name).unwrap_or_else(|| {
            slots.push(name.to_owned());
            slots.len() - 1
        });
        if number < self.own {
            return Ok(Element::Own(number as u8));
        }
        let table = Table::named(name).ok_or_else(|| format!("no slot `{name}`"))?;
        Ok(Element::Lexicon(number as u8, table))
    }
}
