//! Arrow data in and out, by the C interface alone.

use crate::fault;
use arrow_array::{Array, ArrayRef, RecordBatch, RecordBatchReader, StringArray, StructArray};
use arrow_schema::{Field, FieldRef, Schema, SchemaRef};
use arrow_select::concat::concat;
use newsfacts::Extractor;
use newsfacts_arrow::{Columns, batch_of};
use pyo3::{
    exceptions::{PyOSError, PyTypeError},
    prelude::*,
    types::{PyCapsule, PyString, PyTuple},
};
use pyo3_arrow::{
    PySchema,
    ffi::{ArrayIterator, to_array_pycapsules, to_schema_pycapsule, to_stream_pycapsule},
    input::AnyArray,
};
use std::{
    collections::BTreeMap,
    sync::{Arc, Mutex},
};

/// The kept columns of a call: names, or new names by names.
#[derive(FromPyObject)]
pub(crate) enum Kept {
    One(String),
    Renamed(BTreeMap<String, String>),
    Names(Vec<String>),
}

impl Kept {
    pub(crate) fn pairs(self) -> Vec<(String, String)> {
        match self {
            Self::One(name) => vec![(name.clone(), name)],
            Self::Renamed(map) => map.into_iter().collect(),
            Self::Names(names) => names.into_iter().map(|name| (name.clone(), name)).collect(),
        }
    }
}

/// A schema or type, for `pyarrow.schema`, `pyarrow.field` and their like.
#[pyclass(frozen, module = "newsfacts")]
pub(crate) struct ArrowSchema(FieldRef);

#[pymethods]
impl ArrowSchema {
    fn __arrow_c_schema__<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyCapsule>> {
        Ok(to_schema_pycapsule(py, self.0.as_ref())?)
    }

    fn __repr__(&self) -> String {
        format!("<ArrowSchema {}>", self.0.data_type())
    }
}

fn row_of(schema: &Schema) -> FieldRef {
    let row = Field::new("", arrow_schema::DataType::Struct(schema.fields().clone()), false);
    Arc::new(row.with_metadata(schema.metadata().clone()))
}

fn made_of(
    input: Option<PySchema>,
    keep: Option<Kept>,
    schema: fn(&Schema, &Columns) -> Result<SchemaRef, newsfacts_arrow::Error>,
) -> PyResult<ArrowSchema> {
    let input = input.map_or_else(|| Arc::new(Schema::empty()), PySchema::into_inner);
    let pairs = keep.map(Kept::pairs).unwrap_or_default();
    let columns =
        pairs.into_iter().fold(Columns::new("text"), |columns, (column, name)| columns.keep_as(column, name));
    Ok(ArrowSchema(row_of(&*schema(&input, &columns).map_err(fault::of_batch)?)))
}

/// The schema of `extract_batch`: kept columns of an input's schema, then those of facts.
#[pyfunction]
#[pyo3(signature = (input = None, keep = None))]
pub(crate) fn fact_schema(input: Option<PySchema>, keep: Option<Kept>) -> PyResult<ArrowSchema> {
    made_of(input, keep, newsfacts_arrow::fact_schema)
}

/// The schema of `people_batch`: kept columns of an input's schema, then those of persons.
#[pyfunction]
#[pyo3(signature = (input = None, keep = None))]
pub(crate) fn person_schema(input: Option<PySchema>, keep: Option<Kept>) -> PyResult<ArrowSchema> {
    made_of(input, keep, newsfacts_arrow::person_schema)
}

/// The type of `extract_list`.
#[pyfunction]
pub(crate) fn fact_list_type() -> ArrowSchema {
    ArrowSchema(Arc::new(Field::new("facts", newsfacts_arrow::fact_list_type(), true)))
}

/// Rows in memory, for everything that speaks the Arrow C interface.
#[pyclass(frozen, module = "newsfacts")]
pub(crate) struct ArrowTable {
    schema: SchemaRef,
    batches: Vec<RecordBatch>,
}

impl ArrowTable {
    pub(crate) fn collect(py: Python<'_>, reader: impl RecordBatchReader + Send) -> PyResult<Self> {
        let schema = reader.schema();
        let batches = py.detach(|| {
            let heard = |batch| {
                // Between batches the user may stop it.
                Python::attach(|py| py.check_signals())?;
                batch
            };
            let stopped = |batch: Result<_, _>| heard(batch.map_err(fault::of_arrow));
            reader.map(stopped).collect::<PyResult<Vec<_>>>()
        })?;
        Ok(Self { schema, batches })
    }

    fn rows(&self) -> usize {
        self.batches.iter().map(RecordBatch::num_rows).sum()
    }
}

#[pymethods]
impl ArrowTable {
    #[getter]
    fn num_rows(&self) -> usize {
        self.rows()
    }

    #[getter]
    fn column_names(&self) -> Vec<&str> {
        self.schema.fields().iter().map(|field| field.name().as_str()).collect()
    }

    fn __len__(&self) -> usize {
        self.rows()
    }

    fn __arrow_c_schema__<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyCapsule>> {
        Ok(to_schema_pycapsule(py, self.schema.as_ref())?)
    }

    #[pyo3(signature = (requested_schema = None))]
    fn __arrow_c_stream__<'py>(
        &self,
        py: Python<'py>,
        requested_schema: Option<Bound<'py, PyCapsule>>,
    ) -> PyResult<Bound<'py, PyCapsule>> {
        let arrays =
            self.batches.clone().into_iter().map(|batch| Ok(Arc::new(StructArray::from(batch)) as ArrayRef));
        let reader = Box::new(ArrayIterator::new(arrays, row_of(&self.schema)));
        Ok(to_stream_pycapsule(py, reader, requested_schema)?)
    }

    fn __repr__(&self) -> String {
        format!("<ArrowTable {} rows, {} columns>", self.rows(), self.schema.fields().len())
    }
}

/// Rows that are made when they are asked for, once.
#[pyclass(frozen, module = "newsfacts")]
pub(crate) struct ArrowStream {
    schema: SchemaRef,
    reader: Mutex<Option<Box<dyn RecordBatchReader + Send>>>,
}

impl ArrowStream {
    pub(crate) fn new(reader: Box<dyn RecordBatchReader + Send>) -> Self {
        Self { schema: reader.schema(), reader: Mutex::new(Some(reader)) }
    }
}

#[pymethods]
impl ArrowStream {
    #[getter]
    fn column_names(&self) -> Vec<&str> {
        self.schema.fields().iter().map(|field| field.name().as_str()).collect()
    }

    fn __arrow_c_schema__<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyCapsule>> {
        Ok(to_schema_pycapsule(py, self.schema.as_ref())?)
    }

    #[pyo3(signature = (requested_schema = None))]
    fn __arrow_c_stream__<'py>(
        &self,
        py: Python<'py>,
        requested_schema: Option<Bound<'py, PyCapsule>>,
    ) -> PyResult<Bound<'py, PyCapsule>> {
        let reader = self.reader.lock().map_or(None, |mut reader| reader.take());
        let reader = reader.ok_or_else(|| PyOSError::new_err("the stream was read before"))?;
        let arrays = reader.map(|batch| Ok(Arc::new(StructArray::from(batch?)) as ArrayRef));
        let arrays = Box::new(ArrayIterator::new(arrays, row_of(&self.schema)));
        Ok(to_stream_pycapsule(py, arrays, requested_schema)?)
    }

    fn __repr__(&self) -> String {
        format!("<ArrowStream {} columns>", self.schema.fields().len())
    }
}

/// A column in memory.
#[pyclass(frozen, module = "newsfacts")]
pub(crate) struct ArrowColumn {
    field: FieldRef,
    chunks: Vec<ArrayRef>,
}

#[pymethods]
impl ArrowColumn {
    fn __len__(&self) -> usize {
        self.chunks.iter().map(|chunk| chunk.len()).sum()
    }

    fn __arrow_c_schema__<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyCapsule>> {
        Ok(to_schema_pycapsule(py, self.field.as_ref())?)
    }

    #[pyo3(signature = (requested_schema = None))]
    fn __arrow_c_array__<'py>(
        &self,
        py: Python<'py>,
        requested_schema: Option<Bound<'py, PyCapsule>>,
    ) -> PyResult<Bound<'py, PyTuple>> {
        let one = whole(&self.chunks, &self.field)?;
        Ok(to_array_pycapsules(py, self.field.clone(), &one, requested_schema)?)
    }

    #[pyo3(signature = (requested_schema = None))]
    fn __arrow_c_stream__<'py>(
        &self,
        py: Python<'py>,
        requested_schema: Option<Bound<'py, PyCapsule>>,
    ) -> PyResult<Bound<'py, PyCapsule>> {
        let chunks = self.chunks.clone().into_iter().map(Ok);
        Ok(to_stream_pycapsule(
            py,
            Box::new(ArrayIterator::new(chunks, self.field.clone())),
            requested_schema,
        )?)
    }

    fn __repr__(&self) -> String {
        format!("<ArrowColumn {} lists of facts>", self.__len__())
    }
}

/// Chunks as one array.
fn whole(chunks: &[ArrayRef], field: &Field) -> PyResult<ArrayRef> {
    match chunks {
        [one] => Ok(one.clone()),
        [] => Ok(arrow_array::new_empty_array(field.data_type())),
        all => concat(&all.iter().map(|chunk| &**chunk as &dyn Array).collect::<Vec<_>>())
            .map_err(fault::of_arrow),
    }
}

/// A column of a call: chunks, or one value for all rows.
enum Given {
    Chunks(Vec<ArrayRef>, FieldRef),
    Value(String),
}

impl Given {
    fn new(name: &str, given: &Bound<'_, PyAny>) -> PyResult<Self> {
        if let Ok(value) = given.cast::<PyString>() {
            return Ok(Self::Value(value.to_str()?.to_owned()));
        }
        if let Ok(array) = given.extract::<AnyArray>() {
            let (chunks, field) = array.into_chunked_array()?.into_inner();
            return Ok(Self::Chunks(chunks, field));
        }
        if let Ok(day) = given.call_method0("isoformat") {
            return Ok(Self::Value(day.extract()?));
        }
        let of = given.get_type().name()?;
        Err(PyTypeError::new_err(format!("`{name}` is an Arrow column or one value, not {of}")))
    }

    fn array(&self, rows: usize) -> PyResult<ArrayRef> {
        match self {
            Self::Chunks(chunks, field) => whole(chunks, field),
            Self::Value(value) => {
                Ok(Arc::new(StringArray::from_iter_values(std::iter::repeat_n(value, rows))))
            }
        }
    }
}

/// Lists of facts of a column.
pub(crate) fn lists(
    extractor: &Extractor,
    text: &Bound<'_, PyAny>,
    language: Option<&Bound<'_, PyAny>>,
    published: Option<&Bound<'_, PyAny>>,
    region: Option<&Bound<'_, PyAny>>,
) -> PyResult<ArrowColumn> {
    let py = text.py();
    let Given::Chunks(texts, of) = Given::new("text", text)? else {
        return Err(PyTypeError::new_err("`text` is an Arrow column; of one text `extract` gives the facts"));
    };
    let others = [("language", language), ("published", published), ("region", region)];
    let others = others.into_iter().filter_map(|(name, given)| Some((name, Given::new(name, given?))));
    let others = others.map(|(name, given)| Ok((name, given?))).collect::<PyResult<Vec<_>>>()?;
    let mut columns = Columns::new("text");
    for (name, _) in &others {
        columns = match *name {
            "language" => columns.with_language(*name),
            "published" => columns.with_published(*name),
            _ => columns.with_region(*name),
        };
    }
    // Columns may be cut in different places; only a text alone is read chunk by chunk.
    let texts = if others.is_empty() { texts } else { vec![whole(&texts, &of)?] };
    let read = |chunk: ArrayRef| -> PyResult<ArrayRef> {
        let rows = chunk.len();
        let mut arrays = vec![("text", chunk)];
        for (name, given) in &others {
            arrays.push((name, given.array(rows)?));
        }
        let batch = batch_of(arrays).map_err(fault::of_batch)?;
        let lists = py.detach(|| newsfacts_arrow::extract_list(extractor, &batch, &columns));
        Ok(Arc::new(lists.map_err(fault::of_batch)?))
    };
    let chunks = texts.into_iter().map(read).collect::<PyResult<Vec<_>>>()?;
    Ok(ArrowColumn { field: fact_list_type().0, chunks })
}

/// Persons of batches.
pub(crate) fn people(
    py: Python<'_>,
    extractor: &Extractor,
    documents: Box<dyn RecordBatchReader + Send>,
    columns: &Columns,
) -> PyResult<ArrowTable> {
    let schema = newsfacts_arrow::person_schema(&documents.schema(), columns).map_err(fault::of_batch)?;
    let batches = py.detach(|| {
        let read = |batch: Result<RecordBatch, _>| {
            Python::attach(|py| py.check_signals())?;
            let batch = batch.map_err(fault::of_arrow)?;
            newsfacts_arrow::people_batch(extractor, &batch, columns).map_err(fault::of_batch)
        };
        documents.map(read).collect::<PyResult<Vec<_>>>()
    })?;
    Ok(ArrowTable { schema, batches })
}
