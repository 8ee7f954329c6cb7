//! What the slots of Chinese date patterns read.

use super::{
    date_offsets, date_republic as republic,
    dates::{counted, han_digit, list_word, number, positional, range_word, short_weekday, skip_spaces},
};
use crate::{
    kind::date::{
        Caught, DateClass, Found, Place, Slot, SlotReader, WeekdayForm, ends_with, has,
        readers::{self, FigureDates, Ymd, figures, full_year},
    },
    lexicon::Table,
    text::{Block, is_han},
};

/// Han numerals of one character; a Latin O stands for 〇 between them.
const HAN: &str = "Oo〇一二三四五六七八九壹贰叁肆伍陆柒捌玖十拾廿卅百";

/// The same with what only lengths have.
const COUNTS: &str = "一二三四五六七八九十廿卅百两半";

/// What 第一个 and its kin begin with, and what they hold.
const NTH: &[&str] = &["第", "首", "头一", "最后一", "倒数"];
const WHICH: &str = "第首头最后倒数一二三四五六七八九十廿卅百两个日天周末星期礼拜上下前半月0123456789";

/// The readers of all slots that Chinese dates have.
pub(super) const SLOTS: &[SlotReader] = &[
    SlotReader::new(Slot::Year, year)
        .digits(3, 4)
        .numerals(HAN)
        .opens(&["("])
        .holds(")")
        .examples(&["2024", "一九九三"]),
    SlotReader::new(Slot::AnyYear, any_year).digits(1, 4).numerals(HAN).examples(&["618", "六一八"]),
    SlotReader::new(Slot::ShortYear, short_year)
        .digits(2, 2)
        .numerals(HAN)
        .opens(&["'"])
        .examples(&["98", "'98", "九八"]),
    SlotReader::new(Slot::Month, month)
        .digits(1, 2)
        .numerals(HAN)
        .opens(&["元月", "("])
        .holds(")")
        .examples(&["3", "12", "十二"]),
    SlotReader::new(Slot::Day, day)
        .digits(1, 2)
        .numerals(HAN)
        .opens(&["初一", "初二", "初三", "初四", "初五", "初六", "初七", "初八", "初九", "初十"])
        .examples(&["5", "31", "二十五", "初五"]),
    SlotReader::new(Slot::LoneDay, lone_day).digits(1, 2).examples(&["22", "8"]),
    SlotReader::new(Slot::InDay, in_day).opens(&["("]).holds(")日月/").examples(&[
        "(18)日",
        "(18日)",
        "(6月18日)",
        "(6/18)",
    ]),
    SlotReader::new(Slot::Weekday, weekday).table(Table::Weekdays),
    SlotReader::new(Slot::DayOfWeek, day_of_week)
        .numerals("一二三四五六")
        .opens(&["日", "天"])
        .examples(&["三", "天"]),
    readers::REL_DAY,
    readers::REL_WEEK,
    readers::REL_MONTH,
    readers::REL_YEAR,
    readers::REL_QUARTER,
    readers::REL_CENTURY,
    readers::REL_SEASON,
    SlotReader::new(Slot::Week, |p, found| p.push(found, number(p.block(), p.at, 1..=53)))
        .digits(1, 2)
        .numerals(HAN)
        .examples(&["32", "三十二"]),
    SlotReader::new(Slot::Quarter, quarter)
        .digits(1, 2)
        .numerals(HAN)
        .opens(&["首季", "首 "])
        .examples(&["3", "三", "首"]),
    SlotReader::new(Slot::Half, half)
        .digits(1, 1)
        .opens(&["上半", "下半", "前半", "后半"])
        .examples(&["上半", "后半", "1"]),
    SlotReader::new(Slot::FirstMonths, |p, found| first_of(p, 11, found))
        .digits(1, 2)
        .numerals(HAN)
        .opens(&["两"])
        .holds("个")
        .examples(&["十一个", "两个", "5"]),
    SlotReader::new(Slot::FirstQuarters, |p, found| first_of(p, 4, found))
        .digits(1, 2)
        .numerals(HAN)
        .opens(&["两"])
        .holds("个")
        .examples(&["三个", "两个", "3"]),
    SlotReader { read: season, ..readers::SEASON },
    readers::HOLIDAY,
    SlotReader { read: position, ..readers::POSITION },
    readers::ERA,
    SlotReader::new(Slot::EraYear, era_year).digits(1, 3).numerals(HAN).opens(&["元"]).examples(&[
        "元",
        "15",
        "一百一十三",
    ]),
    SlotReader::new(Slot::Decade, decade).digits(2, 4).numerals(HAN).examples(&[
        "1990",
        "九十",
        "一九九〇",
        "80",
    ]),
    SlotReader::new(Slot::Century, |p, found| {
        let nth = number(p.block(), p.at, 1..=22);
        p.push(found, nth.map(|(end, n)| (end, (n - 1) * 100)));
    })
    .digits(1, 2)
    .numerals(HAN)
    .examples(&["20", "二十"]),
    readers::PART,
    SlotReader::new(Slot::Clock, |p, found| {
        let caught = |(end, (hour, minute))| (end, Caught::Clock(readers::time(hour, minute)));
        found.extend(clock(p.block(), p.at).map(caught));
    })
    .digits(1, 2)
    .numerals(HAN)
    .goes_on("时点:")
    .holds("半刻分钟许整")
    .examples(&["15时30分许", "九点半"]),
    SlotReader::new(Slot::Numeric, |p, found| found.extend(numeric(p.block(), p.at).map(readers::ymd)))
        .digits(1, 4)
        .goes_on("-/.")
        .examples(&["2025-03-05", "2025.3.5", "06/12/2022", "9/15"]),
    SlotReader::new(Slot::NextYear, next_year).opens(&["-", "/", "—", "~"]).examples(&["/25", "-2025"]),
    SlotReader::new(Slot::Plan, |p, found| p.push(found, plan(p.block(), p.at)))
        .numerals(HAN)
        .goes_on("\"时期")
        .opens(&["\""])
        .holds("间")
        .examples(&["十四五时期", "\"十三五\"期间"]),
    SlotReader::new(Slot::Lunar, |p, found| found.extend(lunar(p.block(), p.at)))
        .numerals(HAN)
        .goes_on("月")
        .opens(&["正月", "腊月", "冬月"])
        .holds("初")
        .examples(&["正月初五", "腊月二十三"]),
    SlotReader::new(Slot::BothDays, |p, found| {
        found.extend(both(p, &BOTH_DAYS).map(|n| (p.at + 2, Caught::BothDays(n.into()))));
    })
    .opens(&["前昨", "昨今", "今明", "明后"])
    .examples(&["今明"]),
    SlotReader::new(Slot::BothYears, |p, found| {
        found.extend(both(p, &BOTH_YEARS).map(|n| (p.at + 2, Caught::BothYears(n))));
    })
    .opens(&["前去", "去今", "今明", "明后"])
    .examples(&["今明"]),
    SlotReader::new(Slot::Ago, date_offsets::ago)
        .digits(1, 4)
        .numerals(COUNTS)
        .goes_on("个半天日昼周星礼年载世季月")
        .holds("夜期拜度纪")
        .opens(&["半年", "半个"])
        .examples(&["三年", "10天", "两个星期", "一个半月", "半年"]),
    SlotReader::new(Slot::Ahead, date_offsets::ahead)
        .digits(1, 4)
        .numerals(COUNTS)
        .goes_on("个半天日昼周星礼年载世季月")
        .holds("夜期拜度纪再过")
        .opens(&["半年", "半个"])
        .examples(&["三年", "10天", "两个星期"]),
    SlotReader::new(Slot::Nth, date_offsets::nth_weekday).opens(NTH).holds(WHICH).examples(&[
        "第一个",
        "首个",
        "最后一个",
        "倒数第二个",
    ]),
    SlotReader::new(Slot::NthDay, date_offsets::nth_day).opens(NTH).holds(WHICH).examples(&[
        "首日",
        "第一天",
        "最后一天",
    ]),
    SlotReader::new(Slot::NthWeek, date_offsets::nth_week).opens(NTH).holds(WHICH).examples(&[
        "第三周",
        "首周",
        "最后一个星期",
    ]),
    SlotReader::new(Slot::NthWeekend, date_offsets::nth_weekend)
        .opens(NTH)
        .holds(WHICH)
        .examples(&["首个周末", "最后一个周末"]),
    SlotReader::new(Slot::LastMonths, |p, found| date_offsets::last_of(p, 11, found))
        .digits(1, 2)
        .numerals(COUNTS)
        .holds("个")
        .examples(&["两个", "四个", "3个"]),
    SlotReader::new(Slot::LastQuarters, |p, found| date_offsets::last_of(p, 3, found))
        .digits(1, 2)
        .numerals(COUNTS)
        .holds("个")
        .examples(&["一", "两个"]),
    SlotReader::new(Slot::Days, date_offsets::days)
        .opens(&["前", "头", "首", "后", "末", "最后", "上半月", "下半月"])
        .holds(WHICH)
        .examples(&["前15天", "最后十天", "上半月"]),
    SlotReader::new(Slot::To, to)
        .numerals(HAN)
        .opens(&["至", "到", "~", "-", "—", "直至", "直到", " "])
        .examples(&["至", "直到", "-", "——"]),
    SlotReader::new(Slot::And, |p, found| {
        let end = list_word(p.block(), p.at).map(|end| skip_spaces(p.block(), end));
        found.extend(end.map(|end| (end, Caught::And)));
    })
    .opens(&["、", "和", "与", "及", "或", ",", "/"])
    .examples(&["、", "和"]),
];

fn year(p: &Place<'_>, found: &mut Found) {
    let block = p.block();
    if let Some(at) = bracket(block, p.at) {
        let year = figures(block, at, 4).filter(|&(end, _)| end - at == 4 && block.get(end) == ')');
        return p.push(found, year.map(|(end, year)| (end + 1, year)));
    }
    if let Some(year) = republic::year(p, p.at) {
        return p.push(found, Some(year));
    }
    let year = figures(block, p.at, 4).or_else(|| positional(block, p.at, 4));
    p.push(found, year.filter(|(end, y)| end - p.at >= 3 && (100..=2200).contains(y)));
}

/// Where the number in a bracket begins that stands behind 今 and its kin: 今(2026)年, 本(6)月.
fn bracket(block: &Block<'_>, at: usize) -> Option<usize> {
    let after = matches!(block.before(at), '今' | '去' | '明' | '前' | '后' | '本' | '上' | '下');
    (block.get(at) == '(' && after).then_some(at + 1)
}

fn any_year(p: &Place<'_>, found: &mut Found) {
    let (block, at) = (p.block(), p.at);
    let year = figures(block, at, 4).or_else(|| positional(block, at, 4)).or_else(|| counted(block, at));
    p.push(found, year.filter(|(_, y)| (1..=2200).contains(y)));
}

fn short_year(p: &Place<'_>, found: &mut Found) {
    let from = p.at + usize::from(p.block().get(p.at) == '\'');
    if let Some(year) = republic::short_year(p, p.at) {
        return p.push(found, Some(year));
    }
    let han = || positional(p.block(), from, 2).map(|(end, y)| (end, full_year(y)));
    p.push(found, readers::short_year(p.block(), p.at, "'").or_else(han));
}

fn month(p: &Place<'_>, found: &mut Found) {
    if let Some(at) = bracket(p.block(), p.at) {
        let month = number(p.block(), at, 1..=12).filter(|&(end, _)| p.block().get(end) == ')');
        return p.push(found, month.map(|(end, n)| (end + 1, n)));
    }
    let first = p.block().get(p.at) == '元' && p.block().get(p.at + 1) == '月';
    p.push(found, if first { Some((p.at + 1, 1)) } else { number(p.block(), p.at, 1..=12) });
}

fn day(p: &Place<'_>, found: &mut Found) {
    let at = p.at + usize::from(p.block().get(p.at) == '初');
    p.push(found, number(p.block(), at, 1..=31));
}

/// 3月22到任, 8月15晚: what follows tells of a day, and counts nothing.
fn lone_day(p: &Place<'_>, found: &mut Found) {
    let block = p.block();
    let day = figures(block, p.at, 2).filter(|&(end, n)| {
        let next = p.words.guards.after(p.text.lexicon, block, end);
        let told = next.any(&[DateClass::Event, DateClass::Wire]) && !next.has(DateClass::Counter);
        let part = p.text.longest(Table::Dayparts, end).is_some();
        let ends = match block.get(end) {
            '\0' | '\n' | '。' | ';' | ')' => true,
            ',' => !block.get(end + 1).is_ascii_digit(),
            _ => false,
        };
        (1..=31).contains(&n) && (told || part || ends)
    });
    p.push(found, day);
}

/// (18)日, (18日), (6月18日), (6/18); behind a single character (18) too.
fn in_day(p: &Place<'_>, found: &mut Found) {
    let block = p.block();
    let Some((end, first)) = number(block, p.at + 1, 1..=31).filter(|_| block.get(p.at) == '(') else {
        return;
    };
    let short = matches!(block.before(p.at), '昨' | '今' | '明' | '前' | '后');
    match (block.get(end), block.get(end + 1)) {
        (')', '日') => p.push(found, Some((end + 2, first))),
        (')', _) if short => p.push(found, Some((end + 1, first))),
        ('日', ')') => p.push(found, Some((end + 2, first))),
        (sign @ ('月' | '/'), _) if first <= 12 => {
            let Some((end, day)) = number(block, end + 1, 1..=31) else { return };
            let signed = block.get(end) == '日';
            let end = end + usize::from(signed);
            if block.get(end) == ')' && (signed || sign == '/') {
                found.push((end + 1, Caught::Ymd { year: None, month: first as i8, day: day as i8 }));
            }
        }
        _ => {}
    }
}

fn weekday(p: &Place<'_>, found: &mut Found) {
    for entry in p.text.entries(Table::Weekdays, p.at) {
        if let Some(&day) = p.words.weekdays.get(entry.row as usize) {
            let form = WeekdayForm::ThisWeek;
            found.push((entry.at, Caught::Weekday { day, form, part: None }));
        }
    }
}

fn day_of_week(p: &Place<'_>, found: &mut Found) {
    let caught = |day| Caught::Weekday { day, form: WeekdayForm::ThisWeek, part: None };
    found.extend(short_weekday(p.block().get(p.at)).map(|day| (p.at + 1, caught(day))));
}

fn quarter(p: &Place<'_>, found: &mut Found) {
    let first = p.block().get(p.at) == '首' && matches!(p.block().get(p.at + 1), '季' | ' ');
    p.push(found, if first { Some((p.at + 1, 1)) } else { number(p.block(), p.at, 1..=4) });
}

/// 上半, and the digit of H1.
fn half(p: &Place<'_>, found: &mut Found) {
    if p.block().before(p.at).is_ascii_alphabetic() {
        return p.push(found, figures(p.block(), p.at, 1).filter(|(_, n)| matches!(n, 1 | 2)));
    }
    let half = match p.block().get(p.at) {
        '上' | '前' => 1,
        '下' | '后' => 2,
        _ => return,
    };
    p.push(found, (p.block().get(p.at + 1) == '半').then_some((p.at + 2, half)));
}

/// 前两个月, 头5个月
fn first_of(p: &Place<'_>, top: i64, found: &mut Found) {
    let block = p.block();
    if !matches!(block.before(p.at), '前' | '头' | '首') {
        return;
    }
    let two = || (p.at + 1, 2);
    let n = if block.get(p.at) == '两' { Some(two()) } else { number(block, p.at, 2..=top) };
    p.push(found, n.map(|(end, n)| (end + usize::from(block.get(end) == '个'), n)));
}

fn season(p: &Place<'_>, found: &mut Found) {
    // 春运 and the like are longer words.
    (readers::SEASON.read)(p, found);
    let word = p.words.guards.after(p.text.lexicon, p.block(), p.at);
    found.retain(|&(end, _)| !(word.edge > end && word.has(DateClass::Compound)));
}

fn position(p: &Place<'_>, found: &mut Found) {
    let (block, at) = (p.block(), p.at);
    (readers::POSITION.read)(p, found);
    found.retain(|&(end, _)| {
        let next = block.get(end);
        // 1998年中国…: one character is a part of the period only where the next begins no word with it.
        end > at + 1
            || match block.get(at) {
                '中' => {
                    !is_han(next) || matches!(next, '的' | '至' | '到' | '以' | '起' | '开' | '前' | '后')
                }
                '初' => !matches!(
                    next,
                    '中' | '级' | '步' | '次' | '始' | '审' | '一' | '二' | '三' | '选' | '赛' | '试' | '战'
                ),
                '底' => !matches!(next, '特' | '线' | '片' | '气' | '层' | '盘' | '部'),
                '尾' => !matches!(next, '盘' | '气' | '随' | '部'),
                '末' => !matches!(next, '代' | '端' | '班' | '路'),
                _ => true,
            }
    });
}

fn era_year(p: &Place<'_>, found: &mut Found) {
    let (block, at) = (p.block(), p.at);
    if block.get(at) == '元' {
        return p.push(found, Some((at + 1, 1)));
    }
    let n = figures(block, at, 3).or_else(|| positional(block, at, 3)).or_else(|| counted(block, at));
    let hundreds = || {
        // 一百一十三, 一一三
        let (end, n) = (block.get(at) == '一' && block.get(at + 1) == '百')
            .then(|| counted(block, at + 2 + usize::from(block.get(at + 2) == '〇')))??;
        Some((end, 100 + n))
    };
    p.push(found, n.or_else(hundreds).filter(|(_, n)| (1..=130).contains(n)));
}

fn decade(p: &Place<'_>, found: &mut Found) {
    let (block, at) = (p.block(), p.at);
    if let Some((end, n)) = figures(block, at, 4) {
        let fits = end - at == 4 && (1000..=2090).contains(&n) || end - at == 2;
        p.push(found, Some((end, n)).filter(|_| fits && n % 10 == 0));
    } else if let Some(full) = positional(block, at, 4).filter(|(_, n)| n % 10 == 0) {
        p.push(found, Some(full));
    } else if let Some(n) = han_digit(block.get(at)).filter(|n| *n > 0) {
        if matches!(block.get(at + 1), '十' | '〇') {
            p.push(found, Some((at + 2, n * 10)));
        } else if han_digit(block.get(at + 1)) == Some(n + 1) && has(block, at + 2, "十年代") {
            // 八九十年代: the first of two.
            p.push(found, Some((at + 1, n * 10)));
        }
    } else if block.get(at) == '十' {
        p.push(found, Some((at + 1, 10)));
    }
}

/// A time by the clock: 15时, 9点半, 9时30分许, 21:35.
pub(super) fn clock(block: &Block<'_>, at: usize) -> Option<(usize, (i64, i64))> {
    let midnight = block.get(at) == '〇' && matches!(block.get(at + 1), '时' | '点');
    let (end, hour) = match block.get(at) {
        _ if midnight => (at + 1, 0),
        '两' if block.get(at + 1) == '点' => (at + 1, 2),
        _ => number(block, at, 0..=24)?,
    };
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
            Some((to, (hour, minutes)))
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
            Some((to, (hour, minutes)))
        }
        _ => None,
    }
}

/// How dates in figures are written.
const FIGURES: FigureDates = FigureDates { signs: "-/.", day_first: "/", joins: "." };

/// Year, month and day in figures: 2025-03-05, 2025/3/5, 2025.3.5, 06/12/2022 (the day first); month and day: 9/15, and
/// 06.30 behind a whole date and the sign of a range.
pub(super) fn numeric(block: &Block<'_>, at: usize) -> Option<(usize, Ymd)> {
    FIGURES.full(block, at).or_else(|| ranged(block, at)).or_else(|| month_and_day(block, at))
}

/// A whole date that a hyphen joins with the end of its range: 2024/5/6-2024/6/7, 2024/7/15-7/20.
fn ranged(block: &Block<'_>, at: usize) -> Option<(usize, Ymd)> {
    let (end, year) = figures(block, at, 4).filter(|(end, _)| end - at == 4)?;
    let sign = block.get(end);
    let (end, month) =
        figures(block, end + 1, 2).filter(|(to, _)| "/.".contains(sign) && block.get(*to) == sign)?;
    let (end, day) = figures(block, end + 1, 2).filter(|(to, _)| block.get(*to) == '-')?;
    let goes_on = FIGURES.full(block, end + 1).is_some() || short_end(block, end + 1, sign).is_some();
    let fits = (1900..=2100).contains(&year) && (1..=12).contains(&month) && (1..=31).contains(&day);
    (goes_on && fits).then_some((end, (i16::try_from(year).ok(), month as i8, day as i8)))
}

/// Month and day with one sign between them that nothing is joined to.
fn short_end(block: &Block<'_>, at: usize, sign: char) -> Option<(usize, Ymd)> {
    let (end, month) = figures(block, at, 2).filter(|(to, _)| block.get(*to) == sign)?;
    let (end, day) = figures(block, end + 1, 2)?;
    FIGURES.day(block, end, None, month, day)
}

/// 9/15, which the words around it must make a day; and the end of a range of dates in figures.
fn month_and_day(block: &Block<'_>, at: usize) -> Option<(usize, Ymd)> {
    let sign = if matches!(block.before(at), '-' | '—' | '~') {
        let figures = |c: char| c.is_ascii_digit() || matches!(c, '.' | '/');
        let from = (at.saturating_sub(12)..at - 1).rev().take_while(|&i| figures(block.get(i))).last()?;
        block.get(figures_end(block, from))
    } else {
        '/'
    };
    short_end(block, at, sign)
}

/// Whether a month and a day stand at a place: 9/15.
pub(super) fn is_month_and_day(block: &Block<'_>, at: usize) -> bool {
    short_end(block, at, '/').is_some()
}

fn figures_end(block: &Block<'_>, at: usize) -> usize {
    figures(block, at, 4).map_or(at, |(end, _)| end)
}

/// 2008-2009赛季, 08/09赛季
fn next_year(p: &Place<'_>, found: &mut Found) {
    let years = readers::two_years(p.block(), p.at, "-/—~");
    p.push(found, years.filter(|(first, second)| second.1 == first + 1).map(|(_, second)| second));
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
fn lunar(block: &Block<'_>, at: usize) -> Option<(usize, Caught)> {
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
    (named || said).then_some((to, Caught::Lunar { month: month as i8, day: day as i8 }))
}

/// Two days or years in one word, and how far away the first is.
const BOTH_DAYS: [(&str, i16); 4] = [("前昨", -2), ("昨今", -1), ("今明", 0), ("明后", 1)];
const BOTH_YEARS: [(&str, i16); 4] = [("前去", -2), ("去今", -1), ("今明", 0), ("明后", 1)];

/// 昨今两天, 今明两年
fn both(p: &Place<'_>, words: &[(&str, i16)]) -> Option<i16> {
    words.iter().find(|(word, _)| has(p.block(), p.at, word)).map(|(_, first)| *first)
}

fn to(p: &Place<'_>, found: &mut Found) {
    let block = p.block();
    found.extend(range_word(block, p.at).map(|end| (skip_spaces(block, end), Caught::To)));
    // 八九十年代 has no sign.
    if let (Some(a), Some(b)) = (han_digit(block.before(p.at)), han_digit(block.get(p.at)))
        && b == a + 1
        && has(block, p.at + 1, "十年代")
    {
        found.push((p.at, Caught::To));
    }
}
