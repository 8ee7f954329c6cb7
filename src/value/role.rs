//! What kind of office or other role a person holds.

use crate::{Error, error::ErrorKind};
use std::{fmt, str::FromStr};

macro_rules! roles {
    ($($variant:ident $id:literal $wikidata:literal $public:literal $meaning:literal),* $(,)?) => {
        /// What kind of office or other role somebody holds, whatever its title: each has an id for tables and records, and where
        /// there is one the Wikidata item of the same meaning.
        ///
        /// ```
        /// use newsfacts::Role;
        ///
        /// assert_eq!(Role::Mayor.as_str(), "mayor");
        /// assert_eq!(Role::Mayor.wikidata(), Some("Q30185"));
        /// assert_eq!("mayor".parse(), Ok(Role::Mayor));
        /// assert!(!Role::Business.is_public());
        /// assert_eq!(Role::ALL[0].meaning(), "Head of state: president, state president.");
        /// ```
        ///
        /// | id | meaning | public office | Wikidata |
        /// | --- | --- | --- | --- |
        $(#[doc = concat!("| `", $id, "` | ", $meaning, " | ", $public, " | ", $wikidata, " |")])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        #[non_exhaustive]
        pub enum Role {
            $(#[doc = $meaning] $variant),*
        }

        impl Role {
            /// Every role.
            pub const ALL: &'static [Self] = &[$(Self::$variant),*];

            /// Its id, such as `head-of-government`.
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $id),* }
            }

            /// What it means, in a few words.
            pub const fn meaning(self) -> &'static str {
                match self { $(Self::$variant => $meaning),* }
            }

            /// Whether it is a public office. Others are read on request only, as [`Kind::Role`](crate::Kind::Role).
            pub const fn is_public(self) -> bool {
                match self { $(Self::$variant => $public),* }
            }

            /// The Wikidata item of the same meaning, where there is one.
            pub const fn wikidata(self) -> Option<&'static str> {
                let item = match self { $(Self::$variant => $wikidata),* };
                if item.is_empty() { None } else { Some(item) }
            }
        }
    };
}

roles! {
    HeadOfState "head-of-state" "Q48352" true "Head of state: president, state president.",
    DeputyHeadOfState "deputy-head-of-state" "Q42178" true "Vice-president.",
    Monarch "monarch" "Q116" true "King, queen, emperor, emir, sultan.",
    Royalty "royalty" "" true "Prince or heir who holds a public place.",
    HeadOfGovernment "head-of-government" "Q2285706" true
        "Prime minister, premier, chancellor, chief executive of a special region.",
    DeputyHeadOfGovernment "deputy-head-of-government" "" true "Deputy prime minister.",
    StateCouncillor "state-councillor" "" true "Member of a cabinet above the ministers.",
    Minister "minister" "Q83307" true "Minister, vice-minister, secretary of state, parliamentary secretary.",
    Legislator "legislator" "Q4175034" true "Member of a parliament, council or people's congress.",
    Speaker "speaker" "" true "Chair or deputy chair of a parliament.",
    PartyLeader "party-leader" "Q1553195" true "Leader of a party.",
    PartySecretary "party-secretary" "" true "Secretary or committee member of a party.",
    Governor "governor" "Q132050" true "Head of a province, state, county or region.",
    Mayor "mayor" "Q30185" true "Head of a city, district, town or village.",
    Judge "judge" "Q16533" true "Judge, court president.",
    Prosecutor "prosecutor" "Q600751" true "Public prosecutor, procurator, attorney general.",
    PoliceOfficer "police-officer" "Q384593" true "Officer or chief of police, prisons, fire service.",
    MilitaryOfficer "military-officer" "Q189290" true "Officer or commander of armed forces.",
    Diplomat "diplomat" "Q193391" true "Ambassador, consul, envoy, representative to a body of states.",
    CentralBanker "central-banker" "" true "Governor or board member of a central bank.",
    Spokesperson "spokesperson" "" true "Speaks for a state, body or official.",
    Intergovernmental "intergovernmental" "" true "Chief or officer of an organisation of states.",
    HeadOfAgency "head-of-agency" "" true "Chief or deputy of an agency, bureau or department.",
    SecretaryGeneral "secretary-general" "" true "Secretary-general of a public body.",
    Chair "chair" "" true "Chair of a public body.",
    CivilServant "civil-servant" "Q212238" true "Other officer of a public body.",
    Councillor "councillor" "Q708492" true "Member of the board of a municipality, county or region.",
    Ombudsman "ombudsman" "Q1049476" true "Ombudsman, chancellor of justice.",
    Leader "leader" "Q1255921" true "Leader of a country or party, with no other title.",
    Business "business" "" false "Owner or officer of a company or commercial bank.",
    Academic "academic" "" false "Scholar, teacher, physician, engineer; officer of a school or university.",
    Culture "culture" "" false "Artist, writer, journalist; officer of a theatre, museum, newspaper or the like.",
    Sport "sport" "" false "Athlete, coach; officer of a club or sports federation.",
    Clergy "clergy" "" false "Cleric, monk or nun.",
    Association "association" "" false "Officer of an association, union or foundation.",
    Person "person" "" false "A private person: a relative, witness, candidate, citizen.",
    Other "other" "" false "Another role that is no public office.",
}

impl fmt::Display for Role {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl FromStr for Role {
    type Err = Error;

    /// Reads the id.
    fn from_str(id: &str) -> Result<Self, Error> {
        let role = Self::ALL.iter().copied().find(|role| role.as_str() == id);
        role.ok_or_else(|| ErrorKind::Name { what: "role", name: id.into() }.into())
    }
}

#[cfg(feature = "serde")]
impl serde::Serialize for Role {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

#[cfg(feature = "serde")]
impl<'de> serde::Deserialize<'de> for Role {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let id = std::borrow::Cow::<str>::deserialize(deserializer)?;
        id.parse().map_err(serde::de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_read_back() {
        for &role in Role::ALL {
            assert_eq!(role.as_str().parse::<Role>().unwrap(), role);
            assert!(role.wikidata().is_none_or(|item| item.starts_with('Q')));
        }
        assert!("weather-person".parse::<Role>().unwrap_err().is_name());
    }
}
