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
use finder::LazyFinder;
use pack::Pack;
use std::sync::Arc;

/// The finders of a language for some kinds, each made of its tables when a text first needs it. `officials` reads persons, if
/// they are wanted.
pub(crate) fn finders(
    pack: &'static Pack,
    lexicon: &Lexicon,
    kinds: &[Kind],
    officials: Option<&Arc<official::LazyReader>>,
) -> Result<Vec<LazyFinder>, Error> {
    // Dates are read for themselves, and beside offices; kinds of numbers share their words.
    let dates = Arc::new(Lazily::new(|lexicon: &Lexicon| date::Dates::new(pack, lexicon).map(Arc::new)));
    let words = Arc::new(Lazily::new(|lexicon: &Lexicon| quantity::NumberWords::new(pack, lexicon)));
    let finder = |&kind: &Kind| {
        let (dates, words) = (Arc::clone(&dates), Arc::clone(&words));
        Some(match kind {
            Kind::Date => LazyFinder::new(&[Kind::Date], date::ANCHORS, lexicon, move |lexicon| {
                dates.try_get(lexicon).cloned()
            }),
            Kind::Money => LazyFinder::new(&[Kind::Money], &[Table::Currencies], lexicon, move |lexicon| {
                money::Amounts::new(pack, lexicon, words.try_get(lexicon)?)
            }),
            Kind::Percent => LazyFinder::new(&[Kind::Percent], &[Table::Percents], lexicon, move |lexicon| {
                percent::Percents::new(pack, lexicon, words.try_get(lexicon)?)
            }),
            Kind::Fraction => {
                LazyFinder::new(&[Kind::Fraction], &[Table::Fractions], lexicon, move |lexicon| {
                    measure::Fractions::new(lexicon, words.try_get(lexicon)?)
                })
            }
            Kind::Duration => {
                LazyFinder::new(&[Kind::Duration], &[Table::Durations], lexicon, move |lexicon| {
                    measure::Durations::new(pack, lexicon, words.try_get(lexicon)?)
                })
            }
            Kind::Recurrence => LazyFinder::new(
                &[Kind::Recurrence],
                &[Table::Recurrences],
                lexicon,
                phrase::Phrases::recurrences,
            ),
            Kind::VagueTime => LazyFinder::new(
                &[Kind::VagueTime],
                &[Table::VagueTimes],
                lexicon,
                phrase::Phrases::vague_times,
            ),
            // One finder for both.
            Kind::Official | Kind::Role => return None,
        })
    };
    let persons = officials.map(|reader| {
        let (reader, dates) = (Arc::clone(reader), Arc::clone(&dates));
        let kinds = &official::find::Officials::KINDS;
        LazyFinder::new(kinds, &[Table::Offices], lexicon, move |lexicon| {
            let dates = dates.try_get(lexicon)?;
            official::find::Officials::new(Arc::clone(&reader), Arc::clone(dates), lexicon)
        })
    });
    kinds.iter().filter_map(finder).chain(persons).collect()
}

/// The reader of officials of a language, if one of the kinds needs it.
pub(crate) fn officials(
    pack: &Pack,
    lexicon: &Lexicon,
    kinds: &[Kind],
) -> Result<Option<Arc<official::LazyReader>>, Error> {
    let wanted = official::find::Officials::KINDS.iter().any(|kind| kinds.contains(kind));
    wanted.then(|| Lazily::new(pack.officials).checked(lexicon).map(Arc::new)).transpose()
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
