//! The extractor.

use crate::{
    arrow::{self, ArrowColumn, ArrowStream, ArrowTable, Kept},
    document::{About, Source},
    fault,
    value::Maker,
};
use arrow_array::RecordBatchReader;
use newsfacts::{Document, Kind, Language, LexiconTable};
use newsfacts_arrow::{Columns, FactReader};
use pyo3::{prelude::*, types::PyList};
use pyo3_arrow::input::AnyRecordBatch;

/// How an extractor was made: `languages`, `kinds`, `lexicon`, `amounts_without_figure`.
#[derive(Clone, Default)]
struct Made {
    languages: Option<Vec<String>>,
    kinds: Option<Vec<String>>,
    lexicon: Vec<(String, String, String)>,
    amounts_without_figure: bool,
}

impl Made {
    fn build(&self) -> Result<newsfacts::Extractor, newsfacts::Error> {
        if self.languages.is_none()
            && self.kinds.is_none()
            && self.lexicon.is_empty()
            && !self.amounts_without_figure
        {
            return Ok(newsfacts::Extractor::new());
        }
        let mut builder = newsfacts::Extractor::builder().amounts_without_figure(self.amounts_without_figure);
        if let Some(languages) = &self.languages {
            builder =
                builder.languages(languages.iter().map(|l| l.parse()).collect::<Result<Vec<Language>, _>>()?);
        }
        if let Some(kinds) = &self.kinds {
            builder = builder.kinds(kinds.iter().map(|k| k.parse()).collect::<Result<Vec<Kind>, _>>()?);
        }
        for (language, table, rows) in &self.lexicon {
            builder = builder.lexicon(language.parse()?, table.parse::<LexiconTable>()?, rows);
        }
        builder.build()
    }
}

/// Finds facts. It can be shared by threads and pickled; each call releases the GIL while it reads.
#[pyclass(frozen, module = "newsfacts")]
pub(crate) struct Extractor {
    inner: newsfacts::Extractor,
    made: Made,
}

#[pymethods]
impl Extractor {
    #[new]
    #[pyo3(signature = (languages = None, kinds = None, lexicon = None, *, amounts_without_figure = false))]
    fn new(
        py: Python<'_>,
        languages: Option<Vec<String>>,
        kinds: Option<Vec<String>>,
        lexicon: Option<Vec<(String, String, String)>>,
        amounts_without_figure: bool,
    ) -> PyResult<Self> {
        let made = Made { languages, kinds, lexicon: lexicon.unwrap_or_default(), amounts_without_figure };
        let inner = py.detach(|| made.build()).map_err(fault::of_crate)?;
        Ok(Self { inner, made })
    }

    /// The facts of a text or page, in order, disjoint.
    #[pyo3(signature = (text, *, language = None, published = None, region = None))]
    fn extract<'py>(
        &self,
        text: &Bound<'py, PyAny>,
        language: Option<&str>,
        published: Option<&Bound<'py, PyAny>>,
        region: Option<&str>,
    ) -> PyResult<Bound<'py, PyList>> {
        let py = text.py();
        read(text, &About::new(language, published, region)?, |document| {
            let found: Vec<_> = py.detach(|| self.inner.facts(document).collect());
            Maker::new(py, document.text())?.facts(&found)
        })
    }

    /// The officials of a text or page, each once, with every office and all mentions.
    #[pyo3(signature = (text, *, language = None, published = None, region = None))]
    fn people<'py>(
        &self,
        text: &Bound<'py, PyAny>,
        language: Option<&str>,
        published: Option<&Bound<'py, PyAny>>,
        region: Option<&str>,
    ) -> PyResult<Bound<'py, PyList>> {
        let py = text.py();
        read(text, &About::new(language, published, region)?, |document| {
            let found = py.detach(|| self.inner.people(document));
            let mut maker = Maker::new(py, document.text())?;
            PyList::new(py, found.iter().map(|person| maker.person(person)).collect::<PyResult<Vec<_>>>()?)
        })
    }

    /// The whole text in pieces, facts and what stands between them.
    #[pyo3(signature = (text, *, language = None, published = None, region = None))]
    fn segments<'py>(
        &self,
        text: &Bound<'py, PyAny>,
        language: Option<&str>,
        published: Option<&Bound<'py, PyAny>>,
        region: Option<&str>,
    ) -> PyResult<Bound<'py, PyList>> {
        let py = text.py();
        read(text, &About::new(language, published, region)?, |document| {
            let found: Vec<_> = py.detach(|| self.inner.segments(document).collect());
            let (mut maker, mut at) = (Maker::new(py, document.text())?, 0);
            let list = PyList::empty(py);
            for segment in &found {
                list.append(maker.segment(segment, at)?)?;
                at += segment.text().len();
            }
            Ok(list)
        })
    }

    /// The facts of a text or page as JSON, as the command writes them: places in bytes.
    #[pyo3(signature = (text, *, language = None, published = None, region = None))]
    fn extract_json(
        &self,
        text: &Bound<'_, PyAny>,
        language: Option<&str>,
        published: Option<&Bound<'_, PyAny>>,
        region: Option<&str>,
    ) -> PyResult<String> {
        let py = text.py();
        read(text, &About::new(language, published, region)?, |document| {
            let json = py.detach(|| serde_json::to_string(&self.inner.facts(document).collect::<Vec<_>>()));
            json.map_err(|error| fault::Error::new_err(error.to_string()))
        })
    }

    /// A row a fact for documents that speak the Arrow C interface: a batch, a table, a data frame.
    #[pyo3(signature = (data, *, text = "text", language = None, published = None, region = None, keep = None))]
    #[allow(clippy::too_many_arguments, reason = "the names of columns")]
    fn extract_batch(
        &self,
        py: Python<'_>,
        data: AnyRecordBatch,
        text: &str,
        language: Option<&str>,
        published: Option<&str>,
        region: Option<&str>,
        keep: Option<Kept>,
    ) -> PyResult<ArrowTable> {
        ArrowTable::collect(py, self.reader(data, columns(text, language, published, region, keep))?)
    }

    /// The same one batch at a time, as they are asked for: memory does not grow with their number.
    #[pyo3(signature = (data, *, text = "text", language = None, published = None, region = None, keep = None))]
    #[allow(clippy::too_many_arguments, reason = "the names of columns")]
    fn extract_stream(
        &self,
        data: AnyRecordBatch,
        text: &str,
        language: Option<&str>,
        published: Option<&str>,
        region: Option<&str>,
        keep: Option<Kept>,
    ) -> PyResult<ArrowStream> {
        let reader = self.reader(data, columns(text, language, published, region, keep))?;
        Ok(ArrowStream::new(Box::new(reader)))
    }

    /// A row for each official of each document.
    #[pyo3(signature = (data, *, text = "text", language = None, published = None, region = None, keep = None))]
    #[allow(clippy::too_many_arguments, reason = "the names of columns")]
    fn people_batch(
        &self,
        py: Python<'_>,
        data: AnyRecordBatch,
        text: &str,
        language: Option<&str>,
        published: Option<&str>,
        region: Option<&str>,
        keep: Option<Kept>,
    ) -> PyResult<ArrowTable> {
        let columns = columns(text, language, published, region, keep);
        arrow::people(py, &self.inner, data.into_reader()?, &columns)
    }

    /// A list of facts for each text of a column, for expressions of engines. `language`, `published` and `region` are
    /// columns of the same length, or one value for all rows.
    #[pyo3(signature = (text, *, language = None, published = None, region = None))]
    fn extract_list(
        &self,
        text: &Bound<'_, PyAny>,
        language: Option<&Bound<'_, PyAny>>,
        published: Option<&Bound<'_, PyAny>>,
        region: Option<&Bound<'_, PyAny>>,
    ) -> PyResult<ArrowColumn> {
        arrow::lists(&self.inner, text, language, published, region)
    }

    fn __repr__(&self) -> String {
        format!("<{:?}>", self.inner)
    }

    /// It is made anew where it is unpickled.
    #[allow(clippy::type_complexity, reason = "the arguments of a call")]
    fn __reduce__<'py>(
        slf: &Bound<'py, Self>,
    ) -> PyResult<(
        Bound<'py, PyAny>,
        (Option<Vec<String>>, Option<Vec<String>>, Vec<(String, String, String)>, bool),
    )> {
        let made = slf.get().made.clone();
        let call = slf.py().import("newsfacts._facts")?.getattr("remake")?;
        Ok((call, (made.languages, made.kinds, made.lexicon, made.amounts_without_figure)))
    }
}

impl Extractor {
    fn reader(&self, data: AnyRecordBatch, columns: Columns) -> PyResult<FactReader<Documents>> {
        FactReader::new(self.inner.clone(), data.into_reader()?, columns).map_err(fault::of_batch)
    }
}

type Documents = Box<dyn RecordBatchReader + Send>;

/// Reads a text or page of which something is known besides.
fn read<T>(
    text: &Bound<'_, PyAny>,
    about: &About,
    read: impl FnOnce(&Document<'_>) -> PyResult<T>,
) -> PyResult<T> {
    read(&Source::new(text)?.document(about)?)
}

fn columns(
    text: &str,
    language: Option<&str>,
    published: Option<&str>,
    region: Option<&str>,
    keep: Option<Kept>,
) -> Columns {
    let mut columns = Columns::new(text);
    if let Some(column) = language {
        columns = columns.with_language(column);
    }
    if let Some(column) = published {
        columns = columns.with_published(column);
    }
    if let Some(column) = region {
        columns = columns.with_region(column);
    }
    for (column, name) in keep.map(Kept::pairs).unwrap_or_default() {
        columns = columns.keep_as(column, name);
    }
    columns
}
