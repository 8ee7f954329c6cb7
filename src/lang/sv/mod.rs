//! Swedish.

mod dates;
#[cfg(test)]
mod numbers;

use crate::{
    kind::{official::spaced, pack::Pack, region::Regions},
    lexicon::Table,
    number::{digits::Marks, spaced::SpacedNumerals},
};
use std::sync::Arc;

/// The words that pages print around their stories.
#[cfg(feature = "html")]
pub(crate) const PAGE_WORDS: &str = include_str!("page-words.tsv");

/// What it brings.
pub(crate) static PACK: Pack = Pack {
    spaced: true,
    tables: TABLES,
    anchors: include_str!("anchors.tsv"),
    date_patterns: include_str!("date-patterns.tsv"),
    money: |lexicon| Ok(Box::new(Regions::new(lexicon, true)?)),
    numerals: |lexicon| Ok(Box::new(SpacedNumerals::new(lexicon, &MARKS)?)),
    dates: || Box::new(dates::DATES),
    officials: |lexicon| Ok(Arc::new(spaced::SpacedOfficials::new(lexicon)?)),
};

/// How figures are written: 1 250 000, 3,5; 10,000 of English among them.
const MARKS: Marks = Marks { decimal: &[','], group: &[' ', '.', '\''], noughts: true };

const TABLES: &[(Table, &str)] = &[
    (Table::Months, include_str!("months.tsv")),
    (Table::MonthsShort, include_str!("months-short.tsv")),
    (Table::Weekdays, include_str!("weekdays.tsv")),
    (Table::Relative, include_str!("relative.tsv")),
    (Table::Dayparts, include_str!("dayparts.tsv")),
    (Table::Seasons, include_str!("seasons.tsv")),
    (Table::Holidays, include_str!("holidays.tsv")),
    (Table::Calendar, include_str!("calendar.tsv")),
    (Table::TimeUnits, include_str!("time-units.tsv")),
    (Table::Ordinals, include_str!("ordinals.tsv")),
    (Table::DateGuards, include_str!("date-guards.tsv")),
    (Table::Decades, include_str!("decades.tsv")),
    (Table::DateWords, include_str!("date-words.tsv")),
    (Table::Numerals, include_str!("numerals.tsv")),
    (Table::Scales, include_str!("scales.tsv")),
    (Table::Currencies, include_str!("currencies.tsv")),
    (Table::Currencies, include_str!("../currency-codes.tsv")),
    (Table::Percents, include_str!("percents.tsv")),
    (Table::AmountGuards, include_str!("amount-guards.tsv")),
    (Table::Regions, include_str!("regions.tsv")),
    (Table::Offices, include_str!("offices.tsv")),
    (Table::Bodies, include_str!("bodies.tsv")),
    (Table::Countries, include_str!("countries.tsv")),
    (Table::Tenures, include_str!("tenures.tsv")),
    (Table::NameWords, include_str!("name-words.tsv")),
    (Table::WordParts, include_str!("word-parts.tsv")),
    (Table::OfficialGuards, include_str!("official-guards.tsv")),
    (Table::Parties, include_str!("parties.tsv")),
    (Table::GivenNames, include_str!("given-names.tsv")),
    (Table::Fractions, include_str!("fractions.tsv")),
    (Table::Durations, include_str!("durations.tsv")),
    (Table::DurationGuards, include_str!("duration-guards.tsv")),
    (Table::Recurrences, include_str!("recurrences.tsv")),
    (Table::VagueTimes, include_str!("vague-times.tsv")),
    (Table::OtherOffices, include_str!("other-offices.tsv")),
];
