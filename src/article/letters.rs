//! A text by its characters: those that count where two texts are compared, and where it may be cut.

/// What becomes of a character.
enum Fate {
    Stays,
    /// Becomes another, or some.
    Changes,
    Goes,
}

/// Writes a text with the fate of each of its characters; those that stay side by side are copied at once.
fn written(text: &str, fate: impl Fn(char) -> Fate) -> String {
    let mut written = String::with_capacity(text.len());
    let mut copied = 0;
    for (at, c) in text.char_indices() {
        let fate = fate(c);
        if matches!(fate, Fate::Stays) {
            continue;
        }
        written.push_str(&text[copied..at]);
        copied = at + c.len_utf8();
        if matches!(fate, Fate::Changes) {
            push_small(c, &mut written);
        }
    }
    written.push_str(&text[copied..]);
    written
}

/// The letters and digits of a text, small.
pub(super) fn bare(text: &str) -> String {
    written(text, |c| match c {
        'a'..='z' | '0'..='9' | 'ß'..='ö' | 'ø'..='ÿ' | '\u{4E00}'..='\u{9FFF}' => Fate::Stays,
        'A'..='Z' | 'À'..='Ö' | 'Ø'..='Þ' => Fate::Changes,
        '\0'..='\x7F' => Fate::Goes,
        _ if c.is_alphanumeric() => Fate::Changes,
        _ => Fate::Goes,
    })
}

/// A text in small letters: as the standard library says, but sooner for the letters of the two languages.
pub(super) fn small(text: &str) -> String {
    written(text, |c| match c {
        'A'..='Z' => Fate::Changes,
        '\0'..='\x7F' | 'ß'..='ÿ' | '\u{2E80}'..='\u{9FFF}' => Fate::Stays,
        _ => Fate::Changes,
    })
}

/// The first of some words in small letters that a text begins with, whatever the size of its letters.
pub(super) fn beginning<'w>(text: &str, words: &'w [&'w str]) -> Option<&'w str> {
    let first = text.chars().next()?.to_lowercase().next()?;
    let begins = |word: &str| {
        let mut letters = text.chars().flat_map(char::to_lowercase);
        word.chars().all(|c| letters.next() == Some(c))
    };
    words.iter().copied().filter(|word| word.starts_with(first)).find(|word| begins(word))
}

fn push_small(c: char, text: &mut String) {
    match c {
        '\0'..='\x7F' => text.push(c.to_ascii_lowercase()),
        'À'..='Þ' if c != '×' => text.push(char::from(c as u8 + 32)),
        'ß'..='ÿ' | '\u{2E80}'..='\u{9FFF}' => text.push(c),
        _ => text.extend(c.to_lowercase()),
    }
}

/// Whether a text has a Han character. Text of other scripts is told by its largest byte.
pub(super) fn has_han(text: &str) -> bool {
    /// What the first of them begins with in UTF-8.
    const FIRST: u8 = 0xE3;
    text.bytes().max().is_some_and(|byte| byte >= FIRST) && text.contains(crate::text::is_han)
}

/// The last boundary of characters up to a byte.
pub(super) fn floor(text: &str, byte: usize) -> usize {
    (0..=byte.min(text.len())).rev().find(|&at| text.is_char_boundary(at)).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_are_small_as_the_library_says() {
        for c in '\0'..='\u{FFFF}' {
            let text = String::from(c);
            assert_eq!(small(&text), text.to_lowercase(), "{c:?}");
            let alone: String =
                text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect();
            assert_eq!(bare(&text), alone, "{c:?}");
            assert_eq!(has_han(&text), crate::text::is_han(c), "{c:?}");
        }
    }
}
