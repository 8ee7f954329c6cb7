//! The kinds: each turns what it finds in a block into values. A new kind is a file here, one in `value`, rows in the
//! languages' tables, and a line in [`finders`].

pub(crate) mod date;
mod measure;
mod money;
pub(crate) mod official;
mod percent;
mod phrase;
mod quantity;
mod region;

use crate::{
    Document, Error, Fact, Kind, Language, Span,
    lexicon::{Lexicon, Table, TableSet},
    scan::{Anchors, Hit},
    text::Block,
};
use std::panic::{RefUnwindSafe, UnwindSafe};

/// A claim on characters `start..end` of a block.
#[derive(Debug, Clone)]
pub(crate) struct Candidate {
    pub(crate) start: usize,
    pub(crate) end: usize,
    pub(crate) fact: Fact,
}

/// What a finder may know: the language's tables, the document, and what earlier blocks of it said.
#[derive(Debug)]
pub(crate) struct Scope<'a, 't> {
    pub(crate) lexicon: &'a Lexicon,
    pub(crate) anchors: &'a Anchors,
    pub(crate) document: &'a Document<'t>,
    /// The part of the text that evidence may come from: the block, or all of it.
    pub(crate) sight: Span,
    pub(crate) state: &'a mut State,
    pub(crate) room: &'a mut Room,
}

/// Room that finders use again from block to block.
#[derive(Debug, Default)]
pub(crate) struct Room {
    dates: date::Room,
}

/// What a document has said so far. It starts anew with each document.
#[derive(Debug, Clone, Default)]
pub(crate) struct State {
    /// The reference date: that of publication until a dateline gives another.
    pub(crate) reference: Option<jiff::civil::Date>,
    /// What the text up to here says of its money.
    pub(crate) money: region::Told,
}

/// What an extractor is made of can be shared by threads, and outlives a panic of its user.
pub(crate) trait Shared: Send + Sync + UnwindSafe + RefUnwindSafe + std::fmt::Debug {}

impl<T: Send + Sync + UnwindSafe + RefUnwindSafe + std::fmt::Debug> Shared for T {}

/// Finds the facts of one kind in one language.
pub(crate) trait Finder: Shared {
    fn kind(&self) -> Kind;

    /// The tables whose words begin a search.
    fn tables(&self) -> TableSet;

    /// Pushes the candidates of a block. `hits` are those of the finder's tables, by their start.
    fn find(&self, block: &Block<'_>, hits: &[Hit], scope: &mut Scope<'_, '_>, found: &mut Vec<Candidate>);

    /// Takes note of what a block says that matters to those after it; called for each, also where nothing was hit.
    fn note(&self, _block: &Block<'_>, _scope: &mut Scope<'_, '_>) {}
}

/// The finders of a language for some kinds, built from its tables.
pub(crate) fn finders(
    language: Language,
    lexicon: &Lexicon,
    kinds: &[Kind],
) -> Result<Vec<Box<dyn Finder>>, Error> {
    let finder = |&kind: &Kind| -> Result<Box<dyn Finder>, Error> {
        Ok(match kind {
            Kind::Date => Box::new(date::Dates::new(language, lexicon)?),
            Kind::Money => Box::new(money::Amounts::new(language, lexicon)?),
            Kind::Percent => Box::new(percent::Percents::new(language, lexicon)?),
            Kind::Official => Box::new(official::Officials::new(language, lexicon)?),
            Kind::Fraction => Box::new(measure::Fractions::new(language, lexicon)?),
            Kind::Duration => Box::new(measure::Durations::new(language, lexicon)?),
            Kind::Recurrence => Box::new(phrase::Phrases::recurrences(lexicon)?),
            Kind::VagueTime => Box::new(phrase::Phrases::vague_times(lexicon)?),
            Kind::Role => Box::new(official::Officials::others(language, lexicon)?),
        })
    };
    kinds.iter().map(finder).collect()
}

/// The table that only a kind that is read on request needs; an extractor without the kind is spared it.
pub(crate) const ON_REQUEST: [(Kind, Table); 5] = [
    (Kind::Fraction, Table::Fractions),
    (Kind::Duration, Table::Durations),
    (Kind::Recurrence, Table::Recurrences),
    (Kind::VagueTime, Table::VagueTimes),
    (Kind::Role, Table::OtherOffices),
];
