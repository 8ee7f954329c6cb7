//! Chinese numbers: digits, Han numerals and both mixed with 万 and 亿.

use crate::{
    Error,
    lexicon::Lexicon,
    number::{
        Hedge, Number, Numerals, REACH, Style,
        characters::{CharNumerals, Sign},
        digits::{self, Marks},
    },
};
use rust_decimal::Decimal;

/// Only the comma and its like group: 2.000% is two.
const MARKS: Marks = Marks { decimal: &['.', '·'], group: &[',', ' ', '\''], noughts: false };

/// Reads Chinese numbers.
#[derive(Debug)]
pub(super) struct ChineseNumerals {
    han: CharNumerals,
}

/// A part of a number up to 万, 亿 or 兆, in either script.
#[derive(Debug, Clone, Copy)]
struct NumberPart {
    end: usize,
    low: Decimal,
    high: Decimal,
    unit: Decimal,
    hedge: Hedge,
    style: Style,
    /// A bare digit with nothing to tell its place: the 五 of 三万五.
    lone: bool,
    decimals: bool,
}

impl Numerals for ChineseNumerals {
    /// Reads a number forward: `12亿3456万`, `1.2万亿`, `三千五百万`, `30多亿`, `三四十万`, `数百亿` (vague).
    fn number(&self, chars: &[char], at: usize) -> Option<Number> {
        let sign = self.han.sign(*chars.get(at)?);
        if matches!(sign, Sign::Several | Sign::Few) {
            let c = chars.get(at + 1).copied()?;
            if self.han.unit(c).is_none() && !self.han.scales(c) {
                return None;
            }
            let inner = self.number(chars, at + 1)?;
            return Some(Number { hedge: Hedge::Vague, style: Style::Words, ..inner });
        }
        self.digits_alone(chars, at).or_else(|| self.figure(chars, at))
    }

    /// The longest number that leaves no digit or numeral standing unread before it.
    fn before(&self, chars: &[char], end: usize) -> Option<(usize, Number)> {
        // What follows is not read: 1.5百分点 is 1.5.
        let chars = chars.get(..end)?;
        let run = chars.iter().rev().take(REACH).take_while(|&&c| self.inside(c)).count();
        (end - run..end).find_map(|at| {
            let number = self.number(chars, at).filter(|n| n.end == end)?;
            self.free(chars, at).then_some((at, number))
        })
    }

    fn may_end(&self, chars: &[char], at: usize) -> bool {
        at.checked_sub(1).and_then(|k| chars.get(k)).is_some_and(|&c| self.han.numeral(c))
    }

    /// 半 of 半个百分点 and 半成, 一个半 and 一个多 before 百分点.
    fn halved(&self, chars: &[char], end: usize) -> Option<(usize, Number)> {
        let get = |back: usize| end.checked_sub(back).and_then(|k| chars.get(k)).copied().unwrap_or('\0');
        let half = Decimal::new(5, 1);
        let sign = self.han.sign(get(1));
        if self.han.sign(get(2)) == Sign::Counter && matches!(sign, Sign::Half | Sign::More) {
            let (at, mut number) = self.before(chars, end - 2).filter(|(_, n)| n.high.is_none())?;
            if sign == Sign::Half {
                number.low = number.low.checked_add(half)?;
            } else {
                number.hedge = Hedge::More;
            }
            return Some((at, number));
        }
        (sign == Sign::Half && !self.han.numeral(get(2))).then(|| (end - 1, Number::of(half, end)))
    }
}

impl ChineseNumerals {
    pub(super) fn new(lexicon: &Lexicon) -> Result<Self, Error> {
        Ok(Self { han: CharNumerals::new(lexicon)? })
    }

    /// Whether a character may stand inside a number.
    fn inside(&self, c: char) -> bool {
        match self.han.sign(c) {
            Sign::Nothing => c.is_ascii_digit() || matches!(c, '.' | ',' | '·' | ' ' | '\''),
            sign => !matches!(sign, Sign::Ordinal | Sign::Counter | Sign::Letter(_)),
        }
    }

    fn part(&self, chars: &[char], at: usize) -> Option<NumberPart> {
        let c = *chars.get(at)?;
        if c.is_ascii_digit() { self.digit_part(chars, at) } else { self.han_part(chars, at) }
    }

    /// 2,789, 1.2, 5百, 2千5百.
    fn digit_part(&self, chars: &[char], at: usize) -> Option<NumberPart> {
        let first = digits::read(chars, at, &MARKS)?;
        let mut part = NumberPart {
            end: first.end,
            low: first.value,
            high: first.value,
            unit: Decimal::ONE,
            hedge: Hedge::None,
            style: Style::Digits,
            lone: first.end - at == 1,
            decimals: first.value.scale() > 0,
        };
        let (mut last, mut value) = (10_000, first.value);
        let mut total = Decimal::ZERO;
        loop {
            let (hedge, after) = self.hedge(chars, part.end);
            let after = skip_space(chars, after);
            let digit = value < Decimal::TEN && value.scale() == 0;
            let unit = chars.get(after).and_then(|&c| self.han.unit(c));
            let Some(unit) = unit.filter(|&u| u < last && (u >= 100 || digit)) else { break };
            total = total.checked_add(value.checked_mul(unit.into())?)?;
            part.unit = if last == 10_000 { unit.into() } else { Decimal::ONE };
            part.end = after + 1;
            part.hedge = hedge;
            part.lone = false;
            last = unit;
            part.low = total;
            let next = digits::read(chars, part.end, &MARKS).filter(|d| d.plain && hedge == Hedge::None);
            let Some(next) = next.filter(|d| d.value < Decimal::from(unit) && !d.value.is_zero()) else {
                break;
            };
            if chars.get(next.end).is_none_or(|&c| self.han.unit(c).is_none()) {
                // 3千150万; what 3千5 is, nobody knows.
                if next.end - part.end > 1 {
                    part.low = total.checked_add(next.value)?;
                    part.end = next.end;
                }
                break;
            }
            value = next.value;
            part.end = next.end;
        }
        part.high = part.low;
        Some(part)
    }

    fn han_part(&self, chars: &[char], at: usize) -> Option<NumberPart> {
        let c = *chars.get(at)?;
        let bare = self.han.unit(c).filter(|&unit| unit > 10);
        if bare.is_some() || self.han.scales(c) {
            // 百万, 千亿, 万亿: one of them, unless a numeral goes on behind.
            let value = Decimal::from(bare.unwrap_or(1));
            let end = if bare.is_some() { at + 1 } else { at };
            let next = chars.get(end).copied();
            if next.is_some_and(|c| {
                self.han.digit(c).is_some() || self.han.unit(c).is_some() || c.is_ascii_digit()
            }) {
                return None;
            }
            return Some(NumberPart {
                end,
                low: value,
                high: value,
                unit: value,
                hedge: Hedge::None,
                style: Style::Bare,
                lone: false,
                decimals: false,
            });
        }
        let section = self.han.section(chars, at)?;
        let mut part = NumberPart {
            end: section.end,
            low: section.low.into(),
            high: section.high.into(),
            unit: section.unit.into(),
            hedge: section.hedge,
            style: Style::Words,
            lone: section.end - at == 1 && section.low < 10,
            decimals: false,
        };
        let whole = section.low == section.high && section.hedge == Hedge::None;
        if whole && let Some((end, decimals)) = self.decimals(chars, part.end) {
            part.low = part.low.checked_add(decimals)?;
            part.high = part.low;
            part.unit = Decimal::ONE;
            part.end = end;
            part.lone = false;
            part.decimals = true;
        }
        Some(part)
    }

    /// 点 and digits behind it.
    fn decimals(&self, chars: &[char], at: usize) -> Option<(usize, Decimal)> {
        chars.get(at).filter(|&&c| self.han.sign(c) == Sign::Point)?;
        let (mut mantissa, mut scale): (i128, u32) = (0, 0);
        while let Some(Sign::Digit(d)) = chars.get(at + 1 + scale as usize).map(|&c| self.han.sign(c)) {
            if scale == 20 {
                return None;
            }
            mantissa = mantissa * 10 + i128::from(d);
            scale += 1;
        }
        let value = Decimal::try_from_i128_with_scale(mantissa, scale).ok().filter(|_| scale > 0)?;
        Some((at + 1 + scale as usize, value))
    }

    /// 多, 余, 来 at a place, and what follows.
    fn hedge(&self, chars: &[char], at: usize) -> (Hedge, usize) {
        // 二十几, 20几
        let figure = || at > 1 && chars[at - 1] == '0' && chars[at - 2].is_ascii_digit();
        let ten = || at > 0 && self.han.unit(chars[at - 1]) == Some(10) || figure();
        match chars.get(at).map(|&c| self.han.sign(c)) {
            Some(Sign::More) => (Hedge::More, at + 1),
            Some(Sign::About) => (Hedge::About, at + 1),
            Some(Sign::Few) if ten() => (Hedge::More, at + 1),
            _ => (Hedge::None, at),
        }
    }

    /// A multiplier at a place, 万多亿 too: the power of ten, what blurs it, and what follows.
    fn multiplier(&self, chars: &[char], at: usize) -> Option<(u32, Hedge, usize)> {
        let (first, end) = self.han.scale(chars, at)?;
        if chars.get(end).is_some_and(|&c| self.han.scales(c)) {
            return None; // 亿亿, 万万
        }
        let inner = match chars.get(end).map(|&c| self.han.sign(c)) {
            Some(Sign::More | Sign::Few) => self.han.scale(chars, end + 1).filter(|s| s.0 > first),
            _ => None,
        };
        match inner {
            Some((second, end)) => Some((first + second, Hedge::More, end)),
            None => Some((first, Hedge::None, end)),
        }
    }

    /// Digits with nothing behind that could go on with them: most numbers.
    fn digits_alone(&self, chars: &[char], at: usize) -> Option<Number> {
        let digits = digits::read(chars, at, &MARKS)?;
        let goes_on = |at: usize| chars.get(at).is_some_and(|&c| self.han.sign(c) != Sign::Nothing);
        if goes_on(digits.end) || goes_on(skip_space(chars, digits.end)) {
            return None;
        }
        Some(Number { style: Style::Digits, ..Number::of(digits.value.normalize(), digits.end) })
    }

    /// A number with a figure in it.
    // long: one walk over the parts, whose cases share what was read so far.
    fn figure(&self, chars: &[char], at: usize) -> Option<Number> {
        // Parts before this one with their powers of ten, which fall.
        let mut parts: [(Decimal, Decimal, u32); 4] = Default::default();
        let mut count = 0;
        let mut number = Number {
            end: at,
            low: Decimal::ZERO,
            high: None,
            scale: Decimal::ONE,
            unit: Decimal::ONE,
            hedge: Hedge::None,
            style: Style::Words,
        };
        let mut i = at;
        loop {
            // 一万〇五百: 〇 between parts.
            let zero = count > 0 && chars.get(i).is_some_and(|&c| self.han.digit(c) == Some(0));
            // 8亿 5000万: where digits and multipliers are spaced, between the parts too.
            let gap = if count > 0 && number.style == Style::Digits { skip_space(chars, i) } else { i };
            let start = if zero { i + 1 } else { gap };
            // 一万〇十八: after a nought, 十 may begin.
            let numeral = |c: char| self.han.unit(c).is_some_and(|u| u > 10 || !zero) || self.han.scales(c);
            if count > 0 && chars.get(start).copied().is_none_or(numeral) {
                break;
            }
            let Some(part) = self.part(chars, start) else {
                if count > 0 && !zero {
                    break;
                }
                return None;
            };
            if count == 0 {
                number.style = part.style;
            }
            let (mut after_hedge, mut end) =
                if part.hedge == Hedge::None { self.hedge(chars, part.end) } else { (part.hedge, part.end) };
            let spaced = if part.style == Style::Digits { skip_space(chars, end) } else { end };
            let mut power = 0;
            let (mut low, mut high) = (part.low, part.high);
            if gap > i && self.multiplier(chars, spaced).is_none() {
                break;
            }
            if let Some((p, inner, after)) = self.multiplier(chars, spaced) {
                power = p;
                if inner != Hedge::None {
                    after_hedge = inner;
                }
                end = after;
                while count > 0 && parts[count - 1].2 < power {
                    count -= 1;
                    low = low.checked_add(parts[count].0)?;
                    high = high.checked_add(parts[count].1)?;
                }
                let factor = Decimal::from(10_u64.checked_pow(power)?);
                low = low.checked_mul(factor)?;
                high = high.checked_mul(factor)?;
            } else if chars.get(spaced).is_some_and(|&c| self.han.scales(c)) {
                return None; // 亿亿, 万万
            }
            if let Some(before) = count.checked_sub(1).and_then(|k| parts.get(k)) {
                if power == 0 && part.lone && !zero {
                    // 三万五 is 35 000; what 3万5 is, nobody knows.
                    if part.style == Style::Digits {
                        return None;
                    }
                    let place = Decimal::from(10u64.pow(before.2 - 1));
                    low = low.checked_mul(place)?;
                    high = high.checked_mul(place)?;
                }
                if high >= Decimal::from(10u64.pow(before.2)) || (part.decimals && power == 0) {
                    return None;
                }
            }
            *parts.get_mut(count)? = (low, high, power);
            count += 1;
            i = end;
            number.end = end;
            number.scale = if count == 1 { Decimal::from(10u64.pow(power)) } else { Decimal::ONE };
            number.unit = if count == 1 { part.unit } else { Decimal::ONE };
            number.hedge = after_hedge;
            if power == 0 || after_hedge != Hedge::None {
                break;
            }
            // 3万多
            let (late, after) = self.hedge(chars, end);
            if late != Hedge::None {
                number.hedge = late;
                number.end = after;
                break;
            }
        }
        let mut high = Decimal::ZERO;
        for (l, h, _) in parts.get(..count)? {
            number.low = number.low.checked_add(*l)?;
            high = high.checked_add(*h)?;
        }
        number.low = number.low.normalize();
        number.high = (high > number.low).then(|| high.normalize());
        Some(number)
    }

    /// Whether a number may begin here: not within another one.
    fn free(&self, chars: &[char], at: usize) -> bool {
        let Some(&first) = chars.get(at) else { return false };
        let Some(&before) = at.checked_sub(1).and_then(|k| chars.get(k)) else { return true };
        let digit_at =
            |back: usize| at.checked_sub(back).and_then(|k| chars.get(k)).is_some_and(char::is_ascii_digit);
        match before {
            '0'..='9' => return false,
            // 2000,3000元 is a list; 12,3000元 is nothing that anybody writes.
            ',' => return !digit_at(2) || (2..=5).all(digit_at),
            '.' | '·' | ':' | '/' => return !digit_at(2),
            // 2012 500元 is a year and an amount; 8亿 500元 is nothing that anybody writes.
            ' ' => {
                let scale = at.checked_sub(2).and_then(|k| chars.get(k)).is_some_and(|&c| self.han.scales(c));
                return !first.is_ascii_digit() || !scale && (!digit_at(2) || (2..=5).all(digit_at));
            }
            _ => {}
        }
        match self.han.sign(before) {
            // 大陆5000元, 统一收500元; but 三5000元 and 十万5000元 are no numbers.
            Sign::Digit(_) | Sign::Counted(_) => self.han.ends_words(before) || first.is_ascii_digit(),
            // They belong to the numeral, but not to digits: 总数500元.
            Sign::Several | Sign::Few => first.is_ascii_digit(),
            Sign::Ordinal | Sign::Unit(_) | Sign::Tens(_) | Sign::Scale => false,
            Sign::Point => {
                at.checked_sub(2).and_then(|k| chars.get(k)).is_none_or(|&c| self.han.digit(c).is_none())
            }
            _ => true,
        }
    }
}

/// One space may stand between a number and its multiplier.
fn skip_space(chars: &[char], at: usize) -> usize {
    if chars.get(at) == Some(&' ') { at + 1 } else { at }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn numbers() -> ChineseNumerals {
        let tables = crate::lang::zh::PACK.tables.iter().map(|&(table, source)| (table, source.into()));
        ChineseNumerals::new(&Lexicon::new(tables)).unwrap()
    }

    fn read(text: &str) -> String {
        let chars: Vec<char> = text.chars().collect();
        match numbers().before(&chars, chars.len()) {
            None => "-".into(),
            Some((at, n)) => {
                let high = n.high.map(|h| format!("..{h}")).unwrap_or_default();
                let mark = match n.hedge {
                    Hedge::None => "",
                    Hedge::More => "+",
                    Hedge::About => "~",
                    Hedge::Vague => "?",
                };
                format!("{}:{}{high}{mark}", chars[at..].iter().collect::<String>(), n.low)
            }
        }
    }

    #[test]
    fn numbers_are_read() {
        for (text, expected) in [
            ("3", "3:3"),
            ("达12亿3456万", "12亿3456万:1234560000"),
            ("约1.2万亿", "1.2万亿:1200000000000"),
            ("6亿3,944万2,789", "6亿3,944万2,789:639442789"),
            ("3兆2千亿", "3兆2千亿:3200000000000"),
            ("三千五百万", "三千五百万:35000000"),
            ("壹佰贰拾", "壹佰贰拾:120"),
            ("两", "两:2"),
            ("廿三", "廿三:23"),
            ("30多亿", "30多亿:3000000000+"),
            ("一万一千多亿", "一万一千多亿:1100000000000+"),
            ("十几亿", "十几亿:1000000000+"),
            ("二十几万", "二十几万:200000+"),
            ("三万多", "三万多:30000+"),
            ("百万", "百万:1000000"),
            ("三四十万", "三四十万:300000..400000"),
            ("十五六亿", "十五六亿:1500000000..1600000000"),
            ("七八", "七八:7..8"),
            ("数百亿", "数百亿:10000000000?"),
            ("几十万", "几十万:100000?"),
            ("一百〇五", "一百〇五:105"),
            ("一百二", "一百二:120"),
            ("三万五", "三万五:35000"),
            ("三万〇五百", "三万〇五百:30500"),
            ("一千〇五十万", "一千〇五十万:10500000"),
            ("五十五点一", "五十五点一:55.1"),
            ("〇点五", "〇点五:0.5"),
            ("三点二五亿", "三点二五亿:325000000"),
            ("一九九八", "一九九八:1998"),
            ("二〇", "二〇:20"),
            ("1·9万", "1·9万:19000"),
            ("1000 亿", "1000 亿:100000000000"),
            ("8 亿 5000 万", "8 亿 5000 万:850000000"),
            ("8 亿 500", "-"),
            ("74 335亿", "74 335亿:7433500000000"),
            ("2千5百", "2千5百:2500"),
            ("3亿2千150万4500", "3亿2千150万4500:321504500"),
            ("1千1百78万", "1千1百78万:11780000"),
            ("2千4百5十万", "2千4百5十万:24500000"),
            ("2千5万", "-"),
            ("3万多亿", "3万多亿:3000000000000+"),
            ("四百六十万多亿", "四百六十万多亿:460000000000000+"),
            ("一万〇十八", "一万〇十八:10018"),
            ("五千〇十二", "五千〇十二:5012"),
            ("2.000", "2.000:2"),
            ("1'200.50", "1'200.50:1200.5"),
            ("5百万", "5百万:5000000"),
            ("15,001", "15,001:15001"),
            ("2000,3000", "3000:3000"),
            ("12,3000", "-"),
            ("1,23", "-"),
            ("1.2.3", "-"),
            ("3亿50000万", "-"),
            ("3万5", "-"),
            ("亿亿", "-"),
            ("大陆5000", "5000:5000"),
            ("统一百", "一百:100"),
            ("三5000", "5000:5000"),
            ("总数500", "500:500"),
            ("007", "-"),
            ("99999999999999999999999999999999", "-"),
            ("9999999999999999999999999999亿", "-"),
            ("六亿三千万", "六亿三千万:630000000"),
            ("十二", "十二:12"),
            ("一百五十六", "一百五十六:156"),
            ("三万五千亿", "三万五千亿:3500000000000"),
        ] {
            assert_eq!(read(text), expected, "{text}");
        }
    }

    #[test]
    fn numerals_of_dates() {
        let han = numbers().han;
        let chars = |text: &str| text.chars().collect::<Vec<_>>();
        let integers = [
            ("十二月", Some((2, 12))),
            ("廿三日", Some((2, 23))),
            ("两年", Some((1, 2))),
            ("三百六十五天", Some((5, 365))),
            ("三四天", None),
            ("二十几天", None),
            ("一百二", None),
            ("二〇二五年", None),
            ("月", None),
        ];
        for (text, value) in integers {
            assert_eq!(han.integer(&chars(text), 0), value, "{text}");
        }
        assert_eq!(han.ordinal(&chars("三十一日"), 0), Some((3, 31)));
        for text in ["两日", "十两", "三百日", "〇日"] {
            assert_eq!(han.ordinal(&chars(text), 0), None, "{text}");
        }
        let figures = [
            ("二〇二五年", 4, Some((4, 2025))),
            ("二OO八年", 4, Some((4, 2008))),
            ("九八年", 2, Some((2, 98))),
            ("O八年", 2, None),
            ("二两年", 2, None),
            ("二〇二五三", 4, None),
            ("二〇二五O", 4, None),
            ("九八十", 2, None),
        ];
        for (text, len, value) in figures {
            assert_eq!(han.figures(&chars(text), 0, len), value, "{text}");
        }
    }
}
