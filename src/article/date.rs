//! When a page was published: a cascade of places, the most trustworthy first.

use super::{
    body::Story,
    element::Tag,
    letters::{bare, floor, small},
    meta::Metadata,
    page::Page,
    stamp::{self, Stamp, Zone},
    tables::{MODIFIED_METAS, Mark, PUBLISHED_METAS, SCRIPT_KEYS, SHARED_SCRIPT_KEYS},
    title::Headline,
    words::WORDS,
};
use aho_corasick::{AhoCorasick, MatchKind};
use jiff::{Timestamp, ToSpan, civil};
use once_cell::{sync::Lazy, unsync::OnceCell};
use regex::Regex;
use std::{fmt, ops::Range};

/// How far before a date its label may stand, in bytes.
const LABEL: usize = 40;
/// So many lines are looked at before a story whose headline does not stand on the page.
const BEFORE: usize = 12;
/// So many levels above the headline a stamp before it may stand.
const HEAD_LEVELS: usize = 3;
/// Longest day of the week beside a date, in bytes.
const WEEKDAY: usize = 16;
/// The web has no older pages.
const FIRST_YEAR: i16 = 1995;

/// Where the date of publication of a page was found, in the order in which the places are asked.
///
/// Metadata are written by machines for machines; what stands on the page may be read wrongly.
///
/// ```
/// use newsfacts::{Article, PublishedSource};
///
/// let page = Article::from_html("<h1>Hamnen byggs ut</h1><div>13 augusti 2025</div><p>Arbetet börjar nu.</p>")?;
/// assert_eq!(page.published_source(), Some(PublishedSource::Stamp));
/// assert_eq!(PublishedSource::Stamp.name(), "stamp");
/// # Ok::<(), newsfacts::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum PublishedSource {
    /// The element that the caller named.
    Selector,
    /// A `<meta>`.
    Meta,
    /// A JSON-LD object of the story.
    JsonLd,
    /// An element with `itemprop="datePublished"`.
    Microdata,
    /// A key in a script.
    Script,
    /// What stands between the headline and the text.
    Stamp,
    /// What stands after a label anywhere on the page.
    Label,
    /// The address of the page.
    Address,
    /// A `<time>` elsewhere.
    Time,
}

impl PublishedSource {
    /// Its name: `selector`, `meta`, `json-ld`, `microdata`, `script`, `stamp`, `label`, `address`, `time`.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Selector => "selector",
            Self::Meta => "meta",
            Self::JsonLd => "json-ld",
            Self::Microdata => "microdata",
            Self::Script => "script",
            Self::Stamp => "stamp",
            Self::Label => "label",
            Self::Address => "address",
            Self::Time => "time",
        }
    }
}

impl fmt::Display for PublishedSource {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// All that the dates of a page are read from.
pub(super) struct DateSources<'a, 'p> {
    pub(super) page: &'a Page<'p>,
    pub(super) meta: &'a Metadata<'p>,
    pub(super) story: &'a Story,
    pub(super) headline: Option<&'a Headline>,
    /// The first line of prose in the story's element.
    pub(super) first: Option<usize>,
    pub(super) zone: Zone,
    /// The last day that is believed.
    pub(super) latest: civil::Date,
    /// The element that the caller named.
    pub(super) chosen: Option<usize>,
    /// Elements in another article than the story's, in navigation or an aside, or in comments.
    pub(super) foreign: Vec<bool>,
    pub(super) near: OnceCell<Vec<Near>>,
}

/// A date near the headline.
#[derive(Debug)]
pub(super) struct Near {
    label: Label,
    date: civil::Date,
    after_lead: bool,
    /// By a `<time>`.
    marked: bool,
}

/// The day after this one: it may be later elsewhere.
pub(super) fn latest(today: Option<civil::Date>) -> civil::Date {
    let today = today.or_else(|| {
        let days = Timestamp::now().as_second().div_euclid(86_400);
        civil::date(1970, 1, 1).checked_add(days.days()).ok()
    });
    today.and_then(|today| today.tomorrow().ok()).unwrap_or(civil::Date::MAX)
}

/// Which elements stand in another article than the story's, in navigation or an aside, or in comments.
pub(super) fn foreign(page: &Page<'_>, headline: Option<&Headline>, first: Option<usize>) -> Vec<bool> {
    let anchors = [first.map(|l| page.lines[l].block), headline.map(|h| h.node)];
    let mut foreign = vec![false; page.nodes.len()];
    for (n, node) in page.nodes.iter().enumerate() {
        let outer = node.parent.is_some_and(|p| foreign[p]);
        let beside = matches!(page.tag(n), Tag::Article | Tag::Beside) || node.mark == Some(Mark::Comment);
        foreign[n] = outer || (beside && !anchors.iter().flatten().any(|&a| page.is_in(a, n)));
    }
    foreign
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Label {
    Published,
    Modified,
    None,
}

/// Labels of publication, then those of changes.
static LABELS: Lazy<Option<AhoCorasick>> = Lazy::new(|| {
    let labels = WORDS.published.iter().chain(&WORDS.modified);
    AhoCorasick::builder().match_kind(MatchKind::LeftmostLongest).build(labels).ok()
});

type DateLookup<'a, 'p> = fn(&DateSources<'a, 'p>) -> Option<civil::Date>;

impl<'a, 'p> DateSources<'a, 'p> {
    const CASCADE: [(PublishedSource, DateLookup<'a, 'p>); 13] = [
        (PublishedSource::Selector, Self::selector),
        (PublishedSource::Meta, |d| d.metas(PUBLISHED_METAS)),
        (PublishedSource::JsonLd, |d| d.object(|o| o.published.as_deref())),
        (PublishedSource::Microdata, |d| d.microdata("datePublished")),
        (PublishedSource::Script, Self::scripts),
        (PublishedSource::Stamp, |d| d.near(Label::Published)),
        (PublishedSource::Stamp, |d| d.near(Label::None)),
        (PublishedSource::Label, Self::labelled),
        (PublishedSource::Stamp, Self::above),
        (PublishedSource::Address, Self::address),
        (PublishedSource::Stamp, Self::day_above),
        (PublishedSource::Time, Self::times),
        // Some sites print the last change alone; it is of the same day on most.
        (PublishedSource::Stamp, |d| d.near(Label::Modified)),
    ];

    pub(super) fn published(&self) -> Option<(civil::Date, PublishedSource)> {
        Self::CASCADE.iter().find_map(|(source, place)| Some((place(self)?, *source)))
    }

    pub(super) fn modified(&self) -> Option<civil::Date> {
        self.metas(MODIFIED_METAS)
            .or_else(|| self.object(|o| o.modified.as_deref()))
            .or_else(|| self.microdata("dateModified"))
            .or_else(|| self.near(Label::Modified))
    }

    /// A day that a page can have been published on.
    fn sane(&self, date: civil::Date) -> Option<civil::Date> {
        (date.year() >= FIRST_YEAR && date <= self.latest).then_some(date)
    }

    fn value(&self, text: &str) -> Option<civil::Date> {
        self.sane(stamp::value(text, self.zone)?)
    }

    fn selector(&self) -> Option<civil::Date> {
        let node = self.chosen?;
        self.element(node).or_else(|| {
            self.sane(stamp::all(&self.page.text[self.page.nodes[node].text.clone()]).next()?.date)
        })
    }

    /// What an element states in an attribute, or else as its text.
    fn element(&self, node: usize) -> Option<civil::Date> {
        let attribute = |name| self.value(self.page.attribute(node, name)?);
        let text = || self.value(&self.page.text[self.page.nodes[node].text.clone()]);
        attribute("datetime").or_else(|| attribute("content")).or_else(text)
    }

    fn metas(&self, names: &[&str]) -> Option<civil::Date> {
        let own = |name| self.meta.all(name).filter(|&(_, node)| !self.foreign[node]);
        names.iter().find_map(|name| own(*name).find_map(|(content, _)| self.value(content)))
    }

    /// The object of the story: one with its headline, else the first; those of the page last.
    fn object(&self, key: fn(&super::jsonld::Object) -> Option<&str>) -> Option<civil::Date> {
        let headline = self.headline.map_or("", |h| &*h.bare);
        let mut objects: Vec<_> = self.meta.objects().iter().collect();
        if objects.len() > 1 {
            objects.sort_by_cached_key(|o| {
                let own = o.headline.as_deref().map(bare).unwrap_or_default();
                let same = !own.is_empty()
                    && (headline.starts_with(&own) || own.starts_with(headline))
                    && !headline.is_empty();
                (o.page, !same)
            });
        }
        objects.into_iter().find_map(|o| self.value(key(o)?))
    }

    fn microdata(&self, property: &str) -> Option<civil::Date> {
        let is = |p: &str| p.split(' ').any(|p| p == property);
        let nodes = self.page.properties.iter().filter(|(_, p)| is(p)).map(|&(n, _)| n);
        nodes.filter(|&n| !self.foreign[n]).find_map(|n| self.element(n))
    }

    fn scripts(&self) -> Option<civil::Date> {
        static OWN: Lazy<Option<Regex>> = Lazy::new(|| keys(SCRIPT_KEYS));
        static SHARED: Lazy<Option<Regex>> = Lazy::new(|| keys(SHARED_SCRIPT_KEYS));
        /// The moment of publication as the pages of one large platform call it.
        static CT: Lazy<Option<Regex>> =
            Lazy::new(|| Regex::new(r#"(?-u:\b)var ct\s*=\s*["']([0-9]{10})["']"#).ok());
        let dates = |regex: &'static Lazy<Option<Regex>>| {
            let scripts = self.meta.scripts.iter();
            let found = scripts.flat_map(|s| regex.iter().flat_map(|r| r.captures_iter(s)));
            found.filter_map(|c| self.value(c.get(1)?.as_str()))
        };
        let shared = || {
            let mut days = dates(&SHARED);
            let first = days.next()?;
            days.all(|d| d == first).then_some(first)
        };
        dates(&OWN).next().or_else(|| dates(&CT).next()).or_else(shared)
    }

    /// The lines where a stamp of the story stands: between the headline and the first paragraph.
    fn head(&self) -> Range<usize> {
        let lines = self.page.lines.len();
        let after = self.headline.filter(|h| !h.lines.is_empty()).map(|h| h.lines.end);
        let first = self.first.filter(|&f| after.is_none_or(|a| f >= a));
        let end = first.or_else(|| Some(after? + BEFORE)).unwrap_or(BEFORE).min(lines);
        let start = after.unwrap_or_else(|| {
            let root = self.page.nodes[self.story.root].lines.start;
            root.max(end.saturating_sub(BEFORE))
        });
        start.min(end)..end
    }

    /// The dates near the headline: up to the first paragraph, then up to the second.
    fn around_headline(&self) -> &[Near] {
        self.near.get_or_init(|| {
            let head = self.head();
            let is_prose = |l: &usize| self.page.lines[*l].is_prose();
            let second = (head.end + 1..self.page.lines.len()).find(is_prose).unwrap_or(head.end);
            let after_lead = head.end..second.min(head.end + BEFORE);
            let mut found = Vec::new();
            for (lines, after_lead) in [(head, false), (after_lead, true)] {
                let times = self.marked_times(lines.clone()).map(|(label, date)| (label, date, true));
                // After the lead, only what is plainly a stamp counts.
                let is_plain =
                    |(label, stamp): &(Label, &Stamp)| !after_lead || stamp.clock || *label != Label::None;
                let stamps =
                    self.stamps(lines.clone()).filter(is_plain).map(|(label, s)| (label, s.date, false));
                // Blogs print the day as a link to the story.
                let linked = lines.filter(|l| !after_lead && self.page.lines[*l].is_linked());
                let linked = linked.flat_map(|l| {
                    let start = self.page.lines[l].text.start;
                    let stamps =
                        stamp::in_line(self.page.line_text(l)).filter(|s| self.sane(s.date).is_some());
                    stamps.map(move |s| (self.label(start + s.at.start), s.date, false))
                });
                found.extend(times.chain(stamps).chain(linked).map(|(label, date, marked)| Near {
                    label,
                    date,
                    after_lead,
                    marked,
                }));
            }
            found
        })
    }

    /// A date near the headline with the given label; one that is marked as a time before others.
    fn near(&self, label: Label) -> Option<civil::Date> {
        let found = self.around_headline().iter().filter(|n| n.label == label);
        found.min_by_key(|n| (n.after_lead, !n.marked)).map(|n| n.date)
    }

    /// The `<time>`s in some lines, each with its label.
    fn marked_times(&self, lines: Range<usize>) -> impl Iterator<Item = (Label, civil::Date)> + '_ {
        let page = self.page;
        let text =
            match (page.lines.get(lines.start), lines.end.checked_sub(1).and_then(|l| page.lines.get(l))) {
                (Some(first), Some(last)) => first.text.start..last.text.end,
                _ => 0..0,
            };
        let times = page.tagged(Tag::Time).filter(move |&n| {
            let at = page.nodes[n].text.start;
            text.contains(&at) && !self.foreign[n] && !page.nodes[n].place.hidden
        });
        times.filter_map(|n| Some((self.label(page.nodes[n].text.start), self.element(n)?)))
    }

    /// The dates in short lines, each with its label.
    fn stamps(&self, lines: Range<usize>) -> impl Iterator<Item = (Label, &Stamp)> + '_ {
        let plain = move |l: &usize| {
            let line = &self.page.lines[*l];
            let beside = line.comment || line.place.furniture || line.place.hidden;
            !beside && !self.foreign[line.block]
        };
        lines.filter(plain).flat_map(move |l| {
            let start = self.page.lines[l].text.start;
            let stamps = self.page.stamps(l).filter(|s| self.sane(s.date).is_some());
            stamps.map(move |s| (self.label(start + s.at.start), s))
        })
    }

    /// The label that stands nearest before a place, with no other date between.
    fn label(&self, at: usize) -> Label {
        let text = &self.page.text;
        let from = floor(text, at.saturating_sub(LABEL));
        let before = &text[from..at];
        if before.is_empty() {
            return Label::None;
        }
        // (Stamps are those of the line and of the line before it.)
        let line = self.page.lines.partition_point(|l| l.text.start <= at);
        let ends = (line.saturating_sub(2)..line).flat_map(|l| {
            let start = self.page.lines[l].text.start;
            self.page.stamps(l).map(move |s| start + s.at.end)
        });
        let last = ends.filter(|&end| from < end && end <= at).max();
        let before = last.map_or(before, |end| &text[end..at]);
        let before = small(before);
        let last = LABELS.as_ref().and_then(|labels| labels.find_iter(&before).last());
        match last.map(|found| found.pattern().as_usize()) {
            Some(n) if n < WORDS.published.len() => Label::Published,
            Some(_) => Label::Modified,
            None => Label::None,
        }
    }

    fn labelled(&self) -> Option<civil::Date> {
        let all = self.stamps(0..self.page.lines.len());
        all.filter(|(label, _)| *label == Label::Published).map(|(_, s)| s.date).next()
    }

    /// Above the headline, in the element that holds it and the story.
    fn above(&self) -> Option<civil::Date> {
        let headline = self.headline.filter(|h| !h.lines.is_empty())?;
        let holds = |n: usize| self.page.is_in(self.story.root, n) || self.page.is_in(n, self.story.root);
        let whole = |n: &usize| matches!(self.page.tag(*n), Tag::Body | Tag::Html);
        let around: Vec<usize> = self.page.around(headline.node).skip(1).take_while(|n| !whole(n)).collect();
        // A head that stands beside the story counts as far as a few levels.
        let outer = *around.iter().find(|n| holds(**n)).or(around.iter().take(HEAD_LEVELS).next_back())?;
        let lines = self.page.nodes[outer].lines.start.max(headline.lines.start.saturating_sub(BEFORE))
            ..headline.lines.start;
        let marked =
            self.marked_times(lines.clone()).find(|(label, _)| *label == Label::None).map(|(_, date)| date);
        let plain = |(label, s): &(Label, &Stamp)| *label == Label::None && s.clock;
        marked.or_else(|| self.stamps(lines).find(plain).map(|(_, s)| s.date))
    }

    /// A day alone on the line right above the headline, in an element with it that is less than the page. (What stands in
    /// the page's head is today's.)
    fn day_above(&self) -> Option<civil::Date> {
        let headline = self.headline.filter(|h| !h.lines.is_empty())?;
        let line = headline.lines.start.checked_sub(1)?;
        let (_, stamp) = self.stamps(line..line + 1).next()?;
        let rest = self.page.line_text(line).len() - stamp.at.len();
        let block = self.page.lines[line].block;
        let both = self.page.around(headline.node).find(|&n| self.page.is_in(block, n))?;
        let whole = matches!(self.page.tag(both), Tag::Body | Tag::Html);
        (rest <= WEEKDAY && !whole).then_some(stamp.date)
    }

    fn address(&self) -> Option<civil::Date> {
        self.meta.addresses().find_map(|url| self.sane(stamp::in_address(url)?))
    }

    fn times(&self) -> Option<civil::Date> {
        let page = self.page;
        let times = page.tagged(Tag::Time).filter(|&n| {
            let place = page.nodes[n].place;
            let beside = place.furniture || place.hidden || place.side || place.linked;
            !beside && !self.foreign[n] && self.label(page.nodes[n].text.start) != Label::Modified
        });
        times.filter_map(|n| page.attribute(n, "datetime")).find_map(|value| self.value(value))
    }
}

/// A key of a script with a date: `"newsTime": "2024-02-27 09:15"`, `publishTime = 1718904600`.
fn keys(keys: &[&str]) -> Option<Regex> {
    let keys = keys.join("|");
    Regex::new(&format!(r#"(?-u:\b)(?:{keys})\\?["']?\s{{0,4}}[:=]\s{{0,4}}\\?["']?((?:19|20)[0-9]{{2}}[-/年.][0-9]{{1,2}}[-/月.][0-9]{{1,2}}[^"'\\,;}}<]{{0,20}}|(?:[0-9]{{13}}|[0-9]{{10}}|(?:19|20)[0-9]{{6}})(?-u:\b))"#)).ok()
}
