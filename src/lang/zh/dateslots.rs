//! What the slots of Chinese date patterns read.

use super::{
    date_calendars::{era_year, lunar, plan},
    date_figures::{clock, numeric},
    date_numerals::{counted, han_digit, number, positional, short_weekday},
    date_offsets, date_republic as republic,
    date_signs::{list_word, range_word, skip_spaces},
};
use crate::{
    kind::date::{
        Caught, DateClass, Slot, SlotInput, SlotMatches, SlotReader, WeekdayForm,
        common_slots::{self, figures, full_year},
        has,
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
    common_slots::REL_DAY,
    common_slots::REL_WEEK,
    common_slots::REL_MONTH,
    common_slots::REL_YEAR,
    common_slots::REL_QUARTER,
    common_slots::REL_CENTURY,
    common_slots::REL_SEASON,
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
    SlotReader { read: season, ..common_slots::SEASON },
    common_slots::HOLIDAY,
    SlotReader { read: position, ..common_slots::POSITION },
    common_slots::ERA,
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
    common_slots::PART,
    SlotReader::new(Slot::Clock, |p, found| {
        let caught = |(end, (hour, minute))| (end, Caught::Clock(common_slots::time(hour, minute), None));
        found.extend(clock(p.block(), p.at).map(caught));
    })
    .digits(1, 2)
    .numerals(HAN)
    .goes_on("时点:")
    .holds("半刻分钟许整")
    .examples(&["15时30分许", "九点半"]),
    SlotReader::new(Slot::Numeric, |p, found| found.extend(numeric(p.block(), p.at).map(common_slots::ymd)))
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
        .opens(&[
            "正月",
            "腊月",
            "冬月",
            "大年初",
            "初一",
            "初二",
            "初三",
            "初四",
            "初五",
            "初六",
            "初七",
            "初八",
            "初九",
            "初十",
        ])
        .holds("初日号")
        .examples(&["正月初五", "腊月二十三", "大年初五"]),
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
        .goes_on("个半多余天日昼周星礼年载世季月")
        .holds("夜期拜度纪")
        .opens(&["半年", "半个"])
        .examples(&["三年", "10天", "两个星期", "一个半月", "半年"]),
    SlotReader::new(Slot::Ahead, date_offsets::ahead)
        .digits(1, 4)
        .numerals(COUNTS)
        .goes_on("个半多余天日昼周星礼年载世季月")
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
    SlotReader::new(Slot::HalfMonth, date_offsets::half_month)
        .opens(&["上半月", "下半月"])
        .examples(&["上半月", "下半月"]),
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

fn year(p: &SlotInput<'_>, found: &mut SlotMatches) {
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

fn any_year(p: &SlotInput<'_>, found: &mut SlotMatches) {
    let (block, at) = (p.block(), p.at);
    let year = figures(block, at, 4).or_else(|| positional(block, at, 4)).or_else(|| counted(block, at));
    p.push(found, year.filter(|(_, y)| (1..=2200).contains(y)));
}

fn short_year(p: &SlotInput<'_>, found: &mut SlotMatches) {
    let from = p.at + usize::from(p.block().get(p.at) == '\'');
    if let Some(year) = republic::short_year(p, p.at) {
        return p.push(found, Some(year));
    }
    let han = || positional(p.block(), from, 2).map(|(end, y)| (end, full_year(y)));
    p.push(found, common_slots::short_year(p.block(), p.at, "'").or_else(han));
}

fn month(p: &SlotInput<'_>, found: &mut SlotMatches) {
    if let Some(at) = bracket(p.block(), p.at) {
        let month = number(p.block(), at, 1..=12).filter(|&(end, _)| p.block().get(end) == ')');
        return p.push(found, month.map(|(end, n)| (end + 1, n)));
    }
    if about_two(p.block(), p.at, "月") {
        return p.push(found, han_digit(p.block().get(p.at)).map(|n| (p.at + 1, n)));
    }
    let first = p.block().get(p.at) == '元' && p.block().get(p.at + 1) == '月';
    p.push(found, if first { Some((p.at + 1, 1)) } else { number(p.block(), p.at, 1..=12) });
}

fn day(p: &SlotInput<'_>, found: &mut SlotMatches) {
    let block = p.block();
    // 初五 and its kin; before figures 初 is the end of another word: 起初15日.
    let first = block.get(p.at) == '初' && !block.get(p.at + 1).is_ascii_digit();
    p.push(found, number(block, p.at + usize::from(first), 1..=31));
}

/// 3月22到任, 8月15晚: what follows tells of a day, and counts nothing.
fn lone_day(p: &SlotInput<'_>, found: &mut SlotMatches) {
    let block = p.block();
    let day = figures(block, p.at, 2).filter(|&(end, n)| {
        let next = p.tables.guards.after(p.text.lexicon, block, end);
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
fn in_day(p: &SlotInput<'_>, found: &mut SlotMatches) {
    let block = p.block();
    let from = skip_spaces(block, p.at + 1);
    let Some((end, first)) = number(block, from, 1..=31).filter(|_| block.get(p.at) == '(') else {
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

fn weekday(p: &SlotInput<'_>, found: &mut SlotMatches) {
    for entry in p.text.entries(Table::Weekdays, p.at) {
        if let Some(&day) = p.tables.weekdays.get(entry.row as usize) {
            let form = WeekdayForm::ThisWeek;
            found.push((entry.at, Caught::Weekday { day, form, part: None }));
        }
    }
}

fn day_of_week(p: &SlotInput<'_>, found: &mut SlotMatches) {
    let caught = |day| Caught::Weekday { day, form: WeekdayForm::ThisWeek, part: None };
    found.extend(short_weekday(p.block().get(p.at)).map(|day| (p.at + 1, caught(day))));
}

fn quarter(p: &SlotInput<'_>, found: &mut SlotMatches) {
    let first = p.block().get(p.at) == '首' && matches!(p.block().get(p.at + 1), '季' | ' ');
    p.push(found, if first { Some((p.at + 1, 1)) } else { number(p.block(), p.at, 1..=4) });
}

/// 上半, and the digit of H1.
fn half(p: &SlotInput<'_>, found: &mut SlotMatches) {
    if p.block().before(p.at).is_ascii_alphabetic() {
        return p.push(found, figures(p.block(), p.at, 1).filter(|(_, n)| matches!(n, 1 | 2)));
    }
    let half = match p.block().get(p.at) {
        '上' | '前' => 1,
        '下' | '后' => 2,
        _ => return,
    };
    let (block, end) = (p.block(), p.at + 2);
    // 下半场: half of something else
    let of_year =
        || block.get(end) == '年' || p.tables.guards.after(p.text.lexicon, block, end - 1).edge <= end;
    p.push(found, (block.get(p.at + 1) == '半' && of_year()).then_some((end, half)));
}

/// 前两个月, 头5个月
fn first_of(p: &SlotInput<'_>, top: i64, found: &mut SlotMatches) {
    let block = p.block();
    if !matches!(block.before(p.at), '前' | '头' | '首') {
        return;
    }
    let two = || (p.at + 1, 2);
    let n = if block.get(p.at) == '两' { Some(two()) } else { number(block, p.at, 2..=top) };
    p.push(found, n.map(|(end, n)| (end + usize::from(block.get(end) == '个'), n)));
}

fn season(p: &SlotInput<'_>, found: &mut SlotMatches) {
    // 春运 and the like are longer words.
    (common_slots::SEASON.read)(p, found);
    let word = p.tables.guards.after(p.text.lexicon, p.block(), p.at);
    found.retain(|&(end, _)| !(word.edge > end && word.has(DateClass::Compound)));
}

fn position(p: &SlotInput<'_>, found: &mut SlotMatches) {
    let (block, at) = (p.block(), p.at);
    (common_slots::POSITION.read)(p, found);
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

fn decade(p: &SlotInput<'_>, found: &mut SlotMatches) {
    let (block, at) = (p.block(), p.at);
    if let Some((end, n)) = figures(block, at, 4) {
        let fits = end - at == 4 && (1000..=2090).contains(&n) || end - at == 2;
        p.push(found, Some((end, n)).filter(|_| fits && n % 10 == 0));
    } else if let Some(full) = positional(block, at, 4).filter(|(_, n)| n % 10 == 0) {
        p.push(found, Some(full));
    } else if let Some(n) = han_digit(block.get(at)).filter(|n| *n > 0) {
        if matches!(block.get(at + 1), '十' | '〇') {
            p.push(found, Some((at + 2, n * 10)));
        } else if about_two(block, at, "十年代") {
            // 八九十年代: the first of two.
            p.push(found, Some((at + 1, n * 10)));
        }
    } else if block.get(at) == '十' {
        p.push(found, Some((at + 1, 10)));
    }
}

/// 2008-2009赛季, 08/09赛季
fn next_year(p: &SlotInput<'_>, found: &mut SlotMatches) {
    let years = common_slots::two_years(p.block(), p.at, "-/—~");
    p.push(found, years.filter(|(first, second)| second.1 == first + 1).map(|(_, second)| second));
}

/// Two days or years in one word, and how far away the first is.
const BOTH_DAYS: [(&str, i16); 4] = [("前昨", -2), ("昨今", -1), ("今明", 0), ("明后", 1)];
const BOTH_YEARS: [(&str, i16); 4] = [("前去", -2), ("去今", -1), ("今明", 0), ("明后", 1)];

/// 昨今两天, 今明两年
fn both(p: &SlotInput<'_>, words: &[(&str, i16)]) -> Option<i16> {
    words.iter().find(|(word, _)| has(p.block(), p.at, word)).map(|(_, first)| *first)
}

fn to(p: &SlotInput<'_>, found: &mut SlotMatches) {
    let block = p.block();
    found.extend(range_word(block, p.at).map(|end| (skip_spaces(block, end), Caught::To)));
    // 八九十年代 and 七八月 have no sign.
    if p.at > 0 && ["十年代", "月"].iter().any(|unit| about_two(block, p.at - 1, unit)) {
        found.push((p.at, Caught::To));
    }
}

/// Whether two numerals that follow each other stand before a unit, which is one or the other: 七八月.
fn about_two(block: &Block<'_>, at: usize, unit: &str) -> bool {
    let digits = (han_digit(block.get(at)), han_digit(block.get(at + 1)));
    matches!(digits, (Some(a), Some(b)) if b == a + 1 && a > 0) && has(block, at + 2, unit)
}
