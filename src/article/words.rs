//! The words that pages print around their stories: the tables `page-words.tsv` of the languages, by class.

use super::letters::small;
use crate::{languages, tsv};
use once_cell::sync::Lazy;
use std::collections::{HashMap, HashSet};

/// Words in small letters, by what a line with one of them is.
#[derive(Debug, Default)]
pub(super) struct Words {
    /// Labels before a date of publication.
    pub(super) published: Vec<&'static str>,
    /// Labels before any other date; also of a change.
    pub(super) modified: Vec<&'static str>,
    /// Beginnings of lines about the story, not of it: who wrote it, where it was taken from, how to read it.
    pub(super) bylines: Vec<&'static str>,
    /// Lines of these alone are tools of the page, wherever they stand.
    pub(super) tools: Vec<&'static str>,
    /// What only goes with a tool: what is printed, where it is shared.
    pub(super) tool_parts: Vec<&'static str>,
    /// What only notes of sites under their stories have.
    pub(super) notices: Vec<&'static str>,
    /// Headings of lists of other stories, that end a story.
    pub(super) ends: Vec<&'static str>,
    /// Headings of what readers say, without its number.
    pub(super) comments: Vec<&'static str>,
    /// Words with which a site speaks to its readers, or of itself.
    pub(super) addresses: Vec<&'static str>,
    /// What pages are seen with.
    pub(super) viewers: Vec<&'static str>,
    /// Labels that sites print inside the headline.
    pub(super) labels: Vec<&'static str>,
    /// How texts under pictures begin, and how they end, without brackets; no sentence of a story does.
    pub(super) caption_starts: Vec<&'static str>,
    pub(super) caption_ends: Vec<&'static str>,
}

impl Words {
    fn class(&mut self, class: &str) -> Option<&mut Vec<&'static str>> {
        Some(match class {
            "published" => &mut self.published,
            "modified" => &mut self.modified,
            "byline" => &mut self.bylines,
            "tool" => &mut self.tools,
            "tool-part" => &mut self.tool_parts,
            "notice" => &mut self.notices,
            "end" => &mut self.ends,
            "comments" => &mut self.comments,
            "address" => &mut self.addresses,
            "viewer" => &mut self.viewers,
            "label" => &mut self.labels,
            "caption-start" => &mut self.caption_starts,
            "caption-end" => &mut self.caption_ends,
            _ => return None,
        })
    }
}

pub(super) static WORDS: Lazy<Words> = Lazy::new(|| {
    let mut words = Words::default();
    for (_, [form, class]) in languages::page_words().flat_map(|table| tsv::rows(table, ["form", "class"])) {
        words.class(class).into_iter().for_each(|rows| rows.push(form));
    }
    words
});

/// Tools and what goes with them by their first characters, the longest first, each with whether it is a tool.
static TOOLS: Lazy<HashMap<char, Vec<(&'static str, bool)>>> = Lazy::new(|| {
    let parts = WORDS.tool_parts.iter().map(|word| (*word, false));
    let mut tools: HashMap<char, Vec<_>> = HashMap::new();
    for (word, tool) in WORDS.tools.iter().map(|word| (*word, true)).chain(parts) {
        tools.entry(word.chars().next().unwrap_or_default()).or_default().push((word, tool));
    }
    tools.values_mut().for_each(|words| words.sort_by_key(|(word, _)| std::cmp::Reverse(word.len())));
    tools
});

/// The first letter of a line, small.
fn first_letter(line: &str) -> Option<char> {
    line.chars().find(|c| c.is_alphabetic())?.to_lowercase().next()
}

/// Whether a line begins as a heading does that ends stories; hardly any does.
pub(super) fn may_end(line: &str) -> bool {
    static FIRST: Lazy<HashSet<char>> = Lazy::new(|| {
        let headings = WORDS.ends.iter().chain(&WORDS.comments);
        // What comments are counted by may stand before.
        headings.filter_map(|word| first_letter(word)).chain(['条', '則', '则']).collect()
    });
    first_letter(line).is_some_and(|first| FIRST.contains(&first))
}

/// Whether a line is made of tools alone, with what goes with them.
pub(super) fn is_tool(line: &str) -> bool {
    let between = |c: char| !c.is_alphabetic();
    if first_letter(line).is_none_or(|first| !TOOLS.contains_key(&first)) {
        return false;
    }
    let line = small(line);
    let (mut rest, mut any) = (line.trim_start_matches(between), false);
    while let Some(first) = rest.chars().next() {
        let words = TOOLS.get(&first).map_or(&[][..], Vec::as_slice);
        let Some((after, tool)) = words.iter().find_map(|(w, tool)| Some((rest.strip_prefix(w)?, tool)))
        else {
            return false;
        };
        // Words of letters end where no letter follows.
        if after.starts_with(|c: char| c.is_alphabetic() && c < '\u{2E80}') {
            return false;
        }
        any |= tool;
        rest = after.trim_start_matches(between);
    }
    any
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_has_a_class_and_stands_once() {
        for table in languages::page_words() {
            // Two languages may share a word.
            let mut seen = HashSet::new();
            for (line, [form, class]) in tsv::rows(table, ["form", "class"]) {
                assert!(Words::default().class(class).is_some(), "{line}: {form}: {class}");
                assert!(
                    !form.is_empty() && small(form) == form && seen.insert((form, class)),
                    "{line}: {form}"
                );
            }
        }
    }

    #[test]
    fn tools_are_known_by_their_parts() {
        for line in [
            "dela på facebook",
            "skriv ut sidan",
            "分享到微信",
            "您现在的位置",
            "大字体 小字体",
            "打印 | 关闭窗口",
            "text och bild",
        ] {
            assert!(is_tool(line), "{line}");
        }
        for line in ["", "2", "delar", "dela lika", "微信", "打印机", "artikeln", "分享会"] {
            assert!(!is_tool(line), "{line}");
        }
    }
}
