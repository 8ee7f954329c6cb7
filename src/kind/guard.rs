//! Guards: the words beside a reading that make it or unmake it.
//!
//! A table of a language lists words and what each is to a reading: its *classes*. A word may stand `before` a reading, `after` it,
//! or anywhere in its `clause`, or the reading may begin with it `itself`, with classes of its own for each. The longest word wins, so a word that only begins like
//! another (前往 beside 前) is a row of its own; where it is nothing to a reading its cell is `-`. A decision of a kind is a
//! short function over named classes.
//!
//! | column | what it holds |
//! | --- | --- |
//! | `form` | the word; in a language that writes spaces, `-ades` is what a word may end in |
//! | `before` `after` `clause` `itself` | classes, separated by spaces; empty: the word is not looked for there |
//! | `value` | what some classes need to know more, such as a modifier |
//! | `example` | a sentence that proves the row, where those of its classes in `tests/guards/` do not fit it; only the tests read it |

use crate::{
    Error,
    lexicon::{Entry, Form, Interned, Lexicon, Row, Table, TableSet},
    text::{Block, Endings, Pairs, WholeWords, is_letter, lower},
};
use std::{marker::PhantomData, ops::Range};

/// The classes of a kind's guards; declared with [`classes!`].
pub(crate) trait Class: Copy + std::fmt::Debug + Send + Sync + 'static {
    const ALL: &'static [Self];

    /// Its name in tables.
    fn name(self) -> &'static str;

    /// Its place in [`ALL`](Self::ALL).
    fn number(self) -> u32;
}

/// Declares the classes of a kind, each with its name in tables.
macro_rules! classes {
    ($(#[$doc:meta])* $name:ident { $($(#[$of:meta])* $class:ident $text:literal),* $(,)? }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub(crate) enum $name { $($(#[$of])* $class),* }

        impl $crate::kind::guard::Class for $name {
            const ALL: &'static [Self] = &[$(Self::$class),*];

            fn name(self) -> &'static str {
                match self { $(Self::$class => $text),* }
            }

            fn number(self) -> u32 {
                self as u32
            }
        }
    };
}
pub(crate) use classes;

/// A set of classes.
#[derive(Debug)]
pub(crate) struct ClassSet<C>(u128, PhantomData<C>);

impl<C> Clone for ClassSet<C> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<C> Copy for ClassSet<C> {}

impl<C> PartialEq for ClassSet<C> {
    fn eq(&self, other: &Self) -> bool {
        self.0 == other.0
    }
}

impl<C> Default for ClassSet<C> {
    fn default() -> Self {
        Self(0, PhantomData)
    }
}

impl<C: Class> ClassSet<C> {
    pub(crate) fn of(classes: &[C]) -> Self {
        Self(classes.iter().fold(0, |bits, class| bits | 1 << class.number()), PhantomData)
    }

    pub(crate) fn has(self, class: C) -> bool {
        self.0 & 1 << class.number() != 0
    }

    /// Whether it holds one of the classes.
    pub(crate) fn any(self, classes: &[C]) -> bool {
        self.meets(Self::of(classes))
    }

    /// All that there are.
    fn all() -> Self {
        Self(u128::MAX, PhantomData)
    }

    pub(crate) fn meets(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    pub(crate) fn is_empty(self) -> bool {
        self.0 == 0
    }

    pub(crate) fn join(self, other: Self) -> Self {
        Self(self.0 | other.0, PhantomData)
    }
}

/// Where a guard stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Side {
    Before,
    After,
    Clause,
    Itself,
}

impl Side {
    const ALL: [Self; 4] = [Self::Before, Self::After, Self::Clause, Self::Itself];

    const fn column(self) -> &'static str {
        match self {
            Self::Before => "before",
            Self::After => "after",
            Self::Clause => "clause",
            Self::Itself => "itself",
        }
    }
}

/// The word beside a reading.
#[derive(Debug)]
pub(crate) struct Neighbour<C> {
    pub(crate) classes: ClassSet<C>,
    /// Its far edge: where the word before starts, or where the word after ends; the place asked for if there is none.
    pub(crate) edge: usize,
    /// Its row, if the table has it.
    pub(crate) row: Option<u32>,
}

impl<C> Clone for Neighbour<C> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<C> Copy for Neighbour<C> {}

impl<C> Default for Neighbour<C> {
    fn default() -> Self {
        Self { classes: ClassSet::default(), edge: 0, row: None }
    }
}

impl<C: Class> Neighbour<C> {
    pub(crate) fn nobody(at: usize) -> Self {
        Self { edge: at, ..Self::default() }
    }

    pub(crate) fn has(&self, class: C) -> bool {
        self.classes.has(class)
    }

    pub(crate) fn any(&self, classes: &[C]) -> bool {
        self.classes.any(classes)
    }
}

/// White space that is passed over between a reading and its neighbour.
const GAP: usize = 2;

/// Characters of a word whose ending is looked at.
const WORD: usize = 24;

/// The guards of a kind in a language.
#[derive(Debug)]
pub(crate) struct Guards<C> {
    table: Table,
    /// What the rows say, by side.
    sides: [Interned<Option<ClassSet<C>>>; Side::ALL.len()],
    /// What words may end in: `-ades` without the hyphen, with its row.
    endings: Endings<u32>,
    /// For each side the classes that endings have.
    asks: [ClassSet<C>; Side::ALL.len()],
    /// Whether the language writes spaces, so that a form is a word or several.
    spaced: bool,
    /// For each side what its words begin with (before a reading: end in), a glance that spares most looks.
    glances: [Pairs; Side::ALL.len()],
    /// For each side the whole words that they do, if the language writes spaces.
    whole: Option<[WholeWords; Side::ALL.len()]>,
}

impl<C: Class> Guards<C> {
    /// Reads a table of guards.
    pub(crate) fn new(lexicon: &Lexicon, table: Table, spaced: bool) -> Result<Self, Error> {
        assert!(C::ALL.len() <= 128, "a bit for each class");
        let rows = lexicon.rows(table);
        let mut sides: [Interned<Option<ClassSet<C>>>; Side::ALL.len()] = Default::default();
        for side in Side::ALL {
            sides[side as usize] = Interned::read(rows, side.column(), |row, cell| {
                let classes = || class_set(row, side.column(), cell);
                (!cell.is_empty()).then(classes).transpose()
            })?;
        }
        if let Some(row) = (0..rows.len() as u32).find(|&row| sides.iter().all(|s| s.get(row) == Some(None)))
        {
            let problem = "a guard without a class on any side has no effect";
            return Err(rows.row(row).error("form", problem));
        }
        let says = |row: u32, side: Side| sides[side as usize].get(row).flatten();
        let of_table = if spaced { lexicon.forms_of(table) } else { &[] };
        let endings: Vec<(Box<[char]>, u32)> = of_table
            .iter()
            .filter_map(|form| match lexicon.chars(form) {
                ['-', chars @ ..] if !chars.is_empty() => {
                    Some((chars.iter().map(|&c| lower(c)).collect(), form.row))
                }
                _ => None,
            })
            .collect();
        let glance = |side: Side| {
            let of = |f: &Form| says(f.row, side).is_some();
            if side == Side::Before {
                lexicon.endings(&[table], of)
            } else {
                lexicon.beginnings(&[table], of)
            }
        };
        let glances = Side::ALL.map(glance);
        let whole = |side: Side| {
            let forms = of_table.iter().filter(|f| says(f.row, side).is_some());
            let chars = forms.map(|f| lexicon.chars(f).iter().copied());
            if side == Side::Before {
                WholeWords::new(chars.map(Iterator::rev))
            } else {
                WholeWords::new(chars)
            }
        };
        let whole = spaced.then(|| Side::ALL.map(whole));
        let asks = Side::ALL.map(|side| {
            let of = endings.iter().filter_map(|&(_, row)| says(row, side));
            of.fold(ClassSet::default(), ClassSet::join)
        });
        Ok(Self { table, endings: Endings::new(endings), asks, spaced, glances, whole, sides })
    }

    /// Whether a word of a side may start at a place, or end there if it stands before a reading.
    #[inline]
    fn may(&self, block: &Block<'_>, at: usize, side: Side) -> bool {
        let pairs = &self.glances[side as usize];
        let whole = self.whole.as_ref().map(|whole| &whole[side as usize]);
        if side == Side::Before {
            pairs.end(block, at) && whole.is_none_or(|words| words.end(block, at))
        } else {
            pairs.start(block, at) && whole.is_none_or(|words| words.start(block, at))
        }
    }

    /// The word that ends before `at`, white space passed over.
    pub(crate) fn before(&self, lexicon: &Lexicon, block: &Block<'_>, at: usize) -> Neighbour<C> {
        let end = at - (0..GAP.min(at)).take_while(|i| block.get(at - 1 - i) == ' ').count();
        if self.spaced && !block.word_ends(end) {
            return Neighbour::nobody(at);
        }
        let word = || {
            let words = lexicon.ending(&block.chars, end, TableSet::of(&[self.table]));
            let whole = words.filter(|e| !self.spaced || block.word_starts(e.at));
            whole.filter_map(|e| self.of(e, Side::Before)).last()
        };
        let found = if self.may(block, end, Side::Before) { word() } else { None };
        found
            .or_else(|| self.ending(block, || word_start(block, end)..end, Side::Before, ClassSet::all()))
            .unwrap_or_else(|| Neighbour::nobody(at))
    }

    /// The word that starts at `at`, white space passed over.
    pub(crate) fn after(&self, lexicon: &Lexicon, block: &Block<'_>, at: usize) -> Neighbour<C> {
        let start = self.start_after(block, at);
        let word = start.and_then(|start| self.at(lexicon, block, start, Side::After, ClassSet::all()));
        word.unwrap_or_else(|| Neighbour::nobody(at))
    }

    /// Where the word after `at` may start.
    #[inline]
    pub(crate) fn start_after(&self, block: &Block<'_>, at: usize) -> Option<usize> {
        let start = at + (0..GAP).take_while(|i| block.get(at + i) == ' ').count();
        (!self.spaced || block.word_starts(start)).then_some(start)
    }

    /// The word that a reading begins with.
    pub(crate) fn itself(&self, lexicon: &Lexicon, block: &Block<'_>, start: usize) -> Neighbour<C> {
        self.at(lexicon, block, start, Side::Itself, ClassSet::all())
            .unwrap_or_else(|| Neighbour::nobody(start))
    }

    /// The word of a clause that starts at `at`.
    pub(crate) fn word(&self, lexicon: &Lexicon, block: &Block<'_>, at: usize) -> Neighbour<C> {
        self.at(lexicon, block, at, Side::Clause, ClassSet::all()).unwrap_or_else(|| Neighbour::nobody(at))
    }

    /// The same, if it has one of the classes.
    pub(crate) fn word_of(
        &self,
        lexicon: &Lexicon,
        block: &Block<'_>,
        at: usize,
        classes: &[C],
    ) -> Option<Neighbour<C>> {
        let wanted = ClassSet::of(classes);
        self.at(lexicon, block, at, Side::Clause, wanted).filter(|word| word.classes.meets(wanted))
    }

    /// Whether a whole word of a clause may start at a place.
    #[inline]
    pub(crate) fn may_stand(&self, block: &Block<'_>, at: usize) -> bool {
        let asks = !self.asks[Side::Clause as usize].is_empty() && is_letter(block.get(at));
        (asks || self.glances[Side::Clause as usize].start(block, at))
            && (!self.spaced || block.word_starts(at))
    }

    /// The first word in a range of places that has one of the classes in its column `clause`, with its start.
    pub(crate) fn in_clause(
        &self,
        lexicon: &Lexicon,
        block: &Block<'_>,
        places: Range<usize>,
        classes: &[C],
    ) -> Option<(usize, Neighbour<C>)> {
        let wanted = ClassSet::of(classes);
        let mut at = places.start;
        while at < places.end {
            let here = !self.spaced || block.word_starts(at);
            let found = if here { self.at(lexicon, block, at, Side::Clause, wanted) } else { None };
            match found {
                Some(word) if word.classes.meets(wanted) && word.edge <= places.end => {
                    return Some((at, word));
                }
                // A longer word holds no shorter ones.
                Some(word) => at = word.edge.max(at + 1),
                None => at += 1,
            }
        }
        None
    }

    /// What goes on right behind `at` as one word with it: the rest of a compound, a word glued to figures.
    pub(crate) fn rest(&self, lexicon: &Lexicon, block: &Block<'_>, at: usize) -> Neighbour<C> {
        self.at(lexicon, block, at, Side::After, ClassSet::all()).unwrap_or_else(|| Neighbour::nobody(at))
    }

    /// The longest word that starts at a place, as it is read on a side. Endings are spared where none has a wanted class. Most
    /// places are settled by a glance, where it is asked for.
    #[inline]
    fn at(
        &self,
        lexicon: &Lexicon,
        block: &Block<'_>,
        start: usize,
        side: Side,
        wanted: ClassSet<C>,
    ) -> Option<Neighbour<C>> {
        let may = self.glances[side as usize].start(block, start);
        // Where no letter stands, no word has an ending.
        if may || self.asks[side as usize].meets(wanted) && is_letter(block.get(start)) {
            self.look_at(lexicon, block, start, side, wanted)
        } else {
            None
        }
    }

    /// The same without the glance at what may be asked; apart from it, which stands in many places.
    #[inline(never)]
    fn look_at(
        &self,
        lexicon: &Lexicon,
        block: &Block<'_>,
        start: usize,
        side: Side,
        wanted: ClassSet<C>,
    ) -> Option<Neighbour<C>> {
        let word = || {
            let words = lexicon.starting(&block.chars, start, TableSet::of(&[self.table]));
            let whole = words.filter(|e| !self.spaced || block.word_ends(e.at));
            whole.filter_map(|e| self.of(e, side)).last()
        };
        let found = if self.may(block, start, side) { word() } else { None };
        found.or_else(|| self.ending(block, || start..word_end(block, start), side, wanted))
    }

    /// What a row says for a side.
    #[inline]
    fn says(&self, row: u32, side: Side) -> Option<ClassSet<C>> {
        self.sides[side as usize].get(row).flatten()
    }

    fn of(&self, entry: Entry, side: Side) -> Option<Neighbour<C>> {
        let classes = self.says(entry.row, side)?;
        Some(Neighbour { classes, edge: entry.at, row: Some(entry.row) })
    }

    /// What a word is by its ending, behind which it is longer.
    fn ending(
        &self,
        block: &Block<'_>,
        word: impl FnOnce() -> Range<usize>,
        side: Side,
        wanted: ClassSet<C>,
    ) -> Option<Neighbour<C>> {
        if !self.asks[side as usize].meets(wanted) {
            return None;
        }
        let word = word();
        let edge = if side == Side::Before { word.start } else { word.end };
        let chars = block.chars.get(word)?;
        let mut endings = self.endings.of(chars).filter(|&(len, _)| len < chars.len());
        let (row, classes) = endings.find_map(|(_, &row)| Some((row, self.says(row, side)?)))?;
        Some(Neighbour { classes, edge, row: Some(row) })
    }
}

/// The classes that a cell names; `-` is none.
pub(crate) fn class_set<C: Class>(row: &Row<'_>, column: &str, cell: &str) -> Result<ClassSet<C>, Error> {
    if matches!(cell, "" | "-") {
        return Ok(ClassSet::default());
    }
    cell.split(' ').try_fold(ClassSet::default(), |set, name| {
        let class = C::ALL.iter().find(|c| c.name() == name);
        let class = class.ok_or_else(|| row.error(column, format!("no class `{name}`")))?;
        Ok(set.join(ClassSet::of(&[*class])))
    })
}

fn word_start(block: &Block<'_>, end: usize) -> usize {
    let letter = |&i: &usize| is_letter(block.get(i));
    (end.saturating_sub(WORD)..end).rev().take_while(letter).last().unwrap_or(end)
}

fn word_end(block: &Block<'_>, start: usize) -> usize {
    (start..start + WORD).find(|&i| !is_letter(block.get(i))).unwrap_or(start + WORD)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Span;

    classes! {
        /// Classes of the tests.
        Test { Count "count", Year "year", Past "past" }
    }

    fn guards(rows: &'static str, spaced: bool) -> Result<(Lexicon, Guards<Test>), Error> {
        let lexicon = Lexicon::new([(Table::DateGuards, rows.into())]);
        let guards = Guards::new(&lexicon, Table::DateGuards, spaced)?;
        Ok((lexicon, guards))
    }

    fn read(text: &str) -> Block<'_> {
        let mut block = Block::new(text);
        block.read(Span::new(0, text.len()));
        block
    }

    #[test]
    fn the_longest_word_wins_and_may_be_nothing() {
        let (lexicon, guards) =
            guards("form\tbefore\tafter\n前\t\tyear\n前往\t\t-\n近\tcount\t\n", false).unwrap();
        let block = read("近5年前往");
        assert!(guards.before(&lexicon, &block, 1).has(Test::Count));
        assert!(guards.after(&lexicon, &block, 3).classes.is_empty());
        assert_eq!(guards.after(&lexicon, &block, 3).edge, 5);
        assert!(guards.after(&lexicon, &read("5年前"), 2).has(Test::Year));
        assert!(guards.after(&lexicon, &block, 0).row.is_none());
    }

    #[test]
    fn words_are_whole_where_spaces_are_written() {
        let rows =
            "form\tbefore\tafter\tclause\tforms\nsedan\tyear\t\t\n-dde\t\tpast\tpast\t-ades\nlades\t\t-\t\n";
        let (lexicon, guards) = guards(rows, true).unwrap();
        let block = read("Sedan 1500 byggdes och grundades lades");
        assert!(guards.before(&lexicon, &block, 6).has(Test::Year));
        assert!(guards.after(&lexicon, &block, 22).has(Test::Past));
        assert!(guards.after(&lexicon, &block, 32).classes.is_empty());
        assert!(guards.before(&lexicon, &block, 4).row.is_none(), "inside a word");
        let (start, word) = guards.in_clause(&lexicon, &block, 0..block.len(), &[Test::Past]).unwrap();
        assert_eq!((start, word.edge), (23, 32));
        assert!(guards.in_clause(&lexicon, &block, 0..block.len(), &[Test::Count]).is_none());
    }

    #[test]
    fn a_misspelt_class_names_its_place() {
        let error = guards("form\tbefore\nefter\tyaer\n", true).unwrap_err();
        assert_eq!(error.lexicon_place(), Some(("date-guards", 2, "before")));
        assert!(guards("form\tbefore\nefter\t\n", true).is_err(), "no effect");
    }
}
