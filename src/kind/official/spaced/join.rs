//! Which name a title belongs to.
//!
//! Titles are found by their nouns (`titles.rs`), names by their letters and neighbours (`names.rs`); here the two are joined
//! where they stand side by side. All walks are bounded, so the time is linear in the text.

use super::{
    names::Name,
    parts::is_roman,
    titles::Title,
    words::{Class, Flag, Grammar, Reading, Scope},
};
use crate::{
    kind::official::{Held, Named},
    value::Role,
};
use std::{collections::BTreeMap, ops::Range};

/// Names that one title in the plural may have.
const SHARED: usize = 8;

/// A name with the titles joined to it, by number.
#[derive(Debug)]
struct Joined {
    name: Name,
    titles: Vec<usize>,
    party: Option<Range<usize>>,
    /// The token after all that was read.
    end: usize,
    /// Whether the title of another person is shared.
    shares: bool,
}

impl Reading<'_> {
    /// Joins titles and names.
    pub(super) fn join(&self, titles: &[Title]) -> Vec<Named> {
        let mut joined: Vec<Joined> = Vec::new();
        let mut taken = vec![false; titles.len()];
        // Names after titles, from the right, so that a chain of titles meets its name.
        for (i, title) in titles.iter().enumerate().rev() {
            if title.noun.genitive {
                continue;
            }
            if let Some(next) = titles.get(i + 1).filter(|_| taken.get(i + 1) == Some(&true))
                && self.chained(title, next)
            {
                let person = joined
                    .iter_mut()
                    .rev()
                    .take(SHARED)
                    .find(|j| j.titles.first() == Some(&(i + 1)) && !j.shares);
                if let Some(person) = person {
                    person.titles.insert(0, i);
                    taken[i] = true;
                    continue;
                }
            }
            let people = self.names_after(title);
            if !people.is_empty() {
                taken[i] = true;
                for (n, (name, party, end)) in people.into_iter().enumerate() {
                    joined.push(Joined { name, titles: vec![i], party, end, shares: n > 0 });
                }
            }
        }
        // Titles after names, from the left, so that further titles follow the first.
        let mut last: Option<usize> = None;
        let before = joined.len();
        let mut by_name: Option<BTreeMap<usize, usize>> = None;
        for (i, title) in titles.iter().enumerate() {
            if taken[i] || title.noun.genitive || title.noun.plural && title.noun.definite {
                continue;
            }
            if let Some(person) =
                last.and_then(|at| joined.get_mut(at)).filter(|p| self.continues(p.end, title))
            {
                person.titles.push(i);
                person.end = self.past_marks(title.end);
                taken[i] = true;
                continue;
            }
            if let Some((name, party)) = self.name_before(title) {
                taken[i] = true;
                // A title before the name, and another after it: *major Eva Ek, presschef på Försvarsmakten*.
                let by_name = by_name.get_or_insert_with(|| {
                    let ends = joined.iter().take(before).map(|j| j.name.tokens.end);
                    ends.zip(0..).collect()
                });
                let known = by_name.get(&name.tokens.end).copied();
                let known = known.filter(|&at| joined[at].titles.len() == 1);
                if let Some(at) = known.filter(|&at| !joined[at].shares) {
                    joined[at].titles.push(i);
                    joined[at].end = self.past_marks(title.end);
                    last = Some(at);
                    continue;
                }
                last = Some(joined.len());
                joined.push(Joined {
                    name,
                    titles: vec![i],
                    party,
                    end: self.past_marks(title.end),
                    shares: false,
                });
            }
        }
        joined.iter().filter_map(|j| self.named(j, titles)).collect()
    }

    /// The person with the public titles alone, or with all if none is public.
    fn named(&self, joined: &Joined, titles: &[Title]) -> Option<Named> {
        let before = |t: &Title| t.chars.start < joined.name.chars.start;
        let of_body = self.is_of_body(joined.end);
        let all: Vec<&Title> = joined.titles.iter().filter_map(|&i| titles.get(i)).collect();
        let mut held: Vec<&Title> = all.clone();
        // *ordföranden Eva Ek (S)*: the party tells that the chair is held in politics.
        let political = |t: &Title| joined.party.is_some() && self.office(&t.noun).role == Role::Chair;
        held.retain(|t| t.public || t.open && before(t) && (of_body || political(t)));
        let public = !held.is_empty();
        if !public {
            held = all;
        }
        if held.iter().all(|t| self.is_consort(t, &joined.name)) {
            return None;
        }
        let mut claim = joined.name.chars.clone();
        if !joined.shares {
            for title in &held {
                claim = claim.start.min(title.chars.start)..claim.end.max(title.chars.end);
            }
        }
        let office = |t: &&Title| Held {
            title: t.chars.clone(),
            role: self.office(&t.noun).role,
            body: t.body.clone(),
            country: t.country,
            tenure: t.tenure,
        };
        Some(Named {
            claim,
            name: joined.name.chars.clone(),
            offices: held.iter().map(office).collect(),
            party: joined.party.clone(),
            public,
        })
    }

    /// The wife of a king is no monarch.
    fn is_consort(&self, title: &Title, name: &Name) -> bool {
        self.office(&title.noun).flags.has(Flag::Consort)
            && name.tokens.clone().any(|k| self.class_of_word(k) == Some(Class::Consort))
            && !name.tokens.clone().any(|k| self.tokens.is_shouted(k))
    }

    /// Whether a title and the next are coordinated: *vice premiärminister och utrikesminister*.
    fn chained(&self, title: &Title, next: &Title) -> bool {
        let at = self.past_marks(title.end);
        // A rank may follow a post without a sign: *polisens talesman kommissarie Eva Ek*.
        if next.outer == title.end
            && self.tokens.spaced(at - 1)
            && !title.noun.definite
            && !next.noun.definite
        {
            return !title.noun.plural && title.name_at.is_none();
        }
        let joint = self.is_and(at) || self.tokens.is_mark(at, ',') || self.tokens.is_mark(at, '/');
        joint
            && next.outer == at + 1
            && title.noun.definite == next.noun.definite
            && title.noun.plural == next.noun.plural
            && title.name_at.is_none()
    }

    /// Whether a title goes on a list of titles that ended before token `at`.
    fn continues(&self, at: usize, title: &Title) -> bool {
        let tokens = self.tokens;
        let mut k = at;
        if tokens.is_mark(k, ',') {
            k += 1;
        }
        if self.is_and(k) {
            k += 1;
        }
        k > at && self.past_openers(k) >= title.outer && k <= title.outer
    }

    /// The token after words that may stand between a comma and a title.
    fn past_openers(&self, k: usize) -> usize {
        let mut at = k;
        while at < k + 4
            && self.class_of_word(at).is_some_and(|c| matches!(c, Class::Adverb | Class::Pronoun))
        {
            at += 1;
        }
        at
    }

    /// The token after a party or a short note in parentheses.
    fn past_marks(&self, k: usize) -> usize {
        if self.tokens.is_mark(k, '(')
            && let Some(end) = (k + 1..k + 7).find(|&j| self.tokens.is_mark(j, ')'))
        {
            return end + 1;
        }
        k
    }

    /// The names that a title stands before.
    fn names_after(&self, title: &Title) -> Vec<(Name, Option<Range<usize>>, usize)> {
        let tokens = self.tokens;
        let royal = matches!(self.office(&title.noun).role, Role::Monarch | Role::Governor);
        let direct = title.noun.tokens.end;
        let mut start = direct;
        let mut party = None;
        if let Some((range, end)) = self.party_mark(direct) {
            (party, start) = (Some(range), end);
        }
        let mut name = (tokens.spaced(start.wrapping_sub(1)) || start != direct)
            .then(|| self.name_from(start, royal))
            .flatten();
        if name.is_none() {
            name = title.name_at.and_then(|at| self.name_from(at, royal));
        }
        // Between commas: *presidenten för regionen, Eva Ek, säger*.
        if name.is_none()
            && (title.noun.definite || title.anchored)
            && !title.noun.plural
            && tokens.is_mark(title.end, ',')
            && self.name_before(title).is_none()
        {
            name = self
                .name_from(title.end + 1, royal)
                .filter(|n| self.closes(n) && n.chars.end == tokens.get(n.tokens.end - 1).end);
        }
        let Some(name) = name.filter(|n| !self.is_part_of_name(title, n)) else { return Vec::new() };
        let mut end = name.tokens.end;
        if party.is_none()
            && let Some((range, after)) = self.party_mark(end)
        {
            (party, end) = (Some(range), after);
        }
        let mut people = vec![(name, party, end)];
        while people.len() < SHARED {
            let at = people.last().map_or(end, |p| p.2);
            if !(tokens.is_mark(at, ',') || self.is_and(at)) {
                break;
            }
            let Some(name) = self.name_from(at + 1, royal) else { break };
            let (mut party, mut end) = (None, name.tokens.end);
            if let Some((range, after)) = self.party_mark(end) {
                (party, end) = (Some(range), after);
            }
            // A word that shows no plural is one for two leaders of a party, or for two with their parties.
            let either = title.noun.either
                && (self.office(&title.noun).role == Role::PartyLeader
                    || party.is_some() && people[0].1.is_some());
            if !(title.noun.plural || either) {
                break;
            }
            people.push((name, party, end));
        }
        people
    }

    /// Whether a title with a capital is the first part of a name, as its word may be one: *Emir Kusturica*, *John Major*.
    fn is_part_of_name(&self, title: &Title, name: &Name) -> bool {
        self.office(&title.noun).scope == Scope::Small
            && self.tokens.is_capital(title.noun.tokens.start)
            && !title.anchored
            && !name.tokens.clone().any(|k| is_roman(self.tokens.chars(k)))
    }

    /// Whether a name between commas ends there.
    fn closes(&self, name: &Name) -> bool {
        let at = self.party_mark(name.tokens.end).map_or(name.tokens.end, |(_, end)| end);
        matches!(
            self.tokens.get(at).mark,
            Some(',' | '.' | ')' | '"' | ':' | ';' | '\n' | '\0' | '-' | '?' | '!')
        )
    }

    /// The name that a title stands after.
    fn name_before(&self, title: &Title) -> Option<(Name, Option<Range<usize>>)> {
        let tokens = self.tokens;
        let k = title.outer;
        let before = k.checked_sub(1)?;
        if tokens.is_mark(before, ',') {
            // Of a list of persons the next may be named by a bare title: *Eva Ek, statsministern och kungen*.
            if title.noun.definite && !title.anchored {
                return None;
            }
            return self.name_with_party(before);
        }
        if tokens.is_mark(before, '(') && tokens.is_mark(title.end, ')') {
            return self.name_with_party(before);
        }
        if tokens.is_mark(before, ')') || tokens.is_mark(before, '\n') {
            let party = self.name_with_party(before + usize::from(tokens.is_mark(before, ')')));
            return party.filter(|(name, party)| party.is_some() || tokens.is_shouted(name.tokens.start));
        }
        // Another occupation first: *Eva Ek, bonde och riksdagsledamot*.
        let other = k > 2 && self.is_and(before) && tokens.is_lower(k - 2) && tokens.is_mark(k - 3, ',');
        if other && !title.noun.definite && self.class_of_word(k - 2).is_none() {
            return self.name_with_party(k - 3);
        }
        if let Some(at) = self.relative_clause(k) {
            return self.name_with_party(at);
        }
        let shouted = tokens.is_shouted(before) && before > 0 && tokens.is_capital(before - 1);
        if shouted && tokens.spaced(before) {
            return self
                .name_with_party(k)
                .filter(|(name, _)| name.tokens.clone().all(|k| !tokens.is_lower(k)));
        }
        None
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

    /// The name that ends before token `k`, with the party in parentheses after it.
    fn name_with_party(&self, k: usize) -> Option<(Name, Option<Range<usize>>)> {
        let tokens = self.tokens;
        if k > 0 && tokens.is_mark(k - 1, ')') {
            let open = (k.saturating_sub(7)..k - 1).rev().find(|&j| tokens.is_mark(j, '('))?;
            let party = self.party_mark(open).map(|(range, _)| range);
            return self.name_to(open).map(|name| (name, party));
        }
        // An age: *Eva Ek, 45, kommunalråd*.
        if k > 1 && tokens.is_mark(k - 2, ',') && tokens.chars(k - 1).iter().all(char::is_ascii_digit) {
            return self.name_to(k - 2).map(|name| (name, None));
        }
        self.name_to(k).map(|name| (name, None))
    }
}
