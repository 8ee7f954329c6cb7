//! Facts of documents: JSON Lines in and out.

use newsfacts::{Document, Extractor, Language, parse_date};
use serde_json::{Value, json};
use std::io::{self, BufRead, Write};

fn main() -> io::Result<()> {
    let extractor = Extractor::new();
    let mut out = io::BufWriter::new(io::stdout().lock());
    for line in io::stdin().lock().lines() {
        let line = line?;
        let doc: Value = serde_json::from_str(&line)?;
        let text = doc["text"].as_str().unwrap_or("");
        let document = Document::new(text)
            .language(doc["lang"].as_str().and_then(|l| l.parse::<Language>().ok()))
            .published(doc["reference_date"].as_str().and_then(|d| parse_date(d).ok()));
        let mentions: Vec<Value> = extractor
            .facts(&document)
            .map(|m| serde_json::to_value(&m).expect("facts are plain data"))
            .collect();
        writeln!(out, "{}", json!({"id": doc["id"], "mentions": mentions}))?;
    }
    out.flush()
}
