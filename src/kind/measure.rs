//! Lengths of time, fractions and multiples: a number and a word beside it, or a word that holds both.

use super::{
    anchored::Anchors,
    finder::{Finder, Scope},
    guard::Guards,
    pack::Pack,
    quantity::{AmountClass, NumberWords},
};
use crate::{
    Error, Fact,
    claim::Claim,
    lexicon::{Lexicon, Row, Table, TableSet},
    number::{Hedge, Number, Numerals, Style},
    scan::{Hit, around},
    text::Block,
    value::{Duration, Fraction, TimeUnit},
};
use rust_decimal::Decimal;
use std::sync::Arc;

/// Finds lengths of time.
#[derive(Debug)]
pub(super) struct Durations {
    numerals: Arc<dyn Numerals>,
    guards: Arc<Guards<AmountClass>>,
    anchors: Anchors,
    rows: Vec<Unit>,
}

/// A row of `durations`.
#[derive(Debug, Clone, Copy)]
struct Unit {
    unit: TimeUnit,
    place: NumberSide,
    /// Whether the word itself says that the time ends now: 三年来.
    since: bool,
}

/// Finds fractions and multiples.
#[derive(Debug)]
pub(super) struct Fractions {
    numerals: Arc<dyn Numerals>,
    rows: Vec<(Fraction, NumberSide)>,
}

/// Where the number of a word stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum NumberSide {
    /// Nowhere: the word says it all.
    None,
    /// Before it: 两倍, *tre dagar*.
    Before,
    /// The same, and no four digits or late two-digit year: 2024年 and 98年 are years.
    NoYear,
    /// Before and after it: 三分之一.
    Both,
}

impl NumberSide {
    fn read(row: Row<'_>) -> Result<Self, Error> {
        match row.get("number") {
            "" => Ok(Self::None),
            "before" => Ok(Self::Before),
            "no-year" => Ok(Self::NoYear),
            "both" => Ok(Self::Both),
            other => Err(row.error("number", format!("no place `{other}`"))),
        }
    }
}

impl Durations {
    pub(super) fn new(pack: &Pack, lexicon: &Lexicon, words: &NumberWords) -> Result<Self, Error> {
        let read = |row: Row<'_>| {
            let unit = TimeUnit::named(row.get("unit")).ok_or_else(|| row.error("unit", "no such unit"))?;
            Ok(Unit { unit, place: NumberSide::read(row)?, since: !row.get("since").is_empty() })
        };
        Ok(Self {
            numerals: Arc::clone(&words.numerals),
            guards: Arc::clone(&words.guards),
            anchors: Anchors::new(pack, lexicon)?,
            rows: lexicon.rows(Table::Durations).iter().map(read).collect::<Result<_, Error>>()?,
        })
    }
}

impl Finder for Durations {
    fn find(&self, block: &Block<'_>, hits: &[Hit], scope: &mut Scope<'_, '_>, found: &mut Vec<Claim>) {
        for word in words(block, hits, scope, TableSet::of(&[Table::Durations])) {
            let Some(&Unit { unit, place, since }) = self.rows.get(word.row) else { continue };
            // de tre senaste åren
            let between = || self.anchors.between(scope.lexicon, block, word.start);
            let (read, inner) = match before(&*self.numerals, block, word.start) {
                None => {
                    let inner = between();
                    (inner.and_then(|at| before(&*self.numerals, block, at)), inner)
                }
                read => (read, None),
            };
            let Some((start, number)) = read else { continue };
            let amount = number.low;
            let years = place == NumberSide::NoYear && {
                let digits = word.start - start;
                let late = digits == 2
                    && amount >= Decimal::from(50)
                    && !self.guards.after(scope.lexicon, block, word.end).has(AmountClass::Lasting);
                number.hedge == Hedge::None
                    && number.scale == Decimal::ONE
                    && (digits == 4 && amount >= Decimal::ONE_THOUSAND || late)
            };
            if !years {
                let anchored = self.anchors.of(scope.lexicon, block, start..word.end, inner, since);
                let fact = Fact::Duration(Duration { amount, unit, anchored });
                found.push(Claim { start, end: word.end, fact });
            }
        }
    }
}

impl Fractions {
    pub(super) fn new(lexicon: &Lexicon, words: &NumberWords) -> Result<Self, Error> {
        let read = |row: Row<'_>| {
            let place = NumberSide::read(row)?;
            let number = |column: &str| match row.get(column) {
                "" => Ok(Decimal::ONE),
                _ => row.parse::<Decimal>(column),
            };
            let (numerator, denominator) = (number("numerator")?, number("denominator")?);
            if denominator.is_zero() {
                return Err(row.error("denominator", "zero"));
            }
            let multiple = match row.get("sense") {
                "part" => false,
                "times" => true,
                other => return Err(row.error("sense", format!("no sense `{other}`"))),
            };
            Ok((Fraction { numerator, denominator, multiple }, place))
        };
        Ok(Self {
            numerals: Arc::clone(&words.numerals),
            rows: lexicon.rows(Table::Fractions).iter().map(read).collect::<Result<_, Error>>()?,
        })
    }
}

impl Finder for Fractions {
    fn find(&self, block: &Block<'_>, hits: &[Hit], scope: &mut Scope<'_, '_>, found: &mut Vec<Claim>) {
        for word in words(block, hits, scope, TableSet::of(&[Table::Fractions])) {
            let Some(&(fraction, place)) = self.rows.get(word.row) else { continue };
            let candidate = |start, end, fraction| Claim { start, end, fact: Fact::Fraction(fraction) };
            match place {
                NumberSide::None => found.push(candidate(word.start, word.end, fraction)),
                NumberSide::Before | NumberSide::NoYear => {
                    if let Some((start, number)) = before(&*self.numerals, block, word.start) {
                        found.push(candidate(
                            start,
                            word.end,
                            Fraction { numerator: number.low, ..fraction },
                        ));
                    }
                }
                NumberSide::Both => {
                    let below = before(&*self.numerals, block, word.start).filter(|(_, n)| !n.low.is_zero());
                    let above = after(&*self.numerals, block, word.end);
                    // 百分之五 and its like are shares with a unit of their own.
                    let below = below.filter(|(start, n)| word.start - start > 1 || n.style != Style::Bare);
                    if let (Some((start, below)), Some(above)) = (below, above) {
                        let fraction = Fraction { numerator: above.low, denominator: below.low, ..fraction };
                        found.push(candidate(start, above.end, fraction));
                    }
                }
            }
        }
    }
}

/// A word of a table in a block.
struct Word {
    start: usize,
    end: usize,
    row: usize,
}

/// The words that hits are pieces of, each once. In a language that writes spaces they are whole words.
fn words(block: &Block<'_>, hits: &[Hit], scope: &Scope<'_, '_>, tables: TableSet) -> Vec<Word> {
    let mut words: Vec<Word> = Vec::new();
    for &hit in hits {
        let Some((start, entry)) = around(scope.lexicon, scope.anchors, block, hit, tables) else { continue };
        let fresh = words.last().is_none_or(|w| w.end <= start);
        if fresh
            && block.word_ends(entry.at)
            && (block.word_starts(start) || block.before(start).is_ascii_digit())
        {
            words.push(Word { start, end: entry.at, row: entry.row as usize });
        }
    }
    words
}

/// The number that ends before a place, white space between them aside, and where it begins.
fn before(numerals: &dyn Numerals, block: &Block<'_>, end: usize) -> Option<(usize, Number)> {
    let spaced = block.before(end) == ' ';
    let read = numerals.before(&block.chars, end - usize::from(spaced));
    read.filter(|(_, n)| n.hedge != Hedge::Vague && n.high.is_none())
}

/// The number that begins at a place.
fn after(numerals: &dyn Numerals, block: &Block<'_>, at: usize) -> Option<Number> {
    numerals.number(&block.chars, at).filter(|n| n.hedge == Hedge::None && n.high.is_none())
}
