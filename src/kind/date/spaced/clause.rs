//! What the clause of a date says of where it lies: ahead, behind, or nothing.

use super::neighbours::DateNeighbours;
use crate::{
    kind::{
        date::{Cue, DateClass, DateWord, Sentence, seen::Passed},
        guard::{ClassSet, Neighbour},
    },
    lexicon::Table,
};
use std::ops::Range;

/// Words before a date that a verb is looked for among, figures and what they count aside.
const BEFORE: usize = 8;

/// The same with them.
const FAR_BEFORE: usize = 16;

/// Words after a date that a verb is looked for among.
const AFTER: usize = 3;

/// Words behind a verb that the main verb is looked for among.
const FORWARD: usize = 8;

/// Characters of a clause that are read back from a date.
const CLAUSE: usize = 60;

/// Characters that a word is read to at most.
const WORD: usize = 24;

/// What may stand between a date and the clause that it belongs to.
const LEADS: [DateClass; 7] = [
    DateClass::Preposition,
    DateClass::Bound,
    DateClass::From,
    DateClass::Start,
    DateClass::Mid,
    DateClass::End,
    DateClass::Focus,
];

/// What the verb of a date's own clause says of it.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Tense {
    /// It has happened: *öppnades den 3 mars*.
    Past,
    /// It is to come, which the present tense of an event says too: *öppnar den 3 mars*.
    Coming,
    /// Nothing: *planerades till den 3 mars*.
    Planned,
}

impl DateNeighbours<'_> {
    /// What the clause says of where the date lies.
    pub(super) fn cue(&self, sentence: &Sentence) -> Cue {
        let near = self.introduced();
        let tense = || self.tense();
        let clause = self.clause(sentence);
        let says = |classes: &[DateClass]| self.says(clause.clone(), classes);
        if near.has(DateClass::Since) {
            return Cue::Told;
        }
        if near.any(&[DateClass::Earlier, DateClass::Later])
            && !near.any(&[DateClass::Preposition, DateClass::Limit])
        {
            // måste vara inskickade före den 15 januari
            let demanded = says(&[DateClass::Plan, DateClass::Must]) && !says(&[DateClass::Perfect]);
            // Efter årsskiftet ska avgiften höjas.
            let coming = || self.is_fronted_limit() && self.verb_after() == Some(Tense::Coming);
            // Avgiften höjs efter årsskiftet.
            let ahead = demanded && !self.is_hearsay(&clause) || coming() || tense() == Some(Tense::Coming);
            return if ahead { Cue::Ahead } else { Cue::None };
        }
        match tense() {
            Some(Tense::Past) => return Cue::Told,
            Some(Tense::Coming) => return Cue::Ahead,
            _ if near.has(DateClass::Behind) => return Cue::Behind,
            _ => {}
        }
        let limit = near.has(DateClass::Limit) && !says(&[DateClass::Past, DateClass::Perfect]);
        let plan = says(&[DateClass::Plan]);
        match () {
            () if plan && self.is_hearsay(&clause) => Cue::Told,
            () if plan || limit => Cue::Ahead,
            () => Cue::None,
        }
    }

    /// Whether a clause tells what is said to have happened: *ska ha betalat*, *ska två elever delat ut slag*.
    fn is_hearsay(&self, clause: &Range<usize>) -> bool {
        let found = self.text.in_clause(&self.tables.guards, clause.clone(), &[DateClass::Plan]);
        found.is_some_and(|(_, plan)| self.happened(plan.edge))
    }

    /// Whether the participle of a perfect follows in the clause, and no infinitive before it.
    fn happened(&self, from: usize) -> bool {
        let mut at = from;
        for _ in 0..FORWARD {
            let Some(word) = self.word_on(at) else { return false };
            let classes = self.word_at(word.start);
            if classes.has(DateClass::Supine) {
                return true;
            }
            if classes.any(&[DateClass::Copula, DateClass::Opens]) || self.is_infinitive(&word) {
                return false;
            }
            at = word.end;
        }
        false
    }

    /// Whether a word looks like an infinitive, or is a verb of the perfect: *betala*, not *eleverna*.
    fn is_infinitive(&self, word: &Range<usize>) -> bool {
        let block = self.block();
        let ends = |class| self.tables.grammar.ends(class, block, word.end);
        word.len() > 3
            && ends(DateWord::Infinitive)
            && !ends(DateWord::NotInfinitive)
            && !self.after(word.start).has(DateClass::Counted)
    }

    /// Whether a verb of these places is in the past tense.
    pub(super) fn reports(&self) -> bool {
        self.says(self.start..self.end, &[DateClass::Past])
    }

    /// The clause before the date.
    fn clause(&self, sentence: &Sentence) -> Range<usize> {
        let block = self.block();
        let from = self.start.saturating_sub(CLAUSE).max(sentence.start);
        let opens = |c| matches!(c, ',' | ';' | ':' | '(' | '"');
        let sign = self.text.quiet(0).last(from, self.start, |i| opens(block.get(i)));
        sign.map_or(from, |i| i + 1)..self.start
    }

    pub(super) fn says(&self, places: Range<usize>, classes: &[DateClass]) -> bool {
        self.text.in_clause(&self.tables.guards, places, classes).is_some()
    }

    /// The word before a place, over a space.
    pub(super) fn word_back(&self, at: usize) -> Option<Range<usize>> {
        let block = self.block();
        let stop = at.checked_sub(1).filter(|&i| block.get(i) == ' ' && block.before(i).is_alphabetic())?;
        let before = &block.chars[stop.saturating_sub(WORD)..stop];
        let len = before.iter().rev().take_while(|&&c| inside(c)).count();
        Some(stop - len..stop)
    }

    /// The start of a number before a place, over a space.
    fn number_back(&self, at: usize) -> Option<usize> {
        let block = self.block();
        let stop = at.checked_sub(1).filter(|&i| block.get(i) == ' ' && block.before(i).is_ascii_digit())?;
        let figure = |&i: &usize| block.get(i).is_ascii_digit() || matches!(block.get(i), ',' | '.');
        (stop.saturating_sub(WORD)..stop).rev().take_while(figure).last()
    }

    /// The word after a place, over a space.
    pub(super) fn word_on(&self, at: usize) -> Option<Range<usize>> {
        let block = self.block();
        if block.get(at) != ' ' || !block.get(at + 1).is_alphabetic() {
            return None;
        }
        let from = at + 1;
        let len = block.chars[from..].iter().take(WORD).take_while(|&&c| inside(c)).count();
        Some(from..from + len)
    }

    /// The classes of the word of a clause that starts at a place.
    pub(super) fn word_at(&self, at: usize) -> ClassSet<DateClass> {
        self.text.word(&self.tables.guards, at).classes
    }

    /// The verb that starts at a place.
    pub(super) fn verb(&self, at: usize) -> Option<Tense> {
        self.tense_of(at, &self.text.word(&self.tables.guards, at))
    }

    /// That of a word that starts at a place.
    fn tense_of(&self, at: usize, word: &Neighbour<DateClass>) -> Option<Tense> {
        if word.classes.is_empty() {
            return None;
        }
        if word.has(DateClass::Plan) {
            return Some(if self.happened(word.edge) { Tense::Past } else { Tense::Coming });
        }
        if word.has(DateClass::Perfect) && self.happened(word.edge) {
            return Some(Tense::Past);
        }
        // skulle avslutas: an infinitive, of a plan that was
        let planned = || self.word_back(at).is_some_and(|w| self.word_at(w.start).has(DateClass::Planned));
        if word.has(DateClass::Event) && planned() {
            return Some(Tense::Planned);
        }
        // ska vara inlämnade
        let state = || self.word_back(at).is_some_and(|w| self.word_at(w.start).has(DateClass::Copula));
        if word.has(DateClass::Past) && state() {
            return None;
        }
        let tenses = [
            (DateClass::Planned, Tense::Planned),
            (DateClass::Event, Tense::Coming),
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

    /// The place before the words that may stand between a date and its clause, and whether something ends with it.
    fn over_leads(&self, mut at: usize) -> (usize, bool) {
        let mut bound = false;
        for _ in 0..3 {
            let near = self.before(at);
            if !near.any(&LEADS) {
                break;
            }
            bound |= near.has(DateClass::Bound);
            at = near.edge;
        }
        (at, bound)
    }

    /// The verb before a date in its clause; `None` if the date hangs on a noun.
    fn verb_before(&self) -> Option<Option<Tense>> {
        let (mut at, mut bound) = self.over_leads(self.start);
        let mut counted = false;
        // Whether nothing but words that say nothing was passed, be there a figure behind them or not.
        let (from, mut plain) = (at, true);
        let plain_before = &self.text.seen.plain;
        let mut passed = Passed::default();
        while passed.steps < FAR_BEFORE {
            let most = Passed { words: BEFORE - passed.words, steps: FAR_BEFORE - passed.steps, all: false };
            if plain && plain_before.reach(at, most, (from, passed)) {
                return Some(None);
            }
            passed.steps += 1;
            if let Some(number) = self.number_back(at) {
                (at, counted) = (number, true);
                continue;
            }
            if passed.words == BEFORE {
                break;
            }
            let Some(word) = self.word_back(at) else {
                passed.all = true;
                break;
            };
            let known = self.text.word(&self.tables.guards, word.start);
            if let Some(found) = self.tense_of(word.start, &known) {
                // Of what was, "till den 3 mars" says when it was to end.
                return Some(Some(found).filter(|t| !bound || *t == Tense::Coming));
            }
            let classes = known.classes;
            if classes.has(DateClass::Opens) {
                passed.all = true;
                break;
            }
            // ner från 7 procent i mars: what it was
            let compared = self.before(at).has(DateClass::Compared);
            if counted && compared {
                return Some(Some(Tense::Past));
            }
            // från 7 procent i mars, till London på måndagen: of the verb
            let name = self.block().get(word.end + 1).is_uppercase();
            let may_hang = classes.any(&[DateClass::Hangs, DateClass::Manner]) && !name;
            let hangs = may_hang && !std::mem::take(&mut counted);
            if hangs && !self.is_of_verb(&word, classes, passed.words == 0) {
                return None;
            }
            plain &= !(may_hang || compared);
            // under oktober och november: the first of them leads on
            if self.text.longest(Table::Months, word.start).is_some() {
                (at, bound) = (self.over_leads(word.start).0, false);
            } else {
                at = word.start;
            }
            if self.after(word.start).has(DateClass::Counted) {
                counted = true;
            } else {
                passed.words += 1;
            }
        }
        if plain {
            plain_before.note(from, passed);
        }
        Some(None)
    }

    /// Whether a preposition belongs to the verb all the same: it stands next to it (*beviljades av styrelsen i november*) or
    /// tells how or where (*vid ett möte i november*), or the date is that of the figure before it (*en förlust på 3
    /// miljoner för november*).
    fn is_of_verb(&self, preposition: &Range<usize>, classes: ClassSet<DateClass>, nearest: bool) -> bool {
        let indefinite =
            || self.word_on(preposition.end).is_some_and(|w| self.word_at(w.start).has(DateClass::Article));
        let counted = |at| self.word_back(at).filter(|w| self.after(w.start).has(DateClass::Counted));
        let figure = || {
            counted(preposition.start)
                .is_some_and(|w| self.number_back(w.start).is_some() || counted(w.start).is_some())
        };
        let beside = || self.word_back(preposition.start).is_some_and(|w| self.verb(w.start).is_some());
        classes.has(DateClass::Manner) && indefinite() || nearest && figure() || beside()
    }

    /// The verb after a date in its clause.
    fn verb_after(&self) -> Option<Tense> {
        let mut at = self.end;
        if self.is_fronted_day()
            && let Some(word) = self.word_on(at)
            && (self.is_present(&word) || self.word_at(word.start).has(DateClass::State))
            && !self.word_at(word.start).any(&[DateClass::Perfect, DateClass::Announces])
        {
            return Some(Tense::Coming);
        }
        for _ in 0..AFTER {
            if let Some(next) = self.text.seen.ahead.next(at) {
                at = next;
                continue;
            }
            let word = self.word_on(at)?;
            let known = self.text.word(&self.tables.guards, word.start);
            if let Some(tense) = self.tense_of(word.start, &known) {
                return Some(tense);
            }
            let classes = known.classes;
            // i oktober och november steg
            let listed =
                classes.has(DateClass::Joins).then(|| self.text.longest(Table::Months, word.end + 1));
            let next = match listed.flatten() {
                Some(month) => month.at,
                None if classes.any(&[DateClass::Opens, DateClass::Joins]) => break,
                None => word.end,
            };
            self.text.seen.ahead.note(at, next);
            at = next;
        }
        None
    }

    /// Whether it names one day, not any such day: *onsdagen*, *onsdagens*, *lördagskvällen*.
    pub(super) fn is_definite(&self) -> bool {
        let ending = || self.tables.grammar.ends(DateWord::Definite, self.block(), self.end);
        self.itself().has(DateClass::Definite)
            || self.text.longest(Table::Weekdays, self.start).is_some() && ending()
    }

    /// Whether the word before the date opens the sentence, so that the verb follows: *Efter årsskiftet ska*.
    fn is_fronted_limit(&self) -> bool {
        self.opens_clause(self.before(self.start).edge)
    }

    /// Whether a weekday opens its clause, so that the verb follows: *På torsdagen reser ministern*.
    fn is_fronted_day(&self) -> bool {
        if !self.is_definite() {
            return false;
        }
        let mut start = self.start;
        for _ in 0..2 {
            let near = self.before(start);
            if near.any(&[DateClass::Preposition, DateClass::Focus]) {
                start = near.edge;
            }
        }
        let joins = || self.word_back(start).is_some_and(|w| self.word_at(w.start).has(DateClass::Joins));
        self.opens_clause(start) || joins()
    }
}

#[inline]
fn inside(c: char) -> bool {
    c.is_alphanumeric() || c == '-'
}
