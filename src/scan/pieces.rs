//! Which piece of each word is looked for.

use crate::{
    lexicon::{Lexicon, TableSet},
    text::{is_han, traditional_forms},
};
use std::collections::HashMap;

/// A piece of one or more words.
#[derive(Debug, Clone)]
pub(crate) struct Piece {
    pub(crate) text: String,
    /// Length in characters.
    pub(crate) len: usize,
    pub(crate) tables: TableSet,
    /// Characters before the piece in the word where it stands last.
    pub(crate) lead: usize,
}

/// Letters of Latin text per thousand, roughly, in English order of letters: Swedish web news.
const LATIN: [u32; 26] =
    [94, 15, 15, 47, 101, 20, 29, 21, 58, 6, 31, 53, 35, 85, 45, 18, 1, 84, 66, 77, 19, 24, 1, 2, 7, 1];

/// How rare a piece is, the rarer the higher.
fn rarity(piece: &[char]) -> f64 {
    piece
        .iter()
        .map(|c| match c {
            'a'..='z' => -(f64::from(LATIN[*c as usize - 'a' as usize].max(1)) / 1000.0).ln(),
            // A Han character of words that news uses is as rare as two Latin letters.
            c if is_han(*c) => 6.0,
            _ => 4.0,
        })
        .sum()
}

/// Chooses a piece for each form of each anchored table, pieces shared by many forms first.
pub(super) fn choose(lexicon: &Lexicon) -> Vec<Piece> {
    let forms: Vec<(Vec<char>, crate::lexicon::Table)> = lexicon
        .forms()
        .iter()
        .filter(|f| f.table.anchored())
        .map(|f| (f.text.chars().map(crate::text::lower).collect(), f.table))
        .collect();
    let mut shared: HashMap<&[char], u32> = HashMap::new();
    for (form, _) in &forms {
        let mut seen = Vec::new();
        for (_, piece) in candidates(form) {
            if !seen.contains(&piece) {
                seen.push(piece);
                *shared.entry(piece).or_default() += 1;
            }
        }
    }
    let mut chosen: HashMap<&[char], (TableSet, usize)> = HashMap::new();
    for (form, table) in &forms {
        let best = candidates(form)
            .max_by(|(_, a), (_, b)| {
                let score = |p: &[char]| rarity(p) + f64::from(shared[p]).ln().min(4.0);
                score(a).total_cmp(&score(b))
            })
            .unwrap_or((0, form));
        let entry = chosen.entry(best.1).or_default();
        entry.0.add(*table);
        entry.1 = entry.1.max(best.0);
    }
    let mut pieces: Vec<Piece> = chosen
        .into_iter()
        .map(|(piece, (tables, lead))| Piece { text: piece.iter().collect(), len: piece.len(), tables, lead })
        .collect();
    pieces.sort_by(|a, b| a.text.cmp(&b.text));
    pieces
}

/// The pieces of a form that could stand for it, with their place in it. Spaces, dashes and dots are left out, since
/// texts vary in them; letters beyond ASCII too where others do, since their capitals and their decomposed
/// spellings differ in bytes.
fn candidates(form: &[char]) -> impl Iterator<Item = (usize, &[char])> {
    let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || is_han(c);
    let runs = move |good: &dyn Fn(char) -> bool| {
        let mut runs = Vec::new();
        let mut start = 0;
        for i in 0..=form.len() {
            if i == form.len() || !good(form[i]) {
                if i > start {
                    runs.push(start..i);
                }
                start = i + 1;
            }
        }
        runs
    };
    let mut all = Vec::new();
    for run in runs(&plain) {
        let sizes = if form[run.clone()].iter().any(|&c| is_han(c)) { 2..=2 } else { 4..=5 };
        for size in sizes {
            for at in run.start..(run.end + 1).saturating_sub(size) {
                all.push((at, &form[at..at + size]));
            }
        }
    }
    if all.is_empty() {
        // Short words and symbols: the longest run without spaces, whatever it holds.
        let longest = runs(&plain).into_iter().max_by_key(ExactSizeIterator::len);
        let run = longest
            .filter(|r| r.len() >= 2 || form.len() == 1 || r.len() == form.len())
            .unwrap_or_else(|| {
                runs(&|c| !c.is_whitespace())
                    .into_iter()
                    .max_by_key(ExactSizeIterator::len)
                    .unwrap_or(0..form.len())
            });
        all.push((run.start, &form[run]));
    }
    all.into_iter()
}

/// All ways to write a piece that are read as it.
pub(super) fn spellings(piece: &str) -> Vec<String> {
    let mut all = vec![String::new()];
    for c in piece.chars() {
        let mut ways = vec![c];
        ways.extend(traditional_forms(c));
        let upper: Vec<char> = c.to_uppercase().collect();
        if !c.is_ascii() && upper.len() == 1 && upper[0] != c {
            ways.push(upper[0]);
        }
        ways.extend(wide(c));
        all = all.iter().flat_map(|s| ways.iter().map(move |w| format!("{s}{w}"))).collect();
    }
    all
}

/// Full-width and other forms of a sign; letters and digits are not among them, since a block that holds those is
/// scanned as it is read.
fn wide(c: char) -> Option<char> {
    match c {
        '$' | '%' | '#' | '@' | '&' => char::from_u32(c as u32 + 0xFEE0),
        '¥' => Some('￥'),
        '£' => Some('￡'),
        '¢' => Some('￠'),
        _ => None,
    }
}
