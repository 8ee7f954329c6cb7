//! Which mutants change what is told of the texts of `tests/varied.rs`: a module of that file, in a copy of the package that holds all
//! mutants (`scripts/mutants.py`). One program asks all mutants: every text is read without a mutant and notes those that would
//! have done something else, and a mutant is then tried on texts that noted it.
//!
//! `NEWSFACTS_MUTANTS` is a file of numbers, `NEWSFACTS_TOLD` one to which a line is added for each: the number, and a text that
//! tells the mutant apart or nothing. Lines that are there are passed over, so that a program that a mutant ended goes on behind it.
//! `NEWSFACTS_SEARCH` is how many times as many texts are read, none of them those of the tests; what is found is then made short.

use super::{ALL, DOCUMENTS, Language, MIXTURES, Reader, SENTENCES, TEXT, Told};
use crate::variations::{Varied, pieces};
use newsfacts::mutant;
use std::{
    collections::{BTreeMap, BTreeSet, HashMap},
    env, fs,
    io::Write,
    panic,
};

/// Texts on which a mutant is tried.
const TRIED: usize = 1_000;

/// All texts of a language by their numbers, and whether all is told of each.
struct Texts<'a> {
    reader: &'a Reader,
    written: Vec<String>,
    /// How many times as many are read for a search.
    search: Option<u64>,
}

impl Texts<'_> {
    fn get(&self, number: u64) -> Option<(Varied, bool)> {
        let cases = self.reader.cases.len() as u64;
        let (times, first) = self.search.map_or((1, 0), |times| (times, 1));
        let variations = &self.reader.variations;
        let whole = |n: u64, every: u64| self.search.is_some() || n.is_multiple_of(every);
        let mut left = number;
        for (part, count) in [cases * TEXT, cases * SENTENCES, MIXTURES, DOCUMENTS].into_iter().enumerate() {
            if left < count * times {
                let n = left + count * first;
                let case = |n: u64| &self.reader.cases[(n % cases) as usize].1;
                return Some(match part {
                    0 => (variations.vary(case(n), n / cases), whole(n / cases, ALL)),
                    1 => (variations.recast(case(n), n / cases), whole(n / cases, ALL)),
                    2 => (variations.mixture(n), whole(n, ALL)),
                    _ => (variations.document(n), true),
                });
            }
            left -= count * times;
        }
        if self.search.is_some() {
            return None;
        }
        let written = self.written.get(left as usize).map(|text| Varied::parse(text));
        let case = || {
            let case = &self.reader.cases.get(left as usize - self.written.len())?.1;
            Some(Varied { text: case.text.clone(), date: case.date, region: None, plain: false })
        };
        Some((written.or_else(case)?, true))
    }

    /// What is told of a text where a mutant runs; `None` where it breaks down.
    fn told(&self, mutant: u32, varied: &Varied, all: bool) -> Option<Told> {
        mutant::running(mutant, || self.reader.told(all, varied))
    }

    fn tells(&self, mutant: u32, varied: &Varied, all: bool) -> bool {
        let told = |mutant| self.told(mutant, varied, all).map(|told| told.told);
        told(mutant) != told(0)
    }

    /// For each mutant texts that noted it, as many as it is tried on.
    fn noted(&self, asked: &BTreeSet<u32>) -> BTreeMap<u32, Vec<u64>> {
        let (mut noted, mut counts) = (BTreeMap::<u32, Vec<u64>>::new(), HashMap::<u32, usize>::new());
        for number in 0.. {
            let Some((varied, all)) = self.get(number) else { break };
            for mutant in mutant::noting(|| drop(self.told(0, &varied, all))) {
                if !asked.contains(&mutant) {
                    continue;
                }
                let (texts, count) = (noted.entry(mutant).or_default(), counts.entry(mutant).or_default());
                *count += 1;
                // Any of them as well as any other.
                let place = super::hash(&format!("{mutant} {number}")) as usize % *count;
                if texts.len() < TRIED {
                    texts.push(number);
                } else if let Some(text) = texts.get_mut(place) {
                    *text = number;
                }
            }
        }
        noted
    }

    /// A text that tells a mutant apart, as short as it can be.
    fn shortened(&self, mutant: u32, mut varied: Varied) -> Varied {
        let tells = |varied: &Varied| !varied.text.is_empty() && self.tells(mutant, varied, true);
        for less in [
            Varied { region: None, ..varied.clone() },
            Varied { date: None, ..varied.clone() },
            Varied { plain: false, ..varied.clone() },
        ] {
            if tells(&less) {
                varied = less;
            }
        }
        let mut size = varied.text.len();
        while size > 0 {
            let mut at = 0;
            loop {
                let mut parts = pieces(&varied.text);
                if at >= parts.len() {
                    break;
                }
                drop(parts.drain(at..parts.len().min(at + size)));
                let less = Varied { text: parts.concat(), ..varied.clone() };
                if tells(&less) {
                    varied = less;
                } else {
                    at += size;
                }
            }
            size /= 2;
        }
        varied
    }
}

#[test]
fn mutants() {
    let file = |name: &str| env::var(name).unwrap_or_else(|_| panic!("{name} is not set"));
    let language: Language = file("NEWSFACTS_LANGUAGE").parse().expect("a language");
    let numbers = |text: String| -> BTreeSet<u32> {
        text.lines().filter_map(|line| line.split('\t').next()?.parse().ok()).collect()
    };
    let asked = numbers(fs::read_to_string(file("NEWSFACTS_MUTANTS")).expect("a file of numbers"));
    let known = numbers(fs::read_to_string(file("NEWSFACTS_TOLD")).unwrap_or_default());
    let asked: BTreeSet<u32> = asked.difference(&known).copied().collect();
    let mut out =
        fs::OpenOptions::new().create(true).append(true).open(file("NEWSFACTS_TOLD")).expect("a file");
    // Mutants break down often.
    panic::set_hook(Box::new(|_| {}));
    let reader = Reader::new(language);
    let written = super::folder("recorded").join(format!("{language}-telling.txt"));
    let written = fs::read_to_string(written).expect("texts");
    let text = |line: &str| line.split('\t').next().unwrap_or(line).to_owned();
    let written = written.lines().filter(|line| !line.starts_with('#')).map(text).collect();
    let search = env::var("NEWSFACTS_SEARCH").ok().and_then(|times| times.parse().ok());
    let texts = Texts { reader: &reader, written, search };
    for (mutant, noted) in texts.noted(&asked) {
        // Should the mutant end the program, its number is there.
        write!(out, "{mutant}\t").expect("it can be written");
        let noted = noted.iter().filter_map(|number| texts.get(*number));
        let found = noted.into_iter().find(|(varied, all)| texts.tells(mutant, varied, *all));
        let found = found.map(|(varied, _)| match search {
            Some(_) => texts.shortened(mutant, varied),
            None => varied,
        });
        writeln!(out, "{}", found.map_or_else(String::new, |varied| varied.key()))
            .expect("it can be written");
    }
    writeln!(out, "all").expect("it can be written");
}
