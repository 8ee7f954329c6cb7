//! The command line.

use clap::{Args, Parser, Subcommand, ValueEnum, ValueHint, builder::styling};
use newsfacts::{Kind, Language, Region, jiff::civil};
use std::{num::NonZeroUsize, path::PathBuf};

const EXAMPLES: &str = "\
Examples:
  newsfacts extract story.html                     the facts of a page, as a table
  newsfacts extract --date 2025-08-13 story.txt    with the day that its dates depend on
  newsfacts extract --format html pages/ > marked.html
  newsfacts extract --format csv -o facts.csv pages/
  newsfacts extract --jsonl < documents.jsonl > facts.jsonl
  newsfacts people --format popolo pages/ > people.json
  newsfacts serve                                  paste a text in the browser

Exit codes:
  0  everything could be read
  1  some input could not; each fault is named, and the rest was read
  2  the command line, a lexicon or the output is at fault
A pipe that is closed early ends the command quietly.";

const EXTRACT: &str = "\
Input is told by its name, else by its first bytes: HTML in any encoding of the web, text, or JSON Lines, all of them packed
with gzip or not. A folder is read with all below it, in the order of names; of its files those that look like texts by name.

A line of JSON Lines is a document:
  {\"id\"?, \"text\" or \"html\", \"lang\"?, \"reference_date\"?, \"region\"?}
What it says goes before the options --lang, --date and --region, and these go before what a page says of itself.
A line that cannot be read is told with its number and id, and the rest goes on; with --format jsonl it is answered in its
place by {\"line\", \"id\"?, \"error\"}.

Formats:
  table    for people
  jsonl    {\"id\", \"mentions\": [...]} a document; pages also with title, published, language and the text of the spans
  csv      a row a fact; the columns are documented in the crate's SCHEMA.md
  parquet  the same columns with types, for data frames and databases (built with the feature parquet)
  html     one page with the facts marked and listed, which needs no network

Examples:
  newsfacts extract --kind money,percent report.txt
  newsfacts extract --also duration,fraction --explain story.txt
  newsfacts extract --lexicon words.tsv --jobs 4 --format jsonl archive/ > facts.jsonl
  zcat documents.jsonl.gz | newsfacts extract --jsonl -";

const PEOPLE: &str = "\
Each official of a document once, with all offices and all mentions, also by a part of the name or by the title alone.

Formats:
  table    for people
  jsonl    {\"id\", \"people\": [...]} a document
  ftm      entities of FollowTheMoney, one a line: Person, Position, Occupancy
  popolo   one JSON object with the persons, organizations, posts and memberships of Popolo

Examples:
  newsfacts people page.html
  newsfacts people --format ftm pages/ > entities.ftm.json";

const LEXICON: &str = "\
A file of rows for the lexicons. A line `[sv currencies]` names language and table, the next line the columns, and \
each line after it is a row of cells with a tab between; several tables may follow each other. The tables are those of \
newsfacts::LexiconTable";

/// The colours of `--help`.
const STYLES: styling::Styles = styling::Styles::styled()
    .header(styling::AnsiColor::Green.on_default().bold())
    .usage(styling::AnsiColor::Green.on_default().bold())
    .literal(styling::AnsiColor::Cyan.on_default().bold())
    .placeholder(styling::AnsiColor::Cyan.on_default());

/// Dates, amounts of money, percentages and named officials in Chinese and Swedish news, as typed values with their places
/// in the text.
#[derive(Debug, Parser)]
#[command(name = "newsfacts", version, after_help = EXAMPLES, styles = STYLES, max_term_width = 100)]
pub(crate) struct Cli {
    #[command(subcommand)]
    pub(crate) command: Command,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// The facts of files, folders or a stream
    #[command(after_help = EXTRACT)]
    Extract(Extract),
    /// The officials of each document with all their mentions
    #[command(after_help = PEOPLE)]
    People(People),
    /// How many facts of each kind there are, and the most frequent values
    Stats(Stats),
    /// Shows the facts of pasted texts and pages in the browser, on this machine only
    Serve(Serve),
    /// Prints a script of completions for a shell
    Completions {
        /// The shell
        shell: clap_complete::Shell,
    },
    /// Prints the man page of the command, or of one of its subcommands
    Man {
        /// The subcommand
        subcommand: Option<String>,
    },
}

/// What is read, and how.
#[derive(Debug, Args)]
pub(crate) struct Input {
    /// Files and folders; `-` is standard input
    #[arg(value_name = "PATH", value_hint = ValueHint::AnyPath)]
    pub(crate) paths: Vec<PathBuf>,
    /// What the input is, if its name and first bytes are not to be asked
    #[arg(long, value_enum, value_name = "FORM")]
    pub(crate) input: Option<Form>,
    #[command(flatten)]
    pub(crate) context: Context,
    #[command(flatten)]
    pub(crate) reading: Reading,
    /// How many threads read; all cores if not given
    #[arg(long, short, value_name = "N")]
    pub(crate) jobs: Option<NonZeroUsize>,
    /// Writes to a file in place of standard output
    #[arg(long, short, value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub(crate) output: Option<PathBuf>,
}

/// What is known about the documents.
#[derive(Debug, Args, Clone, Copy, Default)]
pub(crate) struct Context {
    /// The language, in place of the one that a page states or the script shows: zh, sv
    #[arg(long, value_name = "CODE")]
    pub(crate) lang: Option<Language>,
    /// Where it was published, which decides what 元 is: CN, TW, HK, MO
    #[arg(long, value_name = "CODE")]
    pub(crate) region: Option<Region>,
    /// The day of publication, which dates without a year depend on: a date or a timestamp
    #[arg(long, value_name = "DATE", value_parser = day)]
    pub(crate) date: Option<civil::Date>,
}

/// What is looked for.
#[derive(Debug, Args, Clone, Default)]
pub(crate) struct Reading {
    /// Only these kinds: date, money, percent, official; on request fraction, duration, recurrence, vague_time, role; or all
    #[arg(long, value_name = "KIND", value_delimiter = ',', value_parser = kinds)]
    pub(crate) kind: Vec<Kinds>,
    /// These kinds too
    #[arg(long, value_name = "KIND", value_delimiter = ',', value_parser = kinds)]
    pub(crate) also: Vec<Kinds>,
    /// Rows of your own for the lexicons
    #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath, long_help = LEXICON)]
    pub(crate) lexicon: Vec<PathBuf>,
}

#[derive(Debug, Args)]
pub(crate) struct Extract {
    #[command(flatten)]
    pub(crate) input: Input,
    /// How the facts are written
    #[arg(long, short, value_enum, default_value_t)]
    pub(crate) format: Format,
    /// JSON Lines in and out: the same as `--input jsonl --format jsonl`
    #[arg(long, conflicts_with_all = ["format", "input"])]
    pub(crate) jsonl: bool,
    /// Counts places in these units too, beside bytes (in jsonl; csv always counts characters too)
    #[arg(long, value_enum, value_name = "UNIT")]
    pub(crate) offsets: Option<Unit>,
    /// Each reading that was considered, and why it was taken or dropped, in place of the facts (as table or jsonl)
    #[arg(long)]
    pub(crate) explain: bool,
}

#[derive(Debug, Args)]
pub(crate) struct People {
    #[command(flatten)]
    pub(crate) input: Input,
    /// How the people are written
    #[arg(long, short, value_enum, default_value_t)]
    pub(crate) format: PeopleFormat,
}

#[derive(Debug, Args)]
pub(crate) struct Stats {
    #[command(flatten)]
    pub(crate) input: Input,
    /// How many of the most frequent values of each kind are shown
    #[arg(long, default_value_t = 5, value_name = "N")]
    pub(crate) top: usize,
}

#[derive(Debug, Args)]
pub(crate) struct Serve {
    /// The port; 0 is any that is free
    #[arg(long, default_value_t = 7417)]
    pub(crate) port: u16,
    #[command(flatten)]
    pub(crate) reading: Reading,
}

/// What an input is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Form {
    /// Plain text in any encoding
    Text,
    /// A page in any encoding
    Html,
    /// A document a line
    Jsonl,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum, Default)]
pub(crate) enum Format {
    #[default]
    Table,
    Jsonl,
    Csv,
    Parquet,
    Html,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum, Default)]
pub(crate) enum PeopleFormat {
    #[default]
    Table,
    Jsonl,
    Ftm,
    Popolo,
}

/// In what places are counted beside bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Unit {
    /// Unicode scalar values, as Python counts
    Chars,
    /// UTF-16 code units, as JavaScript counts
    Utf16,
}

/// One kind, or all.
#[derive(Debug, Clone)]
pub(crate) struct Kinds(pub(crate) Vec<Kind>);

fn kinds(name: &str) -> Result<Kinds, String> {
    if name == "all" {
        return Ok(Kinds(Kind::ALL.to_vec()));
    }
    let known = || Kind::ALL.iter().map(|k| k.name()).collect::<Vec<_>>().join(", ");
    name.parse().map(|kind| Kinds(vec![kind])).map_err(|_| format!("the kinds are {}, and all", known()))
}

/// The day of a date or a timestamp: `2025-08-13`, `2025-08-13T06:00:00Z`.
pub(crate) fn day(text: &str) -> Result<civil::Date, String> {
    let date = text.trim().split(['T', ' ']).next().unwrap_or("");
    let shaped = date.len() == 10 && date.bytes().filter(|&b| b == b'-').count() == 2;
    let day = if shaped { date.parse().ok() } else { None };
    day.ok_or_else(|| format!("`{text}` is not a date of the form YYYY-MM-DD that exists in the calendar"))
}
