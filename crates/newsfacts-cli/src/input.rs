//! What is read: files, folders and standard input, as pieces of work.

use crate::{
    args::{Form, Input},
    story::{Fault, GZIP, form_of_name},
};
use flate2::read::MultiGzDecoder;
use std::{
    collections::VecDeque,
    fs::File,
    io::{self, BufRead, BufReader, Cursor, Read},
    path::{Path, PathBuf},
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering::Relaxed},
    },
};

/// How many bytes of a stream are one piece of work, about.
const PIECE: usize = 64 * 1024;
/// Longest line of a stream.
const LONGEST: usize = 64 * 1024 * 1024;

/// A piece of work.
#[derive(Debug)]
pub(crate) enum Piece {
    /// A file that holds one document.
    File(PathBuf, Option<Form>),
    /// A document that was read already.
    Bytes(String, Vec<u8>, Option<Form>),
    /// Lines of a stream, each with its line break: the name, the number of the first line, and the bytes.
    Lines(String, u64, Vec<u8>),
    /// What could not be read.
    Fault(Fault),
}

/// The pieces of what the command line names.
pub(crate) struct Pieces {
    /// What is still to be read, paths or folders being walked.
    todo: VecDeque<Todo>,
    form: Option<Form>,
    stream: Option<Stream>,
    /// Files of folders that do not look like texts.
    skipped: Arc<AtomicU64>,
}

enum Todo {
    Path(PathBuf),
    Folder(Box<Walk>),
}

type Walk = walkdir::FilterEntry<walkdir::IntoIter, fn(&walkdir::DirEntry) -> bool>;

impl Pieces {
    pub(crate) fn new(input: &Input, form: Option<Form>) -> Self {
        let paths = input.paths.iter().cloned().map(Todo::Path);
        Self { todo: paths.collect(), form, stream: None, skipped: Arc::default() }
    }

    /// Counts the files of folders that were left out.
    pub(crate) fn skipped(&self) -> Arc<AtomicU64> {
        Arc::clone(&self.skipped)
    }

    /// A file that was named or found.
    fn file(&mut self, path: PathBuf) -> Option<Piece> {
        let form = self.form.or_else(|| form_of_name(&path));
        if form != Some(Form::Jsonl) {
            return Some(Piece::File(path, form));
        }
        match File::open(&path) {
            Ok(file) => self.open(path.display().to_string(), Box::new(file)),
            Err(error) => Some(fault(&path, &error)),
        }
    }

    /// What a folder holds.
    fn entry(&mut self, entry: walkdir::Result<walkdir::DirEntry>) -> Option<Piece> {
        match entry {
            Ok(entry) if !entry.file_type().is_file() => None,
            Ok(entry) if self.form.is_none() && !is_read(entry.path()) => {
                self.skipped.fetch_add(1, Relaxed);
                None
            }
            Ok(entry) => self.file(entry.into_path()),
            Err(error) => {
                let path = error.path().unwrap_or(Path::new("")).to_owned();
                Some(fault(&path, &io::Error::from(error)))
            }
        }
    }

    fn standard_input(&mut self) -> Option<Piece> {
        let name = "-".to_owned();
        let mut input = BufReader::with_capacity(PIECE, io::stdin());
        let form = self.form.or_else(|| {
            // A document of JSON begins with a brace, and no page does. What is packed tells nothing before it is unpacked.
            let start = input.fill_buf().ok()?;
            (start.trim_ascii_start().first() == Some(&b'{')).then_some(Form::Jsonl)
        });
        if form == Some(Form::Jsonl) {
            return self.open(name, Box::new(input));
        }
        match crate::story::read_all(input) {
            Ok(bytes) if form.is_none() && bytes.trim_ascii_start().first() == Some(&b'{') => {
                self.open(name, Box::new(Cursor::new(bytes)))
            }
            Ok(bytes) => Some(Piece::Bytes(name, bytes, form)),
            Err(error) => Some(fault(Path::new(&name), &error)),
        }
    }

    /// Begins a stream and gives its first piece.
    fn open(&mut self, name: String, file: Box<dyn Read + Send>) -> Option<Piece> {
        match Stream::new(name.clone(), file) {
            Ok(stream) => {
                self.stream = Some(stream);
                None
            }
            Err(error) => Some(fault(Path::new(&name), &error)),
        }
    }
}

impl Iterator for Pieces {
    type Item = Piece;

    fn next(&mut self) -> Option<Piece> {
        loop {
            if let Some(stream) = &mut self.stream {
                if let Some(piece) = stream.next() {
                    return Some(piece);
                }
                self.stream = None;
            }
            let piece = match self.todo.pop_front()? {
                Todo::Path(path) if path == Path::new("-") => self.standard_input(),
                Todo::Path(path) if path.is_dir() => {
                    self.todo.push_front(Todo::Folder(Box::new(walk(&path))));
                    None
                }
                Todo::Path(path) => self.file(path),
                Todo::Folder(mut folder) => match folder.next() {
                    None => None,
                    Some(entry) => {
                        self.todo.push_front(Todo::Folder(folder));
                        self.entry(entry)
                    }
                },
            };
            if piece.is_some() {
                return piece;
            }
        }
    }
}

fn fault(path: &Path, error: &io::Error) -> Piece {
    Piece::Fault(Fault { name: path.display().to_string(), line: None, id: None, problem: error.to_string() })
}

/// Walks a folder in the order of names; what is hidden in it is left out.
fn walk(path: &Path) -> Walk {
    let seen: fn(&walkdir::DirEntry) -> bool =
        |entry| entry.depth() == 0 || !entry.file_name().as_encoded_bytes().starts_with(b".");
    walkdir::WalkDir::new(path).follow_links(true).sort_by_file_name().into_iter().filter_entry(seen)
}

/// Whether a file of a folder is read: by its name, or because it has no extension.
fn is_read(path: &Path) -> bool {
    form_of_name(path).is_some() || path.extension().is_none()
}

/// How many bytes will be read, for the progress bar; `None` if nobody can know.
pub(crate) fn total(input: &Input) -> Option<u64> {
    let mut total = 0;
    for path in &input.paths {
        if path == Path::new("-") {
            return None;
        }
        let files = walk(path).flatten();
        let files = files.filter(|e| e.file_type().is_file() && (e.depth() == 0 || is_read(e.path())));
        total += files.filter_map(|e| e.metadata().ok()).map(|data| data.len()).sum::<u64>();
    }
    Some(total)
}

/// A stream of documents, a line each.
struct Stream {
    name: String,
    reader: BufReader<Box<dyn Read + Send>>,
    /// The number of the next line.
    line: u64,
    /// What is wrong after the lines read so far, to be told in its place.
    fault: Option<Fault>,
    ended: bool,
}

impl Stream {
    fn new(name: String, mut file: Box<dyn Read + Send>) -> io::Result<Self> {
        let mut start = Vec::with_capacity(2);
        (&mut file).take(2).read_to_end(&mut start)?;
        let packed = start == GZIP;
        let whole = Cursor::new(start).chain(file);
        let bytes: Box<dyn Read + Send> =
            if packed { Box::new(MultiGzDecoder::new(whole)) } else { Box::new(whole) };
        let reader = BufReader::with_capacity(2 * PIECE, bytes);
        Ok(Self { name, reader, line: 1, fault: None, ended: false })
    }

    /// The next lines: so many that they are worth a thread's while, but no more than have arrived, so that an answer
    /// never waits for documents to come.
    fn next(&mut self) -> Option<Piece> {
        if self.ended || self.fault.is_some() {
            return self.fault.take().map(Piece::Fault);
        }
        // Room for one more line than is asked for, so that it hardly ever grows.
        let (first, mut lines) = (self.line, Vec::with_capacity(PIECE + PIECE / 2));
        loop {
            let begin = lines.len();
            let problem = match read_line(&mut self.reader, &mut lines) {
                Ok(0) => {
                    self.ended = true;
                    break;
                }
                Ok(long) if long > LONGEST => format!("a line of more than {LONGEST} bytes"),
                Ok(_) => {
                    self.line += 1;
                    if lines.len() < PIECE && memchr::memchr(b'\n', self.reader.buffer()).is_some() {
                        continue;
                    }
                    break;
                }
                Err(error) => {
                    self.ended = true;
                    error.to_string()
                }
            };
            lines.truncate(begin);
            self.fault = Some(Fault { name: self.name.clone(), line: Some(self.line), id: None, problem });
            self.line += 1;
            break;
        }
        if lines.is_empty() {
            return self.fault.take().map(Piece::Fault);
        }
        Some(Piece::Lines(self.name.clone(), first, lines))
    }
}

/// Appends a line with its break and says how long it is. Of a line that is too long only the start is kept.
fn read_line(reader: &mut impl BufRead, lines: &mut Vec<u8>) -> io::Result<usize> {
    let begin = lines.len();
    loop {
        let held = match reader.fill_buf() {
            Ok(held) => held,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
            Err(error) => return Err(error),
        };
        let end = memchr::memchr(b'\n', held);
        let used = end.map_or(held.len(), |end| end + 1);
        if lines.len() - begin <= LONGEST {
            lines.extend_from_slice(&held[..used]);
        }
        reader.consume(used);
        if end.is_some() || used == 0 {
            return Ok(lines.len() - begin);
        }
    }
}
