//! What stands beside the main value, at the breadth of the corpora: for each mention of a corpus all its details, as recorded in
//! `tests/recorded/`. These files are checked output, not made by hand: what a change alters in them is read, and then written by
//!
//! ```sh
//! NEWSFACTS_RECORD=1 cargo test --test recorded
//! ```
//!
//! A case that is not recorded yet is passed over.

#[allow(dead_code)]
mod marked;

use marked::{Case, Mark};
use newsfacts::{Extractor, Kind, Language};
use std::{collections::BTreeMap, env, fmt::Write, fs, path::Path};

const HEAD: &str = "# Checked output, see tests/recorded.rs: texts of the corpus, and of each mention what stands beside its value.\n";

/// The details of a mention, those that say nothing left out.
fn details(mark: &Mark) -> String {
    let says = |(name, value): &(&&str, &String)| {
        let empty = value.chars().all(|c| c == ';');
        // The same as the value, or as almost all have it.
        let plain = matches!(**name, "timex" | "edtf") && **value == mark.value;
        let usual = **name == "tenure" && value.split(';').all(|t| t == "current");
        !empty && !plain && !usual
    };
    let all = mark.details.iter().filter(says).map(|(name, value)| format!("{name}={value}"));
    all.collect::<Vec<_>>().join(" ")
}

fn root(folder: &str, language: Language, kind: Kind) -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/{folder}/{language}-{kind}.txt"))
}

/// What differs from the record: lines for each case.
fn faults(language: Language, kind: Kind) -> String {
    let extractor = Extractor::builder().languages([language]).kinds([kind]).build().expect("own tables");
    let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/corpus/{language}/{kind}.txt"));
    let corpus = fs::read_to_string(corpus).expect("a corpus");
    let path = root("recorded", language, kind);
    let recorded = fs::read_to_string(&path).unwrap_or_default();
    let recorded: BTreeMap<&str, &str> = recorded.lines().filter_map(|l| l.split_once('\t')).collect();
    let (mut now, mut faults) = (String::from(HEAD), String::new());
    for line in corpus.lines().filter(|l| !l.trim().is_empty() && !l.starts_with('#')) {
        let key = line.split('\t').next().expect("a text");
        let case = Case::parse(line).expect("a case");
        let found: Vec<String> = case.found(&extractor, language).iter().map(details).collect();
        if found.iter().all(String::is_empty) && !recorded.contains_key(key) {
            continue;
        }
        let found = found.join("\t");
        writeln!(now, "{key}\t{found}").expect("a string");
        if recorded.get(key).is_some_and(|was| *was != found) {
            writeln!(faults, "{key}\n  was {}\n  is  {found}", recorded[key]).expect("a string");
        }
    }
    if env::var_os("NEWSFACTS_RECORD").is_some() {
        fs::create_dir_all(path.parent().expect("a folder")).expect("it can be made");
        fs::write(path, now).expect("it can be written");
        return String::new();
    }
    assert!(!recorded.is_empty(), "{} is missing", path.display());
    faults
}

macro_rules! corpora {
    ($($name:ident $kind:ident),* $(,)?) => {$(
        #[test]
        fn $name() {
            let faults: String = Language::ALL.iter().map(|&language| faults(language, Kind::$kind)).collect();
            assert!(faults.is_empty(), "\n{faults}");
        }
    )*};
}

corpora! {
    dates Date,
    money Money,
    percentages Percent,
    officials Official,
    durations Duration,
}
