//! The languages: words and order, as tables. A new language is a folder of tables, its corpora, and a line in
//! [`sources`]. No file of one language mentions another.

pub(crate) mod sv;
pub(crate) mod zh;

use crate::{Language, lexicon::Table};

/// The tables of a language.
pub(crate) fn sources(language: Language) -> &'static [(Table, &'static str)] {
    match language {
        Language::Chinese => zh::TABLES,
        Language::Swedish => sv::TABLES,
    }
}
