//! A text by its characters: those that count where two texts are compared, and where it may be cut.

/// The letters and digits of a text, small.
pub(super) fn bare(text: &str) -> String {
    let mut bare = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\0'..='\x7F' if !c.is_ascii_alphanumeric() => {}
            '\0'..='\x7F' => bare.push(c.to_ascii_lowercase()),
            // Of most letters the library needs a search to tell what they are.
            '\u{4E00}'..='\u{9FFF}' => bare.push(c),
            _ if c.is_alphanumeric() => bare.extend(c.to_lowercase()),
            _ => {}
        }
    }
    bare
}

/// The last boundary of characters up to a byte.
pub(super) fn floor(text: &str, byte: usize) -> usize {
    (0..=byte.min(text.len())).rev().find(|&at| text.is_char_boundary(at)).unwrap_or(0)
}
