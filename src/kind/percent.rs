//! Percentages and their like.

use super::{
    finder::{Finder, Scope},
    pack::Pack,
    quantity::{NumberWords, Quantities},
};
use crate::{
    Error, Fact, Kind,
    claim::Claim,
    lexicon::{Lexicon, Table},
    scan::Hit,
    text::Block,
    value::{Percent, PercentUnit},
};

/// Finds percentages.
#[derive(Debug)]
pub(super) struct Percents {
    quantities: Quantities,
    /// The unit of each row.
    of: Vec<PercentUnit>,
}

impl Percents {
    pub(super) fn new(pack: &Pack, lexicon: &Lexicon, words: &NumberWords) -> Result<Self, Error> {
        let quantities =
            Quantities::new(pack.spaced, lexicon, (Kind::Percent, Table::Percents), "unit", words)?;
        let unit = |row: crate::lexicon::Row<'_>| {
            let name = row.get("unit");
            PercentUnit::named(name).ok_or_else(|| row.error("unit", format!("no unit `{name}`")))
        };
        let of = lexicon.rows(Table::Percents).iter().map(unit).collect::<Result<_, Error>>()?;
        Ok(Self { quantities, of })
    }
}

impl Finder for Percents {
    fn find(&self, block: &Block<'_>, hits: &[Hit], scope: &mut Scope<'_, '_>, found: &mut Vec<Claim>) {
        let mut quantities = self.quantities.find(block, hits, scope);
        for quantity in quantities.drain(..) {
            let Some(&unit) = self.of.get(quantity.row) else { continue };
            found.push(Claim {
                start: quantity.start,
                end: quantity.end,
                fact: Fact::Percent(Percent {
                    value: quantity.low,
                    max: quantity.high,
                    unit,
                    qualifiers: quantity.qualifiers,
                }),
            });
        }
        scope.scratch.quantities = quantities;
    }
}
