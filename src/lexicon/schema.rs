//! What the columns of each table are and may hold. The crate's own rows are checked by its tests, those of a user when an
//! extractor is built.
//!
//! The first column of a table is its form. Languages that write spaces are read by other code than those that write none, so
//! some columns belong to one of the two only. A language's file has those of the columns below that it reads, and rows of a
//! user may have no others. Ids (classes, codes, flags, kinds) are those of the language's own rows: what none of them
//! holds, nothing would read.

use super::{Row, Rows, Table};
use crate::Error;
use rust_decimal::Decimal;
use std::collections::{BTreeMap, BTreeSet};

/// Characters that a form has at most.
pub(crate) const LONGEST: usize = 80;

/// A column of a table.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Column {
    pub(crate) name: &'static str,
    pub(crate) holds: Holds,
    /// Whether it must be there and hold something in every row.
    pub(crate) required: bool,
    #[cfg_attr(not(test), allow(dead_code, reason = "the crate's own tables are checked by its tests"))]
    of: Writing,
}

/// The languages that have a column, by how they are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Writing {
    Any,
    Spaced,
    Unspaced,
}

impl Writing {
    /// Whether a language is one of these that writes spaces between words, or none.
    #[cfg(test)]
    fn has(self, spaced: bool) -> bool {
        match self {
            Self::Any => true,
            Self::Spaced => spaced,
            Self::Unspaced => !spaced,
        }
    }
}

/// What a column may hold; where it is not required it may also hold nothing.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Holds {
    /// A form: what stands in a text.
    Form,
    /// More forms with the same meaning, separated by `|`.
    Forms,
    /// Endings that the first form takes, `-en -ens`.
    Endings,
    /// An id.
    Id,
    /// Ids, separated by spaces.
    Ids,
    /// A whole number within bounds.
    Whole(i64, i64),
    /// A whole number within bounds, or an id.
    WholeOrId(i64, i64),
    /// A decimal above zero.
    Positive,
    /// What only its reader can check, which does so when an extractor is built.
    Read,
}

use Holds::{Form, Forms, Id, Ids, Positive, Read, Whole, WholeOrId};

const fn may(name: &'static str, holds: Holds) -> Column {
    Column { name, holds, required: false, of: Writing::Any }
}

const fn must(name: &'static str, holds: Holds) -> Column {
    Column { name, holds, required: true, of: Writing::Any }
}

/// A column that only languages have which write spaces between words.
const fn spaced(column: Column) -> Column {
    Column { of: Writing::Spaced, ..column }
}

/// A column that only languages have which write none.
const fn unspaced(column: Column) -> Column {
    Column { of: Writing::Unspaced, ..column }
}

/// Columns, made before the program runs.
macro_rules! columns {
    ($($column:expr),* $(,)?) => { const { &[$($column),*] } };
}

const FORM: Column = must("form", Form);
const FORMS: Column = may("forms", Forms);
const INFL: Column = may("infl", Holds::Endings);

impl Table {
    /// Its columns; the first is that of its forms.
    // long: an arm for each table.
    pub(crate) const fn columns(self) -> &'static [Column] {
        match self {
            Self::Months => columns![FORM, must("month", Whole(1, 12))],
            Self::MonthsShort => columns![FORM, FORMS, must("month", Whole(1, 12))],
            // Monday is 1.
            Self::Weekdays => columns![FORM, FORMS, must("day", Whole(1, 7))],
            // `offset`: how many units away, or which season. `modifier`: what part of the unit. `not_after`: characters before
            // the word that make it another; `not_before`: words after it that do, separated by `|`.
            Self::Relative => columns![
                FORM,
                FORMS,
                must("unit", Id),
                must("offset", WholeOrId(-1000, 1000)),
                may("part", Id),
                may("modifier", Id),
                may("season", Id),
                may("not_after", Read),
                may("not_before", Forms),
            ],
            Self::Dayparts => columns![FORM, FORMS, must("part", Id)],
            Self::Seasons => columns![FORM, FORMS, must("season", Id)],
            // `rule`: a day of the year, or how to find it.
            Self::Holidays => columns![FORM, FORMS, must("rule", Read)],
            Self::Calendar => columns![FORM],
            Self::GivenNames => columns![FORM, FORMS],
            // `country`: ISO 3166. `id`: the Wikidata item, or what a user calls it.
            Self::Parties => columns![FORM, may("country", Read), may("id", Read)],
            Self::Persons => columns![FORM, FORMS, must("id", Read)],
            // `country`: ISO 3166, of a place abroad.
            Self::Places => columns![FORM, may("country", Id)],
            // `class`: what the word is to a name; `frequent`: whether it is met often.
            Self::Words => columns![FORM, FORMS, must("class", Id), may("frequent", Id)],
            // `unit`: of time; `half`: whether the word is half of it.
            Self::TimeUnits => columns![FORM, FORMS, must("unit", Id), may("half", Id)],
            Self::Positions => columns![FORM, FORMS, must("modifier", Id)],
            // `first`: the year that the era counts from.
            Self::Eras => columns![FORM, FORMS, must("first", Whole(-3000, 3000))],
            // `n`: less than 0 if it counts from the end.
            Self::Ordinals => columns![FORM, FORMS, must("n", Whole(-31, 366))],
            Self::Decades => columns![FORM, FORMS, must("unit", Id), must("first", Whole(-3000, 3000))],
            // A year of the Chinese calendar: the day it begins, its leap month, the lengths of its months, two solar terms.
            Self::Lunar => columns![
                must("year", Whole(1900, 2100)),
                must("first", Read),
                must("leap", Whole(0, 12)),
                must("months", Read),
                must("qingming", Whole(1, 31)),
                must("dongzhi", Whole(1, 31)),
            ],
            // `value`: of a digit or a unit. `class`: its part in a numeral. `word`: what it is at the end of other words.
            Self::Numerals => {
                columns![FORM, may("value", Read), must("class", Id), unspaced(may("word", Id))]
            }
            Self::Scales => columns![FORM, must("value", Positive)],
            // `factor`: what one of it is in the main unit. `place`: where the number stands. `shared`: the currency by country.
            Self::Currencies => columns![
                FORM,
                FORMS,
                may("code", Id),
                may("factor", Positive),
                may("place", Id),
                may("shared", Read),
                may("flags", Ids),
            ],
            Self::Percents => {
                columns![
                    FORM,
                    FORMS,
                    must("unit", Id),
                    may("factor", Positive),
                    may("place", Id),
                    may("flags", Ids)
                ]
            }
            // `money`: the region's currency; `weight`: how much the word counts.
            Self::Regions => columns![FORM, must("money", Id), may("weight", Whole(0, 100))],
            // `scope`: whether the office is public. `use`: which side of a name. `head`: whether words end in it.
            Self::Offices | Self::OtherOffices => columns![
                FORM,
                may("role", Read),
                must("scope", Id),
                unspaced(may("use", Id)),
                spaced(may("head", Id)),
                spaced(INFL),
                spaced(FORMS),
                spaced(may("flags", Ids)),
                may("id", Read),
            ],
            // `part`: what part of a body's name. `named`: whether a name may follow it. `country`, `id`: of a party.
            Self::Bodies => columns![
                FORM,
                must("kind", Id),
                unspaced(may("part", Id)),
                spaced(may("head", Id)),
                spaced(INFL),
                spaced(FORMS),
                spaced(may("named", Id)),
                may("country", Read),
                may("id", Read),
            ],
            // `code`: ISO 3166. `kind`: country, region or adjective. `use`: what the short name is for. `own`: names in -s.
            Self::Countries => {
                columns![
                    FORM,
                    may("code", Id),
                    spaced(may("kind", Id)),
                    unspaced(may("use", Id)),
                    spaced(INFL),
                    spaced(may("own", Id)),
                ]
            }
            // `tenure`: how the office is held. `part`: whether the word belongs to the title. `deputy`, `party`: whether
            // it is a deputy's, or names a party.
            Self::Tenures => {
                columns![
                    FORM,
                    may("tenure", Id),
                    spaced(may("part", Id)),
                    spaced(may("deputy", Id)),
                    spaced(may("party", Id)),
                ]
            }
            Self::Surnames => columns![FORM, must("kind", Id)],
            Self::DateWords => columns![FORM, FORMS, must("classes", Ids)],
            Self::WordParts => columns![FORM, must("classes", Ids)],
            // Weights in bits: that a name ends before the word, begins after it, or that it is no name; or a class.
            Self::NameWords => columns![
                FORM,
                unspaced(FORMS),
                spaced(may("class", Ids)),
                spaced(may("grammar", Ids)),
                unspaced(may("after", Whole(-30, 30))),
                unspaced(may("before", Whole(-30, 30))),
                unspaced(may("not", Whole(-30, 30))),
            ],
            // Classes of the word by the side it stands on, and what they need to know; `example` is for the tests.
            Self::DateGuards => columns![
                FORM,
                FORMS,
                may("before", Ids),
                may("after", Ids),
                may("clause", Ids),
                may("itself", Ids),
                may("example", Read),
            ],
            Self::AmountGuards => columns![
                FORM,
                may("before", Ids),
                may("after", Ids),
                may("clause", Ids),
                may("itself", Ids),
                may("value", Read),
                may("example", Read),
            ],
            Self::OfficialGuards => {
                columns![FORM, may("before", Ids), may("after", Ids), may("example", Read)]
            }
            Self::DurationGuards => columns![
                FORM,
                spaced(FORMS),
                may("before", Ids),
                may("after", Ids),
                spaced(may("clause", Ids)),
                may("example", Read),
            ],
            // `number`: where the number of the word stands.
            Self::Fractions => columns![
                FORM,
                FORMS,
                may("numerator", Positive),
                may("denominator", Positive),
                must("sense", Id),
                may("number", Id),
            ],
            // `since`: whether the word itself says that it ends now.
            Self::Durations => columns![FORM, FORMS, must("unit", Id), must("number", Id), may("since", Id)],
            // `value`: of TIMEX3.
            Self::Recurrences => columns![FORM, FORMS, must("value", Read)],
            Self::VagueTimes => columns![FORM, FORMS, must("value", Id)],
        }
    }

    /// The columns that it has in a language that writes spaces between words, or in one that writes none.
    #[cfg(test)]
    pub(crate) fn columns_of(self, spaced: bool) -> impl Iterator<Item = &'static Column> {
        self.columns().iter().filter(move |c| c.of.has(spaced))
    }
}

impl Column {
    /// Whether only languages have it that write spaces, or only those that write none.
    #[cfg(test)]
    pub(crate) fn is_of_some(self) -> bool {
        self.of != Writing::Any
    }

    /// The ids in a cell.
    fn ids(self, cell: &str) -> impl Iterator<Item = &str> {
        let one = match self.holds {
            Id => Some(cell),
            WholeOrId(..) if cell.parse::<i64>().is_err() => Some(cell),
            _ => None,
        };
        let many = if matches!(self.holds, Ids) { cell } else { "" };
        one.filter(|id| !id.is_empty()).into_iter().chain(many.split(' ').filter(|id| !id.is_empty()))
    }

    /// What is wrong with the shape of a cell.
    fn fault(self, cell: &str) -> Option<String> {
        if cell.is_empty() {
            return self.required.then(|| "empty".to_owned());
        }
        let within = |low, high| {
            let fits = cell.parse::<i64>().is_ok_and(|n| (low..=high).contains(&n));
            (!fits).then(|| format!("`{cell}` is no whole number from {low} to {high}"))
        };
        match self.holds {
            Forms if cell.split('|').any(|f| f.is_empty() || f.trim() != f) => {
                Some("an empty form, or space at its edge".to_owned())
            }
            Holds::Endings if cell.split(' ').any(|e| !e.starts_with('-') || e.len() == 1) => {
                Some("endings are written `-en -ens`".to_owned())
            }
            Id if cell.contains(' ') => Some("one id only".to_owned()),
            Ids if cell.split(' ').any(str::is_empty) => Some("one space between ids".to_owned()),
            Whole(low, high) => within(low, high),
            WholeOrId(low, high) if cell.parse::<i64>().is_ok() => within(low, high),
            Positive if cell.parse::<Decimal>().is_ok_and(|n| n > Decimal::ZERO) => None,
            Positive => Some(format!("`{cell}` is no decimal above zero")),
            _ => None,
        }
    }
}

/// What is wrong with a row of a user, by the ids that the table's own rows hold.
pub(super) fn check(row: &Row<'_>, own: &OwnIds) -> Result<(), Error> {
    for column in own.columns {
        let cell = row.look(column.name);
        if let Some(problem) = column.fault(cell) {
            return Err(row.error(column.name, problem));
        }
        if let Some(id) = column.ids(cell).find(|id| !own.has(column.name, id)) {
            return Err(row.error(column.name, format!("no id `{id}`; known are {}", own.list(column.name))));
        }
    }
    Ok(())
}

/// The ids of a table's own rows, by column.
#[derive(Debug)]
pub(super) struct OwnIds {
    columns: &'static [Column],
    ids: BTreeMap<&'static str, BTreeSet<String>>,
}

impl OwnIds {
    /// The ids of the rows before one.
    pub(super) fn new(rows: &Rows, end: u32) -> Self {
        let columns = rows.table.columns();
        let of = |column: &Column| {
            let cells = (0..end).map(|number| rows.row(number).look(column.name));
            cells.flat_map(|cell| column.ids(cell)).map(str::to_owned).collect()
        };
        Self { columns, ids: columns.iter().map(|column| (column.name, of(column))).collect() }
    }

    fn has(&self, column: &str, id: &str) -> bool {
        self.ids.get(column).is_some_and(|ids| ids.contains(id))
    }

    /// The ids of a column; of many some.
    fn list(&self, column: &str) -> String {
        const MOST: usize = 40;
        let ids: Vec<&str> = self.ids.get(column).into_iter().flatten().map(String::as_str).collect();
        let more = if ids.len() > MOST { " …" } else { "" };
        format!("`{}`{more}", ids[..ids.len().min(MOST)].join("` `"))
    }
}

/// What is wrong with the rows of a table that are the crate's own, each with its line, in a language that writes spaces between
/// words or one that writes none.
#[cfg(test)]
pub(crate) fn faults(rows: &Rows, spaced: bool) -> Vec<String> {
    let table = rows.table;
    let mut faults = Vec::new();
    if rows.columns().is_empty() {
        return faults;
    }
    let error = |line, column: &str, problem| Error::lexicon(table.name(), line, column, problem).to_string();
    for (line, columns) in rows.headers() {
        let unknown = columns.iter().filter(|c| !table.columns_of(spaced).any(|known| known.name == **c));
        faults.extend(unknown.map(|column| error(line, column, "not declared for such a language")));
    }
    let missing = |c: &&Column| c.required && !rows.columns().iter().any(|h| h == c.name);
    faults.extend(table.columns_of(spaced).filter(missing).map(|c| error(1, c.name, "column missing")));
    let own = OwnIds::new(rows, rows.len() as u32);
    faults.extend(rows.iter().filter_map(|row| check(&row, &own).err()).map(|e| e.to_string()));
    faults
}
