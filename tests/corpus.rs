//! Marked-text corpora, `tests/corpus/{language}/{kind}.txt`: a marked text a line (see `marked`); `#` begins a comment.

mod marked;

use marked::Case;
use newsfacts::{Extractor, Kind, Language};
use std::{fmt::Write, fs, path::Path};

fn check(language: Language, kind: Kind) {
    let extractor = Extractor::builder().languages([language]).kinds([kind]).build().expect("own tables");
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/corpus/{language}/{kind}.txt"));
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
    assert!(faults.is_empty(), "\n{faults}");
    assert!(cases > 0, "{} holds no case", path.display());
}

macro_rules! corpora {
    ($($name:ident $language:ident $kind:ident),* $(,)?) => {$(
        #[test]
        fn $name() {
            check(Language::$language, Kind::$kind);
        }
    )*};
}

corpora! {
    zh_date Chinese Date,
    zh_money Chinese Money,
    zh_percent Chinese Percent,
    zh_official Chinese Official,
    sv_date Swedish Date,
    sv_money Swedish Money,
    sv_percent Swedish Percent,
    sv_official Swedish Official,
    zh_role Chinese Role,
    sv_role Swedish Role,
    zh_fraction Chinese Fraction,
    zh_duration Chinese Duration,
    zh_recurrence Chinese Recurrence,
    zh_vague_time Chinese VagueTime,
    sv_fraction Swedish Fraction,
    sv_duration Swedish Duration,
    sv_recurrence Swedish Recurrence,
    sv_vague_time Swedish VagueTime,
}
