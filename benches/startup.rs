//! What an extractor costs before the first fact: time to make one and to read the first text of each language, and resident
//! memory.
//!
//! The first lines printed are of the very first one in this process, which also makes what all extractors share;
//! criterion then times further ones.

use criterion::Criterion;
use newsfacts::{Document, Extractor, Language};
use std::{
    hint::black_box,
    time::{Duration, Instant},
};

const TEXTS: [(Language, &str); 2] = [
    (Language::Swedish, "Räntan höjs den 5 mars 2025."),
    (Language::Chinese, "利率3月5日上调0.25个百分点。"),
];

/// Makes an extractor, and lets it read a text of each of the languages.
fn first_facts(languages: &[Language]) {
    let extractor = Extractor::builder().languages(languages.iter().copied()).build();
    let extractor = extractor.expect("the crate's own tables are sound");
    for (language, text) in TEXTS.into_iter().filter(|(language, _)| languages.contains(language)) {
        assert!(extractor.facts(Document::new(text).with_language(language)).count() > 0);
    }
}

fn main() {
    for (language, _) in TEXTS {
        let (before, start) = (resident(), Instant::now());
        first_facts(&[language]);
        print!(
            "startup: first facts in {} after {:.1} ms",
            language.code(),
            start.elapsed().as_secs_f64() * 1e3
        );
        match before.zip(resident()) {
            Some((before, after)) => {
                println!(", {:.1} MB resident", after.saturating_sub(before) as f64 / 1e6)
            }
            None => println!("; resident memory is not known on this system"),
        }
    }

    let mut c = Criterion::default()
        .sample_size(10)
        .warm_up_time(Duration::from_millis(300))
        .measurement_time(Duration::from_secs(1))
        .configure_from_args();
    let mut group = c.benchmark_group("startup");
    group.bench_function("all", |b| b.iter(|| first_facts(Language::ALL)));
    for &language in Language::ALL {
        group.bench_function(language.code(), |b| b.iter(|| first_facts(black_box(&[language]))));
    }
    group.bench_function("again", |b| b.iter(Extractor::new));
    group.finish();
    c.final_summary();
}

/// Bytes of memory that the process holds, where the system tells (Linux).
fn resident() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|l| l.strip_prefix("VmRSS:"))?;
    let kilobytes: u64 = line.trim().strip_suffix("kB")?.trim().parse().ok()?;
    Some(kilobytes * 1024)
}
