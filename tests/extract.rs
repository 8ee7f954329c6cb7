//! The `extract` example, whose answers other programs read: not a byte of them changes unseen.
#![cfg(all(feature = "html", feature = "serde"))]

#[path = "../examples/extract.rs"]
#[allow(dead_code)]
mod extract;

use newsfacts::Extractor;

/// The answers to some lines, and whether all could be read.
fn answers(lines: &str) -> (Vec<String>, bool) {
    let mut out = Vec::new();
    let whole = extract::stream(&Extractor::new(), lines.as_bytes(), &mut out).unwrap();
    (String::from_utf8(out).unwrap().lines().map(str::to_owned).collect(), whole)
}

#[test]
fn each_document_is_answered_by_a_line_in_order() {
    let (answers, whole) = answers(
        r#"{"id":"a","lang":"sv","reference_date":"2025-08-13T22:30:00Z","text":"Möte på fredag om 5 procent."}

{"id":[7,{"b":1,"a":2}],"text":"\"Nej\", sade finansminister Eva Lindholm (M)."}
{"text":"钱不够。","lang":"zh","reference_date":null}"#,
    );
    assert!(whole);
    assert_eq!(
        answers,
        [
            r#"{"id":"a","mentions":[{"start":10,"end":16,"text":"fredag","kind":"date","value":"2025-08-15","edtf":"2025-08-15","start_date":"2025-08-15","end_date":"2025-08-15","inferred":{"day":"reference","month":"reference","year":"reference"}},{"start":20,"end":29,"text":"5 procent","kind":"percent","value":"5","unit":"percent"}]}"#,
            r#"{"id":[7,{"b":1,"a":2}],"mentions":[{"start":12,"end":39,"text":"finansminister Eva Lindholm","kind":"official","name":"Eva Lindholm","name_start":27,"name_end":39,"titles":["finansminister"],"role":"minister","tenure":"current","party":"M","party_id":"Q110843","party_country":"SE","offices":[{"title":"finansminister","start":12,"end":26,"role":"minister","tenure":"current"}]}]}"#,
            r#"{"id":null,"mentions":[]}"#,
        ]
    );
}

#[test]
fn of_a_page_the_answer_has_the_text_that_spans_count_in() {
    let (answers, whole) = answers(
        r#"{"id":1,"html":"<html lang=sv><title>Bron</title><meta name=pubdate content=2025-08-13><h1>Bron</h1><p>Den kostar 5 miljoner kronor."}"#,
    );
    assert!(whole);
    assert_eq!(
        answers,
        [
            r#"{"id":1,"mentions":[{"start":17,"end":34,"text":"5 miljoner kronor","kind":"money","amount":"5000000","currency":"SEK","currency_assumed":true}],"title":"Bron","published":"2025-08-13","published_source":"meta","language":"sv","text":"Bron\n\nDen kostar 5 miljoner kronor."}"#
        ]
    );
}

#[test]
fn a_line_that_cannot_be_read_is_answered_in_its_place() {
    let lines = [
        "{",
        r#"{"text":"5 %"}"#,
        r#"{"id":1}"#,
        r#"{"text":"x","html":"y"}"#,
        r#"{"text":"x","lang":"tlhh"}"#,
        r#"{"text":"x","reference_date":"2025-02-30"}"#,
        r#"{"text":5}"#,
        "[]",
    ];
    let (answers, whole) = answers(&lines.join("\n"));
    assert!(!whole);
    assert_eq!(answers.len(), lines.len());
    for (number, (answer, line)) in answers.iter().zip(lines).enumerate() {
        let read = line == lines[1];
        assert_eq!(answer.contains("\"mentions\":[{"), read, "{answer}");
        assert_eq!(answer.starts_with(&format!("{{\"line\":{},\"error\":\"", number + 1)), !read, "{answer}");
    }
    assert!(answers[4].contains("`tlhh`") && answers[5].contains("`2025-02-30`"));
}
