//! The words of a language: tables of rows, found from any place of a text by one trie in each direction.

mod heads;
mod interned;
mod quick;
mod schema;
mod table;
mod trie;

pub(crate) use interned::Interned;
pub(crate) use quick::Quick;
#[cfg(test)]
pub(crate) use schema::{Column, LONGEST, faults};
#[cfg(test)]
pub(crate) use table::asked;
pub(crate) use table::{Row, Rows, Table, TableSet};

use crate::{
    Error, Span,
    text::{Block, Pairs, SIMPLIFIED, fold, lower},
};
use std::{
    borrow::Cow,
    collections::{HashMap, HashSet},
};
use trie::{Key, Trie};

/// A row that matched: the match lies between the place asked for and `at`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Entry {
    /// The other end of the match: its end for [`Lexicon::starts_at`], its start for [`Lexicon::ends_at`].
    pub(crate) at: usize,
    pub(crate) table: Table,
    pub(crate) row: u32,
}

/// All tables of one language.
#[derive(Debug)]
pub(crate) struct Lexicon {
    tables: Vec<Rows>,
    forms: Vec<Form>,
    /// The characters of all forms, one after the other.
    chars: Vec<char>,
    /// By [`Table::trie`], from the first character and from the last.
    forward: Vec<Trie>,
    backward: Vec<Trie>,
}

/// One form of a row.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Form {
    chars: (u32, u32),
    pub(crate) row: u32,
    pub(crate) table: Table,
    /// Whether capitals count: it holds one itself.
    pub(crate) cased: bool,
}

impl Form {
    /// Length in characters.
    pub(crate) fn len(&self) -> usize {
        (self.chars.1 - self.chars.0) as usize
    }
}

impl Lexicon {
    /// Builds a lexicon from the crate's own rows.
    #[cfg(test)]
    pub(crate) fn new(own: impl IntoIterator<Item = (Table, Cow<'static, str>)>) -> Result<Self, Error> {
        Self::with_rows(own, Vec::new())
    }

    /// Builds a lexicon from the files of tables and rows of a user; several files of one table are read one after the
    /// other. A form of the user's that the table already has takes its place.
    pub(crate) fn with_rows(
        own: impl IntoIterator<Item = (Table, Cow<'static, str>)>,
        user: Vec<(Table, Cow<'static, str>)>,
    ) -> Result<Self, Error> {
        let mut tables: Vec<Rows> = Table::ALL.iter().map(|&t| Rows::empty(t)).collect();
        let users = Table::ALL.iter().filter_map(|&table| Some((table, Cow::Borrowed(table.users()?))));
        for (table, source) in own.into_iter().chain(users) {
            tables[table.rows_of() as usize].read(source)?;
        }
        let users = if user.is_empty() { UserForms::new() } else { read_user(&mut tables, user)? };
        // More than enough for most; what is not used costs nothing.
        let rows = tables.iter().map(Rows::len).sum::<usize>();
        let (mut forms, mut chars) = (Vec::with_capacity(2 * rows), Vec::with_capacity(16 * rows));
        let simplified = &*SIMPLIFIED;
        for rows in &tables {
            let users = users.get(&rows.table);
            rows.each_form(0, |row, stem, ending| {
                let start = chars.len();
                // Words are read as the text is: users may write either Chinese script, and letters in two pieces.
                if users.is_some_and(|u| row >= u.first) {
                    chars.extend(read(stem, ending));
                } else {
                    let own = stem.chars().chain(ending.chars());
                    own.for_each(|c| chars.extend(fold(c, simplified)));
                }
                if users.is_some_and(|u| row < u.first && u.forms.contains(&chars[start..])) {
                    chars.truncate(start);
                    return;
                }
                let cased = chars[start..].iter().any(|&c| lower(c) != c);
                let chars = (start as u32, chars.len() as u32);
                forms.push(Form { chars, row, table: rows.table, cased });
            });
        }
        let mut numbers: Vec<Vec<u32>> = vec![Vec::new(); Table::TRIES];
        forms.iter().zip(0..).for_each(|(form, number)| numbers[form.table.trie()].push(number));
        let tries = |backward| numbers.iter().map(|n| Trie::new(n, &forms, &chars, backward)).collect();
        let (forward, backward) = (tries(false), tries(true));
        Ok(Self { tables, forms, chars, forward, backward })
    }

    /// The rows of a table.
    pub(crate) fn rows(&self, table: Table) -> &Rows {
        &self.tables[table as usize]
    }

    /// A row.
    pub(crate) fn row(&self, entry: Entry) -> Row<'_> {
        self.rows(entry.table).row(entry.row)
    }

    /// The characters of a form.
    pub(crate) fn chars(&self, form: &Form) -> &[char] {
        &self.chars[form.chars.0 as usize..form.chars.1 as usize]
    }

    /// The shortest other form of the same table that a form ends in, by its number.
    pub(crate) fn ending(&self, form: &Form) -> Option<usize> {
        let chars = self.chars(form);
        let trie = &self.backward[form.table.trie()];
        let shorter = trie.walk::<true>(chars, TableSet::of(&[form.table]));
        shorter.take_while(|&(len, _)| len < chars.len()).find_map(|(len, key)| {
            let fits = key.table == form.table && self.fits(key, chars.get(chars.len() - len..));
            fits.then_some(key.form as usize)
        })
    }

    /// All forms of all rows, for anchors and lints.
    pub(crate) fn forms(&self) -> &[Form] {
        &self.forms
    }

    /// The forms of a table, which stand one after the other.
    pub(crate) fn forms_of(&self, table: Table) -> &[Form] {
        let before = |last| self.forms.partition_point(|f| (f.table as usize) < table as usize + last);
        &self.forms[before(0)..before(1)]
    }

    /// What some of the forms of tables begin with.
    pub(crate) fn beginnings(&self, tables: &[Table], of: impl Fn(&Form) -> bool) -> Pairs {
        let mut pairs = Pairs::new();
        let forms = tables.iter().flat_map(|&table| self.forms_of(table));
        forms.filter(|f| of(f)).for_each(|f| pairs.add(self.chars(f).iter().copied()));
        pairs
    }

    /// What some of the forms of tables end in.
    pub(crate) fn endings(&self, tables: &[Table], of: impl Fn(&Form) -> bool) -> Pairs {
        let mut pairs = Pairs::new();
        let forms = tables.iter().flat_map(|&table| self.forms_of(table));
        forms.filter(|f| of(f)).for_each(|f| pairs.add(self.chars(f).iter().rev().copied()));
        pairs
    }

    /// Rows of the tables with a form that starts at `i`, shortest first.
    pub(crate) fn starts_at<'a>(
        &'a self,
        chars: &'a [char],
        i: usize,
        tables: TableSet,
    ) -> impl Iterator<Item = Entry> + 'a {
        let trie = &self.forward[tables.trie()];
        let tail = chars.get(i..).filter(|tail| trie.may(tail.iter().copied(), tables)).unwrap_or(&[]);
        trie.walk::<false>(tail, tables).filter_map(move |(len, key)| {
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
        let trie = &self.backward[tables.trie()];
        let head = chars.get(..j).unwrap_or(chars);
        let may = trie.may(head.iter().rev().copied(), tables);
        let head = if may { head } else { &[] };
        trie.walk::<true>(head, tables).filter_map(move |(len, key)| {
            (tables.has(key.table) && self.fits(key, head.get(head.len() - len..))).then_some(Entry {
                at: head.len() - len,
                table: key.table,
                row: key.row,
            })
        })
    }

    /// The longest form of the tables that starts at `i`.
    pub(crate) fn longest_at(&self, chars: &[char], i: usize, tables: TableSet) -> Option<Entry> {
        self.starts_at(chars, i, tables).last()
    }

    /// Whether a form that matches in lower case matches as it is written.
    #[inline]
    fn fits(&self, key: Key, place: Option<&[char]>) -> bool {
        !key.cased || place == self.forms.get(key.form as usize).map(|form| self.chars(form))
    }
}

/// The forms that a user gave, by table.
type UserForms = HashMap<Table, UsersOf>;

/// The forms of a user in a table.
#[derive(Debug)]
struct UsersOf {
    /// The first row that is the user's.
    first: u32,
    forms: HashSet<Vec<char>>,
}

/// Reads rows of a user: each has its effect, or is refused.
fn read_user(tables: &mut [Rows], user: Vec<(Table, Cow<'static, str>)>) -> Result<UserForms, Error> {
    let mut users = UserForms::new();
    for (table, source) in user {
        let rows = &mut tables[table.rows_of() as usize];
        if rows.columns().is_empty() {
            let problem = "the language has no such table, or no kind that is asked for reads it";
            return Err(Error::lexicon(table.name(), 1, "", problem));
        }
        let first = rows.len() as u32;
        users.entry(rows.table).or_insert_with(|| UsersOf { first, forms: HashSet::new() });
        rows.read(source)?;
    }
    for (table, of) in &mut users {
        let rows = &tables[*table as usize];
        let own = schema::OwnIds::new(rows, of.first);
        for number in of.first..rows.len() as u32 {
            schema::check(&rows.row(number), &own)?;
        }
        let mut fault = None;
        rows.each_form(of.first, |number, stem, ending| {
            let form = read(stem, ending);
            let problem = if form.is_empty() {
                "holds nothing that a text is read by"
            } else if form.len() > schema::LONGEST {
                "is too long"
            } else if !of.forms.insert(form) {
                "stands twice"
            } else {
                return;
            };
            let error = || rows.row(number).error(&rows.columns()[0], format!("`{stem}{ending}` {problem}"));
            fault.get_or_insert_with(error);
        });
        if let Some(fault) = fault {
            return Err(fault);
        }
    }
    Ok(users)
}

/// A form as a text is read.
fn read(stem: &str, ending: &str) -> Vec<char> {
    let text = [stem, ending].concat();
    let mut block = Block::new(&text);
    block.read(Span::new(0, text.len()));
    block.chars
}
