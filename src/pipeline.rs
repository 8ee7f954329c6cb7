//! What an extractor is made of: all that it reads its languages with.

use crate::{
    Kind, Language,
    buffers::Pool,
    kind::{finder::LazyFinder, official},
    lexicon::Lexicon,
    scan::Anchors,
};
use once_cell::sync::Lazy;
use std::{fmt, panic::RefUnwindSafe, sync::Arc};

/// What all clones of an extractor share.
pub(crate) struct Pipelines {
    pub(crate) languages: Vec<(Language, Reading)>,
    pub(crate) kinds: Vec<Kind>,
    /// Whether amounts without a figure are read.
    pub(crate) figureless: bool,
    /// What documents that were read have left for the next.
    pub(crate) buffers: Pool,
}

/// All that reads one language, made when its first text comes: nobody pays for a language that is not read.
pub(crate) type Reading = Lazy<Pipeline, Box<dyn FnOnce() -> Pipeline + Send + RefUnwindSafe>>;

/// All that reads one language.
#[derive(Debug)]
pub(crate) struct Pipeline {
    /// Whether words are written with spaces between them.
    pub(crate) spaced: bool,
    pub(crate) lexicon: Lexicon,
    pub(crate) anchors: Anchors,
    pub(crate) finders: Vec<LazyFinder>,
    /// For each anchor the finders that its hits are for, a bit for each.
    pub(crate) wanted: Vec<u16>,
    /// Reads officials, if they are wanted.
    pub(crate) officials: Option<Arc<official::LazyReader>>,
}

impl fmt::Debug for Pipelines {
    /// One line, as an extractor shows itself. The tables behind it are millions of characters.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let languages: Vec<_> = self.languages.iter().map(|(language, _)| language).collect();
        write!(f, "Extractor {{ languages: {languages:?}, kinds: {:?} }}", self.kinds)
    }
}

impl Pipelines {
    pub(crate) fn pipeline(&self, language: Language) -> Option<&Pipeline> {
        self.languages.iter().find(|(of, _)| *of == language).map(|(_, reading)| &**reading)
    }
}
