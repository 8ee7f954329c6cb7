//! Officials: what a language reads, put into values.
//!
//! Names and chains of offices follow no fixed order of words, so each language reads them with plain code of its own
//! behind [`OfficialReader`]; the tables, the roles and the assembly of values (`find`, with what `records` know and the `term` beside an
//! office) are shared.

pub(super) mod find;
mod records;
pub(crate) mod spaced;
mod term;
pub(crate) mod word_parts;

use super::finder::{Scope, Shared};
use crate::{
    lexicon::{Lazily, Lexicon},
    scan::Hit,
    text::Block,
    value::{BodyKind, Country, Link, Office, Official, Role, Tenure, TermSense},
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
    /// The row of the word of office, if it is all of the word.
    pub(crate) row: Option<u32>,
    pub(crate) body: Option<Range<usize>>,
    pub(crate) body_kind: Option<BodyKind>,
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

    /// Whether a title, as it is read, is that of a deputy.
    fn is_deputy(&self, title: &[char]) -> bool;

    /// The word of a term of office that starts at a place, and its end; or the one that ends there, and its start.
    fn term_word(
        &self,
        lexicon: &Lexicon,
        block: &Block<'_>,
        at: usize,
        side: TermSide,
    ) -> Option<(usize, TermWord)>;
}

/// The reader of officials of a language: nobody pays for it before a text holds what may be an office.
pub(crate) type LazyReader = Lazily<Arc<dyn OfficialReader>>;

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

    /// Whether that may name the person of a whole name with an office: 商务部部长陈立. Both begin with the same character.
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

/// What a word is between an office and a date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum TermWord {
    /// It may stand there: *som*, 于.
    Between,
    /// It says what the date is to the office.
    Says(TermSense),
    /// It says that the date is about another office: *avgick 2018 som partiledare*.
    Elsewhere,
}

/// Where such a word stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum TermSide {
    /// Before a place: between a date and an office after it.
    Before,
    /// After a place: between an office and a date after it.
    After,
    /// After a date that stands after an office.
    Beyond,
}
