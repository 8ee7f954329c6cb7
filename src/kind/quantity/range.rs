//! Ranges: a number before another one that makes a range of the two, or shares its unit; and the sign of both.

use super::{
    operand::Operand,
    site::{QuantityReading, Site},
    verdict::Verdict,
    words::{self, AmountClass},
};
use crate::{
    number::{Hedge, Number, Style},
    text::{is_han, is_letter, is_letter_or_digit},
};
use rust_decimal::Decimal;

/// What a number before another one makes of both.
pub(super) enum Left {
    Nothing,
    /// One range: where it starts, and its ends.
    Range(usize, Decimal, Decimal),
    /// Two quantities.
    Other(Other),
}

/// A number that shares the unit of the one behind it.
pub(super) struct Other {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) value: Decimal,
    /// The second is what became of it.
    pub(super) from: bool,
}

/// The first number of two, with its own unit or not.
struct First {
    start: usize,
    /// Where it ends, and where its unit does.
    end: usize,
    number: Number,
    own: bool,
    /// Its unit stands before it.
    prefixed: bool,
    minus: bool,
}

impl Site<'_> {
    /// What stands before an operand: the first number of a range, or one that shares the unit. `minus` is where the
    /// operand's own sign stands.
    pub(super) fn left(&self, operand: &Operand, minus: Option<usize>) -> Result<Left, Verdict> {
        if let Some(left) = self.enumerated(operand) {
            return Ok(left);
        }
        let start = minus.unwrap_or(operand.start);
        let word = self.before(self.back(start));
        let range = word.has(AmountClass::Range) || word.has(AmountClass::RangeBoth);
        if !range && !word.has(AmountClass::To) {
            return Ok(Left::Nothing);
        }
        let at = word.edge;
        let dash = matches!(self.block.get(at), '-' | '~' | '—');
        let m = self.back(at);
        if dash && ((m < at) != (self.back(start) < start) || matches!(self.block.before(at), '\n' | '\0')) {
            return Ok(Left::Nothing); // a dash of the sentence, or before an item
        }
        let Some(first) = self.first(operand, m) else { return Ok(Left::Nothing) };
        if first.number.hedge == Hedge::Vague
            || first.number.style == Style::Bare && !first.own
            || first.number.style == Style::Article && !first.own && dash
            // 3-$5
            || operand.prefix.is_some() && operand.suffix.is_none() && !first.prefixed
        {
            return Ok(Left::Nothing);
        }
        if dash
            && !first.minus
            && self.block.before(first.start) == '-'
            && self.block.before(first.start - 1).is_ascii_digit()
        {
            return Err(Verdict::UnclearRange); // 1-2-3
        }
        if word.has(AmountClass::RangeBoth)
            && !word.has(AmountClass::Range)
            && !(self.before(self.back(first.start)).has(AmountClass::Both)
                || self.after(operand.end).has(AmountClass::Both))
        {
            return Ok(Left::Nothing);
        }
        self.pair(operand, &first, minus, (range, dash))
    }

    /// The number that ends before `at`, and its unit if it has the same.
    fn first(&self, operand: &Operand, at: usize) -> Option<First> {
        let unit = self.unit(operand.row())?;
        let entry = self
            .units_before(at)
            .filter(|e| self.unit(e.row as usize).is_some_and(|u| u.before) && self.whole(e.at, at))
            .last();
        let (end, own) = match entry {
            Some(entry) => {
                let other = self.unit(entry.row as usize)?;
                let suffix = operand.suffix.and_then(|s| self.unit(s));
                if !other.same(unit) && !suffix.is_some_and(|s| s.same(other)) {
                    return None;
                }
                (self.back(entry.at), true)
            }
            None => (at, false),
        };
        let (mut start, number) = self.number_before(end).or_else(|| self.halved(end, unit))?;
        let mut prefixed = false;
        if operand.prefix.is_some() || own {
            let p = self.back(start);
            let sign = self
                .units_before(p)
                .filter(|e| self.unit(e.row as usize).is_some_and(|u| u.after && u.id == unit.id))
                .last();
            if let Some(entry) = sign {
                start = entry.at;
                prefixed = true;
            }
        }
        let sign = self.minus(start);
        Some(First { start: sign.unwrap_or(start), end, number, own, prefixed, minus: sign.is_some() })
    }

    /// What two numbers with a word between them are.
    fn pair(
        &self,
        operand: &Operand,
        first: &First,
        minus: Option<usize>,
        (range, dash): (bool, bool),
    ) -> Result<Left, Verdict> {
        let (start, number, second) = (first.start, &first.number, &operand.number);
        let own = first.own || first.prefixed;
        // *uppgick 2024 till 98 miljoner kronor*: when, and how much.
        if !dash && !own && self.dated(first, second, range) {
            return Ok(Left::Nothing);
        }
        let ends = if own {
            Some((number.low, second.high.unwrap_or(second.low)))
        } else {
            self.thousands(number, second)
                .or_else(|| shared(number, second).filter(|_| !(dash && hundreds(number, second))))
        };
        let sign = |(low, high): (Decimal, Decimal)| {
            (if first.minus { -low } else { low }, if minus.is_some() { -high } else { high })
        };
        let ends = ends.map(sign);
        let before = self.before(self.back(start));
        let from = before.has(AmountClass::From);
        // *steg med 2 kronor till 50 kronor*, 涨2元至50元: a change and where it led.
        let far =
            |(low, high): (Decimal, Decimal)| low.checked_mul(Decimal::from(3)).is_none_or(|l| l < high);
        let step = before.has(AmountClass::Reach) && !from
            || words::direction(&before).is_some() && ends.is_some_and(far);
        if own && !dash && step && range {
            return Ok(Left::Nothing);
        }
        let other = |value| {
            let end = first.end;
            let alone = second.high.is_none() && operand.rest.is_zero() && number.high.is_none();
            if own || !alone {
                return Left::Nothing;
            }
            Left::Other(Other { start, end, value, from: true })
        };
        // 由3.1降至2.4%: a verb that says where it went.
        if !range {
            let sure = from || number.style == Style::Digits;
            return Ok(ends.filter(|_| sure).map_or(Left::Nothing, |(low, _)| other(low)));
        }
        Ok(match ends {
            Some((low, high)) if low < high => {
                let moves = from && !dash && self.moves(start, operand.end);
                if moves { other(low) } else { Left::Range(start, low, high) }
            }
            Some((low, high)) if from && !dash && high < low => other(low),
            _ if own || !dash => Left::Nothing,
            _ => return Err(Verdict::UnclearRange),
        })
    }

    /// Two numbers in figures of which the first shares the thousands of the second: *30–40 000*.
    fn thousands(&self, first: &Number, second: &Number) -> Option<(Decimal, Decimal)> {
        let (thousand, high) = (Decimal::from(1000), second.high.unwrap_or(second.low));
        let figures = [first, second].iter().all(|n| n.style == Style::Digits && n.scale == Decimal::ONE);
        if !self.of.spaced || !figures || first.low.fract() != Decimal::ZERO || !(high % thousand).is_zero() {
            return None;
        }
        let low = first.low.checked_mul(thousand)?;
        // 50–1 000 000 is far apart either way.
        let near = low.checked_mul(Decimal::TEN).is_none_or(|most| high <= most);
        (first.low >= Decimal::ONE && low < high && near).then_some((low, high))
    }

    /// Whether the first number of what looks like a range is a year: it is written as one, and no start of that range.
    fn dated(&self, first: &First, second: &Number, range: bool) -> bool {
        let number = &first.number;
        let digits = |start: usize| (start..number.end).all(|i| self.block.get(i).is_ascii_digit());
        let year = number.end >= 4
            && digits(number.end - 4)
            && first.start + 4 == number.end
            && (Decimal::from(1900)..Decimal::from(2100)).contains(&number.low)
            && !(number.low % Decimal::from(100)).is_zero();
        let shared = number.scaled(second.scale).is_some_and(|n| n.low < second.low);
        let near = number.low.checked_mul(Decimal::from(3)).is_some_and(|n| n > second.low);
        let starts = near || second.scale > Decimal::ONE && shared;
        year && (self.of.spaced && !starts || !range)
    }

    /// *två, tre miljoner*: two numerals in a row are one or the other.
    fn enumerated(&self, operand: &Operand) -> Option<Left> {
        let comma = self.back(operand.start).checked_sub(1).filter(|&at| self.block.get(at) == ',')?;
        let second = &operand.number;
        if !self.of.spaced || second.style != Style::Words {
            return None;
        }
        let (start, first) = self.number_before(comma)?;
        let next = first.low.checked_add(Decimal::ONE)?.checked_mul(second.scale)? == second.low;
        let plain = matches!(first.style, Style::Words | Style::Article) && first.scale == Decimal::ONE;
        (plain && next && first.hedge == Hedge::None).then_some(Left::Range(
            start,
            first.scaled(second.scale)?.low,
            second.low,
        ))
    }

    /// The second number of a range after an operand that has its sign before it.
    pub(super) fn right(&self, operand: &Operand) -> Option<(usize, Decimal, Decimal)> {
        let word = self.after(operand.end);
        if !word.has(AmountClass::Range) || self.of.spaced && is_letter(self.block.get(operand.end)) {
            return None;
        }
        let second =
            self.number(self.on(word.edge)).filter(|n| n.hedge != Hedge::Vague && n.high.is_none())?;
        if self.after(second.end).has(AmountClass::Counter)
            || self.block.get(second.end).is_ascii_alphanumeric()
        {
            return None;
        }
        let first = &operand.number;
        let (low, high) = self
            .thousands(first, &second)
            .or_else(|| shared(first, &second).filter(|_| !hundreds(first, &second)))?;
        (low < high).then_some((second.end, low, high))
    }

    /// Joins two amounts of units and parts with a word of a range between them: *2 kronor 10 öre–2 kronor 60 öre*.
    pub(super) fn join(&self, found: &mut Vec<QuantityReading>) {
        let mut i = 1;
        while i < found.len() {
            let (a, b) = (&found[i - 1], &found[i]);
            let same = self.unit(a.row).zip(self.unit(b.row)).is_some_and(|(a, b)| a.id == b.id);
            let word = self.before(self.back(b.start));
            let between = word.has(AmountClass::Range) && self.back(word.edge) == a.end && b.start > a.end;
            let single = a.high.is_none() && b.high.is_none() && a.low < b.low;
            if (a.parts || b.parts) && same && single && between {
                let (end, high) = (b.end, b.low);
                found[i - 1].end = end;
                found[i - 1].high = Some(high);
                found.remove(i);
            } else {
                i += 1;
            }
        }
    }

    /// Where a minus stands right before a number: after a space or a sign, or in a language without spaces after a word; not
    /// before an item at the start of a line, nor between amounts.
    pub(super) fn minus(&self, start: usize) -> Option<usize> {
        let at = start.checked_sub(1).filter(|&at| self.block.get(at) == '-')?;
        let lead = self.block.before(at);
        let clear = match lead {
            '\0' | '\n' => false,
            // −0,5–−0,2: a dash, and a minus.
            '-' => self.block.before(at - 1).is_ascii_digit(),
            ' ' | '(' => true,
            _ if self.of.spaced => false,
            _ => !is_letter_or_digit(lead) || is_han(lead),
        };
        (clear && !self.amount_ends(at)).then_some(at)
    }

    /// Whether a number or an amount ends before a place.
    fn amount_ends(&self, at: usize) -> bool {
        let end = self.back(at);
        let figure =
            |end: usize| self.block.before(end).is_ascii_digit() || self.number_before(end).is_some();
        let unit = |e: crate::lexicon::Entry| {
            self.unit(e.row as usize).is_some_and(|u| u.before) && figure(self.back(e.at))
        };
        // 一元五角-两元八角: a part ends as the amount does, and a numeral stands before it.
        let part = (end.saturating_sub(3)..end)
            .any(|i| figure(i) && self.after(i).has(AmountClass::Part) && self.after(i).edge == end);
        // 10万-20万元: a number with its multiplier, too.
        figure(end) || self.units_before(end).any(unit) || part
    }

    /// Gives a quantity its minus, written or spoken.
    pub(super) fn sign(&self, found: &mut QuantityReading, minus: Option<usize>) {
        if let Some(at) = minus {
            found.low = -found.low;
            found.start = at;
            found.lead = at;
            return;
        }
        let word = self.before(self.back(found.start));
        if !word.has(AmountClass::Minus) || found.high.is_some() || self.block.get(word.edge) == '-' {
            return;
        }
        let at = word.edge;
        // 负 begins numbers after 为 and the like only: 减负 and 背负 are verbs; and it bears responsibilities.
        let lead = self.before(self.back(at));
        let told = self.of.spaced
            || !is_han(self.block.before(at))
            || lead.any(&[AmountClass::Glue, AmountClass::To]);
        let duty = (found.end..found.end + 3)
            .any(|i| self.of.guards.rest(self.lexicon, self.block, i).has(AmountClass::Duty));
        if told && !duty {
            found.low = -found.low;
            found.start = at;
            found.lead = at;
        }
    }
}

/// Two numbers of which the first may share the multiplier of the second; none where that cannot be told.
pub(super) fn shared(first: &Number, second: &Number) -> Option<(Decimal, Decimal)> {
    let high = second.high.unwrap_or(second.low);
    let small = Decimal::from(10);
    if first.scale == Decimal::ONE && second.scale > Decimal::ONE {
        // 30 till 50 miljoner, 两到三千万
        if let Some(low) = first.scaled(second.scale).filter(|n| n.low < high) {
            return lone(first, second, low.low, high);
        }
        // 500 000 till 2 miljoner; but not 900 till 1,2 miljoner.
        return (first.low >= Decimal::from(1000) && first.low < high).then_some((first.low, high));
    }
    if first.scale == Decimal::ONE
        && second.unit > Decimal::ONE
        && first.low < small
        && first.style == second.style
    {
        let low = first.low.checked_mul(second.unit)?;
        return Some((if low < high { low } else { first.low }, high));
    }
    Some((first.low, high))
}

/// 5–600 is written for 500–600 and for 5–600.
fn hundreds(first: &Number, second: &Number) -> bool {
    let hundred = Decimal::from(100);
    first.style == Style::Digits
        && second.style == Style::Digits
        && second.scale == Decimal::ONE
        && first.low < Decimal::from(10)
        && second.low >= hundred
        && (second.low % hundred).is_zero()
}

/// The hundred or thousand that two numerals share beside 万 and 亿: 三至五百万.
fn lone(first: &Number, second: &Number, low: Decimal, high: Decimal) -> Option<(Decimal, Decimal)> {
    let small = first.low < Decimal::from(10) && first.unit == Decimal::ONE && first.style == second.style;
    if small && second.unit > Decimal::ONE {
        let shared = low.checked_mul(second.unit)?;
        if shared < high {
            return Some((shared, high));
        }
    }
    Some((low, high))
}
