//! Every public item stands in an example: its own, or one of another item of its file.

use crate::sources::{self, Source, Token};
use std::collections::BTreeSet;

/// Words before the name of an item.
const ITEMS: [&str; 6] = ["fn", "struct", "enum", "trait", "const", "type"];

/// Names of the public items of a file; what only the crate sees is none.
fn public(source: &Source) -> BTreeSet<&str> {
    fn word((_, token): &(usize, Token)) -> Option<&str> {
        if let Token::Word(word) = token { Some(word) } else { None }
    }
    let mut names = BTreeSet::new();
    for tokens in source.tokens.windows(4) {
        // `pub fn name`, `pub const fn name`, `pub const NAME`.
        let words: Vec<_> = tokens.iter().map_while(word).collect();
        match words[..] {
            ["pub", "const", "fn", name] => names.insert(name),
            ["pub", item, name, ..] if ITEMS.contains(&item) => names.insert(name),
            _ => false,
        };
    }
    names
}

/// The words of the examples in the docs of a file.
fn shown(text: &str) -> BTreeSet<&str> {
    let mut words = BTreeSet::new();
    let (mut example, mut made) = (false, false);
    for line in text.lines().map(str::trim_start) {
        // An example that a macro makes for each type that it is called with.
        made = line.starts_with("#[doc = concat!(") || made && line.starts_with('"');
        let doc = line.strip_prefix("///").or_else(|| line.strip_prefix("//!"));
        match doc.map(|doc| doc.trim_start().strip_prefix("```")) {
            Some(Some(fence)) => example = !example && !fence.starts_with("text"),
            Some(None) => {}
            None => example = false,
        }
        if example || made {
            words.extend(line.split(|c: char| !c.is_alphanumeric() && c != '_'));
        }
    }
    words
}

fn check(folder: &str) {
    let mut missing = Vec::new();
    let mut found = 0;
    for source in sources::without_tests(sources::read(folder)) {
        let shown = shown(&source.text);
        let names = public(&source);
        found += names.len();
        missing.extend(
            names.iter().filter(|name| !shown.contains(*name)).map(|name| format!("{}: {name}", source.path)),
        );
    }
    assert!(found > 0, "no public items in {folder}");
    assert!(missing.is_empty(), "public items without an example:\n{}", missing.join("\n"));
}

#[test]
fn every_public_item_of_the_library_is_shown() {
    check("src");
}

#[test]
fn every_public_item_of_the_batches_is_shown() {
    check("crates/newsfacts-arrow/src");
}
