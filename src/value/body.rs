//! Bodies that offices belong to, and parties.

use super::{Country, named::named};
use std::fmt;

/// A body that an office belongs to: a ministry, a municipality, a court.
///
/// ```
/// use newsfacts::{Extractor, value::{Body, BodyKind}};
///
/// let text = "商务部部长陈立到会。";
/// let official = Extractor::new().officials(text).next().unwrap().into_value();
/// let body: &Body = official.offices()[0].body().unwrap();
/// assert_eq!((body.name(), body.kind()), ("商务部", Some(BodyKind::Ministry)));
/// assert!(BodyKind::Ministry.is_public() && !BodyKind::Company.is_public());
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Body {
    pub(crate) name: String,
    pub(crate) kind: Option<BodyKind>,
    pub(crate) id: Option<Box<str>>,
}

impl Body {
    /// The name as it stands with the title, without a genitive ending.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// What kind of body it is, where its words say so.
    pub fn kind(&self) -> Option<BodyKind> {
        self.kind
    }

    /// The id of its row: of a party the Wikidata item, of a row of yours what you gave it.
    pub fn id(&self) -> Option<&str> {
        self.id.as_deref()
    }
}

impl fmt::Display for Body {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.name)
    }
}

/// What kind of body an office belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum BodyKind {
    /// A government or cabinet, the office of its head, or one of its staffs.
    Government,
    /// A ministry or department of state.
    Ministry,
    /// A bureau, agency, inspectorate or other office of a state or a part of it.
    Agency,
    /// A parliament, congress or council that is elected, or a committee of one.
    Parliament,
    /// A municipality, city, district or village, and its government.
    Municipality,
    /// A province, county, region or state of a federation, and its government.
    Region,
    /// A local board or office of which the text does not say whether it is a municipality's or a region's.
    Local,
    /// A court.
    Court,
    /// An office of public prosecutors.
    Prosecution,
    /// Police, prisons, border guards, rescue services.
    Police,
    /// Armed forces, and parts of them.
    Military,
    /// An embassy, consulate or delegation.
    Mission,
    /// A party, its committees and its group in an assembly.
    Party,
    /// A central bank.
    CentralBank,
    /// An organisation of states.
    Intergovernmental,
    /// A company. Its officers hold no public office.
    Company,
    /// A university, school, hospital or institute. Its officers hold no public office.
    University,
    /// A museum, theatre, newspaper, broadcaster or the like. Its officers hold no public office.
    Culture,
    /// A club or sports federation. Its officers hold no public office.
    Sport,
    /// An association, union, church or foundation. Its officers hold no public office.
    Association,
    /// Another body that is not public.
    Other,
}

named!(BodyKind, "kind of body", {
    Government "government",
    Ministry "ministry",
    Agency "agency",
    Parliament "parliament",
    Municipality "municipality",
    Region "region",
    Local "local",
    Court "court",
    Prosecution "prosecution",
    Police "police",
    Military "military",
    Mission "mission",
    Party "party",
    CentralBank "central-bank",
    Intergovernmental "intergovernmental",
    Company "company",
    University "university",
    Culture "culture",
    Sport "sport",
    Association "association",
    Other "other",
});

impl BodyKind {
    /// Whether its officers hold public offices.
    pub const fn is_public(self) -> bool {
        use BodyKind::{Association, Company, Culture, Other, Sport, University};
        !matches!(self, Company | University | Culture | Sport | Association | Other)
    }
}

/// A party, as it is given with a person: *(S)*.
///
/// ```
/// use newsfacts::{Extractor, value::Party};
///
/// let text = "Finansminister Eva Lind (S) höjer prognosen.";
/// let official = Extractor::new().officials(text).next().unwrap().into_value();
/// let party: &Party = official.party().unwrap();
/// assert_eq!((party.name(), party.id()), ("S", Some("Q105112")));
/// assert_eq!(party.country().unwrap().code(), "SE");
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Party {
    pub(crate) name: String,
    pub(crate) country: Option<Country>,
    pub(crate) id: Option<Box<str>>,
}

impl Party {
    /// The name or letter as written.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The country that it is a party of, where it is known.
    pub fn country(&self) -> Option<Country> {
        self.country
    }

    /// Its Wikidata item, where it is known; of a row of yours the id that you gave it.
    pub fn id(&self) -> Option<&str> {
        self.id.as_deref()
    }
}

impl fmt::Display for Party {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.name)
    }
}
