//! Chains of titles, and the person that each belongs to.

use super::{
    cores::Core,
    passage::{Passage, edge},
    tables::{OfficeScope, Use},
    title::Title,
    weights::LEFT,
};
use crate::{
    kind::official::{OfficeReading, OfficialReading},
    lang::zh::{
        guard::OfficialClass,
        names::{NameReading, ordinal},
        repeats::Repeats,
        word_parts::WordPart,
    },
    text::is_han,
    value::{Role, Tenure},
};
use std::{cell::Cell, collections::HashSet, ops::Range};

/// Titles in one chain.
const CHAIN: usize = 12;

/// Characters between two of them.
const GAP: usize = 16;

/// Notes what became of a title or a name at a place, with the verdict.
pub(super) type Note<'a> = &'a mut dyn FnMut(Range<usize>, bool, &'static str);

/// One pass over the titles of a block.
pub(super) struct Chains<'a> {
    pub(super) passage: Passage<'a>,
    pub(super) repeats: &'a Repeats<'a>,
    pub(super) titles: &'a [Title],
    cores: &'a [Core],
    /// The first office word that ended after the place asked for last.
    near: Cell<usize>,
    /// Everything before is read.
    pub(super) claimed: usize,
    /// Whether the block speaks of members of a parliament or council, so that a bare 委员 or 召集人 is one of it.
    council: bool,
    /// Whether the last titles read were public.
    public: Option<bool>,
    found: &'a mut Vec<OfficialReading>,
    /// Of those found, as far as it was asked for, who have public offices: how many were looked at, and the names with each office.
    held: (usize, HashSet<Held<'a>>),
    note: Note<'a>,
}

/// Somebody's name and office, and whether it is a legislator's.
type Held<'a> = (&'a [char], &'a [char], bool);

impl<'a> Chains<'a> {
    pub(super) fn new(
        passage: Passage<'a>,
        repeats: &'a Repeats<'a>,
        cores: &'a [Core],
        titles: &'a [Title],
        found: &'a mut Vec<OfficialReading>,
        note: Note<'a>,
    ) -> Self {
        let assembly =
            |title: &Title| matches!(passage.office(title.core).role, Role::Legislator | Role::Speaker);
        let council = titles.iter().any(assembly);
        let (near, held) = (Cell::new(0), (0, HashSet::new()));
        Self { passage, repeats, titles, cores, near, claimed: 0, council, public: None, found, held, note }
    }

    pub(super) fn run(&mut self) {
        let mut first = 0;
        while first < self.titles.len() {
            // A rank after a name already read.
            first = if self.titles[first].end() <= self.claimed { first + 1 } else { self.chain(first) };
        }
    }

    /// Reads the person of the chain that begins with a title; the index of the title after the chain.
    fn chain(&mut self, first: usize) -> usize {
        // A bare office after a name: 江主席. A name after it as well is another's, unless it has no office of its own.
        let after = self.right_name(first);
        let right = after.filter(|n| n.weight >= LEFT && !self.titled(first, n.end));
        let left = right.is_none().then(|| self.left_name(first)).flatten();
        // 印总理英迪拉·甘地夫人: a country, not a surname, beside a whole name.
        if let Some(name) = left.filter(|left| after.is_none() || !self.passage.short_country(left)) {
            let floor = self.claimed;
            self.emit(first..first + 1, name, true);
            self.share_back(first, name.start, floor);
            return first + 1;
        }
        let mut last = first;
        while last + 1 < self.titles.len()
            && last - first < CHAIN
            && self.linked(last, last + 1)
            // 市长|王子青: the name may hold an office word.
            && !(last == first && after.is_some_and(|name| name.end > self.titles[last + 1].end()))
            && self.left_name(last + 1).is_none()
        {
            last += 1;
        }
        let chain = first..last + 1;
        // 代表李鸣总理: the office after the name is the public one.
        let unclaimed = |name: &NameReading| !self.titled(last, name.end) || self.any_public(chain.clone());
        let after = if last == first { after } else { self.right_name(last) };
        if let Some(name) = after.filter(unclaimed) {
            let next = self.emit(chain.clone(), name, false);
            self.share(chain, next);
        } else if let Some(name) = self.apposed(&chain) {
            self.emit(chain, name, true);
        } else if !self.counted(&chain) {
            for title in &self.titles[chain] {
                (self.note)(title.start..title.end(), false, "nobody");
            }
        }
        last + 1
    }

    /// Whether a bare office other than a rank begins at `at`, after the title `index`.
    pub(super) fn titled(&self, index: usize, at: usize) -> bool {
        self.titles.get(index + 1).is_some_and(|next| {
            next.start == at && self.passage.office(next.core).place == Use::After && !next.owned
        })
    }

    fn any_public(&self, chain: Range<usize>) -> bool {
        let mut public = None;
        self.titles[chain].iter().any(|title| {
            let council = self.council && self.passage.of_council(title, title.start);
            public = Some(council || self.passage.public(title, public));
            public == Some(true)
        })
    }

    /// Whether an office word reaches into a range of characters, which is no name then.
    pub(super) fn taken(&self, start: usize, end: usize) -> bool {
        // Asked for places near by one after another.
        let ends = |i: usize| self.cores.get(i).map(|core| core.end);
        let mut i = self.near.get();
        while ends(i).is_some_and(|end| end <= start) {
            i += 1;
        }
        while i > 0 && ends(i - 1).is_some_and(|end| end > start) {
            i -= 1;
        }
        self.near.set(i);
        self.cores.get(i).is_some_and(|c| c.start < end)
    }

    /// The office word that starts at a place.
    pub(super) fn core_at(&self, start: usize) -> Option<Core> {
        let i = self.cores.partition_point(|c| c.start < start);
        self.cores.get(i).copied().filter(|core| core.start == start)
    }

    /// Whether two titles are those of one person.
    fn linked(&self, a: usize, b: usize) -> bool {
        let (passage, end, title) = (self.passage, self.titles[a].end(), &self.titles[b]);
        let start = title.start;
        if start < end || start > end + GAP {
            return false;
        }
        let gap = passage.chars(end, start);
        let word = gap.strip_prefix(&['、']).or_else(|| gap.strip_prefix(&[','])).unwrap_or(gap);
        match gap {
            [] | ['、' | ' ' | '/'] => true,
            _ if passage.officials.parts.end(word, WordPart::Also) == Some(word.len()) => true,
            ['、', ..]
                if gap.len() <= 6
                    && passage.office(title.core).scope == OfficeScope::Other
                    && (end + 1..start).all(|i| !passage.stops(i + 1)) =>
            {
                true
            }
            // 副书记、分管日常工作的副院长
            ['、', ..] if passage.sign(start, WordPart::Of) => {
                passage.followed(end + 1, OfficialClass::Charge).is_some()
                    && (end + 1..start).all(|i| is_han(passage.get(i)))
            }
            [','] => {
                let own = self.titles[a].start;
                own == 0 || edge(passage.before(own))
            }
            _ => false,
        }
    }

    /// Claims a name with its titles, and a rank after it; the number of the title after all that.
    fn emit(&mut self, chain: Range<usize>, mut name: NameReading, before: bool) -> usize {
        let passage = self.passage;
        let mut chain = chain;
        if !before {
            name.end = ordinal(passage.block, name.end);
            if passage.office(self.titles[chain.end - 1].core).role == Role::Monarch {
                name.end = passage.names().regnal(name.end);
            }
        }
        let start = name.start.min(self.titles[chain.start].start);
        let mut end = name.end.max(self.titles[chain.end - 1].end());
        // 总参谋长李鸣上将, 主席李鸣议员
        if !before
            && let Some(rank) = self.titles.get(chain.end)
            && rank.start == name.end
            && (passage.office(rank.core).place == Use::Rank
                || self.titled(chain.end - 1, name.end)
                    && passage.public(rank, None)
                    && !passage.names().word_at(rank.start))
        {
            end = rank.end();
            chain.end += 1;
        }
        let next = chain.end;
        self.push(chain, name, start..end);
        self.claimed = self.claimed.max(end);
        next
    }

    /// Whether a surname with a bare office names somebody again whose office was public: 卓院长 after 行政院长卓启民.
    fn is_again(&mut self, name: &NameReading, core: Core) -> bool {
        let passage = self.passage;
        let (looked_at, held) = &mut self.held;
        for earlier in self.found[*looked_at..].iter().filter(|earlier| earlier.public) {
            let whole = passage.chars(earlier.name.start, earlier.name.end);
            held.extend(earlier.offices.iter().map(|office| {
                let title = passage.chars(office.title.start, office.title.end);
                (whole, title, office.role == Role::Legislator)
            }));
        }
        *looked_at = self.found.len();
        let surname = passage.chars(name.start, name.end);
        let office = passage.chars(core.start, core.end);
        let member = passage.officials.parts.ends(office, WordPart::Legislator);
        let again = |&(whole, title, legislator): &Held<'_>| {
            whole.starts_with(surname) && (member && legislator || title.ends_with(office))
        };
        held.iter().any(again)
    }

    /// A name that shares a title with others.
    pub(super) fn push_listed(&mut self, chain: Range<usize>, name: NameReading) {
        self.push(chain, name, name.start..name.end);
    }

    pub(super) fn push(&mut self, chain: Range<usize>, name: NameReading, claim: Range<usize>) {
        let passage = self.passage;
        let mut offices = Vec::with_capacity(chain.len());
        // 外办主任李鸣、副主任王强: the second has the first's body.
        let joined = |sign: usize| passage.get(sign) == ',' || passage.is_list_sign(sign);
        let near = claim.start == self.claimed + 1 && joined(self.claimed);
        let mut public = self.public.filter(|_| near);
        let mut held_public = false;
        let titles = self.titles;
        for title in &titles[chain] {
            let from = if title.start == name.end { name.start } else { title.start };
            let council = self.council && passage.of_council(title, from);
            // 行政院|苏明院长: the body before the name.
            let bare = title.start == name.end
                && !title.owned
                && passage.office(title.core).scope != OfficeScope::Other;
            let lent = bare.then(|| passage.body_before(name.start)).flatten();
            let of_public = lent.as_ref().is_some_and(|(_, kind)| kind.is_public());
            let is_public = council || of_public || passage.public(title, public);
            let is_public = is_public || !name.full && self.is_again(&name, title.core);
            public = Some(is_public);
            let own = (!title.body.is_empty()).then(|| title.body.clone());
            // Of who has a public office the others say nothing.
            if is_public && !held_public {
                offices.clear();
                held_public = true;
            } else if is_public != held_public {
                continue;
            }
            offices.push(OfficeReading {
                title: title.start..title.end(),
                role: if council { Role::Legislator } else { passage.role(title, is_public) },
                row: Some(title.core.row),
                body: own.clone().or(lent.clone().map(|(body, _)| body)),
                body_kind: if own.is_some() { passage.body_kind(title) } else { lent.map(|(_, kind)| kind) },
                country: title.country,
                tenure: title.tenure,
            });
        }
        self.public = public;
        let public = held_public;
        let seeks = offices.iter().any(|held| held.tenure == Tenure::Candidate);
        let verdict = match public {
            true => "held",
            false if seeks => "candidate",
            false => "private",
        };
        (self.note)(name.start..name.end, public, verdict);
        if !offices.is_empty() {
            self.found.push(OfficialReading {
                claim,
                name: name.start..name.end,
                offices,
                party: None,
                public,
            });
        }
    }
}
