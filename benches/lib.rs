//! What the benches share: `cargo bench -p newsfacts-benches`.

use newsfacts::{Document, Language, jiff::civil};

/// Kilobytes in bytes.
pub const KB: usize = 1024;

/// Whole articles in turn, at least so many bytes; in their file two blank lines part them.
pub fn text(articles: &str, bytes: usize) -> String {
    let mut text = String::with_capacity(bytes + 8 * KB);
    for article in articles.split("\n\n\n").cycle() {
        text.push_str(article);
        text.push_str("\n\n");
        if text.len() >= bytes {
            break;
        }
    }
    text
}

/// A document in a language that is known, of one day.
pub fn document(language: Language, text: &str) -> Document<'_> {
    Document::new(text).with_language(language).with_published(civil::date(2025, 10, 24))
}
