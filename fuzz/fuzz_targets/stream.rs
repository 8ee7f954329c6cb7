//! Bytes that may not be UTF-8, dates and language codes: an answer or a typed error.
#![no_main]

#[path = "../../tests/oracle/mod.rs"]
mod oracle;

use libfuzzer_sys::fuzz_target;
use newsfacts::{Document, Extractor, Language, from_utf8, parse_date};

fuzz_target!(|input: (&[u8], &str, &str)| {
    let (bytes, date, language) = input;
    let (date, language) = (parse_date(date), language.parse::<Language>());
    if let Ok(text) = from_utf8(bytes) {
        oracle::checked(&Extractor::new(), &Document::new(text).with_published(date.ok()).with_language(language.ok()));
    }
});
