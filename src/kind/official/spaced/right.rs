//! The words after a title noun that belong to the title: chef *för polisen i Ystad*.

use super::{
    names::Lead,
    nouns::Noun,
    passage::{BodyMatch, Passage},
    tables::{BodyClass, Class, Flag, Grammar, OfficeScope},
    word_parts::WordPart,
};
use crate::value::{Country, Role};
use std::ops::Range;

/// Tokens that a title may have after its noun.
const REACH: usize = 16;

/// What stands after a title noun.
#[derive(Debug)]
pub(super) struct Right {
    pub(super) end: usize,
    pub(super) chars_end: usize,
    pub(super) body: Option<(BodyClass, Range<usize>)>,
    /// The country whose body it is: *Polens* parlament.
    pub(super) country: Option<Country>,
    pub(super) name_at: Option<usize>,
    pub(super) any: bool,
    /// An ambassador for what is no country.
    pub(super) friend: bool,
}

/// How far the words after a noun were read.
#[derive(Debug)]
struct Walk {
    at: usize,
    words: usize,
    /// Whether the last word could end a noun phrase.
    noun: bool,
    /// Whether a preposition is the last.
    bare: bool,
    /// Whether the last word was a body in the genitive.
    owned: bool,
    /// Whether words of several parts join the title with a field: *med ansvar för skolan*.
    field: bool,
}

impl Passage<'_> {
    /// Reads the words after a title noun that belong to it.
    pub(super) fn right(&self, noun: &Noun) -> Right {
        let first = noun.tokens.end;
        let chars_end = noun.chars.end;
        let mut right = Right {
            end: first,
            chars_end,
            body: None,
            country: None,
            name_at: None,
            any: false,
            friend: false,
        };
        if noun.genitive {
            return right;
        }
        // kommunalråd (S) i Ystad
        let at = self.party_mark(first).map_or(first, |(_, end)| end);
        let joint = self.joint_at(at).or_else(|| if at == first { None } else { self.joint_at(first) });
        let Some(start) = joint else {
            self.bare_body(&mut right, noun);
            return right;
        };
        let field = !self.is_joint(at) && !self.is_joint(first);
        let mut walk = Walk { at: start, words: 0, noun: false, bare: true, owned: false, field };
        while walk.at < first + REACH && self.tokens.is_word(walk.at) && self.go_on(&mut right, &mut walk) {}
        // A body after a comma: *chef för tillsyn, Skolinspektionen*.
        if right.name_at.is_none() && right.end > first && self.tokens.is_mark(right.end, ',') {
            let public = right.body.as_ref().is_some_and(|(b, _)| *b == BodyClass::Public);
            let at = right.end + 1;
            if !public && let Some(place) = self.public_body(at) {
                self.take(&mut right, place.body, at..place.end);
            }
        }
        right.friend = self.office(noun).flags.has(Flag::Envoy)
            && self.grammar(first).has(Grammar::For)
            && !right.body.as_ref().is_some_and(|(b, _)| matches!(b, BodyClass::Country(_)));
        right
    }

    /// A body without a preposition: *enhetschef Socialstyrelsen*.
    fn bare_body(&self, right: &mut Right, noun: &Noun) {
        let at = noun.tokens.end;
        let listed = |end: usize| !self.tokens.is_word(end) || self.is_and(end);
        let scope = self.office(noun).scope;
        if self.tokens.spaced(at - 1)
            && (scope == OfficeScope::Body || scope != OfficeScope::Other && !noun.definite)
            && let Some(place) = self.public_body(at)
            && (scope == OfficeScope::Body || listed(place.end))
        {
            self.take(right, place.body, at..place.end);
        }
    }

    /// The public body with a capital at `k`, not in the genitive.
    fn public_body(&self, k: usize) -> Option<BodyMatch> {
        let body = if self.tokens.is_capital(k) { self.body_at(k) } else { None };
        body.filter(|p| p.body == BodyClass::Public && !p.genitive)
    }

    /// Takes in the next word or body; false where the title ends.
    fn go_on(&self, right: &mut Right, walk: &mut Walk) -> bool {
        let (tokens, at) = (self.tokens, walk.at);
        if self.name_begins(walk) {
            right.name_at = Some(at);
            return false;
        }
        if let Some(end) = self.of_official(right, walk) {
            (walk.at, walk.noun) = (end.unwrap_or(at), true);
            walk.words += 1;
            return end.is_some();
        }
        if let Some(place) = self.body_at(at) {
            // A part of a party is not the party: *i partiets grupp för skolan*.
            let part = place.body == BodyClass::Party && place.genitive;
            let before = self.tokens.get(at - 1).end;
            match &mut right.body {
                // riksdagens näringsutskott
                Some((body, chars)) if walk.owned && chars.end == before && *body == place.body => {
                    chars.end = self.tokens.get(place.end - 1).end;
                    self.reach(right, place.end);
                }
                body => {
                    if let Some((BodyClass::Country(country), chars)) = body
                        && walk.owned
                        && chars.end == before
                    {
                        right.country = *country;
                    }
                    self.take(right, if part { BodyClass::Unknown } else { place.body }, at..place.end);
                }
            }
            // Of a genitive the thing owned is still to come: *på polisens station*.
            *walk = Walk {
                at: place.end,
                words: walk.words + 1,
                noun: !place.genitive,
                bare: false,
                owned: place.genitive,
                ..*walk
            };
            return true;
        }
        match self.class_of_word(at) {
            Some(Class::Preposition) if self.grammar(at).any(&[Grammar::Joint, Grammar::Inner]) => {
                (walk.at, walk.noun, walk.bare) = (at + 1, false, true);
                return true;
            }
            Some(Class::Conjunction) if self.is_and(at) && walk.words > 0 => {
                walk.at = at + 1;
                return self.is_coordinated(at);
            }
            Some(Class::Pronoun) if self.is_article(at) => {
                walk.at = at + 1;
                return true;
            }
            // The time: *på 1970-talet*, *i måndags*.
            Some(Class::Stop) if tokens.is_lower(at) => return false,
            None if tokens.chars(at)[0].is_ascii_digit() => return false,
            Some(Class::Particle | Class::Stop | Class::Honorific) | None => {}
            Some(_) => return false,
        }
        if walk.words > 0 && self.title_ending(at).is_some_and(|title| !title.genitive) {
            return false;
        }
        self.take_word(right, walk)
    }

    /// Takes in a word that no table has; false where the title ends.
    fn take_word(&self, right: &mut Right, walk: &mut Walk) -> bool {
        let (tokens, at) = (self.tokens, walk.at);
        // A place of one word may stand before a name: *polischefen i Ystad Eva Ek*.
        let place = tokens.is_capital(at) && walk.bare && tokens.spaced(at) && self.is_given_name(at + 1);
        let name = place.then(|| self.name_from(at + 1, Lead::default())).flatten();
        let verb = tokens.is_lower(at)
            && walk.words > 0
            && tokens.spaced(at - 1)
            && tokens.chars(at).len() > 4
            && self.ends_in(at, WordPart::Past);
        if verb {
            return false;
        }
        self.reach(right, at + 1);
        // An unknown body is all that stands behind the preposition: *för civilt försvar*.
        let token = tokens.get(at);
        let goes_on = walk.words > 0 && !walk.bare;
        match &mut right.body {
            // FN:s miljöprogram
            Some((_, chars)) if walk.owned && chars.end == tokens.get(at - 1).end => chars.end = token.end,
            Some((BodyClass::Unknown, chars)) if goes_on && token.start <= chars.end + 64 => {
                chars.end = token.end
            }
            // What is done *med ansvar för* a field is no body.
            None if walk.field => {}
            None => right.body = Some((BodyClass::Unknown, token.start..token.end)),
            _ => {}
        }
        *walk = Walk {
            at: at + 1,
            words: walk.words + 1,
            noun: tokens.is_lower(at),
            bare: false,
            owned: false,
            ..*walk
        };
        if let Some(name) = name.filter(|n| !n.is_single()) {
            right.name_at = Some(name.tokens.start);
            return false;
        }
        true
    }

    /// Whether a name begins after a noun or a known body.
    fn name_begins(&self, walk: &Walk) -> bool {
        let (tokens, at) = (self.tokens, walk.at);
        if walk.words == 0 || !walk.noun || !tokens.is_capital(at) {
            return false;
        }
        // After a capital it takes a given name to tell: *för New York City Opera*.
        let told = tokens.is_lower(at - 1) && tokens.chars(at - 1).len() > 3
            || self.is_given_name(at)
            || self.is_country(at - 1);
        told && self.name_from(at, Lead::default()).is_some_and(|n| !n.is_single())
    }

    /// An official whom the titled one serves: *presschef hos finansministern*. Gives the token after the title; nothing there if a
    /// name follows, for then it is that person's: *presschef hos finansminister Eva Ek*.
    fn of_official(&self, right: &mut Right, walk: &Walk) -> Option<Option<usize>> {
        if walk.words > 0 {
            return None;
        }
        let at = walk.at;
        // klimat- och miljöminister
        let open = self.tokens.chars(at).ends_with(&['-']) && self.is_and(at + 1);
        let noun = if open { at + 2 } else { at };
        let title = self.title_ending(noun).filter(|t| self.office(t).scope == OfficeScope::Public)?;
        if self.office(&title).role == Role::Other || !open && self.body_at(at).is_some() {
            return None;
        }
        if self.name_from(noun + 1, Lead::default()).is_some() {
            right.body = Some((BodyClass::Public, self.tokens.get(at).start..title.chars.end));
            return Some(None);
        }
        self.take(right, BodyClass::Public, at..noun + 1);
        Some(Some(noun + 1))
    }

    /// Whether the word after a conjunction at `k` goes on with what stands before it: *enheten för kris och beredskap*.
    fn is_coordinated(&self, k: usize) -> bool {
        let (tokens, next) = (self.tokens, k + 1);
        let open = tokens.chars(k - 1).ends_with(&['-']);
        let noun =
            tokens.is_lower(next) && self.class_of_word(next).is_none() && self.title_ending(next).is_none();
        let ends = !tokens.is_word(next + 1) || tokens.is_capital(next + 1);
        let within = self.joint_at(next + 1).is_some_and(|at| self.public_body(at).is_some());
        open || noun && (ends || within)
    }

    /// Adds a body at the tokens to what stands after a noun. A public body counts most, then the first.
    fn take(&self, right: &mut Right, body: BodyClass, tokens: Range<usize>) {
        let weight = |b: &BodyClass| match b {
            BodyClass::Public => 3,
            BodyClass::Other => 4,
            BodyClass::Party | BodyClass::Country(_) => 2,
            BodyClass::Unknown => 0,
        };
        // kultur- och fritidsnämnden
        let open = tokens.start >= 2
            && self.is_and(tokens.start - 1)
            && self.tokens.chars(tokens.start - 2).ends_with(&['-']);
        // Ystads kommun, Malmö stad, Ystads tingsrätt
        let owner = tokens.start.wrapping_sub(1);
        let named = !open
            && owner < tokens.start
            && self.tokens.spaced(owner)
            && self.tokens.is_capital(owner)
            && self.class(owner).is_none_or(|c| c == Class::Stop)
            && (self.is_local(tokens.start) || self.is_place_of(owner));
        let first = if open { tokens.start - 2 } else { tokens.start - usize::from(named) };
        let chars = self.tokens.get(first).start..self.tokens.get(tokens.end - 1).end;
        if right.body.as_ref().is_none_or(|(b, _)| weight(&body) > weight(b)) {
            right.body = Some((body, chars));
        }
        self.reach(right, tokens.end);
    }

    /// Whether the word at `k` is that of a place which the body after it is called by: *Ystads* tingsrätt, but *Polens* parlament.
    fn is_place_of(&self, k: usize) -> bool {
        self.tokens.is_lower(k + 1) && self.ends_in(k, WordPart::Genitive) && self.body_at(k).is_none()
    }

    fn reach(&self, right: &mut Right, end: usize) {
        right.end = end;
        right.chars_end = self.tokens.get(end - 1).end;
        right.any = true;
    }
}
