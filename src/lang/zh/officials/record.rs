//! What a title says: whether its office is public, and which role it is.

use super::{
    passage::Passage,
    tables::{BODIES, BodyPart, OfficeScope, private_role},
    title::Title,
};
use crate::{
    lang::zh::word_parts::WordPart,
    value::{BodyKind, Role, Tenure},
};
use std::ops::Range;

impl Passage<'_> {
    fn kind(self, title: &Title) -> Option<BodyKind> {
        title.kind.and_then(|row| self.tables().bodies[row as usize].kind)
    }

    /// What kind of body a title is of; where only a level says it (福州市 in 福州市市长), that of the level.
    pub(super) fn body_kind(self, title: &Title) -> Option<BodyKind> {
        self.kind(title).or_else(|| {
            let last = self.ends(title.body.end, BODIES).filter(|e| e.at >= title.body.start).last()?;
            self.tables().bodies[last.row as usize].kind
        })
    }

    /// The body whose whole name ends before `at`.
    pub(super) fn body_before(self, at: usize) -> Option<(Range<usize>, BodyKind)> {
        let (start, row) = self.longest_before(at, BODIES).filter(|&(start, _)| at - start >= 2)?;
        let body = &self.tables().bodies[row as usize];
        let kind = body
            .kind
            .filter(|_| matches!(body.part, BodyPart::Whole | BodyPart::Head | BodyPart::WeakHead))?;
        Some((start..at, kind))
    }

    /// Whether an office is public, in its body or in that of the title before it in the chain.
    pub(super) fn public(self, title: &Title, before: Option<bool>) -> bool {
        let office = self.office(title.core);
        if office.scope == OfficeScope::Other || self.is_of_other_body(title) {
            return false;
        }
        if let Some(served) = title.served {
            return served;
        }
        let inherited = if title.owned { None } else { before };
        match office.scope {
            OfficeScope::Public if office.role == Role::PartySecretary => inherited.unwrap_or(true),
            OfficeScope::Public => true,
            OfficeScope::Plain => inherited.unwrap_or(true),
            OfficeScope::Body => {
                let own = title.kind.map(|row| {
                    let body = &self.tables().bodies[row as usize];
                    body.is_public() || body.part == BodyPart::WeakHead
                });
                own.or(inherited).unwrap_or(title.country.is_some() && office.role != Role::CivilServant)
            }
            OfficeScope::Other | OfficeScope::None => false,
        }
    }

    /// Whether a bare office is one that members of a council have among themselves. What is said of it begins at `from`: the
    /// office, or a name before it.
    pub(super) fn of_council(self, title: &Title, from: usize) -> bool {
        let apart = || {
            matches!(self.before(from), '\0' | '\n' | '、' | ',' | '。' | ';' | ':' | ')')
                || self.stops(from)
                || from < title.start && self.verb_before(from)
        };
        !title.owned
            && self.ends_in(title.core.start, title.core.end, WordPart::Council)
            && apart()
            && !self.is_of_other_body(title)
    }

    /// The role of an office, sharpened by its body: a bank's president is a central banker only in a central bank.
    pub(super) fn role(self, title: &Title, public: bool) -> Role {
        let role = self.office(title.core).role;
        let kind = self.kind(title);
        if !public && role.is_public() && title.tenure != Tenure::Candidate {
            return kind.and_then(private_role).unwrap_or(Role::Other);
        }
        match role {
            Role::Minister | Role::PartySecretary if kind == Some(BodyKind::Party) => Role::PartySecretary,
            Role::Minister if kind == Some(BodyKind::Military) => Role::MilitaryOfficer,
            Role::Chair
            | Role::HeadOfAgency
            | Role::CivilServant
            | Role::SecretaryGeneral
            | Role::Business
            | Role::PoliceOfficer => self.general_role(role, kind, title),
            _ => role,
        }
    }

    /// The role of an office whose word is used by bodies of all kinds.
    fn general_role(self, role: Role, kind: Option<BodyKind>, title: &Title) -> Role {
        let ends = |class| self.ends_in(title.core.start, title.core.end, class);
        let servant = role == Role::CivilServant;
        let member = ends(WordPart::Member) || servant && ends(WordPart::Adviser);
        let Some(kind) = kind else {
            let state = role == Role::Chair && title.country.is_some() && !title.deputy;
            return if state { Role::HeadOfState } else { role };
        };
        match kind {
            BodyKind::Parliament if member => Role::Legislator,
            BodyKind::Parliament if servant || role == Role::Chair => Role::Speaker,
            BodyKind::Party if role == Role::Chair => Role::PartyLeader,
            BodyKind::Party => Role::PartySecretary,
            BodyKind::Court => Role::Judge,
            BodyKind::Prosecution => Role::Prosecutor,
            BodyKind::Police => Role::PoliceOfficer,
            BodyKind::Military => Role::MilitaryOfficer,
            BodyKind::Mission => Role::Diplomat,
            BodyKind::CentralBank => Role::CentralBanker,
            BodyKind::Intergovernmental => Role::Intergovernmental,
            kind if offices(kind) && servant && ends(WordPart::Chief) => Role::HeadOfAgency,
            kind if offices(kind) && role == Role::Business => Role::HeadOfAgency,
            _ => role,
        }
    }
}

/// Whether the chiefs of a body head an office of government.
fn offices(kind: BodyKind) -> bool {
    use BodyKind::{Agency, Government, Local, Ministry, Municipality, Region};
    matches!(kind, Ministry | Agency | Government | Municipality | Region | Local)
}
