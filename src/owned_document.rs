//! A document that owns its text.

#[cfg(feature = "html")]
use crate::{Article, Error, decode, is_html};
use crate::{Document, Language, Region};
use jiff::civil;

/// A [`Document`] that owns its text, plain or of a page: it can be kept, sent, and read from JSON.
///
/// ```
/// use newsfacts::{Extractor, OwnedDocument, jiff::civil::date};
///
/// let kept = OwnedDocument::new(String::from("Mötet hölls i måndags.")).with_published(date(2025, 8, 13));
/// let day = Extractor::new().dates(&kept).next().unwrap();
/// assert_eq!(day.value().timex(), "2025-08-11");
/// ```
///
/// What it is given goes before what a page says of itself:
///
/// ```
/// # #[cfg(feature = "html")] {
/// use newsfacts::{Article, Language, OwnedDocument, Region, jiff::civil::date};
///
/// let page = Article::from_html("<html lang=zh><meta name=pubdate content=2025-08-13><p>票價為50元。")?;
/// let document = OwnedDocument::from(page).with_region(Region::HongKong);
/// assert_eq!((document.text(), document.article().is_some()), ("票價為50元。", true));
/// assert_eq!(document.document().published(), Some(date(2025, 8, 13)));
/// assert_eq!(document.document().region(), Some(Region::HongKong));
/// let swedish = document.with_language(Language::Swedish);
/// assert_eq!(swedish.document().language(), Some(Language::Swedish));
/// # }
/// # Ok::<(), newsfacts::Error>(())
/// ```
///
/// With the feature `serde` it is read from `{"text" or "html", "lang"?, "reference_date"?, "region"?}`, as a line of a stream has
/// it: `lang` may be a whole tag such as `zh-Hant-TW`, `reference_date` a timestamp, and what is empty is not given.
///
/// ```
/// # #[cfg(feature = "serde")] {
/// use newsfacts::{Document, OwnedDocument};
///
/// let line = r#"{"lang": "zh-TW", "reference_date": "2025-08-13T06:00:00Z", "text": "票價為50元。", "region": ""}"#;
/// let read: OwnedDocument = serde_json::from_str(line).unwrap();
/// assert_eq!(Document::from(&read).region().unwrap().code(), "TW");
/// assert!(serde_json::from_str::<OwnedDocument>("{}").is_err());
/// # }
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[cfg_attr(feature = "serde", derive(serde::Deserialize), serde(try_from = "json::Fields"))]
pub struct OwnedDocument {
    /// Empty if there is a page, whose text is read.
    text: String,
    #[cfg(feature = "html")]
    article: Option<Article>,
    language: Option<Language>,
    published: Option<civil::Date>,
    region: Option<Region>,
}

impl OwnedDocument {
    /// A document of which only the text is known.
    pub fn new(text: impl Into<String>) -> Self {
        Self { text: text.into(), ..Self::default() }
    }

    /// Reads the bytes of a text or a page, whichever they [begin](is_html) as, in any encoding; `content_type` is the HTTP
    /// header of that name, if there was one.
    ///
    /// ```
    /// use newsfacts::OwnedDocument;
    ///
    /// let text = OwnedDocument::from_bytes(b"M\xf6te p\xe5 fredag.", None)?;
    /// let page = OwnedDocument::from_bytes(b"<p>M\xf6te p\xe5 fredag.", None)?;
    /// assert_eq!((text.text(), page.text()), ("Möte på fredag.", "Möte på fredag."));
    /// assert!(text.article().is_none() && page.article().is_some());
    /// # Ok::<(), newsfacts::Error>(())
    /// ```
    ///
    /// # Errors
    ///
    /// If the bytes are text in no encoding that can be read, or a page beyond a limit of [`Limits`](crate::Limits).
    #[cfg(feature = "html")]
    pub fn from_bytes(bytes: &[u8], content_type: Option<&str>) -> Result<Self, Error> {
        let text = decode(bytes, content_type)?;
        if is_html(&text) { Ok(Article::from_html(&text)?.into()) } else { Ok(Self::new(text)) }
    }

    /// With its date of publication.
    #[must_use]
    pub fn with_published(mut self, date: impl Into<Option<civil::Date>>) -> Self {
        self.published = date.into();
        self
    }

    /// With its language.
    #[must_use]
    pub fn with_language(mut self, language: impl Into<Option<Language>>) -> Self {
        self.language = language.into();
        self
    }

    /// With the region it was published in.
    #[must_use]
    pub fn with_region(mut self, region: impl Into<Option<Region>>) -> Self {
        self.region = region.into();
        self
    }

    /// The text; of a page its headline, lead and story.
    pub fn text(&self) -> &str {
        #[cfg(feature = "html")]
        if let Some(article) = &self.article {
            return article.text();
        }
        &self.text
    }

    /// The page that it was read from, if it was one.
    #[cfg(feature = "html")]
    pub const fn article(&self) -> Option<&Article> {
        self.article.as_ref()
    }

    /// The document, for an [`Extractor`](crate::Extractor).
    pub fn document(&self) -> Document<'_> {
        #[cfg(feature = "html")]
        let own = self.article.as_ref().map_or_else(|| Document::new(&self.text), Article::document);
        #[cfg(not(feature = "html"))]
        let own = Document::new(&self.text);
        let (language, published, region) = (own.language(), own.published(), own.region());
        own.with_language(self.language.or(language))
            .with_published(self.published.or(published))
            .with_region(self.region.or(region))
    }
}

#[cfg(feature = "html")]
impl From<Article> for OwnedDocument {
    fn from(article: Article) -> Self {
        Self { article: Some(article), ..Self::default() }
    }
}

impl<'t> From<&'t OwnedDocument> for Document<'t> {
    fn from(owned: &'t OwnedDocument) -> Self {
        owned.document()
    }
}

/// A document as a line of a stream has it.
#[cfg(feature = "serde")]
mod json {
    use super::*;

    #[derive(serde::Deserialize)]
    pub(super) struct Fields {
        text: Option<String>,
        html: Option<String>,
        lang: Option<String>,
        reference_date: Option<String>,
        region: Option<String>,
    }

    impl TryFrom<Fields> for OwnedDocument {
        type Error = String;

        fn try_from(fields: Fields) -> Result<Self, String> {
            let source = match (fields.text, fields.html) {
                (Some(text), None) => Self::new(text),
                #[cfg(feature = "html")]
                (None, Some(html)) => Article::from_html(&html).map_err(|e| e.to_string())?.into(),
                #[cfg(not(feature = "html"))]
                (None, Some(_)) => return Err("pages are read with the feature `html`".into()),
                _ => return Err("a document has either `text` or `html`".into()),
            };
            let given = |value: Option<String>| value.filter(|value| !value.trim().is_empty());
            let (tag, date) = (given(fields.lang), given(fields.reference_date));
            let language =
                tag.as_deref().map(str::parse::<Language>).transpose().map_err(|e| e.to_string())?;
            let region = given(fields.region).map(|code| code.trim().parse::<Region>()).transpose();
            let of_tag = || tag.as_deref()?.split(['-', '_']).skip(1).find_map(|part| part.parse().ok());
            Ok(source
                .with_language(language)
                .with_published(date.as_deref().map(day).transpose()?)
                .with_region(region.map_err(|e| e.to_string())?.or_else(of_tag)))
        }
    }

    /// The day of a date or a timestamp: `2025-08-13`, `2025-08-13T06:00:00Z`.
    fn day(text: &str) -> Result<civil::Date, String> {
        let date = text.trim().split(['T', ' ']).next().unwrap_or("");
        let shaped = date.len() == 10 && date.matches('-').count() == 2;
        let day = if shaped { date.parse().ok() } else { None };
        day.ok_or_else(|| {
            format!("`{text}` is not a date of the form YYYY-MM-DD that exists in the calendar")
        })
    }
}
