//! Where a Chinese text writes a person's name, told by its characters and by what stands around it.
//!
//! No words are segmented. A name beside an office is one of a few readings: a surname with one or two more
//! characters, a Japanese surname with up to three, a foreign name spelt by its sound with or without middle dots,
//! or Latin letters. Each reading is weighed: how its characters are used in names against running text, and what may
//! follow or precede a name. The heaviest wins, if it is heavy enough. The model is the table `name-characters.tsv`
//! (12 KB, two weights a character) beside the surnames and the words around names.
//!
//! Where another reading comes near and the sentence goes on without a sign, or the heaviest is too light, other places
//! of the same characters are evidence. The reading wins whose end is clear there: 胡学会同 may be 胡学 or 胡学会,
//! and 胡学会说 elsewhere settles it. A name of rare characters is believed if a phrase begins with it elsewhere and
//! goes on with what persons do. A surname alone is no evidence against the whole name, for so are the Japanese named
//! again; and the heaviest reading stays if it ends clearly at any other place. Facts have evidence from their block,
//! [`people`](crate::Extractor::people) from the document, both from a bounded window.

use super::repeats::Repeats;
use crate::{
    Error,
    lexicon::{Entry, Form, Lexicon, Table, TableSet},
    text::{Block, CharSet, Pairs, is_han},
};
use once_cell::sync::Lazy;

const CHARACTERS: &str = include_str!("name-characters.tsv");

/// Characters of a name spelt by its sound, without dots; and of one part of a name with dots.
const FOREIGN: usize = 9;
/// What the words around a name can say for it at most.
const MOST: i32 = 12;
/// Parts of a name with dots.
const PARTS: usize = 6;
/// Readings of one place, by their ends.
const READINGS: usize = 16;
/// A reading that another comes as near to, in bits, is in doubt; so is one of less weight.
const NEAR: i32 = 10;
const FIRM: i32 = 6;
/// No name is taken that weighs less.
const LEAST: i32 = 4;
/// What follows a name that surely ends.
const SURE: i32 = 5;
/// The weight of characters that are hardly ever part of a name.
const STRANGE: i32 = -3;
/// What speaks for a name that does what persons do elsewhere.
const KNOWN: i32 = 8;
/// What persons do, and how they are called, after a name.
const ACTS: &[&str] = &[
    "说", "称", "表示", "指出", "强调", "认为", "介绍", "告诉", "透露", "坦言", "回忆", "解释", "回答",
    "先生", "女士", "同志", "小姐",
];

/// A reading of characters `start..end` as a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Name {
    pub(super) start: usize,
    pub(super) end: usize,
    /// How much speaks for it, in bits.
    pub(super) weight: i32,
    /// Whether it is a whole name, not a surname alone.
    pub(super) full: bool,
}

impl Name {
    const NONE: Self = Self { start: 0, end: 0, weight: i32::MIN, full: false };
}

/// The readings of one place that were weighed.
struct Readings {
    all: [Name; READINGS],
    len: usize,
    /// The heaviest, the first of equals.
    best: Name,
}

impl Readings {
    fn new() -> Self {
        Self { all: [Name::NONE; READINGS], len: 0, best: Name::NONE }
    }

    fn add(&mut self, name: Name) {
        if name.weight > self.best.weight {
            self.best = name;
        }
        if let Some(free) = self.all.get_mut(self.len) {
            *free = name;
            self.len += 1;
        }
    }

    fn get(&self) -> &[Name] {
        &self.all[..self.len]
    }

    /// Whether another end than that of the best is nearly as good, or the best is not good.
    fn doubtful(&self, block: &Block<'_>) -> bool {
        let best = self.best;
        let near =
            |n: &Name| n.end != best.end && n.end > n.start + 1 && n.weight + NEAR + KNOWN > best.weight;
        best.weight < FIRM && best.weight + KNOWN >= LEAST
            || is_han(block.get(best.end)) && self.get().iter().any(near)
    }
}

/// How a reading fits at the other places where its characters stand.
#[derive(Debug, Clone, Copy, Default)]
struct Fit {
    /// How well it may end there, in bits.
    bits: i32,
    /// Places where it surely ends.
    ends: usize,
    /// Places where it surely stands for a person.
    acts: usize,
}

/// What may stand between a name and what its bearer does.
const ADVERBS: &[char] = &[
    '也', '又', '还', '都', '曾', '再', '就', '只', '常', '先', '忙', '却', '则', '便', '并', '总', '均',
    '亦', '另',
];

/// What a surname is besides.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Surname {
    Plain,
    Word,
    Verb,
    Compound,
    Japanese,
    /// A name of Tibet, Mongolia or Xinjiang is made of such parts.
    Part,
    /// None, but the name of a reign, by which its ruler is known.
    Reign,
}

/// What a word says about a name: that one may end before it, that one may start after it, that it is none.
#[derive(Debug, Clone, Copy)]
struct Around {
    after: Option<i32>,
    before: Option<i32>,
    not: Option<i32>,
    /// That it begins none.
    start: Option<i32>,
}

/// The model.
#[derive(Debug)]
pub(super) struct Names {
    /// Weights of the characters from 一 on: in given names, and in foreign ones.
    given: Box<[i8]>,
    foreign: Box<[i8]>,
    surnames: Vec<Surname>,
    words: Vec<Around>,
    /// Offices that may follow a name; whether as a rank, beside a title before it.
    titles: Vec<Option<bool>>,
    /// What begins a surname.
    surname_begins: CharSet,
    edges: Edges,
}

/// What words begin with, for a look before a search.
#[derive(Debug)]
struct Edges {
    /// Words of two characters at least that may well follow a name.
    following: Pairs,
    /// Words and countries of two characters at least.
    words: Pairs,
    /// The same, and places.
    places: Pairs,
}

/// The weight of a word that may well follow a name.
const FOLLOWS: i32 = 6;

const FIRST: u32 = 0x4E00;
const LAST: u32 = 0x9FFF;
/// The weight of characters that a model does not list.
const ABSENT: [i8; 2] = [-7, -8];

/// Characters that end a foreign name written without dots: it is spelt with others.
static ENDS: Lazy<CharSet> = Lazy::new(|| {
    "的了在是和与及同对向于将被把说称也还又就都已曾今昨年时这为从由给让使到着过以去会等并但而或后前中上下不没未第各该此则却访选一二三四五六七八九十"
        .chars()
        .collect()
});

impl Names {
    pub(super) fn new(lexicon: &Lexicon) -> Result<Self, Error> {
        let size = (LAST - FIRST + 1) as usize;
        let mut given = vec![ABSENT[0]; size].into_boxed_slice();
        let mut foreign = vec![ABSENT[1]; size].into_boxed_slice();
        for (i, line) in CHARACTERS.lines().enumerate().filter(|(_, l)| !l.starts_with('#')).skip(1) {
            let bad = |column| Error::lexicon("name-characters", i + 1, column, "cannot be read");
            let mut cells = line.split('\t');
            let model = match cells.next() {
                Some("given") => &mut given,
                Some("foreign") => &mut foreign,
                _ => return Err(bad("model")),
            };
            let weight = cells.next().and_then(|c| c.parse().ok()).ok_or_else(|| bad("weight"))?;
            for c in cells.next().ok_or_else(|| bad("characters"))?.chars() {
                *slot(model, c).ok_or_else(|| bad("characters"))? = weight;
            }
        }
        let mut surnames = Vec::new();
        for row in lexicon.rows(Table::Surnames).iter() {
            surnames.push(match row.get("kind") {
                "plain" => Surname::Plain,
                "word" => Surname::Word,
                "verb" => Surname::Verb,
                "compound" => Surname::Compound,
                "japanese" => Surname::Japanese,
                "part" => Surname::Part,
                "reign" => Surname::Reign,
                _ => return Err(row.error("kind", "unknown kind of surname")),
            });
        }
        let mut words = Vec::new();
        for row in lexicon.rows(Table::NameWords).iter() {
            let weight = |column| match row.get(column) {
                "" => Ok(None),
                _ => row.parse(column).map(Some),
            };
            words.push(Around {
                after: weight("after")?,
                before: weight("before")?,
                not: weight("not")?,
                start: weight("start")?,
            });
        }
        let titles = lexicon
            .rows(Table::Offices)
            .iter()
            .map(|row| match row.get("use") {
                "after" => Some(false),
                "rank" => Some(true),
                _ => None,
            })
            .collect();
        let following = |f: &Form| words[f.row as usize].after >= Some(FOLLOWS);
        let named = |f: &Form, table| f.table == table && f.len() > 1;
        let edges = Edges {
            following: lexicon.beginnings(|f| named(f, Table::NameWords) && following(f)),
            words: lexicon.beginnings(|f| named(f, Table::NameWords) || named(f, Table::Countries)),
            places: lexicon
                .beginnings(|f| named(f, Table::Countries) || f.table == Table::Places && f.len() > 2),
        };
        let forms = lexicon.forms().iter().filter(|f| f.table == Table::Surnames);
        let surname_begins = forms.filter_map(|f| lexicon.chars(f).first().copied()).collect();
        Ok(Self { given, foreign, surnames, words, titles, surname_begins, edges })
    }

    fn given(&self, c: char) -> i32 {
        weight(&self.given, c)
    }

    fn foreign(&self, c: char) -> i32 {
        weight(&self.foreign, c)
    }

    /// The name that starts at `i`. `taken(start, end)` says which readings are no names for other reasons.
    pub(super) fn at(
        &self,
        lexicon: &Lexicon,
        block: &Block<'_>,
        repeats: &Repeats<'_>,
        i: usize,
        taken: &dyn Fn(usize, usize) -> bool,
    ) -> Option<Name> {
        let first = block.get(i);
        if !is_han(first) && !first.is_alphabetic() {
            return None;
        }
        if let Some(end) = latin(block, i) {
            return Some(Name { start: i, end, weight: 12, full: true });
        }
        if let Some(name) = self.dotted(lexicon, block, repeats, i, taken) {
            return Some(name);
        }
        let mut readings = Readings::new();
        let mut offer = |end, inside: i32, full| {
            // What follows can add no more than this.
            let least = readings.best.weight.max(0);
            if inside + MOST <= least {
                return;
            }
            let inside = inside + self.against(lexicon, block, i, end);
            if inside + MOST <= least || taken(i, end) || self.nobody(block, i, end) {
                return;
            }
            let weight = inside + self.after(lexicon, block, end) + self.cut(lexicon, block, i, end);
            readings.add(Name { start: i, end, weight, full });
        };
        self.native(lexicon, block, i, &mut |end, inside, full| {
            if full || end > i + 1 {
                offer(end, inside, full);
            }
        });
        let mut sum = -3;
        for end in i + 1..=i + FOREIGN {
            let c = block.get(end - 1);
            let more = sum + self.foreign(c);
            if !is_han(c) || more < -12 || ENDS.has(c) {
                break;
            }
            if end > i + 2 && self.place_at(lexicon, block, end - 1) {
                break;
            }
            let word =
                end > i + 2 && self.word_at(lexicon, block, end - 1) && !self.word_at(lexicon, block, end);
            sum = if word { more - 5 } else { more };
            if sum < -12 {
                break;
            }
            if end >= i + 2 {
                let short = if end == i + 2 && sum < 5 { -2 } else { 0 };
                offer(end, sum + short, true);
            }
        }
        self.settle(lexicon, block, repeats, i, &readings)
    }

    /// The best of the readings at `i`; where it is in doubt, the one whose end fits best wherever the same characters
    /// stand.
    fn settle(
        &self,
        lexicon: &Lexicon,
        block: &Block<'_>,
        repeats: &Repeats<'_>,
        i: usize,
        readings: &Readings,
    ) -> Option<Name> {
        let best = (readings.len > 0).then_some(readings.best)?;
        if !readings.doubtful(block) {
            return Some(best);
        }
        let mut fits = [Fit::default(); READINGS];
        repeats.each(block, i..i + 2, &mut |other, at| {
            let stands = |name: &Name| {
                let end = at + name.end - i;
                (other.chars.get(at..end) == block.chars.get(i..name.end)).then_some(end)
            };
            // Inside a longer word or name they are something else: 查理·曼德 is no 曼德拉.
            let part = block.before(i) == '·' && other.before(at) == '·';
            if !part && self.ahead(lexicon, other, at) <= 0 {
                return;
            }
            let whole = stands(&best).is_some();
            let acting = readings.get().iter().filter_map(stands).filter(|&end| acts(other, at, end)).max();
            for (fit, name) in fits.iter_mut().zip(readings.get()) {
                let Some(end) = stands(name).filter(|&end| end > at + 1) else { continue };
                let after = self.after(lexicon, other, end) + self.cut(lexicon, other, at, end);
                // 雷大同说: where the longer name acts, a shorter one does not end before a word like 同.
                let ends = after >= SURE && (acting <= Some(end) || self.word_at(lexicon, other, end));
                let next = other.get(end);
                // 顾伟家 tells that 顾伟因 is 顾伟, for no name goes on so.
                let apart = !whole && is_han(next) && self.given(next).max(self.foreign(next)) <= STRANGE;
                fit.bits += after.clamp(-SURE, SURE);
                fit.ends += usize::from(ends || apart && begins(other, at));
                fit.acts += usize::from(acting == Some(end));
            }
        });
        let fits = || readings.get().iter().zip(&fits).filter(|(_, fit)| fit.ends > 0);
        let clear = fits().any(|(name, _)| name.end == best.end);
        let open = !clear && is_han(block.get(best.end));
        let rival = |name: &Name, fit: &Fit| {
            let near = if fit.acts > 0 { NEAR + KNOWN } else { NEAR };
            open && name.full >= best.full && name.weight + near > best.weight
        };
        let fits = fits().filter(|(name, fit)| name.end == best.end || rival(name, fit));
        let Some((&name, fit)) = fits.rev().max_by_key(|(name, fit)| name.weight + fit.bits) else {
            return Some(best);
        };
        // 方案 can say something too: short words are not taken for names by that.
        let known = fit.acts > 0 && name.end > i + 2 && !self.body_at(lexicon, block, i);
        let more = if known { KNOWN } else { 0 };
        Some(Name { weight: name.weight.max(best.weight) + more, ..name })
    }

    /// Whether the name of a body or place starts at `i`.
    fn body_at(&self, lexicon: &Lexicon, block: &Block<'_>, i: usize) -> bool {
        const BODIES: TableSet =
            TableSet::of(&[Table::Bodies, Table::Places, Table::Countries, Table::Offices]);
        lexicon.starts_at(&block.chars, i, BODIES).any(|e| e.at > i + 1)
    }

    /// The name that ends before `j`: as [`Names::at`], with a surname alone allowed.
    pub(super) fn before(
        &self,
        lexicon: &Lexicon,
        block: &Block<'_>,
        j: usize,
        floor: usize,
        taken: &dyn Fn(usize, usize) -> bool,
    ) -> Option<Name> {
        if let Some(name) = self.dotted_before(block, j, floor) {
            return Some(name);
        }
        // 伊丽莎白二世女王
        if block.before(j) == '世' {
            let number = |c: char| "一二三四五六七八九十".contains(c);
            let low = j.saturating_sub(4).max(floor);
            let end = (low..j.saturating_sub(1)).rev().find(|&i| !number(block.get(i))).map(|i| i + 1)?;
            if end + 1 < j && block.before(end) != '世' {
                let name = self.before(lexicon, block, end, floor, taken)?;
                return Some(Name { end: j, weight: name.weight + 4, ..name });
            }
        }
        // 路易十六国王
        if j >= floor + 4 && "一二三四五六七八九".contains(block.before(j)) && block.get(j - 2) == '十'
        {
            let name = self.before(lexicon, block, j - 2, floor, taken).filter(|name| name.full)?;
            return Some(Name { end: j, weight: name.weight + 4, ..name });
        }
        if "为任当是的和与兼叫做及等在由向对于让请到".contains(block.before(j)) {
            return None;
        }
        let mut best: Option<Name> = None;
        let mut offer = |start: usize, inside: i32, full| {
            let dated = matches!(block.get(start), '日' | '月' | '年' | '号' | '时')
                && block.before(start).is_ascii_digit();
            let least = best.map_or(0, |b| b.weight);
            if inside + MOST <= least || dated || taken(start, j) || self.nobody(block, start, j) {
                return;
            }
            let weight = inside + self.ahead(lexicon, block, start);
            if best.is_none_or(|b| weight > b.weight) {
                best = Some(Name { start, end: j, weight, full });
            }
        };
        for start in (j.saturating_sub(6).max(floor)..j).rev() {
            if !is_han(block.get(start)) {
                break;
            }
            self.native(lexicon, block, start, &mut |end, inside, full| {
                if end == j {
                    // A surname alone is no word.
                    let against = if j == start + 1 { 0 } else { self.against(lexicon, block, start, j) };
                    offer(start, inside + against, full);
                }
            });
        }
        let mut sum = -3;
        for start in (j.saturating_sub(FOREIGN).max(floor)..j).rev() {
            let c = block.get(start);
            if !is_han(c) || ENDS.has(c) {
                break;
            }
            sum += self.foreign(c);
            if sum < -12 {
                break;
            }
            if j >= start + 2 {
                let short = if j == start + 2 { -2 } else { 0 };
                offer(start, sum + short + self.against(lexicon, block, start, j), true);
            }
        }
        best
    }

    /// The name of a reign that ends before `j`: 康熙皇帝.
    pub(super) fn reign(&self, lexicon: &Lexicon, block: &Block<'_>, j: usize) -> Option<Name> {
        const SURNAMES: TableSet = TableSet::of(&[Table::Surnames]);
        let mut entries = lexicon.ends_at(&block.chars, j, SURNAMES);
        let reign = entries.find(|e| self.surnames[e.row as usize] == Surname::Reign)?;
        Some(Name { start: reign.at, end: j, weight: 12, full: true })
    }

    /// Offers the readings at `i` that begin with a surname: where each ends, its weight, and whether it is a full name.
    fn native(
        &self,
        lexicon: &Lexicon,
        block: &Block<'_>,
        i: usize,
        offer: &mut dyn FnMut(usize, i32, bool),
    ) {
        const SURNAMES: TableSet = TableSet::of(&[Table::Surnames]);
        if !self.surname_begins.has(block.get(i)) {
            return;
        }
        let surnames = |at| {
            let all = lexicon.starts_at(&block.chars, at, SURNAMES);
            all.map(|e| (e.at, self.surnames[e.row as usize]))
        };
        let parts = |at| surnames(at).filter(|s| s.1 == Surname::Part).map(|s| s.0);
        for third in parts(i).flat_map(|second| parts(second)) {
            offer(third, 14, true);
            parts(third).for_each(|end| offer(end, 18, true));
        }
        // 陈方安生: a wife's surname after her husband's.
        let single = |at: usize| surnames(at).any(|s| s.0 == at + 1 && s.1 != Surname::Verb);
        if is_han(block.get(i + 2)) && is_han(block.get(i + 3)) && single(i) && single(i + 1) {
            offer(i + 4, 4 + self.given(block.get(i + 2)) + self.given(block.get(i + 3)), true);
        }
        for (end, kind) in surnames(i) {
            let (base, most) = match kind {
                Surname::Plain => (4, 2),
                Surname::Word => (3, 2),
                Surname::Verb => (0, 2),
                Surname::Compound => (5, 2),
                Surname::Japanese => (5, 3),
                Surname::Part => (5, 2),
                Surname::Reign => continue,
            };
            let mut sum = base;
            for given in 0..=most {
                let end = end + given;
                if given > 0 {
                    let c = block.get(end - 1);
                    if !is_han(c) || c == '某' {
                        break;
                    }
                    let weight = self.given(c);
                    sum += if kind == Surname::Japanese { weight.max(-2) } else { weight };
                }
                let prior = match (given, kind) {
                    (0, Surname::Japanese | Surname::Compound | Surname::Part) => 0,
                    (0, Surname::Verb) => -2,
                    (0, Surname::Plain) => 3,
                    (0, _) => 0,
                    (1, Surname::Japanese) => 0,
                    (1, _) => -1,
                    (2, _) => 2,
                    _ => 0,
                };
                offer(end, sum + prior, given > 0 || kind == Surname::Part);
            }
        }
    }

    /// A foreign name with middle dots that starts at `i`: 拉·甘地, Ｊ·布莱克, 弗朗茨·约瑟夫一世.
    fn dotted(
        &self,
        lexicon: &Lexicon,
        block: &Block<'_>,
        repeats: &Repeats<'_>,
        i: usize,
        taken: &dyn Fn(usize, usize) -> bool,
    ) -> Option<Name> {
        // Words of the sentence are no part of a name: 递交了本·阿里, 本·阿里和拉·甘地.
        const OTHERS: &str = "的了在是和与及同对向于将说称也还又所着过";
        let mut at = i;
        for part in 0..PARTS {
            let ceiling = at + FOREIGN;
            let mut dot = at;
            while dot < ceiling && (is_han(block.get(dot)) || block.get(dot).is_ascii_alphabetic()) {
                dot += 1;
            }
            let other = self.is_dot(block, dot) && (at..dot).any(|i| OTHERS.contains(block.get(i)));
            if part == 0 && (other || taken(at, dot)) {
                return None;
            }
            if other {
                break;
            }
            if dot == at || !self.is_dot(block, dot) {
                if part == 0 {
                    return None;
                }
                break;
            }
            at = dot + 1;
        }
        if let Some(end) = latin(block, at) {
            return Some(Name { start: i, end, weight: 14, full: true });
        }
        // The last part ends where its characters and what follows say so.
        let (mut readings, mut sum) = (Readings::new(), 0);
        for end in at + 1..=at + FOREIGN + 2 {
            let c = block.get(end - 1);
            if !is_han(c) || end > at + 1 && OTHERS.contains(c) {
                break;
            }
            // 阿不都: the one name spelt with 不.
            let spelt = c == '不' && block.get(end - 2) == '阿';
            sum += if spelt { 3 } else { self.foreign(c).max(-5) };
            if end > at + 1 && self.word_at(lexicon, block, end - 1) && !self.word_at(lexicon, block, end) {
                sum -= 8;
            }
            let weight = sum + self.after(lexicon, block, end);
            readings.add(Name { start: at, end, weight, full: true });
        }
        let end = self.settle(lexicon, block, repeats, at, &readings)?.end;
        Some(Name { start: i, end: ordinal(block, end), weight: 14, full: true })
    }

    /// A foreign name with middle dots that ends before `j`.
    fn dotted_before(&self, block: &Block<'_>, j: usize, floor: usize) -> Option<Name> {
        let part = |c: char| is_han(c) || c.is_ascii_alphabetic();
        let mut at = j;
        let mut dots = 0;
        let mut first_end = j;
        for _ in 0..PARTS {
            let low = at.saturating_sub(FOREIGN).max(floor);
            let mut p = at;
            while p > low && part(block.get(p - 1)) {
                p -= 1;
            }
            if p > floor && p < at && self.is_dot(block, p - 1) {
                dots += 1;
                at = p - 1;
                first_end = at;
            } else {
                break;
            }
        }
        if dots == 0 {
            return None;
        }
        // The first part begins where its characters stop being those of a foreign name.
        let (mut start, mut sum, mut best) = (first_end, 0, i32::MIN);
        let mut p = first_end;
        while p > first_end.saturating_sub(FOREIGN).max(floor) && part(block.get(p - 1)) {
            p -= 1;
            sum += if block.get(p).is_ascii_alphabetic() { 2 } else { self.foreign(block.get(p)) };
            if sum > best {
                best = sum;
                start = p;
            }
        }
        (start < first_end).then_some(Name { start, end: j, weight: 14, full: true })
    }

    /// Whether a name goes on over the character at `i`: a middle dot; or a full stop, hyphen or dash between its parts.
    fn is_dot(&self, block: &Block<'_>, i: usize) -> bool {
        let sound = |c: char| self.foreign(c) > 0;
        let spelt = |c: char| is_han(c) && !"一二三四五六七八九十".contains(c);
        let (before, after) = (block.before(i), block.get(i + 1));
        match block.get(i) {
            '·' => true,
            '.' => (spelt(before) || before.is_ascii_uppercase()) && spelt(after),
            '-' | '—' => sound(before) && sound(after),
            _ => false,
        }
    }

    /// How well a name may end before `end`.
    pub(super) fn after(&self, lexicon: &Lexicon, block: &Block<'_>, end: usize) -> i32 {
        let c = block.get(end);
        if self.is_dot(block, end) {
            return -30;
        }
        match c {
            '\0' | '\n' => return 5,
            ' ' => return 4,
            c if c.is_ascii_digit() => return 4,
            '某' => return -30,
            c if c.is_ascii_alphabetic() => return 1,
            c if !is_han(c) => return 5,
            // 六日, 三十一日
            '一' | '二' | '三' | '四' | '五' | '六' | '七' | '八' | '九' | '十' => {
                let number = |c: char| "一二三四五六七八九十".contains(c);
                let unit = (end + 1..end + 4).find(|&i| !number(block.get(i)));
                if unit.is_some_and(|i| matches!(block.get(i), '日' | '月' | '号' | '时' | '年')) {
                    return 8;
                }
                if self.regnal(lexicon, block, end) > end {
                    return 8;
                }
            }
            _ => {}
        }
        // 彼得一世
        if ordinal(block, end) > end {
            return 8;
        }
        const NEXT: TableSet = TableSet::of(&[
            Table::NameWords,
            Table::Offices,
            Table::Countries,
            Table::Places,
            Table::Bodies,
            Table::Tenures,
        ]);
        lexicon
            .starts_at(&block.chars, end, NEXT)
            .map(|entry| {
                let longer = 2 * (entry.at - end).min(3) as i32 - 2;
                match entry.table {
                    Table::NameWords => match self.words[entry.row as usize].after {
                        // A short word wants something after it, unless it is one of speech: 有、 is the end of a name.
                        Some(_) if entry.at == end + 1 && self.bare(block, end) => -2,
                        Some(w) if w > 0 => w + longer + self.goes_on(lexicon, block, end, entry.at),
                        Some(w) => w,
                        None => -3,
                    },
                    Table::Offices => match self.titles[entry.row as usize] {
                        Some(true) => 6 + longer,
                        Some(false) => 1,
                        None => -3,
                    },
                    Table::Tenures => 1,
                    _ if entry.at - end >= 2 => longer,
                    _ => -3,
                }
            })
            .max()
            .unwrap_or(-3)
    }

    /// The end of a ruler's name with a number that goes without 世: 路易十六. What is counted is no name.
    pub(super) fn regnal(&self, lexicon: &Lexicon, block: &Block<'_>, end: usize) -> usize {
        const WORDS: TableSet = TableSet::of(&[Table::NameWords]);
        let next = end + 2;
        if block.get(end) != '十' || !"一二三四五六七八九".contains(block.get(end + 1)) {
            return end;
        }
        let c = block.get(next);
        let era = c == '时' && matches!(block.get(next + 1), '期' | '代');
        let counted = !era && "日月号年时点分岁天周个人名位次届国多余".contains(c);
        let follows = |e: Entry| self.words[e.row as usize].after >= Some(4);
        let ends = era || !is_han(c) && !c.is_alphanumeric();
        let ends = ends || lexicon.starts_at(&block.chars, next, WORDS).any(follows);
        if ends && !counted { next } else { end }
    }

    /// What speaks against the end of a name by the words that it holds or cuts: 李鸣今天, 李鸣观|看.
    fn cut(&self, lexicon: &Lexicon, block: &Block<'_>, start: usize, end: usize) -> i32 {
        const WORDS: TableSet = TableSet::of(&[Table::NameWords]);
        let word = |i: usize, fits: &dyn Fn(usize) -> bool| {
            i > start
                && self.edges.following.start(block, i)
                && lexicon
                    .starts_at(&block.chars, i, WORDS)
                    .any(|e| fits(e.at) && self.words[e.row as usize].after >= Some(FOLLOWS))
        };
        if end >= 2 && word(end - 2, &|at| at == end) {
            -8
        } else if word(end - 1, &|at| at > end) {
            // 拜登上周: what follows may be a word of its own.
            if self.word_at(lexicon, block, end) { -2 } else { -5 }
        } else {
            0
        }
    }

    /// Whether a word that may follow a name starts at `i`.
    fn word_at(&self, lexicon: &Lexicon, block: &Block<'_>, i: usize) -> bool {
        const WORDS: TableSet = TableSet::of(&[Table::NameWords]);
        let strong = |e: Entry| e.at >= i + 2 && self.words[e.row as usize].after >= Some(FOLLOWS);
        self.edges.following.start(block, i) && lexicon.starts_at(&block.chars, i, WORDS).any(strong)
    }

    /// Whether a country's or place's name stands at `i`.
    fn place_at(&self, lexicon: &Lexicon, block: &Block<'_>, i: usize) -> bool {
        const PLACES: TableSet = TableSet::of(&[Table::Countries, Table::Places]);
        let named = |e: Entry| e.at >= i + 3 || e.at == i + 2 && e.table == Table::Countries;
        self.edges.places.start(block, i) && lexicon.starts_at(&block.chars, i, PLACES).any(named)
    }

    /// What speaks for a word of one character at `i`: another word right after it, as in 为|这次.
    fn goes_on(&self, lexicon: &Lexicon, block: &Block<'_>, i: usize, at: usize) -> i32 {
        const WORDS: TableSet =
            TableSet::of(&[Table::NameWords, Table::Countries, Table::Places, Table::Bodies, Table::Offices]);
        let next = || lexicon.starts_at(&block.chars, at, WORDS).any(|e| e.at > at + 1);
        if at == i + 1 && next() { 3 } else { 0 }
    }

    /// Whether the character at `i` is a word that wants something after it, and has none.
    fn bare(&self, block: &Block<'_>, i: usize) -> bool {
        let next = block.get(i + 1);
        !"说称道等的问答笑一".contains(block.get(i))
            && (matches!(next, '和' | '与' | '及')
                || !is_han(next) && !next.is_ascii_alphanumeric() && !"\"“《(".contains(next))
    }

    /// How well a name may start at `start`.
    fn ahead(&self, lexicon: &Lexicon, block: &Block<'_>, start: usize) -> i32 {
        let c = block.before(start);
        match c {
            '\0' | '\n' => return 5,
            ' ' => return 4,
            '·' => return -30,
            c if c.is_ascii_digit() || c.is_ascii_alphabetic() => return 0,
            c if !is_han(c) => return 5,
            _ => {}
        }
        // 有关局长: a word that reaches over the start; a country does in 日本德仁天皇.
        const OVER: TableSet = TableSet::of(&[Table::NameWords, Table::Countries]);
        let over = (1..=2)
            .filter_map(|k| start.checked_sub(k))
            .filter(|&i| self.edges.words.start(block, i))
            .flat_map(|i| lexicon.starts_at(&block.chars, i, OVER).filter(|e| e.at > start));
        let against = over.filter_map(|e| match e.table {
            Table::NameWords => {
                let word = self.words[e.row as usize];
                (word.after.is_some() || word.not.is_some()).then_some(-6)
            }
            _ => Some(-30),
        });
        if let Some(against) = against.min() {
            return against;
        }
        if matches!(c, '日' | '月' | '年' | '号') && start > 1 && !is_han(block.get(start - 2)) {
            return 5;
        }
        const LAST: TableSet =
            TableSet::of(&[Table::NameWords, Table::Offices, Table::Countries, Table::Places, Table::Bodies]);
        lexicon
            .ends_at(&block.chars, start, LAST)
            .map(|entry| {
                let longer = 2 * (start - entry.at).min(2) as i32 - 2;
                match entry.table {
                    Table::NameWords => self.words[entry.row as usize].before.map_or(-3, |w| w + longer),
                    Table::Offices => 3,
                    _ if start - entry.at >= 2 => 2,
                    _ => -3,
                }
            })
            .max()
            .unwrap_or(if "员长师家者手".contains(c) { 1 } else { -3 })
    }

    /// Whether a reading hides the name: 王某.
    fn nobody(&self, block: &Block<'_>, start: usize, end: usize) -> bool {
        block.chars[start..end].contains(&'某')
    }

    /// How much words that start where a reading `start..end` does speak against it.
    fn against(&self, lexicon: &Lexicon, block: &Block<'_>, start: usize, end: usize) -> i32 {
        const WORDS: TableSet = TableSet::of(&[Table::NameWords, Table::Countries, Table::Places]);
        let against = |entry: Entry| {
            let longer = end > entry.at;
            match entry.table {
                Table::NameWords => {
                    let word = self.words[entry.row as usize];
                    let verb = (entry.at >= start + 2 && word.after >= Some(4)).then_some(-8);
                    (if longer { word.start } else { word.not }).min(verb).or(verb)
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
        lexicon.starts_at(&block.chars, start, WORDS).filter_map(against).min().unwrap_or(0)
    }
}

/// Whether a person surely stands at `start..end`: a phrase begins there, and goes on with what persons do.
fn acts(block: &Block<'_>, start: usize, end: usize) -> bool {
    let is = |word: &&str| word.chars().zip(end..).all(|(c, i)| block.get(i) == c);
    begins(block, start) && !ADVERBS.contains(&block.before(end)) && ACTS.iter().any(is)
}

/// Whether a phrase begins at `i`.
fn begins(block: &Block<'_>, i: usize) -> bool {
    let c = block.before(i);
    !is_han(c) && !c.is_alphanumeric() && c != '·'
}

fn slot(model: &mut [i8], c: char) -> Option<&mut i8> {
    (c as u32).checked_sub(FIRST).and_then(|i| model.get_mut(i as usize))
}

fn weight(model: &[i8], c: char) -> i32 {
    (c as u32).checked_sub(FIRST).and_then(|i| model.get(i as usize)).map_or(-9, |&w| i32::from(w))
}

/// The end of a name with the number of a ruler after it: 一世.
pub(super) fn ordinal(block: &Block<'_>, end: usize) -> usize {
    let number = |c: char| "一二三四五六七八九十".contains(c);
    let mut at = end;
    while at < end + 3 && number(block.get(at)) {
        at += 1;
    }
    if at > end && block.get(at) == '世' { at + 1 } else { end }
}

/// The end of a name in Latin letters at `i`: words that begin with a capital, and particles between them.
fn latin(block: &Block<'_>, i: usize) -> Option<usize> {
    let letter = |c: char| c.is_alphabetic() && !is_han(c);
    if !block.get(i).is_uppercase() || !block.word_starts(i) {
        return None;
    }
    let (mut at, mut end, mut letters) = (i, i, 0);
    for _ in 0..PARTS {
        let first = block.get(at);
        let word = at;
        while at < word + 20 && (letter(block.get(at)) || matches!(block.get(at), '\'' | '-')) {
            at += 1;
        }
        let small: String = block.chars.get(word..at).unwrap_or(&[]).iter().collect();
        if first.is_uppercase() {
            end = at;
            letters += at - word;
        } else if !matches!(
            &*small,
            "al" | "bin" | "van" | "von" | "de" | "der" | "el" | "da" | "di" | "dos" | "la"
        ) {
            break;
        }
        match block.get(at) {
            ' ' | '·' if letter(block.get(at + 1)) => at += 1,
            '.' if at - word == 1 => {
                at += 1;
                if block.get(at) == ' ' {
                    at += 1;
                }
            }
            _ => break,
        }
    }
    (letters >= 3).then_some(end)
}
