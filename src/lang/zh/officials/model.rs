//! All that officials are read with: what their tables say, the guards, and the model of names.

use super::tables::{BodyPart, OfficialTables, TenureRow, UNIT_TABLES};
use crate::{
    Error,
    lang::zh::{
        guard::{OfficialClass, OfficialGuards},
        names::NameModel,
        word_parts::OfficeParts,
    },
    lexicon::{Lexicon, Table, TableSet},
    text::{Block, CharSet, Pairs, folded},
    value::Tenure,
};

/// Reads officials.
#[derive(Debug)]
pub(crate) struct ChineseOfficials {
    pub(super) names: NameModel,
    pub(super) tables: OfficialTables,
    pub(super) guards: OfficialGuards,
    pub(super) parts: OfficeParts,
    pub(super) edges: Edges,
}

/// What words begin with or end in, for a look before a search.
#[derive(Debug)]
pub(super) struct Edges {
    offices: Pairs,
    /// What stands behind the first character of an office, and offices of one.
    in_offices: Pairs,
    short_offices: CharSet,
    /// Bodies of two characters at least.
    pub(super) bodies: Pairs,
    /// Bodies of three characters at least.
    pub(super) long_bodies: Pairs,
    /// Bodies that nothing need go before.
    pub(super) whole_bodies: Pairs,
    /// Heads of associations.
    pub(super) associations: Pairs,
    /// Countries of two characters at least.
    pub(super) countries: Pairs,
    /// What countries of three characters at least end in.
    pub(super) country_ends: Pairs,
    /// What bodies of two characters at least end in.
    pub(super) body_ends: Pairs,
    pub(super) tenures: Pairs,
    /// What bodies, places and countries end in.
    pub(super) units: Pairs,
}

impl Edges {
    /// Whether an office may start at a place.
    #[inline]
    pub(super) fn office(&self, block: &Block<'_>, at: usize) -> bool {
        self.offices.start(block, at)
            && (self.in_offices.start(block, at + 1) || self.short_offices.has(block.get(at)))
    }
}

impl ChineseOfficials {
    pub(crate) fn new(lexicon: &Lexicon) -> Result<Self, Error> {
        let tables = OfficialTables::new(lexicon)?;
        let whole = |row: u32| tables.bodies[row as usize].part == BodyPart::Whole;
        let association = |row: u32| tables.bodies[row as usize].heads_association();
        let mut in_offices = Pairs::new();
        let offices = || lexicon.forms_of(Table::Offices).iter().map(|form| lexicon.chars(form));
        offices().for_each(|office| in_offices.add(office.iter().skip(1).copied()));
        let edges = Edges {
            offices: lexicon.beginnings(&[Table::Offices], |_| true),
            in_offices,
            short_offices: offices().filter(|office| office.len() == 1).map(|office| office[0]).collect(),
            bodies: lexicon.beginnings(&[Table::Bodies], |f| f.len() > 1),
            long_bodies: lexicon.beginnings(&[Table::Bodies], |f| f.len() > 2),
            whole_bodies: lexicon.endings(&[Table::Bodies], |f| whole(f.row)),
            associations: lexicon.beginnings(&[Table::Bodies], |f| f.len() > 1 && association(f.row)),
            countries: lexicon.beginnings(&[Table::Countries], |f| f.len() > 1),
            country_ends: lexicon.endings(&[Table::Countries], |f| f.len() > 2),
            body_ends: lexicon.endings(&[Table::Bodies], |f| f.len() > 1),
            tenures: lexicon.endings(&[Table::Tenures], |_| true),
            units: lexicon.endings(&UNIT_TABLES, |_| true),
        };
        let parts = OfficeParts::new(lexicon)?;
        Ok(Self {
            names: NameModel::new(lexicon, &parts)?,
            tables,
            guards: OfficialGuards::new(lexicon)?,
            parts,
            edges,
        })
    }

    /// Whether a word after a title makes it another's: 总统|府, 总理|夫人.
    pub(crate) fn turns_title(&self, lexicon: &Lexicon, block: &Block<'_>, at: usize) -> bool {
        self.guards.after(lexicon, block, at, OfficialClass::Turns).is_some()
    }

    /// Whether a word before a title says that its holder is not the one of now, or a deputy: 前|韩国总统, but not 目前|韩国总统.
    pub(crate) fn is_held_otherwise(&self, lexicon: &Lexicon, block: &Block<'_>, at: usize) -> bool {
        const TENURES: TableSet = TableSet::of(&[Table::Tenures]);
        let Some(word) = lexicon.ends_at(&block.chars, at, TENURES).last() else { return false };
        let joined = self.guards.before(lexicon, block, at, OfficialClass::Joined);
        let now = matches!(
            self.tables.prefixes[word.row as usize],
            TenureRow::Tenure(Tenure::Current) | TenureRow::Rank
        );
        !now && joined.is_none_or(|edge| edge >= word.at)
    }

    /// Whether a name is a surname alone.
    pub(crate) fn names_alone(&self, name: &str) -> bool {
        let mut chars = name.chars();
        match (chars.next(), chars.next(), chars.next()) {
            (Some(_), None, None) => true,
            (Some(_), Some(_), None) => self.names.is_compound(&folded(name).collect::<String>()),
            _ => false,
        }
    }
}
