//! Dates in Chinese news: figures and Han numerals, what follows a day, and what only looks like a date.

use super::{date_beside::Beside, date_clause, date_judge::judge};
use crate::{
    kind::date::{
        Cue, DateClass, Reader, Reads, Rel, Sentence, Slot, Stated, Text, Verdict, WeekdayForm, Words,
        ends_with, has, time,
    },
    lexicon::{Table, TableSet},
    text::{Block, is_han},
    value::DateModifier,
};

/// Reads them.
#[derive(Debug)]
pub(crate) struct Dates;

/// What a Han numeral stands for, one character alone.
fn han_digit(c: char) -> Option<i64> {
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

fn digit(c: char) -> Option<i64> {
    c.to_digit(10).map(i64::from)
}

/// A number in figures of at most `max` digits that no further digit follows.
fn figures(block: &Block<'_>, at: usize, max: usize) -> Option<(usize, i64)> {
    let (mut end, mut value) = (at, 0);
    while let Some(d) = digit(block.get(end)) {
        if end - at == max {
            return None;
        }
        value = value * 10 + d;
        end += 1;
    }
    (end > at).then_some((end, value))
}

/// Han digits in a row, read as figures: 一九九三.
fn positional(block: &Block<'_>, at: usize, len: usize) -> Option<(usize, i64)> {
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
fn counted(block: &Block<'_>, at: usize) -> Option<(usize, i64)> {
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
fn number(block: &Block<'_>, at: usize, range: std::ops::RangeInclusive<i64>) -> Option<(usize, i64)> {
    figures(block, at, 2).or_else(|| counted(block, at)).filter(|(_, n)| range.contains(n))
}

/// A year written with two digits.
const fn full_year(short: i64) -> i64 {
    if short < 30 { 2000 + short } else { 1900 + short }
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

/// Characters that a number of a date takes at most.
const NUMBER: usize = 6;

/// Whether a character is part of a number of a date.
fn counts(c: char) -> bool {
    c.is_ascii_digit() || matches!(c, '十' | '拾' | '廿' | '卅' | '百') || han_digit(c).is_some()
}

/// Whether a character may be part of a number.
pub(super) fn is_numeral(c: char) -> bool {
    counts(c) || matches!(c, '千' | '万' | '亿' | '两')
}

const SPACES: usize = 2;

fn skip_spaces(block: &Block<'_>, at: usize) -> usize {
    at + (0..SPACES).take_while(|i| block.get(at + i) == ' ').count()
}

/// A time by the clock: 15时, 9点半, 9时30分许, 21:35.
fn clock(block: &Block<'_>, at: usize) -> Option<(usize, i64)> {
    let midnight = block.get(at) == '〇' && matches!(block.get(at + 1), '时' | '点');
    let (end, hour) = if midnight { (at + 1, 0) } else { number(block, at, 0..=24)? };
    let minute = |at: usize| {
        figures(block, at, 2)
            .filter(|(e, n)| e - at == 2 && *n < 60)
            .or_else(|| counted(block, at).filter(|(_, n)| *n < 60))
    };
    match block.get(end) {
        ':' => {
            let (mut to, minutes) = minute(end + 1)?;
            if block.get(to) == ':' {
                to = minute(to + 1).map_or(to, |(e, _)| e);
            }
            Some((to, hour * 60 + minutes))
        }
        '时' | '点' => {
            let mut to = end + 1;
            let mut minutes = 0;
            if block.get(to) == '半' {
                (to, minutes) = (to + 1, 30);
            } else if has(block, to, "一刻") || has(block, to, "三刻") {
                minutes = if block.get(to) == '一' { 15 } else { 45 };
                to += 2;
            } else if let Some((e, n)) =
                figures(block, to, 2).or_else(|| counted(block, to)).filter(|(_, n)| *n < 60)
            {
                if block.get(e) == '分' {
                    (to, minutes) = (e + 1, n);
                }
            } else if block.get(to) == '钟' {
                to += 1;
            } else if matches!(block.get(to), '间' | '期' | '代' | '名' | '评') {
                return None;
            }
            if matches!(block.get(to), '许' | '整') {
                to += 1;
            }
            Some((to, hour * 60 + minutes))
        }
        _ => None,
    }
}

/// Year, month and day in figures: 2025-03-05, 2025/3/5, 2025.3.5, 06/12/2022 (the day first).
fn numeric(block: &Block<'_>, at: usize) -> Option<(usize, i64)> {
    let (a_end, a) = figures(block, at, 4)?;
    let sign = block.get(a_end);
    if !matches!(sign, '-' | '/' | '.') {
        return None;
    }
    let (b_end, b) = figures(block, a_end + 1, 2)?;
    if block.get(b_end) != sign {
        return None;
    }
    let (end, c) = figures(block, b_end + 1, 4)?;
    let (year, month, day) = match (a_end - at, end - b_end - 1) {
        (4, 1..=2) => (a, b, c),
        (1..=2, 4) if sign == '/' && b <= 12 => (c, b, a),
        (1..=2, 4) if sign == '/' => (c, a, b),
        _ => return None,
    };
    let more = |c| matches!(c, '-' | '/') || c == '.' && block.get(end + 1).is_ascii_digit();
    let open = !more(block.get(end));
    let fits = (1900..=2100).contains(&year) && (1..=12).contains(&month) && (1..=31).contains(&day);
    (open && fits).then_some((end, (year * 16 + month) * 32 + day))
}

/// The plan periods, as they stand before 时期 and 期间: 十四五 is 2021 to 2025.
fn plan(block: &Block<'_>, at: usize) -> Option<(usize, i64)> {
    let from = at + usize::from(block.get(at) == '"');
    let (end, first) = match counted(block, from) {
        // 八五, 十五: a numeral and the 五 of the plan.
        None => {
            let tens = i64::from(block.get(from) == '十') * 10;
            let at = from + usize::from(tens > 0);
            let (n, at) = match han_digit(block.get(at)) {
                Some(n) if block.get(at + 1) == '五' => (tens + n, at + 1),
                _ => return None,
            };
            (at + 1, n)
        }
        Some((end, 15)) => (end, 10),
        Some((end, n)) if block.get(end) == '五' => (end + 1, n),
        Some(_) => {
            let n = han_digit(block.get(from))?;
            if block.get(from + 1) != '五' {
                return None;
            }
            (from + 2, n)
        }
    };
    let end = end + usize::from(block.get(end) == '"');
    if !(has(block, end, "时期") || has(block, end, "期间")) || !(1..=20).contains(&first) {
        return None;
    }
    // 一五 began in 1953, 三五 in 1966 after three years between.
    let year = if first <= 2 { 1953 + 5 * (first - 1) } else { 1966 + 5 * (first - 3) };
    Some((end + 2, year))
}

/// A lunar month and day: 正月初五, 腊月二十三, 八月十五.
fn lunar(block: &Block<'_>, at: usize) -> Option<(usize, i64)> {
    if block.before(at) == '闰' {
        return None;
    }
    let (end, month) = match block.get(at) {
        '正' => (at + 1, 1),
        '腊' => (at + 1, 12),
        '冬' => (at + 1, 11),
        _ => counted(block, at).filter(|(_, n)| *n <= 12)?,
    };
    if block.get(end) != '月' {
        return None;
    }
    let (from, first) = if block.get(end + 1) == '初' { (end + 2, true) } else { (end + 1, false) };
    let (to, day) =
        counted(block, from).filter(|(_, n)| if first { *n <= 10 } else { (11..=30).contains(n) })?;
    if matches!(block.get(to), '日' | '号') {
        return None;
    }
    // Without 初 or a month of the lunar calendar's own name it needs the word for that calendar before it.
    let named = matches!(block.get(at), '正' | '腊' | '冬') || first;
    let said = ["农历", "阴历", "旧历", "夏历"].iter().any(|w| ends_with(block, at, w));
    (named || said).then_some((to, month * 32 + day))
}

/// Whether a month from `least` on and a day follow, in figures and with their signs.
fn whole_day(block: &Block<'_>, at: usize, least: i64) -> bool {
    let month = figures(block, at, 2).filter(|(end, n)| (least..=12).contains(n) && block.get(*end) == '月');
    let day = month.and_then(|(end, _)| figures(block, end + 1, 2));
    day.is_some_and(|(end, n)| (1..=31).contains(&n) && matches!(block.get(end), '日' | '号'))
}

impl Reader for Dates {
    fn lead(&self, _: TableSet) -> usize {
        14
    }

    fn may_start(&self, block: &Block<'_>, at: usize) -> bool {
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
            return !before.is_ascii_alphabetic() || numeric(block, at).is_some();
        }
        is_han(c) || matches!(c, '"' | '\'')
    }

    fn openings(&self) -> &'static [&'static str] {
        &[
            "O", "〇", "一", "二", "三", "四", "五", "六", "七", "八", "九", "壹", "贰", "叁", "肆", "伍",
            "陆", "柒", "捌", "玖", "十", "拾", "廿", "卅", "百", "初", "'", "\"", "上半", "下半", "前半",
            "后半", "首", "正月", "腊月", "冬月", "元月", "前昨", "昨今", "今明", "明后", "前去", "去今",
            "(",
        ]
    }

    fn chars(&self) -> Option<&'static str> {
        Some(
            "Oo〇一二三四五六七八九壹贰叁肆伍陆柒捌玖十拾廿卅百两半初首元正腊冬昨今明后前去上下\
             头个至到直~-—、和与及或,/.:'\" \n",
        )
    }

    fn reads(&self, slot: Slot) -> Reads {
        match slot {
            Slot::Numeric => Reads::digits(1, 4),
            Slot::Half | Slot::Plan | Slot::Lunar | Slot::BothDays | Slot::BothYears | Slot::InDay => {
                Reads::CODE
            }
            Slot::Year => Reads::digits(3, 4).or_code(),
            Slot::AnyYear => Reads::digits(1, 4).or_code(),
            Slot::ShortYear => Reads::digits(2, 2).or_code(),
            Slot::Decade => Reads::digits(2, 4).or_code(),
            Slot::Month | Slot::Day | Slot::Week | Slot::Quarter | Slot::Century | Slot::Clock => {
                Reads::digits(1, 2).or_code()
            }
            Slot::DayOfWeek
            | Slot::FirstMonths
            | Slot::FirstQuarters
            | Slot::EraYear
            | Slot::NextYear
            | Slot::To
            | Slot::And => Reads::ANYTHING,
            slot => Reads::words(slot),
        }
    }

    fn slot_may_start(&self, text: Text<'_>, at: usize) -> bool {
        let block = text.block;
        let next = block.get(at + 1);
        match block.get(at) {
            '\'' | '"' => true,
            '上' | '下' | '前' | '后' => next == '半',
            '正' | '腊' | '冬' | '元' => next == '月',
            '首' => next == '季' || next == ' ',
            '初' => counts(next),
            c if counts(c) => {
                // What the patterns have after a number; most numbers are of something else.
                let after = (at + 1..at + NUMBER).find(|&i| !counts(block.get(i))).unwrap_or(at + NUMBER);
                let after = skip_spaces(block, after);
                matches!(
                    block.get(skip_spaces(block, after)),
                    '年' | '财'
                        | '会'
                        | '月'
                        | '日'
                        | '号'
                        | '世'
                        | '季'
                        | '时'
                        | '点'
                        | '期'
                        | '"'
                        | '.'
                        | '/'
                        | ':'
                ) || range_word(block, after).is_some()
                    || list_word(block, after).is_some()
            }
            _ => false,
        }
    }

    fn slot(&self, slot: Slot, words: &Words, text: Text<'_>, at: usize, found: &mut Vec<(usize, i64)>) {
        let block = text.block;
        let row = |table: Table, found: &mut Vec<(usize, i64)>| {
            found.extend(text.entries(table, at).map(|e| (e.at, i64::from(e.row))));
        };
        let relative = |wanted: &[Rel], found: &mut Vec<(usize, i64)>| {
            for entry in text.entries(Table::Relative, at) {
                let Some(row) = words.relative(i64::from(entry.row)) else { continue };
                let follows = |w: &[char]| w.iter().enumerate().all(|(i, &c)| block.get(entry.at + i) == c);
                let other =
                    row.not_after.contains(&block.before(at)) || row.not_before.iter().any(|w| follows(w));
                if wanted.contains(&row.unit) && !other {
                    found.push((entry.at, i64::from(entry.row)));
                }
            }
        };
        match slot {
            Slot::Year => {
                // A third digit is that of the Republic where Traditional characters are written: 115年1月.
                if let Some((end, year)) = figures(block, at, 3).filter(|(end, _)| end - at == 3)
                    && (100..=130).contains(&year)
                    && block.traditional > 0
                    && of_the_republic(block, end)
                {
                    found.push((end, year + 1911));
                    return;
                }
                if let Some((end, year)) = figures(block, at, 4).or_else(|| positional(block, at, 4))
                    && end - at >= 3
                    && (100..=2200).contains(&year)
                {
                    found.push((end, year));
                }
            }
            Slot::AnyYear => {
                let year =
                    figures(block, at, 4).or_else(|| positional(block, at, 4)).or_else(|| counted(block, at));
                found.extend(year.filter(|(_, y)| (1..=2200).contains(y)));
            }
            Slot::ShortYear => {
                let from = at + usize::from(block.get(at) == '\'');
                let year = figures(block, from, 2).or_else(|| positional(block, from, 2));
                found.extend(year.filter(|(end, _)| end - from == 2).map(|(end, y)| (end, full_year(y))));
            }
            Slot::Month if block.get(at) == '元' && block.get(at + 1) == '月' => found.push((at + 1, 1)),
            Slot::Month => found.extend(number(block, at, 1..=12)),
            Slot::Day => {
                let at = at + usize::from(block.get(at) == '初');
                found.extend(number(block, at, 1..=31));
            }
            Slot::InDay => {
                if block.get(at) == '(' && matches!(block.before(at), '昨' | '今' | '明') {
                    let day = number(block, at + 1, 1..=31).map(|(end, n)| match block.get(end) {
                        ')' if block.get(end + 1) == '日' => Some((end + 1, n)),
                        '日' if block.get(end + 1) == ')' => Some((end + 2, n)),
                        _ => None,
                    });
                    found.extend(day.flatten());
                }
            }
            Slot::Weekday => {
                for entry in text.entries(Table::Weekdays, at) {
                    if let Some(&day) = words.weekdays.get(entry.row as usize) {
                        found.push((entry.at, i64::from(day) | (WeekdayForm::ThisWeek as i64) << 4));
                    }
                }
            }
            Slot::DayOfWeek => {
                let day = match block.get(at) {
                    '日' | '天' => Some(7),
                    c => han_digit(c).filter(|n| (1..=6).contains(n)),
                };
                found.extend(day.map(|d| (at + 1, d)));
            }
            Slot::RelDay => relative(&[Rel::Day, Rel::Headline], found),
            Slot::RelWeek => relative(&[Rel::Week], found),
            Slot::RelMonth => relative(&[Rel::Month], found),
            Slot::RelYear => relative(&[Rel::Year, Rel::Anaphor], found),
            Slot::RelQuarter => relative(&[Rel::Quarter], found),
            Slot::RelCentury => relative(&[Rel::Century], found),
            Slot::RelSeason => relative(&[Rel::Season], found),
            Slot::Week => found.extend(number(block, at, 1..=53)),
            Slot::Quarter if block.get(at) == '首' => found.push((at + 1, 1)),
            Slot::Quarter => found.extend(number(block, at, 1..=4)),
            Slot::Half => {
                if block.get(at + 1) == '半' {
                    match block.get(at) {
                        '上' | '前' => found.push((at + 2, 1)),
                        '下' | '后' => found.push((at + 2, 2)),
                        _ => {}
                    }
                }
            }
            // 前两个月, 头5个月
            Slot::FirstMonths | Slot::FirstQuarters => {
                let (top, head) =
                    if slot == Slot::FirstMonths { (11, block.before(at)) } else { (4, block.before(at)) };
                if !matches!(head, '前' | '头' | '首') {
                    return;
                }
                let n = if matches!(block.get(at), '两') {
                    Some((at + 1, 2))
                } else {
                    number(block, at, 2..=top)
                };
                found.extend(n.map(|(end, n)| (end + usize::from(block.get(end) == '个'), n)));
            }
            Slot::Season => {
                // 春运 and the like are longer words.
                let word = words.guards.after(text.lexicon, block, at);
                let longer = |end| word.edge > end && word.has(DateClass::Compound);
                for entry in text.entries(Table::Seasons, at).filter(|e| !longer(e.at)) {
                    found.push((entry.at, i64::from(entry.row)));
                }
            }
            Slot::Holiday => row(Table::Holidays, found),
            Slot::Position => {
                for entry in text.entries(Table::Positions, at) {
                    let next = block.get(entry.at);
                    // 1998年中国…: one character is a part of the period only where the next begins no word with it.
                    let fits = entry.at > at + 1
                        || match block.get(at) {
                            '中' => {
                                !is_han(next)
                                    || matches!(next, '的' | '至' | '到' | '以' | '起' | '开' | '前' | '后')
                            }
                            '初' => !matches!(
                                next,
                                '中' | '级'
                                    | '步'
                                    | '次'
                                    | '始'
                                    | '审'
                                    | '一'
                                    | '二'
                                    | '三'
                                    | '选'
                                    | '赛'
                                    | '试'
                                    | '战'
                            ),
                            '底' => !matches!(next, '特' | '线' | '片' | '气' | '层' | '盘' | '部'),
                            '尾' => !matches!(next, '盘' | '气' | '随' | '部'),
                            '末' => !matches!(next, '代' | '端' | '班' | '路'),
                            _ => true,
                        };
                    if fits {
                        found.push((entry.at, i64::from(entry.row)));
                    }
                }
            }
            Slot::Era => row(Table::Eras, found),
            Slot::EraYear if block.get(at) == '元' => found.push((at + 1, 1)),
            Slot::EraYear => {
                let n =
                    figures(block, at, 3).or_else(|| positional(block, at, 3)).or_else(|| counted(block, at));
                let hundreds = || {
                    // 一百一十三, 一一三
                    let (end, n) = (block.get(at) == '一' && block.get(at + 1) == '百')
                        .then(|| counted(block, at + 2 + usize::from(block.get(at + 2) == '〇')))??;
                    Some((end, 100 + n))
                };
                found.extend(n.or_else(hundreds).filter(|(_, n)| (1..=130).contains(n)));
            }
            Slot::Decade => {
                if let Some((end, n)) = figures(block, at, 4) {
                    let fits = (end - at == 4 && n % 10 == 0 && (1000..=2090).contains(&n))
                        || (end - at == 2 && n % 10 == 0);
                    if fits {
                        found.push((end, n));
                    }
                } else if let Some((end, n)) = positional(block, at, 4).filter(|(_, n)| n % 10 == 0) {
                    found.push((end, n));
                } else if let Some(n) = han_digit(block.get(at)).filter(|n| *n > 0) {
                    if matches!(block.get(at + 1), '十' | '〇') {
                        found.push((at + 2, n * 10));
                    } else if han_digit(block.get(at + 1)) == Some(n + 1) && has(block, at + 2, "十年代") {
                        // 八九十年代: the first of two.
                        found.push((at + 1, n * 10));
                    }
                } else if block.get(at) == '十' {
                    found.push((at + 1, 10));
                }
            }
            Slot::Century => found.extend(number(block, at, 1..=22).map(|(end, n)| (end, (n - 1) * 100))),
            Slot::Part => row(Table::Dayparts, found),
            Slot::Clock => found.extend(clock(block, at)),
            Slot::Numeric => found.extend(numeric(block, at)),
            // 2008-2009赛季, 08/09赛季
            Slot::NextYear => {
                if !matches!(block.get(at), '-' | '/' | '—' | '~') {
                    return;
                }
                let digits =
                    (at.saturating_sub(4)..at).rev().take_while(|&i| block.get(i).is_ascii_digit()).count();
                let Some((_, first)) = figures(block, at - digits, 4) else { return };
                let first = if digits == 2 { full_year(first) } else { first };
                let Some((end, n)) = figures(block, at + 1, 4) else { return };
                let second = match end - at - 1 {
                    2 => first / 100 * 100 + n + if n == 0 { 100 } else { 0 },
                    4 => n,
                    _ => return,
                };
                if second == first + 1 {
                    found.push((end, second));
                }
            }
            Slot::ShortMonth => {}
            Slot::Plan => found.extend(plan(block, at)),
            Slot::Lunar => found.extend(lunar(block, at)),
            // 昨今两天, 今明两年
            Slot::BothDays | Slot::BothYears => {
                let first = match (block.get(at), block.get(at + 1)) {
                    ('前', '昨') if slot == Slot::BothDays => -2,
                    ('昨', '今') if slot == Slot::BothDays => -1,
                    ('前', '去') if slot == Slot::BothYears => -2,
                    ('去', '今') if slot == Slot::BothYears => -1,
                    ('今', '明') => 0,
                    ('明', '后') => 1,
                    _ => return,
                };
                found.push((at + 2, first));
            }
            Slot::To => {
                found.extend(range_word(block, at).map(|e| (skip_spaces(block, e), 0)));
                // 八九十年代 has no sign.
                if let (Some(a), Some(b)) = (han_digit(block.before(at)), han_digit(block.get(at)))
                    && b == a + 1
                    && has(block, at + 1, "十年代")
                {
                    found.push((at, 0));
                }
            }
            Slot::And => found.extend(list_word(block, at).map(|e| (skip_spaces(block, e), 0))),
        }
    }

    fn tail(&self, words: &Words, text: Text<'_>, end: usize, stated: &mut Stated) -> usize {
        let block = text.block;
        if !stated.is_day() || stated.numeric && block.get(end) != ' ' {
            return end;
        }
        let mut end = end;
        if stated.weekday.is_none() && !stated.headline {
            let at = skip_spaces(block, end);
            let open = usize::from(block.get(at) == '(');
            let weekday = text.longest(Table::Weekdays, at + open);
            if let Some(entry) = weekday {
                let close = usize::from(block.get(entry.at) == ')');
                if open == close {
                    if let Some(&day) = words.weekdays.get(entry.row as usize) {
                        stated.weekday = Some((day, WeekdayForm::ThisWeek));
                    }
                    end = entry.at + close;
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
        if let Some((to, minutes)) = clock(block, at) {
            stated.time = time(minutes);
            end = to;
        }
        end
    }

    fn judge(&self, words: &Words, text: Text<'_>, start: usize, end: usize, stated: &Stated) -> Verdict {
        judge(&Beside::new(words, text, start, end), stated)
    }

    fn range_word(&self, block: &Block<'_>, _: usize, at: usize) -> Option<usize> {
        range_word(block, at).map(|end| skip_spaces(block, end))
    }

    fn is_dateline(&self, words: &Words, text: Text<'_>, start: usize, end: usize) -> bool {
        date_clause::is_dateline(&Beside::new(words, text, start, end))
    }

    fn modifier(&self, words: &Words, text: Text<'_>, start: usize, end: usize) -> Option<DateModifier> {
        date_clause::modifier(&Beside::new(words, text, start, end))
    }

    fn is_compared(&self, words: &Words, text: Text<'_>, start: usize, end: usize) -> bool {
        date_clause::is_compared(&Beside::new(words, text, start, end))
    }

    fn cue(&self, words: &Words, text: Text<'_>, _: &Sentence, start: usize, end: usize) -> Cue {
        date_clause::cue(&Beside::new(words, text, start, end))
    }
}

/// Whether 年 and what follows at `at` make a number before it a year of the Republic, and no length of time.
fn of_the_republic(block: &Block<'_>, at: usize) -> bool {
    let month = number(block, at + 1, 1..=12).is_some_and(|(end, _)| block.get(end) == '月');
    block.get(at) == '年' && (month || matches!(block.get(at + 1), '度' | '第'))
}
