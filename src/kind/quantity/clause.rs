//! The clause around quantities: where it begins and ends, what it compares with, and which quantities belong together.

use super::{
    site::{QuantityReading, Site},
    words::{AmountClass, BASES, basis, direction},
};
use crate::{
    text::ends_clause,
    value::{Basis, Direction},
};
use std::cmp::Ordering;

/// Characters of a clause that are looked at for what it says of a number.
pub(super) const CLAUSE: usize = 60;

/// Characters before a quantity in which a word may say that it is what another changed from: 由去年同期的3%升至4%.
const FAR: usize = 14;

impl Site<'_> {
    /// The first character of the clause that `at` stands in, at most [`CLAUSE`] back.
    pub(super) fn clause_start(&self, at: usize) -> usize {
        let floor = at.saturating_sub(CLAUSE);
        self.quiet.last(floor, at, |i| self.breaks(i)).map_or(floor, |i| i + 1)
    }

    /// Whether a clause ends at a character.
    pub(super) fn breaks(&self, at: usize) -> bool {
        match self.block.get(at) {
            ',' | '.' => !(self.block.before(at).is_ascii_digit() && self.block.get(at + 1).is_ascii_digit()),
            c => ends_clause(c),
        }
    }

    /// Whether what leads from one number to another is a change: a word of one stands in the sentence before `at` or in the
    /// clause behind `end` (*höjs med en procentenhet, från 3 till 4 procent*). Where words are written with spaces, *från* and
    /// *till* are one themselves, unless a word says that numbers lie apart.
    pub(super) fn moves(&self, at: usize, end: usize) -> bool {
        let mut floor = at;
        while floor > at.saturating_sub(CLAUSE)
            && (self.block.get(floor - 1) == ',' || !self.breaks(floor - 1))
        {
            floor -= 1;
        }
        let change = |i: usize, end: usize| {
            let word = self.word_of(i, &[AmountClass::Up, AmountClass::Down, AmountClass::Change]);
            word.is_some_and(|w| w.edge <= end)
        };
        if self.of.spaced {
            let behind = (end..end + CLAUSE).take_while(|&i| !self.breaks(i));
            let spreads = |i: usize| self.word_of(i, &[AmountClass::Spreads]).is_some();
            return !(floor..at).chain(behind).any(spreads);
        }
        (floor..at).any(|i| change(i, at))
    }

    /// Whether the clause before `at` compares: 比, 较.
    pub(super) fn compared(&self, at: usize) -> bool {
        let mut i = self.clause_start(at);
        while i < at {
            let word = self.word(i);
            if word.is_some_and(|w| w.has(AmountClass::Compares) || basis(&w).is_some()) {
                return true;
            }
            i = word.map_or(i + 1, |w| w.edge.max(i + 1));
        }
        false
    }

    /// The nearest verb or noun of change in `floor..at`, if no other one says the contrary.
    pub(super) fn verb(&self, floor: usize, at: usize) -> Option<Direction> {
        let mut seen = None;
        for i in (floor..at).rev() {
            if self.block.get(i).is_ascii_digit() {
                break;
            }
            let word = self.word_of(i, &[AmountClass::Up, AmountClass::Down]).filter(|w| w.edge <= at);
            if let Some(direction) = word.and_then(|w| direction(&w)) {
                if seen.is_some_and(|s| s != direction) {
                    return None;
                }
                seen = Some(direction);
            }
        }
        seen
    }

    /// The basis of comparison named last at some places in order.
    pub(super) fn basis(&self, places: impl Iterator<Item = usize>) -> Option<Basis> {
        places.filter_map(|i| self.word_of(i, BASES).and_then(|w| basis(&w))).last()
    }

    /// Links neighbours of which one is what the other changed from: 从3%提高到3.5%, *till 5 procent, från 3 procent*.
    pub(super) fn changes(&self, found: &mut [QuantityReading]) {
        for i in 1..found.len() {
            let (head, tail) = found.split_at_mut(i);
            if let (Some(a), Some(b)) = (head.last_mut(), tail.first_mut()) {
                self.link(a, b);
            }
        }
        for quantity in found.iter_mut() {
            // The verb says where it went, not where it was.
            if quantity.from && !quantity.to {
                quantity.qualifiers.direction = None;
            }
            if let Some(from) = quantity.qualifiers.from {
                let way = match quantity.low.cmp(&from) {
                    Ordering::Less => Some(Direction::Down),
                    Ordering::Equal => None,
                    Ordering::Greater => Some(Direction::Up),
                };
                quantity.qualifiers.direction = quantity.qualifiers.direction.or(way);
            }
        }
        // 增长5%、3%和2%: one verb for all.
        for i in 1..found.len() {
            let (head, tail) = found.split_at_mut(i);
            let (Some(a), Some(b)) = (head.last(), tail.first_mut()) else { continue };
            if a.qualifiers.direction.is_none() || b.qualifiers.direction.is_some() {
                continue;
            }
            let word = self.before(self.back(b.start));
            let listed = word.any(&[AmountClass::List, AmountClass::EndsList, AmountClass::RangeBoth])
                && !word.has(AmountClass::Range);
            if listed && self.back(word.edge) == a.end {
                b.qualifiers.direction = a.qualifiers.direction;
                b.qualifiers.basis = b.qualifiers.basis.or(a.qualifiers.basis);
            }
        }
    }

    fn link(&self, a: &mut QuantityReading, b: &mut QuantityReading) {
        let same = self.unit(a.row).zip(self.unit(b.row)).is_some_and(|(a, b)| a.id == b.id);
        let near = b.start >= a.end && b.start - a.end <= CLAUSE / 2;
        if !same || !near || a.high.is_some() || b.high.is_some() {
            return;
        }
        if (a.end..b.start).any(|k| self.breaks(k) && self.block.get(k) != ',') {
            return;
        }
        let comma = (a.end..b.start).any(|k| self.block.get(k) == ',');
        let to = |f: &QuantityReading| f.to || self.before(self.back(f.start)).has(AmountClass::To);
        let far = |a: &QuantityReading| {
            !self.of.spaced
                && (a.start.saturating_sub(FAR)..a.start)
                    .rev()
                    .take_while(|&k| !self.breaks(k))
                    .any(|k| self.word_of(k, &[AmountClass::From]).is_some())
        };
        if !comma && b.qualifiers.from.is_none() && to(b) && (a.from || far(a)) {
            b.qualifiers.from = Some(a.low);
            // The verb before both says where it went, not where it was.
            b.qualifiers.direction = b.qualifiers.direction.or(a.qualifiers.direction.take());
        } else if b.from && self.of.spaced && a.qualifiers.from.is_none() && !a.from && to(a) {
            a.qualifiers.from = Some(b.low);
            b.qualifiers.direction = None;
        }
    }
}
