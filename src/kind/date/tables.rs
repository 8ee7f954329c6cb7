//! The tables of dates, read once.

use super::{calendar::Rule, grammar::Grammar, guard::DateClass};
use crate::{
    Error,
    kind::guard::Guards,
    lexicon::{Lexicon, Row, Table},
    number::characters::CharNumerals,
    value::{DateModifier, PartOfDay, Season, TimeUnit},
};

/// What a relative word counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Rel {
    Day,
    /// A day named by a single character of a headline.
    Headline,
    Week,
    Month,
    Year,
    /// The end of a week.
    Weekend,
    /// A year counted from the one last mentioned.
    Anaphor,
    /// A year counted from the one that the sentence tells of, and else from that of the reference date.
    Preceding,
    Quarter,
    Century,
    Season,
    /// Two days or years in one word, of which the offset is that of the first.
    Two,
}

/// Which season beside the reference date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Turn {
    Last,
    This,
    Next,
    /// The one after the one that is or comes first.
    Following,
}

/// A row of `relative`.
#[derive(Debug, Clone)]
pub(crate) struct Relative {
    pub(crate) unit: Rel,
    pub(crate) offset: i32,
    pub(crate) part: Option<PartOfDay>,
    pub(crate) modifier: Option<DateModifier>,
    pub(crate) season: Option<Season>,
    pub(crate) turn: Option<Turn>,
    /// Characters that may not stand before it.
    pub(crate) not_after: Box<[char]>,
    /// Words that may not follow it.
    pub(crate) not_before: Box<[Box<[char]>]>,
}

/// A numeral that dates count with: its value and its part in a compound.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Count {
    Unit(i32),
    Teen(i32),
    Tens(i32),
    Hundred(i32),
    /// None that they count with.
    None,
}

impl Count {
    /// The value of a numeral that stands alone.
    pub(crate) const fn whole(self) -> Option<i32> {
        match self {
            Self::Unit(n) | Self::Teen(n) | Self::Tens(n) | Self::Hundred(n) => Some(n),
            Self::None => None,
        }
    }
}

/// The values of the rows of a language's tables, by row.
#[derive(Debug)]
pub(crate) struct DateTables {
    pub(super) relative: Vec<Relative>,
    pub(crate) months: Vec<i8>,
    pub(crate) short_months: Vec<i8>,
    pub(crate) weekdays: Vec<i8>,
    pub(crate) ordinals: Vec<i8>,
    pub(crate) parts: Vec<PartOfDay>,
    pub(crate) seasons: Vec<Season>,
    pub(crate) positions: Vec<DateModifier>,
    pub(crate) eras: Vec<i16>,
    pub(crate) decades: Vec<(bool, i16)>,
    pub(crate) holidays: Vec<Rule>,
    pub(crate) guards: Guards<DateClass>,
    pub(crate) grammar: Grammar,
    /// Numerals of one character each, in a language that writes no spaces.
    pub(crate) numerals: CharNumerals,
    pub(crate) lunar: super::calendar::Lunar,
    /// What the rows of numerals say, in a language that writes spaces.
    pub(crate) counts: Vec<Count>,
    /// Units of time, and the half units that a word stands for: two, but for *halvår*.
    pub(crate) units: Vec<(TimeUnit, i32)>,
}

impl DateTables {
    pub(crate) fn new(lexicon: &Lexicon, spaced: bool) -> Result<Self, Error> {
        fn all<T>(
            lexicon: &Lexicon,
            table: Table,
            read: impl Fn(&Row<'_>) -> Result<T, Error>,
        ) -> Result<Vec<T>, Error> {
            lexicon.rows(table).iter().map(|row| read(&row)).collect()
        }
        Ok(Self {
            relative: all(lexicon, Table::Relative, relative)?,
            months: all(lexicon, Table::Months, |r| r.parse("month"))?,
            short_months: all(lexicon, Table::MonthsShort, |r| r.parse("month"))?,
            weekdays: all(lexicon, Table::Weekdays, |r| r.parse("day"))?,
            ordinals: all(lexicon, Table::Ordinals, |r| r.parse("n"))?,
            parts: all(lexicon, Table::Dayparts, |r| known(r, "part", part))?,
            seasons: all(lexicon, Table::Seasons, |r| known(r, "season", season))?,
            positions: all(lexicon, Table::Positions, |r| known(r, "modifier", modifier))?,
            eras: all(lexicon, Table::Eras, |r| r.parse("first"))?,
            decades: all(lexicon, Table::Decades, |r| Ok((r.get("unit") == "century", r.parse("first")?)))?,
            holidays: all(lexicon, Table::Holidays, |r| known(r, "rule", |s| s.parse().ok()))?,
            guards: Guards::new(lexicon, Table::DateGuards, spaced)?,
            grammar: Grammar::new(lexicon)?,
            numerals: if spaced { CharNumerals::none() } else { CharNumerals::new(lexicon)? },
            lunar: super::calendar::Lunar::new(lexicon)?,
            counts: if spaced { all(lexicon, Table::Numerals, |row| Ok(count(row)))? } else { Vec::new() },
            units: all(lexicon, Table::TimeUnits, |r| {
                Ok((known(r, "unit", TimeUnit::named)?, if r.get("half").is_empty() { 2 } else { 1 }))
            })?,
        })
    }

    /// A row of `relative`.
    pub(crate) fn relative(&self, row: u32) -> Option<&Relative> {
        self.relative.get(row as usize)
    }
}

/// The value of a cell that must be one of a few words.
fn known<T>(row: &Row<'_>, column: &str, read: impl Fn(&str) -> Option<T>) -> Result<T, Error> {
    let cell = row.get(column);
    read(cell).ok_or_else(|| row.error(column, format!("`{cell}` is not known here")))
}

fn optional<T>(row: &Row<'_>, column: &str, read: impl Fn(&str) -> Option<T>) -> Result<Option<T>, Error> {
    if row.get(column).is_empty() { Ok(None) } else { known(row, column, read).map(Some) }
}

fn count(row: &Row<'_>) -> Count {
    let value = row.get("value").parse().ok().filter(|&n: &i32| n > 0);
    match (row.get("class"), value) {
        ("unit", Some(n)) => Count::Unit(n),
        ("teen", Some(n)) => Count::Teen(n),
        ("tens", Some(n)) => Count::Tens(n),
        ("hundred", Some(n)) => Count::Hundred(n),
        _ => Count::None,
    }
}

fn relative(row: &Row<'_>) -> Result<Relative, Error> {
    let turn = match row.get("offset") {
        "last" => Some(Turn::Last),
        "this" => Some(Turn::This),
        "next" => Some(Turn::Next),
        "following" => Some(Turn::Following),
        _ => None,
    };
    Ok(Relative {
        unit: known(row, "unit", |s| {
            Some(match s {
                "day" => Rel::Day,
                "headline" => Rel::Headline,
                "week" => Rel::Week,
                "month" => Rel::Month,
                "year" => Rel::Year,
                "weekend" => Rel::Weekend,
                "anaphor" => Rel::Anaphor,
                "preceding" => Rel::Preceding,
                "quarter" => Rel::Quarter,
                "century" => Rel::Century,
                "season" => Rel::Season,
                "two" => Rel::Two,
                _ => return None,
            })
        })?,
        offset: if turn.is_some() { 0 } else { row.parse("offset")? },
        part: optional(row, "part", part)?,
        modifier: optional(row, "modifier", modifier)?,
        season: optional(row, "season", season)?,
        turn,
        not_after: row.get("not_after").chars().collect(),
        not_before: row
            .get("not_before")
            .split('|')
            .filter(|w| !w.is_empty())
            .map(|w| w.chars().collect())
            .collect(),
    })
}

fn part(name: &str) -> Option<PartOfDay> {
    Some(match name {
        "morning" => PartOfDay::Morning,
        "midday" => PartOfDay::Midday,
        "afternoon" => PartOfDay::Afternoon,
        "evening" => PartOfDay::Evening,
        "night" => PartOfDay::Night,
        _ => return None,
    })
}

fn season(name: &str) -> Option<Season> {
    Some(match name {
        "spring" => Season::Spring,
        "summer" => Season::Summer,
        "autumn" => Season::Autumn,
        "winter" => Season::Winter,
        _ => return None,
    })
}

fn modifier(name: &str) -> Option<DateModifier> {
    Some(match name {
        "start" => DateModifier::Start,
        "mid" => DateModifier::Mid,
        "end" => DateModifier::End,
        _ => return None,
    })
}
