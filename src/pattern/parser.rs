//! The parts of patterns, and how rows are read into all their variants without options.

use crate::{Error, text::lower};
use std::rc::Rc;

/// A part of a pattern.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Element {
    /// Characters in lower case.
    Word(Rc<[char]>),
    Slot(u8),
    Space,
    MaybeSpace,
}

/// Variants of a row at most: each `?` and each alternative multiplies them.
const VARIANTS: usize = 1024;

/// The rows of a table of patterns, each with its line and its variants without options.
pub(crate) fn rows(
    spaced: bool,
    name: &str,
    source: &str,
    slots: &[&str],
) -> Result<Vec<(usize, Variants)>, Error> {
    let lines = source.lines().enumerate().filter(|(_, row)| !row.trim().is_empty() && !row.starts_with('#'));
    // The first is the header.
    let read = |(line, row): (usize, &str)| {
        let fault = |problem: String| Error::lexicon(name, line + 1, "pattern", problem);
        let mut parser = Parser { rest: row, slots };
        let mut variants = parser.alternatives().map_err(&fault)?;
        if !parser.rest.is_empty() {
            return Err(fault(format!("`{}` left over", parser.rest)));
        }
        if !spaced {
            let space = |e: &Element| matches!(e, Element::Space | Element::MaybeSpace);
            variants.iter_mut().for_each(|v| v.retain(|e| !space(e)));
        }
        Ok((line, variants))
    };
    lines.skip(1).map(read).collect()
}

/// Reads a pattern into all its variants without options.
struct Parser<'a> {
    rest: &'a str,
    slots: &'a [&'a str],
}

/// The ways through one pattern.
pub(crate) type Variants = Vec<Vec<Element>>;

/// All ways through one part and then through another, with what stands between two that are not empty.
fn joined(mut heads: Variants, tails: &[Vec<Element>], between: Option<Element>) -> Variants {
    let join = |head: &mut Vec<Element>, tail: &[Element]| {
        if !head.is_empty() && !tail.is_empty() {
            head.extend(between.clone());
        }
        head.extend_from_slice(tail);
    };
    if let [tail] = tails {
        heads.iter_mut().for_each(|head| join(head, tail));
        return heads;
    }
    let mut all = Variants::with_capacity(heads.len() * tails.len());
    for (head, tail) in heads.iter().flat_map(|head| tails.iter().map(move |tail| (head, tail))) {
        let mut both = Vec::with_capacity(head.len() + 1 + tail.len());
        both.extend_from_slice(head);
        join(&mut both, tail);
        all.push(both);
    }
    all
}

impl Parser<'_> {
    /// `a|b|c`, up to `)` or the end.
    fn alternatives(&mut self) -> Result<Variants, String> {
        let mut all = self.words()?;
        while let Some(rest) = self.rest.strip_prefix('|') {
            self.rest = rest;
            all.extend(self.words()?);
        }
        if all.len() > VARIANTS {
            return Err(format!("{} variants; at most {VARIANTS}", all.len()));
        }
        Ok(all)
    }

    /// Words with spaces between them; a word that may be missing takes its space with it.
    fn words(&mut self) -> Result<Variants, String> {
        let mut all: Variants = vec![Vec::new()];
        loop {
            let word = self.word()?;
            all = joined(all, &word, Some(Element::Space));
            // What has one way leaves different ways different.
            if word.len() > 1 {
                let mut next = Variants::with_capacity(all.len());
                for variant in all {
                    if !next.contains(&variant) {
                        next.push(variant);
                    }
                }
                all = next;
            }
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
            all = joined(all, &part, None);
        }
        Ok(all)
    }

    fn slot(&self, name: &str) -> Result<Element, String> {
        let number = self.slots.iter().position(|&s| s == name).ok_or_else(|| format!("no slot `{name}`"))?;
        Ok(Element::Slot(number as u8))
    }
}
