//! Streams of documents: answers in order, and what is wrong told in its place.

mod common;

use common::{lines, run};
use flate2::{Compression, write::GzEncoder};
use serde_json::{Value, json};
use std::{
    io::{BufRead, BufReader, Write},
    process::{Child, Command, Stdio},
    thread,
};

const STREAM: &str = r#"{"id":"a","lang":"sv","reference_date":"2025-08-13T22:30:00Z","text":"Mötet är på fredag."}
{"id":2,"lang":"","reference_date":null,"region":"","text":"Det kostade 5 norska kronor."}

{"id":"c","lang":"zh-TW","text":"票價為50元。"}
"#;

#[test]
fn documents_are_answered_in_order() {
    let answers = lines(&["extract", "--jsonl"], STREAM);
    let ids: Vec<&Value> = answers.iter().map(|a| &a["id"]).collect();
    assert_eq!(ids, [&json!("a"), &json!(2), &json!("c")]);
    assert_eq!(answers[0]["mentions"][0]["value"], "2025-08-15");
    assert_eq!(answers[1]["mentions"][0]["currency"], "NOK");
    // The region stands in the tag of the language.
    assert_eq!(answers[2]["mentions"][0]["currency"], "TWD");
    assert!(answers[2]["mentions"][0].get("currency_assumed").is_none());
}

#[test]
fn what_is_wrong_is_told_with_line_and_id_and_the_rest_goes_on() {
    let wrong = [
        r#"{"id":"a","text":"x"}"#,
        r#"{"id":7,"txt":"x"}"#,
        r#"{"id":"b","text":"x","reference_date":"2025-02-30"}"#,
        r#"{"id":"c","text":5}"#,
        r#"{"id":"d"}"#,
        r#"{"id":"e","text":"x","html":"y"}"#,
        r#"{"id":"f","text":"x","region":"SE"}"#,
        r#"{"id":"g", bad}"#,
        r#"{"id":"h","text":"y"} tail"#,
        r#"{"id":"z","text":"Det kostar 3 euro."}"#,
    ]
    .join("\n");
    let (out, code, told) = run(&["extract", "--jsonl", "--jobs", "3"], wrong);
    assert_eq!(code, 1);
    let answers: Vec<Value> = out.lines().map(|l| serde_json::from_str(l).unwrap()).collect();
    assert_eq!(answers.len(), 10);
    let errors: Vec<_> = answers[1..9].iter().map(|a| (a["line"].as_u64().unwrap(), &a["id"])).collect();
    let expected = [
        (2, json!(7)),
        (3, json!("b")),
        (4, json!("c")),
        (5, json!("d")),
        (6, json!("e")),
        (7, json!("f")),
        (8, Value::Null),
        (9, Value::Null),
    ];
    assert_eq!(errors, expected.iter().map(|(line, id)| (*line, id)).collect::<Vec<_>>());
    let error = |i: usize| answers[i]["error"].as_str().unwrap();
    assert!(error(1).contains("`txt`") && error(1).contains("`text`"), "{}", error(1));
    assert!(error(2).contains("2025-02-30"), "{}", error(2));
    assert!(error(7).starts_with("column 12: ") && !error(7).contains("line"), "{}", error(7));
    assert_eq!(answers[9]["mentions"][0]["currency"], "EUR");
    assert!(told.contains("8 of the documents could not be read"), "{told}");
}

#[test]
fn keys_that_nobody_reads_are_told_once() {
    let stream = "{\"text\":\"x\",\"url\":\"u\"}\n".repeat(50);
    let (out, code, told) = run(&["extract", "--jsonl"], stream);
    assert_eq!((out.lines().count(), code), (50, 0));
    assert_eq!(told.matches("`url`").count(), 1, "{told}");
}

#[test]
fn a_stream_is_known_by_its_first_byte_packed_or_not() {
    let plain = lines(&["extract", "--format", "jsonl", "-"], STREAM);
    let mut packed = GzEncoder::new(Vec::new(), Compression::fast());
    packed.write_all(STREAM.as_bytes()).unwrap();
    let packed = packed.finish().unwrap();
    assert_eq!(lines(&["extract", "--format", "jsonl"], packed.clone()), plain);
    // In members one after the other, as when packed files are joined.
    assert_eq!(lines(&["extract", "--jsonl"], [packed.clone(), packed].concat()).len(), 6);
    assert_eq!(lines(&["extract", "--jsonl"], format!("\u{FEFF}{}", STREAM.replace('\n', "\r\n"))), plain);
}

#[test]
fn threads_change_nothing() {
    let line = |i: usize| {
        json!({"id": i, "text": format!("Det kostar {i} euro den 5 maj 2025.")}).to_string() + "\n"
    };
    let stream: String = (0..5000).map(line).collect();
    let (one, _, _) = run(&["extract", "--jsonl", "--jobs", "1"], stream.clone());
    let (many, _, _) = run(&["extract", "--jsonl", "--jobs", "7"], stream);
    assert_eq!(one.lines().count(), 5000);
    assert!(one == many, "answers differ with the number of threads");
}

/// The command, reading a stream.
fn start(jobs: &str) -> Child {
    Command::new(assert_cmd::cargo::cargo_bin("newsfacts"))
        .args(["extract", "--jsonl", "--jobs", jobs])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap()
}

/// The most memory that a process has taken so far, in KiB; `None` where the system does not tell.
fn peak(child: &Child) -> Option<u64> {
    let status = std::fs::read_to_string(format!("/proc/{}/status", child.id())).ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    line.trim().strip_suffix("kB")?.trim().parse().ok()
}

#[test]
fn memory_does_not_grow_with_the_stream() {
    for jobs in ["1", "2"] {
        let mut child = start(jobs);
        let mut ask = child.stdin.take().unwrap();
        let mut answers = BufReader::new(child.stdout.take().unwrap()).lines();
        let line = json!({"text": "Det kostar 5 euro den 5 maj 2025. ".repeat(60)}).to_string() + "\n";
        // Some megabytes, then some more.
        let mut read = |documents: usize| {
            thread::scope(|scope| {
                scope.spawn(|| (0..documents).for_each(|_| ask.write_all(line.as_bytes()).unwrap()));
                assert_eq!(answers.by_ref().take(documents).filter(Result::is_ok).count(), documents);
            });
            peak(&child)
        };
        let (some, more) = (read(300), read(1_200));
        // The system sums pages roughly while threads run: the peak may be told lower later on.
        let grown = more.zip(some).map_or(0, |(more, some)| more.saturating_sub(some));
        assert!(grown < 4 * 1024, "{some:?} KiB, then {more:?} KiB");
        drop(ask);
        assert!(child.wait().unwrap().success());
    }
}

#[test]
fn an_answer_does_not_wait_for_the_next_document() {
    for jobs in ["1", "2"] {
        let mut child = start(jobs);
        let mut ask = child.stdin.take().unwrap();
        let mut answers = BufReader::new(child.stdout.take().unwrap()).lines();
        for id in 0..3 {
            writeln!(ask, "{}", json!({"id": id, "text": "Fem procent."})).unwrap();
            let answer: Value = serde_json::from_str(&answers.next().unwrap().unwrap()).unwrap();
            assert_eq!(answer["id"], id);
        }
        drop(ask);
        assert!(child.wait().unwrap().success());
    }
}

#[test]
fn a_closed_pipe_ends_it_quietly() {
    for jobs in ["1", "4"] {
        let mut child = start(jobs);
        let mut ask = child.stdin.take().unwrap();
        drop(child.stdout.take());
        let line = json!({"text": "Det kostar 5 euro.".repeat(100)}).to_string() + "\n";
        // It stops reading when it ends; until then nothing is wrong.
        while ask.write_all(line.as_bytes()).is_ok() {}
        let output = child.wait_with_output().unwrap();
        assert_eq!(String::from_utf8_lossy(&output.stderr), "");
        assert_eq!(output.status.code(), Some(0));
    }
}

#[test]
fn places_are_counted_in_other_units_too() {
    let document = json!({"text": "😀 Räntan är 5 procent."}).to_string();
    let fact = |unit: &str| {
        lines(&["extract", "--jsonl", "--offsets", unit], document.clone())[0]["mentions"][0].clone()
    };
    let (chars, utf16) = (fact("chars"), fact("utf16"));
    assert_eq!(
        (&chars["start"], &chars["start_char"], &chars["end_char"]),
        (&json!(17), &json!(12), &json!(21))
    );
    assert_eq!((&utf16["start_utf16"], &utf16["end_utf16"]), (&json!(13), &json!(22)));
}

#[test]
fn an_answer_has_the_form_that_pipelines_rely_on() {
    let (out, _, _) = run(&["extract", "--jsonl"], STREAM);
    assert_eq!(
        out.lines().next().unwrap(),
        r#"{"id":"a","mentions":[{"start":15,"end":21,"text":"fredag","kind":"date","value":"2025-08-15","edtf":"2025-08-15","start_date":"2025-08-15","end_date":"2025-08-15","inferred":{"day":"reference","month":"reference","year":"reference"}}]}"#
    );
}
