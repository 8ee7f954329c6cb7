//! Where a personal name begins and ends.
//!
//! A name is known by its capitals, its particles and what stands around it; beyond that the model is two tables:
//! `given-names.tsv` (11 KB), which tells a name from the place or body before it and *Lars* from a genitive, and
//! `name-words.tsv` (21 KB), words that are no names though they have a capital, and words that go with one.

use super::{
    passage::Passage,
    tables::{Class, Grammar},
    word_parts::{WordPart, is_roman},
};
use crate::text::is_letter;
use std::ops::Range;

/// Words of a name at most.
const LONGEST: usize = 7;

/// A name found: the tokens after its last, and its characters without honorific and genitive ending.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct NameReading {
    pub(super) tokens: Range<usize>,
    pub(super) chars: Range<usize>,
}

/// What the next word is to a name.
enum Next {
    /// A part of the name, to token `.0`.
    Part(usize),
    /// The last part of the name.
    Last(usize),
    /// No part of the name.
    End,
}

impl NameReading {
    /// Whether it is one word.
    pub(super) fn is_single(&self) -> bool {
        self.tokens.len() == 1
    }
}

/// What stands before a name.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Lead {
    /// A title of nobles: *av Parma* may belong to the name.
    pub(super) royal: bool,
    /// That of a monarch, whose given name is a whole one.
    pub(super) crowned: bool,
    /// A title, so that a word that is also a place may begin the name: *minister Israel Ek*.
    pub(super) titled: bool,
    /// The token that the title begins with. If a verb stands before it, its object may follow the name: *besökte minister Eva Ek
    /// Ystad*.
    pub(super) outer: Option<usize>,
    /// A country where many names end in the genitive's letter.
    pub(super) own: bool,
}

impl Passage<'_> {
    /// The name that begins with token `k`; honorifics before it are passed over.
    pub(super) fn name_from(&self, k: usize, lead: Lead) -> Option<NameReading> {
        let tokens = self.tokens;
        let mut first = k;
        while let Some(found) = self.honorific(first) {
            first = found;
        }
        // Particles may begin a name: von Sydow.
        let mut at = self.past_particles(first);
        if at > first && self.grammar(first).has(Grammar::Inside) || !self.may_be_name(at) {
            return None;
        }
        if self.begins_otherwise(first) && !(lead.titled && self.is_name_though_place(first)) {
            return None;
        }
        let shouted = tokens.is_shouted(at) && !self.is_initial(at);
        at += 1;
        while at - first < LONGEST && tokens.spaced(at - 1) {
            match self.next_part(first, at, shouted, lead) {
                Next::Part(next) => at = next,
                Next::Last(next) => {
                    at = next;
                    break;
                }
                Next::End => break,
            }
        }
        // An initial ends no name, unless it stands for a given name alone.
        let single = at == first + 1;
        let honorific =
            || self.is_name_part(first, Class::Honorific) && !self.grammar(first).has(Grammar::Named);
        if single && (tokens.chars(first).len() < 2 || tokens.is_shouted(first) || honorific()) {
            return None;
        }
        // *Sheikh Hasina*: without another name the honorific is one.
        if single && first > k && self.grammar(first - 1).has(Grammar::Named) && tokens.is_capital(first - 1)
        {
            first -= 1;
        }
        self.finish(first..at, lead.own)
    }

    /// Whether the word at `at` goes on a name that began at `first`.
    fn next_part(&self, first: usize, at: usize, shouted: bool, lead: Lead) -> Next {
        let tokens = self.tokens;
        let next = self.past_particles(at);
        if next > at && next - at <= 3 && self.may_be_name(next) {
            return Next::Part(next + 1);
        }
        // A nickname: Luiz Inácio "Lula" da Silva.
        if tokens.is_mark(at, '"') && tokens.is_capital(at + 1) && tokens.is_mark(at + 2, '"') {
            let next = self.past_particles(at + 3);
            if tokens.spaced(at + 2) && self.may_be_name(next) {
                return Next::Part(next + 1);
            }
        }
        let of = lead.royal && self.grammar(at).has(Grammar::Of) && tokens.spaced(at);
        if of && at == first + 1 && self.may_be_name(at + 1) {
            return Next::Part(at + 2);
        }
        if self.is_name_part(at, Class::Suffix) {
            return Next::Last(at + 1);
        }
        if is_roman(tokens.chars(at)) {
            return Next::Part(at + 1);
        }
        // In capitals alone a sentence goes on without a sign: *EVA EK TALAR I DAG*.
        let on = |c| {
            matches!(
                c,
                Class::Verb | Class::Preposition | Class::Conjunction | Class::Pronoun | Class::Adverb
            )
        };
        if shouted && self.class_of_word(at).is_some_and(on) && !self.is_given_name(at) {
            return Next::End;
        }
        if !self.may_be_name(at) || tokens.is_shouted(at) != shouted && !self.is_initial(at) {
            return Next::End;
        }
        // After a genitive a thing follows, not a name: *Bildts EU-resa*. (But *Ki-moon*.)
        let mut parts = tokens.chars(at).split(|&c| c == '-').skip(1);
        let part = parts.next().and_then(|p| p.first()).is_some_and(|c| c.is_lowercase());
        if part && self.ends_in(at - 1, WordPart::Genitive) {
            return Next::End;
        }
        // A surname may be a body's name too: *Mats Ericsson*.
        let surname = at == first + 1 && self.is_given_name(first);
        if !surname && !self.is_given_name(at) && self.is_proper_body(at) {
            return Next::End;
        }
        // Behind a whole name the object of the verb begins.
        let whole = at > first + 1 || lead.crowned && at == first + 1;
        // besökte minister Karl Ek Storfors kommun
        let bodied = || tokens.spaced(at) && tokens.is_lower(at + 1) && self.body_at(at + 1).is_some();
        if whole && self.is_inverted(lead) && (bodied() || self.begins_object(at, at - 1)) {
            return Next::End;
        }
        Next::Part(at + 1)
    }

    /// Whether the word at `k` is a place, a thing, an owner or another person, rather than a part of the name that ends with
    /// token `before`.
    pub(super) fn begins_object(&self, k: usize, before: usize) -> bool {
        let tokens = self.tokens;
        let another = self.is_given_name(k)
            && !self.is_given_name(before)
            && tokens.spaced(k)
            && self.may_be_name(k + 1)
            && !self.is_initial(before);
        let place = self.class_of_word(k) == Some(Class::Stop) || self.body_at(k).is_some();
        let thing = self.is_thing(k) && !self.is_given_name(k);
        let owned = tokens.is_capital(k + 1)
            || tokens.is_lower(k + 1) && self.class(k + 1).is_none() && !self.is_verbal(k + 1);
        let owner = self.genitive_ending(k) > 0 && tokens.spaced(k) && owned;
        another || place || thing || owner
    }

    /// Whether the word at `k` ends like a common noun with its article: *Bildmuseet*.
    pub(super) fn is_thing(&self, k: usize) -> bool {
        let chars = self.tokens.chars(k);
        chars.len() > 5 && self.tables.parts.ends_rather(chars, WordPart::Thing, WordPart::Surname)
    }

    /// Whether a place at `k` is the given name of a person: *Israel Ek*, but not *Israel varnar*, *Paris Match*.
    fn is_name_though_place(&self, k: usize) -> bool {
        let next = k + 1;
        let place = self.class_of_word(k) == Some(Class::Stop) || self.is_country(k);
        place
            && self.tokens.spaced(k)
            && self.may_be_name(next)
            && self.class(next).is_none()
            && self.body_at(next).is_none()
            && self.title_ending(next).is_none()
            && !self.is_thing(next)
            && !self.tokens.is_shouted(next)
            && self.genitive_ending(next) == 0
    }

    /// The name that ends with token `k - 1`.
    pub(super) fn name_to(&self, k: usize) -> Option<NameReading> {
        let tokens = self.tokens;
        let mut first = k;
        while k - first < LONGEST && first > 0 {
            let before = first - 1;
            if first < k && !tokens.spaced(before) {
                break;
            }
            let word = self.may_be_name(before)
                || is_roman(tokens.chars(before))
                || first == k && self.is_name_part(before, Class::Suffix);
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
            let strict = particle && self.grammar(first).any(&[Grammar::Lone, Grammar::Inside]);
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
        Some(NameReading { chars: self.tokens.get(first).start..end, tokens })
    }

    /// The token after an honorific at `k`, and the full stop of a short one, with a name behind it.
    fn honorific(&self, k: usize) -> Option<usize> {
        if !self.is_name_part(k, Class::Honorific) {
            return None;
        }
        let stop = usize::from(self.tokens.is_mark(k + 1, '.'));
        let next = k + 1 + stop;
        (self.tokens.spaced(k + stop) && self.may_be_name(self.past_particles(next))).then_some(next)
    }

    /// The first token from `k` on that is no particle in lower case.
    fn past_particles(&self, k: usize) -> usize {
        let particle = |at: usize| !self.tokens.is_capital(at) && self.is_name_part(at, Class::Particle);
        // in 't Veld
        let clipped = |at: usize| self.tokens.chars(at).starts_with(&['\'']) && particle(at);
        let mut at = k;
        while at < k + 3
            && !self.tokens.is_capital(at)
            && self.tokens.spaced(at)
            && (particle(at) || self.tokens.is_lower(at) && clipped(at + 1))
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
            // C.-H. Bergman
            [a, '.', '-', b, '.'] | [a, '-', b] | [a, '.', b, '.'] => a.is_uppercase() && b.is_uppercase(),
            // JD Almgren, Leif GW Ekström
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
            let first = self.tables.parts.begins(p, WordPart::Name);
            first.is_some_and(|len| matches!(p[len..], ['-' | '\'', c, ..] if c.is_uppercase()))
        };
        let parted = || chars.iter().any(|c| matches!(c, '-' | '\''));
        if !(self.tokens.is_capital(k) || parted() && joined(chars)) {
            return false;
        }
        // Most words have letters alone.
        if chars.iter().all(|&c| is_letter(c)) {
            return true;
        }
        if chars
            .iter()
            .any(|c| c.is_ascii_digit() || *c == ':' && !self.tables.parts.ends(chars, WordPart::Sure))
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
    fn finish(&self, range: Range<usize>, own: bool) -> Option<NameReading> {
        let last = self.tokens.get(range.end - 1);
        let start = self.tokens.get(range.start).start;
        let ending = self.genitive_ending(range.end - 1);
        let end = last.end - if own && !self.is_owner(range.end - 1) { 0 } else { ending };
        Some(NameReading { chars: start..end, tokens: range })
    }
}
