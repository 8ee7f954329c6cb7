//! Facts in Parquet: what a reader finds is what CSV says.
#![cfg(feature = "parquet")]

mod common;

use arrow_array::{Array, RecordBatch, cast::AsArray, types::*};
use arrow_schema::DataType;
use common::{page, run};
use parquet::arrow::arrow_reader::ParquetRecordBatchReaderBuilder;
use std::fs::File;

const STREAM: &str = r#"{"id": "a", "reference_date": "2025-08-13", "text": "Alma Ek (S), finansminister sedan 2022, höjde i måndags ramen från 3 till 5 miljoner kronor."}
{"id": 2, "lang": "zh-TW", "text": "票價為50元，上漲0.0000000001%。"}
{"text": "Mötet tog tre timmar."}
"#;

/// The file of a run, its version and its rows.
fn parquet(arguments: &[&str], input: &str) -> (Option<String>, Vec<RecordBatch>) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("facts.parquet");
    let file = path.display().to_string();
    let (out, code, said) =
        run(&[&["extract", "--format", "parquet", "-o", &file], arguments].concat(), input);
    assert_eq!((out.as_str(), code), ("", 0), "{said}");
    let reader = ParquetRecordBatchReaderBuilder::try_new(File::open(path).unwrap()).unwrap();
    let stated = reader.metadata().file_metadata().key_value_metadata().cloned().unwrap_or_default();
    let version = stated.into_iter().find(|pair| pair.key == "newsfacts.schema").and_then(|pair| pair.value);
    (version, reader.build().unwrap().map(|batch| batch.unwrap()).collect())
}

/// A cell as CSV writes it.
fn cell(column: &dyn Array, row: usize) -> String {
    if column.is_null(row) {
        return String::new();
    }
    match column.data_type() {
        DataType::Utf8 => column.as_string::<i32>().value(row).to_owned(),
        DataType::Int64 => column.as_primitive::<Int64Type>().value(row).to_string(),
        DataType::Boolean => column.as_boolean().value(row).to_string(),
        DataType::Date32 => column.as_primitive::<Date32Type>().value_as_date(row).unwrap().to_string(),
        other => panic!("a cell of {other}"),
    }
}

#[test]
fn a_row_says_what_csv_says() {
    let pages = [page("sv.html").display().to_string(), page("zh.html").display().to_string()];
    for (arguments, input) in
        [(vec!["--also", "duration"], STREAM), (pages.iter().map(String::as_str).collect(), "")]
    {
        let (out, _, _) = run(&[&["extract", "--format", "csv"], &arguments[..]].concat(), input);
        let mut rows = csv::Reader::from_reader(out.as_bytes());
        let names = rows.headers().unwrap().clone();
        let mut rows = rows.records();
        let (version, batches) = parquet(&arguments, input);
        assert_eq!(version.as_deref(), Some("2"));
        for batch in &batches {
            for row in 0..batch.num_rows() {
                let expected = rows.next().unwrap().unwrap();
                for (name, expected) in names.iter().zip(&expected) {
                    let column = batch.column_by_name(name).unwrap_or_else(|| panic!("no column {name}"));
                    match column.data_type() {
                        // The list in CSV is JSON.
                        DataType::List(_) => assert_eq!(column.is_null(row), expected.is_empty(), "{name}"),
                        DataType::Decimal128(..) if column.is_null(row) => {
                            assert!(expected.is_empty() || expected == "0.0000000001", "{name}: {expected}");
                        }
                        DataType::Decimal128(..) => {
                            let number = column.as_primitive::<Decimal128Type>().value_as_string(row);
                            assert_eq!(
                                number.trim_end_matches('0').trim_end_matches('.'),
                                expected,
                                "{name}"
                            );
                        }
                        _ => assert_eq!(cell(column, row), expected, "{name}"),
                    }
                }
            }
        }
        assert!(rows.next().is_none(), "parquet has fewer rows than csv");
        assert!(batches.iter().map(RecordBatch::num_rows).sum::<usize>() >= 5);
    }
}

#[test]
fn a_file_without_facts_has_its_columns() {
    let (version, batches) = parquet(&[], "Ingenting.");
    assert_eq!((version.as_deref(), batches.len()), (Some("2"), 0));
}

#[test]
fn a_document_that_cannot_be_read_is_told_and_the_rest_is_written() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("facts.parquet").display().to_string();
    let input = format!("{STREAM}no json\n");
    let (_, code, said) = run(&["extract", "--format", "parquet", "-o", &file], input);
    assert_eq!(code, 1);
    assert!(said.contains("line 4"), "{said}");
    let reader = ParquetRecordBatchReaderBuilder::try_new(File::open(&file).unwrap()).unwrap();
    assert!(reader.metadata().file_metadata().num_rows() >= 4);
}
