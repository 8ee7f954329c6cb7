//! A document, read: its text, what is known of it, and where it came from.

use crate::args::{Context, Form};
use flate2::read::MultiGzDecoder;
use newsfacts::{Article, Document, OwnedDocument, decode};
use serde_json::value::RawValue;
use std::{
    borrow::Cow,
    fmt,
    io::{self, Read},
    path::Path,
};

/// Most bytes that a file is read or unpacked to.
pub(crate) const LARGEST: u64 = 1 << 30;

/// Names of pages.
const PAGES: [&str; 4] = ["html", "htm", "xhtml", "shtml"];
/// Names of streams.
const STREAMS: [&str; 2] = ["jsonl", "ndjson"];
/// Names of texts.
const TEXTS: [&str; 3] = ["txt", "text", "md"];

/// A document that could not be read.
#[derive(Debug, Clone)]
pub(crate) struct Fault {
    /// The file or stream.
    pub(crate) name: String,
    /// Its line of a stream.
    pub(crate) line: Option<u64>,
    /// Its id, as written.
    pub(crate) id: Option<Box<RawValue>>,
    pub(crate) problem: String,
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.name)?;
        if let Some(line) = self.line {
            write!(f, ", line {line}")?;
        }
        if let Some(id) = &self.id {
            write!(f, ", id {}", id.get())?;
        }
        write!(f, ": {}", self.problem)
    }
}

/// Where the reference date of a document comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum DateSource {
    /// There is none.
    #[default]
    None,
    /// The command line or the key of a stream.
    Given,
    /// A place of the page, by its name.
    Page(&'static str),
}

/// A document.
#[derive(Debug, Default)]
pub(crate) struct Story<'a> {
    /// The file or stream.
    pub(crate) name: Cow<'a, str>,
    /// Its line of a stream.
    pub(crate) line: Option<u64>,
    /// Its id, as written.
    pub(crate) id: Option<&'a RawValue>,
    document: OwnedDocument,
    /// Whether the text is not what stood in the input, so that spans need it.
    pub(crate) rewritten: bool,
    pub(crate) date_source: DateSource,
}

impl<'a> Story<'a> {
    /// A document of a stream, still without a text.
    pub(crate) fn of_line(name: &'a str, line: u64, id: Option<&'a RawValue>) -> Self {
        Self { name: Cow::Borrowed(name), line: Some(line), id, ..Self::default() }
    }

    /// With its text or page; what is given goes before what a page says of itself.
    pub(crate) fn with(self, document: OwnedDocument, given: Context) -> Self {
        let of_page = document.article().and_then(Article::published_source);
        let of_page = of_page.map_or(DateSource::None, |source| DateSource::Page(source.name()));
        Self {
            rewritten: document.article().is_some(),
            date_source: if given.date.is_some() { DateSource::Given } else { of_page },
            document: document.with_language(given.lang).with_published(given.date).with_region(given.region),
            ..self
        }
    }

    /// Reads the bytes of a file: a page or a text.
    ///
    /// # Errors
    ///
    /// If the bytes are text in no known encoding, or a page beyond its limits.
    pub(crate) fn read(
        name: &'a str,
        bytes: &[u8],
        form: Option<Form>,
        given: Context,
    ) -> Result<Self, Fault> {
        let document = match form.or_else(|| form_of_name(Path::new(name))) {
            Some(Form::Html) => Article::from_bytes(bytes, None).map(OwnedDocument::from),
            Some(Form::Text | Form::Jsonl) => decode(bytes, None).map(OwnedDocument::new),
            None => OwnedDocument::from_bytes(bytes, None),
        };
        let document = document.map_err(|error| Fault {
            name: name.to_owned(),
            line: None,
            id: None,
            problem: error.to_string(),
        })?;
        let story = Self { name: Cow::Borrowed(name), ..Self::default() }.with(document, given);
        Ok(Self { rewritten: story.rewritten || story.text().as_bytes() != bytes, ..story })
    }

    pub(crate) fn text(&self) -> &str {
        self.document.text()
    }

    /// The page that it was read from, if it was one.
    pub(crate) const fn page(&self) -> Option<&Article> {
        self.document.article()
    }

    /// The headline, if the document is a page that has one.
    pub(crate) fn title(&self) -> Option<&str> {
        self.page()?.title()
    }

    /// The id, else the file, and the line of a stream.
    pub(crate) fn label(&self) -> String {
        match (self.id, self.line) {
            (Some(id), _) => serde_json::from_str::<String>(id.get()).unwrap_or_else(|_| id.get().to_owned()),
            (None, Some(line)) => format!("{}:{line}", self.name),
            (None, None) => self.name.clone().into_owned(),
        }
    }

    pub(crate) fn document(&self) -> Document<'_> {
        self.document.document()
    }
}

/// What a file is by its name, `.gz` aside.
pub(crate) fn form_of_name(path: &Path) -> Option<Form> {
    let name = path.file_name()?.to_str()?.to_ascii_lowercase();
    let name = name.strip_suffix(".gz").unwrap_or(&name);
    let (_, extension) = name.rsplit_once('.')?;
    let is = |of: &[&str]| of.contains(&extension);
    match () {
        () if is(&PAGES) => Some(Form::Html),
        () if is(&STREAMS) => Some(Form::Jsonl),
        () if is(&TEXTS) => Some(Form::Text),
        () => None,
    }
}

/// Reads all of a file that may be packed.
///
/// # Errors
///
/// If it cannot be read, or is larger than [`LARGEST`] when unpacked.
pub(crate) fn read_all(mut file: impl Read) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    let mut most = LARGEST;
    if (&mut file).take(2).read_to_end(&mut bytes)? == 2 && bytes == GZIP {
        let packed = io::Cursor::new(std::mem::take(&mut bytes)).chain(file);
        MultiGzDecoder::new(packed).take(LARGEST + 1).read_to_end(&mut bytes)?;
    } else {
        most += 2;
        file.take(LARGEST + 1).read_to_end(&mut bytes)?;
    }
    if bytes.len() as u64 > most {
        return Err(io::Error::other(format!("more than {LARGEST} bytes")));
    }
    Ok(bytes)
}

/// The first bytes of a packed file.
pub(crate) const GZIP: [u8; 2] = [0x1F, 0x8B];
