//! The words of a language: tables of rows, found from any place of a text by one trie in each direction.

mod table;
mod trie;

pub(crate) use table::{Row, Rows, Table, TableSet};

use crate::{Error, Language, text::lower};
use trie::Trie;

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
    pub(crate) language: Language,
    tables: Vec<Rows>,
    forms: Vec<Form>,
    forward: Trie,
    backward: Trie,
}

/// One form of a row.
#[derive(Debug, Clone)]
pub(crate) struct Form {
    pub(crate) text: Box<str>,
    pub(crate) table: Table,
    pub(crate) row: u32,
    /// Set where capitals count: the form itself.
    cased: Option<Box<[char]>>,
}

impl Lexicon {
    /// Builds a lexicon from tables and further rows for some of them.
    pub(crate) fn new(
        language: Language,
        sources: &[(Table, &str)],
        user: &[(Table, String)],
    ) -> Result<Self, Error> {
        let mut tables: Vec<Rows> = Table::ALL.iter().map(|&t| Rows::empty(t)).collect();
        for &(table, source) in sources {
            // Other offices are offices, read on request only.
            let table = if table == Table::OtherOffices { Table::Offices } else { table };
            tables[table as usize].read(source)?;
        }
        for (table, source) in user {
            tables[*table as usize].read(source)?;
        }
        let mut forms = Vec::new();
        for rows in &tables {
            for (row, forms_of_row) in rows.forms() {
                for text in forms_of_row {
                    // Words are read as the text is: users may write either Chinese script.
                    let text = crate::text::folded(&text);
                    let cased = text.chars().any(char::is_uppercase).then(|| text.chars().collect());
                    forms.push(Form { text: text.into(), table: rows.table, row, cased });
                }
            }
        }
        let table = |f: &Form| TableSet::of(&[f.table]);
        let forward = Trie::new(forms.iter().map(|f| (f.text.chars().map(lower), table(f))));
        let backward = Trie::new(forms.iter().map(|f| (f.text.chars().rev().map(lower), table(f))));
        Ok(Self { language, tables, forms, forward, backward })
    }

    /// The rows of a table.
    pub(crate) fn rows(&self, table: Table) -> &Rows {
        &self.tables[table as usize]
    }

    /// A row.
    pub(crate) fn row(&self, entry: Entry) -> Row<'_> {
        self.rows(entry.table).row(entry.row)
    }

    /// The shortest other form of the same table that a form ends in, by its number.
    pub(crate) fn ending(&self, form: &Form) -> Option<usize> {
        let chars: Vec<char> = form.text.chars().collect();
        let shorter = self.backward.walk(chars.iter().rev().copied(), TableSet::of(&[form.table]));
        shorter.take_while(|&(len, _)| len < chars.len()).map(|(len, other)| (len, other as usize)).find_map(
            |(len, other)| {
                let fits = &self.forms[other];
                (fits.table == form.table && fits.fits(chars.get(chars.len() - len..))).then_some(other)
            },
        )
    }

    /// All forms of all rows, for anchors and lints.
    pub(crate) fn forms(&self) -> &[Form] {
        &self.forms
    }

    /// Rows of the tables with a form that starts at `i`, shortest first.
    pub(crate) fn starts_at<'a>(
        &'a self,
        chars: &'a [char],
        i: usize,
        tables: TableSet,
    ) -> impl Iterator<Item = Entry> + 'a {
        self.forward.walk(chars.get(i..).unwrap_or(&[]).iter().copied(), tables).filter_map(
            move |(len, form)| {
                let form = &self.forms[form as usize];
                (tables.has(form.table) && form.fits(chars.get(i..i + len))).then_some(Entry {
                    at: i + len,
                    table: form.table,
                    row: form.row,
                })
            },
        )
    }

    /// Rows of the tables with a form that ends before `j`, shortest first.
    pub(crate) fn ends_at<'a>(
        &'a self,
        chars: &'a [char],
        j: usize,
        tables: TableSet,
    ) -> impl Iterator<Item = Entry> + 'a {
        let head = chars.get(..j).unwrap_or(chars);
        self.backward.walk(head.iter().rev().copied(), tables).filter_map(move |(len, form)| {
            let form = &self.forms[form as usize];
            (tables.has(form.table) && form.fits(head.get(head.len() - len..))).then_some(Entry {
                at: head.len() - len,
                table: form.table,
                row: form.row,
            })
        })
    }

    /// The longest form of the tables that starts at `i`.
    pub(crate) fn longest_at(&self, chars: &[char], i: usize, tables: TableSet) -> Option<Entry> {
        self.starts_at(chars, i, tables).last()
    }
}

impl Form {
    /// Whether capitals count.
    pub(crate) fn cased(&self) -> bool {
        self.cased.is_some()
    }

    fn fits(&self, place: Option<&[char]>) -> bool {
        self.cased.as_ref().is_none_or(|cased| place == Some(&**cased))
    }
}
