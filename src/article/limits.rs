//! What a page may cost, and the parser, stopped at these limits.
//!
//! `html5ever` follows the standard, which has no limits: its time grows with the square of the depth, of the elements
//! of formatting left open, and of the attributes of a tag. So a gate stands between its tokenizer and its tree builder.
//! It looks at the tree after the tags, and lets nothing more through when the tree is beyond a limit.

use super::letters::floor;
use crate::{Error, error::ErrorKind};
use ego_tree::NodeId;
use html5ever::{
    Attribute, QualName, TokenizerResult,
    buffer_queue::BufferQueue,
    tendril::StrTendril,
    tokenizer::{Token, TokenSink, TokenSinkResult, Tokenizer},
    tree_builder::{ElementFlags, NodeOrText, QuirksMode, TreeBuilder, TreeSink},
};
use scraper::{Html, HtmlTreeSink};
use std::{
    borrow::Cow,
    cell::{Cell, Ref},
};

/// The depth is looked at once in so many tags: it takes a walk up to the root.
const DEPTH_WAIT: u32 = 16;
/// How much is given to the parser before it is asked whether it is to stop.
const PORTION: usize = 64 << 10;

/// How large a page may be. What is larger is refused with an error that says [`is_limit`](Error::is_limit).
///
/// Time and memory are linear in the page within these limits, whatever it holds.
///
/// ```
/// use newsfacts::{ArticleOptions, Limits};
///
/// let strict = ArticleOptions::new().with_limits(Limits::default().with_nodes(3));
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
    /// Bytes of the page, before and after its encoding is undone.
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

pub(super) fn check_bytes(len: usize, limits: Limits) -> Result<(), Error> {
    if len > limits.bytes {
        return Err(ErrorKind::Limit { what: "bytes", most: limits.bytes }.into());
    }
    Ok(())
}

/// Parses a page, or says which limit it is beyond.
pub(super) fn parse(html: &str, limits: Limits) -> Result<Html, Error> {
    check_bytes(html.len(), limits)?;
    if attributes_of_a_tag(html.as_bytes(), limits.attributes) {
        return Err(ErrorKind::Limit { what: "attributes of an element", most: limits.attributes }.into());
    }
    let sink = Counting {
        inner: HtmlTreeSink::new(Html::new_document()),
        nodes: Cell::new(0),
        late_attributes: Cell::new(0),
        newest: Cell::new(None),
    };
    let gate = Gate {
        builder: TreeBuilder::new(sink, Default::default()),
        limits,
        beyond: Cell::new(None),
        wait: Cell::new(0),
    };
    let tokenizer = Tokenizer::new(gate, Default::default());
    let queue = BufferQueue::default();
    let mut rest = html;
    while !rest.is_empty() {
        let (portion, later) = rest.split_at(floor(rest, PORTION));
        rest = later;
        queue.push_back(StrTendril::from_slice(portion));
        while !matches!(tokenizer.feed(&queue), TokenizerResult::Done) {}
        tokenizer.sink.verdict()?;
    }
    tokenizer.end();
    tokenizer.sink.verdict()?;
    Ok(tokenizer.sink.builder.sink.finish())
}

/// Between the tokenizer and the tree builder.
struct Gate {
    builder: TreeBuilder<NodeId, Counting>,
    limits: Limits,
    /// The limit that the tree is beyond: of what, and how many.
    beyond: Cell<Option<(&'static str, usize)>>,
    /// Tokens until the depth is looked at again.
    wait: Cell<u32>,
}

impl Gate {
    fn check(&self, last: bool) -> Option<(&'static str, usize)> {
        let (sink, limits) = (&self.builder.sink, self.limits);
        if sink.nodes.get() > limits.nodes {
            return Some(("nodes", limits.nodes));
        }
        if sink.late_attributes.get() > limits.attributes {
            return Some(("attributes of an element", limits.attributes));
        }
        self.wait.set(self.wait.get().checked_sub(1).unwrap_or(DEPTH_WAIT));
        let look = last || self.wait.get() == 0;
        (look && sink.newest_is_deeper_than(limits.depth)).then_some(("levels of elements", limits.depth))
    }

    fn verdict(&self) -> Result<(), Error> {
        match self.beyond.get() {
            Some((what, most)) => Err(ErrorKind::Limit { what, most }.into()),
            None => Ok(()),
        }
    }
}

impl TokenSink for Gate {
    type Handle = NodeId;

    fn process_token(&self, token: Token, line: u64) -> TokenSinkResult<NodeId> {
        if self.beyond.get().is_some() {
            return TokenSinkResult::Continue;
        }
        let text = matches!(token, Token::CharacterTokens(_) | Token::ParseError(_));
        let last = matches!(token, Token::EOFToken);
        let before = self.builder.sink.nodes.get();
        let result = self.builder.process_token(token, line);
        // Text opens elements of formatting again too.
        if !text || self.builder.sink.nodes.get() != before {
            self.beyond.set(self.check(last));
        }
        result
    }

    fn end(&self) {
        self.builder.end();
    }

    fn adjusted_current_node_present_but_not_in_html_namespace(&self) -> bool {
        self.builder.adjusted_current_node_present_but_not_in_html_namespace()
    }
}

/// The tree that scraper builds, counted.
struct Counting {
    inner: HtmlTreeSink,
    /// Elements, their attributes, and comments.
    nodes: Cell<usize>,
    /// Attributes added to elements that exist: those of further `<html>` and `<body>` tags.
    late_attributes: Cell<usize>,
    /// The element that was put into the tree last. New elements go where the parser stands, so its depth is that of
    /// the parser's stack, but for elements that a table sends up by some levels.
    newest: Cell<Option<NodeId>>,
}

impl Counting {
    fn count(&self, nodes: usize) {
        self.nodes.set(self.nodes.get() + nodes);
    }

    fn note(&self, child: &NodeOrText<NodeId>) {
        if let NodeOrText::AppendNode(id) = child {
            self.newest.set(Some(*id));
        }
    }

    fn newest_is_deeper_than(&self, most: usize) -> bool {
        let html = self.inner.0.borrow();
        let newest = self.newest.get().and_then(|id| html.tree.get(id));
        newest.is_some_and(|node| node.ancestors().nth(most).is_some())
    }
}

impl TreeSink for Counting {
    type Output = Html;
    type Handle = NodeId;
    type ElemName<'a> = Ref<'a, QualName>;

    fn create_element(&self, name: QualName, attributes: Vec<Attribute>, flags: ElementFlags) -> NodeId {
        self.count(1 + attributes.len());
        self.inner.create_element(name, attributes, flags)
    }

    fn create_comment(&self, text: StrTendril) -> NodeId {
        self.count(1);
        self.inner.create_comment(text)
    }

    fn create_pi(&self, target: StrTendril, data: StrTendril) -> NodeId {
        self.count(1);
        self.inner.create_pi(target, data)
    }

    fn append(&self, parent: &NodeId, child: NodeOrText<NodeId>) {
        self.note(&child);
        self.inner.append(parent, child);
    }

    fn append_before_sibling(&self, sibling: &NodeId, child: NodeOrText<NodeId>) {
        self.note(&child);
        self.inner.append_before_sibling(sibling, child);
    }

    fn append_based_on_parent_node(&self, element: &NodeId, previous: &NodeId, child: NodeOrText<NodeId>) {
        self.note(&child);
        self.inner.append_based_on_parent_node(element, previous, child);
    }

    fn add_attrs_if_missing(&self, target: &NodeId, attributes: Vec<Attribute>) {
        self.count(attributes.len());
        self.late_attributes.set(self.late_attributes.get() + attributes.len());
        self.inner.add_attrs_if_missing(target, attributes);
    }

    fn finish(self) -> Html {
        self.inner.finish()
    }

    fn parse_error(&self, message: Cow<'static, str>) {
        self.inner.parse_error(message);
    }

    fn get_document(&self) -> NodeId {
        self.inner.get_document()
    }

    fn elem_name<'a>(&'a self, target: &'a NodeId) -> Ref<'a, QualName> {
        self.inner.elem_name(target)
    }

    fn append_doctype_to_document(&self, name: StrTendril, public: StrTendril, system: StrTendril) {
        self.inner.append_doctype_to_document(name, public, system);
    }

    fn get_template_contents(&self, target: &NodeId) -> NodeId {
        self.inner.get_template_contents(target)
    }

    fn same_node(&self, x: &NodeId, y: &NodeId) -> bool {
        self.inner.same_node(x, y)
    }

    fn set_quirks_mode(&self, mode: QuirksMode) {
        self.inner.set_quirks_mode(mode);
    }

    fn remove_from_parent(&self, target: &NodeId) {
        self.inner.remove_from_parent(target);
    }

    fn reparent_children(&self, node: &NodeId, new_parent: &NodeId) {
        self.inner.reparent_children(node, new_parent);
    }
}

/// Where in a tag the tokenizer of the standard may be.
#[derive(Clone, Copy, PartialEq, Eq)]
enum InTag {
    Name,
    BeforeAttribute,
    Attribute,
    AfterAttribute,
    BeforeValue,
    Value,
    Quoted(u8),
}

/// Whether any tag may have more attributes than `most`: the tokenizer compares each with all before it, and says
/// nothing before the tag ends.
///
/// What stands before a `<` decides whether it begins a tag (in a script or a quoted value it does not), and only the
/// parser knows. So every `<` that may begin one is followed, all at once: two that are in the same state
/// go the same way from there, and only the one with more attributes counts. There are eight states at most, so this is
/// one pass.
fn attributes_of_a_tag(html: &[u8], most: usize) -> bool {
    // Fewer bytes than that cannot hold so many.
    if html.len() / 2 < most {
        return false;
    }
    let begins = |at: usize| {
        let letter = at + 1 + usize::from(html.get(at + 1) == Some(&b'/'));
        html[at] == b'<' && html.get(letter).is_some_and(u8::is_ascii_alphabetic)
    };
    let mut open: Vec<(InTag, usize)> = Vec::with_capacity(8);
    let mut at = 0;
    while at < html.len() {
        match &mut open[..] {
            [] => match memchr::memchr(b'<', &html[at..]) {
                Some(next) => at += next,
                None => return false,
            },
            // In the usual case, one tag and a long value, the value is skipped.
            [(InTag::Quoted(quote), _)] => match memchr::memchr2(*quote, b'<', &html[at..]) {
                Some(next) => at += next,
                None => return false,
            },
            _ => {}
        }
        let byte = html[at];
        let mut i = 0;
        while i < open.len() {
            let (state, count) = &mut open[i];
            let Some(next) = step(*state, byte) else {
                open.swap_remove(i);
                continue;
            };
            *count += usize::from(next == InTag::Attribute && *state != InTag::Attribute);
            if *count > most {
                return true;
            }
            *state = next;
            i += 1;
        }
        if begins(at) {
            open.push((InTag::Name, 0));
        }
        if open.len() > 1 {
            merge(&mut open);
        }
        at += 1;
    }
    false
}

fn step(state: InTag, byte: u8) -> Option<InTag> {
    use InTag::{AfterAttribute, Attribute, BeforeAttribute, BeforeValue, Name, Quoted, Value};
    let white = matches!(byte, b' ' | b'\t' | b'\n' | b'\r' | b'\x0C');
    Some(match (state, byte) {
        (Quoted(quote), _) if byte == quote => BeforeAttribute,
        (Quoted(_), _) => state,
        (BeforeValue, b'"' | b'\'') => Quoted(byte),
        (_, b'>') => return None,
        (BeforeValue, _) if white => BeforeValue,
        (BeforeValue, _) => Value,
        (Value, _) if white => BeforeAttribute,
        (Value, _) => Value,
        (_, b'/') => BeforeAttribute,
        (Name, _) if !white => Name,
        (Attribute | AfterAttribute, b'=') => BeforeValue,
        (Attribute | AfterAttribute, _) if white => AfterAttribute,
        (_, _) if white => BeforeAttribute,
        _ => Attribute,
    })
}

/// One of each state, with the most attributes.
fn merge(open: &mut Vec<(InTag, usize)>) {
    let mut i = 0;
    while i < open.len() {
        let (state, count) = open[i];
        match open[..i].iter().position(|&(s, _)| s == state) {
            Some(same) => {
                open[same].1 = open[same].1.max(count);
                open.swap_remove(i);
            }
            None => i += 1,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn beyond(html: &str) -> bool {
        attributes_of_a_tag(html.as_bytes(), 3)
    }

    #[test]
    fn attributes_are_counted_as_the_tokenizer_does() {
        assert!(!beyond("<p a b c>"));
        assert!(beyond("<p a b c d>"));
        assert!(beyond("</p a/b/c/d"));
        assert!(!beyond("<p a = 'b c d e' f>"));
        assert!(beyond("<p a='>'b='>'c='>'d='>'>"));
        assert!(!beyond("<p a=\"x\" b=1 c>d e f g"));
        assert!(!beyond("a < b c d e f"));
        assert!(beyond("<a b='<q w e r t y u>'>"), "a quote may be a text's, so what it holds may be a tag");
    }

    #[test]
    fn the_parser_stops_at_once() {
        let refused = |html: &str| parse(html, Limits::default()).map(|_| ()).unwrap_err().to_string();
        let bold: String = (0..400).map(|i| format!("<b id={i}>")).collect();
        let multiplied = format!("<p>{bold}{}", "<p>x".repeat(100_000));
        assert_eq!(refused(&multiplied), "page with more than 500000 nodes");
        assert_eq!(refused(&"<div></x>".repeat(100_000)), "page with more than 512 levels of elements");
    }
}
