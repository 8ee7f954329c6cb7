//! The words right around a quantity: how they bound it, which way it went, and compared with what.

use super::{
    clause::CLAUSE,
    site::{QuantityReading, Site},
    words::{AmountClass, basis, direction, modifier},
};
use crate::{lexicon::Table, value::Modifier};

/// Words before a quantity that may belong to it, at most.
const WORDS: usize = 6;

/// Words between a denial and the comparison that it turns round, at most.
const DENIAL: usize = 3;

/// What the words before a quantity leave to be asked.
#[derive(Debug, Default)]
struct Before {
    /// Where they begin.
    start: usize,
    /// The word that bounds the quantity begins here, and a denial turns it round.
    deniable: Option<usize>,
    /// A verb further left may say which way it went.
    reach: bool,
}

impl Site<'_> {
    /// Reads the words around a quantity.
    pub(super) fn surroundings(&self, found: &mut QuantityReading) {
        let before = self.words_before(found);
        if let Some(bound @ (Modifier::MoreThan | Modifier::LessThan)) = found.qualifiers.modifier
            && before.deniable.is_some_and(|at| self.denied(at))
        {
            found.qualifiers.modifier =
                Some(if bound == Modifier::MoreThan { Modifier::AtMost } else { Modifier::AtLeast });
        }
        let at = before.start;
        if before.reach && found.qualifiers.direction.is_none() {
            found.qualifiers.direction = self.verb(self.clause_start(at), at);
        }
        if found.qualifiers.basis.is_none() && found.qualifiers.direction.is_some() {
            found.qualifiers.basis = self.basis(self.clause_start(at)..at);
        }
        let word = self.after(found.end);
        // 五千元不到 bounds what goes before, 五千元不到三天 does not.
        if let Some(modifier) = modifier(&word)
            && found.qualifiers.modifier != Some(Modifier::Vague)
            && (modifier != Modifier::LessThan || self.closed(word.edge))
        {
            found.qualifiers.modifier = Some(modifier);
        }
        if self.of.spaced && found.qualifiers.basis.is_none() {
            let clause = (found.end..found.end + CLAUSE)
                .take_while(|&i| !self.breaks(i) && !self.block.get(i).is_ascii_digit());
            found.qualifiers.basis = self.basis(clause);
        }
    }

    /// Goes back over the words before a quantity that belong to it, as long as one is known.
    fn words_before(&self, found: &mut QuantityReading) -> Before {
        let mut before = Before { start: found.lead.min(found.start), ..Before::default() };
        let mut size = false;
        for _ in 0..WORDS {
            let at = self.points(before.start);
            before.start = at;
            let word = self.before(self.back(at));
            if word.row.is_none() {
                break;
            }
            let mut known =
                word.any(&[AmountClass::Glue, AmountClass::Reach, AmountClass::From, AmountClass::To]);
            let qualifiers = &mut found.qualifiers;
            if qualifiers.direction.is_none()
                && let Some(modifier) = modifier(&word)
            {
                if qualifiers.modifier.is_none() && word.has(AmountClass::Deniable) {
                    before.deniable = Some(word.edge);
                }
                qualifiers.modifier.get_or_insert(modifier);
                known = true;
            }
            if found.bare && word.has(AmountClass::BareLeast) {
                qualifiers.modifier.get_or_insert(Modifier::AtLeast);
            }
            let compared = || {
                let way = match (word.has(AmountClass::More), word.has(AmountClass::Less)) {
                    (true, false) => Some(crate::value::Direction::Up),
                    (false, true) => Some(crate::value::Direction::Down),
                    _ => None,
                };
                way.filter(|_| self.compared(word.edge))
            };
            match (qualifiers.direction, direction(&word)) {
                (Some(_), Some(way)) if size => qualifiers.direction = Some(way),
                (None, Some(way)) => {
                    qualifiers.direction = Some(way);
                    known = true;
                }
                (None, None) => {
                    if let Some(way) = compared() {
                        qualifiers.direction = Some(way);
                        known = true;
                    }
                }
                _ => {}
            }
            if let Some(basis) = basis(&word) {
                qualifiers.basis.get_or_insert(basis);
                known = true;
            }
            before.reach |= word.has(AmountClass::Reach);
            found.from |= word.has(AmountClass::From);
            found.to |= word.has(AmountClass::To);
            if !known {
                break;
            }
            size = word.has(AmountClass::Size) || size && word.has(AmountClass::Glue);
            before.start = word.edge;
        }
        before
    }

    /// Back over the points of an index that stand beside the same change as a percentage: 跌421点或1.73%.
    fn points(&self, at: usize) -> usize {
        if self.of.units.table != Table::Percents {
            return at;
        }
        let word = self.before(at);
        let number = if word.has(AmountClass::Points) { self.number_before(word.edge) } else { None };
        number.map_or(at, |(start, _)| start)
    }

    /// Whether a comparison in words (*mer än*, *över*) that starts at `at` is denied, a few words before: *aldrig betala mer
    /// än*. Other hedges (*nästan*) only blur, denied or not.
    fn denied(&self, at: usize) -> bool {
        let mut place = at;
        for _ in 0..DENIAL {
            let word = self.before(place);
            if word.any(&[AmountClass::Denies, AmountClass::Opens]) {
                return word.has(AmountClass::Denies);
            }
            let end = self.back(place);
            let letters = (0..end).rev().take(24).take_while(|&i| self.block.get(i).is_alphabetic());
            let start = end - letters.count();
            if start == end || end == place {
                return false;
            }
            place = start;
        }
        false
    }
}
