//! A row for each fact in Parquet: the columns that SCHEMA.md describes, those of the Arrow schema after those of the document.

use crate::{run::Task, story::Story};
use arrow_array::{
    ArrayRef, RecordBatch,
    builder::{Date32Builder, StringBuilder},
};
use arrow_schema::SchemaRef;
use newsfacts::{Extractor, jiff::civil};
use newsfacts_arrow::{Columns, SCHEMA_VERSION, SCHEMA_VERSION_KEY, batch_of, extract_batch, fact_schema};
use parquet::{
    arrow::ArrowWriter,
    basic::Compression,
    errors::ParquetError,
    file::{metadata::KeyValue, properties::WriterProperties},
};
use std::{
    io::{self, Write},
    sync::Arc,
};

/// Rows that are held until they are written.
const GROUP: usize = 64 * 1024;

pub(crate) struct Parquet {
    pub(crate) extractor: Extractor,
}

/// The documents of a piece of work, and at its end their facts.
#[derive(Debug, Default)]
pub(crate) struct Piece {
    documents: Documents,
    facts: Option<RecordBatch>,
}

impl Task for Parquet {
    type Out = Piece;

    fn story(&self, story: &Story<'_>, out: &mut Piece) -> io::Result<()> {
        out.documents.append(story);
        Ok(())
    }

    fn end(&self, out: &mut Piece) -> io::Result<()> {
        let documents = out.documents.finish()?;
        out.facts = Some(extract_batch(&self.extractor, &documents, &columns()).map_err(io::Error::other)?);
        Ok(())
    }
}

/// What the batches of documents hold, and which of it stays beside the facts.
fn columns() -> Columns {
    Columns::new("text_of_document")
        .with_language("language")
        .with_published("published")
        .with_region("region")
        .keep("document")
        .keep("headline")
        .keep("published")
        .keep("language")
}

/// Documents as columns.
#[derive(Debug, Default)]
struct Documents {
    label: StringBuilder,
    headline: StringBuilder,
    published: Date32Builder,
    language: StringBuilder,
    region: StringBuilder,
    text: StringBuilder,
}

impl Documents {
    fn append(&mut self, story: &Story<'_>) {
        let document = story.document();
        self.label.append_value(story.label());
        self.headline.append_option(story.title());
        self.published.append_option(document.published().map(day));
        self.language.append_value(document.language_or_script().code());
        self.region.append_option(document.region().map(|region| region.to_string()));
        self.text.append_value(story.text());
    }

    fn finish(&mut self) -> io::Result<RecordBatch> {
        let columns: [(&str, ArrayRef); 6] = [
            ("document", Arc::new(self.label.finish())),
            ("headline", Arc::new(self.headline.finish())),
            ("published", Arc::new(self.published.finish())),
            ("language", Arc::new(self.language.finish())),
            ("region", Arc::new(self.region.finish())),
            ("text_of_document", Arc::new(self.text.finish())),
        ];
        batch_of(columns).map_err(io::Error::other)
    }
}

/// Days since 1970-01-01, as Arrow counts them.
fn day(date: civil::Date) -> i32 {
    (date.duration_since(civil::date(1970, 1, 1)).as_hours() / 24) as i32
}

/// A file of facts.
pub(crate) struct Rows<W: Write + Send> {
    writer: ArrowWriter<W>,
}

impl<W: Write + Send> Rows<W> {
    /// # Errors
    ///
    /// If the head cannot be written.
    pub(crate) fn new(out: W) -> io::Result<Self> {
        let version = KeyValue::new(SCHEMA_VERSION_KEY.to_owned(), SCHEMA_VERSION.to_string());
        let properties = WriterProperties::builder()
            .set_compression(Compression::SNAPPY)
            .set_max_row_group_row_count(Some(GROUP))
            .set_created_by(concat!("newsfacts ", env!("CARGO_PKG_VERSION")).to_owned())
            .set_key_value_metadata(Some(vec![version]))
            .build();
        let writer = ArrowWriter::try_new(out, schema()?, Some(properties)).map_err(fault)?;
        Ok(Self { writer })
    }

    /// Adds the facts of a piece of work.
    ///
    /// # Errors
    ///
    /// If they cannot be written.
    pub(crate) fn write(&mut self, piece: Piece) -> io::Result<()> {
        piece.facts.map_or(Ok(()), |facts| self.writer.write(&facts)).map_err(fault)
    }

    /// Ends the file: what a reader needs stands at its end.
    ///
    /// # Errors
    ///
    /// If it cannot be written.
    pub(crate) fn close(self) -> io::Result<()> {
        self.writer.into_inner().map_err(fault)?.flush()
    }
}

/// The fault of the output itself, where it is one: a pipe that is closed is no fault of the file.
fn fault(error: ParquetError) -> io::Error {
    match error {
        ParquetError::External(inner) => {
            inner.downcast::<io::Error>().map_or_else(io::Error::other, |error| *error)
        }
        error => io::Error::other(error),
    }
}

/// The schema of the file.
fn schema() -> io::Result<SchemaRef> {
    let documents = Documents::default().finish()?;
    fact_schema(documents.schema_ref(), &columns()).map_err(io::Error::other)
}
