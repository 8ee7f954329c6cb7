//! Names that share a title: 副主席李鸣、王强和赵海; 李鸣、王强等议员; 李鸣和王强两位副总理.

use super::{
    chain::Chains,
    passage::Passage,
    tables::OfficeScope,
    title::Title,
    weights::{LEFT, LISTED},
};
use crate::{
    lang::zh::{
        guard::OfficialClass,
        names::{NameReading, is_numeral},
        word_parts::WordPart,
    },
    text::is_han,
    value::{Role, Tenure},
};
use std::ops::Range;

/// Names that share one title.
const NAMES: usize = 40;
/// Names after a first one that share the title of an officer; members of a council are many.
const OFFICERS: usize = 8;
/// Characters of a name between two signs of a list.
const ITEM: usize = 4;
/// The weight from which an item of a list is a name.
const ITEM_LEAST: i32 = -4;

impl Chains<'_> {
    /// Names after a first one that share its title; `next` is the title after all that is read.
    pub(super) fn share(&mut self, chain: Range<usize>, next: usize) {
        if !self.titles[chain.clone()].iter().any(|title| self.passage.plural(title)) {
            return;
        }
        let passage = self.passage;
        let mut end = self.claimed;
        let mut names: Vec<NameReading> = Vec::new();
        for listed in 1..=NAMES {
            end = passage.after_aside(end);
            let Some(start) = passage.list_sign(end) else { break };
            if self.titles.get(next).is_some_and(|t| t.start <= start) {
                break;
            }
            if self.is_titled_item(next, start) {
                break;
            }
            let Some(name) = self.item(start).or_else(|| self.loose_item(start, end, listed)) else { break };
            // 顾问李鸣与王强会谈: with whom, who need not be one.
            let with = listed == 1 && passage.followed(name.end, OfficialClass::With).is_some();
            if with || passage.anonymous(name.end) || self.has_own_title(next, &name) {
                break;
            }
            names.push(name);
            end = name.end;
        }
        // 书记官李鸣、王强、 and so on to the last of those who gave: such a list is not one of officers.
        let members = self.titles[chain.clone()].iter().any(|t| {
            passage.office(t.core).role == Role::Legislator || passage.of_council(t, t.start) || t.deputy
        });
        if names.len() <= OFFICERS || members {
            for name in names {
                self.push(chain.clone(), name, name.start..name.end);
                self.claimed = name.end;
            }
        }
    }

    /// A name that begins at `start` and ends before a sign.
    fn item(&self, start: usize) -> Option<NameReading> {
        let passage = self.passage;
        if let Some(end) = passage.mixed_item(start) {
            return Some(NameReading { start, end, weight: LEFT, full: true });
        }
        let end = (start + 2..=start + ITEM).find(|&i| passage.ends_item(i))?;
        let name = passage.names().listed(start, end)?;
        (name.weight >= ITEM_LEAST && !self.taken(start, end)).then_some(name)
    }

    /// A name that the sentence goes on after.
    fn loose_item(&self, start: usize, sign: usize, listed: usize) -> Option<NameReading> {
        let passage = self.passage;
        let name = passage.names().at(Some(self.repeats), start, LISTED - 4, &|s, e| self.taken(s, e))?;
        let stop = passage.get(name.end);
        let clear = !is_han(stop) || passage.names().after(name.end) >= 4;
        let least = match passage.get(sign) {
            // Between the signs of a list of names, what begins as one may go on with any characters.
            '、' if listed > 1 && name.end == start + 3 && !is_han(stop) => LISTED - 4,
            '、' => LISTED,
            _ => LISTED + 4,
        };
        (name.full && name.weight >= least && clear).then_some(name)
    }

    /// Whether all from `start` to the next office is a name: 陈昆和|议员, not 陈昆 and an 议员.
    fn is_titled_item(&self, next: usize, start: usize) -> bool {
        let Some(next) = self.titles.get(next).filter(|t| !t.owned && t.start <= start + ITEM) else {
            return false;
        };
        let name = self.passage.names().listed(start, next.start);
        next.start > start + 1 && name.is_some_and(|name| name.weight >= ITEM_LEAST)
    }

    /// Whether a name of a list has an office of its own after it: 王强 in 副主席李鸣、王强局长.
    fn has_own_title(&self, next: usize, name: &NameReading) -> bool {
        self.titles.get(next).is_some_and(|next| {
            next.start == name.end
                && !next.owned
                && self.passage.office(next.core).scope != OfficeScope::Other
        })
    }

    /// Names before one that has its office after it: 李鸣、王强|李海议员; or before 等 with the office.
    pub(super) fn share_back(&mut self, index: usize, first: usize, floor: usize) {
        let title = &self.titles[index];
        if !self.passage.plural(title) {
            return;
        }
        for name in self.names_back(first, floor).into_iter().rev() {
            self.push_listed(index..index + 1, name);
        }
    }

    /// The names of a list that ends before the sign before `at`, the last first.
    fn names_back(&self, at: usize, floor: usize) -> Vec<NameReading> {
        let passage = self.passage;
        let mut names: Vec<NameReading> = Vec::new();
        let mut at = at;
        while names.len() < NAMES && at > floor + 2 && passage.is_list_sign(at - 1) {
            let Some(name) = self.item_back(at - 1, floor) else { break };
            at = name.start;
            names.push(name);
        }
        names
    }

    /// The name that ends before the sign at `end`.
    fn item_back(&self, end: usize, floor: usize) -> Option<NameReading> {
        let passage = self.passage;
        if let Some(start) = passage.latin_item(end, floor) {
            return Some(NameReading { start, end, weight: LEFT, full: true });
        }
        let begins = |start: &usize| *start >= floor.max(1) && passage.is_list_sign(*start - 1);
        let bounded = (end.saturating_sub(ITEM)..end.saturating_sub(1)).find(begins);
        let item = bounded.and_then(|start| passage.names().listed(start, end));
        if let Some(name) = item.filter(|n| n.weight >= ITEM_LEAST && !self.taken(n.start, n.end)) {
            return Some(name);
        }
        let name = passage.names().before(end, floor, &|s, e| self.taken(s, e))?;
        (name.full && name.weight >= LISTED).then_some(name)
    }

    /// Names before 等 and their office: 李鸣、王强等议员; or counted: 李鸣和王强两位副总理.
    /// Whether there are such names.
    pub(super) fn counted(&mut self, chain: &Range<usize>) -> bool {
        let passage = self.passage;
        let start = self.titles[chain.start].start;
        if chain.len() != 1 || start < 3 {
            return false;
        }
        let end = passage.before_count(start);
        let Some(end) = end.filter(|&end| end > self.claimed + 2) else { return false };
        let last = passage.names().before(end, self.claimed, &|s, e| self.taken(s, e));
        let Some(last) =
            self.item_back(end, self.claimed).or(last).filter(|name| name.full && name.weight >= ITEM_LEAST)
        else {
            return false;
        };
        let mut names = self.names_back(last.start, self.claimed);
        names.insert(0, last);
        if names.len() >= 2 {
            let end = self.titles[chain.start].end();
            for name in names.into_iter().rev() {
                self.push_listed(chain.clone(), name);
            }
            self.claimed = self.claimed.max(end);
            return true;
        }
        false
    }
}

impl Passage<'_> {
    /// The place after a sign that joins names at `at`.
    fn list_sign(self, at: usize) -> Option<usize> {
        // 以及 is one word with the conjunction that it ends in.
        let at = at + usize::from(self.begins_with(at, WordPart::Joins));
        self.is_list_sign(at).then_some(at + 1)
    }

    /// Whether the character at `at` joins the names of a list.
    pub(super) fn is_list_sign(self, at: usize) -> bool {
        self.officials.guards.is_list_sign(self.get(at))
    }

    /// Whether an item of a list ends before `i`.
    fn ends_item(self, i: usize) -> bool {
        matches!(self.get(i), '、' | ',' | '。' | ';' | ')' | '(' | '\0' | '\n')
    }

    /// The end of an item in Latin letters with Han after them: Ingay Tali穎艾達利.
    fn mixed_item(self, start: usize) -> Option<usize> {
        let latin = |i: usize| self.get(i).is_ascii_alphabetic() || self.get(i) == ' ';
        if !self.get(start).is_uppercase() {
            return None;
        }
        let han = (start..start + 30).find(|&i| !latin(i))?;
        let end = (han..han + 8).find(|&i| !is_han(self.get(i)) && self.get(i) != '·')?;
        self.ends_item(end).then_some(end)
    }

    /// The start of an item in Latin letters before the sign at `end`: Ingay Tali.
    fn latin_item(self, end: usize, floor: usize) -> Option<usize> {
        let letter = |i: usize| self.before(i).is_ascii_alphabetic() || self.before(i) == ' ';
        let mut start = end;
        while start > floor && letter(start) && end - start < 30 {
            start -= 1;
        }
        let name = self.get(start).is_uppercase() && end - start >= 4;
        (name && start > 0 && self.is_list_sign(start - 1)).then_some(start)
    }

    /// The place after a short aside such as （女） or （回族） at `at`.
    pub(super) fn after_aside(self, at: usize) -> usize {
        if self.get(at) != '(' {
            return at;
        }
        (at + 2..at + 8).find(|&i| self.get(i) == ')').map_or(at, |i| i + 1)
    }

    /// Where names end that are counted or summed up before a title: 两位, 等, 等三名.
    fn before_count(self, start: usize) -> Option<usize> {
        let number = |at: usize| self.before(at).is_ascii_digit() || is_numeral(self.before(at));
        let end = start - 1;
        if self.sign(start, WordPart::Counts) && (number(end) || self.sign(end, WordPart::Several)) {
            let mut end = end - 1;
            while end > 0 && number(end) {
                end -= 1;
            }
            return Some(end - usize::from(self.sign(end, WordPart::Others)));
        }
        self.sign(start, WordPart::Others).then(|| start - 1)
    }

    /// Whether several persons may hold an office at a time.
    pub(super) fn plural(self, title: &Title) -> bool {
        let role = self.office(title.core).role;
        let word = self.chars(title.core.start, title.core.end);
        let parts = &self.officials.parts;
        // A 书记长 of a council leads its members.
        title.deputy
            || title.tenure == Tenure::Former
            || matches!(
                role,
                Role::Legislator | Role::Judge | Role::PoliceOfficer | Role::Royalty | Role::StateCouncillor
            ) && (role != Role::Legislator || !parts.ends(word, WordPart::Chief))
            || parts.ends_rather(word, WordPart::Many, WordPart::One)
    }
}
