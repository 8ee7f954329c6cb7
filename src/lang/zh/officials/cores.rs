//! The words of office in a block.

use super::{
    passage::Passage,
    tables::{BODIES, COUNTRIES, OfficeRow, OfficeScope},
};
use crate::{
    lang::zh::{guard::OfficialClass, word_parts::WordPart},
    lexicon::{Entry, Table, TableSet},
    scan::{Anchors, Hit},
    value::Role,
};

/// Characters between two words of office over which neither title nor name of the one touches the other's; nor does it over
/// the end of a sentence.
const NEAR: usize = 64;

/// An office word in the block.
#[derive(Debug, Clone, Copy)]
pub(super) struct Core {
    pub(super) start: usize,
    pub(super) end: usize,
    /// Its row of `offices`.
    pub(super) row: u32,
}

impl<'a> Passage<'a> {
    pub(super) fn office(self, core: Core) -> &'a OfficeRow {
        &self.tables().offices[core.row as usize]
    }

    /// The words of office in the block, disjoint, in order: all, or those alone that are of public offices, or near
    /// enough to one to be of its chain or to bound its name.
    pub(super) fn cores(self, hits: &[Hit], anchors: &Anchors, all: bool) -> Vec<Core> {
        let mut cores = self.words_of_office(hits, anchors);
        join_overlaps(&mut cores);
        if !all {
            let public = |core: &Core| self.office(*core).may_be_public();
            // Two that are kept for themselves need not be near.
            keep_near(&mut cores, |a, b| public(a) && public(b) || self.near(a, b), public);
        }
        cores.retain(|&core| {
            let inside = self.office(core).scope == OfficeScope::Other && self.inside(core);
            !inside && !self.parted(core) && !self.members(core)
        });
        cores
    }

    /// Whether the second of two words of office may stand in the chain of the first, or bound its name.
    fn near(self, first: &Core, second: &Core) -> bool {
        let ends = |c: &char| matches!(c, '。' | ';' | '!' | '?');
        second.start < first.end + NEAR && !self.chars(first.end, second.start).iter().any(ends)
    }

    /// The longest word of office at each place where one may stand.
    fn words_of_office(self, hits: &[Hit], anchors: &Anchors) -> Vec<Core> {
        let edges = &self.officials.edges;
        let mut starts: Vec<usize> = Vec::with_capacity(2 * hits.len());
        for &hit in hits {
            let of_hit = anchors.starts(hit).filter(|&at| edges.office(self.block, at));
            of_hit.for_each(|at| insert(&mut starts, at));
        }
        let mut words = Vec::with_capacity(starts.len());
        words.extend(starts.into_iter().filter_map(|at| self.word_of_office(at)));
        words
    }

    /// The longest word of office that starts at a place.
    fn word_of_office(self, start: usize) -> Option<Core> {
        const OFFICES: TableSet = TableSet::of(&[Table::Offices]);
        let entry = self.lexicon.longest_at(&self.block.chars, start, OFFICES)?;
        let none = self.tables().offices[entry.row as usize].scope == OfficeScope::None;
        let entry = none.then(|| self.shorter(start, entry)).flatten().unwrap_or(entry);
        // In a name with dots nothing is an office: 埃米尔·拉胡德.
        let dotted = self.get(entry.at) == '·' || self.before(start) == '·';
        (!dotted && !self.in_country(start)).then_some(Core { start, end: entry.at, row: entry.row })
    }

    /// The office that a word which is none begins with, if a name stands after it: 主席|国青, not 主席国.
    fn shorter(self, start: usize, entry: Entry) -> Option<Entry> {
        let scope = |e: &Entry| self.tables().offices[e.row as usize].scope;
        let shorter = self
            .starts(start, TableSet::of(&[Table::Offices]))
            .filter(|e| scope(e) != OfficeScope::None)
            .last()?;
        let core = Core { start, end: shorter.at, row: shorter.row };
        // 部长|大卫·科恩, but not 委员|会主席麦克·里德
        let office = |i: usize| self.starts(i, TableSet::of(&[Table::Offices])).next().is_some();
        let dotted = |end: usize| {
            let dot = (core.end..end).find(|&i| self.get(i) == '·');
            dot.is_some_and(|dot| !(core.end..dot).any(office))
        };
        let near = |end: usize| end <= core.end + 4 || dotted(end);
        let name = self.named_until(core).is_some_and(|end| end > entry.at && near(end));
        name.then_some(shorter)
    }

    /// Whether a country's name ends with the first character of an office: 科威特|首相 holds no 特首.
    fn in_country(self, start: usize) -> bool {
        self.officials.edges.country_ends.end(self.block, start + 1)
            && self.ends(start + 1, COUNTRIES).any(|e| e.at + 2 <= start)
    }

    /// Whether the last character of an office begins another word: 湖南省|长沙, 黄金市|长期, 徐州|长江路, 吕特|警告.
    fn parted(self, core: Core) -> bool {
        const PLACES: TableSet = TableSet::of(&[Table::Places]);
        let head = core.end - 1;
        if !self.officials.parts.opens.has(self.get(head)) {
            return false;
        }
        // 郑州|长青: a city's name is not the office of a state.
        let city = |e: Entry| e.at < core.start && self.tables().cities[e.row as usize];
        if self.sign(core.start + 1, WordPart::State) && self.ends(core.start + 1, PLACES).any(city) {
            return true;
        }
        let guard = self.followed(head, OfficialClass::TakesHead);
        let place = self.lexicon.longest_at(&self.block.chars, head, PLACES).map(|e| e.at);
        let Some(end) = guard.max(place).filter(|&end| end > core.end) else { return false };
        // 福州市|市长, 局长|期望
        if self.before(core.start) == self.get(core.start) || self.names().word_at(core.end) {
            return false;
        }
        let of_place = self.sign(end + 1, WordPart::Level) || self.sign(end + 1, WordPart::Street);
        end > head + 2 || of_place || !self.named_after(core)
    }

    /// Whether an office word names the members of an association: 县长 of 县长联谊会, but not 常委|总工会主席.
    fn members(self, core: Core) -> bool {
        let heads = |e: Entry| self.tables().bodies[e.row as usize].heads_association();
        let apart = matches!(self.office(core).role, Role::PartySecretary | Role::Legislator);
        !apart
            && self.officials.edges.associations.start(self.block, core.end)
            && self.starts(core.end, BODIES).any(|e| e.at > core.end + 1 && heads(e))
    }

    /// Whether an office word is cut out of a body's name: 女儿 in 妇女儿童工作委员会, 教师 in 教师工作司.
    fn inside(self, core: Core) -> bool {
        (core.start.saturating_sub(8)..=core.start)
            .filter(|&i| self.officials.edges.long_bodies.start(self.block, i))
            .any(|i| self.lexicon.longest_at(&self.block.chars, i, BODIES).is_some_and(|e| e.at > core.end))
    }
}

/// Adds a place where it belongs among others, if it is not there. Hits come in order, so that it is near the end.
fn insert(places: &mut Vec<usize>, at: usize) {
    let before = places.iter().rposition(|&place| place <= at);
    if before.is_none_or(|i| places[i] < at) {
        places.insert(before.map_or(0, |i| i + 1), at);
    }
}

/// Of two that overlap, the end of the second decides: 部长助理 in 外交部部长助理, 委员会 in 廉政委员会.
fn join_overlaps(cores: &mut Vec<Core>) {
    let mut last = 0;
    for at in 1..cores.len() {
        let (a, b) = (cores[last], cores[at]);
        if b.start >= a.end {
            last += 1;
            cores[last] = b;
        } else if b.end > a.end {
            cores[last] = Core { start: a.start, ..b };
        }
    }
    cores.truncate(last + 1);
}

/// Keeps the words that are near to one of some, each near to the next.
fn keep_near(cores: &mut Vec<Core>, near: impl Fn(&Core, &Core) -> bool, of: impl Fn(&Core) -> bool) {
    let (mut kept, mut start) = (0, 0);
    while start < cores.len() {
        // Those up to the next of them, of which it keeps some behind the last one and some before the next.
        let next = cores[start..].iter().position(&of).map_or(cores.len(), |i| start + i);
        let behind = if start == 0 { 0 } else { run(cores[start - 1..next].windows(2), &near) };
        let last = start + behind;
        let before = if next == cores.len() { 0 } else { run(cores[last..=next].windows(2).rev(), &near) };
        for i in (start..last).chain(next - before..cores.len().min(next + 1)) {
            cores[kept] = cores[i];
            kept += 1;
        }
        start = next + 1;
    }
    cores.truncate(kept);
}

/// How many of pairs one after another are near.
fn run<'a>(pairs: impl Iterator<Item = &'a [Core]>, near: impl Fn(&Core, &Core) -> bool) -> usize {
    pairs.take_while(|two| near(&two[0], &two[1])).count()
}
