//! Dates: rendered in every style and read back; bounds in order; TIMEX3 and EDTF read by a grammar of their own.

#[path = "oracle/grammar.rs"]
mod grammar;

use grammar::{EDTF, TIMEX};
use jiff::{ToSpan, civil};
use newsfacts::{
    Document, Extractor, Language,
    value::{Date, Period, Season},
};
use once_cell::sync::Lazy;
use proptest::prelude::*;

static EXTRACTOR: Lazy<Extractor> = Lazy::new(Extractor::new);

const REFERENCE: civil::Date = civil::date(2025, 8, 13);

fn dates(text: &str, language: Language) -> Vec<(String, Date)> {
    let document = Document::new(text).with_language(language).with_published(REFERENCE);
    EXTRACTOR.dates(&document).map(|m| (m.text().to_owned(), m.into_value())).collect()
}

const HAN: [char; 10] = ['〇', '一', '二', '三', '四', '五', '六', '七', '八', '九'];

fn han_digits(n: i16) -> String {
    n.to_string().bytes().map(|b| HAN[usize::from(b - b'0')]).collect()
}

fn han_number(n: i8) -> String {
    let (tens, ones) = (n / 10, n % 10);
    let tens = match tens {
        0 => String::new(),
        1 => "十".into(),
        t => format!("{}十", HAN[t as usize]),
    };
    if ones == 0 && n > 0 { tens } else { format!("{tens}{}", HAN[ones as usize]) }
}

/// Dates read their numerals where amounts do, those of a user too.
#[test]
fn rows_for_numerals_and_scales_reach_dates() {
    use newsfacts::LexiconTable::{Numerals, Scales};
    let found = |rows: Option<(newsfacts::LexiconTable, &str)>, text: &str| -> Vec<String> {
        let builder = Extractor::builder();
        let builder = match rows {
            Some((table, rows)) => builder.lexicon(Language::Chinese, table, rows),
            None => builder,
        };
        let document = Document::new(text).with_language(Language::Chinese).with_published(REFERENCE);
        builder.build().unwrap().dates(&document).map(|m| m.value().to_string()).collect()
    };
    let digit = "form\tvalue\tclass\n亖\t4\tdigit\n";
    let mut wrong = Vec::new();
    for (table, rows, text, without, with) in [
        (Numerals, "form\tvalue\tclass\n丗\t30\ttens\n", "展览于五月丗日开幕。", "2025-05", "2025-05-30"),
        (Numerals, digit, "展览于亖月五日开幕。", "", "2025-04-05"),
        (Numerals, digit, "二〇一亖年开工。", "", "2014"),
        (Numerals, digit, "展览上周亖开幕。", "2025-W32", "2025-08-07"),
        (Numerals, "form\tvalue\tclass\n仨\t3\tcounted\n", "仨年前他离开。", "", "2022"),
        // The rest of a number is no day.
        (Scales, "form\tvalue\n京\t10000000000000000\n", "会议于京五日举行。", "2025-08-05", ""),
    ] {
        let both = (found(None, text).join(" "), found(Some((table, rows)), text).join(" "));
        if both != (without.to_owned(), with.to_owned()) {
            wrong.push(format!("{text} without and with the row: {both:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

fn wide(text: &str) -> String {
    text.chars()
        .map(|c| if c.is_ascii_digit() { char::from_u32(c as u32 + 0xFEE0).unwrap() } else { c })
        .collect()
}

const MONTHS: [&str; 12] = [
    "januari",
    "februari",
    "mars",
    "april",
    "maj",
    "juni",
    "juli",
    "augusti",
    "september",
    "oktober",
    "november",
    "december",
];
const WEEKDAYS: [&str; 7] = ["måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag", "söndag"];
const WEEKDAYS_HAN: [char; 7] = ['一', '二', '三', '四', '五', '六', '日'];
const QUARTERS: [&str; 4] = ["första", "andra", "tredje", "fjärde"];

/// All ways to write a period in Chinese.
fn chinese(period: Period) -> Vec<String> {
    let first = period.first().unwrap();
    let (y, m, d) = (first.year(), first.month(), first.day());
    let weekday = WEEKDAYS_HAN[first.weekday().to_monday_zero_offset() as usize];
    let timex = period.timex();
    let mut all = match &*timex {
        t if t.len() == 10 => vec![
            format!("{y}年{m}月{d}日"),
            format!("{y} 年 {m} 月 {d} 日"),
            format!("{y}年{m}月{d}号"),
            format!("{y}年{m:02}月{d:02}日"),
            format!("{y}年{m}月{d}日（星期{weekday}）"),
            format!("{y}年{m}月{d}日下午3时"),
            format!("{y}年{m}月{d}日晚8点半"),
            format!("{}年{}月{}日", han_digits(y), han_number(m), han_number(d)),
            format!("{y}-{m:02}-{d:02}"),
            format!("{y}/{m}/{d}"),
            format!("{y}.{m}.{d}"),
            format!("{d:02}/{m:02}/{y}"),
        ],
        t if t.len() == 7 && !t.contains(['Q', 'H', 'S', 'W', 'F']) => {
            vec![
                format!("{y}年{m}月"),
                format!("{y}年{m}月份"),
                format!("{y}年{m}月下旬"),
                format!("{}年{}月", han_digits(y), han_number(m)),
            ]
        }
        t if t.len() == 4 => {
            vec![format!("{y}年"), format!("{y}年底"), format!("{}年", han_digits(y)), format!("{y}财年")]
        }
        t if t.contains('Q') => {
            let n = (m - 1) / 3 + 1;
            vec![format!("{y}年第{}季度", han_number(n)), format!("{y}年{n}季度"), format!("{y}年第{n}季")]
        }
        t if t.contains('H') => vec![format!("{y}年{}半年", if m == 1 { "上" } else { "下" })],
        t if t.len() == 3 => vec![format!("{y}年代"), format!("{}世纪{}年代", y / 100 + 1, y % 100)]
            .into_iter()
            .filter(|s| !s.contains("世纪0年代"))
            .collect(),
        t if t.len() == 2 => {
            vec![format!("{}世纪", y / 100 + 1), format!("{}世纪", han_number((y / 100 + 1) as i8))]
        }
        _ => vec![],
    };
    let wides: Vec<String> = all.iter().map(|s| wide(s)).collect();
    all.extend(wides);
    all
}

/// All ways to write a period in Swedish.
fn swedish(period: Period) -> Vec<String> {
    let first = period.first().unwrap();
    let (y, m, d) = (first.year(), first.month(), first.day());
    let month = MONTHS[m as usize - 1];
    let weekday = WEEKDAYS[first.weekday().to_monday_zero_offset() as usize];
    let timex = period.timex();
    match &*timex {
        t if t.contains("-W") && t.len() == 8 => {
            let week = first.iso_week_date();
            vec![
                format!("vecka {} {}", week.week(), week.year()),
                format!("v. {} {}", week.week(), week.year()),
            ]
        }
        t if t.len() == 10 => {
            let ending = if matches!(d, 1 | 2 | 21 | 22 | 31) { "a" } else { "e" };
            vec![
                format!("den {d} {month} {y}"),
                format!("{d} {month} {y}"),
                format!("{weekday}en den {d} {month} {y}"),
                format!("{weekday} {d} {month} {y}"),
                format!("den {d}:{ending} {month} {y}"),
                format!("den\u{a0}{d}\u{a0}{month}\u{a0}{y}"),
                format!("den {d} {month} {y} klockan 15.30"),
                format!("{y}-{m:02}-{d:02}"),
                format!("{d:02}/{m:02}/{y}"),
                format!("{d}/{m} {y}"),
                format!("{d}.{m}.{y}"),
            ]
        }
        t if t.contains('Q') => {
            vec![format!("{} kvartalet {y}", QUARTERS[(m as usize - 1) / 3])]
        }
        t if t.contains('H') => vec![format!("{} halvåret {y}", QUARTERS[(m as usize - 1) / 6])],
        t if t.contains("SP") => vec![format!("våren {y}")],
        t if t.contains("SU") => vec![format!("sommaren {y}")],
        t if t.contains("FA") => vec![format!("hösten {y}")],
        t if t.contains("WI") => vec![format!("vintern {y}")],
        t if t.len() == 7 => vec![format!("{month} {y}"), format!("{month} månad {y}")],
        t if t.len() == 4 => {
            // 2000 alone may be a number.
            let bare = (y % 100 != 0).then(|| y.to_string());
            [format!("år {y}"), format!("{y} års")].into_iter().chain(bare).collect()
        }
        t if t.len() == 3 && y % 100 != 0 => vec![format!("{y}-talet"), format!("{y}-talets")],
        t if t.len() == 2 => vec![format!("{y}-talet")],
        _ => vec![],
    }
}

/// Lengths of time beyond any calendar are no dates.
#[test]
fn offsets_beyond_the_calendar_are_none() {
    let reference = Some(civil::date(2025, 5, 14));
    for text in [
        "Det hände för 400 sekler sedan, för 4999 decennier sedan och om 900 sekler.",
        "那是四百个世纪前，3000个世纪前，五百个世纪后。",
    ] {
        let document = Document::new(text).with_published(reference);
        assert_eq!(Extractor::new().dates(&document).count(), 0, "{text}");
    }
}

fn day() -> impl Strategy<Value = civil::Date> {
    (1901_i16..2059, 0_i32..365).prop_map(|(y, n)| civil::date(y, 1, 1).checked_add(n.days()).unwrap())
}

fn period() -> impl Strategy<Value = Period> {
    (day(), 0..9_u8, 0..4_usize).prop_map(|(d, unit, n)| {
        let seasons = [Season::Spring, Season::Summer, Season::Autumn, Season::Winter];
        match unit {
            0 => Period::month(d.year(), d.month()),
            1 => Period::year(d.year()),
            2 => Period::quarter(d.year(), n as i8 + 1),
            3 => Period::half(d.year(), n as i8 % 2 + 1),
            4 => Period::season(d.year(), seasons[n]),
            5 => Period::decade(d.year() / 10 * 10),
            6 => Period::century(d.year() / 100 * 100),
            7 => Period::week(d.iso_week_date().year(), d.iso_week_date().week()),
            _ => Some(Period::day(d)),
        }
        .unwrap()
    })
}

proptest! {
    #[test]
    fn what_is_rendered_is_read_back(period in period()) {
        for (styles, language, head, tail) in [
            (chinese(period), Language::Chinese, "他于", "，完成任务。"),
            (swedish(period), Language::Swedish, "Det hände ", ", sade hon."),
        ] {
            for style in styles {
                let found = dates(&format!("{head}{style}{tail}"), language);
                prop_assert_eq!(found.len(), 1, "{}: {:?}", style, found);
                prop_assert_eq!(&found[0].0, &style);
                // A style with a clock adds its time.
                let timex = found[0].1.timex();
                prop_assert_eq!(timex.split('T').next(), Some(&*period.timex()), "{}", style);
                let clock = ["时", "点", "klockan", "kl."].iter().any(|w| style.contains(w));
                prop_assert_eq!(timex.contains('T'), clock, "{}", style);
            }
        }
    }

    #[test]
    fn ranges_are_read_back(from in day(), days in 1_i32..4000, far: bool) {
        let days = if far { days } else { days % 20 + 1 };
        let to = from.checked_add(days.days()).unwrap();
        let want = Date::range(Period::day(from), Period::day(to)).unwrap();
        let (y, m, d) = (from.year(), from.month(), from.day());
        let mut zh = vec![format!("{y}年{m}月{d}日至{}年{}月{}日", to.year(), to.month(), to.day())];
        let month = |date: civil::Date| MONTHS[date.month() as usize - 1];
        let mut sv = vec![format!("den {d} {} {y} till den {} {} {}", month(from), to.day(), month(to), to.year())];
        if to.year() == y {
            zh.push(format!("{y}年{m}月{d}日—{}月{}日", to.month(), to.day()));
            sv.push(format!("{d} {} – {} {} {y}", month(from), to.day(), month(to)));
            if to.month() == m {
                zh.extend([format!("{y}年{m}月{d}日至{}日", to.day()), format!("{y}年{m}月{d}-{}日", to.day())]);
                sv.extend([format!("{d}–{} {} {y}", to.day(), month(to)), format!("den {d} till {} {} {y}", to.day(), month(to))]);
            }
        }
        for (styles, language, head) in [(zh, Language::Chinese, "会议于"), (sv, Language::Swedish, "Mötet hålls ")] {
            for style in styles {
                let found = dates(&format!("{head}{style}."), language);
                prop_assert_eq!(found.len(), 1, "{}: {:?}", style, found);
                prop_assert_eq!(found[0].1.timex(), want.timex(), "{}", style);
            }
        }
    }

    #[test]
    fn bounds_are_in_order_and_values_are_well_formed(
        pieces in prop::collection::vec(prop::sample::select(PIECES), 1..9),
        chinese: bool,
        dated: bool,
    ) {
        let text = pieces.concat();
        let language = if chinese { Language::Chinese } else { Language::Swedish };
        let document = Document::new(&text).with_language(language).with_published(dated.then_some(REFERENCE));
        for mention in EXTRACTOR.dates(&document) {
            let date = mention.value();
            if let (Some(start), Some(end)) = (date.start_date(), date.end_date()) {
                prop_assert!(start <= end, "{}: {}", mention.text(), date);
            }
            prop_assert!(TIMEX.is_match(&date.timex()), "{}: {}", mention.text(), date.timex());
            prop_assert!(EDTF.is_match(&date.edtf()), "{}: {}", mention.text(), date.edtf());
        }
    }

    #[test]
    fn both_notations_say_the_same_days(period in period(), other in period()) {
        for date in [Some(Date::from(period)), Date::range(period, other)].into_iter().flatten() {
            let days = (date.start_date().unwrap(), date.end_date().unwrap());
            prop_assert!(days.0 <= days.1);
            prop_assert_eq!(days_of(&date.timex(), timex_days), days, "{}", date.timex());
            prop_assert_eq!(days_of(&date.edtf(), edtf_days), days, "{}", date.edtf());
        }
    }
}

/// Pieces of dates, to be thrown together.
const PIECES: &[&str] = &[
    "2025年",
    "98年",
    "3月",
    "12月",
    "31日",
    "5日",
    "至",
    "、",
    "-",
    "上旬",
    "底",
    "去年",
    "今天",
    "上周",
    "三",
    "周五",
    "第一季度",
    "上半年",
    "90年代",
    "20世纪",
    "正月十五",
    "农历",
    "春节",
    "民国",
    "113年",
    "次年",
    "前5个月",
    "二〇二五年",
    "廿五日",
    "下午3时",
    "《",
    "，",
    "。",
    "den ",
    "31 ",
    "29 ",
    "februari ",
    "mars ",
    "december ",
    "2011",
    "2011/12",
    "1998",
    " till ",
    "–",
    " och ",
    "mellan ",
    "i måndags ",
    "onsdagen ",
    "på fredag ",
    "förra året",
    "i fjol",
    "vecka 53 ",
    "fjärde kvartalet ",
    "90-talet",
    "1960- och 70-talet",
    "julafton ",
    "påskdagen ",
    "våren ",
    "i höstas ",
    "klockan 22 ",
    "2025-02-29",
    "13/08/2025",
    "30/2 2011",
    "\n",
    " ",
    ", ",
];

/// The first and last day of one side or two.
fn days_of(value: &str, side: fn(&str) -> (civil::Date, civil::Date)) -> (civil::Date, civil::Date) {
    match value.split_once('/') {
        Some((a, b)) => (side(a).0, side(b).1),
        None => side(value),
    }
}

fn months(year: i16, from: i8, count: i32) -> (civil::Date, civil::Date) {
    let first = civil::date(year, from, 1);
    (first, first.checked_add(count.months()).unwrap().yesterday().unwrap())
}

fn timex_days(value: &str) -> (civil::Date, civil::Date) {
    let year = |s: &str| s.parse::<i16>().unwrap();
    let (head, rest) = value.split_once('-').unwrap_or((value, ""));
    match (head.len(), rest) {
        (2, _) => (civil::date(year(head) * 100, 1, 1), civil::date(year(head) * 100 + 99, 12, 31)),
        (3, _) => (civil::date(year(head) * 10, 1, 1), civil::date(year(head) * 10 + 9, 12, 31)),
        (_, "") => months(year(head), 1, 12),
        (_, "SP") => months(year(head), 3, 3),
        (_, "SU") => months(year(head), 6, 3),
        (_, "FA") => months(year(head), 9, 3),
        (_, "WI") => months(year(head), 12, 3),
        (_, rest) if rest.starts_with('Q') => months(year(head), 3 * rest[1..].parse::<i8>().unwrap() - 2, 3),
        (_, rest) if rest.starts_with('H') => months(year(head), 6 * rest[1..].parse::<i8>().unwrap() - 5, 6),
        (_, rest) if rest.starts_with('W') => {
            // The week with the year's first Thursday is the first; the 4th of January is in it.
            let fourth = civil::date(year(head), 1, 4);
            let monday = fourth - i32::from(fourth.weekday().to_monday_zero_offset()).days();
            let first = monday + (7 * (rest[1..].parse::<i32>().unwrap() - 1)).days();
            (first, first + 6.days())
        }
        (_, rest) if rest.len() == 2 => months(year(head), rest.parse().unwrap(), 1),
        _ => {
            let day = value.parse().unwrap();
            (day, day)
        }
    }
}

fn edtf_days(value: &str) -> (civil::Date, civil::Date) {
    let low = |s: &str| s.replace('X', "0").parse::<i16>().unwrap();
    let high = |s: &str| s.replace('X', "9").parse::<i16>().unwrap();
    let parts: Vec<&str> = value.split('-').collect();
    match *parts {
        [year] => (civil::date(low(year), 1, 1), civil::date(high(year), 12, 31)),
        [year, part] => match part.parse::<i8>().unwrap() {
            month @ 1..=12 => months(low(year), month, 1),
            season @ 21..=24 => months(low(year), (season - 20) * 3, 3),
            quarter @ 33..=36 => months(low(year), (quarter - 33) * 3 + 1, 3),
            half @ 40..=41 => months(low(year), (half - 40) * 6 + 1, 6),
            other => panic!("{other} is no part of a year"),
        },
        _ => {
            let day = value.parse().unwrap();
            (day, day)
        }
    }
}
