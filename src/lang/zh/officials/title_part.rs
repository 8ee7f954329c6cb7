//! What may stand before an office as part of its title: a body, place, level or country of the tables.

use super::{
    cores::Core,
    passage::Passage,
    tables::{BODIES, BodyPart, COUNTRIES, OfficeScope, UNITS},
    title::Title,
};
use crate::{
    lang::zh::{guard::OfficialClass, names::is_numeral, word_parts::WordPart},
    lexicon::{Entry, Table, TableSet},
    text::is_han,
    value::{Country, Role},
};

/// A unit, with its start.
pub(super) enum TitlePart {
    Land(usize, Option<Country>),
    Place(usize, Option<Country>),
    Body(usize, u32),
    /// The number of a term: 第十四届.
    Term(usize),
    /// An aside or a number inside a body's name.
    Skip(usize),
}

impl Passage<'_> {
    /// A body, place, level or country that ends before `at`.
    pub(super) fn title_part(self, at: usize, floor: usize, title: &Title) -> Option<TitlePart> {
        if let Some(open) = opening(self.before(at)) {
            return self.bracketed(open, at, floor, title);
        }
        if let Some(start) = self.number(at, floor, title) {
            let term = self.sign(at, WordPart::Term);
            return Some(if term { TitlePart::Term(start) } else { TitlePart::Skip(start) });
        }
        if !self.officials.edges.units.end(self.block, at) {
            return None;
        }
        let entry = self
            .ends(at, UNITS)
            .filter(|e| e.at >= floor)
            .filter(|e| match e.table {
                // A part of a name with dots is no country and no place: 本·马里.
                Table::Countries | Table::Places if self.before(e.at) == '·' => false,
                Table::Countries => {
                    !self.tables().lands[e.row as usize].short || self.short_land(e.at, title)
                }
                Table::Bodies => self.body_fits(at, e, title),
                // 周丽津|议员: the short name of a place begins a phrase.
                Table::Places if at - e.at == 1 => {
                    !is_han(self.before(e.at)) || self.guarded(e.at, OfficialClass::Meets).is_some()
                }
                Table::Places => !self.inside_foreign_place(e.at, at),
                _ => true,
            })
            .last()?;
        Some(match entry.table {
            Table::Countries => TitlePart::Land(entry.at, self.country(entry)),
            Table::Places => TitlePart::Place(entry.at, self.tables().places[entry.row as usize]),
            _ => TitlePart::Body(entry.at, entry.row),
        })
    }

    /// The country whose name a body's name begins with.
    pub(super) fn country_at(self, i: usize) -> Option<Country> {
        if !self.officials.edges.countries.start(self.block, i) {
            return None;
        }
        let entry = self.lexicon.longest_at(&self.block.chars, i, COUNTRIES)?;
        self.tables().lands[entry.row as usize].code.filter(|_| entry.at > i + 1)
    }

    /// The country whose one character begins an office word: 日相, 英王.
    pub(super) fn country_inside(self, core: Core) -> Option<Country> {
        if !matches!(self.office(core).role, Role::HeadOfGovernment | Role::Monarch) {
            return None;
        }
        let short = self.starts(core.start, COUNTRIES).find(|e| e.at == core.start + 1)?;
        self.tables().lands[short.row as usize].code
    }

    /// The country that a name of one means. One character may stand for several: it is the one that the block names
    /// in full, if it does not name the usual one.
    fn country(self, entry: Entry) -> Option<Country> {
        let land = &self.tables().lands[entry.row as usize];
        if !land.short {
            return land.code;
        }
        self.seen.land(entry.row, || self.meant(self.get(entry.at), land.code))
    }

    /// The country that one character stands for: the usual one, or the first other that the block names in full.
    fn meant(self, first: char, usual: Option<Country>) -> Option<Country> {
        let mut named = None;
        for i in (0..self.block.len()).filter(|&i| self.get(i) == first) {
            if let Some(found) = self.country_at(i) {
                if Some(found) == usual {
                    return usual;
                }
                named = named.or(Some(found));
            }
        }
        named.or(usual)
    }

    /// Whether a place is the end of a longer name that is spelt by its sound: 德州 in 别尔哥罗德州.
    fn inside_foreign_place(self, start: usize, end: usize) -> bool {
        end - start == 2
            && self.sign(end, WordPart::State)
            && [start, start + 1].iter().all(|&i| self.names().sounds(self.before(i)) > 0)
            && self.place(end - 1, 0).is_some_and(|long| long < start)
    }

    /// Whether a word of bodies before `at` is one here: a single character only beside more of a name.
    fn body_fits(self, at: usize, entry: &Entry, title: &Title) -> bool {
        let body = &self.tables().bodies[entry.row as usize];
        let single = at - entry.at == 1;
        let more = title.start < title.core.start || self.topical(title.core);
        match body.part {
            // A level or country begins a name: 审查|国家粮食局.
            BodyPart::Topic => !single && more && !title.begun,
            BodyPart::Level if single => self.guarded(at, OfficialClass::Unlevel).is_none(),
            // 能矿部长 is no head of a mine.
            BodyPart::Head
                if single && !body.is_public() && self.office(title.core).role == Role::Minister =>
            {
                false
            }
            BodyPart::Head if single => {
                more && (is_han(self.before(entry.at)) || self.before(entry.at).is_ascii_digit())
            }
            _ => true,
        }
    }

    /// An aside in a body's name, or a name of quoted words: 联邦委员会（上院）主席.
    fn bracketed(
        self,
        (open, scope): (char, usize),
        at: usize,
        floor: usize,
        title: &Title,
    ) -> Option<TitlePart> {
        let low = (at - 1).saturating_sub(scope).max(floor);
        let start = (low..at - 1).rev().find(|&i| self.get(i) == open)?;
        let ends = |i| matches!(self.get(i), ',' | '。' | ';' | ':' | '!' | '?' | '\n');
        if start + 2 == at || (start + 1..at - 1).any(ends) {
            return None;
        }
        if open == '(' {
            // Only between a body and its office, and no date.
            let dated = (start + 1..at - 1).any(|i| self.get(i).is_ascii_digit());
            self.longest_before(start, BODIES).filter(|_| !dated && title.country.is_none())?;
        } else if title.country.is_some() {
            // “强硬派”美国防长: a country begins a title.
            return None;
        } else if title.start == title.core.start {
            // “陆委会”主委: a body in quotation marks.
            let body = self.lexicon.longest_at(&self.block.chars, start + 1, BODIES);
            return body.filter(|e| e.at == at - 1).map(|e| TitlePart::Body(start, e.row));
        }
        Some(TitlePart::Skip(start))
    }

    /// The start of a number in a body's name that ends before `at`: 第9军, 第三十八集团军, 96师.
    fn number(self, at: usize, floor: usize, title: &Title) -> Option<usize> {
        let number = |c: char| c.is_ascii_digit() || is_numeral(c) || matches!(c, '百' | '〇');
        title.kind?;
        // 第十四届人大
        let term = self.sign(at, WordPart::Term);
        let end = at - usize::from(term);
        if end <= floor || !number(self.before(end)) {
            return None;
        }
        let mut start = end;
        while start > floor && number(self.before(start)) {
            start -= 1;
        }
        let ordinal = start > floor && self.begins_with(start - 1, WordPart::Ordinal);
        let unit = self.sign(at + 1, WordPart::Unit);
        (ordinal || self.sign(at, WordPart::Session) || unit && self.before(at).is_ascii_digit())
            .then_some(start - usize::from(ordinal))
    }

    /// Whether an office may have words of what it is about before it: 农业部长, but not 农业总统.
    fn topical(self, core: Core) -> bool {
        let office = self.office(core);
        let long = core.end - core.start > 2;
        match office.role {
            _ if office.scope != OfficeScope::Public => true,
            Role::Minister | Role::Intergovernmental => long,
            Role::Diplomat
            | Role::MilitaryOfficer
            | Role::PartySecretary
            | Role::PoliceOfficer
            | Role::Judge
            | Role::Prosecutor => true,
            _ => false,
        }
    }

    /// Whether the one-character name of a country at `i` may be meant: it begins a phrase.
    fn short_land(self, i: usize, title: &Title) -> bool {
        const OFFICES: TableSet = TableSet::of(&[Table::Offices]);
        let c = self.before(i);
        if !is_han(c) {
            return !c.is_ascii_digit();
        }
        // 中美外长: two countries side by side, or a function word before.
        title.start <= i + 1
            && (self.guarded(i, OfficialClass::Meets).is_some() || self.ends(i, OFFICES).next().is_some())
    }
}

/// The sign that opens what a sign closes, and how far before it may stand.
fn opening(close: char) -> Option<(char, usize)> {
    match close {
        ')' => Some(('(', 14)),
        '"' | '”' => Some(('"', 16)),
        '》' => Some(('《', 16)),
        '』' => Some(('『', 16)),
        '」' => Some(('「', 16)),
        _ => None,
    }
}
