//! Dates in Chinese news: figures and Han numerals, what follows a day, and what only looks like a date.

use crate::{
    kind::date::{
        Cue, Reader, Reads, Rel, Sentence, Slot, Stated, Text, Verdict, WeekdayForm, Words, Year, ends_with,
        has, time,
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
fn range_word(block: &Block<'_>, at: usize) -> Option<usize> {
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

fn list_word(block: &Block<'_>, at: usize) -> Option<usize> {
    matches!(block.get(at), '、' | '和' | '与' | '及' | '或' | ',' | '/').then_some(at + 1)
}

/// Characters that a number of a date takes at most.
const NUMBER: usize = 6;

/// Whether a character is part of a number of a date.
fn counts(c: char) -> bool {
    c.is_ascii_digit() || matches!(c, '十' | '拾' | '廿' | '卅' | '百') || han_digit(c).is_some()
}

const SPACES: usize = 2;

/// Characters of a clause that are looked through to each side of a date.
const CLAUSE: usize = 60;

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

/// Whether one of the words stands at `at`.
fn any(block: &Block<'_>, at: usize, words: &[&str]) -> bool {
    words.iter().any(|w| has(block, at, w))
}

/// Whether one of the words ends before `at`.
fn any_before(block: &Block<'_>, at: usize, words: &[&str]) -> bool {
    words.iter().any(|w| ends_with(block, at, w))
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
                        let before = block.before(at);
                        let counted = digit(before).is_some()
                            || han_digit(before).is_some()
                            || matches!(
                                before,
                                '每' | '逢'
                                    | '个'
                                    | '两'
                                    | '几'
                                    | '数'
                                    | '整'
                                    | '半'
                                    | '近'
                                    | '过'
                                    | '满'
                                    | '第'
                                    | '头'
                                    | '首'
                                    | '围'
                                    | '圆'
                                    | '多'
                                    | '十'
                                    | '隔'
                            );
                        let name = any(
                            block,
                            at,
                            &["周六福", "周一围", "周一良", "周一鸣", "周三多", "周五常", "周一贯"],
                        );
                        // Names of crashes and sales.
                        let named = any_before(block, at, &["黑色", "黑色\"", "蓝色", "疯狂"]);
                        if !counted && !name && !named {
                            found.push((entry.at, i64::from(day) | (WeekdayForm::ThisWeek as i64) << 4));
                        }
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
                for entry in text.entries(Table::Seasons, at) {
                    if !any(
                        block,
                        entry.at,
                        &["运", "晚", "联", "耕", "播", "收", "粮", "小麦", "训", "装", "菜", "灌"],
                    ) {
                        found.push((entry.at, i64::from(entry.row)));
                    }
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
            let other = match (entry.at - at, block.get(at), block.get(entry.at)) {
                (1, '早', next) => matches!(
                    next,
                    '些' | '已' | '就' | '期' | '在' | '餐' | '有' | '前' | '逝' | '日' | '报' | '教' | '稻'
                ),
                (1, '晚', next) => matches!(
                    next,
                    '些' | '于' | '报' | '年' | '婚' | '期' | '会' | '宴' | '餐' | '清' | '辈' | '稻' | '点'
                ),
                (1, '晨', next) => matches!(next, '报' | '练' | '曦' | '光'),
                (1, '夜', next) => matches!(next, '景' | '校' | '市' | '总'),
                _ => false,
            };
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

    fn judge(&self, _: &Words, text: Text<'_>, start: usize, end: usize, stated: &Stated) -> Verdict {
        if fits(text, start, end, stated) { Verdict::Taken } else { Verdict::Homonym }
    }

    fn range_word(&self, block: &Block<'_>, _: usize, at: usize) -> Option<usize> {
        range_word(block, at).map(|end| skip_spaces(block, end))
    }

    fn is_dateline(&self, block: &Block<'_>, start: usize, end: usize) -> bool {
        let at = skip_spaces(block, end);
        let wired = match block.get(at) {
            '电' => !matches!(
                block.get(at + 1),
                '话' | '影'
                    | '视'
                    | '力'
                    | '子'
                    | '脑'
                    | '价'
                    | '网'
                    | '动'
                    | '商'
                    | '台'
                    | '器'
                    | '灯'
                    | '梯'
                    | '信'
                    | '气'
                    | '站'
                    | '厂'
                    | '缆'
            ),
            '讯' => true,
            '专' => block.get(at + 1) == '电',
            '综' => any(block, at, &["综合电", "综合讯", "综合消息"]),
            '消' => block.get(at + 1) == '息',
            _ => false,
        };
        let opens = start == 0 || block.get(start - 1) == '\n';
        wired
            && (opens
                || (start.saturating_sub(24)..start)
                    .any(|i| matches!(block.get(i), '社' | '报' | '网' | '台')))
    }

    fn modifier(&self, _: &Words, text: Text<'_>, start: usize, end: usize) -> Option<DateModifier> {
        let block = text.block;
        let mut end = end;
        while matches!(block.get(end), ' ') {
            end += 1;
        }
        if any(block, end, &["以来", "至今", "迄今"]) {
            return Some(DateModifier::Since);
        }
        if any(block, end, &["以前", "之前", "前夕"])
            || block.get(end) == '前' && !any(block, end, &["前后", "前往", "前来", "前去", "前首", "前总"])
        {
            return Some(DateModifier::Before);
        }
        if any(block, end, &["以后", "之后"]) || block.get(end) == '后' {
            return Some(DateModifier::After);
        }
        if any(block, end, &["前后", "左右", "上下"]) || about(block, start) {
            return Some(DateModifier::Approximate);
        }
        if any_before(block, start, &["截至", "截止", "截止到", "截至到"]) {
            return Some(DateModifier::Until);
        }
        // 直到去年才: not before.
        if any_before(block, start, &["直到", "直至"]) {
            let stop = |c: char| matches!(c, '。' | ';' | '!' | '?' | '\n' | '\0');
            let late =
                (end..end + CLAUSE / 2).take_while(|&i| !stop(block.get(i))).any(|i| block.get(i) == '才');
            if late {
                return None;
            }
            return Some(DateModifier::Until);
        }
        if block.get(end) == '起' && !any(block, end, &["起义", "起草", "起诉", "起飞", "起点", "起火"])
        {
            return Some(DateModifier::Since);
        }
        None
    }

    fn is_compared(&self, _: &Words, text: Text<'_>, start: usize, end: usize) -> bool {
        let block = text.block;
        has(block, end, "同期") || has(block, end, "同月") || matches!(block.before(start), '比' | '较')
    }

    fn cue(&self, _: &Words, text: Text<'_>, _: &Sentence, start: usize, end: usize) -> Cue {
        let block = text.block;
        let ahead = any_before(
            block,
            start,
            &[
                "将于",
                "将在",
                "拟于",
                "定于",
                "将从",
                "将自",
                "计划于",
                "计划在",
                "预计",
                "预计在",
                "预计于",
                "有望在",
                "有望于",
            ],
        ) || any(block, end, &["将", "起将", "后将"])
            && !any(block, end, &["将军", "将士", "将领"]);
        if ahead {
            Cue::Ahead
        } else if any_before(block, start, &["早在", "已于", "已在", "曾于", "曾在"]) {
            Cue::Behind
        } else {
            // News reports, unless a word for the future says otherwise.
            let stop = |i: &usize| matches!(block.get(*i), ',' | '。' | ';' | '!' | '?' | '\n' | '\0');
            let from = (start.saturating_sub(CLAUSE)..start)
                .rev()
                .find(stop)
                .map_or(start.saturating_sub(CLAUSE), |i| i + 1);
            let next = end + usize::from(block.get(end) == ',');
            let to = (next..next + CLAUSE).find(stop).unwrap_or(next + CLAUSE);
            let future = (from..to).any(|i| match block.get(i) {
                '将' | '拟' => true,
                '预' => block.get(i + 1) == '计',
                '有' => block.get(i + 1) == '望',
                '届' => block.get(i + 1) == '时',
                '定' => block.get(i + 1) == '于',
                '计' => has(block, i, "计划于") || has(block, i, "计划在"),
                '准' => block.get(i + 1) == '备',
                '明' => block.get(i + 1) == '年',
                _ => false,
            });
            if future { Cue::None } else { Cue::Report }
        }
    }
}

/// Whether a title that began within reach is still open.
fn in_title(block: &Block<'_>, at: usize) -> bool {
    for i in (at.saturating_sub(40)..at).rev() {
        match block.get(i) {
            '《' | '〈' => return true,
            '》' | '〉' | '\n' | '。' => return false,
            _ => {}
        }
    }
    false
}

/// Whether the date is one of a series that 每 opens: 每年5、6月, 每年3月5日至10日.
fn every(block: &Block<'_>, start: usize) -> bool {
    let part = |c: char| {
        c.is_ascii_digit()
            || han_digit(c).is_some()
            || matches!(
                c,
                '、' | '年'
                    | '月'
                    | '日'
                    | '号'
                    | '周'
                    | '至'
                    | '到'
                    | '-'
                    | '—'
                    | '的'
                    | '和'
                    | '与'
                    | '及'
                    | '十'
            )
    };
    let first = (start.saturating_sub(12)..start).rev().find(|&i| !part(block.get(i)));
    first.is_some_and(|i| matches!(block.get(i), '每' | '逢'))
}

/// Whether 年 and what follows at `at` make a number before it a year of the Republic, and no length of time.
fn of_the_republic(block: &Block<'_>, at: usize) -> bool {
    let month = number(block, at + 1, 1..=12).is_some_and(|(end, _)| block.get(end) == '月');
    block.get(at) == '年' && (month || matches!(block.get(at + 1), '度' | '第'))
}

/// Whether the months counted from the first of the year are those of a statistic: 前五个月进出口增长; not the first
/// months of something else.
fn tallied(block: &Block<'_>, start: usize, end: usize) -> bool {
    let heads = !is_han(block.before(start)) && !block.before(start).is_ascii_alphanumeric();
    let counted = block.get(end - 2) == '个' && !matches!(block.get(end), '的' | '内' | '里' | '就');
    let stop = |c: char| matches!(c, '。' | ';' | '\n' | '\0');
    heads
        && counted
        && (end..end + CLAUSE / 2).take_while(|&i| !stop(block.get(i))).any(|i| {
            let words = [
                "同比",
                "按年",
                "年增",
                "累计",
                "进出口",
                "外贸",
                "全国",
                "全省",
                "全市",
                "销量",
                "产量",
                "营收",
                "税收",
                "零售",
                "工业",
                "财政",
                "货物",
            ];
            any(block, i, &words)
        })
}

/// Whether a day of the week is one of opening hours, which come again each week: 周一至周五9时开放, 周一闭馆.
fn opens(block: &Block<'_>, start: usize, end: usize) -> bool {
    if any(block, end, &["闭馆", "休馆", "店休"]) {
        return true;
    }
    let day = |c: char| matches!(c, '一' | '二' | '三' | '四' | '五' | '六' | '日' | '天');
    let week = |at: usize| any(block, at, &["周", "星期", "礼拜"]);
    let to = matches!(block.before(start), '至' | '到' | '-' | '~')
        && start.checked_sub(2).is_some_and(|i| day(block.get(i)));
    let from = range_word(block, end).is_some_and(week);
    let around = start.saturating_sub(CLAUSE / 2)..end + CLAUSE / 2;
    (to || from)
        && around.into_iter().any(|i| {
            let words = [
                "开放",
                "开诊",
                "营业",
                "办公",
                "门诊",
                "开馆",
                "服务时间",
                "工作时间",
                "接待",
                "上班",
                "值班",
                "热线",
                "接听",
                "限行",
                "闭馆",
                "售票",
                "开门",
            ];
            any(block, i, &words)
        })
}

/// Whether 约 before a place is a word of its own: not 合约, 签约.
fn about(block: &Block<'_>, at: usize) -> bool {
    any_before(block, at, &["大约", "大概"])
        || block.before(at) == '约'
            && !at
                .checked_sub(2)
                .is_some_and(|i| "合条公签违预特契节制婚邀赴履解失毁租续密誓立和盟纽".contains(block.get(i)))
}

/// Whether a number before 年 is a year and not a length of time.
fn year_stands(block: &Block<'_>, start: usize, end: usize, year: i16, stated: &Stated) -> bool {
    let before = block.before(start);
    if before == '第'
        || any(block, end, &["制"])
        || before == '-'
            && (digit(block.before(start - 1)).is_some()
                || block.before(start - 1) == '年'
                    && (start.saturating_sub(10)..start).any(|i| block.get(i) == '前'))
    {
        return false;
    }
    if block.get(start) == '公'
        || block.get(start) == '西'
        || stated.modifier.is_some() && year >= 1000 && !stated.short_year
    {
        return true;
    }
    let length = any(
        block,
        end,
        &[
            "来",
            "间",
            "历史",
            "的历史",
            "的古",
            "的老",
            "古",
            "的传统",
            "多",
            "余",
            "以上",
            "之久",
            "左右",
            "文明",
            "寿",
            "的文明",
            "期",
            "级",
            "内",
            "后",
            "之后",
            "前",
            "之前",
            "以前",
            "以后",
        ],
    ) && !any(
        block,
        end,
        &[
            "前后", "来到", "来华", "来自", "来访", "前往", "前来", "间谍", "后期", "前期", "多次", "多家",
            "内阁", "级别", "期货",
        ],
    );
    let counted = matches!(
        before,
        '近' | '约'
            | '逾'
            | '达'
            | '余'
            | '超'
            | '过'
            | '有'
            | '满'
            | '隔'
            | '每'
            | '整'
            | '长'
            | '共'
            | '历'
            | '今'
    );
    if stated.short_year {
        // Two digits: only what is no likely length of time.
        let quoted = block.get(start) == '\'';
        let short = year % 100;
        let han = is_han(block.get(start));
        if quoted {
            return true;
        }
        if length
            || counted
            || any(block, end, &["的", "是", "了", "过", "未", "不", "没", "如", "为"]) && !han
        {
            return false;
        }
        if han {
            // 三四年 is three or four years.
            let (a, b) = (short / 10, short % 10);
            return b != a + 1 && a != 0 || a == 0 && !matches!(before, '二');
        }
        let prepared = matches!(
            before,
            '从' | '自'
                | '在'
                | '于'
                | '到'
                | '至'
                | ','
                | '。'
                | '\0'
                | '\n'
                | '('
                | '、'
                | ';'
                | '比'
                | '"'
                | '是'
                | '与'
                | '和'
                | '以'
                | '届'
                | '及'
        );
        return stated.modifier.is_some() && (short >= 70 || short < 30 && block.get(start) == '0')
            || short >= 70 && short % 10 != 0
            || short < 10
            || prepared && short >= 70;
    }
    if year < 1000 {
        // Three digits: a year of history only where nothing speaks of a length.
        let dated = matches!(
            before,
            '在' | '于' | '自' | '从' | '到' | '至' | '(' | ',' | '。' | '\0' | '\n' | '、' | ';' | '"'
        ) || !is_han(before);
        return year >= 100 && dated && !length && !counted && year % 10 != 0
            || year >= 100 && matches!(before, '在' | '于' | '(') && !length;
    }
    let around =
        any(block, end, &["以前", "之前", "前后", "以后", "之后", "后", "内", "期", "级", "左右", "以上"]);
    if year >= 1800 && around {
        return !counted;
    }
    if length && (year % 100 == 0 || year < 1500 && counted) {
        return !(year < 1900 || year == 2000 || year == 2100);
    }
    !(counted && year % 100 == 0)
}

/// Whether a day of which nothing but its number is said is one.
fn bare_day(block: &Block<'_>, start: usize, end: usize, stated: &Stated) -> bool {
    let (before, after) = (block.before(start), block.get(end));
    let Some(day) = stated.day else { return false };
    let sign = (start..end).find(|&i| matches!(block.get(i), '日' | '号'));
    let timed = stated.part.is_some() || stated.time.is_some() || stated.weekday.is_some();
    if matches!(sign.map(|i| block.get(i)), Some('号')) {
        // 3号 is a house, a line, a player more often than a day.
        let month_before = (start.saturating_sub(12)..start).any(|i| block.get(i) == '月');
        return timed && !matches!(after, '线' | '楼') || month_before && !is_han(after);
    }
    if before.is_ascii_digit()
        || matches!(
            before,
            '每' | '第'
                | '近'
                | '逾'
                | '约'
                | '隔'
                | '数'
                | '几'
                | '半'
                | '满'
                | '共'
                | '整'
                | '终'
                | '周'
                | '百'
                | '千'
                | '余'
                | '休'
                | '头'
                | '前'
                | '后'
                | '历'
                | '达'
                | '时'
                | '期'
                | '连'
                | '续'
                | '过'
                | '多'
                | '.'
                | '/'
                | ':'
                | '月'
                | '两'
                | '短'
                | '初'
        )
        || before == '-' && !matches!(block.before(start - 1), '日' | '号')
        || any_before(block, start, &["最后", "为期", "长达", "有效期", "拘留", "停牌"])
    {
        return false;
    }
    let tail = any(
        block,
        end,
        &[
            "内",
            "之内",
            "之间",
            "游",
            "以内",
            "之久",
            "以上",
            "左右",
            "余",
            "多",
            "元",
            "圆",
            "币",
            "均",
            "制",
            "子",
            "方",
            "式",
            "系",
            "益",
            "渐",
            "常",
            "照",
            "光",
            "志",
            "历",
            "货",
            "产",
            "本人",
            "本国",
            "本队",
            "本女",
            "本男",
            "本政府",
            "本首相",
            "本公司",
            "本选手",
            "俄",
            "军",
            "寇",
            "伪",
            "侨",
            "语",
            "文",
            "美",
            "韩",
            "班",
            "程",
            "行程",
            "千里",
            "三餐",
            "为限",
        ],
    );
    if tail {
        return false;
    }
    if after == '报'
        && !any(
            block,
            end,
            &[
                "报道", "报告", "报到", "报名", "报案", "报警", "报称", "报请", "报出", "报收", "报价",
                "报送", "报喜", "报复",
            ],
        )
    {
        return false;
    }
    if after == '记' && block.get(end + 1) != '者' {
        return false;
    }
    if matches!(after, '后' | '前' | '起') && !timed {
        let dated = matches!(before, '自' | '从' | '于' | '在' | '到' | '至' | '截');
        if after != '起' && !dated && day < 11 || after == '后' && !dated {
            return false;
        }
    }
    let han = is_han(block.get(start)) && day <= 10;
    if han {
        let other = matches!(
            before,
            '有' | '某'
                | '近'
                | '昨'
                | '今'
                | '次'
                | '翌'
                | '往'
                | '他'
                | '早'
                | '改'
                | '一'
                | '二'
                | '三'
                | '十'
                | '不'
                | '如'
                | '这'
                | '那'
                | '生'
                | '同'
                | '当'
                | '假'
                | '节'
                | '冬'
                | '夏'
                | '春'
                | '秋'
                | '星'
                | '礼'
        ) || any(block, end, &["之", "不", "为", "里", "千", "又", "比", "复", "一", "三"]);
        let month_before = matches!(before, '、' | '至' | '到' | '-' | '和');
        return !other
            && (timed
                || month_before
                || matches!(
                    before,
                    ',' | '。' | '\0' | '\n' | '(' | '"' | ' ' | '于' | '在' | '定' | '京' | '日'
                )
                || matches!(
                    after,
                    '在' | '电'
                        | '说'
                        | '表'
                        | '宣'
                        | '发'
                        | '举'
                        | '召'
                        | '会'
                        | '对'
                        | '就'
                        | '至'
                        | '到'
                        | '抵'
                        | '晚'
                        | '下'
                        | '上'
                        | '凌'
                        | '起'
                        | '讯'
                ));
    }
    true
}

/// Whether the neighbours of `start..end` let it be the date that was read there.
fn fits(text: Text<'_>, start: usize, end: usize, stated: &Stated) -> bool {
    let block = text.block;
    let (before, after) = (block.before(start), block.get(end));
    let last = block.before(end);
    if in_title(block, start) {
        return false;
    }
    // 昨(18)日
    if stated.headline && stated.day.is_some() {
        return true;
    }
    if !matches!(stated.year, Some(Year::Said(_)))
        && any_before(block, start, &["每到", "每逢", "每至", "每当", "每临", "每近"])
    {
        return false;
    }
    if stated.weekday.is_some() && stated.week.is_none() && stated.day.is_none() && opens(block, start, end) {
        return false;
    }
    if stated.year.is_none() && stated.month.is_some() && matches!(block.get(start), '前' | '首') {
        return tallied(block, start, end);
    }
    // 公元前49年1月1日: the years before ours are not read, nor is what stands behind them.
    if any_before(block, start, &["公元前", "西元前", "纪元前", "公元前约", "公元", "公元前的"])
        && (stated.year.is_some() || stated.century.is_some() || stated.decade.is_some())
        && !matches!(block.get(start), '公' | '西')
    {
        return false;
    }
    // 113年5月 is a year of the Republic in Taiwan; one of our second century would be said to be.
    if matches!(stated.year, Some(Year::Said(100..200)))
        && stated.month.is_some()
        && !matches!(block.get(start), '公' | '西')
    {
        return false;
    }
    if stated.headline {
        return match block.get(start) {
            '昨' => is_han(after) && !matches!(after, '是' | '非'),
            '今' => matches!(after, '起' | '将' | '在' | '抵' | '赴'),
            _ => matches!(after, '起' | '将' | '抵' | '赴') && !is_han(before),
        };
    }
    if stated.year.is_none() && stated.days_away.is_none() && stated.century.is_none() {
        // Every year, every month; and the rest of a date whose beginning could not be read.
        if matches!(before, '每' | '逢' | '年' | '月' | '第' | '闰')
            && !any_before(block, start, &["新年", "少年", "青年", "历年"])
        {
            return stated.weekday.is_some() && stated.day.is_none() && matches!(before, '年' | '月');
        }
        if any_before(
            block,
            start,
            &["每年的", "每年", "每月", "每月的", "历年", "历年的", "每个", "每周", "年的"],
        ) {
            return false;
        }
    }
    if stated.year.is_none() && every(block, start) {
        return false;
    }
    if stated.is_bare_day() {
        return bare_day(block, start, end, stated);
    }
    // Years without 年: (1881-1936), or one of a list that ends in 年.
    if stated.is_year() && last.is_ascii_digit() {
        let listed = list_word(block, end).is_some_and(|e| (e..e + 24).any(|i| block.get(i) == '年'));
        if !(listed || before == '(' && after == ')') {
            return false;
        }
    }
    if stated.is_year()
        && let Some(Year::Said(year)) = stated.year
        && !year_stands(block, start, end, year, stated)
    {
        return false;
    }
    // 三四月 is March or April; 一月三次 is how often.
    let last = if last == '份' { '月' } else { last };
    if last == '月'
        && is_han(block.get(start))
        && (han_digit(before).is_some() || han_digit(after).is_some() && stated.year.is_none())
    {
        return false;
    }
    // A month without a year is no length of time: 近3月, 前3月.
    if last == '月'
        && stated.year.is_none()
        && (matches!(
            before,
            '近' | '前'
                | '头'
                | '余'
                | '逾'
                | '过'
                | '个'
                | '数'
                | '几'
                | '满'
                | '隔'
                | '续'
                | '期'
                | '.'
                | '半'
        ) || any_before(block, start, &["最近", "过去", "未来", "长达", "为期", "历时", "连续"])
            || matches!(after, '余' | '多' | '内' | '球' | '薪' | '租' | '饼' | '亮')
            || any(block, end, &["革命", "之久", "之内", "以上", "围城", "风暴", "嫂", "党人"]))
    {
        return false;
    }
    if stated.holiday.is_some() && any(block, end, &["上河图", "园"]) {
        return false;
    }
    if stated.century.is_some() && any(block, end, &["经济报道", "不动产", "福克斯", "出版", "教育"])
    {
        return false;
    }
    if last == '日' && any(block, end, &["元", "圆", "币"]) {
        return false;
    }
    true
}
