//! Persons named with public offices.

use super::{Body, Country, Party, Role, Term, named::named};
use crate::Span;
use std::fmt;

/// A person named together with one or more public offices.
///
/// ```
/// use newsfacts::{Extractor, value::Official};
///
/// let text = "Finansminister Eva Lind (S) höjer prognosen.";
/// let official: Official = Extractor::new().officials(text).next().unwrap().into_value();
/// assert_eq!((official.name(), &text[official.name_span()]), ("Eva Lind", "Eva Lind"));
/// assert_eq!((official.id(), official.offices().len()), (None, 1));
/// assert_eq!(official.party().unwrap().name(), "S");
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Official {
    pub(crate) name: String,
    pub(crate) name_span: Span,
    pub(crate) id: Option<Box<str>>,
    pub(crate) offices: Vec<Office>,
    pub(crate) party: Option<Party>,
}

impl Official {
    /// The personal name alone: no title, honorific, party letter or genitive ending. It is spelt as written, but with plain
    /// spaces and composed letters, so that a person has one name however a text is coded or its lines are wrapped; what
    /// stands in the text is at [`name_span`](Self::name_span).
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Where the name stands in the document.
    pub fn name_span(&self) -> Span {
        self.name_span
    }

    /// The id that a row of yours gives the name; see [`LexiconTable::Persons`](crate::LexiconTable::Persons).
    pub fn id(&self) -> Option<&str> {
        self.id.as_deref()
    }

    /// The offices named with the person, in the order of the text; never empty.
    pub fn offices(&self) -> &[Office] {
        &self.offices
    }

    /// The party given with the name, such as `S` in *(S)*, or else a known one in which the first office is held: *S-ledaren*.
    pub fn party(&self) -> Option<&Party> {
        self.party.as_ref()
    }
}

impl fmt::Display for Official {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.name)?;
        for (i, office) in self.offices.iter().enumerate() {
            write!(f, "{}{}", if i == 0 { " — " } else { "; " }, office.title)?;
        }
        Ok(())
    }
}

/// One office of a person, as the text states it.
///
/// ```
/// use newsfacts::{Extractor, Role, value::{Office, Tenure}};
///
/// let text = "Norges tidigare vice statsminister Per Dahl, chef för Fiskeriverket sedan 2022, svarar.";
/// let official = Extractor::new().officials(text).next().unwrap().into_value();
/// let [first, second]: &[Office] = official.offices() else { unreachable!() };
/// assert_eq!((first.title(), &text[first.span()]), ("Norges tidigare vice statsminister", first.title()));
/// assert_eq!((first.role(), first.tenure()), (Role::HeadOfGovernment, Tenure::Former));
/// assert_eq!(first.country().unwrap().code(), "NO");
/// assert!(first.is_deputy() && first.id().is_none());
/// assert_eq!(second.body().unwrap().name(), "Fiskeriverket");
/// assert_eq!(second.term().unwrap().date().timex(), "2022");
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Office {
    pub(crate) title: String,
    pub(crate) span: Span,
    pub(crate) role: Role,
    pub(crate) id: Option<Box<str>>,
    pub(crate) body: Option<Body>,
    pub(crate) country: Option<Country>,
    pub(crate) tenure: Tenure,
    pub(crate) deputy: bool,
    pub(crate) term: Option<Term>,
}

impl Office {
    /// The title with the body or country beside it, spelt as a [name](Official::name) is but with its soft hyphens: *Sveriges
    /// statsminister*, 越南国家主席.
    pub fn title(&self) -> &str {
        &self.title
    }

    /// Where the title stands in the document.
    pub fn span(&self) -> Span {
        self.span
    }

    /// What kind of office it is.
    pub fn role(&self) -> Role {
        self.role
    }

    /// The id that a row of yours gives the word of office; see [`LexiconTable::Offices`](crate::LexiconTable::Offices).
    pub fn id(&self) -> Option<&str> {
        self.id.as_deref()
    }

    /// The body named with the title, or in its word: *Skolverkets chef*, *riksbankschef*.
    pub fn body(&self) -> Option<&Body> {
        self.body.as_ref()
    }

    /// The country named with the title.
    pub fn country(&self) -> Option<Country> {
        self.country
    }

    /// Whether it is the office of a deputy (副省长, *vice statsminister*); the role is then that of the office deputised for,
    /// unless it has an id of its own.
    pub fn is_deputy(&self) -> bool {
        self.deputy
    }

    /// Whether the office is held, was held, or is held for another.
    pub fn tenure(&self) -> Tenure {
        self.tenure
    }

    /// When it is or was held, began or ended, if a date beside it says so.
    pub fn term(&self) -> Option<&Term> {
        self.term.as_ref()
    }
}

/// How an office is held, by the words beside it.
///
/// ```
/// use newsfacts::{Extractor, value::Tenure};
///
/// let official = Extractor::new().officials("Förre talmannen Olof Ekvall gick.").next().unwrap().into_value();
/// assert_eq!(official.offices()[0].tenure(), Tenure::Former);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
#[non_exhaustive]
pub enum Tenure {
    /// No word says otherwise.
    #[default]
    Current,
    /// 前, 原, *förre*, *f.d.*
    Former,
    /// 代, 代理, *tf*, *tillförordnad*
    Acting,
    /// 候任, *tillträdande*
    Designate,
    /// 时任, *dåvarande*: held at the time that the text speaks of.
    Then,
    /// 参选人, 候选人, 提名人: not held, but sought. Who only seeks an office is read on request, as
    /// [`Kind::Role`](crate::Kind::Role).
    Candidate,
}

named!(Tenure, "tenure", {
    Current "current",
    Former "former",
    Acting "acting",
    Designate "designate",
    Then "then",
    Candidate "candidate",
});

/// `name`, `name_start`, `name_end`, `id`; `titles`; `role`, `body`, `body_kind`, `country`, `tenure` of the first office;
/// `party`, `party_id`, `party_country`; and all `offices` in full. What is not known is left out.
#[cfg(feature = "serde")]
impl serde::Serialize for Official {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        use serde::ser::SerializeMap;
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("name", &self.name)?;
        map.serialize_entry("name_start", &self.name_span.start())?;
        map.serialize_entry("name_end", &self.name_span.end())?;
        entry(&mut map, "id", self.id())?;
        map.serialize_entry("titles", &self.offices.iter().map(Office::title).collect::<Vec<_>>())?;
        if let Some(first) = self.offices.first() {
            first.kernel(&mut map)?;
        }
        entry(&mut map, "party", self.party().map(Party::name))?;
        entry(&mut map, "party_id", self.party().and_then(Party::id))?;
        entry(&mut map, "party_country", self.party().and_then(Party::country))?;
        map.serialize_entry("offices", &self.offices)?;
        map.end()
    }
}

/// `title`, `start`, `end`, `id`; `role`, `body`, `body_kind`, `country`, `tenure`, `deputy`; `body_id` and `term`.
#[cfg(feature = "serde")]
impl serde::Serialize for Office {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        use serde::ser::SerializeMap;
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("title", &self.title)?;
        map.serialize_entry("start", &self.span.start())?;
        map.serialize_entry("end", &self.span.end())?;
        entry(&mut map, "id", self.id())?;
        self.kernel(&mut map)?;
        entry(&mut map, "body_id", self.body().and_then(Body::id))?;
        entry(&mut map, "term", self.term())?;
        map.end()
    }
}

#[cfg(feature = "serde")]
impl Office {
    /// What is written of the first office beside its person too.
    fn kernel<M: serde::ser::SerializeMap>(&self, map: &mut M) -> Result<(), M::Error> {
        map.serialize_entry("role", &self.role)?;
        entry(map, "body", self.body().map(Body::name))?;
        entry(map, "body_kind", self.body().and_then(Body::kind))?;
        entry(map, "country", self.country)?;
        map.serialize_entry("tenure", &self.tenure)?;
        entry(map, "deputy", self.deputy.then_some(true))
    }
}

/// Writes what is known.
#[cfg(feature = "serde")]
fn entry<M: serde::ser::SerializeMap>(
    map: &mut M,
    name: &str,
    value: Option<impl serde::Serialize>,
) -> Result<(), M::Error> {
    value.map_or(Ok(()), |value| map.serialize_entry(name, &value))
}

/// How a mention was linked to a person: why it is taken for this one, and so how sure that is. The first two are certain
/// ([`is_certain`](Self::is_certain)), each of the others holds as long as the document means nobody else.
///
/// ```
/// use newsfacts::{Extractor, Link};
///
/// let text = "商务部部长陈立昨天到会。陈部长强调合作。";
/// let people = Extractor::new().people(text);
/// let links: Vec<Link> = people[0].mentions().iter().map(|m| *m.value()).collect();
/// assert_eq!(links, [Link::Office, Link::Surname]);
/// assert!(links[0].is_certain() && !links[1].is_certain());
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum Link {
    /// The name beside an office, which says who it is.
    Office,
    /// The full name alone.
    Name,
    /// A part of the name that no other official of the document has: *Lindholm*, 克里斯特松.
    ShortName,
    /// A surname with an office that agrees with one of this person's, and of no other with that surname: 陈部长.
    Surname,
    /// A title alone that only one official of the document holds: *statsministern*, 韩国总统.
    Title,
}

impl Link {
    /// Whether the text itself says who it is; other links hold as long as the document speaks of no other person.
    pub const fn is_certain(self) -> bool {
        matches!(self, Self::Office | Self::Name)
    }
}

named!(Link, "link", {
    Office "office",
    Name "name",
    ShortName "short_name",
    Surname "surname",
    Title "title",
});
