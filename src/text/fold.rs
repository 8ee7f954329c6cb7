//! One table of what is read as what: widths, spaces, dashes, dots, quotes, and traditional characters.

use crate::tsv;
use once_cell::sync::Lazy;
use unicode_normalization::char::{decompose_canonical, is_combining_mark};

const HAN: std::ops::RangeInclusive<u32> = 0x4E00..=0x9FFF;

/// Whether a character is a Han character (or 〇, which news uses as a digit).
#[inline]
pub(crate) const fn is_han(c: char) -> bool {
    matches!(c, '\u{4E00}'..='\u{9FFF}') || c as u32 >= 0x3007 && is_rare_han(c)
}

/// Those that are no common ones, so that the code of the question is short wherever it is asked.
#[inline(never)]
const fn is_rare_han(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{4DBF}' | '〇' | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{2FA1F}')
}

/// Whether a character is a sign of writing or of money beyond Latin-1: no letter, no digit, and without case.
#[inline]
const fn is_sign(c: char) -> bool {
    matches!(c, '฿' | '\u{2010}'..='\u{206F}' | '\u{20A0}'..='\u{20CF}' | '\u{3000}'..='\u{3004}' | '\u{3008}'..='\u{3020}')
}

/// Whether a character is a letter: as the standard library says, but sooner.
#[inline]
pub(crate) fn is_letter(c: char) -> bool {
    match c {
        '\0'..='\x7F' => c.is_ascii_alphabetic(),
        'À'..='ÿ' => !matches!(c, '×' | '÷'),
        '\u{4E00}'..='\u{9FFF}' => true,
        _ => is_rare_letter(c),
    }
}

/// Those of other blocks, so that the code of the question is short wherever it is asked.
#[inline(never)]
fn is_rare_letter(c: char) -> bool {
    !is_sign(c) && c.is_alphabetic()
}

/// Whether a character is a letter or a digit, in the same way.
#[inline]
pub(crate) fn is_letter_or_digit(c: char) -> bool {
    match c {
        '\0'..='\u{FF}' => LATIN[c as usize],
        '\u{4E00}'..='\u{9FFF}' => true,
        _ => is_rare_letter_or_digit(c),
    }
}

/// Those of other blocks.
#[inline(never)]
fn is_rare_letter_or_digit(c: char) -> bool {
    !is_sign(c) && c.is_alphanumeric()
}

/// Whether two characters are letters of a word or digits of a number that is written with spaces around it.
pub(crate) fn inside_word_or_number(before: char, first: char) -> bool {
    let letter = |c: char| is_letter(c) && !is_han(c);
    before.is_ascii_digit() && first.is_ascii_digit() || letter(first) && letter(before)
}

/// The letters and digits (raised ones and fractions too) of the first two Unicode blocks.
static LATIN: [bool; 256] = {
    let mut is = [false; 256];
    let mut c = 0;
    while c < 256 {
        is[c] = (c as u8).is_ascii_alphanumeric()
            || matches!(c, 0xAA | 0xB2 | 0xB3 | 0xB5 | 0xB9 | 0xBA | 0xBC..=0xBE)
            || c >= 0xC0 && c != 0xD7 && c != 0xF7;
        c += 1;
    }
    is
};

/// Lower case, one character for one; letters whose lower case is longer stay as they are.
#[inline]
pub(crate) fn lower(c: char) -> char {
    match c {
        // No letters, or writing without case: most of what is not Latin.
        '\u{3000}'..='\u{A63F}' => c,
        '\0'..='\u{FF}' => char::from(LOWER[c as usize]),
        _ => lower_of_others(c),
    }
}

/// The lower case of a character beyond the scripts of most texts, so that the code of the question is short wherever it is asked.
#[cold]
#[inline(never)]
fn lower_of_others(c: char) -> char {
    if is_sign(c) {
        return c;
    }
    let mut lower = c.to_lowercase();
    match (lower.next(), lower.next()) {
        (Some(l), None) => l,
        _ => c,
    }
}

/// Lower case in the first two Unicode blocks.
static LOWER: [u8; 256] = {
    let mut lower = [0; 256];
    let mut c = 0;
    while c < 256 {
        lower[c] = (c as u8).to_ascii_lowercase();
        if matches!(c, 0xC0..=0xD6 | 0xD8..=0xDE) {
            lower[c] += 0x20;
        }
        c += 1;
    }
    lower
};

/// How a character is read; `None` for one that is not seen at all (soft hyphen, zero width, marks of direction, variation
/// selectors): those that Unicode calls ignorable by default.
#[inline]
pub(crate) fn fold(c: char, readings: &Readings) -> Option<char> {
    let u = c as u32;
    if u < 0x80 || matches!(c, 'À'..='ÿ') {
        return Some(c);
    }
    if let Some(read) = readings.simplified(c) {
        return Some(read);
    }
    Some(match c {
        '\u{AD}'
        | '\u{34F}'
        | '\u{61C}'
        | '\u{115F}'..='\u{1160}'
        | '\u{17B4}'..='\u{17B5}'
        | '\u{180B}'..='\u{180F}'
        | '\u{200B}'..='\u{200F}'
        | '\u{202A}'..='\u{202E}'
        | '\u{2060}'..='\u{206F}'
        | '\u{3164}'
        | '\u{FE00}'..='\u{FE0F}'
        | '\u{FEFF}'
        | '\u{FFA0}'
        | '\u{FFF0}'..='\u{FFF8}'
        | '\u{1BCA0}'..='\u{1BCA3}'
        | '\u{1D173}'..='\u{1D17A}'
        | '\u{E0000}'..='\u{E0FFF}' => return None,
        '\u{A0}' | '\u{1680}' | '\u{2000}'..='\u{200A}' | '\u{202F}' | '\u{205F}' | '\u{3000}' => ' ',
        '\u{2028}' | '\u{2029}' | '\u{85}' => '\n',
        '‐' | '‑' | '‒' | '–' | '−' | '﹣' => '-',
        '—' | '―' | '─' => '—',
        '～' | '〜' | '∼' | '˜' => '~',
        '·' | '‧' | '•' | '・' | '･' | '∙' | '⋅' => '·',
        '“' | '”' | '„' | '‟' | '″' | '«' | '»' => '"',
        '‘' | '’' | '‚' | '‛' | '′' | '´' => '\'',
        '○' | '◯' => '〇',
        '﹪' => '%',
        '￥' => '¥',
        '￡' => '£',
        '￠' => '¢',
        // Full-width ASCII: U+FF01..U+FF5E.
        '！'..='～' => char::from_u32(u - 0xFEE0).unwrap_or(c),
        '\u{F900}'..='\u{FAFF}' | '\u{2F800}'..='\u{2FA1F}' => {
            let unified = unified(c);
            readings.simplified(unified).unwrap_or(unified)
        }
        _ => c,
    })
}

/// The ideograph that a compatibility ideograph is another code of; any other character as it is.
pub(crate) fn unified(c: char) -> char {
    let (mut only, mut count) = (c, 0);
    if is_han(c) {
        decompose_canonical(c, |part| (only, count) = (part, count + 1));
    }
    if count == 1 { only } else { c }
}

/// The characters of a text as they are read.
pub(crate) fn folded(text: &str) -> impl Iterator<Item = char> {
    let readings = &*READINGS;
    text.chars().filter_map(move |c| fold(c, readings))
}

/// How the characters are read that are written with three bytes in UTF-8 and that texts are full of, by code point: the Han block,
/// general punctuation, that of East Asia, full-width ASCII. 0 for all others, and for signs that are not seen or join the
/// one before them: those are left to [`fold`].
pub(crate) struct Readings(Box<[u16; 1 << 16]>);

impl Readings {
    /// How the character of some bytes is read.
    #[inline]
    pub(crate) fn decode(&self, [first, second, third]: [u8; 3]) -> Option<char> {
        let code = u16::from(first) << 12 | u16::from(second & 0x3F) << 6 | u16::from(third & 0x3F);
        let code = if first & 0xF0 == 0xE0 { code } else { 0 };
        char::from_u32(u32::from(self.0[usize::from(code)])).filter(|&c| c != '\0')
    }

    /// Whether a character is a Han character that is read as another one: 零, which is read as the digit 〇, is of either script.
    #[inline]
    pub(crate) fn is_traditional(&self, c: char) -> bool {
        let code = u32::from(c);
        let read = u32::from(self.0[code as usize & 0xFFFF]);
        HAN.contains(&code) & HAN.contains(&read) & (read != code)
    }

    /// How a character of the Han block is read.
    #[inline]
    fn simplified(&self, c: char) -> Option<char> {
        if HAN.contains(&(c as u32)) { char::from_u32(u32::from(self.0[c as usize])) } else { None }
    }
}

fn pairs() -> impl Iterator<Item = (char, char)> {
    let rows = tsv::rows(include_str!("../lang/zh/traditional.tsv"), ["simplified", "traditional"]);
    rows.flat_map(|(_, [simple, many])| {
        let simple = simple.chars().next().unwrap_or('\u{FFFD}');
        many.chars().map(move |t| (t, simple))
    })
}

pub(crate) static READINGS: Lazy<Readings> = Lazy::new(|| {
    let mut all = vec![0; 1 << 16];
    HAN.for_each(|code| all[code as usize] = code as u16);
    for (from, to) in pairs().filter(|&(from, _)| HAN.contains(&(from as u32))) {
        all[from as usize] = u16::try_from(to).unwrap_or(all[from as usize]);
    }
    let mut readings = Readings(all.into_boxed_slice().try_into().expect("it is as long"));
    let signs = ('\u{2000}'..='\u{203F}').chain('\u{3000}'..='\u{303F}').chain('\u{FF00}'..='\u{FF7F}');
    for sign in signs.filter(|&sign| !is_combining_mark(sign)) {
        let read = fold(sign, &readings).and_then(|read| u16::try_from(read).ok());
        readings.0[sign as usize] = read.unwrap_or_default();
    }
    readings
});

/// The capitals of the first plane, each with its lower case.
pub(crate) fn upper_case() -> &'static [(char, char)] {
    /// Where Unicode has letters with cases.
    const CASED: [std::ops::RangeInclusive<char>; 9] = [
        'A'..='\u{58F}',
        '\u{10A0}'..='\u{10FF}',
        '\u{13A0}'..='\u{13FF}',
        '\u{1C80}'..='\u{1CBF}',
        '\u{1E00}'..='\u{1FFF}',
        '\u{2100}'..='\u{2188}',
        '\u{24B6}'..='\u{24CF}',
        '\u{2C00}'..='\u{2DFF}',
        '\u{A640}'..='\u{A7FF}',
    ];
    static PAIRS: Lazy<Vec<(char, char)>> = Lazy::new(|| {
        let all = CASED.into_iter().flatten().chain('Ａ'..='Ｚ').map(|c| (c, lower(c)));
        all.filter(|(c, lower)| c != lower).collect()
    });
    &PAIRS
}

/// The capitals that are read as a letter in lower case.
pub(crate) fn capitals(lower: char) -> impl Iterator<Item = char> {
    static BY_LOWER: Lazy<Vec<(char, char)>> = Lazy::new(|| {
        let mut pairs = upper_case().to_vec();
        pairs.sort_by_key(|&(_, lower)| lower);
        pairs
    });
    let plain = match lower {
        'a'..='z' | '\u{E0}'..='\u{FE}' if lower != '÷' => char::from_u32(lower as u32 - 0x20),
        _ => None,
    };
    // The signs of kelvin and ångström are capitals too.
    let sign = match lower as u32 {
        0x6B => Some('\u{212A}'),
        0xE5 => Some('\u{212B}'),
        _ => None,
    };
    let known = plain.is_some() || matches!(lower, '\0'..='@' | '\u{3000}'..='\u{9FFF}');
    let pairs = if known { &[] } else { BY_LOWER.as_slice() };
    let first = pairs.partition_point(|&(_, l)| l < lower);
    let others = pairs[first..].iter().take_while(move |&&(_, l)| l == lower).map(|&(upper, _)| upper);
    plain.into_iter().chain(sign).chain(others)
}

#[cfg(test)]
mod tests {
    use super::{READINGS, capitals, fold, is_letter, is_letter_or_digit, lower, upper_case};
    use regex::Regex;
    use std::collections::BTreeMap;
    use unicode_normalization::UnicodeNormalization;

    fn read(c: char) -> Option<char> {
        fold(c, &READINGS)
    }

    /// Whether a character is of a class of Unicode, by the tables of another crate.
    fn of(class: &str) -> impl Fn(char) -> bool {
        let class = Regex::new(&format!("^{class}$")).expect("a class");
        move |c| class.is_match(c.encode_utf8(&mut [0; 4]))
    }

    /// A character that the table of readings has no place for would be lost without a word.
    #[test]
    fn every_traditional_character_is_read() {
        for (traditional, simplified) in super::pairs() {
            assert_eq!(READINGS.simplified(traditional), Some(simplified), "{traditional}");
        }
    }

    #[test]
    fn what_unicode_ignores_is_not_seen_and_its_spaces_are_spaces() {
        let (ignorable, space) = (of(r"\p{Default_Ignorable_Code_Point}"), of(r"\p{Zs}"));
        for c in '\0'..=char::MAX {
            // A deprecated sign between lines of marks is of no class that is ignored, and no text holds it.
            assert_eq!(read(c).is_none(), ignorable(c), "{:x}", c as u32);
            assert_eq!(read(c) == Some(' '), space(c), "{:x}", c as u32);
        }
    }

    #[test]
    fn a_compatibility_ideograph_is_read_as_the_one_that_it_is() {
        for c in ('\u{F900}'..='\u{FAFF}').chain('\u{2F800}'..='\u{2FA1F}') {
            let composed: Vec<char> = [c].into_iter().nfc().collect();
            assert_eq!(read(c), read(composed[0]), "{c}");
        }
        assert_eq!(read('\u{F9DD}'), Some('利'));
    }

    #[test]
    fn letters_and_digits_are_those_of_unicode() {
        for c in '\0'..=char::MAX {
            assert_eq!(is_letter(c), c.is_alphabetic(), "{c:?}");
            assert_eq!(is_letter_or_digit(c), c.is_alphanumeric(), "{c:?}");
        }
    }

    #[test]
    fn no_capital_is_missed() {
        let all: Vec<_> = ('\0'..='\u{FFFF}').map(|c| (c, lower(c))).filter(|(c, l)| c != l).collect();
        assert_eq!(upper_case(), all);
    }

    #[test]
    fn capitals_are_all_that_are_read_as_the_letter() {
        let mut by_lower: BTreeMap<char, Vec<char>> = BTreeMap::new();
        upper_case().iter().for_each(|&(upper, lower)| by_lower.entry(lower).or_default().push(upper));
        for c in '\0'..='\u{FFFF}' {
            assert_eq!(capitals(c).collect::<Vec<_>>(), by_lower.remove(&c).unwrap_or_default(), "{c:?}");
        }
    }

    #[test]
    fn lower_case_is_that_of_unicode_where_it_is_one_character() {
        for c in '\0'..=char::MAX {
            let full: Vec<char> = c.to_lowercase().collect();
            let expected = if full.len() == 1 { full[0] } else { c };
            assert!(lower(c) == expected, "{c:?}");
        }
    }
}
