//! A news page: title, story, date and language of an HTML document.
//!
//! `bytes` makes text of bytes, `tokens` of text, `limits` a `tree` of tokens, `page` lines of the tree, with what `element` says of each
//! element. Over lines and metadata, `body` chooses the story, `title` the headline and `date` the day; `text` writes
//! them down. The names that sites use are in `tables`, the words that readers see in `words`.

mod beside;
mod body;
mod bytes;
mod date;
mod element;
mod jsonld;
mod letters;
mod limits;
mod meta;
mod names;
mod options;
mod page;
mod reference;
mod stamp;
mod tables;
mod text;
mod title;
mod tokens;
mod tree;
mod words;

pub use bytes::{decode, is_html};
pub use date::PublishedSource;
pub use limits::Limits;
pub use options::ArticleOptions;

use crate::{Document, Error, Language, Region};
use jiff::civil;
use meta::Metadata;
use once_cell::unsync::OnceCell;
use page::Page;
use stamp::Zone;
use tree::Id;

/// A page as a reader sees it.
///
/// [`text`](Self::text) holds the headline, the lead and the story: a blank line between blocks (paragraphs, headings,
/// list items), a line break for `<br>`, a tab between the cells of a table, nothing within a line; white space is
/// collapsed as a browser does, but for no-break spaces and soft hyphens, which stay. The story is the element with
/// the most prose; menus, lists of links, comments, notices, tools, hidden text and other stories are left out.
/// [`captions`](Self::captions), [`byline`](Self::byline) and [`section`](Self::section) are kept apart.
///
/// Pages that would take more than linear time are refused; see [`Limits`].
///
/// ```
/// use newsfacts::{Article, Extractor, Language, PublishedSource};
///
/// let page = Article::from_html(r#"<html lang="sv"><head><title>Budgeten klar - Norrposten</title>
///   <meta property="article:published_time" content="2025-08-12T22:30:00Z"></head>
///   <body><nav>Start</nav><article><h1>Budgeten klar</h1><p>Den läggs fram<br>på torsdag.</p></article></body></html>"#)?;
/// assert_eq!(page.title(), Some("Budgeten klar"));
/// assert_eq!(page.text(), "Budgeten klar\n\nDen läggs fram\npå torsdag.");
/// assert_eq!(page.body(), "Den läggs fram\npå torsdag.");
/// assert_eq!(page.published(), Some(jiff::civil::date(2025, 8, 13))); // in Sweden
/// assert_eq!(page.published_source(), Some(PublishedSource::Meta));
/// assert_eq!(page.language(), Language::Swedish);
///
/// let date = Extractor::new().dates(&page.document()).next().unwrap();
/// assert_eq!(date.value().timex(), "2025-08-14");
/// assert_eq!(page.element_at(date.span().start()).unwrap(), "html > body > article > p");
/// # Ok::<(), newsfacts::Error>(())
/// ```
///
/// What is kept apart from the text:
///
/// ```
/// use newsfacts::Article;
///
/// let page = Article::from_html(r#"<html lang="sv"><head><title>Hamnen byggs ut</title>
///   <meta name="author" content="Maja Lund"><meta property="article:section" content="Ekonomi">
///   <meta property="article:published_time" content="2025-08-13"><meta property="article:modified_time" content="2025-08-15">
///   </head><body><article><h1>Hamnen byggs ut</h1><figure><img src="h.jpg"><figcaption>Hamnen i går.</figcaption></figure>
///   <p>Arbetet börjar i höst, säger kommunen.</p></article></body></html>"#)?;
/// assert_eq!((page.byline(), page.section()), (Some("Maja Lund"), Some("Ekonomi")));
/// assert_eq!(page.modified(), Some(newsfacts::jiff::civil::date(2025, 8, 15)));
/// assert_eq!(page.captions().collect::<Vec<_>>(), ["Hamnen i går."]);
/// # Ok::<(), newsfacts::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Article {
    title: Option<String>,
    text: String,
    /// Where the body begins in the text.
    body: usize,
    published: Option<(civil::Date, PublishedSource)>,
    modified: Option<civil::Date>,
    byline: Option<String>,
    section: Option<String>,
    captions: Vec<String>,
    language: Language,
    region: Option<Region>,
    /// The elements that the text comes from.
    steps: Vec<text::Step>,
    /// From which byte of the text on it comes from which element.
    runs: Vec<(usize, usize)>,
}

impl Article {
    /// Reads a page. [`ArticleOptions`] reads it with what you know about it.
    ///
    /// # Errors
    ///
    /// If the page is beyond a limit of [`Limits`].
    pub fn from_html(html: &str) -> Result<Self, Error> {
        ArticleOptions::new().read(html)
    }

    /// Reads the bytes of a page in any encoding of the web; `content_type` is the HTTP header of that name, if there
    /// was one. See [`decode`] for how the encoding is known.
    ///
    /// ```
    /// use newsfacts::Article;
    ///
    /// let gbk = b"<meta charset=gbk><p>\xcf\xc2\xd4\xc2\xbf\xaa\xb9\xa4\xa1\xa3";
    /// assert_eq!(Article::from_bytes(gbk, None)?.text(), "下月开工。");
    /// # Ok::<(), newsfacts::Error>(())
    /// ```
    ///
    /// # Errors
    ///
    /// If the page is beyond a limit of [`Limits`], or its bytes are text in no encoding that can be read.
    pub fn from_bytes(bytes: &[u8], content_type: Option<&str>) -> Result<Self, Error> {
        ArticleOptions::new().read_bytes(bytes, content_type)
    }

    fn read(html: &str, options: &ArticleOptions) -> Result<Self, Error> {
        let tree = limits::parse(html.trim_start_matches('\u{FEFF}'), options.limits, options.attributes())?;
        let chosen = options.choose(&tree);
        let mut page = Page::new(&tree, &|id| chosen.dropped.contains(&id), chosen.body);
        let meta = Metadata::new(&page, &tree);
        let titles = title::Titles::new(&page, &meta);
        let stands = titles.stands(&page);
        let own = stands.as_ref().and_then(|at| beside::own(&page, at));
        if let (Some((_, lines)), Some(own)) = (&stands, own) {
            for line in beside::lines(&page, own, lines) {
                page.lines[line].beside = true;
            }
        }
        let page = page;
        let node = |id: Id| page.nodes.iter().position(|n| n.id == id);
        let at = stands.map_or(0..0, |(_, lines)| lines);
        let choice = body::Choice::new(&page, chosen.body.and_then(node), &at, own);
        let first_prose = choice.first_prose();
        let headline = titles.find(&page, first_prose);
        let story = choice.story(headline.as_ref());
        let (language, region) = language(&page, &meta, &story);
        let finland = meta.language().is_some_and(|tag| tag.to_ascii_lowercase().ends_with("fi"))
            || meta.top_level() == Some("fi");
        let dates = date::DateSources {
            page: &page,
            meta: &meta,
            story: &story,
            headline: headline.as_ref(),
            first: first_prose,
            zone: Zone::of(language, finland),
            latest: date::latest(options.today),
            chosen: chosen.date.and_then(node),
            foreign: date::foreign(&page, headline.as_ref(), first_prose),
            near: OnceCell::new(),
        };
        let published = dates.published();
        let modified = dates.modified().filter(|m| published.is_none_or(|(p, _)| *m >= p));

        let mut writer = text::Writer::default();
        if let Some(headline) = &headline {
            for part in &headline.parts {
                let between = title::separator(&writer.text);
                writer.copy(between, &page, part.clone());
            }
            if headline.parts.is_empty() {
                writer.run(&headline.text, headline.node);
            }
        }
        let head = writer.text.len();
        writer.lines(&page, &story.lines);
        let line = |l: &usize| page.line_text(*l).to_owned();
        let byline = || {
            let lines: Vec<String> = story.bylines.iter().map(line).collect();
            (!lines.is_empty()).then(|| lines.join("\n"))
        };
        let (text, runs, steps) = writer.finish(&page);
        Ok(Self {
            title: headline.map(|h| h.text),
            body: if head > 0 { (head + 2).min(text.len()) } else { 0 },
            text,
            published,
            modified,
            byline: meta.author().map(str::to_owned).or_else(byline),
            section: meta.section().map(str::to_owned),
            captions: story.captions.iter().map(line).collect(),
            language,
            region,
            steps,
            runs,
        })
    }

    /// The headline, without the name of the site.
    pub fn title(&self) -> Option<&str> {
        self.title.as_deref()
    }

    /// Headline, lead and story; spans of mentions refer to it.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Lead and story: the text without the headline that it begins with.
    pub fn body(&self) -> &str {
        &self.text[self.body..]
    }

    /// The date of publication, in the time zone of the page.
    ///
    /// A moment in UTC is moved to the zone of the language (China, Sweden, or Finland for a page from there). Days
    /// before 1995 and after tomorrow are not believed.
    pub fn published(&self) -> Option<civil::Date> {
        self.published.map(|(date, _)| date)
    }

    /// Where the date of publication was found.
    pub fn published_source(&self) -> Option<PublishedSource> {
        self.published.map(|(_, source)| source)
    }

    /// The date of the last change that the page states, if it is not before the publication.
    pub fn modified(&self) -> Option<civil::Date> {
        self.modified
    }

    /// Who wrote it, as the metadata or the lines under the headline say.
    pub fn byline(&self) -> Option<&str> {
        self.byline.as_deref()
    }

    /// The section of the site, as the metadata say.
    pub fn section(&self) -> Option<&str> {
        self.section.as_deref()
    }

    /// The texts under the pictures of the story.
    pub fn captions(&self) -> impl ExactSizeIterator<Item = &str> {
        self.captions.iter().map(String::as_str)
    }

    /// The language that the page states if it is one that can be read, else that of its script.
    pub fn language(&self) -> Language {
        self.language
    }

    /// Headline, lead and story with what is known about them, for an [`Extractor`](crate::Extractor).
    pub fn document(&self) -> Document<'_> {
        Document::new(&self.text)
            .with_language(self.language)
            .with_published(self.published())
            .with_region(self.region)
    }

    /// The element of the page that a byte of the text comes from: the first that this CSS selector matches. `None` for a byte beyond the end.
    /// A headline that stands nowhere on the page comes from its `<title>` or `<meta>`.
    pub fn element_at(&self, byte: usize) -> Option<String> {
        if byte >= self.text.len() {
            return None;
        }
        let run = self.runs.partition_point(|&(start, _)| start <= byte).checked_sub(1)?;
        Some(text::selector(&self.steps, self.runs[run].1))
    }
}

impl ArticleOptions {
    /// Reads a page.
    ///
    /// ```
    /// use newsfacts::ArticleOptions;
    ///
    /// let page = ArticleOptions::new().with_dropped("aside")?.read("<p>Bron är klar.<aside>Läs mer</aside>")?;
    /// assert_eq!(page.text(), "Bron är klar.");
    /// # Ok::<(), newsfacts::Error>(())
    /// ```
    ///
    /// # Errors
    ///
    /// If the page is beyond a limit.
    pub fn read(&self, html: &str) -> Result<Article, Error> {
        Article::read(html, self)
    }

    /// Reads the bytes of a page; see [`Article::from_bytes`].
    ///
    /// ```
    /// use newsfacts::ArticleOptions;
    ///
    /// let page = ArticleOptions::new().read_bytes(b"<p>\xc4ntligen.", Some("text/html; charset=iso-8859-1"))?;
    /// assert_eq!(page.text(), "Äntligen.");
    /// # Ok::<(), newsfacts::Error>(())
    /// ```
    ///
    /// # Errors
    ///
    /// If the page is beyond a limit, or its bytes are no text.
    pub fn read_bytes(&self, bytes: &[u8], content_type: Option<&str>) -> Result<Article, Error> {
        limits::check_bytes(bytes.len(), self.limits)?;
        Article::read(&bytes::decode(bytes, content_type)?, self)
    }
}

/// So many characters of the story are looked at for its script.
const SCRIPT: usize = 250;

/// The language of a page, and the region it was published in.
fn language(page: &Page<'_>, meta: &Metadata<'_>, story: &body::Story) -> (Language, Option<Region>) {
    let tag = meta.language();
    let stated = tag.and_then(|t| t.parse::<Language>().ok());
    // A template may state a language that its page is not written in.
    let told = || Language::told(story.lines.iter().flat_map(|&l| page.line_text(l).chars()).take(SCRIPT));
    let has_han = || story.lines.iter().take(2).any(|&l| page.line_text(l).contains(crate::text::is_han));
    let language = match stated {
        Some(Language::Swedish) if has_han() && told() == Some(Language::Chinese) => Language::Chinese,
        Some(Language::Other) => told().unwrap_or(Language::Other),
        Some(language) => language,
        None => told().unwrap_or(Language::Swedish),
    };
    let by_host = || meta.top_level()?.parse().ok();
    (language, tag.and_then(region).or_else(by_host))
}

/// The region of a language tag such as `zh-TW` or `zh_HK`.
fn region(tag: &str) -> Option<Region> {
    tag.split(['-', '_']).skip(1).find_map(|part| part.parse().ok())
}

#[cfg(feature = "serde")]
impl serde::Serialize for Article {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        use serde::ser::SerializeStruct;
        let mut out = serializer.serialize_struct("Article", 9)?;
        out.serialize_field("title", &self.title)?;
        out.serialize_field("text", &self.text)?;
        out.serialize_field("published", &self.published().map(|d| d.to_string()))?;
        out.serialize_field("published_source", &self.published_source().map(PublishedSource::name))?;
        out.serialize_field("modified", &self.modified.map(|d| d.to_string()))?;
        out.serialize_field("byline", &self.byline)?;
        out.serialize_field("section", &self.section)?;
        out.serialize_field("captions", &self.captions)?;
        out.serialize_field("language", self.language.code())?;
        out.end()
    }
}
