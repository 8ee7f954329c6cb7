//! The command `newsfacts`: dates, amounts of money, percentages and named officials in Chinese and Swedish news, from
//! files, folders and streams, as tables, JSON Lines, CSV or a page for the browser.

mod args;
mod format;
mod input;
mod lexicon;
mod ordered;
mod page;
mod people;
mod record;
mod run;
mod serve;
mod stats;
mod story;
mod terminal;

use args::{Cli, Command, Extract, Form, Format, Input};
use clap::{CommandFactory, Parser};
use format::{csv, explain::Explain, jsonl::JsonLines, table::Table};
use std::{
    fs::File,
    io::{self, IsTerminal, Write},
    path::Path,
    process::ExitCode,
};
use terminal::{Colours, tell};

/// What a command could not do: the message.
type Failure = Box<dyn std::error::Error>;

fn main() -> ExitCode {
    let done = match Cli::parse().command {
        Command::Extract(command) => extract(command),
        Command::People(command) => people::command(command),
        Command::Stats(command) => stats::command(command),
        Command::Serve(command) => serve::command(&command).map(|()| true),
        Command::Completions { shell } => completions(shell).map(|()| true),
        Command::Man { subcommand } => man(subcommand.as_deref()).map(|()| true),
    };
    match done {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::from(1),
        Err(failure) => match failure.downcast::<io::Error>() {
            Ok(error) => fail(&error),
            Err(failure) => {
                tell(&failure.to_string());
                ExitCode::from(2)
            }
        },
    }
}

/// Ends the process after a fault of the output, from any thread's work: quietly if nobody reads it any more.
fn fail(error: &io::Error) -> ! {
    if error.kind() == io::ErrorKind::BrokenPipe {
        std::process::exit(0);
    }
    tell(&error.to_string());
    std::process::exit(2);
}

/// Where the output goes: a file, or standard output, made harmless if a terminal shows it.
fn output(file: Option<&Path>) -> io::Result<Box<dyn Write + Send>> {
    match file {
        None => Ok(terminal::output()),
        Some(path) => match File::create(path) {
            Ok(file) => Ok(Box::new(file)),
            Err(error) => Err(io::Error::new(error.kind(), format!("{}: {error}", path.display()))),
        },
    }
}

/// Without files standard input is read, unless somebody would have to type it.
fn check(input: &mut Input) -> Result<(), Failure> {
    if input.paths.is_empty() {
        if io::stdin().is_terminal() {
            return Err("no files; `newsfacts extract --help` shows what can be read".into());
        }
        input.paths.push("-".into());
    }
    Ok(())
}

fn extract(mut command: Extract) -> Result<bool, Failure> {
    let Extract { input, format, jsonl, offsets, explain, .. } = &mut command;
    check(input)?;
    let (form, format) = if *jsonl { (Some(Form::Jsonl), Format::Jsonl) } else { (None, *format) };
    if *explain && !matches!(format, Format::Table | Format::Jsonl) {
        return Err("--explain is written as table or jsonl".into());
    }
    if offsets.is_some() && format != Format::Jsonl {
        return Err("--offsets is for jsonl; csv always counts characters too".into());
    }
    let extractor = lexicon::extractor(&input.reading)?;
    let file = input.output.as_deref();
    let plain = file.is_some() || format != Format::Table;
    let colours = if plain { Colours::NONE } else { Colours::of_output() };
    if *explain {
        let task = Explain { extractor, colours, json: format == Format::Jsonl };
        return bytes(input, form, &task, file, colours);
    }
    match format {
        Format::Table => bytes(input, form, &Table { extractor, colours }, file, colours),
        Format::Jsonl => bytes(input, form, &JsonLines { extractor, offsets: *offsets }, file, colours),
        Format::Csv => {
            let mut out = output(file)?;
            out.write_all(&csv::header()?)?;
            Ok(run::run(input, form, &csv::Csv { extractor }, |rows| out.write_all(&rows))?)
        }
        Format::Parquet => parquet(input, form, extractor),
        Format::Html => {
            let mut out = output(file)?;
            out.write_all(page::head().as_bytes())?;
            let whole = run::run(input, form, &page::Pages { extractor }, |part| out.write_all(&part))?;
            out.write_all(page::foot().as_bytes())?;
            Ok(whole)
        }
    }
}

#[cfg(feature = "parquet")]
fn parquet(input: &Input, form: Option<Form>, extractor: newsfacts::Extractor) -> Result<bool, Failure> {
    let file = input.output.as_deref();
    if file.is_none() && io::stdout().is_terminal() {
        return Err("parquet is no text for a terminal; name a file with -o".into());
    }
    let mut rows = format::parquet::Rows::new(output(file)?)?;
    let whole = run::run(input, form, &format::parquet::Parquet { extractor }, |facts| rows.write(facts))?;
    rows.close()?;
    Ok(whole)
}

#[cfg(not(feature = "parquet"))]
fn parquet(_: &Input, _: Option<Form>, _: newsfacts::Extractor) -> Result<bool, Failure> {
    Err("this command was built without parquet; `cargo install --path crates/newsfacts-cli --features parquet` has it".into())
}

/// Runs a task that makes bytes.
fn bytes<T: run::Task<Out = Vec<u8>>>(
    input: &Input,
    form: Option<Form>,
    task: &T,
    file: Option<&Path>,
    colours: Colours,
) -> Result<bool, Failure> {
    // With colours the task itself sees to it that nothing else acts on the terminal.
    let mut out: Box<dyn Write> = if colours.wanted() { Box::new(anstream::stdout()) } else { output(file)? };
    Ok(run::run(input, form, task, |made| {
        out.write_all(&made)?;
        out.flush()
    })?)
}

fn completions(shell: clap_complete::Shell) -> Result<(), Failure> {
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut Cli::command(), "newsfacts", &mut script);
    Ok(io::stdout().write_all(&script)?)
}

fn man(subcommand: Option<&str>) -> Result<(), Failure> {
    let mut command = Cli::command();
    command.build();
    if let Some(name) = subcommand {
        let found =
            command.find_subcommand(name).ok_or_else(|| format!("there is no subcommand `{name}`"))?;
        command =
            found.clone().display_name(format!("newsfacts-{name}")).bin_name(format!("newsfacts {name}"));
    }
    let mut page = Vec::new();
    clap_mangen::Man::new(command).render(&mut page)?;
    Ok(io::stdout().write_all(&page)?)
}
