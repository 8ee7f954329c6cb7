//! A text by its characters: those that count where two texts are compared, and where it may be cut.

/// The letters and digits of a text, small.
pub(super) fn bare(text: &str) -> String {
    let mut bare = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\0'..='\x7F' if !c.is_ascii_alphanumeric() => {}
            '×' | '÷' => {}
            '\0'..='\x7F' | 'À'..='ÿ' | '\u{4E00}'..='\u{9FFF}' => push_small(c, &mut bare),
            _ if c.is_alphanumeric() => push_small(c, &mut bare),
            _ => {}
        }
    }
    bare
}

/// A text in small letters: as the standard library says, but sooner for the letters of the two languages.
pub(super) fn small(text: &str) -> String {
    let mut small = String::with_capacity(text.len());
    text.chars().for_each(|c| push_small(c, &mut small));
    small
}

/// The beginning of a text in small letters, as far as labels go.
pub(super) fn small_start(text: &str) -> String {
    const LABEL: usize = 64;
    small(&text[..floor(text, LABEL)])
}

fn push_small(c: char, text: &mut String) {
    match c {
        '\0'..='\x7F' => text.push(c.to_ascii_lowercase()),
        'À'..='Þ' if c != '×' => text.push(char::from(c as u8 + 32)),
        'ß'..='ÿ' | '\u{2E80}'..='\u{9FFF}' => text.push(c),
        _ => text.extend(c.to_lowercase()),
    }
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
        }
    }
}
