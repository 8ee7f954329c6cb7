//! What is said about a document in Python's types.

use crate::{article::Article, fault};
use newsfacts::{Document, Language, Region, jiff::civil};
use pyo3::{exceptions::PyTypeError, prelude::*, types::PyString};

/// The text of a call: a string, or a page.
pub(crate) enum Source<'py> {
    Text(Bound<'py, PyString>),
    Page(PyRef<'py, Article>),
}

impl<'py> Source<'py> {
    pub(crate) fn new(given: &Bound<'py, PyAny>) -> PyResult<Self> {
        if let Ok(text) = given.cast::<PyString>() {
            return Ok(Self::Text(text.clone()));
        }
        let Ok(page) = given.cast::<Article>() else {
            let of = given.get_type().name()?;
            return Err(PyTypeError::new_err(format!("a text is a str or an Article, not {of}")));
        };
        Ok(Self::Page(page.borrow()))
    }

    pub(crate) fn document(&self, about: &About) -> PyResult<Document<'_>> {
        let document = match self {
            Self::Text(text) => Document::new(text.to_str()?),
            Self::Page(page) => page.inner.document(),
        };
        Ok(about.over(document))
    }
}

/// What a call says about its text.
#[derive(Default)]
pub(crate) struct About {
    language: Option<Language>,
    published: Option<civil::Date>,
    region: Option<Region>,
}

impl About {
    pub(crate) fn new(
        language: Option<&str>,
        published: Option<&Bound<'_, PyAny>>,
        region: Option<&str>,
    ) -> PyResult<Self> {
        Ok(Self {
            language: language.map(str::parse).transpose().map_err(fault::of_crate)?,
            published: published.map(day).transpose()?,
            region: region.map(str::parse).transpose().map_err(fault::of_crate)?,
        })
    }

    /// A document of which this is known besides.
    fn over<'t>(&self, document: Document<'t>) -> Document<'t> {
        let (language, published, region) = (document.language(), document.published(), document.region());
        document
            .with_language(self.language.or(language))
            .with_published(self.published.or(published))
            .with_region(self.region.or(region))
    }
}

/// A day from `datetime.date`, `datetime.datetime` or `YYYY-MM-DD`.
fn day(given: &Bound<'_, PyAny>) -> PyResult<civil::Date> {
    if let Ok(text) = given.cast::<PyString>() {
        let text = text.to_str()?;
        return text.parse().map_err(|_| {
            fault::Error::new_err(format!(
                "`{text}` is not a date of the form YYYY-MM-DD that exists in the calendar"
            ))
        });
    }
    let part = |name: &str| given.getattr(name).and_then(|part| part.extract::<i16>());
    let (Ok(year), Ok(month), Ok(day)) = (part("year"), part("month"), part("day")) else {
        let of = given.get_type().name()?;
        return Err(PyTypeError::new_err(format!("a day is a datetime.date or a str, not {of}")));
    };
    civil::Date::new(year, month as i8, day as i8).map_err(|error| fault::Error::new_err(error.to_string()))
}
