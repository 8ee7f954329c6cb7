//! What 元 is: the money of the region that a text speaks of.

use super::finder::Scope;
use crate::{
    Error, Region, Span,
    lexicon::{Lexicon, Table, TableSet},
    text::{Block, Pairs, folded},
    value::Currency,
};
use memchr::memmem;

const REGIONS: TableSet = TableSet::of(&[Table::Regions]);

/// Of so many characters of a Traditional text one at least is written otherwise than in a Simplified one.
const SCRIPT: usize = 20;

/// Says that all amounts from here on are in the money just named: 5亿元（港币，下同）.
const HENCEFORTH: &str = "下同";

/// The words of the regions.
#[derive(Debug)]
pub(super) struct Regions {
    /// The money of each row of the table, as a place in `money`, and its weight.
    rows: Vec<(usize, u32)>,
    money: Vec<Currency>,
    begins: Pairs,
}

impl Regions {
    pub(super) fn new(lexicon: &Lexicon) -> Result<Self, Error> {
        let (mut rows, mut money) = (Vec::new(), Vec::new());
        for row in lexicon.rows(Table::Regions).iter() {
            let code = row.get("money");
            let currency = Currency::from_code(code)
                .ok_or_else(|| row.error("money", format!("no currency `{code}`")))?;
            let weight = if row.get("weight").is_empty() { 1 } else { row.parse("weight")? };
            let known = money.iter().position(|&m| m == currency).unwrap_or_else(|| {
                money.push(currency);
                money.len() - 1
            });
            rows.push((known, weight));
        }
        let begins = lexicon.beginnings(|f| f.table == Table::Regions);
        Ok(Self { rows, money, begins })
    }

    /// What 元 is in a block, and whether that is assumed: by the region of the document if it is given, else by what
    /// the text says. All else means the yuan.
    pub(super) fn money(
        &self,
        block: &Block<'_>,
        span: Span,
        scope: &mut Scope<'_, '_>,
    ) -> Option<(Currency, bool)> {
        if let Some(region) = scope.document.region() {
            let code = match region {
                Region::Taiwan => "TWD",
                Region::HongKong => "HKD",
                Region::Macau => "MOP",
                _ => "CNY",
            };
            return Some((Currency::from_code(code)?, false));
        }
        if let Some(named) = self.henceforth(span, scope) {
            return Some((named, false));
        }
        let yuan = Currency::from_code("CNY")?;
        if !is_traditional(block.traditional, block.len()) {
            return Some((yuan, true));
        }
        Some((self.elected(block, scope).unwrap_or(yuan), true))
    }

    /// The money that the text up to the end of the block names for all that follows.
    fn henceforth(&self, span: Span, scope: &mut Scope<'_, '_>) -> Option<Currency> {
        let Scope { lexicon, document, memory, .. } = scope;
        let told = &mut memory.money;
        let fresh = document.text().get(told.named..span.end()).unwrap_or("");
        told.named = told.named.max(span.end());
        for at in memmem::find_iter(fresh.as_bytes(), HENCEFORTH) {
            let mut before: Vec<char> = fresh[..at].chars().rev().take(12).collect();
            before.reverse();
            let before: String = before.into_iter().collect();
            let before: Vec<char> = folded(&before).collect();
            let sign = |c: &&char| matches!(c, ',' | '、' | '·' | ':' | ';' | ' ');
            let end = before.len() - before.iter().rev().take_while(sign).count();
            let name = lexicon.ends_at(&before, end, TableSet::of(&[Table::Currencies])).last();
            let code = name.filter(|_| end < before.len()).map_or("", |e| lexicon.row(e).get("code"));
            let own = name.is_some_and(|e| lexicon.row(e).get("flags").contains("region"));
            if let Some(currency) = Currency::from_code(code).filter(|_| !own) {
                told.henceforth = Some(currency);
            }
        }
        told.henceforth
    }

    /// The money of the region that most words of the block speak of, or of the Traditional blocks before it.
    fn elected(&self, block: &Block<'_>, scope: &Scope<'_, '_>) -> Option<Currency> {
        let mut votes = Vec::new();
        self.count(scope.lexicon, &block.chars, &mut votes);
        self.winner(&votes).or_else(|| self.winner(&scope.memory.money.votes))
    }

    /// Remembers the words of a Traditional block for those after it.
    pub(super) fn note(&self, block: &Block<'_>, scope: &mut Scope<'_, '_>) {
        if is_traditional(block.traditional, block.len()) {
            self.count(scope.lexicon, &block.chars, &mut scope.memory.money.votes);
        }
    }

    fn winner(&self, votes: &[u32]) -> Option<Currency> {
        let most = *votes.iter().max().filter(|&&most| most > 0)?;
        votes.iter().position(|&v| v == most).and_then(|i| self.money.get(i)).copied()
    }

    /// Counts the words of each region.
    fn count(&self, lexicon: &Lexicon, chars: &[char], votes: &mut Vec<u32>) {
        votes.resize(self.money.len(), 0);
        let mut at = 0;
        while let Some(&[first, second]) = chars.get(at..at + 2) {
            let entry =
                if self.begins.may(first, second) { lexicon.longest_at(chars, at, REGIONS) } else { None };
            let row = entry.and_then(|e| self.rows.get(e.row as usize));
            if let Some((vote, weight)) =
                row.and_then(|&(money, weight)| Some((votes.get_mut(money)?, weight)))
            {
                *vote += weight;
            }
            at = entry.map_or(at + 1, |e| e.at);
        }
    }
}

/// Whether a text of which so many characters are written otherwise than in a Simplified one is Traditional.
const fn is_traditional(others: usize, len: usize) -> bool {
    others > 0 && others * SCRIPT >= len
}
