//! Tables: tab-separated files with a header row, read into rows, with errors that name line and column.

use crate::{Error, text::is_han, tsv};
use std::borrow::Cow;

/// Declares the tables. `anchored` tables are those whose words a scan of the text looks for.
macro_rules! tables {
    ($($(#[$doc:meta])* $name:ident $text:literal $anchored:literal),* $(,)?) => {
        /// The tables a language may have.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
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
    /// Small words of grammar that the readers of dates look for.
    DateWords        "date-words"   false,
    Lunar            "lunar"        false,
    TimeUnits        "time-units"   false,
    Numerals         "numerals"     false,
    Scales           "scales"       false,
    Currencies       "currencies"   true,
    Percents         "percents"     true,
    Regions          "regions"      false,
    Offices          "offices"      true,
    Bodies           "bodies"       false,
    Countries        "countries"    false,
    Places           "places"       false,
    Tenures          "tenures"      false,
    Surnames         "surnames"     false,
    NameWords        "name-words"   false,
    Words            "words"        false,
    /// First and last parts of words.
    WordParts        "word-parts"   false,
    /// What stands for a party in parentheses.
    Parties          "parties"      false,
    GivenNames       "given-names"  false,
    /// Persons that a user knows, with their ids; no language has rows of its own.
    Persons          "persons"      false,
    // The words beside a reading that make or unmake it, a table for each group of kinds.
    DateGuards       "date-guards"     false,
    AmountGuards     "amount-guards"   false,
    OfficialGuards   "official-guards" false,
    // Tables of kinds that are read on request only.
    Fractions        "fractions"    true,
    Durations        "durations"    true,
    DurationGuards   "duration-guards" false,
    Recurrences      "recurrences"  true,
    VagueTimes       "vague-times"  true,
    /// More rows for the table of offices.
    OtherOffices     "other-offices" true,
}

impl Table {
    /// The table whose rows its own are: other offices are offices, read on request only.
    pub(crate) const fn rows_of(self) -> Self {
        match self {
            Self::OtherOffices => Self::Offices,
            table => table,
        }
    }

    /// How many tries there are in each direction.
    pub(crate) const TRIES: usize = 2 + Self::ALL.len();

    /// The trie that finds its words from their first or last characters: tables that are asked for together share one, so that a
    /// walk stays in a small one. What ends in a word around names is asked apart from the rest, and by few texts.
    pub(crate) const fn trie(self, backward: bool) -> usize {
        match self {
            Self::Months
            | Self::Weekdays
            | Self::Relative
            | Self::Dayparts
            | Self::Seasons
            | Self::Holidays
            | Self::Calendar
            | Self::Positions
            | Self::Eras
            | Self::Ordinals
            | Self::MonthsShort
            | Self::Decades => 0,
            Self::Offices
            | Self::OtherOffices
            | Self::Bodies
            | Self::Countries
            | Self::Places
            | Self::Tenures => 1,
            Self::Surnames | Self::NameWords | Self::Words | Self::Parties | Self::GivenNames
                if !backward =>
            {
                1
            }
            Self::NameWords | Self::Words => 2 + Self::Words as usize,
            table => 2 + table as usize,
        }
    }

    /// The file of a table that only users have rows for: its columns.
    pub(crate) const fn users(self) -> Option<&'static str> {
        match self {
            Self::Persons => Some("form\tforms\tid\n"),
            _ => None,
        }
    }
}

/// That of each table, from its first and from its last characters.
const TRIE_OF: [[usize; Table::ALL.len()]; 2] = {
    let mut tries = [[0; Table::ALL.len()]; 2];
    let mut i = 0;
    while i < Table::ALL.len() {
        tries[0][i] = Table::ALL[i].trie(false);
        tries[1][i] = Table::ALL[i].trie(true);
        i += 1;
    }
    tries
};

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
    /// Whether it holds all of these.
    pub(crate) const fn holds(self, all: Self) -> bool {
        self.0 & all.0 == all.0
    }
    pub(crate) const fn meets(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }
    pub(crate) fn add(&mut self, table: Table) {
        self.0 |= 1 << table as u64;
    }
    /// The tables of both.
    pub(crate) const fn join(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
    /// Its members as bits, counted from a first table; those of far tables are shared.
    #[inline]
    pub(crate) const fn bits_from(self, first: u32) -> u16 {
        let bits = self.0 >> first;
        let far = if bits >> 15 != 0 { 1 << 15 } else { 0 };
        (bits & 0x7FFF) as u16 | far
    }
    /// The trie that finds the words of these tables, which must share one.
    pub(crate) fn trie(self, backward: bool) -> usize {
        let tries = || Table::ALL.iter().filter(|t| self.has(**t)).map(|t| t.trie(backward));
        debug_assert!(tries().all(|t| Some(t) == tries().next()), "{self:?} have no trie in common");
        TRIE_OF[usize::from(backward)].get(self.0.trailing_zeros() as usize).copied().unwrap_or(0)
    }
}

/// The rows of a table.
#[derive(Debug)]
pub(crate) struct Rows {
    pub(crate) table: Table,
    sources: Vec<Source>,
    rows: Vec<RowLocation>,
    /// Where the cells of all rows end.
    ends: Vec<u32>,
}

/// A file of a table. The cells stay in it.
#[derive(Debug)]
struct Source {
    text: Cow<'static, str>,
    columns: Vec<String>,
    /// The line that names them, counted from 1.
    #[cfg(test)]
    header: usize,
}

/// Where a row stands.
#[derive(Debug, Clone, Copy)]
struct RowLocation {
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
    place: RowLocation,
}

impl<'a> Row<'a> {
    /// The cell of a column; empty if the table or the row has none.
    pub(crate) fn get(&self, column: &str) -> &'a str {
        #[cfg(test)]
        asked::note(self.rows.table, column);
        self.look(column)
    }

    /// The same for checks, which make no use of what they read.
    pub(super) fn look(&self, column: &str) -> &'a str {
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

    /// The error that a cell of a column cannot be read.
    pub(crate) fn unreadable(&self, column: &str, cell: &str) -> Error {
        self.error(column, format!("`{cell}` cannot be read here"))
    }

    /// The cell of a column, read as a value of another type.
    pub(crate) fn parse<T: std::str::FromStr>(&self, column: &str) -> Result<T, Error> {
        let cell = self.get(column);
        cell.parse().map_err(|_| self.unreadable(column, cell))
    }
}

/// Whether a cell begins or ends with white space.
fn has_space_at_an_edge(cell: &str) -> bool {
    let is_space = |c: char| !(matches!(c, '!'..='~') || is_han(c)) && c.is_whitespace();
    cell.starts_with(is_space) || cell.ends_with(is_space)
}

impl Rows {
    pub(crate) fn empty(table: Table) -> Self {
        Self { table, sources: Vec::new(), rows: Vec::new(), ends: Vec::new() }
    }

    /// Adds the rows of a file. The first line that is no comment names the columns; a later file of the same
    /// table (rows of a user) may have its columns in another order, and leave out those that may be empty.
    pub(crate) fn read(&mut self, text: Cow<'static, str>) -> Result<(), Error> {
        let table = self.table.name();
        if u32::try_from(text.len()).is_err() {
            return Err(Error::lexicon(table, 1, "", "4 GiB or more"));
        }
        if text.starts_with('\u{FEFF}') {
            return Err(Error::lexicon(table, 1, "", "begins with a byte order mark"));
        }
        // Growing bit by bit would touch much more memory than is needed in the end.
        let count = |byte| memchr::memchr_iter(byte, text.as_bytes()).count();
        self.rows.reserve_exact(count(b'\n') + 1);
        self.ends.reserve_exact(count(b'\n') + count(b'\t') + 1);
        let mut lines = tsv::lines(&text);
        let Some(header) = lines.next() else { return Ok(()) };
        let columns: Vec<String> = header.cells().map(str::to_owned).collect();
        let number = header.number;
        let first = self.first_of(&columns, number)?;
        for line in lines {
            self.row_of(line, &columns, first)?;
        }
        self.sources.push(Source {
            text,
            columns,
            #[cfg(test)]
            header: number as usize,
        });
        Ok(())
    }

    /// Adds a row of the file that is read; the column `first` must not be empty.
    fn row_of(&mut self, line: tsv::Line<'_>, columns: &[String], first: usize) -> Result<(), Error> {
        let error = |column: &str, problem: &str| {
            Err(Error::lexicon(self.table.name(), line.number as usize, column, problem))
        };
        let (from, mut start) = (self.ends.len(), 0);
        for i in 0.. {
            let rest = &line.text.as_bytes()[start..];
            let end = rest.iter().position(|&b| b == b'\t').map_or(line.text.len(), |tab| start + tab);
            let Some(column) = columns.get(i) else {
                return error(&columns[columns.len() - 1], "more cells than columns");
            };
            let cell = line.text.get(start..end).unwrap_or("");
            if has_space_at_an_edge(cell) {
                return error(column, "space at an edge");
            }
            if cell.is_empty() && i == first {
                return error(column, "empty");
            }
            self.ends.push((line.start + end) as u32);
            if end == line.text.len() {
                break;
            }
            start = end + 1;
        }
        if self.ends.len() - from <= first {
            return error(&columns[first], "empty");
        }
        let ends = (from as u32, self.ends.len() as u32);
        let source = self.sources.len() as u32;
        self.rows.push(RowLocation { source, line: line.number, start: line.start as u32, ends });
        Ok(())
    }

    /// The column of the forms: the first of the table's first file.
    fn first_column(&self) -> &str {
        self.sources.iter().find_map(|s| s.columns.first()).map_or("", String::as_str)
    }

    /// Checks the header of a file, and finds the column of the forms in it.
    fn first_of(&self, columns: &[String], line: u32) -> Result<usize, Error> {
        let error = |column: &str, problem| Error::lexicon(self.table.name(), line as usize, column, problem);
        if let Some((_, column)) = columns.iter().enumerate().find(|(i, c)| columns[..*i].contains(c)) {
            return Err(error(column, "stands twice"));
        }
        let Some(known) = self.sources.iter().map(|s| &s.columns).find(|c| !c.is_empty()) else {
            return Ok(0);
        };
        if let Some(column) = columns.iter().find(|c| !known.contains(c)) {
            return Err(error(column, "unknown column"));
        }
        columns.iter().position(|c| *c == known[0]).ok_or_else(|| error(&known[0], "column missing"))
    }

    /// The columns of its own file.
    pub(crate) fn columns(&self) -> &[String] {
        self.sources.first().map_or(&[], |s| &s.columns)
    }

    /// The columns of each of its files, with the line that names them.
    #[cfg(test)]
    pub(super) fn headers(&self) -> impl Iterator<Item = (usize, &[String])> {
        self.sources.iter().map(|s| (s.header, &*s.columns))
    }

    pub(crate) fn len(&self) -> usize {
        self.rows.len()
    }

    /// How long its files are.
    pub(super) fn bytes(&self) -> usize {
        self.sources.iter().map(|source| source.text.len()).sum()
    }

    /// A row by number.
    pub(crate) fn row(&self, row: u32) -> Row<'_> {
        Row { rows: self, place: self.rows[row as usize] }
    }

    /// All rows, each with its cell of a column; see [`Row::get`].
    pub(crate) fn cells(&self, column: &str) -> impl Iterator<Item = (Row<'_>, &str)> {
        self.cells_of([column]).map(|(row, [cell])| (row, cell))
    }

    /// The same of some columns.
    pub(crate) fn cells_of<const N: usize>(
        &self,
        columns: [&str; N],
    ) -> impl Iterator<Item = (Row<'_>, [&str; N])> {
        #[cfg(test)]
        columns.iter().for_each(|column| asked::note(self.table, column));
        let places = |s: &Source| columns.map(|column| s.columns.iter().position(|c| c == column));
        let places: Vec<[Option<usize>; N]> = self.sources.iter().map(places).collect();
        self.iter().map(move |row| {
            let places = places[row.place.source as usize];
            (row, places.map(|place| place.and_then(|i| row.cell(i)).unwrap_or("")))
        })
    }

    /// All rows.
    pub(crate) fn iter(&self) -> impl Iterator<Item = Row<'_>> {
        (0..self.len() as u32).map(|i| self.row(i))
    }

    /// Every form of every row from one on, as a stem and an ending: the first column; the alternatives of a column `forms`,
    /// separated by `|`; and each ending of a column `infl` (`-n -ns -s`) after the first form.
    pub(crate) fn each_form<'a>(&'a self, from: u32, mut give: impl FnMut(u32, &'a str, &'a str)) {
        let rows = self.cells_of([self.first_column(), "forms", "infl"]);
        for (number, (_, [base, forms, endings])) in (0..).zip(rows).skip(from as usize) {
            give(number, base, "");
            if !forms.is_empty() {
                forms.split('|').filter(|f| !f.is_empty()).for_each(|form| give(number, form, ""));
            }
            if !endings.is_empty() {
                let endings = endings.split(' ').filter_map(|e| e.strip_prefix('-'));
                endings.for_each(|ending| give(number, base, ending));
            }
        }
    }
}

/// Which columns were read, so that a test can find those that never are.
#[cfg(test)]
pub(crate) mod asked {
    use super::Table;
    use std::{collections::BTreeSet, sync::Mutex};

    static ASKED: Mutex<BTreeSet<(Table, String)>> = Mutex::new(BTreeSet::new());

    pub(super) fn note(table: Table, column: &str) {
        let mut asked = ASKED.lock().expect("no thread panics with it");
        if !asked.iter().any(|(t, c)| *t == table && c == column) {
            asked.insert((table, column.to_owned()));
        }
    }

    pub(crate) fn has(table: Table, column: &str) -> bool {
        ASKED.lock().expect("no thread panics with it").contains(&(table, column.to_owned()))
    }
}
