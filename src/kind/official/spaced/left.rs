//! The words before a title noun that belong to the title: *Italiens förre* premiärminister.

use super::{
    nouns::Noun,
    passage::{BodyMatch, Passage},
    tables::{BodyClass, Class, Flag, OfficeScope},
    word_parts::WordPart,
};
use crate::value::{Country, Role, Tenure};
use std::ops::Range;

/// Tokens that a title may have to each side of its noun.
const REACH: usize = 16;

/// Countries that share a title at most.
const COUNTRIES: usize = 6;

/// What stands before a title noun.
#[derive(Debug, Default)]
pub(super) struct Left {
    pub(super) start: usize,
    pub(super) outer: usize,
    pub(super) tenure: Tenure,
    pub(super) owner: Option<(BodyClass, Range<usize>)>,
    pub(super) country: Option<Country>,
    /// The countries of a title in the plural, in order, if there are several: *Polens och Litauens presidenter*.
    pub(super) countries: Vec<Option<Country>>,
    pub(super) national: bool,
    /// Whether an adjective of a party stands there.
    pub(super) partisan: bool,
    /// *energipolitisk*: the title is for a field, not an office.
    pub(super) field: bool,
}

/// How far the words before a noun were read.
#[derive(Debug)]
struct Walk {
    /// The first token read.
    at: usize,
    /// Words passed over that are no part of the title but for what stands before them.
    pending: usize,
    /// Whether one of them may be a verb.
    verbal: bool,
}

impl Passage<'_> {
    /// Reads the words before a title noun.
    pub(super) fn left(&self, noun: &Noun) -> Left {
        let tokens = self.tokens;
        let first = noun.tokens.start;
        let mut left = Left { start: noun.chars.start, outer: first, ..Left::default() };
        let mut walk = Walk { at: self.before_coordinated(first), pending: 0, verbal: false };
        if walk.at < first {
            (left.start, left.outer) = (tokens.get(walk.at).start, walk.at);
        }
        let floor = first.saturating_sub(REACH);
        loop {
            let at = self.before_short_form(walk.at);
            let spaced = at > floor && (tokens.spaced(at - 1) || at < walk.at);
            walk.at = at;
            if !spaced || !tokens.is_word(at - 1) || !self.go_back(&mut left, &mut walk, noun) {
                if noun.plural && (left.national || left.owner.is_some()) {
                    self.coordinate(&mut left);
                }
                return left;
            }
        }
    }

    /// Takes in the other countries of a title in the plural, one for each of its holders.
    fn coordinate(&self, left: &mut Left) {
        let tokens = self.tokens;
        let nearest = match left.owner {
            Some((BodyClass::Country(country), _)) => country,
            None => left.country,
            _ => return,
        };
        let mut countries = vec![nearest];
        let mut first = tokens.at(left.start);
        while first > 1
            && (self.is_and(first - 1) || tokens.is_mark(first - 1, ','))
            && countries.len() < COUNTRIES
        {
            let k = first - 2;
            let owner = self.body_before(k).filter(|p| p.genitive || self.is_shortened(p, k));
            let (country, start) = match (self.adjective(k), owner) {
                (Some(country), _) if left.owner.is_none() => (country, k),
                (_, Some(BodyMatch { body: BodyClass::Country(country), first, .. })) => (country, first),
                _ => break,
            };
            countries.insert(0, country);
            first = start;
        }
        if countries.len() > 1 {
            (left.start, left.outer) = (tokens.get(first).start, left.outer.min(first));
            if self.is_article(first.wrapping_sub(1)) {
                left.outer = first - 1;
            }
            left.countries = countries;
        }
    }

    /// The first token of first parts that share the last one of a compound: *kultur- och* idrottsminister; *energi-, närings-
    /// och* innovationsminister.
    fn before_coordinated(&self, first: usize) -> usize {
        let tokens = self.tokens;
        let mut at = first;
        // A comma may stand before the conjunction: *gymnasie-, högskole-, och* forskningsminister.
        let comma = at >= 3 && self.is_and(at - 1) && tokens.is_mark(at - 2, ',');
        if comma && tokens.chars(at - 3).ends_with(&['-']) {
            at -= 1;
        }
        if at >= 2 && (at < first || self.is_and(at - 1)) && tokens.chars(at - 2).ends_with(&['-']) {
            // A space may stand before the hyphen by mistake.
            at -= if tokens.is_word(at - 2) || at < 3 { 2 } else { 3 };
            while at >= 2 && tokens.is_mark(at - 1, ',') && tokens.chars(at - 2).ends_with(&['-']) {
                at -= 2;
            }
        }
        at
    }

    /// Takes in the word before; false where the title begins.
    fn go_back(&self, left: &mut Left, walk: &mut Walk, noun: &Noun) -> bool {
        let tokens = self.tokens;
        let k = walk.at - 1;
        if let Some((hold, begin)) = self.tenure_before(k)
            && (noun.definite || left.national || !self.is_verb_before(begin, k))
        {
            left.partisan |= hold.party;
            if left.tenure == Tenure::Current {
                left.tenure = hold.tenure;
            }
            if hold.part && walk.pending == 0 {
                left.start = tokens.get(begin).start;
            } else {
                walk.pending += usize::from(!hold.part);
            }
            (walk.at, left.outer) = (begin, begin);
            return true;
        }
        if let Some(country) = self.adjective(k) {
            left.national = true;
            left.country = left.country.or(country);
            left.start = tokens.get(k).start;
            (walk.at, left.outer) = (k, k);
            return true;
        }
        if self.known_owner(left, k) || walk.pending == 0 && self.town(left, noun, k) {
            return false;
        }
        if self.class_of_word(k).is_some_and(|c| c != Class::Stop || tokens.is_lower(k)) {
            left.outer = if self.is_article(k) { k } else { walk.at };
            return false;
        }
        if self.unknown_owner(left, walk, noun, k) {
            return false;
        }
        // An adjective, of which only what stands before it tells more: Sveriges populäre statsminister.
        let indefinite = !noun.definite && tokens.chars(k).len() > 4 && self.ends_in(k, WordPart::Adjective);
        let written = tokens.is_lower(k) || self.is_compound_adjective(k);
        let adjective = written && (self.ends_in(k, WordPart::Definite) || indefinite)
            || self.ends_in(k, WordPart::Field);
        // Before a noun with its article a participle has one too: *den kritiserade ministern*; without it, it is the verb.
        let verb = noun.definite && walk.pending == 0 && self.is_verb_before(k, k);
        if !adjective || verb || self.title_ending(k).is_some() || walk.pending >= 2 {
            return false;
        }
        left.field |= self.ends_in(k, WordPart::Field);
        walk.verbal |= self.ends_in(k, WordPart::Verb);
        walk.pending += 1;
        (walk.at, left.outer) = (k, k);
        true
    }

    /// Takes in an owner that a table has, if its last word is at `k`.
    fn known_owner(&self, left: &mut Left, k: usize) -> bool {
        let owns = self.ends_in(k, WordPart::Genitive) || self.tokens.is_shouted(k);
        let owner = |p: &BodyMatch| p.genitive || self.is_shortened(p, k);
        let place = if owns { self.body_before(k) } else { None };
        let Some(place) = place.filter(owner) else { return false };
        let first = place.first;
        let longer = matches!(place.body, BodyClass::Country(_)) && self.goes_on_before(first);
        let body = if longer { BodyClass::Unknown } else { place.body };
        left.owner = Some((body, self.tokens.get(first).start..self.owner_end(k)));
        left.start = self.tokens.get(first).start;
        left.outer = first;
        self.widen(left);
        true
    }

    /// Takes in a town that stands before an office of towns without a genitive ending: *Åbo stadsdirektör*.
    fn town(&self, left: &mut Left, noun: &Noun, k: usize) -> bool {
        let tokens = self.tokens;
        if noun.definite || left.national || !self.office(noun).flags.has(Flag::Town) {
            return false;
        }
        let place =
            tokens.is_capital(k) && !tokens.is_shouted(k) && self.class_of_word(k) == Some(Class::Stop);
        if !place || self.ends_in(k, WordPart::Genitive) {
            return false;
        }
        left.owner = Some((BodyClass::Public, tokens.get(k).start..tokens.get(k).end));
        (left.start, left.outer) = (tokens.get(k).start, k);
        true
    }

    /// Takes in an owner that is another official, or that no table has.
    fn unknown_owner(&self, left: &mut Left, walk: &Walk, noun: &Noun, k: usize) -> bool {
        let tokens = self.tokens;
        let chars = tokens.chars(k);
        if let Some(title) = self.title_ending(k).filter(|t| t.genitive) {
            let public = matches!(
                self.office(&title).scope,
                OfficeScope::Public | OfficeScope::Small | OfficeScope::Usual
            );
            left.owner =
                Some((if public { BodyClass::Public } else { BodyClass::Unknown }, title.chars.clone()));
            left.start = title.chars.start;
            left.outer = title.tokens.start;
            return true;
        }
        // In lower case a genitive has the article of its noun: of other words in -s most are verbs.
        let noun_like = self.tables.parts.ends_rather(chars, WordPart::Owner, WordPart::Verb) && !walk.verbal;
        let genitive = chars.len() > 2 && self.ends_in(k, WordPart::Genitive);
        if !genitive || !tokens.is_capital(k) && (chars.len() < 5 || !noun_like) {
            return false;
        }
        // ... mötte minister Bo Ek Norrbottens landshövding: behind a whole name the place begins.
        let ruled = matches!(self.office(noun).role, Role::Governor | Role::Mayor)
            && k > 1
            && self.is_given_name(k - 2)
            && !self.is_given_name(k - 1);
        // President Eks talesman: what an official has is public.
        let of_official = tokens.is_capital(k) && !ruled && self.is_titled(k);
        let owner = if of_official { BodyClass::Public } else { BodyClass::Unknown };
        left.owner = Some((owner, tokens.get(k).start..self.owner_end(k)));
        // A person with a title or a given name is no part of the title: *president Eks stabschef Eva Lind*.
        let person = of_official
            || !ruled
                && tokens.is_capital(k)
                && k > 0
                && tokens.spaced(k - 1)
                && (tokens.is_capital(k - 1) && self.class(k - 1).is_none()
                    || self.title_ending(k - 1).is_some_and(|t| !t.genitive));
        if !person {
            left.start = tokens.get(k).start;
            left.outer = k;
        }
        true
    }

    /// Whether a public title stands before the name that ends with token `k`: *president Anna Eks*.
    fn is_titled(&self, k: usize) -> bool {
        const NAME: usize = 4;
        let tokens = self.tokens;
        let first = (k.saturating_sub(NAME)..=k)
            .rev()
            .take_while(|&j| tokens.is_capital(j) && (j == k || tokens.spaced(j)))
            .find(|&j| j < k && self.title_ending(j).is_some() || !(j > 0 && tokens.is_capital(j - 1)));
        let title = first.and_then(|j| {
            self.title_ending(j)
                .or_else(|| self.title_ending(j.checked_sub(1).filter(|&b| tokens.spaced(b))?))
        });
        title.is_some_and(|t| {
            let scope = self.office(&t).scope;
            !t.genitive && matches!(scope, OfficeScope::Public | OfficeScope::Small | OfficeScope::Usual)
        })
    }

    /// The token before which a short form in parentheses ends: *Europeiska investeringsbankens (EIB) ordförande*.
    fn before_short_form(&self, at: usize) -> usize {
        let tokens = self.tokens;
        let short =
            at > 3 && tokens.is_mark(at - 1, ')') && tokens.is_mark(at - 3, '(') && tokens.is_shouted(at - 2);
        if short && self.ends_in(at - 4, WordPart::Genitive) { at - 3 } else { at }
    }

    /// Whether a word of tenure `first..k + 1` is the verb of the clause: *nominerade senator Eva Ek*, but *den nominerade senatorn*,
    /// *USA:s nominerade minister*.
    fn is_verb_before(&self, first: usize, k: usize) -> bool {
        let before = first.checked_sub(1).filter(|&b| self.tokens.spaced(b));
        let owned = before.is_some_and(|b| self.is_article(b) || self.ends_in(b, WordPart::Genitive));
        first == k && self.ends_in(k, WordPart::Past) && !owned
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
            if !self.ends_in(at - 1, WordPart::Definite) {
                break;
            }
            at -= 1;
        }
        if at > 0 && tokens.spaced(at - 1) && self.class_of_word(at - 1).is_none_or(|c| c == Class::Stop) {
            let k = at - 1;
            let owns = self.ends_in(k, WordPart::Genitive);
            let place = self.body_before(k).filter(|p| p.genitive || owns);
            // Ystads kommuns, Malmö stads
            let named = owns || self.is_local_owner(at);
            let unknown = tokens.is_capital(k) && named && at == left.outer;
            if let Some(place) = place {
                if let BodyClass::Country(country) = place.body {
                    left.country = left.country.or(country);
                }
                left.outer = place.first;
                left.start = tokens.get(place.first).start;
            } else if unknown {
                left.outer = k;
                left.start = tokens.get(k).start;
                if let Some((_, name)) = &mut left.owner {
                    name.start = left.start;
                }
            }
        }
    }

    /// Whether a body stands before a title without a genitive ending, as letters and names in -s do: *Max*, *EU*.
    fn is_shortened(&self, place: &BodyMatch, k: usize) -> bool {
        let owns = self.ends_in(k, WordPart::Genitive);
        matches!(place.body, BodyClass::Public | BodyClass::Other | BodyClass::Country(_)) && owns
            || place.body == BodyClass::Public && self.tokens.is_shouted(k)
    }

    /// The end of an owner without its genitive ending.
    fn owner_end(&self, k: usize) -> usize {
        let ending = self.tables.parts.end(self.tokens.chars(k), WordPart::Genitive);
        self.tokens.get(k).end - ending.unwrap_or(0)
    }
}
