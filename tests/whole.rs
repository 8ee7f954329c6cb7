//! All that is told of a sentence, at the breadth of the corpora: an extractor of all kinds reads every text of every corpus, and
//! `tests/recorded/{language}-facts.txt` has what it gives, as JSON, with the person whom each official became;
//! `{language}-verdicts.txt` has each reading that a kind considered, taken (`+`) or not (`-`), with its verdict. So precedence between
//! kinds, spans, fields of the output and names of verdicts can't change unseen. These files are checked output, not made by hand:
//! what a change alters in them is read, and then written by
//!
//! ```sh
//! NEWSFACTS_RECORD=1 cargo test --test whole
//! ```
//!
//! A text that is not recorded yet is passed over. `{language}-pairs.txt` has what two sentences of a corpus give that stand in one
//! paragraph, where it is not what each of them gives alone.
#![cfg(feature = "serde")]

mod corpora;
mod getters;
#[allow(dead_code)]
mod marked;

use corpora::folder;
use marked::Case;
use newsfacts::{Document, Extractor, Fact, Kind, Language, Mention, OwnedMention, jiff::civil, value::Date};
use std::{
    collections::{BTreeMap, BTreeSet},
    env,
    fmt::Write,
    fs,
    hash::{DefaultHasher, Hash, Hasher},
};

const HEAD: &str = "# Checked output, see tests/whole.rs.\n";

/// Before a text that is read with another reference date, or with none; it is recorded only where that changes something.
const OTHER: &str = "@ ";

/// What two sentences give if it is what each of them gives alone; it is not written down.
const ALONE: &str = "alone";

/// The marked texts of a language, each once.
fn cases(language: Language) -> BTreeSet<String> {
    corpora::lines(language).iter().map(|line| corpora::text(line)).collect()
}

/// The facts of a document and its people, as JSON without the text, and as they are shown where that is more than their `value`.
fn facts(extractor: &Extractor, document: &Document<'_>) -> Vec<String> {
    let fact = |mention: Mention<'_, Fact>| {
        let mut all = serde_json::to_value(&mention).expect("a mention can be written");
        let written = all.to_string();
        let read: OwnedMention = serde_json::from_str(&written).unwrap_or_else(|e| panic!("{written}: {e}"));
        assert_eq!(read, mention.clone().into_owned(), "{written} is read back");
        let fields = all.as_object_mut().expect("an object");
        fields.shift_remove("text");
        let mut said = fields.clone();
        // The end of a day is no time of the day that the crate of dates knows.
        let midnight = |name: &&str| said.get(*name).and_then(serde_json::Value::as_str) == Some("24:00");
        let never: Vec<&str> = ["time", "end_time"].into_iter().filter(midnight).collect();
        for name in ["start", "end", "kind"].into_iter().chain(never) {
            said.shift_remove(name);
        }
        assert_eq!(
            serde_json::Value::Object(said),
            getters::fields(mention.value()),
            "the getters say what {written} says"
        );
        let shown = mention.value().to_string();
        if fields.get("value").and_then(serde_json::Value::as_str) != Some(&shown) {
            fields.insert("shown".to_owned(), shown.into());
        }
        all.to_string()
    };
    let facts = extractor.facts(document).map(fact);
    let person = |person: &newsfacts::Person<'_>| {
        let link =
            |m: &newsfacts::Mention<'_, newsfacts::Link>| format!("{}:{:?}", m.span().start(), m.value());
        let links: Vec<String> = person.mentions().iter().map(link).collect();
        format!("{}: {}", person.name(), links.join(" "))
    };
    let people = extractor.people(document);
    facts.chain(people.iter().map(person)).collect()
}

/// The verdicts on all readings of a document.
fn verdicts(extractor: &Extractor, document: &Document<'_>) -> Vec<String> {
    let decisions = extractor.explain(document);
    let one = |d: &newsfacts::Decision| {
        let taken = if d.taken { '+' } else { '-' };
        format!("{taken}{} {}..{} {}", d.kind, d.span.start(), d.span.end(), d.verdict)
    };
    decisions.iter().map(one).collect()
}

/// Compares what is found with what is recorded, or records it.
fn compare(name: &str, found: &BTreeMap<String, Vec<String>>) {
    let path = folder("recorded").join(name);
    let plain = |text: &str| text.strip_prefix(OTHER).map(str::to_owned);
    if env::var_os("NEWSFACTS_RECORD").is_some() {
        let mut now = String::from(HEAD);
        for (text, here) in found
            .iter()
            .filter(|(text, here)| plain(text).is_none_or(|p| found[&p] != **here) && **here != [ALONE])
        {
            writeln!(now, "{text}\t{}", here.join("\t")).expect("a string");
        }
        return fs::write(path, now).expect("it can be written");
    }
    let recorded = fs::read_to_string(&path).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
    let recorded: BTreeMap<&str, &str> = recorded.lines().filter_map(|l| l.split_once('\t')).collect();
    let mut faults = String::new();
    for (text, is) in found {
        let was = recorded.get(&**text).or_else(|| recorded.get(&*plain(text)?));
        // Two sentences of which nothing is written down.
        let was = was.or(text.contains(" | ").then_some(&ALONE));
        let is = is.join("\t");
        if was.is_some_and(|was| *was != is) {
            writeln!(faults, "{text}\n  was {}\n  is  {is}", was.unwrap_or(&"")).expect("a string");
        }
    }
    assert!(faults.is_empty(), "\n{faults}");
}

fn check(language: Language) {
    let extractor = Extractor::builder()
        .languages([language])
        .kinds(Kind::ALL.iter().copied())
        .build()
        .expect("own tables");
    let (mut all_facts, mut all_verdicts) = (BTreeMap::new(), BTreeMap::new());
    for key in cases(language) {
        let case = Case::parse(&key).expect("a case");
        let document = |date| Document::new(&case.text).with_language(language).with_published(date);
        let here = facts(&extractor, &document(case.date));
        // What has a reference date in the corpus is read without one too, and what has none with one.
        let other = if case.date.is_some() { None } else { Some(civil::date(2025, 8, 13)) };
        let there = facts(&extractor, &document(other));
        all_verdicts.insert(key.clone(), verdicts(&extractor, &document(case.date)));
        all_facts.insert(format!("{OTHER}{key}"), there);
        all_facts.insert(key, here);
    }
    compare(&format!("{language}-facts.txt"), &all_facts);
    compare(&format!("{language}-verdicts.txt"), &all_verdicts);
}

/// Two sentences of a corpus in one paragraph give what each gives alone, but for those that are recorded: a day that the first names
/// for the second, a name that the other tells apart.
fn check_pairs(language: Language) {
    let extractor = Extractor::builder().languages([language]).build().expect("own tables");
    let places = |text: &str, shift: usize| -> Vec<String> {
        let document =
            Document::new(text).with_language(language).with_published(Some(civil::date(2025, 8, 13)));
        let place = |m: Mention<'_, Fact>| {
            let at = m.span().start() + shift;
            format!("{at}..{} {}", m.span().end() + shift, m.value())
        };
        extractor.facts(&document).map(place).collect()
    };
    let recorded =
        fs::read_to_string(folder("recorded").join(format!("{language}-facts.txt"))).expect("it is recorded");
    let known: BTreeSet<&str> = recorded.lines().filter_map(|l| Some(l.split_once('\t')?.0)).collect();
    let whole = |key: &String| known.contains(&**key) && key.ends_with(['.', '!', '?', '。', '！', '？']);
    let texts: Vec<String> = cases(language).into_iter().filter(whole).collect();
    let gap = if language == Language::Chinese { "" } else { " " };
    let mut found = BTreeMap::new();
    for pair in texts.windows(2) {
        let [a, b] = [&pair[0], &pair[1]].map(|key| Case::parse(key).expect("a case").text);
        let together = places(&format!("{a}{gap}{b}"), 0);
        let mut apart = places(&a, 0);
        apart.extend(places(&b, a.len() + gap.len()));
        let all = if together == apart { vec![ALONE.to_owned()] } else { together };
        found.insert(format!("{} | {}", pair[0], pair[1]), all);
    }
    compare(&format!("{language}-pairs.txt"), &found);
}

/// Dates are equal if their values are, and equal dates have one hash, wherever their parts come from.
#[test]
fn dates_are_equal_by_what_they_are() {
    let hash = |date: &Date| {
        let mut hasher = DefaultHasher::new();
        date.hash(&mut hasher);
        hasher.finish()
    };
    let mut dates: BTreeMap<String, (Date, u64)> = BTreeMap::new();
    let extractor = Extractor::new();
    for language in [Language::Chinese, Language::Swedish] {
        for key in cases(language) {
            let case = Case::parse(&key).expect("a case");
            let document = Document::new(&case.text).with_language(language).with_published(case.date);
            for date in extractor.dates(&document).map(Mention::into_value) {
                let all = (date.timex(), date.modifier(), date.part_of_day());
                let (first, hashed) =
                    dates.entry(format!("{all:?}")).or_insert_with(|| (date.clone(), hash(&date)));
                assert_eq!((&date, hash(&date)), (&*first, *hashed), "{all:?}");
            }
        }
    }
    let all: Vec<&(Date, u64)> = dates.values().collect();
    for (i, (one, hashed)) in all.iter().enumerate() {
        for (other, hash) in &all[i + 1..] {
            assert!(one != other && hashed != hash, "{one:?} is not {other:?}");
        }
    }
}

#[test]
fn languages() {
    std::thread::scope(|scope| {
        for &language in Language::ALL {
            scope.spawn(move || {
                check(language);
                check_pairs(language);
            });
        }
    });
}
