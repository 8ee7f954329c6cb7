//! Where a personal name begins and ends.
//!
//! A name is known by its capitals, its particles and what stands around it; beyond that the model is two tables:
//! `given-names.tsv` (11 KB), which tells a name from the place or body before it and *Lars* from a genitive, and
//! `name-words.tsv` (21 KB), words that are no names though they have a capital, and words that go with one.

use super::{
    parts::{Part, is_roman},
    words::{Class, Grammar, Reading},
};
use std::ops::Range;

/// Words of a name at most.
const LONGEST: usize = 7;

/// A name found: the tokens after its last, and its characters without honorific and genitive ending.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Name {
    pub(super) tokens: Range<usize>,
    pub(super) chars: Range<usize>,
}

impl Name {
    /// Whether it is one word.
    pub(super) fn is_single(&self) -> bool {
        self.tokens.len() == 1
    }
}

impl Reading<'_> {
    /// The name that begins with token `k`; honorifics before it are passed over. With `royal`, *av Parma* may belong to it.
    pub(super) fn name_from(&self, k: usize, royal: bool) -> Option<Name> {
        let tokens = self.tokens;
        let mut first = k;
        while let Some(found) = self.honorific(first) {
            first = found;
        }
        // Particles may begin a name: von Sydow.
        let mut at = self.past_particles(first);
        if !self.may_be_name(at) || self.begins_otherwise(first) {
            return None;
        }
        let shouted = tokens.is_shouted(at) && !self.is_initial(at);
        at += 1;
        while at - first < LONGEST && tokens.spaced(at - 1) {
            let next = self.past_particles(at);
            if next > at && next - at <= 3 && (next..next + 1).all(|k| self.may_be_name(k)) {
                at = next + 1;
                continue;
            }
            // A nickname: Luiz Inácio "Lula" da Silva.
            if tokens.is_mark(at, '"') && tokens.is_capital(at + 1) && tokens.is_mark(at + 2, '"') {
                let next = self.past_particles(at + 3);
                if tokens.spaced(at + 2) && self.may_be_name(next) {
                    at = next + 1;
                    continue;
                }
            }
            let of =
                royal && self.grammar(at).has(Grammar::Of) && tokens.spaced(at) && self.may_be_name(at + 1);
            if of && at == first + 1 {
                at += 2;
                continue;
            }
            if self.is_name_part(at, Class::Suffix) {
                at += 1;
                break;
            }
            let roman = is_roman(tokens.chars(at));
            // In capitals alone a sentence goes on without a sign: *EVA EK TALAR I DAG*.
            let on = |c| {
                matches!(
                    c,
                    Class::Verb | Class::Preposition | Class::Conjunction | Class::Pronoun | Class::Adverb
                )
            };
            if shouted && !roman && self.class_of_word(at).is_some_and(on) && !self.is_given_name(at) {
                break;
            }
            if !roman && (!self.may_be_name(at) || tokens.is_shouted(at) != shouted && !self.is_initial(at)) {
                break;
            }
            // After a genitive a thing follows, not a name: *Bildts EU-resa*. (But *Ki-moon*.)
            let part = tokens
                .chars(at)
                .split(|&c| c == '-')
                .nth(1)
                .is_some_and(|p| p.first().is_some_and(|c| c.is_lowercase()));
            if part && self.ends_in(at - 1, Part::Genitive) {
                break;
            }
            // A surname may be a body's name too: *Mats Ericsson*.
            let surname = || at == first + 1 && self.is_given_name(first);
            if !roman && !surname() && !self.is_given_name(at) && self.is_proper_body(at) {
                break;
            }
            at += 1;
        }
        // An initial ends no name, unless it stands for a given name alone.
        if at == first + 1 && tokens.chars(first).len() < 2 {
            return None;
        }
        if at == first + 1 && tokens.is_shouted(first) {
            return None;
        }
        self.finish(first..at)
    }

    /// The name that ends with token `k - 1`.
    pub(super) fn name_to(&self, k: usize) -> Option<Name> {
        let tokens = self.tokens;
        let mut first = k;
        while k - first < LONGEST && first > 0 {
            let before = first - 1;
            if first < k && !tokens.spaced(before) {
                break;
            }
            let word = self.may_be_name(before)
                || first < k && is_roman(tokens.chars(before))
                || first == k && self.is_name_part(before, Class::Suffix)
                || first == k && is_roman(tokens.chars(before));
            let particle = first < k && tokens.is_lower(before) && self.is_name_part(before, Class::Particle);
            if !word && !particle {
                break;
            }
            first -= 1;
        }
        // What is no name at the front: function words that begin a sentence, bodies and countries with a genitive,
        // titles, lone particles that are words too (*de*).
        loop {
            if first >= k {
                return None;
            }
            let particle = tokens.is_lower(first) && self.is_name_part(first, Class::Particle);
            let strict = particle && self.grammar(first).has(Grammar::Lone);
            let place = (first + 1 < k).then(|| self.body_at(first)).flatten();
            if strict || self.begins_otherwise(first) && !self.is_initial(first) {
                first += 1;
            } else if let Some(place) =
                place.filter(|p| p.genitive || p.end < k && !self.is_given_name(first))
            {
                first = place.end.max(first + 1);
            } else if self.honorific(first).is_some_and(|next| next < k) {
                first = self.honorific(first).unwrap_or(k);
            } else {
                break;
            }
        }
        let last = k - 1;
        if first == last
            && (tokens.chars(first).len() < 2 || tokens.is_shouted(first) || self.body_at(first).is_some())
        {
            return None;
        }
        if !tokens.is_capital(last) && !self.is_name_part(last, Class::Suffix) {
            return None;
        }
        // A genitive is no holder: *Reinfeldts, statsminister*.
        let tokens = first..k;
        let end = self.tokens.get(last).end;
        Some(Name { chars: self.tokens.get(first).start..end, tokens })
    }

    /// The token after an honorific at `k` with a name behind it.
    fn honorific(&self, k: usize) -> Option<usize> {
        let next = k + 1;
        (self.is_name_part(k, Class::Honorific)
            && self.tokens.spaced(k)
            && self.may_be_name(self.past_particles(next)))
        .then_some(next)
    }

    /// The first token from `k` on that is no particle in lower case.
    fn past_particles(&self, k: usize) -> usize {
        let mut at = k;
        while at < k + 3
            && self.tokens.is_lower(at)
            && self.tokens.spaced(at)
            && self.is_name_part(at, Class::Particle)
        {
            at += 1;
        }
        at
    }

    /// Whether the word is part of a name, and no capital that begins a sentence.
    pub(super) fn is_name_word(&self, k: usize) -> bool {
        self.may_be_name(k) && !self.begins_otherwise(k) && !self.is_name_part(k, Class::Honorific)
    }

    fn is_initial(&self, k: usize) -> bool {
        match self.tokens.chars(k) {
            [c] | [c, '.'] => c.is_uppercase(),
            // JD Vance, Leif GW Persson
            [a, b] => {
                a.is_uppercase()
                    && b.is_uppercase()
                    && self.tokens.spaced(k)
                    && self.tokens.is_capital(k + 1)
                    && !self.tokens.is_shouted(k + 1)
            }
            _ => false,
        }
    }

    /// Whether the word could be part of a name by its letters: a capital (or *al-*), no digits, and after a hyphen no long
    /// word in lower case (*Obama-regeringen*).
    fn may_be_name(&self, k: usize) -> bool {
        let chars = self.tokens.chars(k);
        let joined = |p: &[char]| {
            let first = self.words.parts.begins(p, Part::Name);
            first.is_some_and(|len| matches!(p[len..], ['-', c, ..] if c.is_uppercase()))
        };
        if !(self.tokens.is_capital(k) || joined(chars)) {
            return false;
        }
        if chars.iter().any(|c| c.is_ascii_digit() || *c == ':' && !self.words.parts.ends(chars, Part::Sure))
        {
            return false;
        }
        if chars.contains(&'.') && !self.is_initial(k) && !chars.iter().all(|c| c.is_uppercase() || *c == '.')
        {
            return false;
        }
        let long = chars.split(|&c| c == '-').skip(1).any(|part| part.len() > 6 && part[0].is_lowercase());
        !long && !chars.ends_with(&['-'])
    }

    /// Whether the word at `k` is a known word that is no name, so that its capital is that of a sentence, a body or a title.
    fn begins_otherwise(&self, k: usize) -> bool {
        if self.is_given_name(k) && self.tokens.spaced(k) && self.may_be_name(k + 1) {
            return false;
        }
        match self.class(k) {
            Some(
                Class::Particle
                | Class::Suffix
                | Class::Consort
                | Class::Honorific
                | Class::East
                | Class::Whole,
            ) => false,
            Some(_) => true,
            None => {
                let place = self.body_at(k);
                place.is_some_and(|p| {
                    !(self.tokens.spaced(k)
                        && self.may_be_name(k + 1)
                        && self.class(k + 1).is_none()
                        && p.end == k + 1
                        && !p.genitive
                        && self.is_given_name(k))
                }) || self.title_ending(k).is_some()
            }
        }
    }

    /// The name of the tokens, without a genitive ending.
    fn finish(&self, range: Range<usize>) -> Option<Name> {
        let last = self.tokens.get(range.end - 1);
        let start = self.tokens.get(range.start).start;
        let end = last.end - self.genitive_ending(range.end - 1);
        Some(Name { chars: start..end, tokens: range })
    }

    /// How many characters of the name's last word `k` are a genitive ending.
    ///
    /// An -s alone may belong to the name. It is an ending where a noun follows and none where the sentence goes on with a
    /// verb, a function word or a mark. A name in -s that is known takes no ending at all.
    fn genitive_ending(&self, k: usize) -> usize {
        let (chars, parts) = (self.tokens.chars(k), &self.words.parts);
        if let Some(sure) = parts.end(chars, Part::Sure) {
            return sure;
        }
        let Some(ending) = parts.end(chars, Part::Genitive).filter(|_| chars.len() > 3) else { return 0 };
        let tokens = self.tokens;
        let given = self.is_given_name(k);
        // What ends so without the ending is a whole name.
        let stem = &chars[..chars.len() - ending];
        if parts.ends(stem, Part::Whole) {
            return ending;
        }
        if given || self.class_of_word(k) == Some(Class::Whole) || parts.ends(stem, Part::Sibilant) {
            return 0;
        }
        // A party may stand between a genitive and its noun: *Bildts (M) resa*.
        let next = self.party_mark(k + 1).map_or(k + 1, |(_, end)| end);
        if !tokens.is_word(next) || !tokens.spaced(next - 1) {
            return 0;
        }
        let own = if parts.ends(chars, Part::Own) { 0 } else { ending };
        match self.class(next) {
            // A name beside another in the genitive: *Reinfeldts och hans partis*.
            Some(Class::Conjunction) if self.is_and(next) => {
                let genitive = (next + 1..next + 4).any(|j| {
                    let chars = tokens.chars(j);
                    chars.len() > 3
                        && self.ends_in(j, Part::Genitive)
                        && self.class(j).is_none()
                        && tokens.spaced(j)
                        && tokens.is_lower(j + 1)
                        && self.class(j + 1).is_none()
                });
                if genitive { ending } else { 0 }
            }
            Some(Class::Adverb)
                if self.class(next + 1).is_none()
                    && tokens.is_lower(next + 1)
                    && !self.ends_in(next + 1, Part::Verb) =>
            {
                ending
            }
            Some(Class::Particle) if tokens.is_lower(next) => ending,
            Some(Class::Stop) if tokens.is_lower(next) => own,
            Some(_) => 0,
            None if tokens.is_lower(next) && (self.is_verb(next) || self.ends_in(next, Part::Verb)) => 0,
            None if tokens.is_capital(next) && next > k + 1 => 0,
            None => own,
        }
    }
}
