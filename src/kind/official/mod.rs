//! Officials: what a language reads, put into values.
//!
//! Names and chains of offices follow no fixed order of words, so each language reads them with plain code of its own
//! behind [`OfficialReader`]; the tables, the roles and the assembly of values are shared.

pub(crate) mod spaced;

use super::finder::{Finder, Scope, Shared};
use crate::{
    Fact, Kind,
    claim::Claim,
    lexicon::{Lexicon, Table, TableSet},
    scan::Hit,
    text::Block,
    value::{Country, Link, Office, Official, Role, Tenure},
};
use std::{ops::Range, sync::Arc};

/// A person named with offices, by places in a block.
#[derive(Debug, Clone)]
pub(crate) struct OfficialReading {
    /// All that is claimed: name and titles where they stand together; the name alone where another holds the title too.
    pub(crate) claim: Range<usize>,
    pub(crate) name: Range<usize>,
    /// Never empty.
    pub(crate) offices: Vec<OfficeReading>,
    pub(crate) party: Option<Range<usize>>,
    /// Whether the offices are public; those of companies, clubs, universities and the like are not.
    pub(crate) public: bool,
}

/// One office of a person.
#[derive(Debug, Clone)]
pub(crate) struct OfficeReading {
    pub(crate) title: Range<usize>,
    pub(crate) role: Role,
    pub(crate) body: Option<Range<usize>>,
    pub(crate) country: Option<Country>,
    pub(crate) tenure: Tenure,
}

impl OfficeReading {
    /// A president of a company is no head of state; of a candidate the role says what is sought.
    fn shown_role(&self, public: bool) -> Role {
        let own = public || self.tenure == Tenure::Candidate || !self.role.is_public();
        if own { self.role } else { Role::Other }
    }
}

/// How a language names persons and offices; the same tables tell how it names a person again.
pub(crate) trait OfficialReader: Linker {
    /// Pushes the persons named with an office in a block; who has a public one comes with the public ones alone. `hits` are places where an office word may stand.
    fn read(
        &self,
        block: &Block<'_>,
        hits: &[Hit],
        scope: &mut Scope<'_, '_>,
        found: &mut Vec<OfficialReading>,
    );

    /// Whether a title is that of a deputy.
    fn is_deputy(&self, title: &str) -> bool;
}

/// A title without a name, by its characters in a block.
#[derive(Debug, Clone)]
pub(crate) struct BareTitle {
    pub(crate) range: Range<usize>,
    /// What it has in common with other forms of the same title.
    pub(crate) key: String,
    pub(crate) country: Option<Country>,
}

/// How a language names a person again.
pub(crate) trait Linker: Shared {
    /// Shorter forms of a name by which the person may be meant.
    fn short_names(&self, lexicon: &Lexicon, name: &str) -> Vec<String>;

    /// Whether an official is named by a surname alone with the office: 陈部长.
    fn is_address(&self, _official: &Official) -> bool {
        false
    }

    /// Whether that may name the person of a whole name with an office: 商务部部长陈立.
    fn addresses(&self, _address: &Official, _whole: &Official) -> bool {
        false
    }

    /// Titles that stand for the holder wherever they stand, as written.
    fn fixed_titles(&self, office: &Office) -> Vec<String>;

    /// What a title has in common with its bare forms.
    fn key(&self, lexicon: &Lexicon, title: &str) -> Option<String>;

    /// For matches of names and fixed titles in a block: whether each stands for itself, and is no part of a longer name
    /// or word.
    fn standing(&self, lexicon: &Lexicon, block: &Block<'_>, matches: &[(Range<usize>, Link)]) -> Vec<bool>;

    /// The titles of a block that stand for one holder: definite, singular, of now.
    fn bare_titles(&self, lexicon: &Lexicon, block: &Block<'_>, hits: &[Hit]) -> Vec<BareTitle>;
}

/// Finds officials and holders of other roles.
#[derive(Debug)]
pub(super) struct Officials {
    reader: Arc<dyn OfficialReader>,
}

impl Officials {
    pub(super) const KINDS: [Kind; 2] = [Kind::Official, Kind::Role];

    pub(super) fn new(reader: Arc<dyn OfficialReader>) -> Self {
        Self { reader }
    }
}

impl Finder for Officials {
    fn kind(&self) -> Kind {
        Kind::Official
    }

    fn reads(&self, kind: Kind) -> bool {
        Self::KINDS.contains(&kind)
    }

    fn tables(&self) -> TableSet {
        TableSet::of(&[Table::Offices])
    }

    fn find(&self, block: &Block<'_>, hits: &[Hit], scope: &mut Scope<'_, '_>, found: &mut Vec<Claim>) {
        let mut named = Vec::new();
        self.reader.read(block, hits, scope, &mut named);
        let kind = |public| if public { Kind::Official } else { Kind::Role };
        for person in named.into_iter().filter(|n| scope.kinds.contains(&kind(n.public))) {
            let text = |r: &Range<usize>| block.source(r.start, r.end).to_owned();
            let office = |held: &OfficeReading| Office {
                deputy: self.reader.is_deputy(block.source(held.title.start, held.title.end)),
                title: text(&held.title),
                span: block.span(held.title.start, held.title.end),
                role: held.shown_role(person.public),
                body: held.body.as_ref().map(text),
                country: held.country,
                tenure: held.tenure,
            };
            let official = Official {
                name: text(&person.name),
                name_span: block.span(person.name.start, person.name.end),
                offices: person.offices.iter().map(office).collect(),
                party: person.party.as_ref().map(text),
            };
            found.push(Claim {
                start: person.claim.start,
                end: person.claim.end,
                fact: if person.public { Fact::Official(official) } else { Fact::Role(official) },
            });
        }
    }
}
