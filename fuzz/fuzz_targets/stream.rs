//! Bytes in any encoding, dates and language codes: an answer or a typed error.
#![no_main]

#[path = "../../tests/oracle/mod.rs"]
mod oracle;

use libfuzzer_sys::fuzz_target;
use newsfacts::{Document, Extractor, Language, decode, jiff::civil};

fuzz_target!(|input: (&[u8], &str, &str)| {
    let (bytes, date, language) = input;
    let (date, language) = (date.parse::<civil::Date>(), language.parse::<Language>());
    if let Ok(text) = decode(bytes, None) {
        oracle::checked(&Extractor::new(), &Document::new(&text).with_published(date.ok()).with_language(language.ok()));
    }
});
