//! What stands beside the story though no tag or name says so: other stories before the headline, lists of teasers, boxes
//! in which the site speaks for itself.
//!
//! All of it is judged from where the headline stands. Its *own* element is the smallest around it that holds a sentence
//! after it; the story, short as it may be, is there or begins there.

use super::{
    element::Tag,
    letters::{has_han, small},
    page::Page,
    words::WORDS,
};
use aho_corasick::{AhoCorasick, MatchKind};
use once_cell::sync::Lazy;
use std::{collections::HashMap, ops::Range};

/// A box with more paragraphs may be a story in the first person.
const BOX: u32 = 6;
/// So many boxes of one shape are a list.
const LIST: usize = 3;
/// What stands before the headline is a story of its own only if it is no more than so many times as long as what follows.
const BEFORE: u32 = 3;

/// The smallest element around the headline that holds a sentence after it, if it is less than the page.
pub(super) fn own(page: &Page<'_>, (node, lines): &(usize, Range<usize>)) -> Option<usize> {
    let told = (lines.end..page.lines.len()).find(|&l| is_told(page, l))?;
    let whole = |n: &usize| matches!(page.tag(*n), Tag::Body | Tag::Html);
    page.around(*node).take_while(|n| !whole(n)).find(|&n| page.nodes[n].lines.end > told)
}

/// Whether a line is a sentence that a reader sees in the middle of the page.
fn is_told(page: &Page<'_>, line: usize) -> bool {
    let l = &page.lines[line];
    let beside =
        l.comment || l.legal || l.caption || l.place.is_caption() || l.place.hidden || l.place.furniture;
    l.is_sentence() && !beside && !l.place.header
}

/// Counts of lines up to each, for any range at once.
struct Counts(Vec<u32>);

impl Counts {
    fn new(lines: usize, worth: impl Fn(usize) -> u32) -> Self {
        let mut sums = Vec::with_capacity(lines + 1);
        let mut sum = 0;
        sums.push(sum);
        for l in 0..lines {
            sum += worth(l);
            sums.push(sum);
        }
        Self(sums)
    }

    fn of(&self, lines: &Range<usize>) -> u32 {
        self.0[lines.end] - self.0[lines.start]
    }
}

/// The sentences that are not of the story, from where its headline's own element is.
pub(super) fn lines(page: &Page<'_>, own: usize, headline: &Range<usize>) -> Vec<usize> {
    let all = page.lines.len();
    let inner = page.nodes[own].lines.clone();
    let outside = |l: &usize| !inner.contains(l);
    if !(0..all).filter(outside).any(|l| is_told(page, l)) {
        return Vec::new();
    }
    let units = Counts::new(all, |l| if is_told(page, l) { page.lines[l].units } else { 0 });
    let mut found = Vec::new();
    let before = 0..inner.start;
    if units.of(&before) <= BEFORE * units.of(&(headline.end..inner.end)) {
        found.push(before);
    }
    let told = Counts::new(all, |l| u32::from(is_told(page, l)));
    let voices =
        Counts::new(all, |l| u32::from(outside(&l) && is_told(page, l) && is_voice(page.line_text(l))));
    let apart = |n: usize| !page.is_in(own, n) && !page.is_in(n, own);
    let mut stated = vec![false; page.nodes.len()];
    page.properties.iter().filter(|(_, p)| *p == "articleBody").for_each(|&(n, _)| stated[n] = true);
    let bodies = Counts::new(stated.len(), |n| u32::from(stated[n]));
    let is_stated = |n: usize| bodies.of(&(n..page.nodes[n].end)) > 0 || page.around(n).any(|n| stated[n]);
    let voice = |n: usize| {
        let lines = &page.nodes[n].lines;
        let count = told.of(lines);
        page.may_hold(n) && apart(n) && (1..=BOX).contains(&count) && voices.of(lines) * 3 >= count * 2
    };
    let boxes = page.outermost_in(0..page.nodes.len(), |n| voice(n) && !is_stated(n));
    found.extend(boxes.into_iter().map(|n| page.nodes[n].lines.clone()));
    found.extend(lists(page, &|n| apart(n) && (1..=2).contains(&told.of(&page.nodes[n].lines))));
    // Text that stands in no box, but around that of the headline.
    let around = |l: &usize| page.is_in(own, page.lines[*l].block) && voices.of(&(*l..l + 1)) > 0;
    let loose = (0..all).filter(outside).filter(around);
    let found: Vec<usize> = found.into_iter().flatten().chain(loose).collect();
    found.into_iter().filter(|&l| is_told(page, l)).collect()
}

/// What boxes of one shape share: parent, name and class.
type Shape<'a> = (Option<usize>, &'a str, Option<&'a str>);

/// Boxes of one shape beside each other, each a link or a date with a sentence: teasers of other stories.
fn lists(page: &Page<'_>, is_box: &dyn Fn(usize) -> bool) -> Vec<Range<usize>> {
    let leads = Counts::new(page.lines.len(), |l| {
        u32::from(!is_told(page, l) && (page.lines[l].is_linked() || page.stamps(l).next().is_some()))
    });
    let mut shapes: HashMap<Shape<'_>, Vec<usize>> = HashMap::new();
    for (n, node) in page.nodes.iter().enumerate() {
        if node.block == n && is_box(n) && leads.of(&node.lines) > 0 {
            let shape = (node.parent, &*node.element.name.local, page.attribute(n, "class"));
            shapes.entry(shape).or_default().push(n);
        }
    }
    let lists = shapes.into_values().filter(|boxes| boxes.len() >= LIST);
    lists.flatten().map(|n| page.nodes[n].lines.clone()).collect()
}

static NOTED: Lazy<Option<AhoCorasick>> =
    Lazy::new(|| AhoCorasick::builder().ascii_case_insensitive(true).build(&WORDS.notices).ok());

/// Whether a text has what only notes of sites have.
pub(super) fn is_noted(text: &str) -> bool {
    NOTED.as_ref().is_some_and(|notices| notices.is_match(text))
}

/// Words with which a site speaks, then those of its notes.
static VOICE: Lazy<Option<AhoCorasick>> = Lazy::new(|| {
    let words = WORDS.addresses.iter().chain(&WORDS.notices);
    let longest = MatchKind::LeftmostLongest;
    AhoCorasick::builder().ascii_case_insensitive(true).match_kind(longest).build(words).ok()
});

/// Whether the site itself speaks: it speaks to the reader or of itself, and nobody is quoted.
pub(super) fn is_voice(text: &str) -> bool {
    const QUOTES: &[char] = &['”', '“', '"', '»', '「', '『'];
    let Some(voice) = VOICE.as_ref() else { return false };
    if text.starts_with(['–', '—', '-']) {
        return false;
    }
    let letter = |c: Option<char>| c.is_some_and(|c| c.is_alphanumeric() && c < '\u{2E80}');
    // Words of letters are whole ones.
    let whole = |at: Range<usize>| {
        let inside = text[at.clone()].starts_with(|c| letter(Some(c)))
            && (letter(text[..at.start].chars().next_back()) || letter(text[at.end..].chars().next()));
        !inside
    };
    let said =
        voice.find_iter(text).any(|m| m.pattern().as_usize() >= WORDS.addresses.len() || whole(m.range()));
    said && !text.contains(QUOTES)
}

/// Lines at the ends of the story in which the site speaks: offers, calls to take part, what a player says.
///
/// `prose` are the lines of prose in the element of the story.
pub(super) fn ends(page: &Page<'_>, root: usize, prose: &[usize]) -> Vec<Range<usize>> {
    let Some(&start) = prose.first() else { return Vec::new() };
    let chinese = has_han(page.line_text(start));
    let is_plain = |&l: &usize| {
        let text = page.line_text(l);
        (!chinese || has_han(text)) && !is_voice(text)
    };
    // Nearly always the last and the first.
    let Some(last) = prose.iter().rposition(is_plain) else { return Vec::new() };
    let first = prose[..last].iter().position(is_plain).unwrap_or(last);
    let is_viewed = |l: &&usize| WORDS.viewers.iter().any(|w| small(page.line_text(**l)).contains(w));
    let before = prose[..first].iter().filter(is_viewed).map(|&l| (l, prose[first]));
    let after = prose[last + 1..].iter().map(|&l| (l, prose[last]));
    let mut found = Vec::new();
    for (l, next_to) in before.chain(after) {
        // The largest element around it that does not hold the story's own line.
        let (block, story) = (page.lines[l].block, page.lines[next_to].block);
        let apart = |n: &usize| *n != root && !page.is_in(story, *n);
        let Some(own) = page.around(block).take_while(apart).filter(|&n| page.may_hold(n)).last() else {
            // Text in no box, around that of the story.
            if block != story && page.is_in(story, block) {
                found.push(l..l + 1);
            }
            continue;
        };
        // Sites that set each paragraph in an element set all alike.
        let shape = |n: usize| (&page.nodes[n].element.name.local, page.attribute(n, "class"));
        let parent = page.nodes[own].parent;
        let twin = page.around(page.lines[next_to].block).find(|&n| page.nodes[n].parent == parent);
        if twin.is_none_or(|twin| shape(twin) != shape(own)) {
            found.push(page.nodes[own].lines.clone());
        }
    }
    found
}
