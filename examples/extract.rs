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
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use std::{
    borrow::Cow,
    error::Error,
    fs,
    io::{self, BufRead, Read, Write},
    process::ExitCode,
};

/// What the command line asks for.
#[derive(Default)]
struct Options {
    flags: Vec<String>,
    date: Option<civil::Date>,
    language: Option<Language>,
    files: Vec<String>,
}

impl Options {
    fn read(mut arguments: impl Iterator<Item = String>) -> Result<Self, Box<dyn Error>> {
        let mut options = Self::default();
        while let Some(argument) = arguments.next() {
            match argument.as_str() {
                "--jsonl" | "--highlight" | "--explain" => options.flags.push(argument),
                "--date" => options.date = Some(day(&arguments.next().ok_or("--date needs a date")?)?),
                "--lang" => options.language = Some(arguments.next().ok_or("--lang needs a code")?.parse()?),
                flag if flag.starts_with("--") => return Err(format!("unknown option {flag}").into()),
                _ => options.files.push(argument),
            }
        }
        if !options.has("--jsonl") && options.files.is_empty() {
            return Err("no files; see the first lines of examples/extract.rs".into());
        }
        Ok(options)
    }

    fn has(&self, flag: &str) -> bool {
        self.flags.iter().any(|f| f == flag)
    }
}

/// The day of a date or a timestamp: `2025-08-13`, `2025-08-13T06:00:00Z`.
fn day(text: &str) -> Result<civil::Date, String> {
    let date = text.split(['T', ' ']).next().filter(|d| d.len() == 10 && d.matches('-').count() == 2);
    let day = date.and_then(|date| date.parse().ok());
    day.ok_or_else(|| format!("`{text}` is not a date of the form YYYY-MM-DD that exists in the calendar"))
}

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

/// Whether all input could be read.
fn run() -> Result<bool, Box<dyn Error>> {
    let options = Options::read(std::env::args().skip(1))?;
    let extractor = Extractor::new();
    let mut out = io::BufWriter::new(io::stdout().lock());
    let whole = if options.has("--jsonl") {
        stream(&extractor, io::stdin().lock(), &mut out)?
    } else {
        files(&extractor, &options, &mut out)?
    };
    out.flush()?;
    Ok(whole)
}

/// A text or page of which the caller may know better.
fn document<'a>(
    text: &'a str,
    page: Option<&'a Article>,
    language: Option<Language>,
    date: Option<civil::Date>,
) -> Document<'a> {
    let own = page.map_or_else(|| Document::new(text), Article::document);
    let (own_language, own_date) = (own.language(), own.published());
    own.with_language(language.or(own_language)).with_published(date.or(own_date))
}

// ---- JSON Lines ----

/// A document of the stream.
#[derive(Deserialize)]
struct Input<'a> {
    #[serde(default)]
    id: Value,
    lang: Option<String>,
    reference_date: Option<String>,
    #[serde(borrow)]
    text: Option<Cow<'a, str>>,
    #[serde(borrow)]
    html: Option<Cow<'a, str>>,
}

/// Its answer.
#[derive(Serialize)]
struct Reply<'a> {
    id: &'a Value,
    mentions: Vec<Mention<'a, Fact>>,
    #[serde(flatten)]
    page: Option<Page<'a>>,
}

/// What an answer tells of a page.
#[derive(Serialize)]
struct Page<'a> {
    title: Option<&'a str>,
    published: Option<civil::Date>,
    published_source: Option<&'static str>,
    language: Language,
    text: &'a str,
}

pub(crate) fn stream(
    extractor: &Extractor,
    mut input: impl BufRead,
    out: &mut impl Write,
) -> io::Result<bool> {
    let (mut line, mut number, mut whole) = (Vec::new(), 0_u64, true);
    while {
        line.clear();
        input.read_until(b'\n', &mut line)? > 0
    } {
        number += 1;
        if line.trim_ascii().is_empty() {
            continue;
        }
        if let Err(error) = answer(extractor, &line, out) {
            whole = false;
            write!(out, "{}", json!({"line": number, "error": error.to_string()}))?;
        }
        writeln!(out)?;
    }
    Ok(whole)
}

fn answer(extractor: &Extractor, line: &[u8], out: &mut impl Write) -> Result<(), Box<dyn Error>> {
    let Input { id, lang, reference_date, text, html } = serde_json::from_slice(line)?;
    let language = lang.as_deref().map(str::parse).transpose()?;
    let date = reference_date.as_deref().map(day).transpose()?;
    let article = match (&text, &html) {
        (Some(_), None) => None,
        (None, Some(html)) => Some(Article::from_html(html)?),
        _ => return Err("a document has either `text` or `html`".into()),
    };
    let document = document(text.as_deref().unwrap_or(""), article.as_ref(), language, date);
    let page = article.as_ref().map(|article| Page {
        title: article.title(),
        published: article.published(),
        published_source: article.published_source().map(|s| s.name()),
        language: article.language(),
        text: article.text(),
    });
    let mentions = extractor.facts(&document).collect();
    Ok(serde_json::to_writer(out, &Reply { id: &id, mentions, page })?)
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

/// The text of a file, in any encoding, and the article if it is a page.
fn read(name: &str) -> Result<(String, Option<Article>), Box<dyn Error>> {
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
    let article = if is_page(name, &text) { Some(Article::from_html(&text)?) } else { None };
    Ok((text.into_owned(), article))
}

/// Whether all files could be read; one that could not is named and the rest goes on.
fn files(extractor: &Extractor, options: &Options, out: &mut impl Write) -> io::Result<bool> {
    let mut whole = true;
    if options.has("--highlight") {
        writeln!(out, "{HEAD}")?;
    }
    for name in &options.files {
        let (text, article) = match read(name) {
            Ok(source) => source,
            Err(error) => {
                eprintln!("extract: {name}: {error}");
                whole = false;
                continue;
            }
        };
        let document = document(&text, article.as_ref(), options.language, options.date);
        let title = article.as_ref().and_then(Article::title).unwrap_or(name);
        if options.has("--highlight") {
            highlight(extractor, title, &document, out)?;
        } else if options.has("--explain") {
            explain(extractor, &document, out)?;
        } else {
            let date = document.published().map_or("no reference date".to_owned(), |d| d.to_string());
            writeln!(out, "{name}: {title} ({date})\n")?;
            table(extractor, &document, out)?;
        }
    }
    Ok(whole)
}

fn table(extractor: &Extractor, document: &Document<'_>, out: &mut impl Write) -> io::Result<()> {
    let row = |fact: Mention<'_, Fact>| (fact.text().replace('\n', " "), fact.into_value());
    let rows: Vec<_> = extractor.facts(document).map(row).collect();
    let wide = rows.iter().map(|(text, _)| columns(text)).max().unwrap_or(0).min(48);
    for (text, value) in &rows {
        let pad = " ".repeat(wide.saturating_sub(columns(text)));
        writeln!(out, "  {:<9} {text}{pad}  {value}", value.kind().name())?;
    }
    writeln!(out)
}

/// Columns of a terminal that a text takes; Han characters and full-width signs take two.
fn columns(text: &str) -> usize {
    let of = |c| if matches!(c, '\u{1100}'..='\u{115F}' | '\u{2E80}'..='\u{FFDC}') { 2 } else { 1 };
    text.chars().map(of).sum()
}

/// One line for each reading: its kind, whether it was taken (`+`) or dropped (`-`), the verdict, and the words.
fn explain(extractor: &Extractor, document: &Document<'_>, out: &mut impl Write) -> io::Result<()> {
    let mut decisions = extractor.explain(document);
    decisions.sort_by_key(|d| (d.span, d.kind));
    for decision in decisions {
        let words = document.text()[decision.span].replace('\n', " ");
        let sign = if decision.taken { '+' } else { '-' };
        writeln!(out, "{sign} {:<9} {:<16} {words}", decision.kind.name(), decision.verdict)?;
    }
    writeln!(out)
}

const HEAD: &str = r#"<!doctype html><meta charset="utf-8"><title>newsfacts</title><style>
body{font:17px/1.7 Georgia,"Noto Serif CJK SC",serif;max-width:46rem;margin:2rem auto;padding:0 1rem;color:#222}
h1{font-size:1.5rem;line-height:1.3}p{white-space:pre-wrap}
mark{padding:.05em .2em;border-radius:.2em;color:inherit}small{font:.72em/1 sans-serif;color:#444;margin-left:.35em}
.date{background:#cfe8ff}.money{background:#d5f2d0}.percent{background:#fff0b3}.official{background:#f3d6f5}
.key mark{margin-right:.7em}
</style>
<p class="key"><mark class="date">date</mark><mark class="money">money</mark><mark class="percent">percent</mark><mark class="official">official</mark></p>"#;

fn highlight(
    extractor: &Extractor,
    title: &str,
    document: &Document<'_>,
    out: &mut impl Write,
) -> io::Result<()> {
    write!(out, "<h1>{}</h1>\n<p>", escape(title))?;
    for segment in extractor.segments(document) {
        match segment {
            Segment::Plain(text) => write!(out, "{}", escape(text))?,
            Segment::Fact(fact) => {
                let (kind, words) = (fact.value().kind(), escape(fact.text()));
                let value = escape(&fact.value().to_string());
                write!(out, r#"<mark class="{kind}" title="{value}">{words}<small>{value}</small></mark>"#)?;
            }
        }
    }
    writeln!(out, "</p>")
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
