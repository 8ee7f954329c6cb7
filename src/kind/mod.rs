//! The kinds: each turns what it finds in a block into values. A new kind is a file here, one in `value`, rows in the
//! languages' tables, and a line in [`finders`].

pub(crate) mod date;
pub(crate) mod finder;
pub(crate) mod guard;
mod measure;
pub(crate) mod memory;
mod money;
pub(crate) mod official;
pub(crate) mod pack;
mod percent;
mod phrase;
mod quantity;
mod region;

use crate::{
    Error, Kind,
    lexicon::{Lexicon, Table},
};
use finder::Finder;
use pack::Pack;

/// The finders of a language for some kinds, built from its tables.
pub(crate) fn finders(pack: &Pack, lexicon: &Lexicon, kinds: &[Kind]) -> Result<Vec<Box<dyn Finder>>, Error> {
    let finder = |&kind: &Kind| -> Result<Box<dyn Finder>, Error> {
        Ok(match kind {
            Kind::Date => Box::new(date::Dates::new(pack, lexicon)?),
            Kind::Money => Box::new(money::Amounts::new(pack.language, lexicon)?),
            Kind::Percent => Box::new(percent::Percents::new(pack.language, lexicon)?),
            Kind::Official => Box::new(official::Officials::new(pack, lexicon)?),
            Kind::Fraction => Box::new(measure::Fractions::new(pack.language, lexicon)?),
            Kind::Duration => Box::new(measure::Durations::new(pack.language, lexicon)?),
            Kind::Recurrence => Box::new(phrase::Phrases::recurrences(lexicon)?),
            Kind::VagueTime => Box::new(phrase::Phrases::vague_times(lexicon)?),
            Kind::Role => Box::new(official::Officials::others(pack, lexicon)?),
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
