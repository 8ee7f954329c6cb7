//! The name beside a title: after it, before it, or in apposition.

use super::{
    chain::Chains,
    cores::Core,
    passage::{Passage, edge},
    tables::{COUNTRIES, OfficeScope, Use},
    weights::{APPOSED, BODY, LEFT, LISTED, RIGHT},
};
use crate::{
    lang::zh::{
        guard::OfficialClass,
        names::{NameReading, is_numeral},
        word_parts::WordPart,
    },
    lexicon::{Table, TableSet},
    text::is_han,
    value::{Role, Tenure},
};
use std::ops::Range;

/// By how much lighter a name may be: one that is a place's too, after an office with a body of its own; one between two offices.
const PLACE: i32 = 7;
const BETWEEN: i32 = 2;

impl Chains<'_> {
    /// The name after a title.
    pub(super) fn right_name(&self, index: usize) -> Option<NameReading> {
        let (passage, title) = (self.passage, &self.titles[index]);
        let end = title.end();
        let (at, least) = match passage.get(end) {
            ' ' => (end + 1, LISTED + 3),
            '\n' | ':' => (end + 1, APPOSED),
            // 一位代表——王琼明
            '—' if passage.get(end + 1) == '—' => (end + 2, APPOSED),
            // 时任外长的王岱
            _ if passage.sign(end + 1, WordPart::Of)
                && (title.tenure == Tenure::Then
                    || passage.guarded(title.start, OfficialClass::Holds).is_some()) =>
            {
                (end + 1, LISTED)
            }
            _ => (end, RIGHT),
        };
        if at < self.claimed {
            return None;
        }
        // The least weight that any of the cases below takes.
        let any = least - if title.owned { PLACE } else { BETWEEN };
        let taken = |s, e| self.taken(s, e) && !self.given(s, e);
        let name = passage.names().at(Some(self.repeats), at, any, &taken)?;
        let least = match name.full {
            // 福州市市长乐平说: after an office with its own place another place is a name.
            true if title.owned && passage.is_place(&name) && passage.names().after(name.end) >= 5 => {
                least - PLACE
            }
            // 总召林志展议员: between two offices.
            true if self.titled(index, name.end) || self.leads_on(index, &name) => least - BETWEEN,
            true => least,
            false => least + 2,
        };
        let named = name.weight >= least && !passage.anonymous(name.end) && !passage.quoted(title.start);
        named.then_some(name)
    }

    /// Whether a list of persons with their offices goes on behind a name: 市长高原、副市长黄河.
    fn leads_on(&self, index: usize, name: &NameReading) -> bool {
        let next = self.titles.get(index + 1);
        next.is_some_and(|next| next.start == name.end + 1) && self.passage.is_list_sign(name.end)
    }

    /// Whether an office word is a part of a name: all of a given name (李|亚军), or the beginning of a whole name (王子|青).
    fn given(&self, start: usize, end: usize) -> bool {
        let passage = self.passage;
        let other = |core: &Core| passage.office(*core).scope == OfficeScope::Other && end == start + 3;
        let given = |from: usize| (from..end).all(|i| passage.names().given_to(passage.get(i)) > 0);
        self.core_at(start + 1).is_some_and(|core| core.end == end && other(&core) && given(start + 1))
            || self.core_at(start).is_some_and(|core| {
                core.end + 1 == end && other(&core) && given(core.end) && passage.names().after(end) >= 5
            })
    }

    /// The name before a bare office.
    pub(super) fn left_name(&self, title: usize) -> Option<NameReading> {
        let (passage, title) = (self.passage, &self.titles[title]);
        let office = passage.office(title.core);
        let bare = !title.owned && office.place != Use::Before && title.start > self.claimed;
        let held = !matches!(title.tenure, Tenure::Former | Tenure::Then | Tenure::Designate);
        // 凤凰县委书记: the level wants the name of a place.
        let first = title.core.start + 1;
        let level = (passage.sign(first, WordPart::Level) || passage.sign(first, WordPart::Prefecture))
            && !passage.sign(first + 1, WordPart::Head);
        if !bare || !held || level {
            return None;
        }
        let monarch = office.role == Role::Monarch;
        let reign = monarch.then(|| passage.names().reign(title.start)).flatten();
        if let Some(name) = reign.filter(|name| name.start >= self.claimed) {
            return (!passage.quoted(title.start)).then_some(name);
        }
        // 条约司|陈立司长: the last character of the body is no surname.
        let of_body = |s: usize| {
            let named =
                || passage.names().listed(s + 1, title.start).is_some_and(|n| n.weight >= LEFT - BODY);
            passage.get(s) == passage.get(title.core.start)
                && is_han(passage.before(s))
                && (passage.body_before(s + 1).is_some() || named())
        };
        let name =
            passage.names().before(title.start, self.claimed, &|s, e| of_body(s) || self.taken(s, e))?;
        if !name.full && (title.end() - title.start > 4 || office.place == Use::Rank) {
            return None;
        }
        // 第一项|行政长官: what is counted is no surname.
        let before = passage.before(name.start);
        if !name.full && (is_numeral(before) || before.is_ascii_digit()) {
            return None;
        }
        // 日本裕仁天皇: between a country and a ruler's title nothing but a name stands.
        let of_country = |start| passage.ends(start, COUNTRIES).any(|country| start - country.at >= 2);
        let least = match name.full {
            true if monarch && of_country(name.start) => LEFT - 3,
            // 李国和议员批评: all from the edge of a phrase to the office is the name.
            true if edge(passage.before(name.start)) && passage.names().after(title.end()) > 4 => LEFT - 2,
            // 条约司|陈立司长
            true if passage.before(name.start) == passage.get(title.core.start) => LEFT - BODY,
            true => LEFT,
            false => 4,
        };
        (name.weight >= least && !passage.quoted(title.start)).then_some(name)
    }

    /// The name before a comma, colon or bracket with the titles after it.
    pub(super) fn apposed(&self, chain: &Range<usize>) -> Option<NameReading> {
        let passage = self.passage;
        let start = self.titles[chain.start].start;
        let close = passage.get(self.titles[chain.end - 1].end());
        let fits = match passage.before(start) {
            ',' | ':' => matches!(close, ',' | '。' | ';' | '\0' | '\n' | ')'),
            '(' => matches!(close, ')' | ',' | ';'),
            _ => false,
        };
        if !fits || start < self.claimed + 3 {
            return None;
        }
        let at = passage.without_honorific(start - 1);
        let taken = |s, e| self.taken(s, e) && !self.given(s, e);
        let name = passage.names().before(at, self.claimed, &taken)?;
        let before = passage.before(name.start);
        let bracket = passage.before(start) == '(' && close == ')';
        // 陈立（县长）、林梅（副县长）; 出席的有陈立（县长）
        let listed = bracket && (name.start == self.claimed + 2 || name.weight >= LEFT + BETWEEN);
        let whole = name.start == 0 || edge(before) && before != '、' || listed;
        let least = match passage.before(start) {
            '(' => LEFT,
            // 王国平，立委，…: all of a phrase is the name
            ',' if whole && !listed => APPOSED - BETWEEN,
            _ => APPOSED,
        };
        (name.full && whole && name.weight >= least).then_some(name)
    }
}

impl Passage<'_> {
    /// Where a name before `at` ends without the honorifics after it.
    fn without_honorific(self, at: usize) -> usize {
        self.guarded(at, OfficialClass::Honorific).unwrap_or(at)
    }

    /// Whether a name is that of a place.
    fn is_place(self, name: &NameReading) -> bool {
        const PLACES: TableSet = TableSet::of(&[Table::Places]);
        self.starts(name.start, PLACES).any(|e| e.at == name.end)
    }

    /// Whether a place is inside the title of a book or play.
    fn quoted(self, at: usize) -> bool {
        let low = at.saturating_sub(16);
        (low..at).rev().map(|i| self.get(i)).find(|c| matches!(c, '《' | '》')) == Some('《')
    }

    /// Whether a name is the one character of a country's.
    pub(super) fn short_country(self, name: &NameReading) -> bool {
        !name.full && self.starts(name.start, COUNTRIES).any(|e| e.at == name.end)
    }

    /// Whether a name goes on as that of somebody who is not named: 王某.
    pub(super) fn anonymous(self, end: usize) -> bool {
        self.sign(end + 1, WordPart::Nobody)
    }
}
