//! The registry of languages: what each brings. The only file that names them all.

use crate::{
    Language,
    kind::pack::Pack,
    lang::{sv, zh},
};

/// What a language brings to the kinds.
pub(crate) fn pack(language: Language) -> &'static Pack {
    match language {
        Language::Chinese => &zh::PACK,
        Language::Swedish => &sv::PACK,
    }
}

#[cfg(test)]
mod lints;
#[cfg(test)]
mod rows;
