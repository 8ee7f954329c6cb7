//! What a page may cost, and the parser, stopped at these limits.
//!
//! `html5ever` follows the standard, which has no limits: its time grows with the square of the depth, of the elements
//! of formatting left open, and of the attributes of a tag. So a gate stands between the tokens and its tree builder.
//! It looks at the tree after the tags, and lets nothing more through when the tree is beyond a limit.

use super::{
    tokens::{Attributes, tokenize},
    tree::{Builder, Handle, Tree},
};
use crate::{Error, error::ErrorKind};
use html5ever::{
    tendril::StrTendril,
    tokenizer::{Token, TokenSink, TokenSinkResult},
    tree_builder::{TreeBuilder, TreeSink},
};
use std::cell::{Cell, RefCell};

/// The depth is looked at once in so many tags: it takes a walk up to the root.
const DEPTH_WAIT: u32 = 16;
const ATTRIBUTES: &str = "attributes of an element";

/// How large a page may be. What is larger is refused with an error that says [`is_limit`](Error::is_limit).
///
/// Time and memory are linear in the page within these limits, whatever it holds.
///
/// ```
/// use newsfacts::{ArticleOptions, Limits};
///
/// let limits = Limits::default().with_bytes(1 << 20).with_depth(64).with_attributes(100);
/// let strict = ArticleOptions::new().with_limits(limits.with_nodes(3));
/// assert!(strict.read("<p>en<p>två<p>tre").unwrap_err().is_limit());
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    bytes: usize,
    nodes: usize,
    depth: usize,
    attributes: usize,
}

impl Default for Limits {
    /// 16 MiB, 500,000 nodes, 512 levels, 1,000 attributes.
    fn default() -> Self {
        Self { bytes: 16 << 20, nodes: 500_000, depth: 512, attributes: 1_000 }
    }
}

impl Limits {
    /// Bytes of the page, before and after its encoding is undone; 2 GiB at most.
    #[must_use]
    pub const fn with_bytes(mut self, most: usize) -> Self {
        self.bytes = most;
        self
    }

    /// Elements, attributes and comments that the parser makes. It makes more than the page holds: an element of
    /// formatting that is left open is opened again in every paragraph.
    #[must_use]
    pub const fn with_nodes(mut self, most: usize) -> Self {
        self.nodes = most;
        self
    }

    /// Elements inside one another.
    #[must_use]
    pub const fn with_depth(mut self, most: usize) -> Self {
        self.depth = most;
        self
    }

    /// Attributes of one tag.
    #[must_use]
    pub const fn with_attributes(mut self, most: usize) -> Self {
        self.attributes = most;
        self
    }
}

/// The tree counts bytes in 32 bits.
const MOST_BYTES: usize = 1 << 31;

pub(super) fn check_bytes(len: usize, limits: Limits) -> Result<(), Error> {
    let most = limits.bytes.min(MOST_BYTES);
    if len > most {
        return Err(ErrorKind::Limit { what: "bytes", most }.into());
    }
    Ok(())
}

/// Parses a page, or says which limit it is beyond.
pub(super) fn parse(html: &str, limits: Limits, attributes: Attributes) -> Result<Tree, Error> {
    check_bytes(html.len(), limits)?;
    let gate = Gate {
        builder: TreeBuilder::new(Builder::new(html.len()), Default::default()),
        limits,
        beyond: Cell::new(None),
        text: RefCell::default(),
        wait: Cell::new(0),
    };
    if !tokenize(html, &gate, attributes, limits.attributes, || gate.beyond.get().is_some()) {
        gate.beyond.set(Some((ATTRIBUTES, limits.attributes)));
    }
    match gate.beyond.get() {
        Some((what, most)) => Err(ErrorKind::Limit { what, most }.into()),
        None => Ok(gate.builder.sink.finish()),
    }
}

/// Between the tokenizer and the tree builder.
struct Gate {
    builder: TreeBuilder<Handle, Builder>,
    limits: Limits,
    /// The limit that the tree is beyond: of what, and how many.
    beyond: Cell<Option<(&'static str, usize)>>,
    /// Text that waits for more of it.
    text: RefCell<StrTendril>,
    /// Tokens until the depth is looked at again.
    wait: Cell<u32>,
}

impl Gate {
    fn check(&self, last: bool) -> Option<(&'static str, usize)> {
        let (sink, limits) = (&self.builder.sink, self.limits);
        if sink.nodes() > limits.nodes {
            return Some(("nodes", limits.nodes));
        }
        if sink.late_attributes() > limits.attributes {
            return Some((ATTRIBUTES, limits.attributes));
        }
        self.wait.set(self.wait.get().checked_sub(1).unwrap_or(DEPTH_WAIT));
        let look = last || self.wait.get() == 0;
        (look && sink.newest_is_deeper_than(limits.depth)).then_some(("levels of elements", limits.depth))
    }

    /// Gives the builder the text that waits.
    fn give_text(&self, line: u64) {
        let text = self.text.take();
        if !text.is_empty() {
            let before = self.builder.sink.nodes();
            let _ = self.builder.process_token(Token::CharacterTokens(text), line);
            // Text opens elements of formatting again.
            if self.builder.sink.nodes() != before {
                self.beyond.set(self.check(false));
            }
        }
    }
}

impl TokenSink for Gate {
    type Handle = Handle;

    fn process_token(&self, token: Token, line: u64) -> TokenSinkResult<Handle> {
        if self.beyond.get().is_some() {
            return TokenSinkResult::Continue;
        }
        let token = match token {
            Token::CharacterTokens(text) => {
                let mut waiting = self.text.borrow_mut();
                // The first part is shared with the page; only what is added to it is copied.
                if waiting.is_empty() {
                    *waiting = text;
                } else {
                    waiting.push_tendril(&text);
                }
                return TokenSinkResult::Continue;
            }
            token => token,
        };
        self.give_text(line);
        if self.beyond.get().is_some() {
            return TokenSinkResult::Continue;
        }
        let last = matches!(token, Token::EOFToken);
        let result = self.builder.process_token(token, line);
        self.beyond.set(self.check(last));
        result
    }

    fn end(&self) {
        self.builder.end();
    }

    fn adjusted_current_node_present_but_not_in_html_namespace(&self) -> bool {
        self.builder.adjusted_current_node_present_but_not_in_html_namespace()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn attributes_are_counted_whether_they_are_kept_or_not() {
        let beyond =
            |html: &str| parse(html, Limits::default().with_attributes(3), Attributes::Read).is_err();
        assert!(!beyond("<p a b c>"));
        assert!(beyond("<p a b c d>"));
        assert!(beyond("<p a a a a"));
        assert!(beyond("</p a/b/c/d"));
        assert!(!beyond("<p a = 'b c d e' f>"));
        assert!(beyond("<p a='>'b='>'c='>'d='>'>"));
        assert!(!beyond("<p a=\"x\" b=1 c>d e f g"));
        assert!(!beyond("a < b c d e f"));
        assert!(!beyond("<a b='<q w e r t y u>'>"));
    }

    #[test]
    fn the_parser_stops_at_once() {
        let refused = |html: &str| {
            parse(html, Limits::default(), Attributes::Read).map(|_| ()).unwrap_err().to_string()
        };
        let bold: String = (0..400).map(|i| format!("<b id={i}>")).collect();
        let multiplied = format!("<p>{bold}{}", "<p>x".repeat(100_000));
        assert_eq!(refused(&multiplied), "page with more than 500000 nodes");
        assert_eq!(refused(&"<div></x>".repeat(100_000)), "page with more than 512 levels of elements");
    }
}
