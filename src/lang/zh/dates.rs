//! Dates in Chinese news: where one may start, and what follows a day.

use super::{
    date_clause,
    date_figures::{clock, numeric},
    date_judge::judge,
    date_neighbours::DateNeighbours,
    date_numerals::DateNumbers,
    date_signs::{between, range_word, skip_spaces},
    dateslots::SLOTS,
};
use crate::{
    kind::date::{
        Cue, DateClass, DateReader, DateTables, DateWord, Sentence, SlotReader, Stated, Text, Verdict,
        WeekdayForm, Year,
        common_slots::{figures, time},
    },
    lexicon::Table,
    text::{Block, is_han},
    value::DateModifier,
};
use std::ops::Range;

/// Reads dates with these.
#[derive(Debug)]
pub(crate) struct ChineseDates;

/// Whether a month from `least` on and a day follow, in figures and with their signs.
fn whole_day(block: &Block<'_>, at: usize, least: i64) -> bool {
    let month = figures(block, at, 2).filter(|(end, n)| (least..=12).contains(n) && block.get(*end) == '月');
    let day = month.and_then(|(end, _)| figures(block, end + 1, 2));
    day.is_some_and(|(end, n)| (1..=31).contains(&n) && matches!(block.get(end), '日' | '号'))
}

/// Whether digits right behind Latin letters can be nothing but a date: WHO5月20日, BHK2015年; not N95年, A4月.
fn after_latin(block: &Block<'_>, at: usize) -> bool {
    let year = figures(block, at, 4).filter(|(end, n)| end - at == 4 && (1900..=2100).contains(n));
    let month = figures(block, at, 2).filter(|(_, n)| (1..=12).contains(n));
    let word = at > 1 && block.before(at - 1).is_ascii_alphabetic();
    year.is_some_and(|(end, _)| block.get(end) == '年')
        || whole_day(block, at, 1)
        || word && month.is_some_and(|(end, _)| block.get(end) == '月')
}

/// The end of the time at which it ends on the same day: 下午2时至4时, 上午9时到下午5时.
fn until(tables: &DateTables, text: Text<'_>, at: usize, stated: &mut Stated) -> Option<usize> {
    let from = skip_spaces(text.block, range_word(tables, text.block, at)?);
    let part = text.longest(Table::Dayparts, from);
    let (end, (hour, minute)) = clock(tables, text.block, part.map_or(from, |part| part.at))?;
    let part = part.and_then(|part| tables.parts.get(part.row as usize).copied());
    stated.end_at(time(hour, minute), part).then_some(end)
}

/// Whether a year that its era is named with stands behind a date, which no pattern joins to it: 五月五日（公元前四九年）.
fn year_behind(tables: &DateTables, block: &Block<'_>, end: usize) -> bool {
    let at = skip_spaces(block, end);
    let bracket = block.get(at) == '(';
    let at = skip_spaces(block, at + usize::from(bracket || block.get(at) == ','));
    let word = |class, at| tables.grammar.longest(class, block, at);
    let era = word(DateWord::Ce, at);
    let before = word(DateWord::Bce, era.unwrap_or(at));
    let named = era.is_some() || bracket && before.is_some();
    let at = skip_spaces(block, before.or(era).unwrap_or(at));
    named && DateNumbers::new(&tables.numerals, block).is_numeral(block.get(at))
}

impl DateReader for ChineseDates {
    fn may_start(&self, _: &DateTables, block: &Block<'_>, at: usize) -> bool {
        let c = block.get(at);
        if c.is_ascii_digit() {
            // Inside a number there is no date, unless what follows can be nothing else: 1.6月6日 in a list.
            let before = block.before(at);
            if before.is_ascii_digit() {
                return whole_day(block, at, 10);
            }
            if matches!(before, '.' | ',' | ':') && at > 1 && block.before(at - 1).is_ascii_digit() {
                return whole_day(block, at, 1);
            }
            return !before.is_ascii_alphabetic() || numeric(block, at).is_some() || after_latin(block, at);
        }
        // Q3, H1
        let letter = || c.is_ascii_alphabetic() && !block.before(at).is_ascii_alphanumeric();
        is_han(c) || matches!(c, '"' | '\'') || letter()
    }

    fn slots(&self) -> &'static [SlotReader] {
        SLOTS
    }

    fn tail(&self, tables: &DateTables, text: Text<'_>, place: Range<usize>, stated: &mut Stated) -> usize {
        let (block, end) = (text.block, place.end);
        if stated.wants_year() && year_behind(tables, block, end) {
            stated.year = Some(Year::Unread);
        }
        let numbers = DateNumbers::new(&tables.numerals, block);
        // Behind figures alone there is a space, or a bracket; a month and day alone are like any day.
        let joined = stated.numeric && stated.year.is_some() && !matches!(block.get(end), ' ' | '(');
        if !stated.is_day() || joined {
            return end;
        }
        let mut end = end;
        if stated.weekday.is_none() && !stated.headline {
            // 10月12日,星期六: the comma stands before the weekday of a month's day only.
            let comma = usize::from(stated.month.is_some() && block.get(end) == ',');
            let at = skip_spaces(block, end + comma);
            let open = usize::from(block.get(at) == '(');
            let named = text.longest(Table::Weekdays, at + open);
            let named = named.and_then(|e| Some((e.at, *tables.weekdays.get(e.row as usize)?)));
            // 9/15(日), 5日(四)
            let short =
                || (open == 1).then(|| numbers.short_weekday(block.get(at + 1)).map(|day| (at + 2, day)))?;
            if let Some((to, day)) = named.or_else(short) {
                let close = usize::from(block.get(to) == ')');
                if open == close {
                    stated.weekday = Some((day, WeekdayForm::ThisWeek));
                    end = to + close;
                }
            }
        }
        let at = skip_spaces(block, end);
        if let Some(entry) = text.longest(Table::Dayparts, at) {
            // 早餐, 晚报: a longer word.
            let word = tables.guards.after(text.lexicon, block, at);
            let other = word.edge > entry.at && word.has(DateClass::Compound);
            if !other {
                stated.part = tables.parts.get(entry.row as usize).copied();
                end = entry.at;
            }
        }
        let at = skip_spaces(block, end);
        if let Some((to, (hour, minute))) = clock(tables, block, at) {
            // 凌晨12时 begins the day that 午夜12时 ends.
            let small = hour == 12 && tables.grammar.ends(DateWord::SmallHours, block, at);
            stated.time = time(if small { 0 } else { hour }, minute);
            end = until(tables, text, to, stated).unwrap_or(to);
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
        judge(&DateNeighbours::new(tables, text, start, end), stated)
    }

    fn range_word(&self, tables: &DateTables, block: &Block<'_>, _: usize, at: usize) -> Option<usize> {
        let between = || between(tables, block, at);
        range_word(tables, block, at).or_else(between).map(|end| skip_spaces(block, end))
    }

    fn is_dateline(&self, tables: &DateTables, text: Text<'_>, start: usize, end: usize) -> bool {
        text.after(&tables.guards, end).has(DateClass::Wire)
            && date_clause::is_dateline(&DateNeighbours::new(tables, text, start, end))
    }

    fn modifier(
        &self,
        tables: &DateTables,
        text: Text<'_>,
        start: usize,
        end: usize,
    ) -> Option<DateModifier> {
        date_clause::modifier(&DateNeighbours::new(tables, text, start, end))
    }

    fn is_aside(&self, tables: &DateTables, text: Text<'_>, start: usize, end: usize) -> bool {
        date_clause::is_compared(&DateNeighbours::new(tables, text, start, end))
    }

    fn cue(&self, tables: &DateTables, text: Text<'_>, _: &Sentence, start: usize, end: usize) -> Cue {
        date_clause::cue(&DateNeighbours::new(tables, text, start, end))
    }
}
