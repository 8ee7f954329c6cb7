//! Tables: tab-separated files with a header row, read into rows, with errors that name line and column.

use crate::Error;
use std::borrow::Cow;

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
    pub(crate) fn add(&mut self, table: Table) {
        self.0 |= 1 << table as u64;
    }
}

/// The rows of a table.
#[derive(Debug)]
pub(crate) struct Rows {
    pub(crate) table: Table,
    sources: Vec<Source>,
    rows: Vec<Place>,
    /// Where the cells of all rows end.
    ends: Vec<u32>,
}

/// A file of a table. The cells stay in it.
#[derive(Debug)]
struct Source {
    text: Cow<'static, str>,
    columns: Vec<String>,
}

/// Where a row stands.
#[derive(Debug, Clone, Copy)]
struct Place {
    source: u32,
    /// Counted from 1.
    line: u32,
    start: u32,
    /// The ends of its cells.
    ends: (u32, u32),
}

/// One row.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Row<'a> {
    rows: &'a Rows,
    place: Place,
}

impl<'a> Row<'a> {
    /// The cell of a column; empty if the table or the row has none.
    pub(crate) fn get(&self, column: &str) -> &'a str {
        let source = &self.rows.sources[self.place.source as usize];
        source.columns.iter().position(|c| c == column).and_then(|i| self.cell(i)).unwrap_or("")
    }

    fn cell(&self, i: usize) -> Option<&'a str> {
        let ends = &self.rows.ends[self.place.ends.0 as usize..self.place.ends.1 as usize];
        let start = if i == 0 { self.place.start } else { ends.get(i - 1)? + 1 };
        let text = &self.rows.sources[self.place.source as usize].text;
        text.get(start as usize..*ends.get(i)? as usize)
    }

    /// An error at this row.
    pub(crate) fn error(&self, column: &str, problem: impl Into<String>) -> Error {
        Error::lexicon(self.rows.table.name(), self.place.line as usize, column, problem)
    }

    /// The cell of a column, read as a value of another type.
    pub(crate) fn parse<T: std::str::FromStr>(&self, column: &str) -> Result<T, Error> {
        let cell = self.get(column);
        cell.parse().map_err(|_| self.error(column, format!("`{cell}` cannot be read here")))
    }
}

impl Rows {
    pub(crate) fn empty(table: Table) -> Self {
        Self { table, sources: Vec::new(), rows: Vec::new(), ends: Vec::new() }
    }

    /// Adds the rows of a file. The first line that is no comment names the columns; a later file of the same
    /// table (rows of a user) may have its columns in another order, and leave out all but the first.
    pub(crate) fn read(&mut self, text: Cow<'static, str>) -> Result<(), Error> {
        if u32::try_from(text.len()).is_err() {
            return Err(Error::lexicon(self.table.name(), 1, "", "4 GiB or more"));
        }
        let (old, source) = (self.rows.len(), self.sources.len() as u32);
        let mut columns: Vec<String> = Vec::new();
        let breaks = memchr::memchr_iter(b'\n', text.as_bytes()).chain([text.len()]);
        let mut next = 0;
        for (line, end) in (1..).zip(breaks) {
            let start = std::mem::replace(&mut next, end + 1);
            let row = text.get(start..end).unwrap_or("").trim_end_matches('\r');
            if row.starts_with('#') || row.trim_start().is_empty() {
                continue;
            }
            if columns.is_empty() {
                columns = row.split('\t').map(str::to_owned).collect();
                self.check_columns(&columns, line)?;
                continue;
            }
            let first = self.ends.len() as u32;
            let tabs = memchr::memchr_iter(b'\t', row.as_bytes()).chain([row.len()]);
            self.ends.extend(tabs.map(|at| (start + at) as u32));
            let ends = (first, self.ends.len() as u32);
            self.rows.push(Place { source, line, start: start as u32, ends });
        }
        self.sources.push(Source { text, columns });
        (old..self.rows.len()).try_for_each(|row| self.check(&self.row(row as u32)))
    }

    /// Checks the cells of a row.
    fn check(&self, row: &Row<'_>) -> Result<(), Error> {
        let columns = &self.sources[row.place.source as usize].columns;
        for i in 0..(row.place.ends.1 - row.place.ends.0) as usize {
            let Some(column) = columns.get(i) else {
                return Err(row.error(&columns[columns.len() - 1], "more cells than columns"));
            };
            let cell = row.cell(i).unwrap_or("");
            if cell.starts_with(char::is_whitespace) || cell.ends_with(char::is_whitespace) {
                return Err(row.error(column, "space at an edge"));
            }
        }
        if row.get(self.first_column()).is_empty() {
            return Err(row.error(self.first_column(), "empty"));
        }
        Ok(())
    }

    /// The column of the forms: the first of the table's first file.
    fn first_column(&self) -> &str {
        self.sources.iter().find_map(|s| s.columns.first()).map_or("", String::as_str)
    }

    /// Checks the header of a further file.
    fn check_columns(&self, columns: &[String], line: u32) -> Result<(), Error> {
        let Some(source) = self.sources.iter().find(|s| !s.columns.is_empty()) else { return Ok(()) };
        let error = |column, problem| Err(Error::lexicon(self.table.name(), line as usize, column, problem));
        if let Some(column) = columns.iter().find(|c| !source.columns.contains(c)) {
            return error(column, "unknown column");
        }
        if !columns.contains(&source.columns[0]) {
            return error(&source.columns[0], "column missing");
        }
        Ok(())
    }

    pub(crate) fn len(&self) -> usize {
        self.rows.len()
    }

    /// A row by number.
    pub(crate) fn row(&self, row: u32) -> Row<'_> {
        Row { rows: self, place: self.rows[row as usize] }
    }

    /// All rows.
    pub(crate) fn iter(&self) -> impl Iterator<Item = Row<'_>> {
        (0..self.len() as u32).map(|i| self.row(i))
    }

    /// Every form of every row, as a stem and an ending: the first column; the alternatives of a column `forms`,
    /// separated by `|`; and each ending of a column `infl` (`-n -ns -s`) after the first form.
    pub(crate) fn forms(&self) -> impl Iterator<Item = (u32, &str, &str)> + '_ {
        let first = self.first_column();
        (0..self.len() as u32).flat_map(move |number| {
            let row = self.row(number);
            let base = row.get(first);
            let more = row.get("forms").split('|').filter(|f| !f.is_empty()).map(|f| (f, ""));
            let endings = row.get("infl").split(' ').filter_map(|e| e.strip_prefix('-'));
            let inflected = endings.map(move |e| (base, e));
            let all = std::iter::once((base, "")).chain(more).chain(inflected);
            all.map(move |(stem, ending)| (number, stem, ending))
        })
    }
}
