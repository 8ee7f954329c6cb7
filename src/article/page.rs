//! A page as lines: one pass over the tree, after which nothing looks at the tree again.
//!
//! A *line* is text that a browser sets on a line of its own: that of a paragraph, a heading, a cell, a part between
//! two `<br>`. Every line knows the block that it stands in and how much of it is link text; every element knows
//! its lines. What is story and what is not is decided over them; which tags hold them is asked no more.

use super::{
    element::{ElementKind, Gap, Position, attribute, is_link, kind_of, place},
    tables::Mark,
};
use crate::text::is_han;
use ego_tree::{NodeId, NodeRef};
use scraper::{Html, Node, node::Element};
use std::ops::Range;

/// Units of a text that make it prose; a Han character counts three.
const PROSE: u32 = 60;

/// An element of the page, in the order of their tags.
pub(super) struct PageElement<'p> {
    pub(super) element: &'p Element,
    kind: ElementKind,
    /// Whether its text is that of a link.
    link: bool,
    pub(super) id: NodeId,
    pub(super) parent: Option<usize>,
    /// The nearest block that it stands in, or is.
    pub(super) block: usize,
    /// The first element that does not stand in it.
    pub(super) end: usize,
    /// Lines that hold text of it.
    pub(super) lines: Range<usize>,
    /// Bytes of the text that are its own.
    pub(super) text: Range<usize>,
    /// What it and the elements around it are.
    pub(super) place: Position,
    pub(super) mark: Option<Mark>,
}

pub(super) struct Line {
    pub(super) text: Range<usize>,
    /// What stands before it.
    pub(super) gap: Gap,
    /// The block that it stands in.
    pub(super) block: usize,
    /// Its length; a Han character counts three.
    pub(super) units: u32,
    /// How much of it is text of links and buttons.
    pub(super) linked: u32,
    /// Whether it has a punctuation mark.
    pub(super) marked: bool,
    pub(super) place: Position,
    /// Readers' comments, by the name of an element.
    pub(super) comment: bool,
    /// Notices and page feet, by the name of an element.
    pub(super) legal: bool,
    /// The text under a picture.
    pub(super) caption: bool,
}

impl Line {
    /// Prose, as against headings, menus and tables.
    pub(super) fn is_prose(&self) -> bool {
        self.units >= PROSE && self.marked && !self.is_linked()
    }

    /// More than half link text.
    pub(super) fn is_linked(&self) -> bool {
        self.linked * 2 > self.units
    }
}

pub(super) struct Page<'p> {
    pub(super) nodes: Vec<PageElement<'p>>,
    pub(super) lines: Vec<Line>,
    /// The text of all lines.
    pub(super) text: String,
    /// From which byte of the text on it comes from which element.
    pub(super) runs: Vec<(usize, usize)>,
    /// Elements with an `itemprop`, and its value.
    pub(super) properties: Vec<(usize, &'p str)>,
}

impl<'p> Page<'p> {
    /// Reads the tree; elements for which `dropped` holds are not read, and `alone` is a block whatever its name.
    pub(super) fn new(html: &'p Html, dropped: &dyn Fn(NodeId) -> bool, alone: Option<NodeId>) -> Self {
        let mut survey = Survey {
            page: Self {
                nodes: Vec::new(),
                lines: Vec::new(),
                text: String::new(),
                runs: Vec::new(),
                properties: Vec::new(),
            },
            current: None,
            gap: Gap::None,
            links: 0,
            dropped,
            alone,
        };
        survey.walk(html.tree.root());
        let mut page = survey.page;
        page.mark_lines();
        page
    }

    pub(super) fn name(&self, node: usize) -> &'p str {
        self.nodes[node].element.name()
    }

    pub(super) fn line_text(&self, line: usize) -> &str {
        &self.text[self.lines[line].text.clone()]
    }

    pub(super) fn attribute(&self, node: usize, name: &str) -> Option<&'p str> {
        attribute(self.nodes[node].element, name)
    }

    /// The elements of a name.
    pub(super) fn named<'s>(&'s self, name: &'s str) -> impl Iterator<Item = usize> + 's {
        (0..self.nodes.len()).filter(move |&n| self.name(n) == name)
    }

    /// An element and those around it.
    pub(super) fn around(&self, node: usize) -> impl Iterator<Item = usize> + '_ {
        std::iter::successors(Some(node), |&n| self.nodes[n].parent)
    }

    /// Whether an element stands in another, or is it.
    pub(super) fn is_in(&self, node: usize, outer: usize) -> bool {
        (outer..self.nodes[outer].end).contains(&node)
    }

    /// Whether an element may hold a story.
    pub(super) fn may_hold(&self, node: usize) -> bool {
        self.nodes[node].kind.holder
    }

    /// Says of lines what the names of the elements around them say; a name is not believed of a large part of the page.
    fn mark_lines(&mut self) {
        let total: u64 = self.lines.iter().map(|l| u64::from(l.units)).sum();
        for (mark, share) in [(Mark::Comment, 30), (Mark::Legal, 30), (Mark::Caption, 10)] {
            let mut done = 0;
            for n in 0..self.nodes.len() {
                let node = &self.nodes[n];
                if node.mark != Some(mark) || node.lines.end <= done {
                    continue;
                }
                let range = node.lines.start.max(done)..node.lines.end;
                let units: u64 = self.lines[range.clone()].iter().map(|l| u64::from(l.units)).sum();
                if units * 100 >= total * share {
                    continue;
                }
                done = range.end;
                for line in &mut self.lines[range] {
                    match mark {
                        Mark::Comment => line.comment = true,
                        Mark::Legal => line.legal = true,
                        _ => line.caption = true,
                    }
                }
            }
        }
    }
}

/// The pass over the tree.
struct Survey<'p, 'o> {
    page: Page<'p>,
    current: Option<usize>,
    gap: Gap,
    /// Links and buttons that are open.
    links: u32,
    dropped: &'o dyn Fn(NodeId) -> bool,
    alone: Option<NodeId>,
}

impl<'p> Survey<'p, '_> {
    /// Walks the tree without recursion, so that no page can exhaust the stack.
    fn walk(&mut self, root: NodeRef<'p, Node>) {
        let mut node = root;
        loop {
            if self.open(node)
                && let Some(child) = node.first_child()
            {
                node = child;
                continue;
            }
            loop {
                self.close(node);
                if node.id() == root.id() {
                    return;
                }
                if let Some(next) = node.next_sibling() {
                    node = next;
                    break;
                }
                match node.parent() {
                    Some(parent) => node = parent,
                    None => return,
                }
            }
        }
    }

    /// Whether what the node holds is to be read.
    fn open(&mut self, node: NodeRef<'p, Node>) -> bool {
        match node.value() {
            Node::Element(element) => self.enter(node.id(), element),
            Node::Text(text) => {
                if let Some(current) = self.current {
                    self.read(text, current);
                }
                false
            }
            Node::Document => true,
            _ => false,
        }
    }

    fn enter(&mut self, id: NodeId, element: &'p Element) -> bool {
        let mut kind = kind_of(element);
        if self.alone == Some(id) {
            (kind.gap, kind.holder) = (Gap::Block, true);
        }
        let gap = kind.gap;
        let this = self.page.nodes.len();
        self.gap = self.gap.max(gap);
        let (outer, block) = match self.current {
            Some(c) => (self.page.nodes[c].place, self.page.nodes[c].block),
            None => (Position::default(), this),
        };
        let lines = self.page.lines.len();
        // Text of an inline element may go on in the line before.
        let first = if self.gap < Gap::Cell { lines.saturating_sub(1) } else { lines };
        let link = kind.link && is_link(element);
        let (place, mark, property) = place(element, kind, link, outer);
        self.page.properties.extend(property.map(|p| (this, p)));
        let at = self.page.text.len();
        self.page.nodes.push(PageElement {
            element,
            kind,
            link,
            id,
            parent: self.current,
            block: if matches!(gap, Gap::Block | Gap::Cell) || kind.holder { this } else { block },
            end: this + 1,
            lines: first..first,
            text: at..at,
            place,
            mark,
        });
        self.current = Some(this);
        self.links += u32::from(link);
        !kind.unread && !(self.dropped)(id)
    }

    fn close(&mut self, node: NodeRef<'p, Node>) {
        let (Node::Element(_), Some(current)) = (node.value(), self.current) else { return };
        let (nodes, lines) = (self.page.nodes.len(), self.page.lines.len());
        let this = &mut self.page.nodes[current];
        this.end = nodes;
        this.lines.end = lines.max(this.lines.start);
        this.text.end = self.page.text.len();
        self.current = this.parent;
        self.links -= u32::from(this.link);
        self.gap = self.gap.max(this.kind.gap);
    }

    /// Reads a text phrase by phrase: as much of it as white space needs no care, single spaces between words.
    fn read(&mut self, text: &str, element: usize) {
        let bytes = text.as_bytes();
        let white = |b: u8| matches!(b, b' ' | b'\t' | b'\n' | b'\r' | b'\x0C');
        let mut at = 0;
        while let Some(&first) = bytes.get(at) {
            if white(first) {
                self.gap = self.gap.max(if first == b'\n' { Gap::Break } else { Gap::Space });
                at += 1;
                continue;
            }
            let start = at;
            while let Some(&byte) = bytes.get(at) {
                let single = byte == b' ' && bytes.get(at + 1).is_some_and(|&b| b > b' ');
                if byte <= b' ' && !single && white(byte) {
                    break;
                }
                at += 1;
            }
            self.word(&text[start..at], element);
        }
    }

    fn word(&mut self, mut word: &str, element: usize) {
        let page = &mut self.page;
        let gap = std::mem::take(&mut self.gap);
        if gap >= Gap::Cell || page.lines.is_empty() {
            // Indents are no text: Chinese pages write them as wide spaces.
            word = word.trim_start();
            if word.is_empty() {
                self.gap = gap;
                return;
            }
            let block = page.nodes[element].block;
            page.lines.push(Line {
                text: page.text.len()..page.text.len(),
                gap,
                block,
                units: 0,
                linked: 0,
                marked: false,
                place: page.nodes[element].place,
                comment: false,
                legal: false,
                caption: false,
            });
        }
        let Some(line) = page.lines.last_mut() else { return };
        // A line break of the source between two Han characters is no space (CSS Text Level 3, segment breaks).
        let before = page.text[line.text.start..].chars().next_back();
        let glued = gap == Gap::Break && is_wide(before) && is_wide(word.chars().next());
        let spaced = matches!(gap, Gap::Break | Gap::Space) && !glued && before.is_some();
        if spaced {
            page.text.push(' ');
        }
        if page.runs.last().is_none_or(|&(_, e)| e != element) || before.is_none() {
            page.runs.push((page.text.len(), element));
        }
        page.text.push_str(word);
        let (units, marked) = measure(word);
        line.units += units + u32::from(spaced);
        line.linked += if self.links > 0 { units + u32::from(spaced) } else { 0 };
        line.marked |= marked;
        line.text.end = page.text.len();
    }
}

fn is_wide(c: Option<char>) -> bool {
    c.is_some_and(|c| is_han(c) || matches!(c, '\u{3000}'..='\u{303F}' | '！'..='｠'))
}

/// The length of a word, and whether it has a punctuation mark.
fn measure(word: &str) -> (u32, bool) {
    if word.is_ascii() {
        let marked = word.chars().any(is_mark);
        return (word.len() as u32, marked);
    }
    let (mut units, mut marked) = (0, false);
    for c in word.chars() {
        units += if c > '\u{2E7F}' && is_han(c) { 3 } else { 1 };
        marked = marked || is_mark(c);
    }
    (units, marked)
}

fn is_mark(c: char) -> bool {
    match c {
        '.' | ',' | ';' | ':' | '!' | '?' => true,
        '\0'..='\u{7F}' => false,
        _ => matches!(c, '。' | '，' | '、' | '；' | '：' | '！' | '？' | '…' | '．' | '“' | '”'),
    }
}
