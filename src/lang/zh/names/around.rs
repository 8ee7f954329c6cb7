//! What stands around a name, and what it says for the name.

use super::{
    foreign::ordinal,
    model::{FOLLOWS, SURELY, TIMES, WordWeights},
    place::{At, is_digit, is_numeral},
};
use crate::{
    lang::zh::guard::OfficialClass,
    lexicon::{Entry, Table, TableSet},
    text::is_han,
};

impl At<'_> {
    /// How well a name may end before `end`.
    pub(crate) fn after(&self, end: usize) -> i32 {
        if let Some(weight) = self.sign_after(end) {
            return weight;
        }
        let c = self.block.get(end);
        // 投了, 若不: a verb with its sign of aspect, two single words.
        let aspect = self.guards.may_be_aspect(self.block.get(end + 1))
            && self.guarded(end + 1, OfficialClass::Aspect) == Some(end + 2);
        // 陈水明后,
        let post = self.names.signs.posts.has(c) && !is_han(self.block.get(end + 1));
        // 林海自2018年
        let dated = || self.guarded(end, OfficialClass::Between) == Some(end + 1);
        let least = if self.pair(end) || self.block.get(end + 1).is_ascii_digit() && dated() {
            8
        } else if aspect || post {
            4
        } else {
            -3
        };
        let numeral = is_numeral(c);
        const WEEKDAYS: TableSet = TableSet::of(&[Table::Weekdays]);
        let alone = match c {
            '和' => self.is_unjoined(end + 1),
            // 龚兆明|星期一: no tomorrow stands before a day of the week.
            '明' => self.starts(end + 1, WEEKDAYS).any(|e| e.at > end + 2),
            _ => false,
        };
        const NEXT: TableSet = TableSet::of(&[
            Table::NameWords,
            Table::Words,
            Table::Offices,
            Table::Countries,
            Table::Places,
            Table::Bodies,
            Table::Tenures,
        ]);
        // 陈国和质询, 陈国和与: no conjunction before a verb or another one. 林英九|亲笔: a number that counts nothing.
        let says = |entry: Entry| {
            let nothing = (alone || numeral) && entry.at == end + 1;
            if nothing { -3 } else { self.word_after(end, entry) }
        };
        let words = self.starts(end, NEXT).fold(least, |most, entry| most.max(says(entry)));
        if !self.names.edges.any_times.start(self.block, end) {
            return words;
        }
        self.starts(end, TIMES).fold(words, |most, entry| most.max(says(entry)))
    }

    /// What a sign, a letter or a number after a name says of its end, if no word need be asked.
    fn sign_after(&self, end: usize) -> Option<i32> {
        Some(match self.block.get(end) {
            _ if self.is_dot(end) => -30,
            '\0' | '\n' => 5,
            ' ' => 4,
            c if c.is_ascii_digit() => 4,
            c if self.names.signs.nobodies.has(c) => -30,
            c if c.is_ascii_alphabetic() => 1,
            c if !is_han(c) => 5,
            // 六日, 三十一日
            c if is_numeral(c) && (self.counted(end) || self.regnal(end) > end) => 8,
            // 彼得一世
            _ if ordinal(self.block, end) > end => 8,
            _ => return None,
        })
    }

    /// What a word that starts at `end` says of a name's end there.
    fn word_after(&self, end: usize, entry: Entry) -> i32 {
        let longer = 2 * (entry.at - end).min(3) as i32 - 2;
        match entry.table {
            Table::NameWords | Table::Words => match self.names.word(entry).after {
                // A short word wants something after it, unless it is one of speech: 有、 is the end of a name.
                Some(_) if entry.at == end + 1 && self.bare(end) => -2,
                Some(w) if w > 0 => w + longer + self.goes_on(end, entry.at),
                Some(w) => w,
                None => -3,
            },
            Table::Offices => match self.names.titles[entry.row as usize] {
                Some(true) => 6 + longer,
                Some(false) => 1,
                None => -3,
            },
            Table::Tenures => 1,
            Table::Relative | Table::Weekdays | Table::Dayparts | Table::Holidays => 4 + longer,
            _ if entry.at - end >= 2 => longer,
            _ => -3,
        }
    }

    /// Whether a number with what it counts stands at `at`: 六日, 三十一日, 五十岁.
    fn counted(&self, at: usize) -> bool {
        let number = |c: char| is_numeral(c) || matches!(c, '百' | '千' | '万');
        let end = (at..at + 6).find(|&i| !number(self.block.get(i))).unwrap_or(at);
        end > at && self.guarded(end, OfficialClass::Counter).is_some()
    }

    /// The end of a ruler's name with a number that goes without 世: 路易十六. What is counted is no name.
    pub(crate) fn regnal(&self, end: usize) -> usize {
        const WORDS: TableSet = TableSet::of(&[Table::NameWords, Table::Words]);
        let next = end + 2;
        if self.block.get(end) != '十' || !is_digit(self.block.get(end + 1)) {
            return end;
        }
        let c = self.block.get(next);
        let era = c == '时' && matches!(self.block.get(next + 1), '期' | '代');
        let counted = !era && self.names.signs.counted.has(c);
        let follows = |e: Entry| self.names.word(e).after >= Some(4);
        let ends = era || !is_han(c) && !c.is_alphanumeric();
        let ends = ends || self.starts(next, WORDS).any(follows);
        if ends && !counted { next } else { end }
    }

    /// What speaks against the end of a name by the words that it holds or cuts: 李鸣今天, 李鸣观|看.
    pub(super) fn cut(&self, start: usize, end: usize) -> i32 {
        let inside = |i: usize| i > start && self.may_follow(i);
        let (last, next) = (self.block.before(end), self.block.get(end));
        if is_numeral(last) && is_numeral(next) && (last == '十') != (next == '十') {
            // 何立|五十岁
            return -8;
        }
        // 孙五|六月底
        let counter = || self.guarded(end, OfficialClass::Counter).is_some() && !self.word_at(end);
        if is_numeral(last) && (matches!(next, '月' | '岁') || counter()) {
            return -8;
        }
        if inside(end.saturating_sub(2)) {
            let words = self.words_at(end - 2).filter(|w| w.0 == end);
            if let Some(within) = words.map(|w| w.1.within).min() {
                return within;
            }
        }
        // 林海自|2018年
        if next.is_ascii_digit() && self.guarded(end - 1, OfficialClass::Between) == Some(end) {
            return -8;
        }
        if self.pair(end - 1) {
            return -7;
        }
        match inside(end - 1) && self.words_at(end - 1).any(|w| w.0 > end) {
            // 拜登上周: what follows may be a word of its own.
            true if self.word_at(end) => -2,
            true => -5,
            false => 0,
        }
    }

    /// Whether a single word stands at `i` with one that it is hardly parted from: 若不, 也在, 比其他.
    fn pair(&self, i: usize) -> bool {
        let first = || self.guards.before(self.lexicon, self.block, i + 1, OfficialClass::Links);
        self.guards.may_link(self.block.get(i))
            && first() == Some(i)
            && self.guarded(i + 1, OfficialClass::Linked).is_some()
    }

    /// Whether what stands at `i` can't be joined to a name by a conjunction before it: 陈国和|质询, 陈国和|9日.
    fn is_unjoined(&self, i: usize) -> bool {
        let number = |c: char| is_numeral(c) || c.is_ascii_digit();
        let end = (i..i + 3).find(|&i| !number(self.block.get(i))).unwrap_or(i);
        let date = end > i && self.names.signs.dates.has(self.block.get(end));
        date || self.block.get(i) == '('
            || self.starts(i, TIMES).any(|e| e.at > i + 1)
            || self.verb_at(i)
            || self.linked(i)
            || self.guarded(i, OfficialClass::Acts).is_some()
    }

    /// Whether a preposition or conjunction of one character stands at `i` with no longer word: 与居民, not 与会者.
    fn linked(&self, i: usize) -> bool {
        const WORDS: TableSet = TableSet::of(&[Table::Words, Table::NameWords]);
        self.guarded(i, OfficialClass::Linked) == Some(i + 1) && !self.starts(i, WORDS).any(|e| e.at > i + 1)
    }

    /// Whether a word of two characters at least that may well follow a name can start at `i`: a look before a search.
    pub(super) fn may_follow(&self, i: usize) -> bool {
        self.names.edges.following.start(self.block, i)
    }

    /// The ends of words that may well follow a name and start at `i`.
    pub(super) fn words_at(&self, i: usize) -> impl Iterator<Item = (usize, WordWeights)> {
        const WORDS: TableSet = TableSet::of(&[Table::NameWords, Table::Words]);
        let words = self.starts(i, WORDS).map(|e| (e.at, self.names.word(e)));
        words.filter(|(_, word)| word.after >= Some(FOLLOWS))
    }

    /// Whether a verb of two characters starts at `i`.
    fn verb_at(&self, i: usize) -> bool {
        const WORDS: TableSet = TableSet::of(&[Table::Words, Table::NameWords]);
        let verb = |e: Entry| {
            e.at >= i + 2
                && match e.table {
                    Table::Words => self.names.is_verb(e),
                    _ => self.names.word(e).after >= Some(5),
                }
        };
        self.may_follow(i) && self.starts(i, WORDS).any(verb)
    }

    /// Whether a word of two characters at least that may well follow a name starts at `i`.
    pub(crate) fn word_at(&self, i: usize) -> bool {
        self.may_follow(i) && self.words_at(i).any(|(end, _)| end >= i + 2)
    }

    /// Whether a word of two characters at least that a name surely ends before starts at `i`: 长子.
    pub(super) fn surely_ends(&self, i: usize) -> bool {
        self.may_follow(i) && self.words_at(i).any(|(end, word)| end >= i + 2 && word.after >= Some(SURELY))
    }

    /// Whether a country's or place's name stands at `i`.
    pub(super) fn place_at(&self, i: usize) -> bool {
        const PLACES: TableSet = TableSet::of(&[Table::Countries, Table::Places]);
        let named = |e: Entry| e.at >= i + 3 || e.at == i + 2 && e.table == Table::Countries;
        self.names.edges.places.start(self.block, i) && self.starts(i, PLACES).any(named)
    }

    /// What speaks for a word of one character at `i`: another word right after it, as in 为|这次.
    pub(super) fn goes_on(&self, i: usize, at: usize) -> i32 {
        const WORDS: TableSet = TableSet::of(&[
            Table::NameWords,
            Table::Words,
            Table::Countries,
            Table::Places,
            Table::Bodies,
            Table::Offices,
        ]);
        let next = || self.starts(at, WORDS).any(|e| e.at > at + 1);
        if at == i + 1 && next() { 3 } else { 0 }
    }

    /// Whether the character at `i` is a word that wants something after it, and has none.
    pub(super) fn bare(&self, i: usize) -> bool {
        let next = self.block.get(i + 1);
        let nothing = self.names.signs.dangling.has(next)
            || !is_han(next) && !next.is_ascii_alphanumeric() && !"\"“《(".contains(next);
        nothing && self.guarded(i, OfficialClass::Closes) != Some(i + 1)
    }

    /// How well a name may start at `start`.
    pub(super) fn ahead(&self, start: usize) -> i32 {
        let c = self.block.before(start);
        match c {
            '\0' | '\n' => return 5,
            ' ' => return 4,
            '·' => return -30,
            c if c.is_ascii_digit() || c.is_ascii_alphabetic() => return 0,
            c if !is_han(c) => return 5,
            _ => {}
        }
        // 有关局长: a word that reaches over the start; a country does in 日本德仁天皇.
        const OVER: TableSet = TableSet::of(&[Table::NameWords, Table::Words, Table::Countries]);
        let mut against = 0;
        for i in start.saturating_sub(2)..start {
            if !self.names.edges.words.start(self.block, i) {
                continue;
            }
            for over in self.starts(i, OVER).filter(|e| e.at > start) {
                let word =
                    matches!(over.table, Table::NameWords | Table::Words).then(|| self.names.word(over));
                against = against.min(match word {
                    Some(word) if word.after.is_some() || word.not.is_some() => -6,
                    Some(_) => 0,
                    None => -30,
                });
            }
        }
        if against < 0 {
            return against;
        }
        if self.names.signs.dates.has(c) && start > 1 && !is_han(self.block.get(start - 2)) {
            return 5;
        }
        const WORDS: TableSet = TableSet::of(&[Table::NameWords, Table::Words]);
        const TITLES: TableSet =
            TableSet::of(&[Table::Offices, Table::Countries, Table::Places, Table::Bodies]);
        self.ends(start, WORDS)
            .chain(self.ends(start, TITLES))
            .map(|entry| {
                let longer = 2 * (start - entry.at).min(2) as i32 - 2;
                match entry.table {
                    Table::NameWords | Table::Words => {
                        let word = self.names.word(entry);
                        // 委任|罗国强: a verb may have a person for its object.
                        let object = if word.after.is_some() && start - entry.at >= 2 { 1 } else { -3 };
                        word.before.map_or(object, |w| w + longer)
                    }
                    Table::Offices => 3,
                    _ if start - entry.at >= 2 => 2,
                    _ => -3,
                }
            })
            .max()
            .unwrap_or(if self.names.signs.persons.has(c) { 1 } else { -3 })
            // 新生里|王安国里长, 安南区|李中岑议员
            .max(if self.names.signs.villages.has(c) { 1 } else { -3 })
    }

    /// Whether a reading hides the name: 王某.
    pub(super) fn nobody(&self, start: usize, end: usize) -> bool {
        self.block.chars[start..end].iter().any(|&c| self.names.signs.nobodies.has(c))
    }

    /// Whether a reading is a time and one more character, rather than a name that begins like one: 周一访, but 周一鸣.
    fn is_weekday_more(&self, start: usize, end: usize) -> bool {
        let last = end - 1;
        end == start + 3
            && self.names.edges.times.start(self.block, start)
            && self.starts(start, TIMES).any(|e| {
                let named = e.table == Table::Weekdays
                    && !self.word_at(last)
                    && self.given(self.block.get(last)) > 0
                    && (self.after(end) >= 4 || self.guarded(end, OfficialClass::Acts).is_some());
                e.at == last && !named
            })
    }

    /// The words and places that start where a name may.
    pub(super) fn beginning(&self, start: usize) -> Vec<Entry> {
        const WORDS: TableSet =
            TableSet::of(&[Table::NameWords, Table::Words, Table::Countries, Table::Places]);
        let may = self.names.edges.against.start(self.block, start);
        if may { self.starts(start, WORDS).collect() } else { Vec::new() }
    }

    /// How much the words that start where a reading `start..end` does speak against it.
    pub(super) fn against(&self, words: &[Entry], start: usize, end: usize) -> i32 {
        if self.is_weekday_more(start, end) {
            return -30;
        }
        // 高原 is a noun and a name.
        let named = |e: &Entry, end| e.table == Table::Words && e.at == end && self.names.word(*e).named;
        let against = |&entry: &Entry| {
            let longer = end > entry.at;
            match entry.table {
                Table::NameWords | Table::Words => {
                    let word = self.names.word(entry);
                    let verb = (entry.at >= start + 2 && word.after >= Some(4)).then_some(-8);
                    // 官方帐号: what begins like a noun is hardly a name either.
                    let noun = word.not.map(|not| match longer {
                        true => not / 3,
                        false if words.iter().any(|e| named(e, entry.at)) => not.max(-4),
                        false => not,
                    });
                    [noun, verb].into_iter().flatten().min()
                }
                // A country or place: 常德 may begin a name, 巴勒斯坦 does not.
                _ => match entry.at - start {
                    0 | 1 => None,
                    2 if longer && entry.table == Table::Places => Some(-3),
                    2 => Some(-9),
                    _ => Some(-30),
                },
            }
        };
        words.iter().filter_map(against).min().unwrap_or(0)
    }
}
