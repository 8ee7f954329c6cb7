//! The different texts among many pieces of words, each with a number.

use std::collections::HashMap;

/// Texts by their number.
#[derive(Debug, Default)]
pub(super) struct Texts<'a> {
    texts: Vec<&'a [char]>,
    numbers: HashMap<&'a [char], u32>,
}

impl<'a> Texts<'a> {
    /// The number of a text, which may be a new one.
    pub(super) fn number(&mut self, text: &'a [char]) -> u32 {
        *self.numbers.entry(text).or_insert_with(|| {
            self.texts.push(text);
            self.texts.len() as u32 - 1
        })
    }

    /// All of them.
    pub(super) fn iter(&self) -> impl ExactSizeIterator<Item = &'a [char]> {
        self.texts.iter().copied()
    }

    pub(super) fn get(&self, number: u32) -> &'a [char] {
        self.texts[number as usize]
    }
}

#[cfg(test)]
mod tests {
    use super::Texts;

    #[test]
    fn equal_texts_have_one_number() {
        let words: Vec<Vec<char>> = (0..1000).map(|n| format!("{}", n % 500).chars().collect()).collect();
        let mut texts = Texts::default();
        let numbers: Vec<u32> = words.iter().map(|word| texts.number(word)).collect();
        assert_eq!(numbers[..500], Vec::from_iter(0..500));
        assert_eq!(numbers[500..], numbers[..500]);
        assert!(texts.iter().len() == 500 && texts.get(7) == ['7']);
    }
}
