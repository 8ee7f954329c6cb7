//! The corpora of all kinds as they are written, for tests that read every text of them.

use newsfacts::Language;
use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
};

/// A folder of the tests.
pub(crate) fn folder(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests").join(name)
}

/// The marked lines of all corpora of a language, each once.
pub(crate) fn lines(language: Language) -> BTreeSet<String> {
    let files = fs::read_dir(folder("corpus").join(language.to_string())).expect("a folder");
    let read = |file: std::io::Result<fs::DirEntry>| fs::read_to_string(file.expect("a file").path());
    let lines = |source: String| {
        let says = |line: &&str| !line.trim().is_empty() && !line.starts_with('#');
        source.lines().filter(says).map(str::to_owned).collect::<Vec<_>>()
    };
    files.map(read).flat_map(|source| lines(source.expect("a corpus"))).collect()
}

/// The text of a marked line, without brackets; its date stays before it.
pub(crate) fn text(line: &str) -> String {
    line.split('\t').next().unwrap_or(line).replace(['[', ']'], "")
}
