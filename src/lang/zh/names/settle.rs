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
/// A name of this weight is taken wherever one is: nothing need make it heavier.
const HEAVY: i32 = 12;
/// What speaks for a name that does what persons do elsewhere.
const KNOWN: i32 = 14;
/// Characters of a name that is short, and by which other places of longer ones are found.
const SHORT: usize = 2;

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

/// How a name of some length fits at the other places where its characters stand.
#[derive(Debug, Clone, Copy, Default)]
struct Fit {
    len: usize,
    /// Whether a reading of this length can be taken rather than the best.
    may_win: bool,
    /// How well it may end there, in bits.
    bits: i32,
    /// Places where it surely ends.
    ends: usize,
    /// Places where it surely stands for a person.
    acts: usize,
}

/// What other places of its characters say of the readings of a place.
struct Evidence<'a> {
    here: At<'a>,
    i: usize,
    readings: &'a NameReadings,
    /// Whether the sentence goes on behind the best without a sign: else no other can be taken.
    open: bool,
    /// The lengths of the readings, each once; that of the best comes first.
    fits: [Fit; READINGS],
    len: usize,
}

impl<'a> Evidence<'a> {
    fn new(here: At<'a>, i: usize, readings: &'a NameReadings) -> Self {
        let best = readings.best;
        let open = is_han(here.block.get(best.end));
        let mut all = Self { here, i, readings, open, fits: [Fit::default(); READINGS], len: 0 };
        for name in std::iter::once(&best).chain(readings.get()) {
            let len = name.end - i;
            let known = all.fits[..all.len].iter().position(|fit| fit.len == len);
            let Some(fit) = all.fits.get_mut(known.unwrap_or(all.len)) else { break };
            fit.len = len;
            fit.may_win |= name.end == best.end || open && rivals(name, &best, NEAR + KNOWN);
            all.len += usize::from(known.is_none());
        }
        all
    }

    /// Whether the best surely ends at another place: no other is taken then.
    fn is_clear(&self) -> bool {
        self.fits[0].ends > 0
    }

    /// Whether no further place can say anything.
    fn is_settled(&self) -> bool {
        let best = &self.fits[0];
        self.is_clear() && (best.acts > 0 || best.len <= SHORT || self.readings.best.weight >= HEAVY)
    }

    /// How many of the characters that begin here stand at another place too.
    fn shared(&self, other: &Block<'_>, at: usize) -> usize {
        let longest = self.fits[..self.len].iter().map(|fit| fit.len).max().unwrap_or(0);
        let same = |&k: &usize| self.here.block.get(self.i + k) == other.get(at + k);
        (0..longest).take_while(same).count()
    }

    /// The length of the longest reading that surely stands for a person at another place: a phrase begins there, and goes
    /// on with what persons do.
    fn acting(&self, other: &Block<'_>, at: usize, shared: usize) -> Option<usize> {
        let there = At { block: other, ..self.here };
        let acts = |len: &usize| {
            there.guarded(at + len, OfficialClass::Acts).is_some()
                && there.guards.before(there.lexicon, other, at + len, OfficialClass::Adverb).is_none()
        };
        let stand = self.fits[..self.len].iter().map(|fit| fit.len).filter(|&len| len <= shared);
        if begins(other, at) { stand.filter(acts).max() } else { None }
    }

    /// Whether one of the readings surely stands for a person at another place.
    fn acts_elsewhere(&self, repeats: &Repeats<'_>) -> bool {
        let mut acts = false;
        repeats.each(self.here.block, self.i..self.i + SHORT, &mut |other, at| {
            acts = self.acting(other, at, self.shared(other, at)).is_some();
            !acts
        });
        acts
    }

    /// Looks at another place where the characters stand.
    fn see(&mut self, repeats: &Repeats<'_>, other: &Block<'_>, at: usize) {
        let (here, there) = (self.here, At { block: other, ..self.here });
        let weight = |len, weigh: &dyn Fn() -> i32| {
            let own = std::ptr::eq(other, here.block);
            if own { repeats.weight(at, len, weigh) } else { weigh() }
        };
        // Inside a longer word or name they are something else: 查理·曼德 is no 曼德拉.
        let part = here.block.before(self.i) == '·' && other.before(at) == '·';
        if !part && weight(0, &|| there.ahead(at)) <= 0 {
            return;
        }
        let shared = self.shared(other, at);
        let (begins, acting) = (begins(other, at), self.acting(other, at, shared));
        let whole = self.fits[0].len <= shared;
        for k in 0..self.len {
            let clear = self.is_clear();
            let fit = &mut self.fits[k];
            if !(2..=shared).contains(&fit.len) {
                continue;
            }
            fit.acts += usize::from(acting == Some(fit.len));
            if clear || !fit.may_win {
                continue;
            }
            let end = at + fit.len;
            let after = weight(fit.len, &|| there.after(end) + there.cut(at, end));
            // 雷大同说: where the longer name acts, a shorter one does not end before a word like 同.
            let ends = after >= SURE && (acting <= Some(fit.len) || there.word_at(end));
            let next = other.get(end);
            // 顾伟家 tells that 顾伟因 is 顾伟, for no name goes on so.
            let apart = !whole && is_han(next) && here.given(next).max(here.foreign(next)) <= STRANGE;
            fit.bits += after.clamp(-SURE, SURE);
            fit.ends += usize::from(ends || apart && begins);
        }
    }

    /// The reading that all places speak for, and how it fits them; nothing if they say nothing.
    fn winner(&self) -> Option<(NameReading, Fit)> {
        let best = self.readings.best;
        if self.is_clear() {
            return Some((best, self.fits[0]));
        }
        let fitting = self.readings.get().iter().filter_map(|name| {
            let fit =
                self.fits[..self.len].iter().find(|fit| fit.len == name.end - self.i && fit.ends > 0)?;
            let near = if fit.acts > 0 { NEAR + KNOWN } else { NEAR };
            (self.open && rivals(name, &best, near)).then_some((*name, *fit))
        });
        // The first of equals.
        fitting.reduce(|a, b| if b.0.weight + b.1.bits > a.0.weight + a.1.bits { b } else { a })
    }
}

/// Whether a reading comes as near to the best.
fn rivals(name: &NameReading, best: &NameReading, near: i32) -> bool {
    name.full >= best.full && name.weight + near > best.weight
}

impl At<'_> {
    /// The best of the readings at `i`; where it is in doubt, the one whose end fits best wherever the same characters
    /// stand. Nothing if it is lighter than `least`.
    pub(super) fn settle(
        &self,
        repeats: Option<&Repeats<'_>>,
        i: usize,
        least: i32,
        readings: &NameReadings,
    ) -> Option<NameReading> {
        let best = (readings.len > 0).then_some(readings.best)?;
        let light = best.weight < least;
        let Some(repeats) = repeats.filter(|_| readings.doubtful(self.block)) else {
            return (!light).then_some(best);
        };
        let mut evidence = Evidence::new(*self, i, readings);
        // Nothing else makes a name heavier.
        if light && !evidence.acts_elsewhere(repeats) {
            return None;
        }
        repeats.each(self.block, i..i + SHORT, &mut |other, at| {
            evidence.see(repeats, other, at);
            !evidence.is_settled()
        });
        let Some((name, fit)) = evidence.winner() else { return Some(best) };
        // 方案 can say something too: short words are not taken for names by that.
        let known = fit.acts > 0 && fit.len > SHORT && !self.body_at(i);
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
