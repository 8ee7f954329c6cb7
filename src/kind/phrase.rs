//! Kinds whose value is in the table: a phrase that stands there says what it means. Recurrences and vague times.

use super::finder::{Finder, Scope};
use crate::{
    Error, Fact,
    claim::Claim,
    lexicon::{Lexicon, Table, TableSet},
    scan::{Hit, around},
    text::Block,
    value::{Recurrence, VagueTime},
};

/// Finds the phrases of a table.
#[derive(Debug)]
pub(super) struct Phrases {
    table: Table,
    /// The value of each row.
    values: Vec<Fact>,
}

impl Phrases {
    pub(super) fn recurrences(lexicon: &Lexicon) -> Result<Self, Error> {
        let value = |timex: &str| {
            Some(Fact::Recurrence(Recurrence { timex: timex.into() })).filter(|_| !timex.is_empty())
        };
        Self::new(Table::Recurrences, lexicon, value)
    }

    pub(super) fn vague_times(lexicon: &Lexicon) -> Result<Self, Error> {
        let value = |timex: &str| VagueTime::named(timex).map(Fact::VagueTime);
        Self::new(Table::VagueTimes, lexicon, value)
    }

    fn new(table: Table, lexicon: &Lexicon, value: impl Fn(&str) -> Option<Fact>) -> Result<Self, Error> {
        let value = |row: crate::lexicon::Row<'_>| {
            let timex = row.get("value");
            value(timex).ok_or_else(|| row.error("value", format!("`{timex}` cannot be read here")))
        };
        Ok(Self { table, values: lexicon.rows(table).iter().map(value).collect::<Result<_, _>>()? })
    }
}

impl Finder for Phrases {
    fn find(&self, block: &Block<'_>, hits: &[Hit], scope: &mut Scope<'_, '_>, found: &mut Vec<Claim>) {
        let mut read = 0;
        let tables = TableSet::of(&[self.table]);
        for &hit in hits.iter().filter(|h| scope.anchors.tables(**h).meets(tables)) {
            let Some((start, entry)) = around(scope.lexicon, scope.anchors, block, hit, tables) else {
                continue;
            };
            if start < read || !block.word_starts(start) || !block.word_ends(entry.at) {
                continue;
            }
            read = entry.at;
            if let Some(fact) = self.values.get(entry.row as usize) {
                found.push(Claim { start, end: entry.at, fact: fact.clone() });
            }
        }
    }
}
