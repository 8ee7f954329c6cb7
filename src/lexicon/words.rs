//! The words of a table: the forms of its rows, read as the text is.

use super::{Rows, Table, schema};
use crate::{
    Error, Span,
    text::{Block, READINGS, fold, lower},
};
use std::collections::HashSet;

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

/// The forms of a table.
#[derive(Debug)]
pub(super) struct Words {
    forms: Vec<Form>,
    /// The characters of all forms, one after the other.
    chars: Vec<char>,
}

impl Words {
    /// Those of rows, of which some may be a user's: a form of the user's that the table already has takes its place.
    pub(super) fn new(rows: &Rows, users: Option<&UsersOf>) -> Self {
        // More than enough for most; what is not used costs nothing.
        let bytes = rows.bytes();
        let (mut forms, mut chars) = (Vec::with_capacity(bytes / 6), Vec::with_capacity(2 * bytes));
        let readings = &*READINGS;
        rows.each_form(0, |row, stem, ending| {
            let start = chars.len();
            // Words are read as the text is: users may write either Chinese script, and letters in two pieces.
            if users.is_some_and(|u| row >= u.first) {
                chars.extend(read(stem, ending));
            } else {
                let mut read = |part: &str| {
                    part.chars().for_each(|c| match c {
                        '\0'..='ÿ' => chars.push(c),
                        _ => chars.extend(fold(c, readings)),
                    });
                };
                read(stem);
                read(ending);
            }
            if users.is_some_and(|u| row < u.first && u.forms.contains(&chars[start..])) {
                chars.truncate(start);
                return;
            }
            let cased = chars[start..].iter().any(|&c| lower(c) != c);
            let chars = (start as u32, chars.len() as u32);
            forms.push(Form { chars, row, table: rows.table, cased });
        });
        Self { forms, chars }
    }

    pub(super) fn forms(&self) -> &[Form] {
        &self.forms
    }

    /// The characters of a form.
    pub(super) fn chars(&self, form: &Form) -> &[char] {
        &self.chars[form.chars.0 as usize..form.chars.1 as usize]
    }

    /// Those of all forms.
    pub(super) fn iter(&self) -> impl Iterator<Item = &[char]> + Clone {
        self.forms.iter().map(|form| self.chars(form))
    }

    /// Whether a form that a place of a text matches in lower case matches it as it is written.
    #[inline]
    pub(super) fn is_written(&self, number: u32, place: Option<&[char]>) -> bool {
        place == self.forms.get(number as usize).map(|form| self.chars(form))
    }
}

/// The forms of a user in a table.
#[derive(Debug)]
pub(super) struct UsersOf {
    /// The first row that is the user's.
    first: u32,
    forms: HashSet<Vec<char>>,
}

impl UsersOf {
    /// Those of the rows from one on: each has its effect, or is refused.
    pub(super) fn new(rows: &Rows, first: u32) -> Result<Self, Error> {
        let own = schema::OwnIds::new(rows, first);
        for number in first..rows.len() as u32 {
            schema::check(&rows.row(number), &own)?;
        }
        let (mut forms, mut fault) = (HashSet::new(), Ok(()));
        rows.each_form(first, |number, stem, ending| {
            let form = read(stem, ending);
            let problem = if form.is_empty() {
                "holds nothing that a text is read by"
            } else if form.len() > schema::LONGEST {
                "is too long"
            } else if !forms.insert(form) {
                "stands twice"
            } else {
                return;
            };
            if fault.is_ok() {
                let row = rows.row(number);
                fault = Err(row.error(&rows.columns()[0], format!("`{stem}{ending}` {problem}")));
            }
        });
        fault.map(|()| Self { first, forms })
    }
}

/// A form as a text is read.
fn read(stem: &str, ending: &str) -> Vec<char> {
    let text = [stem, ending].concat();
    let mut block = Block::new(&text);
    block.read(Span::new(0, text.len()));
    block.chars
}
