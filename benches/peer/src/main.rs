//! newsfacts and duckling over the same texts: how fast each is, and what each finds, without which the speed would
//! mean nothing. Both are asked for dates and money only, with the same reference date, on one thread.
//!
//! ```text
//! cargo run --release --manifest-path benches/peer/Cargo.toml              a table
//! cargo run --release --manifest-path benches/peer/Cargo.toml -- --list    and everything found
//! ```

use chrono::{TimeZone, Utc};
use duckling::{Context, DimensionKind, DimensionValue, Lang, Locale, Options, Region};
use newsfacts::{Document, Extractor, Fact, Kind, Language};
use std::time::{Duration, Instant};

const TEXTS: [(&str, Language, &str); 4] = [
    ("sv/news", Language::Swedish, include_str!("../../texts/sv-news.txt")),
    ("sv/plain", Language::Swedish, include_str!("../../texts/sv-plain.txt")),
    ("zh/news", Language::Chinese, include_str!("../../texts/zh-news.txt")),
    ("zh/plain", Language::Chinese, include_str!("../../texts/zh-plain.txt")),
];

/// A line of what an extractor found: kind, words, value.
type Found = Vec<(&'static str, String, String)>;

fn main() {
    let list = std::env::args().any(|a| a == "--list");
    let extractor =
        Extractor::builder().kinds([Kind::Date, Kind::Money]).build().expect("own tables are sound");
    println!("{:<9} {:<10} {:>10} {:>6} {:>6}", "text", "extractor", "MB/s", "dates", "money");
    for (name, language, text) in TEXTS {
        let ours = || ours(&extractor, language, text);
        let theirs = || theirs(language, text);
        let runs: [(&str, &dyn Fn() -> Found); 2] = [("newsfacts", &ours), ("duckling", &theirs)];
        for (who, read) in runs {
            let (time, found) = best(read);
            let of = |kind| found.iter().filter(|(k, ..)| *k == kind).count();
            let speed = text.len() as f64 / time.as_secs_f64() / 1e6;
            println!("{name:<9} {who:<10} {speed:>10.3} {:>6} {:>6}", of("date"), of("money"));
            if list {
                found.iter().for_each(|(kind, words, value)| println!("    {kind:<6} {words}  {value}"));
            }
        }
    }
}

/// The best time of some turns, after one that warms up.
fn best(read: &dyn Fn() -> Found) -> (Duration, Found) {
    let found = read();
    let time = |_| {
        let start = Instant::now();
        std::hint::black_box(read());
        start.elapsed()
    };
    ((0..3).map(time).min().unwrap_or_default(), found)
}

fn ours(extractor: &Extractor, language: Language, text: &str) -> Found {
    let document = Document::new(text).with_language(language).with_published(jiff::civil::date(2025, 10, 24));
    let line = |kind, m: newsfacts::Mention<'_, Fact>| (kind, m.text().to_owned(), m.value().to_string());
    extractor
        .facts(&document)
        .map(|m| if m.value().kind() == Kind::Money { line("money", m) } else { line("date", m) })
        .collect()
}

/// Paragraph by paragraph, the way that suits it best: its time grows faster than the text.
fn theirs(language: Language, text: &str) -> Found {
    let locale = match language {
        Language::Swedish => Locale::new(Lang::SV, None),
        _ => Locale::new(Lang::ZH, Some(Region::CN)),
    };
    let reference_time = Utc.with_ymd_and_hms(2025, 10, 24, 12, 0, 0).single().expect("a time that exists");
    let context = Context { reference_time, locale, timezone_offset_minutes: 0 };
    let kinds = [DimensionKind::Time, DimensionKind::AmountOfMoney];
    text.split("\n\n")
        .flat_map(|paragraph| duckling::parse(paragraph, &locale, &kinds, &context, &Options::default()))
        .map(|entity| {
            let kind =
                if matches!(entity.value, DimensionValue::AmountOfMoney(_)) { "money" } else { "date" };
            (kind, entity.body, format!("{:?}", entity.value))
        })
        .collect()
}
