//! The registry of languages: what each brings. The only file that names them all.

use crate::{
    Language,
    kind::pack::Pack,
    lang::{sv, zh},
};

/// What a language brings to the kinds; one that is not read brings nothing.
pub(crate) fn pack(language: Language) -> Option<&'static Pack> {
    match language {
        Language::Chinese => Some(&zh::PACK),
        Language::Swedish => Some(&sv::PACK),
        Language::Other => None,
    }
}

/// The words that pages print around their stories, a table for each language and one of English words.
#[cfg(feature = "html")]
pub(crate) fn page_words() -> impl Iterator<Item = &'static str> {
    [include_str!("lang/page-words.tsv"), zh::PAGE_WORDS, sv::PAGE_WORDS].into_iter()
}

#[cfg(test)]
mod lints;
#[cfg(test)]
mod rows;
