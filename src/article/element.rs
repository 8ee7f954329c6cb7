//! What an element says of itself, by its name and its attributes: whether it is read, what it breaks, where it stands.

use super::{
    tables::{BLOCKS, FURNITURE, FURNITURE_ROLES, LONGEST_NAME, Mark, SMALL, UNREAD, names},
    tree::Element,
};
use html5ever::{LocalName, local_name};
use once_cell::sync::Lazy;
use std::{
    collections::HashMap,
    hash::{BuildHasherDefault, Hasher},
};

/// What stands between two texts.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Gap {
    #[default]
    None,
    Space,
    /// White space with a line break of the source in it.
    Break,
    Cell,
    Line,
    Block,
}

/// Elements that are asked for by name.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) enum Tag {
    #[default]
    Other,
    Html,
    Head,
    Title,
    Meta,
    Link,
    Script,
    Body,
    Article,
    Main,
    Header,
    /// `<nav>`, `<aside>`, `<dialog>`, `<menu>`.
    Beside,
    Figure,
    /// `<table>`, `<blockquote>`, `<pre>`.
    Quoted,
    Anchor,
    Time,
    /// Text set large or bold: `<strong>`, `<b>`, `<font>`, `<big>`.
    Bold,
    /// A heading of the rank `1`, `2` or `3`.
    Heading(u8),
}

const TAGS: &[(&str, Tag)] = &[
    ("html", Tag::Html),
    ("head", Tag::Head),
    ("title", Tag::Title),
    ("meta", Tag::Meta),
    ("link", Tag::Link),
    ("script", Tag::Script),
    ("body", Tag::Body),
    ("article", Tag::Article),
    ("main", Tag::Main),
    ("header", Tag::Header),
    ("nav", Tag::Beside),
    ("aside", Tag::Beside),
    ("dialog", Tag::Beside),
    ("menu", Tag::Beside),
    ("figure", Tag::Figure),
    ("figcaption", Tag::Figure),
    ("table", Tag::Quoted),
    ("blockquote", Tag::Quoted),
    ("pre", Tag::Quoted),
    ("a", Tag::Anchor),
    ("time", Tag::Time),
    ("strong", Tag::Bold),
    ("b", Tag::Bold),
    ("font", Tag::Bold),
    ("big", Tag::Bold),
    ("h1", Tag::Heading(b'1')),
    ("h2", Tag::Heading(b'2')),
    ("h3", Tag::Heading(b'3')),
];

/// What the name of an element says of it.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct ElementKind {
    pub(super) tag: Tag,
    pub(super) unread: bool,
    furniture: bool,
    /// May hold a story.
    pub(super) holder: bool,
    /// Text that is pressed: links with a target, buttons and labels.
    pub(super) link: bool,
    pub(super) gap: Gap,
}

/// Hashes atoms by the hash that they bring.
#[derive(Debug, Default, Clone, Copy)]
pub(super) struct AtomHasher(u64);

impl Hasher for AtomHasher {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        for &byte in bytes {
            self.write_u64(byte.into());
        }
    }

    fn write_u64(&mut self, hash: u64) {
        // The hash of a short atom is its text, so its bits must be spread.
        self.0 = (self.0.rotate_left(5) ^ hash).wrapping_mul(0x9E37_79B9_7F4A_7C15);
        self.0 ^= self.0 >> 32;
    }

    fn write_usize(&mut self, number: usize) {
        self.write_u64(number as u64);
    }
}

pub(super) type ByAtom<K, V> = HashMap<K, V, BuildHasherDefault<AtomHasher>>;

/// The elements of the tables; looked up once an element, by the atom of its name.
static KINDS: Lazy<ByAtom<LocalName, ElementKind>> = Lazy::new(|| {
    let names = [UNREAD, FURNITURE, BLOCKS, &["br", "td", "th", "button", "label"]].concat();
    let kind = |name: &str| {
        let gap = match name {
            "br" => Gap::Line,
            "td" | "th" => Gap::Cell,
            name if BLOCKS.contains(&name) => Gap::Block,
            _ => Gap::None,
        };
        ElementKind {
            tag: TAGS.iter().find(|(n, _)| *n == name).map_or(Tag::Other, |(_, tag)| *tag),
            unread: UNREAD.contains(&name) || name == "title",
            furniture: FURNITURE.contains(&name),
            holder: gap >= Gap::Cell && gap != Gap::Line && !SMALL.contains(&name),
            link: matches!(name, "a" | "button" | "label"),
            gap,
        }
    };
    let all = names.into_iter().chain(TAGS.iter().map(|(name, _)| *name));
    all.map(|name| (LocalName::from(name), kind(name))).collect()
});

pub(super) fn kind_of(element: &Element) -> ElementKind {
    let local = &element.name.local;
    KINDS
        .get(local)
        .copied()
        .unwrap_or_else(|| ElementKind { holder: local.contains('-'), ..ElementKind::default() })
}

/// Where a line or an element stands.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Position {
    /// In navigation, an aside, a footer.
    pub(super) furniture: bool,
    /// In a header that is no part of an article.
    pub(super) header: bool,
    pub(super) hidden: bool,
    /// In a figure, or its caption.
    pub(super) figure: bool,
    /// In a box that its name tells to hold other stories, or tools.
    pub(super) side: bool,
    /// In a lead, by its name.
    pub(super) lead: bool,
    /// In a link.
    pub(super) linked: bool,
    /// In an article or the main part.
    article: bool,
    /// In a table or a quotation, which stay what they are inside a figure.
    quoted: bool,
}

impl Position {
    /// In a figure, but in no table or quotation.
    pub(super) fn is_caption(self) -> bool {
        self.figure && !self.quoted
    }
}

/// An attribute of an element.
pub(super) fn attribute<'p>(element: &'p Element, name: &str) -> Option<&'p str> {
    element.attributes.iter().find(|a| &*a.name.local == name).map(|a| &*a.value)
}

/// What an element says of itself.
pub(super) struct Say<'p> {
    pub(super) place: Position,
    pub(super) mark: Option<Mark>,
    /// Its `itemprop`.
    pub(super) property: Option<&'p str>,
    /// Whether its text is pressed; an anchor without a target is no link.
    pub(super) link: bool,
}

/// Where an element stands by its own name and attributes and those around it, and what its names say.
pub(super) fn say(element: &Element, kind: ElementKind, outer: Position) -> Say<'_> {
    let mut place = outer;
    match kind.tag {
        Tag::Article | Tag::Main => place.article = true,
        Tag::Header => place.header |= !place.article,
        Tag::Figure => place.figure = true,
        Tag::Quoted => place.quoted = true,
        // The parser puts text between the head and the body into the body.
        Tag::Head => place.hidden = true,
        _ => {}
    }
    place.furniture |= kind.furniture;
    let (mut class, mut id, mut property) = ("", "", None);
    let mut link = kind.link && kind.tag != Tag::Anchor;
    for attribute in &element.attributes {
        let value: &str = &attribute.value;
        match attribute.name.local {
            local_name!("class") => class = value,
            local_name!("id") => id = value,
            local_name!("href") => link |= kind.link,
            local_name!("style") => place.hidden |= hides(value),
            local_name!("hidden") => place.hidden = true,
            local_name!("aria-hidden") => place.hidden |= value == "true",
            local_name!("role") => place.furniture |= FURNITURE_ROLES.contains(&value),
            local_name!("itemprop") => property = Some(value),
            _ => {}
        }
    }
    let whole = matches!(kind.tag, Tag::Body | Tag::Html);
    let mark = if whole { None } else { mark_of(class).or_else(|| mark_of(id)) };
    place.side |= mark == Some(Mark::Side);
    place.lead |= mark == Some(Mark::Lead);
    place.linked |= link && kind.tag == Tag::Anchor;
    Say { place, mark, property, link }
}

/// `display:none`, however it is spaced. (`visibility:hidden` holds back whole stories until a script has run.)
fn hides(style: &str) -> bool {
    style.split(';').filter_map(|rule| rule.split_once(':')).any(|(property, value)| {
        let value = value.trim_start();
        property.trim().eq_ignore_ascii_case("display")
            && value.get(..4).is_some_and(|v| v.eq_ignore_ascii_case("none"))
    })
}

/// The words of [`names`], and for each length the first letters of those that are so long.
type Words = (HashMap<&'static [u8], Mark>, [u32; LONGEST_NAME + 1]);

static WORDS: Lazy<Words> = Lazy::new(|| {
    let mut letters = [0; LONGEST_NAME + 1];
    let mut marks = HashMap::new();
    for (word, mark) in names() {
        if let (Some(first), Some(letters)) = (word.bytes().next(), letters.get_mut(word.len())) {
            *letters |= letter(first);
            marks.insert(word.as_bytes(), mark);
        }
    }
    (marks, letters)
});

fn letter(byte: u8) -> u32 {
    1 << (byte & 31)
}

/// What a class or id says, in a whole word of it or in two side by side: `commentList`, `article__comment`, `img-text`.
fn mark_of(value: &str) -> Option<Mark> {
    let (words, letters) = &*WORDS;
    let known = |parts: [&[u8]; 2]| {
        let len = parts[0].len() + parts[1].len();
        let first = parts[0].first().or(parts[1].first())?;
        // Hardly any word passes.
        if letters.get(len)? & letter(*first) == 0 {
            return None;
        }
        let mut small = [0; LONGEST_NAME];
        for (to, from) in small.iter_mut().zip(parts.into_iter().flatten()) {
            *to = from.to_ascii_lowercase();
        }
        words.get(&small[..len]).copied()
    };
    let bytes = value.as_bytes();
    let (mut at, mut before, mut end): (usize, &[u8], usize) = (0, &[], 0);
    while at < bytes.len() {
        if !bytes[at].is_ascii_alphabetic() {
            at += 1;
            continue;
        }
        // A capital after a small letter begins a word.
        let rest = &bytes[at..];
        let upper = rest.iter().position(|b| !b.is_ascii_uppercase()).unwrap_or(rest.len());
        let lower = rest[1..].iter().position(|b| !b.is_ascii_lowercase()).map_or(rest.len(), |n| n + 1);
        let word = &rest[..upper.max(lower)];
        let pair = if at <= end + 1 && bytes.get(end) != Some(&b' ') { known([before, word]) } else { None };
        if let Some(mark) = known([&[], word]).or(pair) {
            return Some(mark);
        }
        at += word.len();
        (before, end) = (word, at);
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_counts_as_a_whole_word() {
        assert_eq!(mark_of("post comment-list"), Some(Mark::Comment));
        assert_eq!(mark_of("articleCommentBox"), Some(Mark::Comment));
        assert_eq!(mark_of("box12 COMMENTS"), Some(Mark::Comment));
        assert_eq!(mark_of("most-read"), Some(Mark::Side));
        assert_eq!(mark_of("imgText"), Some(Mark::Caption));
        assert_eq!(mark_of("img text"), None);
        assert_eq!(mark_of("Über cookieBanner"), Some(Mark::Legal));
        assert_eq!(mark_of("commentary"), None);
        assert_eq!(mark_of("sharepoint"), None);
        assert!(hides("color:red; Display : none !important"));
        assert!(!hides("display:block"));
    }
}
