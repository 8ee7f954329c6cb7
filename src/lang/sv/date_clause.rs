//! What the clause of a Swedish date says of where it lies: ahead, behind, or nothing.

use super::date_guards::Around;
use crate::kind::date::{Cue, DateClass, Sentence};
use std::ops::Range;

/// Words before a date that a verb is looked for among.
const BEFORE: usize = 6;

/// Words after a date that a verb is looked for among.
const AFTER: usize = 3;

/// Characters of a clause that are read back from a date.
const CLAUSE: usize = 60;

/// Characters that a word is read to at most.
const WORD: usize = 24;

/// What the verb of a date's own clause says of it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Tense {
    /// It has happened: *öppnades den 3 mars*.
    Past,
    /// An event in the present tense is one to come: *öppnar den 3 mars*.
    Event,
    /// Nothing: *planerades till den 3 mars*.
    Planned,
}

impl Around<'_> {
    /// Whether something is compared with the date.
    pub(super) fn is_compared(&self) -> bool {
        self.introduced().has(DateClass::Compared)
    }

    /// What the clause says of where the date lies.
    pub(super) fn cue(&self, sentence: &Sentence) -> Cue {
        let near = self.introduced();
        if near.has(DateClass::Behind) {
            return Cue::Behind;
        }
        if near.has(DateClass::Since) {
            return Cue::Told;
        }
        if near.any(&[DateClass::Earlier, DateClass::Later]) && !near.has(DateClass::Preposition) {
            return Cue::None;
        }
        match self.tense() {
            Some(Tense::Past) => return Cue::Told,
            Some(Tense::Event) => return Cue::Ahead,
            _ => {}
        }
        let clause = self.clause(sentence);
        let says = |classes: &[DateClass]| self.says(clause.clone(), classes);
        let limit = near.has(DateClass::Limit) && !says(&[DateClass::Past, DateClass::Perfect]);
        if limit || says(&[DateClass::Plan]) { Cue::Ahead } else { Cue::None }
    }

    /// Whether a verb of these places is in the past tense.
    pub(super) fn reports(&self) -> bool {
        self.says(self.start..self.end, &[DateClass::Past])
    }

    /// The clause before the date.
    fn clause(&self, sentence: &Sentence) -> Range<usize> {
        let block = self.block();
        let from = self.start.saturating_sub(CLAUSE).max(sentence.start);
        let opens = |&i: &usize| matches!(block.get(i), ',' | ';' | ':' | '(' | '"');
        (from..self.start).rev().find(opens).map_or(from, |i| i + 1)..self.start
    }

    fn says(&self, places: Range<usize>, classes: &[DateClass]) -> bool {
        self.words.guards.in_clause(self.text.lexicon, self.text.block, places, classes).is_some()
    }

    /// The verb that starts at a place.
    fn verb(&self, at: usize) -> Option<Tense> {
        let word = self.words.guards.word(self.text.lexicon, self.text.block, at);
        let tenses = [
            (DateClass::Planned, Tense::Planned),
            (DateClass::Event, Tense::Event),
            (DateClass::Past, Tense::Past),
        ];
        tenses.iter().find(|(class, _)| word.has(*class)).map(|(_, tense)| *tense)
    }

    /// What the verb next to a date says, before it or after it in the same clause; nothing if there is no verb that is
    /// known, if the date hangs on a noun (*biljetter till festen den 3 mars*), or if the two sides differ.
    fn tense(&self) -> Option<Tense> {
        match (self.verb_before()?, self.verb_after()) {
            (Some(a), Some(b)) if a != b => None,
            (Some(found), _) | (None, Some(found)) => Some(found),
            (None, None) => None,
        }
    }

    /// The verb before a date in its clause; `None` if the date hangs on a noun.
    fn verb_before(&self) -> Option<Option<Tense>> {
        let block = self.block();
        let mut at = self.start;
        let mut bound = false;
        for _ in 0..3 {
            let near = self.before(at);
            if !near.any(&[DateClass::Preposition, DateClass::Bound]) {
                break;
            }
            bound |= near.has(DateClass::Bound);
            at = near.edge;
        }
        for _ in 0..BEFORE {
            let stop = at.checked_sub(1).filter(|&i| block.get(i) == ' ' && block.before(i).is_alphabetic());
            let Some(stop) = stop else { break };
            let inside = |&i: &usize| block.get(i).is_alphanumeric() || block.get(i) == '-';
            let from = (stop.saturating_sub(WORD)..stop).rev().take_while(inside).last().unwrap_or(stop);
            if let Some(found) = self.verb(from) {
                // Of what was, "till den 3 mars" says when it was to end.
                return Some(Some(found).filter(|t| !bound || *t == Tense::Event));
            }
            let word = self.words.guards.word(self.text.lexicon, block, from);
            if word.has(DateClass::Opens) {
                break;
            }
            if word.has(DateClass::Hangs) {
                return None;
            }
            at = from;
        }
        Some(None)
    }

    /// The verb after a date in its clause.
    fn verb_after(&self) -> Option<Tense> {
        let block = self.block();
        let mut at = self.end;
        for _ in 0..AFTER {
            if block.get(at) != ' ' || !block.get(at + 1).is_alphabetic() {
                break;
            }
            let from = at + 1;
            if let Some(tense) = self.verb(from) {
                return Some(tense);
            }
            let word = self.words.guards.word(self.text.lexicon, block, from);
            if word.any(&[DateClass::Opens, DateClass::Joins]) {
                break;
            }
            let inside = |&i: &usize| block.get(i).is_alphanumeric() || block.get(i) == '-';
            at = (from..from + WORD).find(|i| !inside(i)).unwrap_or(from + WORD);
        }
        None
    }
}
