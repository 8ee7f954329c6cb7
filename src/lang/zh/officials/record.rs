//! What a title says: whether its office is public, and which role it is.

use super::{
    passage::Passage,
    tables::{BodyKind, BodyPart, OfficeScope},
    title::Title,
};
use crate::value::{Role, Tenure};

impl Passage<'_> {
    fn kind(self, title: &Title) -> Option<BodyKind> {
        title.kind.map(|row| self.tables().bodies[row as usize].kind)
    }

    /// Whether an office is public, in its body or in that of the title before it in the chain.
    pub(super) fn public(self, title: &Title, before: Option<bool>) -> bool {
        let office = self.office(title.core);
        if title.other || office.scope == OfficeScope::Other {
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

    /// Whether a bare office is one that members of a council have among themselves.
    pub(super) fn of_council(self, title: &Title) -> bool {
        let word = self.chars(title.core.start, title.core.end);
        let before = self.before(title.start);
        let apart =
            matches!(before, '\0' | '\n' | '、' | ',' | '。' | ';' | ':' | ')') || self.stops(title.start);
        !title.owned
            && !title.other
            && apart
            && [&['委', '员'][..], &['召', '集', '人'], &['召', '委']].iter().any(|end| word.ends_with(end))
    }

    /// The role of an office, sharpened by its body: a bank's president is a central banker only in a central bank.
    pub(super) fn role(self, title: &Title, public: bool) -> Role {
        let role = self.office(title.core).role;
        let kind = self.kind(title);
        if !public && role.is_public() && title.tenure != Tenure::Candidate {
            return kind.and_then(BodyKind::role).unwrap_or(Role::Other);
        }
        match role {
            Role::Minister | Role::PartySecretary if kind == Some(BodyKind::Party) => Role::PartySecretary,
            Role::Minister if kind == Some(BodyKind::Army) => Role::MilitaryOfficer,
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
        let last = self.get(title.core.end - 1);
        let servant = role == Role::CivilServant;
        let member = matches!(last, '员' | '表' | '委') || servant && last == '问';
        let Some(kind) = kind else {
            let state = role == Role::Chair && title.country.is_some() && !title.deputy;
            return if state { Role::HeadOfState } else { role };
        };
        match kind {
            BodyKind::Legislature if member => Role::Legislator,
            BodyKind::Legislature if servant || role == Role::Chair => Role::Speaker,
            BodyKind::Party if role == Role::Chair => Role::PartyLeader,
            BodyKind::Party => Role::PartySecretary,
            BodyKind::Court => Role::Judge,
            BodyKind::Prosecution => Role::Prosecutor,
            BodyKind::Police => Role::PoliceOfficer,
            BodyKind::Army => Role::MilitaryOfficer,
            BodyKind::Mission => Role::Diplomat,
            BodyKind::CentralBank => Role::CentralBanker,
            BodyKind::Igo => Role::Intergovernmental,
            BodyKind::Ministry | BodyKind::Government if servant && matches!(last, '任' | '长') => {
                Role::HeadOfAgency
            }
            BodyKind::Ministry | BodyKind::Government if role == Role::Business => Role::HeadOfAgency,
            _ => role,
        }
    }
}
