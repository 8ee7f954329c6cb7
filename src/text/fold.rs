//! One table of what is read as what: widths, spaces, dashes, dots, quotes, and traditional characters.

use crate::tsv;
use once_cell::sync::Lazy;

const HAN: std::ops::RangeInclusive<u32> = 0x4E00..=0x9FFF;

/// Whether a character is a Han character (or 〇, which news uses as a digit).
pub(crate) const fn is_han(c: char) -> bool {
    matches!(c, '\u{4E00}'..='\u{9FFF}' | '\u{3400}'..='\u{4DBF}' | '〇' | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{2FA1F}')
}

/// Whether a character is a letter: as the standard library says, but sooner.
#[inline]
pub(crate) fn is_letter(c: char) -> bool {
    match c {
        '\0'..='\x7F' => c.is_ascii_alphabetic(),
        'À'..='ÿ' => !matches!(c, '×' | '÷'),
        '\u{4E00}'..='\u{9FFF}' => true,
        _ => c.is_alphabetic(),
    }
}

/// Whether a character is a letter or a digit, in the same way.
#[inline]
pub(crate) fn is_letter_or_digit(c: char) -> bool {
    match c {
        '\0'..='\u{FF}' => LATIN[c as usize],
        '\u{4E00}'..='\u{9FFF}' => true,
        _ => c.is_alphanumeric(),
    }
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
        '\0'..='\x7F' => c.to_ascii_lowercase(),
        'À'..='Ö' | 'Ø'..='Þ' => char::from(c as u8 + 0x20),
        // No letters, lower case, or writing without case: most of what is not ASCII.
        '\u{80}'..='\u{FF}' | '\u{2000}'..='\u{20FF}' | '\u{3000}'..='\u{A63F}' => c,
        _ => {
            let mut lower = c.to_lowercase();
            match (lower.next(), lower.next()) {
                (Some(l), None) => l,
                _ => c,
            }
        }
    }
}

/// How a character is read; `None` for one that is not seen at all (soft hyphen, zero width).
#[inline]
pub(crate) fn fold(c: char, simplified: &Simplified) -> Option<char> {
    let u = c as u32;
    if u < 0x80 {
        return Some(c);
    }
    if let Some(read) = simplified.read(c) {
        return Some(read);
    }
    Some(match c {
        '\u{AD}'
        | '\u{200B}'..='\u{200F}'
        | '\u{2060}'..='\u{2064}'
        | '\u{FEFF}'
        | '\u{202A}'..='\u{202E}' => return None,
        '\u{A0}' | '\u{2000}'..='\u{200A}' | '\u{202F}' | '\u{205F}' | '\u{3000}' => ' ',
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
        _ => c,
    })
}

/// The characters of a text as they are read.
pub(crate) fn folded(text: &str) -> impl Iterator<Item = char> {
    let simplified = &*SIMPLIFIED;
    text.chars().filter_map(move |c| fold(c, simplified))
}

/// Simplified readings of the Han block, by code point.
pub(crate) struct Simplified {
    /// A bit for each character that is read as another: most are not, and this stays near the processor.
    other: Box<[u64]>,
    read: Box<[char]>,
}

impl Simplified {
    /// How a character of the Han block is read.
    #[inline]
    pub(crate) fn read(&self, c: char) -> Option<char> {
        let place = (c as usize).wrapping_sub(*HAN.start() as usize);
        let other = self.other.get(place / 64)? >> (place % 64) & 1 != 0;
        if other { self.read.get(place).copied() } else { Some(c) }
    }
}

fn pairs() -> impl Iterator<Item = (char, char)> {
    let rows = tsv::rows(include_str!("../lang/zh/traditional.tsv"), ["simplified", "traditional"]);
    rows.flat_map(|(_, [simple, many])| {
        let simple = simple.chars().next().unwrap_or('\u{FFFD}');
        many.chars().map(move |t| (t, simple))
    })
}

pub(crate) static SIMPLIFIED: Lazy<Simplified> = Lazy::new(|| {
    let mut read: Box<[char]> = HAN.filter_map(char::from_u32).collect();
    let mut other = vec![0; read.len() / 64].into_boxed_slice();
    for (from, to) in pairs() {
        let place = (from as usize).wrapping_sub(*HAN.start() as usize);
        if let Some(read) = read.get_mut(place) {
            *read = to;
            other[place / 64] |= 1 << (place % 64);
        }
    }
    Simplified { other, read }
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

#[cfg(test)]
mod tests {
    use super::{is_letter, is_letter_or_digit, lower, upper_case};

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
    fn lower_case_is_that_of_unicode_where_it_is_one_character() {
        for c in '\0'..=char::MAX {
            let full: Vec<char> = c.to_lowercase().collect();
            let expected = if full.len() == 1 { full[0] } else { c };
            assert!(lower(c) == expected, "{c:?}");
        }
    }
}
