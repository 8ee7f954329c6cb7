//! What holds for all texts.

use arrow_array::{Array, ArrayRef, RecordBatch, StringArray, cast::AsArray, types::Int64Type};
use newsfacts::{Document, Extractor};
use newsfacts_arrow::{Columns, batch_of, extract_batch, extract_list, people_batch};
use proptest::prelude::*;
use std::sync::Arc;
use unicode_normalization::UnicodeNormalization;

/// Prose with facts and what disturbs counting: emoji, joined and combined characters, rare planes, full widths.
fn prose() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        Just("Räntan steg till 2,5 procent. ".to_owned()),
        Just("Utbildningsminister Karin Holm (L) lägger 1,4 miljarder kronor. ".to_owned()),
        Just("国务院副总理兼外长钱正１２月５日表示，投资1.2万亿元。".to_owned()),
        Just("👩\u{200D}🚀🇸🇪".to_owned()),
        Just("𠮷e\u{0301}\u{00AD}\u{00A0}".to_owned()),
        Just("\n\n".to_owned()),
        "\\PC{0,12}",
    ];
    proptest::collection::vec(piece, 0..12).prop_map(|pieces| pieces.concat())
}

fn batch(texts: &[String]) -> RecordBatch {
    let ids: ArrayRef = Arc::new((0..texts.len() as i64).map(Some).collect::<arrow_array::Int64Array>());
    let texts: ArrayRef = Arc::new(texts.iter().map(Some).collect::<StringArray>());
    batch_of([("id", ids), ("text", texts)]).unwrap()
}

/// Letters and digits in one spelling: names and titles are given composed and without what only breaks lines.
fn letters(words: &str) -> String {
    words.nfkc().filter(|c| c.is_alphanumeric()).collect()
}

/// Bytes and characters of each row of some columns name the same words, and these are its text.
fn places_agree(found: &RecordBatch, texts: &[String], prefix: &str, words: &str, ids: &[i64]) {
    let int =
        |name: &str| found.column_by_name(&format!("{prefix}{name}")).unwrap().as_primitive::<Int64Type>();
    let spelt = if words == "text" { str::to_owned } else { letters };
    let words = found.column_by_name(words).unwrap().as_string::<i32>();
    for (row, &id) in ids.iter().enumerate().filter(|&(row, _)| words.is_valid(row)) {
        let text = &texts[id as usize];
        let place = |column: &str| int(column).value(row) as usize;
        let (from, to) = (place("byte_start"), place("byte_end"));
        assert_eq!(text[..from].chars().count(), place("char_start"));
        assert_eq!(text[..to].chars().count(), place("char_end"));
        assert_eq!(spelt(&text[from..to]), spelt(words.value(row)));
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn bytes_and_characters_agree(texts in proptest::collection::vec(prose(), 1..4)) {
        let batch = batch(&texts);
        let columns = Columns::new("text").keep("id");
        let facts = extract_batch(&Extractor::new(), &batch, &columns).unwrap();
        let ids = facts.column(0).as_primitive::<Int64Type>().values().to_vec();
        places_agree(&facts, &texts, "", "text", &ids);
        places_agree(&facts, &texts, "name_", "name", &ids);
        let offices = facts.column_by_name("offices").unwrap().as_list::<i32>();
        for (row, &id) in ids.iter().enumerate().filter(|&(row, _)| offices.is_valid(row)) {
            let held = RecordBatch::from(offices.value(row).as_struct());
            places_agree(&held, &texts, "", "title", &vec![id; held.num_rows()]);
        }
    }

    #[test]
    fn rows_are_the_facts_of_the_crate(texts in proptest::collection::vec(prose(), 1..4)) {
        let extractor = Extractor::new();
        let facts = extract_batch(&extractor, &batch(&texts), &Columns::new("text")).unwrap();
        let lists = extract_list(&extractor, &batch(&texts), &Columns::new("text")).unwrap();
        let words = facts.column_by_name("text").unwrap().as_string::<i32>();
        let kinds = facts.column_by_name("kind").unwrap().as_string::<i32>();
        let rows: Vec<_> = (0..facts.num_rows()).map(|row| (kinds.value(row), words.value(row))).collect();
        let documents = || texts.iter().map(|text| extractor.facts(Document::new(text)).collect::<Vec<_>>());
        let own: Vec<_> = documents().flatten().map(|m| (m.value().kind().name(), m.text())).collect();
        prop_assert_eq!(rows, own);
        let lengths: Vec<_> = (0..texts.len()).map(|row| lists.value_length(row) as usize).collect();
        prop_assert_eq!(lengths, documents().map(|d| d.len()).collect::<Vec<_>>());
        prop_assert_eq!(lists.values().as_struct().columns(), facts.columns());
    }

    #[test]
    fn mentions_of_people_agree(texts in proptest::collection::vec(prose(), 1..3)) {
        let people = people_batch(&Extractor::new(), &batch(&texts), &Columns::new("text").keep("id")).unwrap();
        let ids = people.column(0).as_primitive::<Int64Type>();
        let mentions = people.column_by_name("mentions").unwrap().as_list::<i32>();
        for row in 0..people.num_rows() {
            let of = RecordBatch::from(mentions.value(row).as_struct());
            places_agree(&of, &texts, "", "text", &vec![ids.value(row); of.num_rows()]);
        }
    }
}
