//! A title: an office word with the bodies, places, levels and words of tenure before it.

use super::cores::Core;
use crate::value::{Country, Tenure};
use std::ops::Range;

/// An office with all that belongs to it.
#[derive(Debug, Clone)]
pub(super) struct Title {
    /// Where its first word begins.
    pub(super) start: usize,
    /// The office word, which ends the title.
    pub(super) core: Core,
    /// Where bodies, places and levels end; equal to `start` if there are none.
    pub(super) body: Range<usize>,
    /// The row of the body that the office belongs to.
    pub(super) kind: Option<u32>,
    /// The country that is named in the title, or that a body in it belongs to.
    pub(super) country: Option<Country>,
    /// How the office is held, as a word before it says: 前, 代理.
    pub(super) tenure: Tenure,
    /// Whether it is the office of a deputy: 副.
    pub(super) deputy: bool,
    /// Whether its own words say that its body has no public offices.
    pub(super) other: bool,
    /// Where the words before it begin that may say so as well: behind the title before it.
    pub(super) floor: usize,
    /// Whether it has a body or a country of its own.
    pub(super) owned: bool,
    /// Whether it begins with a country, place or level.
    pub(super) begun: bool,
    /// Whether the office is public whose holder is served: 总统|顾问.
    pub(super) served: Option<bool>,
}

impl Title {
    /// Where the office word ends.
    pub(super) fn end(&self) -> usize {
        self.core.end
    }

    /// Makes one title of two: 法国总统|外事顾问 is an adviser's, 市长|参选人 that of somebody who wants the office. Whether the
    /// first is public is known, and whether one of them is of a body that has no public offices.
    pub(super) fn join(&mut self, second: Title, public: bool, other: bool) {
        let seeks = second.tenure == Tenure::Candidate;
        let core = Core { end: second.core.end, ..if seeks { self.core } else { second.core } };
        *self = Self {
            start: self.start,
            core,
            body: if self.body.is_empty() { second.body } else { self.body.clone() },
            kind: if seeks { self.kind } else { second.kind.or(self.kind) },
            country: self.country.or(second.country),
            tenure: if second.tenure == Tenure::Current { self.tenure } else { second.tenure },
            deputy: if seeks { self.deputy } else { second.deputy },
            other,
            floor: self.start,
            owned: true,
            begun: self.begun,
            served: Some(public),
        };
    }
}
