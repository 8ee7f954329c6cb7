//! JSON-LD, read as JSON: what the objects on the page's own story say.

use super::tables::{ARTICLE_TYPES, PAGE_TYPES};
use once_cell::sync::Lazy;
use regex::Regex;
use serde_json::{Map, Value};

/// What an object says of the story or of the page.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Object {
    /// Whether it is about the page, not the story.
    pub(super) page: bool,
    pub(super) headline: Option<String>,
    pub(super) published: Option<String>,
    pub(super) modified: Option<String>,
    pub(super) author: Option<String>,
    pub(super) section: Option<String>,
}

/// Reads a script. Only objects of the top, of `@graph` and of `mainEntity` are the page's own; those
/// of comments, videos and lists are not.
pub(super) fn read(script: &str) -> Vec<Object> {
    let mut objects = Vec::new();
    let text = script.trim().trim_start_matches("<!--").trim_end_matches("-->").trim().trim_end_matches(';');
    let value = serde_json::from_str::<Value>(text).or_else(|_| {
        // Sites write raw line breaks and tabs into their strings; between values they are white space anyway.
        let clean: String = text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
        serde_json::from_str(&clean)
    });
    let Ok(value) = value else { return broken(text).into_iter().collect() };
    let mut open = vec![value];
    while let Some(value) = open.pop() {
        match value {
            Value::Array(values) => open.extend(values.into_iter().rev()),
            Value::Object(map) => own(map, &mut open, &mut objects),
            _ => {}
        }
    }
    objects
}

fn own(mut map: Map<String, Value>, open: &mut Vec<Value>, objects: &mut Vec<Object>) {
    for key in ["mainEntity", "@graph"] {
        open.extend(map.remove(key));
    }
    let (article, page) = (is_a(&map, ARTICLE_TYPES), is_a(&map, PAGE_TYPES));
    if !article && !page {
        return;
    }
    let text = |key: &str| words(map.get(key)?);
    objects.push(Object {
        page: !article,
        headline: text("headline").or_else(|| text("name")),
        published: text("datePublished"),
        modified: text("dateModified"),
        author: text("author"),
        section: text("articleSection"),
    });
}

fn is_a(map: &Map<String, Value>, types: &[&str]) -> bool {
    let is = |value: &Value| {
        value.as_str().is_some_and(|t| types.contains(&t.rsplit(['/', ':', '#']).next().unwrap_or(t)))
    };
    match map.get("@type") {
        Some(Value::Array(values)) => values.iter().any(is),
        Some(value) => is(value),
        None => false,
    }
}

/// A text, a number, the name of an object, or those of a list.
fn words(value: &Value) -> Option<String> {
    let one = |value: &Value| match value {
        Value::String(s) => Some(s.trim().to_owned()),
        Value::Number(n) => Some(n.to_string()),
        Value::Object(map) => map.get("name")?.as_str().map(|s| s.trim().to_owned()),
        _ => None,
    };
    let text = match value {
        Value::Array(values) => values.iter().filter_map(one).collect::<Vec<_>>().join(", "),
        value => one(value)?,
    };
    (!text.is_empty()).then_some(text)
}

/// A script that is no JSON (an unescaped quote in a headline) still states its date, if it states one only.
fn broken(script: &str) -> Option<Object> {
    static DATE: Lazy<Option<Regex>> =
        Lazy::new(|| Regex::new(r#""datePublished"\s*:\s*"([^"]{8,40})""#).ok());
    if !ARTICLE_TYPES.iter().any(|t| script.contains(&format!("\"{t}\""))) || script.contains("\"ItemList\"")
    {
        return None;
    }
    let mut dates = DATE.as_ref()?.captures_iter(script);
    let published = dates.next()?.get(1)?.as_str().to_owned();
    dates.next().is_none().then(|| Object { published: Some(published), ..Object::default() })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_own_keys_of_own_objects_count() {
        let found = read(
            r#"{"@graph": [{"@type": "ItemList", "itemListElement": [{"@type": "NewsArticle", "datePublished": "2020-01-01"}]},
            {"@type": ["Thing", "http://schema.org/NewsArticle"], "comment": {"@type": "Comment", "datePublished": "2021-01-01"},
             "headline": "Rad ett
            rad två", "author": [{"name": "Eva Ek"}, {"name": "Bo Alm"}], "datePublished": "2024-05-06"}]}"#,
        );
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].published.as_deref(), Some("2024-05-06"));
        assert_eq!(found[0].author.as_deref(), Some("Eva Ek, Bo Alm"));
    }

    #[test]
    fn an_unescaped_quote_costs_the_headline_only() {
        let found =
            read(r#"{"@type": "NewsArticle", "headline": "Han "sover"", "datePublished": "2024-05-06"}"#);
        assert_eq!(found[0].published.as_deref(), Some("2024-05-06"));
    }
}
