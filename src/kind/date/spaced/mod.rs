//! Dates of languages that write spaces: readers of slots, what follows a day, and the words around a date. Every word is a
//! row of the tables; the patterns give the order.

mod clause;
mod decade;
mod neighbours;
mod numerals;
mod numeric;
mod offsets;
mod series;
mod slots;
mod today;
mod weekday;
mod year_behind;

use super::{
    Cue, DateReader, DateTables, DateWord, Sentence, Slot, SlotReader, Stated, Text, Verdict,
    common_slots::{figures, time},
    has,
};
use crate::{lexicon::Table, text::Block, value::DateModifier};
use neighbours::DateNeighbours;
use std::ops::Range;

/// Reads the dates of a language that writes spaces.
#[derive(Debug, Clone, Copy)]
pub(crate) struct SpacedDates {
    /// The country whose holidays are meant if no other is named.
    pub(crate) country: &'static str,
    /// Texts of slots in the words of the language.
    pub(crate) examples: &'static [(Slot, &'static [&'static str])],
}

fn year(block: &Block<'_>, at: usize) -> Option<(usize, i64)> {
    figures(block, at, 4).filter(|(end, y)| end - at == 4 && (1000..=2100).contains(y))
}

/// Signs between the two ends of a range, the longest first.
const RANGE_SIGNS: &[&str] = &[" - ", " — ", "- ", " -", "-", "—"];

/// Characters before a date in which the line of a dateline starts.
const DATELINE: usize = 48;

/// How far before the sign of a range the word that announces two ends is looked for.
const BETWEEN: usize = 32;

/// The end of the words or signs between the two ends of a range.
fn range_word(tables: &DateTables, block: &Block<'_>, start: usize, at: usize) -> Option<usize> {
    let grammar = &tables.grammar;
    let sign = |i| matches!(block.get(i), '-' | '—');
    let space = block.get(at) == ' ';
    if sign(at + usize::from(space)) {
        let sign = RANGE_SIGNS.iter().find(|sign| has(block, at, sign))?;
        return Some(at + sign.chars().count());
    }
    if !space {
        return None;
    }
    grammar.lead(DateWord::Range, block, at + 1).or_else(|| {
        let announced = |i| grammar.lead(DateWord::Between, block, i).is_some();
        let end = grammar.lead(DateWord::RangeAfter, block, at + 1)?;
        (start.saturating_sub(BETWEEN)..=start).any(announced).then_some(end)
    })
}

/// The end of the words or sign between two members of a list.
fn list_word(tables: &DateTables, block: &Block<'_>, at: usize) -> Option<usize> {
    match block.get(at) {
        ' ' => tables.grammar.lead(DateWord::List, block, at + 1),
        ',' if block.get(at + 1) == ' ' => Some(at + 2),
        _ => None,
    }
}

impl SpacedDates {
    fn neighbours<'a>(
        &self,
        tables: &'a DateTables,
        text: Text<'a>,
        start: usize,
        end: usize,
    ) -> DateNeighbours<'a> {
        DateNeighbours::new(self.country, tables, text, start, end)
    }
}

impl DateReader for SpacedDates {
    fn slots(&self) -> &'static [SlotReader] {
        slots::SLOTS
    }

    fn examples(&self) -> &'static [(Slot, &'static [&'static str])] {
        self.examples
    }

    fn may_start(&self, tables: &DateTables, block: &Block<'_>, at: usize) -> bool {
        let c = block.get(at);
        if c.is_ascii_digit() {
            let before = block.before(at);
            return (block.word_starts(at)
                || before.is_alphabetic() && numeric::numeric(tables, block, at).is_some())
                && !(matches!(before, '.' | ',' | ':') && at > 1 && block.before(at - 1).is_ascii_digit());
        }
        (c.is_alphabetic() || c == '\'') && block.word_starts(at)
    }

    fn tail(&self, tables: &DateTables, text: Text<'_>, place: Range<usize>, stated: &mut Stated) -> usize {
        let block = text.block;
        let mut end = self.neighbours(tables, text, place.start, place.end).take_year_behind(stated);
        if !stated.is_day() {
            return end;
        }
        if block.get(end) == ' '
            && stated.part.is_none()
            && let Some(entry) = text.longest(Table::Dayparts, end + 1)
            && tables.grammar.word(DateWord::BarePart, block, end + 1) == Some(entry.at)
        {
            stated.part = tables.parts.get(entry.row as usize).copied();
            end = entry.at;
        }
        // 2012-09-11 14:30, 2012-09-11T14:30
        if stated.numeric && matches!(block.get(end), ' ' | 'T') {
            let hour =
                figures(block, end + 1, 2).filter(|(e, h)| *h < 24 && matches!(block.get(*e), ':' | '.'));
            let minute =
                hour.and_then(|(e, _)| figures(block, e + 1, 2).filter(|(f, m)| f - e == 3 && *m < 60));
            if let (Some((_, hour)), Some((to, minute))) = (hour, minute) {
                stated.time = time(hour, minute);
                return to;
            }
        }
        // den 10 november (söndag)
        if stated.day.is_some()
            && has(block, end, " (")
            && let Some(entry) = text.longest(Table::Weekdays, end + 2)
            && block.get(entry.at) == ')'
        {
            end = entry.at + 1;
        }
        let at = end + usize::from(block.get(end) == ',');
        if block.get(at) == ' '
            && stated.time.is_none()
            && let Some((to, (from, until))) =
                numeric::clock(tables, text, at + 1, true).or_else(|| numeric::hours(tables, text, at + 1))
        {
            stated.time = from;
            stated.end_at(until, None);
            end = to;
        }
        end
    }

    fn judge(
        &self,
        tables: &DateTables,
        text: Text<'_>,
        start: usize,
        end: usize,
        stated: &Stated,
    ) -> Verdict {
        self.neighbours(tables, text, start, end).judge(stated)
    }

    fn range_word(&self, tables: &DateTables, block: &Block<'_>, start: usize, at: usize) -> Option<usize> {
        range_word(tables, block, start, at)
    }

    fn moves(&self, tables: &DateTables, text: Text<'_>, place: Range<usize>) -> bool {
        self.neighbours(tables, text, place.start, place.end).moves()
    }

    /// `STOCKHOLM 12 mars`, `STOCKHOLM (TT) 12 mars`
    fn is_dateline(&self, _: &DateTables, text: Text<'_>, start: usize, _: usize) -> bool {
        let block = text.block;
        if !(2..=3)
            .any(|i| start.checked_sub(i).is_some_and(|i| block.get(i).is_uppercase() || block.get(i) == ')'))
        {
            return false;
        }
        // It stands near the start of its line, with nothing in small letters before it.
        let before = &block.chars[start.saturating_sub(DATELINE)..start];
        let head = match before.iter().rposition(|&c| c == '\n' || c.is_lowercase()) {
            Some(i) if before[i] == '\n' => &before[i + 1..],
            None if start < DATELINE => before,
            _ => return false,
        };
        let mut name = head.iter().take_while(|c| !matches!(c, '(' | ',' | '/'));
        name.clone().filter(|c| c.is_alphabetic()).count() >= 3 && !name.any(char::is_ascii_digit)
    }

    fn modifier(
        &self,
        tables: &DateTables,
        text: Text<'_>,
        start: usize,
        end: usize,
    ) -> Option<DateModifier> {
        self.neighbours(tables, text, start, end).modifier()
    }

    fn is_aside(&self, tables: &DateTables, text: Text<'_>, start: usize, end: usize) -> bool {
        self.neighbours(tables, text, start, end).is_aside()
    }

    fn lists(&self, tables: &DateTables, text: Text<'_>, between: Range<usize>) -> bool {
        self.neighbours(tables, text, between.start, between.end).lists()
    }

    fn cue(&self, tables: &DateTables, text: Text<'_>, sentence: &Sentence, start: usize, end: usize) -> Cue {
        self.neighbours(tables, text, start, end).cue(sentence)
    }

    fn reports(&self, tables: &DateTables, text: Text<'_>, start: usize, end: usize) -> bool {
        self.neighbours(tables, text, start, end).reports()
    }
}
