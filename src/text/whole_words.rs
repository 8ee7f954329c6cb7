//! Which whole words the forms of a table begin with, or end in: a look that settles most words before a search does.

use super::{Block, block::in_word, lower, steps};

/// A table of bits by whole words. False positives are allowed, false negatives never.
#[derive(Debug)]
pub(crate) struct WholeWords {
    bits: Box<[u64]>,
    /// Characters of the longest word.
    longest: usize,
}

impl WholeWords {
    /// Those that some forms begin with; forms that are given from their ends are those that they end in.
    pub(crate) fn new<F: Iterator<Item = char>>(forms: impl Iterator<Item = F> + Clone) -> Self {
        let words = forms.map(|form| form.take_while(|&c| in_word(c)));
        let longest = words.clone().map(Iterator::count).max().unwrap_or(0);
        // Eight bits a word, or a few more.
        let room = (words.clone().count() / 8).next_power_of_two();
        let mut found = Self { bits: vec![0; room].into(), longest };
        for word in words {
            let (place, bit) = found.place(word.fold(0, Self::mix));
            found.bits[place] |= bit;
        }
        found
    }

    #[inline]
    fn mix(sum: u32, c: char) -> u32 {
        (sum.rotate_left(5) ^ lower(c) as u32).wrapping_mul(0x9E37_79B9)
    }

    #[inline]
    fn place(&self, sum: u32) -> (usize, u64) {
        ((sum >> 12) as usize & (self.bits.len() - 1), 1 << (sum >> 6 & 63))
    }

    /// Whether one of the words may start at a place and end with the word there.
    pub(crate) fn start(&self, block: &Block<'_>, at: usize) -> bool {
        self.may(block.chars.get(at..).unwrap_or(&[]).iter())
    }

    /// Whether one of the words may end before a place and start with the word there.
    pub(crate) fn end(&self, block: &Block<'_>, at: usize) -> bool {
        self.may(block.chars.get(..at).unwrap_or(&block.chars).iter().rev())
    }

    #[inline]
    fn may<'a>(&self, chars: impl Iterator<Item = &'a char>) -> bool {
        let (mut sum, mut len) = (0, 0);
        for &c in chars.take_while(|c| in_word(**c)) {
            steps::add(1);
            len += 1;
            if len > self.longest {
                return false;
            }
            sum = Self::mix(sum, c);
        }
        let (place, bit) = self.place(sum);
        self.bits[place] & bit != 0
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Span;

    #[test]
    fn whole_words_alone_may_stand() {
        let forms = ["till och med", "före", "%"];
        let (starts, ends) = (
            WholeWords::new(forms.iter().map(|f| f.chars())),
            WholeWords::new(forms.iter().map(|f| f.chars().rev())),
        );
        let text = "Till förening Före med % förefallande";
        let mut block = Block::new(text);
        block.read(Span::new(0, text.len()));
        assert!(starts.start(&block, 0) && !starts.start(&block, 5) && starts.start(&block, 14));
        assert!(!starts.start(&block, 19) && starts.start(&block, 23) && !starts.start(&block, 25));
        assert!(
            ends.end(&block, 18) && ends.end(&block, 22) && !ends.end(&block, 4) && !ends.end(&block, 13)
        );
    }
}
