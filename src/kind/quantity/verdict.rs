//! Verdicts: why a unit is no quantity.

/// Why a unit is no quantity.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Verdict {
    NoNumber,
    OtherWord,
    /// 数十亿元, *flera miljoner*: an amount, but no figure.
    NoFigure,
    /// 亿元 with no word that makes it a figure.
    BareMultiplier,
    WeakUnit,
    AnyMoney,
    PersonalName,
    MoreThanAll,
    NotPaid,
    NotSpent,
    NoRate,
    Counted,
    UnclearRange,
    TooLarge,
}

impl Verdict {
    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::NoNumber => "no number",
            Self::OtherWord => "part of another word",
            Self::NoFigure => "no figure",
            Self::BareMultiplier => "a multiplier alone",
            Self::WeakUnit => "a unit that needs more beside it",
            Self::AnyMoney => "any money at all",
            Self::PersonalName => "a personal name",
            Self::MoreThanAll => "more shares than there are",
            Self::NotPaid => "a numeral that nobody pays",
            Self::NotSpent => "a counter, not money",
            Self::NoRate => "points of no rate",
            Self::Counted => "counts something else",
            Self::UnclearRange => "an unclear range",
            Self::TooLarge => "too large",
        }
    }
}
