//! What is written is read back: the output of pipelines, for every kind.
#![cfg(feature = "serde")]

use newsfacts::{
    Document, Extractor, Fact, Kind, Language, Mention, OwnedMention, Segment, jiff::civil::date, value::Date,
};
use serde_json::{Value, json};

fn all() -> Extractor {
    Extractor::builder().kinds(Kind::ALL.iter().copied()).build().unwrap()
}

/// Texts with every field of every kind.
const TEXTS: &[(Language, &str)] = &[
    (
        Language::Swedish,
        "STOCKHOLM 12 mars. Den 5 maj klockan 9–11 höjs bidraget från 3 till 5 miljoner norska kronor per skola.",
    ),
    (
        Language::Swedish,
        "Räntan steg med drygt 0,25 procentenheter jämfört med föregående månad, för två veckor sedan.",
    ),
    (
        Language::Swedish,
        "Förre utrikesministern Eva Lind (S) och vice ordförande Per Alm i landstinget möttes.",
    ),
    (
        Language::Swedish,
        "Två tredjedelar av dem möts varje tisdag i tre timmar, nyligen sade tränaren Ulf Berg det.",
    ),
    (
        Language::Swedish,
        "Alma Berg (M), finansminister sedan 2022, och riksbankschef Bo Ek, ordförande i FN:s råd 2014–2019, talade.",
    ),
    (Language::Chinese, "12月5日下午3时，国家统计局局长陈明表示，前三季度投资约1.2万亿元，同比增长5.2%。"),
    (Language::Chinese, "2019年至2021年，上世纪90年代，2024年春季，第32周，香港撥款$12億。"),
    (Language::Swedish, "Bron öppnades två veckor senare, och avgiften ska betalas inom tre dagar."),
    (Language::Chinese, "申请人须在两周内答复。未来三年，村里要修路，会议结束三天后动工。"),
    (Language::Chinese, "他工作了三年，每周三去，近日三分之一的人离开。总经理王伟去了。"),
];

fn facts<'t>(extractor: &Extractor, language: Language, text: &'t str) -> Vec<Mention<'t, Fact>> {
    let document = Document::new(text).with_language(language).with_published(date(2025, 8, 13));
    extractor.facts(&document).collect()
}

#[test]
fn every_fact_is_read_back() {
    let extractor = all();
    let mut kinds = Vec::new();
    for &(language, text) in TEXTS {
        for mention in facts(&extractor, language, text) {
            let written = serde_json::to_string(&mention).unwrap();
            let read: OwnedMention =
                serde_json::from_str(&written).unwrap_or_else(|e| panic!("{written}: {e}"));
            assert_eq!(read, mention.clone().into_owned(), "{written}");
            assert_eq!(serde_json::to_string(&read).unwrap(), written);
            kinds.push(mention.value().kind());
        }
    }
    for kind in Kind::ALL {
        assert!(kinds.contains(kind), "no {kind} among the texts");
    }
}

#[test]
fn the_fields_of_the_output_are_those_of_the_contract() {
    let extractor = Extractor::new();
    let written =
        |language, text, n: usize| serde_json::to_value(&facts(&extractor, language, text)[n]).unwrap();
    assert_eq!(
        written(Language::Swedish, "Mötet är den 5 maj 2025.", 0),
        json!({
            "start": 11, "end": 25, "text": "den 5 maj 2025", "kind": "date", "value": "2025-05-05",
            "edtf": "2025-05-05", "start_date": "2025-05-05", "end_date": "2025-05-05"
        })
    );
    assert_eq!(
        written(Language::Swedish, "Det kostar drygt 300 norska kronor.", 0),
        json!({
            "start": 17, "end": 34, "text": "300 norska kronor", "kind": "money", "amount": "300",
            "currency": "NOK", "modifier": "more_than"
        })
    );
    assert_eq!(
        written(Language::Chinese, "通胀率为2%至3%。", 0),
        json!({
            "start": 12, "end": 19, "text": "2%至3%", "kind": "percent", "value": "2", "value_max": "3",
            "unit": "percent"
        })
    );
    let official = written(Language::Swedish, "Förre utrikesminister Eva Lind (S) talade.", 0);
    for (field, value) in [
        ("kind", json!("official")),
        ("name", json!("Eva Lind")),
        ("name_start", json!(23)),
        ("titles", json!(["Förre utrikesminister"])),
        ("role", json!("minister")),
        ("tenure", json!("former")),
        ("party", json!("S")),
        ("party_id", json!("Q105112")),
        ("party_country", json!("SE")),
    ] {
        assert_eq!(official[field], value, "{field}");
    }
    let official = written(Language::Swedish, "Alma Berg, chef för Skolverket sedan 2022, svarar.", 0);
    assert_eq!(official["body_kind"], json!("agency"));
    let (office, term) = (&official["offices"][0], &official["offices"][0]["term"]);
    assert_eq!((&office["body"], &office["body_kind"]), (&json!("Skolverket"), &json!("agency")));
    assert_eq!((&term["sense"], &term["value"]), (&json!("since"), &json!("2022")));
    assert_eq!((&term["start"], &term["end"]), (&json!(38), &json!(42)));
}

#[test]
fn lengths_say_how_they_lie() {
    let extractor = Extractor::builder().kinds([Kind::Duration]).build().unwrap();
    let written = |text| serde_json::to_value(&facts(&extractor, Language::Swedish, text)[0]).unwrap();
    assert_eq!(
        written("Svar ges inom tre dagar."),
        json!({
            "start": 14, "end": 23, "text": "tre dagar", "kind": "duration", "value": "P3D",
            "direction": "after", "anchor": "now", "reach": "within"
        })
    );
    assert_eq!(
        written("Hon bodde där i tre år."),
        json!({"start": 17, "end": 24, "text": "tre år", "kind": "duration", "value": "P3Y"})
    );
    let later = facts(&extractor, Language::Swedish, "Den revs tre år senare.");
    let shown = format!("{:?}", later[0]);
    assert!(shown.contains("direction: After, anchor: Event, reach: Point"), "{shown}");
}

#[test]
fn bad_values_are_refused() {
    let read = |value: Value| serde_json::from_value::<OwnedMention>(value);
    let of = |fields: Value| {
        let mut all = json!({"start": 0, "end": 1, "text": "x"});
        all.as_object_mut().unwrap().extend(fields.as_object().unwrap().clone());
        all
    };
    assert!(read(of(json!({"kind": "date", "value": "2025-02-30"}))).is_err());
    assert!(read(of(json!({"kind": "money", "amount": "1", "currency": "XXZ"}))).is_err());
    assert!(read(of(json!({"kind": "money", "amount": "much", "currency": "SEK"}))).is_err());
    assert!(read(of(json!({"kind": "percent", "value": "1", "unit": "pound"}))).is_err());
    assert!(read(of(json!({"kind": "weather"}))).is_err());
    assert!(read(of(json!({"kind": "duration", "value": "P3D", "direction": "after"}))).is_err());
    assert!(read(of(json!({"kind": "duration", "value": "P3D"}))).is_ok());
    assert!(read(of(json!({"kind": "percent", "value": "1", "unit": "percent"}))).is_ok());
}

#[test]
fn people_and_segments_are_written() {
    let text = "Finansminister Eva Lindholm (M) höjer med 2 procent. Lindholm är nöjd.";
    let extractor = Extractor::new();
    let people = serde_json::to_value(extractor.people(text)).unwrap();
    assert_eq!(people[0]["name"], "Eva Lindholm");
    assert_eq!(people[0]["party_id"], "Q110843");
    assert_eq!(people[0]["mentions"][1]["link"], "short_name");
    assert_eq!(people[0]["mentions"][0]["certain"], true);
    assert_eq!(people[0]["mentions"][1]["certain"], false);
    let cover: Vec<Value> =
        extractor.segments(text).map(|s: Segment<'_>| serde_json::to_value(s).unwrap()).collect();
    let whole: String = cover.iter().map(|s| s["text"].as_str().unwrap()).collect();
    assert_eq!(whole, text);
}

#[test]
fn dates_are_ordered_by_their_days() {
    let read = |value: &str| value.parse::<Date>().unwrap();
    assert!(read("2025-05-05") < read("2025-05-06"));
    assert!(read("2025-05") < read("2025-05-06"), "the month begins before the day");
    assert!(read("2025-05-01") < read("2025-05"), "the day ends before the month");
    assert!(read("XXXX-05-05").partial_cmp(&read("2025-05-06")).is_none());
    assert!(read("2025-Q1").partial_cmp(&read("2025-01/2025-03")).is_none());
}
