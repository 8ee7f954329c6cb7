//! Whose money 元 and `$` are: that of the region that a text speaks of.

use crate::{
    Error, Region, Span,
    kind::{
        finder::Scope,
        local_money::{LocalMoney, Which},
        region::Regions,
    },
    lexicon::{Lexicon, Table, TableSet},
    text::{Block, folded},
    value::Currency,
};
use memchr::memmem;
use std::ops::Range;

/// Of so many characters of a Traditional text one at least is written otherwise than in a Simplified one.
const SCRIPT: usize = 20;

/// Says that all amounts from here on are in the money just named: 5亿元（港币，下同）.
const HENCEFORTH: &str = "下同";

/// Tells it by the document's region if it is given, else by what the text says. All else means the yuan.
#[derive(Debug)]
pub(super) struct Yuan {
    regions: Regions,
    yuan: Currency,
}

impl Yuan {
    pub(super) fn new(lexicon: &Lexicon) -> Result<Self, Error> {
        let yuan = Currency::from_code("CNY").expect("the table of currencies has the yuan");
        Ok(Self { regions: Regions::new(lexicon, false)?, yuan })
    }

    /// The money that the text up to the end of the block names for all that follows.
    fn henceforth(span: Span, scope: &mut Scope<'_, '_>) -> Option<Currency> {
        let Scope { lexicon, document, memory, .. } = scope;
        let told = &mut memory.money;
        let fresh = document.text().get(told.named..span.end()).unwrap_or("");
        if fresh.is_empty() {
            return told.henceforth;
        }
        told.named = span.end();
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
}

impl LocalMoney for Yuan {
    fn money(
        &self,
        block: &Block<'_>,
        at: Range<usize>,
        near: bool,
        scope: &mut Scope<'_, '_>,
    ) -> Option<Which> {
        let code = scope.document.region().map(|region| match region {
            Region::Taiwan => "TWD",
            Region::HongKong => "HKD",
            Region::Macau => "MOP",
            _ => "CNY",
        });
        if let Some(currency) = code.and_then(Currency::from_code) {
            return Some(Which::stated(currency));
        }
        if let Some(named) = Self::henceforth(block.span(0, block.len()), scope) {
            return Some(Which::stated(named));
        }
        if !is_traditional(block) {
            return (!near).then_some(Which::assumed(self.yuan));
        }
        let sentence = self.regions.in_sentence(scope.lexicon, block, &at, true);
        if near || sentence.is_some() {
            return sentence;
        }
        self.regions.count_before(block, scope, is_traditional);
        let (surely, perhaps) =
            (self.regions.in_block(block, scope, true), self.regions.in_block(block, scope, false));
        let page = &scope.memory.money.votes;
        let told = surely
            .or_else(|| self.regions.winner(page, true))
            .or(perhaps)
            .or_else(|| self.regions.winner(page, false));
        Some(told.unwrap_or(Which::assumed(self.yuan)))
    }
}

/// Whether enough characters of a block are written otherwise than in a Simplified one.
fn is_traditional(block: &Block<'_>) -> bool {
    block.has_traditional(block.len().div_ceil(SCRIPT).max(1))
}
