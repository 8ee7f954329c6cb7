//! Reads a corpus on all cores and says what is in it: facts per kind, speed, and the most frequent values.
//!
//! ```text
//! corpus [PATH…]
//! ```
//!
//! A path is a file or a directory, which is read with all below it. Files ending in `.jsonl` hold a document a line,
//! in the form that the example `extract` reads; those ending in `.html` or `.htm` are pages; all others are text.
//! Without a path it reads the pages in `examples/pages`. What cannot be read is named, the rest goes on, and the exit
//! status is 1 at the end.

use indicatif::{ProgressBar, ProgressStyle};
use newsfacts::{Article, Document, Extractor, Kind, Language};
use rayon::prelude::*;
use serde::Deserialize;
use std::{
    collections::HashMap,
    error::Error,
    fs::File,
    io::{self, BufRead, BufReader, Read},
    path::{Path, PathBuf},
    process::ExitCode,
    time::Instant,
};

/// How many of the most frequent values are shown for each kind.
const TOP: usize = 5;

type Fault = Box<dyn Error + Send + Sync>;

fn main() -> ExitCode {
    let mut paths: Vec<PathBuf> = std::env::args_os().skip(1).map(PathBuf::from).collect();
    if paths.is_empty() {
        paths.push(Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/pages"));
    }
    let (mut files, mut unread) = (Vec::new(), Vec::new());
    for path in paths {
        list(path, &mut files, &mut unread);
    }
    unread.iter().for_each(|(path, error)| eprintln!("corpus: {}: {error}", path.display()));

    let style = ProgressStyle::with_template("{bar:30} {bytes}/{total_bytes} {binary_bytes_per_sec} {eta}")
        .unwrap_or_else(|_| ProgressStyle::default_bar());
    let bar = ProgressBar::new(files.iter().map(|(_, bytes)| bytes).sum()).with_style(style);
    let extractor = Extractor::new();
    let start = Instant::now();
    // One thread after the other takes the next document from the disk; all work on theirs at once.
    let tally = files
        .into_iter()
        .flat_map(|(path, _)| documents(path))
        .par_bridge()
        .map(|raw| {
            bar.inc(raw.bytes.as_ref().map_or(0, |b| b.len() as u64));
            raw.read(&extractor).unwrap_or_else(|error| {
                bar.suspend(|| eprintln!("corpus: {}: {error}", raw.name));
                Tally { faults: 1, ..Tally::default() }
            })
        })
        .reduce(Tally::default, Tally::join);
    bar.finish_and_clear();
    tally.print(start.elapsed().as_secs_f64());
    if tally.faults == 0 && unread.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

// ---- reading ----

/// The files below a path with their sizes, in the order of their names.
fn list(path: PathBuf, files: &mut Vec<(PathBuf, u64)>, unread: &mut Vec<(PathBuf, io::Error)>) {
    let entries = |path: &Path| -> io::Result<Vec<PathBuf>> {
        let mut inside: Vec<PathBuf> =
            path.read_dir()?.map(|entry| entry.map(|e| e.path())).collect::<Result<_, _>>()?;
        inside.sort();
        Ok(inside)
    };
    match path.metadata() {
        Ok(data) if data.is_dir() => match entries(&path) {
            Ok(inside) => inside.into_iter().for_each(|p| list(p, files, unread)),
            Err(error) => unread.push((path, error)),
        },
        Ok(data) => files.push((path, data.len())),
        Err(error) => unread.push((path, error)),
    }
}

/// A document as it lies in its file.
struct Raw {
    /// For messages: the file, and the line of a stream.
    name: String,
    format: Format,
    bytes: io::Result<Vec<u8>>,
}

#[derive(Clone, Copy)]
enum Format {
    Text,
    Page,
    Json,
}

/// The documents of a file: one, or those of a stream, read line by line.
fn documents(path: PathBuf) -> Box<dyn Iterator<Item = Raw> + Send> {
    let name = path.display().to_string();
    let extension = path.extension().and_then(|e| e.to_str()).unwrap_or("").to_ascii_lowercase();
    let format = match extension.as_str() {
        "jsonl" => Format::Json,
        "html" | "htm" => Format::Page,
        _ => Format::Text,
    };
    let file = match File::open(path) {
        Ok(file) => file,
        Err(error) => return Box::new(std::iter::once(Raw { name, format, bytes: Err(error) })),
    };
    match format {
        Format::Json => {
            let lines = BufReader::new(file).split(b'\n').enumerate();
            let raw = move |(i, bytes)| Raw { name: format!("{name}:{}", i + 1), format, bytes };
            Box::new(lines.map(raw).filter(|r| r.bytes.as_ref().map_or(true, |b| !b.trim_ascii().is_empty())))
        }
        Format::Text | Format::Page => {
            let mut bytes = Vec::new();
            let bytes = BufReader::new(file).read_to_end(&mut bytes).map(|_| bytes);
            Box::new(std::iter::once(Raw { name, format, bytes }))
        }
    }
}

/// A document of a stream.
#[derive(Deserialize)]
struct Input {
    lang: Option<String>,
    reference_date: Option<String>,
    text: Option<String>,
    html: Option<String>,
}

impl Raw {
    fn read(&self, extractor: &Extractor) -> Result<Tally, Fault> {
        let bytes = self.bytes.as_ref().map_err(ToString::to_string)?;
        let text = std::str::from_utf8(bytes)?;
        match self.format {
            Format::Text => Ok(Tally::of(extractor, &Document::new(text))),
            Format::Page => Ok(Tally::of(extractor, &Article::from_html(text)?.document())),
            Format::Json => {
                let input: Input = serde_json::from_str(text)?;
                let language = input.lang.as_deref().map(str::parse::<Language>).transpose()?;
                let date =
                    input.reference_date.as_deref().map(str::parse::<jiff::civil::Date>).transpose()?;
                let page = input.html.as_deref().map(Article::from_html).transpose()?;
                let mut document = match (&input.text, &page) {
                    (Some(text), None) => Document::new(text),
                    (None, Some(page)) => page.document(),
                    _ => return Err("a document has either `text` or `html`".into()),
                };
                if language.is_some() {
                    document = document.with_language(language);
                }
                if date.is_some() {
                    document = document.with_published(date);
                }
                Ok(Tally::of(extractor, &document))
            }
        }
    }
}

// ---- counting ----

/// What was found in some documents.
#[derive(Default)]
struct Tally {
    documents: usize,
    faults: usize,
    /// Of the texts, not of the files: without markup.
    bytes: usize,
    values: HashMap<(Kind, String), usize>,
}

impl Tally {
    fn of(extractor: &Extractor, document: &Document<'_>) -> Self {
        let mut tally = Self { documents: 1, bytes: document.text().len(), ..Self::default() };
        for fact in extractor.facts(document) {
            let value = fact.into_value();
            *tally.values.entry((value.kind(), value.to_string())).or_default() += 1;
        }
        tally
    }

    fn join(mut self, other: Self) -> Self {
        if self.values.len() < other.values.len() {
            return other.join(self);
        }
        self.documents += other.documents;
        self.faults += other.faults;
        self.bytes += other.bytes;
        for (value, count) in other.values {
            *self.values.entry(value).or_default() += count;
        }
        self
    }

    fn print(&self, seconds: f64) {
        let megabytes = self.bytes as f64 / 1e6;
        println!(
            "{} documents, {megabytes:.2} MB of text in {seconds:.2} s on {} threads: {:.1} MB/s",
            self.documents,
            rayon::current_num_threads(),
            megabytes / seconds,
        );
        for &kind in Kind::DEFAULT {
            let mut values: Vec<(&str, usize)> = self
                .values
                .iter()
                .filter(|((k, _), _)| *k == kind)
                .map(|((_, v), &n)| (v.as_str(), n))
                .collect();
            values.sort_by(|a, b| b.1.cmp(&a.1).then(a.0.cmp(b.0)));
            println!(
                "\n{:>8} of kind {kind}, {} different",
                values.iter().map(|v| v.1).sum::<usize>(),
                values.len()
            );
            values.iter().take(TOP).for_each(|(value, count)| println!("{count:>8} × {value}"));
        }
    }
}
