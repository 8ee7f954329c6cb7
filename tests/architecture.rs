//! How the crate is built: what must hold for its sources.
//!
//! What breaks a rule with a reason stands in a list of exceptions beside its test. A list can only shrink: what gets worse
//! fails, and so does an exception that is no longer needed or larger than it need be.

mod shown;
mod sources;

use sources::{Source, circles, files, imports, read, without_tests};
use std::collections::{BTreeMap, BTreeSet};

/// The modules, from the ground up; files of a module import from their own and from those below.
const LAYERS: &[&[&str]] = &[
    &[
        "text", "number", "lexicon", "pattern", "scan", "value", "claim", "document", "mention", "span",
        "offsets", "error", "explain", "tsv", "detect",
    ],
    &["kind", "resolve"],
    &["lang"],
    &["languages"],
    &[
        "article",
        "owned_document",
        "people",
        "buffers",
        "read",
        "pipeline",
        "extractor",
        "lexicon_table",
        "lib",
    ],
];

/// Modules that know no language.
const SILENT: &[&str] = &["kind", "scan", "text", "pattern", "number", "lexicon", "resolve"];

/// Swedish words that are no English ones.
const SWEDISH: &[&str] = &[
    "och",
    "eller",
    "inte",
    "aldrig",
    "att",
    "som",
    "av",
    "med",
    "om",
    "det",
    "ett",
    "en",
    "är",
    "har",
    "kan",
    "ska",
    "än",
    "per",
    "mer",
    "mera",
    "fler",
    "procent",
    "kronor",
    "krona",
    "miljon",
    "miljoner",
    "miljard",
    "miljarder",
    "norge",
    "herr",
    "fru",
    "i",
    "ny",
    "nye",
    "nya",
];

/// Names of languages in code.
const LANGUAGES: &[(&str, &[&str])] =
    &[("zh", &["zh", "Chinese", "chinese", "han"]), ("sv", &["sv", "Swedish", "swedish"])];

/// What may stay over the limit in lines, with a reason: `// long: a table of …` before it or in it.
const REASON: &str = "// long: ";
const FILE: usize = 500;
const FUNCTION: usize = 80;

fn src() -> Vec<Source> {
    without_tests(read("src"))
}

fn module(path: &str) -> &str {
    path.split('/').next().unwrap_or(path).trim_end_matches(".rs")
}

fn layer(path: &str) -> Option<usize> {
    LAYERS.iter().position(|layer| layer.contains(&module(path)))
}

/// Compares what breaks a rule, and how much, with the exceptions.
fn compare(broken: &BTreeMap<String, usize>, exceptions: &[Exception]) -> Vec<String> {
    let known: BTreeMap<&str, usize> = exceptions.iter().map(|(place, most, _)| (*place, *most)).collect();
    let new = broken.iter().filter_map(|(place, count)| match known.get(place.as_str()) {
        None => Some(format!("new: (\"{place}\", {count}, \"…\"),")),
        Some(most) if count > most => Some(format!("worse: (\"{place}\", {count}), was {most}")),
        Some(most) if count < most => Some(format!("better: (\"{place}\", {count}), was {most}")),
        Some(_) => None,
    });
    let gone = known.keys().filter(|place| !broken.contains_key(**place));
    new.chain(gone.map(|place| format!("no longer an exception: \"{place}\""))).collect()
}

fn assert_none(faults: &[String], rule: &str) {
    assert!(faults.is_empty(), "{rule}\n{}", faults.join("\n"));
}

fn upward(sources: &[Source]) -> Vec<String> {
    let mut faults: Vec<String> = sources
        .iter()
        .filter(|s| layer(&s.path).is_none())
        .map(|s| format!("{} belongs to no layer", s.path))
        .collect();
    for (file, to) in imports(sources) {
        let up = to.iter().filter(|to| layer(to) > layer(file));
        faults.extend(up.map(|to| format!("{file} imports from {to}")));
    }
    faults
}

#[test]
fn imports_go_down_only() {
    assert_none(&upward(&src()), "imports go down only");
}

fn circular(sources: &[Source]) -> Vec<Vec<String>> {
    circles(&imports(sources))
}

/// How many files of a folder are in circles.
fn in_circles(circles: &[Vec<String>]) -> BTreeMap<String, usize> {
    let mut folders = BTreeMap::new();
    for circle in circles {
        let folder = circle[0].rsplit_once('/').map_or("", |(folder, _)| folder);
        *folders.entry(folder.to_owned()).or_default() += circle.len();
    }
    folders
}

#[test]
fn imports_make_no_circle() {
    let circles = circular(&src());
    let all: Vec<String> = circles.iter().map(|circle| circle.join(" ")).collect();
    let rule = format!("files import from each other in a circle; all circles:\n{}\n", all.join("\n"));
    assert_none(&compare(&in_circles(&circles), CIRCLES), &rule);
}

/// Literals that hold a word of a language: a Han character, a Swedish letter, or a listed word. Signs such as 、 and 。 are
/// punctuation.
fn spoken(source: &Source) -> usize {
    let han = |c: char| c.is_alphabetic() && (('\u{2E80}'..='\u{9FFF}').contains(&c) || c >= '\u{20000}');
    let word = |text: &str| {
        let mut words = text.split(|c: char| !c.is_alphabetic());
        // A sentence in English, such as an error's, may hold one that looks alike; a capital alone is a numeral of Rome.
        let numeral = |w: &str| w.len() == 1 && w.starts_with(char::is_uppercase);
        !text.contains(' ') && words.any(|w| !numeral(w) && SWEDISH.contains(&w.to_lowercase().as_str()))
    };
    let speaks = |text: &str| text.chars().any(|c| han(c) || "åäöéÅÄÖÉ".contains(c)) || word(text);
    source.literals().filter(|(_, text)| speaks(text)).count()
}

#[test]
fn general_modules_hold_no_word_of_a_language() {
    let broken = src()
        .iter()
        .filter(|s| SILENT.contains(&module(&s.path)))
        .map(|s| (s.path.clone(), spoken(s)))
        .filter(|(_, count)| *count > 0)
        .collect();
    assert_none(&compare(&broken, WORDS), "literals with words of a language in modules that know none");
}

/// Every language is one that others must not name.
#[test]
fn the_names_of_all_languages_are_known() {
    let folders =
        src().into_iter().filter_map(|s| Some(s.path.strip_prefix("lang/")?.split_once('/')?.0.to_owned()));
    let known: BTreeSet<&str> = LANGUAGES.iter().map(|(id, _)| *id).collect();
    let unknown: BTreeSet<String> = folders.filter(|folder| !known.contains(&**folder)).collect();
    assert!(unknown.is_empty(), "{unknown:?} in no row of LANGUAGES");
}

/// How often a file names a language that is not its own.
fn names_languages(source: &Source) -> usize {
    let foreign = LANGUAGES.iter().filter(|(id, _)| !source.path.starts_with(&format!("lang/{id}/")));
    let names: BTreeSet<&str> = foreign.flat_map(|(_, names)| names.iter().copied()).collect();
    source.words().filter(|(_, word)| names.contains(word)).count()
}

#[test]
fn only_the_registry_names_the_languages() {
    // The enum of languages, what tells them apart, and a page that says its own, are no part of reading.
    let exempt = |path: &str| {
        ["document.rs", "detect.rs", "languages.rs", "article", "lang/mod.rs"]
            .iter()
            .any(|e| path.starts_with(e))
    };
    let broken = src()
        .iter()
        .filter(|s| !exempt(&s.path))
        .map(|s| (s.path.clone(), names_languages(s)))
        .filter(|(_, count)| *count > 0)
        .collect();
    assert_none(&compare(&broken, NAMED), "languages named outside the registry and their own folder");
}

/// Everything that is compiled, the tests of a file left out.
fn all() -> Vec<Source> {
    let mut all = Vec::new();
    for directory in ["src", "tests", "examples", "benches", "crates"] {
        for mut source in read(directory) {
            source.path = format!("{directory}/{}", source.path);
            all.push(source);
        }
    }
    all
}

/// Every table is read: some file of the crate includes it.
#[test]
fn every_table_file_is_included() {
    let sources = read("src");
    let mut included = BTreeSet::new();
    for source in &sources {
        let module = source.path.rsplit_once('/').map_or("", |(module, _)| module);
        for (_, text) in source.literals().filter(|(_, text)| text.ends_with(".tsv")) {
            let up = text.matches("../").count();
            let modules: Vec<&str> = module.split('/').filter(|r| !r.is_empty()).collect();
            let base = modules[..modules.len().saturating_sub(up)].join("/");
            included.insert(
                format!("{base}/{}", text.trim_start_matches("../")).trim_start_matches('/').to_owned(),
            );
        }
    }
    let unread: Vec<String> =
        files("src", "tsv").into_iter().filter(|file| !included.contains(file)).collect();
    assert_none(
        &compare(&unread.into_iter().map(|file| (file, 1)).collect(), UNREAD),
        "tables that nothing includes",
    );
}

fn long_files(sources: &[Source]) -> BTreeMap<String, usize> {
    let reason = |s: &Source| s.text.lines().take(40).any(|l| l.trim_start().starts_with(REASON));
    let long = sources.iter().filter(|s| s.lines > FILE && !reason(s));
    long.map(|s| (s.path.clone(), s.lines)).collect()
}

#[test]
fn files_are_short() {
    assert_none(&compare(&long_files(&all()), LONG_FILES), "files of over 500 lines");
}

fn long_functions(sources: &[Source]) -> BTreeMap<String, usize> {
    let mut long = BTreeMap::new();
    for source in sources {
        let lines: Vec<&str> = source.text.lines().collect();
        for (name, first, last) in source.functions() {
            let reason = |l: &&str| l.trim_start().starts_with(REASON);
            let above =
                lines[..first - 1].iter().rev().take_while(|l| l.trim_start().starts_with(['/', '#']));
            let explained = above.clone().any(&reason) || lines[first - 1..last].iter().any(reason);
            if last - first + 1 > FUNCTION && !explained {
                long.insert(format!("{} {name}", source.path), last - first + 1);
            }
        }
    }
    long
}

#[test]
fn functions_are_short() {
    assert_none(
        &compare(&long_functions(&all()), LONG_FUNCTIONS),
        "functions of over 80 lines without `// long: reason`",
    );
}

#[test]
fn no_word_stands_in_two_lists_of_exceptions_for_nothing() {
    for list in [CIRCLES, WORDS, NAMED, UNREAD, LONG_FILES, LONG_FUNCTIONS] {
        let places: BTreeSet<&str> = list.iter().map(|(place, ..)| *place).collect();
        assert_eq!(places.len(), list.len(), "an exception stands twice");
        assert!(list.iter().all(|(_, _, reason)| reason.len() > 20), "an exception has no reason");
    }
}

/// The rules find what they are there for.
mod rules {
    use super::*;

    #[test]
    fn imports_are_seen_through_nests_and_names_handed_on() {
        let sources = [
            Source::new("lib.rs", "mod error; mod kind; mod lang; pub use error::Error;"),
            Source::new("error.rs", "/* use crate::kind; */ pub struct Error; // use crate::lang;"),
            Source::new(
                "kind/mod.rs",
                "mod date; pub(crate) use date::Date; fn f() -> Date { crate::lang::zh::A }",
            ),
            Source::new(
                "kind/date.rs",
                "use crate::{Error, lang::{self, zh::{A, B}}}; #[cfg(test)] mod tests { use super::*; }",
            ),
            Source::new("lang/mod.rs", "pub(crate) mod zh;"),
            Source::new(
                "lang/zh/mod.rs",
                "use crate::kind::Date; use super::super::kind; const C: char = '\"'; const A: &str = \"use crate::lib\";",
            ),
        ];
        let imports = imports(&sources);
        assert_eq!(
            Vec::from_iter(&imports["kind/date.rs"]),
            [&"error.rs", &"lang/mod.rs", &"lang/zh/mod.rs"]
        );
        assert_eq!(Vec::from_iter(&imports["kind/mod.rs"]), [&"kind/date.rs", &"lang/zh/mod.rs"]);
        assert_eq!(Vec::from_iter(&imports["lang/zh/mod.rs"]), [&"kind/date.rs", &"kind/mod.rs"]);
        assert!(imports["lib.rs"].is_empty() && imports["error.rs"].is_empty());
        assert_eq!(circular(&sources), [["kind/date.rs", "kind/mod.rs", "lang/zh/mod.rs"]]);
        assert_eq!(in_circles(&circular(&sources)), BTreeMap::from([("kind".to_owned(), 3)]));
        assert_eq!(upward(&sources).len(), 3, "{:?}", upward(&sources));
    }

    #[test]
    fn words_are_seen_in_literals_only() {
        let count = |text: &str| spoken(&Source::new("kind/x.rs", text));
        assert_eq!(count("// 年\n/// för\nconst A: &str = \"is no date\"; fn f<'a>(x: &'a str) {}"), 0);
        assert_eq!(
            count(
                "const A: char = '年'; const B: &str = r#\"för\"#; const C: [&str; 2] = [\"och\", \"\\u{5E74}\"];"
            ),
            4
        );
        assert_eq!(count("const A: &str = \"、。！？《》\"; const B: [char; 2] = ['。', '〇'];"), 1);
        assert_eq!(count("const A: [&str; 3] = [\"I\", \"IV\", \"i\"];"), 1);
        assert_eq!(count("#[cfg(test)]\nmod tests { const A: char = '年'; }"), 0);
        assert_eq!(
            names_languages(&Source::new("lang/sv/x.rs", "use crate::lang::zh; // Swedish and Chinese")),
            1
        );
    }

    #[test]
    fn lengths_are_seen() {
        let long = format!("fn short() {{}}\nfn long() {{\n{}}}\n", "    f();\n".repeat(FUNCTION));
        let source = |text: &str| [Source::new("x.rs", text)];
        assert_eq!(long_functions(&source(&long)), BTreeMap::from([("x.rs long".to_owned(), FUNCTION + 2)]));
        assert!(
            long_functions(&source(&long.replace("fn long", "// long: one arm a thing\nfn long"))).is_empty()
        );
        assert_eq!(long_files(&source(&"// x\n".repeat(FILE + 1))).len(), 1);
        assert!(
            long_files(&source(&format!("#[cfg(test)]\nmod tests {{\n{}}}\n", "// x\n".repeat(FILE))))
                .is_empty()
        );
    }

    #[test]
    fn exceptions_only_shrink() {
        let broken = BTreeMap::from([("a".to_owned(), 2), ("b".to_owned(), 1)]);
        assert!(compare(&broken, &[("a", 2, ""), ("b", 1, "")]).is_empty());
        assert_eq!(compare(&broken, &[("a", 1, ""), ("c", 1, "")]).len(), 3);
        assert_eq!(compare(&broken, &[("a", 3, ""), ("b", 1, "")]).len(), 1);
    }
}

/// What breaks a rule, how much, and why it may.
type Exception = (&'static str, usize, &'static str);

const CIRCLES: &[Exception] = &[];
const WORDS: &[Exception] = &[
    ("text/address.rs", 1, "the end of a block of Unicode whose signs end an address"),
    (
        "text/block.rs",
        6,
        "the ends of blocks of Unicode that hold no combining mark, or are read as they are",
    ),
    (
        "text/fold.rs",
        14,
        "the ends of blocks of Unicode, an end of the capitals of Latin-1, and 〇, which circles are read as",
    ),
    (
        "text/lines.rs",
        1,
        "the numerals that count the items of a list, which part its lines before any table is asked",
    ),
];
const NAMED: &[Exception] = &[(
    "lexicon_table.rs",
    2,
    "the public docs of a table name the languages that have it, and give rows in the words of one",
)];
const UNREAD: &[Exception] = &[];
const LONG_FILES: &[Exception] = &[];
const LONG_FUNCTIONS: &[Exception] = &[];
