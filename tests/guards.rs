//! Every row of a table of guards proves itself in a sentence.
//!
//! The tables are `src/lang/{zh,sv,…}/{date,amount,official,duration}-guards.tsv`. For each of them `tests/guards/{zh,sv,…}/` has a file of
//! *carriers*, `{date,amount,official,duration}.tsv`: sentences that a class of words decides. A line holds, separated by tabs, the
//! class, where the word stands (`before` the reading, `after` it, in its `clause`, or `itself` part of it), and a marked text (see `marked`)
//! with a place for the word:
//!
//! ```text
//! # A number before such a word counts it.
//! counted    after    Sedan 1500 {} löpte hon ensam.
//! leads    before    Staden brann {} [1567].    1567
//! approx    before    Det kostar {} [90 kronor].    SEK 90 modifier={value}
//! ```
//!
//! - `{}` is the form of the row, and each of its `forms` in turn; `{^}` the form with a capital; `{value}` what the row has in its column `value`.
//! - Each row stands in all carriers of each of its classes, side by side, and all of them must hold. A row that does not fit
//!   (grammar, capitals, two classes that contradict) brings its own sentence in a column `example`, where ` | ` stands for
//!   the tabs of a marked text and ` || ` between two of them; an example must hold the form, and the row then needs no carrier.
//! - `-`, a row that is nothing to a reading, has carriers like a class.
//! - A carrier must need the word: with a word that no table has in its place it must not hold.
//! - `-ades`, the ending of a word, is carried behind a stem that is no word.

mod marked;

use marked::Case;
use newsfacts::{Extractor, Kind, Language};
use std::{collections::BTreeSet, fmt::Write, fs, path::Path};

const SIDES: [&str; 4] = ["before", "after", "clause", "itself"];

/// A word that no table has, and a stem for endings.
const fn nobody(language: Language) -> (&'static str, &'static str) {
    match language {
        Language::Chinese => ("囧囧", "囧"),
        _ => ("grynstalp", "grynst"),
    }
}

/// A row of a table of guards.
struct Guard<'a> {
    line: usize,
    form: &'a str,
    /// The form and its other forms.
    forms: Vec<&'a str>,
    /// What stands in the columns of [`SIDES`].
    sides: [&'a str; 4],
    value: &'a str,
    example: &'a str,
}

/// A sentence that a class decides.
struct Carrier<'a> {
    line: usize,
    class: &'a str,
    side: usize,
    text: &'a str,
}

/// The lines of a table that say something, counted from 1.
fn lines(source: &str) -> impl Iterator<Item = (usize, &str)> {
    (1..).zip(source.lines()).filter(|(_, line)| !line.trim().is_empty() && !line.starts_with('#'))
}

fn guards(source: &str) -> Vec<Guard<'_>> {
    let mut lines = lines(source);
    let columns: Vec<&str> = lines.next().map_or(Vec::new(), |(_, header)| header.split('\t').collect());
    lines
        .map(|(line, row)| {
            let cells: Vec<&str> = row.split('\t').collect();
            let cell = |name: &str| {
                let place = columns.iter().position(|c| *c == name);
                place.and_then(|i| cells.get(i)).copied().unwrap_or("")
            };
            Guard {
                line,
                form: cell("form"),
                forms: [cell("form")]
                    .into_iter()
                    .chain(cell("forms").split('|'))
                    .filter(|f| !f.is_empty())
                    .collect(),
                sides: SIDES.map(cell),
                value: cell("value"),
                example: cell("example"),
            }
        })
        .collect()
}

fn carriers(source: &str) -> Result<Vec<Carrier<'_>>, String> {
    lines(source)
        .map(|(line, row)| {
            let mut cells = row.splitn(3, '\t');
            let (class, side) = (cells.next().unwrap_or(""), cells.next().unwrap_or(""));
            let side = SIDES.iter().position(|s| *s == side);
            let side = side.ok_or(format!("{line}: the side is `before`, `after`, `clause` or `itself`"))?;
            let text = cells.next().filter(|t| t.contains("{}") || t.contains("{^}"));
            let text = text.ok_or(format!("{line}: no `{{}}` for the word"))?;
            Ok(Carrier { line, class, side, text })
        })
        .collect()
}

/// A marked text with a word in its place.
fn fill(text: &str, word: &str, value: &str) -> String {
    let mut letters = word.chars();
    let capital: String = letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect();
    text.replace("{^}", &capital).replace("{}", word).replace("{value}", value)
}

/// What is wrong with a table of guards and its carriers: a line for each fault.
fn faults(language: Language, extractor: &Extractor, table: &str, sentences: &str) -> String {
    let mut faults = String::new();
    let mut fault =
        |place: String, problem: String| writeln!(faults, "{place}: {problem}").expect("a string");
    let carriers = match carriers(sentences) {
        Ok(carriers) => carriers,
        Err(problem) => return format!("carriers:{problem}\n"),
    };
    let (nobody, stem) = nobody(language);
    let holds = |text: &str| {
        let case = Case::parse(text)?;
        let found = case.found(extractor, language);
        if case.holds(&found) { Ok(()) } else { Err(case.difference(&found)) }
    };
    let mut carried = BTreeSet::new();
    for guard in guards(table) {
        let place = |more: &str| format!("table:{}: `{}`{more}", guard.line, guard.form);
        if !guard.example.is_empty() {
            let forms = guard.forms.iter().map(|f| f.strip_prefix('-').unwrap_or(f).to_lowercase());
            let forms: Vec<String> = forms.collect();
            for example in guard.example.split(" || ") {
                let text = example.replace(" | ", "\t");
                let plain = text.to_lowercase().replace(['[', ']'], "");
                if !forms.iter().any(|form| plain.contains(form)) {
                    fault(place(""), "its example is without it".to_owned());
                } else if let Err(problem) = holds(&text) {
                    fault(place(""), problem);
                }
            }
        }
        let word = |form: &str| match form.strip_prefix('-') {
            Some(ending) if !ending.is_empty() => format!("{stem}{ending}"),
            _ => form.to_owned(),
        };
        for (side, classes) in guard.sides.iter().enumerate() {
            for class in classes.split(' ').filter(|c| !c.is_empty()) {
                let mut none = true;
                for (i, carrier) in carriers.iter().enumerate() {
                    if (carrier.class, carrier.side) != (class, side) {
                        continue;
                    }
                    none = false;
                    let first = carried.insert(i);
                    for form in guard.forms.iter().filter(|_| guard.example.is_empty()) {
                        if let Err(problem) = holds(&fill(carrier.text, &word(form), guard.value)) {
                            fault(place(&format!(" ({} {class})", SIDES[side])), problem);
                        }
                    }
                    if first && class != "-" && holds(&fill(carrier.text, nobody, guard.value)).is_ok() {
                        let problem =
                            format!("holds with `{nobody}` in the word's place too: it proves nothing");
                        fault(format!("carriers:{}: `{class}`", carrier.line), problem);
                    }
                }
                if none && guard.example.is_empty() {
                    fault(place(""), format!("no carrier for the class `{class}` {}", SIDES[side]));
                }
            }
        }
    }
    for (_, carrier) in (0..).zip(&carriers).filter(|(i, _)| !carried.contains(i)) {
        let problem =
            format!("no row of the table has the class `{}` {}", carrier.class, SIDES[carrier.side]);
        fault(format!("carriers:{}", carrier.line), problem);
    }
    faults
}

fn extractor(language: Language, kinds: &[Kind]) -> Extractor {
    Extractor::builder().languages([language]).kinds(kinds.iter().copied()).build().expect("own tables")
}

/// What is wrong with the guards of a group of kinds in a language, which need not have the table.
fn faults_of(language: Language, group: &str, kinds: &[Kind]) -> String {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let table = format!("src/lang/{language}/{group}-guards.tsv");
    let sentences = format!("tests/guards/{language}/{group}.tsv");
    let read = |path: &str| fs::read_to_string(root.join(path)).ok();
    let Some(source) = read(&table) else {
        assert!(read(&sentences).is_none(), "{sentences} has no table {table}");
        return String::new();
    };
    let faults =
        faults(language, &extractor(language, kinds), &source, &read(&sentences).unwrap_or_default());
    let named = |line: &str| {
        let line = line.strip_prefix("table:").map_or(line.to_owned(), |rest| format!("{table}:{rest}"));
        line.strip_prefix("carriers:").map_or(line.clone(), |rest| format!("{sentences}:{rest}"))
    };
    faults.lines().map(|line| named(line) + "\n").collect()
}

macro_rules! groups {
    ($($name:ident $group:literal $kinds:expr),* $(,)?) => {$(
        #[test]
        fn $name() {
            let of = |&language| faults_of(language, $group, &$kinds);
            let faults: String = Language::ALL.iter().map(of).collect();
            assert!(faults.is_empty(), "\n{faults}");
        }
    )*};
}

groups! {
    dates "date" [Kind::Date],
    amounts "amount" [Kind::Money, Kind::Percent],
    officials "official" [Kind::Official],
    durations "duration" [Kind::Duration],
}

/// The check itself finds what it is there for.
#[test]
fn faults_are_found() {
    let extractor = extractor(Language::Swedish, &[Kind::Percent]);
    let check = |table: &str, carriers: &str| faults(Language::Swedish, &extractor, table, carriers);
    let table = "form\tbefore\tafter\tvalue\texample\ncirka\tmodifies\t\tapprox\t\n";
    let good = "modifies\tbefore\tAndelen är {} [5 procent].\t5 percent modifier={value}\n";
    assert_eq!(check(table, good), "");
    for (table, carriers, expected) in [
        (table, "", "table:2: `cirka`: no carrier for the class `modifies` before"),
        (
            table,
            "modifies\tbefore\tAndelen är {} [5 procent].\t6 percent\n",
            "table:2: `cirka` (before modifies)",
        ),
        (table, "modifies\tbefore\tAndelen är {} [5 procent].\t5 percent modifier=\n", "modifier=approx"),
        (
            table,
            "modifies\tbefore\tAndelen är {} [5 procent].\t5 percent\n",
            "carriers:1: `modifies`: holds with",
        ),
        (table, "modifies\tafter\t{} x\n", "carriers:1: no row of the table has the class `modifies` after"),
        (table, "modifies\tbeside\t{} x\n", "carriers:1: the side is"),
        (table, "modifies\tbefore\tx\n", "carriers:1: no `{}`"),
        ("form\texample\nefter\tI går\n", "", "table:2: `efter`: its example is without it"),
        (
            "form\tbefore\texample\n-ades\tpast\tDet ändrades [5 procent]. | 6 percent\n",
            "",
            "found    [5 procent] 5 percent",
        ),
    ] {
        let found = check(table, carriers);
        assert!(found.contains(expected), "{found} does not say `{expected}`");
    }
}
