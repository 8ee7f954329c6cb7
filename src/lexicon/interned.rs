//! Values of the rows of a table, each different one kept once: of many rows few say something else, and what lies together
//! stays near the processor.

use super::{Row, Rows};
use crate::Error;
use std::collections::HashMap;

/// The values of rows, by the number of the row.
#[derive(Debug)]
pub(crate) struct Interned<T> {
    values: Vec<T>,
    of_row: Vec<u16>,
}

impl<T> Default for Interned<T> {
    fn default() -> Self {
        Self { values: Vec::new(), of_row: Vec::new() }
    }
}

impl<T: Copy> Interned<T> {
    /// Reads the value of each row from its cell of a column, every different cell once.
    pub(crate) fn read(
        rows: &Rows,
        column: &str,
        read: impl Fn(&Row<'_>, &str) -> Result<T, Error>,
    ) -> Result<Self, Error> {
        let mut known: HashMap<&str, u16> = HashMap::new();
        let mut all = Self { values: Vec::new(), of_row: Vec::with_capacity(rows.len()) };
        // Rows that say the same mostly stand together.
        let mut last = None;
        for (row, cell) in rows.cells(column) {
            let number = match last.filter(|(before, _)| *before == cell) {
                Some((_, number)) => number,
                None => match known.get(cell) {
                    Some(&number) => number,
                    None => {
                        let number = u16::try_from(all.values.len())
                            .map_err(|_| row.error(column, "too many different values"))?;
                        all.values.push(read(&row, cell)?);
                        known.insert(cell, number);
                        number
                    }
                },
            };
            last = Some((cell, number));
            all.of_row.push(number);
        }
        Ok(all)
    }
}

impl<T: Copy + PartialEq> Interned<T> {
    /// Adds the value of the next row; false if there are too many different ones.
    pub(crate) fn push(&mut self, value: T) -> bool {
        let last = self.of_row.last().map(|&last| usize::from(last));
        let known = last.filter(|&last| self.values[last] == value);
        let known = known.or_else(|| self.values.iter().position(|&v| v == value));
        let Ok(number) = u16::try_from(known.unwrap_or(self.values.len())) else { return false };
        if known.is_none() {
            self.values.push(value);
        }
        self.of_row.push(number);
        true
    }

    /// The value of a row.
    #[inline]
    pub(crate) fn get(&self, row: u32) -> Option<T> {
        self.values.get(usize::from(*self.of_row.get(row as usize)?)).copied()
    }
}

#[cfg(test)]
mod tests {
    use super::Interned;

    #[test]
    fn equal_values_are_kept_once() {
        let mut all = Interned::default();
        assert!([5, 7, 5, 5].into_iter().all(|value| all.push(value)));
        assert_eq!((all.get(1), all.get(3), all.get(4), all.values.len()), (Some(7), Some(5), None, 2));
        let mut all = Interned::default();
        assert!((0..=u32::from(u16::MAX)).all(|value| all.push(value)) && !all.push(1 << 16));
    }
}
