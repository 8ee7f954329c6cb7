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
use newsfacts::{Article, Document, Extractor, Fact, Language, Mention, Segment, decode, jiff::civil};
use serde::Deserialize;
use serde_json::{Map, Value, json};
use std::{
    error::Error,
    fs,
    io::{self, BufRead, Read, Write},
    process::ExitCode,
};

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

/// What the command line asks for.
#[derive(Default)]
struct Options {
    jsonl: bool,
    highlight: bool,
    explain: bool,
    date: Option<civil::Date>,
    language: Option<Language>,
    files: Vec<String>,
}

impl Options {
    fn read(mut arguments: impl Iterator<Item = String>) -> Result<Self, Box<dyn Error>> {
        let mut options = Self::default();
        while let Some(argument) = arguments.next() {
            match argument.as_str() {
                "--jsonl" => options.jsonl = true,
                "--highlight" => options.highlight = true,
                "--explain" => options.explain = true,
                "--date" => options.date = Some(day(&arguments.next().ok_or("--date needs a date")?)?),
                "--lang" => options.language = Some(arguments.next().ok_or("--lang needs a code")?.parse()?),
                flag if flag.starts_with("--") => return Err(format!("unknown option {flag}").into()),
                _ => options.files.push(argument),
            }
        }
        if !options.jsonl && options.files.is_empty() {
            return Err("no files; see the first lines of examples/extract.rs".into());
        }
        Ok(options)
    }
}

/// The day of a date or a timestamp: `2025-08-13`, `2025-08-13T06:00:00Z`.
fn day(text: &str) -> Result<civil::Date, String> {
    let date = text.split(['T', ' ']).next().unwrap_or("");
    let shaped = date.len() == 10 && date.bytes().filter(|&b| b == b'-').count() == 2;
    let day = if shaped { date.parse().ok() } else { None };
    day.ok_or_else(|| format!("`{text}` is not a date of the form YYYY-MM-DD that exists in the calendar"))
}

/// Whether all input could be read.
fn run() -> Result<bool, Box<dyn Error>> {
    let options = Options::read(std::env::args().skip(1))?;
    let extractor = Extractor::new();
    let mut out = io::BufWriter::new(io::stdout().lock());
    let whole = if options.jsonl {
        stream(&extractor, io::stdin().lock(), &mut out)?
    } else {
        files(&extractor, &options, &mut out)?
    };
    out.flush()?;
    Ok(whole)
}

// ---- JSON Lines ----

/// A document of the stream.
#[derive(Deserialize)]
struct Input {
    #[serde(default)]
    id: Value,
    lang: Option<String>,
    reference_date: Option<String>,
    text: Option<String>,
    html: Option<String>,
}

fn stream(extractor: &Extractor, mut input: impl BufRead, out: &mut impl Write) -> io::Result<bool> {
    let (mut line, mut number, mut whole) = (Vec::new(), 0_u64, true);
    loop {
        line.clear();
        if input.read_until(b'\n', &mut line)? == 0 {
            return Ok(whole);
        }
        number += 1;
        if line.trim_ascii().is_empty() {
            continue;
        }
        let reply = answer(extractor, &line).unwrap_or_else(|error| {
            whole = false;
            json!({"line": number, "error": error.to_string()})
        });
        writeln!(out, "{reply}")?;
    }
}

fn answer(extractor: &Extractor, line: &[u8]) -> Result<Value, Box<dyn Error>> {
    let input: Input = serde_json::from_slice(line)?;
    let language = input.lang.as_deref().map(str::parse::<Language>).transpose()?;
    let date = input.reference_date.as_deref().map(day).transpose()?;
    let mentions = |document: &Document<'_>| -> Result<Vec<Value>, serde_json::Error> {
        extractor.facts(document).map(serde_json::to_value).collect()
    };
    let mut reply = Map::from_iter([("id".to_owned(), input.id)]);
    match (&input.text, &input.html) {
        (Some(text), None) => {
            let document = Document::new(text).with_published(date).with_language(language);
            reply.insert("mentions".into(), mentions(&document)?.into());
        }
        (None, Some(html)) => {
            let page = Article::from_html(html)?;
            let mut document = page.document();
            if date.is_some() {
                document = document.with_published(date);
            }
            if language.is_some() {
                document = document.with_language(language);
            }
            reply.insert("mentions".into(), mentions(&document)?.into());
            reply.insert("title".into(), page.title().into());
            reply.insert("published".into(), page.published().map(|d| d.to_string()).into());
            reply.insert("published_source".into(), page.published_source().map(|s| s.name()).into());
            reply.insert("language".into(), page.language().code().into());
            reply.insert("text".into(), page.text().into());
        }
        _ => return Err("a document has either `text` or `html`".into()),
    }
    Ok(reply.into())
}

// ---- files ----

/// Most bytes that a packed file is unpacked to.
const LARGEST: u64 = 1 << 30;

/// Whether a file is a page, by its name or its first characters.
fn is_page(name: &str, text: &str) -> bool {
    let name = name.strip_suffix(".gz").unwrap_or(name).to_ascii_lowercase();
    let named = [".html", ".htm", ".xhtml", ".shtml"].iter().any(|end| name.ends_with(end));
    let start = text.trim_start_matches(|c: char| c == '\u{FEFF}' || c.is_whitespace());
    let tag = start.strip_prefix('<').and_then(|rest| rest.chars().next());
    named || tag.is_some_and(|c| c.is_ascii_alphabetic() || matches!(c, '!' | '?'))
}

/// A file, read: an article from HTML, or plain text.
struct Source {
    title: String,
    text: String,
    language: Option<Language>,
    date: Option<civil::Date>,
    article: Option<Article>,
}

impl Source {
    fn read(name: &str, options: &Options) -> Result<Self, Box<dyn Error>> {
        let mut bytes = Vec::new();
        if name == "-" {
            io::stdin().read_to_end(&mut bytes)?;
        } else {
            bytes = fs::read(name)?;
        }
        if bytes.starts_with(&[0x1F, 0x8B]) {
            let packed = std::mem::take(&mut bytes);
            MultiGzDecoder::new(&*packed).take(LARGEST).read_to_end(&mut bytes)?;
        }
        let text = decode(&bytes, None)?;
        let (language, date) = (options.language, options.date);
        if !is_page(name, &text) {
            return Ok(Self {
                title: name.to_owned(),
                text: text.into_owned(),
                language,
                date,
                article: None,
            });
        }
        let page = Article::from_html(&text)?;
        Ok(Self {
            title: page.title().unwrap_or(name).to_owned(),
            text: page.text().to_owned(),
            language: language.or(Some(page.language())),
            date: date.or(page.published()),
            article: Some(page),
        })
    }

    fn document(&self) -> Document<'_> {
        let base = self.article.as_ref().map_or_else(|| Document::new(&self.text), Article::document);
        base.with_language(self.language).with_published(self.date)
    }
}

/// Whether all files could be read; one that could not is named and the rest goes on.
fn files(extractor: &Extractor, options: &Options, out: &mut impl Write) -> io::Result<bool> {
    let mut whole = true;
    if options.highlight {
        writeln!(out, "{HEAD}")?;
    }
    for name in &options.files {
        match Source::read(name, options) {
            Ok(source) if options.highlight => highlight(extractor, &source, out)?,
            Ok(source) if options.explain => explain(extractor, &source, out)?,
            Ok(source) => table(extractor, name, &source, out)?,
            Err(error) => {
                eprintln!("extract: {name}: {error}");
                whole = false;
            }
        }
    }
    Ok(whole)
}

fn table(extractor: &Extractor, name: &str, source: &Source, out: &mut impl Write) -> io::Result<()> {
    let date = source.date.map_or("no reference date".to_owned(), |d| d.to_string());
    writeln!(out, "{name}: {} ({date})\n", source.title)?;
    let document = source.document();
    let rows: Vec<_> =
        extractor.facts(&document).map(|m| (m.text().replace('\n', " "), m.into_value())).collect();
    let wide = rows.iter().map(|(text, _)| columns(text)).max().unwrap_or(0).min(48);
    for (text, value) in &rows {
        let pad = " ".repeat(wide.saturating_sub(columns(text)));
        writeln!(out, "  {:<9} {text}{pad}  {value}", value.kind().name())?;
    }
    writeln!(out)
}

/// One line for each reading: its kind, whether it was taken (`+`) or dropped (`-`), the verdict, and the words.
fn explain(extractor: &Extractor, source: &Source, out: &mut impl Write) -> io::Result<()> {
    let document = source.document();
    let mut decisions = extractor.explain(&document);
    decisions.sort_by_key(|d| (d.span, d.kind));
    for decision in decisions {
        let words = document.text()[decision.span].replace('\n', " ");
        let sign = if decision.taken { '+' } else { '-' };
        writeln!(out, "{sign} {:<9} {:<16} {words}", decision.kind.name(), decision.verdict)?;
    }
    writeln!(out)
}

/// Columns of a terminal that a text takes; Han characters and full-width signs take two.
fn columns(text: &str) -> usize {
    text.chars()
        .map(|c| if matches!(c, '\u{1100}'..='\u{115F}' | '\u{2E80}'..='\u{FFDC}') { 2 } else { 1 })
        .sum()
}

const HEAD: &str = r#"<!doctype html><meta charset="utf-8"><title>newsfacts</title><style>
body{font:17px/1.7 Georgia,"Noto Serif CJK SC",serif;max-width:46rem;margin:2rem auto;padding:0 1rem;color:#222}
h1{font-size:1.5rem;line-height:1.3}p{white-space:pre-wrap}
mark{padding:.05em .2em;border-radius:.2em;color:inherit}small{font:.72em/1 sans-serif;color:#444;margin-left:.35em}
.date{background:#cfe8ff}.money{background:#d5f2d0}.percent{background:#fff0b3}.official{background:#f3d6f5}
.key mark{margin-right:.7em}
</style>
<p class="key"><mark class="date">date</mark><mark class="money">money</mark><mark class="percent">percent</mark><mark class="official">official</mark></p>"#;

fn highlight(extractor: &Extractor, source: &Source, out: &mut impl Write) -> io::Result<()> {
    write!(out, "<h1>{}</h1>\n<p>", escape(&source.title))?;
    for segment in extractor.segments(source.document()) {
        match segment {
            Segment::Plain(text) => write!(out, "{}", escape(text))?,
            Segment::Fact(mention) => mark(&mention, out)?,
        }
    }
    writeln!(out, "</p>")
}

fn mark(mention: &Mention<'_, Fact>, out: &mut impl Write) -> io::Result<()> {
    let value = escape(&mention.value().to_string());
    write!(
        out,
        r#"<mark class="{}" title="{value}">{}<small>{value}</small></mark>"#,
        mention.value().kind(),
        escape(mention.text()),
    )
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
