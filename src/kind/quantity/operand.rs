//! Operands: one number with its unit, before, behind or around it.

use super::{
    site::Site,
    units::{Flag, Unit},
    verdict::Verdict,
    words::{AmountClass, BOUNDS},
};
use crate::{
    lexicon::{Entry, Table},
    number::{Hedge, Number, Style},
    text::{is_han, is_letter, is_letter_or_digit},
};
use rust_decimal::Decimal;

/// Characters of a compound on either side of its unit.
const COMPOUND: usize = 40;

/// One number with its unit.
#[derive(Debug, Clone)]
pub(super) struct Operand {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) number: Number,
    /// Rows of the units before and after it.
    pub(super) prefix: Option<usize>,
    pub(super) suffix: Option<usize>,
    /// What stands behind the unit and belongs to the number: 角 and 分, 半 of 两成半.
    pub(super) rest: Decimal,
}

impl Operand {
    /// The row of the unit that counts: 人民币 of 人民币3亿元.
    pub(super) fn row(&self) -> usize {
        self.prefix.or(self.suffix).unwrap_or(0)
    }
}

impl Site<'_> {
    /// A number before its unit at `start..end`.
    pub(super) fn suffixed(&self, start: usize, end: usize, row: usize) -> Result<Operand, Verdict> {
        let unit = self.unit(row).filter(|u| u.before).ok_or(Verdict::NoNumber)?;
        if self.of.spaced
            && let Some(operand) = self.compound(start, end, row)
        {
            return Ok(operand);
        }
        if unit.has(Flag::Compound) || unit.has(Flag::Joined) || !self.whole(start, end) {
            return Err(Verdict::NoNumber);
        }
        if self.block.before(end).is_ascii_alphabetic() && self.block.get(end).is_ascii_digit() {
            return Err(Verdict::NoNumber);
        }
        // *5 %-spärr*: with a hyphen and letters it is another word, unless all are written as one (*3%-räntan*).
        if self.block.get(end) == '-'
            && is_letter(self.block.get(end + 1))
            && !is_letter_or_digit(self.block.before(end))
            && self.block.before(start) == ' '
        {
            return Err(Verdict::OtherWord);
        }
        let j = self.back(start);
        // 5亿元(人民币,下同): what stands in brackets says which money, and stays outside.
        let end = (start..end).find(|&i| self.block.get(i) == '(').unwrap_or(end);
        let number = self.number_before(j).or_else(|| self.colon(j, unit)).or_else(|| self.halved(j, unit));
        let number = number.or_else(|| self.bracketed(j));
        let (at, number) = number.and_then(|(at, n)| self.earlier(at, n)).ok_or(Verdict::NoNumber)?;
        let mut operand =
            Operand { start: at, end, number, prefix: None, suffix: Some(row), rest: Decimal::ZERO };
        if self.other_word(&operand, unit, (start, end)) {
            return Err(Verdict::OtherWord);
        }
        let sure = self.prefix_before(&mut operand);
        let change = self.small_change(&mut operand, unit);
        // 块 counts pieces of all sorts: money only with a digit behind, or after a word of spending.
        if unit.has(Flag::Spoken) && !change && !(self.closed(end) && self.priced(at, operand.number.low)) {
            return Err(Verdict::NotSpent);
        }
        self.judge(&operand, unit, start, sure)?;
        Ok(operand)
    }

    /// A number of halves before a unit that may have them.
    pub(super) fn halved(&self, end: usize, unit: &Unit) -> Option<(usize, Number)> {
        if unit.has(Flag::Counted) { self.of.numerals.halved(&self.block.chars, end) } else { None }
    }

    /// *12,3 (11,5) miljoner kronor*: the figure of the year before in brackets. The number before them counts.
    fn earlier(&self, at: usize, number: Number) -> Option<(usize, Number)> {
        let close = self.back(at).checked_sub(1).filter(|&k| self.block.get(k) == ')');
        let (Some(close), Style::Bare, true) = (close, number.style, self.of.spaced) else {
            return Some((at, number));
        };
        let (at, first) = self.bracketed(close + 1)?;
        let first = first.scaled(number.scale)?;
        Some((at, Number { end: number.end, ..first }))
    }

    /// The number before another one in brackets: *12,3 (11,5) Mkr*.
    fn bracketed(&self, end: usize) -> Option<(usize, Number)> {
        let close = end.checked_sub(1).filter(|&k| self.of.spaced && self.block.get(k) == ')')?;
        let (open, _) = self.number_before(close)?;
        let open = open - usize::from(self.block.before(open) == '-');
        let open = open.checked_sub(1).filter(|&k| self.block.get(k) == '(')?;
        let (at, first) = self.number_before(self.back(open))?;
        let plain = first.scale == Decimal::ONE && first.hedge == Hedge::None;
        plain.then_some((at, Number { end, ..first }))
    }

    /// A unit sign or name before the number of an operand that has one behind: 人民币 of 人民币3亿元.
    fn prefix_before(&self, operand: &mut Operand) -> bool {
        let name = |at: usize| {
            let fits = |e: &Entry| {
                self.unit(e.row as usize).is_some_and(|u| !u.has(Flag::Region)) && self.whole(e.at, at)
            };
            self.units_before(at).filter(fits).last()
        };
        let at = self.back(operand.start);
        // 港币约500万元: the name may stand before a word that bounds the number.
        let near = name(at);
        let entry = near.or_else(|| {
            let word = self.before(at);
            if word.any(BOUNDS) { name(word.edge) } else { None }
        });
        let Some(entry) = entry else { return false };
        let suffix = operand.suffix.and_then(|s| self.unit(s));
        let (Some(prefix), Some(suffix)) = (self.unit(entry.row as usize), suffix) else { return false };
        // 日币5000元 is yen; a name that takes no number behind must have a currency of its own.
        let fits = suffix.has(Flag::Region) && !prefix.id.is_empty() || prefix.after && prefix.same(suffix);
        if !fits || self.rate(entry.at) {
            return false;
        }
        if near.is_some() {
            operand.start = entry.at;
        }
        operand.prefix = Some(entry.row as usize);
        true
    }

    /// Whether the name of a currency at `at` is the one half of a rate: 每美元8元, 1美元8元.
    fn rate(&self, at: usize) -> bool {
        self.block.before(at).is_ascii_digit()
            || self.of.numerals.may_end(&self.block.chars, at)
            || self.before(at).has(AmountClass::Each)
    }

    /// 角 and 分 behind 元, the 五 of 三块五 and 三成五, *och 50 öre*.
    fn small_change(&self, operand: &mut Operand, unit: &Unit) -> bool {
        let tenth = Decimal::new(1, 1);
        let digit = |at: usize| {
            let number = self.number(at).filter(|n| n.end == at + 1 && n.scale == Decimal::ONE)?;
            let digit = number.low < Decimal::TEN && number.low > Decimal::ZERO && number.high.is_none();
            (digit && number.hedge == Hedge::None).then_some(number)
        };
        if unit.has(Flag::Few) {
            let word = self.of.guards.rest(self.lexicon, self.block, operand.end);
            if word.has(AmountClass::Half) {
                operand.rest = unit.factor * Decimal::new(5, 1);
                operand.end = word.edge;
            } else if let Some(n) = digit(operand.end).filter(|n| self.tenth(operand, n)) {
                operand.rest = n.low * unit.factor * tenth;
                operand.end = n.end;
            } else if word.has(AmountClass::Fringe) {
                operand.number.hedge = Hedge::More;
                operand.end = word.edge;
            }
            return true;
        }
        let spoken = unit.has(Flag::Spoken);
        let shares = self.of.units.table != Table::Currencies;
        if shares || unit.factor != Decimal::ONE && !spoken || operand.number.high.is_some() {
            return false;
        }
        let mut any = false;
        let mut whole = unit.factor;
        while let Some((end, part, value)) =
            self.part(operand.end, unit).filter(|p| p.1 < whole && p.2 < whole)
        {
            operand.rest += value;
            operand.end = end;
            whole = part;
            any = true;
        }
        if any && whole > Decimal::new(1, 2) || spoken {
            // 三块五, 三块五毛六; 三块五|一斤
            let at = operand.end;
            let word = |&(start, ref n): &(usize, Number)| start == at && n.style == Style::Words;
            let parted = || self.number_before(at + 1).filter(word).map(|(_, n)| n);
            if let Some(n) = digit(at).or_else(parted).filter(|n| self.closed(n.end)) {
                operand.rest += n.low * whole * tenth;
                operand.end = n.end;
                any = true;
            }
        }
        any
    }

    /// Whether a digit behind a tenth is the part of it that follows: 六成五, 3成8; not what is counted next: 3成8人.
    fn tenth(&self, operand: &Operand, digit: &Number) -> bool {
        let alike = digit.style == Style::Digits && operand.number.style == Style::Digits;
        digit.style == Style::Words || alike && !self.after(digit.end).has(AmountClass::Counter)
    }

    /// A number of parts of a main unit behind it: where it ends, what a part is, and the value.
    fn part(&self, at: usize, main: &Unit) -> Option<(usize, Decimal, Decimal)> {
        let and = self.after(at);
        let at = self.on(if and.has(AmountClass::And) { and.edge } else { at });
        let number = self.number(at).filter(|n| n.hedge == Hedge::None && n.high.is_none())?;
        let word = self.after(number.end);
        if word.has(AmountClass::Part) {
            let part = self.value(&word)?;
            return Some((word.edge, part, number.low.checked_mul(part)?));
        }
        let next = self.on(number.end);
        let entry = self.unit_at(next).filter(|e| self.whole(next, e.at))?;
        let unit = self.unit(entry.row as usize).filter(|u| u.before && u.part_of(main))?;
        Some((entry.at, unit.factor, number.low.checked_mul(unit.factor)?))
    }

    /// *2:30 kronor*: kronor and öre.
    fn colon(&self, end: usize, unit: &Unit) -> Option<(usize, Number)> {
        if !self.of.spaced || self.of.units.table != Table::Currencies || unit.factor != Decimal::ONE {
            return None;
        }
        let digit = |back: usize| end.checked_sub(back).and_then(|k| self.block.get(k).to_digit(10));
        let (tens, ones) = (digit(2)?, digit(1)?);
        if self.block.get(end.checked_sub(3)?) != ':' {
            return None;
        }
        let (at, number) = self.number_before(end - 3)?;
        let whole = number.scale == Decimal::ONE && number.low.scale() == 0 && number.style == Style::Digits;
        let low = number.low.checked_add(Decimal::new(i64::from(tens * 10 + ones), 2))?.normalize();
        whole.then_some((at, Number { low, end, ..number }))
    }

    /// *60 000-kronorsböter*, *30-procentig*, *tioprocentig*, *tjugokronorssedel*: a unit inside a compound.
    fn compound(&self, start: usize, end: usize, row: usize) -> Option<Operand> {
        let unit = self.unit(row)?;
        let hyphen = self.block.before(start) == '-';
        if !hyphen && self.block.word_starts(start) {
            return None;
        }
        let letters = (end..end + COMPOUND).take_while(|&i| is_letter(self.block.get(i)));
        let stop = end + letters.count();
        // A unit goes on in a compound by what joins its parts: kronors|böter, procents|spärren.
        let joined = |joint: &[char]| self.block.chars[start..end].ends_with(joint);
        let binds = unit.has(Flag::Joined) || self.of.joints.iter().any(|joint| joined(joint));
        if stop > end && !binds {
            return None;
        }
        if stop == end && !hyphen && !unit.has(Flag::Joined) && self.block.before(start).is_ascii_digit() {
            return None; // 500kr is no compound
        }
        if unit.has(Flag::Compound) {
            let rest = self.of.guards.rest(self.lexicon, self.block, end);
            if !rest.has(AmountClass::Tail) || rest.edge != stop {
                return None;
            }
        }
        let (at, number) = if hyphen {
            self.number_before(start - 1)?
        } else {
            let letters = (start.saturating_sub(COMPOUND)..start).rev();
            let at = start - letters.take_while(|&i| is_letter(self.block.get(i))).count();
            let compound = self.of.numerals.in_compound(&self.block.chars, at);
            let (stop, value) = compound.filter(|c| c.0 == start)?;
            (at, Number::of(value.into(), stop))
        };
        (number.hedge != Hedge::Vague).then_some(Operand {
            start: at,
            end: stop,
            number,
            prefix: None,
            suffix: Some(row),
            rest: Decimal::ZERO,
        })
    }

    /// A number behind its unit at `start..end`.
    pub(super) fn prefixed(&self, start: usize, end: usize, row: usize) -> Result<Operand, Verdict> {
        let unit = self.unit(row).filter(|u| u.after).ok_or(Verdict::NoNumber)?;
        let letter = |c: char| is_letter(c) && !is_han(c);
        let (first, before) = (self.block.get(start), self.block.before(start));
        if letter(first) && (letter(before) || before.is_ascii_digit()) {
            return Err(Verdict::NoNumber);
        }
        // AUD$40; but XQ$30 is in no money that anybody knows.
        let (start, row) = if first == '$' && letter(before) {
            self.code_before(start).ok_or(Verdict::OtherWord)?
        } else {
            (start, row)
        };
        // 百万分之三 is no 万分之三.
        if !unit.before && self.of.numerals.may_end(&self.block.chars, start) {
            return Err(Verdict::OtherWord);
        }
        if unit.before && is_letter(first) && self.rate(start) {
            return Err(Verdict::OtherWord);
        }
        let at = if self.block.get(end) == ' ' { end + 1 } else { end };
        let number = self.number(at).ok_or(Verdict::NoNumber)?;
        if number.hedge == Hedge::Vague {
            return Err(Verdict::NoFigure);
        }
        let operand =
            Operand { start, end: number.end, number, prefix: Some(row), suffix: None, rest: Decimal::ZERO };
        if unit.before { self.prefixed_rest(operand, unit) } else { Ok(operand) }
    }

    /// The code of a currency that ends before its sign: where it begins, and its row.
    fn code_before(&self, sign: usize) -> Option<(usize, usize)> {
        let start = sign.checked_sub(3).filter(|&start| self.block.word_starts(start))?;
        let letters = self.block.chars.get(start..sign)?.iter();
        let code: String = letters.map(char::to_ascii_uppercase).collect();
        let named = |u: &Unit| *u.id == *code && u.factor == Decimal::ONE && !u.has(Flag::Region);
        self.of.units.rows.iter().position(named).map(|row| (start, row))
    }

    /// What may stand behind a number with its unit before it: another unit, an English multiplier.
    fn prefixed_rest(&self, mut operand: Operand, unit: &Unit) -> Result<Operand, Verdict> {
        let number = operand.number;
        let next = self.on(number.end);
        let suffix = self
            .unit_at(next)
            .filter(|e| self.unit(e.row as usize).is_some_and(|u| u.before) && self.whole(next, e.at));
        if let Some(entry) = suffix {
            let other = self.unit(entry.row as usize).ok_or(Verdict::NoNumber)?;
            let both = Operand { suffix: Some(entry.row as usize), ..operand.clone() };
            if !(other.has(Flag::Region) || other.same(unit))
                || self.other_word(&both, other, (next, entry.at))
            {
                return Err(Verdict::OtherWord);
            }
            operand.end = entry.at;
            operand.suffix = both.suffix;
            if other.has(Flag::Region) {
                self.small_change(&mut operand, other);
            }
            return Ok(operand);
        }
        // $3 million, €2bn
        let scale = |at: usize| {
            let word = self.of.guards.rest(self.lexicon, self.block, at);
            let ends = !self.block.get(word.edge).is_ascii_alphanumeric();
            self.value(&word).filter(|_| word.has(AmountClass::Scale) && ends).map(|scale| (word.edge, scale))
        };
        if number.scale == Decimal::ONE
            && let Some((end, scale)) = [next, number.end].into_iter().find_map(scale)
        {
            operand.number = number.scaled(scale).ok_or(Verdict::TooLarge)?;
            operand.end = end;
            return Ok(operand);
        }
        // A name before a number may belong to something else: 人民币3种; a sign may not.
        let first = self.block.get(operand.start);
        let named = is_letter(first) && is_han(first);
        // 人民币对美元16:30收盘
        let clock = self.block.get(number.end) == ':' && self.block.get(number.end + 1).is_ascii_digit();
        if named && clock {
            return Err(Verdict::Counted);
        }
        if named && (self.after(number.end).has(AmountClass::Counter) || number.style == Style::Bare) {
            return Err(Verdict::Counted);
        }
        if is_letter(self.block.get(number.end)) && !is_han(self.block.get(number.end)) {
            return Err(Verdict::OtherWord);
        }
        Ok(operand)
    }
}
