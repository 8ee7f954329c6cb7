//! Numbers in digits: groups of three, decimals.

use rust_decimal::Decimal;

/// The marks a language puts between digits.
#[derive(Debug)]
pub(crate) struct Marks {
    /// Before the decimals.
    pub(crate) decimal: &'static [char],
    /// Between groups of three. A mark that is also a decimal mark groups only when it can do nothing else.
    pub(crate) group: &'static [char],
    /// Whether a decimal mark with three noughts behind groups: 10,000 of English grouping among Swedish numbers.
    pub(crate) noughts: bool,
}

/// A number in digits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Digits {
    pub(crate) end: usize,
    pub(crate) value: Decimal,
    /// Whether it is a whole number without marks.
    pub(crate) plain: bool,
}

/// More digits than the decimal type holds are no number.
const LONGEST: usize = 28;

/// As many fit an `i64`.
const SHORT: usize = 18;

/// Reads digits from `at`, where no digit may stand before.
pub(crate) fn read(chars: &[char], at: usize, marks: &Marks) -> Option<Digits> {
    let whole = run(chars, at);
    if whole == at || whole - at > LONGEST {
        return None;
    }
    let leading_zero = chars[at] == '0' && whole - at > 1;
    let mut end = whole;
    if whole - at <= 3
        && chars[at] != '0'
        && let Some(&mark) = chars.get(whole)
    {
        if marks.group.contains(&mark) {
            end = groups(chars, whole, mark);
        }
        if end == whole && marks.decimal.contains(&mark) && matches!(mark, ',' | '.') {
            let grouped = groups(chars, whole, mark);
            let signed = at > 0 && matches!(chars[at - 1], '$' | '£' | '€' | '¥');
            if foreign(chars, whole, grouped, signed, marks) {
                end = grouped;
            }
        }
    }
    let grouped = end > whole;
    let point = end;
    let mut decimals = 0;
    let used = chars.get(whole).filter(|_| grouped);
    let point_may = !grouped || matches!(used, Some('\'' | ','));
    let mark = chars.get(point).filter(|c| marks.decimal.contains(c) || point_may && **c == '.');
    if mark.is_some() {
        let stop = run(chars, point + 1);
        decimals = stop - point - 1;
        if decimals > 0 {
            end = stop;
        }
    }
    // One more mark and digit, as in 1.2.3 or 1 250 00: versions, dates and lists are no numbers.
    let used = if decimals > 0 { chars.get(point) } else { used };
    let goes_on =
        used.is_some() && chars.get(end) == used && chars.get(end + 1).is_some_and(char::is_ascii_digit);
    if leading_zero || goes_on {
        return None;
    }
    let digits = chars[at..end].iter().filter_map(|c| c.to_digit(10));
    let scale = u32::try_from(decimals).ok()?;
    let value = if end - at <= SHORT {
        Decimal::new(digits.fold(0, |all, digit| all * 10 + i64::from(digit)), scale)
    } else {
        let mut mantissa: i128 = 0;
        let mut count = 0;
        for digit in digits {
            count += 1;
            mantissa = mantissa.checked_mul(10)?.checked_add(i128::from(digit))?;
        }
        if count > LONGEST {
            return None;
        }
        Decimal::try_from_i128_with_scale(mantissa, scale).ok()?
    };
    Some(Digits { end, value, plain: end == whole })
}

/// Whether a decimal mark groups after all: several groups (1,250,000), decimals after another mark (1,250.50), or three
/// noughts, or any three digits behind the sign of a currency (£548,288), where the language has it so.
fn foreign(chars: &[char], from: usize, end: usize, signed: bool, marks: &Marks) -> bool {
    let decimals = || chars[from] == ',' && chars.get(end) == Some(&'.') && run(chars, end + 1) > end + 1;
    match end - from {
        0 => false,
        4 => {
            let english = signed && chars[from] == ',' || chars[from + 1..end] == ['0'; 3];
            marks.noughts && english || decimals()
        }
        _ => true,
    }
}

/// The end of the digits from `at` on.
fn run(chars: &[char], at: usize) -> usize {
    at + chars
        .get(at..)
        .unwrap_or_default()
        .iter()
        .take(LONGEST + 1)
        .take_while(|c| c.is_ascii_digit())
        .count()
}

/// The end of groups of exactly three digits, each after `mark`, from the first mark on.
fn groups(chars: &[char], mut at: usize, mark: char) -> usize {
    for _ in 0..LONGEST / 3 {
        if chars.get(at) != Some(&mark) || run(chars, at + 1) != at + 4 {
            break;
        }
        at += 4;
    }
    at
}
