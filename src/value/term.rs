//! The time in which an office is or was held.

use super::{Date, named::named};
use crate::Span;
use std::fmt;

/// A date that the text puts beside an office: when it is or was held, when it began or ended.
///
/// ```
/// use newsfacts::{Extractor, value::{Term, TermSense}};
///
/// let text = "Eva Lind, finansminister sedan 2022, höjer prognosen.";
/// let official = Extractor::new().officials(text).next().unwrap().into_value();
/// let term: &Term = official.offices()[0].term().unwrap();
/// assert_eq!(term.sense(), TermSense::Since);
/// assert_eq!(term.date().timex(), "2022");
/// assert_eq!(&text[term.span()], "2022");
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[cfg_attr(
    feature = "serde",
    derive(serde::Serialize, serde::Deserialize),
    serde(into = "Written", from = "Written")
)]
#[non_exhaustive]
pub struct Term {
    pub(crate) sense: TermSense,
    pub(crate) span: Span,
    pub(crate) date: Date,
}

impl Term {
    /// What the date says of the office.
    pub fn sense(&self) -> TermSense {
        self.sense
    }

    /// The date or range of dates. What it lacks (a year) is read by the words of its own paragraph and the day of publication
    /// alone.
    pub fn date(&self) -> &Date {
        &self.date
    }

    /// Where the date stands in the document.
    pub fn span(&self) -> Span {
        self.span
    }
}

impl fmt::Display for Term {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.sense.name(), self.date)
    }
}

/// What a date says of the office that it stands beside.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum TermSense {
    /// The office is or was held in that time: *statsminister 1976–1978*, 2013年至2018年任省长.
    During,
    /// It is held since then, or began then: *finansminister sedan 2022*, 2020年起任市长.
    Since,
    /// It ended then: *avgick i maj 2024*, 2018年卸任.
    Until,
}

named!(TermSense, "sense of a term", {
    During "during",
    Since "since",
    Until "until",
});

/// A term as it is written: `sense`, `start` and `end` of the date in bytes, then its fields.
#[cfg(feature = "serde")]
#[derive(Clone, serde::Serialize, serde::Deserialize)]
struct Written {
    sense: TermSense,
    start: usize,
    end: usize,
    #[serde(flatten)]
    date: Date,
}

#[cfg(feature = "serde")]
impl From<Term> for Written {
    fn from(Term { sense, span, date }: Term) -> Self {
        Self { sense, start: span.start(), end: span.end(), date }
    }
}

#[cfg(feature = "serde")]
impl From<Written> for Term {
    fn from(Written { sense, start, end, date }: Written) -> Self {
        Self { sense, span: Span::new(start, end), date }
    }
}
