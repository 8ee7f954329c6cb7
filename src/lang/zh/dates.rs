//! Dates in Chinese news: figures and Han numerals, what follows a day, and what only looks like a date.

use super::{
    date_beside::Beside,
    date_clause,
    date_judge::judge,
    dateslots::{SLOTS, clock, numeric},
};
use crate::{
    kind::date::{
        Cue, DateClass, Reader, Sentence, SlotReader, Stated, Text, Verdict, WeekdayForm, Words, has,
        readers::{figures, time},
    },
    lexicon::Table,
    text::{Block, is_han},
    value::DateModifier,
};

/// Reads them.
#[derive(Debug)]
pub(crate) struct Dates;

/// What a Han numeral stands for, one character alone.
pub(super) fn han_digit(c: char) -> Option<i64> {
    Some(match c {
        '〇' | 'O' | 'o' => 0,
        '一' | '壹' => 1,
        '二' | '贰' => 2,
        '三' | '叁' => 3,
        '四' | '肆' => 4,
        '五' | '伍' => 5,
        '六' | '陆' => 6,
        '七' | '柒' => 7,
        '八' | '捌' => 8,
        '九' | '玖' => 9,
        _ => return None,
    })
}

/// Han digits in a row, read as figures: 一九九三.
pub(super) fn positional(block: &Block<'_>, at: usize, len: usize) -> Option<(usize, i64)> {
    let mut value = 0;
    for i in 0..len {
        // A Latin O stands for 〇 between Han digits only.
        let c = block.get(at + i);
        if i == 0 && matches!(c, 'O' | 'o') {
            return None;
        }
        value = value * 10 + han_digit(c)?;
    }
    (han_digit(block.get(at + len)).is_none() && block.get(at + len) != '十').then_some((at + len, value))
}

/// A Han numeral up to 99: 三, 十二, 二十五, 廿五, 卅.
pub(super) fn counted(block: &Block<'_>, at: usize) -> Option<(usize, i64)> {
    let small = |i: usize| han_digit(block.get(i)).filter(|&d| d > 0 && is_han(block.get(i)));
    let tens = match block.get(at) {
        '十' | '拾' => Some((at + 1, 10)),
        '廿' => Some((at + 1, 20)),
        '卅' => Some((at + 1, 30)),
        _ => small(at).filter(|_| matches!(block.get(at + 1), '十' | '拾')).map(|d| (at + 2, 10 * d)),
    };
    let (end, value) = match tens {
        Some((end, tens)) => small(end).map_or((end, tens), |d| (end + 1, tens + d)),
        None => (at + 1, small(at)?),
    };
    let more = han_digit(block.get(end)).is_some() || matches!(block.get(end), '十' | '拾' | '百' | '千');
    (!more).then_some((end, value))
}

/// A number in figures or Han numerals within a range.
pub(super) fn number(
    block: &Block<'_>,
    at: usize,
    range: std::ops::RangeInclusive<i64>,
) -> Option<(usize, i64)> {
    figures(block, at, 2).or_else(|| counted(block, at)).filter(|(_, n)| range.contains(n))
}

/// Words between the two ends of a range.
pub(super) fn range_word(block: &Block<'_>, at: usize) -> Option<usize> {
    let mut at = at;
    while block.get(at) == ' ' {
        at += 1;
    }
    let end = match block.get(at) {
        '至' | '到' | '~' | '-' => at + 1,
        '—' => at + if block.get(at + 1) == '—' { 2 } else { 1 },
        '直' if matches!(block.get(at + 1), '至' | '到') => at + 2,
        _ => return None,
    };
    // Three dashes are a dash between titles.
    (!matches!(block.get(end), '—' | '-')).then_some(end)
}

pub(super) fn list_word(block: &Block<'_>, at: usize) -> Option<usize> {
    matches!(block.get(at), '、' | '和' | '与' | '及' | '或' | ',' | '/').then_some(at + 1)
}

/// Whether a character may be part of a number; a Latin O is one between others only.
pub(super) fn is_numeral(c: char) -> bool {
    c.is_ascii_digit()
        || matches!(c, '十' | '拾' | '廿' | '卅' | '百' | '千' | '万' | '亿' | '两')
        || han_digit(c).is_some() && !c.is_ascii_alphabetic()
}

/// The day of the week that one character names: 日, 四.
pub(super) fn short_weekday(c: char) -> Option<i8> {
    match c {
        '日' | '天' => Some(7),
        c => han_digit(c).filter(|n| (1..=6).contains(n) && is_han(c)).map(|n| n as i8),
    }
}

/// The end of 和 between two dates that 之间 makes a range of: 8月2日与9日之间.
fn between(block: &Block<'_>, at: usize) -> Option<usize> {
    const REACH: usize = 20;
    let from = skip_spaces(block, at);
    if !matches!(block.get(from), '和' | '与' | '跟' | '同' | '及') {
        return None;
    }
    let of_date = |c: char| is_numeral(c) || " 年月日号周星期礼拜天上下本这第季度半去今明的".contains(c);
    let end = (from + 1..from + REACH).find(|&i| !of_date(block.get(i)))?;
    let closes = has(block, end, "之间") || block.get(end) == '间' && block.before(end) == '年';
    (closes && end > from + 1).then_some(from + 1)
}

const SPACES: usize = 2;

pub(super) fn skip_spaces(block: &Block<'_>, at: usize) -> usize {
    at + (0..SPACES).take_while(|i| block.get(at + i) == ' ').count()
}

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

impl Reader for Dates {
    fn may_start(&self, _: &Words, block: &Block<'_>, at: usize) -> bool {
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

    fn tail(&self, words: &Words, text: Text<'_>, end: usize, stated: &mut Stated) -> usize {
        let block = text.block;
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
            let named = named.and_then(|e| Some((e.at, *words.weekdays.get(e.row as usize)?)));
            // 9/15(日), 5日(四)
            let short = || (open == 1).then(|| short_weekday(block.get(at + 1)).map(|day| (at + 2, day)))?;
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
            let word = words.guards.after(text.lexicon, block, at);
            let other = word.edge > entry.at && word.has(DateClass::Compound);
            if !other {
                stated.part = words.parts.get(entry.row as usize).copied();
                end = entry.at;
            }
        }
        let at = skip_spaces(block, end);
        if let Some((to, (hour, minute))) = clock(block, at) {
            stated.time = time(hour, minute);
            end = to;
        }
        end
    }

    fn judge(&self, words: &Words, text: Text<'_>, start: usize, end: usize, stated: &Stated) -> Verdict {
        judge(&Beside::new(words, text, start, end), stated)
    }

    fn range_word(&self, _: &Words, block: &Block<'_>, _: usize, at: usize) -> Option<usize> {
        range_word(block, at).or_else(|| between(block, at)).map(|end| skip_spaces(block, end))
    }

    fn is_dateline(&self, words: &Words, text: Text<'_>, start: usize, end: usize) -> bool {
        date_clause::is_dateline(&Beside::new(words, text, start, end))
    }

    fn modifier(&self, words: &Words, text: Text<'_>, start: usize, end: usize) -> Option<DateModifier> {
        date_clause::modifier(&Beside::new(words, text, start, end))
    }

    fn is_aside(&self, words: &Words, text: Text<'_>, start: usize, end: usize) -> bool {
        date_clause::is_compared(&Beside::new(words, text, start, end))
    }

    fn cue(&self, words: &Words, text: Text<'_>, _: &Sentence, start: usize, end: usize) -> Cue {
        date_clause::cue(&Beside::new(words, text, start, end))
    }
}
