//! What money the regions have that a text speaks of: the words of each are counted.

use super::{
    finder::Scope,
    local_money::{LocalMoney, Which},
};
use crate::{
    Error, Span,
    lexicon::{Lexicon, Table, TableSet},
    text::{Block, Blocks, Pairs},
    value::Currency,
};
use std::ops::Range;

const REGIONS: TableSet = TableSet::of(&[Table::Regions]);

/// What a word of weight one counts; one of weight zero, which other regions have too, counts one.
const WEIGHT: u32 = 64;

/// Bytes before a block in which a region may be named; what is told further back is another story.
const FAR: usize = 16 * 1024;

/// The words of the regions.
#[derive(Debug)]
pub(crate) struct Regions {
    /// The money of each row of the table, as a place in `money`, and its weight.
    rows: Vec<(usize, u32)>,
    money: Vec<Currency>,
    begins: Pairs,
    spaced: bool,
}

impl Regions {
    pub(crate) fn new(lexicon: &Lexicon, spaced: bool) -> Result<Self, Error> {
        let (mut rows, mut money) = (Vec::new(), Vec::new());
        for row in lexicon.rows(Table::Regions).iter() {
            let code = row.get("money");
            let currency = Currency::from_code(code)
                .ok_or_else(|| row.error("money", format!("no currency `{code}`")))?;
            let weight = if row.get("weight").is_empty() { 1 } else { row.parse::<u8>("weight")? };
            let known = money.iter().position(|&m| m == currency).unwrap_or_else(|| {
                money.push(currency);
                money.len() - 1
            });
            rows.push((known, (u32::from(weight) * WEIGHT).max(1)));
        }
        let begins = lexicon.beginnings(&[Table::Regions], |_| true);
        Ok(Self { rows, money, begins, spaced })
    }

    /// The money that most words count for; `sure` if one of them is no other region's. The next one is an alternative if it
    /// has half as many.
    pub(crate) fn winner(&self, votes: &[u32], sure: bool) -> Option<Which> {
        let least = if sure { WEIGHT } else { 1 };
        let most = *votes.iter().max().filter(|&&most| most >= least)?;
        let first = votes.iter().position(|&v| v == most)?;
        let others = votes.iter().enumerate().filter(|&(i, &v)| i != first && 2 * v >= most);
        let second = others.max_by_key(|&(_, &v)| v).and_then(|(i, _)| self.money.get(i)).copied();
        let currency = *self.money.get(first)?;
        Some(Which { currency, assumed: true, alternative: second })
    }

    /// Counts the words of each region.
    pub(crate) fn count(
        &self,
        lexicon: &Lexicon,
        block: &Block<'_>,
        places: Range<usize>,
        votes: &mut Vec<u32>,
    ) {
        votes.resize(self.money.len(), 0);
        let mut at = places.start;
        while at < places.end {
            let may = self.begins.start(block, at) && (!self.spaced || block.word_starts(at));
            let words = if may {
                lexicon.starts_at(&block.chars, at, REGIONS)
            } else {
                at += 1;
                continue;
            };
            let entry = words.filter(|e| !self.spaced || block.word_ends(e.at)).last();
            let row = entry.and_then(|e| self.rows.get(e.row as usize));
            if let Some(&(money, weight)) = row
                && let Some(vote) = votes.get_mut(money)
            {
                *vote += weight;
            }
            at = entry.map_or(at + 1, |e| e.at);
        }
    }

    /// Counts the words of the blocks before one that are wanted. It is done where it is asked for, which is rare, and each
    /// is read once at most; what lies [`FAR`] back does not count.
    pub(crate) fn count_before(
        &self,
        block: &Block<'_>,
        scope: &mut Scope<'_, '_>,
        wanted: impl Fn(&Block<'_>) -> bool,
    ) {
        let Scope { lexicon, document, memory, scratch, .. } = scope;
        let (text, told) = (document.text(), &mut memory.money);
        let end = block.span(0, block.len()).start();
        let mut start = told.counted.max(end.saturating_sub(FAR));
        while !text.is_char_boundary(start) {
            start += 1;
        }
        if start >= end {
            return;
        }
        told.counted = end;
        let mut before = Block::within(std::mem::take(&mut scratch.again), text).spaced(self.spaced);
        for span in Blocks::new(&text[start..end]) {
            before.read(Span::new(start + span.start(), start + span.end()));
            if wanted(&before) {
                self.count(lexicon, &before, 0..before.len(), &mut told.votes);
            }
        }
        scratch.again = before.into_buffers();
    }

    /// What the words of the block tell; they are counted once.
    pub(crate) fn in_block(&self, block: &Block<'_>, scope: &mut Scope<'_, '_>, sure: bool) -> Option<Which> {
        let start = block.span(0, block.len()).start();
        let (counted, votes) = &mut scope.memory.money.block_votes;
        if *counted != Some(start) {
            *counted = Some(start);
            votes.clear();
            self.count(scope.lexicon, block, 0..block.len(), votes);
        }
        self.winner(votes, sure)
    }

    /// What the words of the sentence tell.
    pub(crate) fn in_sentence(
        &self,
        lexicon: &Lexicon,
        block: &Block<'_>,
        at: &Range<usize>,
        sure: bool,
    ) -> Option<Which> {
        let mut votes = Vec::new();
        let sentence = block.sentence_start(at.start)..block.sentence_end(at.end);
        self.count(lexicon, block, sentence, &mut votes);
        self.winner(&votes, sure)
    }
}

/// Where nothing but the words of regions tells.
impl LocalMoney for Regions {
    fn money(
        &self,
        block: &Block<'_>,
        at: Range<usize>,
        near: bool,
        scope: &mut Scope<'_, '_>,
    ) -> Option<Which> {
        if near {
            return self.in_sentence(scope.lexicon, block, &at, true);
        }
        self.in_block(block, scope, false).or_else(|| {
            self.count_before(block, scope, |_| true);
            self.winner(&scope.memory.money.votes, false)
        })
    }
}
