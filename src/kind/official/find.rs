//! The finder of officials: what a language reads, put into values.

use super::{
    LazyReader, OfficialReading,
    records::{Record, Records},
    term::Terms,
};
use crate::{
    Error, Fact, Kind,
    claim::Claim,
    kind::{
        date::Dates,
        finder::{Finder, Scope},
    },
    lexicon::{Lexicon, Table},
    scan::Hit,
    text::Block,
    value::{Body, BodyKind, Granularity, Office, Official, Party, Tenure, Term, TermSense},
};
use jiff::civil;
use std::{ops::Range, sync::Arc};

/// Finds officials and holders of other roles.
#[derive(Debug)]
pub(in crate::kind) struct Officials {
    reader: Arc<LazyReader>,
    records: Records,
    terms: Terms,
}

impl Officials {
    pub(in crate::kind) const KINDS: [Kind; 2] = [Kind::Official, Kind::Role];

    pub(in crate::kind) fn new(
        reader: Arc<LazyReader>,
        dates: Arc<Dates>,
        lexicon: &Lexicon,
    ) -> Result<Self, Error> {
        Ok(Self { reader, records: Records::new(lexicon)?, terms: Terms::new(dates) })
    }

    /// The person as a value.
    fn official(&self, block: &Block<'_>, named: &OfficialReading, scope: &Scope<'_, '_>) -> Official {
        let text = |r: &Range<usize>| block.spelt(r.start, r.end);
        let (reader, records) = (self.reader.get(scope.lexicon), &self.records);
        let known = |range: &Range<usize>, table| records.of(scope.lexicon, &block.chars, range, table);
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
            let row = held.row.and_then(|row| records.of_row(Table::Offices, row));
            offices.push(Office {
                deputy: reader.is_deputy(&block.chars[held.title.clone()]),
                title: block.written(held.title.start, held.title.end),
                span: block.span(held.title.start, held.title.end),
                role: held.shown_role(named.public),
                id: row.and_then(|r| r.id.clone()),
                body,
                country: held.country,
                tenure: held.tenure,
                term: None,
            });
        }
        if let Some((number, term)) = self.terms.beside(&**reader, block, named, scope) {
            let office = &mut offices[number];
            if office.tenure == Tenure::Current && is_over(&term, scope.document.published()) {
                office.tenure = Tenure::Former;
            }
            office.term = Some(term);
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

/// Whether an office was held no longer on the day of the text: *talman 1994–1996*, *till och med 1996*. One year may be that in which
/// it began: *blev talman 1994*.
fn is_over(term: &Term, today: Option<civil::Date>) -> bool {
    let ends = match term.sense {
        TermSense::Since => false,
        TermSense::During => {
            let many = matches!(term.date.granularity(), Granularity::Decade | Granularity::Century);
            many || term.date.is_range()
        }
        TermSense::Until => true,
    };
    ends && term.date.end_date().zip(today).is_some_and(|(end, today)| end < today)
}

fn party(name: String, Record { id, country }: Record) -> Party {
    Party { name, country, id }
}

impl Finder for Officials {
    fn find(&self, block: &Block<'_>, hits: &[Hit], scope: &mut Scope<'_, '_>, found: &mut Vec<Claim>) {
        let mut named = Vec::new();
        self.reader.get(scope.lexicon).read(block, hits, scope, &mut named);
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
