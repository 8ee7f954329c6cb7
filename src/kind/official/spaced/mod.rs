//! Officials in languages that write spaces: one reader for all of them, by their tables alone.
//!
//! `tokens` cuts a block into words; `tables` and `word_parts` hold what the tables say, `passage` asks them about the words of a block;
//! `nouns` and `titles` find titles, `left` and `right` what belongs to them on either side; `names` and `genitive` find names; `beside` and `join` say
//! whose a title is, `bodies` which body it is of; `people` how a person is named again.

mod beside;
mod bodies;
mod genitive;
mod join;
mod left;
mod names;
mod nouns;
mod passage;
mod people;
mod right;
mod tables;
mod titles;
mod tokens;
mod word_parts;

use super::{OfficialReader, OfficialReading, TermSide, TermWord};
use crate::{
    Error, Kind,
    kind::finder::Scope,
    lexicon::{Lexicon, Table, TableSet},
    scan::Hit,
    text::{Block, Quiet, is_letter_or_digit},
};
use passage::Passage;
use tables::{OfficialClass, OfficialTables};
use titles::Title;
pub(crate) use tokens::TokenBuffers;
use tokens::Tokens;

/// Words from that of a hit on with which its title may end.
const TITLE: usize = 2;

/// Reads officials.
#[derive(Debug)]
pub(crate) struct SpacedOfficials {
    tables: OfficialTables,
}

impl SpacedOfficials {
    pub(crate) fn new(lexicon: &Lexicon) -> Result<Self, Error> {
        Ok(Self { tables: OfficialTables::new(lexicon)? })
    }

    /// The hits from the first on with whose word, or the one after it, a title may end: most hits are pieces of other words.
    fn promising<'h>(&self, block: &Block<'_>, hits: &'h [Hit], lexicon: &Lexicon) -> &'h [Hit] {
        let on = |&at: &usize| is_letter_or_digit(block.get(at));
        let ends = |at: usize| {
            self.tables.office_ends.end(block, at)
                && lexicon.ends_at(&block.chars, at, TableSet::of(&[Table::Offices])).next().is_some()
        };
        // Words up to here end no title.
        let mut barren = 0;
        // Where a word goes on: many hits may stand in a long one.
        let inside = Quiet::default();
        let first = hits.iter().position(|hit| {
            let (mut at, mut words) = (hit.to, 0);
            while words < TITLE && at < hit.to + TITLE * tokens::LONGEST {
                at = inside.first(at, block.len(), |at| !on(&at)).unwrap_or(block.len());
                if at > barren {
                    barren = at;
                    let genitive = self.tables.may_be_genitive(block.before(at));
                    if ends(at) || genitive && ends(at - 1) {
                        return true;
                    }
                }
                words += usize::from(!matches!(block.get(at), '-' | '\'' | ':' | '.'));
                match (at..block.len()).find(on) {
                    Some(next) => at = next,
                    None => return false,
                }
            }
            false
        });
        first.map_or(&[], |first| &hits[first..])
    }
}

impl OfficialReader for SpacedOfficials {
    fn is_deputy(&self, title: &[char]) -> bool {
        self.tables.is_deputy(title)
    }

    fn term_word(
        &self,
        lexicon: &Lexicon,
        block: &Block<'_>,
        at: usize,
        side: TermSide,
    ) -> Option<(usize, TermWord)> {
        let guards = &self.tables.beside;
        let word = if side == TermSide::Before {
            guards.before(lexicon, block, at)
        } else {
            guards.after(lexicon, block, at)
        };
        OfficialClass::term(word.classes, side).map(|says| (word.edge, says))
    }

    fn read(
        &self,
        block: &Block<'_>,
        hits: &[Hit],
        scope: &mut Scope<'_, '_>,
        found: &mut Vec<OfficialReading>,
    ) {
        // A block without a title is not worth cutting into words.
        let hits = self.promising(block, hits, scope.lexicon);
        if hits.is_empty() {
            return;
        }
        let mut buffers = std::mem::take(&mut scope.scratch.tokens);
        let tokens = Tokens::within(&mut buffers, block);
        let passage = Passage { tables: &self.tables, lexicon: scope.lexicon, tokens: &tokens };
        let mut titles: Vec<Title> = Vec::new();
        for noun in passage.nouns(hits) {
            if passage.is_in_body(noun.tokens.start) {
                scope.decided(block, Kind::Official, noun.chars, false, "body");
                continue;
            }
            if !passage.may_be_named(&noun) {
                scope.decided(block, Kind::Official, noun.chars, false, "nobody");
                continue;
            }
            let title = passage.title(noun);
            // A title may be a word of another: *vakthavande befäl*.
            while titles.last().is_some_and(|t| !t.noun.genitive && t.noun.tokens.start >= title.outer) {
                titles.pop();
            }
            titles.push(title);
        }
        if !titles.is_empty() {
            let mut note =
                |place, taken, verdict| scope.decided(block, Kind::Official, place, taken, verdict);
            passage.join(&titles, &mut note, found);
        }
        scope.scratch.tokens = buffers;
    }
}
