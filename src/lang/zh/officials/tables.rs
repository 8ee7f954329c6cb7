//! What the tables of offices, bodies, countries, places and words of tenure say.

use crate::{
    Error,
    lexicon::{Lexicon, Row, Table, TableSet},
    value::{BodyKind, Country, Role, Tenure},
};

pub(super) const BODIES: TableSet = TableSet::of(&[Table::Bodies]);
pub(super) const COUNTRIES: TableSet = TableSet::of(&[Table::Countries]);
pub(super) const UNITS: TableSet = TableSet::of(&UNIT_TABLES);
pub(super) const UNIT_TABLES: [Table; 3] = [Table::Bodies, Table::Countries, Table::Places];

/// Whose office a word names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum OfficeScope {
    /// Public whatever its body.
    Public,
    /// Public unless its body says otherwise.
    Plain,
    /// Public only with a public body.
    Body,
    /// Never public.
    Other,
    /// No office.
    None,
}

/// Where a word of office may stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Use {
    Before,
    After,
    Rank,
}

#[derive(Debug)]
pub(super) struct OfficeRow {
    pub(super) role: Role,
    pub(super) scope: OfficeScope,
    pub(super) place: Use,
}

impl OfficeRow {
    pub(super) fn may_be_public(&self) -> bool {
        !matches!(self.scope, OfficeScope::Other | OfficeScope::None)
    }
}

/// What a word of a body's name is to the name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum BodyPart {
    Whole,
    Head,
    WeakHead,
    Level,
    Topic,
}

#[derive(Debug)]
pub(super) struct BodyRow {
    /// None for a word of what a body is about.
    pub(super) kind: Option<BodyKind>,
    pub(super) part: BodyPart,
}

impl BodyRow {
    pub(super) fn is_public(&self) -> bool {
        self.kind.is_some_and(BodyKind::is_public)
    }

    /// Whether associations are called so: 联谊会.
    pub(super) fn heads_association(&self) -> bool {
        self.kind == Some(BodyKind::Association) && self.part == BodyPart::Head
    }
}

/// The role of whoever heads a body that is not public.
pub(super) fn private_role(kind: BodyKind) -> Option<Role> {
    match kind {
        BodyKind::Company => Some(Role::Business),
        BodyKind::University => Some(Role::Academic),
        BodyKind::Culture => Some(Role::Culture),
        BodyKind::Sport => Some(Role::Sport),
        BodyKind::Association => Some(Role::Association),
        _ => None,
    }
}

/// What a word before an office says of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum TenureRow {
    Tenure(Tenure),
    Deputy,
    Rank,
}

#[derive(Debug)]
pub(super) struct CountryRow {
    pub(super) code: Option<Country>,
    pub(super) short: bool,
}

/// The rows of the tables, by their numbers.
#[derive(Debug)]
pub(super) struct OfficialTables {
    pub(super) offices: Vec<OfficeRow>,
    pub(super) bodies: Vec<BodyRow>,
    pub(super) lands: Vec<CountryRow>,
    /// The countries of places, where a table says them.
    pub(super) places: Vec<Option<Country>>,
    /// Whether places are Chinese ones.
    pub(super) cities: Vec<bool>,
    pub(super) prefixes: Vec<TenureRow>,
}

impl OfficialTables {
    pub(super) fn new(lexicon: &Lexicon) -> Result<Self, Error> {
        fn all<T>(
            lexicon: &Lexicon,
            table: Table,
            read: fn(&Row<'_>) -> Result<T, Error>,
        ) -> Result<Vec<T>, Error> {
            lexicon.rows(table).iter().map(|row| read(&row)).collect()
        }
        Ok(Self {
            offices: all(lexicon, Table::Offices, office)?,
            bodies: all(lexicon, Table::Bodies, body)?,
            lands: all(lexicon, Table::Countries, land)?,
            places: all(lexicon, Table::Places, |row| Ok(Country::new(row.get("country"))))?,
            cities: all(lexicon, Table::Places, |row| Ok(row.get("country").is_empty()))?,
            prefixes: all(lexicon, Table::Tenures, prefix)?,
        })
    }
}

fn office(row: &Row<'_>) -> Result<OfficeRow, Error> {
    let scope = match row.get("scope") {
        "public" => OfficeScope::Public,
        "plain" => OfficeScope::Plain,
        "body" => OfficeScope::Body,
        "other" => OfficeScope::Other,
        "none" => OfficeScope::None,
        _ => return Err(row.error("scope", "none of public, plain, body, other, none")),
    };
    let place = match row.get("use") {
        "before" | "none" => Use::Before,
        "after" | "" => Use::After,
        "rank" => Use::Rank,
        _ => return Err(row.error("use", "none of before, after, rank")),
    };
    let role = if row.get("role") == "-" { Role::Other } else { row.parse("role")? };
    Ok(OfficeRow { role, scope, place })
}

fn body(row: &Row<'_>) -> Result<BodyRow, Error> {
    let part = match row.get("part") {
        "whole" => BodyPart::Whole,
        "head" => BodyPart::Head,
        "weakhead" => BodyPart::WeakHead,
        "level" => BodyPart::Level,
        "topic" => BodyPart::Topic,
        _ => return Err(row.error("part", "none of whole, head, weakhead, level, topic")),
    };
    let kind = if row.get("kind") == "topic" { None } else { Some(row.parse("kind")?) };
    Ok(BodyRow { kind, part })
}

fn land(row: &Row<'_>) -> Result<CountryRow, Error> {
    Ok(CountryRow { code: Country::new(row.get("code")), short: row.get("use") == "short" })
}

fn prefix(row: &Row<'_>) -> Result<TenureRow, Error> {
    Ok(match row.get("tenure") {
        "former" => TenureRow::Tenure(Tenure::Former),
        "acting" => TenureRow::Tenure(Tenure::Acting),
        "designate" => TenureRow::Tenure(Tenure::Designate),
        "then" => TenureRow::Tenure(Tenure::Then),
        "current" => TenureRow::Tenure(Tenure::Current),
        "deputy" => TenureRow::Deputy,
        "rank" => TenureRow::Rank,
        _ => {
            let known = "none of former, acting, designate, then, current, deputy, rank";
            return Err(row.error("tenure", known));
        }
    })
}
