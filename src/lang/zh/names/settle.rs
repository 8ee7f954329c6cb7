//! Where another reading comes near, other places of the same characters decide.

use super::place::{At, NameReading, begins};
use crate::{
    lang::zh::{guard::OfficialClass, repeats::Repeats},
    lexicon::{Table, TableSet},
    text::{Block, is_han},
};

/// Readings of one place, by their ends.
const READINGS: usize = 16;
/// A reading that another comes as near to, in bits, is in doubt; so is one of less weight.
const NEAR: i32 = 10;
const FIRM: i32 = 6;
/// No name is taken that weighs less.
const LEAST: i32 = 4;
/// What follows a name that surely ends.
const SURE: i32 = 5;
/// The weight of characters that are hardly ever part of a name.
const STRANGE: i32 = -3;
/// What speaks for a name that does what persons do elsewhere.
const KNOWN: i32 = 14;
/// The readings of one place that were weighed.
pub(super) struct NameReadings {
    all: [NameReading; READINGS],
    pub(super) len: usize,
    /// The heaviest, the first of equals.
    pub(super) best: NameReading,
}

impl NameReadings {
    pub(super) fn new() -> Self {
        Self { all: [NameReading::NONE; READINGS], len: 0, best: NameReading::NONE }
    }

    pub(super) fn add(&mut self, name: NameReading) {
        if name.weight > self.best.weight {
            self.best = name;
        }
        if let Some(free) = self.all.get_mut(self.len) {
            *free = name;
            self.len += 1;
        }
    }

    pub(super) fn get(&self) -> &[NameReading] {
        &self.all[..self.len]
    }

    /// Whether another end than that of the best is nearly as good, or the best is not good.
    pub(super) fn doubtful(&self, block: &Block<'_>) -> bool {
        let best = self.best;
        let near = |n: &NameReading| {
            n.end != best.end && n.end > n.start + 1 && n.weight + NEAR + KNOWN > best.weight
        };
        best.weight < FIRM && best.weight + KNOWN >= LEAST
            || is_han(block.get(best.end)) && self.get().iter().any(near)
    }
}

/// How a reading fits at the other places where its characters stand.
#[derive(Debug, Clone, Copy, Default)]
struct Fit {
    /// How well it may end there, in bits.
    bits: i32,
    /// Places where it surely ends.
    ends: usize,
    /// Places where it surely stands for a person.
    acts: usize,
}

impl At<'_> {
    /// Whether a person surely stands at `start..end`: a phrase begins there, and goes on with what persons do.
    fn acts(&self, start: usize, end: usize) -> bool {
        begins(self.block, start)
            && self.guarded(end, OfficialClass::Acts).is_some()
            && self.guards.before(self.lexicon, self.block, end, OfficialClass::Adverb).is_none()
    }

    /// Whether one of the readings at `i` surely stands for a person where the same characters stand once more.
    fn acts_elsewhere(&self, repeats: &Repeats<'_>, i: usize, readings: &NameReadings) -> bool {
        let mut acts = false;
        repeats.each(self.block, i..i + 2, &mut |other, at| {
            let there = At { block: other, ..*self };
            acts |= begins(other, at)
                && readings.get().iter().any(|name| {
                    let end = at + name.end - i;
                    other.chars.get(at..end) == self.block.chars.get(i..name.end) && there.acts(at, end)
                });
        });
        acts
    }

    /// The best of the readings at `i`; where it is in doubt, the one whose end fits best wherever the same characters
    /// stand. Nothing if it is lighter than `least`.
    pub(super) fn settle(
        &self,
        repeats: &Repeats<'_>,
        i: usize,
        least: i32,
        readings: &NameReadings,
    ) -> Option<NameReading> {
        let best = (readings.len > 0).then_some(readings.best)?;
        let light = best.weight < least;
        if !readings.doubtful(self.block) {
            return (!light).then_some(best);
        }
        // Nothing else makes a name heavier.
        if light && !self.acts_elsewhere(repeats, i, readings) {
            return None;
        }
        let mut fits = [Fit::default(); READINGS];
        // Another than the best wins only where the sentence goes on without a sign.
        let open = is_han(self.block.get(best.end));
        let may_win = |name: &NameReading| name.end == best.end || open;
        repeats.each(self.block, i..i + 2, &mut |other, at| {
            let there = At { block: other, ..*self };
            let stands = |name: &NameReading| {
                let end = at + name.end - i;
                (other.chars.get(at..end) == self.block.chars.get(i..name.end)).then_some(end)
            };
            // Inside a longer word or name they are something else: 查理·曼德 is no 曼德拉.
            let part = self.block.before(i) == '·' && other.before(at) == '·';
            if !part && there.ahead(at) <= 0 {
                return;
            }
            let whole = stands(&best).is_some();
            let acting = readings.get().iter().filter_map(stands).filter(|&end| there.acts(at, end)).max();
            for (fit, name) in fits.iter_mut().zip(readings.get()).filter(|(_, name)| may_win(name)) {
                let Some(end) = stands(name).filter(|&end| end > at + 1) else { continue };
                let after = there.after(end) + there.cut(at, end);
                // 雷大同说: where the longer name acts, a shorter one does not end before a word like 同.
                let ends = after >= SURE && (acting <= Some(end) || there.word_at(end));
                let next = other.get(end);
                // 顾伟家 tells that 顾伟因 is 顾伟, for no name goes on so.
                let apart = !whole && is_han(next) && self.given(next).max(self.foreign(next)) <= STRANGE;
                fit.bits += after.clamp(-SURE, SURE);
                fit.ends += usize::from(ends || apart && begins(other, at));
                fit.acts += usize::from(acting == Some(end));
            }
        });
        let fits = || readings.get().iter().zip(&fits).filter(|(_, fit)| fit.ends > 0);
        let clear = fits().any(|(name, _)| name.end == best.end);
        let open = open && !clear;
        let rival = |name: &NameReading, fit: &Fit| {
            let near = if fit.acts > 0 { NEAR + KNOWN } else { NEAR };
            open && name.full >= best.full && name.weight + near > best.weight
        };
        let fits = fits().filter(|(name, fit)| name.end == best.end || rival(name, fit));
        let Some((&name, fit)) = fits.rev().max_by_key(|(name, fit)| name.weight + fit.bits) else {
            return Some(best);
        };
        // 方案 can say something too: short words are not taken for names by that.
        let known = fit.acts > 0 && name.end > i + 2 && !self.body_at(i);
        let more = if known { KNOWN } else { 0 };
        Some(NameReading { weight: name.weight.max(best.weight) + more, ..name })
    }

    /// Whether the name of a body or place starts at `i`.
    pub(super) fn body_at(&self, i: usize) -> bool {
        const BODIES: TableSet =
            TableSet::of(&[Table::Bodies, Table::Places, Table::Countries, Table::Offices]);
        self.starts(i, BODIES).any(|e| e.at > i + 1)
    }
}
