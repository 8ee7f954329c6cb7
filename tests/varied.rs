//! What small changes of a text do: of every text of the corpora and of long documents made from them, a number of variations
//! (`tests/variations/`) is read with all kinds, some as most extractors read, and `tests/recorded/{language}-varied.txt` has
//! short hashes of all that is told: facts, persons, verdicts. So conditions that no sentence was written for can't change unseen.
//! What is recorded is not always right: it is what is read of broken text. Variations that give something else are listed with
//! what they give now.
//! Files with all that is told of all of them, to compare the code before and after a change, are written to a folder by
//!
//! ```sh
//! NEWSFACTS_VARIED=FOLDER cargo test --test varied
//! ```
//!
//! and what has changed is recorded, when it was read, by
//!
//! ```sh
//! NEWSFACTS_RECORD=1 cargo test --test varied
//! ```
//!
//! `tests/recorded/{language}-telling.txt` has variations written out, with all that is told of them. They were found among
//! more than a million, each for a mutant of the code (`scripts/mutants.py`) that no other text told apart, and made as short as that
//! allows; few are prose, and of prose none that is read wrongly. A text that is added there as a line by itself is recorded as
//! the others are.
//!
//! A variation that is no longer what it was, as another text or row is drawn for it, is passed over; so are texts without a record.
#![cfg(feature = "serde")]

mod corpora;
#[allow(dead_code)]
mod marked;
mod variations;

use corpora::folder;
use marked::Case;
use newsfacts::{Document, Extractor, Kind, Language, Link, Mention, Person};
use std::{collections::BTreeMap, env, fmt::Write, fs, path::Path, thread};
use variations::{Variations, Varied, hash};

const HEAD: &str = "# Checked output, see tests/varied.rs.\n";

/// Variations of each text, and sentences made from it.
const TEXT: u64 = 24;
const SENTENCES: u64 = 16;

/// Long documents and mixtures of each language, and how many stand in a line of the record.
const DOCUMENTS: u64 = 1_200;
const MIXTURES: u64 = 20_000;
const LINE: usize = 20;

/// Of so many variations one is read for persons and verdicts too; of the documents all are.
const ALL: u64 = 5;

/// How many faults of a language are shown.
const SHOWN: usize = 20;

/// What is told of a document: its facts, and of some all the rest, persons and verdicts.
fn told(extractor: &Extractor, document: &Document<'_>, all: bool) -> String {
    let mut told = String::new();
    for fact in extractor.facts(document) {
        told += &serde_json::to_string(&fact).expect("a mention can be written");
        told += " ";
    }
    if !all {
        return told;
    }
    let link = |m: &Mention<'_, Link>| format!(" {}:{:?}", m.span().start(), m.value());
    let links = |person: &Person<'_>| person.mentions().iter().map(link).collect::<String>();
    for person in extractor.people(document) {
        write!(told, "{}:{} ", person.name(), links(&person)).expect("a string");
    }
    for d in extractor.explain(document) {
        let taken = if d.taken { '+' } else { '-' };
        let (start, end) = (d.span.start(), d.span.end());
        write!(told, "{taken}{} {start}..{end} {} ", d.kind, d.verdict).expect("a string");
    }
    told
}

/// Two characters of a hash.
fn short(text: &str) -> String {
    const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let hash = hash(text);
    let digit = |shift: u32| char::from(DIGITS[usize::try_from(hash >> shift & 63).expect("six bits")]);
    [40, 50].into_iter().map(digit).collect()
}

/// A variation and what is told of it.
struct Told {
    key: String,
    told: String,
}

impl Told {
    /// What is recorded: which variation it is, and what is told of it.
    fn code(&self) -> String {
        short(&self.key) + &short(&self.told)
    }

    /// Whether a record of this variation says something else.
    fn differs(&self, was: &str) -> bool {
        let is = self.code();
        was.get(..2) == Some(&is[..2]) && was != is
    }
}

/// All variations of a language, with the names of the lines of the record that they stand in.
struct Reader {
    language: Language,
    extractor: Extractor,
    plain: Extractor,
    variations: Variations,
    cases: Vec<(String, Case)>,
}

impl Reader {
    fn new(language: Language) -> Self {
        let kinds = Kind::ALL.iter().copied();
        let extractor = Extractor::builder().languages([language]).kinds(kinds).build().expect("own tables");
        let plain = Extractor::builder().languages([language]).amounts_without_figure(true);
        let plain = plain.build().expect("own tables");
        let case = |source: String| (corpora::text(&source), Case::parse(&source).expect("a case"));
        let cases: Vec<(String, Case)> = corpora::lines(language).into_iter().map(case).collect();
        let variations = Variations::new(language, cases.iter().map(|(_, case)| case));
        Self { language, extractor, plain, variations, cases }
    }

    fn told(&self, all: bool, varied: &Varied) -> Told {
        let extractor = if varied.plain { &self.plain } else { &self.extractor };
        Told { key: varied.key(), told: told(extractor, &varied.document(self.language), all) }
    }

    /// What is told otherwise of the texts that are written out, or their record.
    fn telling(&self) -> Vec<String> {
        let path = folder("recorded").join(format!("{}-telling.txt", self.language));
        let recorded = fs::read_to_string(&path).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
        let lines = recorded.lines().filter(|line| !line.starts_with('#'));
        let now = lines.map(|line| {
            let (text, was) = line.split_once('\t').map_or((line, None), |(text, was)| (text, Some(was)));
            (text, was, self.told(true, &Varied::parse(text)).told)
        });
        if env::var_os("NEWSFACTS_RECORD").is_some() {
            let all: BTreeMap<&str, String> = now.map(|(text, _, is)| (text, is)).collect();
            let all: String = all.iter().map(|(text, is)| format!("{text}\t{}\n", is.trim_end())).collect();
            fs::write(path, HEAD.to_owned() + &all).expect("it can be written");
            return Vec::new();
        }
        let faults = now.filter(|(_, was, is)| was.is_some_and(|was| was != is.trim_end()));
        faults.map(|(text, was, is)| format!("{text}\n  was {}\n  is  {is}", was.unwrap_or(""))).collect()
    }

    fn lines(&self) -> impl Iterator<Item = (String, Vec<Told>)> {
        let texts = self.cases.iter().map(|(text, case)| {
            let varied = (0..TEXT).map(|n| self.told(n.is_multiple_of(ALL), &self.variations.vary(case, n)));
            let recast =
                (0..SENTENCES).map(|n| self.told(n.is_multiple_of(ALL), &self.variations.recast(case, n)));
            (text.clone(), varied.chain(recast).collect())
        });
        let made = |name: &'static str, count: u64, whole: u64, make: fn(&Variations, u64) -> Varied| {
            (0..count).step_by(LINE).map(move |first| {
                let told = |n: u64| self.told(n.is_multiple_of(whole), &make(&self.variations, n));
                let all = (first..).take(LINE).map(told);
                (format!("{name} {first}"), all.collect())
            })
        };
        made("document", DOCUMENTS, 1, Variations::document)
            .chain(made("mixture", MIXTURES, ALL, Variations::mixture))
            .chain(texts)
    }
}

/// The variations of which something else is told than what is recorded; no more than are shown.
fn check(language: Language) -> Vec<String> {
    let reader = Reader::new(language);
    let telling = reader.telling();
    let path = folder("recorded").join(format!("{language}-varied.txt"));
    if env::var_os("NEWSFACTS_RECORD").is_some() {
        let mut now = String::from(HEAD);
        for (text, all) in reader.lines() {
            let codes: String = all.iter().map(Told::code).collect();
            writeln!(now, "{text}\t{codes}").expect("a string");
        }
        fs::write(path, now).expect("it can be written");
        return Vec::new();
    }
    if let Some(folder) = env::var_os("NEWSFACTS_VARIED") {
        let one = |told: Told| format!("{}\t{}\n", told.key, told.told);
        let all: String = reader.lines().flat_map(|(_, all)| all).map(one).collect();
        fs::write(Path::new(&folder).join(format!("{language}.txt")), all).expect("it can be written");
        return Vec::new();
    }
    let recorded = fs::read_to_string(&path).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
    let recorded: BTreeMap<&str, &str> = recorded.lines().filter_map(|l| l.split_once('\t')).collect();
    assert!(!recorded.is_empty(), "{} is empty", path.display());
    let faults = reader.lines().flat_map(|(text, all)| {
        let codes = recorded.get(&*text).copied().unwrap_or("");
        let code = move |i: usize| codes.get(4 * i..4 * i + 4).unwrap_or("");
        let faults = all.into_iter().enumerate().filter(move |(i, told)| told.differs(code(*i)));
        faults.map(|(_, told)| format!("{}\n  {}", told.key, told.told))
    });
    telling.into_iter().chain(faults).take(SHOWN).collect()
}

#[test]
fn languages() {
    let faults: Vec<String> = thread::scope(|scope| {
        let all: Vec<_> =
            Language::ALL.iter().map(|&language| scope.spawn(move || check(language))).collect();
        all.into_iter().flat_map(|language| language.join().expect("no panic")).collect()
    });
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
}
