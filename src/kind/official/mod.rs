//! Officials: what a language reads, put into values.
//!
//! Names and chains of offices follow no fixed order of words, so each language reads them with plain code of its own
//! behind [`Reader`]; the tables, the roles and the assembly of values are shared.

mod records;
pub(crate) mod spaced;
mod term;

pub(crate) use term::{TermSide, TermWord};

use super::{
    finder::{Finder, Scope, Shared},
    pack::Pack,
};
use crate::{
    Error, Fact, Kind,
    claim::Claim,
    lexicon::{Lexicon, Table, TableSet},
    scan::Hit,
    text::Block,
    value::{Body, BodyKind, Country, Link, Office, Official, Party, Role, Tenure},
};
use records::{Record, Records};
use std::{ops::Range, sync::Arc};
use term::Terms;

/// A person named with offices, by places in a block.
#[derive(Debug, Clone)]
pub(crate) struct Named {
    /// All that is claimed: name and titles where they stand together; the name alone where another holds the title too.
    pub(crate) claim: Range<usize>,
    pub(crate) name: Range<usize>,
    /// Never empty.
    pub(crate) offices: Vec<Held>,
    pub(crate) party: Option<Range<usize>>,
    /// Whether the offices are public; those of companies, clubs, universities and the like are not.
    pub(crate) public: bool,
}

/// One office of a person.
#[derive(Debug, Clone)]
pub(crate) struct Held {
    pub(crate) title: Range<usize>,
    pub(crate) role: Role,
    /// The row of the word of office, if it is all of the word.
    pub(crate) row: Option<u32>,
    pub(crate) body: Option<Range<usize>>,
    pub(crate) body_kind: Option<BodyKind>,
    pub(crate) country: Option<Country>,
    pub(crate) tenure: Tenure,
}

impl Held {
    /// A president of a company is no head of state; of a candidate the role says what is sought.
    fn shown_role(&self, public: bool) -> Role {
        let own = public || self.tenure == Tenure::Candidate || !self.role.is_public();
        if own { self.role } else { Role::Other }
    }
}

/// How a language names persons and offices; the same tables tell how it names a person again.
pub(crate) trait Reader: Linker {
    /// Pushes the persons named with an office in a block; who has a public one comes with the public ones alone. `hits` are places where an office word may stand.
    fn read(&self, block: &Block<'_>, hits: &[Hit], scope: &mut Scope<'_, '_>, found: &mut Vec<Named>);

    /// Whether a title is that of a deputy.
    fn is_deputy(&self, title: &str) -> bool;

    /// The word of a term of office that starts at a place, and its end; or the one that ends there, and its start.
    fn term_word(
        &self,
        lexicon: &Lexicon,
        block: &Block<'_>,
        at: usize,
        side: TermSide,
    ) -> Option<(usize, TermWord)>;
}

/// A title without a name, by its characters in a block.
#[derive(Debug, Clone)]
pub(crate) struct Bare {
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
    fn bare_titles(&self, lexicon: &Lexicon, block: &Block<'_>, hits: &[Hit]) -> Vec<Bare>;
}

/// Finds officials and holders of other roles.
#[derive(Debug)]
pub(super) struct Officials {
    reader: Arc<dyn Reader>,
    records: Records,
    terms: Terms,
}

impl Officials {
    pub(super) const KINDS: [Kind; 2] = [Kind::Official, Kind::Role];

    pub(super) fn new(reader: Arc<dyn Reader>, pack: &Pack, lexicon: &Lexicon) -> Result<Self, Error> {
        Ok(Self { reader, records: Records::new(lexicon)?, terms: Terms::new(pack, lexicon)? })
    }

    /// The person as a value.
    fn official(&self, block: &Block<'_>, named: &Named, scope: &Scope<'_, '_>) -> Official {
        let text = |r: &Range<usize>| block.source(r.start, r.end).to_owned();
        let known = |range: &Range<usize>, table| self.records.of(scope.lexicon, &block.chars, range, table);
        let mut party = named.party.as_ref().map(|range| {
            let record = known(range, Table::Parties).or_else(|| known(range, Table::Bodies));
            party(text(range), record.cloned().unwrap_or_default())
        });
        let mut offices = Vec::with_capacity(named.offices.len());
        for held in &named.offices {
            let record = held.body.as_ref().and_then(|range| known(range, Table::Bodies));
            // 西班牙国民党 is none of Taiwan.
            let record =
                record.filter(|r| r.country.is_none() || held.country.is_none_or(|c| r.country == Some(c)));
            let body = held.body.as_ref().map(|range| Body {
                name: text(range),
                kind: held.body_kind,
                id: record.and_then(|r| r.id.clone()),
            });
            if let (None, Some(body), Some(record)) = (&party, &body, record)
                && held.body_kind == Some(BodyKind::Party)
                && offices.is_empty()
            {
                party = Some(self::party(body.name.clone(), record.clone()));
            }
            let row = held.row.and_then(|row| self.records.of_row(Table::Offices, row));
            offices.push(Office {
                deputy: self.reader.is_deputy(block.source(held.title.start, held.title.end)),
                title: text(&held.title),
                span: block.span(held.title.start, held.title.end),
                role: held.shown_role(named.public),
                id: row.and_then(|r| r.id.clone()),
                body,
                country: held.country,
                tenure: held.tenure,
                term: None,
            });
        }
        if let Some((number, term)) = self.terms.beside(&*self.reader, block, named, scope) {
            offices[number].term = Some(term);
        }
        Official {
            name: text(&named.name),
            name_span: block.span(named.name.start, named.name.end),
            id: known(&named.name, Table::Persons).and_then(|r| r.id.clone()),
            offices,
            party,
        }
    }
}

fn party(name: String, Record { id, country }: Record) -> Party {
    Party { name, country, id }
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
            let official = self.official(block, &person, scope);
            found.push(Claim {
                start: person.claim.start,
                end: person.claim.end,
                fact: if person.public { Fact::Official(official) } else { Fact::Role(official) },
            });
        }
    }
}
