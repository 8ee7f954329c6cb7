//! Pages.

use crate::{fault, value};
use newsfacts::{ArticleOptions, PublishedSource};
use pyo3::{prelude::*, types::PyDate};

/// A news page: its story, headline, day of publication and language.
#[pyclass(frozen, module = "newsfacts")]
pub(crate) struct Article {
    pub(crate) inner: newsfacts::Article,
}

fn options(
    body: Option<&str>,
    date: Option<&str>,
    dropped: Option<&str>,
) -> Result<ArticleOptions, newsfacts::Error> {
    let mut options = ArticleOptions::new();
    if let Some(css) = body {
        options = options.with_body(css)?;
    }
    if let Some(css) = date {
        options = options.with_date(css)?;
    }
    if let Some(css) = dropped {
        options = options.with_dropped(css)?;
    }
    Ok(options)
}

#[pymethods]
impl Article {
    /// Reads the bytes of a page in any encoding; `content_type` is the HTTP header of that name. `body`, `date` and
    /// `dropped` are CSS selectors of those who know the page.
    #[staticmethod]
    #[pyo3(signature = (data, content_type = None, *, body = None, date = None, dropped = None))]
    fn from_bytes(
        py: Python<'_>,
        data: &[u8],
        content_type: Option<&str>,
        body: Option<&str>,
        date: Option<&str>,
        dropped: Option<&str>,
    ) -> PyResult<Self> {
        let read = || options(body, date, dropped)?.read_bytes(data, content_type);
        py.detach(read).map(|inner| Self { inner }).map_err(fault::of_crate)
    }

    /// Reads a page that is decoded.
    #[staticmethod]
    #[pyo3(signature = (html, *, body = None, date = None, dropped = None))]
    fn from_html(
        py: Python<'_>,
        html: &str,
        body: Option<&str>,
        date: Option<&str>,
        dropped: Option<&str>,
    ) -> PyResult<Self> {
        let read = || options(body, date, dropped)?.read(html);
        py.detach(read).map(|inner| Self { inner }).map_err(fault::of_crate)
    }

    #[getter]
    fn title(&self) -> Option<&str> {
        self.inner.title()
    }

    #[getter]
    fn text(&self) -> &str {
        self.inner.text()
    }

    #[getter]
    fn body(&self) -> &str {
        self.inner.body()
    }

    #[getter]
    fn published<'py>(&self, py: Python<'py>) -> PyResult<Option<Bound<'py, PyDate>>> {
        value::date(py, self.inner.published())
    }

    #[getter]
    fn published_source(&self) -> Option<&'static str> {
        self.inner.published_source().map(PublishedSource::name)
    }

    #[getter]
    fn modified<'py>(&self, py: Python<'py>) -> PyResult<Option<Bound<'py, PyDate>>> {
        value::date(py, self.inner.modified())
    }

    #[getter]
    fn byline(&self) -> Option<&str> {
        self.inner.byline()
    }

    #[getter]
    fn section(&self) -> Option<&str> {
        self.inner.section()
    }

    #[getter]
    fn captions(&self) -> Vec<&str> {
        self.inner.captions().collect()
    }

    #[getter]
    fn language(&self) -> &'static str {
        self.inner.language().code()
    }

    #[getter]
    fn region(&self) -> Option<&'static str> {
        self.inner.document().region().map(|region| region.code())
    }

    /// The CSS selector of the element that a character of `text` comes from; None beyond the end.
    fn element_at(&self, index: usize) -> Option<String> {
        let (byte, _) = self.inner.text().char_indices().nth(index)?;
        self.inner.element_at(byte)
    }

    fn __repr__(&self) -> String {
        let title = self.inner.title().unwrap_or("");
        format!("<Article {title:?} {} {}>", self.inner.language().code(), self.inner.text().len())
    }
}

/// The text of bytes in any encoding of the web; `content_type` is the HTTP header of that name, if there was one.
#[pyfunction]
#[pyo3(signature = (data, content_type = None))]
pub(crate) fn decode(data: &[u8], content_type: Option<&str>) -> PyResult<String> {
    newsfacts::decode(data, content_type).map(|text| text.into_owned()).map_err(fault::of_crate)
}
