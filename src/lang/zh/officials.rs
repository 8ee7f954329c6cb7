//! Officials in Chinese news.
//!
//! Offices are found first, each with the bodies, places and words of tenure before it as one title. Titles that touch
//! (、 兼 or nothing between) form the chain of one person. The name stands after the chain, or before a bare office
//! (江主席), or before a comma with the titles in apposition.

use super::{
    names::{Name, Names, ordinal},
    repeats::Repeats,
};
use crate::{
    Error,
    kind::{
        finder::Scope,
        official::{Held, Named, Reader},
    },
    lexicon::{Lexicon, Table, TableSet},
    scan::Hit,
    text::{Block, CharSet, Pairs, is_han},
    value::{Country, Role, Tenure},
};
use once_cell::sync::Lazy;
use std::ops::Range;

/// Characters that a title reaches before its office word.
const TITLE: usize = 48;
/// Characters of a body's name that no table holds.
const UNKNOWN: usize = 10;
/// Titles in one chain, and names that share one.
const CHAIN: usize = 12;
const NAMES: usize = 24;
/// Weights from which a name is taken: after its title, before it, in a list, and in apposition.
const RIGHT: i32 = 4;
const LEFT: i32 = 6;
const LISTED: i32 = 5;
const APPOSED: i32 = 10;

/// Whose office a word names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Reach {
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
enum Use {
    Before,
    After,
    Rank,
}

#[derive(Debug)]
struct Office {
    role: Role,
    reach: Reach,
    place: Use,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Part {
    Whole,
    Head,
    WeakHead,
    Level,
    Topic,
}

#[derive(Debug)]
struct Body {
    kind: String,
    public: bool,
    part: Part,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Prefix {
    Tenure(Tenure),
    Deputy,
    Rank,
}

#[derive(Debug)]
struct Land {
    code: Option<Country>,
    short: bool,
}

/// An office word in the block.
#[derive(Debug, Clone, Copy)]
struct Core {
    start: usize,
    end: usize,
    row: u32,
}

/// An office with all that belongs to it.
#[derive(Debug, Clone)]
struct Title {
    start: usize,
    core: Core,
    /// Where bodies, places and levels end; equal to `start` if there are none.
    body: Range<usize>,
    kind: Option<u32>,
    country: Option<Country>,
    tenure: Tenure,
    deputy: bool,
    /// Its body is one that has no public offices.
    other: bool,
    /// It has a body or a country of its own.
    owned: bool,
}

impl Title {
    fn end(&self) -> usize {
        self.core.end
    }
}

/// Reads officials.
#[derive(Debug)]
pub(crate) struct Officials {
    names: Names,
    offices: Vec<Office>,
    bodies: Vec<Body>,
    lands: Vec<Land>,
    prefixes: Vec<Prefix>,
    edges: Edges,
}

/// What words begin with or end in, for a look before a search.
#[derive(Debug)]
struct Edges {
    offices: Pairs,
    /// Bodies of three characters at least.
    long_bodies: Pairs,
    /// Bodies that nothing need go before.
    whole_bodies: Pairs,
    /// Countries of two characters at least.
    countries: Pairs,
    tenures: Pairs,
}

impl Officials {
    pub(crate) fn new(lexicon: &Lexicon) -> Result<Self, Error> {
        let mut offices = Vec::new();
        for row in lexicon.rows(Table::Offices).iter() {
            let reach = match row.get("scope") {
                "public" => Reach::Public,
                "plain" => Reach::Plain,
                "body" => Reach::Body,
                "other" => Reach::Other,
                "none" => Reach::None,
                _ => return Err(row.error("scope", "unknown scope")),
            };
            let place = match row.get("use") {
                "before" | "none" => Use::Before,
                "after" | "" => Use::After,
                "rank" => Use::Rank,
                _ => return Err(row.error("use", "unknown use")),
            };
            let role = if row.get("role") == "-" { Role::Other } else { row.parse("role")? };
            offices.push(Office { role, reach, place });
        }
        let mut bodies = Vec::new();
        for row in lexicon.rows(Table::Bodies).iter() {
            let part = match row.get("part") {
                "whole" => Part::Whole,
                "head" => Part::Head,
                "weakhead" => Part::WeakHead,
                "level" => Part::Level,
                "topic" => Part::Topic,
                _ => return Err(row.error("part", "unknown part")),
            };
            let kind = row.get("kind").to_owned();
            let public =
                !matches!(&*kind, "company" | "academic" | "culture" | "sport" | "association" | "topic");
            bodies.push(Body { kind, public, part });
        }
        let lands = lexicon
            .rows(Table::Countries)
            .iter()
            .map(|row| Land { code: Country::new(row.get("code")), short: row.get("use") == "short" })
            .collect();
        let mut prefixes = Vec::new();
        for row in lexicon.rows(Table::Tenures).iter() {
            prefixes.push(match row.get("tenure") {
                "former" => Prefix::Tenure(Tenure::Former),
                "acting" => Prefix::Tenure(Tenure::Acting),
                "designate" => Prefix::Tenure(Tenure::Designate),
                "then" => Prefix::Tenure(Tenure::Then),
                "current" => Prefix::Tenure(Tenure::Current),
                "deputy" => Prefix::Deputy,
                "rank" => Prefix::Rank,
                _ => return Err(row.error("tenure", "unknown tenure")),
            });
        }
        let whole = |row: u32| bodies[row as usize].part == Part::Whole;
        let edges = Edges {
            offices: lexicon.beginnings(|f| f.table == Table::Offices),
            long_bodies: lexicon.beginnings(|f| f.table == Table::Bodies && f.len() > 2),
            whole_bodies: lexicon.endings(|f| f.table == Table::Bodies && whole(f.row)),
            countries: lexicon.beginnings(|f| f.table == Table::Countries && f.len() > 1),
            tenures: lexicon.endings(|f| f.table == Table::Tenures),
        };
        Ok(Self { names: Names::new(lexicon)?, offices, bodies, lands, prefixes, edges })
    }

    fn office(&self, core: Core) -> &Office {
        &self.offices[core.row as usize]
    }
}

impl Reader for Officials {
    fn is_deputy(&self, title: &str) -> bool {
        title.contains('副')
    }

    fn read(&self, block: &Block<'_>, hits: &[Hit], scope: &mut Scope<'_, '_>, found: &mut Vec<Named>) {
        if hits.is_empty() {
            return;
        }
        let lexicon = scope.lexicon;
        let cores = self.cores(block, hits, scope);
        let mut titles: Vec<Title> = Vec::with_capacity(cores.len());
        let mut floor = 0;
        for &core in &cores {
            if self.office(core).reach != Reach::None {
                titles.push(self.title(lexicon, block, core, floor));
                floor = core.end;
            }
        }
        Reading {
            officials: self,
            lexicon,
            block,
            repeats: Repeats::new(scope.document.text(), scope.sight),
            cores: &cores,
            titles: &titles,
            claimed: 0,
            public: None,
            found,
        }
        .run();
    }
}

impl Officials {
    /// The words of office in the block, disjoint, in order.
    fn cores(&self, block: &Block<'_>, hits: &[Hit], scope: &Scope<'_, '_>) -> Vec<Core> {
        const OFFICES: TableSet = TableSet::of(&[Table::Offices]);
        let mut cores: Vec<Core> = Vec::new();
        // One word may be hit in several places.
        let mut last = (usize::MAX, None);
        for &hit in hits {
            for start in scope.anchors.starts(hit).filter(|&at| self.edges.offices.start(block, at)) {
                if last.0 != start {
                    last = (start, scope.lexicon.longest_at(&block.chars, start, OFFICES));
                }
                let Some(entry) = last.1.filter(|e| e.at >= hit.to) else { continue };
                // In a name with dots nothing is an office: 埃米尔·拉胡德.
                if block.get(entry.at) != '·' && block.before(start) != '·' {
                    cores.push(Core { start, end: entry.at, row: entry.row });
                }
            }
        }
        cores.sort_by_key(|c| (c.start, std::cmp::Reverse(c.end)));
        // Of two that overlap, the end of the second decides: 部长助理 in 外交部部长助理, 委员会 in 廉政委员会.
        let mut at = 0;
        while at + 1 < cores.len() {
            let (a, b) = (cores[at], cores[at + 1]);
            if b.start < a.end && b.end > a.end {
                cores[at] = Core { start: a.start, ..b };
                cores.remove(at + 1);
            } else if b.start < a.end {
                cores.remove(at + 1);
            } else {
                at += 1;
            }
        }
        let mut end = 0;
        cores.retain(|core| {
            let free = core.start >= end
                && !(self.office(*core).reach == Reach::Other && self.inside(scope.lexicon, block, core));
            if free {
                end = core.end;
            }
            free
        });
        cores
    }

    /// Whether an office word is cut out of a body's name: 女儿 in 妇女儿童工作委员会.
    fn inside(&self, lexicon: &Lexicon, block: &Block<'_>, core: &Core) -> bool {
        const BODIES: TableSet = TableSet::of(&[Table::Bodies]);
        (core.start.saturating_sub(8)..core.start)
            .filter(|&i| self.edges.long_bodies.start(block, i))
            .any(|i| lexicon.longest_at(&block.chars, i, BODIES).is_some_and(|e| e.at > core.end))
    }

    /// The title that an office word ends: everything before it, not below `floor`, that belongs to it.
    fn title(&self, lexicon: &Lexicon, block: &Block<'_>, core: Core, floor: usize) -> Title {
        let mut title = Title {
            start: core.start,
            core,
            body: core.start..core.start,
            kind: None,
            country: None,
            tenure: Tenure::Current,
            deputy: block.chars[core.start..core.end].contains(&'副'),
            other: false,
            owned: false,
        };
        let floor = floor.max(core.start.saturating_sub(TITLE));
        // Words inside the office itself: 外交部长 holds 外交部, 省委书记 holds 省委; and names that end inside it:
        // 南部战区 in 南部战区司令员, 住建部 in 住建部长.
        const BODIES: TableSet = TableSet::of(&[Table::Bodies]);
        title.country = self.country_at(lexicon, block, core.start);
        let part = |row: u32| self.bodies[row as usize].part;
        let inner = lexicon
            .starts_at(&block.chars, core.start, BODIES)
            .filter(|e| e.at < core.end && e.at >= core.start + 2)
            .filter(|e| !matches!(part(e.row), Part::Topic | Part::Level))
            .last();
        let mut inner_end = inner.map(|e| e.at);
        let mut at = core.start;
        if let Some(entry) = inner {
            title.kind = Some(entry.row);
            title.owned = true;
        }
        for end in [inner_end.unwrap_or(core.start + 2), core.start + 1] {
            if !self.edges.whole_bodies.end(block, end) {
                continue;
            }
            let whole =
                lexicon.ends_at(&block.chars, end, BODIES).filter(|e| part(e.row) == Part::Whole).last();
            if let Some(entry) = whole.filter(|e| e.at < core.start && e.at >= floor && end < core.end) {
                at = entry.at;
                inner_end = Some(end);
                title.start = at;
                title.kind = Some(entry.row);
                title.other |= !self.bodies[entry.row as usize].public;
                title.owned = true;
                title.country = self.country_at(lexicon, block, at);
                break;
            }
        }
        // Whether the words read so far still want the name of what they head: 局 in 局长.
        let heads = inner_end.is_none()
            && matches!(
                block.get(core.end.saturating_sub(2)),
                '部' | '局'
                    | '厅'
                    | '司'
                    | '署'
                    | '处'
                    | '科'
                    | '院'
                    | '所'
                    | '站'
                    | '馆'
                    | '校'
                    | '台'
                    | '队'
                    | '会'
                    | '社'
            )
            && block.get(core.end.saturating_sub(1)) == '长';
        let mut wants = heads;
        let mut topical = heads;
        let mut weak = false;
        let mut body_end = inner_end;
        let mut body_start = at;
        loop {
            if at <= floor {
                break;
            }
            if let Some((start, prefix)) = self.prefix(lexicon, block, at, floor).filter(|&(_, p)| {
                p != Prefix::Tenure(Tenure::Designate) || !title.owned && title.country.is_none()
            }) {
                match prefix {
                    Prefix::Tenure(t) => title.tenure = t,
                    Prefix::Deputy => title.deputy = true,
                    Prefix::Rank => {}
                }
                at = start;
                title.start = at;
                continue;
            }
            if let Some(unit) = self.unit(lexicon, block, at, floor, &title) {
                match unit {
                    Unit::Land(start, land) => {
                        // 驻美国大使: the country where, not whose.
                        if block.before(start) != '驻' {
                            title.country = land.code;
                        }
                        at = start;
                        wants = false;
                        topical = false;
                        title.owned = true;
                    }
                    Unit::Place(start) => {
                        at = start;
                        body_start = at;
                        wants = false;
                        topical = false;
                        title.owned = true;
                    }
                    Unit::Body(start, row) => {
                        let body = &self.bodies[row as usize];
                        // 大队 in 交警大队大队长 is said twice.
                        if at == core.start && matches!(body.part, Part::Whole | Part::Head) {
                            body_end = Some(at);
                        }
                        if body.part != Part::Level {
                            body_end = body_end.or(Some(at));
                        }
                        at = start;
                        if !self.abroad(block, start) {
                            body_start = at;
                        }
                        match body.part {
                            Part::Topic => {
                                topical = true;
                            }
                            Part::Level => {
                                wants = false;
                                topical = false;
                                title.owned = true;
                                // 国家气候中心 is the state's, 会展中心 is not.
                                weak &= self.abroad(block, start);
                            }
                            part => {
                                title.country = self.country_at(lexicon, block, start).or(title.country);
                                title.kind = title.kind.or(Some(row));
                                weak |= part == Part::WeakHead;
                                weak &= !(part == Part::Whole && body.public);
                                title.other |= !body.public && part != Part::WeakHead;
                                wants = matches!(part, Part::Head | Part::WeakHead);
                                topical = wants;
                                title.owned = true;
                            }
                        }
                    }
                    Unit::Skip(start) => {
                        at = start;
                        body_start = at;
                    }
                }
                title.start = at;
                continue;
            }
            // 经济和社会事务部: a conjunction inside a body's name.
            if topical && matches!(block.before(at), '和' | '与' | '及' | '、') {
                let left = at - 1;
                let joined = self.longest_before(lexicon, block, left, BODIES).is_some_and(|(start, row)| {
                    start >= floor && self.bodies[row as usize].part == Part::Topic && left - start >= 2
                });
                if joined {
                    at = left;
                    continue;
                }
            }
            // TRW总裁: a name in Latin letters is a company's unless a table holds it.
            if block.before(at).is_ascii_alphabetic() && self.office(core).reach != Reach::Public {
                let mut start = at;
                while start > floor && block.get(start - 1).is_ascii_alphanumeric() {
                    start -= 1;
                }
                at = start;
                body_start = at;
                body_end = body_end.or(Some(core.start));
                title.start = at;
                title.other = true;
                title.owned = true;
                break;
            }
            // 方城县县长, 凤凰县委书记: the level wants the name of a place.
            if matches!(block.get(at), '省' | '市' | '县' | '区' | '镇' | '乡' | '村' | '州' | '旗' | '盟')
                && (at < core.start || block.get(at + 1) != '长')
            {
                if let Some(start) = self.place(lexicon, block, at, floor) {
                    at = start;
                    body_start = at;
                    title.start = at;
                    title.owned = true;
                    continue;
                }
                break;
            }
            if wants
                && !self.named_before(lexicon, block, core, at, floor)
                && let Some(start) = self.unknown(lexicon, block, at, floor)
            {
                body_end = body_end.or(Some(at));
                title.owned = true;
                at = start;
                body_start = at;
                title.start = at;
                wants = false;
                continue;
            }
            break;
        }
        // A conjunction that was passed over with nothing before it.
        title.start = title.start.max(at);
        if let Some(end) = body_end {
            title.body = body_start..end;
        }
        if title.start >= 2 && block.chars[title.start - 2..title.start] == ['曾', '任'] {
            title.tenure = Tenure::Former;
        }
        // 代市长, 代理省长; 代表 and 代办 are posts.
        if block.get(core.start) == '代' && !matches!(block.get(core.start + 1), '表' | '办') {
            title.tenure = Tenure::Acting;
        }
        title.other |= weak;
        title.other |= self.other_before(lexicon, block, &title, floor);
        title
    }

    /// Whether a word at `i` says that a post is abroad (驻), which is no part of a body's name.
    fn abroad(&self, block: &Block<'_>, i: usize) -> bool {
        block.get(i) == '驻' || block.get(i) == '常' && block.get(i + 1) == '驻'
    }

    /// The country whose name a body's name begins with.
    fn country_at(&self, lexicon: &Lexicon, block: &Block<'_>, i: usize) -> Option<Country> {
        if !self.edges.countries.start(block, i) {
            return None;
        }
        let entry = lexicon.longest_at(&block.chars, i, TableSet::of(&[Table::Countries]))?;
        self.lands[entry.row as usize].code.filter(|_| entry.at > i + 1)
    }

    /// A word of tenure or rank that ends before `at`.
    fn prefix(
        &self,
        lexicon: &Lexicon,
        block: &Block<'_>,
        at: usize,
        floor: usize,
    ) -> Option<(usize, Prefix)> {
        const TENURES: TableSet = TableSet::of(&[Table::Tenures]);
        if !self.edges.tenures.end(block, at) {
            return None;
        }
        let (start, row) = self.longest_before(lexicon, block, at, TENURES)?;
        if start < floor {
            return None;
        }
        // 目前, 平原, 时代, 出现, 事故: the last character of another word.
        let joined = match block.get(start) {
            '前' if at - start == 1 => "目日以面之年月天先提眼午跟向空当生会战此从史席周季期行场",
            '原' if at - start == 1 => "中平草高太还复",
            '代' if at - start == 1 => "时现当古近年取替历世前后交下末清明唐宋",
            '现' if at - start == 1 => "出发实表体展呈涌重再兑",
            '新' if at - start == 1 => "最革创更全重翻从",
            '故' if at - start == 1 => "事变世缘何如典",
            '副' if at - start == 1 => "全名两一",
            _ => "",
        };
        (!joined.contains(block.before(start)) || joined.is_empty())
            .then(|| (start, self.prefixes[row as usize]))
    }

    fn longest_before(
        &self,
        lexicon: &Lexicon,
        block: &Block<'_>,
        at: usize,
        tables: TableSet,
    ) -> Option<(usize, u32)> {
        lexicon.ends_at(&block.chars, at, tables).last().map(|e| (e.at, e.row))
    }

    /// A body, place, level or country that ends before `at`.
    fn unit(
        &self,
        lexicon: &Lexicon,
        block: &Block<'_>,
        at: usize,
        floor: usize,
        title: &Title,
    ) -> Option<Unit<'_>> {
        // An aside in a body's name, or a name of quoted words: 联邦委员会（上院）主席.
        let (open, reach) = match block.before(at) {
            ')' => ('(', 14),
            '"' | '”' => ('"', 16),
            '》' => ('《', 16),
            '』' => ('『', 16),
            '」' => ('「', 16),
            _ => ('\0', 0),
        };
        if open != '\0' {
            let low = (at - 1).saturating_sub(reach).max(floor);
            let start = (low..at - 1).rev().find(|&i| block.get(i) == open)?;
            let inside = at - 2 - start;
            if inside == 0
                || (start + 1..at - 1)
                    .any(|i| matches!(block.get(i), ',' | '。' | ';' | ':' | '!' | '?' | '\n'))
            {
                return None;
            }
            if open == '(' {
                // Only between a body and its office.
                const BODIES: TableSet = TableSet::of(&[Table::Bodies]);
                self.longest_before(lexicon, block, start, BODIES)?;
            } else if title.start == title.core.start {
                // “陆委会”主委: a body in quotation marks.
                const BODIES: TableSet = TableSet::of(&[Table::Bodies]);
                let body = lexicon.longest_at(&block.chars, start + 1, BODIES);
                return body.filter(|e| e.at == at - 1).map(|e| Unit::Body(start, e.row));
            }
            return Some(Unit::Skip(start));
        }
        // 第9军, 第三十八集团军, 96师.
        let number = |c: char| c.is_ascii_digit() || "一二三四五六七八九十百零〇".contains(c);
        if title.kind.is_some() && number(block.before(at)) {
            let mut start = at;
            while start > floor && number(block.get(start - 1)) {
                start -= 1;
            }
            let ordinal = block.before(start) == '第' && start > floor;
            if ordinal {
                start -= 1;
            }
            let unit = matches!(block.get(at), '军' | '师' | '团' | '旅' | '营' | '连');
            if ordinal || unit && block.before(at).is_ascii_digit() {
                return Some(Unit::Skip(start));
            }
        }
        const UNITS: TableSet = TableSet::of(&[Table::Bodies, Table::Countries, Table::Places]);
        let entries = lexicon.ends_at(&block.chars, at, UNITS).filter(|e| e.at >= floor);
        let entry = entries
            .filter(|e| match e.table {
                // A part of a name with dots is no country and no place: 本·马里.
                Table::Countries | Table::Places if block.before(e.at) == '·' => false,
                Table::Countries => {
                    !self.lands[e.row as usize].short || short_land(lexicon, block, e.at, title)
                }
                Table::Bodies => {
                    let body = &self.bodies[e.row as usize];
                    match body.part {
                        // One character is part of a name only beside more of it.
                        Part::Topic if at - e.at == 1 => false,
                        Part::Topic => title.start < title.core.start || self.topical(title.core),
                        Part::Level if at - e.at == 1 => level(block, e.at),
                        // 能矿部长 is no head of a mine.
                        Part::Head
                            if at - e.at == 1
                                && !body.public
                                && self.office(title.core).role == Role::Minister =>
                        {
                            false
                        }
                        Part::Head if at - e.at == 1 => {
                            (title.start < title.core.start || self.topical(title.core))
                                && (is_han(block.before(e.at)) || block.before(e.at).is_ascii_digit())
                        }
                        _ => true,
                    }
                }
                _ => true,
            })
            .last()?;
        Some(match entry.table {
            Table::Countries => Unit::Land(entry.at, &self.lands[entry.row as usize]),
            Table::Places => Unit::Place(entry.at),
            _ => Unit::Body(entry.at, entry.row),
        })
    }

    /// Whether an office may have words of what it is about before it: 农业部长, but not 农业总统.
    fn topical(&self, core: Core) -> bool {
        let office = self.office(core);
        office.reach != Reach::Public
            || core.end - core.start > 2
                && matches!(
                    office.role,
                    Role::Minister | Role::Diplomat | Role::MilitaryOfficer | Role::Intergovernmental
                )
            || matches!(
                office.role,
                Role::MilitaryOfficer
                    | Role::PartySecretary
                    | Role::PoliceOfficer
                    | Role::Judge
                    | Role::Prosecutor
            )
    }

    /// The start of a place's name of two or three characters that no table holds, before its level at `at`.
    fn place(&self, lexicon: &Lexicon, block: &Block<'_>, at: usize, floor: usize) -> Option<usize> {
        const WORDS: TableSet =
            TableSet::of(&[Table::NameWords, Table::Offices, Table::Tenures, Table::Bodies]);
        const UNITS: TableSet = TableSet::of(&[Table::Bodies, Table::Countries, Table::Places]);
        for len in 1..=4 {
            let start = at.checked_sub(len).filter(|&s| s >= floor)?;
            let c = block.get(start);
            if !is_han(c) || STOP.has(c) || len > 3 {
                return None;
            }
            let clear = start == 0
                || start == floor
                || !is_han(block.before(start)) && !block.before(start).is_ascii_digit()
                || STOP.has(block.before(start))
                || lexicon.ends_at(&block.chars, start, UNITS).any(|e| start - e.at >= 2);
            if len >= 2 && clear {
                let word = lexicon.starts_at(&block.chars, start, WORDS).any(|e| e.at > start + 1);
                return (!word).then_some(start);
            }
        }
        None
    }

    /// The start of a name that no table holds, before the head of a body at `at`: it runs up to a place, a level, or
    /// the edge of a phrase.
    fn unknown(&self, lexicon: &Lexicon, block: &Block<'_>, at: usize, floor: usize) -> Option<usize> {
        const UNITS: TableSet = TableSet::of(&[Table::Bodies, Table::Countries, Table::Places]);
        let mut start = at;
        while start > floor && at - start < UNKNOWN {
            let c = block.get(start - 1);
            if !(is_han(c) || c.is_ascii_alphabetic()) {
                return (start < at && at - start >= 2 && edge(c)).then_some(start);
            }
            if STOP.has(c) {
                return None;
            }
            if matches!(c, '电' | '讯') && at - start >= 2 {
                return Some(start);
            }
            if start < at {
                let unit = lexicon.ends_at(&block.chars, start, UNITS).filter(|e| start - e.at >= 2).last();
                if let Some(entry) = unit.filter(|e| e.at >= floor) {
                    let known =
                        entry.table != Table::Bodies || self.bodies[entry.row as usize].part != Part::Topic;
                    if known && at - start >= 1 {
                        return Some(start);
                    }
                    start = entry.at;
                    continue;
                }
            }
            start -= 1;
        }
        (start == 0 && at >= 2).then_some(start)
    }

    /// Whether the unknown words before a bare office read as a name rather than as a body's: 赵副局长.
    fn named_before(
        &self,
        lexicon: &Lexicon,
        block: &Block<'_>,
        core: Core,
        at: usize,
        floor: usize,
    ) -> bool {
        at + 2 >= core.start
            && self.office(core).place == Use::After
            && self
                .names
                .before(lexicon, block, at, floor, &|_, _| false)
                .is_some_and(|n| n.weight >= if edge(block.before(n.start)) { LEFT } else { LEFT + 4 })
    }

    /// Whether the words before a title are those of a company, school or the like that it belongs to.
    fn other_before(&self, lexicon: &Lexicon, block: &Block<'_>, title: &Title, floor: usize) -> bool {
        const BODIES: TableSet = TableSet::of(&[Table::Bodies]);
        let office = self.office(title.core);
        if title.country.is_some()
            || office.reach == Reach::Public && (title.owned || office.role != Role::PartySecretary)
        {
            return false;
        }
        let low = title.start.saturating_sub(16).max(floor);
        let mut at = title.start;
        while at > low {
            let c = block.get(at - 1);
            if !(is_han(c) || c.is_ascii_alphabetic()) || STOP.has(c) || "电讯日".contains(c) {
                return false;
            }
            if let Some((start, row)) = self.longest_before(lexicon, block, at, BODIES) {
                let body = &self.bodies[row as usize];
                if at - start >= 2 && body.part != Part::Topic && body.part != Part::Level {
                    return !body.public;
                }
                if at - start >= 2 {
                    at = start;
                    continue;
                }
            }
            at -= 1;
        }
        false
    }

    /// Whether an office is public, in its body or in that of the title before it in the chain.
    fn public(&self, title: &Title, before: Option<bool>) -> bool {
        let office = self.office(title.core);
        if title.other {
            return false;
        }
        let inherited = if title.owned { None } else { before };
        match office.reach {
            Reach::Public if office.role == Role::PartySecretary => inherited.unwrap_or(true),
            Reach::Public => true,
            Reach::Plain => inherited.unwrap_or(true),
            Reach::Body => {
                let own = title.kind.map(|row| {
                    let body = &self.bodies[row as usize];
                    body.public || body.part == Part::WeakHead
                });
                own.or(inherited).unwrap_or(title.country.is_some() && office.role != Role::CivilServant)
            }
            Reach::Other | Reach::None => false,
        }
    }

    /// The role of an office, sharpened by its body.
    fn role(&self, block: &Block<'_>, title: &Title) -> Role {
        let role = self.office(title.core).role;
        let kind = title.kind.map_or("", |row| &*self.bodies[row as usize].kind);
        let last = block.get(title.core.end - 1);
        let servant = role == Role::CivilServant;
        let member = matches!(last, '员' | '表' | '委') || servant && last == '问';
        match (role, kind) {
            (Role::Minister | Role::PartySecretary, "party") => Role::PartySecretary,
            (Role::Minister, "army") => Role::MilitaryOfficer,
            (Role::Minister | Role::PartySecretary, _) => role,
            (
                Role::Chair
                | Role::HeadOfAgency
                | Role::CivilServant
                | Role::SecretaryGeneral
                | Role::Business
                | Role::PoliceOfficer,
                _,
            ) => match kind {
                "legislature" if member => Role::Legislator,
                "legislature" if servant || role == Role::Chair => Role::Speaker,
                "party" if role == Role::Chair => Role::PartyLeader,
                "party" => Role::PartySecretary,
                "court" => Role::Judge,
                "prosecution" => Role::Prosecutor,
                "police" => Role::PoliceOfficer,
                "army" => Role::MilitaryOfficer,
                "mission" => Role::Diplomat,
                "central-bank" => Role::CentralBanker,
                "igo" => Role::Intergovernmental,
                "ministry" | "government" if servant && matches!(last, '任' | '长') => Role::HeadOfAgency,
                "" if role == Role::Chair && title.country.is_some() && !title.deputy => Role::HeadOfState,
                _ => role,
            },
            _ => role,
        }
    }
}

enum Unit<'a> {
    Land(usize, &'a Land),
    Place(usize),
    Body(usize, u32),
    Skip(usize),
}

/// Characters that are no part of a body's name unless a known word holds them.
static STOP: Lazy<CharSet> = Lazy::new(|| {
    "的了在是由对向把被让给将与和同跟及请说称并也还又就都已曾等这那其他她它我你们来去到着过以为于因而或者但则却不没很最更只仅有无后前时从自当任兼受随经即使如若且所之乎"
        .chars()
        .collect()
});

/// Whether a phrase may begin after the character.
fn edge(c: char) -> bool {
    !is_han(c) && !c.is_alphanumeric() && c != '·'
}

/// Whether the one-character name of a country at `i` may be meant: it begins a phrase.
fn short_land(lexicon: &Lexicon, block: &Block<'_>, i: usize, title: &Title) -> bool {
    let c = block.before(i);
    if c.is_ascii_digit() {
        return false;
    }
    if !is_han(c) {
        return true;
    }
    // 中美外长: two countries side by side, or a function word before.
    let near = title.start <= i + 1;
    near && ("与和同对向的是在了由从到将把为、及请让等晤见访抵驻".contains(c)
        || lexicon.ends_at(&block.chars, i, TableSet::of(&[Table::Offices])).next().is_some())
}

/// Whether a single character before a body is a level (市 in 市教育局), not the end of another word.
fn level(block: &Block<'_>, i: usize) -> bool {
    let c = block.before(i);
    !is_han(c) || !"都城闹超股楼门集夜黑书菜日早上".contains(c)
}

/// One pass over the titles of a block.
struct Reading<'a, 't> {
    officials: &'a Officials,
    lexicon: &'a Lexicon,
    block: &'a Block<'t>,
    repeats: Repeats<'t>,
    cores: &'a [Core],
    titles: &'a [Title],
    /// Everything before is read.
    claimed: usize,
    /// Whether the last titles read were public.
    public: Option<bool>,
    found: &'a mut Vec<Named>,
}

impl Reading<'_, '_> {
    fn run(&mut self) {
        let mut first = 0;
        while first < self.titles.len() {
            // A rank after a name already read.
            if self.titles[first].end() <= self.claimed {
                first += 1;
                continue;
            }
            // A bare office after a name: 江主席. A name after it as well is another's, unless it has no office of its own.
            let after = self.right_name(first);
            let right = after.filter(|n| n.weight >= LEFT && !self.titled(first, n.end));
            let left = right.is_none().then(|| self.left_name(first)).flatten();
            // 印总理英迪拉·甘地夫人: a country, not a surname, beside a whole name.
            if let Some(name) = left.filter(|left| after.is_none() || !self.short_country(left)) {
                self.emit(first..first + 1, name, true);
                first += 1;
                continue;
            }
            let mut last = first;
            while last + 1 < self.titles.len()
                && last - first < CHAIN
                && self.linked(last, last + 1)
                && self.left_name(last + 1).is_none()
            {
                last += 1;
            }
            let chain = first..last + 1;
            // 代表李鸣总理: the office after the name is the public one.
            let unclaimed = |name: &Name| !self.titled(last, name.end) || self.any_public(chain.clone());
            let after = if last == first { after } else { self.right_name(last) };
            if let Some(name) = after.filter(unclaimed) {
                self.emit(chain.clone(), name, false);
                self.share(chain.clone());
            } else if let Some(name) = self.apposed(&chain) {
                self.emit(chain.clone(), name, true);
            } else {
                self.counted(&chain);
            }
            first = last + 1;
        }
    }

    /// Whether a bare office other than a rank begins at `at`, after the title `index`.
    fn titled(&self, index: usize, at: usize) -> bool {
        self.titles.get(index + 1).is_some_and(|next| {
            next.start == at && self.officials.office(next.core).place == Use::After && !next.owned
        })
    }

    fn any_public(&self, chain: Range<usize>) -> bool {
        let mut public = None;
        self.titles[chain].iter().any(|title| {
            public = Some(self.officials.public(title, public));
            public == Some(true)
        })
    }

    fn taken(&self, start: usize, end: usize) -> bool {
        let i = self.cores.partition_point(|c| c.end <= start);
        self.cores.get(i).is_some_and(|c| c.start < end)
    }

    /// Whether two titles are those of one person.
    fn linked(&self, a: usize, b: usize) -> bool {
        let (end, title) = (self.titles[a].end(), &self.titles[b]);
        let start = title.start;
        if start < end {
            return false;
        }
        let gap: String = self.block.chars.get(end..start.min(end + 4)).unwrap_or(&[]).iter().collect();
        match &*gap {
            "" => true,
            "、" | "兼" | "、兼" | ",兼" | "暨" | " " | "兼任" | "、兼任" | "/" => true,
            _ if gap.starts_with('、')
                && self.officials.office(title.core).reach == Reach::Other
                && start - end <= 6
                && !gap.chars().any(|c| STOP.has(c)) =>
            {
                true
            }
            "," => {
                let own = self.titles[a].start;
                edge(self.block.before(own)) || own == 0
            }
            _ => false,
        }
    }

    /// The name after a title.
    fn right_name(&self, title: usize) -> Option<Name> {
        let title = &self.titles[title];
        let mut at = title.end();
        let block = self.block;
        let mut least = RIGHT;
        match block.get(at) {
            ' ' => {
                at += 1;
                least = LISTED + 3;
            }
            '\n' => {
                at += 1;
                least = APPOSED;
            }
            ':' => {
                at += 1;
                least = APPOSED;
            }
            // 时任外长的王毅
            '的' if matches!(title.tenure, Tenure::Then) || self.holding(title.start) => {
                at += 1;
                least = LISTED;
            }
            _ => {}
        }
        if at < self.claimed || self.quoted(title.start) {
            return None;
        }
        let name =
            self.officials.names.at(self.lexicon, block, &self.repeats, at, &|s, e| self.taken(s, e))?;
        if !name.full {
            least += 2;
        }
        (name.weight >= least && !self.anonymous(name.end)).then_some(name)
    }

    /// Whether a place is inside the title of a book or play.
    fn quoted(&self, at: usize) -> bool {
        let low = at.saturating_sub(16);
        (low..at).rev().map(|i| self.block.get(i)).find(|c| matches!(c, '《' | '》')) == Some('《')
    }

    /// Whether words before a title say that somebody holds it: 担任, 身为.
    fn holding(&self, start: usize) -> bool {
        let before: String =
            self.block.chars.get(start.saturating_sub(2)..start).unwrap_or(&[]).iter().collect();
        matches!(&*before, "担任" | "身为" | "曾任" | "时任" | "现任" | "作为" | "出任")
    }

    /// Whether a name is the one character of a country's.
    fn short_country(&self, name: &Name) -> bool {
        const COUNTRIES: TableSet = TableSet::of(&[Table::Countries]);
        let mut entries = self.lexicon.starts_at(&self.block.chars, name.start, COUNTRIES);
        !name.full && entries.any(|e| e.at == name.end)
    }

    fn anonymous(&self, end: usize) -> bool {
        self.block.get(end) == '某'
    }

    /// The name before a bare office.
    fn left_name(&self, title: usize) -> Option<Name> {
        let title = &self.titles[title];
        let office = self.officials.office(title.core);
        if title.owned || office.place == Use::Before || title.start <= self.claimed {
            return None;
        }
        if matches!(title.tenure, Tenure::Former | Tenure::Then | Tenure::Designate) {
            return None;
        }
        // 凤凰县委书记: the level wants the name of a place.
        if matches!(
            self.block.get(title.core.start),
            '省' | '市' | '县' | '区' | '镇' | '乡' | '村' | '州' | '地'
        ) && self.block.get(title.core.start + 1) != '长'
        {
            return None;
        }
        if self.quoted(title.start) {
            return None;
        }
        let block = self.block;
        let floor = self.claimed;
        let names = &self.officials.names;
        let reign =
            (office.role == Role::Monarch).then(|| names.reign(self.lexicon, block, title.start)).flatten();
        if let Some(name) = reign.filter(|name| name.start >= floor) {
            return Some(name);
        }
        let name = names.before(self.lexicon, block, title.start, floor, &|s, e| self.taken(s, e))?;
        if !name.full && (title.end() - title.start > 4 || office.place == Use::Rank) {
            return None;
        }
        // 日本裕仁天皇: between a country and a ruler's title nothing but a name stands.
        const COUNTRIES: TableSet = TableSet::of(&[Table::Countries]);
        let of_country = |start| {
            self.lexicon.ends_at(&block.chars, start, COUNTRIES).any(|country| start - country.at >= 2)
        };
        let ruler = name.full && office.role == Role::Monarch && of_country(name.start);
        let least = if ruler {
            LEFT - 3
        } else if name.full {
            LEFT
        } else {
            4
        };
        (name.weight >= least).then_some(name)
    }

    /// The name before a comma, colon or bracket with the titles after it.
    fn apposed(&self, chain: &Range<usize>) -> Option<Name> {
        let block = self.block;
        let start = self.titles[chain.start].start;
        let end = self.titles[chain.end - 1].end();
        let close = block.get(end);
        if start < self.claimed + 3 {
            return None;
        }
        let open = block.before(start);
        let fits = match open {
            ',' | ':' => matches!(close, ',' | '。' | ';' | '\0' | '\n' | ')'),
            '(' => matches!(close, ')' | ',' | ';'),
            _ => false,
        };
        if !fits {
            return None;
        }
        let mut at = start - 1;
        for honorific in ["先生", "女士", "同志", "博士", "小姐"] {
            let len = 2;
            if at >= len
                && block.chars.get(at - len..at).is_some_and(|c| c.iter().copied().eq(honorific.chars()))
            {
                at -= len;
            }
        }
        let names = &self.officials.names;
        let name = names.before(self.lexicon, block, at, self.claimed, &|s, e| self.taken(s, e))?;
        let whole = name.start == 0 || edge(block.before(name.start)) && block.before(name.start) != '、';
        (name.full && whole && name.weight >= APPOSED).then_some(name)
    }

    /// Names that share the title of a first one: 副主席李鸣、王强和赵海.
    fn share(&mut self, chain: Range<usize>) {
        if !self.titles[chain.clone()].iter().any(|title| self.plural(title)) {
            return;
        }
        let mut end = self.claimed;
        for listed in 1..=NAMES {
            end = self.after_aside(end);
            let sign = self.block.get(end);
            if !(sign == '、' || matches!(sign, '和' | '与' | '及')) {
                break;
            }
            let start = end + 1;
            if self.titles.iter().skip(chain.end).take(1).any(|t| t.start <= start) {
                break;
            }
            let names = &self.officials.names;
            let Some(name) =
                names.at(self.lexicon, self.block, &self.repeats, start, &|s, e| self.taken(s, e))
            else {
                break;
            };
            let stop = self.block.get(name.end);
            let clear = !is_han(stop) || names.after(self.lexicon, self.block, name.end) >= 4;
            let least = match sign {
                // Between the signs of a list of names, what begins as one may go on with any characters.
                '、' if listed > 1 && name.end == start + 3 && !is_han(stop) => LISTED - 4,
                '、' => LISTED,
                _ => LISTED + 4,
            };
            if !name.full || name.weight < least || !clear || self.anonymous(name.end) {
                break;
            }
            self.push(chain.clone(), name, name.start..name.end);
            end = name.end;
            self.claimed = end;
        }
    }

    /// The place after a short aside such as （女） or （回族） at `at`.
    fn after_aside(&self, at: usize) -> usize {
        if self.block.get(at) != '(' {
            return at;
        }
        (at + 2..at + 8).find(|&i| self.block.get(i) == ')').map_or(at, |i| i + 1)
    }

    /// Whether several persons may hold an office at a time.
    fn plural(&self, title: &Title) -> bool {
        let office = self.officials.office(title.core);
        let last = self.block.get(title.core.end - 1);
        title.deputy
            || title.tenure == Tenure::Former
            || matches!(
                office.role,
                Role::Legislator | Role::Judge | Role::PoliceOfficer | Role::Royalty | Role::StateCouncillor
            )
            || matches!(last, '员' | '委' | '官' | '理' | '表' | '问' | '尉' | '校')
                && !self.block.chars[title.core.start..title.core.end].ends_with(&['总', '理'])
            || self.block.chars[title.core.start..title.core.end].ends_with(&['名', '誉', '主', '席'])
    }

    /// Names counted before their office: 李鸣和王强两位副总理.
    fn counted(&mut self, chain: &Range<usize>) {
        if chain.len() != 1 {
            return;
        }
        let block = self.block;
        let title = &self.titles[chain.start];
        let start = title.start;
        if start < 3 || !matches!(block.get(start - 1), '位' | '名' | '个') {
            return;
        }
        if !"两二三四五六七八九十几".contains(block.get(start - 2)) {
            return;
        }
        let mut at = start - 2;
        let mut names = Vec::new();
        for _ in 0..NAMES {
            if at <= self.claimed {
                break;
            }
            let model = &self.officials.names;
            let Some(name) = model.before(self.lexicon, block, at, self.claimed, &|s, e| self.taken(s, e))
            else {
                break;
            };
            if !name.full || name.weight < LEFT {
                break;
            }
            names.push(name);
            if name.start == 0 || !matches!(block.get(name.start - 1), '和' | '与' | '、' | '及') {
                break;
            }
            at = name.start - 1;
        }
        if names.len() >= 2 {
            let end = title.end();
            for name in names.into_iter().rev() {
                self.push(chain.clone(), name, name.start..name.end);
            }
            self.claimed = self.claimed.max(end);
        }
    }

    /// Claims a name with its titles, and a rank after it.
    fn emit(&mut self, chain: Range<usize>, name: Name, before: bool) {
        let mut name = name;
        if !before {
            name.end = ordinal(self.block, name.end);
            if self.officials.office(self.titles[chain.end - 1].core).role == Role::Monarch {
                name.end = self.officials.names.regnal(self.lexicon, self.block, name.end);
            }
        }
        let start = name.start.min(self.titles[chain.start].start);
        let mut end = name.end.max(self.titles[chain.end - 1].end());
        let mut chain = chain;
        if !before {
            // 总参谋长李鸣上将
            if let Some(rank) = self.titles.get(chain.end) {
                let office = self.officials.office(rank.core);
                if rank.start == name.end && office.place == Use::Rank {
                    end = rank.end();
                    chain.end += 1;
                }
            }
        }
        self.push(chain, name, start..end);
        self.claimed = self.claimed.max(end);
    }

    fn push(&mut self, chain: Range<usize>, name: Name, claim: Range<usize>) {
        let (mut offices, mut others) = (Vec::new(), Vec::new());
        // 外办主任李鸣、副主任王强: the second has the first's body.
        let near = matches!(self.block.before(claim.start), '、' | ',') && claim.start == self.claimed + 1;
        let mut public = self.public.filter(|_| near);
        for title in &self.titles[chain] {
            let is_public = self.officials.public(title, public);
            public = Some(is_public);
            let of_kind = if is_public { &mut offices } else { &mut others };
            of_kind.push(Held {
                title: title.start..title.end(),
                role: self.officials.role(self.block, title),
                body: (!title.body.is_empty()).then(|| title.body.clone()),
                country: title.country,
                tenure: title.tenure,
            });
        }
        self.public = public;
        let public = !offices.is_empty();
        let offices = if public { offices } else { others };
        if !offices.is_empty() {
            self.found.push(Named { claim, name: name.start..name.end, offices, party: None, public });
        }
    }
}
