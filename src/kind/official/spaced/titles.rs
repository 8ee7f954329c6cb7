//! Title nouns, and the words around them that make up a title: *Italiens förre premiärminister*, *chef för polisen i Ystad*.

use super::{
    left::Left,
    nouns::Noun,
    passage::Passage,
    right::Right,
    tables::{BodyClass, Flag, OfficeRow, OfficeScope},
    word_parts::WordPart,
};
use crate::value::{Country, Role, Tenure};
use std::ops::Range;

/// A title with all that belongs to it.
#[derive(Debug, Clone)]
pub(super) struct Title {
    pub(super) noun: Noun,
    /// Its characters.
    pub(super) chars: Range<usize>,
    /// The first token read, which may be no part of the title: *den nye presidenten*.
    pub(super) outer: usize,
    /// The token after the title.
    pub(super) end: usize,
    pub(super) public: bool,
    /// Whether a body after the name may still make it so: *enhetschefen Eva Ek på Skolverket*.
    pub(super) open: bool,
    /// Whether something says which holder is meant: an owner, an adjective of a country, a body after it.
    pub(super) anchored: bool,
    pub(super) tenure: Tenure,
    pub(super) body: Option<Range<usize>>,
    pub(super) country: Option<Country>,
    /// Those of its holders, in order, if they are of several.
    pub(super) countries: Vec<Option<Country>>,
    /// Whether the title says which holder is meant without an article: its owner does.
    pub(super) owned: bool,
    /// Where a name begins right after the words that follow the noun: *ordföranden i utskottet Eva Ek*.
    pub(super) name_at: Option<usize>,
}

impl Passage<'_> {
    /// The title around a noun.
    pub(super) fn title(&self, mut noun: Noun) -> Title {
        let office = self.office(&noun);
        let token = self.tokens.get(noun.tokens.start);
        let first = self.tables.parts.first(&self.tokens.chars[token.start..noun.head.max(token.start)]);
        let prefix = (noun.head > token.start && !first.has(WordPart::Rank)).then(|| {
            // samhällsbyggnadsdirektör; but of a field of politics many may speak: kulturtalesperson
            let head = matches!(office.role, Role::HeadOfAgency | Role::Chair);
            let unknown =
                if head && first.has(WordPart::Public) { BodyClass::Public } else { BodyClass::Unknown };
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
        } else if tenure == Tenure::Current && first.has(WordPart::Former) {
            tenure = Tenure::Former;
        } else if tenure == Tenure::Current && first.has(WordPart::Acting) {
            tenure = Tenure::Acting;
        }
        let country = |b: &BodyClass| match b {
            BodyClass::Country(c) => *c,
            _ => None,
        };
        let code = (left.owner.as_ref().and_then(|(b, _)| country(b)))
            .or(left.country)
            .or(right.body.as_ref().and_then(|(b, _)| country(b)))
            .or(right.country)
            .or(prefix.as_ref().and_then(country));
        let body = [left.owner.as_ref(), right.body.as_ref()].into_iter().flatten();
        let body = body.filter(|(b, _)| !matches!(b, BodyClass::Country(_))).map(|(_, r)| r.clone()).next();
        Title {
            chars: left.start..right.chars_end,
            outer: left.outer,
            end: right.end,
            public,
            open: office.scope == OfficeScope::Body && !left.field && left.owner.is_none() && !right.any,
            anchored: left.owner.is_some() || left.national || left.partisan || right.any || prefix.is_some(),
            owned: left.owner.is_some(),
            tenure,
            body,
            country: code,
            countries: left.countries,
            name_at: right.name_at,
            noun,
        }
    }

    /// Whether a king in the definite form has a country: else it is one of some field, *kungen av rock*.
    fn is_crowned(&self, noun: &Noun, left: &Left, right: &Right) -> bool {
        let body = [left.owner.as_ref(), right.body.as_ref()].into_iter().flatten();
        let country = left.national || body.into_iter().any(|(b, _)| matches!(b, BodyClass::Country(_)));
        !(noun.definite && self.office(noun).flags.has(Flag::Crown)) || country
    }

    /// Whether the title makes its holder an official.
    fn is_public(
        &self,
        office: &OfficeRow,
        prefix: Option<BodyClass>,
        exact: bool,
        left: &Left,
        right: &Right,
    ) -> bool {
        if left.field || office.flags.has(Flag::Candidate) {
            return false;
        }
        let named = || {
            let owner = left.owner.as_ref().map(|(b, _)| *b);
            let national = left.national.then_some(BodyClass::Country(left.country));
            let party = left.partisan.then_some(BodyClass::Party);
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
            OfficeScope::Other => false,
            // For a country there are ambassadors, for all else only friends: *ambassadör för barnfonden*.
            OfficeScope::Public if left.owner.is_none() && right.friend => false,
            OfficeScope::Public | OfficeScope::Small => exact || !named().any(|b| b == BodyClass::Other),
            OfficeScope::Usual => {
                let strict = matches!(
                    office.role,
                    Role::HeadOfState
                        | Role::DeputyHeadOfState
                        | Role::SecretaryGeneral
                        | Role::PartyLeader
                        | Role::Spokesperson
                );
                let held = named()
                    .any(|b| matches!(b, BodyClass::Public | BodyClass::Party | BodyClass::Country(_)));
                held || !named().any(|b| b == BodyClass::Other || strict && b == BodyClass::Unknown)
            }
            OfficeScope::Body => {
                named().any(|b| match b {
                    BodyClass::Public => true,
                    BodyClass::Party => party(office.role),
                    BodyClass::Country(_) => state(office.role),
                    _ => false,
                }) && !named().any(|b| b == BodyClass::Other)
            }
            OfficeScope::Land => named().any(|b| matches!(b, BodyClass::Party | BodyClass::Country(_))),
        }
    }

    /// Whether a public body follows from token `k` on: *… på Skolverket*.
    pub(super) fn is_of_body(&self, k: usize) -> bool {
        let public = |k: usize| self.body_at(k).is_some_and(|p| p.body == BodyClass::Public);
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
