//! What is known when a date is settled, and what comes of it.

use crate::value::{DatePart, Origin, Origins, Period};
use jiff::civil;

/// What the clause says of where a date lies.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Cue {
    /// Nothing.
    None,
    /// Ahead: 将, *väntas*.
    Ahead,
    /// Behind: 已, *redan*.
    Behind,
    /// A report of what has happened. Its dates may lie a little ahead of a reference date that is not exact, but not
    /// in another year.
    Report,
    /// The same of the very verb that the date belongs to, which settles it for holidays too.
    Told,
}

/// A year as it is known: `year` is `None` if only the reference date, which is unknown, could tell.
#[derive(Debug, Clone, Copy)]
pub(super) struct Told {
    pub(super) year: Option<i16>,
    pub(super) origin: Origin,
}

/// A year that dates after it may belong to.
#[derive(Debug, Clone, Copy)]
pub(super) struct Carried {
    /// `None` if it cannot be read.
    pub(super) year: Option<i16>,
    /// The first of two years of which the later months of the one and the earlier of the other are told: *läsåret 2025/26*,
    /// *vintern 2023/24*.
    pub(super) first: Option<i16>,
    /// Where its mention ended.
    pub(super) end: usize,
    /// Whether it is that of a narrative, which goes on over clauses: it stood with a month, or opened the sentence.
    pub(super) narrative: bool,
}

/// A dated mention.
#[derive(Debug, Clone, Copy)]
pub(super) struct Last {
    pub(super) year: Option<i16>,
    pub(super) month: Option<i8>,
    pub(super) day: Option<civil::Date>,
    pub(super) sentence: usize,
    pub(super) end: usize,
}

/// A period that was settled, and where its parts come from.
#[derive(Debug, Clone, Copy)]
pub(super) struct Settled {
    pub(super) period: Period,
    pub(super) origins: Origins,
    pub(super) alternative: Option<Period>,
}

impl From<Period> for Settled {
    fn from(period: Period) -> Self {
        Self { period, origins: Origins::stated(period), alternative: None }
    }
}

impl Settled {
    /// A period of which the reference date says all.
    pub(super) fn reference(period: Period) -> Self {
        [DatePart::Year, DatePart::Month, DatePart::Week, DatePart::Day]
            .into_iter()
            .fold(Self::from(period), |settled, part| settled.with(part, Origin::Reference))
    }

    pub(super) fn origin(&self, part: DatePart) -> Option<Origin> {
        self.origins.get(part)
    }

    pub(super) fn with(self, part: DatePart, origin: Origin) -> Self {
        Self { origins: self.origins.with(part, origin), ..self }
    }
}

/// What is known beside the words of a date when it is settled.
#[derive(Debug, Clone, Copy)]
pub(super) struct Constraints {
    pub(super) year: Option<Told>,
    pub(super) cue: Cue,
    /// The first end of a range whose second end is settled.
    pub(super) after: Option<Period>,
}

impl Constraints {
    /// The same for a feast, of which reports tell before it comes.
    pub(super) fn of_feast(self) -> Self {
        let cue = if self.cue == Cue::Report { Cue::None } else { self.cue };
        Self { cue, ..self }
    }
}
