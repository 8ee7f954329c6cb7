//! What can be wrong with a batch: it always names the column.

use arrow_schema::{ArrowError, DataType};
use std::fmt;

/// Why a batch could not be read; the message names the column, and the row where one is at fault.
///
/// ```
/// use newsfacts::Extractor;
/// use newsfacts_arrow::{Columns, Error, extract_batch};
/// # use arrow_array::{RecordBatch, StringArray};
/// # use std::sync::Arc;
///
/// let text: arrow_array::ArrayRef = Arc::new(StringArray::from(vec!["Räntan steg till 2,5 procent."]));
/// let batch = RecordBatch::try_from_iter([("body", text)])?;
/// let error: Error = extract_batch(&Extractor::new(), &batch, &Columns::new("text")).unwrap_err();
/// assert_eq!(error.to_string(), "there is no column `text`; there is `body`");
/// assert_eq!((error.column(), error.row()), (Some("text"), None));
/// assert!(error.is_missing() && !error.is_type() && !error.is_value());
/// # Ok::<(), arrow_schema::ArrowError>(())
/// ```
#[derive(Debug)]
pub struct Error(Kind);

#[derive(Debug)]
enum Kind {
    Missing { column: String, known: Vec<String> },
    Type { column: String, wanted: &'static str, found: DataType },
    Value { column: String, row: usize, problem: String },
    Twice { column: String },
    Large,
    Arrow { column: Option<String>, error: ArrowError },
}

impl Error {
    pub(crate) fn missing(column: &str, known: impl IntoIterator<Item = String>) -> Self {
        Self(Kind::Missing { column: column.to_owned(), known: known.into_iter().collect() })
    }

    pub(crate) fn wrong_type(column: &str, wanted: &'static str, found: &DataType) -> Self {
        Self(Kind::Type { column: column.to_owned(), wanted, found: found.clone() })
    }

    pub(crate) fn value(column: &str, row: usize, problem: String) -> Self {
        Self(Kind::Value { column: column.to_owned(), row, problem })
    }

    pub(crate) fn twice(column: &str) -> Self {
        Self(Kind::Twice { column: column.to_owned() })
    }

    pub(crate) fn large() -> Self {
        Self(Kind::Large)
    }

    pub(crate) fn arrow(column: &str, error: ArrowError) -> Self {
        Self(Kind::Arrow { column: Some(column.to_owned()), error })
    }

    /// The column at fault.
    pub fn column(&self) -> Option<&str> {
        match &self.0 {
            Kind::Missing { column, .. }
            | Kind::Type { column, .. }
            | Kind::Value { column, .. }
            | Kind::Twice { column } => Some(column),
            Kind::Arrow { column, .. } => column.as_deref(),
            Kind::Large => None,
        }
    }

    /// The row of the batch at fault, from 0.
    pub fn row(&self) -> Option<usize> {
        match &self.0 {
            Kind::Value { row, .. } => Some(*row),
            _ => None,
        }
    }

    /// A column that was named is not there.
    pub fn is_missing(&self) -> bool {
        matches!(self.0, Kind::Missing { .. })
    }

    /// A column has a type that cannot be read.
    pub fn is_type(&self) -> bool {
        matches!(self.0, Kind::Type { .. })
    }

    /// A value of a column cannot be read: no date of the calendar, no code of a language or region.
    pub fn is_value(&self) -> bool {
        matches!(self.0, Kind::Value { .. })
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            Kind::Missing { column, known } if known.is_empty() => {
                write!(f, "there is no column `{column}`; there is no column at all")
            }
            Kind::Missing { column, known } => {
                write!(f, "there is no column `{column}`; there is `{}`", known.join("`, `"))
            }
            Kind::Type { column, wanted, found } => {
                write!(f, "column `{column}` has the type {found}; {wanted} is needed")
            }
            Kind::Value { column, row, problem } => write!(f, "column `{column}`, row {row}: {problem}"),
            Kind::Twice { column } => {
                write!(f, "column `{column}` would stand twice in the result; keep it under another name")
            }
            Kind::Large => {
                f.write_str("the facts of one batch take more than 2 GiB; give it in smaller batches")
            }
            Kind::Arrow { column: Some(column), error } => write!(f, "column `{column}`: {error}"),
            Kind::Arrow { column: None, error } => error.fmt(f),
        }
    }
}

impl std::error::Error for Error {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match &self.0 {
            Kind::Arrow { error, .. } => Some(error),
            _ => None,
        }
    }
}

impl From<ArrowError> for Error {
    fn from(error: ArrowError) -> Self {
        Self(Kind::Arrow { column: None, error })
    }
}

/// For readers of batches, whose errors are Arrow's.
impl From<Error> for ArrowError {
    fn from(error: Error) -> Self {
        Self::ExternalError(Box::new(error))
    }
}
