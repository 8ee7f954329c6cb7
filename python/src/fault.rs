//! Errors of the crates as exceptions, with their messages.

use pyo3::{create_exception, exceptions::PyValueError, prelude::*};

create_exception!(
    newsfacts,
    Error,
    PyValueError,
    "What newsfacts cannot read: a name, a page, a lexicon row, a date."
);
create_exception!(
    newsfacts,
    ColumnError,
    Error,
    "A column is missing, of a wrong type or holds a value that cannot be read. `column` is its name, `row` its row or None."
);

pub(crate) fn of_crate(error: newsfacts::Error) -> PyErr {
    Error::new_err(error.to_string())
}

pub(crate) fn of_batch(error: newsfacts_arrow::Error) -> PyErr {
    let message = error.to_string();
    let (column, row) = (error.column().map(str::to_owned), error.row());
    let fault = ColumnError::new_err(message);
    let told = Python::attach(|py| {
        let value = fault.value(py);
        value.setattr("column", column).and_then(|()| value.setattr("row", row))
    });
    told.map_or_else(|error| error, |()| fault)
}

/// Of a reader: an error of this crate, of Python, or of Arrow.
pub(crate) fn of_arrow(error: arrow_schema::ArrowError) -> PyErr {
    let arrow_schema::ArrowError::ExternalError(inner) = error else {
        return Error::new_err(error.to_string());
    };
    match inner.downcast::<newsfacts_arrow::Error>() {
        Ok(error) => of_batch(*error),
        Err(inner) => match inner.downcast::<PyErr>() {
            Ok(error) => *error,
            Err(inner) => Error::new_err(inner.to_string()),
        },
    }
}
