//! Swedish.

pub(crate) mod dates;
pub(crate) mod officials;

use crate::lexicon::Table;

/// The tables.
pub(crate) const TABLES: &[(Table, &str)] = &[
    (Table::Months, include_str!("months.tsv")),
    (Table::MonthsShort, include_str!("months-short.tsv")),
    (Table::Weekdays, include_str!("weekdays.tsv")),
    (Table::Relative, include_str!("relative.tsv")),
    (Table::Dayparts, include_str!("dayparts.tsv")),
    (Table::Seasons, include_str!("seasons.tsv")),
    (Table::Holidays, include_str!("holidays.tsv")),
    (Table::Calendar, include_str!("calendar.tsv")),
    (Table::Ordinals, include_str!("ordinals.tsv")),
    (Table::Decades, include_str!("decades.tsv")),
];
