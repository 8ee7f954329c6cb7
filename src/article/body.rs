//! Which lines of a page are the story.
//!
//! Pages rarely say where their story is, and what they say is often wrong (`<article>` around teasers and comments).
//! So the element with the largest *sum* is taken: a line of prose counts its length, any other line takes away half
//! of its own. One pass gives the sums of all elements.

use super::{
    beside,
    element::Tag,
    letters::{bare, beginning, small},
    page::{Line, Page},
    tables::Mark,
    title::Headline,
    words::{self, WORDS},
};
use std::ops::Range;

/// A paragraph counts no more than this, so that no single block of keywords outweighs a story.
const LONGEST: i64 = 600;
/// The shortest `articleBody` that is believed, in units.
const MARKED_BODY: u32 = 200;
/// Most lines of a lead that stands outside the element of the story.
const LEAD_LINES: usize = 6;
/// Most units of a lead that its element's name tells, where it is no prose.
const LEAD_UNITS: u32 = 20;
/// Longest label of a credit and longest name in it, in characters.
const CREDIT: usize = 24;
/// Most units of the heading of a list, with its number.
const HEADING: u32 = 48;
/// Most units of a line that is a by-line, a stamp or a tool.
const SHORT: u32 = 120;

/// What was taken for the story.
pub(super) struct Story {
    /// The element that holds it.
    pub(super) root: usize,
    /// Its lines, lead included, headline not.
    pub(super) lines: Vec<usize>,
    pub(super) captions: Vec<usize>,
    pub(super) bylines: Vec<usize>,
}

/// How far a page is believed when it says what is not its story.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Trust {
    Full,
    /// Nothing is left else: hidden text is read too. Pages hide their story under a dialog, or until a script has run.
    Shown,
    /// Furniture is read too.
    None,
}

fn excluded(line: &Line, trust: Trust) -> bool {
    let place = line.place;
    let beside = line.beside || line.comment || line.legal || line.caption || place.is_caption();
    let hidden = trust == Trust::Full && place.hidden;
    beside || hidden || (trust != Trust::None && (place.furniture || place.header))
}

/// Sums over lines, and the choice by them.
pub(super) struct Choice<'p> {
    page: &'p Page<'p>,
    trust: Trust,
    /// The sum of all lines before each.
    sums: Vec<i64>,
    /// The same of prose alone.
    prose: Vec<i64>,
    pub(super) root: usize,
    /// Whether the caller has said where the body is.
    given: bool,
}

impl<'p> Choice<'p> {
    /// `headline` are its lines, and `own` its element, as far as they are known.
    pub(super) fn new(
        page: &'p Page<'p>,
        given: Option<usize>,
        headline: &Range<usize>,
        own: Option<usize>,
    ) -> Self {
        let mut choice =
            Self { page, trust: Trust::Full, sums: Vec::new(), prose: Vec::new(), root: 0, given: false };
        for trust in [Trust::Full, Trust::Shown, Trust::None, Trust::Full] {
            choice.trust = trust;
            choice.add_up(headline);
            if choice.prose.last() != Some(&0) || own.is_some() || choice.plain_units() >= MARKED_BODY {
                break;
            }
        }
        choice.given = given.is_some();
        choice.root = given.or_else(|| choice.best()).or(own).unwrap_or_else(|| choice.stated());
        choice
    }

    fn add_up(&mut self, headline: &Range<usize>) {
        let (mut sum, mut prose) = (0, 0);
        for sums in [&mut self.sums, &mut self.prose] {
            sums.clear();
            sums.reserve(self.page.lines.len() + 1);
            sums.push(0);
        }
        for (l, line) in self.page.lines.iter().enumerate() {
            let units = i64::from(line.units);
            if line.beside {
                sum -= units / 2;
            } else if !excluded(line, self.trust) && !headline.contains(&l) {
                if line.is_prose() {
                    prose += units.min(LONGEST);
                    sum += units.min(LONGEST);
                } else if line.is_sentence() {
                    sum += units / 2;
                } else {
                    sum -= units / 2 + if line.is_linked() { 13 } else { 3 };
                }
            }
            self.sums.push(sum);
            self.prose.push(prose);
        }
    }

    fn plain_units(&self) -> u32 {
        let plain = |l: &&Line| !excluded(l, self.trust) && !l.is_linked();
        self.page.lines.iter().filter(plain).map(|l| l.units).sum()
    }

    fn sum(&self, node: usize) -> i64 {
        let lines = &self.page.nodes[node].lines;
        self.sums[lines.end] - self.sums[lines.start]
    }

    fn prose(&self, lines: &Range<usize>) -> i64 {
        self.prose[lines.end] - self.prose[lines.start]
    }

    /// The element with the largest sum, and from there down as long as one child holds nearly all of it.
    fn best(&self) -> Option<usize> {
        let inside = self.marked_body().map_or(0..self.page.nodes.len(), |n| n..self.page.nodes[n].end);
        let sum_of = |&n: &usize| self.sum(n);
        let candidates = || inside.clone().filter(|&n| self.page.may_hold(n));
        let mut best = candidates().max_by_key(sum_of).filter(|n| self.sum(*n) > 0)?;
        let enough = self.sum(best) * 9 / 10;
        // Of elements inside one another the last that has enough stands deepest.
        let end = self.page.nodes[best].end;
        for n in (best + 1..end).filter(|&n| self.page.may_hold(n)) {
            if self.sum(n) >= enough && self.page.is_in(n, best) {
                best = n;
            }
        }
        Some(best)
    }

    /// The `articleBody` that the page names, if it holds enough.
    fn marked_body(&self) -> Option<usize> {
        let bodies = self.page.properties.iter().filter(|(_, p)| p.split(' ').any(|p| p == "articleBody"));
        let (units, body) = bodies
            .filter(|&&(n, _)| self.page.may_hold(n))
            .map(|&(n, _)| (self.prose(&self.page.nodes[n].lines), n))
            .max_by_key(|&(units, _)| units)?;
        let all = self.prose.last().copied().unwrap_or(0);
        (units > i64::from(MARKED_BODY) && units * 10 >= all * 3).then_some(body)
    }

    /// Without prose: the longest element that the page names as its article, or the whole.
    fn stated(&self) -> usize {
        let page = self.page;
        let units = |n: usize| {
            let lines = &page.lines[page.nodes[n].lines.clone()];
            lines.iter().filter(|l| !excluded(l, self.trust)).map(|l| l.units).sum::<u32>()
        };
        let longest = |nodes: Vec<usize>| {
            nodes.into_iter().map(|n| (units(n), n)).filter(|(u, _)| *u > 0).max_by_key(|(u, _)| *u)
        };
        let bodies = page.properties.iter().filter(|(_, p)| *p == "articleBody").map(|&(n, _)| n);
        let all = || 0..page.nodes.len();
        longest(bodies.collect())
            .or_else(|| longest(page.outermost_in(all(), |n| page.tag(n) == Tag::Article)))
            .or_else(|| {
                longest(page.outermost_in(all(), |n| {
                    page.tag(n) == Tag::Main || page.attribute(n, "role") == Some("main")
                }))
            })
            .map(|(_, n)| n)
            .or_else(|| page.tagged(Tag::Body).next())
            .unwrap_or(0)
    }

    /// The first line of prose of the story.
    pub(super) fn first_prose(&self) -> Option<usize> {
        self.prose_in(self.page.nodes[self.root].lines.clone())
    }

    fn prose_in(&self, mut lines: Range<usize>) -> Option<usize> {
        lines.find(|&l| !excluded(&self.page.lines[l], self.trust) && self.page.lines[l].is_prose())
    }

    /// The lines of the story.
    pub(super) fn story(&self, headline: Option<&Headline>) -> Story {
        let page = self.page;
        let range = page.nodes[self.root].lines.clone();
        let mut story =
            Story { root: self.root, lines: Vec::new(), captions: Vec::new(), bylines: Vec::new() };
        let title = headline.map_or("", |h| &*h.bare);
        let start = self.start(headline, &range);
        let first = self.first_prose().filter(|&f| f >= start).or_else(|| self.prose_in(start..range.end));
        let second = first.and_then(|f| (f + 1..range.end).find(|&l| page.lines[l].is_prose()));
        let before = |limit: Option<usize>, l: usize| limit.is_some_and(|limit| l < limit);
        let dropped = if self.given { vec![false; range.len()] } else { self.beside() };
        let end = if self.given { range.end } else { self.end(&range) };
        story.lines.extend(self.lead(headline, &range));
        let after = headline.map_or(0, |h| h.lines.end);
        let again = again(page, start..first.unwrap_or(start), title);
        for l in start..end {
            let line = &page.lines[l];
            if again.contains(&l) || headline.is_some_and(|h| h.lines.contains(&l)) {
                continue;
            }
            if line.caption || line.place.is_caption() {
                story.captions.push(l);
                continue;
            }
            let lead = line.place.header && l >= after && self.is_lead(l);
            let kept = if self.given { !line.place.hidden } else { lead || !excluded(line, self.trust) };
            if !kept || dropped[l - range.start] || (!self.given && line.is_linked()) {
                continue;
            }
            // How many have commented, between the headline and the story.
            let counter =
                !self.given && before(first, l) && page.line_text(l).bytes().all(|b| b.is_ascii_digit());
            if counter {
                continue;
            }
            if line.is_prose() {
                story.lines.push(l);
            } else if !self.given
                && (before(first, l) && is_byline(page, l) || before(second, l) && is_stamp(page, l))
            {
                story.bylines.push(l);
            } else if self.given
                || !is_tool(page.line_text(l), line.units, title, first.is_none_or(|f| l <= f))
            {
                story.lines.push(l);
            }
        }
        let between = headline.map_or(0..0, |h| h.lines.end..range.start.max(h.lines.end));
        story
            .bylines
            .extend(between.filter(|&l| !excluded(&page.lines[l], Trust::None) && is_byline(page, l)));
        story.bylines.sort_unstable();
        if !self.given {
            while story.lines.len() > 1 && story.lines.last().is_some_and(|&l| is_notice(page, l)) {
                story.lines.pop();
            }
        }
        if story.lines.is_empty() && !self.given {
            // All of it is links: better than nothing.
            let all = range.filter(|&l| !excluded(&page.lines[l], self.trust));
            story.lines = all.filter(|l| !headline.is_some_and(|h| h.lines.contains(l))).collect();
        }
        story
    }

    /// Where the story begins: what stands before the headline in its element is not of it, if most stands after.
    fn start(&self, headline: Option<&Headline>, range: &Range<usize>) -> usize {
        let inside =
            |h: &&Headline| !h.lines.is_empty() && h.lines.start >= range.start && h.lines.end <= range.end;
        let Some(headline) = headline.filter(inside).filter(|_| !self.given) else { return range.start };
        let prose = |lines| self.prose(&lines);
        let most = prose(range.start..headline.lines.start) <= prose(headline.lines.end..range.end);
        if most { headline.lines.start } else { range.start }
    }

    /// Prose between the headline and the element of the story.
    fn lead(&self, headline: Option<&Headline>, body: &Range<usize>) -> Vec<usize> {
        let Some(headline) = headline.filter(|h| !h.lines.is_empty() && h.lines.end <= body.start) else {
            return Vec::new();
        };
        let lead: Vec<usize> = (headline.lines.end..body.start).filter(|&l| self.is_lead(l)).collect();
        if lead.len() <= LEAD_LINES { lead } else { Vec::new() }
    }

    fn is_lead(&self, line: usize) -> bool {
        let l = &self.page.lines[line];
        if l.place.furniture || l.place.hidden || l.place.side || excluded(l, Trust::None) || l.is_linked() {
            return false;
        }
        l.is_prose() || (l.units >= LEAD_UNITS && l.place.lead && !is_byline(self.page, line))
    }

    /// Lines inside the story's element that are not of it: teasers of other articles, boxes that their names tell.
    fn beside(&self) -> Vec<bool> {
        let page = self.page;
        let range = page.nodes[self.root].lines.clone();
        let all = self.prose(&range);
        let mut dropped = vec![false; range.len()];
        let mut drop = |lines: &Range<usize>| {
            for l in lines.start.max(range.start)..lines.end.min(range.end) {
                dropped[l - range.start] = true;
            }
        };
        let inside = self.root + 1..page.nodes[self.root].end;
        let articles = page.outermost_in(inside.clone(), |n| page.tag(n) == Tag::Article);
        let few = |n: &usize| self.prose(&page.nodes[*n].lines) * 10 < all * 3;
        let teasers: Vec<usize> = articles.into_iter().filter(few).collect();
        // A story in many small articles is a story.
        if teasers.iter().map(|&n| self.prose(&page.nodes[n].lines)).sum::<i64>() * 2 <= all {
            teasers.iter().for_each(|&n| drop(&page.nodes[n].lines));
        }
        let is = |mark| move |n: usize| page.nodes[n].mark == Some(mark);
        let prose = |n: &usize| self.prose(&page.nodes[*n].lines);
        let mut boxes = page.outermost_in(inside.clone(), is(Mark::Side));
        boxes.retain(|n| prose(n) * 4 <= all);
        // Names that drop much of the story are wrong.
        let wrong = boxes.iter().map(prose).sum::<i64>() * 5 > all * 2;
        boxes.extend(page.outermost_in(inside.clone(), is(Mark::Tool)));
        boxes.retain(|n| prose(n) == 0 || !(wrong || page.nodes[*n].mark == Some(Mark::Tool)));
        let prose_lines: Vec<usize> = range
            .clone()
            .filter(|&l| !excluded(&page.lines[l], self.trust) && page.lines[l].is_prose())
            .collect();
        boxes.iter().for_each(|&n| drop(&page.nodes[n].lines));
        beside::ends(page, self.root, &prose_lines).iter().for_each(&mut drop);
        let bylines = page.outermost_in(inside, |n| page.nodes[n].mark == Some(Mark::Byline));
        let first = self.first_prose().unwrap_or(range.start);
        for n in bylines {
            let lines = &page.nodes[n].lines;
            // Those before the story are kept as by-lines.
            if lines.start > first && self.prose(lines) == 0 && page.nodes[n].block == n {
                drop(lines);
            }
        }
        dropped
    }

    /// Where the story ends: at a heading of other stories or comments, if most of it stands before and links after.
    fn end(&self, range: &Range<usize>) -> usize {
        let (page, all) = (self.page, self.prose(range));
        let mut links = page.lines[range.clone()].iter().filter(|l| l.linked > 0).count();
        for l in range.clone() {
            let line = &page.lines[l];
            links -= usize::from(line.linked > 0);
            let (before, after) = (self.prose(&(range.start..l)), self.prose(&(l + 1..range.end)));
            if before == 0 || before * 2 < all || line.units > HEADING || line.is_sentence() {
                continue;
            }
            let text = page.line_text(l);
            if !words::may_end(text) {
                continue;
            }
            let other = || after == 0 || links * 3 >= range.end - l - 1;
            let heading = uncounted(text);
            if WORDS.comments.contains(&&*heading) || (WORDS.ends.contains(&&*heading) && other()) {
                return l;
            }
        }
        range.end
    }
}

/// The headline again, broken into some lines.
fn again(page: &Page<'_>, lines: Range<usize>, title: &str) -> Range<usize> {
    const MOST: usize = 3;
    for from in lines.clone() {
        let mut rest = title;
        for l in from..lines.end.min(from + MOST) {
            let bare = bare(page.line_text(l));
            let Some(after) = rest.strip_prefix(&*bare).filter(|_| !bare.is_empty()) else { break };
            if after.is_empty() {
                return from..l + 1;
            }
            rest = after;
        }
    }
    0..0
}

/// Under the lead: a labelled date, or one with a time of day, or a `<time>`.
fn is_stamp(page: &Page<'_>, line: usize) -> bool {
    let l = &page.lines[line];
    let labelled = || beginning(page.line_text(line), &WORDS.bylines).is_some();
    l.units <= SHORT
        && (page.stamps(line).any(|s| s.clock || labelled()) || (!l.is_sentence() && page.has_time(line)))
}

/// After the story: a note of the site, or a date that a label tells.
fn is_notice(page: &Page<'_>, line: usize) -> bool {
    let l = &page.lines[line];
    let text = page.line_text(line);
    let labelled = || {
        beginning(text.trim_start_matches(['(', '（', '[', '【']), &WORDS.bylines)
            .is_some_and(|l| l.len() > 3)
    };
    let noted = l.units <= SHORT * 3 && beside::is_noted(text);
    // A heading of nothing, or where a printed paper had it.
    let heading = page.around(l.block).take(2).any(|n| matches!(page.tag(n), Tag::Heading(_)));
    let paper = text.contains('版') && page.stamps(line).next().is_some();
    // Who answers for what: *Innehållsansvarig: Webbredaktionen*.
    let credit = !l.is_sentence()
        && text.split_once([':', '：']).is_some_and(|(label, name)| {
            let few = |part: &str| !part.trim().is_empty() && part.chars().count() <= CREDIT;
            few(label) && few(name) && !text.contains(|c: char| c.is_ascii_digit())
        });
    // A question to the reader, often with buttons to answer it.
    let question = text.ends_with(['?', '？']) || (l.linked > 0 && text.contains(['?', '？']));
    let asked = l.units <= SHORT && question && beside::is_voice(text);
    noted || heading || paper || credit || asked || (!l.is_prose() && l.units <= SHORT && labelled())
}

/// A heading in small letters, without how many of them there are: *Kommentarer (12)*, 跟贴 219.
fn uncounted(text: &str) -> String {
    let lower = small(text);
    let counted = |c: char| c.is_ascii_digit() || c == '条' || c == '則' || c == '则';
    let mut rest = trim(&lower);
    loop {
        let less = trim(rest.trim_matches(counted));
        if less.len() == rest.len() {
            return rest.to_owned();
        }
        rest = less;
    }
}

fn trim(text: &str) -> &str {
    const MARKS: &str = ":：﹕>»•|*.·?？【】()（）[]";
    text.trim_matches(|c: char| c.is_whitespace() || MARKS.contains(c))
}

/// Before the story: a stamp, an author, a source.
fn is_byline(page: &Page<'_>, line: usize) -> bool {
    let l = &page.lines[line];
    if l.units > SHORT * 2 {
        return false;
    }
    let named = page.around(l.block).take(3).any(|n| page.nodes[n].mark == Some(Mark::Byline));
    let named = named || page.nodes[page.element_of(line)].mark == Some(Mark::Byline);
    named || page.stamps(line).next().is_some() || beginning(page.line_text(line), &WORDS.bylines).is_some()
}

/// A tool, a label or a counter of the page, or the headline again.
fn is_tool(text: &str, units: u32, title: &str, before_story: bool) -> bool {
    if units > SHORT * 2 {
        return false;
    }
    if before_story && !title.is_empty() && bare(text) == title {
        return true;
    }
    if units > SHORT {
        return false;
    }
    let whole = trim(text);
    let start = trim(whole.split([':', '：', '﹕']).next().unwrap_or_default());
    // Two tools on one line, in brackets: 【纠错】【责任编辑:…】
    let start = trim(start.rsplit(['】', '[', '【']).next().unwrap_or_default());
    let counter = whole.contains('/') && whole.chars().all(|c| c.is_ascii_digit() || c == '/' || c == ' ');
    counter || words::is_tool(whole) || (start.len() < text.trim().len() && words::is_tool(start))
}
