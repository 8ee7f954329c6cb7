//! The headline: the heading that the page's `<title>` or `og:title` confirms, else what they say without the site.

use super::{
    element::Tag,
    letters::{bare, beginning, has_han},
    meta::Metadata,
    page::Page,
    words::WORDS,
};
use memchr::memmem;
use once_cell::unsync::OnceCell;
use std::ops::Range;

/// Longest headline in bytes.
const LONGEST: usize = 400;
/// Up to so many units a `<title>` that no heading confirms is taken for the name of a section.
const SECTION: usize = 18;
/// Longest name of a site after a bare hyphen, in characters.
const SITE: usize = 14;

/// Most units of a headline that only its place tells.
const STORY: u32 = 150;

pub(super) struct Headline {
    pub(super) text: String,
    /// Its letters and digits.
    pub(super) bare: String,
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
    /// Its first letter or digit, small.
    first: char,
    /// Its letters and digits; asked for where the first one fits.
    bare: OnceCell<String>,
    rank: u8,
}

fn units(bare: &str) -> usize {
    let han = if has_han(bare) { bare.chars().filter(|c| crate::text::is_han(*c)).count() } else { 0 };
    bare.chars().count() + 2 * han
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

/// What may be the headline: the titles that the page states, and its headings.
pub(super) struct Titles<'m> {
    site: String,
    sources: Vec<Source<'m>>,
    headings: Vec<Candidate>,
    /// The heading that a title confirms.
    heading: Option<usize>,
}

impl<'m> Titles<'m> {
    pub(super) fn new(page: &Page<'_>, meta: &'m Metadata<'_>) -> Self {
        let site = meta.site_name().map(bare).unwrap_or_default();
        let mut sources: Vec<Source<'_>> = Vec::new();
        for (node, text) in meta.titles() {
            let whole = bare(text);
            // Most pages say the same twice.
            if whole.is_empty() || whole == site || sources.first().is_some_and(|s| s.text == text) {
                continue;
            }
            let title = without_site(text, &site, meta);
            let bare = if title == text { whole.clone() } else { bare(&title) };
            sources.push(Source { node, whole, bare, title, text });
        }
        let named = |c: &Candidate| !site.starts_with(c.first) || c.bare(page) != site;
        let headings: Vec<Candidate> = headings(page).into_iter().filter(named).collect();
        let heading = sources.iter().find_map(|source| confirmed(page, &headings, source));
        let heading = heading.or_else(|| continued(page, &headings, sources.first()?));
        Self { site, sources, headings, heading }
    }

    /// The heading that a title of the page confirms.
    fn heading(&self) -> Option<&Candidate> {
        self.headings.get(self.heading?)
    }

    /// The lines of the headline as far as they are known before the story is: those of a heading that is confirmed, or
    /// else the first line that a title begins with.
    pub(super) fn stands(&self, page: &Page<'_>) -> Option<(usize, Range<usize>)> {
        let line = || {
            let source = self.sources.first()?;
            let first = source.text.trim_start().chars().next()?;
            let begins = |l: &usize| page.line_text(*l).starts_with(first) && !page.lines[*l].is_linked();
            let fits = |c: &Candidate| {
                let bare = c.bare(page);
                source.whole.starts_with(bare) && bare.len() >= source.bare.len()
            };
            let mut lines = (0..page.lines.len()).filter(begins);
            lines.find_map(|l| Candidate::new(page, page.lines[l].block, l..l + 1).filter(fits))
        };
        let heading = self.heading().map(|c| (c.node, c.lines.clone()));
        heading.or_else(|| line().map(|c| (c.node, c.lines)))
    }

    /// The headline of a page whose story begins with the line `first`.
    pub(super) fn find(&self, page: &Page<'_>, first: Option<usize>) -> Option<Headline> {
        let Self { site, sources, headings, .. } = self;
        if let Some(heading) = self.heading() {
            return Some(heading.headline(page));
        }
        let lines = before_story(page, first);
        if let Some(line) = sources.iter().find_map(|source| confirmed(page, &lines, source)) {
            return Some(lines[line].headline(page));
        }
        let stated = sources.iter().find(|s| !s.bare.is_empty() && s.bare != *site);
        let large = || large_heading(page, headings, first).map(|c| c.headline(page));
        // A short title that nothing on the page confirms is that of the site or a section.
        let short = stated.is_none_or(|s| units(&s.bare) <= SECTION);
        let found = if short { large().or_else(|| above_story(page, first)) } else { None };
        found.or_else(|| {
            let Source { node, title, bare, .. } = stated?;
            let (text, bare) = (title.clone(), bare.clone());
            Some(Headline { text, bare, lines: 0..0, parts: Vec::new(), node: *node })
        })
    }
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
        if let Some(label) = beginning(first, &WORDS.labels)
            && let Some((_, rest)) = first.split_at_checked(label.len())
            && (rest.is_empty() || rest.starts_with(' '))
        {
            parts[0].start += label.len() + (rest.len() - rest.trim_start().len());
            parts.retain(|p| !p.is_empty());
        }
        let mut letters =
            parts.iter().flat_map(|p| page.text[p.clone()].chars()).filter(|c| c.is_alphanumeric());
        let first = letters.next()?.to_lowercase().next()?;
        let place = page.nodes[node].place;
        let linked = page.lines[lines.clone()].iter().all(super::page::Line::is_linked);
        let usable = !place.hidden && !place.furniture;
        let rank = match page.tag(node) {
            Tag::Heading(rank) => rank,
            _ => b'9',
        };
        let rank = rank + u8::from(linked) * 16;
        usable.then_some(Self { node, lines, parts, first, bare: OnceCell::new(), rank })
    }

    fn bare(&self, page: &Page<'_>) -> &str {
        self.bare.get_or_init(|| bare(&joined(page, &self.parts)))
    }

    fn headline(&self, page: &Page<'_>) -> Headline {
        Headline {
            text: joined(page, &self.parts),
            bare: self.bare(page).to_owned(),
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
fn confirmed(page: &Page<'_>, candidates: &[Candidate], source: &Source<'_>) -> Option<usize> {
    let whole = &source.whole;
    let needed = (units(&source.bare).min(units(whole)) / 2).max(4);
    let best = |fits: &dyn Fn(&Candidate) -> bool| {
        let all = candidates.iter().enumerate();
        let fitting = all.filter(|(_, c)| fits(c) && units(c.bare(page)) >= needed);
        // Of equal ones the first; a heading of the first rank before others.
        fitting.min_by_key(|(_, c)| (std::cmp::Reverse(c.bare(page).len()), c.rank)).map(|(at, _)| at)
    };
    best(&|c| whole.starts_with(c.first) && whole.starts_with(c.bare(page)))
        .or_else(|| best(&|c| units(c.bare(page)) > 8 && whole.contains(c.bare(page))))
}

/// The `<h1>` that a title cut short, with or without the name of the site, is the beginning of.
fn continued(page: &Page<'_>, headings: &[Candidate], source: &Source<'_>) -> Option<usize> {
    let goes_on = |c: &Candidate, cut: &str| {
        units(cut) > 8 && cut.starts_with(c.first) && c.bare(page).starts_with(cut)
    };
    let is_it = |c: &Candidate| c.rank == b'1' && (goes_on(c, &source.whole) || goes_on(c, &source.bare));
    headings.iter().position(is_it)
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

/// The last line before the story that may be a headline: of a page whose title is that of its site, and which has no headings.
fn above_story(page: &Page<'_>, first: Option<usize>) -> Option<Headline> {
    const LOOK: usize = 6;
    let first = first?;
    let plain = |&l: &usize| {
        let line = &page.lines[l];
        let long = (SECTION as u32 / 2..=STORY).contains(&line.units);
        // By-lines and labels have colons.
        let named = page.line_text(l).contains([':', '：', '|', '>']);
        long && !named && !line.is_linked() && !line.is_sentence() && page.stamps(l).next().is_none()
    };
    let line = (first.saturating_sub(LOOK)..first).rev().find(plain)?;
    let bold = page.around(page.element_of(line)).take(3).any(|n| page.tag(n) == Tag::Bold);
    let candidate = Candidate::new(page, page.lines[line].block, line..line + 1)?;
    bold.then(|| candidate.headline(page))
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
