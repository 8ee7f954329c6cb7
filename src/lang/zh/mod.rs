//! Chinese.

pub(crate) mod dates;
pub(crate) mod officials;

use crate::lexicon::Table;

/// The tables.
pub(crate) const TABLES: &[(Table, &str)] = &[
    (Table::Relative, include_str!("relative.tsv")),
    (Table::Weekdays, include_str!("weekdays.tsv")),
    (Table::Dayparts, include_str!("dayparts.tsv")),
    (Table::Seasons, include_str!("seasons.tsv")),
    (Table::Holidays, include_str!("holidays.tsv")),
    (Table::Calendar, include_str!("calendar.tsv")),
    (Table::Positions, include_str!("positions.tsv")),
    (Table::Eras, include_str!("eras.tsv")),
    (Table::Lunar, include_str!("lunar.tsv")),
];
