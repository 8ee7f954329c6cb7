//! The walk to the left from each word of office that makes its title.

use super::{
    cores::Core,
    passage::{Passage, edge},
    tables::{BODIES, BodyPart, COUNTRIES, OfficeScope, TenureRow},
    title::Title,
    title_part::TitlePart,
    weights::LEFT,
};
use crate::{
    lang::zh::{guard::OfficialClass, word_parts::WordPart},
    lexicon::{Entry, Table, TableSet},
    text::is_han,
    value::{BodyKind, Role, Tenure},
};

/// Characters of a part of a word.
const WORD: usize = 2;

/// Characters that a title reaches before its office word.
const REACH: usize = 48;

impl Passage<'_> {
    /// The titles of the offices, in order.
    pub(super) fn titles(self, cores: &[Core]) -> Vec<Title> {
        let mut titles: Vec<Title> = Vec::with_capacity(cores.len());
        let mut floor = 0;
        for &core in cores {
            if self.office(core).scope != OfficeScope::None {
                let title = self.title(core, floor);
                floor = core.end;
                match titles.last_mut().filter(|first| first.end() == title.start) {
                    Some(first) if self.is_one(first, &title) => {
                        let public = self.public(first, None);
                        let other = self.is_of_other_body(first) || self.is_of_other_body(&title);
                        first.join(title, public, other);
                    }
                    _ => titles.push(title),
                }
            }
        }
        titles
    }

    /// The title that an office word ends: everything before it, not below `floor`, that belongs to it.
    fn title(self, core: Core, floor: usize) -> Title {
        let mut walk = Walk::new(self, core, floor.max(core.start.saturating_sub(REACH)));
        while walk.at > walk.floor && walk.step() {}
        walk.finish()
    }

    /// Whether a word at `i` says that a post is abroad (驻), which is no part of a body's name.
    pub(super) fn abroad(self, i: usize) -> bool {
        self.begins_with(i, WordPart::Abroad)
    }

    /// A word of tenure or rank that ends before `at`.
    fn prefix(self, at: usize, floor: usize) -> Option<(usize, TenureRow)> {
        const TENURES: TableSet = TableSet::of(&[Table::Tenures]);
        if !self.officials.edges.tenures.end(self.block, at) {
            return None;
        }
        let (start, row) = self.longest_before(at, TENURES).filter(|&(start, _)| start >= floor)?;
        let joined = self.guarded(at, OfficialClass::Joined).filter(|&edge| edge < start);
        // “会晤”前: a time.
        let quoted = matches!(self.before(start), '”' | '"' | '』' | '」' | '》')
            && self.begins_with(start, WordPart::Time);
        // 立法会|前议员: no time.
        let body = |edge| self.ends(start, BODIES).any(|e| e.at < edge && start - e.at >= 2);
        let apart = joined.is_none_or(|edge| self.former_abroad(edge, at) || body(edge)) && !quoted;
        apart.then(|| (start, self.tables().prefixes[row as usize]))
    }

    /// 日前首相 is a former prime minister of Japan; 日前 before all else is a time.
    fn former_abroad(self, i: usize, at: usize) -> bool {
        const OFFICES: TableSet = TableSet::of(&[Table::Offices]);
        let short = self.starts(i, COUNTRIES).any(|e| e.at == i + 1);
        let minister = |e: Entry| self.tables().offices[e.row as usize].role == Role::Minister;
        short
            && (!is_han(self.before(i)) || self.guarded(i, OfficialClass::Meets).is_some())
            && (self.begins_with(at, WordPart::Premier)
                || self.lexicon.longest_at(&self.block.chars, at, OFFICES).is_some_and(minister))
    }
}

/// The walk to the left from an office word.
struct Walk<'a> {
    passage: Passage<'a>,
    title: Title,
    floor: usize,
    at: usize,
    /// Whether the words read so far still want the name of what they head: 局 in 局长.
    wants: bool,
    /// Whether a conjunction before them may join two things that the body is about.
    topical: bool,
    /// Whether the body may be of any kind.
    weak: bool,
    body_start: usize,
    body_end: Option<usize>,
}

impl<'a> Walk<'a> {
    fn new(passage: Passage<'a>, core: Core, floor: usize) -> Self {
        let deputies = &passage.officials.parts.deputies;
        let deputy = passage.chars(core.start, core.end).iter().any(|&c| deputies.has(c));
        let title = Title {
            start: core.start,
            core,
            body: core.start..core.start,
            kind: None,
            country: passage.country_at(core.start).or_else(|| passage.country_inside(core)),
            tenure: Tenure::Current,
            deputy,
            other: false,
            floor,
            owned: false,
            begun: false,
            served: None,
        };
        let mut walk = Self {
            passage,
            title,
            floor,
            at: core.start,
            wants: false,
            topical: false,
            weak: false,
            body_start: core.start,
            body_end: None,
        };
        walk.look_inside();
        let heads = walk.body_end.is_none() && passage.heads(core);
        walk.wants = heads;
        walk.topical = heads;
        walk.body_start = walk.at;
        walk
    }

    /// Bodies inside the office word itself: 外交部长 holds 外交部, 省委书记 holds 省委; and names that end inside it:
    /// 南部战区 in 南部战区司令员, 住建部 in 住建部长.
    fn look_inside(&mut self) {
        let (passage, core) = (self.passage, self.title.core);
        let part = |row: u32| passage.tables().bodies[row as usize].part;
        let inside = |e: &Entry| e.at < core.end && e.at >= core.start + 2;
        let inner = || {
            let bodies = passage.starts(core.start, BODIES).filter(inside);
            bodies.filter(|e| !matches!(part(e.row), BodyPart::Topic | BodyPart::Level)).last()
        };
        let begins = passage.officials.edges.bodies.start(passage.block, core.start);
        if let Some(entry) = begins.then(inner).flatten() {
            self.title.kind = Some(entry.row);
            self.title.owned = true;
            self.body_end = Some(entry.at);
        }
        for end in [self.body_end.unwrap_or(core.start + 2), core.start + 1] {
            if end >= core.end || !passage.officials.edges.whole_bodies.end(passage.block, end) {
                continue;
            }
            let whole = passage.ends(end, BODIES).filter(|e| part(e.row) == BodyPart::Whole).last();
            // 法国|大使 holds no 国大.
            let country = passage.ends(core.start, COUNTRIES).map(|e| e.at).min();
            let whole = whole.filter(|e| country.is_none_or(|start| start >= e.at));
            if let Some(entry) = whole.filter(|e| e.at < core.start && e.at >= self.floor) {
                self.at = entry.at;
                self.body_end = Some(end);
                self.title.start = entry.at;
                self.title.kind = Some(entry.row);
                self.title.other |= !passage.tables().bodies[entry.row as usize].is_public();
                self.title.owned = true;
                self.title.country = passage.country_at(entry.at);
                break;
            }
        }
    }

    /// Takes in what ends before the title; false if nothing does.
    fn step(&mut self) -> bool {
        self.take_prefix() || self.take_unit() || self.take_conjunction() || self.take_latin() || {
            match self.take_place() {
                Some(taken) => taken,
                None => self.take_unknown(),
            }
        }
    }

    fn scope(&mut self, start: usize) {
        self.at = start;
        self.title.start = start;
    }

    fn take_prefix(&mut self) -> bool {
        let Some((start, prefix)) = self.passage.prefix(self.at, self.floor) else { return false };
        if start + 1 == self.at
            && self.at == self.title.core.start
            && self.passage.ends_name(self.at, self.floor)
        {
            return false;
        }
        match prefix {
            TenureRow::Tenure(Tenure::Designate) if self.title.owned || self.title.country.is_some() => {
                return false;
            }
            TenureRow::Tenure(Tenure::Acting) if self.is_for_a_time(start) => {}
            TenureRow::Tenure(tenure) => self.title.tenure = tenure,
            TenureRow::Deputy => self.title.deputy = true,
            TenureRow::Rank => {}
        }
        self.scope(start);
        true
    }

    /// Whether a word of tenure at a place is the body's: a committee for a time has its chair for good (临时委员会主席), a
    /// government for a time has acting ministers.
    fn is_for_a_time(&self, start: usize) -> bool {
        let kind = self.title.kind.and_then(|row| self.passage.tables().bodies[row as usize].kind);
        self.body_end.is_some()
            && kind != Some(BodyKind::Government)
            && self.passage.begins_with(start, WordPart::Provisional)
    }

    fn take_unit(&mut self) -> bool {
        let Some(unit) = self.passage.title_part(self.at, self.floor, &self.title) else { return false };
        if self.cuts_place(&unit) {
            return false;
        }
        self.title.begun = match unit {
            TitlePart::Land(..) | TitlePart::Place(..) => true,
            TitlePart::Body(_, row) => self.passage.tables().bodies[row as usize].part == BodyPart::Level,
            TitlePart::Term(_) | TitlePart::Skip(_) => false,
        };
        match unit {
            TitlePart::Land(start, country) => {
                // 驻美国大使: the country where, not whose.
                if start == 0 || !self.passage.abroad(start - 1) {
                    self.title.country = country;
                }
                (self.wants, self.topical, self.title.owned) = (false, false, true);
                self.scope(start);
            }
            TitlePart::Place(start, country) => {
                self.title.country = country.or(self.title.country);
                (self.wants, self.topical, self.title.owned) = (false, false, true);
                if !self.passage.abroad(start.saturating_sub(1)) {
                    self.body_end = self.body_end.or(Some(self.level_end()));
                }
                self.body_start = start;
                self.scope(start);
            }
            TitlePart::Body(start, row) => self.take_body(start, row),
            // Only between more of the body's name: 第九届 begins no title.
            TitlePart::Term(start) => self.at = start,
            TitlePart::Skip(start) => {
                self.body_start = start;
                self.scope(start);
            }
        }
        true
    }

    /// Whether a level is the end of a place's name that no table holds: 州 of 江州|市.
    fn cuts_place(&self, unit: &TitlePart) -> bool {
        let (passage, at) = (self.passage, self.at);
        let TitlePart::Body(start, _) = *unit else { return false };
        start + 1 == at
            && passage.sign(at, WordPart::State)
            && passage.officials.parts.levels.has(passage.get(at))
            && passage.place(start, self.floor).is_none()
            && passage.place(at, self.floor).is_some()
    }

    /// The end of a place's name with the level that the office word begins with: 花莲县|长.
    fn level_end(&self) -> usize {
        let level = self.at == self.title.core.start
            && self.passage.before(self.at) != self.passage.get(self.at)
            && self.passage.is_level(self.at + 1);
        self.at + usize::from(level)
    }

    fn take_body(&mut self, start: usize, row: u32) {
        let passage = self.passage;
        let body = &passage.tables().bodies[row as usize];
        let beside = self.at == self.title.core.start;
        // 执政党|国民党主席: a party is told by what it is and by its name.
        let renamed = body.kind == Some(BodyKind::Party) && self.is_after_party();
        // 大队 in 交警大队大队长 is said twice.
        if beside && !renamed && matches!(body.part, BodyPart::Whole | BodyPart::Head) {
            self.body_end = Some(self.at);
        }
        // 福州市 is a body, 全国 is none; 卫生 of 卫生部长 is the beginning of one, that of 卫生顾问 is none.
        let place = matches!(body.kind, Some(BodyKind::Municipality | BodyKind::Region));
        let end = match body.part {
            BodyPart::Level if !place => None,
            BodyPart::Topic if !(beside && passage.is_head(self.title.core)) => None,
            BodyPart::Topic => Some(self.at + 1),
            _ => Some(self.at),
        };
        self.body_end = self.body_end.or(end);
        self.scope(start);
        let abroad = passage.abroad(start);
        if !abroad && !renamed {
            self.body_start = start;
        }
        let title = &mut self.title;
        match body.part {
            BodyPart::Topic => self.topical = true,
            BodyPart::Level => {
                (self.wants, self.topical, title.owned) = (false, false, true);
                // 国家气候中心 is the state's, 会展中心 is not.
                self.weak &= abroad;
            }
            part => {
                title.country = passage.country_at(start).or(title.country);
                title.kind = title.kind.or(Some(row));
                self.weak |= part == BodyPart::WeakHead;
                self.weak &= !(part == BodyPart::Whole && body.is_public());
                title.other |= !body.is_public() && part != BodyPart::WeakHead;
                self.wants = matches!(part, BodyPart::Head | BodyPart::WeakHead);
                self.topical = true;
                title.owned = true;
            }
        }
    }

    /// Whether the body that was taken begins here and is a party, called one as what stands before it is.
    fn is_after_party(&self) -> bool {
        let (passage, row) = (self.passage, self.title.kind);
        let party =
            row.is_some_and(|row| passage.tables().bodies[row as usize].kind == Some(BodyKind::Party));
        let same = |end: usize| passage.before(end) == passage.before(self.at);
        party && self.body_start == self.at && self.body_end.is_some_and(same)
    }

    /// 经济和社会事务部: a conjunction inside a body's name.
    fn take_conjunction(&mut self) -> bool {
        let passage = self.passage;
        if !self.topical || self.at < self.floor + 3 || !passage.is_list_sign(self.at - 1) {
            return false;
        }
        let left = self.at - 1;
        let Some(start) = passage.joined_before(left, self.floor) else { return false };
        self.body_start = start;
        self.scope(start);
        true
    }

    /// TRW总裁: a name in Latin letters is a company's unless a table holds it.
    fn take_latin(&mut self) -> bool {
        let passage = self.passage;
        if !passage.before(self.at).is_ascii_alphabetic()
            || passage.office(self.title.core).scope == OfficeScope::Public
        {
            return false;
        }
        let mut start = self.at;
        while start > self.floor && passage.before(start).is_ascii_alphanumeric() {
            start -= 1;
        }
        self.scope(start);
        self.body_start = start;
        self.body_end = self.body_end.or(Some(self.title.core.start));
        (self.title.other, self.title.owned) = (true, true);
        self.floor = start;
        true
    }

    /// 方城县县长, 凤凰县委书记: the level wants the name of a place. Nothing if there is no level.
    fn take_place(&mut self) -> Option<bool> {
        let passage = self.passage;
        let level = passage.officials.parts.levels.has(passage.get(self.at));
        // 高县长 is a person, 花莲县长徐明 is not one called 花莲.
        let bare = self.at >= self.title.core.start && passage.sign(self.at + 2, WordPart::Head);
        if !level || bare && (self.at == self.floor || !passage.named_after(self.title.core)) {
            return None;
        }
        let place = passage.place(self.at, self.floor);
        if bare && place.is_none() {
            return None;
        }
        if let Some(start) = place {
            self.body_start = start;
            let level = bare && passage.before(self.at) != passage.get(self.at);
            self.body_end = self.body_end.or(Some(self.at + usize::from(level)).filter(|_| bare));
            self.title.owned = true;
            self.scope(start);
        }
        Some(place.is_some())
    }

    fn take_unknown(&mut self) -> bool {
        let passage = self.passage;
        // 要求|教育局局长: a verb before a whole name is no part of it.
        let whole = self.title.core.start != self.at + 1;
        if !self.wants || whole && passage.verb_before(self.at) {
            return false;
        }
        let Some(start) = passage.unknown(self.at, self.floor) else { return false };
        if !self.title.owned && passage.named_before(self.title.core, self.at, self.floor) {
            return false;
        }
        self.body_end = self.body_end.or(Some(self.at));
        self.title.owned = true;
        self.body_start = start;
        (self.wants, self.topical) = (false, true);
        self.scope(start);
        true
    }

    fn finish(mut self) -> Title {
        let passage = self.passage;
        if let Some(end) = self.body_end {
            self.title.body = self.body_start..end;
        }
        let title = &mut self.title;
        if passage.ends_in(title.start.saturating_sub(WORD), title.start, WordPart::Once) {
            title.tenure = Tenure::Former;
        }
        // 市长候选人: nobody holds the office.
        if passage.officials.guards.seeks(passage.lexicon, passage.block, title.core.end) {
            title.tenure = Tenure::Candidate;
            title.other = true;
        }
        title.other |= self.weak;
        title.floor = self.floor;
        self.title
    }
}

impl Passage<'_> {
    /// Whether a title right after another is one with it: that of somebody who serves the holder, or wants the office.
    fn is_one(self, first: &Title, second: &Title) -> bool {
        // 郭议长|特别代表市议会: a name before the first takes it.
        let named = || {
            let name = self.names().before(first.start, first.start.saturating_sub(4), &|_, _| false);
            !first.owned && name.is_some_and(|name| name.weight >= LEFT)
        };
        second.tenure == Tenure::Candidate
            || self.guarded(second.core.end, OfficialClass::Serves).is_some() && !named()
    }

    /// Whether a whole name ends before `at` with the character that looks like a word of tenure: 赵明原|议员.
    fn ends_name(self, at: usize, floor: usize) -> bool {
        let name = self.names().before(at, floor, &|_, _| false);
        name.is_some_and(|n| n.full && at - n.start == 3 && n.weight >= LEFT && edge(self.before(n.start)))
    }

    /// Whether an office heads a body that its own word does not name in full: 局长.
    fn heads(self, core: Core) -> bool {
        self.ends_in(core.end.saturating_sub(WORD), core.end, WordPart::Heads)
    }

    /// Whether an office word begins with the last character of a body's name: 部长, 處主任.
    fn is_head(self, core: Core) -> bool {
        const OFFICES: TableSet = TableSet::of(&[Table::Offices]);
        let head = |e: Entry| self.tables().bodies[e.row as usize].part == BodyPart::Head;
        let rest = core.start + 1;
        self.starts(core.start, BODIES).any(|e| e.at == rest && head(e))
            && (self.sign(core.end, WordPart::Head) && core.end == rest + 1
                || self.starts(rest, OFFICES).any(|e| e.at == core.end))
    }

    /// Whether a title is that of a company, school or the like, by its own words or by those before it.
    pub(super) fn is_of_other_body(self, title: &Title) -> bool {
        title.other || self.other_before(title)
    }

    /// Whether the words before a title name such a body.
    fn other_before(self, title: &Title) -> bool {
        let office = self.office(title.core);
        let own = office.scope == OfficeScope::Public && (title.owned || office.role != Role::PartySecretary);
        if title.country.is_some() || own {
            return false;
        }
        let low = title.start.saturating_sub(16).max(title.floor);
        let mut at = title.start;
        while at > low {
            let c = self.before(at);
            let dateline = || self.sign(at, WordPart::Wire) || self.sign(at, WordPart::Day);
            if !(is_han(c) || c.is_ascii_alphabetic()) || self.stops(at) || dateline() {
                return false;
            }
            let body = self.officials.edges.body_ends.end(self.block, at);
            let body = body.then(|| self.longest_before(at, BODIES)).flatten();
            if let Some((start, row)) = body.filter(|&(start, _)| at - start >= 2) {
                let body = &self.tables().bodies[row as usize];
                if !matches!(body.part, BodyPart::Topic | BodyPart::Level) {
                    return !body.is_public();
                }
                at = start;
                continue;
            }
            at -= 1;
        }
        false
    }
}
