//! Facts over [Arrow](https://arrow.apache.org) record batches: a row per document in, a row per fact out. One function
//! for every engine that speaks Arrow.
//!
//! ```
//! use arrow_array::{ArrayRef, RecordBatch, StringArray, cast::AsArray, types::Decimal128Type};
//! use newsfacts::Extractor;
//! use newsfacts_arrow::{Columns, extract_batch};
//! use std::sync::Arc;
//!
//! let id: ArrayRef = Arc::new(StringArray::from(vec!["a", "b"]));
//! let text: ArrayRef = Arc::new(StringArray::from(vec!["Räntan steg till 2,5 procent.", "投资1.2万亿元。"]));
//! let batch = RecordBatch::try_from_iter([("id", id), ("text", text)])?;
//!
//! let facts = extract_batch(&Extractor::new(), &batch, &Columns::new("text").keep("id"))?;
//! assert_eq!(facts.num_rows(), 2);
//! let words = facts.column_by_name("text").unwrap().as_string::<i32>();
//! assert_eq!((words.value(0), words.value(1)), ("2,5 procent", "1.2万亿元"));
//! let numbers = facts.column_by_name("number").unwrap().as_primitive::<Decimal128Type>();
//! assert_eq!(numbers.value_as_string(1), "1200000000000.000000000");
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! - [`extract_batch`] gives a row a fact, with the columns that [`Columns`] keeps (an id) before it.
//! - [`extract_list`] gives a list of facts a document, for expressions of engines.
//! - [`people_batch`] gives a row for each official of a document.
//! - [`FactReader`] is a reader of batches over a reader of batches: memory does not grow with their number.
//! - [`fact_fields`] documents the columns, [`SCHEMA_VERSION`] their version.
//!
//! All of them run on the thread that calls; inside an engine that is what its workers are for. A null text and a text in
//! another language give no facts. A column that is missing, of a wrong type, or holds what is no date, language or region
//! is an [`Error`] that names it.

mod chars;
mod column;
mod columns;
mod error;
mod facts;
mod offices;
mod people;
mod reader;
mod schema;

pub use chars::Chars;
pub use columns::Columns;
pub use error::Error;
pub use reader::FactReader;
pub use schema::{
    SCHEMA_VERSION, SCHEMA_VERSION_KEY, fact_fields, fact_list_type, fact_schema, person_fields,
    person_schema,
};

use arrow_array::{
    ArrayRef, ListArray, RecordBatch, RecordBatchOptions, UInt64Array,
    builder::{ArrayBuilder, ListBuilder},
    cast::AsArray,
};
use arrow_schema::{Schema, SchemaRef};
use arrow_select::take::take;
use columns::Documents;
use facts::Facts;
use newsfacts::Extractor;
use people::People;
use std::sync::Arc;

/// The facts of the documents of a batch: kept columns, then those of [`fact_fields`]; in the order of the documents and of
/// their texts.
///
/// # Errors
///
/// If a column is missing, has a wrong type or a value that cannot be read, or if the facts take more than 2 GiB.
pub fn extract_batch(
    extractor: &Extractor,
    batch: &RecordBatch,
    columns: &Columns,
) -> Result<RecordBatch, Error> {
    let schema = fact_schema(batch.schema_ref(), columns)?;
    extract_to(extractor, batch, columns, &schema)
}

/// Facts that are found before they become rows.
const TOGETHER: usize = 256;

/// The same with the schema of the result at hand.
fn extract_to(
    extractor: &Extractor,
    batch: &RecordBatch,
    columns: &Columns,
    schema: &SchemaRef,
) -> Result<RecordBatch, Error> {
    let documents = Documents::new(batch, columns)?;
    let (mut facts, mut rows, mut found) = (Facts::default(), Vec::new(), Vec::new());
    for row in 0..batch.num_rows() {
        if let Some(document) = documents.get(row)? {
            found.extend(extractor.facts(&document).map(|mention| (row, document.text(), mention)));
        }
        // What reads and what writes would drive each other's tables out of the processor's memory at each fact.
        if found.len() >= TOGETHER || row + 1 == batch.num_rows() {
            for of_one in found.chunk_by(|(row, ..), (next, ..)| row == next) {
                let mut chars = Chars::new(of_one[0].1);
                for (row, _, mention) in of_one {
                    facts.append(mention, &mut chars)?;
                    rows.push(*row as u64);
                }
            }
            found.clear();
        }
    }
    assemble(batch, columns, schema, rows, &facts.finish())
}

/// The officials of the documents of a batch, each once a document: kept columns, then those of [`person_fields`].
///
/// ```
/// use arrow_array::{ArrayRef, StringArray, cast::AsArray};
/// use newsfacts::Extractor;
/// use newsfacts_arrow::{Columns, batch_of, people_batch};
/// use std::sync::Arc;
///
/// let text: ArrayRef = Arc::new(StringArray::from(vec!["Finansminister Eva Lindholm (M) svarar. Lindholm höjer."]));
/// let people = people_batch(&Extractor::new(), &batch_of([("text", text)])?, &Columns::new("text"))?;
/// assert_eq!(people.column_by_name("name").unwrap().as_string::<i32>().value(0), "Eva Lindholm");
/// # Ok::<(), newsfacts_arrow::Error>(())
/// ```
///
/// # Errors
///
/// As of [`extract_batch`].
pub fn people_batch(
    extractor: &Extractor,
    batch: &RecordBatch,
    columns: &Columns,
) -> Result<RecordBatch, Error> {
    let schema = person_schema(batch.schema_ref(), columns)?;
    let documents = Documents::new(batch, columns)?;
    let (mut people, mut rows) = (People::default(), Vec::new());
    for row in 0..batch.num_rows() {
        let Some(document) = documents.get(row)? else { continue };
        let mut chars = Chars::new(document.text());
        for person in extractor.people(&document) {
            people.append(&person, &mut chars)?;
        }
        rows.resize(people.len(), row as u64);
    }
    assemble(batch, columns, &schema, rows, &people.finish())
}

/// Kept columns at the rows that were read, and what was read there.
fn assemble(
    batch: &RecordBatch,
    columns: &Columns,
    schema: &SchemaRef,
    rows: Vec<u64>,
    found: &ArrayRef,
) -> Result<RecordBatch, Error> {
    let options = RecordBatchOptions::new().with_row_count(Some(rows.len()));
    let rows = UInt64Array::from(rows);
    let (places, _) = columns.kept(batch.schema_ref(), Vec::new())?;
    let kept = places.into_iter().map(|place| {
        let name = batch.schema_ref().field(place).name();
        take(batch.column(place), &rows, None).map_err(|error| Error::arrow(name, error))
    });
    let mut arrays = kept.collect::<Result<Vec<_>, Error>>()?;
    arrays.extend_from_slice(found.as_struct().columns());
    Ok(RecordBatch::try_new_with_options(schema.clone(), arrays, &options)?)
}

/// The facts of the documents of a batch as one list a document, of structs with the [columns of facts](fact_fields): null for
/// a null text, empty for one without facts. Kept columns are not asked for.
///
/// # Errors
///
/// As of [`extract_batch`].
pub fn extract_list(
    extractor: &Extractor,
    batch: &RecordBatch,
    columns: &Columns,
) -> Result<ListArray, Error> {
    let documents = Documents::new(batch, columns)?;
    let mut lists = ListBuilder::<Facts>::default();
    for row in 0..batch.num_rows() {
        if let Some(document) = documents.get(row)? {
            let mut chars = Chars::new(document.text());
            for mention in extractor.facts(&document) {
                lists.values().append(&mention, &mut chars)?;
            }
        }
        lists.append(documents.has_text(row));
    }
    Ok(lists.finish())
}

/// A batch of arrays of equal length under names, for engines that hand over columns.
///
/// # Errors
///
/// If their lengths differ.
///
/// ```
/// use arrow_array::{ArrayRef, StringArray};
/// use newsfacts::Extractor;
/// use newsfacts_arrow::{Columns, batch_of, extract_list};
/// use std::sync::Arc;
///
/// let text: ArrayRef = Arc::new(StringArray::from(vec![Some("Den 5 maj 2024 höjdes räntan."), None]));
/// let lists = extract_list(&Extractor::new(), &batch_of([("text", text)])?, &Columns::new("text"))?;
/// assert_eq!(lists.value(0).len(), 1);
/// # Ok::<(), newsfacts_arrow::Error>(())
/// ```
pub fn batch_of<'a>(columns: impl IntoIterator<Item = (&'a str, ArrayRef)>) -> Result<RecordBatch, Error> {
    let columns: Vec<_> = columns.into_iter().collect();
    let field =
        |(name, array): &(&str, ArrayRef)| arrow_schema::Field::new(*name, array.data_type().clone(), true);
    let schema = Arc::new(Schema::new(columns.iter().map(field).collect::<Vec<_>>()));
    Ok(RecordBatch::try_new(schema, columns.into_iter().map(|(_, array)| array).collect())?)
}

/// The example of the README is a test.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
