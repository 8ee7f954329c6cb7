//! Numbers with units: what amounts of money and percentages have in common.
//!
//! A hit is a unit word. The number beside it is read ([`operand`]), and judged ([`judge`]); then a number before that
//! makes a range of the two ([`range`]) or a list ([`list`]); then the words around say how it is bounded, which way it went
//! ([`around`]) and compared with what ([`clause`]). Every look to a side is bounded.
//!
//! The search begins at the unit and goes left, where a number may begin anywhere; patterns, which match from their
//! start, would have to be tried at each place. So the order is code here, and words are rows of the languages' tables: the
//! units, and the words beside them ([`words`]).

mod around;
mod clause;
mod judge;
mod list;
mod operand;
mod range;
mod site;
mod units;
mod verdict;
mod words;

use super::{finder::Scope, guard::Guards, pack::Pack};
use crate::{
    Error, Kind,
    claim::disjoint,
    lexicon::{Lexicon, Table, TableSet},
    number::{Hedge, Numerals, Style},
    scan::Hit,
    text::{Block, Quiet, is_letter_or_digit},
    value::{Modifier, Qualifiers},
};
use operand::Operand;
use range::Left;
use rust_decimal::Decimal;
use site::{Answers, Site};
pub(super) use site::{Quantities, QuantityReading};
use std::sync::Arc;
pub(super) use units::Flag;
use units::Units;
use verdict::Verdict;
pub(super) use words::AmountClass;

/// Places of a block at which units that were looked for are remembered.
const LOOKED: usize = 8;

/// What all kinds of numbers with units are read with: numerals, and the words beside them.
#[derive(Debug, Clone)]
pub(super) struct NumberWords {
    joints: Arc<[Box<[char]>]>,
    pub(super) numerals: Arc<dyn Numerals>,
    pub(super) guards: Arc<Guards<AmountClass>>,
    values: Arc<[Option<Decimal>]>,
}

impl NumberWords {
    pub(super) fn new(pack: &Pack, lexicon: &Lexicon) -> Result<Self, Error> {
        let value = |row: crate::lexicon::Row<'_>| match row.get("value") {
            "" => Ok(None),
            _ => row.parse("value").map(Some),
        };
        Ok(Self {
            joints: joints(lexicon).into(),
            numerals: (pack.numerals)(lexicon)?.into(),
            guards: Guards::new(lexicon, Table::AmountGuards, pack.spaced)?.into(),
            values: lexicon.rows(Table::AmountGuards).iter().map(value).collect::<Result<_, _>>()?,
        })
    }
}

impl Quantities {
    /// Reads the table of the units, whose column `id` names them.
    pub(super) fn new(
        spaced: bool,
        lexicon: &Lexicon,
        (kind, table): (Kind, Table),
        id: &str,
        words: &NumberWords,
    ) -> Result<Self, Error> {
        let NumberWords { joints, numerals, guards, values } = words.clone();
        let units = Units::new(lexicon, table, id, spaced)?;
        Ok(Self { kind, spaced, joints, units, numerals, guards, values })
    }

    /// All quantities of a block, disjoint and in order. The list is to be given back to the scratch space.
    pub(super) fn find(
        &self,
        block: &Block<'_>,
        hits: &[Hit],
        scope: &mut Scope<'_, '_>,
    ) -> Vec<QuantityReading> {
        let lexicon = scope.lexicon;
        let figureless = scope.figureless && self.kind == Kind::Money;
        let (before, after) = (Answers::default(), Answers::default());
        let quiet = Quiet::default();
        let site = Site { of: self, block, lexicon, figureless, before, after, quiet };
        let mut found = std::mem::take(&mut scope.scratch.quantities);
        found.clear();
        let mut last = None;
        let tables = TableSet::of(&[self.units.table]);
        // One word may be hit in several places, and hits that lie near ask for the same starts.
        let mut looked = [(usize::MAX, None); LOOKED];
        for &hit in hits {
            let mut starts = scope.anchors.starts_where(hit, |start| self.units.may_start(block, start));
            let word = starts.find_map(|start| {
                let known = &mut looked[start % LOOKED];
                if known.0 != start {
                    let word = || lexicon.longest_at(&block.chars, start, tables);
                    *known = (start, if site.opens(start) { word() } else { None });
                }
                known.1.filter(|entry| entry.at >= hit.to).map(|entry| (start, entry))
            });
            let Some((start, entry)) = word else { continue };
            if last == Some((start, entry.at)) {
                continue;
            }
            last = Some((start, entry.at));
            let known = found.len();
            match site.quantity((start, entry.at), entry.row as usize, &mut found) {
                Ok(()) => {
                    for f in &found[known..] {
                        scope.decided(block, self.kind, f.start..f.end, true, "quantity");
                    }
                }
                Err(Verdict::NoNumber) => {}
                Err(verdict) => {
                    scope.decided(block, self.kind, start..entry.at, false, verdict.name());
                }
            }
        }
        if found.is_empty() {
            return found;
        }
        disjoint(&mut found, |f| f.start..f.end, |_| ());
        site.join(&mut found);
        let lists: Vec<QuantityReading> = found.iter().flat_map(|f| site.list(f)).collect();
        if !lists.is_empty() {
            found.extend(lists);
            disjoint(&mut found, |f| f.start..f.end, |_| ());
        }
        for quantity in &mut found {
            site.surroundings(quantity);
        }
        site.changes(&mut found);
        found
    }

    /// The words beside amounts, for what money alone asks of them.
    pub(super) fn guards(&self) -> &Guards<AmountClass> {
        &self.guards
    }
}

/// What joins the parts of compounds, in lower case: the last parts of words that are a `joint`.
fn joints(lexicon: &Lexicon) -> Vec<Box<[char]>> {
    let rows = lexicon.rows(Table::WordParts).iter();
    let joints = rows.filter(|row| row.get("classes").split(' ').any(|class| class == "joint"));
    joints.filter_map(|row| Some(row.get("form").strip_prefix('-')?.chars().collect())).collect()
}

impl Site<'_> {
    /// Finds the quantities whose unit stands at a place: one, or two that share it.
    fn quantity(
        &self,
        (start, end): (usize, usize),
        row: usize,
        all: &mut Vec<QuantityReading>,
    ) -> Result<(), Verdict> {
        let unit = self.unit(row).ok_or(Verdict::NoNumber)?;
        let signlike = !is_letter_or_digit(self.block.get(start));
        let prefixed = |wanted: bool| {
            if wanted && unit.after { self.prefixed(start, end, row) } else { Err(Verdict::NoNumber) }
        };
        let operand = prefixed(signlike).or_else(|_| {
            let suffixed = self.suffixed(start, end, row);
            suffixed.or_else(|verdict| prefixed(!signlike).map_err(|_| verdict))
        })?;
        self.complete(operand, all)
    }

    /// An operand with what stands before it: another number, a sign.
    fn complete(&self, operand: Operand, all: &mut Vec<QuantityReading>) -> Result<(), Verdict> {
        let row = operand.row();
        let unit = operand.suffix.and_then(|s| self.unit(s)).or_else(|| self.unit(row));
        let factor = unit.ok_or(Verdict::NoNumber)?.factor;
        let value = |v: Decimal, rest: Decimal| {
            v.checked_mul(factor).and_then(|v| v.checked_add(rest)).map(|v| v.normalize())
        };
        let value = |v| value(v, operand.rest).ok_or(Verdict::TooLarge);
        let number = &operand.number;
        let mut found = QuantityReading {
            start: operand.start,
            end: operand.end,
            low: value(number.low)?,
            high: number.high.map(value).transpose()?,
            row,
            qualifiers: Qualifiers::default(),
            lead: operand.start,
            bare: number.style == Style::Bare,
            parts: !operand.rest.is_zero(),
            to: false,
            from: false,
        };
        found.qualifiers.modifier = match number.hedge {
            Hedge::More => Some(Modifier::MoreThan),
            Hedge::About => Some(Modifier::Approx),
            Hedge::Vague => Some(Modifier::Vague),
            Hedge::None => None,
        };
        if let Some(times) = self.orders(number, operand.start) {
            found.qualifiers.modifier = Some(Modifier::Vague);
            found.high = found.low.checked_mul(times);
            all.push(found);
            return Ok(());
        }
        let minus = if number.high.is_none() { self.minus(operand.start) } else { None };
        match self.left(&operand, minus)? {
            Left::Range(start, low, high) => {
                found.start = start;
                found.lead = start;
                found.low = value(low)?;
                found.high = Some(value(high)?);
            }
            Left::Other(other) => {
                self.sign(&mut found, minus);
                found.lead = other.start;
                found.to = other.from;
                let low = value(other.value)?;
                if other.from {
                    found.qualifiers.from = Some(low);
                }
                all.push(QuantityReading {
                    start: other.start,
                    end: other.end,
                    low,
                    lead: other.start,
                    qualifiers: Qualifiers::default(),
                    to: false,
                    ..found.clone()
                });
            }
            Left::Nothing => {
                // $3-5亿: the second number has no sign of its own.
                if operand.suffix.is_none()
                    && let Some((end, low, high)) = self.right(&operand)
                {
                    found.end = end;
                    found.low = value(low)?;
                    found.high = Some(value(high)?);
                } else {
                    self.sign(&mut found, minus);
                }
            }
        }
        all.push(found);
        Ok(())
    }
}
