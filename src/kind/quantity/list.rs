//! Lists of numbers that have their unit at the end: 80、120、180元, *14, 15 och 17 procent*, 分别上升0.2和1.1个百分点.

use super::{
    site::{QuantityReading, Site},
    words::{AmountClass, BOUNDS},
};
use crate::{
    number::{Hedge, Number, Style},
    value::Qualifiers,
};
use rust_decimal::Decimal;

/// Numbers before the last of a list, at most.
const LIST: usize = 8;

impl Site<'_> {
    /// The numbers before the last of a list. Three at least, in plain digits, that rise or fall throughout, or two that words
    /// distribute or lead to: all else may be numbered points, or several things.
    pub(super) fn list(&self, last: &QuantityReading) -> Vec<QuantityReading> {
        let Some((_, shares)) = self.separator(last.start, true) else { return Vec::new() };
        let plain = |n: &Number| n.style == Style::Digits && n.hedge == Hedge::None && n.high.is_none();
        let number = self.number(last.start).filter(|n| plain(n) && last.high.is_none());
        let (Some(number), Some(unit)) = (number, self.unit(last.row)) else { return Vec::new() };
        // 180元5角 ends no list.
        if number.low.checked_mul(unit.factor) != Some(last.low) || last.lead != last.start {
            return Vec::new();
        }
        let mut items: Vec<(usize, Number)> = Vec::new();
        let mut at = last.start;
        for k in 0..LIST {
            let Some((end, _)) = self.separator(at, k == 0) else { break };
            let Some((start, n)) = self.number_before(end).filter(|(_, n)| plain(n)) else { break };
            items.push((start, n));
            at = start;
        }
        let Some(first) = items.last().map(|i| i.0) else { return Vec::new() };
        let scaled = items.iter().any(|(_, n)| n.scale > Decimal::ONE);
        let told = shares || self.distributed(first);
        let led = items.len() == 1 && !scaled && self.led(first, &items[0].1);
        let values: Option<Vec<Decimal>> = items
            .iter()
            .map(|(_, n)| {
                // 12,5 respektive 14 miljoner: a multiplier at the end goes for all; of 8万和5万元 each has its own.
                let scale = if scaled { Decimal::ONE } else { number.scale };
                Some(n.low.checked_mul(scale)?.checked_mul(unit.factor)?.normalize())
            })
            .collect();
        let Some(values) = values else { return Vec::new() };
        let even =
            items.len() > 1 && !scaled && even(last.low, &values) && self.separator(at, false).is_none();
        if !(told || led || even) {
            return Vec::new();
        }
        let item = |((start, number), low): ((usize, Number), Decimal)| QuantityReading {
            start,
            end: number.end,
            low,
            qualifiers: Qualifiers::default(),
            lead: start,
            ..last.clone()
        };
        items.into_iter().zip(values).map(item).collect()
    }

    /// The end of what stands before a separator of a list, and whether the separator gives each its own; before the last
    /// number it may be a word.
    fn separator(&self, at: usize, last: bool) -> Option<(usize, bool)> {
        let word = self.before(at);
        let separates = word.has(AmountClass::List) && !(last && self.of.spaced)
            || last && word.has(AmountClass::EndsList);
        separates.then(|| (self.back(word.edge), word.has(AmountClass::Respectively)))
    }

    /// Whether a word in the clause before `at` gives each of several its own: 分别.
    fn distributed(&self, at: usize) -> bool {
        (self.clause_start(at)..at).any(|i| self.word_of(i, &[AmountClass::Respectively]).is_some())
    }

    /// Whether the words before a number lead to amounts, and it is none of another kind, such as a year.
    fn led(&self, start: usize, number: &Number) -> bool {
        let word = self.before(self.back(start));
        let year =
            number.end - start == 4 && (Decimal::from(1900)..Decimal::from(2100)).contains(&number.low);
        let leads = word.any(BOUNDS) || word.any(&[AmountClass::Reach, AmountClass::Up, AmountClass::Down]);
        leads && !word.has(AmountClass::From) && !year
    }
}

/// Whether values rise or fall throughout to the last, which is given first.
fn even(last: Decimal, before: &[Decimal]) -> bool {
    let rising = before.first().is_some_and(|&v| v < last);
    let mut next = last;
    before.iter().all(|&value| {
        let goes = if rising { value < next } else { value > next };
        next = value;
        goes
    })
}
