//! The slots of date patterns: what a slot catches, and how a language says what it reads.

use super::{DateTables, Rel, Text, grammar::DateWord};
use crate::{
    lexicon::{Lexicon, Table, TableSet},
    number::characters::Sign,
    text::Block,
    value::{Clock, DateModifier, PartOfDay, Season, TimeUnit},
};
use std::borrow::Cow;

/// Declares the slots of date patterns.
macro_rules! slots {
    ($($(#[$doc:meta])* $slot:ident $name:literal),* $(,)?) => {
        /// A slot of a date pattern.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub(crate) enum Slot { $($(#[$doc])* $slot),* }

        impl Slot {
            /// The names of the slots in patterns, by number.
            pub(crate) const NAMES: &'static [&'static str] = &[$($name),*];
            pub(super) const ALL: &'static [Slot] = &[$(Slot::$slot),*];
        }
    };
}

slots! {
    /// A year in full.
    Year "year",
    /// A year in full of one to four digits, where the words around leave no doubt that it is one.
    AnyYear "anyyear",
    /// A year of two digits.
    ShortYear "yy",
    /// 1 to 12.
    Month "month",
    /// A month written short.
    ShortMonth "mon",
    /// 1 to 31.
    Day "day",
    /// The same without its sign, where what follows leaves no doubt: 3月22到任.
    LoneDay "loneday",
    /// The same in brackets behind a day, with its sign or without: 昨(18)日.
    InDay "inday",
    /// A day of the week.
    Weekday "weekday",
    /// Words of `relative`, by what they count.
    RelDay "relday",
    RelWeek "relweek",
    RelMonth "relmonth",
    RelYear "relyear",
    RelQuarter "relquarter",
    RelCentury "relcentury",
    RelSeason "relseason",
    /// The last character of a weekday after a week.
    DayOfWeek "dow",
    /// 1 to 53.
    Week "week",
    /// 1 to 4.
    Quarter "quarter",
    /// 1 or 2.
    Half "half",
    /// So many months, or quarters, from the first of the year.
    FirstMonths "months",
    FirstQuarters "quarters",
    Season "season",
    Holiday "holiday",
    Position "position",
    /// An era, and the year of it.
    Era "era",
    EraYear "n",
    /// A decade, whose century may be unsaid.
    Decade "decade",
    Century "century",
    Part "part",
    Clock "clock",
    /// Month and day in figures, with the year or without.
    Numeric "numeric",
    /// Two years in turn written short (2011/12): the second.
    NextYear "nextyear",
    /// A plan period: its first year.
    Plan "plan",
    /// Two days or years in one word (今明两年): how far away the first is.
    BothDays "bothdays",
    BothYears "bothyears",
    /// Lunar month and day.
    Lunar "lunar",
    /// A length of time before now, or after it: the number and its unit, 三年 of 三年前.
    Ago "ago",
    Ahead "ahead",
    /// A length of time after the year that was last told of: *två år* of *två år senare*.
    Later "later",
    /// Which of the weekdays of a month: *första*, 最后一个.
    Nth "nth",
    /// Which day, week or weekend of a month.
    NthDay "nthday",
    NthWeek "nthweek",
    NthWeekend "nthweekend",
    /// So many of the last months or quarters of a year.
    LastMonths "lastmonths",
    LastQuarters "lastquarters",
    /// The first or last days of a month, or its half: 前15天, 上半月.
    Days "days",
    /// The half of the month of the reference date: 上半月.
    HalfMonth "halfmonth",
    /// A word for the year of the reference date that is no date alone: *årets*.
    ThisYear "thisyear",
    /// The sign of a range.
    To "to",
    /// The sign of a list.
    And "and",
}

/// How a day of the week is to be counted from the reference date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum WeekdayForm {
    /// That of the week, Monday to Sunday, that the reference date is in.
    ThisWeek,
    /// The last one before the reference date.
    Before,
    /// The last one, which may be the reference date itself.
    OnOrBefore,
    /// The first one after the reference date.
    After,
}

/// The month of a lunar day that names none: that of the day before it in the range, or else the first of the year.
pub(crate) const SAME_MONTH: i8 = 0;
pub(crate) const FIRST_MONTH: i8 = -1;

/// What a slot caught.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Caught {
    Year(i16),
    /// Written with two digits; the year meant.
    ShortYear(i16),
    Month(i8),
    Day(i8),
    /// Monday is 1.
    Weekday {
        day: i8,
        form: WeekdayForm,
        part: Option<PartOfDay>,
    },
    /// A row of `relative`.
    Relative(u32),
    Week(i8),
    Quarter(i8),
    Half(i8),
    /// So many months, or quarters, from the first of the year.
    FirstMonths(i8),
    FirstQuarters(i8),
    Season(Season),
    /// A row of `holidays`.
    Holiday(u32),
    Position(DateModifier),
    /// The first year of an era.
    Era(i16),
    /// The year of an era, counted from 1.
    EraYear(i16),
    /// The first year, or less than a hundred where the century is unsaid.
    Decade(i16),
    /// The first year.
    Century(i16),
    Part(PartOfDay),
    /// A time, and the one that it ends at.
    Clock(Option<Clock>, Option<Clock>),
    Ymd {
        year: Option<i16>,
        month: i8,
        day: i8,
    },
    /// The last of several years.
    LastYear(i16),
    /// The first of five years.
    Plan(i16),
    /// Days, or years, from now to the first of two.
    BothDays(i32),
    BothYears(i16),
    Lunar {
        month: i8,
        day: i8,
    },
    Offset(Offset),
    /// Which weekday of a month, from 1, or from its end from -1.
    Nth(i8),
    NthWeek(i8),
    NthWeekend(i8),
    LastMonths(i8),
    LastQuarters(i8),
    /// From one day of a month to another, those of its end counted from -1.
    Days(i8, i8),
    /// The same of the month of the reference date.
    HalfMonth(i8, i8),
    ThisYear,
    To,
    And,
}

/// A length of time counted from some time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Offset {
    pub(crate) unit: TimeUnit,
    /// Half units; less than nothing if it lies before.
    pub(crate) halves: i32,
    pub(crate) from: Base,
}

/// What an offset is counted from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Base {
    /// The time of writing.
    Now,
    /// The year that the sentence tells of; without one it is no date.
    Told,
}

/// Ends and values of a slot at a place.
pub(crate) type SlotMatches = Vec<(usize, Caught)>;

/// Where a slot is read.
#[derive(Debug, Clone, Copy)]
pub(crate) struct SlotInput<'a> {
    pub(crate) reader: &'a SlotReader,
    pub(crate) tables: &'a DateTables,
    pub(crate) text: Text<'a>,
    pub(crate) at: usize,
}

impl<'a> SlotInput<'a> {
    pub(crate) fn block(&self) -> &'a Block<'a> {
        self.text.block
    }
}

/// The numerals of one character each that a slot may begin with, by what the table of numerals says of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum NumeralSet {
    None,
    /// Digits from one to six, as days of the week have them.
    Weekdays,
    /// Those of numbers below a thousand, and letters that stand for digits.
    Ordinals,
    /// Those of numbers below ten thousand, and what only counts, as lengths of time have them.
    Counts,
}

impl NumeralSet {
    /// Whether a character belongs to it.
    fn has(self, sign: Sign) -> bool {
        match self {
            Self::None => false,
            Self::Weekdays => matches!(sign, Sign::Digit(1..=6)),
            Self::Ordinals => {
                matches!(sign, Sign::Digit(_) | Sign::Letter(_) | Sign::Unit(..=100) | Sign::Tens(_))
            }
            Self::Counts => Self::Ordinals.has(sign) || matches!(sign, Sign::Counted(_) | Sign::Unit(_)),
        }
    }
}

/// How a language reads a slot, and what its text looks like. Which places of a text are looked at is computed from
/// this and from the patterns.
#[derive(Debug, Clone)]
pub(crate) struct SlotReader {
    pub(crate) slot: Slot,
    /// So many digits it may begin with, at least and at most.
    pub(crate) digits: (u8, u8),
    /// Numerals of one character that it may begin with, mixed with digits: which, and the characters when the tables are
    /// read.
    numeral_set: NumeralSet,
    pub(crate) numerals: Cow<'static, str>,
    /// What may stand before such a numeral.
    pub(super) prefix: &'static str,
    /// What follows those digits and numerals within the slot, if more does.
    pub(crate) goes_on: Cow<'static, str>,
    /// These characters do by code, the words of this table, and the endings of these classes of grammar.
    next: &'static str,
    pub(super) unit: Option<Table>,
    endings: &'static [DateWord],
    /// Other characters that it may begin with.
    pub(crate) opens: &'static [&'static str],
    /// The classes of words of grammar that it may begin with.
    pub(crate) open_words: &'static [DateWord],
    /// The same of words behind a space.
    pub(crate) spaced_words: &'static [DateWord],
    /// The tables whose words it may begin with.
    pub(crate) tables: TableSet,
    /// Of the words of `relative` only those of these units; any if there are none.
    pub(crate) units: &'static [Rel],
    /// Words that may stand before that word.
    pub(crate) leads: &'static [DateWord],
    /// All characters it may hold beside digits and those above; `None` if there are too many to tell.
    pub(crate) holds: Option<&'static str>,
    /// Texts that it reads, one as long as any among them.
    pub(crate) examples: &'static [&'static str],
    /// Whether what it has in common with other slots stands at a place; asked once for all of them.
    pub(super) shares: Option<fn(&SlotInput<'_>) -> bool>,
    /// Whether what it reads fits its clause; asked where a pattern goes on behind it.
    pub(super) fits: Option<fn(&SlotInput<'_>) -> bool>,
    /// Pushes all ends and values at a place.
    pub(crate) read: fn(&SlotInput<'_>, &mut SlotMatches),
}

impl SlotReader {
    pub(crate) const fn new(slot: Slot, read: fn(&SlotInput<'_>, &mut SlotMatches)) -> Self {
        Self {
            slot,
            digits: (1, 0),
            numeral_set: NumeralSet::None,
            numerals: Cow::Borrowed(""),
            prefix: "",
            goes_on: Cow::Borrowed(""),
            next: "",
            unit: None,
            endings: &[],
            opens: &[],
            open_words: &[],
            spaced_words: &[],
            tables: TableSet::of(&[]),
            units: &[],
            leads: &[],
            holds: Some(""),
            examples: &[],
            shares: None,
            fits: None,
            read,
        }
    }

    /// So many digits in a row may begin it, at least and at most.
    pub(crate) const fn digits(mut self, least: u8, most: u8) -> Self {
        self.digits = (least, most);
        self
    }

    /// This reader for another slot.
    pub(crate) const fn of(mut self, slot: Slot) -> Self {
        self.slot = slot;
        self
    }

    /// This reader with another function that reads.
    pub(crate) const fn reads(mut self, read: fn(&SlotInput<'_>, &mut SlotMatches)) -> Self {
        self.read = read;
        self
    }

    /// Or numerals of one character, one or several of them.
    pub(crate) const fn numerals(mut self, set: NumeralSet) -> Self {
        self.numeral_set = set;
        self
    }

    /// One of those may stand behind this.
    pub(crate) const fn prefix(mut self, prefix: &'static str) -> Self {
        self.prefix = prefix;
        self
    }

    /// This reader and those made of it, where something stands that all of them need.
    pub(crate) const fn shares(mut self, shares: fn(&SlotInput<'_>) -> bool) -> Self {
        self.shares = Some(shares);
        self
    }

    /// This reader, where what it reads fits its clause.
    pub(crate) const fn fits(mut self, fits: fn(&SlotInput<'_>) -> bool) -> Self {
        self.fits = Some(fits);
        self
    }

    /// This reader with the numerals and units of the language.
    pub(super) fn with(mut self, tables: &DateTables, lexicon: &Lexicon) -> Self {
        let units = self.unit.into_iter().flat_map(|unit| lexicon.forms_of(unit)).map(|f| lexicon.chars(f));
        let endings = self.endings.iter().flat_map(|&class| tables.grammar.of(class)).map(|word| &word[..]);
        let begins = units.chain(endings).filter_map(|word| word.first()).copied();
        self.goes_on = self.next.chars().chain(begins).collect::<String>().into();
        let numerals = &tables.numerals;
        self.numerals = numerals.of(|sign| self.numeral_set.has(sign)).collect::<String>().into();
        self
    }

    /// After the first digits and numerals one of these characters stands in it.
    pub(crate) const fn goes_on(mut self, chars: &'static str) -> Self {
        self.next = chars;
        self
    }

    /// After the first digits and numerals a word of this table stands in it.
    pub(crate) const fn unit(mut self, table: Table) -> Self {
        self.unit = Some(table);
        self
    }

    /// After the first digits an ending of one of these classes of grammar stands in it.
    pub(crate) const fn endings(mut self, classes: &'static [DateWord]) -> Self {
        self.endings = classes;
        self
    }

    /// Or one of these.
    pub(crate) const fn opens(mut self, words: &'static [&'static str]) -> Self {
        self.opens = words;
        self
    }

    /// Or a word of grammar of one of these classes.
    pub(crate) const fn open_words(mut self, classes: &'static [DateWord]) -> Self {
        self.open_words = classes;
        self
    }

    /// Or a space and such a word.
    pub(crate) const fn spaced_words(mut self, classes: &'static [DateWord]) -> Self {
        self.spaced_words = classes;
        self
    }

    /// Or a word of this table.
    pub(crate) const fn table(mut self, table: Table) -> Self {
        self.tables = TableSet::of(&[table]);
        self
    }

    /// Or a word of `relative` of one of these units.
    pub(crate) const fn relative(mut self, units: &'static [Rel]) -> Self {
        self.units = units;
        self.table(Table::Relative)
    }

    /// The word of a table may stand behind a word of grammar of one of these classes.
    pub(crate) const fn leads(mut self, classes: &'static [DateWord]) -> Self {
        self.leads = classes;
        self
    }

    /// Characters it may hold beside those it begins with.
    pub(crate) const fn holds(mut self, chars: &'static str) -> Self {
        self.holds = Some(chars);
        self
    }

    /// It may hold many other characters.
    pub(crate) const fn holds_letters(mut self) -> Self {
        self.holds = None;
        self
    }

    /// Texts that it reads, one as long as any among them.
    pub(crate) const fn examples(mut self, texts: &'static [&'static str]) -> Self {
        self.examples = texts;
        self
    }
}
