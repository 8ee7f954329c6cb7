//! Extraction in bytes a second, beside yardsticks of the same run.
//!
//! ```text
//! extract/{kind|all}/{sv|zh}/{news|plain|dense}/{size}   the extractor
//! yardstick/anchors/{sv|zh}/{texture}/{size}             a bare automaton over a fixed list of anchors
//! yardstick/from_utf8/{sv|zh}/{texture}/{size}           only looking at each byte
//! ```
//!
//! Texts of more than one article repeat different articles, so that no branch is learnt by heart. Each bench asserts
//! that it finds what it found before it was timed. Last comes the ratio that is promised: all kinds against the
//! anchors, timed in turns so that a busy machine slows both.

use aho_corasick::{AhoCorasick, AhoCorasickKind};
use criterion::{BenchmarkId, Criterion, Throughput};
use newsfacts::{Document, Extractor, Kind, Language};
use newsfacts_benches::{KB, document, text};
use std::{
    hint::black_box,
    time::{Duration, Instant},
};

const MB: usize = 1024 * KB;

/// Prose of one texture in one language; articles are separated by two blank lines.
struct Prose {
    language: Language,
    texture: &'static str,
    articles: &'static str,
}

const PROSE: [Prose; 6] = [
    Prose { language: Language::Swedish, texture: "news", articles: include_str!("texts/sv-news.txt") },
    Prose { language: Language::Swedish, texture: "plain", articles: include_str!("texts/sv-plain.txt") },
    Prose { language: Language::Swedish, texture: "dense", articles: include_str!("texts/sv-dense.txt") },
    Prose { language: Language::Chinese, texture: "news", articles: include_str!("texts/zh-news.txt") },
    Prose { language: Language::Chinese, texture: "plain", articles: include_str!("texts/zh-plain.txt") },
    Prose { language: Language::Chinese, texture: "dense", articles: include_str!("texts/zh-dense.txt") },
];

/// A text to read: whole articles in turn, at least so many bytes.
struct Sample {
    language: Language,
    texture: &'static str,
    size: &'static str,
    text: String,
}

impl Sample {
    fn new(prose: &Prose, size: &'static str, bytes: usize) -> Self {
        let text = text(prose.articles, bytes);
        Self { language: prose.language, texture: prose.texture, size, text }
    }

    fn document(&self) -> Document<'_> {
        document(self.language, &self.text)
    }

    fn id(&self, what: &str) -> BenchmarkId {
        BenchmarkId::new(format!("{what}/{}/{}", self.language, self.texture), self.size)
    }

    fn density(&self, facts: usize) -> f64 {
        facts as f64 * KB as f64 / self.text.len() as f64
    }
}

fn count(extractor: &Extractor, sample: &Sample) -> usize {
    extractor.facts(sample.document()).count()
}

/// Times an extractor, which must find facts and always the same number, in all prose but the plain.
fn extract(c: &mut Criterion, what: &str, extractor: &Extractor, sample: &Sample) {
    let expected = count(extractor, sample);
    assert!(expected > 0 || sample.texture == "plain", "{what} finds nothing in {}", sample.texture);
    let mut group = c.benchmark_group("extract");
    group.throughput(Throughput::Bytes(sample.text.len() as u64));
    group.bench_function(sample.id(what), |b| {
        b.iter(|| assert_eq!(count(extractor, black_box(sample)), expected));
    });
    group.finish();
}

/// A yardstick that stays as it is while the crate changes: an automaton over the anchors of one day, kept in
/// `benches/anchors`.
struct Yardstick {
    swedish: AhoCorasick,
    chinese: AhoCorasick,
}

impl Yardstick {
    fn new() -> Self {
        let automaton = |anchors: &str| {
            AhoCorasick::builder()
                .kind(Some(AhoCorasickKind::ContiguousNFA))
                .ascii_case_insensitive(true)
                .prefilter(false)
                .build(anchors.lines())
                .expect("a few thousand short patterns fit an automaton")
        };
        Self {
            swedish: automaton(include_str!("anchors/sv.txt")),
            chinese: automaton(include_str!("anchors/zh.txt")),
        }
    }

    fn count(&self, sample: &Sample) -> usize {
        let automaton = if sample.language == Language::Swedish { &self.swedish } else { &self.chinese };
        automaton.find_overlapping_iter(&sample.text).count()
    }
}

fn yardsticks(c: &mut Criterion, yardstick: &Yardstick, sample: &Sample) {
    let mut group = c.benchmark_group("yardstick");
    group.throughput(Throughput::Bytes(sample.text.len() as u64));
    group.bench_function(sample.id("anchors"), |b| b.iter(|| yardstick.count(black_box(sample))));
    group.bench_function(sample.id("from_utf8"), |b| {
        b.iter(|| std::str::from_utf8(black_box(sample.text.as_bytes())).map(str::len));
    });
    group.finish();
}

fn main() {
    let mut c = Criterion::default()
        .sample_size(10)
        .warm_up_time(Duration::from_millis(300))
        .measurement_time(Duration::from_millis(1500))
        .configure_from_args();
    let all = Extractor::new();
    let yardstick = Yardstick::new();
    let one = Kind::DEFAULT.iter().map(|&kind| {
        (kind, Extractor::builder().kinds([kind]).build().expect("the crate's own tables are sound"))
    });
    let one: Vec<_> = one.collect();
    let quick = std::env::args().any(|a| a == "--test");
    for prose in &PROSE {
        let sample = Sample::new(prose, "100KB", 100 * KB);
        yardsticks(&mut c, &yardstick, &sample);
        extract(&mut c, "all", &all, &sample);
        if prose.texture != "news" {
            continue;
        }
        for (kind, extractor) in &one {
            extract(&mut c, kind.name(), extractor, &sample);
        }
        extract(&mut c, "all", &all, &Sample::new(prose, "3KB", 3 * KB));
        if !quick {
            let long = Sample::new(prose, "16MB", 16 * MB);
            yardsticks(&mut c, &yardstick, &long);
            extract(&mut c, "all", &all, &long);
        }
    }
    c.final_summary();
    if !quick {
        for prose in &PROSE {
            ratio(&yardstick, &all, &Sample::new(prose, "1MB", MB));
        }
    }
}

/// Prints how fast all kinds are read, as a part of the speed of the bare anchors: the best of some turns.
fn ratio(yardstick: &Yardstick, extractor: &Extractor, sample: &Sample) {
    const TURNS: usize = 7;
    let time = |work: &dyn Fn() -> usize| {
        let start = Instant::now();
        let found = black_box(work());
        (start.elapsed(), found)
    };
    let (mut anchors, mut facts) = ((Duration::MAX, 0), (Duration::MAX, 0));
    for _ in 0..TURNS {
        anchors = anchors.min(time(&|| yardstick.count(black_box(sample))));
        facts = facts.min(time(&|| count(extractor, black_box(sample))));
    }
    let speed = |t: Duration| sample.text.len() as f64 / t.as_secs_f64() / 1e6;
    println!(
        "{}/{:<5}  all kinds {:6.1} MB/s, anchors {:6.1} MB/s: {:.2} of their speed; {:5.2} facts and {:5.2} hits a KB",
        sample.language,
        sample.texture,
        speed(facts.0),
        speed(anchors.0),
        anchors.0.as_secs_f64() / facts.0.as_secs_f64(),
        sample.density(facts.1),
        sample.density(anchors.1),
    );
}
