//! Places in a text counted in other units than bytes.

use crate::Span;
use std::ops::Range;

/// How many bytes lie between two places whose counts are kept.
const STEP: usize = 1024;

/// Counts the places of a text in characters and in UTF-16 code units, for programs that do not count in bytes: Python,
/// spreadsheets and databases count characters (Unicode scalar values), JavaScript, Java and C# UTF-16 code units.
///
/// Making one reads the text once; a question then costs no more than 1 KiB of it.
///
/// ```
/// use newsfacts::{Extractor, Offsets};
///
/// let text = "😀 央行降息5%。";
/// let mention = Extractor::new().percents(text).next().unwrap();
/// let offsets = Offsets::new(text);
/// assert_eq!(mention.span(), 17..19); // bytes
/// assert_eq!(offsets.chars(mention.span()), 6..8);
/// assert_eq!(offsets.utf16(mention.span()), 7..9);
/// let utf16: Vec<u16> = text.encode_utf16().collect();
/// assert_eq!(String::from_utf16(&utf16[offsets.utf16(mention.span())]).unwrap(), "5%");
/// ```
#[derive(Debug, Clone)]
pub struct Offsets<'t> {
    text: &'t str,
    /// Characters and UTF-16 code units that begin before each [`STEP`] bytes.
    kept: Vec<Counts>,
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
struct Counts {
    chars: usize,
    utf16: usize,
}

impl Counts {
    fn and(self, bytes: &[u8]) -> Self {
        // A character begins at each byte that continues none, and takes two code units if it takes four bytes.
        let begun = bytes.iter().filter(|&&b| b & 0xC0 != 0x80).count();
        let wide = bytes.iter().filter(|&&b| b >= 0xF0).count();
        Self { chars: self.chars + begun, utf16: self.utf16 + begun + wide }
    }
}

impl<'t> Offsets<'t> {
    /// Reads a text: the one that spans refer to.
    pub fn new(text: &'t str) -> Self {
        let mut counts = Counts::default();
        let kept = text.as_bytes().chunks(STEP).map(|chunk| {
            let before = counts;
            counts = counts.and(chunk);
            before
        });
        Self { text, kept: kept.collect() }
    }

    /// A span in characters: Unicode scalar values. What lies beyond the text is taken to its end.
    pub fn chars(&self, span: Span) -> Range<usize> {
        self.at(span.start()).chars..self.at(span.end()).chars
    }

    /// A span in UTF-16 code units. What lies beyond the text is taken to its end.
    pub fn utf16(&self, span: Span) -> Range<usize> {
        self.at(span.start()).utf16..self.at(span.end()).utf16
    }

    /// What begins before a byte.
    fn at(&self, byte: usize) -> Counts {
        let byte = byte.min(self.text.len());
        let Some(last) = self.kept.len().checked_sub(1) else { return Counts::default() };
        let step = (byte / STEP).min(last);
        self.kept[step].and(&self.text.as_bytes()[step * STEP..byte])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_are_those_of_the_standard_library() {
        for unit in ["a", "å", "中", "😀", "a😀中å\n"] {
            let text = unit.repeat(2 * STEP + 7);
            let offsets = Offsets::new(&text);
            for (byte, _) in text.char_indices().step_by(97).chain([(text.len(), ' ')]) {
                let before = &text[..byte];
                let counts = Counts { chars: before.chars().count(), utf16: before.encode_utf16().count() };
                assert_eq!(offsets.at(byte), counts, "{unit:?} at {byte}");
            }
        }
    }

    #[test]
    fn what_lies_beyond_is_taken_to_the_end() {
        assert_eq!(Offsets::new("").chars(Span::new(0, 5)), 0..0);
        assert_eq!(Offsets::new("å").utf16(Span::new(2, 9)), 1..1);
    }
}
