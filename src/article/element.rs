//! What an element says of itself, by its name and its attributes: whether it is read, what it breaks, where it stands.

use super::tables::{BLOCKS, FURNITURE, FURNITURE_ROLES, Mark, NAMES, SMALL, UNREAD};
use aho_corasick::{AhoCorasick, MatchKind};
use html5ever::LocalName;
use once_cell::sync::Lazy;
use scraper::node::Element;
use std::{collections::HashMap, ops::Range};

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

/// What the name of an element says of it.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct ElementKind {
    pub(super) unread: bool,
    furniture: bool,
    /// May hold a story.
    pub(super) holder: bool,
    /// Text that is pressed: links with a target, buttons and labels.
    pub(super) link: bool,
    pub(super) gap: Gap,
}

/// The elements of the tables; looked up once an element, by the atom of its name.
static KINDS: Lazy<HashMap<LocalName, ElementKind>> = Lazy::new(|| {
    let names = [UNREAD, FURNITURE, BLOCKS, &["title", "br", "td", "th", "a", "button", "label"]];
    let kind = |name: &str| {
        let gap = match name {
            "br" => Gap::Line,
            "td" | "th" => Gap::Cell,
            name if BLOCKS.contains(&name) => Gap::Block,
            _ => Gap::None,
        };
        ElementKind {
            unread: UNREAD.contains(&name) || name == "title",
            furniture: FURNITURE.contains(&name),
            holder: gap >= Gap::Cell && gap != Gap::Line && !SMALL.contains(&name),
            link: matches!(name, "a" | "button" | "label"),
            gap,
        }
    };
    names.into_iter().flatten().map(|name| (LocalName::from(*name), kind(name))).collect()
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

/// An attribute of an element. (Scraper's own way makes an atom of the name first.)
pub(super) fn attribute<'p>(element: &'p Element, name: &str) -> Option<&'p str> {
    element.attrs.iter().find(|(n, _)| &*n.local == name).map(|(_, value)| &**value)
}

/// An anchor without a target is no link.
pub(super) fn is_link(element: &Element) -> bool {
    element.name() != "a" || attribute(element, "href").is_some()
}

/// Where an element stands by its own name and attributes and those around it, what its names say, and its `itemprop`.
pub(super) fn place(
    element: &Element,
    kind: ElementKind,
    link: bool,
    outer: Position,
) -> (Position, Option<Mark>, Option<&str>) {
    let mut place = outer;
    let name = element.name();
    match name {
        "article" | "main" => place.article = true,
        "header" => place.header |= !place.article,
        "figure" | "figcaption" => place.figure = true,
        "table" | "blockquote" | "pre" => place.quoted = true,
        // The parser puts text between the head and the body into the body.
        "head" => place.hidden = true,
        _ => place.furniture |= kind.furniture,
    }
    let (mut mark, mut property) = (None, None);
    for (attribute, value) in &element.attrs {
        match &*attribute.local {
            "hidden" => place.hidden = true,
            "aria-hidden" => place.hidden |= &**value == "true",
            "style" => place.hidden |= hides(value),
            "role" => place.furniture |= FURNITURE_ROLES.contains(&&**value),
            "itemprop" => property = Some(&**value),
            "class" | "id" => mark = mark.or_else(|| mark_of(value)),
            _ => {}
        }
    }
    if matches!(name, "body" | "html") {
        mark = None;
    }
    place.side |= mark == Some(Mark::Side);
    place.lead |= mark == Some(Mark::Lead);
    place.linked |= link && name == "a";
    (place, mark, property)
}

/// `display:none`, however it is spaced. (`visibility:hidden` holds back whole stories until a script has run.)
fn hides(style: &str) -> bool {
    style.split(';').filter_map(|rule| rule.split_once(':')).any(|(property, value)| {
        let value = value.trim_start();
        property.trim().eq_ignore_ascii_case("display")
            && value.get(..4).is_some_and(|v| v.eq_ignore_ascii_case("none"))
    })
}

/// What a class or id says: a whole word of it, `commentList` and `article__comment` too.
fn mark_of(value: &str) -> Option<Mark> {
    static WORDS: Lazy<Option<AhoCorasick>> = Lazy::new(|| {
        AhoCorasick::builder()
            .match_kind(MatchKind::LeftmostLongest)
            .ascii_case_insensitive(true)
            .build(NAMES.iter().map(|(word, _)| word))
            .ok()
    });
    let bytes = value.as_bytes();
    let alone = |range: Range<usize>| {
        let first = bytes[range.start];
        let before = range.start.checked_sub(1).map(|i| bytes[i]);
        let after = bytes.get(range.end).copied();
        let starts = before.is_none_or(|b| {
            !b.is_ascii_alphabetic() || (first.is_ascii_uppercase() && b.is_ascii_lowercase())
        });
        let last = bytes[range.end - 1];
        let ends = after.is_none_or(|b| {
            !b.is_ascii_alphabetic() || (b.is_ascii_uppercase() && last.is_ascii_lowercase())
        });
        starts && ends
    };
    let found = WORDS.as_ref()?.find_iter(value).find(|m| alone(m.range()))?;
    Some(NAMES[found.pattern().as_usize()].1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_counts_as_a_whole_word() {
        assert_eq!(mark_of("post comment-list"), Some(Mark::Comment));
        assert_eq!(mark_of("articleCommentBox"), Some(Mark::Comment));
        assert_eq!(mark_of("commentary"), None);
        assert_eq!(mark_of("sharepoint"), None);
        assert!(hides("color:red; Display : none !important"));
        assert!(!hides("display:block"));
    }
}
