//! What the author of a program knows about pages.

use super::{
    limits::Limits,
    tokens::Attributes,
    tree::{Id, Tree},
};
use crate::{Error, error::ErrorKind};
use jiff::civil;
use scraper::Selector;
use std::collections::HashSet;

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
///
/// Bytes are read in any encoding, within limits, and as on another day:
///
/// ```
/// use newsfacts::{ArticleOptions, Limits};
/// use newsfacts::jiff::civil::date;
///
/// let options = ArticleOptions::new().with_limits(Limits::default().with_bytes(1 << 20)).with_today(date(2025, 8, 20));
/// let page = options.read_bytes(b"<html lang=sv><h1>Bron klar</h1><div>13 augusti 2025</div><p>\xc4ntligen.", None)?;
/// assert_eq!((page.title(), page.published()), (Some("Bron klar"), Some(date(2025, 8, 13))));
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
    /// As [`Article::from_html`](crate::Article::from_html) reads pages.
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
}

/// The elements that the selectors of the options choose.
#[derive(Debug, Default)]
pub(super) struct Chosen {
    pub(super) body: Option<Id>,
    pub(super) date: Option<Id>,
    pub(super) dropped: HashSet<Id>,
}

impl ArticleOptions {
    /// The attributes that are asked for.
    pub(super) fn attributes(&self) -> Attributes {
        let given = self.body.is_some() || self.date.is_some() || self.dropped.is_some();
        if given { Attributes::All } else { Attributes::Read }
    }

    pub(super) fn choose(&self, tree: &Tree) -> Chosen {
        let given = [&self.body, &self.date, &self.dropped].map(Option::as_ref);
        let selectors: Vec<&Selector> = given.into_iter().flatten().collect();
        if selectors.is_empty() {
            return Chosen::default();
        }
        let mut found = tree.select(&selectors).into_iter();
        let mut next = |css: Option<&Selector>| css.and_then(|_| found.next()).unwrap_or_default();
        let [body, date, dropped] = given.map(&mut next);
        Chosen {
            body: body.first().copied(),
            date: date.first().copied(),
            dropped: dropped.into_iter().collect(),
        }
    }
}

fn selector(css: &str) -> Result<Selector, Error> {
    Selector::parse(css)
        .map_err(|e| ErrorKind::Selector { css: css.to_owned(), problem: e.to_string() }.into())
}
