//! Names that begin with a surname, and names of reigns.

use super::{
    place::{At, NameReading},
    surnames::Surname,
};
use crate::{
    lang::zh::guard::OfficialClass,
    lexicon::{Table, TableSet},
    text::is_han,
};

const SURNAMES: TableSet = TableSet::of(&[Table::Surnames]);

/// What a surname weighs, and how many characters of a given name follow it at most; nothing of the name of a reign.
const fn weight(kind: Surname) -> Option<(i32, usize)> {
    Some(match kind {
        Surname::Plain => (4, 2),
        Surname::Word => (3, 2),
        Surname::Verb => (0, 2),
        Surname::Compound | Surname::Part => (5, 2),
        Surname::Japanese => (5, 3),
        Surname::Reign => return None,
    })
}

impl At<'_> {
    /// Offers the readings at `i` that begin with a surname, all or those that end at a place: where each ends, its weight, and
    /// whether it is a full name.
    pub(super) fn native(&self, i: usize, to: Option<usize>, offer: &mut dyn FnMut(usize, i32, bool)) {
        if !self.names.surnames.may_start(self.block, i) {
            return;
        }
        let mut offer = |end, weight, full| {
            if to.is_none_or(|to| to == end) {
                offer(end, weight, full);
            }
        };
        // Asked for thrice below: found once. No more of them begin at one place.
        let mut own = [(0, Surname::Reign); 8];
        let len = own.iter_mut().zip(self.surnames(i)).map(|(own, found)| *own = found).count();
        let own = &own[..len];
        let part = |s: &(usize, Surname)| (s.1 == Surname::Part).then_some(s.0);
        let parts = |at| self.surnames(at).filter_map(|s| part(&s));
        for third in own.iter().filter_map(part).flat_map(parts) {
            offer(third, 14, true);
            parts(third).for_each(|end| offer(end, 18, true));
        }
        // 陈方安生: a wife's surname after her husband's, not 谢谢.
        let single = |at: usize, s: &(usize, Surname)| s.0 == at + 1 && s.1 != Surname::Verb;
        if to.is_none_or(|to| to == i + 4)
            && own.iter().any(|s| single(i, s))
            && self.block.get(i) != self.block.get(i + 1)
            && is_han(self.block.get(i + 2))
            && is_han(self.block.get(i + 3))
            && self.surnames(i + 1).any(|s| single(i + 1, &s))
        {
            offer(i + 4, 4 + self.given(self.block.get(i + 2)) + self.given(self.block.get(i + 3)), true);
        }
        // 邓氏玉和: a woman of Vietnam.
        if own.iter().any(|s| s.0 == i + 1) && self.names.signs.women.has(self.block.get(i + 1)) {
            let [first, second] = [self.block.get(i + 2), self.block.get(i + 3)];
            if is_han(first) && is_han(second) {
                offer(i + 4, 16 + self.given(first).max(-3) + self.given(second).max(-3), true);
            }
            if is_han(first) {
                offer(i + 3, 6 + self.given(first), true);
            }
        }
        for &(end, kind) in own {
            let Some((base, most)) = weight(kind) else { continue };
            if to.is_some_and(|to| to < end || to > end + most) {
                continue;
            }
            // 向街坊表示, 由人民授权: a preposition with whom it is about.
            if kind == Surname::Verb && self.guarded(end, OfficialClass::Addressee).is_some() {
                continue;
            }
            let mut sum = base;
            for given in 0..=most {
                let end = end + given;
                if given > 0 {
                    let c = self.block.get(end - 1);
                    if !is_han(c) || self.names.signs.nobodies.has(c) {
                        break;
                    }
                    let weight = self.given(c);
                    sum += if kind == Surname::Japanese { weight.max(-2) } else { weight };
                }
                let prior = match (given, kind) {
                    (0, Surname::Japanese | Surname::Compound | Surname::Part) => 0,
                    (0, Surname::Verb) => -2,
                    (0, Surname::Plain) => 3,
                    (0, _) => 0,
                    (1, Surname::Japanese) => 0,
                    (1, _) => -1,
                    (2, _) => 2,
                    _ => 0,
                };
                offer(end, sum + prior, given > 0 || kind == Surname::Part);
            }
        }
    }

    /// The surnames that start at a place, shortest first, by their ends.
    fn surnames(&self, at: usize) -> impl Iterator<Item = (usize, Surname)> {
        let surnames = &self.names.surnames;
        let single = surnames.single(self.block.get(at));
        let others = surnames.may_be_other(self.block, at).then(|| self.starts(at, SURNAMES));
        let others = others.into_iter().flatten().filter(move |e| e.at > at + 1 || single.is_none());
        let others = others.map(|e| (e.at, surnames.of_row(e.row)));
        single.map(|surname| (at + 1, surname)).into_iter().chain(others)
    }

    /// The name of a reign that ends before `j`: 康熙皇帝.
    pub(crate) fn reign(&self, j: usize) -> Option<NameReading> {
        let reign = |row| self.names.surnames.of_row(row) == Surname::Reign;
        let start = self.ends(j, SURNAMES).find(|e| reign(e.row))?.at;
        Some(NameReading { start, end: j, weight: 12, full: true })
    }
}
