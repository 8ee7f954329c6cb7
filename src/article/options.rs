//! What the author of a program knows about pages, and what they may cost.

use super::Article;
use crate::{Error, error::ErrorKind};
use jiff::civil;
use scraper::Selector;

/// How large a page may be. What is larger is refused with an error that says [`is_limit`](Error::is_limit).
///
/// Time and memory are linear in the page within these limits, whatever it holds.
///
/// ```
/// use newsfacts::{ArticleOptions, Limits};
///
/// let strict = ArticleOptions::new().with_limits(Limits::default().with_nodes(3));
/// assert!(strict.read("<p>en<p>två<p>tre").unwrap_err().is_limit());
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    pub(super) bytes: usize,
    pub(super) nodes: usize,
    pub(super) depth: usize,
    pub(super) attributes: usize,
}

impl Default for Limits {
    /// 16 MiB, 500,000 nodes, 512 levels, 1,000 attributes.
    fn default() -> Self {
        Self { bytes: 16 << 20, nodes: 500_000, depth: 512, attributes: 1_000 }
    }
}

impl Limits {
    /// Bytes of the page, before and after its encoding is undone.
    #[must_use]
    pub const fn with_bytes(mut self, most: usize) -> Self {
        self.bytes = most;
        self
    }

    /// Elements, attributes and comments that the parser makes. It makes more than the page holds: an element of
    /// formatting that is left open is opened again in every paragraph.
    #[must_use]
    pub const fn with_nodes(mut self, most: usize) -> Self {
        self.nodes = most;
        self
    }

    /// Elements inside one another.
    #[must_use]
    pub const fn with_depth(mut self, most: usize) -> Self {
        self.depth = most;
        self
    }

    /// Attributes of one tag.
    #[must_use]
    pub const fn with_attributes(mut self, most: usize) -> Self {
        self.attributes = most;
        self
    }
}

/// How a page is read, for those who know their pages.
///
/// ```
/// use newsfacts::ArticleOptions;
///
/// let options = ArticleOptions::new().with_body("div.story")?.with_date("span.when")?.with_dropped(".pris")?;
/// let page = options.read(r#"<title>Hamnen</title><div>Annat</div><span class="when">13 augusti 2025</span>
///   <div class="story"><p>Hamnen byggs ut.</p><p class="pris">Läs för 9 kr</p></div>"#)?;
/// assert_eq!(page.body(), "Hamnen byggs ut.");
/// assert_eq!(page.published(), Some(jiff::civil::date(2025, 8, 13)));
///
/// assert!(ArticleOptions::new().with_body("div[").unwrap_err().is_selector());
/// # Ok::<(), newsfacts::Error>(())
/// ```
#[derive(Debug, Clone, Default)]
pub struct ArticleOptions {
    pub(super) body: Option<Selector>,
    pub(super) date: Option<Selector>,
    pub(super) dropped: Option<Selector>,
    pub(super) limits: Limits,
    pub(super) today: Option<civil::Date>,
}

impl ArticleOptions {
    /// As [`Article::from_html`] reads pages.
    pub fn new() -> Self {
        Self::default()
    }

    /// The story is the first element that this CSS selector matches, where one does.
    ///
    /// # Errors
    ///
    /// If it is no CSS selector.
    pub fn with_body(mut self, css: &str) -> Result<Self, Error> {
        self.body = Some(selector(css)?);
        Ok(self)
    }

    /// The date of publication stands in the first element that this CSS selector matches (in `datetime`, `content` or
    /// its text), where one does and it can be read.
    ///
    /// # Errors
    ///
    /// If it is no CSS selector.
    pub fn with_date(mut self, css: &str) -> Result<Self, Error> {
        self.date = Some(selector(css)?);
        Ok(self)
    }

    /// Elements that this CSS selector matches are not read.
    ///
    /// # Errors
    ///
    /// If it is no CSS selector.
    pub fn with_dropped(mut self, css: &str) -> Result<Self, Error> {
        self.dropped = Some(selector(css)?);
        Ok(self)
    }

    /// With limits of your own.
    #[must_use]
    pub const fn with_limits(mut self, limits: Limits) -> Self {
        self.limits = limits;
        self
    }

    /// With a day other than today's; a page cannot have been published later than the day after it.
    #[must_use]
    pub const fn with_today(mut self, today: civil::Date) -> Self {
        self.today = Some(today);
        self
    }

    /// Reads a page.
    ///
    /// # Errors
    ///
    /// If the page is beyond a limit.
    pub fn read(&self, html: &str) -> Result<Article, Error> {
        Article::read(html, self)
    }

    /// Reads the bytes of a page; see [`Article::from_bytes`].
    ///
    /// # Errors
    ///
    /// If the page is beyond a limit, or its bytes are no text.
    pub fn read_bytes(&self, bytes: &[u8], content_type: Option<&str>) -> Result<Article, Error> {
        super::limits::check_bytes(bytes.len(), self.limits)?;
        Article::read(&super::bytes::decode(bytes, content_type)?, self)
    }
}

fn selector(css: &str) -> Result<Selector, Error> {
    Selector::parse(css)
        .map_err(|e| ErrorKind::Selector { css: css.to_owned(), problem: e.to_string() }.into())
}
