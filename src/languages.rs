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

#[cfg(test)]
mod lints;
#[cfg(test)]
mod rows;
