//! How a length of time lies to a point of time, by the words beside it: *inom tre dagar*, *två veckor senare*, 未来三年.

use super::{
    date::DateClass,
    guard::{ClassSet, Guards, classes},
    pack::Pack,
};
use crate::{
    Error,
    lexicon::{Lexicon, Table},
    text::Block,
    value::{
        Anchored,
        TimeAnchor::{self, Event, Now},
        TimeDirection::{self, After, Before},
        TimeReach::{self, Point, Window, Within},
    },
};
use std::ops::Range;

/// Characters of a clause that are looked through to each side.
const CLAUSE: usize = 40;

classes! {
    /// The classes of the tables `duration-guards`.
    DurationClass {
        /// All of what ends now: *senaste*, 过去.
        Past "past",
        /// All of what begins now: *kommande*, 未来.
        Future "future",
        /// All of what ends at an event: *föregående*, 此前.
        Preceding "preceding",
        /// All of what begins at an event: *följande*, 此后.
        Following "following",
        /// Some time in what begins now, or at an event: *inom*, 内.
        Inside "inside",
        /// The far end of what begins now: *om*, 再过.
        Ahead "ahead",
        /// The far end of what ends now, or at an event that stands before it: *sedan*, 前.
        Ago "ago",
        /// The far end of what begins at an event: *senare*, 时隔.
        Later "later",
        /// The same, or of what begins now where the clause plans: 后.
        Hence "hence",
        /// The far end of what ends at an event: *tidigare*, 提前.
        Earlier "earlier",
    }
}

/// Where no word but its class decides.
const PLAIN: [(DurationClass, TimeDirection, TimeAnchor, TimeReach); 7] = [
    (DurationClass::Past, Before, Now, Window),
    (DurationClass::Future, After, Now, Window),
    (DurationClass::Preceding, Before, Event, Window),
    (DurationClass::Following, After, Event, Window),
    (DurationClass::Ahead, After, Now, Point),
    (DurationClass::Later, After, Event, Point),
    (DurationClass::Earlier, Before, Event, Point),
];

/// Reads the words beside lengths of time.
#[derive(Debug)]
pub(super) struct Anchors {
    guards: Guards<DurationClass>,
    /// What the words of dates say of a clause.
    dates: Guards<DateClass>,
    /// Whether a verb that tells of the past does so by its form; else it may be demanded as well: 须在两周内答复.
    tensed: bool,
}

impl Anchors {
    pub(super) fn new(pack: &Pack, lexicon: &Lexicon) -> Result<Self, Error> {
        Ok(Self {
            guards: Guards::new(lexicon, Table::DurationGuards, pack.spaced)?,
            dates: Guards::new(lexicon, Table::DateGuards, pack.spaced)?,
            tensed: pack.spaced,
        })
    }

    /// The start of a word that may stand between a number and its unit: *de tre senaste åren*.
    pub(super) fn between(&self, lexicon: &Lexicon, block: &Block<'_>, unit: usize) -> Option<usize> {
        let word = self.guards.before(lexicon, block, unit);
        let stretch =
            [DurationClass::Past, DurationClass::Future, DurationClass::Preceding, DurationClass::Following];
        word.any(&stretch).then_some(word.edge)
    }

    /// How the length of some places lies; `since`: its own words say that it ends now.
    pub(super) fn of(
        &self,
        lexicon: &Lexicon,
        block: &Block<'_>,
        places: Range<usize>,
        inner: Option<usize>,
        since: bool,
    ) -> Option<Anchored> {
        let lead = self.guards.before(lexicon, block, places.start);
        let inside = inner.map_or(ClassSet::default(), |at| self.guards.word(lexicon, block, at).classes);
        let tail = self.guards.after(lexicon, block, places.end);
        let all = lead.classes.join(inside).join(tail.classes);
        let clause = self.clause(block, &places);
        let says = |class| self.dates.in_clause(lexicon, block, clause.clone(), &[class]).is_some();
        let event = || self.dates.before(lexicon, block, places.start).has(DateClass::Happened);
        let told = || {
            event()
                || (self.tensed && says(DateClass::Past) || says(DateClass::Perfect))
                    && !says(DateClass::Plan)
        };
        let anchored = |direction, anchor, reach| Some(Anchored { direction, anchor, reach });
        let plain = || PLAIN.iter().find(|(class, ..)| all.has(*class));
        if all.has(DurationClass::Inside) {
            return match plain() {
                Some(&(_, direction, anchor, reach)) => {
                    anchored(direction, anchor, if reach == Window { Window } else { Within })
                }
                None => anchored(After, if told() { Event } else { Now }, Within),
            };
        }
        // ett avtal om tre år: as long as that
        let about = || self.dates.before(lexicon, block, lead.edge).has(DateClass::Length);
        if lead.has(DurationClass::Ahead) && about() {
            return None;
        }
        if let Some(&(_, direction, anchor, reach)) = plain() {
            return anchored(direction, anchor, reach);
        }
        match () {
            () if since => anchored(Before, Now, Window),
            () if all.has(DurationClass::Ago) => anchored(Before, if event() { Event } else { Now }, Point),
            () if all.has(DurationClass::Hence) => {
                let now = says(DateClass::Plan) && !event();
                anchored(After, if now { Now } else { Event }, Point)
            }
            () => None,
        }
    }

    /// The clause around some places, or what is near of it.
    fn clause(&self, block: &Block<'_>, places: &Range<usize>) -> Range<usize> {
        let stops = |i: usize| matches!(block.get(i), ',' | ';' | ':');
        let floor = places.start.saturating_sub(CLAUSE).max(block.sentence_start(places.start));
        let from = (floor..places.start).rev().find(|&i| stops(i)).map_or(floor, |i| i + 1);
        let ceiling = (places.end + CLAUSE).min(block.sentence_end(places.end));
        let to = (places.end..ceiling).find(|&i| stops(i)).unwrap_or(ceiling);
        from..to
    }
}
