//! Web addresses, in which nothing is read: their digits and signs say nothing of the world.

use super::fold::is_han;
use std::ops::Range;

/// The addresses of a text as byte ranges, in order: from `http://`, `www.` or `name.tld/` to the next space, Han
/// character, full-width sign, quote or closing bracket; what ends a sentence is no part of them.
pub(super) fn find(text: &str, found: &mut Vec<Range<u32>>) {
    found.clear();
    let bytes = text.as_bytes();
    // Each has a slash or begins with `www.`.
    for at in memchr::memchr2_iter(b'/', b'w', bytes) {
        if found.last().is_some_and(|last| at < last.end as usize) {
            continue;
        }
        let start = if bytes[at] == b'w' { named(bytes, at) } else { hosted(bytes, at) };
        if let Some(start) = start {
            let end = end(text, at);
            found.push(start as u32..end as u32);
        }
    }
}

/// Whether `www.` stands at a place.
fn named(bytes: &[u8], at: usize) -> Option<usize> {
    let inside = at.checked_sub(1).is_some_and(|k| bytes[k].is_ascii_alphanumeric());
    let host = bytes.get(at + 4).is_some_and(u8::is_ascii_alphanumeric);
    (!inside && bytes[at..].starts_with(b"www.") && host).then_some(at)
}

/// Where an address begins whose first slash stands at a place: a scheme, or a host with a dot in it.
fn hosted(bytes: &[u8], slash: usize) -> Option<usize> {
    let back =
        |from: usize, of: fn(&u8) -> bool| from - bytes[..from].iter().rev().take_while(|b| of(b)).count();
    let is_next = |offset: usize, byte: u8| bytes.get(slash + offset) == Some(&byte);
    if is_next(1, b'/') {
        let colon = slash.checked_sub(1).filter(|&k| bytes[k] == b':')?;
        let scheme = back(colon, u8::is_ascii_alphabetic);
        return (colon - scheme >= 3).then_some(scheme);
    }
    let host = |b: &u8| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'-');
    let start = back(slash, host);
    let (name, domain) = std::str::from_utf8(&bytes[start..slash]).ok()?.rsplit_once('.')?;
    let path = bytes.get(slash + 1).is_some_and(|b| b.is_ascii_graphic());
    let letters = domain.len() >= 2 && domain.bytes().all(|b| b.is_ascii_alphabetic());
    let named = name.len() > 1 && name.bytes().any(|b| b.is_ascii_alphabetic());
    // *12 milj.kr/kvartal*: a unit after its number.
    let counted = start >= 2 && bytes[start - 1] == b' ' && bytes[start - 2].is_ascii_digit();
    (path && letters && named && !counted).then_some(start)
}

/// Where an address ends that holds the byte at a place.
fn end(text: &str, at: usize) -> usize {
    let stops = |c: char| {
        c.is_whitespace()
            || is_han(c)
            || matches!(c, '\u{2010}'..='\u{206F}' | '\u{3000}'..='\u{30FF}' | '\u{FE30}'..='\u{FFEF}')
            || matches!(c, '"' | '\'' | '<' | '>' | ')' | ']' | '}' | '|' | '»' | '´')
    };
    let rest = &text[at..];
    let address = &rest[..rest.find(stops).unwrap_or(rest.len())];
    at + address.trim_end_matches(['.', ',', ';', ':', '!', '?']).len()
}

#[cfg(test)]
mod tests {
    fn addresses(text: &str) -> Vec<&str> {
        let mut found = Vec::new();
        super::find(text, &mut found);
        found.into_iter().map(|r| &text[r.start as usize..r.end as usize]).collect()
    }

    #[test]
    fn addresses_end_where_the_text_goes_on() {
        for (text, expected) in [
            ("Se https://a.se/b%20c?d=5%25, och 5%.", "https://a.se/b%20c?d=5%25"),
            ("网址http://a.cn/%E9，三成", "http://a.cn/%E9"),
            ("（www.a.cn/8%）三成", "www.a.cn/8%"),
            ("(verket.se/rapport/300kr).", "verket.se/rapport/300kr"),
            ("på www.a-b.se.", "www.a-b.se"),
            ("nyheter.exempel/2024-05-06/12%", "nyheter.exempel/2024-05-06/12%"),
        ] {
            assert_eq!(addresses(text), [expected], "{text}");
        }
        for text in [
            "18 kr/liter",
            "8元/吨",
            "12 milj.kr/kvartal",
            "ca. 5/6",
            "3.5/4",
            "km/h",
            "t.ex./dvs.",
            "och/eller",
            "www.",
            "awww.b",
            "5//6",
            "2024/5/6",
            "m.m./år",
        ] {
            assert!(addresses(text).is_empty(), "{text}");
        }
    }
}
