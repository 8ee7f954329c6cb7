//! Officials in Chinese news.
//!
//! Offices are found first (`cores.rs`), each with the bodies, places and words of tenure before it as one title
//! (`title.rs`, `unit.rs`, `unknown.rs`). Titles that touch (、 兼 or nothing between) form the chain of one person
//! (`chain.rs`). The name stands after the chain, or before a bare office (江主席), or before a comma with the titles in
//! apposition (`near.rs`). What is public, and which role it is, the body decides (`record.rs`).

mod chain;
mod cores;
mod list;
mod near;
mod record;
mod tables;
mod title;
mod unit;
mod unknown;

use super::{
    guard::{OfficialClass, OfficialGuards},
    names::{At, Names},
    repeats::Repeats,
};
use crate::{
    Error,
    kind::{
        finder::Scope,
        official::{Named, Reader},
    },
    lexicon::{Entry, Lexicon, Table, TableSet},
    scan::Hit,
    text::{Block, Pairs, folded, is_han},
};
use chain::Chains;
use cores::Core;
use tables::{Part, Reach, Tables};
use title::Title;

const BODIES: TableSet = TableSet::of(&[Table::Bodies]);
const COUNTRIES: TableSet = TableSet::of(&[Table::Countries]);
const UNITS: TableSet = TableSet::of(&[Table::Bodies, Table::Countries, Table::Places]);

/// Weights from which a name is taken: after its title, before it, in a list, and in apposition.
const RIGHT: i32 = 4;
const LEFT: i32 = 6;
const LISTED: i32 = 5;
const APPOSED: i32 = 10;

/// Reads officials.
#[derive(Debug)]
pub(crate) struct Officials {
    names: Names,
    tables: Tables,
    guards: OfficialGuards,
    edges: Edges,
}

/// What words begin with or end in, for a look before a search.
#[derive(Debug)]
struct Edges {
    offices: Pairs,
    /// Bodies of three characters at least.
    long_bodies: Pairs,
    /// Bodies that nothing need go before.
    whole_bodies: Pairs,
    /// Countries of two characters at least.
    countries: Pairs,
    tenures: Pairs,
}

impl Officials {
    pub(crate) fn new(lexicon: &Lexicon) -> Result<Self, Error> {
        let tables = Tables::new(lexicon)?;
        let whole = |row: u32| tables.bodies[row as usize].part == Part::Whole;
        let edges = Edges {
            offices: lexicon.beginnings(|f| f.table == Table::Offices),
            long_bodies: lexicon.beginnings(|f| f.table == Table::Bodies && f.len() > 2),
            whole_bodies: lexicon.endings(|f| f.table == Table::Bodies && whole(f.row)),
            countries: lexicon.beginnings(|f| f.table == Table::Countries && f.len() > 1),
            tenures: lexicon.endings(|f| f.table == Table::Tenures),
        };
        Ok(Self { names: Names::new(lexicon)?, tables, guards: OfficialGuards::new(lexicon)?, edges })
    }
}

impl Officials {
    /// Whether a name is a surname alone.
    pub(super) fn names_alone(&self, name: &str) -> bool {
        let mut chars = name.chars();
        match (chars.next(), chars.next(), chars.next()) {
            (Some(_), None, None) => true,
            (Some(_), Some(_), None) => self.names.is_compound(&folded(name).collect::<String>()),
            _ => false,
        }
    }
}

impl Reader for Officials {
    fn is_deputy(&self, title: &str) -> bool {
        title.contains('副')
    }

    fn read(&self, block: &Block<'_>, hits: &[Hit], scope: &mut Scope<'_, '_>, found: &mut Vec<Named>) {
        if hits.is_empty() {
            return;
        }
        let passage = Passage { officials: self, lexicon: scope.lexicon, block };
        let cores = passage.cores(hits, scope.anchors);
        let titles = passage.titles(&cores);
        let repeats = Repeats::new(scope.document.text(), scope.sight);
        Chains::new(passage, repeats, &cores, &titles, found).run();
    }
}

/// A block, and what reads it.
#[derive(Debug, Clone, Copy)]
struct Passage<'a> {
    officials: &'a Officials,
    lexicon: &'a Lexicon,
    block: &'a Block<'a>,
}

impl<'a> Passage<'a> {
    fn tables(self) -> &'a Tables {
        &self.officials.tables
    }

    /// What weighs names.
    fn names(self) -> At<'a> {
        At {
            names: &self.officials.names,
            guards: &self.officials.guards,
            lexicon: self.lexicon,
            block: self.block,
        }
    }

    fn get(self, i: usize) -> char {
        self.block.get(i)
    }

    fn before(self, i: usize) -> char {
        self.block.before(i)
    }

    /// The characters of a range.
    fn chars(self, start: usize, end: usize) -> &'a [char] {
        self.block.chars.get(start..end).unwrap_or(&[])
    }

    /// Rows of tables that start at a place, shortest first.
    fn starts(self, i: usize, tables: TableSet) -> impl Iterator<Item = Entry> + 'a {
        self.lexicon.starts_at(&self.block.chars, i, tables)
    }

    /// Rows of tables that end before a place, shortest first.
    fn ends(self, j: usize, tables: TableSet) -> impl Iterator<Item = Entry> + 'a {
        self.lexicon.ends_at(&self.block.chars, j, tables)
    }

    /// The start and row of the longest word of tables before a place.
    fn longest_before(self, at: usize, tables: TableSet) -> Option<(usize, u32)> {
        self.ends(at, tables).last().map(|e| (e.at, e.row))
    }

    /// Whether the longest guard before a place is of a class, and where it starts.
    fn guarded(self, at: usize, class: OfficialClass) -> Option<usize> {
        self.officials.guards.before(self.lexicon, self.block, at, class)
    }

    /// Whether the longest guard after a place is of a class, and where it ends.
    fn followed(self, at: usize, class: OfficialClass) -> Option<usize> {
        self.officials.guards.after(self.lexicon, self.block, at, class)
    }

    /// Whether a body's name cannot go on to the left over the character before `at`.
    fn stops(self, at: usize) -> bool {
        self.officials.guards.stops(self.lexicon, self.block, at)
    }

    /// The titles of the offices, in order.
    fn titles(self, cores: &[Core]) -> Vec<Title> {
        let mut titles: Vec<Title> = Vec::with_capacity(cores.len());
        let mut floor = 0;
        for &core in cores {
            if self.office(core).reach != Reach::None {
                let title = self.title(core, floor);
                floor = core.end;
                match titles.last_mut().filter(|first| first.end() == title.start) {
                    Some(first) if self.is_one(first, &title) => {
                        let public = self.public(first, None);
                        first.join(title, public);
                    }
                    _ => titles.push(title),
                }
            }
        }
        titles
    }
}

/// Whether a phrase may begin after the character.
fn edge(c: char) -> bool {
    !is_han(c) && !c.is_alphanumeric() && c != '·'
}
