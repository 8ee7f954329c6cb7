//! Chinese.

mod date_calendars;
mod date_clause;
mod date_days;
mod date_figures;
mod date_judge;
mod date_neighbours;
mod date_numerals;
mod date_offsets;
mod date_republic;
mod date_signs;
mod date_years;
mod dates;
mod dateslots;
mod guard;
mod money;
mod names;
mod numbers;
mod officials;
mod people;
mod repeats;
mod word_parts;

use crate::{kind::pack::Pack, lexicon::Table};
use std::sync::Arc;

/// The words that pages print around their stories.
#[cfg(feature = "html")]
pub(crate) const PAGE_WORDS: &str = include_str!("page-words.tsv");

/// What it brings.
pub(crate) static PACK: Pack = Pack {
    spaced: false,
    tables: TABLES,
    anchors: include_str!("anchors.tsv"),
    date_patterns: include_str!("date-patterns.tsv"),
    money: |lexicon| Ok(Box::new(money::Yuan::new(lexicon)?)),
    numerals: |lexicon| Ok(Box::new(numbers::ChineseNumerals::new(lexicon)?)),
    dates: || Box::new(dates::ChineseDates),
    officials: |lexicon| Ok(Arc::new(officials::ChineseOfficials::new(lexicon)?)),
};

const TABLES: &[(Table, &str)] = &[
    (Table::Relative, include_str!("relative.tsv")),
    (Table::Weekdays, include_str!("weekdays.tsv")),
    (Table::Dayparts, include_str!("dayparts.tsv")),
    (Table::Seasons, include_str!("seasons.tsv")),
    (Table::Holidays, include_str!("holidays.tsv")),
    (Table::Calendar, include_str!("calendar.tsv")),
    (Table::TimeUnits, include_str!("time-units.tsv")),
    (Table::Positions, include_str!("positions.tsv")),
    (Table::Eras, include_str!("eras.tsv")),
    (Table::Ordinals, include_str!("ordinals.tsv")),
    (Table::DateWords, include_str!("date-words.tsv")),
    (Table::WordParts, include_str!("word-parts.tsv")),
    (Table::Lunar, include_str!("lunar.tsv")),
    (Table::DateGuards, include_str!("date-guards.tsv")),
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
    (Table::Places, include_str!("places.tsv")),
    (Table::Tenures, include_str!("tenures.tsv")),
    (Table::Surnames, include_str!("surnames.tsv")),
    (Table::NameWords, include_str!("name-words.tsv")),
    (Table::Words, include_str!("words.tsv")),
    (Table::OfficialGuards, include_str!("official-guards.tsv")),
    (Table::Fractions, include_str!("fractions.tsv")),
    (Table::Durations, include_str!("durations.tsv")),
    (Table::DurationGuards, include_str!("duration-guards.tsv")),
    (Table::Recurrences, include_str!("recurrences.tsv")),
    (Table::VagueTimes, include_str!("vague-times.tsv")),
];
