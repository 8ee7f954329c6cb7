//! Values that a calendar or a rule decides, swept over all that the rule is about.

use newsfacts::{
    Document, Extractor, Fact, Kind, Language,
    jiff::{ToSpan, civil},
    value::{Date, Direction},
};
use once_cell::sync::Lazy;

static EXTRACTOR: Lazy<Extractor> = Lazy::new(Extractor::new);

fn facts(language: Language, text: &str) -> Vec<Fact> {
    let document = Document::new(text).with_language(language).with_published(civil::date(2025, 8, 13));
    EXTRACTOR.facts(&document).map(|m| m.into_value()).collect()
}

fn date(language: Language, text: &str) -> Date {
    match facts(language, text).pop() {
        Some(Fact::Date(date)) => date,
        other => panic!("{text}: {other:?}"),
    }
}

/// Easter Sunday by the moon: the Sunday after the fourteenth day of the paschal moon, by the tables of the Gregorian reform.
fn easter(year: i16) -> civil::Date {
    let (golden, century) = (year % 19 + 1, year / 100 + 1);
    let (dropped, moon) = (3 * century / 4 - 12, (8 * century + 5) / 25 - 5);
    let mut epact = (11 * golden + 20 + moon - dropped).rem_euclid(30);
    // The two corrections without which some full moons would fall on the same day, or too late.
    if epact == 24 || epact == 25 && golden > 11 {
        epact += 1;
    }
    let mut full = 44 - epact;
    if full < 21 {
        full += 30;
    }
    let mut day =
        civil::date(year, 3, 1).checked_add((i64::from(full) - 1).days()).unwrap().tomorrow().unwrap();
    while day.weekday() != civil::Weekday::Sunday {
        day = day.tomorrow().unwrap();
    }
    day
}

#[test]
fn easter_is_where_the_reform_puts_it() {
    // Years in which the corrections decide.
    for (year, month, day) in [
        (1954, 4, 18),
        (1981, 4, 19),
        (2000, 4, 23),
        (2019, 4, 21),
        (2038, 4, 25),
        (2049, 4, 18),
        (2076, 4, 19),
    ] {
        assert_eq!(easter(year), civil::date(year, month, day), "the test itself");
    }
    for year in 1801..=2099 {
        let sunday = easter(year);
        for (name, days) in
            [("Påskdagen", 0), ("Långfredagen", -2), ("Annandag påsk", 1), ("Pingstdagen", 49)]
        {
            let found = date(Language::Swedish, &format!("{name} {year} stod bron klar."));
            let expected = sunday.checked_add(i64::from(days).days()).unwrap();
            assert_eq!(found.start_date(), Some(expected), "{name} {year}");
        }
    }
    // A year that is not read makes no other of it.
    assert_eq!(facts(Language::Swedish, "Påskdagen 12345 kommer kometen."), []);
}

#[test]
fn decades_and_centuries_have_their_years() {
    let years = |language, text: &str| {
        let found = date(language, text);
        (found.start_date().map(|d| d.year()), found.end_date().map(|d| d.year()))
    };
    for decade in (1810..=2090).step_by(10).filter(|d| d % 100 != 0) {
        let expected = (Some(decade), Some(decade + 9));
        assert_eq!(years(Language::Swedish, &format!("Huset byggdes på {decade}-talet.")), expected);
        assert_eq!(years(Language::Chinese, &format!("这座桥建于{decade}年代。")), expected);
    }
    for two in (30..=90).step_by(10) {
        let expected = (Some(1900 + two), Some(1909 + two));
        assert_eq!(years(Language::Swedish, &format!("Huset byggdes på {two}-talet.")), expected);
        assert_eq!(years(Language::Chinese, &format!("这座桥建于上世纪{two}年代。")), expected);
        assert_eq!(years(Language::Chinese, &format!("这座桥建于20世纪{two}年代。")), expected);
    }
    for century in (11..=18).map(|c| c * 100) {
        assert_eq!(
            years(Language::Swedish, &format!("Kyrkan byggdes på {century}-talet.")),
            (Some(century), Some(century + 99))
        );
    }
    for century in 11..=19_i16 {
        let (first, last) = years(Language::Chinese, &format!("这座塔建于{century}世纪。"));
        assert!(
            matches!(first, Some(y) if y == (century - 1) * 100 || y == (century - 1) * 100 + 1),
            "{century} {first:?}"
        );
        assert!(
            matches!(last, Some(y) if y == century * 100 || y == century * 100 - 1),
            "{century} {last:?}"
        );
    }
}

#[test]
fn changes_keep_both_figures_and_their_direction() {
    for (a, b) in [(1, 2), (2, 1), (3, 50), (50, 3), (99, 100), (1000, 1), (12, 13)] {
        let (rose, fell) = (a < b, a > b);
        let verbs: [(&str, &str); 2] = if rose {
            [("steg", "升至"), ("höjdes", "提高到")]
        } else {
            [("sjönk", "降至"), ("sänktes", "下降到")]
        };
        for (sv, zh) in verbs {
            for (language, text) in [
                (Language::Swedish, format!("Avgiften {sv} från {a} till {b} procent.")),
                (Language::Swedish, format!("Avgiften {sv} från {a} procent till {b} procent.")),
                (Language::Swedish, format!("Avgiften {sv} från {a} kronor till {b} kronor.")),
                (Language::Chinese, format!("费率从{a}%{zh}{b}%。")),
                (Language::Chinese, format!("票价由{a}元{zh}{b}元。")),
            ] {
                let (value, from, direction) = match facts(language, &text).pop() {
                    Some(Fact::Percent(v)) => (v.value(), v.from(), v.direction()),
                    Some(Fact::Money(v)) => (v.amount(), v.from(), v.direction()),
                    other => panic!("{text}: {other:?}"),
                };
                assert_eq!((value, from), (b.into(), Some(a.into())), "{text}");
                let expected = if rose { Direction::Up } else { Direction::Down };
                assert!(direction.is_none_or(|d| d == expected) && (rose || fell), "{text}: {direction:?}");
            }
        }
    }
}

/// A paragraph longer than a block is cut where a line, a sentence or a word ends, so nothing in it is lost.
#[test]
fn long_paragraphs_lose_nothing() {
    const BYTES: usize = 40 << 10;
    for (language, unit, each) in [
        (Language::Swedish, "Bron öppnar den 5 maj 2025 och kostar 12 miljoner kronor. ", 2),
        (Language::Swedish, "bron öppnar den 5 maj 2025 och kostar 12 miljoner kronor, ", 2),
        (Language::Swedish, "Bron öppnar den 5 maj 2025, sade alla som var där.\n", 1),
        (Language::Chinese, "大桥定于2025年5月5日开放，造价1200万元。", 2),
    ] {
        // Places of the cut: the text is moved by some characters at a time.
        for moved in (0..unit.chars().count()).step_by(3) {
            let filler: String =
                if language == Language::Chinese { "。".repeat(moved) } else { "x".repeat(moved) + ". " };
            let count = BYTES / unit.len();
            let text = filler + &unit.repeat(count);
            assert_eq!(facts(language, &text).len(), count * each, "moved by {moved}: {unit}");
        }
    }
    // With nothing to cut at, at most what lies on a cut is lost.
    let text = "5月5日".repeat(BYTES / "5月5日".len());
    let document = Document::new(&text).with_language(Language::Chinese);
    assert!(EXTRACTOR.facts(&document).all(|m| &text[m.span()] == m.text()));
}

/// A claim that loses takes no place: what only it stood in the way of is found.
#[test]
fn what_a_lost_claim_overlapped_is_free() {
    let all = Extractor::builder().kinds(Kind::ALL.iter().copied()).build().unwrap();
    for &kind in Kind::ALL {
        let alone = Extractor::builder().kinds([kind]).build().unwrap();
        for (language, text) in TEXTS {
            let document =
                Document::new(text).with_language(*language).with_published(civil::date(2025, 8, 13));
            let facts: Vec<_> = all.facts(&document).collect();
            // What a kind finds alone and all kinds do not give overlaps something that is at least as long.
            for mention in alone.facts(&document) {
                let kept = facts.iter().any(|f| f.span() == mention.span() && f.value().kind() == kind);
                let better = |f: &&newsfacts::Mention<'_, Fact>| {
                    f.span().overlaps(mention.span())
                        && f.text().chars().count() >= mention.text().chars().count()
                };
                assert!(kept || facts.iter().any(|f| better(&f)), "{kind}: {:?} in {text}", mention.text());
            }
        }
    }
}

const TEXTS: &[(Language, &str)] = &[
    (
        Language::Swedish,
        "Under tre fjärdedelar av 2024 steg priset 3 procent om året, i tre år sedan 2021, sade ordföranden Alma Berg i juni.",
    ),
    (
        Language::Swedish,
        "Varje måndag i maj betalas en halv miljon kronor, nyligen var det två tredjedelar av 5 miljoner kronor.",
    ),
    (
        Language::Swedish,
        "Tränaren och kommunalrådet Nils Ek (S) väntar två veckor, till den 5 maj 2025, för tredje året i rad.",
    ),
    (Language::Chinese, "近三年来，三分之一的居民每周三领取500元，总经理兼市长陈立说，2024年上半年增长5%。"),
    (Language::Chinese, "三年前的5月，四分之三的股份以3.5亿元售出，比去年同期高两成，为期三个月。"),
    (Language::Chinese, "主席周一访问邻国，三月三日返回，为期三天，花费约三万元。"),
];
