//! Numbers with units: what amounts of money and percentages have in common.
//!
//! A hit is a unit word. The number beside it is read, then a number before that makes a range of the two, then the
//! words around say how it is bounded, which way it went and compared with what. Every look to a side is bounded.
//!
//! The search begins at the unit and goes left, where a number may begin anywhere; patterns, which match from their
//! start, would have to be tried at each place. So the order is code here, and words are rows of the languages' tables
//! (units, `cues` and `traps`), save a few that say nothing of a quantity themselves (比, *inte*).

use super::finder::Scope;
use crate::{
    Error, Language,
    claim::disjoint,
    lexicon::{Entry, Form, Lexicon, Row, Table, TableSet},
    number::{Hedge, Number, Style, han, swedish},
    scan::{self, Hit},
    text::{Block, Pairs, is_han, is_letter, is_letter_or_digit},
    value::{Basis, Context, Direction, Modifier},
};
use rust_decimal::Decimal;
use std::{cell::Cell, cmp::Ordering};

/// Characters of a clause that are looked at for what it says of a number.
const CLAUSE: usize = 60;

/// Numbers before the last of a list, at most.
const LIST: usize = 8;

/// What a table says of a unit.
#[derive(Debug)]
pub(super) struct Unit {
    /// Units that mean the same have the same id: a currency's code, a percent unit's name.
    pub(super) id: Box<str>,
    pub(super) factor: Decimal,
    /// The number stands before it, after it.
    before: bool,
    after: bool,
    /// A bit for each [`Flag`].
    flags: u32,
}

/// The flags of unit tables.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Flag {
    Assumed,
    Firm,
    Region,
    Letters,
    Weak,
    Digits,
    Plain,
    Spoken,
    Compound,
    Cent,
    Lira,
    Few,
    Joined,
    Begins,
    Counted,
}

impl Flag {
    fn named(name: &str) -> Option<Self> {
        Some(match name {
            "assumed" => Self::Assumed,
            "firm" => Self::Firm,
            "region" => Self::Region,
            "letters" => Self::Letters,
            "weak" => Self::Weak,
            "digits" => Self::Digits,
            "plain" => Self::Plain,
            "spoken" => Self::Spoken,
            "compound" => Self::Compound,
            "cent" => Self::Cent,
            "lira" => Self::Lira,
            "few" => Self::Few,
            "joined" => Self::Joined,
            "begins" => Self::Begins,
            "counted" => Self::Counted,
            _ => return None,
        })
    }
}

impl Unit {
    pub(super) fn has(&self, flag: Flag) -> bool {
        self.flags & 1 << flag as u32 != 0
    }

    fn same(&self, other: &Self) -> bool {
        self.id == other.id && self.factor == other.factor
    }
}

/// The units of a kind in a language.
#[derive(Debug)]
pub(super) struct Units {
    language: Language,
    table: Table,
    pub(super) rows: Vec<Unit>,
    /// What each row of the table `cues` is.
    cues: Vec<Vec<Cue>>,
    /// What units begin with and end in.
    unit: (Pairs, Pairs),
    /// What those cues begin with that are looked for behind a quantity, and what all end in.
    cue: (Pairs, Pairs),
    /// Neighbours inside traps.
    traps: Pairs,
}

/// The classes of the table `cues`.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Cue {
    Before(Modifier),
    After(Modifier),
    /// Makes a bare multiplier a number: 上亿元.
    Bare(Option<Modifier>),
    Glue,
    Reach,
    Direction(Direction),
    Basis(Basis),
    Minus,
    /// Stands between two numbers; if a word is given, only with that before (*mellan*) or after (之间) both.
    Range(Box<str>),
    From,
    To,
    /// A verb of change that may go either way.
    Change,
    /// A word of paying, before a price; a word that may follow one.
    Pays,
    Closes,
    /// A word of spending, which only money follows.
    Spends,
    /// What a person does: 王三成说. If so marked, shares may do it too (其余三成在家), but do not begin a clause with a
    /// surname.
    Says(bool),
    /// 每
    Per,
    /// Counts something else than money: 3 of 人民币3种.
    Counter,
    /// A part of the main unit behind an amount: 角, *öre*.
    Part(Decimal),
    /// Joins an amount and its parts: *och*.
    And,
    /// Up or down, where something is compared: 比去年高5%.
    Compared(Direction),
    /// The size of a rise or fall, which the noun before it tells apart: 跌幅扩大至5%.
    Size,
    /// Tells that a sentence is about prices; may stand before one in such a sentence: 一斤要三十块.
    Price,
    Leads,
    /// Makes a share with 负 one that is borne: 负三成责任.
    Duty,
    Tail,
    /// An English multiplier.
    Scale(Decimal),
}

/// A number or range with its unit, at characters `start..end`.
#[derive(Debug, Clone)]
pub(super) struct Found {
    pub(super) start: usize,
    pub(super) end: usize,
    /// In the main unit.
    pub(super) low: Decimal,
    pub(super) high: Option<Decimal>,
    /// The row of the unit.
    pub(super) row: usize,
    pub(super) context: Context,
    /// Where the words before it end: its start, or that of the number it changed from.
    lead: usize,
    /// Whether the number is a multiplier with nothing before it.
    bare: bool,
    /// Words stand before the number that make it a change to it, or from it.
    to: bool,
    from: bool,
}

/// One number with its unit.
#[derive(Debug, Clone)]
struct Operand {
    start: usize,
    end: usize,
    number: Number,
    /// Rows of the units before and after it.
    prefix: Option<usize>,
    suffix: Option<usize>,
    /// What stands behind the unit and belongs to the number: 角 and 分, 半 of 两成半.
    rest: Decimal,
}

impl Operand {
    /// The row of the unit that counts: 人民币 of 人民币3亿元.
    fn row(&self) -> usize {
        self.prefix.or(self.suffix).unwrap_or(0)
    }
}

/// What a number before another one makes of both.
enum Left {
    Nothing,
    Range(usize, Decimal, Decimal),
    /// It stands there, and is what the other changed from.
    From(usize, Decimal),
    /// Nobody can say.
    Unclear,
}

impl Units {
    /// Reads the table of the units, whose column `id` names them.
    pub(super) fn new(language: Language, lexicon: &Lexicon, table: Table, id: &str) -> Result<Self, Error> {
        let unit = |row: Row<'_>| {
            let factor = match row.get("factor") {
                "" => Decimal::ONE,
                _ => row.parse("factor")?,
            };
            let flag = |all: u32, name| match Flag::named(name) {
                Some(flag) => Ok(all | 1 << flag as u32),
                None => Err(row.error("flags", format!("no flag `{name}`"))),
            };
            Ok(Unit {
                id: row.get(id).into(),
                factor,
                before: row.get("place") != "after",
                after: matches!(row.get("place"), "after" | "both"),
                flags: row.get("flags").split_whitespace().try_fold(0, flag)?,
            })
        };
        let cues: Vec<_> = lexicon.rows(Table::Cues).iter().map(cues).collect::<Result<_, Error>>()?;
        let behind = |c: &Cue| matches!(c, Cue::Basis(_) | Cue::After(_) | Cue::And);
        let behind = |f: &Form| f.table == Table::Cues && cues[f.row as usize].iter().any(behind);
        let edges = (
            (lexicon.beginnings(|f| f.table == table), lexicon.endings(|f| f.table == table)),
            (lexicon.beginnings(behind), lexicon.endings(|f| f.table == Table::Cues)),
        );
        let mut traps = Pairs::new();
        for form in lexicon.forms().iter().filter(|f| f.table == Table::Traps) {
            lexicon.chars(form).windows(2).for_each(|pair| traps.add(pair.iter().copied()));
        }
        Ok(Self {
            language,
            table,
            rows: lexicon.rows(table).iter().map(unit).collect::<Result<_, Error>>()?,
            cues,
            unit: edges.0,
            cue: edges.1,
            traps,
        })
    }

    /// All quantities of a block, disjoint and in order.
    pub(super) fn find(&self, block: &Block<'_>, hits: &[Hit], scope: &Scope<'_, '_>) -> Vec<Found> {
        let lexicon = scope.lexicon;
        let here = Here { units: self, block, lexicon, cue: Cell::default() };
        let mut found: Vec<Found> = Vec::new();
        let mut last = None;
        let tables = TableSet::of(&[self.table]);
        for &hit in hits {
            let starts = scope.anchors.starts(hit).filter(|&start| here.opens(start));
            let Some((start, entry)) = scan::longest_over(lexicon, block, hit, tables, starts) else {
                continue;
            };
            if last == Some((start, entry.at)) {
                continue;
            }
            last = Some((start, entry.at));
            found.extend(here.quantity(start, entry.at, entry.row as usize));
        }
        if found.is_empty() {
            return found;
        }
        disjoint(&mut found, |f| f.start..f.end, |_| ());
        let lists: Vec<Found> = found.iter().flat_map(|f| here.list(f)).collect();
        if !lists.is_empty() {
            found.extend(lists);
            found.sort_by_key(|f| f.start);
        }
        for quantity in &mut found {
            here.surroundings(quantity);
        }
        here.changes(&mut found);
        found
    }
}

fn cues(row: Row<'_>) -> Result<Vec<Cue>, Error> {
    let value = row.get("value");
    let modifier =
        || Modifier::named(value).ok_or_else(|| row.error("value", format!("no modifier `{value}`")));
    let basis = || Basis::named(value).ok_or_else(|| row.error("value", format!("no basis `{value}`")));
    let class = |class| {
        Ok(match class {
            "before" => Cue::Before(modifier()?),
            "after" => Cue::After(modifier()?),
            "bare" => Cue::Bare(Modifier::named(value)),
            "glue" => Cue::Glue,
            "reach" => Cue::Reach,
            "up" => Cue::Direction(Direction::Up),
            "down" => Cue::Direction(Direction::Down),
            "basis" => Cue::Basis(basis()?),
            "minus" => Cue::Minus,
            "range" => Cue::Range(value.into()),
            "from" => Cue::From,
            "to" => Cue::To,
            "change" => Cue::Change,
            "pays" => Cue::Pays,
            "closes" => Cue::Closes,
            "spends" => Cue::Spends,
            "says" => Cue::Says(value == "clause"),
            "per" => Cue::Per,
            "counter" => Cue::Counter,
            "part" => Cue::Part(row.parse("value")?),
            "and" => Cue::And,
            "duty" => Cue::Duty,
            "more" => Cue::Compared(Direction::Up),
            "less" => Cue::Compared(Direction::Down),
            "size" => Cue::Size,
            "price" => Cue::Price,
            "leads" => Cue::Leads,
            "tail" => Cue::Tail,
            "scale" => Cue::Scale(row.parse("value")?),
            other => return Err(row.error("classes", format!("no class `{other}`"))),
        })
    };
    row.get("classes").split(' ').map(class).collect()
}

/// The place of a search.
struct Here<'a> {
    units: &'a Units,
    block: &'a Block<'a>,
    lexicon: &'a Lexicon,
    /// What [`Here::cues_before`] was asked last and what it said: several ask the same.
    cue: Cell<Option<(usize, Option<Entry>)>>,
}

const CUES: TableSet = TableSet::of(&[Table::Cues]);
const TRAPS: TableSet = TableSet::of(&[Table::Traps]);

impl Here<'_> {
    fn chinese(&self) -> bool {
        self.units.language == Language::Chinese
    }

    fn unit(&self, row: usize) -> Option<&Unit> {
        self.units.rows.get(row)
    }

    fn number(&self, at: usize) -> Option<Number> {
        if self.chinese() {
            han::number(&self.block.chars, at)
        } else {
            swedish::number(&self.block.chars, at)
        }
    }

    fn number_before(&self, end: usize) -> Option<(usize, Number)> {
        let chars = &self.block.chars;
        if self.chinese() { han::before(chars, end) } else { swedish::before(chars, end) }
    }

    /// Back over the spaces that may stand between two words.
    fn back(&self, at: usize) -> usize {
        (0..2).fold(at, |at, _| if matches!(self.block.before(at), ' ' | '\n') { at - 1 } else { at })
    }

    /// On over them.
    fn on(&self, at: usize) -> usize {
        (0..2).fold(at, |at, _| if matches!(self.block.get(at), ' ' | '\n') { at + 1 } else { at })
    }

    /// Whether a form at `start..end` is cut out of a longer Latin word.
    fn whole(&self, start: usize, end: usize) -> bool {
        let letter = |c: char| is_letter(c) && !is_han(c);
        let (first, last) = (self.block.get(start), self.block.before(end));
        !(letter(first) && letter(self.block.before(start)) || letter(last) && letter(self.block.get(end)))
    }

    /// Whether a unit may start at `at`: inside a Swedish word only as part of a compound, after a numeral.
    fn opens(&self, at: usize) -> bool {
        let letter =
            |c: char| if c.is_ascii() { c.is_ascii_alphabetic() } else { is_letter(c) && !is_han(c) };
        let inside = !self.chinese() && letter(self.block.before(at)) && letter(self.block.get(at));
        (!inside || swedish::may_end(&self.block.chars, at)) && self.units.unit.0.start(self.block, at)
    }

    /// The units that end before `at`, shortest first.
    fn units_before(&self, at: usize) -> impl Iterator<Item = Entry> {
        let may = self.units.unit.1.end(self.block, at);
        let place = if may { &self.block.chars[..] } else { &[] };
        self.lexicon.ends_at(place, at, TableSet::of(&[self.units.table]))
    }

    /// What a row of the table of cues is.
    fn cue(&self, entry: Entry) -> &[Cue] {
        self.units.cues.get(entry.row as usize).map_or(&[], Vec::as_slice)
    }

    /// The longest words of the table of cues that end at `at`: where they start, and what they are.
    fn cues_before(&self, at: usize) -> (usize, &[Cue]) {
        let entry = match self.cue.get() {
            Some((asked, entry)) if asked == at => entry,
            _ if !self.units.cue.1.end(self.block, at) => None,
            _ => self
                .lexicon
                .ends_at(&self.block.chars, at, CUES)
                .filter(|e| self.chinese() || self.block.word_starts(e.at))
                .last(),
        };
        self.cue.set(Some((at, entry)));
        entry.map_or((at, &[]), |e| (e.at, self.cue(e)))
    }

    /// The words of the table of cues that start at `at`: where they end, and what they are.
    fn cues_at(&self, at: usize) -> impl Iterator<Item = (usize, &Cue)> {
        let whole = self.chinese() || self.block.word_starts(at);
        let place = if whole { &self.block.chars[..] } else { &[] };
        self.lexicon
            .starts_at(place, at, CUES)
            .filter(|e| self.chinese() || self.block.word_ends(e.at))
            .flat_map(|e| self.cue(e).iter().map(move |c| (e.at, c)))
    }

    /// Of those the ones that stand behind a quantity.
    fn cues_behind(&self, at: usize) -> impl Iterator<Item = (usize, &Cue)> {
        self.cues_at(if self.units.cue.0.start(self.block, at) { at } else { self.block.len() })
    }

    /// The same, where the number may be glued to the word: $3bn.
    fn english(&self, at: usize) -> impl Iterator<Item = (usize, &Cue)> {
        self.lexicon
            .starts_at(&self.block.chars, at, CUES)
            .flat_map(|e| self.cue(e).iter().map(move |c| (e.at, c)))
    }

    /// A quantity whose unit stands at `start..end`.
    fn quantity(&self, start: usize, end: usize, row: usize) -> Option<Found> {
        let unit = self.unit(row)?;
        let signlike = !is_letter_or_digit(self.block.get(start));
        let first = if unit.after && signlike { self.prefixed(start, end, row) } else { None };
        let operand = first
            .or_else(|| self.suffixed(start, end, row))
            .or_else(|| if unit.after && !signlike { self.prefixed(start, end, row) } else { None })?;
        self.complete(operand)
    }

    /// A number before its unit at `start..end`.
    fn suffixed(&self, start: usize, end: usize, row: usize) -> Option<Operand> {
        let unit = self.unit(row).filter(|u| u.before)?;
        let trap = self.trap(start, end);
        if trap == Some("") {
            return None;
        }
        if !self.chinese()
            && let Some(operand) = self.compound(start, end, row)
        {
            return Some(operand);
        }
        if unit.has(Flag::Compound) || unit.has(Flag::Joined) || !self.whole(start, end) {
            return None;
        }
        if self.block.before(end).is_ascii_alphabetic() && self.block.get(end).is_ascii_digit() {
            return None;
        }
        let j = self.back(start);
        // 5亿元(人民币,下同): what stands in brackets says which money, and stays outside.
        let end = (start..end).find(|&i| self.block.get(i) == '(').unwrap_or(end);
        let (at, number) = self.number_before(j).or_else(|| self.colon(j, unit)).or_else(|| {
            han::halved(&self.block.chars, j).filter(|_| self.chinese() && unit.has(Flag::Counted))
        })?;
        let (at, number) = self.earlier(at, number)?;
        if trap.is_some() && !self.bounded(at) {
            return None;
        }
        let mut operand =
            Operand { start: at, end, number, prefix: None, suffix: Some(row), rest: Decimal::ZERO };
        let sure = self.prefix_before(&mut operand);
        let change = self.small_change(&mut operand, unit);
        // 块 counts pieces of all sorts: money only with a digit behind, or after a word of spending.
        let spoken =
            !unit.has(Flag::Spoken) || change || self.closed(end) && self.priced(at, operand.number.low);
        (self.fits(&operand, unit, start, sure) && spoken).then_some(operand)
    }

    /// *12,3 (11,5) miljoner kronor*: the figure of the year before in brackets. The number before them counts.
    fn earlier(&self, at: usize, number: Number) -> Option<(usize, Number)> {
        let close = self.back(at).checked_sub(1).filter(|&k| self.block.get(k) == ')');
        let (Some(close), Style::Bare, false) = (close, number.style, self.chinese()) else {
            return Some((at, number));
        };
        let (open, _) = self.number_before(close)?;
        let open = open.checked_sub(1).filter(|&k| self.block.get(k) == '(')?;
        let (at, first) = self.number_before(self.back(open))?;
        let first = first
            .scaled(number.scale)
            .filter(|_| first.scale == Decimal::ONE && first.hedge == Hedge::None)?;
        Some((at, Number { end: number.end, ..first }))
    }

    /// A unit sign or name before the number of an operand that has one behind: 人民币 of 人民币3亿元.
    fn prefix_before(&self, operand: &mut Operand) -> bool {
        let name = |at: usize| {
            let fits = |e: &Entry| {
                self.unit(e.row as usize).is_some_and(|u| !u.has(Flag::Region)) && self.whole(e.at, at)
            };
            self.units_before(at).filter(fits).last()
        };
        let at = self.back(operand.start);
        // 港币约500万元: the name may stand before a word that bounds the number.
        let (bound, cues) = self.cues_before(at);
        let bounded = cues.iter().any(|c| matches!(c, Cue::Before(_)));
        let near = name(at);
        let Some(entry) = near.or_else(|| if bounded { name(bound) } else { None }) else { return false };
        let (Some(prefix), Some(suffix)) =
            (self.unit(entry.row as usize), operand.suffix.and_then(|s| self.unit(s)))
        else {
            return false;
        };
        let rate = self.rate(entry.at);
        // 日币5000元 is yen; a name that takes no number behind must have a currency of its own.
        if !rate && (suffix.has(Flag::Region) && !prefix.id.is_empty() || prefix.after && prefix.same(suffix))
        {
            if near.is_some() {
                operand.start = entry.at;
            }
            operand.prefix = Some(entry.row as usize);
            return true;
        }
        false
    }

    /// Whether the name of a currency at `at` is the one half of a rate: 每美元8元, 1美元8元.
    fn rate(&self, at: usize) -> bool {
        let before = self.block.before(at);
        before.is_ascii_digit()
            || self.chinese() && han::numeral(before)
            || self.cues_before(at).1.contains(&Cue::Per)
    }

    /// Whether number and unit go together.
    fn fits(&self, operand: &Operand, unit: &Unit, start: usize, sure: bool) -> bool {
        let number = &operand.number;
        let capital = self.block.get(start).is_uppercase();
        let digits = number.style == Style::Digits;
        if number.hedge == Hedge::Vague && !self.magnitude(operand)
            || (unit.has(Flag::Plain) && capital)
            || (!self.chinese() && capital && !digits && !unit.has(Flag::Letters))
            || (unit.has(Flag::Weak) && !sure && number.scale == Decimal::ONE)
            || (unit.has(Flag::Digits) && !digits && number.scale == Decimal::ONE)
        {
            return false;
        }
        if self.chinese() && unit.factor == Decimal::new(1, 2) && self.idle(operand) {
            return false;
        }
        if unit.has(Flag::Few) {
            if self.named(operand) {
                return false;
            }
            let few = Decimal::from(10);
            return number.low <= few
                && number.low > Decimal::ZERO
                && number.high.is_none_or(|h| h <= few)
                && number.scale == Decimal::ONE;
        }
        if number.style == Style::Bare && !sure {
            // 百万元 is a number, 亿元 a class of amounts, unless something says how near it is.
            let two = number.low >= Decimal::from(1_000_000) && number.low != Decimal::from(100_000_000);
            return two || self.bounded(operand.start);
        }
        // 三元 begins names and terms more often than it is money.
        if self.chinese() && unit.has(Flag::Region) && number.style == Style::Words && !sure {
            let single = operand.end - operand.start == 2 && number.low < Decimal::from(10);
            return !single || self.paid(operand.start, operand.end);
        }
        true
    }

    /// Whether a cent stands for any money at all: 没花一分钱, 每一分钱.
    fn idle(&self, operand: &Operand) -> bool {
        let not = |i: &usize| matches!(self.block.get(*i), '不' | '没' | '无' | '未' | '别');
        let (start, end) = (operand.start, operand.end);
        let mut clause = (start.saturating_sub(8)..start).rev().take_while(|&i| !self.breaks(i));
        operand.number.low == Decimal::ONE
            && operand.number.style != Style::Digits
            && (clause.any(|i| not(&i))
                || (end..end + 2).any(|i| not(&i))
                || matches!(self.block.before(start), '每' | '分')
                || matches!(self.block.get(end), '也' | '都' | '一'))
    }

    /// Whether a share is a personal name: a surname stands before it, and the person does something.
    fn named(&self, operand: &Operand) -> bool {
        let surname =
            self.lexicon.ends_at(&self.block.chars, operand.start, TableSet::of(&[Table::Surnames]));
        let sure = |e: &Entry| matches!(self.lexicon.row(*e).get("kind"), "plain" | "compound");
        let Some(surname) = surname.filter(sure).last() else { return false };
        let heads = !is_letter_or_digit(self.block.before(surname.at));
        operand.number.style == Style::Words
            && self.cues_at(operand.end).any(|(_, c)| matches!(c, Cue::Says(clause) if heads || !clause))
    }

    /// Whether a vague number tells how large it is about, and of what: 数百亿元; but not 几元, *några kronor*, bare
    /// *miljoner kronor*, or the 数 of a word that goes before: 总数.
    fn magnitude(&self, operand: &Operand) -> bool {
        let number = &operand.number;
        let owned = self.chinese()
            && self.block.get(operand.start) == '数'
            && self
                .lexicon
                .ends_at(&self.block.chars, operand.start + 1, TRAPS)
                .any(|e| self.lexicon.row(e).get("ok").is_empty());
        self.units.table == Table::Currencies
            && number.style != Style::Bare
            && number.low >= Decimal::TEN
            && !owned
    }

    /// The numbers before the last of a list that has the unit at its end: 80、120、180元, *30, 40 och 50 kronor*. Three
    /// at least, in plain digits, that rise or fall throughout: all else may be numbered points, or several things.
    fn list(&self, last: &Found) -> Vec<Found> {
        let mut items: Vec<Found> = Vec::new();
        let plain = |n: &Number| n.style == Style::Digits && n.hedge == Hedge::None && n.high.is_none();
        if self.separator(last.start, true).is_none() {
            return items;
        }
        let number = self.number(last.start).filter(|n| plain(n) && last.high.is_none());
        let (Some(number), Some(unit)) = (number, self.unit(last.row)) else { return items };
        // 180元5角 ends no list.
        let whole = number.low.checked_mul(unit.factor) == Some(last.low) && last.lead == last.start;
        let factor = number.scale.checked_mul(unit.factor).filter(|_| whole);
        let Some(factor) = factor else { return items };
        let mut at = last.start;
        for k in 0..LIST {
            let Some(end) = self.separator(at, k == 0) else { break };
            let Some((start, n)) = self.number_before(end) else { break };
            let own = !plain(&n) || n.scale != Decimal::ONE;
            let Some(low) = n.low.checked_mul(factor).filter(|_| !own) else { break };
            items.push(Found {
                start,
                end,
                low: low.normalize(),
                context: Context::default(),
                lead: start,
                ..last.clone()
            });
            at = start;
        }
        let rising = items.first().is_some_and(|i| i.low < last.low);
        let mut next = last.low;
        let even = items.iter().all(|i| {
            let goes = if rising { i.low < next } else { i.low > next };
            next = i.low;
            goes
        });
        if items.len() < 2 || !even || self.separator(at, false).is_some() {
            items.clear();
        }
        items
    }

    /// The end of what stands before a separator of a list; before the last number that may be *and*.
    fn separator(&self, at: usize, last: bool) -> Option<usize> {
        let before = |word: &str| {
            let mut left = self.block.chars.get(..at)?.iter();
            let stands = word.chars().rev().all(|w| left.next_back() == Some(&w));
            stands.then_some(left.len())
        };
        // In Swedish a comma alone before the last number makes no list.
        let words: &[&str] = match (self.chinese(), last) {
            (true, true) => &["、", "和", "及"],
            (true, false) => &["、"],
            (false, true) => &[" och ", " eller "],
            (false, false) => &[", "],
        };
        words.iter().find_map(|word| before(word))
    }

    /// Whether a word before `at` makes a bare multiplier a number: 近百亿元, 上亿元.
    fn bounded(&self, at: usize) -> bool {
        let (_, cues) = self.cues_before(self.back(at));
        cues.iter().any(|c| matches!(c, Cue::Before(_) | Cue::Bare(_) | Cue::Direction(_)))
    }

    /// Whether a single Han digit with 元 is money by what stands around it: the end of a clause, or a word of
    /// paying, bounding or counting.
    fn paid(&self, start: usize, end: usize) -> bool {
        let (_, before) = self.cues_before(self.back(start));
        self.closed(end) || before.iter().any(|c| matches!(c, Cue::Before(_) | Cue::Pays))
    }

    /// Whether the words before `at` make what stands there a price: one of spending, or one that may lead to a price in
    /// a sentence about prices or to a great number.
    fn priced(&self, at: usize, amount: Decimal) -> bool {
        let (start, cues) = self.cues_before(self.back(at));
        let led = cues.iter().any(|c| matches!(c, Cue::Before(_) | Cue::Leads));
        let told = |i| self.cues_at(i).any(|(end, c)| end <= start && *c == Cue::Price);
        cues.contains(&Cue::Spends)
            || led && amount >= Decimal::ONE_THOUSAND
            || led && (self.block.sentence_start(start).max(start.saturating_sub(CLAUSE))..start).any(told)
    }

    /// Whether a price may end here: a sign, or a word that follows prices.
    fn closed(&self, end: usize) -> bool {
        !is_letter_or_digit(self.block.get(end)) || self.cues_at(end).any(|(_, c)| matches!(c, Cue::Closes))
    }

    /// Whether the unit at `start..end` begins a word that is none.
    fn trapped(&self, start: usize, end: usize) -> bool {
        self.trap(start, end) == Some("")
    }

    /// The word that the unit at `start..end` begins, by what makes it a unit after all.
    fn trap(&self, start: usize, end: usize) -> Option<&str> {
        if !self.units.traps.may(self.block.before(end), self.block.get(end)) {
            return None;
        }
        let trap = self.lexicon.longest_at(&self.block.chars, start, TRAPS).filter(|e| e.at > end)?;
        Some(self.lexicon.row(trap).get("ok")).filter(|&ok| ok != "ok")
    }

    /// 角 and 分 behind 元, the 五 of 三块五 and 三成五, *och 50 öre*.
    fn small_change(&self, operand: &mut Operand, unit: &Unit) -> bool {
        let chars = &self.block.chars;
        if self.chinese() && unit.has(Flag::Few) {
            if self.block.get(operand.end) == '半' {
                operand.rest = Decimal::from(5);
                operand.end += 1;
            } else if let Some(d) = han::digit(self.block.get(operand.end)).filter(|&d| d > 0) {
                if han::integer(chars, operand.end).is_some_and(|(end, _)| end == operand.end + 1) {
                    operand.rest = d.into();
                    operand.end += 1;
                }
            } else if matches!(self.block.get(operand.end), '多' | '余') {
                operand.number.hedge = Hedge::More;
                operand.end += 1;
            }
            return true;
        }
        let spoken = unit.has(Flag::Spoken);
        if unit.factor != Decimal::ONE && !spoken || operand.number.high.is_some() {
            return false;
        }
        let mut any = false;
        let mut whole = unit.factor;
        while let Some((end, part, value)) = self.part(operand.end).filter(|p| p.1 < whole && p.2 < whole) {
            operand.rest += value;
            operand.end = end;
            whole = part;
            any = true;
        }
        if any && whole > Decimal::new(1, 2) || spoken {
            // 三块五, 三块五毛六
            let five = self.number(operand.end).filter(|n| n.end == operand.end + 1 && self.closed(n.end));
            if let Some(n) = five.filter(|n| n.low < Decimal::from(10) && n.low > Decimal::ZERO) {
                operand.rest += n.low * whole * Decimal::new(1, 1);
                operand.end = n.end;
                any = true;
            }
        }
        any
    }

    /// A number of parts of the main unit behind it: where it ends, what a part is, and the value.
    fn part(&self, at: usize) -> Option<(usize, Decimal, Decimal)> {
        let mut at = self.on(at);
        if !self.chinese() {
            at = self.on(self.cues_behind(at).find(|(_, c)| matches!(c, Cue::And))?.0);
        }
        let number = self.number(at).filter(|n| n.hedge == Hedge::None && n.high.is_none())?;
        let part =
            |(end, cue): (usize, &Cue)| if let Cue::Part(part) = cue { Some((end, *part)) } else { None };
        let (end, part) = self.cues_at(self.on(number.end)).find_map(part)?;
        Some((end, part, number.low.checked_mul(part)?))
    }

    /// *2:30 kronor*: kronor and öre.
    fn colon(&self, end: usize, unit: &Unit) -> Option<(usize, Number)> {
        if self.chinese() || self.units.table != Table::Currencies || unit.factor != Decimal::ONE {
            return None;
        }
        let digit = |back: usize| end.checked_sub(back).and_then(|k| self.block.get(k).to_digit(10));
        let (tens, ones) = (digit(2)?, digit(1)?);
        if self.block.get(end.checked_sub(3)?) != ':' {
            return None;
        }
        let (at, number) = self.number_before(end - 3)?;
        let whole = number.scale == Decimal::ONE && number.low.scale() == 0 && number.style == Style::Digits;
        let low = number.low.checked_add(Decimal::new(i64::from(tens * 10 + ones), 2))?.normalize();
        whole.then_some((at, Number { low, end, ..number }))
    }

    /// *60 000-kronorsböter*, *30-procentig*, *tioprocentig*, *tjugokronorssedel*: a unit inside a compound.
    fn compound(&self, start: usize, end: usize, row: usize) -> Option<Operand> {
        let unit = self.unit(row)?;
        let hyphen = self.block.before(start) == '-';
        if !hyphen && self.block.word_starts(start) {
            return None;
        }
        let mut stop = end;
        while is_letter(self.block.get(stop)) && stop < end + 40 {
            stop += 1;
        }
        // A unit goes on in a compound by its binding -s-: kronors|böter, procents|spärren.
        let binds = self.block.before(end) == 's' || unit.has(Flag::Joined);
        if stop > end && !binds {
            return None;
        }
        if stop == end && !hyphen && !unit.has(Flag::Joined) && self.block.before(start).is_ascii_digit() {
            return None; // 500kr is no compound
        }
        if unit.has(Flag::Compound) {
            let tail = self
                .lexicon
                .starts_at(&self.block.chars, end, CUES)
                .any(|e| e.at == stop && self.cue(e).contains(&Cue::Tail));
            if !tail {
                return None;
            }
        }
        let (at, number) = if hyphen {
            self.number_before(start - 1)?
        } else {
            let mut at = start;
            while at > 0 && start - at < 40 && is_letter(self.block.get(at - 1)) {
                at -= 1;
            }
            let (stop, value) = swedish::cardinal(&self.block.chars, at).filter(|c| c.0 == start)?;
            (at, Number::of(value.into(), stop))
        };
        (number.hedge != Hedge::Vague).then_some(Operand {
            start: at,
            end: stop,
            number,
            prefix: None,
            suffix: Some(row),
            rest: Decimal::ZERO,
        })
    }

    /// A number behind its unit at `start..end`.
    fn prefixed(&self, start: usize, end: usize, row: usize) -> Option<Operand> {
        let unit = self.unit(row).filter(|u| u.after)?;
        let letter = |c: char| is_letter(c) && !is_han(c);
        if letter(self.block.get(start))
            && (letter(self.block.before(start)) || self.block.before(start).is_ascii_digit())
        {
            return None;
        }
        // 百万分之三 is no 万分之三.
        if self.chinese() && !unit.before && han::numeral(self.block.before(start)) {
            return None;
        }
        if unit.before && is_letter(self.block.get(start)) && self.rate(start) {
            return None;
        }
        let at = if self.block.get(end) == ' ' { end + 1 } else { end };
        let number = self.number(at).filter(|n| n.hedge != Hedge::Vague)?;
        let mut operand =
            Operand { start, end: number.end, number, prefix: Some(row), suffix: None, rest: Decimal::ZERO };
        if unit.before {
            let next = self.on(number.end);
            let suffix = self
                .lexicon
                .longest_at(&self.block.chars, next, TableSet::of(&[self.units.table]))
                .filter(|e| self.unit(e.row as usize).is_some_and(|u| u.before) && self.whole(next, e.at));
            if let Some(entry) = suffix {
                let other = self.unit(entry.row as usize)?;
                if !(other.has(Flag::Region) || other.same(unit)) || self.trapped(next, entry.at) {
                    return None;
                }
                operand.end = entry.at;
                operand.suffix = Some(entry.row as usize);
                if other.has(Flag::Region) {
                    self.small_change(&mut operand, other);
                }
                return Some(operand);
            }
            // $3 million, €2bn
            let scale = |(end, cue): (usize, &Cue)| match cue {
                Cue::Scale(scale) if !self.block.get(end).is_ascii_alphanumeric() => Some((end, *scale)),
                _ => None,
            };
            if number.scale == Decimal::ONE
                && let Some((end, scale)) =
                    [next, number.end].into_iter().find_map(|at| self.english(at).find_map(scale))
            {
                operand.number = number.scaled(scale)?;
                operand.end = end;
                return Some(operand);
            }
            // A name before a number may belong to something else: 人民币3种; a sign may not.
            let counter = self.cues_at(number.end).any(|(_, c)| matches!(c, Cue::Counter));
            let named = is_letter(self.block.get(start)) && is_han(self.block.get(start));
            if named && (counter || number.style == Style::Bare) {
                return None;
            }
            if letter(self.block.get(number.end)) {
                return None;
            }
        }
        Some(operand)
    }

    /// An operand with what stands before it: another number, a sign.
    fn complete(&self, operand: Operand) -> Option<Found> {
        let row = operand.row();
        let factor = match operand.suffix.and_then(|s| self.unit(s)) {
            Some(suffix) => suffix.factor,
            None => self.unit(row)?.factor,
        };
        let value = |v: Decimal| v.checked_mul(factor)?.checked_add(operand.rest).map(|v| v.normalize());
        let mut found = Found {
            start: operand.start,
            end: operand.end,
            low: value(operand.number.low)?,
            high: match operand.number.high {
                Some(high) => Some(value(high)?),
                None => None,
            },
            row,
            context: Context::default(),
            lead: operand.start,
            bare: operand.number.style == Style::Bare,
            to: false,
            from: false,
        };
        match operand.number.hedge {
            Hedge::More => found.context.modifier = Some(Modifier::MoreThan),
            Hedge::About => found.context.modifier = Some(Modifier::Approx),
            Hedge::Vague => found.context.modifier = Some(Modifier::Vague),
            Hedge::None => {}
        }
        match self.left(&operand)? {
            Left::Unclear => return None,
            Left::Range(start, low, high) => {
                found.start = start;
                found.lead = start;
                found.low = value(low)?;
                found.high = Some(value(high)?);
            }
            Left::From(start, from) => {
                found.lead = start;
                found.context.from = Some(value(from)?);
                found.to = true;
            }
            Left::Nothing => {
                // $3-5亿: the second number has no sign of its own.
                if operand.suffix.is_none()
                    && let Some((end, low, high)) = self.right(&operand)
                {
                    found.end = end;
                    found.low = value(low)?;
                    found.high = Some(value(high)?);
                }
                self.sign(&mut found);
            }
        }
        Some(found)
    }

    /// A minus before a number, written or spoken.
    fn sign(&self, found: &mut Found) {
        let before = self.block.before(found.start);
        if before == '-' {
            let lead = self.block.before(found.start - 1);
            let clear = if self.chinese() {
                !is_letter_or_digit(lead) || is_han(lead)
            } else {
                matches!(lead, ' ' | '(')
            };
            if clear && found.high.is_none() && lead != '-' {
                found.low = -found.low;
                found.start -= 1;
            }
            return;
        }
        let (at, cues) = self.cues_before(self.back(found.start));
        if !cues.contains(&Cue::Minus) || found.high.is_some() {
            return;
        }
        // 负 begins numbers after 为 and the like only: 减负 and 背负 are verbs; and it bears responsibilities.
        let lead = self.cues_before(self.back(at)).1;
        let told = !self.chinese()
            || !is_han(self.block.before(at))
            || lead.iter().any(|c| matches!(c, Cue::Glue | Cue::To));
        let duty = (found.end..found.end + 3).any(|i| self.cues_at(i).any(|(_, c)| matches!(c, Cue::Duty)));
        if told && !duty && self.block.get(at) != '-' {
            found.low = -found.low;
            found.start = at;
        }
    }

    /// What stands before an operand: the first number of a range.
    fn left(&self, operand: &Operand) -> Option<Left> {
        if operand.number.hedge == Hedge::Vague {
            return Some(Left::Nothing);
        }
        if let Some(left) = self.enumerated(operand) {
            return Some(left);
        }
        let (at, cues) = self.cues_before(self.back(operand.start));
        let Some(bracket) =
            cues.iter().find_map(|c| if let Cue::Range(word) = c { Some(word) } else { None })
        else {
            return Some(Left::Nothing);
        };
        let sign = self.block.get(at);
        let dash = matches!(sign, '-' | '~' | '—');
        let m = self.back(at);
        if dash && (m < at) != (self.back(operand.start) < operand.start) {
            return Some(Left::Nothing); // a dash of the sentence
        }
        // The first number may have a unit of its own: the same.
        let unit = self.unit(operand.row())?;
        let entry = self
            .units_before(m)
            .filter(|e| self.unit(e.row as usize).is_some_and(|u| u.before) && self.whole(e.at, m))
            .last();
        let (end, own) = match entry {
            Some(entry) => {
                let other = self.unit(entry.row as usize)?;
                let suffix = operand.suffix.and_then(|s| self.unit(s));
                if !other.same(unit) && !suffix.is_some_and(|s| s.same(other)) {
                    return Some(Left::Nothing);
                }
                (self.back(entry.at), true)
            }
            None => (m, false),
        };
        let Some((mut start, first)) = self.number_before(end) else { return Some(Left::Nothing) };
        let mut prefixed = false;
        if operand.prefix.is_some() || own {
            let p = self.back(start);
            let sign = self
                .units_before(p)
                .filter(|e| self.unit(e.row as usize).is_some_and(|u| u.after && u.id == unit.id))
                .last();
            if let Some(entry) = sign {
                start = entry.at;
                prefixed = true;
            }
        }
        // 3-$5
        if operand.prefix.is_some() && operand.suffix.is_none() && !prefixed {
            return Some(Left::Nothing);
        }
        if first.hedge == Hedge::Vague
            || first.style == Style::Bare && !own
            || first.style == Style::Article && !own && dash
        {
            return Some(Left::Nothing);
        }
        if dash && self.block.before(start) == '-' && self.block.before(start - 1).is_ascii_digit() {
            return Some(Left::Unclear); // 1-2-3
        }
        if !bracket.is_empty() && !self.bracketed(bracket, start, operand.end) {
            return Some(Left::Nothing);
        }
        // *uppgick 2024 till 98 miljoner kronor*: when, and how much.
        if !dash && !own && !prefixed && self.dated(start, &first, &operand.number) {
            return Some(Left::Nothing);
        }
        let pair = if own || prefixed {
            Some((first.low, operand.number.high.unwrap_or(operand.number.low)))
        } else {
            shared(&first, &operand.number).filter(|_| !(dash && hundreds(&first, &operand.number)))
        };
        let (_, before) = self.cues_before(self.back(start));
        let from = before.contains(&Cue::From);
        // *steg med 2 kronor till 50 kronor*, 涨2元至50元: a change and where it led.
        let step = before.contains(&Cue::Reach) && !from
            || before.iter().any(|c| matches!(c, Cue::Direction(_)))
                && pair.is_some_and(|(low, high)| low.checked_mul(Decimal::from(3)).is_none_or(|l| l < high));
        if own && !dash && step && bracket.is_empty() {
            return Some(Left::Nothing);
        }
        Some(match pair {
            Some((low, high)) if low < high => {
                if from && !dash && self.moves(start) {
                    if own || prefixed { Left::Nothing } else { Left::From(start, low) }
                } else {
                    Left::Range(start, low, high)
                }
            }
            Some((low, high)) if from && !dash && high < low && !own && !prefixed => Left::From(start, low),
            _ if own || prefixed || !dash => Left::Nothing,
            _ => Left::Unclear,
        })
    }

    /// Whether the first number of what looks like a range is a year: it is written as one, and no start of that range.
    fn dated(&self, start: usize, first: &Number, second: &Number) -> bool {
        let year = first.end == start + 4
            && (start..first.end).all(|i| self.block.get(i).is_ascii_digit())
            && (Decimal::from(1900)..Decimal::from(2100)).contains(&first.low)
            && !(first.low % Decimal::from(100)).is_zero();
        let shared = first.scaled(second.scale).is_some_and(|n| n.low < second.low);
        let near = first.low.checked_mul(Decimal::from(3)).is_some_and(|n| n > second.low);
        let starts = near || second.scale > Decimal::ONE && shared;
        year && !self.chinese() && !starts
    }

    /// *två, tre miljoner*: two numerals in a row are one or the other.
    fn enumerated(&self, operand: &Operand) -> Option<Left> {
        let comma = self.back(operand.start).checked_sub(1).filter(|&at| self.block.get(at) == ',')?;
        let second = &operand.number;
        if self.chinese() || second.style != Style::Words {
            return None;
        }
        let (start, first) = self.number_before(comma)?;
        let next = first.low.checked_add(Decimal::ONE)?.checked_mul(second.scale)? == second.low;
        let plain = matches!(first.style, Style::Words | Style::Article) && first.scale == Decimal::ONE;
        (plain && next && first.hedge == Hedge::None).then_some(Left::Range(
            start,
            first.scaled(second.scale)?.low,
            second.low,
        ))
    }

    /// Whether the sentence before `at` speaks of a change: *höjs med en procentenhet, från 3 till 4 procent*.
    fn moves(&self, at: usize) -> bool {
        let mut floor = at;
        while floor > at.saturating_sub(CLAUSE)
            && (self.block.get(floor - 1) == ',' || !self.breaks(floor - 1))
        {
            floor -= 1;
        }
        let change = |c: &Cue| matches!(c, Cue::Direction(_) | Cue::Change);
        (floor..at).any(|i| self.cues_at(i).any(|(end, c)| end <= at && change(c)))
    }

    /// Whether the word that must stand with two numbers does: *mellan* before, 之间 after.
    fn bracketed(&self, word: &str, start: usize, end: usize) -> bool {
        let word: Vec<char> = word.chars().collect();
        if self.chinese() {
            let at = self.on(end);
            return self.block.chars.get(at..at + word.len()) == Some(&word[..]);
        }
        let at = self.back(start);
        let place = at.checked_sub(word.len()).and_then(|from| self.block.chars.get(from..at));
        place.is_some_and(|p| p.iter().zip(&word).all(|(&c, &w)| crate::text::lower(c) == w))
            && self.block.word_starts(at - word.len())
    }

    /// The second number of a range after an operand that has its sign before it.
    fn right(&self, operand: &Operand) -> Option<(usize, Decimal, Decimal)> {
        let plain = |c: &Cue| matches!(c, Cue::Range(word) if word.is_empty());
        let (at, _) = self.cues_at(operand.end).filter(|(_, c)| plain(c)).last()?;
        if !self.chinese() && is_letter(self.block.get(operand.end)) {
            return None;
        }
        let second = self.number(at).filter(|n| n.hedge != Hedge::Vague && n.high.is_none())?;
        let counter = self.cues_at(second.end).any(|(_, c)| matches!(c, Cue::Counter));
        if counter || self.block.get(second.end).is_ascii_alphanumeric() {
            return None;
        }
        let (low, high) = shared(&operand.number, &second).filter(|_| !hundreds(&operand.number, &second))?;
        (low < high).then_some((second.end, low, high))
    }

    /// The first character of the clause that `at` stands in, at most [`CLAUSE`] back.
    fn clause_start(&self, at: usize) -> usize {
        let floor = at.saturating_sub(CLAUSE);
        let mut start = at;
        while start > floor && !self.breaks(start - 1) {
            start -= 1;
        }
        start
    }

    /// Whether a clause ends at a character.
    fn breaks(&self, at: usize) -> bool {
        match self.block.get(at) {
            ',' | '.' => !(self.block.before(at).is_ascii_digit() && self.block.get(at + 1).is_ascii_digit()),
            ';' | ':' | '。' | '!' | '?' | '(' | ')' | '"' | '\n' | '\0' => true,
            _ => false,
        }
    }

    /// Reads the words around a quantity.
    fn surroundings(&self, found: &mut Found) {
        let mut at = found.lead.min(found.start);
        let (mut reach, mut size) = (false, false);
        let mut compared = at;
        for _ in 0..6 {
            at = self.points(at);
            let (start, cues) = self.cues_before(self.back(at));
            if start == self.back(at) {
                break;
            }
            let mut known = false;
            for cue in cues {
                match cue {
                    Cue::Before(modifier) if found.context.direction.is_none() => {
                        if found.context.modifier.is_none() {
                            compared = start;
                        }
                        found.context.modifier.get_or_insert(*modifier);
                        known = true;
                    }
                    Cue::Bare(Some(modifier)) if found.bare => {
                        found.context.modifier.get_or_insert(*modifier);
                    }
                    Cue::Glue => known = true,
                    Cue::Reach => {
                        reach = true;
                        known = true;
                    }
                    Cue::Direction(direction) if found.context.direction.is_none() => {
                        found.context.direction = Some(*direction);
                        known = true;
                    }
                    Cue::Direction(direction) if size => found.context.direction = Some(*direction),
                    Cue::Compared(direction) if found.context.direction.is_none() && self.compared(start) => {
                        found.context.direction = Some(*direction);
                        known = true;
                    }
                    Cue::Basis(basis) => {
                        found.context.basis.get_or_insert(*basis);
                        known = true;
                    }
                    Cue::From => {
                        found.from = true;
                        known = true;
                    }
                    _ => {}
                }
                if *cue == Cue::To {
                    found.to = true;
                    known = true;
                }
            }
            if !known {
                break;
            }
            size = cues.contains(&Cue::Size) || size && cues.contains(&Cue::Glue);
            at = start;
        }
        if let Some(bound @ (Modifier::MoreThan | Modifier::LessThan)) = found.context.modifier
            && !self.chinese()
            && self.negated(compared)
        {
            found.context.modifier =
                Some(if bound == Modifier::MoreThan { Modifier::AtMost } else { Modifier::AtLeast });
        }
        if reach && found.context.direction.is_none() {
            found.context.direction = self.verb(self.clause_start(at), at);
        }
        if found.context.basis.is_none() && found.context.direction.is_some() {
            found.context.basis = self.basis(self.clause_start(at)..at);
        }
        let end = self.on(found.end);
        for (behind, cue) in self.cues_behind(end) {
            // 五千元不到 bounds what goes before, 五千元不到三天 does not.
            let open = matches!(cue, Cue::After(Modifier::LessThan)) && !self.closed(behind);
            if let Cue::After(modifier) = cue
                && found.context.modifier != Some(Modifier::Vague)
                && !open
            {
                found.context.modifier = Some(*modifier);
            }
        }
        if !self.chinese() && found.context.basis.is_none() {
            let clause = (found.end..found.end + CLAUSE)
                .take_while(|&i| !self.breaks(i) && !self.block.get(i).is_ascii_digit());
            found.context.basis = self.basis(clause);
        }
    }

    /// Back over the points of an index that stand beside the same change as a percentage: 跌421点或1.73%.
    fn points(&self, at: usize) -> usize {
        let before = |c: char| {
            at.checked_sub(2).is_some_and(|p| self.block.get(p) == '点' && self.block.get(p + 1) == c)
        };
        if self.units.table != Table::Percents || !(before('或') || before('(')) {
            return at;
        }
        self.number_before(at - 2).map_or(at, |(start, _)| start)
    }

    /// Whether the clause before `at` compares: 比, 较.
    fn compared(&self, at: usize) -> bool {
        (self.clause_start(at)..at).any(|i| {
            let next = self.block.get(i + 1);
            match self.block.get(i) {
                '比' => !matches!(next, '例' | '重' | '率' | '赛' | '分' | '值' | '特' | '利'),
                '较' => !matches!(next, '为' | '大' | '小' | '高' | '低' | '多' | '少' | '快' | '好' | '强'),
                _ => false,
            }
        })
    }

    /// Whether a comparison in words (*mer än*, *över*) that starts at `at` is denied, one or two words before: *aldrig
    /// betala mer än*. Other hedges (*nästan*) only blur, denied or not.
    fn negated(&self, at: usize) -> bool {
        /// Characters of a word at most.
        const WORD: usize = 24;
        let stands =
            |place: usize, word: &str| word.chars().enumerate().all(|(i, c)| self.block.get(place + i) == c);
        let word: String =
            (at..at + WORD).map(|i| self.block.get(i)).take_while(|c| c.is_alphabetic()).collect();
        if !matches!(
            &*word,
            "mer" | "mera" | "fler" | "mindre" | "färre" | "över" | "under" | "högre" | "lägre"
        ) {
            return false;
        }
        let mut place = at;
        for _ in 0..3 {
            let end = self.back(place);
            let mut start = end;
            while start > 0 && end - start < WORD && self.block.get(start - 1).is_alphabetic() {
                start -= 1;
            }
            if start == end || end == place {
                return false;
            }
            if ["inte ", "aldrig ", "ej ", "icke ", "knappast "].iter().any(|w| stands(start, w)) {
                return true;
            }
            if ["att ", "om ", "som ", "och ", "utan ", "bara ", "enbart ", "endast ", "sällan ", "minst "]
                .iter()
                .any(|w| stands(start, w))
            {
                return false;
            }
            place = start;
        }
        false
    }

    /// The nearest verb or noun of change in `floor..at`, if no other one says the contrary.
    fn verb(&self, floor: usize, at: usize) -> Option<Direction> {
        let mut seen = None;
        for i in (floor..at).rev() {
            if self.block.get(i).is_ascii_digit() {
                break;
            }
            for (end, cue) in self.cues_at(i) {
                if let Cue::Direction(direction) = cue
                    && end <= at
                {
                    if seen.is_some_and(|s| s != *direction) {
                        return None;
                    }
                    seen = Some(*direction);
                }
            }
        }
        seen
    }

    /// The basis of comparison named last at some places in order.
    fn basis(&self, places: impl Iterator<Item = usize>) -> Option<Basis> {
        let basis = |(_, cue): (usize, &Cue)| if let Cue::Basis(basis) = cue { Some(*basis) } else { None };
        let may = |&i: &usize| {
            (self.chinese() || self.block.word_starts(i)) && self.units.cue.0.start(self.block, i)
        };
        places.filter(may).filter_map(|i| self.cues_at(i).find_map(basis)).last()
    }

    /// Links neighbours of which one is what the other changed from: 从3%提高到3.5%, *till 5 procent, från 3 procent*.
    fn changes(&self, found: &mut [Found]) {
        for i in 1..found.len() {
            let (head, tail) = found.split_at_mut(i);
            let (Some(a), Some(b)) = (head.last_mut(), tail.first_mut()) else { continue };
            let same = self.unit(a.row).zip(self.unit(b.row)).is_some_and(|(a, b)| a.id == b.id);
            if !same
                || b.start < a.end
                || b.start - a.end > CLAUSE / 2
                || a.high.is_some()
                || b.high.is_some()
            {
                continue;
            }
            let till = |f: &Found| f.to || self.cues_before(self.back(f.start)).1.contains(&Cue::To);
            let apart = (a.end..b.start).any(|k| self.breaks(k) && self.block.get(k) != ',');
            let comma = (a.end..b.start).filter(|&k| self.block.get(k) == ',').count();
            if apart {
                continue;
            }
            // 由去年同期的3%升至4%
            let far = |a: &Found| {
                self.chinese()
                    && (a.start.saturating_sub(14)..a.start)
                        .rev()
                        .take_while(|&k| !self.breaks(k))
                        .any(|k| self.cues_at(k).any(|(_, c)| matches!(c, Cue::From)))
            };
            if comma == 0 && b.context.from.is_none() && till(b) && (a.from || far(a)) {
                b.context.from = Some(a.low);
                // The verb before both says where it went, not where it was.
                b.context.direction = b.context.direction.or(a.context.direction.take());
            } else if till(a) && b.from && !self.chinese() && a.context.from.is_none() && !a.from {
                a.context.from = Some(b.low);
                b.context.direction = None;
            }
        }
        for quantity in found.iter_mut() {
            // The verb says where it went, not where it was.
            if quantity.from && !quantity.to {
                quantity.context.direction = None;
            }
            if let Some(from) = quantity.context.from {
                let way = match quantity.low.cmp(&from) {
                    Ordering::Less => Some(Direction::Down),
                    Ordering::Equal => None,
                    Ordering::Greater => Some(Direction::Up),
                };
                quantity.context.direction = quantity.context.direction.or(way);
            }
        }
        // 增长5%、3%和2%: one verb for all.
        for i in 1..found.len() {
            let (head, tail) = found.split_at_mut(i);
            let (Some(a), Some(b)) = (head.last(), tail.first_mut()) else { continue };
            let listed = b.start == a.end + 1 && matches!(self.block.get(a.end), '、' | '和' | '与' | '及');
            if listed && a.context.direction.is_some() && b.context.direction.is_none() {
                b.context.direction = a.context.direction;
                b.context.basis = b.context.basis.or(a.context.basis);
            }
        }
    }
}

/// Two numbers of which the first may share the multiplier of the second; none where that cannot be told.
fn shared(first: &Number, second: &Number) -> Option<(Decimal, Decimal)> {
    let high = second.high.unwrap_or(second.low);
    let small = Decimal::from(10);
    if first.scale == Decimal::ONE && second.scale > Decimal::ONE {
        // 30 till 50 miljoner, 两到三千万
        if let Some(low) = first.scaled(second.scale).filter(|n| n.low < high) {
            return lone(first, second, low.low, high);
        }
        // 500 000 till 2 miljoner; but not 900 till 1,2 miljoner.
        return (first.low >= Decimal::from(1000) && first.low < high).then_some((first.low, high));
    }
    if first.scale == Decimal::ONE
        && second.unit > Decimal::ONE
        && first.low < small
        && first.style == second.style
    {
        let low = first.low.checked_mul(second.unit)?;
        return Some((if low < high { low } else { first.low }, high));
    }
    Some((first.low, high))
}

/// 5–600 is written for 500–600 and for 5–600.
fn hundreds(first: &Number, second: &Number) -> bool {
    let hundred = Decimal::from(100);
    first.style == Style::Digits
        && second.style == Style::Digits
        && second.scale == Decimal::ONE
        && first.low < Decimal::from(10)
        && second.low >= hundred
        && (second.low % hundred).is_zero()
}

/// The hundred or thousand that two numerals share beside 万 and 亿: 三至五百万.
fn lone(first: &Number, second: &Number, low: Decimal, high: Decimal) -> Option<(Decimal, Decimal)> {
    let small = first.low < Decimal::from(10) && first.unit == Decimal::ONE && first.style == second.style;
    if small && second.unit > Decimal::ONE {
        let shared = low.checked_mul(second.unit)?;
        if shared < high {
            return Some((shared, high));
        }
    }
    Some((low, high))
}
