//! The kinds: each turns what it finds in a block into values. A new kind is a file here, one in `value`, rows in the
//! languages' tables, and a line in [`finders`].

pub(crate) mod date;
pub(crate) mod finder;
pub(crate) mod guard;
pub(crate) mod local_money;
mod measure;
pub(crate) mod memory;
mod money;
pub(crate) mod official;
pub(crate) mod pack;
mod percent;
mod phrase;
mod quantity;
pub(crate) mod region;

use crate::{
    Error, Kind,
    lexicon::{Lexicon, Table},
};
use finder::Finder;
use pack::Pack;
use std::sync::Arc;

/// The finders of a language for some kinds, built from its tables. `officials` reads persons, if they are wanted.
pub(crate) fn finders(
    pack: &Pack,
    lexicon: &Lexicon,
    kinds: &[Kind],
    officials: Option<&Arc<dyn official::OfficialReader>>,
) -> Result<Vec<Box<dyn Finder>>, Error> {
    let finder = |&kind: &Kind| -> Result<Option<Box<dyn Finder>>, Error> {
        Ok(Some(match kind {
            Kind::Date => Box::new(date::Dates::new(pack, lexicon)?),
            Kind::Money => Box::new(money::Amounts::new(pack, lexicon)?),
            Kind::Percent => Box::new(percent::Percents::new(pack, lexicon)?),
            Kind::Fraction => Box::new(measure::Fractions::new(pack, lexicon)?),
            Kind::Duration => Box::new(measure::Durations::new(pack, lexicon)?),
            Kind::Recurrence => Box::new(phrase::Phrases::recurrences(lexicon)?),
            Kind::VagueTime => Box::new(phrase::Phrases::vague_times(lexicon)?),
            // One finder for both.
            Kind::Official | Kind::Role => return Ok(None),
        }))
    };
    let persons = officials.map(|reader| {
        let finder: Box<dyn Finder> = Box::new(official::Officials::new(Arc::clone(reader)));
        Ok(finder)
    });
    kinds.iter().map(finder).filter_map(Result::transpose).chain(persons).collect()
}

/// The reader of officials of a language, if one of the kinds needs it.
pub(crate) fn officials(
    pack: &Pack,
    lexicon: &Lexicon,
    kinds: &[Kind],
) -> Result<Option<Arc<dyn official::OfficialReader>>, Error> {
    let wanted = official::Officials::KINDS.iter().any(|kind| kinds.contains(kind));
    wanted.then(|| (pack.officials)(lexicon)).transpose()
}

/// The table that only a kind that is read on request needs; an extractor without the kind is spared it.
pub(crate) const ON_REQUEST: [(Kind, Table); 5] = [
    (Kind::Fraction, Table::Fractions),
    (Kind::Duration, Table::Durations),
    (Kind::Recurrence, Table::Recurrences),
    (Kind::VagueTime, Table::VagueTimes),
    (Kind::Role, Table::OtherOffices),
];
