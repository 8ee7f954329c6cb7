//! The nouns of titles: *president*, *justitieministern*, *EU-kommissionärerna*.

use super::{
    passage::Passage,
    tables::{OfficeRow, OfficeScope},
    word_parts::WordPart,
};
use crate::{
    lexicon::{Table, TableSet},
    scan::Hit,
};
use std::ops::Range;

/// Tokens of a sentence to either side of a title that are looked at.
const SENTENCE: usize = 40;

/// So many tokens before a title, a name that is the first word of a sentence may stand.
const NEAR: usize = 4;

/// A title noun in a block.
#[derive(Debug, Clone)]
pub(super) struct Noun {
    /// Row of the table of offices.
    pub(super) office: usize,
    pub(super) tokens: Range<usize>,
    /// Its characters, without a genitive ending.
    pub(super) chars: Range<usize>,
    /// Where the form of the table begins; before it stands the first part of a compound.
    pub(super) head: usize,
    /// Where the shortest office word begins that it ends in: *riksbanks|chef*, which a table holds as a whole.
    pub(super) shortest: usize,
    pub(super) genitive: bool,
    pub(super) definite: bool,
    pub(super) plural: bool,
    /// Whether the form is that of the singular and of the plural: *språkrör*.
    pub(super) either: bool,
}

impl Passage<'_> {
    /// The title nouns of a block, in order.
    pub(super) fn nouns(&self, hits: &[Hit]) -> Vec<Noun> {
        let mut nouns: Vec<Noun> = Vec::new();
        // The token after the last that is known to end none: hits come in order, and often several in a word.
        let mut barren = 0;
        for hit in hits {
            let first = self.tokens.at(hit.from);
            for k in first.max(barren)..first + 2 {
                if nouns.iter().rev().take(3).any(|n| n.tokens.contains(&k)) {
                    continue;
                }
                let noun = self.title_ending(k);
                if noun.is_none() && (k == first || k == barren) {
                    barren = k + 1;
                }
                if let Some(noun) = noun.filter(|n| n.chars.start < hit.to) {
                    while nouns.last().is_some_and(|n| n.tokens.start >= noun.tokens.start) {
                        nouns.pop();
                    }
                    nouns.push(noun);
                    break;
                }
            }
        }
        nouns
    }

    /// Whether a capital stands in the sentence of a noun, as any name beside it has; the first word of a sentence has one
    /// of itself. A glance that spares most titles without a holder.
    pub(super) fn may_be_named(&self, noun: &Noun) -> bool {
        let ends = |k: usize| matches!(self.tokens.get(k).mark, Some('.' | '!' | '?' | '\n' | '\0'));
        let mut after = (noun.tokens.end..).take(SENTENCE).take_while(|&k| !ends(k));
        if after.any(|k| self.tokens.is_capital(k)) {
            return true;
        }
        let first = noun.tokens.start;
        let mut before = (first.saturating_sub(SENTENCE)..first).rev().take_while(|&k| !ends(k));
        before.any(|k| {
            let opens = k == 0 || ends(k - 1);
            self.tokens.is_capital(k) && (!opens || first - k <= NEAR)
        })
    }

    pub(super) fn office(&self, noun: &Noun) -> &OfficeRow {
        &self.tables.offices[noun.office]
    }

    /// The title noun that ends with token `k`.
    pub(super) fn title_ending(&self, k: usize) -> Option<Noun> {
        let token = self.tokens.get(k);
        if token.mark.is_some() {
            return None;
        }
        let chars = self.tokens.chars;
        for (end, genitive) in self.ends_of(token.start, token.end) {
            if !self.tables.office_ends.may(chars[end - 1], chars[end.saturating_sub(2)]) {
                continue;
            }
            let mut whole = None;
            let mut part = None;
            let mut shortest = None;
            for entry in self.lexicon.ends_at(chars, end, TableSet::of(&[Table::Offices])) {
                shortest.get_or_insert(entry.at);
                let office = &self.tables.offices[entry.row as usize];
                if let Some(first) = self.tokens.starting_near(k, entry.at).filter(|&f| f + 4 > k) {
                    whole = Some((entry.row as usize, first, entry.at));
                } else if entry.at >= token.start + 2 {
                    let prefix = &chars[token.start..entry.at];
                    let held = || {
                        office.scope != OfficeScope::Other
                            && self.tables.parts.first(prefix).has(WordPart::Rank)
                    };
                    if office.head || held() {
                        part = Some((entry.row as usize, k, entry.at));
                    }
                }
            }
            let Some((office, first, head)) = whole.or(part) else { continue };
            let form = &chars[head..end];
            let noun = &self.tables.offices[office];
            let (definite, plural) = self.tables.parts.number(&noun.base, noun.neuter, form);
            let start = self.tokens.get(first).start;
            let either = self.tables.offices[office].neuter && !definite && !plural;
            return Some(Noun {
                either,
                office,
                tokens: first..k + 1,
                chars: start..end,
                head,
                shortest: shortest.unwrap_or(head),
                genitive,
                definite,
                plural,
            });
        }
        None
    }
}
