//! What comes out of batches, and what of bad ones.

use arrow_array::{
    Array, ArrayRef, Date32Array, Date64Array, Decimal128Array, DictionaryArray, Int64Array,
    LargeStringArray, NullArray, RecordBatch, RecordBatchIterator, StringArray, StringViewArray, StructArray,
    TimestampMicrosecondArray, TimestampSecondArray,
    cast::AsArray,
    types::{Date32Type, Decimal128Type, Int32Type, Int64Type},
};
use arrow_schema::DataType;
use newsfacts::{Extractor, Kind, Language, LexiconTable};
use newsfacts_arrow::{
    Columns, Error, FactReader, SCHEMA_VERSION, SCHEMA_VERSION_KEY, batch_of, extract_batch, extract_list,
    fact_fields, fact_list_type, fact_schema, people_batch, person_fields,
};
use std::sync::Arc;

fn strings<'a>(values: impl IntoIterator<Item = Option<&'a str>>) -> ArrayRef {
    Arc::new(values.into_iter().collect::<StringArray>())
}

fn text(value: &str) -> (&'static str, ArrayRef) {
    ("text", strings([Some(value)]))
}

fn extract(batch: &RecordBatch, columns: &Columns) -> RecordBatch {
    extract_batch(&Extractor::new(), batch, columns).unwrap()
}

/// The facts of one text.
fn facts(value: &str) -> RecordBatch {
    extract(&batch_of([text(value)]).unwrap(), &Columns::new("text"))
}

fn fault(batch: &RecordBatch, columns: &Columns) -> Error {
    let error = extract_batch(&Extractor::new(), batch, columns).unwrap_err();
    assert_eq!(extract_list(&Extractor::new(), batch, &columns.clone()).map_err(|e| e.to_string()).err(), {
        // Kept columns are not asked for in lists.
        Some(error.to_string()).filter(|_| !error.to_string().contains("twice"))
    });
    error
}

fn string(batch: &RecordBatch, column: &str, row: usize) -> Option<String> {
    let column = batch.column_by_name(column).unwrap_or_else(|| panic!("no {column}")).as_string::<i32>();
    column.is_valid(row).then(|| column.value(row).to_owned())
}

fn number(batch: &RecordBatch, column: &str, row: usize) -> Option<String> {
    let column = batch.column_by_name(column).unwrap().as_primitive::<Decimal128Type>();
    column.is_valid(row).then(|| column.value_as_string(row))
}

fn int(batch: &RecordBatch, column: &str, row: usize) -> i64 {
    batch.column_by_name(column).unwrap().as_primitive::<Int64Type>().value(row)
}

fn flag(batch: &RecordBatch, column: &str, row: usize) -> Option<bool> {
    let column = batch.column_by_name(column).unwrap().as_boolean();
    column.is_valid(row).then(|| column.value(row))
}

const MINISTER: &str = "Utbildningsminister Karin Holm (L) lägger 1,4 miljarder kronor på skolan.";

#[test]
fn a_date_says_what_it_is_and_what_it_is_not() {
    let batch =
        batch_of([text("12月5日下午3点，双方举行会谈。"), ("day", strings([Some("2022-12-06")]))]).unwrap();
    let facts = extract(&batch, &Columns::new("text").with_published("day"));
    assert_eq!(facts.num_rows(), 1);
    assert_eq!(string(&facts, "kind", 0).as_deref(), Some("date"));
    assert_eq!(string(&facts, "value", 0).as_deref(), Some("2022-12-05T15:00"));
    assert_eq!(string(&facts, "edtf", 0).as_deref(), Some("2022-12-05T15:00:00"));
    assert_eq!(string(&facts, "granularity", 0).as_deref(), Some("day"));
    assert_eq!(string(&facts, "start_time", 0).as_deref(), Some("15:00"));
    assert_eq!(string(&facts, "origin", 0).as_deref(), Some("reference"));
    assert_eq!(string(&facts, "inferred", 0).as_deref(), Some("year"));
    assert_eq!(flag(&facts, "partial", 0), Some(false));
    let day = facts.column_by_name("start_date").unwrap().as_primitive::<Date32Type>();
    assert_eq!(day.value_as_date(0).unwrap().to_string(), "2022-12-05");
    for column in ["number", "unit", "name", "offices", "direction", "deputy", "end_time"] {
        assert!(facts.column_by_name(column).unwrap().is_null(0), "{column}");
    }
    assert_eq!(string(&self::facts("12月5日，双方举行会谈。"), "value", 0).as_deref(), Some("XXXX-12-05"));
}

#[test]
fn an_amount_has_its_number_and_its_exact_text() {
    let facts = facts("Stödet höjs från 3 till 5 miljoner kronor. Andelen är 0,0000000001 procent.");
    assert_eq!(number(&facts, "number", 0).as_deref(), Some("3000000.000000000"));
    assert_eq!(number(&facts, "number", 1).as_deref(), Some("5000000.000000000"));
    assert_eq!(number(&facts, "number_from", 1).as_deref(), Some("3000000.000000000"));
    assert_eq!(string(&facts, "value_from", 1).as_deref(), Some("3000000"));
    assert_eq!(string(&facts, "unit", 1).as_deref(), Some("SEK"));
    assert_eq!(flag(&facts, "currency_assumed", 1), Some(true));
    // Ten decimals do not fit: no number rather than zero.
    assert_eq!(number(&facts, "number", 2), None);
    assert_eq!(string(&facts, "value", 2).as_deref(), Some("0.0000000001"));
    assert_eq!(string(&facts, "unit", 2).as_deref(), Some("percent"));
    let range = self::facts("投资5000亿元至6000亿元。");
    assert_eq!(string(&range, "value", 0).as_deref(), Some("500000000000"));
    assert_eq!(string(&range, "value_max", 0).as_deref(), Some("600000000000"));
    assert_eq!(number(&range, "number_max", 0).as_deref(), Some("600000000000.000000000"));
}

#[test]
fn an_official_has_all_offices() {
    let facts = facts("国务院副总理兼外长钱正出席会议。");
    assert_eq!(string(&facts, "name", 0).as_deref(), Some("钱正"));
    assert_eq!(string(&facts, "value", 0).as_deref(), Some("钱正"));
    assert_eq!((int(&facts, "name_char_start", 0), int(&facts, "name_char_end", 0)), (9, 11));
    let offices = facts.column_by_name("offices").unwrap().as_list::<i32>().value(0);
    let offices = RecordBatch::from(offices.as_struct());
    assert_eq!(offices.num_rows(), 2);
    assert_eq!(string(&offices, "title", 0), string(&facts, "title", 0));
    assert_eq!(string(&offices, "role", 1).as_deref(), Some("minister"));
    assert_eq!(string(&offices, "role_wikidata", 1).as_deref(), Some("Q83307"));
}

/// A row of the user's for each table whose rows have ids.
fn with_ids() -> Extractor {
    Extractor::builder()
        .lexicon(Language::Swedish, LexiconTable::Persons, "form\tid\nAlma Ek\tp-7")
        .lexicon(
            Language::Swedish,
            LexiconTable::Offices,
            "form\trole\tscope\tid\növerdammråd\thead-of-agency\tpublic\to-3",
        )
        .lexicon(Language::Swedish, LexiconTable::Bodies, "form\tkind\tid\nDammverket\tagency\tb-9")
        .build()
        .unwrap()
}

#[test]
fn an_official_is_a_record() {
    let value = "Alma Ek (S), överdammråd vid Dammverket sedan 2022, svarar.";
    let batch = batch_of([text(value)]).unwrap();
    let facts = extract_batch(&with_ids(), &batch, &Columns::new("text")).unwrap();
    let people = people_batch(&with_ids(), &batch, &Columns::new("text")).unwrap();
    let offices = facts.column_by_name("offices").unwrap().as_list::<i32>().value(0);
    for of_person in [&facts, &people] {
        assert_eq!(string(of_person, "person_id", 0).as_deref(), Some("p-7"));
        assert_eq!(string(of_person, "party_id", 0).as_deref(), Some("Q105112"));
        assert_eq!(string(of_person, "party_country", 0).as_deref(), Some("SE"));
    }
    for of_office in [&facts, &people, &RecordBatch::from(offices.as_struct())] {
        assert_eq!(string(of_office, "office_id", 0).as_deref(), Some("o-3"));
        assert_eq!(string(of_office, "body", 0).as_deref(), Some("Dammverket"));
        assert_eq!(string(of_office, "body_kind", 0).as_deref(), Some("agency"));
        assert_eq!(string(of_office, "body_id", 0).as_deref(), Some("b-9"));
        assert_eq!(string(of_office, "term", 0).as_deref(), Some("since"));
        assert_eq!(string(of_office, "term_value", 0).as_deref(), Some("2022"));
        let day =
            |name| of_office.column_by_name(name).unwrap().as_primitive::<Date32Type>().value_as_date(0);
        assert_eq!(day("term_start_date").unwrap().to_string(), "2022-01-01");
        assert_eq!(day("term_end_date").unwrap().to_string(), "2022-12-31");
    }
}

#[test]
fn a_length_of_time_says_where_it_lies() {
    let extractor = Extractor::builder().kinds([Kind::Duration]).build().unwrap();
    let batch = batch_of([text("Bron öppnades två veckor senare. Bygget tog tre år.")]).unwrap();
    let facts = extract_batch(&extractor, &batch, &Columns::new("text")).unwrap();
    let of = |row| ["direction", "anchor", "reach"].map(|name| string(&facts, name, row));
    assert_eq!(of(0), ["after", "event", "point"].map(|word| Some(word.to_owned())));
    assert_eq!(of(1), [None, None, None]);
}

#[test]
fn kinds_on_request_have_their_columns() {
    let extractor = Extractor::builder().kinds(Kind::ALL.iter().copied()).build().unwrap();
    let batch = batch_of([text(
        "Hälften av dem väntade i fyra dagar. Rådet möts varje tisdag. Priset fördubblades nyligen.",
    )])
    .unwrap();
    let facts = extract_batch(&extractor, &batch, &Columns::new("text")).unwrap();
    let found: Vec<_> = (0..facts.num_rows())
        .map(|row| {
            let column = |name| string(&facts, name, row).unwrap_or_default();
            (column("kind"), column("value"), column("unit"), number(&facts, "number", row))
        })
        .collect();
    let expected = [
        ("fraction", "1/2", "", None),
        ("duration", "P4D", "day", Some("4.000000000")),
        ("recurrence", "XXXX-WXX-2", "", None),
        ("fraction", "2", "", Some("2.000000000")),
        ("vague_time", "PAST_REF", "", None),
    ];
    let expected: Vec<_> = expected
        .map(|(kind, value, unit, number)| {
            (kind.to_owned(), value.to_owned(), unit.to_owned(), number.map(str::to_owned))
        })
        .into();
    assert_eq!(found, expected);
    assert_eq!(flag(&facts, "multiple", 3), Some(true));
}

#[test]
fn offsets_are_right_beside_emoji_and_rare_characters() {
    for lead in ["", "👩\u{200D}🚀🇸🇪 ", "𠮷𠮷 é̂ ", "\u{FEFF}\u{1F600}\u{0301} "] {
        for body in ["Räntan steg till 2,5 procent den 5 maj 2024.", "他说，投资1.2万亿元，同比增长5.2%。"]
        {
            let text = format!("{lead}{body}");
            let facts = facts(&text);
            assert!(facts.num_rows() >= 2, "{text}");
            let chars: Vec<char> = text.chars().collect();
            for row in 0..facts.num_rows() {
                let words = string(&facts, "text", row).unwrap();
                let place = |from, to| (int(&facts, from, row) as usize, int(&facts, to, row) as usize);
                let (from, to) = place("byte_start", "byte_end");
                assert_eq!(text[from..to], words);
                let (from, to) = place("char_start", "char_end");
                assert_eq!(chars[from..to].iter().collect::<String>(), words);
            }
        }
    }
}

#[test]
fn every_string_type_gives_the_same() {
    let values = [Some(MINISTER), None, Some("投资1.2万亿元。"), Some("")];
    let dictionary: DictionaryArray<Int32Type> = values.into_iter().collect();
    let arrays: [ArrayRef; 4] = [
        strings(values),
        Arc::new(values.into_iter().collect::<LargeStringArray>()),
        Arc::new(values.into_iter().collect::<StringViewArray>()),
        Arc::new(dictionary),
    ];
    let ids: ArrayRef = Arc::new(Int64Array::from(vec![7, 8, 9, 10]));
    let all = arrays.map(|array| {
        let batch = batch_of([("id", ids.clone()), ("text", array)]).unwrap();
        extract(&batch, &Columns::new("text").keep("id"))
    });
    assert_eq!(all[0].num_rows(), 3);
    assert_eq!((int(&all[0], "id", 0), int(&all[0], "id", 2)), (7, 9));
    assert!(all.iter().all(|batch| *batch == all[0]));
}

#[test]
fn slices_are_read_where_they_begin() {
    let batch =
        batch_of([("text", strings([Some("3 procent"), Some(MINISTER), Some("5 procent")]))]).unwrap();
    let facts = extract(&batch.slice(1, 1), &Columns::new("text"));
    assert_eq!(string(&facts, "name", 0).as_deref(), Some("Karin Holm"));
}

#[test]
fn null_texts_and_other_languages_give_no_facts() {
    let text =
        strings([Some(MINISTER), Some(MINISTER), None, Some(MINISTER), Some(MINISTER), Some(MINISTER)]);
    let language = strings([Some("sv-FI"), Some("en"), Some("sv"), None, Some("und"), Some("zh-Hant")]);
    let batch = batch_of([("text", text), ("lang", language)]).unwrap();
    let columns = Columns::new("text").with_language("lang");
    let lists = extract_list(&Extractor::new(), &batch, &columns).unwrap();
    let lengths: Vec<_> = (0..6).map(|row| lists.is_valid(row).then(|| lists.value_length(row))).collect();
    assert_eq!(lengths, [Some(2), Some(0), None, Some(2), Some(2), Some(0)]);
    assert_eq!(extract(&batch, &columns).num_rows(), 6);

    let nothing = batch_of([("text", Arc::new(NullArray::new(3)) as ArrayRef)]).unwrap();
    assert_eq!(extract(&nothing, &Columns::new("text")).num_rows(), 0);
    let empty = extract(&batch.slice(0, 0), &columns);
    assert_eq!((empty.num_rows(), empty.num_columns()), (0, fact_fields().len()));
}

#[test]
fn days_come_in_many_types() {
    let seconds = 1_754_951_400; // 2025-08-11T22:30:00Z
    let days: [(ArrayRef, &str); 7] = [
        (Arc::new(Date32Array::from(vec![20_313])), "2025-08-11"),
        (Arc::new(Date64Array::from(vec![20_313 * 86_400_000])), "2025-08-11"),
        (Arc::new(TimestampSecondArray::from(vec![seconds + 2 * 86_400])), "2025-08-11"),
        (
            Arc::new(
                TimestampMicrosecondArray::from(vec![(seconds + 86_400) * 1_000_000])
                    .with_timezone("Europe/Stockholm"),
            ),
            "2025-08-11",
        ),
        (strings([Some("2025-08-13")]), "2025-08-11"),
        (strings([Some("2025-08-13T22:30:00Z")]), "2025-08-11"),
        (strings([None]), "XXXX-WXX-1"),
    ];
    for (day, expected) in days {
        let batch = batch_of([text("Avtalet skrevs under i måndags."), ("day", day.clone())]).unwrap();
        let facts = extract(&batch, &Columns::new("text").with_published("day"));
        assert_eq!(string(&facts, "value", 0).as_deref(), Some(expected), "{:?}", day.data_type());
    }
    // The day is that of the zone: half past ten in the evening in UTC is the next day in Stockholm.
    for (zone, day) in [("UTC", "2025-08-11"), ("Europe/Stockholm", "2025-08-12"), ("+08:00", "2025-08-12")] {
        let day_column: ArrayRef = Arc::new(TimestampSecondArray::from(vec![seconds]).with_timezone(zone));
        let batch = batch_of([text("Avtalet skrevs under i dag."), ("day", day_column)]).unwrap();
        let facts = extract(&batch, &Columns::new("text").with_published("day"));
        assert_eq!(string(&facts, "value", 0).as_deref(), Some(day), "{zone}");
    }
}

#[test]
fn regions_tell_what_the_dollar_is() {
    let region = |column: &'static str, value| (column, strings([value]));
    let unit = |lang, code| {
        let batch = batch_of([text("票價為50元。"), region("lang", lang), region("region", code)]).unwrap();
        let facts = extract(&batch, &Columns::new("text").with_language("lang").with_region("region"));
        string(&facts, "unit", 0).unwrap()
    };
    assert_eq!(unit(None, Some("HK")), "HKD");
    assert_eq!(unit(Some("zh-TW"), None), "TWD");
    assert_eq!(unit(Some("zh-TW"), Some("mo")), "MOP");
    assert_eq!(unit(Some("zh-Hant-HK"), Some("SE")), "HKD");
}

#[test]
fn what_is_wrong_names_its_column() {
    let day = |value| batch_of([text("I dag."), ("day", strings([value]))]).unwrap();
    let columns = Columns::new("text").with_published("day");
    let error = fault(&day(Some("2025-02-30")), &columns);
    assert_eq!(
        error.to_string(),
        "column `day`, row 0: `2025-02-30` does not begin with a date of the form YYYY-MM-DD that exists in the calendar"
    );
    assert_eq!((error.column(), error.row(), error.is_value()), (Some("day"), Some(0), true));
    assert!(fault(&day(Some("igår")), &columns).is_value());
    assert_eq!(extract(&day(Some(" ")), &columns).num_rows(), 1);

    let far: ArrayRef = Arc::new(Date32Array::from(vec![i32::MAX]));
    assert!(
        fault(&batch_of([text("I dag."), ("day", far)]).unwrap(), &columns)
            .to_string()
            .contains("column `day`")
    );

    let number: ArrayRef = Arc::new(Int64Array::from(vec![1]));
    let error = fault(&batch_of([("text", number.clone())]).unwrap(), &Columns::new("text"));
    assert_eq!(error.to_string(), "column `text` has the type Int64; a string is needed");
    assert!(error.is_type());
    let error = fault(&batch_of([text("I dag."), ("day", number)]).unwrap(), &columns);
    assert_eq!(
        error.to_string(),
        "column `day` has the type Int64; a date, a timestamp or a string is needed"
    );

    for (column, value) in [("lang", "1,4 miljarder"), ("lang", "svenska språket"), ("region", "Taipei")] {
        let batch = batch_of([text("I dag."), (column, strings([Some(value)]))]).unwrap();
        let columns = Columns::new("text");
        let columns =
            if column == "lang" { columns.with_language(column) } else { columns.with_region(column) };
        let error = fault(&batch, &columns);
        assert!(
            error.to_string().starts_with(&format!("column `{column}`, row 0: `{value}` is no code")),
            "{error}"
        );
    }

    let batch = batch_of([text("I dag."), ("title", strings([Some("Nytt")]))]).unwrap();
    for missing in [Columns::new("body"), columns.clone(), Columns::new("text").with_region("land")] {
        assert!(fault(&batch, &missing).is_missing());
    }
    let missing = extract_batch(&Extractor::new(), &batch, &Columns::new("text").keep("id")).unwrap_err();
    assert_eq!(missing.to_string(), "there is no column `id`; there is `text`, `title`");
    let twice = fault(&batch, &Columns::new("text").keep("title"));
    assert_eq!(
        twice.to_string(),
        "column `title` would stand twice in the result; keep it under another name"
    );
    let kept = extract(&batch, &Columns::new("text").keep_as("title", "headline"));
    assert_eq!(string(&kept, "headline", 0).as_deref(), Some("Nytt"));
}

#[test]
fn the_schema_is_what_comes_out() {
    let batch = batch_of([text(MINISTER), ("id", strings([Some("a")]))]).unwrap();
    let columns = Columns::new("text").keep("id");
    let schema = fact_schema(batch.schema_ref(), &columns).unwrap();
    let facts = extract(&batch, &columns);
    assert_eq!(facts.schema(), schema);
    assert_eq!(schema.metadata()[SCHEMA_VERSION_KEY], SCHEMA_VERSION.to_string());
    assert_eq!(schema.fields().len(), 1 + fact_fields().len());
    let list = extract_list(&Extractor::new(), &batch, &columns).unwrap();
    assert_eq!(*list.data_type(), fact_list_type());
    // The list holds what the batch holds.
    let rows = RecordBatch::from(StructArray::from(list.value(0).to_data()));
    assert_eq!(rows.columns(), &facts.columns()[1..]);
}

/// The version grows with what this test pins: names, places and types.
#[test]
fn the_schema_of_version_2() {
    let short = |of: &DataType| match of {
        DataType::Utf8 => "s".to_owned(),
        DataType::Int64 => "i".to_owned(),
        DataType::Boolean => "b".to_owned(),
        DataType::Date32 => "d".to_owned(),
        DataType::Decimal128(38, 9) => "n".to_owned(),
        DataType::List(_) => "l".to_owned(),
        other => other.to_string(),
    };
    let line = |fields: &arrow_schema::Fields| {
        let field = |f: &arrow_schema::FieldRef| {
            format!("{}:{}{}", f.name(), short(f.data_type()), if f.is_nullable() { "?" } else { "" })
        };
        fields.iter().map(field).collect::<Vec<_>>().join(" ")
    };
    assert_eq!(SCHEMA_VERSION, 2);
    assert_eq!(
        line(&fact_fields()),
        "kind:s byte_start:i byte_end:i char_start:i char_end:i text:s value:s modifier:s? alternative:s? edtf:s? \
         start_date:d? end_date:d? granularity:s? part_of_day:s? start_time:s? end_time:s? partial:b? origin:s? \
         inferred:s? number:n? number_max:n? number_from:n? value_max:s? value_from:s? unit:s? per:s? direction:s? \
         basis:s? anchor:s? reach:s? currency_assumed:b? multiple:b? name:s? name_byte_start:i? name_byte_end:i? \
         name_char_start:i? name_char_end:i? person_id:s? party:s? party_id:s? party_country:s? title:s? office_id:s? \
         role:s? role_wikidata:s? body:s? body_kind:s? body_id:s? country:s? tenure:s? deputy:b? term:s? term_value:s? \
         term_start_date:d? term_end_date:d? offices:l?"
    );
    assert_eq!(
        line(&person_fields()),
        "name:s person_id:s? party:s? party_id:s? party_country:s? title:s? office_id:s? role:s? role_wikidata:s? body:s? \
         body_kind:s? body_id:s? country:s? tenure:s? deputy:b? term:s? term_value:s? term_start_date:d? term_end_date:d? \
         offices:l? mentions:l"
    );
}

#[test]
fn people_are_rows() {
    let value = "Finansminister Eva Lindholm (M) höjer prognosen. Lindholm räknar med 2 procent, sade finansministern.";
    let batch =
        batch_of([("text", strings([None, Some(value)])), ("id", strings([Some("a"), Some("b")]))]).unwrap();
    let people = people_batch(&Extractor::new(), &batch, &Columns::new("text").keep("id")).unwrap();
    assert_eq!(people.num_rows(), 1);
    assert_eq!(string(&people, "id", 0).as_deref(), Some("b"));
    assert_eq!(string(&people, "name", 0).as_deref(), Some("Eva Lindholm"));
    assert_eq!(string(&people, "party", 0).as_deref(), Some("M"));
    let mentions = people.column_by_name("mentions").unwrap().as_list::<i32>().value(0);
    let mentions = RecordBatch::from(mentions.as_struct());
    let chars: Vec<char> = value.chars().collect();
    let links: Vec<_> = (0..mentions.num_rows())
        .map(|row| {
            let place = int(&mentions, "char_start", row) as usize..int(&mentions, "char_end", row) as usize;
            assert_eq!(chars[place].iter().collect::<String>(), string(&mentions, "text", row).unwrap());
            string(&mentions, "link", row).unwrap()
        })
        .collect();
    assert_eq!(links, ["office", "short_name", "title"]);
}

#[test]
fn a_reader_gives_batch_for_batch() {
    let batch = batch_of([("text", strings([Some(MINISTER), None]))]).unwrap();
    let documents = || {
        RecordBatchIterator::new(
            [Ok(batch.clone()), Ok(batch.slice(1, 1)), Ok(batch.clone())],
            batch.schema(),
        )
    };
    let reader = FactReader::new(Extractor::new(), documents(), Columns::new("text")).unwrap();
    let rows: Vec<_> = reader.map(|batch| batch.unwrap().num_rows()).collect();
    assert_eq!(rows, [2, 0, 2]);
    let mut late = FactReader::new(Extractor::new(), documents(), Columns::new("body")).unwrap();
    assert!(late.next().unwrap().unwrap_err().to_string().contains("there is no column `body`"));
}

#[test]
fn decimals_have_38_digits_and_9_after_the_point() {
    let facts = facts("投资1.2万亿元。");
    let column = facts.column_by_name("number").unwrap();
    let column: &Decimal128Array = column.as_primitive();
    assert_eq!((column.precision(), column.scale()), (38, 9));
}
