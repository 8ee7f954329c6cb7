//! Title nouns, and the words around them that make up a title: *Italiens förre premiärminister*, *chef för polisen i Ystad*.

use super::{
    parts::Part,
    words::{Body, Class, Flag, Grammar, Office, Place, Reading, Scope},
};
use crate::{
    lexicon::{Table, TableSet},
    scan::Hit,
    value::{Country, Role, Tenure},
};
use std::ops::Range;

/// Tokens that a title may have to each side of its noun.
const REACH: usize = 16;

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
    pub(super) genitive: bool,
    pub(super) definite: bool,
    pub(super) plural: bool,
    /// Whether the form is that of the singular and of the plural: *språkrör*.
    pub(super) either: bool,
}

/// A title with all that belongs to it.
#[derive(Debug, Clone)]
pub(super) struct Title {
    pub(super) noun: Noun,
    /// Its characters.
    pub(super) chars: Range<usize>,
    /// The first token read, which may be no part of the title: *den nye presidenten*.
    pub(super) outer: usize,
    /// The token after it.
    pub(super) end: usize,
    pub(super) public: bool,
    /// Whether a body after the name may still make it so: *enhetschefen Eva Ek på Skolverket*.
    pub(super) open: bool,
    /// Whether something says which holder is meant: an owner, an adjective of a country, a body after it.
    pub(super) anchored: bool,
    pub(super) tenure: Tenure,
    pub(super) body: Option<Range<usize>>,
    pub(super) country: Option<Country>,
    /// Where a name begins right after the words that follow the noun: *ordföranden i utskottet Eva Ek*.
    pub(super) name_at: Option<usize>,
}

/// What stands before a title noun.
#[derive(Debug, Default)]
struct Left {
    start: usize,
    outer: usize,
    tenure: Tenure,
    owner: Option<(Body, Range<usize>)>,
    country: Option<Country>,
    national: bool,
    /// *energipolitisk*: the title is for a field, not an office.
    field: bool,
}

/// What stands after a title noun.
#[derive(Debug)]
struct Right {
    end: usize,
    chars_end: usize,
    body: Option<(Body, Range<usize>)>,
    name_at: Option<usize>,
    any: bool,
    /// An ambassador for what is no country.
    friend: bool,
}

impl Reading<'_> {
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

    pub(super) fn office(&self, noun: &Noun) -> &Office {
        &self.words.offices[noun.office]
    }

    /// The title noun that ends with token `k`.
    pub(super) fn title_ending(&self, k: usize) -> Option<Noun> {
        let token = self.tokens.get(k);
        if token.mark.is_some() {
            return None;
        }
        let chars = self.tokens.chars;
        for (end, genitive) in self.ends_of(token.start, token.end) {
            if !self.words.office_ends.may(chars[end - 1], chars[end.saturating_sub(2)]) {
                continue;
            }
            let mut whole = None;
            let mut part = None;
            for entry in self.lexicon.ends_at(chars, end, TableSet::of(&[Table::Offices])) {
                let office = &self.words.offices[entry.row as usize];
                if let Some(first) = self.tokens.starting(entry.at).filter(|&f| f + 4 > k) {
                    whole = Some((entry.row as usize, first, entry.at));
                } else if entry.at >= token.start + 2 {
                    let prefix = &chars[token.start..entry.at];
                    let held = office.scope != Scope::Other && self.words.parts.first(prefix).has(Part::Rank);
                    if office.head || held {
                        part = Some((entry.row as usize, k, entry.at));
                    }
                }
            }
            let Some((office, first, head)) = whole.or(part) else { continue };
            let form = &chars[head..end];
            let noun = &self.words.offices[office];
            let (definite, plural) = self.words.parts.number(&noun.base, noun.neuter, form);
            let start = self.tokens.get(first).start;
            let either = self.words.offices[office].neuter && !definite && !plural;
            return Some(Noun {
                either,
                office,
                tokens: first..k + 1,
                chars: start..end,
                head,
                genitive,
                definite,
                plural,
            });
        }
        None
    }

    /// The title around a noun.
    pub(super) fn title(&self, mut noun: Noun) -> Title {
        let office = self.office(&noun);
        let token = self.tokens.get(noun.tokens.start);
        let prefix = (noun.head > token.start).then(|| {
            let rank = self.words.parts.first(&self.tokens.chars[token.start..noun.head]).has(Part::Rank);
            (!rank).then(|| self.prefix(token.start, noun.head).unwrap_or((Body::Unknown, token.start)))
        });
        let prefix = prefix.flatten();
        if let Some((_, at)) = prefix.filter(|&(_, at)| at < token.start) {
            noun.tokens.start = self.tokens.at(at);
            noun.chars.start = at;
        }
        let prefix = prefix.map(|(body, _)| body);
        let left = self.left(&noun);
        let right = self.right(&noun);
        let exact = noun.head == token.start || prefix.is_none();
        let public =
            self.is_public(office, prefix, exact, &left, &right) && self.is_crowned(&noun, &left, &right);
        let mut tenure = left.tenure;
        if tenure == Tenure::Current && noun.head > token.start {
            let first = self.words.parts.first(&self.tokens.chars[token.start..noun.head]);
            if first.has(Part::Former) {
                tenure = Tenure::Former;
            } else if first.has(Part::Acting) {
                tenure = Tenure::Acting;
            }
        }
        let country = |b: &Body| match b {
            Body::Country(c) => *c,
            _ => None,
        };
        let code = (left.owner.as_ref().and_then(|(b, _)| country(b)))
            .or(left.country)
            .or(right.body.as_ref().and_then(|(b, _)| country(b)))
            .or(prefix.as_ref().and_then(country));
        let body = [left.owner.as_ref(), right.body.as_ref()].into_iter().flatten();
        let body = body.filter(|(b, _)| !matches!(b, Body::Country(_))).map(|(_, r)| r.clone()).next();
        Title {
            chars: left.start..right.chars_end,
            outer: left.outer,
            end: right.end,
            public,
            open: office.scope == Scope::Body && !left.field && left.owner.is_none() && !right.any,
            anchored: left.owner.is_some() || left.national || right.any || prefix.is_some(),
            tenure,
            body,
            country: code,
            name_at: right.name_at,
            noun,
        }
    }

    /// Whether a king in the definite form has a country: else it is one of some field, *kungen av rock*.
    fn is_crowned(&self, noun: &Noun, left: &Left, right: &Right) -> bool {
        let body = [left.owner.as_ref(), right.body.as_ref()].into_iter().flatten();
        let country = left.national || body.into_iter().any(|(b, _)| matches!(b, Body::Country(_)));
        !(noun.definite && self.office(noun).flags.has(Flag::Crown)) || country
    }

    /// Whether the title makes its holder an official.
    fn is_public(
        &self,
        office: &Office,
        prefix: Option<Body>,
        exact: bool,
        left: &Left,
        right: &Right,
    ) -> bool {
        if left.field {
            return false;
        }
        let named = || {
            let owner = left.owner.as_ref().map(|(b, _)| *b);
            let national = left.national.then_some(Body::Country(left.country));
            [prefix, owner, national, right.body.as_ref().map(|(b, _)| *b)].into_iter().flatten()
        };
        let party = |role: Role| {
            matches!(
                role,
                Role::Chair
                    | Role::Leader
                    | Role::Legislator
                    | Role::PartyLeader
                    | Role::PartySecretary
                    | Role::SecretaryGeneral
                    | Role::Councillor
            )
        };
        let state = |role: Role| {
            matches!(
                role,
                Role::Spokesperson
                    | Role::Governor
                    | Role::Diplomat
                    | Role::Intergovernmental
                    | Role::MilitaryOfficer
                    | Role::SecretaryGeneral
            )
        };
        match office.scope {
            Scope::Other => false,
            // For a country there are ambassadors, for all else only friends: *ambassadör för barnfonden*.
            Scope::Public if left.owner.is_none() && right.friend => false,
            Scope::Public | Scope::Small => exact || !named().any(|b| b == Body::Other),
            Scope::Usual => {
                let strict = matches!(
                    office.role,
                    Role::HeadOfState
                        | Role::DeputyHeadOfState
                        | Role::SecretaryGeneral
                        | Role::PartyLeader
                        | Role::Spokesperson
                );
                let held = named().any(|b| matches!(b, Body::Public | Body::Party | Body::Country(_)));
                held || !named().any(|b| b == Body::Other || strict && b == Body::Unknown)
            }
            Scope::Body => {
                named().any(|b| match b {
                    Body::Public => true,
                    Body::Party => party(office.role),
                    Body::Country(_) => state(office.role),
                    _ => false,
                }) && !named().any(|b| b == Body::Other)
            }
            Scope::Land => named().any(|b| matches!(b, Body::Party | Body::Country(_))),
        }
    }

    /// Reads the words before a title noun.
    fn left(&self, noun: &Noun) -> Left {
        let tokens = self.tokens;
        let first = noun.tokens.start;
        let mut left = Left { start: noun.chars.start, outer: first, ..Left::default() };
        let floor = first.saturating_sub(REACH);
        let mut at = first;
        // kultur- och idrottsminister; energi-, närings- och innovationsminister
        if at >= 2 && self.is_and(at - 1) && tokens.chars(at - 2).ends_with(&['-']) {
            at -= 2;
            while at >= 2 && tokens.is_mark(at - 1, ',') && tokens.chars(at - 2).ends_with(&['-']) {
                at -= 2;
            }
            left.start = tokens.get(at).start;
        }
        let mut pending = 0;
        while at > floor && tokens.is_word(at - 1) && tokens.spaced(at - 1) {
            let k = at - 1;
            if let Some((hold, begin)) = self.tenure_before(k) {
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
                // A country inside a longer name is another thing: *Real Madrids*.
                let first = place.first;
                let longer = matches!(place.body, Body::Country(_))
                    && first > 0
                    && tokens.spaced(first - 1)
                    && tokens.is_capital(first - 1)
                    && self.class(first - 1).is_none()
                    && self.adjective(first - 1).is_none();
                let body = if longer { Body::Unknown } else { place.body };
                left.owner = Some((body, tokens.get(first).start..self.owner_end(k)));
                left.start = tokens.get(first).start;
                left.outer = first;
                self.widen(&mut left);
                break;
            }
            if self.class_of_word(k).is_some_and(|c| c != Class::Stop) {
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
            if genitive && (tokens.is_capital(k) || chars.len() > 4) {
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
            let adjective = tokens.is_lower(k)
                && (self.ends_in(k, Part::Definite)
                    || !noun.definite && chars.len() > 4 && self.ends_in(k, Part::Adjective))
                || self.ends_in(k, Part::Field);
            if !adjective || self.title_ending(k).is_some() || pending >= 2 {
                break;
            }
            left.field |= self.ends_in(k, Part::Field);
            pending += 1;
            at = k;
            left.outer = at;
        }
        left
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

    /// Reads the words after a title noun that belong to it.
    fn right(&self, noun: &Noun) -> Right {
        let tokens = self.tokens;
        let first = noun.tokens.end;
        let mut right = Right {
            end: first,
            chars_end: noun.chars.end,
            body: None,
            name_at: None,
            any: false,
            friend: false,
        };
        if noun.genitive {
            return right;
        }
        // enhetschef Socialstyrelsen; kommunalråd (S) i Ystad
        let mut at = first;
        if let Some((_, end)) =
            self.party_mark(at).filter(|&(_, end)| self.class_of_word(end) == Some(Class::Preposition))
        {
            at = end;
        }
        if !self.is_joint(at) {
            if tokens.is_capital(at)
                && tokens.spaced(at - 1)
                && self.office(noun).scope == Scope::Body
                && let Some(place) = self.body_at(at).filter(|p| p.body == Body::Public && !p.genitive)
            {
                self.take(&mut right, place.body, at..place.end);
            }
            return right;
        }
        let limit = first + REACH;
        // Words read, whether the last could end a noun phrase, and whether a preposition is the last.
        let (mut words, mut lower, mut bare) = (0, false, true);
        at += 1;
        while at < limit {
            if !tokens.is_word(at) {
                break;
            }
            // A name may begin where a noun or a known body stands before it.
            if words > 0 && lower && tokens.is_capital(at) {
                // After a capital it takes a given name to tell: *för New York City Opera*.
                let told = tokens.is_lower(at - 1) && tokens.chars(at - 1).len() > 3
                    || self.is_given_name(at)
                    || self.is_country(at - 1);
                if self.name_from(at, false).is_some_and(|n| told && !n.is_single()) {
                    right.name_at = Some(at);
                    break;
                }
            }
            if let Some(place) = self.body_at(at) {
                let next = place.end;
                // A part of a party is not the party: *i partiets grupp för skolan*.
                let part = place.body == Body::Party && place.genitive;
                self.take(&mut right, if part { Body::Unknown } else { place.body }, at..next);
                // Of a genitive the thing owned is still to come: *på polisens station*.
                (lower, bare) = (!place.genitive, false);
                words += 1;
                at = next;
                continue;
            }
            let chars = tokens.chars(at);
            match self.class_of_word(at) {
                Some(Class::Preposition) if self.grammar(at).any(&[Grammar::Joint, Grammar::Inner]) => {
                    (lower, bare) = (false, true);
                    at += 1;
                    continue;
                }
                Some(Class::Conjunction) if self.is_and(at) && words > 0 => {
                    let open = tokens.chars(at - 1).ends_with(&['-']);
                    let next = at + 1;
                    let noun = tokens.is_lower(next)
                        && self.class_of_word(next).is_none()
                        && self.title_ending(next).is_none();
                    let ends = !tokens.is_word(next + 1) || tokens.is_capital(next + 1);
                    if !(open || noun && ends) {
                        break;
                    }
                    at += 1;
                    continue;
                }
                Some(Class::Pronoun) if self.is_article(at) => {
                    at += 1;
                    continue;
                }
                // The time: *på 1970-talet*, *i måndags*.
                Some(Class::Stop) if tokens.is_lower(at) => break,
                None if chars[0].is_ascii_digit() => break,
                Some(Class::Particle | Class::Stop | Class::Honorific) | None => {}
                Some(_) => break,
            }
            if let Some(title) = self.title_ending(at) {
                if words == 0
                    && self.words.offices[title.office].role != Role::Other
                    && matches!(self.office(&title).scope, Scope::Public)
                {
                    // One with a name of its own is another person's: *presschef hos finansminister Eva Ek*.
                    if self.name_from(at + 1, false).is_some() {
                        right.body = Some((Body::Public, title.chars));
                        break;
                    }
                    self.take(&mut right, Body::Public, at..at + 1);
                    at += 1;
                    words += 1;
                    lower = true;
                    continue;
                }
                if words > 0 && !title.genitive {
                    break;
                }
            }
            // A place of one word may stand before a name: *polischefen i Ystad Eva Ek*.
            if tokens.is_capital(at) && bare {
                let next = at + 1;
                if tokens.is_capital(next)
                    && tokens.spaced(at)
                    && self.is_given_name(next)
                    && let Some(name) = self.name_from(next, false).filter(|n| !n.is_single())
                {
                    right.name_at = Some(name.tokens.start);
                    self.reach(&mut right, at + 1);
                    if right.body.is_none() {
                        right.body = Some((Body::Unknown, tokens.get(at).start..tokens.get(at).end));
                    }
                    break;
                }
            }
            if tokens.is_lower(at)
                && words > 0
                && tokens.spaced(at - 1)
                && chars.len() > 4
                && self.ends_in(at, Part::Past)
            {
                break;
            }
            (lower, bare) = (tokens.is_lower(at), false);
            words += 1;
            at += 1;
            self.reach(&mut right, at);
            if right.body.is_none() {
                right.body = Some((Body::Unknown, tokens.get(at - 1).start..tokens.get(at - 1).end));
            }
        }
        // A body after a comma: *chef för tillsyn, Skolinspektionen*.
        if right.name_at.is_none()
            && right.end > first
            && !self.has_public(&right)
            && tokens.is_mark(right.end, ',')
        {
            let at = right.end + 1;
            if tokens.is_capital(at)
                && let Some(place) = self.body_at(at).filter(|p| p.body == Body::Public && !p.genitive)
            {
                self.take(&mut right, place.body, at..place.end);
            }
        }
        right.friend = self.office(noun).flags.has(Flag::Envoy)
            && self.grammar(first).has(Grammar::For)
            && !right.body.as_ref().is_some_and(|(b, _)| matches!(b, Body::Country(_)));
        right
    }

    fn has_public(&self, right: &Right) -> bool {
        right.body.as_ref().is_some_and(|(b, _)| *b == Body::Public)
    }

    /// Adds a body at the tokens to what stands after a noun. A public body counts most, then the first.
    fn take(&self, right: &mut Right, body: Body, tokens: Range<usize>) {
        let weight = |b: &Body| match b {
            Body::Public => 3,
            Body::Other => 4,
            Body::Party | Body::Country(_) => 2,
            Body::Unknown => 0,
        };
        let chars = self.tokens.get(tokens.start).start..self.tokens.get(tokens.end - 1).end;
        if right.body.as_ref().is_none_or(|(b, _)| weight(&body) > weight(b)) {
            right.body = Some((body, chars));
        }
        self.reach(right, tokens.end);
    }

    fn reach(&self, right: &mut Right, end: usize) {
        right.end = end;
        right.chars_end = self.tokens.get(end - 1).end;
        right.any = true;
    }

    /// Whether a public body follows from token `k` on: *… på Skolverket*.
    pub(super) fn is_of_body(&self, k: usize) -> bool {
        let public = |k: usize| self.body_at(k).is_some_and(|p| p.body == Body::Public);
        // *på Skolverket*, *vid Ystads tingsrätt*
        self.is_joint(k) && (public(k + 1) || self.tokens.is_capital(k + 1) && public(k + 2))
    }

    /// The party in parentheses at `k`, *(S)*, and the token after them.
    pub(super) fn party_mark(&self, k: usize) -> Option<(Range<usize>, usize)> {
        if !self.tokens.is_mark(k, '(') {
            return None;
        }
        if !self.is_party(k + 1) {
            return None;
        }
        let token = self.tokens.get(k + 1);
        let end = (k + 2..k + 5).find(|&j| self.tokens.is_mark(j, ')'))?;
        Some((token.start..token.end, end + 1))
    }
}
