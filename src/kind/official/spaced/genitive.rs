//! Whether the last letter of a name is a genitive ending, or its own.

use super::{
    passage::Passage,
    tables::{Class, OfficialClass},
    word_parts::WordPart,
};

impl Passage<'_> {
    /// How many characters of the name's last word `k` are a genitive ending.
    ///
    /// One letter may be the name's own. It is an ending where a noun follows, or a known surname stands before it; it is none
    /// where the sentence goes on with a verb, a function word or a party.
    pub(super) fn genitive_ending(&self, k: usize) -> usize {
        let (tokens, parts) = (self.tokens, &self.tables.parts);
        let chars = tokens.chars(k);
        if let Some(sure) = parts.end(chars, WordPart::Sure) {
            return sure;
        }
        let Some(ending) = parts.end(chars, WordPart::Genitive).filter(|_| chars.len() > 3) else { return 0 };
        // What ends so without the ending is a whole name.
        let stem = &chars[..chars.len() - ending];
        if parts.ends(stem, WordPart::Whole) {
            return ending;
        }
        let given = self.is_given_name(k);
        if given || self.is_whole_name(k) || parts.ends(stem, WordPart::Sibilant) {
            return 0;
        }
        if self.beside_after(k).has(OfficialClass::Kin) && !parts.ends(chars, WordPart::Own) {
            return ending;
        }
        // A party may stand between a genitive and its noun: *Bildts (M) resa*.
        let party = self.party_mark(k + 1);
        let next = party.as_ref().map_or(k + 1, |(_, end)| *end);
        if !tokens.is_word(next) || !tokens.spaced(next - 1) {
            return if self.is_clause_end(next) && parts.ends(stem, WordPart::Family) { ending } else { 0 };
        }
        let owns = match self.class(next) {
            Some(Class::Conjunction) => party.is_none() && self.is_and(next) && self.owns_together(next + 1),
            // *Eks ofta upprepade krav*
            Some(Class::Adverb) => {
                let noun = next + 1;
                self.class(noun).is_none() && tokens.is_lower(noun) && !self.ends_in(noun, WordPart::Verb)
            }
            Some(Class::Particle) => tokens.is_lower(next),
            Some(Class::Stop) => tokens.is_lower(next) && !parts.ends(chars, WordPart::Own),
            Some(_) => false,
            None if tokens.is_lower(next) => !self.is_verbal(next) && !parts.ends(chars, WordPart::Own),
            None => party.is_none() && !parts.ends(chars, WordPart::Own),
        };
        if owns { ending } else { 0 }
    }

    /// Whether the word at `k` is surely in the genitive, in whatever language the name is.
    pub(super) fn is_owner(&self, k: usize) -> bool {
        self.ends_in(k, WordPart::Sure) || self.beside_after(k).has(OfficialClass::Kin)
    }

    /// Whether the word at `k` is a verb, or looks like one.
    pub(super) fn is_verbal(&self, k: usize) -> bool {
        self.is_verb(k) || self.ends_in(k, WordPart::Verb)
    }

    /// Whether another owner and the thing owned follow: *Eks och hans partis* krav.
    fn owns_together(&self, from: usize) -> bool {
        let tokens = self.tokens;
        (from..from + 3).any(|k| {
            tokens.chars(k).len() > 3
                && self.ends_in(k, WordPart::Genitive)
                && self.class(k).is_none()
                && tokens.spaced(k)
                && tokens.is_lower(k + 1)
                && self.class(k + 1).is_none()
                && !self.is_verbal(k + 1)
                && self.title_ending(k + 1).is_none()
        })
    }

    fn is_clause_end(&self, k: usize) -> bool {
        matches!(self.tokens.get(k).mark, Some('.' | '?' | '!' | ';' | ':' | '\n' | '\0'))
    }
}
