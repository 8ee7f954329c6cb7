//! Character references: `&amp;`, `&#65;`, `&copy` and two thousand more.

use html5ever::data::{C1_REPLACEMENTS, NAMED_ENTITIES};

/// The names that pages use most.
const COMMON: [(&str, char); 5] =
    [("nbsp;", '\u{A0}'), ("amp;", '&'), ("quot;", '"'), ("lt;", '<'), ("gt;", '>')];

/// The characters of a reference, and its length; the text begins after its `&`.
pub(super) fn reference(text: &str, attribute: bool) -> Option<([Option<char>; 2], usize)> {
    if let Some(number) = text.strip_prefix('#') {
        return numeric(number).map(|(c, len)| ([Some(c), None], len + 1));
    }
    if !text.bytes().next()?.is_ascii_alphanumeric() {
        return None;
    }
    // Nearly all that pages have, without a look at the table for each letter.
    if let Some((name, c)) = COMMON.iter().find(|(name, _)| text.starts_with(name)) {
        return Some(([Some(*c), None], name.len()));
    }
    let mut longest = None;
    for len in 1..=text.len() {
        // All beginnings of names are in the table too, with no characters.
        let Some(&(first, second)) = text.get(..len).and_then(|name| NAMED_ENTITIES.get(name)) else { break };
        if first != 0 {
            longest = Some((
                [char::from_u32(first), Some(second).filter(|&c| c != 0).and_then(char::from_u32)],
                len,
            ));
        }
    }
    let (chars, len) = longest?;
    let next = text.as_bytes().get(len);
    let goes_on = next.is_some_and(|&b| b == b'=' || b.is_ascii_alphanumeric());
    // `?a=1&copy=2` in an address is no sign of copyright.
    let plain = attribute && goes_on && !text[..len].ends_with(';');
    (!plain).then_some((chars, len))
}

/// A character by its number, and the length of what stands after the `#`.
fn numeric(text: &str) -> Option<(char, usize)> {
    let hex = text.starts_with(['x', 'X']);
    let (digits, radix) = if hex { (&text[1..], 16) } else { (text, 10) };
    let len = digits.bytes().take_while(|b| char::from(*b).is_digit(radix)).count();
    if len == 0 {
        return None;
    }
    let number = digits[..len].chars().filter_map(|c| c.to_digit(radix));
    let number = number.fold(0_u32, |n, digit| n.saturating_mul(radix).saturating_add(digit));
    let c = match number {
        0 => char::REPLACEMENT_CHARACTER,
        0x80..=0x9F => C1_REPLACEMENTS[number as usize - 0x80].or(char::from_u32(number))?,
        n => char::from_u32(n).unwrap_or(char::REPLACEMENT_CHARACTER),
    };
    let end = usize::from(hex) + len;
    Some((c, end + usize::from(text[end..].starts_with(';'))))
}
