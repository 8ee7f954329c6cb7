//! Amounts and percentages: every style of writing a number read back, every row of the currency tables found, and
//! what clauses say beside the value.

use newsfacts::{
    Document, Extractor, Language, Region,
    value::{Basis, Currency, Direction, Modifier, Money, Percent},
};
use proptest::prelude::*;
use rust_decimal::Decimal;
use std::collections::HashMap;

const ZH: &str = include_str!("../src/lang/zh/currencies.tsv");
const SV: &str = include_str!("../src/lang/sv/currencies.tsv");
const CODES: &str = include_str!("../src/lang/currency-codes.tsv");

fn all_money(language: Language, text: &str) -> Vec<Money> {
    Extractor::new().money(Document::new(text).with_language(language)).map(|m| m.into_value()).collect()
}

fn all_percents(language: Language, text: &str) -> Vec<Percent> {
    Extractor::new().percents(Document::new(text).with_language(language)).map(|m| m.into_value()).collect()
}

fn money(language: Language, text: &str) -> Money {
    let found = all_money(language, text);
    assert_eq!(found.len(), 1, "{text}: {found:?}");
    found.into_iter().next().unwrap()
}

fn percent(language: Language, text: &str) -> Percent {
    let found = all_percents(language, text);
    assert_eq!(found.len(), 1, "{text}: {found:?}");
    found.into_iter().next().unwrap()
}

fn dec(text: &str) -> Decimal {
    text.parse().unwrap()
}

/// The rows of a table as maps from column to cell.
fn rows(source: &str) -> Vec<HashMap<&str, &str>> {
    let mut lines = source.lines().filter(|l| !l.starts_with('#') && !l.is_empty());
    let header: Vec<&str> = lines.next().unwrap().split('\t').collect();
    lines.map(|line| header.iter().copied().zip(line.split('\t')).collect()).collect()
}

/// Every word of a region tells what 元 is in a Traditional paragraph and in the one after it; the region of the document
/// goes before it, and Simplified text is not asked.
#[test]
fn every_word_of_a_region_names_its_money() {
    const REGIONS: &str = include_str!("../src/lang/zh/regions.tsv");
    let extractor = Extractor::new();
    let codes = |document: Document<'_>| -> Vec<_> {
        let document = document.with_language(Language::Chinese);
        extractor.money(document).map(|m| m.value().currency().code().to_owned()).collect()
    };
    for row in rows(REGIONS) {
        let (word, money) = (row["form"], row["money"]);
        let text = format!("{word}，這筆經費為5億元。\n\n這個學會還將撥款3億元給圖書館。");
        assert_eq!(codes(Document::new(&text)), [money, money], "{text}");
        assert_eq!(codes(Document::new(&text).with_region(Region::Macau)), ["MOP", "MOP"], "{text}");
        let simplified = format!("{word}，这笔经费为5亿元，还将拨款给图书馆。");
        assert_eq!(codes(Document::new(&simplified)), ["CNY"], "{simplified}");
    }
}

/// The name of a country as the tables have it.
fn country(table: &str, code: &str) -> Option<String> {
    rows(table).iter().find(|r| r.get("code") == Some(&code)).map(|r| r["form"].to_owned())
}

#[test]
fn every_row_of_the_currency_tables_is_found_in_a_sentence() {
    let tables = [
        (Language::Chinese, ZH, include_str!("../src/lang/zh/countries.tsv")),
        (Language::Swedish, SV, include_str!("../src/lang/sv/countries.tsv")),
    ];
    for (language, table, countries) in tables {
        for row in rows(table).iter().chain(&rows(CODES)) {
            let get = |column| row.get(column).copied().unwrap_or("");
            let factor = if get("factor").is_empty() { Decimal::ONE } else { dec(get("factor")) };
            let flags: Vec<&str> = get("flags").split(' ').collect();
            let (code, place) = match get("code") {
                "" => {
                    let (nation, code) = get("shared").split(' ').next().unwrap().split_once(':').unwrap();
                    (code, country(countries, nation).unwrap_or_else(|| panic!("no country {nation}")))
                }
                code => (code, String::new()),
            };
            let forms = std::iter::once(get("form")).chain(get("forms").split('|').filter(|f| !f.is_empty()));
            for form in forms {
                let (text, expected) = match language {
                    _ if flags.contains(&"compound") => (format!("Ett 5-{form}projekt."), dec("5") * factor),
                    _ if flags.contains(&"spoken") => (format!("一斤三{form}五。"), dec("3.5") * factor),
                    Language::Chinese if get("place") == "after" => {
                        (format!("标价{form}5万。"), dec("50000") * factor)
                    }
                    Language::Chinese => (format!("在{place}标价5万{form}。"), dec("50000") * factor),
                    _ if get("place") == "after" => {
                        (format!("Priset är {form} 5 miljoner."), dec("5000000") * factor)
                    }
                    _ if form == ":-" => (format!("Priset är 500{form}."), dec("500")),
                    _ => (format!("I {place} är priset 5 miljoner {form}."), dec("5000000") * factor),
                };
                let text = text.replace("I  är", "Nu är").replace("在标", "标");
                let found = money(language, &text);
                assert_eq!((found.currency().code(), found.amount()), (code, expected.normalize()), "{text}");
                if get("place") == "both" && language == Language::Chinese {
                    let text = format!("标价{form}5万。");
                    assert_eq!(money(language, &text).currency().code(), code, "{text}");
                }
            }
        }
    }
}

#[test]
fn every_currency_has_a_name_or_code_in_both_languages() {
    for currency in Currency::all() {
        for (language, text) in [
            (Language::Chinese, format!("标价5万{currency}。")),
            (Language::Swedish, format!("Priset är 5 miljoner {currency}.")),
        ] {
            assert_eq!(money(language, &text).currency(), currency, "{text}");
        }
    }
}

#[test]
fn the_region_decides_what_yuan_is() {
    let extractor = Extractor::new();
    for (region, code) in [
        (Region::Mainland, "CNY"),
        (Region::Taiwan, "TWD"),
        (Region::HongKong, "HKD"),
        (Region::Macau, "MOP"),
    ] {
        let document = Document::new("票价三百元。").with_region(region);
        let found = extractor.money(&document).next().unwrap();
        assert_eq!(found.value().currency().code(), code);
        assert!(!found.value().currency_assumed());
    }
    assert!(money(Language::Chinese, "票价三百元。").currency_assumed());
    assert!(!money(Language::Chinese, "票价三百美元。").currency_assumed());
    assert!(money(Language::Swedish, "I Norge kostar den 300 kronor.").currency_assumed());
    assert!(!money(Language::Swedish, "Den kostar 300 norska kronor.").currency_assumed());
}

#[test]
fn words_around_a_number_bound_it() {
    use Modifier::*;
    for (text, modifier) in [
        ("约5%", Some(Approx)),
        ("5%左右", Some(Approx)),
        ("超过5%", Some(MoreThan)),
        ("逾5%", Some(MoreThan)),
        ("近5%", Some(LessThan)),
        ("不足5%", Some(LessThan)),
        ("至少5%", Some(AtLeast)),
        ("5%以上", Some(AtLeast)),
        ("最多5%", Some(AtMost)),
        ("5%以下", Some(AtMost)),
        ("三成多", Some(MoreThan)),
        ("是5%", None),
    ] {
        assert_eq!(percent(Language::Chinese, text).modifier(), modifier, "{text}");
    }
    for (text, modifier) in [
        ("cirka 5 procent", Some(Approx)),
        ("drygt 5 procent", Some(MoreThan)),
        ("knappt 5 procent", Some(LessThan)),
        ("närmare 5 procent", Some(LessThan)),
        ("minst 5 procent", Some(AtLeast)),
        ("5 procent eller mer", Some(AtLeast)),
        ("högst 5 procent", Some(AtMost)),
        ("upp till 5 procent", Some(AtMost)),
        ("mer än 5 procent", Some(MoreThan)),
        ("av 5 procent", None),
        ("Ingen ska aldrig betala mer än 30 procent.", Some(AtMost)),
        ("Andelen var inte längre över 30 procent.", Some(AtMost)),
        ("Andelen får inte vara mindre än 30 procent.", Some(AtLeast)),
        ("Andelen är inte bara över 30 procent.", Some(MoreThan)),
        ("Höjningen översteg inte målet utan blev mer än 30 procent.", Some(MoreThan)),
        ("Felet får inte överstiga 3 procent.", Some(AtMost)),
    ] {
        assert_eq!(percent(Language::Swedish, text).modifier(), modifier, "{text}");
    }
    assert_eq!(money(Language::Chinese, "30多亿元").modifier(), Some(MoreThan));
    assert_eq!(money(Language::Swedish, "ett tiotal miljoner kronor").modifier(), Some(Approx));
}

/// An amount that names no figure is read only if asked for, and then as a range.
#[test]
fn amounts_without_a_figure_are_asked_for() {
    let extractor = Extractor::builder().amounts_without_figure(true).build().unwrap();
    for (language, text, range) in [
        (Language::Swedish, "Det kostar drygt tiotals miljoner kronor.", Some(("10000000", "100000000"))),
        (Language::Swedish, "Skulden är flera hundra tusen kronor.", Some(("100000", "1000000"))),
        (Language::Swedish, "Hon gav några kronor.", None),
        (Language::Chinese, "耗资数百亿元以上。", Some(("10000000000", "100000000000"))),
        (Language::Chinese, "兆元预算引起争论。", Some(("1000000000000", "1000000000000000"))),
        (Language::Chinese, "贷款总数百万元。", None),
    ] {
        assert_eq!(all_money(language, text), [], "{text}");
        let found = extractor.money(Document::new(text).with_language(language)).map(|m| m.into_value());
        let found: Vec<_> = found.map(|m| (m.amount(), m.amount_max(), m.modifier())).collect();
        let wanted = range.map(|(low, high)| (dec(low), Some(dec(high)), Some(Modifier::Vague)));
        assert_eq!(found, Vec::from_iter(wanted), "{text}");
    }
    // Figures are the same either way.
    let figures = |e: &Extractor| e.money("Det kostar 30 miljoner kronor.").next().unwrap().into_value();
    assert_eq!(figures(&extractor), figures(&Extractor::new()));
}

/// Rows of a user for numbers, and what is wrong with bad ones.
#[test]
fn numerals_and_scales_take_rows() {
    use newsfacts::LexiconTable;
    let build = |language, table, rows: &str| Extractor::builder().lexicon(language, table, rows).build();
    let one = |extractor: Extractor, text: &str| extractor.money(text).next().map(|m| m.value().amount());
    let swedish = build(Language::Swedish, LexiconTable::Scales, "form\tvalue\ntjog\t20\n").unwrap();
    assert_eq!(one(swedish, "Det kostar 3 tjog kronor."), Some(dec("60")));
    let swedish =
        build(Language::Swedish, LexiconTable::Numerals, "form\tvalue\tclass\ndussin\t12\tteen\n").unwrap();
    assert_eq!(one(swedish, "Det kostar dussin kronor."), Some(dec("12")));
    let chinese =
        build(Language::Chinese, LexiconTable::Scales, "form\tvalue\n京\t10000000000000000\n").unwrap();
    assert_eq!(one(chinese, "总额为2京美元。"), Some(dec("20000000000000000")));
    let chinese =
        build(Language::Chinese, LexiconTable::Numerals, "form\tvalue\tclass\n俩\t2\tcounted\n").unwrap();
    assert_eq!(one(chinese, "总额为俩亿美元。"), Some(dec("200000000")));
    for (language, table, rows, place) in [
        (
            Language::Swedish,
            LexiconTable::Numerals,
            "form\tvalue\tclass\ndussin\t12\ttene\n",
            ("numerals", 2, "class"),
        ),
        (Language::Swedish, LexiconTable::Scales, "form\tvalue\ntjog\ttwenty\n", ("scales", 2, "value")),
        (Language::Chinese, LexiconTable::Scales, "form\tvalue\n京\t5\n", ("scales", 2, "value")),
        (
            Language::Chinese,
            LexiconTable::Numerals,
            "form\tvalue\tclass\n俩\t2\tdigits\n",
            ("numerals", 2, "class"),
        ),
    ] {
        let error = build(language, table, rows).unwrap_err();
        assert_eq!(error.lexicon_place(), Some(place), "{rows}");
    }
}

/// What was inferred of a currency says so, with the other one where two are near.
#[test]
fn inferred_currencies_say_so() {
    let kronor = money(Language::Swedish, "I Norge kostar stugan 300 kronor.");
    assert!(kronor.currency_assumed());
    assert_eq!(kronor.currency_alternative().map(|c| c.code().to_owned()).as_deref(), Some("NOK"));
    let kronor = money(Language::Swedish, "Stugan kostar 300 norska kronor.");
    assert!(!kronor.currency_assumed() && kronor.currency_alternative().is_none());
    let cent = money(Language::Swedish, "Elen kostar 12 cent.");
    assert!(cent.currency_assumed());
}

#[test]
fn verbs_give_a_direction_and_phrases_a_basis() {
    use Direction::*;
    for (text, direction, basis) in [
        ("出口同比增长5%。", Some(Up), Some(Basis::Year)),
        ("价格环比下降0.3%。", Some(Down), Some(Basis::Period)),
        ("營收年增8%。", Some(Up), Some(Basis::Year)),
        ("營收月減8%。", Some(Down), Some(Basis::Month)),
        ("产量比上年同期减少5%。", Some(Down), Some(Basis::Year)),
        ("占总数的5%。", None, None),
        ("增长的5%归他。", None, None),
        ("产量比上年提高了5%。", Some(Up), Some(Basis::Year)),
        ("股价一度涨了5%。", Some(Up), None),
        ("午后跌幅扩大至5%。", Some(Down), None),
        ("早盘涨幅收窄至5%。", Some(Up), None),
        ("股指下跌120点或5%。", Some(Down), None),
        ("利率下行5个基点。", Some(Down), None),
        ("房价比去年低5%。", Some(Down), Some(Basis::Year)),
        ("房价比一年前高了5%。", Some(Up), Some(Basis::Year)),
        ("成绩比例很高，5%。", None, None),
        ("价格高5%。", None, None),
    ] {
        let found = percent(Language::Chinese, text);
        assert_eq!((found.direction(), found.basis()), (direction, basis), "{text}");
    }
    for found in all_percents(Language::Chinese, "进口、出口同比分别下降5%、3%和2%。") {
        assert_eq!((found.direction(), found.basis()), (Some(Down), Some(Basis::Year)), "{found:?}");
    }
    for (text, direction, basis) in [
        ("Exporten ökade med 5 procent.", Some(Up), None),
        ("Priserna sjönk 0,3 procent från föregående månad.", Some(Down), Some(Basis::Month)),
        ("Priserna steg 2 procent på årsbasis.", Some(Up), Some(Basis::Year)),
        ("Hon sänkte hela skatten med 5 procent.", Some(Down), None),
        ("En ökning på 5 procent jämfört med samma period i fjol.", Some(Up), Some(Basis::Year)),
        ("Av alla är 5 procent röda.", None, None),
    ] {
        let found = percent(Language::Swedish, text);
        assert_eq!((found.direction(), found.basis()), (direction, basis), "{text}");
    }
}

#[test]
fn changes_link_what_was_with_what_is() {
    let last = |language, text: &str| all_percents(language, text).pop().unwrap();
    for text in ["税率从3%提高到3.5%。", "税率由3%升至3.5%。", "稅率從3%調升至3.5%。"] {
        let found = last(Language::Chinese, text);
        assert_eq!((found.from(), found.direction()), (Some(dec("3")), Some(Direction::Up)), "{text}");
    }
    let found = last(Language::Swedish, "Skatten höjs från 3 till 5 procent.");
    assert_eq!(
        (found.from(), found.value(), found.direction()),
        (Some(dec("3")), dec("5"), Some(Direction::Up))
    );
    let found = last(Language::Swedish, "Skatten sänks från 5 procent till 3 procent.");
    assert_eq!((found.from(), found.direction()), (Some(dec("5")), Some(Direction::Down)));
    let found = &all_percents(Language::Swedish, "Räntan föll till 3 procent, från 5 procent.")[0];
    assert_eq!((found.from(), found.value()), (Some(dec("5")), dec("3")));
    let found = all_money(Language::Chinese, "工资从3000元涨到4500元。").pop().unwrap();
    assert_eq!((found.from(), found.amount()), (Some(dec("3000")), dec("4500")));
    assert_eq!(last(Language::Chinese, "一半是3%，另一半是5%。").from(), None);
}

#[test]
fn prices_say_of_what() {
    assert_eq!(money(Language::Chinese, "8元/公斤。").per(), Some("公斤"));
    assert_eq!(money(Language::Swedish, "250 kronor per timme.").per(), Some("timme"));
    assert_eq!(money(Language::Swedish, "99 kr/mån.").per(), Some("mån"));
}

#[test]
fn hostile_numbers_give_nothing_and_do_not_panic() {
    let nine = "9".repeat(5000);
    for text in [
        format!("{nine}元"),
        format!("{nine}%"),
        "九".repeat(5000) + "元",
        "亿".repeat(5000) + "元",
        "1,".repeat(5000) + "000元",
        "1 000 ".repeat(5000) + "元",
        "百分之".repeat(5000),
        "5%至".repeat(5000),
    ] {
        let _ = all_money(Language::Chinese, &text);
        let _ = all_percents(Language::Chinese, &text);
    }
    for text in [
        format!("{nine} kronor"),
        "miljoner ".repeat(5000) + "kronor",
        "en och en halv ".repeat(5000) + "kronor",
        "tusen".repeat(5000) + " kronor",
        "1 000 ".repeat(5000) + "kronor",
        "5 till ".repeat(5000) + "procent",
    ] {
        let _ = all_money(Language::Swedish, &text);
        let _ = all_percents(Language::Swedish, &text);
    }
    assert!(all_money(Language::Chinese, &format!("{nine}元")).is_empty());
    assert!(all_money(Language::Swedish, &format!("{nine} kronor")).is_empty());
}

/// Digits in groups of three.
fn grouped(value: &str, mark: &str, point: &str) -> String {
    let (whole, rest) = value.split_once('.').map_or((value, None), |(w, r)| (w, Some(r)));
    let mut out = String::new();
    for (i, c) in whole.chars().enumerate() {
        if i > 0 && (whole.len() - i) % 3 == 0 {
            out.push_str(mark);
        }
        out.push(c);
    }
    rest.map_or(out.clone(), |rest| format!("{out}{point}{rest}"))
}

/// A number below ten thousand in Han numerals.
fn han_small(n: u64, digits: &[&str], units: &[&str]) -> String {
    let mut out = String::new();
    let mut nought = false;
    for (i, unit) in units.iter().enumerate() {
        let d = (n / 10_u64.pow(3 - i as u32)) % 10;
        if d == 0 {
            nought = !out.is_empty();
            continue;
        }
        if std::mem::take(&mut nought) {
            out.push_str(digits[0]);
        }
        out.push_str(digits[d as usize]);
        out.push_str(unit);
    }
    out
}

const PLAIN: [&str; 10] = ["零", "一", "二", "三", "四", "五", "六", "七", "八", "九"];
const FINANCIAL: [&str; 10] = ["零", "壹", "贰", "叁", "肆", "伍", "陆", "柒", "捌", "玖"];

/// A number in Han numerals.
fn han(n: u64, financial: bool) -> String {
    let (digits, units): (&[&str], &[&str]) = if financial {
        (&FINANCIAL, &["仟", "佰", "拾", ""])
    } else {
        (&PLAIN, &["千", "百", "十", ""])
    };
    if n == 0 {
        return digits[0].into();
    }
    let mut out = String::new();
    for (unit, name) in [(100_000_000, "亿"), (10_000, "万"), (1, "")] {
        let part = (n / unit) % 10_000;
        if part > 0 {
            if part < 1000 && !out.is_empty() {
                out.push_str(digits[0]);
            }
            out.push_str(&han_small(part, digits, units));
            out.push_str(name);
        }
    }
    out
}

/// A number below a million in Swedish words.
fn swedish(n: u64) -> String {
    const ONES: [&str; 20] = [
        "", "ett", "två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio", "tio", "elva", "tolv",
        "tretton", "fjorton", "femton", "sexton", "sjutton", "arton", "nitton",
    ];
    const TENS: [&str; 10] =
        ["", "", "tjugo", "trettio", "fyrtio", "femtio", "sextio", "sjuttio", "åttio", "nittio"];
    match n {
        0..20 => ONES[n as usize].into(),
        20..100 => format!("{}{}", TENS[n as usize / 10], ONES[n as usize % 10]),
        100..1000 => format!("{}hundra{}", ONES[n as usize / 100], swedish(n % 100)),
        _ => format!("{}tusen{}", swedish(n / 1000), swedish(n % 1000)),
    }
}

fn wide(text: &str) -> String {
    text.chars()
        .map(|c| if c.is_ascii_graphic() { char::from_u32(c as u32 + 0xFEE0).unwrap() } else { c })
        .collect()
}

proptest! {
    #[test]
    fn any_decimal_is_read_back_from_every_style(mantissa in 1_i64..1_000_000_000_000, scale in 0_u32..5) {
        let value = Decimal::new(mantissa, scale).normalize();
        let plain = value.to_string();
        for text in [plain.clone(), grouped(&plain, ",", "."), wide(&plain), plain.replace('.', "·")] {
            prop_assert_eq!(money(Language::Chinese, &format!("价格为{text}美元。")).amount(), value, "{}", text);
            prop_assert_eq!(money(Language::Chinese, &format!("价格为US${text}。")).amount(), value, "{}", text);
            prop_assert_eq!(percent(Language::Chinese, &format!("比例为{text}%。")).value(), value, "{}", text);
            prop_assert_eq!(percent(Language::Chinese, &format!("提高{text}个百分点。")).value(), value, "{}", text);
            for (unit, factor) in [("万", "10000"), ("亿", "100000000"), ("万亿", "1000000000000")] {
                let scaled = value * dec(factor);
                let found = money(Language::Chinese, &format!("价格为{text}{unit}美元。"));
                prop_assert_eq!(found.amount(), scaled.normalize(), "{}{}", text, unit);
            }
        }
        let comma = plain.replace('.', ",");
        // Three noughts after a comma are a group, and three digits after a point too.
        for text in [comma, grouped(&plain, " ", ","), grouped(&plain, "\u{A0}", ","), grouped(&plain, "\u{2009}", ","), grouped(&plain, "\u{202F}", ","), grouped(&plain, ".", ",")] {
            prop_assert_eq!(money(Language::Swedish, &format!("Priset är {text} dollar.")).amount(), value, "{}", text);
            prop_assert_eq!(money(Language::Swedish, &format!("Priset är USD {text}.")).amount(), value, "{}", text);
            prop_assert_eq!(percent(Language::Swedish, &format!("Andelen är {text} procent.")).value(), value, "{}", text);
            prop_assert_eq!(percent(Language::Swedish, &format!("Andelen är {text} %.")).value(), value, "{}", text);
            for (unit, factor) in [("miljoner", "1000000"), ("miljarder", "1000000000"), ("mn", "1000000"), ("mdr", "1000000000")] {
                let found = money(Language::Swedish, &format!("Priset är {text} {unit} dollar."));
                prop_assert_eq!(found.amount(), (value * dec(factor)).normalize(), "{} {}", text, unit);
            }
        }
    }

    #[test]
    fn any_whole_number_is_read_back_from_numerals(n in 10_u64..999_999_999_999, small in 10_u64..1_000_000) {
        for text in [han(n, false), han(n, true), han(small, false), han(small, true)] {
            let value = if text == han(n, false) || text == han(n, true) { n } else { small };
            prop_assert_eq!(money(Language::Chinese, &format!("共计{text}美元。")).amount(), Decimal::from(value), "{}", text);
            prop_assert_eq!(percent(Language::Chinese, &format!("共计百分之{text}。")).value(), Decimal::from(value), "{}", text);
        }
        let mixed = format!("{}亿{}万{}", n / 100_000_000 + 1, n / 10_000 % 9000 + 1000, n % 9000 + 1000);
        let value = (n / 100_000_000 + 1) * 100_000_000 + (n / 10_000 % 9000 + 1000) * 10_000 + n % 9000 + 1000;
        prop_assert_eq!(money(Language::Chinese, &format!("共计{mixed}美元。")).amount(), Decimal::from(value), "{}", mixed);
        let words = swedish(small);
        prop_assert_eq!(money(Language::Swedish, &format!("Det blev {words} dollar.")).amount(), Decimal::from(small), "{}", words);
        prop_assert_eq!(percent(Language::Swedish, &format!("Det blev {words} procent.")).value(), Decimal::from(small), "{}", words);
        let found = money(Language::Swedish, &format!("Det blev {words} miljoner dollar."));
        prop_assert_eq!(found.amount(), Decimal::from(small * 1_000_000), "{}", words);
    }

    #[test]
    fn ranges_keep_both_ends(low in 10_i64..100_000, more in 1_i64..100_000, scale in 0_u32..3) {
        let (low, high) = (Decimal::new(low, scale).normalize(), Decimal::new(low + more, scale).normalize());
        let ends = |m: &Money| (m.amount(), m.amount_max());
        for sign in ["至", "到", "-", "～", "—"] {
            let found = money(Language::Chinese, &format!("价格为{low}{sign}{high}万美元。"));
            prop_assert_eq!(ends(&found), ((low * dec("10000")).normalize(), Some((high * dec("10000")).normalize())));
            let found = percent(Language::Chinese, &format!("比例为{low}%{sign}{high}%。"));
            prop_assert_eq!((found.value(), found.value_max()), (low, Some(high)));
        }
        let comma = |d: Decimal| d.to_string().replace('.', ",");
        let (a, b) = (comma(low), comma(high));
        for range in [format!("{a}–{b}"), format!("{a} till {b}"), format!("mellan {a} och {b}"), format!("{a} - {b}")] {
            let found = money(Language::Swedish, &format!("Priset är {range} miljoner euro."));
            prop_assert_eq!(ends(&found), ((low * dec("1000000")).normalize(), Some((high * dec("1000000")).normalize())));
        }
    }
}
