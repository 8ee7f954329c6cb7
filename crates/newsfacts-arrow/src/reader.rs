//! Batches of facts from batches of documents, one at a time.

use crate::{Columns, Error, extract_to, fact_schema};
use arrow_array::{RecordBatch, RecordBatchReader};
use arrow_schema::{ArrowError, SchemaRef};
use newsfacts::Extractor;

/// Reads batches of documents and gives their batches of facts, one for each, so that memory does not grow with their
/// number.
///
/// ```
/// use arrow_array::{ArrayRef, RecordBatchIterator, StringArray};
/// use newsfacts::Extractor;
/// use newsfacts_arrow::{Columns, FactReader, batch_of};
/// use std::sync::Arc;
///
/// let text: ArrayRef = Arc::new(StringArray::from(vec!["Priset steg med 3 procent."]));
/// let batch = batch_of([("text", text)])?;
/// let documents = RecordBatchIterator::new([Ok(batch.clone()), Ok(batch.clone())], batch.schema());
/// let facts = FactReader::new(Extractor::new(), documents, Columns::new("text"))?;
/// assert_eq!(facts.map(|batch| batch.unwrap().num_rows()).sum::<usize>(), 2);
/// # Ok::<(), newsfacts_arrow::Error>(())
/// ```
#[derive(Debug)]
pub struct FactReader<R> {
    extractor: Extractor,
    documents: R,
    columns: Columns,
    schema: SchemaRef,
}

impl<R: RecordBatchReader> FactReader<R> {
    /// # Errors
    ///
    /// If a kept column is missing, or its name would stand twice.
    pub fn new(extractor: Extractor, documents: R, columns: Columns) -> Result<Self, Error> {
        let schema = fact_schema(&documents.schema(), &columns)?;
        Ok(Self { extractor, documents, columns, schema })
    }
}

impl<R: RecordBatchReader> Iterator for FactReader<R> {
    type Item = Result<RecordBatch, ArrowError>;

    fn next(&mut self) -> Option<Self::Item> {
        let batch = match self.documents.next()? {
            Ok(batch) => batch,
            Err(error) => return Some(Err(error)),
        };
        Some(extract_to(&self.extractor, &batch, &self.columns, &self.schema).map_err(ArrowError::from))
    }
}

impl<R: RecordBatchReader> RecordBatchReader for FactReader<R> {
    fn schema(&self) -> SchemaRef {
        self.schema.clone()
    }
}
