//! *I dag*: the day of writing, or nowadays.

use super::date_guards::Around;
use crate::{
    kind::date::{DateClass, Stated},
    kind::guard::ClassSet,
};

/// Words behind *i dag* in which the verb is looked for, and those before it.
const NEAR: usize = 4;

impl Around<'_> {
    /// Whether *i dag* means nowadays: it stands beside a state that is told of in the present tense, and not beside
    /// what happened, is planned or is made known on the day.
    pub(super) fn means_nowadays(&self, stated: &Stated) -> bool {
        if stated.time.is_some()
            || stated.part.is_some()
            || stated.weekday.is_some()
            || self.weekday_follows()
        {
            return false;
        }
        if self.before(self.start).has(DateClass::Nowadays) {
            return true;
        }
        // The verb stands next to it on either side, if it opens its clause, or between subject and verb.
        if let Some(verb) = self.word_on(self.end)
            && let Some(now) = self.tells_of_now(verb.start, verb.end)
        {
            return now;
        }
        let mut at = self.start;
        for n in 0..NEAR {
            let Some(word) = self.word_back(at) else { break };
            let classes = self.word_at(word.start);
            if let Some(now) =
                if n == 0 { self.tells_of_now(word.start, word.end) } else { self.known_now(classes) }
            {
                return now;
            }
            if classes.any(&[DateClass::Opens]) {
                break;
            }
            at = word.start;
        }
        false
    }

    /// What a verb says of *i dag*; nothing if it is none.
    fn tells_of_now(&self, start: usize, end: usize) -> Option<bool> {
        let classes = self.word_at(start);
        self.known_now(classes).or_else(|| {
            // arbetar, används: the present tense of any other verb
            let present = end - start > 3 && matches!(self.block().before(end), 'r' | 's');
            let lower = self.block().get(start).is_lowercase();
            (classes.is_empty() && present && lower).then_some(true)
        })
    }

    fn known_now(&self, classes: ClassSet<DateClass>) -> Option<bool> {
        let happens = [DateClass::Past, DateClass::Announces, DateClass::Plan, DateClass::Planned];
        match () {
            () if classes.has(DateClass::State) => Some(!self.done_on_the_day()),
            () if classes.any(&happens) || classes.has(DateClass::Event) => Some(false),
            () => None,
        }
    }

    /// Whether a participle or an announcement follows: *har i dag beslutat*, *kan i dag presentera*.
    fn done_on_the_day(&self) -> bool {
        let mut at = self.end;
        for _ in 0..NEAR {
            let Some(word) = self.word_on(at) else { return false };
            let classes = self.word_at(word.start);
            if classes.any(&[DateClass::Supine, DateClass::Announces]) {
                return true;
            }
            if classes.has(DateClass::Opens) {
                return false;
            }
            at = word.end;
        }
        false
    }
}
