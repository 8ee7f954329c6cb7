//! A news page: title, body text, date and language of an HTML document.

use crate::{Document, Error, Language, Region, error::ErrorKind, text::is_han};
use ego_tree::iter::Edge;
use jiff::civil;
use scraper::{ElementRef, Html, Node, Selector, node::Element};
use std::collections::HashMap;

/// Elements nested deeper than this are not read: the HTML parser's time is quadratic in depth.
const MAX_DEPTH: usize = 1000;

/// What a reader of the page does not read as its text.
const DROPPED: &[&str] = &[
    "script", "style", "noscript", "template", "nav", "head", "header", "footer", "aside", "form", "button",
    "select", "textarea", "svg", "math", "iframe", "object", "video", "audio", "canvas", "dialog", "menu",
];

/// Elements that stand on lines of their own.
const BLOCKS: &[&str] = &[
    "address",
    "article",
    "blockquote",
    "body",
    "caption",
    "center",
    "dd",
    "details",
    "div",
    "dl",
    "dt",
    "fieldset",
    "figcaption",
    "figure",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "hgroup",
    "hr",
    "html",
    "legend",
    "li",
    "main",
    "ol",
    "p",
    "pre",
    "section",
    "summary",
    "table",
    "tbody",
    "tfoot",
    "thead",
    "tr",
    "ul",
];

/// A page as a reader sees it.
///
/// [`text`](Self::text) holds the body: a blank line between blocks (paragraphs, headings, list items), a line break
/// for `<br>`, a tab between the cells of a table, nothing within a line; white space is collapsed as a browser does,
/// but for no-break spaces and soft hyphens, which stay. Scripts, styles, navigation, headers, footers, asides and
/// forms are left out. Where the page marks its article (`itemprop="articleBody"`, `<article>`, `<main>`), only that
/// is read.
///
/// The time that the parser takes is that of `html5ever`, the parser of the Servo browser; the promise of linear time
/// is for text. Pages with elements nested more than 1,000 deep are refused.
///
/// ```
/// use newsfacts::{Article, Extractor, Language};
///
/// let page = Article::from_html(r#"<html lang="sv"><head><title>Budgeten</title>
///   <meta property="article:published_time" content="2025-08-13T06:00:00+02:00"></head>
///   <body><nav>Start</nav><article><p>Den läggs fram<br>på torsdag.</p></article></body></html>"#)?;
/// assert_eq!(page.title(), Some("Budgeten"));
/// assert_eq!(page.text(), "Den läggs fram\npå torsdag.");
/// assert_eq!(page.published(), Some(jiff::civil::date(2025, 8, 13)));
/// assert_eq!(page.language(), Language::Swedish);
///
/// let date = Extractor::new().dates(&page.document()).next().unwrap();
/// assert_eq!(date.value().timex(), "2025-08-14");
/// assert_eq!(page.element_at(date.span().start()).unwrap(), "html > body > article > p");
/// # Ok::<(), newsfacts::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Article {
    title: Option<String>,
    text: String,
    published: Option<civil::Date>,
    language: Language,
    region: Option<Region>,
    /// Elements met, each with its parent, name and place among its siblings of the same name.
    elements: Vec<(Option<usize>, Box<str>, usize)>,
    /// From which byte of the text on it comes from which element.
    runs: Vec<(usize, usize)>,
}

impl Article {
    /// Reads a page.
    ///
    /// # Errors
    ///
    /// If elements are nested more than 1,000 deep.
    pub fn from_html(html: &str) -> Result<Self, Error> {
        if depth(html) > MAX_DEPTH {
            return Err(ErrorKind::Depth(MAX_DEPTH).into());
        }
        let page = Html::parse_document(html);
        let mut writer = Writer::default();
        writer.write(body(&page));
        let text = writer.finish();
        let tag = first_attribute(
            &page,
            &[("html[lang]", "lang"), ("meta[http-equiv=content-language i]", "content")],
        )
        .or_else(|| first_attribute(&page, &[("meta[property='og:locale']", "content")]));
        let language = tag.as_deref().and_then(|t| t.parse().ok()).unwrap_or_else(|| Language::of(&text));
        Ok(Self {
            title: title(&page),
            published: published(&page, html),
            region: tag.as_deref().and_then(region),
            language,
            text,
            elements: writer.elements,
            runs: writer.runs,
        })
    }

    /// The headline: `og:title`, the first `<h1>`, or `<title>`.
    pub fn title(&self) -> Option<&str> {
        self.title.as_deref()
    }

    /// The body; spans of mentions refer to it.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The date of publication as the page's metadata state it, in the page's own time zone.
    pub fn published(&self) -> Option<civil::Date> {
        self.published
    }

    /// The language that the page states if it is one that can be read, else that of its script.
    pub fn language(&self) -> Language {
        self.language
    }

    /// The body with what is known about it, for an [`Extractor`](crate::Extractor).
    pub fn document(&self) -> Document<'_> {
        Document::new(&self.text)
            .with_language(self.language)
            .with_published(self.published)
            .with_region(self.region)
    }

    /// The element of the page that a byte of the text comes from, as a CSS selector; `None` for a byte between
    /// blocks' texts before the first, or beyond the end.
    pub fn element_at(&self, byte: usize) -> Option<String> {
        if byte >= self.text.len() {
            return None;
        }
        let run = self.runs.partition_point(|&(start, _)| start <= byte).checked_sub(1)?;
        let mut path = Vec::new();
        let mut next = Some(self.runs[run].1);
        while let Some(element) = next {
            let (parent, name, nth) = &self.elements[element];
            path.push(if *nth > 1 { format!("{name}:nth-of-type({nth})") } else { name.to_string() });
            next = *parent;
        }
        path.reverse();
        Some(path.join(" > "))
    }
}

/// How deep start tags may nest, counted without parsing. Elements that have no end tag, or may leave it out and
/// then do not nest, do not count.
fn depth(html: &str) -> usize {
    const FLAT: &[&str] = &[
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source",
        "track", "wbr", "p", "li", "td", "th", "tr", "dt", "dd", "option", "optgroup", "tbody", "thead",
        "tfoot", "colgroup", "html", "head", "body", "rp", "rt",
    ];
    let bytes = html.as_bytes();
    let (mut open, mut deepest) = (0_usize, 0);
    for at in memchr::memchr_iter(b'<', bytes) {
        let closing = bytes.get(at + 1) == Some(&b'/');
        let from = at + 1 + usize::from(closing);
        let len = bytes[from..].iter().take(12).take_while(|b| b.is_ascii_alphanumeric()).count();
        let name = html.get(from..from + len).unwrap_or("");
        if !name.starts_with(|c: char| c.is_ascii_alphabetic())
            || FLAT.iter().any(|f| f.eq_ignore_ascii_case(name))
        {
            continue;
        }
        if closing {
            open = open.saturating_sub(1);
        } else {
            open += 1;
            deepest = deepest.max(open);
        }
    }
    deepest
}

fn select<'p>(page: &'p Html, css: &str) -> Vec<ElementRef<'p>> {
    Selector::parse(css).map(|s| page.select(&s).collect()).unwrap_or_default()
}

/// The first attribute of the given selectors that is not blank.
fn first_attribute(page: &Html, places: &[(&str, &str)]) -> Option<String> {
    places.iter().find_map(|(css, name)| {
        let value = select(page, css).into_iter().find_map(|e| e.attr(name))?.trim();
        (!value.is_empty()).then(|| value.to_owned())
    })
}

fn title(page: &Html) -> Option<String> {
    let text = |css: &str| {
        let element = select(page, css).into_iter().next()?;
        let words: Vec<&str> = element.text().flat_map(str::split_whitespace).collect();
        (!words.is_empty()).then(|| words.join(" "))
    };
    first_attribute(page, &[("meta[property='og:title']", "content")])
        .or_else(|| text("h1"))
        .or_else(|| text("title"))
}

/// Places where pages state when they were published, the most explicit first.
const DATES: &[(&str, &str)] = &[
    ("meta[property='article:published_time']", "content"),
    ("meta[itemprop='datePublished']", "content"),
    ("[itemprop='datePublished'][datetime]", "datetime"),
    ("meta[property='og:published_time']", "content"),
    ("meta[name='date' i]", "content"),
    ("meta[name='pubdate' i]", "content"),
    ("meta[name='publishdate' i]", "content"),
    ("meta[name='publish_date' i]", "content"),
    ("meta[name='dc.date' i]", "content"),
    ("meta[name='dc.date.issued' i]", "content"),
    ("meta[name='dcterms.created' i]", "content"),
    ("time[pubdate][datetime]", "datetime"),
    ("article time[datetime]", "datetime"),
    ("time[datetime]", "datetime"),
];

fn published(page: &Html, html: &str) -> Option<civil::Date> {
    let stated = DATES.iter().find_map(|&place| civil_date(&first_attribute(page, &[place])?));
    // JSON-LD: `"datePublished": "2025-08-13T…"`.
    stated.or_else(|| {
        let rest = html.split_once("\"datePublished\"")?.1;
        civil_date(rest.trim_start_matches([':', ' ', '\n', '"']))
    })
}

/// A date at the start of a text: `2025-08-13…`, `2025/08/13…`, `20250813…`.
fn civil_date(text: &str) -> Option<civil::Date> {
    let digits =
        |range: std::ops::Range<usize>| text.get(range).filter(|d| d.bytes().all(|b| b.is_ascii_digit()));
    let separated = matches!(text.as_bytes().get(4), Some(b'-' | b'/' | b'.'));
    let (month, day) = if separated { (5..7, 8..10) } else { (4..6, 6..8) };
    let year = digits(0..4)?.parse().ok()?;
    civil::Date::new(year, digits(month)?.parse().ok()?, digits(day)?.parse().ok()?).ok()
}

/// The region of a language tag such as `zh-TW` or `zh_HK`.
fn region(tag: &str) -> Option<Region> {
    tag.split(['-', '_']).skip(1).find_map(|part| match part.to_ascii_uppercase().as_str() {
        "CN" => Some(Region::Mainland),
        "TW" => Some(Region::Taiwan),
        "HK" => Some(Region::HongKong),
        "MO" => Some(Region::Macau),
        _ => None,
    })
}

/// The element that holds the article, or the whole body.
fn body(page: &Html) -> ElementRef<'_> {
    let length = |e: &ElementRef<'_>| e.text().map(|t| t.trim().len()).sum::<usize>();
    for css in ["[itemprop='articleBody']", "article", "main, [role='main']"] {
        let longest = select(page, css).into_iter().map(|e| (length(&e), e)).max_by_key(|(len, _)| *len);
        if let Some((len, element)) = longest
            && len > 0
        {
            return element;
        }
    }
    select(page, "body").into_iter().next().unwrap_or_else(|| page.root_element())
}

/// Writes the text of an element, remembering where each run comes from.
#[derive(Debug, Default)]
struct Writer {
    text: String,
    /// What stands between the text so far and the text to come; the strongest wins.
    gap: Gap,
    elements: Vec<(Option<usize>, Box<str>, usize)>,
    runs: Vec<(usize, usize)>,
    /// Children met of each element, by name.
    counts: HashMap<(Option<usize>, Box<str>), usize>,
}

#[derive(Debug, Default, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Gap {
    #[default]
    None,
    Space,
    /// White space with a line break of the source in it.
    Break,
    Cell,
    Line,
    Block,
}

impl Writer {
    /// Walks the tree without recursion, so that no page can exhaust the stack.
    fn write(&mut self, root: ElementRef<'_>) {
        let mut current = None;
        let line = root.ancestors().collect::<Vec<_>>().into_iter().rev().chain([*root]);
        for element in line.filter_map(ElementRef::wrap) {
            let name = element.value().name();
            let same =
                element.prev_siblings().filter_map(ElementRef::wrap).filter(|e| e.value().name() == name);
            self.counts.insert((current, name.into()), same.count());
            current = Some(self.enter(current, element.value()));
        }
        let mut skipped = 0_usize;
        for edge in root.traverse() {
            match edge {
                Edge::Open(node) => match node.value() {
                    Node::Element(_) if skipped > 0 => skipped += 1,
                    // The root was entered with its ancestors.
                    Node::Element(_) if node.id() == root.id() => {}
                    Node::Element(element) => {
                        let entered = self.enter(current, element);
                        if unread(element) {
                            skipped = 1;
                        } else {
                            current = Some(entered);
                            self.gap = self.gap.max(gap_of(element));
                        }
                    }
                    Node::Text(text) if skipped == 0 => {
                        if let Some(element) = current {
                            self.run(text, element);
                        }
                    }
                    _ => {}
                },
                Edge::Close(node) => {
                    if let Node::Element(element) = node.value() {
                        if skipped > 0 {
                            skipped -= 1;
                        } else {
                            self.gap = self.gap.max(gap_of(element));
                            current = current.and_then(|c| self.elements[c].0);
                        }
                    }
                }
            }
        }
    }

    fn enter(&mut self, parent: Option<usize>, element: &Element) -> usize {
        let nth = self.counts.entry((parent, element.name().into())).or_default();
        *nth += 1;
        self.elements.push((parent, element.name().into(), *nth));
        self.elements.len() - 1
    }

    fn run(&mut self, text: &str, element: usize) {
        for word in text.split_inclusive([' ', '\t', '\n', '\r', '\x0C']) {
            let (word, white) = match word.char_indices().next_back() {
                Some((at, c)) if matches!(c, ' ' | '\t' | '\n' | '\r' | '\x0C') => (&word[..at], Some(c)),
                _ => (word, None),
            };
            if !word.is_empty() {
                self.word(word, element);
            }
            self.gap = self.gap.max(match white {
                Some('\n') => Gap::Break,
                Some(_) => Gap::Space,
                None => Gap::None,
            });
        }
    }

    fn word(&mut self, word: &str, element: usize) {
        // A line break of the source between two Han characters is no space (CSS Text Level 3, segment breaks).
        let wide = |c: Option<char>| {
            c.is_some_and(|c| is_han(c) || matches!(c, '\u{3000}'..='\u{303F}' | '！'..='｠'))
        };
        if !self.text.is_empty() {
            self.text.push_str(match self.gap {
                Gap::None => "",
                Gap::Break if wide(self.text.chars().next_back()) && wide(word.chars().next()) => "",
                Gap::Break | Gap::Space => " ",
                Gap::Cell => "\t",
                Gap::Line => "\n",
                Gap::Block => "\n\n",
            });
        }
        self.gap = Gap::None;
        if self.runs.last().is_none_or(|&(_, e)| e != element) {
            self.runs.push((self.text.len(), element));
        }
        self.text.push_str(word);
    }

    fn finish(&mut self) -> String {
        std::mem::take(&mut self.text)
    }
}

fn unread(element: &Element) -> bool {
    DROPPED.contains(&element.name())
        || element.attr("hidden").is_some()
        || element.attr("aria-hidden") == Some("true")
        || matches!(
            element.attr("role"),
            Some("navigation" | "banner" | "contentinfo" | "complementary" | "search")
        )
}

fn gap_of(element: &Element) -> Gap {
    match element.name() {
        "br" => Gap::Line,
        "td" | "th" => Gap::Cell,
        name if BLOCKS.contains(&name) => Gap::Block,
        _ => Gap::None,
    }
}
