//! The different texts among many pieces of words, each with a number.

/// Texts by their number.
#[derive(Debug)]
pub(super) struct Texts<'a> {
    texts: Vec<&'a [char]>,
    /// Their numbers plus one, from the place on that their hash names: a power of two, twice as many at least.
    places: Vec<u32>,
}

impl<'a> Texts<'a> {
    /// None yet, with room for some.
    pub(super) fn new(room: usize) -> Self {
        Self { texts: Vec::new(), places: vec![0; (2 * room.max(1)).next_power_of_two()] }
    }

    /// The number of a text, which may be a new one.
    pub(super) fn number(&mut self, text: &'a [char]) -> u32 {
        let mut at = self.first_place(text);
        loop {
            match self.places[at].checked_sub(1) {
                Some(number) if self.texts[number as usize] == text => return number,
                Some(_) => at = (at + 1) & (self.places.len() - 1),
                None => break,
            }
        }
        self.texts.push(text);
        self.places[at] = self.texts.len() as u32;
        if self.texts.len() * 2 > self.places.len() {
            let mut more = Self::new(self.places.len());
            self.texts.iter().for_each(|text| _ = more.number(text));
            *self = more;
        }
        self.texts.len() as u32 - 1
    }

    fn first_place(&self, text: &[char]) -> usize {
        let mix = |sum: u32, &c: &char| (sum.rotate_left(5) ^ c as u32).wrapping_mul(0x9E37_79B9);
        (text.iter().fold(0, mix) >> 7) as usize & (self.places.len() - 1)
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
        let mut texts = Texts::new(1);
        let numbers: Vec<u32> = words.iter().map(|word| texts.number(word)).collect();
        assert_eq!(numbers[..500], Vec::from_iter(0..500));
        assert_eq!(numbers[500..], numbers[..500]);
        assert!(texts.iter().len() == 500 && texts.get(7) == ['7']);
    }
}
