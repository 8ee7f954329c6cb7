//! The languages: words and order, as tables. A new language is a folder of tables, its corpora, and a line in
//! [`sources`]. No file of one language mentions another.

pub(crate) mod sv;
pub(crate) mod zh;

use crate::{
    Error, Language,
    kind::{date, official::Reader},
    lexicon::{Lexicon, Table},
    people::Linker,
};

/// The tables of a language.
pub(crate) fn sources(language: Language) -> &'static [(Table, &'static str)] {
    match language {
        Language::Chinese => zh::TABLES,
        Language::Swedish => sv::TABLES,
    }
}

/// What reads the officials of a language.
pub(crate) fn officials(language: Language, lexicon: &Lexicon) -> Result<Box<dyn Reader>, Error> {
    Ok(match language {
        Language::Chinese => Box::new(zh::officials::Officials::new(lexicon)?),
        Language::Swedish => Box::new(sv::officials::Officials::new(lexicon)?),
    })
}

/// What links the later mentions of officials in a language.
pub(crate) fn linker(language: Language, lexicon: &Lexicon) -> Result<Box<dyn Linker>, Error> {
    Ok(match language {
        Language::Chinese => Box::new(zh::people::People),
        Language::Swedish => Box::new(sv::people::People::new(lexicon)?),
    })
}

/// The order of words of a language's dates, and what reads them.
pub(crate) fn dates(language: Language) -> (&'static str, Box<dyn date::Reader>) {
    match language {
        Language::Chinese => (zh::dates::PATTERNS, Box::new(zh::dates::Dates)),
        Language::Swedish => (sv::dates::PATTERNS, Box::new(sv::dates::Dates)),
    }
}

#[cfg(test)]
mod lints;
