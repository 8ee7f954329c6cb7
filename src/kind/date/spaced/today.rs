//! *I dag*: the day of writing, or nowadays.

use super::neighbours::DateNeighbours;
use crate::{
    kind::{
        date::{DateClass, DateWord, Stated},
        guard::ClassSet,
    },
    lexicon::Table,
};
use std::ops::Range;

/// Words behind *i dag* in which the verb is looked for, and those before it.
const NEAR: usize = 6;

impl DateNeighbours<'_> {
    /// Whether *i dag* means nowadays: it stands beside a state that is told of in the present tense, and not beside
    /// what happened, is planned or is made known on the day.
    pub(super) fn means_nowadays(&self, stated: &Stated) -> bool {
        if stated.time.is_some() || stated.part.is_some() || stated.weekday.is_some() || self.day_follows() {
            return false;
        }
        let before = self.before(self.start);
        if before.has(DateClass::Nowadays) {
            return true;
        }
        if before.has(DateClass::Announces) {
            return false;
        }
        // The verb stands next to it on either side, or a few words before it.
        let (last, mut next) = (self.word_back(self.start), self.word_on(self.end));
        // som vi i dag inte kan
        if let Some(word) = &next
            && self.word_at(word.start).has(DateClass::Adverb)
        {
            next = self.word_on(word.end);
        }
        let known = |word: &Option<Range<usize>>| self.known_now(self.word_at(word.as_ref()?.start));
        let guessed = |word: &Option<Range<usize>>| self.is_present(word.as_ref()?).then_some(true);
        known(&last)
            .or_else(|| known(&next))
            .or_else(|| self.verb_of_now())
            .or_else(|| guessed(&next))
            .or_else(|| guessed(&last))
            .unwrap_or(false)
    }

    /// What a verb a few words before *i dag* says of it.
    fn verb_of_now(&self) -> Option<bool> {
        let mut at = self.word_back(self.start)?.start;
        for _ in 1..NEAR {
            let word = self.word_back(at)?;
            let classes = self.word_at(word.start);
            if let Some(now) = self.known_now(classes) {
                return Some(now);
            }
            if classes.has(DateClass::Opens) {
                return None;
            }
            at = word.start;
        }
        None
    }

    /// Whether a word that no table knows looks like a verb in the present tense: *arbetar*, *används*.
    pub(super) fn is_present(&self, word: &Range<usize>) -> bool {
        let block = self.block();
        word.len() > 3
            && self.tables.grammar.ends(DateWord::Present, block, word.end)
            && block.get(word.start).is_lowercase()
            && self.word_at(word.start).is_empty()
            && !self.after(word.start).has(DateClass::Function)
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

    /// Whether the weekday or the day of the month stands behind it: *i dag, onsdag*, *i dag den 3 maj*.
    fn day_follows(&self) -> bool {
        let block = self.block();
        let at = self.end + usize::from(block.get(self.end) == ',') + 1;
        let lead = self.tables.grammar.lead(DateWord::DayLead, block, self.end + 1);
        self.text.longest(Table::Weekdays, at).is_some()
            || lead.is_some_and(|day| block.get(self.end) == ' ' && block.get(day).is_ascii_digit())
    }
}
