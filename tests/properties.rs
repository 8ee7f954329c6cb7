//! Properties of any text: bounds, order, locality, folding. Texts are mixed from pieces of news prose, so that facts
//! occur and collide, and from arbitrary characters.

mod oracle;

use newsfacts::{Document, Extractor, Fact, Kind, Language};
use once_cell::sync::Lazy;
use oracle::{checked, values};
use proptest::prelude::*;
use unicode_normalization::UnicodeNormalization;

/// Pieces of Swedish prose in which something is, or nearly is, a fact.
const SWEDISH: &[&str] = &[
    "den 5 mars 2025",
    "i måndags",
    "på onsdagen den 13 augusti",
    "2011/12",
    "1990-talet",
    "vecka 12",
    "i fjol",
    "första kvartalet",
    "12 500 kronor",
    "1,4 miljarder kronor",
    "mellan 30 och 50 miljoner kronor",
    "SEK 500",
    "€1,5 miljoner",
    "5–10 procent",
    "0,25 procentenheter",
    "1,2 promille",
    "statsminister Ulla Bengtsson (S)",
    "Norges finansminister Kåre Dahl",
    "Eva Lind, chef för Polisen i Malmö,",
    "majoriteten",
    "januari",
    "kronisk",
    "tusen",
    " och ",
    ", ",
    ". ",
    "\n",
    " – ",
    "från 3 till 5",
    "miljoner",
    "kronor",
    "procent",
    "2024",
    "(M)",
    "president",
    "ökade med ",
    "12:50",
    "08-123 45 67",
];

/// The same in Chinese, both scripts.
const CHINESE: &[&str] = &[
    "2025年3月5日",
    "３月５日",
    "二〇二五年",
    "上周三",
    "去年同期",
    "第一季度",
    "90年代",
    "3月5日至11日",
    "1—2月",
    "民國113年",
    "12亿3456万元",
    "1.2万亿元",
    "5000亿至6000亿元",
    "人民币3亿元",
    "US$3.2億",
    "新台幣五百元",
    "30多亿元",
    "百分之五点二",
    "5.2%",
    "０．３个百分点",
    "三成",
    "25个基点",
    "外交部长王岱",
    "國務院總理李岳",
    "越南国家主席苏杉",
    "省委书记、省长陈明",
    "日本",
    "月球",
    "1号线",
    "，",
    "。",
    "、",
    "和",
    "在",
    "从",
    "至",
    "元",
    "亿",
    "万",
    "年",
    "月",
    "日",
    "前总统",
    "记者张某",
    "《",
    "》",
    "\n",
];

/// An extractor of each kind alone, in the order of [`Kind::ALL`].
static ALONE: Lazy<Vec<Extractor>> =
    Lazy::new(|| Kind::ALL.iter().map(|&kind| Extractor::builder().kinds([kind]).build().unwrap()).collect());

static ANEW: Lazy<Extractor> = Lazy::new(|| Extractor::builder().build().unwrap());

fn prose(pieces: &'static [&'static str]) -> impl Strategy<Value = String> {
    let piece = prop_oneof![8 => prop::sample::select(pieces).prop_map(str::to_owned), 1 => "\\PC{0,4}", 1 => " {0,2}"];
    prop::collection::vec(piece, 0..24).prop_map(|v| v.concat())
}

fn any_prose() -> impl Strategy<Value = String> {
    prop_oneof![4 => prose(SWEDISH), 4 => prose(CHINESE), 1 => ".{0,80}"]
}

fn reference() -> impl Strategy<Value = Option<jiff::civil::Date>> {
    prop::option::of((1900_i16..2100, 1_i8..=12, 1_i8..=28).prop_map(|(y, m, d)| jiff::civil::date(y, m, d)))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn all_promises_hold_on_any_text(text in any_prose(), date in reference(), chinese: bool) {
        let language = if chinese { Language::Chinese } else { Language::Swedish };
        checked(&Extractor::new(), &Document::new(&text).with_published(date));
        checked(&Extractor::new(), &Document::new(&text).with_published(date).with_language(language));
    }

    #[test]
    fn a_kind_alone_gives_true_mentions(text in any_prose(), kind in prop::sample::select(Kind::ALL)) {
        for mention in checked(&ALONE[kind as usize], &Document::new(&text)) {
            prop_assert_eq!(mention.value().kind(), kind);
        }
    }

    /// A blank line is a wall: what stands behind it is found as if it stood alone.
    #[test]
    fn facts_are_local(a in any_prose(), b in any_prose(), date in reference(), chinese: bool) {
        let language = if chinese { Language::Chinese } else { Language::Swedish };
        let extractor = Extractor::new();
        let joined = format!("{a}\n\n{b}");
        let shift = a.len() + 2;
        let facts = |text: &str, shift: usize| -> Vec<(Kind, usize, usize)> {
            let document = Document::new(text).with_published(date).with_language(language);
            let place = |m: newsfacts::Mention<'_, Fact>| {
                (m.value().kind(), m.span().start() + shift, m.span().end() + shift)
            };
            extractor.facts(&document).map(place).collect()
        };
        let mut apart = facts(&a, 0);
        apart.extend(facts(&b, shift));
        prop_assert_eq!(facts(&joined, 0), apart);
    }

    /// Full-width digits and signs, no-break and thin spaces, decomposed letters, soft hyphens: spans change, values
    /// do not.
    #[test]
    fn folding_changes_no_value(text in prop_oneof![prose(SWEDISH), prose(CHINESE)], date in reference()) {
        let language = Language::of(&text);
        let extractor = Extractor::new();
        let read = |text: &str| {
            let document = Document::new(text).with_published(date).with_language(language);
            // Signs of a title stay as wide as they are written, and its soft hyphens where they are.
            let narrow = |(kind, value): (Kind, String)| {
                (kind, value.nfkc().filter(|c| *c != '\u{AD}').collect::<String>())
            };
            values(&checked(&extractor, &document)).into_iter().map(narrow).collect::<Vec<_>>()
        };
        let plain = read(&text);
        for variant in [
            wide(&text),
            spaced(&text),
            decomposed(&text),
            hyphenated(&text),
            isolated(&text),
            selected(&text),
            compatible(&text),
            text.replace('\n', "\r\n"),
        ] {
            let read = read(&variant);
            prop_assert_eq!(&read, &plain, "{:?} read as {:?}", text, variant);
        }
    }

    /// The people of a document are the same, however it is coded.
    #[test]
    fn folding_changes_no_person(text in prop_oneof![prose(SWEDISH), prose(CHINESE)]) {
        let language = Language::of(&text);
        let extractor = Extractor::new();
        let people = |text: &str| -> Vec<(String, usize)> {
            let document = Document::new(text).with_language(language);
            extractor.people(&document).iter().map(|p| (p.name().to_owned(), p.mentions().len())).collect()
        };
        let plain = people(&text);
        for variant in [spaced(&text), decomposed(&text), hyphenated(&text), isolated(&text), selected(&text)] {
            let read = people(&variant);
            prop_assert_eq!(&read, &plain, "{:?} read as {:?}", text, variant);
        }
    }

    /// An extractor built anew, a clone, and the shared default find the same.
    #[test]
    fn extractors_are_alike(text in any_prose()) {
        let document = Document::new(&text);
        prop_assert!(Extractor::new().facts(&document).eq(ANEW.clone().facts(&document)));
    }
}

/// Found by fuzzing.
#[test]
fn what_was_found_once_holds() {
    let all = Extractor::builder().kinds(Kind::ALL.iter().copied()).build().unwrap();
    let date = jiff::civil::Date::MAX;
    for (language, text) in [
        // A title with a tab in it.
        (Language::Swedish, "Det sade sommarens\thäkteschef Alma Berg."),
        (Language::Swedish, "Vice\u{B} ordförande Alma\tBerg (S) svarar."),
        // The last year of the calendar, and the first.
        (Language::Swedish, "Annandag pingst, i går morgon, på onsdag, den 5, nästa år och om tio år."),
        (Language::Chinese, "今天、上周三、西班牙国庆日、明年5月和下个世纪。"),
    ] {
        for date in [date, jiff::civil::Date::MIN] {
            checked(&all, &Document::new(text).with_language(language).with_published(date));
        }
    }
}

fn wide(text: &str) -> String {
    let widen = |c: char| {
        if c.is_ascii_digit() || matches!(c, '%' | '(' | ')') {
            char::from_u32(c as u32 + 0xFEE0).unwrap()
        } else {
            c
        }
    };
    text.chars().map(widen).collect()
}

/// With marks of direction around each number, as in texts that hold Arabic too.
fn isolated(text: &str) -> String {
    let mut out = String::new();
    for run in text.split_inclusive(|c: char| !c.is_ascii_digit()) {
        let digits = run.trim_end_matches(|c: char| !c.is_ascii_digit());
        if digits.is_empty() {
            out.push_str(run);
        } else {
            out.extend(["\u{2066}", digits, "\u{2069}", &run[digits.len()..]]);
        }
    }
    out
}

/// With a variation selector after every third Han character, as fonts of names ask for.
fn selected(text: &str) -> String {
    let mut han = 0;
    let select = |c: char| {
        han += u32::from(('\u{4E00}'..='\u{9FFF}').contains(&c));
        let selector = (han % 3 == 1 && c > '\u{3000}').then_some('\u{E0100}');
        [Some(c), selector].into_iter().flatten()
    };
    text.chars().flat_map(select).collect()
}

/// With the compatibility ideographs that there are of its characters.
fn compatible(text: &str) -> String {
    static CODES: Lazy<std::collections::HashMap<char, char>> = Lazy::new(|| {
        let unified = |c: char| [c].into_iter().nfc().next().filter(|of| *of != c).map(|of| (of, c));
        ('\u{F900}'..='\u{FAFF}').filter_map(unified).collect()
    });
    text.chars().map(|c| CODES.get(&c).copied().unwrap_or(c)).collect()
}

fn spaced(text: &str) -> String {
    text.replace(' ', "\u{A0}")
}

fn decomposed(text: &str) -> String {
    text.chars()
        .flat_map(|c| {
            if matches!(c, 'å' | 'ä' | 'ö' | 'Å' | 'Ä' | 'Ö' | 'é') {
                c.nfd().collect::<Vec<_>>()
            } else {
                vec![c]
            }
        })
        .collect()
}

/// With a soft hyphen between any two Latin letters.
fn hyphenated(text: &str) -> String {
    let chars: Vec<char> = text.chars().collect();
    let mut out = String::new();
    for (i, &c) in chars.iter().enumerate() {
        out.push(c);
        if c.is_ascii_lowercase() && chars.get(i + 1).is_some_and(char::is_ascii_lowercase) {
            out.push('\u{AD}');
        }
    }
    out
}
