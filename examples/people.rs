//! Who is in the news: each official of a page once, with all offices and all mentions, and how each was linked.
//!
//! ```text
//! people [FILE…]      HTML or text; without files, the sample pages of the crate
//! ```

use newsfacts::{Extractor, OwnedDocument};
use std::{env, error::Error, fs};

fn main() -> Result<(), Box<dyn Error>> {
    let mut files: Vec<String> = env::args().skip(1).collect();
    if files.is_empty() {
        files = ["sv", "zh", "zh-hant"].map(|page| format!("examples/pages/{page}.html")).to_vec();
    }
    let extractor = Extractor::new();
    for file in files {
        let document = OwnedDocument::from_bytes(&fs::read(&file)?, None)?;
        println!("{file}");
        for person in extractor.people(&document) {
            let titles: Vec<&str> = person.offices().iter().map(|office| office.title()).collect();
            println!("  {}: {}", person.name(), titles.join("; "));
            for mention in person.mentions() {
                let link = mention.value();
                let sure = if link.is_certain() { "" } else { ", not certain" };
                println!("    {:?} {} ({}{sure})", mention.span(), mention.text(), link.name());
            }
        }
    }
    Ok(())
}
