//! The words before a title noun that belong to the title: *Italiens förre* premiärminister.

use super::{
    parts::Part,
    tables::{Body, Class, Scope},
    titles::Noun,
    words::{Place, Reading},
};
use crate::value::{Country, Tenure};
use std::ops::Range;

/// Tokens that a title may have to each side of its noun.
const REACH: usize = 16;

/// What stands before a title noun.
#[derive(Debug, Default)]
pub(super) struct Left {
    pub(super) start: usize,
    pub(super) outer: usize,
    pub(super) tenure: Tenure,
    pub(super) owner: Option<(Body, Range<usize>)>,
    pub(super) country: Option<Country>,
    pub(super) national: bool,
    /// Whether an adjective of a party stands there.
    pub(super) partisan: bool,
    /// *energipolitisk*: the title is for a field, not an office.
    pub(super) field: bool,
}

impl Reading<'_> {
    /// Reads the words before a title noun.
    pub(super) fn left(&self, noun: &Noun) -> Left {
        let tokens = self.tokens;
        let first = noun.tokens.start;
        let mut left = Left { start: noun.chars.start, outer: first, ..Left::default() };
        let floor = first.saturating_sub(REACH);
        let mut at = first;
        // kultur- och idrottsminister; energi-, närings- och innovationsminister
        if at >= 2 && self.is_and(at - 1) && tokens.chars(at - 2).ends_with(&['-']) {
            // A space may stand before the hyphen by mistake.
            at -= if tokens.is_word(at - 2) || at < 3 { 2 } else { 3 };
            while at >= 2 && tokens.is_mark(at - 1, ',') && tokens.chars(at - 2).ends_with(&['-']) {
                at -= 2;
            }
            left.start = tokens.get(at).start;
            left.outer = at;
        }
        // Words passed over that are no part of the title but for what stands before them, and whether one may be a verb.
        let (mut pending, mut verbal) = (0, false);
        loop {
            at = self.before_short_form(at);
            if at <= floor || !tokens.is_word(at - 1) || !tokens.spaced(at - 1) && !tokens.is_mark(at, '(') {
                break;
            }
            let k = at - 1;
            if let Some((hold, begin)) = self.tenure_before(k)
                && (noun.definite || left.national || !self.is_verb_before(begin, k))
            {
                left.partisan |= hold.party;
                if left.tenure == Tenure::Current {
                    left.tenure = hold.tenure;
                }
                if hold.part && pending == 0 {
                    left.start = tokens.get(begin).start;
                } else {
                    pending += usize::from(!hold.part);
                }
                at = begin;
                left.outer = at;
                continue;
            }
            if let Some(country) = self.adjective(k) {
                left.national = true;
                left.country = left.country.or(country);
                left.start = tokens.get(k).start;
                at = k;
                left.outer = at;
                continue;
            }
            let owns = self.ends_in(k, Part::Genitive) || tokens.is_shouted(k);
            let owner = |p: &Place| p.genitive || self.is_shortened(p, k);
            if owns && let Some(place) = self.body_before(k).filter(owner) {
                let first = place.first;
                let longer = matches!(place.body, Body::Country(_)) && self.goes_on_before(first);
                let body = if longer { Body::Unknown } else { place.body };
                left.owner = Some((body, tokens.get(first).start..self.owner_end(k)));
                left.start = tokens.get(first).start;
                left.outer = first;
                self.widen(&mut left);
                break;
            }
            if self.class_of_word(k).is_some_and(|c| c != Class::Stop || tokens.is_lower(k)) {
                left.outer = if self.is_article(k) { k } else { at };
                break;
            }
            let chars = tokens.chars(k);
            let genitive = chars.len() > 2 && self.ends_in(k, Part::Genitive);
            if let Some(title) = self.title_ending(k).filter(|t| t.genitive) {
                let public = matches!(self.office(&title).scope, Scope::Public | Scope::Small | Scope::Usual);
                let body = if public { Body::Public } else { Body::Unknown };
                left.owner = Some((body, title.chars.clone()));
                left.start = title.chars.start;
                left.outer = title.tokens.start;
                break;
            }
            // In lower case a genitive has the article of its noun: of other words in -s most are verbs.
            let noun_like = self.words.parts.ends_rather(chars, Part::Owner, Part::Verb) && !verbal;
            if genitive && (tokens.is_capital(k) || chars.len() > 4 && noun_like) {
                // A person with a title or a given name is no part of the title: *president Eks stabschef Eva Lind*.
                let person = tokens.is_capital(k)
                    && k > 0
                    && tokens.spaced(k - 1)
                    && (tokens.is_capital(k - 1) && self.class(k - 1).is_none()
                        || self.title_ending(k - 1).is_some_and(|t| !t.genitive));
                if person {
                    left.owner = Some((Body::Unknown, tokens.get(k).start..self.owner_end(k)));
                    break;
                }
                left.owner = Some((Body::Unknown, tokens.get(k).start..self.owner_end(k)));
                left.start = tokens.get(k).start;
                left.outer = k;
                break;
            }
            // An adjective, of which only what stands before it tells more: Sveriges populäre statsminister.
            let adjective = (tokens.is_lower(k) || self.is_compound_adjective(k))
                && (self.ends_in(k, Part::Definite)
                    || !noun.definite && chars.len() > 4 && self.ends_in(k, Part::Adjective))
                || self.ends_in(k, Part::Field);
            if !adjective || self.title_ending(k).is_some() || pending >= 2 {
                break;
            }
            left.field |= self.ends_in(k, Part::Field);
            verbal |= self.ends_in(k, Part::Verb);
            pending += 1;
            at = k;
            left.outer = at;
        }
        left
    }

    /// The token before which a short form in parentheses ends: *Europeiska investeringsbankens (EIB) ordförande*.
    fn before_short_form(&self, at: usize) -> usize {
        let tokens = self.tokens;
        let short =
            at > 3 && tokens.is_mark(at - 1, ')') && tokens.is_mark(at - 3, '(') && tokens.is_shouted(at - 2);
        if short && self.ends_in(at - 4, Part::Genitive) { at - 3 } else { at }
    }

    /// Whether a word of tenure `first..k + 1` is the verb of the clause: *nominerade senator Eva Ek*, but *den nominerade senatorn*,
    /// *USA:s nominerade minister*.
    fn is_verb_before(&self, first: usize, k: usize) -> bool {
        let before = first.checked_sub(1).filter(|&b| self.tokens.spaced(b));
        let owned = before.is_some_and(|b| self.is_article(b) || self.ends_in(b, Part::Genitive));
        first == k && self.ends_in(k, Part::Past) && !owned
    }

    /// Whether a country at `first` is the end of a longer name: *Real Madrids*. After the name of a person it is not: *… mötte
    /// minister Eva Ek Polens president*.
    fn goes_on_before(&self, first: usize) -> bool {
        let Some(before) = first.checked_sub(1).filter(|&k| self.tokens.spaced(k)) else { return false };
        let person = before.checked_sub(1).is_some_and(|k| {
            self.tokens.spaced(k)
                && (self.is_given_name(k) || self.title_ending(k).is_some_and(|t| !t.genitive))
        });
        self.tokens.is_capital(before)
            && self.class(before).is_none()
            && self.adjective(before).is_none()
            && !person
    }

    /// Whether an adjective with a capital in its first part stands at `k`: *EU-kritiska*.
    fn is_compound_adjective(&self, k: usize) -> bool {
        let chars = self.tokens.chars(k);
        let last = chars.rsplit(|&c| c == '-').next().unwrap_or(&[]);
        last.len() < chars.len() && last.len() > 4 && last.iter().all(|c| c.is_lowercase())
    }

    /// Takes in the owner of an owner: *Kinas kommunistiska partis*, *Rysslands utrikesdepartements*.
    fn widen(&self, left: &mut Left) {
        let tokens = self.tokens;
        let mut at = left.outer;
        // Barn- och utbildningsnämndens
        if at >= 2 && self.is_and(at - 1) && tokens.chars(at - 2).ends_with(&['-']) {
            at -= 2;
            left.outer = at;
            left.start = tokens.get(at).start;
        }
        let floor = at.saturating_sub(2);
        while at > floor
            && tokens.is_lower(at - 1)
            && tokens.spaced(at - 1)
            && self.class_of_word(at - 1).is_none()
        {
            if !self.ends_in(at - 1, Part::Definite) {
                break;
            }
            at -= 1;
        }
        if at > 0 && tokens.spaced(at - 1) && self.class_of_word(at - 1).is_none_or(|c| c == Class::Stop) {
            let k = at - 1;
            let owns = self.ends_in(k, Part::Genitive);
            let place = self.body_before(k).filter(|p| p.genitive || owns);
            // Ystads kommuns, Malmö stads
            let named = owns || self.is_local_owner(at);
            let unknown = tokens.is_capital(k) && named && at == left.outer;
            if let Some(place) = place {
                if let Body::Country(country) = place.body {
                    left.country = left.country.or(country);
                }
                left.outer = place.first;
                left.start = tokens.get(place.first).start;
            } else if unknown {
                left.outer = k;
                left.start = tokens.get(k).start;
            }
        }
    }

    /// Whether a body stands before a title without a genitive ending, as letters and names in -s do: *Max*, *EU*.
    fn is_shortened(&self, place: &Place, k: usize) -> bool {
        let owns = self.ends_in(k, Part::Genitive);
        matches!(place.body, Body::Public | Body::Other | Body::Country(_)) && owns
            || place.body == Body::Public && self.tokens.is_shouted(k)
    }

    /// The end of an owner without its genitive ending.
    fn owner_end(&self, k: usize) -> usize {
        let ending = self.words.parts.end(self.tokens.chars(k), Part::Genitive);
        self.tokens.get(k).end - ending.unwrap_or(0)
    }
}
