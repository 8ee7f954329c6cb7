//! What slots begin with, by which most places are ruled out before they are read.

use super::{grammar::Grammar, slot::SlotReader};
use crate::{
    lexicon::Lexicon,
    pattern::{Begins, Opening},
    text::lower,
};
use std::iter;

impl SlotReader {
    /// The characters that may stand right after the digits that it begins with, within it; `None` if any may.
    pub(super) fn after_digits(&self) -> Option<impl Iterator<Item = char> + '_> {
        let holds = if self.goes_on.is_empty() { self.holds? } else { &self.numerals };
        Some(self.goes_on.chars().chain(holds.chars()))
    }

    /// Whether it is a word of tables, perhaps behind a lead, and nothing else.
    pub(super) fn is_word(&self) -> bool {
        self.digits.1 == 0
            && self.numerals.is_empty()
            && self.opens.is_empty()
            && self.open_words.is_empty()
            && self.spaced_words.is_empty()
    }

    /// What it may begin with.
    pub(super) fn begins(&self, lexicon: &Lexicon, grammar: &Grammar) -> Begins {
        self.all_openings(lexicon, grammar).collect()
    }

    /// All words that it may begin with, in lower case.
    pub(super) fn all_openings<'a>(
        &'a self,
        lexicon: &'a Lexicon,
        grammar: &'a Grammar,
    ) -> impl Iterator<Item = Opening> + 'a {
        let digits = ('0'..='9').filter(|_| self.digits.1 > 0).map(|c| Box::from([c]));
        let forms = lexicon.forms(self.tables);
        let forms = forms.map(|form| lexicon.chars(form).iter().copied().map(lower).collect());
        digits.chain(self.begins_by_code(grammar)).chain(forms)
    }

    /// The same without digits and the words of tables.
    pub(super) fn begins_by_code<'a>(&'a self, grammar: &'a Grammar) -> impl Iterator<Item = Opening> + 'a {
        let numerals = self.numerals.chars().map(|c| Box::from([lower(c)]));
        numerals.chain(self.openings(grammar)).chain(self.lead_words(grammar))
    }

    /// Whatever else it begins with, by code, in lower case.
    pub(super) fn openings<'a>(&'a self, grammar: &'a Grammar) -> impl Iterator<Item = Opening> + 'a {
        let words = self.open_words.iter().flat_map(|class| grammar.of(*class)).cloned();
        let prefixed = self.numerals.chars().filter(|_| !self.prefix.is_empty());
        let prefixed = prefixed.map(|c| self.prefix.chars().chain([c]).map(lower).collect());
        let spaced = self.spaced_words.iter().flat_map(|class| grammar.of(*class));
        let spaced = spaced.map(|word| iter::once(' ').chain(word.iter().copied()).collect());
        let opens = self.opens.iter().map(|word| word.chars().map(lower).collect());
        opens.chain(prefixed).chain(words).chain(spaced)
    }

    /// What may stand before its word, with the space between them.
    pub(super) fn lead_words<'a>(&'a self, grammar: &'a Grammar) -> impl Iterator<Item = Opening> + 'a {
        let words = self.leads.iter().flat_map(|class| grammar.of(*class));
        words.map(|word| word.iter().copied().chain([' ']).collect())
    }
}
