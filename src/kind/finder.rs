//! What finds the facts of a kind, and what it may know while it does.

use super::memory::{Memory, Scratch};
use crate::{
    Decision, Document, Error, Kind, Span,
    claim::Claim,
    lexicon::{Lazily, Lexicon, Table, TableSet},
    scan::{Anchors, Hit},
    text::Block,
};
use std::{
    ops::Range,
    panic::{RefUnwindSafe, UnwindSafe},
    sync::Arc,
};

/// What a finder may know: the language's tables, the document, and what earlier blocks of it said.
#[derive(Debug)]
pub(crate) struct Scope<'a, 't> {
    pub(crate) lexicon: &'a Lexicon,
    pub(crate) anchors: &'a Anchors,
    pub(crate) document: &'a Document<'t>,
    /// The kinds asked for.
    pub(crate) kinds: &'a [Kind],
    /// Whether amounts without a figure are asked for.
    pub(crate) figureless: bool,
    /// The part of the text that evidence may come from: the block, or all of it.
    pub(crate) sight: Span,
    pub(crate) memory: &'a mut Memory,
    pub(crate) scratch: &'a mut Scratch,
    /// Where verdicts are noted, if somebody asked for them.
    pub(crate) trace: Option<&'a mut Vec<Decision>>,
}

impl Scope<'_, '_> {
    /// Notes what became of the reading of characters `at` of a block.
    pub(crate) fn decided(
        &mut self,
        block: &Block<'_>,
        kind: Kind,
        at: Range<usize>,
        taken: bool,
        verdict: &'static str,
    ) {
        if let Some(trace) = &mut self.trace {
            trace.push(Decision { span: block.span(at.start, at.end), kind, taken, verdict });
        }
    }
}

/// What an extractor is made of can be shared by threads, and outlives a panic of its user.
pub(crate) trait Shared: Send + Sync + UnwindSafe + RefUnwindSafe + std::fmt::Debug {}

impl<T: Send + Sync + UnwindSafe + RefUnwindSafe + std::fmt::Debug> Shared for T {}

/// Finds the facts of a kind in one language, or of several that are read alike.
pub(crate) trait Finder: Shared {
    /// Pushes the candidates of a block. `hits` are those of the finder's tables, by their start.
    fn find(&self, block: &Block<'_>, hits: &[Hit], scope: &mut Scope<'_, '_>, found: &mut Vec<Claim>);
}

impl<F: Finder> Finder for Arc<F> {
    fn find(&self, block: &Block<'_>, hits: &[Hit], scope: &mut Scope<'_, '_>, found: &mut Vec<Claim>) {
        (**self).find(block, hits, scope, found);
    }
}

/// A finder that is made when a text first holds what may be a word of its own.
#[derive(Debug)]
pub(crate) struct LazyFinder {
    /// What it reads; of several kinds it pushes candidates of those that the scope asks for.
    pub(crate) kinds: &'static [Kind],
    /// The tables whose words begin a search.
    pub(crate) tables: TableSet,
    pub(crate) finder: Lazily<Box<dyn Finder>>,
}

impl LazyFinder {
    /// Whether it finds officials.
    pub(crate) fn finds_officials(&self) -> bool {
        self.kinds.contains(&Kind::Official)
    }

    pub(crate) fn new<F: Finder + 'static>(
        kinds: &'static [Kind],
        tables: &[Table],
        lexicon: &Lexicon,
        make: impl Fn(&Lexicon) -> Result<F, Error> + Send + Sync + UnwindSafe + RefUnwindSafe + 'static,
    ) -> Result<Self, Error> {
        let finder = Lazily::new(move |lexicon: &Lexicon| Ok(Box::new(make(lexicon)?) as Box<dyn Finder>));
        Ok(Self { kinds, tables: TableSet::of(tables), finder: finder.checked(lexicon)? })
    }
}
