//! Reads all input on all cores and hands what is made of it on, in order.

use crate::{
    args::{Context, Form, Input},
    input::{self, Piece, Pieces},
    ordered::ordered,
    record,
    story::{Fault, Story, read_all},
    terminal::tell,
};
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use std::{
    collections::BTreeSet,
    fs::File,
    io::{self, IsTerminal},
    num::NonZeroUsize,
    path::Path,
    sync::atomic::Ordering::Relaxed,
    thread,
};

/// What is made of each document, on any thread.
pub(crate) trait Task: Sync {
    /// What is made of a piece of work, of one document or several.
    type Out: Send + Default;

    /// Adds what is made of a document.
    fn story(&self, story: &Story<'_>, out: &mut Self::Out) -> io::Result<()>;

    /// Ends a piece of work, whose documents are all read.
    fn end(&self, _out: &mut Self::Out) -> io::Result<()> {
        Ok(())
    }

    /// Adds what stands in the place of a document that could not be read; false if nothing does, and the fault must be told
    /// elsewhere.
    fn fault(&self, _fault: &Fault, _out: &mut Self::Out) -> io::Result<bool> {
        Ok(false)
    }
}

/// What became of a piece of work.
struct Answer<T> {
    out: io::Result<T>,
    /// How many documents could not be read.
    faults: u64,
    /// Those that have no place in the output.
    untold: Vec<Fault>,
    /// Keys of documents that nobody reads.
    strange: BTreeSet<String>,
    /// How much was read.
    bytes: u64,
}

/// Most keys that nobody reads which are told.
const STRANGE: usize = 20;

/// Does a task for each document of an input and gives what it makes to `take`, in order. Answers whether all could be
/// read.
///
/// # Errors
///
/// If `take` fails, or the task cannot write what it makes.
pub(crate) fn run<T: Task>(
    input: &Input,
    form: Option<Form>,
    task: &T,
    mut take: impl FnMut(T::Out) -> io::Result<()>,
) -> io::Result<bool> {
    let bar = progress(input);
    let pieces = Pieces::new(input, form.or(input.input));
    let skipped = pieces.skipped();
    let jobs = input.jobs.or_else(|| thread::available_parallelism().ok()).unwrap_or(NonZeroUsize::MIN);
    let (mut faults, mut strange, mut result) = (0, BTreeSet::new(), Ok(()));
    let context = input.context;
    ordered(
        jobs,
        pieces,
        |piece| work(task, piece, context),
        |answer: Answer<T::Out>| {
            bar.inc(answer.bytes);
            faults += answer.faults;
            bar.suspend(|| {
            answer.untold.iter().for_each(|fault| tell(&fault.to_string()));
            for key in answer.strange {
                if strange.len() < STRANGE && strange.insert(key.clone()) {
                    tell(&format!("the key `{key}` is not read; known are id, text, html, lang, reference_date, region"));
                }
            }
        });
            result = answer.out.and_then(&mut take);
            // A thread may wait for input that never comes.
            if let Err(error) = &result {
                bar.finish_and_clear();
                crate::fail(error);
            }
            true
        },
    );
    bar.finish_and_clear();
    result?;
    let skipped = skipped.load(Relaxed);
    if skipped > 0 {
        tell(&format!("{skipped} files of folders were left out, for they are no texts by their names"));
    }
    if faults > 0 {
        tell(&format!("{faults} of the documents could not be read"));
    }
    Ok(faults == 0)
}

/// A bar on standard error, if that is a terminal and it is known how much there is to read.
fn progress(input: &Input) -> ProgressBar {
    if !io::stderr().is_terminal() || (input.output.is_none() && io::stdout().is_terminal()) {
        return ProgressBar::hidden();
    }
    let Some(total) = input::total(input) else { return ProgressBar::hidden() };
    let style = ProgressStyle::with_template("{bar:30} {bytes}/{total_bytes} {binary_bytes_per_sec} {eta}")
        .unwrap_or_else(|_| ProgressStyle::default_bar());
    ProgressBar::with_draw_target(Some(total), ProgressDrawTarget::stderr()).with_style(style)
}

fn work<T: Task>(task: &T, piece: Piece, context: Context) -> Answer<T::Out> {
    let mut worker = Worker {
        task,
        out: T::Out::default(),
        broken: None,
        faults: 0,
        untold: Vec::new(),
        strange: BTreeSet::new(),
    };
    let bytes = worker.piece(piece, context);
    let Worker { mut out, broken, faults, untold, strange, .. } = worker;
    let out = match broken {
        None => task.end(&mut out).map(|()| out),
        Some(error) => Err(error),
    };
    Answer { out, faults, untold, strange, bytes }
}

/// What a thread has made of a piece of work so far.
struct Worker<'a, T: Task> {
    task: &'a T,
    out: T::Out,
    broken: Option<io::Error>,
    faults: u64,
    untold: Vec<Fault>,
    strange: BTreeSet<String>,
}

impl<T: Task> Worker<'_, T> {
    /// How many bytes were read.
    fn piece(&mut self, piece: Piece, context: Context) -> u64 {
        match piece {
            Piece::Fault(fault) => {
                self.take(Err(fault));
                0
            }
            Piece::Bytes(name, bytes, form) => {
                self.take(Story::read(&name, &bytes, form, context));
                bytes.len() as u64
            }
            Piece::File(path, form) => self.file(&path, form, context),
            Piece::Lines(name, first, bytes) => {
                let mut ends = memchr::memchr_iter(b'\n', &bytes).map(|end| end + 1);
                let mut start = 0;
                for number in first.. {
                    let end = ends.next().unwrap_or(bytes.len());
                    if start == end {
                        break;
                    }
                    let line = &bytes[start..end];
                    start = end;
                    let line = line.strip_prefix("\u{FEFF}".as_bytes()).unwrap_or(line).trim_ascii();
                    if line.is_empty() {
                        continue;
                    }
                    let mut keys = Vec::new();
                    let story = record::read(&name, number, line, context, &mut |key| keys.push(key));
                    self.strange.extend(keys);
                    self.take(story);
                }
                bytes.len() as u64
            }
        }
    }

    fn file(&mut self, path: &Path, form: Option<Form>, context: Context) -> u64 {
        let name = path.display().to_string();
        let size = path.metadata().map_or(0, |data| data.len());
        match File::open(path).and_then(read_all) {
            Ok(bytes) => self.take(Story::read(&name, &bytes, form, context)),
            Err(error) => {
                self.take(Err(Fault { name, line: None, id: None, problem: error.to_string() }));
            }
        }
        size
    }

    fn take(&mut self, story: Result<Story<'_>, Fault>) {
        let done = match story {
            Ok(story) => self.task.story(&story, &mut self.out),
            Err(fault) => {
                self.faults += 1;
                self.task.fault(&fault, &mut self.out).map(|told| {
                    if !told {
                        self.untold.push(fault);
                    }
                })
            }
        };
        if let Err(error) = done {
            self.broken.get_or_insert(error);
        }
    }
}
