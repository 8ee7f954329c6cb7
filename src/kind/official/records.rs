//! What rows of the tables know of the persons, offices, bodies and parties that a text names: ids and countries.

use crate::{
    Error,
    lexicon::{Entry, Lexicon, Row, Table, TableSet},
    value::Country,
};
use std::{collections::HashMap, ops::Range};

/// What a row knows.
#[derive(Debug, Clone, Default)]
pub(super) struct Record {
    pub(super) id: Option<Box<str>>,
    pub(super) country: Option<Country>,
}

/// The rows that know something, by table and number.
#[derive(Debug)]
pub(super) struct Records {
    known: HashMap<(Table, u32), Record>,
}

impl Records {
    const TABLES: [Table; 4] = [Table::Offices, Table::Bodies, Table::Parties, Table::Persons];

    pub(super) fn new(lexicon: &Lexicon) -> Result<Self, Error> {
        let mut known = HashMap::new();
        for table in Self::TABLES {
            let rows = lexicon.rows(table).cells_of(["id", "country"]);
            for ((row, [id, code]), number) in rows.zip(0..) {
                let country = country(&row, code)?;
                if !id.is_empty() || country.is_some() {
                    let id = Some(id).filter(|id| !id.is_empty()).map(Box::from);
                    known.insert((table, number), Record { id, country });
                }
            }
        }
        Ok(Self { known })
    }

    /// What a row knows.
    pub(super) fn of_row(&self, table: Table, row: u32) -> Option<&Record> {
        self.known.get(&(table, row))
    }

    /// What the row of a table knows whose form is all of a range of characters.
    pub(super) fn of(
        &self,
        lexicon: &Lexicon,
        chars: &[char],
        range: &Range<usize>,
        table: Table,
    ) -> Option<&Record> {
        let whole = |entry: &Entry| entry.at == range.end;
        let entry = lexicon.starts_at(chars, range.start, TableSet::of(&[table])).find(whole)?;
        self.of_row(table, entry.row)
    }
}

/// The country of a party.
fn country(row: &Row<'_>, code: &str) -> Result<Option<Country>, Error> {
    let country = Country::new(code);
    if country.is_none() && !code.is_empty() {
        return Err(row.error("country", format!("`{code}` is no ISO 3166-1 alpha-2 code")));
    }
    Ok(country)
}
