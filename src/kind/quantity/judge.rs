//! Whether a number and a unit that stand together are a quantity: short decisions over the classes of the words beside
//! them, each ending in a named verdict.

use super::{
    clause::CLAUSE,
    operand::Operand,
    site::Site,
    units::{Flag, Unit},
    verdict::Verdict,
    words::{AmountClass, BOUNDS},
};
use crate::{
    kind::guard::Neighbour,
    lexicon::{Entry, Table, TableSet},
    number::{Hedge, Number, Style},
    text::{is_han, is_letter, is_letter_or_digit},
};
use rust_decimal::Decimal;
use std::ops::Range;

/// Characters on either side of a number in which a word may make its unit mean any money at all.
const NEAR: usize = 8;

impl Site<'_> {
    /// Whether number and unit go together.
    pub(super) fn judge(
        &self,
        operand: &Operand,
        unit: &Unit,
        start: usize,
        sure: bool,
    ) -> Result<(), Verdict> {
        let number = &operand.number;
        let figureless = number.hedge == Hedge::Vague || number.style == Style::Bare;
        if figureless && self.orders(number, operand.start).is_some() {
            return Ok(());
        }
        if number.hedge == Hedge::Vague {
            return Err(Verdict::NoFigure);
        }
        let digits = number.style == Style::Digits;
        let alone = number.scale == Decimal::ONE;
        let capital = self.block.get(start).is_uppercase();
        let shouted = self.block.before(self.back(start)).is_uppercase();
        let title = capital && alone && self.block.get(self.on(operand.end)).is_ascii_digit();
        if capital && unit.has(Flag::Plain)
            || self.of.spaced && capital && !digits && !shouted && !unit.has(Flag::Letters)
            || title && self.of.spaced && !unit.has(Flag::Letters)
        {
            return Err(Verdict::OtherWord);
        }
        let few = !digits && number.low < Decimal::ONE_HUNDRED;
        if alone && (unit.has(Flag::Weak) && !sure || unit.has(Flag::Digits) && few) {
            return Err(Verdict::WeakUnit);
        }
        if (unit.factor == Decimal::new(1, 2) || number.style == Style::Article) && self.idle(operand) {
            return Err(Verdict::AnyMoney);
        }
        if (unit.has(Flag::Rate) || unit.has(Flag::Moved)) && !self.rated(operand, unit) {
            return Err(Verdict::NoRate);
        }
        if unit.has(Flag::Few) {
            let few = |n: Decimal| n <= Decimal::TEN && n > Decimal::ZERO;
            if self.named(operand) {
                return Err(Verdict::PersonalName);
            }
            if !(alone && few(number.low) && number.high.is_none_or(few)) {
                return Err(Verdict::MoreThanAll);
            }
        }
        if number.style == Style::Bare && !sure {
            // 百万元 is a number, 亿元 a class of amounts, unless something says how near it is.
            if number.unit <= Decimal::ONE && !self.bounded(operand.start) {
                return Err(Verdict::BareMultiplier);
            }
        } else if unit.has(Flag::Region) && number.style == Style::Words && !sure {
            // 三元 begins names and terms more often than it is money.
            let single = operand.end - operand.start == 2 && number.low < Decimal::TEN;
            if single && !self.paid(operand.start, operand.end) {
                return Err(Verdict::NotPaid);
            }
        }
        Ok(())
    }

    /// How many times an amount without a figure may be what it names, where such are asked for: *flera miljoner*, 数百亿, 兆元. Not
    /// *några kronor*, which names no order, nor the 数 of a word that goes before: 总数.
    pub(super) fn orders(&self, number: &Number, start: usize) -> Option<Decimal> {
        if !self.figureless {
            return None;
        }
        if number.style == Style::Bare {
            let class = number.unit <= Decimal::ONE && !self.bounded(start);
            return class.then_some(Decimal::ONE_THOUSAND);
        }
        let owned = self.of.guards.before(self.lexicon, self.block, start + 1).has(AmountClass::Counts);
        (number.hedge == Hedge::Vague && number.low >= Decimal::TEN && !owned).then_some(Decimal::TEN)
    }

    /// Whether the unit at `start..end` begins another word, or the number before it ends one.
    pub(super) fn other_word(&self, operand: &Operand, unit: &Unit, (start, end): (usize, usize)) -> bool {
        let number = &operand.number;
        let words = number.style == Style::Words;
        let reaches =
            |word: Neighbour<AmountClass>| word.has(AmountClass::NumberWord) && word.edge < operand.start;
        if words && reaches(self.before(self.back(start))) {
            return true;
        }
        // 5比尔·盖茨: the first part of a name.
        if self.block.get(end) == '·' && is_han(self.block.get(end + 1)) {
            return true;
        }
        let word = self.of.guards.itself(self.lexicon, self.block, start);
        // After 万 and 亿 stands the unit, whatever follows: 75万元经济损失.
        if word.edge <= end || number.scale > Decimal::ONE && number.style != Style::Bare {
            return false;
        }
        let free = || self.bounded(operand.start) || self.before(operand.start).has(AmountClass::Group);
        let single = words && number.low < Decimal::TEN && start == operand.start + 1;
        word.has(AmountClass::Word)
            || word.has(AmountClass::Term) && single
            || word.has(AmountClass::Verb) && !free()
            || word.has(AmountClass::Likely) && number.low >= Decimal::from(8) && !free()
            || word.has(AmountClass::Grade) && self.closed(word.edge)
            || word.has(AmountClass::HalfWord) && number.low < Decimal::ONE && unit.has(Flag::Counted)
    }

    /// Whether a cent stands for any money at all: 没花一分钱, 每一分钱.
    fn idle(&self, operand: &Operand) -> bool {
        let (start, end) = (operand.start, operand.end);
        let not = |i: usize| self.word_of(i, &[AmountClass::Denies]).is_some();
        let near = if self.of.spaced { 2 * NEAR } else { NEAR };
        let mut clause = (start.saturating_sub(near)..start).rev().take_while(|&i| !self.breaks(i));
        operand.number.low == Decimal::ONE
            && operand.number.style != Style::Digits
            && (clause.any(not)
                || (end..end + 2).any(not)
                || self.before(start).has(AmountClass::Any)
                || self.after(end).has(AmountClass::Any))
    }

    /// Whether a share is a personal name: a surname stands before it, and the person does something.
    fn named(&self, operand: &Operand) -> bool {
        let surname =
            self.lexicon.ends_at(&self.block.chars, operand.start, TableSet::of(&[Table::Surnames]));
        let sure = |e: &Entry| matches!(self.lexicon.row(*e).get("kind"), "plain" | "compound");
        let Some(surname) = surname.filter(sure).last() else { return false };
        let heads = !is_letter_or_digit(self.block.before(surname.at));
        let word = self.after(operand.end);
        operand.number.style == Style::Words
            && (word.has(AmountClass::Says) || word.has(AmountClass::Does) && heads)
    }

    /// Whether points are those of a rate: a word of one stands in the clause, and none of an index or a length; of a unit
    /// that says no more, a word of change too.
    fn rated(&self, operand: &Operand, unit: &Unit) -> bool {
        let letter = self.block.before(operand.start);
        if is_letter(letter) && !is_han(letter) {
            return false; // XR1200BPS
        }
        let has = |places: Range<usize>, classes: &[AmountClass]| {
            self.of.guards.in_clause(self.lexicon, self.block, places, classes).is_some()
        };
        let clause = self.clause_start(operand.start)..operand.start;
        let rate = has(clause.clone(), &[AmountClass::Rate]);
        let others = has(clause.clone(), &[AmountClass::Index, AmountClass::Length]);
        let change = &[AmountClass::Up, AmountClass::Down];
        if !unit.has(Flag::Moved) {
            return !others && (rate || self.before(self.back(operand.start)).any(change));
        }
        // *sänkning med 25 punkter väntas från centralbanken*
        let behind = operand.end..self.block.sentence_end(operand.end).min(operand.end + CLAUSE);
        let told = rate || !others && has(behind.clone(), &[AmountClass::Rate]);
        told && (has(clause, change) || has(behind, change))
    }

    /// Whether a word before `at` makes a bare multiplier a number: 近百亿元, 上亿元.
    pub(super) fn bounded(&self, at: usize) -> bool {
        let word = self.before(self.back(at));
        word.any(BOUNDS)
            || word.any(&[AmountClass::Bare, AmountClass::BareLeast, AmountClass::Up, AmountClass::Down])
    }

    /// Whether a single numeral with a unit is money by what stands around it: the end of a clause, a word of paying,
    /// bounding or counting, or another price that it makes a range with.
    fn paid(&self, start: usize, end: usize) -> bool {
        let before = self.before(self.back(start));
        let ranges =
            || before.has(AmountClass::Range) && self.units_before(self.back(before.edge)).next().is_some();
        self.closed(end) || before.any(BOUNDS) || before.has(AmountClass::Pays) || ranges()
    }

    /// Whether the words before `at` make what stands there a price: one of spending, or one that may lead to a price in
    /// a sentence about prices or to a great number.
    pub(super) fn priced(&self, at: usize, amount: Decimal) -> bool {
        let word = self.before(self.back(at));
        let led = word.any(BOUNDS) || word.has(AmountClass::Leads);
        let told = |i| self.word_of(i, &[AmountClass::Price]).is_some_and(|w| w.edge <= word.edge);
        let from = self.block.sentence_start(word.edge).max(word.edge.saturating_sub(CLAUSE));
        word.has(AmountClass::Spends)
            || led && amount >= Decimal::ONE_THOUSAND
            || led && (from..word.edge).any(told)
    }

    /// Whether a price may end here: a sign, or a word that follows prices.
    pub(super) fn closed(&self, end: usize) -> bool {
        !is_letter_or_digit(self.block.get(end)) || self.after(end).has(AmountClass::Closes)
    }
}
