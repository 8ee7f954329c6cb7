//! Whole pages in the shape of the sites of both languages, each with what is to be read of it.
//!
//! `tests/pages/NAME.html` is a page (made up, with its own encoding); `NAME.txt` says its title, day and source of the
//! day, what must be `out`, and the lines of its story. The body is measured as the public benchmarks of
//! article extraction do it: by the runs of four words that it shares with the story, a Han character being a word.

#![cfg(feature = "html")]

use newsfacts::{Article, ArticleOptions};
use std::{collections::HashMap, fs, path::Path};

/// The mean over all pages, and the worst page.
const MEAN: f64 = 0.97;
const WORST: f64 = 0.90;

struct Golden {
    name: String,
    title: String,
    published: String,
    source: String,
    out: Vec<String>,
    story: Vec<String>,
    page: Article,
}

fn pages() -> Vec<Golden> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/pages");
    let mut names: Vec<_> = fs::read_dir(&folder).unwrap().map(|f| f.unwrap().path()).collect();
    names.sort();
    let goldens = names.iter().filter(|path| path.extension().is_some_and(|e| e == "txt"));
    goldens.map(|path| golden(path)).collect()
}

fn golden(path: &Path) -> Golden {
    let text = fs::read_to_string(path).unwrap();
    let (head, story) = text.split_once("\n\n").unwrap();
    let all = |key: &str| {
        head.lines().filter_map(|l| l.strip_prefix(key)).map(|v| v.trim().to_owned()).collect::<Vec<_>>()
    };
    let one = |key: &str| all(key).pop().unwrap();
    let bytes = fs::read(path.with_extension("html")).unwrap();
    let options = ArticleOptions::new().with_today(jiff::civil::date(2026, 1, 1));
    Golden {
        name: path.file_stem().unwrap().to_string_lossy().into_owned(),
        title: one("title:"),
        published: one("published:"),
        source: one("source:"),
        out: all("out:"),
        story: story.lines().map(str::to_owned).collect(),
        page: options.read_bytes(&bytes, None).unwrap(),
    }
}

/// Words, and runs of four of them with how often they stand.
fn runs(text: &str) -> HashMap<Vec<String>, i64> {
    let mut words: Vec<String> = Vec::new();
    let mut open = false;
    for c in text.chars() {
        if ('\u{3400}'..='\u{9FFF}').contains(&c) {
            words.push(c.into());
            open = false;
        } else if c.is_alphanumeric() {
            if !open {
                words.push(String::new());
            }
            words.last_mut().unwrap().extend(c.to_lowercase());
            open = true;
        } else {
            open = false;
        }
    }
    let mut runs = HashMap::new();
    for run in words.windows(4.min(words.len()).max(1)) {
        *runs.entry(run.to_vec()).or_default() += 1;
    }
    runs
}

/// Precision and recall of the runs.
fn overlap(found: &str, wanted: &str) -> (f64, f64) {
    let (found, wanted) = (runs(found), runs(wanted));
    let same: i64 = found.iter().map(|(run, n)| *n.min(wanted.get(run).unwrap_or(&0))).sum();
    let (all_found, all_wanted): (i64, i64) = (found.values().sum(), wanted.values().sum());
    (same as f64 / all_found.max(1) as f64, same as f64 / all_wanted.max(1) as f64)
}

#[test]
fn whole_pages() {
    let pages = pages();
    assert!(pages.len() >= 40);
    let mut faults = Vec::new();
    let mut sum = 0.0;
    for golden in &pages {
        let (name, page) = (&golden.name, &golden.page);
        let mut check = |what: &str, is: String, wanted: &str| {
            if is != wanted {
                faults.push(format!("{name}: {what} {is:?}, wanted {wanted:?}"));
            }
        };
        check("title", page.title().unwrap_or_default().to_owned(), &golden.title);
        check("published", page.published().map(|d| d.to_string()).unwrap_or_default(), &golden.published);
        check("source", page.published_source().map(|s| s.to_string()).unwrap_or_default(), &golden.source);
        for out in golden.out.iter().filter(|o| page.text().contains(&***o)) {
            faults.push(format!("{name}: {out:?} is kept"));
        }
        for line in golden.story.iter().filter(|l| !page.body().contains(&***l)) {
            faults.push(format!("{name}: {line:?} is lost"));
        }
        let (precision, recall) = overlap(page.body(), &golden.story.join("\n"));
        let f1 = 2.0 * precision * recall / (precision + recall).max(f64::EPSILON);
        sum += f1;
        println!("{name:24} {f1:.3} ({precision:.3} / {recall:.3})");
        if f1 < WORST {
            faults.push(format!("{name}: body {f1:.3}"));
        }
    }
    let mean = sum / pages.len() as f64;
    println!("mean {mean:.3}");
    assert!(faults.is_empty(), "{}", faults.join("\n"));
    assert!(mean >= MEAN, "{mean:.3}");
}

/// Whatever is done to a page, every byte of its text has an element, and the text begins with the title.
#[test]
fn every_byte_has_its_element() {
    for golden in pages() {
        let (page, name) = (golden.page, golden.name);
        assert!(page.text().starts_with(page.title().unwrap()), "{name}");
        for at in (0..page.text().len()).step_by(7) {
            let path = page.element_at(at).unwrap();
            assert!(path.starts_with("html"), "{name}: {path}");
            assert!(scraper::Selector::parse(&path).is_ok(), "{name}: {path}");
        }
    }
}

/// The element of a byte holds the word that stands there.
#[test]
fn elements_are_true() {
    for golden in pages() {
        let (page, name) = (golden.page, golden.name);
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/pages");
        let bytes = fs::read(folder.join(format!("{name}.html"))).unwrap();
        let html = scraper::Html::parse_document(&newsfacts::decode(&bytes, None).unwrap());
        for (at, word) in
            page.text().split_whitespace().map(|w| (w.as_ptr() as usize - page.text().as_ptr() as usize, w))
        {
            let path = page.element_at(at).unwrap();
            let css = scraper::Selector::parse(&path).unwrap();
            let found = html.select(&css).next().unwrap_or_else(|| panic!("{name}: {path}"));
            let text: String = found.text().collect();
            let first = word.chars().next().unwrap();
            let holds = text.contains(first) || found.attr("content").is_some_and(|c| c.contains(first));
            assert!(holds, "{name}: {word} is not in {path}");
        }
    }
}
