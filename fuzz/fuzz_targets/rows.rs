//! Any rows of a user give an extractor or an error that names a place.
#![no_main]

#[path = "../../tests/oracle/mod.rs"]
mod oracle;

use libfuzzer_sys::fuzz_target;
use newsfacts::{Document, Extractor, Language, LexiconTable};

fuzz_target!(|input: (bool, u8, &str, &str)| {
    let (chinese, table, rows, text) = input;
    let language = if chinese { Language::Chinese } else { Language::Swedish };
    let table = LexiconTable::ALL[usize::from(table) % LexiconTable::ALL.len()];
    match Extractor::builder().languages([language]).lexicon(language, table, rows).build() {
        Ok(extractor) => drop(oracle::checked(&extractor, &Document::new(text).with_language(language))),
        Err(error) => assert!(error.lexicon_place().is_some()),
    }
});
