//! Characters before a byte.

/// Bytes between two marks.
const STEP: usize = 512;

/// Counts characters (Unicode scalar values) before bytes of a text, asked for in any order, in time linear in the text and the number of calls.
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
    /// The byte that was asked for last, and the characters before it: the next one is seldom far from it.
    at: usize,
    count: i64,
    /// The characters before each multiple of the step, as far as anyone has asked.
    marks: Vec<i64>,
}

impl<'t> Chars<'t> {
    /// Counts in a text; nothing is read before it is asked for.
    pub fn new(text: &'t str) -> Self {
        Self { bytes: text.as_bytes(), at: 0, count: 0, marks: vec![0] }
    }

    /// The number of characters before a byte, which is on a character boundary of the text.
    ///
    /// # Panics
    ///
    /// If the byte is beyond the end of the text.
    pub fn before(&mut self, byte: usize) -> i64 {
        if byte < self.at && self.at - byte <= STEP {
            self.count -= begun(&self.bytes[byte..self.at]);
            self.at = byte;
            return self.count;
        }
        let mark = (byte / STEP).min(self.marks.len() - 1);
        if !(mark * STEP..=byte).contains(&self.at) {
            (self.at, self.count) = (mark * STEP, self.marks[mark]);
        }
        while self.marks.len() <= byte / STEP {
            self.step_to(self.marks.len() * STEP);
            self.marks.push(self.count);
        }
        self.step_to(byte);
        self.count
    }

    fn step_to(&mut self, byte: usize) {
        self.count += begun(&self.bytes[self.at..byte]);
        self.at = byte;
    }
}

/// How many characters begin in some bytes: those that do not go on with one.
fn begun(bytes: &[u8]) -> i64 {
    /// As many as a byte can count; the sum of bytes is one of many lanes.
    const PART: usize = 128;
    let begin = |&byte: &u8| u8::from(byte & 0xC0 != 0x80);
    bytes.chunks(PART).map(|part| i64::from(part.iter().map(begin).sum::<u8>())).sum()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::{collection::vec, prelude::*, sample::Index};

    proptest! {
        #[test]
        fn characters_are_those_of_the_text(text in "[a-zåäö年𠮷👩‍🚀é\n]{0,2000}", order in vec(any::<Index>(), 0..40)) {
            let places: Vec<(usize, usize)> =
                text.char_indices().map(|(byte, _)| byte).chain([text.len()]).zip(0..).collect();
            let (mut ordered, mut jumping) = (Chars::new(&text), Chars::new(&text));
            for &(byte, count) in &places {
                prop_assert_eq!(ordered.before(byte), count as i64);
            }
            for turn in order {
                let (byte, count) = places[turn.index(places.len())];
                prop_assert_eq!(jumping.before(byte), count as i64);
            }
        }
    }
}
