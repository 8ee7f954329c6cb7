//! Variations of the texts of the corpora: each a few small changes, chosen by a hash of the text and the variation's number, so that
//! they are the same in every run, and others for each text.
//!
//! Half of the changes are made where a mention begins or ends. What is put in comes from the signs of prose, from the tables of
//! the language and from the other texts. It is chosen by its own hash: a new row or text changes few variations of the others.

mod recast;

use crate::marked::{Case, Mark};
use newsfacts::{Document, Language, Region, jiff::civil::Date};
use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    ops::Range,
    path::{Path, PathBuf},
};

/// The most changes of one variation.
const CHANGES: u64 = 3;

/// The texts of a long document, at least and at most.
const TEXTS: (u64, u64) = (5, 10);

/// The parts of a mixture, at least and how many more.
const WORDS: (u64, u64) = (6, 14);

/// Signs that part and join what is read, by language.
const SIGNS: [&str; 30] = [
    " ", ",", ".", "\n", "-", "–", "/", ":", ";", "(", ")", "”", "%", "+", "'", "0", "1", "9", "s", "A",
    "，", "。", "、", "《", "（", "）", "·", "的", "和", "十",
];

/// The characters of a line, of texts that are wrapped.
const WIDTHS: [usize; 6] = [14, 20, 36, 50, 66, 76];

/// What stands between two texts.
const GAPS: [&str; 6] = ["", " ", "\n", "\n\n", ", ", "，"];

/// A hash that is the same everywhere and for ever (FNV-1a).
pub(crate) fn hash(text: &str) -> u64 {
    text.bytes().fold(0xcbf2_9ce4_8422_2325, |h, b| (h ^ u64::from(b)).wrapping_mul(0x0100_0000_01b3))
}

/// Random numbers that are the same in every run (SplitMix64).
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    fn below(&mut self, end: u64) -> u64 {
        self.next() % end
    }

    fn index(&mut self, len: usize) -> usize {
        usize::try_from(self.below(len as u64)).expect("an index")
    }

    fn of<'a, T>(&mut self, all: &'a [T]) -> &'a T {
        &all[self.index(all.len())]
    }
}

/// Items in the order of their hashes.
#[derive(Debug)]
struct Pool<T>(Vec<(u64, T)>);

impl<T> Pool<T> {
    fn new(items: impl IntoIterator<Item = T>, key: impl Fn(&T) -> String) -> Self {
        let mut all: Vec<(u64, T)> =
            items.into_iter().map(|item| (Random(hash(&key(&item))).next(), item)).collect();
        all.sort_by_key(|(hash, _)| *hash);
        Self(all)
    }

    /// The item whose hash follows next after a random number.
    fn draw(&self, random: &mut Random) -> &T {
        let at = random.next();
        let next = self.0.partition_point(|(hash, _)| *hash < at);
        &self.0[next % self.0.len()].1
    }
}

/// A text in pieces: words, figures, and every other character by itself.
#[derive(Debug)]
struct Text {
    date: Option<Date>,
    pieces: Vec<String>,
    /// The pieces that mentions begin at and end before.
    joints: Vec<usize>,
    /// The pieces of each name of a person.
    names: Vec<Range<usize>>,
    /// The pieces of each mention, with its kind.
    marks: Vec<(Range<usize>, usize)>,
}

/// A text that is to be read, with its context.
#[derive(Debug, Clone)]
pub(crate) struct Varied {
    pub(crate) text: String,
    pub(crate) date: Option<Date>,
    pub(crate) region: Option<Region>,
    /// Whether it is read as most do, for dates, money, shares and officials alone, and for amounts without a figure.
    pub(crate) plain: bool,
}

/// Before a text that is read so.
const PLAIN: &str = "@plain ";

impl Varied {
    pub(crate) fn document(&self, language: Language) -> Document<'_> {
        Document::new(&self.text).with_language(language).with_published(self.date).with_region(self.region)
    }

    /// Reads what `key` writes.
    pub(crate) fn parse(line: &str) -> Self {
        let (mut date, mut region) = (None, None);
        let plain = line.starts_with(PLAIN);
        let mut text = line.strip_prefix(PLAIN).unwrap_or(line);
        while let Some((head, rest)) = text.strip_prefix('@').and_then(|rest| rest.split_once(' ')) {
            match head.parse() {
                Ok(day) => date = Some(day),
                Err(_) => region = Some(head.parse().expect("a date or a region")),
            }
            text = rest;
        }
        Self { text: text.replace("\\n", "\n"), date, region, plain }
    }

    /// The text and its context, in one line.
    pub(crate) fn key(&self) -> String {
        let date = self.date.map_or(String::new(), |date| format!("@{date} "));
        let region = self.region.map_or(String::new(), |region| format!("@{region} "));
        let plain = if self.plain { PLAIN } else { "" };
        format!("{plain}{date}{region}{}", self.text.replace('\n', "\\n"))
    }
}

/// All that variations of a language are made from.
#[derive(Debug)]
pub(crate) struct Variations {
    language: Language,
    texts: Pool<Text>,
    /// The words of each table, with its name.
    tables: Pool<(String, Pool<String>)>,
    /// The tables that have a word, by their places among all.
    homes: BTreeMap<String, Vec<usize>>,
    /// Mentions by kind.
    mentions: Vec<Pool<Vec<String>>>,
}

/// What a piece holds.
fn sort(c: char) -> u8 {
    match c {
        '0'..='9' => 0,
        'A'..='Z' | 'a'..='z' | '\u{c0}'..='\u{24f}' => 1,
        _ => 2,
    }
}

pub(crate) fn pieces(text: &str) -> Vec<String> {
    let mut pieces: Vec<String> = Vec::new();
    for c in text.chars() {
        match pieces.last_mut() {
            Some(last) if sort(c) < 2 && last.chars().all(|l| sort(l) == sort(c)) => last.push(c),
            _ => pieces.push(c.to_string()),
        }
    }
    pieces
}

impl Text {
    fn new(case: &Case) -> Self {
        let pieces = pieces(&case.text);
        // The piece that begins at a byte, or the first behind it.
        let mut starts = vec![0];
        starts.extend(pieces.iter().scan(0, |at, piece| {
            *at += piece.len();
            Some(*at)
        }));
        let piece = |byte: usize| starts.partition_point(|start| *start < byte);
        let range = |mark: &Mark| piece(mark.span.start())..piece(mark.span.end());
        let joints = case.marks.iter().map(range).flat_map(|r| [r.start, r.end]).collect();
        // The value of a person is a name with its offices.
        let names = case.marks.iter().filter(|mark| mark.value.contains(": ")).map(range).collect();
        let marks = case.marks.iter().map(|mark| (range(mark), recast::shape(&mark.value))).collect();
        Self { date: case.date, pieces, joints, names, marks }
    }

    /// The text with a name, or a part of it, in the place of its first; or the name that it has.
    fn with_name(&self, random: &mut Random, name: &mut Vec<String>) -> String {
        let mut pieces = self.pieces.clone();
        if let Some(own) = self.names.first().cloned() {
            if name.is_empty() {
                *name = pieces[own].to_vec();
            } else if random.below(4) > 0 {
                let (first, last) = match random.below(4) {
                    0 => (0, 1),
                    1 => (0, name.len().min(2)),
                    2 => (name.len() - 1, name.len()),
                    _ => (0, name.len()),
                };
                drop(pieces.splice(own, name[first..last].to_vec()));
            }
        }
        pieces.concat()
    }
}

/// The words of a table: its first column, if that holds words.
fn words(path: &Path) -> Option<BTreeSet<String>> {
    let table = fs::read_to_string(path).expect("a table");
    let mut rows = table.lines().filter(|l| !l.starts_with('#')).map(|l| l.split('\t').next().unwrap_or(""));
    rows.next().filter(|head| *head == "form")?;
    let plain = |word: &str| (!word.contains('{')).then(|| word.trim_matches('-').to_owned());
    let words: BTreeSet<String> = rows.filter_map(plain).filter(|w| !w.is_empty()).collect();
    (!words.is_empty()).then_some(words)
}

impl Variations {
    pub(crate) fn new<'a>(language: Language, cases: impl Iterator<Item = &'a Case>) -> Self {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/lang").join(language.code());
        let mut paths: Vec<_> =
            fs::read_dir(folder).expect("a folder").map(|f| f.expect("a file").path()).collect();
        paths.retain(|path| path.extension().is_some_and(|e| e == "tsv"));
        paths.sort();
        let table = |path: &PathBuf| {
            let name = path.file_stem()?.to_string_lossy().into_owned();
            Some((name, Pool::new(words(path)?, String::clone)))
        };
        let tables = Pool::new(paths.iter().filter_map(table), |(name, _)| name.clone());
        let mut homes: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        for (i, (_, (_, words))) in (0..).zip(&tables.0) {
            for (_, word) in &words.0 {
                homes.entry(word.clone()).or_default().push(i);
            }
        }
        let texts: Vec<Text> = cases.map(Text::new).collect();
        let mentions = recast::mentions(&texts);
        let texts = Pool::new(texts, |text: &Text| text.pieces.concat());
        Self { language, texts, tables, homes, mentions }
    }

    /// A word of a table.
    fn word(&self, random: &mut Random) -> &str {
        self.tables.draw(random).1.draw(random)
    }

    /// What is put in at a place.
    fn insertion(&self, random: &mut Random) -> Vec<String> {
        let spaced = self.language != Language::Chinese;
        match random.below(4) {
            0 | 1 => vec![(*random.of(&SIGNS)).to_owned()],
            2 => {
                let gap = if spaced && random.below(4) > 0 { " " } else { "" };
                pieces(&format!("{gap}{}{gap}", self.word(random)))
            }
            _ => self.piece(random),
        }
    }

    fn change(&self, random: &mut Random, pieces: &mut Vec<String>, joints: &[usize]) {
        let at = place(random, pieces, joints);
        let rest = pieces.len() - at;
        match random.below(12) {
            0 => drop(pieces.splice(at..at + rest.min(1), [])),
            1 => drop(pieces.splice(at..at + rest.min(1 + random.index(4)), [])),
            2..=4 => drop(pieces.splice(at..at, self.insertion(random))),
            5 | 6 => drop(pieces.splice(at..at + rest.min(1 + random.index(3)), self.insertion(random))),
            7 => {
                let step = if self.language == Language::Chinese { 1 } else { 2 };
                if at + step < pieces.len() {
                    pieces.swap(at, at + step);
                }
            }
            8 => {
                let again = pieces.get(at).cloned();
                drop(pieces.splice(at..at, again));
            }
            9 => {
                let figures: Vec<usize> =
                    (0..pieces.len()).filter(|i| pieces[*i].starts_with(|c| sort(c) == 0)).collect();
                if figures.is_empty() {
                    if let Some(piece) = pieces.get_mut(at) {
                        *piece = recased(random, piece);
                    }
                } else {
                    let figure = &mut pieces[*random.of(&figures)];
                    *figure = refigured(random, figure);
                }
            }
            10 => {
                // The text goes on as another one does.
                let other = self.texts.draw(random);
                let from = place(random, &other.pieces, &other.joints);
                pieces.truncate(at);
                pieces.extend(other.pieces[from..].iter().cloned());
            }
            _ => {
                let other = self.texts.draw(random).pieces.clone();
                let gap = (*random.of(&GAPS)).to_owned();
                if random.below(2) == 0 {
                    pieces.push(gap);
                    pieces.extend(other);
                } else {
                    drop(pieces.splice(0..0, other.into_iter().chain([gap])));
                }
            }
        }
    }

    /// A variation of a text, by its number.
    pub(crate) fn vary(&self, case: &Case, number: u64) -> Varied {
        let Text { date, mut pieces, joints, .. } = Text::new(case);
        let mut random = Random(hash(&case.text).wrapping_add(number));
        for _ in 0..random.below(CHANGES + 1) {
            self.change(&mut random, &mut pieces, &joints);
        }
        with_context(&mut random, pieces.concat(), date)
    }

    /// A long document in which persons come again, by its number.
    pub(crate) fn document(&self, number: u64) -> Varied {
        let mut random = Random(number);
        let count = TEXTS.0 + random.below(TEXTS.1 - TEXTS.0 + 1);
        let (mut text, mut name) = (String::new(), Vec::new());
        for _ in 0..count {
            text += &self.texts.draw(&mut random).with_name(&mut random, &mut name);
            text += if random.below(3) == 0 { "\n\n" } else { self.gap() };
        }
        if random.below(3) == 0 {
            text = wrapped(&text, *random.of(&WIDTHS), self.language);
        }
        with_context(&mut random, text, None)
    }

    /// Words of the tables, mentions, figures and signs in a row, by its number: classes stand beside each other as in no prose.
    pub(crate) fn mixture(&self, number: u64) -> Varied {
        let mut random = Random(!number);
        let mut text = String::new();
        for _ in 0..WORDS.0 + random.below(WORDS.1) {
            match random.below(8) {
                0..=2 => text += self.word(&mut random),
                3 => text += &figure(&mut random),
                4 => text += *random.of(&SIGNS),
                _ => text += &self.piece(&mut random).concat(),
            }
            let gap = if random.below(6) == 0 { *random.of(&GAPS) } else { self.gap() };
            text += gap;
        }
        with_context(&mut random, text, None)
    }

    /// A mention of a text, or other words of it.
    fn piece(&self, random: &mut Random) -> Vec<String> {
        let text = self.texts.draw(random);
        let start = place(random, &text.pieces, &text.joints);
        let len = 1 + random.index(8);
        text.pieces.iter().skip(start).take(len).cloned().collect()
    }

    fn gap(&self) -> &'static str {
        if self.language == Language::Chinese { "" } else { " " }
    }
}

/// The text with its own context, or another one: most often the first or last day of a month, where much turns.
fn with_context(random: &mut Random, text: String, own: Option<Date>) -> Varied {
    let (year, month) = (2019 + random.below(8) as i16, 1 + random.below(12) as i8);
    let first = Date::new(year, month, 1).expect("a month has a first day");
    let date = match random.below(8) {
        0 | 1 => own,
        2 => None,
        3 | 4 => Some(first),
        5 => Some(first.last_of_month()),
        _ => Date::new(year, month, 2 + random.below(27) as i8).ok(),
    };
    let region = (random.below(4) == 0).then(|| *random.of(Region::ALL));
    Varied { text, date, region, plain: false }
}

/// A place among the pieces, every other time beside a mention.
fn place(random: &mut Random, pieces: &[String], joints: &[usize]) -> usize {
    let anywhere = random.index(pieces.len() + 1);
    if joints.is_empty() || random.below(2) == 0 {
        return anywhere;
    }
    let beside = random.of(joints) + random.index(5);
    beside.saturating_sub(2).min(pieces.len())
}

/// A text with a line end after about so many characters each; where the language has spaces, in place of one.
fn wrapped(text: &str, width: usize, language: Language) -> String {
    let (mut lines, mut len) = (String::new(), 0);
    for c in text.chars() {
        let full = len >= width;
        len = if c == '\n' { 0 } else { len + 1 };
        match (full, language, c) {
            (true, Language::Chinese, _) if c != '\n' => {
                lines.push('\n');
                len = 1;
            }
            (true, _, ' ') => {
                lines.push('\n');
                len = 0;
                continue;
            }
            _ => {}
        }
        lines.push(c);
    }
    lines
}

/// A figure: a number, a year, a day, a time, a score.
fn figure(random: &mut Random) -> String {
    let small = random.below(32);
    let long = random.below(10_000);
    match random.below(8) {
        0 => format!("{}", 1950 + random.below(90)),
        1 => format!("{small}/{}", 1 + random.below(13)),
        2 => format!("{small}.{:02}", random.below(61)),
        3 => format!("{small},{}", random.below(100)),
        4 => format!("{small} {:03}", random.below(1000)),
        5 => format!("{small}-{}", small + random.below(20)),
        6 => format!("{long}"),
        _ => format!("{small}"),
    }
}

/// A word with other capitals.
fn recased(random: &mut Random, word: &str) -> String {
    let mut letters = word.chars();
    match (random.below(3), letters.next()) {
        (0, _) => word.to_uppercase(),
        (1, Some(first)) if first.is_lowercase() => first.to_uppercase().chain(letters).collect(),
        _ => word.to_lowercase(),
    }
}

/// A figure with another digit, or with one more.
fn refigured(random: &mut Random, figure: &str) -> String {
    let mut digits: Vec<char> = figure.chars().collect();
    let digit = *random.of(&['0', '1', '2', '5', '9']);
    let at = random.index(digits.len());
    if random.below(2) == 0 {
        digits[at] = digit;
    } else {
        digits.insert(at, digit);
    }
    digits.into_iter().collect()
}
