//! The headline: the heading that the page's `<title>` or `og:title` confirms, else what they say without the site.

use super::{
    element::Tag,
    letters::{bare, small},
    meta::Metadata,
    page::Page,
    tables::HEADLINE_LABELS,
};
use memchr::memmem;
use std::ops::Range;

/// Longest headline in bytes.
const LONGEST: usize = 400;
/// Up to so many units a `<title>` that no heading confirms is taken for the name of a section.
const SECTION: usize = 18;
/// Longest name of a site after a bare hyphen, in characters.
const SITE: usize = 14;

pub(super) struct Headline {
    pub(super) text: String,
    /// Its lines, if it stands on the page; empty if it comes from the metadata.
    pub(super) lines: Range<usize>,
    /// Its parts in the text of the page.
    pub(super) parts: Vec<Range<usize>>,
    /// The element that it comes from.
    pub(super) node: usize,
}

/// A heading or a line that may be the headline.
struct Candidate {
    node: usize,
    lines: Range<usize>,
    parts: Vec<Range<usize>>,
    text: String,
    bare: String,
    rank: u8,
}

fn units(bare: &str) -> usize {
    bare.chars().map(|c| if crate::text::is_han(c) { 3 } else { 1 }).sum()
}

/// A title that the page states.
struct Source<'m> {
    node: usize,
    /// Its letters and digits.
    whole: String,
    /// The same without the name of the site.
    title: String,
    bare: String,
    text: &'m str,
}

/// The headline of a page whose story begins with the line `first`.
pub(super) fn find(page: &Page<'_>, meta: &Metadata<'_>, first: Option<usize>) -> Option<Headline> {
    let site = meta.site_name().map(bare).unwrap_or_default();
    let is_named = |bare: &str| !bare.is_empty() && bare != site;
    let source = |(node, text)| {
        let whole = bare(text);
        if !is_named(&whole) {
            return None;
        }
        let title = without_site(text, &site, meta);
        Some(Source { node, whole, bare: bare(&title), title, text })
    };
    let mut sources: Vec<Source<'_>> = Vec::new();
    for stated in meta.titles() {
        // Most pages say the same twice.
        if sources.first().is_none_or(|s| s.text != stated.1) {
            sources.extend(source(stated));
        }
    }
    let headings: Vec<Candidate> =
        headings(page).into_iter().filter(|c| site.is_empty() || c.bare != site).collect();
    let lines = || before_story(page, first);

    sources
        .iter()
        .find_map(|source| confirmed(&headings, source))
        .or_else(|| continued(&headings, sources.first()?))
        .map(|c| c.headline())
        .or_else(|| {
            let lines = lines();
            sources.iter().find_map(|source| confirmed(&lines, source)).map(|c| c.headline())
        })
        .or_else(|| {
            let stated = sources.iter().find(|s| is_named(&s.bare));
            let short = stated.is_none_or(|s| units(&s.bare) <= SECTION);
            let large = short.then(|| large_heading(page, &headings, first)).flatten();
            large.map(|c| c.headline()).or_else(|| {
                let Source { node, title, .. } = stated?;
                Some(Headline { text: title.clone(), lines: 0..0, parts: Vec::new(), node: *node })
            })
        })
        .or_else(|| large_heading(page, &headings, first).map(|c| c.headline()))
}

impl Candidate {
    fn new(page: &Page<'_>, node: usize, lines: Range<usize>) -> Option<Self> {
        let mut parts: Vec<Range<usize>> = lines.clone().map(|l| page.lines[l].text.clone()).collect();
        let full: usize = parts.iter().map(Range::len).sum();
        if full == 0 || full > LONGEST {
            return None;
        }
        // A label of the site, set in an element or a line of its own, is no part of the headline.
        let first = &page.text[parts[0].clone()];
        let lower = small(first);
        let label = HEADLINE_LABELS.iter().find(|l| {
            lower.len() == first.len()
                && lower.strip_prefix(*l).is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
        });
        if let Some(label) = label {
            let rest = &first[label.len()..];
            parts[0].start += label.len() + (rest.len() - rest.trim_start().len());
            parts.retain(|p| !p.is_empty());
        }
        let text = joined(page, &parts);
        let bare = bare(&text);
        let place = page.nodes[node].place;
        let linked = page.lines[lines.clone()].iter().all(super::page::Line::is_linked);
        let usable = !bare.is_empty() && !place.hidden && !place.furniture;
        let rank = match page.tag(node) {
            Tag::Heading(rank) => rank,
            _ => b'9',
        };
        usable.then_some(Self { node, lines, parts, text, bare, rank: rank + u8::from(linked) * 16 })
    }

    fn headline(&self) -> Headline {
        Headline {
            text: self.text.clone(),
            lines: self.lines.clone(),
            parts: self.parts.clone(),
            node: self.node,
        }
    }
}

/// Parts of a text set on one line.
pub(super) fn joined(page: &Page<'_>, parts: &[Range<usize>]) -> String {
    let mut text = String::new();
    for part in parts {
        text.push_str(separator(&text));
        text.push_str(&page.text[part.clone()]);
    }
    text
}

/// What stands between two lines of a headline: nothing in Chinese.
pub(super) fn separator(before: &str) -> &'static str {
    match before.chars().next_back() {
        None => "",
        Some(c) if c > '\u{2E7F}' => "",
        Some(_) => " ",
    }
}

fn headings(page: &Page<'_>) -> Vec<Candidate> {
    let headings = page.tags().filter(|(tag, _)| matches!(tag, Tag::Heading(_))).map(|(_, n)| n);
    headings
        .filter(|&n| !page.nodes[n].lines.is_empty())
        .filter_map(|n| Candidate::new(page, n, page.nodes[n].lines.clone()))
        .collect()
}

/// Short lines up to the first paragraph: old pages set their headlines in `<div>`, `<td>` and `<font>`.
fn before_story(page: &Page<'_>, first: Option<usize>) -> Vec<Candidate> {
    let end = first.unwrap_or(page.lines.len());
    (end.saturating_sub(200)..end)
        .filter(|&l| !page.lines[l].is_linked() && page.lines[l].units > 8)
        .filter_map(|l| Candidate::new(page, page.lines[l].block, l..l + 1))
        .collect()
}

/// The longest candidate that a title begins with, or else holds, if it is most of it.
fn confirmed<'c>(candidates: &'c [Candidate], source: &Source<'_>) -> Option<&'c Candidate> {
    let whole = &source.whole;
    let needed = units(&source.bare).min(units(whole)) / 2;
    let best = |fits: &dyn Fn(&Candidate) -> bool| {
        let fitting = candidates.iter().filter(|c| fits(c) && units(&c.bare) >= needed.max(4));
        // Of equal ones the first; a heading of the first rank before others.
        fitting.min_by_key(|c| (std::cmp::Reverse(c.bare.len()), c.rank))
    };
    best(&|c| whole.starts_with(&c.bare)).or_else(|| best(&|c| units(&c.bare) > 8 && whole.contains(&c.bare)))
}

/// The `<h1>` that a title cut short is the beginning of.
fn continued<'c>(headings: &'c [Candidate], source: &Source<'_>) -> Option<&'c Candidate> {
    let long = units(&source.whole) > 8;
    headings.iter().find(|c| long && c.rank == b'1' && c.bare.starts_with(&source.whole))
}

/// The first heading of the story itself.
fn large_heading<'c>(
    page: &Page<'_>,
    headings: &'c [Candidate],
    first: Option<usize>,
) -> Option<&'c Candidate> {
    let end = first.unwrap_or(page.lines.len());
    let before = || {
        headings
            .iter()
            .filter(move |c| c.lines.end <= end && c.rank < b'9' && !page.nodes[c.node].place.header)
    };
    before().find(|c| c.rank == b'1').or_else(|| before().next_back())
}

/// A title up to the name of the site or section.
fn without_site(title: &str, site: &str, meta: &Metadata<'_>) -> String {
    const ENDS: &[&str] = &["_", " | ", "｜", " - ", "--", "|"];
    const SPACED: &[&str] = &[" – ", " — ", " :: ", " · ", " » "];
    let mut text = title.trim();
    if !text.contains(['_', '|', '｜', '-', '–', '—', ':', '·', '»']) {
        return text.to_owned();
    }
    let last =
        |text: &str, end: &str| memmem::rfind(text.as_bytes(), end.as_bytes()).map(|at| (at, end.len()));
    // The name of the site, whatever stands before it.
    if !site.is_empty() {
        let found = ENDS.iter().chain(SPACED).chain(&["-", "–"]).filter_map(|e| last(text, e));
        let is_site = |&(at, len): &(usize, usize)| {
            at > 0 && text.len() - at >= site.len() && bare(&text[at + len..]) == site
        };
        if let Some((at, _)) = found.filter(is_site).max() {
            text = text[..at].trim_end();
        }
    }
    let cut =
        ENDS.iter().filter_map(|e| memmem::find(text.as_bytes(), e.as_bytes())).filter(|&at| at > 0).min();
    if let Some(at) = cut {
        text = &text[..at];
    } else if let Some((before, after)) = text.rsplit_once('-')
        && !before.is_empty()
        && after.chars().count() <= SITE
        && after.chars().any(crate::text::is_han)
    {
        text = before;
    } else if let Some((at, len)) = SPACED.iter().filter_map(|e| last(text, e)).max()
        && at > 0
        && meta.host().is_some_and(|host| {
            let name = bare(&text[at + len..]);
            name.len() > 2 && name.is_ascii() && host.contains(&name)
        })
    {
        text = &text[..at];
    }
    text.trim_end_matches(['-', '_', ' ', '|']).trim().to_owned()
}
