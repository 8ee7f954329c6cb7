//! Files and folders, formats, and what is told when something is wrong.

mod common;

use common::{lines, newsfacts, page, run};
use predicates::prelude::*;
use std::{collections::BTreeMap, fs, path::Path};

fn write(folder: &Path, name: &str, bytes: impl AsRef<[u8]>) -> String {
    let path = folder.join(name);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(&path, bytes).unwrap();
    path.display().to_string()
}

#[test]
fn a_page_is_a_table() {
    newsfacts()
        .args(["extract"])
        .arg(page("sv.html"))
        .assert()
        .success()
        .stdout(
            predicate::str::contains("i måndags")
                .and(predicate::str::contains("2025-09-15"))
                .and(predicate::str::contains("199X"))
                .and(predicate::str::contains("from the reference date"))
                .and(predicate::str::contains("currency assumed"))
                .and(predicate::str::contains("\u{1B}").not()),
        )
        .stderr("");
}

#[test]
fn colours_are_there_only_when_wanted() {
    let coloured = |name: &str, value: &str, to: &[&str]| {
        let output =
            newsfacts().env(name, value).args(["extract"]).args(to).arg(page("sv.html")).output().unwrap();
        output.stdout.contains(&0x1B)
    };
    assert!(coloured("CLICOLOR_FORCE", "1", &[]));
    assert!(!coloured("NO_COLOR", "1", &[]));
    let mut both = newsfacts();
    both.env("CLICOLOR_FORCE", "1").env("NO_COLOR", "1").arg("extract").arg(page("sv.html"));
    assert!(!both.output().unwrap().stdout.contains(&0x1B), "NO_COLOR comes first");
}

#[test]
fn what_acts_on_a_terminal_is_not_shown() {
    let html =
        "<title>Budget \u{1B}[2J\u{9B}klar</title><h1>Budget \u{1B}[2J\u{9B}klar</h1><p>Det kostar 5 euro.";
    for color in ["0", "1"] {
        let output = newsfacts()
            .env("CLICOLOR_FORCE", color)
            .args(["extract", "--input", "html", "-"])
            .write_stdin(html)
            .output()
            .unwrap();
        let text = String::from_utf8(output.stdout).unwrap();
        assert!(text.contains("Budget"), "{text}");
        assert!(!text.contains("\u{1B}[2J") && !text.contains('\u{9B}'), "{text:?}");
    }
}

#[test]
fn folders_are_read_in_order_and_the_rest_goes_on() {
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path();
    write(
        at,
        "b/2.html",
        b"<meta charset=gbk><p>\xcf\xc2\xd4\xc2\xbf\xaa\xb9\xa4\xa3\xac\xd4\xf6\xb3\xa45%\xa1\xa3</p>",
    );
    write(at, "a.txt", "Det kostar 5 euro.");
    write(at, "b/1.jsonl", "{\"id\":1,\"text\":\"Fem procent.\"}\n{\"id\":2}\n");
    write(at, "c.txt", "Räntan är 2 procent.".encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<u8>>());
    write(at, "d.png", b"\x89PNG");
    write(at, ".hidden/x.txt", "9 procent");
    let folder = at.display().to_string();
    let (out, code, told) = run(&["extract", "--format", "jsonl", &folder, "no-such-file.txt"], "");
    let answers: Vec<serde_json::Value> = out.lines().map(|l| serde_json::from_str(l).unwrap()).collect();
    assert_eq!(code, 1, "{told}");
    let ids: Vec<String> = answers.iter().map(|a| a["id"].to_string().replace(&folder, "")).collect();
    assert_eq!(ids, ["\"/a.txt\"", "1", "2", "\"/b/2.html\"", "\"/c.txt\"", "null"]);
    assert!(answers[5]["error"].as_str().unwrap().contains("No such file"), "{out}");
    assert_eq!(answers[5]["file"], "no-such-file.txt");
    assert!(told.contains("1 files of folders were left out"), "{told}");
    // Spans of what was decoded refer to the text that comes along.
    for answer in [&answers[3], &answers[4]] {
        let (fact, text) = (&answer["mentions"][0], answer["text"].as_str().unwrap());
        let place = fact["start"].as_u64().unwrap() as usize..fact["end"].as_u64().unwrap() as usize;
        assert_eq!(&text[place], fact["text"].as_str().unwrap());
    }
    let (table, code, told) = run(&["extract", &folder, "no-such-file.txt"], "");
    assert_eq!(code, 1);
    assert!(table.contains("/c.txt") && told.contains("no-such-file.txt"), "{told}");
}

#[test]
fn options_say_what_is_known_and_what_is_looked_for() {
    let facts = |arguments: &[&str], text: &str| {
        let all = [&["extract", "--format", "jsonl", "--input", "text", "-"], arguments].concat();
        lines(&all, text)[0]["mentions"].as_array().unwrap().clone()
    };
    assert_eq!(facts(&["--date", "2025-08-13T08:00+02:00"], "Mötet är på fredag.")[0]["value"], "2025-08-15");
    assert_eq!(facts(&["--region", "hk"], "票價為50元。")[0]["currency"], "HKD");
    assert_eq!(facts(&["--lang", "zh"], "5%").len(), 1);
    let text = "Den 5 maj 2025 kostade det 5 euro, två tredjedelar av 3 procent.";
    assert_eq!(facts(&["--kind", "money,percent"], text).len(), 2);
    assert_eq!(facts(&["--also", "fraction"], text).len(), 4);
    assert_eq!(facts(&["--kind", "all"], text).len(), 4);
}

#[test]
fn rows_of_ones_own_are_read_and_their_faults_are_named() {
    let folder = tempfile::tempdir().unwrap();
    let good =
        "# Coins.\n[sv currencies]\nform\tcode\nriksdaler\tSEK\n\n[zh currencies]\nform\tcode\n云贝\tCNY\n";
    let good = write(folder.path(), "good.tsv", good);
    let (out, code, _) = run(&["extract", "--lexicon", &good], "Den såldes för 300 riksdaler.");
    assert!(code == 0 && out.contains("300 SEK"), "{out}");
    for (rows, told) in [
        ("[sv currencies]\nform\tcode\nriksdaler\tSEK\n\nmynt\tguld\n", "line 5, column `code`"),
        ("[sv coins]\n", "line 1: there is no table `coins`"),
        ("[da currencies]\n", "line 1: `da` is not read"),
        ("form\tcode\n", "line 1: rows before a line that names language and table"),
        ("# nothing\n", "no line names a language and table"),
    ] {
        let file = write(folder.path(), "bad.tsv", rows);
        let (_, code, error) = run(&["extract", "--lexicon", &file], "x");
        assert_eq!(code, 2);
        assert!(error.contains(told) && error.contains("bad.tsv"), "{error}");
    }
}

#[test]
fn readings_are_explained() {
    let text = "Under året kom 2024 personer, och det kostade 5 euro.";
    let (out, code, _) = run(&["extract", "--explain"], text);
    assert!(code == 0 && out.contains("  + money") && out.contains("  - date"), "{out}");
    let answer = &lines(&["extract", "--explain", "--format", "jsonl"], text)[0];
    let decisions = answer["decisions"].as_array().unwrap();
    assert!(decisions.iter().any(|d| d["taken"] == false && d["verdict"] == "counted"), "{answer}");
}

#[test]
fn csv_has_the_documented_columns() {
    let (out, code, _) = run(&["extract", "--format", "csv", &page("sv.html").display().to_string()], "");
    assert_eq!(code, 0);
    let mut rows = csv::Reader::from_reader(out.as_bytes());
    let columns: Vec<String> = rows.headers().unwrap().iter().map(str::to_owned).collect();
    let schema = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("SCHEMA.md")).unwrap();
    for column in &columns {
        assert!(schema.contains(&format!("`{column}`")), "SCHEMA.md says nothing of {column}");
    }
    let at = |name: &str| columns.iter().position(|c| c == name).unwrap();
    let rows: Vec<csv::StringRecord> = rows.records().map(Result::unwrap).collect();
    let money = rows.iter().find(|r| &r[at("kind")] == "money").unwrap();
    assert_eq!(
        (&money[at("number")], &money[at("unit")], &money[at("currency_assumed")]),
        ("11600000000", "SEK", "true")
    );
    let official = rows.iter().find(|r| &r[at("kind")] == "official").unwrap();
    assert_eq!((&official[at("name")], &official[at("role")]), ("Karin Lindwall", "head-of-government"));
    let offices: serde_json::Value = serde_json::from_str(&official[at("offices")]).unwrap();
    assert_eq!(offices[0]["title"], "statsminister");
}

#[test]
fn csv_has_all_of_a_record() {
    let text = "Alma Ek (S), finansminister sedan 2022, svarar. Bron öppnades två veckor senare.";
    let (out, _, _) = run(&["extract", "--format", "csv", "--also", "duration"], text);
    let mut rows = csv::Reader::from_reader(out.as_bytes());
    let rows: Vec<BTreeMap<String, String>> = rows.deserialize().map(Result::unwrap).collect();
    let official = rows.iter().find(|row| row["kind"] == "official").unwrap();
    for (column, value) in [
        ("party_id", "Q105112"),
        ("party_country", "SE"),
        ("role_wikidata", "Q83307"),
        ("body_kind", ""),
        ("person_id", ""),
        ("term", "since"),
        ("term_value", "2022"),
        ("term_start_date", "2022-01-01"),
    ] {
        assert_eq!(official[column], value, "{column}");
    }
    let length = rows.iter().find(|row| row["kind"] == "duration").unwrap();
    assert_eq!(
        ["direction", "anchor", "reach"].map(|column| length[column].as_str()),
        ["after", "event", "point"]
    );
}

#[test]
fn the_command_line_is_checked_and_explained() {
    for wrong in [
        &["extract", "--kind", "colour", "x"][..],
        &["extract", "--date", "2025-13-01", "x"],
        &["extract", "--format", "xml", "x"],
        &["extract", "--lang", "klingon", "x"],
        &["extract", "--explain", "--format", "csv", "x"],
        &["extract", "--offsets", "chars", "x"],
        &["nothing"],
        &["man", "nothing"],
    ] {
        let (out, code, error) = run(wrong, "");
        assert_eq!((out.as_str(), code), ("", 2), "{wrong:?}: {error}");
        assert!(!error.is_empty());
    }
    let (help, code, _) = run(&["--help"], "");
    assert!(code == 0 && help.contains("Examples:") && help.contains("Exit codes:"), "{help}");
    let (help, _, _) = run(&["extract", "--help"], "");
    assert!(help.contains("reference_date") && help.contains("--lexicon"), "{help}");
    let (version, _, _) = run(&["--version"], "");
    assert_eq!(version, concat!("newsfacts ", env!("CARGO_PKG_VERSION"), "\n"));
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let (script, code, _) = run(&["completions", shell], "");
        assert!(code == 0 && script.contains("newsfacts") && script.contains("people"), "{shell}");
    }
    for page in [&["man"][..], &["man", "extract"]] {
        let (man, code, _) = run(page, "");
        assert!(code == 0 && man.starts_with(".ie") && man.contains(".SH"), "{man}");
    }
}

#[test]
fn output_goes_to_a_file_and_its_faults_are_told() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("facts.jsonl").display().to_string();
    let (out, code, _) = run(&["extract", "--format", "jsonl", "-o", &file], "Det kostar 5 euro.");
    assert_eq!((out.as_str(), code), ("", 0));
    assert!(fs::read_to_string(&file).unwrap().contains("EUR"));
    let (_, code, error) = run(&["extract", "-o", "/no/such/folder/x"], "x");
    assert!(code == 2 && error.contains("/no/such/folder/x"), "{error}");
}

#[test]
fn counts_are_those_of_the_facts() {
    let (out, code, _) =
        run(&["stats", "--top", "1"], "Det kostar 5 euro, inte 5 euro eller 3 euro. 5 procent.");
    assert_eq!(code, 0);
    assert!(out.contains("3 of kind money, 2 different\n       2 × 5 EUR\n"), "{out}");
    assert!(out.starts_with("1 documents"), "{out}");
}

#[cfg(not(feature = "parquet"))]
#[test]
fn without_parquet_it_says_how_to_have_it() {
    let (out, code, said) = run(&["extract", "--format", "parquet"], "x");
    assert_eq!((out.as_str(), code), ("", 2));
    assert!(said.contains("--features parquet"), "{said}");
}
