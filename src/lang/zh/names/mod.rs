//! Where a Chinese text writes a person's name, told by its characters and by what stands around it.
//!
//! No words are segmented. A name beside an office is one of a few readings: a surname with one or two more
//! characters, a Japanese surname with up to three, a foreign name spelt by its sound with or without middle dots,
//! or Latin letters. Each reading is weighed: how its characters are used in names against running text, and what may
//! follow or precede a name. The heaviest wins, if it is heavy enough. The model is the table `name-characters.tsv`
//! (12 KB, two weights a character) beside the surnames and the words around names.
//!
//! Where another reading comes near and the sentence goes on without a sign, or the heaviest is too light, other places
//! of the same characters are evidence. The reading wins whose end is clear there: 胡学会同 may be 胡学 or 胡学会,
//! and 胡学会说 elsewhere settles it. A name of rare characters is believed if a phrase begins with it elsewhere and
//! goes on with what persons do. A surname alone is no evidence against the whole name, for so are the Japanese named
//! again; and the heaviest reading stays if it ends clearly at any other place. Facts have evidence from their block,
//! [`people`](crate::Extractor::people) from the document, both from a bounded window.

mod around;
mod common;
mod foreign;
mod model;
mod native;
mod place;
mod settle;
mod surnames;

pub(crate) use foreign::ordinal;
pub(crate) use model::NameModel;
pub(crate) use place::{At, NameReading, is_numeral};

use super::repeats::Repeats;
use crate::{
    lexicon::{Entry, Table},
    text::is_han,
};
use foreign::{FOREIGN, latin};
use place::is_digit;
use settle::NameReadings;

/// What the words around a name can say for it at most.
const MOST: i32 = 12;

/// What a name spelt by its sound weighs before any of its characters are weighed, and the least that is no other word.
const SPELT: i32 = -3;
const STRANGE: i32 = -12;

/// Characters at most of a name with a surname of one.
const SINGLE: usize = 4;

impl At<'_> {
    /// The name that starts at `i`, if it weighs `least` or may do so by other places of its characters, where those are
    /// asked. `taken(start, end)` says which readings are no names for other reasons.
    pub(super) fn at(
        &self,
        repeats: Option<&Repeats<'_>>,
        i: usize,
        least: i32,
        taken: &dyn Fn(usize, usize) -> bool,
    ) -> Option<NameReading> {
        let first = self.block.get(i);
        if !is_han(first) && !first.is_alphabetic() {
            return None;
        }
        if !is_han(first)
            && let Some(end) = latin(self.block, i)
        {
            return Some(NameReading { start: i, end, weight: 12, full: true });
        }
        if let Some(name) = self.dotted(repeats, i, taken) {
            return Some(name);
        }
        if !self.may_start(i) {
            return None;
        }
        let mut readings = NameReadings::new();
        let (mut words, mut beside) = (None, [None; FOREIGN + 1]);
        let mut offer = |end, inside: i32, full| {
            // What follows can add no more than this.
            let least = readings.best.weight.max(0);
            if inside + MOST <= least {
                return;
            }
            let words = words.get_or_insert_with(|| self.beginning(i));
            let inside = inside + self.against(words, i, end);
            if inside + MOST <= least || taken(i, end) || self.nobody(i, end) {
                return;
            }
            // Readings of several kinds end at one place.
            let weigh = || self.after(end) + self.cut(i, end);
            let beside = beside.get_mut(end - i).map_or_else(weigh, |known| *known.get_or_insert_with(weigh));
            readings.add(NameReading { start: i, end, weight: inside + beside, full });
        };
        self.native(i, None, &mut |end, inside, full| {
            if full || end > i + 1 {
                offer(end, inside, full);
            }
        });
        let mut sum = SPELT;
        for end in i + 1..=i + FOREIGN {
            let c = self.block.get(end - 1);
            let more = sum + self.foreign(c);
            if !is_han(c) || more < STRANGE || self.guards.is_unspelt(c) {
                break;
            }
            if end > i + 2 && self.place_at(end - 1) {
                break;
            }
            let word = end > i + 2 && self.word_at(end - 1) && !self.word_at(end);
            // 特朗德|长子: a word before which a name surely ends
            if word && self.surely_ends(end - 1) {
                break;
            }
            sum = if word { more - 5 } else { more };
            if sum < STRANGE {
                break;
            }
            if end >= i + 2 {
                let short = if end == i + 2 && sum < 5 { -2 } else { 0 };
                offer(end, sum + short, true);
            }
        }
        self.settle(repeats, i, least, &readings)
    }

    /// Whether a name without dots may start at a place: a look before anything is weighed.
    fn may_start(&self, i: usize) -> bool {
        let [first, second] = [i, i + 1].map(|i| self.block.get(i));
        let spelt = || SPELT + self.foreign(first) + self.foreign(second) >= STRANGE && is_han(second);
        self.names.surnames.may_start(self.block, i) || spelt()
    }

    /// The name that ends before `j`: as [`Self::at`], with a surname alone allowed.
    pub(super) fn before(
        &self,
        j: usize,
        floor: usize,
        taken: &dyn Fn(usize, usize) -> bool,
    ) -> Option<NameReading> {
        if let Some(name) = self.dotted_before(j, floor) {
            return Some(name);
        }
        if let Some(ruler) = self.numbered_before(j, floor, taken) {
            return ruler;
        }
        // 李国和议员: such a character ends a name only of three from the edge of a phrase on.
        if self.names.signs.unended.has(self.block.before(j)) {
            return None;
        }
        let particle = self.block.before(j) == '和';
        let mut best: Option<NameReading> = None;
        let mut offer = |start: usize, inside: i32, full| {
            let dated = self.names.signs.dates.has(self.block.get(start))
                && self.block.before(start).is_ascii_digit();
            let least = best.map_or(0, |b| b.weight);
            // 农业处|林国和处长
            let clear = |start| self.begins(start) || self.block.before(start) == self.block.get(j);
            let odd = particle && !(full && j == start + 3 && clear(start));
            if inside + MOST <= least || dated || odd {
                return;
            }
            // A surname alone is no word.
            let alone = j == start + 1;
            let against = if alone { 0 } else { self.against(&self.beginning(start), start, j) };
            let inside = inside + against;
            if inside + MOST <= least || taken(start, j) || self.nobody(start, j) {
                return;
            }
            let weight = inside + self.ahead(start);
            if best.is_none_or(|b| weight > b.weight) {
                best = Some(NameReading { start, end: j, weight, full });
            }
        };
        for start in (j.saturating_sub(6).max(floor)..j).rev() {
            if !is_han(self.block.get(start)) {
                break;
            }
            if j > start + SINGLE && !self.names.surnames.may_be_long(self.block, start) {
                continue;
            }
            self.native(start, Some(j), &mut |_, inside, full| offer(start, inside, full));
        }
        let mut sum = SPELT;
        for start in (j.saturating_sub(FOREIGN).max(floor)..j).rev() {
            let c = self.block.get(start);
            if !is_han(c) || self.guards.is_unspelt(c) {
                break;
            }
            sum += self.foreign(c);
            if sum < STRANGE {
                break;
            }
            if j >= start + 2 {
                let short = if j == start + 2 { -2 } else { 0 };
                offer(start, sum + short, true);
            }
        }
        best
    }

    /// The name of a ruler before `j` with his number: 伊丽莎白二世, 路易十六. Nothing if no number stands there.
    fn numbered_before(
        &self,
        j: usize,
        floor: usize,
        taken: &dyn Fn(usize, usize) -> bool,
    ) -> Option<Option<NameReading>> {
        let with_number = |name: NameReading| NameReading { end: j, weight: name.weight + 4, ..name };
        if self.block.before(j) == '世' {
            let low = j.saturating_sub(4).max(floor);
            let first = (low..j.saturating_sub(1)).rev().find(|&i| !is_numeral(self.block.get(i)));
            let Some(end) = first.map(|i| i + 1) else { return Some(None) };
            if end + 1 < j && self.block.before(end) != '世' {
                return Some(self.before(end, floor, taken).map(with_number));
            }
        }
        let regnal = j >= floor + 4 && is_digit(self.block.before(j)) && self.block.get(j - 2) == '十';
        regnal.then(|| self.before(j - 2, floor, taken).filter(|name| name.full).map(with_number))
    }

    /// The whole name that characters between two signs of a list are: 余柷青.
    pub(crate) fn listed(&self, start: usize, end: usize) -> Option<NameReading> {
        let mut best: Option<NameReading> = None;
        self.native(start, Some(end), &mut |_, inside, full| {
            if full && best.is_none_or(|b| inside > b.weight) {
                best = Some(NameReading { start, end, weight: inside, full });
            }
        });
        best.map(|name| {
            let against = self.against(&self.beginning(start), start, end);
            NameReading { weight: name.weight + against, ..name }
        })
    }

    /// How much a character speaks for a given name.
    pub(crate) fn given_to(&self, c: char) -> i32 {
        self.given(c)
    }

    /// How much a character speaks for a foreign name.
    pub(crate) fn sounds(&self, c: char) -> i32 {
        self.foreign(c)
    }

    /// Whether a word is a verb, or as sure an end of a name as one.
    pub(crate) fn is_verb(&self, word: Entry) -> bool {
        match word.table {
            Table::Words => self.names.is_verb(word),
            _ => self.names.word(word).after >= Some(6),
        }
    }

    /// The name that starts at `i`, told by its own place alone.
    pub(crate) fn plainly_at(&self, i: usize) -> Option<NameReading> {
        self.at(None, i, i32::MIN, &|_, _| false)
    }

    fn given(&self, c: char) -> i32 {
        self.names.given(c)
    }

    fn foreign(&self, c: char) -> i32 {
        self.names.foreign(c)
    }
}
