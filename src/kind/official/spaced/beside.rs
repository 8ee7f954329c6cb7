//! The names on either side of a title.

use super::{
    names::{Lead, NameReading},
    passage::Passage,
    tables::{Class, Flag, Grammar, OfficeScope, OfficialClass},
    titles::Title,
    word_parts::{WordPart, is_roman},
};
use crate::value::{Role, Tenure};
use std::ops::Range;

/// Names that one title in the plural may have.
pub(super) const SHARED: usize = 8;

/// A name beside a title, the party in parentheses, and the token after both.
#[derive(Debug)]
pub(super) struct Holder {
    pub(super) name: NameReading,
    pub(super) party: Option<Range<usize>>,
    pub(super) end: usize,
}

impl Passage<'_> {
    /// The names that a title stands before.
    pub(super) fn names_after(&self, title: &Title) -> Vec<Holder> {
        let tokens = self.tokens;
        let role = self.office(&title.noun).role;
        let lead = Lead {
            royal: matches!(role, Role::Monarch | Role::Governor),
            crowned: role == Role::Monarch,
            titled: true,
            outer: Some(title.outer),
            own: title.country.is_some_and(|country| self.tables.own.contains(&country)),
        };
        let first = self.name_after(title, lead).filter(|holder| self.may_hold(title, &holder.name, lead));
        let mut people: Vec<Holder> = first.into_iter().collect();
        while (1..SHARED).contains(&people.len()) {
            let at = people.last().map_or(0, |p| p.end);
            if !(tokens.is_mark(at, ',') || self.is_and(at)) {
                break;
            }
            let Some(name) = self.name_from(at + 1, lead) else { break };
            let next = self.with_party_after(name);
            // A word that shows no plural is one for two leaders of a party, or for two with their parties.
            let either = title.noun.either
                && (self.office(&title.noun).role == Role::PartyLeader
                    || next.party.is_some() && people[0].party.is_some());
            if !(title.noun.plural || either) {
                break;
            }
            people.push(next);
        }
        people
    }

    /// The first name after a title.
    fn name_after(&self, title: &Title, lead: Lead) -> Option<Holder> {
        let tokens = self.tokens;
        let direct = title.noun.tokens.end;
        let party = self.party_mark(direct);
        let start = self.past_age(party.as_ref().map_or(direct, |(_, end)| *end));
        let beside = tokens.spaced(start.wrapping_sub(1)) || party.is_some();
        let mut name = beside.then(|| self.name_from(start, lead)).flatten();
        if name.is_none() {
            name = title.name_at.and_then(|at| self.name_from(at, lead));
        }
        // Between commas: *presidenten för regionen, Eva Ek, säger*.
        if name.is_none()
            && (title.noun.definite || title.anchored)
            && !title.noun.plural
            && tokens.is_mark(title.end, ',')
            && self.names_before(title).is_empty()
        {
            name = self
                .name_from(self.past_origin(self.past_age(title.end + 1)), lead)
                .filter(|n| self.closes(n) && n.chars.end == tokens.get(n.tokens.end - 1).end);
        }
        let name = name?;
        Some(match party {
            Some((party, _)) => Holder { end: name.tokens.end, party: Some(party), name },
            None => self.with_party_after(name),
        })
    }

    fn with_party_after(&self, name: NameReading) -> Holder {
        let end = name.tokens.end;
        match self.party_mark(end).or_else(|| self.party_between_commas(end)) {
            Some((party, end)) => Holder { name, party: Some(party), end },
            None => Holder { end, party: None, name },
        }
    }

    /// The party between the commas from token `k` on, and the token after it: *Eva Ek, S, säger*. In a list of parties it is
    /// nobody's.
    fn party_between_commas(&self, k: usize) -> Option<(Range<usize>, usize)> {
        let tokens = self.tokens;
        let alone = tokens.is_mark(k, ',')
            && tokens.is_mark(k + 2, ',')
            && self.is_party(k + 1)
            && tokens.is_capital(k + 1)
            && !self.is_party(k + 3);
        alone.then(|| (tokens.get(k + 1).start..tokens.get(k + 1).end, k + 2))
    }

    /// The token after an age: *presidenten, 81-årige Joe Ek*.
    fn past_age(&self, k: usize) -> usize {
        let chars = self.tokens.chars(k);
        let age = chars.first().is_some_and(char::is_ascii_digit) && self.ends_in(k, WordPart::Age);
        k + usize::from(age)
    }

    /// The token after a word for where somebody comes from: *utskottets ordförande, moderaten Eva Ek*.
    fn past_origin(&self, k: usize) -> usize {
        let origin = self.tokens.is_lower(k)
            && self.tokens.spaced(k)
            && self.beside_before(k + 1).has(OfficialClass::Origin);
        k + usize::from(origin)
    }

    /// Whether a name after a title is that of its holder.
    fn may_hold(&self, title: &Title, name: &NameReading, lead: Lead) -> bool {
        let tokens = self.tokens;
        let noun = &title.noun;
        let first = name.tokens.start;
        let capital = tokens.is_capital(noun.tokens.start) && !title.anchored;
        let numbered = name.tokens.clone().any(|k| is_roman(tokens.chars(k)));
        // The title may be the first part of a name, as its word may be one: *Emir Kusturica*; or that of a brand or a work.
        if capital && !numbered {
            let office = self.office(noun);
            let unknown =
                name.is_single() && !self.is_given(&name.chars) && !tokens.is_shouted(noun.tokens.start);
            if office.scope == OfficeScope::Small || office.flags.has(Flag::Crown) && unknown {
                return false;
            }
        }
        let work = |k| self.beside_before(k).has(OfficialClass::Work);
        if tokens.is_capital(noun.tokens.start) && (title.outer..=noun.tokens.start).any(work) {
            return false;
        }
        // *President Kennedy Airport*, *Drottning Kristinas väg*
        let last = name.tokens.end - 1;
        let namesake = |k| self.beside_after(k).has(OfficialClass::Namesake);
        let inside = || (noun.tokens.end - 1..last).any(namesake);
        let after = || {
            let genitive = name.chars.end < tokens.get(last).end;
            tokens.is_capital(noun.tokens.start)
                && (tokens.is_capital(last + 1) || genitive && (name.is_single() || numbered))
                && namesake(last)
        };
        if first == noun.tokens.end && (inside() || after()) {
            return false;
        }
        // The object of a verb: *invigde ministern Bildmuseet*.
        let object = noun.definite && !self.is_given_name(first) && self.is_inverted(lead);
        let visited = || name.is_single() && self.beside_before(title.outer).has(OfficialClass::Visits);
        let thing = |k: usize| self.begins_object(k, first.wrapping_sub(1));
        !(object && (visited() || name.tokens.clone().any(thing)))
    }

    /// Whether a verb stands before the title, so that what begins there may be followed by its object.
    pub(super) fn is_inverted(&self, lead: Lead) -> bool {
        let verb = |k: usize, b: usize| {
            self.tokens.spaced(b)
                && self.tokens.is_lower(b)
                && (self.is_verbal(b) || self.beside_before(k).has(OfficialClass::Visits))
        };
        lead.outer.is_some_and(|k| k.checked_sub(1).is_some_and(|b| verb(k, b)))
    }

    /// Whether a name between commas ends there.
    fn closes(&self, name: &NameReading) -> bool {
        let at = self.party_mark(name.tokens.end).map_or(name.tokens.end, |(_, end)| end);
        matches!(
            self.tokens.get(at).mark,
            Some(',' | '.' | ')' | '"' | ':' | ';' | '\n' | '\0' | '-' | '?' | '!')
        )
    }

    /// The names that a title stands after: one, or for a title in the plural several.
    pub(super) fn names_before(&self, title: &Title) -> Vec<Holder> {
        let Some(mut last) = self.name_before(title) else { return Vec::new() };
        if last.party.is_none() {
            last.party = self.party_mark(title.end).map(|(party, _)| party);
        }
        // *Eva Ek (S) och Bo Alm (M), kommunalråd*: a word that shows no plural is one for two with their parties.
        let either = title.noun.either && last.party.is_some();
        if !title.noun.plural && !either {
            return vec![last];
        }
        let mut people = vec![last];
        while let Some(start) = people.last().map(|p| p.name.tokens.start)
            && people.len() < SHARED
            && start > 0
            && (self.tokens.is_mark(start - 1, ',') || self.is_and(start - 1))
            && let Some(holder) = self.name_with_party(start - 1)
            && (title.noun.plural || self.is_and(start - 1) && holder.party.is_some())
        {
            people.push(holder);
        }
        if !title.noun.plural {
            return people;
        }
        let party = people[0].party.clone();
        for holder in people.iter_mut().filter(|holder| holder.party.is_none()) {
            holder.party.clone_from(&party);
        }
        // One person holds no title in the plural: *Käre Eva Ek, ministrar, ledamöter*.
        if people.len() < 2 {
            people.clear();
        }
        people
    }

    /// The name that a title stands after.
    fn name_before(&self, title: &Title) -> Option<Holder> {
        let tokens = self.tokens;
        let k = title.outer;
        let before = k.checked_sub(1)?;
        if tokens.is_mark(before, ',') {
            // Of a list of persons the next may be named by a bare title: *Eva Ek, statsministern och kungen*.
            if title.noun.definite && !title.anchored {
                return None;
            }
            return self.name_with_party(before).map(|holder| self.without_genitive(holder, title));
        }
        if tokens.is_mark(before, '(') && tokens.is_mark(title.end, ')') {
            return self.name_with_party(before);
        }
        if tokens.is_mark(before, '\n') && self.is_signature(title) {
            return self.name_with_party(before);
        }
        if tokens.is_mark(before, ')') || tokens.is_mark(before, '\n') {
            let holder = self.name_with_party(before + usize::from(tokens.is_mark(before, ')')));
            return holder.filter(|h| h.party.is_some() || tokens.is_shouted(h.name.tokens.start));
        }
        // Another occupation first: *Eva Ek, bonde och riksdagsledamot*.
        if k > 2 && self.is_and(before) && tokens.is_mark(k - 3, ',') && !title.noun.definite {
            let other = tokens.is_lower(k - 2) && self.class_of_word(k - 2).is_none();
            if other || self.is_compound_noun(k - 2) {
                return self.name_with_party(k - 3);
            }
        }
        if let Some(at) = self.relative_clause(k) {
            return self.name_with_party(at);
        }
        let shouted = tokens.is_shouted(before) && before > 0 && tokens.is_capital(before - 1);
        if shouted && tokens.spaced(before) {
            return self
                .name_with_party(k)
                .filter(|holder| holder.name.tokens.clone().all(|k| !tokens.is_lower(k)));
        }
        self.by_line(title)
    }

    /// Whether a title is a line of its own below a line that is a name, as under an article of opinion.
    fn is_signature(&self, title: &Title) -> bool {
        let tokens = self.tokens;
        let ends = matches!(tokens.get(title.end).mark, Some('\n' | '\0' | ',' | '('));
        let name = self.name_with_party(title.outer - 1).map(|holder| holder.name);
        ends && !title.noun.definite
            && name.is_some_and(|name| {
                let first = name.tokens.start;
                !name.is_single()
                    && (first == 0 || tokens.is_mark(first - 1, '\n'))
                    && self.is_given_name(first)
            })
    }

    /// A name with its title right behind it: *av Eva Ek finansminister och Per Bo socialminister*.
    fn by_line(&self, title: &Title) -> Option<Holder> {
        let tokens = self.tokens;
        let at = title.outer;
        let bare = !title.noun.definite && !title.noun.plural && tokens.is_lower(at) && tokens.spaced(at - 1);
        let end = self.past_marks(title.end);
        let ends = !tokens.is_word(end) || self.is_and(end);
        if !bare || !ends || self.office(&title.noun).scope != OfficeScope::Public {
            return None;
        }
        let holder = self.name_with_party(at)?;
        let first = holder.name.tokens.start;
        let opens = first.checked_sub(1).is_none_or(|b| {
            !tokens.is_word(b) && !tokens.is_mark(b, ',')
                || self.is_and(b)
                || self.grammar(b).has(Grammar::Of)
        });
        (opens && !holder.name.is_single() && self.is_given_name(first)).then_some(holder)
    }

    /// Whether a word with a hyphen and its last part in lower case stands at `k`: *M-politiker*.
    fn is_compound_noun(&self, k: usize) -> bool {
        let chars = self.tokens.chars(k);
        let last = chars.rsplit(|&c| c == '-').next().unwrap_or(&[]);
        last.len() < chars.len() && last.len() > 3 && last.iter().all(|c| c.is_lowercase())
    }

    /// An owner with an apposition: *Eva Eks, kommunalråd i Ystad, budskap*.
    fn without_genitive(&self, mut holder: Holder, title: &Title) -> Holder {
        let next = title.end + 1;
        let last = holder.name.tokens.end - 1;
        let noun = self.tokens.is_mark(title.end, ',')
            && self.tokens.is_lower(next)
            && self.class(next).is_none()
            && !self.is_verbal(next);
        let chars = self.tokens.chars(last);
        let own = self.is_given_name(last)
            || self.class_of_word(last) == Some(Class::Whole)
            || self.tables.parts.ends(chars, WordPart::Own);
        if noun
            && !own
            && let Some(ending) = self.tables.parts.end(chars, WordPart::Genitive)
        {
            holder.name.chars.end -= ending;
        }
        holder
    }

    /// The token after the name in *…, som varit* before token `k`.
    fn relative_clause(&self, k: usize) -> Option<usize> {
        let tokens = self.tokens;
        let is = |k: usize, word: Grammar| self.grammar(k).has(word);
        let mut at = k;
        let adverb =
            |at: usize| at > 0 && self.class_of_word(at - 1) == Some(Class::Adverb) && tokens.is_word(at - 1);
        while adverb(at) && k - at < 3 {
            at -= 1;
        }
        if at == 0 || !is(at - 1, Grammar::Be) {
            return None;
        }
        at -= 1;
        while adverb(at) && k - at < 6 {
            at -= 1;
        }
        if at > 0 && is(at - 1, Grammar::Have) {
            at -= 1;
        }
        while adverb(at) && k - at < 8 {
            at -= 1;
        }
        if at == 0 || !is(at - 1, Grammar::Who) {
            return None;
        }
        at -= 1;
        Some(if at > 0 && tokens.is_mark(at - 1, ',') { at - 1 } else { at })
    }

    /// Whether the clause says when an office ended: *som var finansminister till 2014*.
    pub(super) fn has_ended(&self, title: &Title) -> bool {
        let Some(b) = title.outer.checked_sub(1) else { return false };
        let was = self.grammar(b).has(Grammar::Was);
        // *som tidigare varit minister*
        let former = |k: usize| self.tenure_before(k).is_some_and(|(hold, _)| hold.tenure == Tenure::Former);
        if was && (b.saturating_sub(2)..b).any(former) {
            return true;
        }
        let year = |k: usize| {
            let chars = self.tokens.chars(k);
            chars.len() >= 4 && chars[..4].iter().all(char::is_ascii_digit)
        };
        let mut at = title.end;
        while at < title.end + 2 && self.grammar(at).has(Grammar::Until) {
            at += 1;
        }
        was && year(at)
    }

    /// The name that ends before token `k`, with the party in parentheses after it.
    fn name_with_party(&self, k: usize) -> Option<Holder> {
        let tokens = self.tokens;
        let holder = |name, party| Holder { name, party, end: k };
        if k > 0 && tokens.is_mark(k - 1, ')') {
            let open = (k.saturating_sub(7)..k - 1).rev().find(|&j| tokens.is_mark(j, '('))?;
            let party = self.party_mark(open).map(|(range, _)| range);
            return self.name_to(open).map(|name| holder(name, party));
        }
        // A party: *Eva Ek, S, kommunalråd*.
        if let Some(open) = k.checked_sub(2)
            && let Some((party, _)) = self.party_between_commas(open)
        {
            return self.name_to(open).map(|name| holder(name, Some(party)));
        }
        // An age: *Eva Ek, 45, kommunalråd*.
        if k > 1 && tokens.is_mark(k - 2, ',') && tokens.chars(k - 1).iter().all(char::is_ascii_digit) {
            return self.name_to(k - 2).map(|name| holder(name, None));
        }
        self.name_to(k).map(|name| holder(name, None))
    }

    /// The token after a party or a short note in parentheses.
    pub(super) fn past_marks(&self, k: usize) -> usize {
        if self.tokens.is_mark(k, '(')
            && let Some(end) = (k + 1..k + 7).find(|&j| self.tokens.is_mark(j, ')'))
        {
            return end + 1;
        }
        k
    }
}
