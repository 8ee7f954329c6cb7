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
    rows: Vec<Line>,
}

/// A file of a table. Rows stay in it: most cells are read once, while an extractor is built.
#[derive(Debug)]
struct Source {
    text: Cow<'static, str>,
    columns: Vec<String>,
}

/// Where a row stands.
#[derive(Debug)]
struct Line {
    source: u32,
    /// Counted from 1.
    number: u32,
    start: u32,
    end: u32,
}

/// One row.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Row<'a> {
    table: Table,
    columns: &'a [String],
    text: &'a str,
    line: u32,
}

impl<'a> Row<'a> {
    /// The cell of a column; empty if the table or the row has none.
    pub(crate) fn get(&self, column: &str) -> &'a str {
        let at = self.columns.iter().position(|c| c == column);
        at.and_then(|i| self.text.split('\t').nth(i)).unwrap_or("")
    }

    /// An error at this row.
    pub(crate) fn error(&self, column: &str, problem: impl Into<String>) -> Error {
        Error::lexicon(self.table.name(), self.line as usize, column, problem)
    }

    /// The cell of a column, read as a value of another type.
    pub(crate) fn parse<T: std::str::FromStr>(&self, column: &str) -> Result<T, Error> {
        let cell = self.get(column);
        cell.parse().map_err(|_| self.error(column, format!("`{cell}` cannot be read here")))
    }
}

impl Rows {
    pub(crate) fn empty(table: Table) -> Self {
        Self { table, sources: Vec::new(), rows: Vec::new() }
    }

    /// Adds the rows of a file. The first line that is no comment names the columns; a later file of the same
    /// table (rows of a user) may have its columns in another order, and leave out all but the first.
    pub(crate) fn read(&mut self, source: Cow<'static, str>) -> Result<(), Error> {
        let table = self.table;
        if u32::try_from(source.len()).is_err() {
            return Err(Error::lexicon(table.name(), 1, "", "4 GiB or more"));
        }
        let mut first = self.first_column().to_owned();
        let mut columns: Vec<String> = Vec::new();
        let mut start = 0;
        for (number, line) in (1..).zip(source.split_inclusive('\n')) {
            let from = start;
            start += line.len();
            let line = line.trim_end_matches(['\r', '\n']);
            if line.starts_with('#') || line.trim().is_empty() {
                continue;
            }
            if columns.is_empty() {
                columns = line.split('\t').map(str::to_owned).collect();
                self.check_columns(&columns, number)?;
                if first.is_empty() {
                    first.clone_from(&columns[0]);
                }
                continue;
            }
            let row = Row { table, columns: &columns, text: line, line: number };
            if let Some((column, problem)) = fault(&columns, line) {
                return Err(row.error(column, problem));
            }
            if row.get(&first).is_empty() {
                return Err(row.error(&first, "empty"));
            }
            let (start, end) = (from as u32, (from + line.len()) as u32);
            self.rows.push(Line { source: self.sources.len() as u32, number, start, end });
        }
        self.sources.push(Source { text: source, columns });
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
        let line = &self.rows[row as usize];
        let source = &self.sources[line.source as usize];
        Row {
            table: self.table,
            columns: &source.columns,
            text: &source.text[line.start as usize..line.end as usize],
            line: line.number,
        }
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

/// What is wrong with the cells of a row, and in which column.
fn fault<'a>(columns: &'a [String], row: &str) -> Option<(&'a str, &'static str)> {
    let last = columns.last()?;
    let mut columns = columns.iter();
    row.split('\t').find_map(|cell| match columns.next() {
        None => Some((last.as_str(), "more cells than columns")),
        Some(column) => (cell.trim().len() != cell.len()).then_some((column, "space at an edge")),
    })
}
