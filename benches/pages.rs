//! Pages in bytes a second, beside the parser alone.
//!
//! ```text
//! page/{name}      reading the article: parser, story, title, date
//! parser/{name}    the HTML parser alone
//! ```
//!
//! Last comes the ratio that is promised, timed in turns so that a busy machine slows both.

use criterion::{BenchmarkId, Criterion, Throughput};
use newsfacts::Article;
use std::{
    hint::black_box,
    time::{Duration, Instant},
};

/// Pages of the examples, and one with as much around its story as portals have.
fn pages() -> Vec<(&'static str, String)> {
    let swedish = include_str!("../examples/pages/sv.html");
    let chinese = include_str!("../examples/pages/zh.html");
    let menu: String = (0..1500)
        .map(|i| format!("<li class=\"item item-{i}\"><a href=\"/n/{i}\"><span>Rubrik {i}</span></a></li>\n"))
        .collect();
    let script = format!("<script>var state={{{}}};</script>", "\"key\":[1,2,3],".repeat(4000));
    let portal = swedish.replace("<main>", &format!("<nav><ul>{menu}</ul></nav>{script}<main>"));
    vec![("sv", swedish.to_owned()), ("zh", chinese.to_owned()), ("portal", portal)]
}

fn read(html: &str) -> usize {
    let page = Article::from_html(html).map(|page| (page.text().len(), page.published().is_some()));
    assert!(matches!(page, Ok((_, true))), "the page has a date");
    page.map_or(0, |(len, _)| len)
}

fn parse(html: &str) -> usize {
    scraper::Html::parse_document(html).tree.values().count()
}

fn median(mut times: Vec<Duration>) -> f64 {
    times.sort_unstable();
    times[times.len() / 2].as_secs_f64()
}

fn main() {
    let mut criterion = Criterion::default().configure_from_args();
    let pages = pages();
    for (name, html) in &pages {
        let mut group = criterion.benchmark_group("pages");
        group.throughput(Throughput::Bytes(html.len() as u64));
        group.bench_function(BenchmarkId::new("page", name), |b| b.iter(|| read(black_box(html))));
        group.bench_function(BenchmarkId::new("parser", name), |b| b.iter(|| parse(black_box(html))));
        group.finish();
    }
    for (name, html) in &pages {
        let (mut whole, mut parser) = (Vec::new(), Vec::new());
        for _ in 0..101 {
            let start = Instant::now();
            black_box(read(black_box(html)));
            let middle = Instant::now();
            black_box(parse(black_box(html)));
            whole.push(middle - start);
            parser.push(middle.elapsed());
        }
        println!("{name}: {:.2} times the parser", median(whole) / median(parser));
    }
    criterion.final_summary();
}
