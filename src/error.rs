//! One opaque error for everything that can fail: building an extractor with foreign rows, and reading input.

/// What went wrong while building an [`Extractor`](crate::Extractor) or reading input.
///
/// Extraction itself never fails. The error is opaque so that causes can be added; ask the predicates, or
/// print it: the message names the table, line and column, or the input, that is at fault.
///
/// ```
/// use newsfacts::Language;
///
/// let error = "tlh".parse::<Language>().unwrap_err();
/// assert!(error.is_language());
/// assert_eq!(error.to_string(), "unknown language code `tlh`; known are `zh` and `sv`");
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
    #[error("`{0}` is not a date of the form YYYY-MM-DD that exists in the calendar")]
    Date(String),
    #[error("there is no {what} `{name}`")]
    Name { what: &'static str, name: String },
    #[error("not UTF-8 from byte {0} on")]
    Encoding(usize),
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

    /// A reference date is malformed or does not exist.
    pub fn is_date(&self) -> bool {
        matches!(self.0, ErrorKind::Date(_))
    }

    /// A name, as of a kind or a role, is not known.
    pub fn is_name(&self) -> bool {
        matches!(self.0, ErrorKind::Name { .. })
    }

    /// Input bytes are not UTF-8, or those of a page no text in any encoding that can be read.
    pub fn is_encoding(&self) -> bool {
        match self.0 {
            ErrorKind::Encoding(_) => true,
            #[cfg(feature = "html")]
            ErrorKind::Undecodable { .. } => true,
            _ => false,
        }
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

/// Reads bytes as text, or says from which byte on they are not UTF-8.
///
/// ```
/// assert_eq!(newsfacts::from_utf8("5 mars".as_bytes()).unwrap(), "5 mars");
/// assert!(newsfacts::from_utf8(b"caf\xe9").unwrap_err().is_encoding());
/// ```
pub fn from_utf8(bytes: &[u8]) -> Result<&str, Error> {
    std::str::from_utf8(bytes).map_err(|e| ErrorKind::Encoding(e.valid_up_to()).into())
}

/// Reads a reference date of the form `YYYY-MM-DD`.
///
/// ```
/// assert_eq!(newsfacts::parse_date("2025-08-13").unwrap(), jiff::civil::date(2025, 8, 13));
/// assert!(newsfacts::parse_date("2025-02-29").unwrap_err().is_date());
/// ```
pub fn parse_date(text: &str) -> Result<jiff::civil::Date, Error> {
    let shaped = text.len() == 10
        && text
            .bytes()
            .enumerate()
            .all(|(i, b)| if i == 4 || i == 7 { b == b'-' } else { b.is_ascii_digit() });
    shaped.then(|| text.parse().ok()).flatten().ok_or_else(|| ErrorKind::Date(text.into()).into())
}
