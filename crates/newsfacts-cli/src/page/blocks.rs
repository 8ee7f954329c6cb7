//! The paragraphs and headings of a document, as on its page.

use crate::story::Story;
use newsfacts::Span;

/// A paragraph, heading or list item.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Block {
    pub(crate) tag: Tag,
    pub(crate) span: Span,
}

/// What element a block is shown as.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Tag {
    /// The headline.
    Headline,
    /// A heading of the story, from 2 to 6.
    Heading(u8),
    Paragraph,
    /// An item of a list; ordered or not.
    Item(bool),
    Quote,
    /// Cells of a table with tabs between.
    Row,
}

/// The blocks of a document in order. Blank lines lie between them.
pub(crate) fn blocks(story: &Story<'_>) -> Vec<Block> {
    let text = story.text();
    let mut blocks = Vec::new();
    let mut at = 0;
    for (first, block) in paragraphs(text).enumerate().map(|(i, block)| (i == 0, block)) {
        let start = at + text[at..].find(block).unwrap_or(0);
        at = start + block.len();
        let tag = match story.page() {
            Some(page) if first && page.title().is_some() && start < text.len() - page.body().len() => {
                Tag::Headline
            }
            Some(page) => page.element_at(start).map_or(Tag::Paragraph, |element| of_element(&element)),
            None => Tag::Paragraph,
        };
        let tag = if block.contains('\t') { Tag::Row } else { tag };
        blocks.push(Block { tag, span: Span::new(start, at) });
    }
    blocks
}

/// The pieces of a text between blank lines.
fn paragraphs(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text.trim_matches(['\n', '\r']);
    std::iter::from_fn(move || {
        rest = rest.trim_start_matches(['\n', '\r']);
        if rest.is_empty() {
            return None;
        }
        let mut end = rest.len();
        let mut from = 0;
        while let Some(line) = memchr::memchr(b'\n', &rest.as_bytes()[from..]) {
            let next = from + line + 1;
            let after = rest[next..].lines().next().unwrap_or("");
            if after.trim().is_empty() {
                end = next - 1;
                break;
            }
            from = next;
        }
        let block = &rest[..end];
        rest = &rest[end..];
        Some(block.trim_end())
    })
    .filter(|block| !block.trim().is_empty())
}

/// The tag of an element that text comes from, by its path: the innermost that is a block.
fn of_element(path: &str) -> Tag {
    let steps = path.split(" > ").map(|step| step.split([':', '.', '#', '[']).next().unwrap_or(""));
    let names: Vec<&str> = steps.collect();
    let innermost = |of: [&str; 2]| names.iter().copied().rfind(|name| of.contains(name));
    let ordered = innermost(["ol", "ul"]) == Some("ol");
    for &name in names.iter().rev() {
        return match name {
            "h1" | "h2" => Tag::Heading(2),
            "h3" | "h4" | "h5" | "h6" => Tag::Heading(name.as_bytes()[1] - b'0'),
            "li" => Tag::Item(ordered),
            "blockquote" => Tag::Quote,
            "p" | "div" | "section" | "article" | "main" | "body" => {
                // A paragraph may stand in a list or a quotation.
                match innermost(["li", "blockquote"]) {
                    Some("li") => Tag::Item(ordered),
                    Some(_) => Tag::Quote,
                    None => Tag::Paragraph,
                }
            }
            _ => continue,
        };
    }
    Tag::Paragraph
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blank_lines_lie_between_paragraphs() {
        let of = |text: &'static str| paragraphs(text).collect::<Vec<_>>();
        assert_eq!(
            of("\n\nEn rad\nen till\n \t\n\nNästa\r\n\r\nSist\n"),
            ["En rad\nen till", "Nästa", "Sist"]
        );
        assert!(of(" \n\n").is_empty());
    }

    #[test]
    fn elements_are_those_of_the_page() {
        for (path, tag) in [
            ("html > body > article > h2:nth-of-type(2)", Tag::Heading(2)),
            ("html > body > article > p > a", Tag::Paragraph),
            ("html > body > ol > li > span", Tag::Item(true)),
            ("html > body > blockquote > p", Tag::Quote),
            ("html > body > div > span", Tag::Paragraph),
        ] {
            assert_eq!(of_element(path), tag, "{path}");
        }
    }
}
