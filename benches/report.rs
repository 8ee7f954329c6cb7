//! The page of results in the README: speed of each kind and size, threads, start, hostile shapes.
//!
//! All times are those that a thread had the processor, so that a busy machine disturbs little; what is compared is timed in
//! turns, and the median of the turns counts. Behind each figure stands how far its turns lie apart. `--test` takes one turn
//! of small texts.

use cpu_time::{ProcessTime, ThreadTime};
use newsfacts::{Extractor, Kind, Language};
use newsfacts_benches::{KB, document, text};
use std::hint::black_box;

const NEWS: [(Language, &str); 2] = [
    (Language::Swedish, include_str!("texts/sv-news.txt")),
    (Language::Chinese, include_str!("texts/zh-news.txt")),
];

/// Units that, repeated, are the worst that is known.
const HOSTILE: [(Language, &str); 33] = [
    (Language::Swedish, "januari februari mars april maj juni "),
    (Language::Swedish, "mars "),
    (Language::Swedish, "maj "),
    (Language::Swedish, "Q1 "),
    (Language::Swedish, "i fjol "),
    (Language::Swedish, "hösten 2020 "),
    (Language::Swedish, "den 5 mars "),
    (Language::Swedish, "kronor "),
    (Language::Swedish, "5 öre "),
    (Language::Swedish, "$ "),
    (Language::Swedish, "5% "),
    (Language::Swedish, "1 000 "),
    (Language::Swedish, "från 1 till "),
    (Language::Swedish, "minister "),
    (Language::Swedish, "Anna-"),
    (Language::Swedish, "dong"),
    (Language::Swedish, "\n"),
    (Language::Chinese, "部长助理"),
    (Language::Chinese, "部长王李张刘陈杨"),
    (Language::Chinese, "部长王伟明天大"),
    (Language::Chinese, "总统阿卜杜拉赫曼"),
    (Language::Chinese, "部长拉"),
    (Language::Chinese, "总统总统"),
    (Language::Chinese, "李"),
    (Language::Chinese, "元"),
    (Language::Chinese, "1元至"),
    (Language::Chinese, "$1"),
    (Language::Chinese, "5%"),
    (Language::Chinese, "3月"),
    (Language::Chinese, "昨"),
    (Language::Chinese, "、3月5日"),
    (Language::Chinese, "百分之"),
    (Language::Chinese, "一"),
];

/// How often each of the variants is timed.
struct Turns {
    count: usize,
    /// Texts are as long as they are divided by this.
    part: usize,
}

impl Turns {
    /// Nanoseconds of each work, in turns: the medians, and how far the turns lie apart as a part of them.
    fn time(&self, works: &[&dyn Fn()]) -> Vec<(f64, f64)> {
        let mut times = vec![Vec::new(); works.len()];
        for _ in 0..self.count {
            for (work, times) in works.iter().zip(&mut times) {
                let start = ThreadTime::now();
                work();
                times.push(start.elapsed().as_nanos() as f64);
            }
        }
        times.iter_mut().map(|times| middle(times)).collect()
    }
}

/// The median, and half the distance between the quartiles as a part of it.
fn middle(times: &mut [f64]) -> (f64, f64) {
    times.sort_by(f64::total_cmp);
    let at = |part: f64| times[((times.len() - 1) as f64 * part) as usize];
    (at(0.5), (at(0.75) - at(0.25)) / 2.0 / at(0.5))
}

/// The first bytes of an article, whole characters.
fn beginning(article: &str, bytes: usize) -> &str {
    let end = (0..=bytes.min(article.len())).rev().find(|&at| article.is_char_boundary(at));
    &article[..end.unwrap_or(0)]
}

fn read(extractor: &Extractor, language: Language, text: &str) {
    black_box(extractor.facts(document(language, text)).count());
}

/// A row of a Markdown table: what it is, and figures with their noise.
fn row(what: &str, figures: impl IntoIterator<Item = String>) {
    println!("| {what} | {} |", figures.into_iter().collect::<Vec<_>>().join(" | "));
}

fn head(what: &str, columns: &[&str]) {
    println!("\n| {what} | {} |\n| --- |{}", columns.join(" | "), " --- |".repeat(columns.len()));
}

fn speed(bytes: usize, (time, noise): (f64, f64)) -> String {
    format!("{:.0} MB/s ± {:.0} %", bytes as f64 * 1e3 / time, noise * 100.0)
}

fn kinds(turns: &Turns, all: &Extractor) {
    head("1 MB of news", &["Swedish", "Chinese"]);
    let only = |kind| Extractor::builder().kinds([kind]).build().expect("the crate's own tables are sound");
    let one: Vec<(Kind, Extractor)> = Kind::DEFAULT.iter().map(|&kind| (kind, only(kind))).collect();
    let columns = NEWS.map(|(language, articles)| {
        let text = text(articles, 1024 * KB / turns.part);
        let facts = || read(all, language, &text);
        let people = || drop(black_box(all.people(document(language, &text))));
        let each: Vec<_> = one.iter().map(|(_, one)| || read(one, language, &text)).collect();
        let mut works: Vec<&dyn Fn()> = vec![&facts, &people];
        works.extend(each.iter().map(|work| work as &dyn Fn()));
        turns.time(&works).into_iter().map(|time| speed(text.len(), time)).collect::<Vec<_>>()
    });
    let names = ["all four kinds", "`people`"].into_iter().chain(one.iter().map(|(kind, _)| kind.name()));
    for (i, name) in names.enumerate() {
        row(name, columns.iter().map(|column| column[i].clone()));
    }
}

fn sizes(turns: &Turns, all: &Extractor) {
    head("a document of", &["Swedish", "Chinese"]);
    let sizes = [
        ("200 bytes", 200),
        ("3 KB", 3 * KB),
        ("100 KB", 100 * KB),
        ("1 MB", 1024 * KB),
        ("16 MB", 16 << 20),
    ];
    for (name, bytes) in sizes {
        let bytes = if bytes > 3 * KB { bytes / turns.part } else { bytes };
        row(
            name,
            NEWS.map(|(language, articles)| {
                // As much text in each turn, but for a long document; small ones are the beginnings of all articles.
                let parts: Vec<String> = match bytes {
                    ..4096 => articles.split("\n\n\n").map(|a| beginning(a, bytes).to_owned()).collect(),
                    _ => vec![text(articles, bytes)],
                };
                let again = (1024 * KB / turns.part / parts.iter().map(String::len).sum::<usize>()).max(1);
                let work =
                    || (0..again).for_each(|_| parts.iter().for_each(|part| read(all, language, part)));
                speed(again * parts.iter().map(String::len).sum::<usize>(), turns.time(&[&work])[0])
            }),
        );
    }
    row(
        "1 MB in one line",
        NEWS.map(|(language, articles)| {
            let line = text(articles, 1024 * KB / turns.part).replace('\n', " ");
            speed(line.len(), turns.time(&[&|| read(all, language, &line)])[0])
        }),
    );
}

/// What two threads read at once, as a multiple of what one does: each by its own time of a processor.
fn threads(turns: &Turns, all: &Extractor) {
    head("two threads", &["Swedish", "Chinese"]);
    row(
        "of one's speed",
        NEWS.map(|(language, articles)| {
            let text = text(articles, 1024 * KB / turns.part);
            let timed = || {
                let start = ThreadTime::now();
                read(all, language, &text);
                start.elapsed().as_nanos() as f64
            };
            let mut ratios: Vec<f64> = (0..turns.count)
                .map(|_| {
                    let one = timed();
                    let two = std::thread::scope(|scope| {
                        let other = scope.spawn(timed);
                        timed() + other.join().expect("it reads what was read before")
                    });
                    4.0 * one / two
                })
                .collect();
            let (ratio, noise) = middle(&mut ratios);
            format!("{ratio:.2} × ± {:.0} %", noise * 100.0)
        }),
    );
}

fn hostile(turns: &Turns, all: &Extractor) {
    head("repeated", &["a byte, as a multiple of news"]);
    for (language, unit) in HOSTILE {
        let (_, articles) = NEWS.into_iter().find(|(of, _)| *of == language).expect("news of both languages");
        let news = text(articles, 256 * KB / turns.part);
        let shape = unit.repeat(256 * KB / turns.part / unit.len());
        let times = turns.time(&[&|| read(all, language, &news), &|| read(all, language, &shape)]);
        let a_byte = |i: usize, bytes: usize| times[i].0 / bytes as f64;
        row(
            &format!("`{}`", unit.escape_debug()),
            [format!("{:.1} ×", a_byte(1, shape.len()) / a_byte(0, news.len()))],
        );
    }
}

fn main() {
    let start = ProcessTime::now();
    let first = Extractor::new();
    let after = |start: ProcessTime| format!("{:.1} ms", start.elapsed().as_secs_f64() * 1e3);
    let built = after(start);
    let quick = std::env::args().any(|a| a == "--test");
    let turns = if quick { Turns { count: 1, part: 16 } } else { Turns { count: 15, part: 1 } };
    head("start", &["time of all processors"]);
    row("the first extractor of a process", [built]);
    for (language, text, office) in [
        (Language::Swedish, "Räntan höjs den 5 mars.", "Det sade statsminister Ulf Berg."),
        (Language::Chinese, "利率3月5日上调。", "国家主席陈文光到访。"),
    ] {
        for (what, text) in [("text", text), ("office", office)] {
            let start = ProcessTime::now();
            read(&first, language, text);
            row(&format!("its first {what} in {}", language.code()), [after(start)]);
        }
    }
    kinds(&turns, &first);
    sizes(&turns, &first);
    threads(&turns, &first);
    hostile(&turns, &first);
}
