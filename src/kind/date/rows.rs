//! Every row of the date patterns can match: texts are made from the examples of its slots and read.

use super::{
    Dates, Text,
    seen::Seen,
    slot::{Slot, SlotInput, SlotReader},
};
use crate::{
    Document, Extractor, Kind, Language, Span,
    languages::pack,
    lexicon::Lexicon,
    pattern::{self, Element},
    text::Block,
};
use jiff::civil::date;
use std::borrow::Cow;

/// Words of a table that stand for all of them: so many of the shortest, and of those of middle length.
const WORDS: usize = 3;

/// Texts of a pattern that are tried at most.
const TEXTS: usize = 400;

/// Texts of a slot: its examples, and words of its tables that it reads.
fn texts(dates: &Dates, lexicon: &Lexicon, reader: &SlotReader) -> Vec<String> {
    let reads = |word: &String| {
        let mut block = Block::new(word);
        block.read(Span::new(0, word.len()));
        let seen = Seen::of_block(Default::default(), Default::default());
        let text = Text { block: &block, lexicon, openings: &dates.openings, seen: &seen };
        let mut found = Vec::new();
        (reader.read)(&SlotInput { reader, tables: &dates.tables, text, at: 0 }, &mut found);
        found.iter().any(|f| f.0 == block.len())
    };
    let words = lexicon.forms(reader.tables);
    let mut words: Vec<String> =
        words.map(|f| lexicon.chars(f).iter().collect::<String>()).filter(reads).collect();
    words.sort_by_key(String::len);
    let middle = words.len() / 2;
    let some = words.iter().take(WORDS).chain(words.iter().skip(middle.max(WORDS)).take(WORDS));
    reader.examples.iter().map(ToString::to_string).chain(some.cloned()).collect()
}

/// The texts of a pattern, each slot by each of its texts.
fn spelt(texts: &[Vec<String>], variant: &[Element]) -> Vec<String> {
    let mut all = vec![String::new()];
    for element in variant {
        let parts = match element {
            Element::Word(word) => vec![word.iter().collect()],
            Element::Space => vec![" ".to_owned()],
            Element::MaybeSpace => vec![String::new()],
            Element::Slot(slot) => texts[usize::from(*slot)].clone(),
        };
        all = all.iter().flat_map(|head| parts.iter().map(move |part| format!("{head}{part}"))).collect();
        all.truncate(TEXTS);
    }
    all
}

/// Sentences with a place for a date; some dates need a reason to be one.
fn carriers(language: Language) -> Vec<(String, String)> {
    let path = format!("{}/tests/guards/{language}/date-patterns.txt", env!("CARGO_MANIFEST_DIR"));
    let text = std::fs::read_to_string(path).expect("sentences for the patterns of dates");
    let lines = text.lines().filter(|line| !line.starts_with('#'));
    let parts = lines.map(|line| line.split_once("{}").expect("`{}` for the date"));
    parts.map(|(before, after)| (before.to_owned(), after.to_owned())).collect()
}

/// Whether a text is read whole: as one date, or as the members of a list.
fn is_read(
    extractor: &Extractor,
    language: Language,
    carriers: &[(String, String)],
    text: &str,
    members: usize,
) -> bool {
    carriers.iter().any(|(before, after)| {
        let carried = format!("{before}{text}{after}");
        let document = Document::new(&carried).with_language(language).with_published(date(2024, 6, 12));
        let (start, end) = (before.len(), before.len() + text.len());
        let spans = extractor.dates(&document).map(|m| m.span());
        let spans: Vec<Span> = spans.filter(|s| s.end() > start).collect();
        let (first, last) = (spans.first().map(|s| s.start()), spans.last().map(|s| s.end()));
        spans.len() == members && first == Some(start) && last == Some(end)
    })
}

#[test]
fn every_row_can_match() {
    let extractor = Extractor::builder().kinds([Kind::Date]).build().unwrap();
    for &language in Language::ALL.iter() {
        let pack = pack(language).expect("it is read");
        let sources = pack.tables.iter().map(|&(table, source)| (table, Cow::Borrowed(source)));
        let lexicon = Lexicon::new(sources);
        let dates = Dates::new(pack, &lexicon).unwrap();
        let texts: Vec<Vec<String>> = (dates.readers.iter())
            .map(|r| r.as_ref().map(|r| texts(&dates, &lexicon, r)).unwrap_or_default())
            .collect();
        let rows = pattern::rows(pack.spaced, "date-patterns", pack.date_patterns, Slot::NAMES).unwrap();
        let and = Element::Slot(Slot::And as u8);
        let carriers = carriers(language);
        let silent = rows.iter().filter(|(_, variants)| {
            !variants.iter().any(|variant| {
                let members = 1 + variant.iter().filter(|e| **e == and).count();
                spelt(&texts, variant)
                    .iter()
                    .any(|text| is_read(&extractor, language, &carriers, text, members))
            })
        });
        let line = |row: &(usize, _)| pack.date_patterns.lines().nth(row.0).unwrap_or_default();
        let silent: Vec<&str> = silent.map(line).collect();
        assert!(silent.is_empty(), "no text matches:\n{}", silent.join("\n"));
    }
}
