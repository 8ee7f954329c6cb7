//! Tables that are derived from other tables of a language, so that no process has to: they are what would be derived now. After a
//! change of a table write them:
//!
//! ```sh
//! NEWSFACTS_RECORD=1 cargo test --lib derived
//! ```

use super::pack;
use crate::{Language, kind::ON_REQUEST, lexicon::Table, scan};
use std::{env, fs};

/// Compares a table of a language with what is derived, or writes it.
pub(crate) fn check(language: Language, name: &str, says: &str, derived: &str) {
    let path = format!("{}/src/lang/{language}/{name}.tsv", env!("CARGO_MANIFEST_DIR"));
    let table = format!(
        "# {says}\n# Derived from the other tables: NEWSFACTS_RECORD=1 cargo test --lib derived\n{derived}"
    );
    if env::var_os("NEWSFACTS_RECORD").is_some() {
        fs::write(&path, &table).expect("the table can be written");
    }
    let written = fs::read_to_string(&path).expect("the table can be read");
    let stale = written.lines().zip(table.lines()).find(|(written, derived)| written != derived);
    assert!(written == table, "{path} is stale: NEWSFACTS_RECORD=1 cargo test --lib derived\n{stale:?}");
}

/// Words that are read on request have pieces of their own, so that those of the others are the same with them and without.
#[test]
fn anchors_are_derived() {
    let on_request = |table: Table| ON_REQUEST.iter().any(|&(_, of)| of == table);
    for &language in Language::ALL {
        let tables = pack(language).expect("it is read").tables;
        let always = tables.iter().copied().filter(|&(table, _)| !on_request(table));
        let mut groups = vec![always.collect()];
        groups
            .extend(tables.iter().copied().filter(|&(table, _)| on_request(table)).map(|table| vec![table]));
        let says = "Pieces of words that a text is searched for: the tables of the words, how many characters of them may stand before the \
                    piece, and whether capitals count.";
        check(language, "anchors", says, &scan::derived(&groups));
    }
}
