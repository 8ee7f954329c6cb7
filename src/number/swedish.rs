//! Swedish numbers: digits in groups, numeral words and their compounds, halves, multipliers.

use super::digits::{self, Marks};
use super::{Hedge, Number, REACH, Style};
use crate::text::{Pairs, is_letter, is_letter_or_digit, lower};
use once_cell::sync::Lazy;
use rust_decimal::Decimal;
use std::cmp::Reverse;

const MARKS: Marks = Marks { decimal: &[','], group: &[' ', '.'] };

/// What a numeral word is in a compound.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Class {
    Unit,
    Teen,
    Tens,
    Hundred,
    Thousand,
    /// *ett tiotal* is about ten.
    About,
    /// Gives no figure, but an order of magnitude: *tiotals*, *flera*.
    Vague,
}

/// Words of a table with what they mean, found by their first two letters.
struct Words<T> {
    /// By their group, those of one group longest first.
    rows: Vec<(Vec<char>, T)>,
    /// Where the rows of each group begin.
    from: [u16; GROUPS + 1],
}

const GROUPS: usize = 32 * 32;

/// The group of a word by its first two letters.
fn group(form: &[char]) -> usize {
    let letter = |i: usize| form.get(i).map_or(0, |&c| lower(c) as usize % 32);
    letter(0) * 32 + letter(1)
}

impl<T> Words<T> {
    /// Words of two letters and more.
    fn new(mut rows: Vec<(Vec<char>, T)>) -> Self {
        rows.sort_by_key(|(form, _)| (group(form), Reverse(form.len())));
        let from = |g: usize| rows.partition_point(|(form, _)| group(form) < g) as u16;
        let from = std::array::from_fn(from);
        Self { rows, from }
    }

    /// The words that stand at a place, in any case, the longest first: where they end, and what they mean.
    #[inline]
    fn at(&self, chars: &[char], at: usize) -> impl Iterator<Item = (usize, &T)> {
        let place = chars.get(at..).unwrap_or_default();
        let group = group(place);
        let rows = &self.rows[usize::from(self.from[group])..usize::from(self.from[group + 1])];
        let stands = move |form: &[char]| {
            place.len() >= form.len() && form.iter().zip(place).all(|(&w, &c)| lower(c) == w)
        };
        rows.iter().filter(move |(form, _)| stands(form)).map(move |(form, means)| (at + form.len(), means))
    }
}

/// Whether a word may begin here.
#[inline]
fn begins(words: &Pairs, place: &[char]) -> bool {
    place.first().is_some_and(|&first| words.may(first, place.get(1).copied().unwrap_or('\0')))
}

/// The words of `numerals`, with value and class.
static NUMERALS: Lazy<Words<(u32, Class)>> = Lazy::new(|| {
    let row = |row: &str| {
        let mut cells = row.split('\t');
        let form = cells.next()?.chars().collect();
        let value = cells.next()?.parse().ok()?;
        let class = match cells.next()? {
            "unit" => Class::Unit,
            "teen" => Class::Teen,
            "tens" => Class::Tens,
            "hundred" => Class::Hundred,
            "about" => Class::About,
            "vague" => Class::Vague,
            _ => Class::Thousand,
        };
        Some((form, (value, class)))
    };
    Words::new(rows(include_str!("../lang/sv/numerals.tsv")).filter_map(row).collect())
});

/// The words of `scales`.
static SCALES: Lazy<Words<Decimal>> = Lazy::new(|| {
    let row = |row: &str| {
        let (form, value) = row.split_once('\t')?;
        Some((form.chars().collect(), value.parse().ok()?))
    };
    Words::new(rows(include_str!("../lang/sv/scales.tsv")).filter_map(row).collect())
});

/// What all words of numbers begin with, also those that stand between others.
static BEGINNINGS: Lazy<Pairs> = Lazy::new(|| {
    let mut pairs = Pairs::new();
    NUMERALS.rows.iter().for_each(|(form, _)| pairs.add(form.iter().copied()));
    SCALES.rows.iter().for_each(|(form, _)| pairs.add(form.iter().copied()));
    BETWEEN.iter().chain(&HALVES).for_each(|word| pairs.add(word.chars()));
    pairs
});

/// What numerals end in.
static ENDINGS: Lazy<Pairs> = Lazy::new(|| {
    let mut pairs = Pairs::new();
    NUMERALS.rows.iter().for_each(|(form, _)| pairs.add(form.iter().rev().copied()));
    pairs
});

/// Whether a numeral may end before a place.
#[inline]
pub(crate) fn may_end(chars: &[char], at: usize) -> bool {
    matches!(chars.get(..at), Some([.., b, a]) if ENDINGS.may(*a, *b))
}

/// Halves, which no table holds.
const HALVES: [&str; 3] = ["halv", "halvt", "halvannan"];

/// Words that may stand between those of a number.
const BETWEEN: [&str; 5] = ["och", "komma", "kvarts", "par", "antal"];

fn rows(source: &'static str) -> impl Iterator<Item = &'static str> {
    source.lines().filter(|l| !l.starts_with('#') && !l.is_empty()).skip(1)
}

/// The end of a whole word that stands at a place.
fn whole(chars: &[char], at: usize, word: &str) -> Option<usize> {
    let mut end = at;
    for w in word.chars() {
        if lower(*chars.get(end)?) != w {
            return None;
        }
        end += 1;
    }
    word_ends(chars, end).then_some(end)
}

fn word_ends(chars: &[char], at: usize) -> bool {
    let inside = |i: Option<usize>| i.and_then(|i| chars.get(i)).is_some_and(|&c| is_letter_or_digit(c));
    !(inside(at.checked_sub(1)) && inside(Some(at)))
}

/// The end of one or two spaces (or a line end) at a place; the place itself if there are none.
fn spaces(chars: &[char], at: usize) -> usize {
    at + chars.get(at..).unwrap_or_default().iter().take(2).take_while(|c| matches!(c, ' ' | '\n')).count()
}

/// A numeral of a class at a place.
fn piece(chars: &[char], at: usize, class: Class) -> Option<(usize, u32)> {
    NUMERALS.at(chars, at).find(|(_, row)| row.1 == class).map(|(end, row)| (end, row.0))
}

/// 1–99: *fem*, *tretton*, *tjugofem*.
fn below_hundred(chars: &[char], at: usize) -> Option<(usize, u32)> {
    if let Some((end, tens)) = piece(chars, at, Class::Tens) {
        return Some(match piece(chars, end, Class::Unit) {
            Some((end, unit)) => (end, tens + unit),
            None => (end, tens),
        });
    }
    piece(chars, at, Class::Teen).or_else(|| piece(chars, at, Class::Unit))
}

/// 1–999: *tvåhundrafemtio*, *hundratio*.
fn below_thousand(chars: &[char], at: usize) -> Option<(usize, u32)> {
    let head = below_hundred(chars, at);
    let (after, hundreds) = head.unwrap_or((at, 1));
    if let Some((end, hundred)) = piece(chars, after, Class::Hundred).filter(|_| hundreds < 20) {
        let (end, rest) = below_hundred(chars, end).unwrap_or((end, 0));
        return Some((end, hundreds * hundred + rest));
    }
    head
}

/// A whole number as one word or the beginning of one (*tre*, *tretusenfemhundra*, the *tio* of *tioprocentig*): where
/// it ends and its value. Whether the word ends there is for the caller to ask.
pub(crate) fn cardinal(chars: &[char], at: usize) -> Option<(usize, u32)> {
    NUMERALS.at(chars, at).next()?;
    let head = below_thousand(chars, at);
    let (after, thousands) = head.unwrap_or((at, 1));
    if let Some((end, thousand)) = piece(chars, after, Class::Thousand) {
        let (end, rest) = below_thousand(chars, end).unwrap_or((end, 0));
        return Some((end, thousands * thousand + rest));
    }
    head
}

/// A multiplier word at a place.
fn scale(chars: &[char], at: usize) -> Option<(usize, Decimal)> {
    SCALES.at(chars, at).find(|&(end, _)| word_ends(chars, end)).map(|(end, &value)| (end, value))
}

/// A whole word or words of a class at a place.
fn noun(chars: &[char], at: usize, class: Class) -> Option<(usize, u32)> {
    let mut words = NUMERALS.at(chars, at).filter(|(_, row)| row.1 == class);
    words.find(|&(end, _)| word_ends(chars, end)).map(|(end, row)| (end, row.0))
}

/// A number before its multiplier.
#[derive(Debug, Clone, Copy)]
struct Part {
    end: usize,
    value: Decimal,
    hedge: Hedge,
    style: Style,
    /// Whole digits in one group: might be a year.
    plain: bool,
}

fn part(chars: &[char], at: usize) -> Option<Part> {
    let c = *chars.get(at)?;
    if c.is_ascii_digit() || matches!(c, '½' | '¼' | '¾') {
        return digit_part(chars, at);
    }
    if !is_letter(c) || !begins(&BEGINNINGS, &chars[at..]) {
        return None;
    }
    let words = |end, value, hedge| Part { end, value, hedge, style: Style::Words, plain: false };
    if let Some((end, order)) = noun(chars, at, Class::Vague) {
        // *flera hundratusen*
        let next = spaces(chars, end);
        let tens = |n: u32| n >= 100 && 10u32.checked_pow(n.ilog10()) == Some(n);
        let power = cardinal(chars, next).filter(|&(end, n)| order == 1 && tens(n) && word_ends(chars, end));
        let (end, order) = power.filter(|_| next > end).unwrap_or((end, order));
        return Some(words(end, order.into(), Hedge::Vague));
    }
    let half = Decimal::new(5, 1);
    if let Some(end) = whole(chars, at, "halv").or_else(|| whole(chars, at, "halvt")) {
        return Some(words(end, half, Hedge::None));
    }
    if let Some(end) = whole(chars, at, "halvannan") {
        return Some(words(end, Decimal::new(15, 1), Hedge::None));
    }
    let (end, value) = cardinal(chars, at).filter(|&(end, _)| word_ends(chars, end))?;
    let one = value == 1;
    let value = Decimal::from(value);
    let next = spaces(chars, end);
    if next > end {
        // *en halv*, *tre kvarts*, *ett tiotal*
        if one {
            if let Some(end) = whole(chars, next, "halv").or_else(|| whole(chars, next, "halvt")) {
                return Some(words(end, half, Hedge::None));
            }
            if let Some((end, about)) = noun(chars, next, Class::About) {
                return Some(words(end, about.into(), Hedge::About));
            }
        }
        if let Some(end) = whole(chars, next, "kvarts") {
            return Some(words(end, value.checked_mul(Decimal::new(25, 2))?, Hedge::None));
        }
        // *noll komma fem*
        if let Some(comma) = whole(chars, next, "komma") {
            let decimals = spaces(chars, comma);
            let (end, decimals) = cardinal(chars, decimals).filter(|&(end, _)| word_ends(chars, end))?;
            let places = decimals.checked_ilog10().unwrap_or(0) + 1;
            return Some(words(end, value.checked_add(Decimal::new(decimals.into(), places))?, Hedge::None));
        }
        // *två och en halv*
        if let Some(and) = whole(chars, next, "och") {
            let article = spaces(chars, and);
            let after = whole(chars, article, "en").or_else(|| whole(chars, article, "ett"));
            if let Some(after) = after {
                let word = spaces(chars, after);
                if let Some(end) = whole(chars, word, "halv").or_else(|| whole(chars, word, "halvt")) {
                    return Some(words(end, value.checked_add(half)?, Hedge::None));
                }
            }
        }
    }
    let style = if one && end - at <= 3 { Style::Article } else { Style::Words };
    Some(Part { end, value, hedge: Hedge::None, style, plain: false })
}

fn digit_part(chars: &[char], at: usize) -> Option<Part> {
    let vulgar = |c: Option<&char>| match c {
        Some('½') => Some(Decimal::new(5, 1)),
        Some('¼') => Some(Decimal::new(25, 2)),
        Some('¾') => Some(Decimal::new(75, 2)),
        _ => None,
    };
    if let Some(value) = vulgar(chars.get(at)) {
        return Some(Part { end: at + 1, value, hedge: Hedge::None, style: Style::Digits, plain: false });
    }
    let digits = digits::read(chars, at, &MARKS)?;
    let mut part = Part {
        end: digits.end,
        value: digits.value,
        hedge: Hedge::None,
        style: Style::Digits,
        plain: digits.plain,
    };
    let after = spaces(chars, part.end);
    if let Some(more) = vulgar(chars.get(after)).filter(|_| digits.value.scale() == 0) {
        part.value = part.value.checked_add(more)?;
        part.end = after + 1;
        part.plain = false;
    }
    Some(part)
}

/// Reads a number forward: `1 250 000`, `3,5 miljoner`, *en och en halv miljon*, *tjugofem*; bare *miljoner* is vague.
pub(crate) fn number(chars: &[char], at: usize) -> Option<Number> {
    let mut number = Number {
        end: at,
        low: Decimal::ZERO,
        high: None,
        scale: Decimal::ONE,
        unit: Decimal::ONE,
        hedge: Hedge::None,
        style: Style::Words,
    };
    let first = match part(chars, at) {
        Some(part) => part,
        None => {
            let (end, value) = scale(chars, at)?;
            return Some(Number {
                end,
                low: value,
                scale: value,
                hedge: Hedge::Vague,
                style: Style::Bare,
                ..number
            });
        }
    };
    let mut part_at = Some(first);
    let mut last = Decimal::MAX;
    let mut count = 0;
    while let Some(part) = part_at {
        let (mut value, mut end) = (part.value, part.end);
        let mut factor = Decimal::ONE;
        let next = spaces(chars, end);
        if (next > end || part.style == Style::Digits)
            && let Some((after, scale)) = scale(chars, next)
        {
            (factor, end) = (scale, after);
            // *hundra tusen miljoner*, *5 tusen miljarder*
            let next = spaces(chars, end);
            if let Some((after, more)) = self::scale(chars, next).filter(|s| next > end && s.1 > factor) {
                factor = factor.checked_mul(more)?;
                end = after;
            }
            value = value.checked_mul(factor)?;
        }
        // A later part is smaller than the multiplier before it, and no year.
        let year = part.plain && factor == Decimal::ONE && part.end - number.end.min(part.end) <= 5;
        if count > 0 && (value >= last || factor >= last || year || part.hedge != Hedge::None) {
            break;
        }
        number.low = number.low.checked_add(value)?;
        number.end = end;
        number.scale = if count == 0 { factor } else { Decimal::ONE };
        if count == 0 {
            number.style =
                if factor == Decimal::ONE || part.style == Style::Digits { part.style } else { Style::Words };
            number.hedge = part.hedge;
        }
        count += 1;
        last = factor;
        if factor < Decimal::from(1000) || part.hedge != Hedge::None || count == 3 {
            break;
        }
        let next = spaces(chars, end);
        part_at = if next > end { self::part(chars, next) } else { None };
    }
    number.low = number.low.normalize();
    Some(number)
}

/// The number that ends just before `end`, and where it begins.
pub(crate) fn before(chars: &[char], end: usize) -> Option<(usize, Number)> {
    // What follows is not read: 5 miljoner NIO is 5 million of them.
    let chars = chars.get(..end)?;
    let floor = end.saturating_sub(REACH);
    let mut best = None;
    let mut at = end;
    let mut words = 0;
    while at > floor && words < 12 {
        at -= 1;
        let c = *chars.get(at)?;
        if !(is_letter_or_digit(c) || matches!(c, ' ' | '\n' | '.' | ',' | '½' | '¼' | '¾')) {
            break;
        }
        if !(is_letter_or_digit(c) || matches!(c, '½' | '¼' | '¾')) || !word_ends(chars, at) {
            continue;
        }
        words += 1;
        if is_letter(c) && !begins(&BEGINNINGS, &chars[at..]) {
            break;
        }
        match number(chars, at) {
            Some(n) if n.end == end => best = Some((at, n)),
            // An article belongs to no digits: *en 500-kronorssedel*.
            Some(n)
                if n.style == Style::Article
                    && best.is_some_and(|b: (_, Number)| b.1.style == Style::Digits) =>
            {
                break;
            }
            Some(_) => {}
            None if BETWEEN.iter().any(|word| whole(chars, at, word).is_some()) => {}
            None if noun(chars, at, Class::About).is_some() => {}
            None if c.is_ascii_digit() => {}
            None => break,
        }
    }
    best.filter(|&(at, number)| free(chars, at, &number))
}

/// Whether a number may begin here: not within another one.
fn free(chars: &[char], at: usize, number: &Number) -> bool {
    let get = |back: usize| at.checked_sub(back).and_then(|k| chars.get(k)).copied().unwrap_or('\0');
    match get(1) {
        '.' | ',' | ':' | '/' => !get(2).is_ascii_digit(),
        ' ' | '\n' => {
            let left = chars.get(at.saturating_sub(32)..at - 1).unwrap_or_default();
            let len = left.iter().rev().take_while(|&&c| is_letter_or_digit(c)).count();
            let (rest, word) = left.split_at(left.len() - len);
            if word.iter().all(char::is_ascii_digit) && !word.is_empty() {
                // A year may stand before an amount; other digits only before words.
                let marked = matches!(rest.last(), Some(',' | '/'));
                return matches!(number.style, Style::Words | Style::Article)
                    || word.len() == 4 && !marked && matches!(word[0], '1' | '2');
            }
            let start = at - 1 - word.len();
            let numeral = scale(chars, start).is_some_and(|s| s.0 == at - 1)
                || cardinal(chars, start).is_some_and(|c| c.0 == at - 1 && c.1 > 1);
            !numeral || number.style == Style::Article
        }
        c => !is_letter_or_digit(c),
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
                let mark = match n.hedge {
                    Hedge::None => "",
                    Hedge::More => "+",
                    Hedge::About => "~",
                    Hedge::Vague => "?",
                };
                format!("{}:{}{mark}", chars[at..].iter().collect::<String>(), n.low)
            }
        }
    }

    #[test]
    fn numbers() {
        for (text, expected) in [
            ("cirka 3", "3:3"),
            ("på 1 877", "1 877:1877"),
            ("1 250 000", "1 250 000:1250000"),
            ("100.000", "100.000:100000"),
            ("2.5", "2.5:2.5"),
            ("1,335", "1,335:1.335"),
            ("1 786,1 miljoner", "1 786,1 miljoner:1786100000"),
            ("10,000", "10,000:10000"),
            ("1,250,000", "1,250,000:1250000"),
            ("en och en halv miljon", "en och en halv miljon:1500000"),
            ("en halv miljard", "en halv miljard:500000000"),
            ("två och en halv", "två och en halv:2.5"),
            ("halv miljon", "halv miljon:500000"),
            ("tre kvarts miljon", "tre kvarts miljon:750000"),
            ("Tio", "Tio:10"),
            ("tjugofem", "tjugofem:25"),
            ("tretusenfemhundra", "tretusenfemhundra:3500"),
            ("tvåhundratusen", "tvåhundratusen:200000"),
            ("hundra tusen", "hundra tusen:100000"),
            ("fem tusen miljarder", "fem tusen miljarder:5000000000000"),
            ("över hundra", "hundra:100"),
            ("1 miljard 200 miljoner", "1 miljard 200 miljoner:1200000000"),
            ("3 miljoner 500 000", "3 miljoner 500 000:3500000"),
            ("2 miljoner 2012", "-"),
            ("år 2012 500", "500:500"),
            ("mars 2012. 500", "500:500"),
            ("12 50 000", "-"),
            ("5000 300", "-"),
            ("3,5,7", "-"),
            ("1 250 00", "-"),
            ("miljoner", "miljoner:1000000?"),
            ("flera miljoner", "flera miljoner:1000000?"),
            ("ett par tusen", "ett par tusen:1000?"),
            ("tiotals miljarder", "tiotals miljarder:10000000000?"),
            ("hundratusentals", "hundratusentals:100000?"),
            ("flera hundra tusen", "flera hundra tusen:100000?"),
            ("några hundratusen", "några hundratusen:100000?"),
            ("ett tiotal miljoner", "ett tiotal miljoner:10000000~"),
            ("2½ miljoner", "2½ miljoner:2500000"),
            ("45 milj.", "45 milj.:45000000"),
            ("2,1 mdr", "2,1 mdr:2100000000"),
            ("energi", "-"),
            ("en", "en:1"),
            ("sexton", "sexton:16"),
            ("noll komma fem", "noll komma fem:0.5"),
            ("två komma tjugofem", "två komma tjugofem:2.25"),
            ("åttioen", "åttioen:81"),
            ("i en 500", "500:500"),
            ("99999999999999999999999999999999", "-"),
            ("9999999999999999999999999999 miljarder", "-"),
        ] {
            assert_eq!(read(text), expected, "{text}");
        }
    }
}
