//! Officials in Chinese news.
//!
//! Offices are found first (`cores.rs`), each with the bodies, places and words of tenure before it as one title
//! (`walk.rs`, `unit.rs`, `unknown.rs`). Titles that touch (、 兼 or nothing between) form the chain of one person
//! (`chain.rs`). The name stands after the chain, or before a bare office (江主席), or before a comma with the titles in
//! apposition (`near.rs`), or in a list (`list.rs`). What is public, and which role it is, the body decides (`record.rs`).
//! All of them ask a place of the text through a `passage.rs`, which holds the block and what the tables say (`model.rs`).

mod chain;
mod cores;
mod list;
mod model;
mod near;
mod passage;
mod record;
mod tables;
mod title;
mod title_part;
mod unknown;
mod walk;
mod weights;

pub(crate) use model::ChineseOfficials;

use super::repeats::Repeats;
use crate::{
    Kind,
    kind::{
        finder::Scope,
        official::{OfficialReader, OfficialReading, TermSide, TermWord},
    },
    lexicon::Lexicon,
    scan::Hit,
    text::Block,
};
use chain::Chains;
use passage::{Passage, Seen};

impl OfficialReader for ChineseOfficials {
    fn is_deputy(&self, title: &[char]) -> bool {
        title.iter().any(|&c| self.parts.deputies.has(c))
    }

    fn term_word(
        &self,
        lexicon: &Lexicon,
        block: &Block<'_>,
        at: usize,
        side: TermSide,
    ) -> Option<(usize, TermWord)> {
        self.guards.term_word(lexicon, block, at, side)
    }

    fn read(
        &self,
        block: &Block<'_>,
        hits: &[Hit],
        scope: &mut Scope<'_, '_>,
        found: &mut Vec<OfficialReading>,
    ) {
        if hits.is_empty() {
            return;
        }
        let seen = Seen::default();
        let passage = Passage { officials: self, lexicon: scope.lexicon, block, seen: &seen };
        // Offices that are none of the public are read for those alone who ask for other roles, and for verdicts.
        let all = scope.kinds.contains(&Kind::Role) || scope.trace.is_some();
        let cores = passage.cores(hits, scope.anchors, all);
        if cores.is_empty() {
            return;
        }
        let titles = passage.titles(&cores);
        let buffers = std::mem::take(&mut scope.scratch.again);
        let repeats = Repeats::new(scope.document.text(), scope.sight, buffers);
        let mut note = |place, taken, verdict| scope.decided(block, Kind::Official, place, taken, verdict);
        Chains::new(passage, &repeats, &cores, &titles, found, &mut note).run();
        scope.scratch.again = repeats.into_buffers();
    }
}
