//! Characters before a byte.

/// Bytes between two marks.
const STEP: usize = 256;

/// Counts characters (Unicode scalar values) before bytes of a text, asked for in any order, in time linear in the text.
///
/// ```
/// use newsfacts_arrow::Chars;
///
/// let text = "🚀 上涨5%。";
/// let mut chars = Chars::new(text);
/// assert_eq!((chars.before(5), chars.before(11), chars.before(text.len())), (2, 4, 7));
/// ```
#[derive(Debug)]
pub struct Chars<'t> {
    bytes: &'t [u8],
    /// The characters that begin before each multiple of the step, as far as anyone has asked.
    marks: Vec<i64>,
}

impl<'t> Chars<'t> {
    /// Counts in a text; nothing is read before it is asked for.
    pub fn new(text: &'t str) -> Self {
        Self { bytes: text.as_bytes(), marks: vec![0] }
    }

    /// The number of characters before a byte, which is on a character boundary of the text.
    ///
    /// # Panics
    ///
    /// If the byte is beyond the end of the text.
    pub fn before(&mut self, byte: usize) -> i64 {
        while self.marks.len() <= byte / STEP {
            let at = (self.marks.len() - 1) * STEP;
            let next = self.marks[self.marks.len() - 1] + begun(&self.bytes[at..at + STEP]);
            self.marks.push(next);
        }
        let mark = byte / STEP;
        self.marks[mark] + begun(&self.bytes[mark * STEP..byte])
    }
}

/// How many characters begin in some bytes: those that do not go on with one.
fn begun(bytes: &[u8]) -> i64 {
    bytes.iter().map(|&b| i64::from(b & 0xC0 != 0x80)).sum()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn characters_are_those_of_the_text(text in "[a-zåäö年𠮷👩‍🚀é\n]{0,900}", order in any::<u64>()) {
            let mut chars = Chars::new(&text);
            let mut places: Vec<(usize, usize)> = text.char_indices().map(|(b, _)| b).chain([text.len()]).zip(0..).collect();
            let turn = order as usize % places.len();
            places.rotate_left(turn);
            for (byte, count) in places {
                prop_assert_eq!(chars.before(byte), count as i64);
            }
        }
    }
}
