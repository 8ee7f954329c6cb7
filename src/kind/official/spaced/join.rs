//! Which name a title belongs to.
//!
//! Titles are found by their nouns, names by their letters and neighbours; here the two are joined where they stand side by
//! side. All walks are bounded, so the time is linear in the text.

use super::{
    beside::{Holder, SHARED},
    names::NameReading,
    passage::Passage,
    tables::{Class, Flag},
    titles::Title,
};
use crate::{
    kind::official::{OfficeReading, OfficialReading},
    value::{Country, Role, Tenure},
};
use std::{collections::BTreeMap, ops::Range};

/// Notes what became of a title at a place, with the verdict.
pub(super) type Note<'n> = &'n mut dyn FnMut(Range<usize>, bool, &'static str);

/// A name with the titles joined to it, by number.
#[derive(Debug)]
struct Joined {
    name: NameReading,
    titles: Vec<usize>,
    party: Option<Range<usize>>,
    /// The token after all that was read.
    end: usize,
    /// Whether the title of another person is shared.
    shares: bool,
    /// The country, if the title is of several for its holders.
    country: Option<Option<Country>>,
}

impl Joined {
    fn new(holder: Holder, title: usize, shares: bool) -> Self {
        let Holder { name, party, end } = holder;
        Self { name, titles: vec![title], party, end, shares, country: None }
    }
}

/// The country of one of so many holders of a title that is of several countries; unknown where they are not as many.
fn country_of(title: &Title, nth: usize, holders: usize) -> Option<Option<Country>> {
    let each = title.countries.len() == holders;
    (!title.countries.is_empty()).then(|| title.countries.get(nth).copied().flatten().filter(|_| each))
}

impl Passage<'_> {
    /// Joins titles and names.
    pub(super) fn join(&self, titles: &[Title], note: Note<'_>, found: &mut Vec<OfficialReading>) {
        let mut joined: Vec<Joined> = Vec::new();
        let mut taken = vec![false; titles.len()];
        self.join_names_after(titles, &mut taken, &mut joined);
        self.join_names_before(titles, &mut taken, &mut joined);
        for (title, _) in titles.iter().zip(taken).filter(|(_, taken)| !taken) {
            note(title.chars.clone(), false, if title.noun.genitive { "genitive" } else { "nobody" });
        }
        let mut roles = None;
        found.extend(joined.iter().filter_map(|j| {
            let lent = self.is_lent(j, titles, &joined, &mut roles);
            self.named(j, titles, lent, note)
        }));
    }

    /// Whether an office is of the body that the office before names: *bankens ordförande Eva Ek och vice ordförande Bo Alm*.
    /// `roles` are those of the public offices, by where their holders end, once they were asked for.
    fn is_lent(
        &self,
        joined: &Joined,
        titles: &[Title],
        all: &[Joined],
        roles: &mut Option<BTreeMap<usize, Role>>,
    ) -> bool {
        let title = joined.titles.first().map(|&i| &titles[i]).filter(|t| t.open && !t.public);
        let Some(title) = title else { return false };
        let Some(joint) = title.outer.checked_sub(1).filter(|&k| self.is_and(k)) else { return false };
        let roles = roles.get_or_insert_with(|| {
            let public = |j: &Joined| j.titles.iter().map(|&i| &titles[i]).find(|t| t.public);
            all.iter().filter_map(|j| Some((j.end, self.office(&public(j)?.noun).role))).collect()
        });
        roles.get(&joint) == Some(&self.office(&title.noun).role)
    }

    /// Names after titles, from the right, so that a chain of titles meets its name.
    fn join_names_after(&self, titles: &[Title], taken: &mut [bool], joined: &mut Vec<Joined>) {
        let behind = self.behind_names(titles);
        for (i, title) in titles.iter().enumerate().rev() {
            if title.noun.genitive || behind.get(i) == Some(&true) {
                continue;
            }
            if let Some(next) = titles.get(i + 1).filter(|_| taken.get(i + 1) == Some(&true))
                && self.chained(title, next)
            {
                let mut nearest = joined.iter_mut().rev().take(SHARED);
                let person = nearest.find(|j| j.titles.first() == Some(&(i + 1)) && !j.shares);
                if let Some(person) = person {
                    person.titles.insert(0, i);
                    taken[i] = true;
                    continue;
                }
            }
            let holders = self.names_after(title);
            let all = holders.len();
            for (n, holder) in holders.into_iter().enumerate() {
                taken[i] = true;
                joined.push(Joined { country: country_of(title, n, all), ..Joined::new(holder, i, n > 0) });
            }
        }
    }

    /// Which titles stand behind the names of a list though other names follow them: *Eva Ek, minister Per Bo, talman Åsa Alm,
    /// ledamot*. Such a list begins with a name and ends with a title. Empty if there is none.
    fn behind_names(&self, titles: &[Title]) -> Vec<bool> {
        let mut behind = Vec::new();
        let mut i = 0;
        while i < titles.len() {
            let mut last = i;
            while last + 1 < titles.len() && self.is_between(&titles[last], &titles[last + 1]) {
                last += 1;
            }
            let opens = last > i && !self.names_before(&titles[i]).is_empty();
            if opens && self.names_after(&titles[last]).is_empty() {
                behind.resize(titles.len(), false);
                behind[i..=last].fill(true);
            }
            i = last + 1;
        }
        behind
    }

    /// Whether one name stands between two titles, with a comma behind it alone.
    fn is_between(&self, title: &Title, next: &Title) -> bool {
        let comma = next.outer.checked_sub(1).is_some_and(|b| self.tokens.is_mark(b, ','));
        comma
            && title.end < next.outer
            && !self.tokens.is_mark(title.end, ',')
            && !title.noun.genitive
            && !title.noun.plural
            && !title.noun.definite
            && self.names_after(title).first().is_some_and(|holder| holder.end + 1 == next.outer)
    }

    /// Titles after names, from the left, so that further titles follow the first.
    fn join_names_before(&self, titles: &[Title], taken: &mut [bool], joined: &mut Vec<Joined>) {
        let mut last: Option<usize> = None;
        let before = joined.len();
        let mut by_name: Option<BTreeMap<usize, usize>> = None;
        for (i, title) in titles.iter().enumerate() {
            if taken[i] || title.noun.genitive || title.noun.plural && title.noun.definite {
                continue;
            }
            let end = self.past_marks(title.end);
            if let Some(person) =
                last.and_then(|at| joined.get_mut(at)).filter(|p| self.continues(p.end, title))
            {
                // With a title in the plural it is a list of those addressed: *Bästa Eva, statsråd, generaler*.
                let single = person.titles.iter().all(|&at| !titles[at].noun.plural);
                if title.noun.plural && single {
                    person.titles.clear();
                } else {
                    person.titles.push(i);
                }
                person.end = end;
                taken[i] = true;
                continue;
            }
            let holders = self.names_before(title);
            let all = holders.len();
            for (n, holder) in holders.into_iter().enumerate() {
                taken[i] = true;
                let country = country_of(title, all - 1 - n, all);
                // A title before the name, and another after it: *major Eva Ek, presschef på Försvarsmakten*.
                let by_name = by_name.get_or_insert_with(|| {
                    let ends = joined.iter().take(before).map(|j| j.name.tokens.end);
                    ends.zip(0..).collect()
                });
                let known = by_name.get(&holder.name.tokens.end).copied();
                let known = known.filter(|&at| joined[at].titles.len() == 1 && !joined[at].shares);
                if let Some(at) = known {
                    joined[at].titles.push(i);
                    joined[at].end = end;
                    last = Some(at);
                    continue;
                }
                last = (n == 0).then_some(joined.len());
                joined.push(Joined { end, country, ..Joined::new(holder, i, n > 0) });
            }
        }
    }

    /// The person with the public titles alone, or with all if none is public.
    fn named(
        &self,
        joined: &Joined,
        titles: &[Title],
        lent: bool,
        note: Note<'_>,
    ) -> Option<OfficialReading> {
        let before = |t: &Title| t.chars.start < joined.name.chars.start;
        let of_body = || self.is_of_body(joined.end);
        let all = || joined.titles.iter().filter_map(|&i| titles.get(i));
        // *ledamoten Eva Ek (S)*: the party tells that the seat is held in politics.
        let political = |t: &Title| {
            let seat = matches!(self.office(&t.noun).role, Role::Chair | Role::Legislator | Role::Councillor);
            joined.party.is_some() && seat
        };
        let mut held: Vec<&Title> = all()
            .filter(|t| t.public || t.open && (lent || before(t) && of_body() || political(t)))
            .collect();
        let public = !held.is_empty();
        if !public {
            held.extend(all());
        }
        let place = joined.name.chars.clone();
        if held.is_empty() {
            note(place, false, "addressed");
            return None;
        }
        if held.iter().all(|t| self.is_consort(t, &joined.name)) {
            note(place, false, "consort");
            return None;
        }
        let candidate = held.iter().any(|t| t.tenure == Tenure::Candidate);
        note(
            place,
            public,
            if public {
                "held"
            } else if candidate {
                "candidate"
            } else {
                "private"
            },
        );
        let mut claim = joined.name.chars.clone();
        if !joined.shares {
            for title in &held {
                claim = claim.start.min(title.chars.start)..claim.end.max(title.chars.end);
            }
        }
        let office = |t: &&Title| {
            let (body, body_kind) = self.body_of(t).map_or((None, None), |(body, kind)| (Some(body), kind));
            let whole = t.noun.head == self.tokens.get(t.noun.tokens.start).start;
            OfficeReading {
                title: t.chars.clone(),
                role: self.office(&t.noun).role,
                row: u32::try_from(t.noun.office).ok().filter(|_| whole),
                body,
                body_kind,
                country: joined.country.unwrap_or(t.country),
                tenure: if t.tenure == Tenure::Current && self.has_ended(t) {
                    Tenure::Former
                } else {
                    t.tenure
                },
            }
        };
        // kommunalråd (S) i Ystad
        let party = |held: &[&Title]| {
            held.iter().find_map(|t| self.party_mark(t.noun.tokens.end)).map(|(party, _)| party)
        };
        Some(OfficialReading {
            claim,
            name: joined.name.chars.clone(),
            offices: held.iter().map(office).collect(),
            party: joined.party.clone().or_else(|| party(&held)),
            public,
        })
    }

    /// The wife of a king is no monarch.
    fn is_consort(&self, title: &Title, name: &NameReading) -> bool {
        self.office(&title.noun).flags.has(Flag::Consort)
            && name.tokens.clone().any(|k| self.class_of_word(k) == Some(Class::Consort))
            && !name.tokens.clone().any(|k| self.tokens.is_shouted(k))
    }

    /// Whether a title and the next are coordinated: *vice premiärminister och utrikesminister*.
    fn chained(&self, title: &Title, next: &Title) -> bool {
        if title.noun.plural != next.noun.plural || title.name_at.is_some() {
            return false;
        }
        let at = self.past_marks(title.end);
        // A rank may follow a post without a sign: *polisens talesman kommissarie Eva Ek*, *arméchefen general Eva Ek*.
        if next.outer == title.end && self.tokens.spaced(at - 1) && !next.noun.definite {
            let rank = self.office(&title.noun).role == self.office(&next.noun).role;
            return !title.noun.plural && (!title.noun.definite || rank);
        }
        let settled = |t: &Title| t.noun.definite || t.owned;
        let mark = self.tokens.is_mark(at, ',') || self.tokens.is_mark(at, '/');
        let alike = title.noun.definite == next.noun.definite;
        // *överbefälhavaren, general Eva Ek*: a post, and the rank of who holds it.
        let rank = || {
            let role = self.office(&next.noun).role;
            title.noun.definite && role == Role::MilitaryOfficer && self.office(&title.noun).role == role
        };
        next.outer == at + 1
            && (self.is_and(at) && (alike || settled(title) && settled(next)) || mark && (alike || rank()))
    }

    /// Whether a title goes on a list of titles that ended before token `at`.
    fn continues(&self, at: usize, title: &Title) -> bool {
        let mut k = at;
        if self.tokens.is_mark(k, ',') {
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
}
