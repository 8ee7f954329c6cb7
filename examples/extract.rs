//! Extracts facts from files or from a stream of documents.
//!
//! ```text
//! extract [--date YYYY-MM-DD] [--lang zh|sv] FILE…      a table for people; files are text or HTML in any encoding,
//!                                                       gzipped or not, `-` is standard input
//! extract --highlight [--date …] [--lang …] FILE…       one self-contained HTML page with the mentions marked
//! extract --explain [--date …] [--lang …] FILE…         each reading that was considered, and why it was taken or dropped
//! extract --jsonl                                       JSON Lines in and out, see below
//! ```
//!
//! With `--jsonl`, each line of standard input is a document,
//! `{"id", "lang"?: "zh"|"sv", "reference_date"?: "YYYY-MM-DD" or a timestamp, "text"}` or with `"html"` in place of `"text"`,
//! and is answered by a line, in order: `{"id", "mentions": […]}`. Spans are bytes of the text, half-open. For `html`
//! the answer also carries the `text` that they refer to, and `title`, `published` and `language`. A line that cannot
//! be read is answered in its place by `{"line", "error"}`, the rest goes on, and the exit status is 1 at the end.

use flate2::read::MultiGzDecoder;
use newsfacts::{Article, Extractor, Fact, Mention, OwnedDocument, Segment};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use std::io::{self, BufRead, Read, Write};
use std::{env, error::Error, fs, process::ExitCode};

type Failure = Box<dyn Error>;

fn main() -> ExitCode {
    match run() {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("extract: {error}");
            ExitCode::from(2)
        }
    }
}

/// Does what the command line asks for. Answers whether all input could be read.
fn run() -> Result<bool, Failure> {
    let (mut form, mut date, mut language, mut files) = (String::new(), None, None, Vec::new());
    let mut arguments = env::args().skip(1);
    while let Some(argument) = arguments.next() {
        match &*argument {
            "--jsonl" | "--highlight" | "--explain" => form = argument,
            "--date" => date = Some(arguments.next().ok_or("--date needs a date")?.parse()?),
            "--lang" => language = Some(arguments.next().ok_or("--lang needs a code")?.parse()?),
            flag if flag.starts_with("--") => return Err(format!("unknown option {flag}").into()),
            _ => files.push(argument),
        }
    }
    let (extractor, mut out, mut whole) = (Extractor::new(), io::BufWriter::new(io::stdout().lock()), true);
    match &*form {
        "--jsonl" => return Ok(stream(&extractor, io::stdin().lock(), &mut out)?),
        _ if files.is_empty() => return Err("no files; see the first lines of examples/extract.rs".into()),
        "--highlight" => writeln!(out, "{HEAD}")?,
        _ => {}
    }
    for name in &files {
        match read(name) {
            Ok(file) => {
                show(&extractor, &form, name, &file.with_published(date).with_language(language), &mut out)?
            }
            Err(error) => {
                eprintln!("extract: {name}: {error}");
                whole = false;
            }
        }
    }
    out.flush()?;
    Ok(whole)
}

/// Answers each line in its place. Says too whether all could be read.
pub(crate) fn stream(extractor: &Extractor, input: impl BufRead, out: &mut impl Write) -> io::Result<bool> {
    let mut whole = true;
    for (number, line) in (1_u64..).zip(input.split(b'\n')) {
        let line = line?;
        if line.trim_ascii().is_empty() {
            continue;
        }
        match serde_json::from_slice(&line) {
            Ok(line) => answer(extractor, &line, out)?,
            Err(error) => {
                whole = false;
                write!(out, "{}", json!({"line": number, "error": error.to_string()}))?;
            }
        }
        writeln!(out)?;
    }
    out.flush()?;
    Ok(whole)
}

#[derive(Deserialize)]
struct Line {
    #[serde(default)]
    id: Value,
    #[serde(flatten)]
    document: OwnedDocument,
}

#[derive(Serialize)]
struct Answer<'a> {
    id: &'a Value,
    mentions: Vec<Mention<'a, Fact>>,
    #[serde(flatten)]
    page: Option<Value>,
}

fn answer(extractor: &Extractor, Line { id, document }: &Line, out: &mut impl Write) -> io::Result<()> {
    let page = document.article().map(|page| {
        json!({
            "title": page.title(),
            "published": page.published(),
            "published_source": page.published_source().map(|source| source.name()),
            "language": page.language(),
            "text": page.text(),
        })
    });
    let mentions = extractor.facts(document).collect();
    Ok(serde_json::to_writer(out, &Answer { id, mentions, page })?)
}

/// Reads a file or standard input, packed or not.
fn read(name: &str) -> Result<OwnedDocument, Failure> {
    /// Most bytes that a packed file is unpacked to.
    const LARGEST: u64 = 1 << 30;
    let mut bytes = Vec::new();
    match name {
        "-" => io::stdin().read_to_end(&mut bytes)?,
        _ => fs::File::open(name)?.read_to_end(&mut bytes)?,
    };
    if bytes.starts_with(&[0x1F, 0x8B]) {
        let packed = std::mem::take(&mut bytes);
        MultiGzDecoder::new(&*packed).take(LARGEST).read_to_end(&mut bytes)?;
    }
    Ok(OwnedDocument::from_bytes(&bytes, None)?)
}

const HEAD: &str = r#"<!doctype html><meta charset="utf-8"><title>newsfacts</title><style>
body{font:17px/1.7 serif;max-width:46rem;margin:2rem auto;padding:0 1rem}p{white-space:pre-wrap}
mark{background:#f3d6f5}mark::after{content:" " attr(title);font:.72em sans-serif;color:#444}
.date{background:#cfe8ff}.money{background:#d5f2d0}.percent{background:#fff0b3}</style>"#;

/// Shows people the text with its facts marked, every reading, or a line for each fact.
fn show(
    extractor: &Extractor,
    form: &str,
    name: &str,
    file: &OwnedDocument,
    out: &mut impl Write,
) -> io::Result<()> {
    let title = file.article().and_then(Article::title).unwrap_or(name);
    let plain = |text: &str| text.replace('\n', " ");
    match form {
        "--highlight" => {
            let marked: String = extractor.segments(file).map(|segment| segment.html().to_string()).collect();
            writeln!(out, "<h1>{}</h1>\n<p>{marked}</p>", Segment::Plain(title).html())
        }
        "--explain" => {
            let mut decisions = extractor.explain(file);
            decisions.sort_by_key(|d| (d.span, d.kind));
            for decision in decisions {
                let sign = if decision.taken { '+' } else { '-' };
                let words = plain(&file.text()[decision.span]);
                writeln!(out, "{sign} {:<9} {:<16} {words}", decision.kind.name(), decision.verdict)?;
            }
            writeln!(out)
        }
        _ => {
            let date = file.document().published().map_or("no reference date".to_owned(), |d| d.to_string());
            writeln!(out, "{name}: {title} ({date})\n")?;
            for fact in extractor.facts(file) {
                writeln!(out, "  {:<9} {}", fact.value().kind().name(), plain(&fact.to_string()))?;
            }
            writeln!(out)
        }
    }
}
