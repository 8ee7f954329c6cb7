//! Why a reading was taken or dropped: the verdicts of the kinds, for those who write rules.

use crate::{Kind, Span};

/// A reading that a kind considered, and what became of it; see [`Extractor::explain`](crate::Extractor::explain).
///
/// ```
/// use newsfacts::{Decision, Extractor, Kind};
///
/// let text = "Mötet hålls den 5 maj 2025.";
/// let decisions = Extractor::new().explain(text);
/// let Decision { span, kind, taken, verdict, .. } = decisions[0];
/// assert_eq!((&text[span], kind, taken), ("den 5 maj 2025", Kind::Date, true));
/// assert!(!verdict.is_empty());
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Decision {
    /// What was considered, in bytes of the text.
    pub span: Span,
    /// The kind that considered it.
    pub kind: Kind,
    /// Whether it was taken; another kind may still have won the place.
    pub taken: bool,
    /// The verdict: a word for the rule that decided, such as `length` or `count`.
    pub verdict: &'static str,
}
