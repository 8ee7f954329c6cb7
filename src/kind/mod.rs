//! The kinds: each turns what it finds in a block into values. A new kind is a file here, one in `value`, rows in the
//! languages' tables, and a line in [`finders`].

mod anchored;
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
    lexicon::{Lazily, Lexicon, Table},
};
use finder::Finder;
use once_cell::unsync::OnceCell;
use pack::Pack;
use std::sync::Arc;

/// The finders of a language for some kinds, built from its tables. `officials` reads persons, if they are wanted.
pub(crate) fn finders(
    pack: &Pack,
    lexicon: &Lexicon,
    kinds: &[Kind],
    officials: Option<&Arc<official::LazyReader>>,
) -> Result<Vec<Arc<dyn Finder>>, Error> {
    // Dates are read for themselves, and beside offices.
    let wanted = kinds.contains(&Kind::Date) || officials.is_some();
    let dates = wanted.then(|| date::Dates::new(pack, lexicon).map(Arc::new)).transpose()?;
    // Kinds of numbers share their words.
    let words = OnceCell::new();
    let words = || words.get_or_try_init(|| quantity::NumberWords::new(pack, lexicon));
    let finder = |&kind: &Kind| -> Result<Option<Arc<dyn Finder>>, Error> {
        Ok(Some(match kind {
            Kind::Date => return Ok(dates.clone().map(|dates| dates as Arc<dyn Finder>)),
            Kind::Money => Arc::new(money::Amounts::new(pack, lexicon, words()?)?),
            Kind::Percent => Arc::new(percent::Percents::new(pack, lexicon, words()?)?),
            Kind::Fraction => Arc::new(measure::Fractions::new(lexicon, words()?)?),
            Kind::Duration => Arc::new(measure::Durations::new(pack, lexicon, words()?)?),
            Kind::Recurrence => Arc::new(phrase::Phrases::recurrences(lexicon)?),
            Kind::VagueTime => Arc::new(phrase::Phrases::vague_times(lexicon)?),
            // One finder for both.
            Kind::Official | Kind::Role => return Ok(None),
        }))
    };
    let persons = officials.zip(dates.clone()).map(|(reader, dates)| {
        let finder = official::find::Officials::new(Arc::clone(reader), dates, lexicon)?;
        Ok(Arc::new(finder) as Arc<dyn Finder>)
    });
    kinds.iter().map(finder).filter_map(Result::transpose).chain(persons).collect()
}

/// The reader of officials of a language, if one of the kinds needs it; made when a text first holds what may be an office.
pub(crate) fn officials(
    pack: &Pack,
    lexicon: &Lexicon,
    kinds: &[Kind],
) -> Result<Option<Arc<official::LazyReader>>, Error> {
    let wanted = official::find::Officials::KINDS.iter().any(|kind| kinds.contains(kind));
    wanted.then(|| Lazily::new(lexicon, pack.officials).map(Arc::new)).transpose()
}

/// The table that only a kind that is read on request needs; an extractor without the kind is spared it.
pub(crate) const ON_REQUEST: [(Kind, Table); 6] = [
    (Kind::Fraction, Table::Fractions),
    (Kind::Duration, Table::Durations),
    (Kind::Duration, Table::DurationGuards),
    (Kind::Recurrence, Table::Recurrences),
    (Kind::VagueTime, Table::VagueTimes),
    (Kind::Role, Table::OtherOffices),
];
