//! What the slots of Chinese date patterns read.
//!
//! Words are rows of `date-words.tsv`, `ordinals.tsv` and the tables of dates, numerals are those of `numerals.tsv`. What stays here
//! are single signs that shape a slot as a point shapes a decimal: 月 and 日 behind a number in brackets, 初 before a day, 个 before
//! what is counted, 元 for the first.

use super::{
    date_calendars::{era_year, lunar, plan},
    date_figures::{clock, numeric},
    date_numerals::DateNumbers,
    date_offsets, date_republic as republic,
    date_signs::{list_word, range_word, skip_spaces},
};
use crate::{
    kind::date::{
        Caught, DateClass, DateWord, NumeralSet, Rel, Slot, SlotInput, SlotMatches, SlotReader, WeekdayForm,
        common_slots::{self, figures, full_year},
    },
    lexicon::Table,
    text::is_han,
    value::DateModifier,
};

/// What 第一个 and its kin begin with, beside words of `ordinals`; and the signs that stand behind the number.
const NTH: &[DateWord] = &[DateWord::Nth, DateWord::NthFromEnd];
const WHICH: &str = "个日天周末星期礼拜月";

/// What the first or last days of a month begin with.
const SOME_DAYS: &[DateWord] =
    &[DateWord::FirstOf, DateWord::LastOf, DateWord::FirstHalf, DateWord::SecondHalf];

/// What days of the moon begin with, beside numbers.
const MOONS: &[DateWord] =
    &[DateWord::FirstMoon, DateWord::EleventhMoon, DateWord::TwelfthMoon, DateWord::NewYearDays];

/// The readers of all slots that Chinese dates have.
pub(super) const SLOTS: &[SlotReader] = &[
    SlotReader::new(Slot::Year, year)
        .digits(3, 4)
        .numerals(NumeralSet::Ordinals)
        .opens(&["("])
        .holds(")")
        .examples(&["2024", "一九九三"]),
    SlotReader::new(Slot::AnyYear, any_year)
        .digits(1, 4)
        .numerals(NumeralSet::Ordinals)
        .examples(&["618", "六一八"]),
    SlotReader::new(Slot::ShortYear, short_year)
        .digits(2, 2)
        .numerals(NumeralSet::Ordinals)
        .opens(&["'"])
        .examples(&["98", "'98", "九八"]),
    SlotReader::new(Slot::Month, month)
        .digits(1, 2)
        .numerals(NumeralSet::Ordinals)
        .opens(&["元月", "("])
        .holds(")")
        .examples(&["3", "12", "十二"]),
    SlotReader::new(Slot::Day, day).digits(1, 2).numerals(NumeralSet::Ordinals).prefix("初").examples(&[
        "5",
        "31",
        "二十五",
        "初五",
    ]),
    SlotReader::new(Slot::LoneDay, lone_day).digits(1, 2).examples(&["22", "8"]),
    SlotReader::new(Slot::InDay, in_day).opens(&["("]).holds(")日月/").examples(&[
        "(18)日",
        "(18日)",
        "(6月18日)",
        "(6/18)",
    ]),
    SlotReader::new(Slot::Weekday, weekday).table(Table::Weekdays),
    SlotReader::new(Slot::DayOfWeek, day_of_week)
        .numerals(NumeralSet::Weekdays)
        .opens(&["日", "天"])
        .examples(&["三", "天"]),
    common_slots::REL_DAY,
    common_slots::REL_WEEK,
    common_slots::REL_MONTH,
    common_slots::REL_YEAR,
    common_slots::REL_QUARTER,
    common_slots::REL_CENTURY,
    common_slots::REL_SEASON,
    SlotReader::new(Slot::Week, |p, found| p.push(found, DateNumbers::of(p).number(p.at, 1..=53)))
        .digits(1, 2)
        .numerals(NumeralSet::Ordinals)
        .examples(&["32", "三十二"]),
    SlotReader::new(Slot::Quarter, quarter)
        .digits(1, 2)
        .numerals(NumeralSet::Ordinals)
        .opens(&["首季", "首 "])
        .examples(&["3", "三", "首"]),
    SlotReader::new(Slot::Half, half)
        .digits(1, 1)
        .open_words(&[DateWord::FirstHalf, DateWord::SecondHalf])
        .examples(&["上半", "后半", "1"]),
    SlotReader::new(Slot::FirstMonths, |p, found| first_of(p, 11, found))
        .digits(1, 2)
        .numerals(NumeralSet::Counts)
        .holds("个")
        .examples(&["十一个", "两个", "5"]),
    SlotReader::new(Slot::FirstQuarters, |p, found| first_of(p, 4, found))
        .digits(1, 2)
        .numerals(NumeralSet::Counts)
        .holds("个")
        .examples(&["三个", "两个", "3"]),
    common_slots::SEASON.reads(season),
    common_slots::HOLIDAY,
    common_slots::POSITION.reads(position),
    common_slots::ERA,
    SlotReader::new(Slot::EraYear, era_year)
        .digits(1, 3)
        .numerals(NumeralSet::Counts)
        .opens(&["元"])
        .examples(&["元", "15", "一百一十三"]),
    SlotReader::new(Slot::Decade, decade).digits(2, 4).numerals(NumeralSet::Ordinals).examples(&[
        "1990",
        "九十",
        "一九九〇",
        "80",
    ]),
    SlotReader::new(Slot::Century, |p, found| {
        let nth = DateNumbers::of(p).number(p.at, 1..=22);
        p.push(found, nth.map(|(end, n)| (end, (n - 1) * 100)));
    })
    .digits(1, 2)
    .numerals(NumeralSet::Ordinals)
    .examples(&["20", "二十"]),
    common_slots::PART,
    SlotReader::new(Slot::Clock, |p, found| {
        let caught = |(end, (hour, minute))| (end, Caught::Clock(common_slots::time(hour, minute), None));
        found.extend(clock(p.tables, p.block(), p.at).map(caught));
    })
    .digits(1, 2)
    .numerals(NumeralSet::Counts)
    .goes_on("时点:")
    .holds("半刻分钟许整")
    .examples(&["15时30分许", "九点半"]),
    SlotReader::new(Slot::Numeric, |p, found| {
        let day = numeric(p.block(), p.at).or_else(|| republic::numeric(p));
        found.extend(day.map(common_slots::ymd));
    })
    .digits(1, 4)
    .goes_on("-/.")
    .examples(&["2025-03-05", "2025.3.5", "06/12/2022", "9/15"]),
    SlotReader::new(Slot::NextYear, next_year).opens(&["-", "/", "—", "~", "至"]).examples(&["/25", "-2025"]),
    SlotReader::new(Slot::Plan, |p, found| p.push(found, plan(p)))
        .numerals(NumeralSet::Ordinals)
        .goes_on("\"时期")
        .opens(&["\""])
        .holds("间")
        .examples(&["十四五时期", "\"十三五\"期间"]),
    SlotReader::new(Slot::Lunar, |p, found| found.extend(lunar(p)))
        .numerals(NumeralSet::Ordinals)
        .goes_on("月")
        .open_words(MOONS)
        .prefix("初")
        .holds("初日号")
        .examples(&["正月初五", "腊月二十三", "大年初五"]),
    SlotReader::new(Slot::BothDays, |p, found| {
        both(p, found, |first| Some(Caught::BothDays(first)));
    })
    .relative(&[Rel::Two])
    .examples(&["今明"]),
    SlotReader::new(Slot::BothYears, |p, found| {
        both(p, found, |first| i16::try_from(first).ok().map(Caught::BothYears));
    })
    .relative(&[Rel::Two])
    .examples(&["今明"]),
    SlotReader::new(Slot::Ago, date_offsets::ago)
        .digits(1, 4)
        .numerals(NumeralSet::Counts)
        .goes_on("半多余")
        .unit(Table::TimeUnits)
        .holds("")
        .opens(&["半年", "半个"])
        .examples(&["三年", "10天", "两个星期", "一个半月", "半年"]),
    SlotReader::new(Slot::Ahead, date_offsets::ahead)
        .fits(date_offsets::lies_ahead)
        .digits(1, 4)
        .numerals(NumeralSet::Counts)
        .goes_on("半多余")
        .unit(Table::TimeUnits)
        .holds("再过")
        .opens(&["半年", "半个"])
        .examples(&["三年", "10天", "两个星期"]),
    SlotReader::new(Slot::Nth, date_offsets::nth_weekday)
        .table(Table::Ordinals)
        .open_words(NTH)
        .holds(WHICH)
        .examples(&["第一个", "首个", "最后一个", "倒数第二个"]),
    SlotReader::new(Slot::NthDay, date_offsets::nth_day)
        .table(Table::Ordinals)
        .open_words(NTH)
        .holds(WHICH)
        .examples(&["首日", "第一天", "最后一天"]),
    SlotReader::new(Slot::NthWeek, date_offsets::nth_week)
        .table(Table::Ordinals)
        .open_words(NTH)
        .holds(WHICH)
        .examples(&["第三周", "首周", "最后一个星期"]),
    SlotReader::new(Slot::NthWeekend, date_offsets::nth_weekend)
        .table(Table::Ordinals)
        .open_words(NTH)
        .holds(WHICH)
        .examples(&["首个周末", "最后一个周末"]),
    SlotReader::new(Slot::LastMonths, |p, found| date_offsets::last_of(p, 11, found))
        .digits(1, 2)
        .numerals(NumeralSet::Counts)
        .holds("个")
        .examples(&["两个", "四个", "3个"]),
    SlotReader::new(Slot::LastQuarters, |p, found| date_offsets::last_of(p, 3, found))
        .digits(1, 2)
        .numerals(NumeralSet::Counts)
        .holds("个")
        .examples(&["一", "两个"]),
    SlotReader::new(Slot::Days, date_offsets::days).open_words(SOME_DAYS).holds(WHICH).examples(&[
        "前15天",
        "最后十天",
        "上半月",
    ]),
    SlotReader::new(Slot::HalfMonth, date_offsets::half_month)
        .open_words(&[DateWord::HalfNow])
        .holds("月")
        .examples(&["上半月", "下半月"]),
    SlotReader::new(Slot::To, to)
        .numerals(NumeralSet::Ordinals)
        .open_words(&[DateWord::Range])
        .opens(&["~", "-", "—", " "])
        .examples(&["至", "直到", "-", "——"]),
    SlotReader::new(Slot::And, |p, found| {
        let end = list_word(p.tables, p.block(), p.at).map(|end| skip_spaces(p.block(), end));
        found.extend(end.map(|end| (end, Caught::And)));
    })
    .open_words(&[DateWord::List])
    .opens(&["、", ",", "/"])
    .examples(&["、", "和"]),
];

fn year(p: &SlotInput<'_>, found: &mut SlotMatches) {
    let block = p.block();
    if let Some(at) = bracket(p) {
        let year = figures(block, at, 4).filter(|&(end, _)| end - at == 4 && block.get(end) == ')');
        return p.push(found, year.map(|(end, year)| (end + 1, year)));
    }
    if let Some(year) = republic::year(p, p.at) {
        return p.push(found, Some(year));
    }
    let year = figures(block, p.at, 4).or_else(|| DateNumbers::of(p).positional(p.at, 4));
    p.push(found, year.filter(|(end, y)| end - p.at >= 3 && (100..=2200).contains(y)));
}

/// Where the number in a bracket begins that stands behind 今 and its kin: 今(2026)年, 本(6)月.
fn bracket(p: &SlotInput<'_>) -> Option<usize> {
    let after = || p.tables.grammar.ends(DateWord::BracketLead, p.block(), p.at);
    (p.block().get(p.at) == '(' && after()).then_some(p.at + 1)
}

fn any_year(p: &SlotInput<'_>, found: &mut SlotMatches) {
    let (block, at) = (p.block(), p.at);
    let numbers = DateNumbers::of(p);
    let han = |len| move || numbers.positional(at, len);
    let year = figures(block, at, 4).or_else(han(4)).or_else(han(3)).or_else(han(2));
    let year = year.or_else(|| numbers.counted(at));
    p.push(found, year.filter(|(_, y)| (1..=2200).contains(y)));
}

fn short_year(p: &SlotInput<'_>, found: &mut SlotMatches) {
    let from = p.at + usize::from(p.block().get(p.at) == '\'');
    if let Some(year) = republic::short_year(p, p.at) {
        return p.push(found, Some(year));
    }
    let han = || DateNumbers::of(p).positional(from, 2).map(|(end, y)| (end, full_year(y)));
    p.push(found, common_slots::short_year(p.block(), p.at, "'").or_else(han));
}

fn month(p: &SlotInput<'_>, found: &mut SlotMatches) {
    if let Some(at) = bracket(p) {
        let month = DateNumbers::of(p).number(at, 1..=12).filter(|&(end, _)| p.block().get(end) == ')');
        return p.push(found, month.map(|(end, n)| (end + 1, n)));
    }
    if p.block().before(p.at) == '年' && about_two(p, p.at, DateWord::MonthSign) {
        return p.push(found, DateNumbers::of(p).digit(p.block().get(p.at)).map(|n| (p.at + 1, n)));
    }
    let first = p.block().get(p.at) == '元' && p.block().get(p.at + 1) == '月';
    p.push(found, if first { Some((p.at + 1, 1)) } else { DateNumbers::of(p).number(p.at, 1..=12) });
}

fn day(p: &SlotInput<'_>, found: &mut SlotMatches) {
    let block = p.block();
    // 初五 and its kin; before figures 初 is the end of another word: 起初15日.
    let first = block.get(p.at) == '初' && !block.get(p.at + 1).is_ascii_digit();
    p.push(found, DateNumbers::of(p).number(p.at + usize::from(first), 1..=31));
}

/// 3月22到任, 8月15晚: what follows tells of a day, and counts nothing.
fn lone_day(p: &SlotInput<'_>, found: &mut SlotMatches) {
    let block = p.block();
    let day = figures(block, p.at, 2).filter(|&(end, n)| {
        let told = || {
            let next = p.text.after(&p.tables.guards, end);
            next.any(&[DateClass::Event, DateClass::Wire]) && !next.has(DateClass::Counter)
        };
        let part = || p.text.longest(Table::Dayparts, end).is_some();
        let ends = match block.get(end) {
            '\0' | '\n' | '。' | ';' | ')' => true,
            ',' => !block.get(end + 1).is_ascii_digit(),
            _ => false,
        };
        (1..=31).contains(&n) && (ends || told() || part())
    });
    p.push(found, day);
}

/// (18)日, (18日), (6月18日), (6/18); behind a single character (18) too.
fn in_day(p: &SlotInput<'_>, found: &mut SlotMatches) {
    let (block, numbers) = (p.block(), DateNumbers::of(p));
    let from = skip_spaces(block, p.at + 1);
    let Some((end, first)) = numbers.number(from, 1..=31).filter(|_| block.get(p.at) == '(') else {
        return;
    };
    let short = p.tables.grammar.ends(DateWord::BracketDay, block, p.at);
    match (block.get(end), block.get(end + 1)) {
        (')', '日') => p.push(found, Some((end + 2, first))),
        (')', _) if short => p.push(found, Some((end + 1, first))),
        ('日', ')') => p.push(found, Some((end + 2, first))),
        (sign @ ('月' | '/'), _) if first <= 12 => {
            let Some((end, day)) = numbers.number(end + 1, 1..=31) else { return };
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
    // 周六、日: the second shares the word of the first.
    if p.block().before(p.at) == '、' && !ends_list(p, p.at + 1) {
        return;
    }
    found.extend(DateNumbers::of(p).short_weekday(p.block().get(p.at)).map(|day| (p.at + 1, caught(day))));
}

/// Whether nothing that a number counts, and no rest of a word, stands behind the last character of a list of weekdays: not
/// 周一、三人.
fn ends_list(p: &SlotInput<'_>, end: usize) -> bool {
    let block = p.block();
    let next = p.tables.guards.after(p.text.lexicon, block, end);
    // 周二、四、六: all of them, or none.
    if block.get(end) == '、' && DateNumbers::of(p).short_weekday(block.get(end + 1)).is_some() {
        return ends_list(p, end + 2);
    }
    !is_han(block.get(end)) && !block.get(end).is_alphanumeric()
        || p.text.longest(Table::Dayparts, end).is_some()
        || DateNumbers::of(p).count(end, 2..=7).is_some_and(|(at, _)| matches!(block.get(at), '天' | '日'))
        || next.any(&[DateClass::Event, DateClass::Since, DateClass::Within, DateClass::Closed])
            && !next.has(DateClass::Counter)
}

fn quarter(p: &SlotInput<'_>, found: &mut SlotMatches) {
    let first = p.block().get(p.at) == '首' && matches!(p.block().get(p.at + 1), '季' | ' ');
    p.push(found, if first { Some((p.at + 1, 1)) } else { DateNumbers::of(p).number(p.at, 1..=4) });
}

/// 上半, and the digit of H1.
fn half(p: &SlotInput<'_>, found: &mut SlotMatches) {
    if p.block().before(p.at).is_ascii_alphabetic() {
        return p.push(found, figures(p.block(), p.at, 1).filter(|(_, n)| matches!(n, 1 | 2)));
    }
    let block = p.block();
    let half = |class, n| Some((p.tables.grammar.longest(class, block, p.at)?, n));
    let half = half(DateWord::FirstHalf, 1).or_else(|| half(DateWord::SecondHalf, 2));
    // 下半场: half of something else
    let of_year = |end: usize| {
        block.get(end) == '年' || p.tables.guards.after(p.text.lexicon, block, end - 1).edge <= end
    };
    p.push(found, half.filter(|&(end, _)| of_year(end)));
}

/// 前两个月, 头5个月
fn first_of(p: &SlotInput<'_>, top: i64, found: &mut SlotMatches) {
    let block = p.block();
    if !p.tables.grammar.ends(DateWord::FirstOf, block, p.at) {
        return;
    }
    let n = DateNumbers::of(p).count(p.at, 2..=top);
    p.push(found, n.map(|(end, n)| (end + usize::from(block.get(end) == '个'), n)));
}

fn season(p: &SlotInput<'_>, found: &mut SlotMatches) {
    // 春运 and the like are longer words.
    (common_slots::SEASON.read)(p, found);
    let word = p.tables.guards.after(p.text.lexicon, p.block(), p.at);
    found.retain(|&(end, _)| !(word.edge > end && word.has(DateClass::Compound)));
}

/// One character is a part of a period only where no other word begins with it: 1998年初, not 1998年初级.
fn position(p: &SlotInput<'_>, found: &mut SlotMatches) {
    let (block, at) = (p.block(), p.at);
    (common_slots::POSITION.read)(p, found);
    found.retain(|&(end, ref caught)| {
        if end > at + 1 {
            return true;
        }
        let word = p.tables.guards.after(p.text.lexicon, block, at);
        // Of 中 there are too many such words: those are known that may follow it.
        let goes_on = || p.tables.grammar.longest(DateWord::MidGoesOn, block, end).is_some();
        let mid = *caught == Caught::Position(DateModifier::Mid) && is_han(block.get(end));
        !(word.edge > end && word.has(DateClass::Compound)) && (!mid || goes_on())
    });
}

fn decade(p: &SlotInput<'_>, found: &mut SlotMatches) {
    let (block, numbers, at) = (p.block(), DateNumbers::of(p), p.at);
    if let Some((end, n)) = figures(block, at, 4) {
        let fits = end - at == 4 && (1000..=2090).contains(&n) || end - at == 2;
        p.push(found, Some((end, n)).filter(|_| fits && n % 10 == 0));
    } else if let Some(full) = numbers.positional(at, 4).filter(|(_, n)| n % 10 == 0) {
        p.push(found, Some(full));
    } else if let Some(n) = numbers.digit(block.get(at)).filter(|n| *n > 0) {
        let next = block.get(at + 1);
        if numbers.is_ten(next) || numbers.digit(next) == Some(0) {
            p.push(found, Some((at + 2, n * 10)));
        } else if about_two(p, at, DateWord::DecadeSign) {
            // 八九十年代: the first of two.
            p.push(found, Some((at + 1, n * 10)));
        }
    } else if numbers.is_ten(block.get(at)) {
        p.push(found, Some((at + 1, 10)));
    }
}

/// 2008-2009赛季, 08/09赛季
fn next_year(p: &SlotInput<'_>, found: &mut SlotMatches) {
    let years = common_slots::two_years(p.block(), p.at, "-/—~至");
    p.push(found, years.filter(|(first, second)| second.1 == first + 1).map(|(_, second)| second));
}

/// 昨今 of 昨今两天, 今明 of 今明两年: how far away the first of two is.
fn both(p: &SlotInput<'_>, found: &mut SlotMatches, caught: fn(i32) -> Option<Caught>) {
    common_slots::words_of(p, Table::Relative, found, |entry| {
        let row = p.tables.relative(entry.row)?;
        p.reader.units.contains(&row.unit).then(|| caught(row.offset))?
    });
}

fn to(p: &SlotInput<'_>, found: &mut SlotMatches) {
    let block = p.block();
    found.extend(range_word(p.tables, block, p.at).map(|end| (skip_spaces(block, end), Caught::To)));
    // 八九十年代 and 明年七八月 have no sign.
    let about = |at: usize| {
        about_two(p, at, DateWord::DecadeSign)
            || block.before(at) == '年' && about_two(p, at, DateWord::MonthSign)
    };
    if p.at > 0 && about(p.at - 1) {
        found.push((p.at, Caught::To));
    }
}

/// Whether two numerals that follow each other stand before a unit, which is one or the other: 七八月.
fn about_two(p: &SlotInput<'_>, at: usize, unit: DateWord) -> bool {
    let (block, numbers) = (p.block(), DateNumbers::of(p));
    let digits = (numbers.digit(block.get(at)), numbers.digit(block.get(at + 1)));
    matches!(digits, (Some(a), Some(b)) if b == a + 1 && a > 0)
        && p.tables.grammar.longest(unit, block, at + 2).is_some()
}
