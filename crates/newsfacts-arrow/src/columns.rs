//! Which columns of a batch are what, and how they are read.

use crate::Error;
use arrow_array::{
    Array, ArrayRef, Date32Array, LargeStringArray, RecordBatch, StringArray, StringViewArray, cast::AsArray,
    types::Date32Type,
};
use arrow_cast::cast;
use arrow_schema::{DataType, Field, FieldRef, Schema};
use newsfacts::{Document, Language, Region, jiff::civil};

/// The columns of a batch: what is read, and what is kept beside the facts.
///
/// | column | types | null, or an empty string |
/// | --- | --- | --- |
/// | text | strings | no facts |
/// | language | strings: BCP 47 tags (`sv`, `zh-TW`); another language gives no facts | the script decides |
/// | published | dates, timestamps (the day in their own zone), strings that begin with `YYYY-MM-DD` | no reference date |
/// | region | strings: `CN`, `TW`, `HK`, `MO`; another country's code counts as null | that of the language tag |
///
/// Strings are `Utf8`, `LargeUtf8`, `Utf8View` or dictionaries of these. Kept columns may have any type.
///
/// ```
/// use newsfacts_arrow::Columns;
///
/// let columns = Columns::new("body").with_language("lang").with_published("day").with_region("country");
/// let columns = columns.keep("url").keep_as("title", "headline");
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[must_use]
pub struct Columns {
    text: String,
    language: Option<String>,
    published: Option<String>,
    region: Option<String>,
    kept: Vec<(String, String)>,
}

impl Columns {
    /// The column that holds the texts; no other is read.
    pub fn new(text: impl Into<String>) -> Self {
        Self { text: text.into(), language: None, published: None, region: None, kept: Vec::new() }
    }

    /// The column that holds languages.
    pub fn with_language(mut self, column: impl Into<String>) -> Self {
        self.language = Some(column.into());
        self
    }

    /// The column that holds days of publication.
    pub fn with_published(mut self, column: impl Into<String>) -> Self {
        self.published = Some(column.into());
        self
    }

    /// The column that holds regions.
    pub fn with_region(mut self, column: impl Into<String>) -> Self {
        self.region = Some(column.into());
        self
    }

    /// Keeps a column, such as the document's id: it stands before the facts, its value repeated for each of them.
    pub fn keep(self, column: impl Into<String>) -> Self {
        let column = column.into();
        self.keep_as(column.clone(), column)
    }

    /// Keeps a column under another name, as one must if it has the name of a column of facts.
    pub fn keep_as(mut self, column: impl Into<String>, name: impl Into<String>) -> Self {
        self.kept.push((column.into(), name.into()));
        self
    }

    /// The kept columns of a schema, by their place, under their new names, and after them those given.
    pub(crate) fn kept(
        &self,
        schema: &Schema,
        after: Vec<FieldRef>,
    ) -> Result<(Vec<usize>, Vec<FieldRef>), Error> {
        let mut places = Vec::with_capacity(self.kept.len());
        let mut fields: Vec<FieldRef> = Vec::with_capacity(self.kept.len() + after.len());
        for (column, name) in &self.kept {
            let place = place(schema, column)?;
            if fields.iter().chain(&after).any(|field| field.name() == name) {
                return Err(Error::twice(name));
            }
            places.push(place);
            fields.push(Field::clone(schema.field(place)).with_name(name).into());
        }
        fields.extend(after);
        Ok((places, fields))
    }
}

fn place(schema: &Schema, column: &str) -> Result<usize, Error> {
    let known = || schema.fields().iter().map(|field| field.name().clone());
    schema
        .fields()
        .iter()
        .position(|field| field.name() == column)
        .ok_or_else(|| Error::missing(column, known()))
}

/// The documents of a batch.
#[derive(Debug)]
pub(crate) struct Documents<'a> {
    columns: &'a Columns,
    texts: Strings,
    languages: Option<Strings>,
    days: Option<Days>,
    regions: Option<Strings>,
}

impl<'a> Documents<'a> {
    pub(crate) fn new(batch: &RecordBatch, columns: &'a Columns) -> Result<Self, Error> {
        let array = |column: &str| Ok::<_, Error>(batch.column(place(batch.schema_ref(), column)?).clone());
        let strings = |column: &Option<String>| {
            column.as_deref().map(|column| Strings::new(column, &array(column)?, "a string")).transpose()
        };
        let days = columns.published.as_deref().map(|column| Days::new(column, &array(column)?));
        Ok(Self {
            columns,
            texts: Strings::new(&columns.text, &array(&columns.text)?, "a string")?,
            languages: strings(&columns.language)?,
            days: days.transpose()?,
            regions: strings(&columns.region)?,
        })
    }

    /// Whether a row has a text.
    pub(crate) fn has_text(&self, row: usize) -> bool {
        self.texts.get(row).is_some()
    }

    /// The document of a row; none without a text or in another language.
    pub(crate) fn get(&self, row: usize) -> Result<Option<Document<'_>>, Error> {
        let wrong = |column: &Option<String>, problem| {
            Error::value(column.as_deref().unwrap_or_default(), row, problem)
        };
        let stated = |strings: &Option<Strings>| {
            let stated = strings.as_ref()?.get(row)?.trim();
            (!stated.is_empty()).then(|| stated.to_owned())
        };
        // What is written wrongly is an error also where the text is null: it does not depend on another column.
        let tag = stated(&self.languages);
        let language = tag.as_deref().map(language).transpose();
        let language = language.map_err(|problem| wrong(&self.columns.language, problem))?;
        let day = self.days.as_ref().map_or(Ok(None), |days| days.get(row));
        let day = day.map_err(|problem| wrong(&self.columns.published, problem))?;
        let code = stated(&self.regions);
        let region = code.as_deref().map(region).transpose();
        let region = region.map_err(|problem| wrong(&self.columns.region, problem))?.flatten();
        let by_tag = || tag.as_deref()?.split(['-', '_']).skip(1).find_map(|part| part.parse().ok());
        let Some(text) = self.texts.get(row) else { return Ok(None) };
        let document = Document::new(text).with_published(day).with_region(region.or_else(by_tag));
        Ok(match language.unwrap_or(Stated::Nothing) {
            Stated::Nothing => Some(document),
            Stated::One(language) => Some(document.with_language(language)),
            Stated::Another => None,
        })
    }
}

/// What a tag of a language says.
enum Stated {
    Nothing,
    One(Language),
    Another,
}

/// Reads a tag of BCP 47; an error if it is none.
fn language(tag: &str) -> Result<Stated, String> {
    if let Ok(language) = tag.parse() {
        return Ok(Stated::One(language));
    }
    let primary = tag.split(['-', '_']).next().unwrap_or("");
    let tag_like = (2..=8).contains(&primary.len()) && primary.bytes().all(|b| b.is_ascii_alphabetic());
    match primary {
        "und" => Ok(Stated::Nothing),
        _ if tag_like => Ok(Stated::Another),
        _ => Err(format!("`{}` is no code of a language; `sv` and `zh` are read", short(tag))),
    }
}

/// Reads a code of a country; an error if it is none.
fn region(code: &str) -> Result<Option<Region>, String> {
    if code.len() == 2 && code.bytes().all(|b| b.is_ascii_alphabetic()) {
        return Ok(code.parse().ok());
    }
    Err(format!("`{}` is no code of a region; `CN`, `TW`, `HK` and `MO` are read", short(code)))
}

/// The beginning of a value, for messages.
fn short(value: &str) -> String {
    const MOST: usize = 40;
    let mut shown: String = value.chars().take(MOST).collect();
    if shown.len() < value.len() {
        shown.push('…');
    }
    shown
}

/// A column of strings.
#[derive(Debug)]
enum Strings {
    Small(StringArray),
    Large(LargeStringArray),
    View(StringViewArray),
}

impl Strings {
    fn new(column: &str, array: &ArrayRef, wanted: &'static str) -> Result<Self, Error> {
        Ok(match array.data_type() {
            DataType::Utf8 => Self::Small(array.as_string().clone()),
            DataType::LargeUtf8 => Self::Large(array.as_string().clone()),
            DataType::Utf8View => Self::View(array.as_string_view().clone()),
            // All null, as some engines write a column without a value.
            DataType::Null => Self::Small(StringArray::new_null(array.len())),
            DataType::Dictionary(_, of) if is_string(of) => {
                let plain = cast(array, of).map_err(|error| Error::arrow(column, error))?;
                return Self::new(column, &plain, wanted);
            }
            other => return Err(Error::wrong_type(column, wanted, other)),
        })
    }

    fn get(&self, row: usize) -> Option<&str> {
        match self {
            Self::Small(a) => a.is_valid(row).then(|| a.value(row)),
            Self::Large(a) => a.is_valid(row).then(|| a.value(row)),
            Self::View(a) => a.is_valid(row).then(|| a.value(row)),
        }
    }
}

fn is_string(of: &DataType) -> bool {
    matches!(of, DataType::Utf8 | DataType::LargeUtf8 | DataType::Utf8View)
}

/// A column of days.
#[derive(Debug)]
enum Days {
    Counted(Date32Array),
    Written(Strings),
}

impl Days {
    fn new(column: &str, array: &ArrayRef) -> Result<Self, Error> {
        match array.data_type() {
            DataType::Date32 | DataType::Date64 | DataType::Timestamp(..) => {
                let days = cast(array, &DataType::Date32).map_err(|error| Error::arrow(column, error))?;
                Ok(Self::Counted(days.as_primitive::<Date32Type>().clone()))
            }
            _ => Strings::new(column, array, "a date, a timestamp or a string").map(Self::Written),
        }
    }

    fn get(&self, row: usize) -> Result<Option<civil::Date>, String> {
        match self {
            Self::Counted(days) if days.is_null(row) => Ok(None),
            Self::Counted(days) => {
                let hours = i64::from(days.value(row)) * 24;
                let date =
                    civil::date(1970, 1, 1).checked_add(newsfacts::jiff::SignedDuration::from_hours(hours));
                date.map(Some).map_err(|_| {
                    format!("day {} from 1970-01-01 is in no year from -9999 to 9999", days.value(row))
                })
            }
            Self::Written(days) => match days.get(row).map(str::trim).filter(|s| !s.is_empty()) {
                None => Ok(None),
                Some(text) => match written(text) {
                    None => Err(format!(
                        "`{}` does not begin with a date of the form YYYY-MM-DD that exists in the calendar",
                        short(text)
                    )),
                    date => Ok(date),
                },
            },
        }
    }
}

/// The day of a date or a timestamp: `2025-08-13`, `2025-08-13T06:00:00Z`.
fn written(text: &str) -> Option<civil::Date> {
    let date = text.split(['T', ' ']).next()?;
    let shaped = date.len() == 10 && date.bytes().filter(|&b| b == b'-').count() == 2;
    if shaped { date.parse().ok() } else { None }
}
