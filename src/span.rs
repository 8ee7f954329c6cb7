//! Where something stands in a text.

use std::{fmt, ops};

/// A half-open range of bytes in the caller's text, on character boundaries.
///
/// ```
/// use newsfacts::Span;
///
/// let text = "上涨5%。";
/// let span = Span::new(6, 8);
/// assert_eq!(&text[span], "5%");
/// assert_eq!((span.start(), span.end(), span.len()), (6, 8, 2));
/// ```
///
/// Spans can be compared, and are standard ranges where those are wanted:
///
/// ```
/// use newsfacts::Span;
///
/// let (whole, part) = (Span::new(0, 10), Span::new(4, 12));
/// assert!(whole.overlaps(part) && !whole.contains(part) && !part.is_empty());
/// assert_eq!(part.range(), 4..12);
/// ```
#[derive(Clone, Copy, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(from = "Bounds"))]
pub struct Span {
    start: usize,
    end: usize,
}

impl Span {
    /// The bytes from `start` to before `end`; an end before its start is taken as the start.
    pub const fn new(start: usize, end: usize) -> Self {
        Self { start, end: if end < start { start } else { end } }
    }

    /// First byte.
    pub const fn start(self) -> usize {
        self.start
    }

    /// The byte after the last.
    pub const fn end(self) -> usize {
        self.end
    }

    /// Length in bytes.
    pub const fn len(self) -> usize {
        self.end - self.start
    }

    /// Whether it holds no byte.
    pub const fn is_empty(self) -> bool {
        self.end == self.start
    }

    /// The span as a standard range.
    pub const fn range(self) -> ops::Range<usize> {
        self.start..self.end
    }

    /// Whether the two share a byte.
    pub const fn overlaps(self, other: Self) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// Whether `other` lies inside.
    pub const fn contains(self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }
}

impl fmt::Debug for Span {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}..{}", self.start, self.end)
    }
}

impl ops::Index<Span> for str {
    type Output = str;

    fn index(&self, span: Span) -> &str {
        &self[span.range()]
    }
}

impl ops::Index<Span> for String {
    type Output = str;

    fn index(&self, span: Span) -> &str {
        &self[span.range()]
    }
}

impl From<Span> for ops::Range<usize> {
    fn from(span: Span) -> Self {
        span.range()
    }
}

impl From<ops::Range<usize>> for Span {
    fn from(range: ops::Range<usize>) -> Self {
        Self::new(range.start, range.end)
    }
}

impl PartialEq<ops::Range<usize>> for Span {
    fn eq(&self, range: &ops::Range<usize>) -> bool {
        self.range() == *range
    }
}

/// The two ends as they are written; an end before its start is mended as in [`Span::new`].
#[cfg(feature = "serde")]
#[derive(serde::Deserialize)]
struct Bounds {
    start: usize,
    end: usize,
}

#[cfg(feature = "serde")]
impl From<Bounds> for Span {
    fn from(Bounds { start, end }: Bounds) -> Self {
        Self::new(start, end)
    }
}
