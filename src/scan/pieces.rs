//! Which piece of each word is looked for.

use super::texts::Texts;
use crate::{
    lexicon::{Form, Lexicon, Table, TableSet},
    text::is_han,
    tsv,
};
use once_cell::sync::Lazy;
use std::{collections::HashMap, ops::Range};

/// A piece of one or more words.
#[derive(Debug, Clone)]
pub(crate) struct Piece {
    pub(crate) text: String,
    pub(crate) tables: TableSet,
    /// How many characters of its words stand before the piece, a bit for each number that occurs.
    pub(crate) leads: u64,
    /// Whether capitals count in all its words: then the text must hold it as it is.
    pub(crate) cased: bool,
}

impl Piece {
    /// One of no word yet.
    fn new(text: String) -> Self {
        Self { text, tables: TableSet::default(), leads: 0, cased: true }
    }
}

/// How rare letters are in news.
#[derive(Debug)]
struct Letters {
    /// The letters that pieces are made of: those whose capitals are single letters too.
    letters: Vec<char>,
    /// For each, how rare it is.
    alone: Vec<f32>,
    /// For each, how rare each is after it.
    then: Vec<f32>,
}

/// The table of letters, whose numbers are `-1.2 ln p`.
static LETTERS: Lazy<Letters> = Lazy::new(|| {
    let rows = tsv::rows(include_str!("../lang/letters.tsv"), ["letter", "all", "then"]);
    let mut letters = Letters { letters: Vec::new(), alone: Vec::new(), then: Vec::new() };
    let level = |digit: char| digit.to_digit(10).unwrap_or(9) as f32 / 1.2;
    for (_, [letter, all, then]) in rows {
        letters.letters.extend(letter.chars());
        letters.alone.extend(all.chars().map(level));
        letters.then.extend(then.chars().map(level));
    }
    letters
});

impl Letters {
    fn place(&self, c: char) -> Option<usize> {
        // The table begins with those of ASCII.
        if c.is_ascii() {
            return c.is_ascii_lowercase().then(|| c as usize - 'a' as usize);
        }
        self.letters.iter().skip(26).position(|&l| l == c).map(|place| place + 26)
    }
}

/// A piece starts within so many characters of its word; see [`Piece::leads`].
const LEADS: usize = u64::BITS as usize;

/// A piece rarer than this hardly ever stands in other words; being rarer still is worth nothing.
const RARE: f32 = 14.0;

/// How rare a piece is, the rarer the higher: the negative logarithm of how often it stands at a place, roughly.
pub(super) fn rarity(piece: &[char]) -> f32 {
    rarities(piece).last().unwrap_or(0.0)
}

/// How rare each beginning of a piece is.
fn rarities(piece: &[char]) -> impl Iterator<Item = f32> {
    let letters = &*LETTERS;
    let (mut before, mut sum) = (None, 0.0);
    piece.iter().map(move |&c| {
        let this = letters.place(c);
        sum += match (before, this) {
            (Some(before), Some(this)) => letters.then[before * letters.letters.len() + this],
            (None, Some(this)) => letters.alone[this],
            // A Han character of words that news uses is as rare as two Latin letters.
            _ if is_han(c) => 6.0,
            _ if c == ' ' => 1.8,
            _ => 6.0,
        };
        before = this;
        sum
    })
}

/// The columns of the table of pieces.
const COLUMNS: [&str; 4] = ["piece", "tables", "leads", "cased"];

/// The pieces of a table, of words in some tables: what [`choose`] would choose, read instead, for choosing is most of the work of a
/// first text. Rows of the same piece follow one another.
pub(super) fn read(source: &str, tables: TableSet) -> Vec<Piece> {
    let anchored: Vec<Table> = Table::ALL.iter().copied().filter(|table| table.anchored()).collect();
    let mut pieces: Vec<Piece> = Vec::new();
    for (_, [text, of, leads, cased]) in tsv::rows(source, COLUMNS) {
        let of = of.split(' ').filter_map(|name| anchored.iter().find(|table| table.name() == name));
        let mut of = of.copied().filter(|&table| tables.has(table)).peekable();
        if of.peek().is_none() {
            continue;
        }
        if pieces.last().is_none_or(|piece| piece.text != text) {
            pieces.push(Piece::new(text.to_owned()));
        }
        let Some(piece) = pieces.last_mut() else { continue };
        of.for_each(|table| piece.tables.add(table.rows_of()));
        piece.leads |=
            leads.split(' ').filter_map(|lead| lead.parse::<u32>().ok()).fold(0, |all, lead| all | 1 << lead);
        piece.cased &= cased == "+";
    }
    pieces
}

/// The table of pieces of some groups of tables, for each of which they are chosen apart.
#[cfg(test)]
pub(crate) fn derived(groups: &[Vec<(Table, &'static str)>]) -> String {
    let mut rows = Vec::new();
    for group in groups {
        let lexicon = Lexicon::new(group.iter().map(|&(table, source)| (table, source.into())));
        for piece in choose(&lexicon) {
            let mut of: Vec<&str> =
                group.iter().filter(|(t, _)| piece.tables.has(t.rows_of())).map(|(t, _)| t.name()).collect();
            of.dedup();
            let leads: Vec<String> =
                (0..LEADS).filter(|lead| piece.leads >> lead & 1 != 0).map(|lead| lead.to_string()).collect();
            let cased = if piece.cased { "+" } else { "" };
            rows.push([piece.text, of.join(" "), leads.join(" "), cased.to_owned()]);
        }
    }
    rows.sort_by(|a, b| a[0].cmp(&b[0]));
    let line = |row: &[String; 4]| format!("{}\n", row.join("\t").trim_end());
    format!("{}\n{}", COLUMNS.join("\t"), rows.iter().map(line).collect::<String>())
}

/// Chooses a piece for each form of each anchored table, so that the hits to expect in a text are few: rare pieces,
/// and pieces that many forms share.
pub(super) fn choose(lexicon: &Lexicon) -> Vec<Piece> {
    choose_beyond(lexicon, RARE)
}

/// The same, where what holds a piece of some rarity is not looked at.
fn choose_beyond(lexicon: &Lexicon, enough: f32) -> Vec<Piece> {
    // A form that ends in another is found by that one's piece.
    let mut forms: Vec<(&[char], &Form)> = Vec::new();
    let mut longer: Vec<(&Form, usize)> = Vec::new();
    let mut place: Vec<Option<usize>> = Vec::new();
    for &table in Table::ALL.iter().filter(|table| table.anchored()) {
        let first = place.len();
        for (form, ending) in lexicon.forms_of(table).iter().zip(lexicon.endings_within(table)) {
            match ending {
                Some(ending) if form.len() <= LEADS => {
                    longer.push((form, first + ending as usize));
                    place.push(None);
                }
                _ => {
                    place.push(Some(forms.len()));
                    forms.push((lexicon.chars(form), form));
                }
            }
        }
    }
    let mut texts = Texts::default();
    let best = vote(&forms, &mut texts, enough);
    let mut chosen: HashMap<u32, Piece> = HashMap::new();
    for (&Candidate { number, at }, (_, form)) in best.iter().zip(&forms) {
        let piece = chosen.entry(number).or_insert_with(|| Piece::new(texts.get(number).iter().collect()));
        piece.cased &= form.cased;
        piece.tables.add(form.table);
        piece.leads |= 1 << at;
    }
    for (form, ending) in longer {
        let Some(base) = place[ending] else { continue };
        let Candidate { number, at } = best[base];
        let before = form.len() - forms[base].0.len();
        if let Some(piece) = chosen.get_mut(&number) {
            piece.leads |= 1 << (before + usize::from(at));
        }
    }
    let mut pieces: Vec<Piece> = chosen.into_values().collect();
    pieces.sort_by(|a, b| a.text.cmp(&b.text));
    pieces
}

/// A piece that could stand for a form.
#[derive(Debug, Clone, Copy)]
struct Candidate {
    /// The number of its text.
    number: u32,
    /// The characters before it.
    at: u8,
}

/// The best candidate of each form.
fn vote<'a>(forms: &[(&'a [char], &Form)], texts: &mut Texts<'a>, enough: f32) -> Vec<Candidate> {
    // More than enough; what is not used costs nothing.
    let mut all: Vec<Candidate> = Vec::with_capacity(forms.iter().map(|(form, _)| 4 * form.len()).sum());
    // Where those of each form end.
    let mut ends: Vec<usize> = Vec::with_capacity(forms.len());
    for &(form, _) in forms {
        candidates(form, enough, |place| {
            // Candidates lie within the first characters of a form.
            let at = place.start as u8;
            all.push(Candidate { number: texts.number(&form[place]), at });
        });
        ends.push(all.len());
    }
    let rarities: Vec<f32> = texts.iter().map(|text| rarity(text).min(RARE)).collect();
    let mut votes: Vec<u32> = vec![0; rarities.len()];
    all.iter().for_each(|candidate| votes[candidate.number as usize] += 1);
    // Each form votes for its best candidate, where being shared counts, and then for the best of those that others
    // voted for.
    let mut best = Vec::new();
    for _ in 0..3 {
        let score: Vec<f32> = rarities.iter().zip(&votes).map(|(r, &v)| r + (v as f32).ln()).collect();
        votes.fill(0);
        best.clear();
        let mut start = 0;
        for &end in &ends {
            let (mut own, mut highest) = (all[start], f32::NEG_INFINITY);
            for &candidate in &all[start..end] {
                let score = score[candidate.number as usize];
                // Of equally good ones the last.
                if score >= highest {
                    (own, highest) = (candidate, score);
                }
            }
            votes[own.number as usize] += 1;
            best.push(own);
            start = end;
        }
    }
    best
}

/// Where in a form the pieces are that could stand for it; never none. Dashes and quotes are left out, since texts
/// vary in them.
///
/// A piece that holds another one which is rare enough is no candidate: that one stands in all words that it stands in, and is
/// worth as much.
fn candidates(form: &[char], enough: f32, mut give: impl FnMut(Range<usize>)) {
    let form = &form[..form.len().min(LEADS)];
    let spaced = !form.iter().any(|&c| is_han(c));
    let plain = |c: char| is_han(c) || c.is_alphanumeric() || c == ' ' && spaced;
    let sizes = if spaced { 4..=7 } else { 2..=2 };
    let mut none = true;
    for run in runs(form, plain) {
        // For each place the first end of a rare enough piece that starts there or behind it.
        let mut ends = [usize::MAX; LEADS + 1];
        for at in run.clone().rev() {
            let longest = &form[at..run.end.min(at + sizes.end())];
            let mut rare = (1..)
                .zip(rarities(longest))
                .skip_while(|&(size, rarity)| size < *sizes.start() || rarity < enough);
            ends[at] = rare.next().map_or(usize::MAX, |(size, _)| at + size).min(ends[at + 1]);
        }
        for size in sizes.clone().rev() {
            for at in run.start..(run.end + 1).saturating_sub(size) {
                none = false;
                let holds_rare = ends[at] < at + size || ends[at + 1] <= at + size;
                if !holds_rare {
                    give(at..at + size);
                }
            }
        }
    }
    if none {
        // Short words and signs: the longest stretch of them; of one character each (*v 1*) all, since one is everywhere.
        let sign = |c: char| "$%£€¥¢#@&‰".contains(c);
        let run = runs(form, |c| plain(c) && c != ' ' || sign(c) || c == '.')
            .max_by_key(|run| (form[run.clone()].iter().any(|&c| sign(c)), run.len()))
            .filter(|run| run.len() > 1 || !form.contains(&' ') || sign(form[run.start]))
            .or_else(|| runs(form, |c| !c.is_whitespace()).max_by_key(ExactSizeIterator::len))
            .filter(|run| run.len() > 1 || !form.contains(&' '));
        give(run.unwrap_or(0..form.len()));
    }
}

/// The stretches of good characters.
fn runs(form: &[char], good: impl Fn(char) -> bool) -> impl Iterator<Item = Range<usize>> {
    let mut start = 0;
    (0..=form.len()).filter_map(move |i| {
        if form.get(i).is_some_and(|&c| good(c)) {
            return None;
        }
        let run = start..i;
        start = i + 1;
        (!run.is_empty()).then_some(run)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Language, languages::pack};

    #[test]
    fn what_is_not_looked_at_would_not_be_chosen() {
        for &language in Language::ALL {
            let tables = pack(language).expect("it is read").tables;
            let lexicon = Lexicon::new(tables.iter().map(|&(table, source)| (table, source.into())));
            let of = |pieces: Vec<Piece>| -> Vec<_> {
                pieces.into_iter().map(|p| (p.text, p.tables, p.leads, p.cased)).collect()
            };
            assert_eq!(of(choose(&lexicon)), of(choose_beyond(&lexicon, f32::INFINITY)), "{language}");
        }
    }
}
