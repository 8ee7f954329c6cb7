//! The words of a language: tables of rows, found from any place of a text by one trie in each direction.

mod heads;
mod interned;
mod lazily;
mod schema;
mod table;
#[cfg(test)]
mod tests;
mod trie;
mod words;

pub(crate) use interned::Interned;
pub(crate) use lazily::Lazily;
#[cfg(test)]
pub(crate) use schema::{Column, LONGEST, faults};
#[cfg(test)]
pub(crate) use table::asked;
pub(crate) use table::{Row, Rows, Table, TableSet};

pub(crate) use words::Form;

use crate::{Error, text::Pairs};
use std::{
    array,
    borrow::Cow,
    sync::{Arc, OnceLock},
};
use trie::{Key, Trie};
use words::{UsersOf, Words};

/// Why the crate's own tables are read without a fault.
const CHECKED: &str = "the crate's own tables are checked by its tests";

/// A row that matched: the match lies between the place asked for and `at`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Entry {
    /// The other end of the match: its end for [`Lexicon::starts_at`], its start for [`Lexicon::ends_at`].
    pub(crate) at: usize,
    pub(crate) table: Table,
    pub(crate) row: u32,
}

/// All tables of one language, each read when it is first asked for: no text needs all of them.
#[derive(Debug)]
pub(crate) struct Lexicon {
    tables: [Shelf; Table::ALL.len()],
    /// Those from the first character and those from the last, by [`Table::trie`].
    tries: [[OnceLock<Trie>; Table::TRIES]; 2],
}

/// A table.
#[derive(Debug)]
struct Shelf {
    table: Table,
    /// The crate's own files.
    own: Vec<Cow<'static, str>>,
    rows: OnceLock<Rows>,
    users: Option<UsersOf>,
    words: OnceLock<Arc<Words>>,
}

impl Shelf {
    fn new(table: Table) -> Self {
        let own = table.users().map(Cow::Borrowed).into_iter().collect();
        Self { table, own, rows: OnceLock::new(), users: None, words: OnceLock::new() }
    }

    fn rows(&self) -> &Rows {
        self.rows.get_or_init(|| self.own_rows())
    }

    fn own_rows(&self) -> Rows {
        let mut rows = Rows::empty(self.table);
        self.own.iter().for_each(|file| rows.read(file.clone()).expect(CHECKED));
        rows
    }

    #[inline]
    fn words(&self) -> &Words {
        self.words.get().unwrap_or_else(|| self.read_words())
    }

    /// Reads the words; few who ask come here.
    #[cold]
    #[inline(never)]
    fn read_words(&self) -> &Arc<Words> {
        self.words.get_or_init(|| Arc::new(Words::new(self.rows(), self.users.as_ref())))
    }

    /// The words, for a trie of them.
    fn shared_words(&self) -> Arc<Words> {
        Arc::clone(self.read_words())
    }

    /// Reads files of a user: each row has its effect, or is refused.
    fn read_users<'a>(
        &mut self,
        mut files: impl Iterator<Item = &'a Cow<'static, str>>,
    ) -> Result<(), Error> {
        let mut rows = self.own_rows();
        if rows.columns().is_empty() {
            let problem = "the language has no such table, or no kind that is asked for reads it";
            return Err(Error::lexicon(self.table.name(), 1, "", problem));
        }
        let first = rows.len() as u32;
        files.try_for_each(|file| rows.read(file.clone()))?;
        self.users = Some(UsersOf::new(&rows, first)?);
        self.rows = OnceLock::from(rows);
        Ok(())
    }
}

impl Lexicon {
    /// The lexicon of the crate's own files; several of one table are read one after the other.
    pub(crate) fn new(own: impl IntoIterator<Item = (Table, Cow<'static, str>)>) -> Self {
        let mut tables = array::from_fn(|table| Shelf::new(Table::ALL[table]));
        for (table, file) in own {
            tables[table.rows_of() as usize].own.push(file);
        }
        Self { tables, tries: array::from_fn(|_| array::from_fn(|_| OnceLock::new())) }
    }

    /// The same with rows of a user. A form of the user's that the table already has takes its place.
    pub(crate) fn with_rows(
        own: impl IntoIterator<Item = (Table, Cow<'static, str>)>,
        user: &[(Table, Cow<'static, str>)],
    ) -> Result<Self, Error> {
        let mut lexicon = Self::new(own);
        for (i, &(table, _)) in user.iter().enumerate() {
            let of_table = |of: &(Table, _)| of.0.rows_of() == table.rows_of();
            if !user[..i].iter().any(of_table) {
                let files = user[i..].iter().filter(|of| of_table(of)).map(|(_, file)| file);
                lexicon.tables[table.rows_of() as usize].read_users(files)?;
            }
        }
        Ok(lexicon)
    }

    /// The tables with rows of a user.
    pub(crate) fn users(&self) -> impl Iterator<Item = Table> {
        self.tables.iter().filter(|shelf| shelf.users.is_some()).map(|shelf| shelf.table)
    }

    /// Whether some of the rows are a user's.
    pub(crate) fn has_users(&self) -> bool {
        self.users().next().is_some()
    }

    /// Whether a table was asked for.
    #[cfg(test)]
    pub(crate) fn has_read(&self, table: Table) -> bool {
        self.tables[table as usize].rows.get().is_some()
    }

    /// The rows of a table.
    pub(crate) fn rows(&self, table: Table) -> &Rows {
        self.tables[table as usize].rows()
    }

    fn words(&self, table: Table) -> &Words {
        self.tables[table as usize].words()
    }

    /// A row.
    pub(crate) fn row(&self, entry: Entry) -> Row<'_> {
        self.rows(entry.table).row(entry.row)
    }

    /// The characters of a form.
    pub(crate) fn chars(&self, form: &Form) -> &[char] {
        self.words(form.table).chars(form)
    }

    /// For each form of a table the number of the shortest other one that it ends in.
    pub(crate) fn endings_within(&self, table: Table) -> Vec<Option<u32>> {
        let words = self.words(table);
        let cased = words.forms().iter().map(|form| form.cased);
        trie::endings(cased.zip(words.iter()), |end, word| {
            let chars = |number: u32| words.chars(&words.forms()[number as usize]);
            !words.forms()[end as usize].cased || chars(word).ends_with(chars(end))
        })
    }

    /// All forms of some tables.
    pub(crate) fn forms(&self, tables: TableSet) -> impl Iterator<Item = &Form> {
        let tables = Table::ALL.iter().filter(move |&&table| tables.has(table));
        tables.flat_map(|&table| self.forms_of(table))
    }

    /// The forms of a table.
    pub(crate) fn forms_of(&self, table: Table) -> &[Form] {
        self.words(table).forms()
    }

    /// What some of the forms of tables begin with.
    pub(crate) fn beginnings(&self, tables: &[Table], of: impl Fn(&Form) -> bool) -> Pairs {
        self.pairs(tables, of, |word| word.iter().copied())
    }

    /// What some of the forms of tables end in.
    pub(crate) fn endings(&self, tables: &[Table], of: impl Fn(&Form) -> bool) -> Pairs {
        self.pairs(tables, of, |word| word.iter().rev().copied())
    }

    /// The first two characters of some of the forms of tables, read from one of their ends.
    fn pairs<'a, C: Iterator<Item = char>>(
        &'a self,
        tables: &[Table],
        of: impl Fn(&Form) -> bool,
        read: impl Fn(&'a [char]) -> C,
    ) -> Pairs {
        let mut pairs = Pairs::new();
        for words in tables.iter().map(|&table| self.words(table)) {
            let some = words.forms().iter().filter(|form| of(form));
            some.for_each(|form| pairs.add_as(form.cased, read(words.chars(form))));
        }
        pairs
    }

    /// Rows of the tables with a form that starts at `i`, shortest first.
    pub(crate) fn starts_at<'a>(
        &'a self,
        chars: &'a [char],
        i: usize,
        tables: TableSet,
    ) -> impl Iterator<Item = Entry> + 'a {
        self.starting(chars, i, tables)
    }

    /// The same as a part of the code that asks, for the few that ask most.
    #[inline(always)]
    pub(crate) fn starting<'a>(
        &'a self,
        chars: &'a [char],
        i: usize,
        tables: TableSet,
    ) -> impl Iterator<Item = Entry> + 'a {
        let trie = self.trie::<false>(tables);
        let wanted = trie.wanted(tables);
        let tail = chars.get(i..).filter(|tail| trie.may(tail.iter().copied(), wanted)).unwrap_or(&[]);
        trie.walk::<false>(tail, wanted).filter_map(move |(len, key)| {
            (tables.has(key.table) && self.fits(key, tail.get(..len))).then_some(Entry {
                at: i + len,
                table: key.table,
                row: key.row,
            })
        })
    }

    /// Rows of the tables with a form that ends before `j`, shortest first.
    pub(crate) fn ends_at<'a>(
        &'a self,
        chars: &'a [char],
        j: usize,
        tables: TableSet,
    ) -> impl Iterator<Item = Entry> + 'a {
        self.ending(chars, j, tables)
    }

    /// The same as a part of the code that asks.
    #[inline(always)]
    pub(crate) fn ending<'a>(
        &'a self,
        chars: &'a [char],
        j: usize,
        tables: TableSet,
    ) -> impl Iterator<Item = Entry> + 'a {
        let trie = self.trie::<true>(tables);
        let head = chars.get(..j).unwrap_or(chars);
        let wanted = trie.wanted(tables);
        let may = trie.may(head.iter().rev().copied(), wanted);
        let head = if may { head } else { &[] };
        trie.walk::<true>(head, wanted).filter_map(move |(len, key)| {
            (tables.has(key.table) && self.fits(key, head.get(head.len() - len..))).then_some(Entry {
                at: head.len() - len,
                table: key.table,
                row: key.row,
            })
        })
    }

    /// The longest form of the tables that starts at `i`.
    pub(crate) fn longest_at(&self, chars: &[char], i: usize, tables: TableSet) -> Option<Entry> {
        self.starting(chars, i, tables).last()
    }

    /// The trie that finds the words of some tables, made when it is first asked.
    #[inline]
    fn trie<const BACKWARD: bool>(&self, tables: TableSet) -> &Trie {
        let number = tables.trie(BACKWARD);
        self.tries[usize::from(BACKWARD)][number].get().unwrap_or_else(|| self.grow::<BACKWARD>(number))
    }

    /// Makes a trie. Few walks come here, so that it stands apart from the many.
    #[cold]
    #[inline(never)]
    fn grow<const BACKWARD: bool>(&self, number: usize) -> &Trie {
        self.tries[usize::from(BACKWARD)][number].get_or_init(|| {
            let tables = Table::ALL.iter().filter(|table| table.trie(BACKWARD) == number);
            Trie::new(tables.map(|&table| self.tables[table as usize].shared_words()), BACKWARD)
        })
    }

    /// Whether a form that matches in lower case matches as it is written.
    #[inline]
    fn fits(&self, key: Key, place: Option<&[char]>) -> bool {
        !key.cased || self.is_written(key, place)
    }

    /// Apart from the walks, most of which meet no such form.
    #[inline(never)]
    fn is_written(&self, key: Key, place: Option<&[char]>) -> bool {
        self.words(key.table).is_written(key.form, place)
    }
}
