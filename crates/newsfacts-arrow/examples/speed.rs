//! How fast documents are read in one thread: by the library alone, and into Arrow batches.
//!
//! ```text
//! speed DOCUMENTS.jsonl [ROUNDS]     documents as the command reads them: {"lang"?, "reference_date"?, "text"}
//! ```
//!
//! It prints seconds of this thread's processor time, where the system tells them (Linux), else of the clock: the best of
//! the rounds of each.

use arrow_array::{ArrayRef, RecordBatch, StringArray};
use newsfacts::{Document, Extractor, Language};
use newsfacts_arrow::{Columns, batch_of, extract_batch};
use std::{error::Error, fs, hint::black_box, io::BufRead, sync::Arc, time::Instant};

/// Documents in a batch.
const BATCH: usize = 1000;

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let path = arguments.next().ok_or("speed DOCUMENTS.jsonl [ROUNDS]")?;
    let rounds = arguments.next().map_or(Ok(3), |rounds| rounds.parse())?;
    let mut columns: [Vec<Option<String>>; 3] = Default::default();
    for line in std::io::BufReader::new(fs::File::open(path)?).lines() {
        let document: serde_json::Value = serde_json::from_str(&line?)?;
        for (column, key) in columns.iter_mut().zip(["lang", "reference_date", "text"]) {
            column.push(document[key].as_str().map(str::to_owned));
        }
    }
    let [languages, days, texts] = &columns;
    let bytes: usize = texts.iter().flatten().map(String::len).sum();
    let extractor = Extractor::new();

    let mut library = || {
        let documents = languages.iter().zip(days).zip(texts).filter_map(|((language, day), text)| {
            let language: Option<Language> = language.as_deref().map(str::parse).transpose().ok()?;
            let day = day.as_deref().and_then(|day| day.get(..10)?.parse().ok());
            Some(Document::new(text.as_deref()?).with_language(language).with_published(day))
        });
        documents.map(|document| extractor.facts(&document).map(black_box).count()).sum()
    };

    let strings = |column: &[Option<String>]| Arc::new(column.iter().collect::<StringArray>()) as ArrayRef;
    let batches: Vec<RecordBatch> = (0..texts.len())
        .step_by(BATCH)
        .map(|from| {
            let part = from..texts.len().min(from + BATCH);
            let columns = [("lang", languages), ("day", days), ("text", texts)];
            batch_of(columns.map(|(name, column)| (name, strings(&column[part.clone()]))))
        })
        .collect::<Result<_, _>>()?;
    let wanted = Columns::new("text").with_language("lang").with_published("day");
    let mut arrow = || {
        let facts = |batch| extract_batch(&extractor, batch, &wanted).map_or(0, |facts| facts.num_rows());
        batches.iter().map(facts).sum()
    };
    // In turns, so that a busy machine slows both.
    let mut least = [(f64::INFINITY, 0); 2];
    for _ in 0..rounds {
        let round = [timed(&mut library), timed(&mut arrow)];
        least = std::array::from_fn(|i| if round[i].0 < least[i].0 { round[i] } else { least[i] });
    }
    for (name, (seconds, facts)) in ["library", "arrow"].into_iter().zip(least) {
        println!("{name}\t{facts} facts\t{seconds:.3} s\t{:.1} MB/s", bytes as f64 / 1e6 / seconds);
    }
    Ok(())
}

/// The time of some work, and what it counts.
fn timed(work: &mut dyn FnMut() -> usize) -> (f64, usize) {
    let (clock, start) = (Instant::now(), processor());
    let count = work();
    let seconds = processor().zip(start).map_or(clock.elapsed().as_secs_f64(), |(end, start)| end - start);
    (seconds, count)
}

/// Seconds that this thread has had a processor.
fn processor() -> Option<f64> {
    let stated = fs::read_to_string("/proc/thread-self/schedstat").ok()?;
    Some(stated.split_whitespace().next()?.parse::<f64>().ok()? / 1e9)
}
