//! Title nouns, and the words around them that make up a title: *Italiens förre premiärminister*, *chef för polisen i Ystad*.

use super::{
    left::Left,
    parts::Part,
    right::Right,
    tables::{Body, Flag, Office, Scope},
    words::Reading,
};
use crate::{
    lexicon::{Table, TableSet},
    scan::Hit,
    value::{Country, Role, Tenure},
};
use std::ops::Range;

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
    /// Whether the title says which holder is meant without an article: its owner does.
    pub(super) owned: bool,
    /// Where a name begins right after the words that follow the noun: *ordföranden i utskottet Eva Ek*.
    pub(super) name_at: Option<usize>,
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
        let first = self.words.parts.first(&self.tokens.chars[token.start..noun.head.max(token.start)]);
        let prefix = (noun.head > token.start && !first.has(Part::Rank)).then(|| {
            // samhällsbyggnadsdirektör; but of a field of politics many may speak: kulturtalesperson
            let head = matches!(office.role, Role::HeadOfAgency | Role::Chair);
            let unknown = if head && first.has(Part::Public) { Body::Public } else { Body::Unknown };
            self.prefix(token.start, noun.head).unwrap_or((unknown, token.start))
        });
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
        if office.flags.has(Flag::Candidate) {
            tenure = Tenure::Candidate;
        } else if tenure == Tenure::Current && first.has(Part::Former) {
            tenure = Tenure::Former;
        } else if tenure == Tenure::Current && first.has(Part::Acting) {
            tenure = Tenure::Acting;
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
            anchored: left.owner.is_some() || left.national || left.partisan || right.any || prefix.is_some(),
            owned: left.owner.is_some(),
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
        if left.field || office.flags.has(Flag::Candidate) {
            return false;
        }
        let named = || {
            let owner = left.owner.as_ref().map(|(b, _)| *b);
            let national = left.national.then_some(Body::Country(left.country));
            let party = left.partisan.then_some(Body::Party);
            [prefix, owner, national, party, right.body.as_ref().map(|(b, _)| *b)].into_iter().flatten()
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
