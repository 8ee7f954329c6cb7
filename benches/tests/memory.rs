//! What reading takes of memory, counted by the allocator: nothing where nothing is found, little for each fact, and no more
//! for a long text than for a short one.

use allocation_counter::{AllocationInfo, measure};
use newsfacts::{Document, Extractor, Language};

const PLAIN: [(Language, &str); 2] = [
    (
        Language::Swedish,
        "Hunden sprang över gatan, och katten satt kvar på trappan. Det var en lugn kväll i byn.\n\n",
    ),
    (Language::Chinese, "小狗跑过了马路，猫还坐在台阶上。村里的夜晚很安静，风吹着树叶。\n\n"),
];

const FACTS: [(Language, &str); 2] = [
    (
        Language::Swedish,
        "Den 5 maj 2024 sade statsminister Eva Holm att bolaget betalar 5 miljoner kronor, 3 procent mer.\n\n",
    ),
    (Language::Chinese, "2024年5月5日，瑞典首相霍尔姆说，公司支付500万元，增长3%。\n\n"),
];

/// What it takes to read a text, after one like it was read.
fn reading(extractor: &Extractor, language: Language, text: &str) -> (usize, AllocationInfo) {
    let read = || extractor.facts(Document::new(text).with_language(language)).count();
    let mut found = read();
    let info = measure(|| found = read());
    (found, info)
}

#[test]
fn a_text_without_facts_allocates_nothing() {
    let extractor = Extractor::new();
    for (language, text) in PLAIN {
        for times in [1, 40] {
            let (found, info) = reading(&extractor, language, &text.repeat(times));
            assert_eq!((found, info.count_total), (0, 0), "{language:?}, {times} times");
        }
    }
}

#[test]
fn facts_allocate_a_small_constant_each() {
    /// A date, an amount or a percentage takes some three, an official with a name, a title and an office some twenty.
    const MOST: u64 = 10;
    let extractor = Extractor::new();
    for (language, text) in FACTS {
        for times in [1, 10, 100] {
            let (found, info) = reading(&extractor, language, &text.repeat(times));
            assert_eq!(found, 4 * times, "{language:?}");
            let each = info.count_total as f64 / found as f64;
            assert!(each <= MOST as f64, "{language:?}, {times} times: {each:.1} allocations a fact");
        }
    }
}

#[test]
fn a_long_text_takes_no_more_than_a_short_one() {
    let extractor = Extractor::new();
    let blank = [(Language::Swedish, "\n"), (Language::Chinese, "\r\n \u{3000}\n")];
    for (language, text) in PLAIN.into_iter().chain(FACTS).chain(blank) {
        let peak = |bytes: usize| reading(&extractor, language, &text.repeat(bytes / text.len())).1.bytes_max;
        let (short, long) = (peak(100_000), peak(1_600_000));
        // Vectors grow by doubling.
        assert!(long <= 2 * short + 16_384, "{language:?}, {text:?}: {short} and {long} bytes");
    }
}
