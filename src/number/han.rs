//! Chinese numbers: digits, Han numerals and both mixed with 万 and 亿.
//!
//! Characters are folded: digits are ASCII, Traditional numerals Simplified.

use super::digits::{self, Marks};
use super::{Hedge, Number, REACH, Style};
use rust_decimal::Decimal;

const MARKS: Marks = Marks { decimal: &['.', '·'], group: &[',', ' '] };

/// The value of a Han digit, plain or financial.
pub(crate) fn digit(c: char) -> Option<u32> {
    Some(match c {
        '〇' | '○' | '零' => 0,
        '一' | '壹' | '弌' | '幺' => 1,
        '二' | '两' | '贰' | '弍' => 2,
        '三' | '叁' | '弎' => 3,
        '四' | '肆' => 4,
        '五' | '伍' => 5,
        '六' | '陆' => 6,
        '七' | '柒' => 7,
        '八' | '捌' => 8,
        '九' | '玖' => 9,
        _ => return None,
    })
}

/// Ten, hundred, thousand.
fn small(c: char) -> Option<u32> {
    Some(match c {
        '十' | '拾' => 10,
        '百' | '佰' => 100,
        '千' | '仟' => 1000,
        _ => return None,
    })
}

/// The power of ten of 万, 亿, 兆.
fn great(c: char) -> Option<u32> {
    Some(match c {
        '万' => 4,
        '亿' => 8,
        '兆' => 12,
        _ => return None,
    })
}

/// Twenty, thirty, forty in one character.
fn tens(c: char) -> Option<u32> {
    Some(match c {
        '廿' => 20,
        '卅' => 30,
        '卌' => 40,
        _ => return None,
    })
}

/// Whether a character is part of a Han numeral.
pub(crate) fn numeral(c: char) -> bool {
    digit(c).is_some() || small(c).is_some() || great(c).is_some() || tens(c).is_some()
}

/// Whether a character may stand inside a number. 参 is three only before a financial unit, and never starts one here.
fn inside(c: char) -> bool {
    c.is_ascii_digit()
        || numeral(c)
        || matches!(c, '.' | ',' | '·' | ' ' | '点' | '多' | '余' | '来' | '几' | '数' | '半')
}

/// A year or number spelled digit by digit (二〇二五, 九八): where it ends and its value; two to nine digits.
pub(crate) fn positional(chars: &[char], at: usize) -> Option<(usize, u32)> {
    let mut value = 0;
    let mut end = at;
    while let Some(d) = chars.get(end).copied().filter(|&c| c != '两').and_then(digit) {
        if end - at == 9 {
            return None;
        }
        value = value * 10 + d;
        end += 1;
    }
    (end - at >= 2).then_some((end, value))
}

/// A whole number below ten thousand in Han numerals (七, 十二, 廿一, 三百六十五): where it ends and its value.
pub(crate) fn integer(chars: &[char], at: usize) -> Option<(usize, u32)> {
    let section = han_section(chars, at)?;
    (section.low == section.high && section.hedge == Hedge::None && !section.positional && !section.shorthand)
        .then_some((section.end, section.low))
}

/// A numeral below 万 in Han characters.
#[derive(Debug, Clone, Copy)]
struct Section {
    end: usize,
    low: u32,
    high: u32,
    /// The unit of a one-digit numeral: 1000 of 三千.
    unit: u32,
    hedge: Hedge,
    positional: bool,
    /// 一百二 for 120.
    shorthand: bool,
}

/// Whether two digits in a row mean "one or the other".
fn neighbours(a: u32, b: u32) -> bool {
    a >= 1 && (b == a + 1 || (a, b) == (3, 5))
}

fn han_section(chars: &[char], at: usize) -> Option<Section> {
    let mut section = Section {
        end: at,
        low: 0,
        high: 0,
        unit: 1,
        hedge: Hedge::None,
        positional: false,
        shorthand: false,
    };
    let mut last = 10_000; // the unit read last: the next is smaller
    let mut zero = false; // 零 stands before the last digit
    let mut parts = 0;
    let mut i = at;
    loop {
        let c = chars.get(i).copied();
        let (low, high, after) = if let Some(a) = c.and_then(digit) {
            if a == 0 && parts > 0 {
                zero = true;
                i += 1;
                if chars.get(i).copied().and_then(digit).is_none_or(|d| d == 0) {
                    return None;
                }
                continue;
            }
            match chars.get(i + 1).copied().and_then(digit) {
                Some(b) => {
                    let third = chars.get(i + 2).copied().and_then(digit).is_some();
                    if !third && neighbours(a, b) {
                        (a, b, i + 2)
                    } else if parts == 0 {
                        let (end, value) = positional(chars, i)?;
                        // Two digits without a nought are a name or a slip, not an amount.
                        let nought = chars.get(i..end)?.iter().any(|&c| digit(c) == Some(0));
                        if end - i == 2 && !nought {
                            return None;
                        }
                        return Some(Section { end, low: value, high: value, positional: true, ..section });
                    } else {
                        return None;
                    }
                }
                None => (a, a, i + 1),
            }
        } else if let Some(value) = c.and_then(tens).filter(|_| last > 10) {
            section.low += value;
            section.high += value;
            last = 10;
            parts += 1;
            i += 1;
            section.end = i;
            continue;
        } else if c == Some('几') && parts > 0 && section.hedge == Hedge::None && last > 1 {
            section.hedge = Hedge::More;
            i += 1;
            if let Some(unit) = chars.get(i).copied().and_then(small).filter(|&u| u < last) {
                i += 1;
                last = unit;
            } else {
                last = 1;
            }
            section.end = i;
            parts += 1;
            continue;
        } else if c.and_then(small) == Some(10) && last > 10 && (parts == 0 || zero || last >= 100) {
            (1, 1, i) // 十 for 一十
        } else {
            break;
        };
        if section.hedge != Hedge::None || last == 1 {
            return None;
        }
        match chars.get(after).copied().and_then(small) {
            Some(unit) if unit < last => {
                section.low += low * unit;
                section.high = section.high.max(section.low - low * unit) + high * unit;
                section.unit = if parts == 0 { unit } else { 1 };
                last = unit;
                i = after + 1;
                zero = false;
            }
            Some(_) => return None,
            None => {
                // 一百二 is 120, 一百零二 is 102.
                let place = if parts > 0 && (100..10_000).contains(&last) && !zero { last / 10 } else { 1 };
                section.shorthand = place > 1;
                section.low += low * place;
                section.high += high * place;
                section.unit = 1;
                last = 1;
                i = after;
            }
        }
        parts += 1;
        section.end = i;
        if last == 1 {
            break;
        }
    }
    (section.end > at).then_some(section)
}

/// A part of a number up to 万, 亿 or 兆, in either script.
#[derive(Debug, Clone, Copy)]
struct Part {
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

fn part(chars: &[char], at: usize) -> Option<Part> {
    let c = *chars.get(at)?;
    if c.is_ascii_digit() { digit_part(chars, at) } else { han_part(chars, at) }
}

/// 2,789, 1.2, 5百, 2千5百.
fn digit_part(chars: &[char], at: usize) -> Option<Part> {
    let first = digits::read(chars, at, &MARKS)?;
    let mut part = Part {
        end: first.end,
        low: first.value,
        high: first.value,
        unit: Decimal::ONE,
        hedge: Hedge::None,
        style: Style::Digits,
        lone: first.end - at == 1,
        decimals: first.value.scale() > 0,
    };
    let mut last = 10_000;
    let mut value = first.value;
    let mut total = Decimal::ZERO;
    loop {
        let (hedge, after) = hedge(chars, part.end);
        let after = skip_space(chars, after);
        let Some(unit) = chars.get(after).copied().and_then(small).filter(|&u| u >= 100 && u < last) else {
            break;
        };
        total = total.checked_add(value.checked_mul(unit.into())?)?;
        part.unit = if last == 10_000 { unit.into() } else { Decimal::ONE };
        part.end = after + 1;
        part.hedge = hedge;
        part.lone = false;
        last = unit;
        part.low = total;
        match digits::read(chars, part.end, &MARKS).filter(|d| d.plain && hedge == Hedge::None) {
            Some(next)
                if next.value < Decimal::from(unit)
                    && chars.get(next.end).copied().and_then(small).is_some() =>
            {
                value = next.value;
                part.end = next.end;
            }
            _ => break,
        }
    }
    part.high = part.low;
    Some(part)
}

fn han_part(chars: &[char], at: usize) -> Option<Part> {
    let c = *chars.get(at)?;
    let bare = small(c).filter(|&unit| unit > 10);
    if bare.is_some() || great(c).is_some() {
        // 百万, 千亿, 万亿: one of them, unless a numeral goes on behind.
        let value = Decimal::from(bare.unwrap_or(1));
        let end = if bare.is_some() { at + 1 } else { at };
        let next = chars.get(end).copied();
        if next.is_some_and(|c| digit(c).is_some() || small(c).is_some() || c.is_ascii_digit()) {
            return None;
        }
        return Some(Part {
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
    let section = han_section(chars, at)?;
    let mut part = Part {
        end: section.end,
        low: section.low.into(),
        high: section.high.into(),
        unit: section.unit.into(),
        hedge: section.hedge,
        style: Style::Words,
        lone: section.end - at == 1 && section.low < 10,
        decimals: false,
    };
    if chars.get(part.end) == Some(&'点') && section.low == section.high && section.hedge == Hedge::None {
        let mut mantissa: i128 = 0;
        let mut scale = 0;
        let mut end = part.end + 1;
        while let Some(d) = chars.get(end).copied().filter(|&c| c != '两').and_then(digit) {
            if scale == 20 {
                return None;
            }
            mantissa = mantissa * 10 + i128::from(d);
            scale += 1;
            end += 1;
        }
        if scale > 0 {
            part.low = part.low.checked_add(Decimal::try_from_i128_with_scale(mantissa, scale).ok()?)?;
            part.high = part.low;
            part.unit = Decimal::ONE;
            part.end = end;
            part.lone = false;
            part.decimals = true;
        }
    }
    Some(part)
}

/// 多, 余, 来 at a place, and what follows.
fn hedge(chars: &[char], at: usize) -> (Hedge, usize) {
    match chars.get(at) {
        Some('多' | '余') => (Hedge::More, at + 1),
        Some('来') => (Hedge::About, at + 1),
        Some('几') if at > 0 && chars.get(at - 1) == Some(&'十') => (Hedge::More, at + 1),
        _ => (Hedge::None, at),
    }
}

/// One space may stand between a number and its multiplier.
fn skip_space(chars: &[char], at: usize) -> usize {
    if chars.get(at) == Some(&' ') { at + 1 } else { at }
}

/// 万, 亿, 兆, 万亿 at a place: the power of ten, and what follows.
fn multiplier(chars: &[char], at: usize) -> Option<(u32, usize)> {
    let first = chars.get(at).copied().and_then(great)?;
    match chars.get(at + 1).copied().and_then(great) {
        None => Some((first, at + 1)),
        Some(8) if first == 4 => Some((12, at + 2)),
        Some(_) => None,
    }
}

/// Reads a number forward: `12亿3456万`, `1.2万亿`, `三千五百万`, `30多亿`, `三四十万`, `数百亿` (vague).
pub(crate) fn number(chars: &[char], at: usize) -> Option<Number> {
    if matches!(chars.get(at), Some('数' | '几')) {
        let c = chars.get(at + 1).copied()?;
        if small(c).is_none() && great(c).is_none() {
            return None;
        }
        let inner = number(chars, at + 1)?;
        return Some(Number { hedge: Hedge::Vague, style: Style::Words, ..inner });
    }
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
        // 一万零五百: 零 between parts.
        let zero = count > 0 && matches!(chars.get(i), Some('零' | '〇' | '○'));
        // 8亿 5000万: where digits and multipliers are spaced, between the parts too.
        let gap = if count > 0 && number.style == Style::Digits { skip_space(chars, i) } else { i };
        let start = if zero { i + 1 } else { gap };
        if count > 0 && chars.get(start).copied().is_none_or(|c| small(c).is_some() || great(c).is_some()) {
            break;
        }
        let Some(part) = part(chars, start) else {
            if count > 0 && !zero {
                break;
            }
            return None;
        };
        if count == 0 {
            number.style = part.style;
        }
        let (after_hedge, mut end) =
            if part.hedge == Hedge::None { hedge(chars, part.end) } else { (part.hedge, part.end) };
        let spaced = if part.style == Style::Digits { skip_space(chars, end) } else { end };
        let mut power = 0;
        let (mut low, mut high) = (part.low, part.high);
        if gap > i && multiplier(chars, spaced).is_none() {
            break;
        }
        if let Some((p, after)) = multiplier(chars, spaced) {
            power = p;
            end = after;
            while count > 0 && parts[count - 1].2 < power {
                count -= 1;
                low = low.checked_add(parts[count].0)?;
                high = high.checked_add(parts[count].1)?;
            }
            let factor = Decimal::from(10u64.pow(power));
            low = low.checked_mul(factor)?;
            high = high.checked_mul(factor)?;
        } else if chars.get(spaced).copied().and_then(great).is_some() {
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
        let (late, after) = hedge(chars, end);
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

/// The number that ends just before `end`, and where it begins: the longest one that leaves no digit or numeral
/// standing unread before it.
pub(crate) fn before(chars: &[char], end: usize) -> Option<(usize, Number)> {
    // What follows is not read: 1.5百分点 is 1.5.
    let chars = chars.get(..end)?;
    let run = chars.iter().rev().take(REACH).take_while(|&&c| inside(c)).count();
    (end - run..end).find_map(|at| {
        let number = number(chars, at).filter(|n| n.end == end)?;
        free(chars, at).then_some((at, number))
    })
}

/// A half, or somewhat more, around the counter of a unit that follows: 半 of 半个百分点, 一个半 and 一个多 before 百分点.
pub(crate) fn halved(chars: &[char], end: usize) -> Option<(usize, Number)> {
    let get = |back: usize| end.checked_sub(back).and_then(|k| chars.get(k)).copied().unwrap_or('\0');
    let half = Decimal::new(5, 1);
    if get(2) == '个' && matches!(get(1), '半' | '多' | '余') {
        let (at, mut number) = before(chars, end - 2).filter(|(_, n)| n.high.is_none())?;
        if get(1) == '半' {
            number.low = number.low.checked_add(half)?;
        } else {
            number.hedge = Hedge::More;
        }
        return Some((at, number));
    }
    (get(1) == '半' && !numeral(get(2))).then(|| (end - 1, Number::of(half, end)))
}

/// Whether a number may begin here: not within another one.
fn free(chars: &[char], at: usize) -> bool {
    let Some(&first) = chars.get(at) else { return false };
    let Some(&before) = at.checked_sub(1).and_then(|k| chars.get(k)) else { return true };
    let digit_at =
        |back: usize| at.checked_sub(back).and_then(|k| chars.get(k)).is_some_and(char::is_ascii_digit);
    match before {
        '0'..='9' => false,
        // 2000,3000元 is a list; 12,3000元 is nothing that anybody writes.
        ',' => !digit_at(2) || (2..=5).all(digit_at),
        '.' | '·' | ':' | '/' => !digit_at(2),
        // 2012 500元 is a year and an amount; 8亿 500元 is nothing that anybody writes.
        ' ' => {
            let multiplier =
                at.checked_sub(2).and_then(|k| chars.get(k)).is_some_and(|&c| great(c).is_some());
            !first.is_ascii_digit() || !multiplier && (!digit_at(2) || (2..=5).all(digit_at))
        }
        // 大陆5000元, 统一收500元; but 三5000元 and 十万5000元 are no numbers.
        _ if digit(before).is_some() => matches!(before, '一' | '陆' | '伍') || first.is_ascii_digit(),
        // 数 and 几 belong to the numeral, but not to digits: 总数500元.
        '数' | '几' => first.is_ascii_digit(),
        '第' => false,
        '点' => at.checked_sub(2).and_then(|k| chars.get(k)).is_none_or(|&c| digit(c).is_none()),
        _ => small(before).is_none() && great(before).is_none() && tens(before).is_none(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> String {
        let chars: Vec<char> = text.chars().collect();
        match before(&chars, chars.len()) {
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
    fn numbers() {
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
            ("一百零五", "一百零五:105"),
            ("一百二", "一百二:120"),
            ("三万五", "三万五:35000"),
            ("三万零五百", "三万零五百:30500"),
            ("一千零五十万", "一千零五十万:10500000"),
            ("五十五点一", "五十五点一:55.1"),
            ("零点五", "零点五:0.5"),
            ("三点二五亿", "三点二五亿:325000000"),
            ("一九九八", "一九九八:1998"),
            ("二〇", "二〇:20"),
            ("1·9万", "1·9万:19000"),
            ("1000 亿", "1000 亿:100000000000"),
            ("8 亿 5000 万", "8 亿 5000 万:850000000"),
            ("8 亿 500", "-"),
            ("74 335亿", "74 335亿:7433500000000"),
            ("2千5百", "2千5百:2500"),
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
    fn integers_for_dates() {
        let int = |text: &str| integer(&text.chars().collect::<Vec<_>>(), 0);
        assert_eq!(int("十二月"), Some((2, 12)));
        assert_eq!(int("三十一日"), Some((3, 31)));
        assert_eq!(int("廿三日"), Some((2, 23)));
        assert_eq!(int("二十日"), Some((2, 20)));
        assert_eq!(int("月"), None);
        assert_eq!(positional(&['二', '○', '二', '五', '年'], 0), Some((4, 2025)));
        assert_eq!(positional(&['九', '八', '年'], 0), Some((2, 98)));
    }
}
