//! Tables: tab-separated files with a header row, read into rows, with errors that name line and column.

use crate::Error;

/// Declares the tables. `anchored` tables are those whose words a scan of the text looks for.
macro_rules! tables {
    ($($(#[$doc:meta])* $name:ident $text:literal $anchored:literal),* $(,)?) => {
        /// The tables a language may have.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        #[allow(dead_code)]
        pub(crate) enum Table { $($(#[$doc])* $name),* }

        impl Table {
            pub(crate) const ALL: &'static [Table] = &[$(Table::$name),*];

            /// The name of its file, without `.tsv`.
            pub(crate) const fn name(self) -> &'static str {
                match self { $(Table::$name => $text),* }
            }

            /// Whether its words are anchors.
            pub(crate) const fn anchored(self) -> bool {
                match self { $(Table::$name => $anchored),* }
            }
        }
    };
}

tables! {
    // Name          file           its words are anchors
    Months           "months"       true,
    Weekdays         "weekdays"     true,
    Relative         "relative"     true,
    Dayparts         "dayparts"     false,
    Seasons          "seasons"      true,
    Holidays         "holidays"     true,
    Calendar         "calendar"     true,
    Positions        "positions"    false,
    Eras             "eras"         false,
    Ordinals         "ordinals"     false,
    MonthsShort      "months-short" false,
    Decades          "decades"      true,
    Lunar            "lunar"        false,
    YearWords        "year-words"   false,
    Numerals         "numerals"     false,
    Scales           "scales"       false,
    Currencies       "currencies"   true,
    Percents         "percents"     true,
    Cues             "cues"         false,
    Traps            "traps"        false,
    Offices          "offices"      true,
    Bodies           "bodies"       false,
    Countries        "countries"    false,
    Places           "places"       false,
    Tenures          "tenures"      false,
    Surnames         "surnames"     false,
    NameWords        "name-words"   false,
    GivenNames       "given-names"  false,
    // Tables of kinds that are read on request only.
    Fractions        "fractions"    true,
    Durations        "durations"    true,
    Recurrences      "recurrences"  true,
    VagueTimes       "vague-times"  true,
    /// More rows for the table of offices.
    OtherOffices     "other-offices" true,
}

impl Table {
    /// The table of a name.
    pub(crate) fn named(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|t| t.name() == name)
    }
}

/// A set of tables.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct TableSet(u64);

impl TableSet {
    pub(crate) const fn of(tables: &[Table]) -> Self {
        let (mut bits, mut i) = (0, 0);
        while i < tables.len() {
            bits |= 1 << tables[i] as u64;
            i += 1;
        }
        Self(bits)
    }
    pub(crate) const fn has(self, table: Table) -> bool {
        self.0 & (1 << table as u64) != 0
    }
    pub(crate) const fn meets(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }
    pub(crate) const fn with(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
    pub(crate) fn add(&mut self, table: Table) {
        self.0 |= 1 << table as u64;
    }
}

/// The rows of a table.
#[derive(Debug)]
pub(crate) struct Rows {
    pub(crate) table: Table,
    columns: Vec<String>,
    rows: Vec<(usize, Vec<Box<str>>)>,
}

/// One row.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Row<'a> {
    rows: &'a Rows,
    cells: &'a [Box<str>],
    line: usize,
}

impl<'a> Row<'a> {
    /// The cell of a column; empty if the table or the row has none.
    pub(crate) fn get(&self, column: &str) -> &'a str {
        let at = self.rows.columns.iter().position(|c| c == column);
        at.and_then(|i| self.cells.get(i)).map_or("", |c| c)
    }

    /// An error at this row.
    pub(crate) fn error(&self, column: &str, problem: impl Into<String>) -> Error {
        Error::lexicon(self.rows.table.name(), self.line, column, problem)
    }

    /// The cell of a column, read as a value of another type.
    pub(crate) fn parse<T: std::str::FromStr>(&self, column: &str) -> Result<T, Error> {
        let cell = self.get(column);
        cell.parse().map_err(|_| self.error(column, format!("`{cell}` cannot be read here")))
    }
}

impl Rows {
    pub(crate) fn empty(table: Table) -> Self {
        Self { table, columns: Vec::new(), rows: Vec::new() }
    }

    /// Adds the rows of a file. The first line that is no comment names the columns; a later file of the same
    /// table (rows of a user) may have its columns in another order, and leave out all but the first.
    pub(crate) fn read(&mut self, source: &str) -> Result<(), Error> {
        let name = self.table.name();
        let mut order: Option<Vec<usize>> = None;
        for (i, line) in source.lines().enumerate() {
            let line = line.trim_end_matches('\r');
            if line.trim().is_empty() || line.starts_with('#') {
                continue;
            }
            let cells: Vec<&str> = line.split('\t').collect();
            let Some(order) = &order else {
                if self.columns.is_empty() {
                    self.columns = cells.iter().map(|&c| c.to_owned()).collect();
                }
                let mut places = Vec::new();
                for cell in &cells {
                    let place = self.columns.iter().position(|c| c == cell);
                    places.push(place.ok_or_else(|| Error::lexicon(name, i + 1, cell, "unknown column"))?);
                }
                if !places.contains(&0) {
                    return Err(Error::lexicon(name, i + 1, &self.columns[0], "column missing"));
                }
                order = Some(places);
                continue;
            };
            if cells.len() > order.len() {
                let last = &self.columns[order[order.len() - 1]];
                return Err(Error::lexicon(name, i + 1, last, "more cells than columns"));
            }
            let mut row: Vec<Box<str>> = vec!["".into(); self.columns.len()];
            for (cell, &place) in cells.iter().zip(order) {
                if cell.trim() != *cell {
                    return Err(Error::lexicon(name, i + 1, &self.columns[place], "space at an edge"));
                }
                row[place] = (*cell).into();
            }
            if row[0].is_empty() {
                return Err(Error::lexicon(name, i + 1, &self.columns[0], "empty"));
            }
            self.rows.push((i + 1, row));
        }
        Ok(())
    }

    pub(crate) fn len(&self) -> usize {
        self.rows.len()
    }

    /// A row by number.
    pub(crate) fn row(&self, row: u32) -> Row<'_> {
        let (line, cells) = &self.rows[row as usize];
        Row { rows: self, cells, line: *line }
    }

    /// All rows.
    pub(crate) fn iter(&self) -> impl Iterator<Item = Row<'_>> {
        (0..self.len() as u32).map(|i| self.row(i))
    }

    /// Every form of every row: the first column; the alternatives of a column `forms`, separated by `|`; and
    /// with each ending of a column `infl` (`-n -ns -s`) added to the first form.
    pub(crate) fn forms(&self) -> impl Iterator<Item = (u32, Vec<String>)> + '_ {
        self.iter().zip(0..).map(|(row, number)| {
            let base = row.cells[0].to_string();
            let more = row.get("forms").split('|').filter(|f| !f.is_empty()).map(str::to_owned);
            let endings = row.get("infl").split(' ').filter_map(|e| e.strip_prefix('-'));
            let inflected: Vec<String> = endings.map(|e| format!("{base}{e}")).collect();
            (number, std::iter::once(base.clone()).chain(more).chain(inflected).collect())
        })
    }
}
