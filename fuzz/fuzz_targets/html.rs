//! Any page is read or refused, and its text keeps all promises.
#![no_main]

#[path = "../../tests/oracle/mod.rs"]
mod oracle;

use libfuzzer_sys::fuzz_target;
use newsfacts::{Article, Extractor};

fuzz_target!(|html: &str| {
    if let Ok(page) = Article::from_html(html) {
        for fact in oracle::checked(&Extractor::new(), &page.document()) {
            assert!(page.element_at(fact.span().start()).is_some());
        }
    }
});
