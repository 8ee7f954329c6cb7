//! A line of JSON Lines, read as a document.

use crate::{
    args::{Context, day},
    story::{Fault, Story},
};
use newsfacts::{Article, Language, OwnedDocument, Region};
use serde::Deserialize;
use serde_json::value::RawValue;
use std::borrow::Cow;

/// The keys of a document.
const KEYS: [&str; 6] = ["id", "text", "html", "lang", "reference_date", "region"];

/// How alike a key must be to one of these to be taken for a slip of the pen.
const ALIKE: f64 = 0.85;

#[derive(Deserialize)]
struct Record<'a> {
    #[serde(borrow)]
    id: Option<&'a RawValue>,
    #[serde(borrow)]
    text: Option<Cow<'a, str>>,
    #[serde(borrow)]
    html: Option<Cow<'a, str>>,
    #[serde(borrow)]
    lang: Option<Cow<'a, str>>,
    #[serde(borrow)]
    reference_date: Option<Cow<'a, str>>,
    #[serde(borrow)]
    region: Option<Cow<'a, str>>,
}

/// Only the id, for a line whose other values are wrong.
#[derive(Deserialize)]
struct Id<'a> {
    #[serde(borrow)]
    id: Option<&'a RawValue>,
}

/// Reads a line. `strange` is told the keys that nobody reads.
///
/// # Errors
///
/// If it is no JSON or no document; the fault names the line, and the id if there is one.
pub(crate) fn read<'a>(
    name: &'a str,
    number: u64,
    line: &'a [u8],
    given: Context,
    strange: &mut dyn FnMut(String),
) -> Result<Story<'a>, Fault> {
    let fault = |id: Option<&RawValue>, problem: String| Fault {
        name: name.to_owned(),
        line: Some(number),
        id: id.map(ToOwned::to_owned),
        problem,
    };
    let known = || serde_json::from_slice::<Id<'_>>(line).ok().and_then(|found| found.id);
    let text = simdutf8::compat::from_utf8(line)
        .map_err(|error| fault(None, format!("byte {}: no UTF-8", error.valid_up_to() + 1)))?;
    let mut keys = Vec::new();
    let mut reader = serde_json::Deserializer::from_str(text);
    let record: Result<Record<'_>, _> =
        serde_ignored::deserialize(&mut reader, |path| keys.push(path.to_string()));
    let record = record.and_then(|record| reader.end().map(|()| record));
    let record = record.map_err(|error| fault(known(), in_line(&error)))?;
    for key in keys {
        if let Some(meant) = meant(&key) {
            return Err(fault(record.id, format!("unknown key `{key}`; `{meant}` is meant?")));
        }
        strange(key);
    }
    let context = record.context(given).map_err(|problem| fault(record.id, problem))?;
    let Record { id, text, html, .. } = record;
    let base = Story::of_line(name, number, id);
    match (text, html) {
        (Some(text), None) => Ok(base.with(OwnedDocument::new(text), context)),
        (None, Some(html)) => {
            let page = Article::from_html(&html).map_err(|error| fault(id, error.to_string()))?;
            Ok(base.with(page.into(), context))
        }
        (None, None) => Err(fault(id, "a document has `text` or `html`".into())),
        (Some(_), Some(_)) => Err(fault(id, "a document has either `text` or `html`, not both".into())),
    }
}

impl Record<'_> {
    /// What the document says of itself, else what was given. An empty value is none.
    fn context(&self, given: Context) -> Result<Context, String> {
        let said = |value: &Option<Cow<'_, str>>| {
            value.as_deref().map(str::trim).filter(|v| !v.is_empty()).map(str::to_owned)
        };
        let (tag, date, region) = (said(&self.lang), said(&self.reference_date), said(&self.region));
        let lang = tag.as_deref().map(str::parse::<Language>).transpose().map_err(|e| e.to_string())?;
        let region = region.map(|r| r.parse::<Region>()).transpose().map_err(|e| e.to_string())?;
        // The region may stand in the tag of the language: zh-Hant-TW.
        let of_tag = || tag.as_deref()?.split(['-', '_']).skip(1).find_map(|part| part.parse().ok());
        Ok(Context {
            lang: lang.or(given.lang),
            region: region.or_else(of_tag).or(given.region),
            date: date.as_deref().map(day).transpose()?.or(given.date),
        })
    }
}

/// The message of an error with its place in the line; the reader counts lines of its own.
fn in_line(error: &serde_json::Error) -> String {
    let message = error.to_string();
    let message = message.rsplit_once(" at line ").map_or(&*message, |(message, _)| message);
    if error.column() > 0 { format!("column {}: {message}", error.column()) } else { message.to_owned() }
}

/// The key that was meant by one that nobody reads.
fn meant(key: &str) -> Option<&'static str> {
    let plain = key.to_lowercase().replace(['-', ' '], "_");
    KEYS.into_iter().find(|known| plain != "title" && strsim::jaro_winkler(known, &plain) >= ALIKE)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slips_are_known_and_other_keys_are_not() {
        for (key, known) in [
            ("txt", "text"),
            ("Text", "text"),
            ("refrence_date", "reference_date"),
            ("reference-date", "reference_date"),
            ("lagn", "lang"),
            ("regoin", "region"),
        ] {
            assert_eq!(meant(key), Some(known), "{key}");
        }
        for key in ["url", "source", "title", "section", "author", "published", "tags", "index", "name"] {
            assert_eq!(meant(key), None, "{key}");
        }
    }
}
