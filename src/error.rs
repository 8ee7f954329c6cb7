//! One opaque error for everything that can fail: building an extractor with foreign rows, and reading input.

/// What went wrong while building an [`Extractor`](crate::Extractor) or reading input.
///
/// Extraction itself never fails. The error is opaque so that causes can be added; ask the predicates, or
/// print it: the message names the table, line and column, or the input, that is at fault.
///
/// ```
/// use newsfacts::Language;
///
/// let error = "klingon".parse::<Language>().unwrap_err();
/// assert!(error.is_language());
/// assert_eq!(error.to_string(), "unknown language code `klingon`; known are `zh` and `sv`");
/// ```
///
/// Each cause has a question of its own, and that of a lexicon its place:
///
/// ```
/// use newsfacts::{Error, Extractor, Kind, Language, LexiconTable};
///
/// let rows = "form\tcode\nriksdaler\tABC";
/// let error: Error = Extractor::builder().lexicon(Language::Swedish, LexiconTable::Currencies, rows).build().unwrap_err();
/// assert!(error.is_lexicon());
/// assert_eq!(error.lexicon_place(), Some(("currencies", 2, "code")));
///
/// assert!("weather".parse::<Kind>().unwrap_err().is_name());
/// # #[cfg(feature = "html")] {
/// use newsfacts::{Article, ArticleOptions, Limits, decode};
///
/// assert!(decode(&[0, 0xFF, 1], None).unwrap_err().is_encoding());
/// assert!(ArticleOptions::new().with_body("div[").unwrap_err().is_selector());
/// let small = ArticleOptions::new().with_limits(Limits::default().with_bytes(3));
/// assert!(small.read("<p>en lång sida").unwrap_err().is_limit());
/// # }
/// ```
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error(transparent)]
pub struct Error(#[from] ErrorKind);

#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub(crate) enum ErrorKind {
    #[error("table `{table}`, line {line}, column `{column}`: {problem}")]
    Lexicon { table: String, line: usize, column: String, problem: String },
    #[error("unknown language code `{0}`; known are `zh` and `sv`")]
    Language(String),
    #[error("there is no {what} `{name}`")]
    Name { what: &'static str, name: String },
    #[cfg(feature = "html")]
    #[error("text in no encoding that can be read; stated: {stated}; tried: {tried}")]
    Undecodable { stated: String, tried: String },
    #[cfg(feature = "html")]
    #[error("page with more than {most} {what}")]
    Limit { what: &'static str, most: usize },
    #[cfg(feature = "html")]
    #[error("`{css}` is no CSS selector: {problem}")]
    Selector { css: String, problem: String },
}

impl Error {
    pub(crate) fn lexicon(table: &str, line: usize, column: &str, problem: impl Into<String>) -> Self {
        Self(ErrorKind::Lexicon { table: table.into(), line, column: column.into(), problem: problem.into() })
    }

    /// A lexicon row could not be read; [`lexicon_place`](Self::lexicon_place) says which.
    pub fn is_lexicon(&self) -> bool {
        matches!(self.0, ErrorKind::Lexicon { .. })
    }

    /// A language code is not known.
    pub fn is_language(&self) -> bool {
        matches!(self.0, ErrorKind::Language(_))
    }

    /// A name, as of a kind or a role, is not known.
    pub fn is_name(&self) -> bool {
        matches!(self.0, ErrorKind::Name { .. })
    }

    /// The bytes of a page are text in no encoding that can be read.
    #[cfg(feature = "html")]
    pub fn is_encoding(&self) -> bool {
        matches!(self.0, ErrorKind::Undecodable { .. })
    }

    /// A page is beyond one of the limits that it may be read in.
    #[cfg(feature = "html")]
    pub fn is_limit(&self) -> bool {
        matches!(self.0, ErrorKind::Limit { .. })
    }

    /// What was given as a CSS selector is none.
    #[cfg(feature = "html")]
    pub fn is_selector(&self) -> bool {
        matches!(self.0, ErrorKind::Selector { .. })
    }

    /// For a lexicon error: name of the table, line (from 1) and name of the column at fault.
    pub fn lexicon_place(&self) -> Option<(&str, usize, &str)> {
        match &self.0 {
            ErrorKind::Lexicon { table, line, column, .. } => Some((table, *line, column)),
            _ => None,
        }
    }
}
