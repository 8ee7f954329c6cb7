//! Dates: what the words say is read by the patterns of the language, checked against their neighbours, and settled by
//! what the document is known to be about.

mod begins;
mod calendar;
mod carried;
pub(crate) mod common_slots;
mod days;
mod glance;
mod grammar;
pub(crate) mod guard;
mod holds;
mod leads;
mod openings;
mod parts;
mod reader;
#[cfg(test)]
mod rows;
pub(crate) mod scratch;
mod seasons;
mod seen;
mod settle;
mod settled;
mod slot;
pub(crate) mod spaced;
mod stated;
mod tables;
mod text;

pub(crate) use grammar::DateWord;
pub(crate) use guard::{DateClass, Verdict, modifier};
pub(crate) use reader::{DateReader, Sentence};
pub(crate) use settled::Cue;
pub(crate) use slot::{
    Base, Caught, FIRST_MONTH, NumeralSet, SAME_MONTH, Slot, SlotInput, SlotMatches, SlotReader, WeekdayForm,
};
pub(crate) use stated::{Stated, Year};
pub(crate) use tables::{Count, DateTables, Rel};
pub(crate) use text::{Text, has};

use super::{
    finder::{Finder, Scope},
    pack::Pack,
};
use crate::{
    Error, Fact, Kind,
    claim::Claim,
    lexicon::{Entry, Lexicon, Table, TableSet},
    pattern::{self, Begin, Begins, Patterns, Slots},
    scan::{Anchors, Hit},
    text::{Block, inside_word_or_number},
    value::{Date, DateModifier},
};
use common_slots::WHOLE;
use glance::{Glance, MayStart};
use holds::Holds;
use leads::Leads;
use openings::Openings;
use parts::{DateReading, parts};
use scratch::DateScratch;
use seen::Seen;
use settle::Discourse;
use std::ops::Range;

/// Tables whose words begin a search; every date holds one of them.
pub(super) const ANCHORS: &[Table] = &[
    Table::Months,
    Table::Weekdays,
    Table::Relative,
    Table::Holidays,
    Table::Calendar,
    Table::Decades,
    Table::Seasons,
];

/// Finds dates.
#[derive(Debug)]
pub(super) struct Dates {
    patterns: Patterns,
    tables: DateTables,
    openings: Openings,
    glance: Glance,
    may_start: MayStart,
    /// Characters before an anchor that a date may begin.
    leads: Leads,
    /// What stands in dates.
    holds: Holds,
    reader: Box<dyn DateReader>,
    /// The readers of its slots, by number.
    readers: Vec<Option<SlotReader>>,
    /// Those that need the same, each with all slots that do, a bit for each.
    sharing: Vec<(SlotReader, u64)>,
}

/// The first of the readers that need the same, each with all slots that do.
fn sharing(readers: &[Option<SlotReader>]) -> Vec<(SlotReader, u64)> {
    let mut found: Vec<(SlotReader, u64)> = Vec::new();
    for reader in readers.iter().flatten() {
        let Some(shares) = reader.shares else { continue };
        let same = |(other, _): &&mut (SlotReader, u64)| {
            other.shares.is_some_and(|other| std::ptr::fn_addr_eq(other, shares))
        };
        match found.iter_mut().find(same) {
            Some((_, slots)) => *slots |= 1 << reader.slot as u8,
            None => found.push((reader.clone(), 1 << reader.slot as u8)),
        }
    }
    found
}

impl Dates {
    pub(super) fn new(pack: &Pack, lexicon: &Lexicon) -> Result<Self, Error> {
        let reader = (pack.dates)();
        let tables = DateTables::new(lexicon, pack.spaced)?;
        let of = |slot: &Slot| {
            let found = reader.slots().iter().find(|r| r.slot == *slot)?.clone().with(&tables, lexicon);
            let own = reader.examples().iter().find(|(of, _)| of == slot);
            Some(match own {
                Some((_, texts)) => found.examples(texts),
                None => found,
            })
        };
        let readers: Vec<_> = Slot::ALL.iter().map(of).collect();
        let begins = |reader: &Option<SlotReader>| {
            reader.as_ref().map(|reader| reader.begins(lexicon, &tables.grammar)).unwrap_or_default()
        };
        let begins: Vec<Begins> = readers.iter().map(begins).collect();
        let patterns = Patterns::new(pack.spaced, "date-patterns", pack.date_patterns, Slot::NAMES, &begins)?;
        Ok(Self {
            holds: Holds::new(lexicon, &patterns, &readers, &tables.grammar),
            openings: glance::openings(lexicon, &patterns, &readers, &tables.grammar, TableSet::of(ANCHORS)),
            glance: Glance::new(lexicon, &patterns, &readers, &tables.grammar),
            may_start: MayStart::new(&readers, &tables),
            leads: Leads::new(lexicon, ANCHORS, &patterns, &readers, &tables.grammar),
            sharing: sharing(&readers),
            tables,
            patterns,
            reader,
            readers,
        })
    }

    /// A glance that settles most places: whether a date may begin here.
    pub(super) fn may_begin(&self, block: &Block<'_>, at: usize) -> bool {
        self.openings.first(block, at) != 0
    }

    /// Whether a date may hold a character.
    pub(super) fn may_hold(&self, c: char) -> bool {
        self.holds.may_hold(c)
    }

    /// All that one match of the patterns at a place says: one date or range, or several of a list. The place comes with what may
    /// begin there. Gives the place and verdict of one that was dropped.
    fn read(
        &self,
        text: Text<'_>,
        (at, opening): (usize, u8),
        scratch: &mut pattern::SearchScratch<Caught>,
        found: &mut Vec<DateReading>,
    ) -> Option<(Range<usize>, Verdict)> {
        let begin = self.begin(text, at, opening);
        if !(begin.words || begin.slots) {
            return None;
        }
        let slots = Bound { dates: self, text };
        let longest = self.patterns.longest(&slots, text.block, at, begin, scratch);
        let (end, captures) = longest?;
        parts(at, end, captures, &self.tables, found);
        let last = found.last_mut()?;
        let stated = last.until.as_mut().unwrap_or(&mut last.stated);
        let before = stated.year;
        last.end = self.reader.tail(&self.tables, text, last.start..last.end, stated);
        // A year behind the last is that of all: den 5–8 maj 812.
        if let Some(year) = stated.year.filter(|_| before.is_none()) {
            found.iter_mut().for_each(|r| r.stated.borrow_year(year));
        }
        // The members of a list stand or fall together.
        let dropped = found.iter().find_map(|r| {
            let verdict = self.reader.judge(&self.tables, text, r.start, r.end, &r.stated);
            (!verdict.taken()).then_some((r.start..r.end, verdict))
        });
        if dropped.is_some() {
            found.clear();
        }
        dropped
    }

    /// What of the patterns may begin at a place; most places are rejected here, by a glance.
    fn begin(&self, text: Text<'_>, at: usize, opening: u8) -> Begin {
        let may = opening != 0 && self.reader.may_start(&self.tables, text.block, at);
        let slots = may
            && (opening & (Openings::DIGIT | Openings::CODE) != 0 && self.glance.at(text, at)
                || opening & Openings::WORD != 0 && text.tables(at) != TableSet::default());
        Begin { words: may && opening & Openings::PATTERN != 0, slots }
    }

    /// Where a date may begin at the earliest that holds the word of a hit, and from where on it may begin with more than figures:
    /// some that do hold no anchor (*9 jun*), and are found before one. Places before `done` are not asked for. `None` if no word
    /// stands there, or nothing that stands behind it in dates.
    fn earliest(&self, text: Text<'_>, anchors: &Anchors, hit: Hit, done: usize) -> Option<(usize, usize)> {
        let block = text.block;
        if self.holds.are_told_by_chars() {
            let floor = hit.from.saturating_sub(self.leads.most()).max(done);
            let first = self.holds.back(block, floor..hit.from);
            return Some((first, first));
        }
        let (mut floor, mut first) = (None, hit.from);
        let inside = |start| inside_word_or_number(block.before(start), block.get(start));
        for start in anchors.starts(hit).filter(|&start| !inside(start)) {
            let words = text.lexicon.starts_at(&block.chars, start, TableSet::of(ANCHORS));
            let whole = |word: &Entry| !WHOLE.has(word.table) || block.word_ends(word.at);
            let goes_on = |word: &Entry| !self.leads.opens(*word) || self.openings.at(block, start) != 0;
            words.filter(|word| word.at >= hit.to && whole(word) && goes_on(word)).for_each(|word| {
                let from = start.saturating_sub(self.leads.of(word));
                floor = Some(floor.map_or(from, |floor: usize| floor.min(from)));
                first = first.min(start);
            });
        }
        let floor = floor?.max(done);
        Some((floor, self.holds.back(block, floor.min(first)..first)))
    }

    /// Joins a date with the one that the words of a range lead on to.
    fn join(
        &self,
        text: Text<'_>,
        scratch: &mut pattern::SearchScratch<Caught>,
        first: &DateReading,
    ) -> Option<DateReading> {
        let at = self.reader.range_word(&self.tables, text.block, first.start, first.end)?;
        let mut next = Vec::new();
        self.read(text, (at, self.openings.first(text.block, at)), scratch, &mut next);
        if next.len() != 1 {
            return None;
        }
        let second = next.pop()?;
        (second.until.is_none() && first.stated.joins(&second.stated)).then_some(second)
    }
}

struct Bound<'a> {
    dates: &'a Dates,
    text: Text<'a>,
}

impl<'a> Bound<'a> {
    fn input(&self, reader: &'a SlotReader, at: usize) -> SlotInput<'a> {
        SlotInput { reader, tables: &self.dates.tables, text: self.text, at }
    }
}

impl Slots for Bound<'_> {
    type Value = Caught;

    fn may_start(&self, wanted: u64, at: usize) -> u64 {
        self.dates.may_start.at(self.text, wanted, at)
    }

    fn after_digits(&self, c: char) -> (u64, u64) {
        self.dates.may_start.after_digits(c)
    }

    fn is_numeral(&self, c: char) -> bool {
        self.dates.may_start.is_numeral(c)
    }

    fn after_numerals(&self, c: char) -> (u64, u64) {
        self.dates.may_start.after_numerals(c)
    }

    fn sift(&self, slots: u64, at: usize) -> u64 {
        let missing = self.dates.sharing.iter().filter(|(reader, sharing)| {
            slots & sharing != 0 && !reader.shares.is_none_or(|shares| shares(&self.input(reader, at)))
        });
        missing.fold(slots, |slots, (_, sharing)| slots & !sharing)
    }

    fn fits(&self, slot: u8, at: usize) -> bool {
        let reader = self.dates.readers[usize::from(slot)].as_ref();
        reader.is_none_or(|reader| reader.fits.is_none_or(|fits| fits(&self.input(reader, at))))
    }

    fn read(&self, slot: u8, at: usize, found: &mut SlotMatches) {
        if let Some(reader) = &self.dates.readers[usize::from(slot)] {
            (reader.read)(&self.input(reader, at), found);
        }
    }
}

impl Finder for Dates {
    fn find(&self, block: &Block<'_>, hits: &[Hit], scope: &mut Scope<'_, '_>, found: &mut Vec<Claim>) {
        let mut scratch = scope.scratch.dates.take().unwrap_or_default();
        let DateScratch { places, clause, search } = &mut *scratch;
        let seen = Seen::of_block(std::mem::take(places), std::mem::take(clause));
        let text = Text { block, lexicon: scope.lexicon, openings: &self.openings, seen: &seen };
        let mut discourse = Discourse::new(scope.memory.reference);
        let mut sentence = Sentence::default();
        let mut read = Vec::new();
        let mut list = Vec::new();
        // Every place is tried once: `done` only grows.
        let mut done = 0;
        for hit in hits {
            if hit.from < done {
                continue;
            }
            let Some((earliest, from)) = self.earliest(text, scope.anchors, *hit, done) else { continue };
            let mut at = earliest;
            while let Some((place, opening)) = self.openings.next(block, at..hit.from + 1, from) {
                at = place;
                read.clear();
                if let Some((place, verdict)) = self.read(text, (at, opening), search, &mut read) {
                    if verdict == Verdict::Bce {
                        self.pass_before_our_era(block, &place, &mut sentence, &mut discourse);
                    }
                    scope.decided(block, Kind::Date, place, false, verdict.name());
                }
                let Some(last) = read.last_mut() else {
                    at += 1;
                    continue;
                };
                if last.until.is_none()
                    && let Some(second) = self.join(text, search, last)
                {
                    let (mut a, mut b) = (last.stated, second.stated);
                    a.borrow_from_next(&b);
                    b.borrow_from_previous(&a);
                    let between = (last.end, second.start);
                    let joined = DateReading { end: second.end, stated: a, until: Some(b), between, ..*last };
                    if discourse
                        .settle(&joined.stated, joined.until.as_ref(), &self.tables, Cue::None)
                        .is_some()
                    {
                        *last = joined;
                    }
                }
                let (start, end) = (last.start, last.end);
                if let Some((from, to)) = last.apart()
                    && self.reader.moves(&self.tables, text, start..end)
                {
                    *last = from;
                    read.push(to);
                }
                // The clause of a list tells when all its members are.
                let place = read.first().map_or(at, |first| first.start)..end;
                for reading in &read {
                    let claims = found.len();
                    self.push(text, reading, &place, &mut sentence, &mut discourse, found);
                    let taken = found.len() > claims;
                    let verdict = if taken { Verdict::Taken.name() } else { "unsettled" };
                    scope.decided(block, Kind::Date, reading.start..reading.end, taken, verdict);
                    if taken {
                        self.close_list(text, reading, &mut list, &discourse, found);
                    }
                }
                at = end.max(at + 1);
            }
            done = done.max(at).max(hit.from + 1);
        }
        scope.memory.reference = discourse.reference();
        (scratch.places, scratch.clause) = seen.into_parts();
        scope.scratch.dates = Some(scratch);
    }
}

/// A date of a list whose year is not told yet.
struct Member {
    /// The number of its claim.
    claim: usize,
    end: usize,
    stated: Stated,
}

impl Dates {
    /// Whether a year opens what is told of it: 2025年，…5月…，9月…. Languages that write spaces put it anywhere.
    fn narrates(&self, block: &Block<'_>, place: Range<usize>, date: &Date, discourse: &Discourse) -> bool {
        let stops = |i: usize| {
            matches!(block.before(i), '\0' | '\n' | ' ' | ',' | '。' | ':' | ';' | '"' | '(' | '!' | '?')
        };
        // A preposition of one character may stand before it.
        let opens = stops(place.start) || place.start > 0 && stops(place.start - 1);
        // A year to come more often tells what something is for: 2031年到期债券.
        let ahead = match (date.start().parts().0, discourse.reference()) {
            (Some(year), Some(reference)) => year > reference.year() + 1,
            _ => false,
        };
        !self.patterns.spaced() && opens && (!ahead || block.get(place.end) == ',')
    }

    /// Leaves the dates behind a year before our era without any, unless it only describes: 公元前49年，5月5日….
    fn pass_before_our_era(
        &self,
        block: &Block<'_>,
        place: &Range<usize>,
        sentence: &mut Sentence,
        discourse: &mut Discourse,
    ) {
        if self.tables.grammar.longest(DateWord::Of, block, place.end).is_none() {
            sentence.reach(block, place.start);
            discourse.enter(block, sentence.start, place.start);
            discourse.pass_unread_year(place.end);
        }
    }

    /// Gives the year of a date to the members of its list before it, if they state none. The last claim found is that of the
    /// date.
    fn close_list(
        &self,
        text: Text<'_>,
        reading: &DateReading,
        list: &mut Vec<Member>,
        discourse: &Discourse,
        found: &mut [Claim],
    ) {
        let goes_on = |last: &Member| self.reader.lists(&self.tables, text, last.end..reading.start);
        if !list.last().is_some_and(goes_on) {
            list.clear();
        }
        if reading.until.is_some() || reading.stated.month.is_none() {
            list.clear();
        } else if reading.stated.wants_year() {
            list.push(Member { claim: found.len() - 1, end: reading.end, stated: reading.stated });
        } else {
            for Member { claim, mut stated, .. } in list.drain(..) {
                (stated.year, stated.year_borrowed) = (reading.stated.year, true);
                if let Some(date) = discourse.settle(&stated, None, &self.tables, Cue::None)
                    && let Fact::Date(known) = &found[claim].fact
                {
                    found[claim].fact = Fact::Date(date.with_details_of(known));
                }
            }
        }
    }

    fn push(
        &self,
        text: Text<'_>,
        reading: &DateReading,
        place: &Range<usize>,
        sentence: &mut Sentence,
        discourse: &mut Discourse,
        found: &mut Vec<Claim>,
    ) {
        let DateReading { start, end, ref stated, ref until, .. } = *reading;
        let block = text.block;
        sentence.reach(block, start);
        discourse.enter(block, sentence.start, start);
        let cue = if stated.wants_cue() {
            match self.reader.cue(&self.tables, text, sentence, place.start, place.end) {
                Cue::None if sentence.reports(&*self.reader, &self.tables, text) => Cue::Report,
                cue => cue,
            }
        } else {
            Cue::None
        };
        let Some(date) = discourse.settle(stated, until.as_ref(), &self.tables, cue) else { return };
        let last = until.as_ref().unwrap_or(stated);
        let around = self.reader.modifier(&self.tables, text, start, end);
        // An offset from now is no more than about.
        let about = stated.offset.map(|_| DateModifier::Approximate);
        let clock_to = until.as_ref().map_or(stated.clock_to(), |until| until.clock());
        let date: Date = date
            .with_modifier(last.modifier.or(around).or(about))
            .with_part_of_day(last.part.or(stated.part))
            .with_clocks(stated.clock(), clock_to);
        let carries =
            around != Some(DateModifier::Since) && !self.reader.is_aside(&self.tables, text, start, end);
        let opens = self.narrates(block, start..end, &date, discourse);
        discourse.remember(stated, &date, end, carries, opens);
        if until.is_none() && self.reader.is_dateline(&self.tables, text, start, end) {
            discourse.dateline(&date);
        }
        found.push(Claim { start, end, fact: Fact::Date(date) });
    }
}
