//! How many facts of each kind there are, and the most frequent values.

use crate::{args::Stats, check, format::shown, lexicon, output, run, story::Story};
use newsfacts::{Extractor, Kind};
use std::{collections::HashMap, io, io::Write, time::Instant};

struct Count {
    extractor: Extractor,
}

/// What was found in some documents.
#[derive(Debug, Default)]
struct Tally {
    documents: u64,
    /// Of the texts, not of the files: without markup.
    bytes: u64,
    values: HashMap<(Kind, String), u64>,
}

impl run::Task for Count {
    type Out = Tally;

    fn story(&self, story: &Story<'_>, out: &mut Tally) -> io::Result<()> {
        out.documents += 1;
        out.bytes += story.text().len() as u64;
        for fact in self.extractor.facts(story.document()) {
            let value = fact.into_value();
            *out.values.entry((value.kind(), shown(&value))).or_default() += 1;
        }
        Ok(())
    }
}

impl Tally {
    fn add(&mut self, other: Self) {
        self.documents += other.documents;
        self.bytes += other.bytes;
        for (value, count) in other.values {
            *self.values.entry(value).or_default() += count;
        }
    }

    fn write(&self, out: &mut dyn Write, top: usize, seconds: f64) -> io::Result<()> {
        let megabytes = self.bytes as f64 / 1e6;
        let speed = megabytes / seconds;
        writeln!(
            out,
            "{} documents, {megabytes:.2} MB of text in {seconds:.2} s: {speed:.1} MB/s",
            self.documents
        )?;
        for &kind in Kind::ALL {
            let of_kind = self.values.iter().filter(|((k, _), _)| *k == kind);
            let mut values: Vec<(&str, u64)> = of_kind.map(|((_, v), &n)| (v.as_str(), n)).collect();
            if values.is_empty() {
                continue;
            }
            values.sort_by(|a, b| b.1.cmp(&a.1).then(a.0.cmp(b.0)));
            let all: u64 = values.iter().map(|v| v.1).sum();
            writeln!(out, "\n{all:>8} of kind {kind}, {} different", values.len())?;
            for (value, count) in values.iter().take(top) {
                writeln!(out, "{count:>8} × {}", crate::terminal::line(value))?;
            }
        }
        Ok(())
    }
}

pub(crate) fn command(mut command: Stats) -> Result<bool, crate::Failure> {
    check(&mut command.input)?;
    let task = Count { extractor: lexicon::extractor(&command.input.reading)? };
    let mut out = output(command.input.output.as_deref())?;
    let (start, mut tally) = (Instant::now(), Tally::default());
    let whole = run::run(&command.input, None, &task, |part| {
        tally.add(part);
        Ok(())
    })?;
    tally.write(&mut out, command.top, start.elapsed().as_secs_f64())?;
    Ok(whole)
}
