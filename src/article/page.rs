//! A page as lines: one pass over the tree, after which nothing looks at the tree again.
//!
//! A *line* is text that a browser sets on a line of its own: that of a paragraph, a heading, a cell, a part between
//! two `<br>`. Every line knows the block that it stands in and how much of it is link text; every element knows
//! its lines. What is story and what is not is decided over them; which tags hold them is asked no more.

use super::{
    element::{ElementKind, Gap, Position, Tag, attribute, kind_of, say},
    stamp::{self, Stamp},
    tables::Mark,
    tree::{Content, Element, Id, Tree},
    words::WORDS,
};
use crate::text::is_han;
use memchr::memmem::Finder;
use once_cell::sync::Lazy;
use std::ops::Range;

/// Longest name of a photographer with its label, in bytes.
const CREDIT: usize = 50;
/// Fewest units of such lines.
const SHORTEST: u32 = 20;
/// Most units of a stamp, or of the text under a picture that only its words tell.
const STAMP: u32 = 240;
/// Fewest units of a sentence.
const SENTENCE: u32 = 12;
/// Units of a text that make it prose; a Han character counts three.
const PROSE: u32 = 60;

/// An element of the page, in the order of their tags.
pub(super) struct PageElement<'p> {
    pub(super) element: &'p Element,
    kind: ElementKind,
    /// Whether its text is that of a link.
    link: bool,
    pub(super) id: Id,
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
    /// Whether it ends as sentences do, and is no stamp.
    closed: bool,
    /// Of another story or of the site, from where it stands to the headline.
    pub(super) beside: bool,
}

impl Line {
    /// Prose, as against headings, menus and tables.
    pub(super) fn is_prose(&self) -> bool {
        self.units >= PROSE && self.marked && !self.is_linked()
    }

    /// Prose, or a short sentence.
    pub(super) fn is_sentence(&self) -> bool {
        self.is_prose() || (self.closed && self.units >= SENTENCE && !self.is_linked())
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
    /// Elements with a tag that is asked for.
    tags: Vec<(Tag, usize)>,
    /// The dates in short lines, each with its line.
    stamps: Vec<(usize, Stamp)>,
}

impl<'p> Page<'p> {
    /// Reads the tree; elements for which `dropped` holds are not read, and `alone` is a block whatever its name.
    pub(super) fn new(tree: &'p Tree, dropped: &dyn Fn(Id) -> bool, alone: Option<Id>) -> Self {
        let mut survey = Survey {
            page: Self {
                nodes: Vec::with_capacity(tree.elements()),
                lines: Vec::with_capacity(16 + tree.elements() / 4),
                text: String::with_capacity(tree.text_bytes()),
                runs: Vec::with_capacity(16 + tree.elements() / 4),
                properties: Vec::new(),
                tags: Vec::new(),
                stamps: Vec::new(),
            },
            current: None,
            gap: Gap::None,
            links: 0,
            dropped,
            alone,
        };
        survey.walk(tree);
        let mut page = survey.page;
        page.mark_lines();
        page.mark_stamps();
        page
    }

    /// Finds the dates in short lines. A long stamp with its source and its authors is no prose, though it is marked as
    /// prose is; nor is the text under a picture.
    fn mark_stamps(&mut self) {
        for (l, line) in self.lines.iter_mut().enumerate().filter(|(_, line)| !line.is_linked()) {
            let text = &self.text[line.text.clone()];
            let before = self.stamps.len();
            self.stamps.extend(stamp::in_line(text).map(|stamp| (l, stamp)));
            line.closed = self.stamps.len() == before && is_closed(text);
            if line.units > STAMP || line.units < SHORTEST {
                continue;
            }
            line.caption |= is_caption(text);
            let stamped = line.units >= PROSE && self.stamps.len() > before;
            line.marked &= !stamped || !stamp::is_labelled(text);
        }
    }

    /// The dates in a line, if it is short enough for a stamp and no link.
    pub(super) fn stamps(&self, line: usize) -> impl Iterator<Item = &Stamp> {
        let first = self.stamps.partition_point(|&(l, _)| l < line);
        self.stamps[first..].iter().take_while(move |&&(l, _)| l == line).map(|(_, stamp)| stamp)
    }

    pub(super) fn tag(&self, node: usize) -> Tag {
        self.nodes[node].kind.tag
    }

    pub(super) fn line_text(&self, line: usize) -> &str {
        &self.text[self.lines[line].text.clone()]
    }

    /// The element that the first text of a line comes from.
    pub(super) fn element_of(&self, line: usize) -> usize {
        let start = self.lines[line].text.start;
        self.runs[self.runs.partition_point(|r| r.0 <= start).saturating_sub(1)].1
    }

    pub(super) fn attribute(&self, node: usize, name: &str) -> Option<&'p str> {
        attribute(self.nodes[node].element, name)
    }

    /// The elements with a tag that is asked for.
    pub(super) fn tags(&self) -> impl Iterator<Item = (Tag, usize)> + '_ {
        self.tags.iter().copied()
    }

    /// Whether a line holds a `<time>` with its text.
    pub(super) fn has_time(&self, line: usize) -> bool {
        let line = &self.lines[line].text;
        let first = self.tags.partition_point(|&(_, n)| self.nodes[n].text.start < line.start);
        let inside = self.tags[first..].iter().take_while(|&&(_, n)| self.nodes[n].text.start < line.end);
        inside.filter(|(tag, _)| *tag == Tag::Time).any(|&(_, n)| !self.nodes[n].text.is_empty())
    }

    /// The elements of a tag.
    pub(super) fn tagged(&self, tag: Tag) -> impl Iterator<Item = usize> + '_ {
        self.tags().filter(move |&(t, _)| t == tag).map(|(_, n)| n)
    }

    /// An element and those around it.
    pub(super) fn around(&self, node: usize) -> impl Iterator<Item = usize> + '_ {
        std::iter::successors(Some(node), |&n| self.nodes[n].parent)
    }

    /// Whether an element stands in another, or is it.
    pub(super) fn is_in(&self, node: usize, outer: usize) -> bool {
        (outer..self.nodes[outer].end).contains(&node)
    }

    /// Elements that the test holds for and no element around them.
    pub(super) fn outermost_in(&self, nodes: Range<usize>, test: impl Fn(usize) -> bool) -> Vec<usize> {
        let (mut found, mut n) = (Vec::new(), nodes.start);
        while n < nodes.end {
            if test(n) {
                found.push(n);
                n = self.nodes[n].end;
            } else {
                n += 1;
            }
        }
        found
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
    dropped: &'o dyn Fn(Id) -> bool,
    alone: Option<Id>,
}

impl<'p> Survey<'p, '_> {
    /// Walks the tree without recursion, so that no page can exhaust the stack.
    fn walk(&mut self, tree: &'p Tree) {
        let mut node = Tree::ROOT;
        loop {
            if self.open(tree, node)
                && let Some(child) = tree.first_child(node)
            {
                node = child;
                continue;
            }
            loop {
                if let Content::Element(_) = tree.content(node) {
                    self.close();
                }
                if let Some(next) = tree.next_sibling(node) {
                    node = next;
                    break;
                }
                match tree.parent(node) {
                    Some(parent) => node = parent,
                    None => return,
                }
            }
        }
    }

    /// Whether what the node holds is to be read.
    fn open(&mut self, tree: &'p Tree, node: Id) -> bool {
        match tree.content(node) {
            Content::Element(element) => self.enter(node, element),
            Content::Text(text) => {
                if let Some(current) = self.current {
                    self.read(text, current);
                }
                false
            }
            Content::Document => true,
            Content::Unread => false,
        }
    }

    fn enter(&mut self, id: Id, element: &'p Element) -> bool {
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
        let said = say(element, kind, outer);
        self.page.properties.extend(said.property.map(|p| (this, p)));
        if kind.tag != Tag::Other {
            self.page.tags.push((kind.tag, this));
        }
        let at = self.page.text.len();
        self.page.nodes.push(PageElement {
            element,
            kind,
            link: said.link,
            id,
            parent: self.current,
            block: if matches!(gap, Gap::Block | Gap::Cell) || kind.holder { this } else { block },
            end: this + 1,
            lines: first..first,
            text: at..at,
            place: said.place,
            mark: said.mark,
        });
        self.current = Some(this);
        self.links += u32::from(said.link);
        !kind.unread && !(self.dropped)(id)
    }

    fn close(&mut self) {
        let Some(current) = self.current else { return };
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
            let end = at + phrase(&bytes[at..]);
            self.word(&text[at..end], element);
            at = end;
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
                closed: false,
                beside: false,
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

/// Whether a text says that it stands under a picture: *图为…*, *…（资料照）*, *… Foto: Eva Ek*.
fn is_caption(text: &str) -> bool {
    let inner = text.trim_end_matches(['）', ')', '】', '。', ' ', '\u{3000}']);
    let starts = || WORDS.caption_starts.iter().any(|s| inner.starts_with(s));
    let ends = || WORDS.caption_ends.iter().any(|e| inner.ends_with(e));
    // Hardly any line passes the look at its first and last character.
    if (inner.starts_with(['图', '圖', '资', '資']) && starts())
        || (inner.ends_with(['摄', '攝', '影', '图', '圖', '照', '片', '络']) && ends())
    {
        return true;
    }
    // Who took it stands last and in brackets: （记者…摄）
    let bracket = text.ends_with(['）', ')']).then(|| text.rfind(['（', '('])).flatten();
    if bracket.is_some_and(|at| text.len() - at <= CREDIT && inner.ends_with(['摄', '攝'])) {
        return true;
    }
    // The name of a photographer is short, and nothing comes after it.
    let colon = memchr::memrchr(b':', inner.as_bytes());
    let label = colon.filter(|&at| inner[..at].ends_with("Foto") || inner[..at].ends_with("foto"));
    label.is_some_and(|at| inner.len() - at <= CREDIT && !inner[at..].contains(". "))
}

/// Whether a text ends as a sentence does.
fn is_closed(text: &str) -> bool {
    const CLOSING: &[char] = &['”', '"', '’', '」', '』', '）', ')', '»'];
    text.trim_end_matches(CLOSING).ends_with(['.', '!', '?', '。', '！', '？', '…'])
}

fn is_wide(c: Option<char>) -> bool {
    c.is_some_and(|c| is_han(c) || matches!(c, '\u{3000}'..='\u{303F}' | '！'..='｠'))
}

/// How much of a text that begins with a word white space needs no care in: up to two spaces or a line break.
fn phrase(bytes: &[u8]) -> usize {
    // Looked at in parts, so that no part is looked at again for each phrase in it.
    const PART: usize = 256;
    static TWO: Lazy<Finder<'static>> = Lazy::new(|| Finder::new("  "));
    let mut from = 0;
    let mut end = loop {
        let part = &bytes[from..bytes.len().min(from + PART)];
        let line = memchr::memchr3(b'\n', b'\t', b'\r', part).unwrap_or(part.len());
        let line = memchr::memchr(b'\x0C', &part[..line]).unwrap_or(line);
        let two = TWO.find(&part[..line]).unwrap_or(line);
        // The last space of a part may be the first of two.
        if two < part.len() || from + PART >= bytes.len() {
            break from + two;
        }
        from += PART - 1;
    };
    while end > 1 && bytes[end - 1] == b' ' {
        end -= 1;
    }
    end
}

/// The length of a phrase, and whether it has a punctuation mark.
///
/// Counts bytes that begin a character, so that the processor counts many at once; a Han character beyond the
/// first plane or of the extensions counts one.
fn measure(phrase: &str) -> (u32, bool) {
    let bytes = phrase.as_bytes();
    let mut units = 0;
    let (mut marked, mut wide) = (false, false);
    // (Eight bits hold the count of a part.)
    for part in bytes.chunks(64) {
        let (mut firsts, mut han) = (0_u8, 0_u8);
        for &b in part {
            firsts += u8::from(b & 0xC0 != 0x80);
            han += u8::from(matches!(b, 0xE4..=0xE9));
            marked |= matches!(b, b'.' | b',' | b';' | b':' | b'!' | b'?');
            wide |= b >= 0xE2;
        }
        units += u32::from(firsts) + 2 * u32::from(han);
    }
    (units, marked || (wide && phrase.chars().any(is_wide_mark)))
}

fn is_wide_mark(c: char) -> bool {
    c > '\u{7F}' && matches!(c, '。' | '，' | '、' | '；' | '：' | '！' | '？' | '…' | '．' | '“' | '”')
}
