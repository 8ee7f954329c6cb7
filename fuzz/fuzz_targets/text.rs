//! Any text in either language keeps all promises; the first bytes choose language and reference date.
#![no_main]

#[path = "../../tests/oracle/mod.rs"]
mod oracle;

use libfuzzer_sys::fuzz_target;
use newsfacts::{Document, Extractor, Language};

fuzz_target!(|input: (u8, i16, u8, &str)| {
    let (language, year, day, text) = input;
    let language = [None, Some(Language::Chinese), Some(Language::Swedish)][usize::from(language % 3)];
    let date = jiff::civil::Date::new(year, 1 + (day % 12) as i8, 1 + (day % 28) as i8).ok();
    oracle::checked(&Extractor::new(), &Document::new(text).with_language(language).with_published(date));
});
