//! What an extractor costs before the first text: time to build one from nothing, and resident memory.
//!
//! The first line printed is of the very first build in this process, which also makes what all extractors share;
//! criterion then times further ones.

use criterion::Criterion;
use newsfacts::{Extractor, Language};
use std::{
    hint::black_box,
    time::{Duration, Instant},
};

fn build() -> Extractor {
    Extractor::builder().build().expect("the crate's own tables are sound")
}

fn main() {
    let before = resident();
    let start = Instant::now();
    let extractor = build();
    let time = start.elapsed();
    let text = "Räntan höjs den 5 mars 2025 med 0,25 procentenheter.";
    assert!(extractor.facts(text).count() > 0);
    print!("startup: first extractor in {:.1} ms", time.as_secs_f64() * 1e3);
    match before.zip(resident()) {
        Some((before, after)) => println!(", {:.1} MB resident", after.saturating_sub(before) as f64 / 1e6),
        None => println!("; resident memory is not known on this system"),
    }

    let mut c = Criterion::default()
        .sample_size(10)
        .warm_up_time(Duration::from_millis(300))
        .measurement_time(Duration::from_secs(1))
        .configure_from_args();
    let mut group = c.benchmark_group("startup");
    group.bench_function("all", |b| b.iter(build));
    for &language in Language::ALL {
        let builder = Extractor::builder().languages([language]);
        group.bench_function(language.code(), |b| b.iter(|| black_box(&builder).build()));
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
