//! Marked-text corpora, `tests/corpus/{language}/{kind}.txt`: a marked text a line (see `marked`); `#` begins a comment.

mod marked;

use marked::Case;
use newsfacts::{Extractor, Kind, Language};
use std::{
    fmt::Write,
    fs,
    path::{Path, PathBuf},
};

fn corpus(language: Language, kind: Kind) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/corpus/{language}/{kind}.txt"))
}

/// What is found otherwise than a corpus says: lines for each.
fn faults(language: Language, kind: Kind) -> String {
    let extractor = Extractor::builder().languages([language]).kinds([kind]).build().expect("own tables");
    let path = corpus(language, kind);
    let source = fs::read_to_string(&path).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
    let mut faults = String::new();
    let mut cases = 0;
    let lines = (1..).zip(source.lines()).filter(|(_, l)| !l.trim().is_empty() && !l.starts_with('#'));
    for (number, line) in lines {
        let place = format!("{language}/{kind}.txt:{number}");
        let case = Case::parse(line).unwrap_or_else(|e| panic!("{place}: {e}"));
        let found = case.found(&extractor, language);
        cases += 1;
        if !case.holds(&found) {
            writeln!(faults, "{place}: {}", case.difference(&found)).expect("a string");
        }
    }
    assert!(cases > 0, "{} holds no case", path.display());
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
    roles Role,
    fractions Fraction,
    durations Duration,
    recurrences Recurrence,
    vague_times VagueTime,
}

/// No kind is forgotten, and no file.
#[test]
fn every_corpus_is_read() {
    let mut files = Vec::new();
    for language in
        fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/corpus")).expect("a folder")
    {
        for file in fs::read_dir(language.expect("a folder").path()).expect("a folder") {
            files.push(file.expect("a file").path());
        }
    }
    let read: Vec<_> = Language::ALL.iter().flat_map(|l| Kind::ALL.iter().map(|k| corpus(*l, *k))).collect();
    assert!(files.iter().all(|file| read.contains(file)), "{files:?}");
    assert_eq!(files.len(), read.len());
}
