//! Variations that keep a sentence a sentence: another mention of the same kind in the place of one, several in a row, other words of the
//! same tables, a mention at the edge of its block or far from its neighbours, figures at the limits of what they may be, other
//! forms of the same characters.

use super::{Pool, Random, Text, Variations, Varied, with_context};
use crate::marked::Case;
use newsfacts::Language;
use std::ops::Range;

/// What stands between the members of a row, by language.
const JOINTS_SPACED: [&str; 16] = [
    ", ",
    " och ",
    " eller ",
    " till ",
    "–",
    "-",
    " – ",
    "/",
    " (",
    " ",
    ". ",
    ": ",
    " respektive ",
    " samt ",
    "\n",
    " mot ",
];
const JOINTS_CHINESE: [&str; 16] =
    ["、", "，", "和", "至", "到", "—", "-", "～", "/", "（", "", "。", "：", "与", "\n", "或"];

/// Words that say nothing, to bring others apart.
const FILLERS_SPACED: [&str; 8] = ["det", "lilla", "ljusa", "gröna", "tåget", "sig", "alltså", "Nora"];
const FILLERS_CHINESE: [&str; 8] = ["的", "那个", "小", "绿色", "火车", "它", "其实", "着"];

/// Figures at which what may be a day, a month, an hour, a year or a share ends.
const LIMITS: [&str; 32] = [
    "0", "00", "01", "1", "2", "7", "8", "9", "10", "11", "12", "13", "19", "20", "23", "24", "25", "28",
    "29", "30", "31", "32", "52", "53", "54", "59", "60", "99", "100", "101", "999", "1000",
];
const YEARS: [&str; 16] = [
    "99", "199", "200", "999", "1000", "1099", "1100", "1899", "1900", "1949", "1999", "2000", "2024",
    "2099", "2100", "2101",
];

/// The kind of a mention, by how its value is written.
pub(super) fn shape(value: &str) -> usize {
    let upper = |n: usize| value.len() > n && value.bytes().take(n).all(|b| b.is_ascii_uppercase());
    match value {
        v if v.contains(": ") => 0,
        _ if upper(3) && value.as_bytes()[3] == b' ' => 1,
        v if v.contains(' ') => 2,
        v if v.starts_with('P') => 3,
        _ => 4,
    }
}

pub(super) const SHAPES: usize = 5;

impl Variations {
    /// A sentence made from that of a case, by its number.
    pub(crate) fn recast(&self, case: &Case, number: u64) -> Varied {
        let text = Text::new(case);
        let mut random = Random(super::hash(&case.text).rotate_left(7).wrapping_add(number));
        let mut pieces = text.pieces.clone();
        let mark = (!text.marks.is_empty()).then(|| random.of(&text.marks).clone());
        match (random.below(8), mark) {
            (0 | 1, Some((range, shape))) => {
                drop(pieces.splice(range, self.mention(&mut random, shape)));
                if random.below(3) == 0 {
                    self.swap(&mut random, &mut pieces);
                }
            }
            (2, Some((range, shape))) => {
                let row = self.row(&mut random, shape);
                let at = if random.below(2) == 0 { range.end } else { range.start };
                let row = if at == range.end { row } else { row.into_iter().rev().collect() };
                drop(pieces.splice(at..at, row.into_iter().flatten()));
            }
            (3, Some((range, _))) => edge(&mut random, &mut pieces, range),
            (4, Some((range, _))) => self.part(&mut random, &mut pieces, &range),
            (5, _) => limit(&mut random, &mut pieces),
            (6, _) => self.reform(&mut random, &mut pieces),
            _ => {
                for _ in 0..1 + random.below(2) {
                    self.swap(&mut random, &mut pieces);
                }
            }
        }
        if random.below(5) == 0 {
            self.change(&mut random, &mut pieces, &text.joints);
        }
        let varied = with_context(&mut random, pieces.concat(), text.date);
        Varied { plain: random.below(4) == 0, ..varied }
    }

    /// A mention of a kind.
    fn mention(&self, random: &mut Random, shape: usize) -> Vec<String> {
        let shape = if random.below(8) == 0 { random.index(SHAPES) } else { shape };
        self.mentions[shape].draw(random).clone()
    }

    /// Joints and mentions in turn, to stand behind a mention.
    fn row(&self, random: &mut Random, shape: usize) -> Vec<Vec<String>> {
        let joints = if self.language == Language::Chinese { &JOINTS_CHINESE } else { &JOINTS_SPACED };
        (0..1 + random.below(2))
            .flat_map(|_| [vec![(*random.of(joints)).to_owned()], self.mention(random, shape)])
            .collect()
    }

    /// A word of the text becomes another one of its table.
    fn swap(&self, random: &mut Random, pieces: &mut Vec<String>) {
        let from = random.index(pieces.len().max(1));
        for at in (from..pieces.len()).chain(0..from) {
            let most = if self.language == Language::Chinese { 6 } else { 3 };
            let known = |end: usize| {
                let word = pieces[at..end].concat();
                let tables = self.homes.get(&word).or_else(|| self.homes.get(&word.to_lowercase()))?;
                Some((end, tables))
            };
            let found = (at + 1..=(at + most).min(pieces.len())).rev().find_map(known);
            if let Some((end, tables)) = found {
                let (_, (_, words)) = &self.tables.0[*random.of(tables)];
                return drop(pieces.splice(at..end, [words.draw(random).clone()]));
            }
        }
    }

    /// Words between a mention and what stands beside it.
    fn part(&self, random: &mut Random, pieces: &mut Vec<String>, range: &Range<usize>) {
        let chinese = self.language == Language::Chinese;
        let at = if random.below(2) == 0 { range.start } else { range.end };
        let at = (at + random.index(7)).saturating_sub(3).min(pieces.len());
        let most = *random.of(&[1, 3, 8, 24]);
        let count = 1 + random.index(most);
        let word = |random: &mut Random| {
            let words = if chinese { &FILLERS_CHINESE } else { &FILLERS_SPACED };
            let gap = if chinese { "" } else { " " };
            format!("{gap}{}", random.of(words))
        };
        let words: Vec<String> = (0..count).map(|_| word(random)).collect();
        drop(pieces.splice(at..at, words));
    }

    /// Other forms of the same characters: wide figures and signs, figures in words of Han, capitals, spaces.
    fn reform(&self, random: &mut Random, pieces: &mut [String]) {
        const WIDE: &str = "０１２３４５６７８９";
        const HAN: &str = "〇一二三四五六七八九";
        const DOUBLE: &str = "零壹贰叁肆伍陆柒捌玖";
        let figures = |to: &str, piece: &str| -> String {
            let to: Vec<char> = to.chars().collect();
            piece.chars().map(|c| c.to_digit(10).map_or(c, |d| to[d as usize])).collect()
        };
        let narrow = |piece: &str| -> String {
            let digit = |c: char| [WIDE, HAN, DOUBLE].iter().find_map(|all| all.chars().position(|d| d == c));
            piece.chars().map(|c| digit(c).map_or_else(|| c.to_string(), |d| d.to_string())).collect()
        };
        let signs = |piece: &str, from: &str, to: &str| -> String {
            let at = |c: char| from.chars().position(|f| f == c).and_then(|i| to.chars().nth(i));
            piece.chars().map(|c| at(c).unwrap_or(c)).collect()
        };
        let form = random.below(10);
        let some = random.below(3) == 0;
        for piece in pieces {
            if some && random.below(2) == 0 {
                continue;
            }
            *piece = match form {
                0 => figures(WIDE, piece),
                1 => figures(HAN, piece),
                2 => figures(DOUBLE, piece),
                3 | 4 => narrow(piece),
                5 => signs(piece, "，。、：；（）％－", ",.,:;()%-"),
                6 => signs(piece, ",.:;()%-'", "，。：；（）％－’"),
                7 => signs(piece, " -–", "\u{a0}–—"),
                8 => piece.to_uppercase(),
                _ => signs(piece, " ,", "\n "),
            };
        }
    }
}

/// A mention begins its block, ends it, or both.
fn edge(random: &mut Random, pieces: &mut Vec<String>, range: Range<usize>) {
    let (before, after) = (random.index(3), random.index(3));
    let sides = 1 + random.below(3);
    let block = (*random.of(&["", "", "\n\n", "\n", "。", ". "])).to_owned();
    if sides & 1 == 1 {
        let end = (range.end + after).min(pieces.len());
        if random.below(2) == 0 {
            pieces.truncate(end);
        } else {
            pieces.insert(end, block.clone());
        }
    }
    if sides & 2 == 2 {
        let start = range.start.saturating_sub(before).min(pieces.len());
        if random.below(2) == 0 {
            drop(pieces.drain(..start));
        } else {
            pieces.insert(start, block);
        }
    }
}

/// A figure at a limit in the place of another.
fn limit(random: &mut Random, pieces: &mut [String]) {
    let figure = |i: &usize| pieces[*i].bytes().all(|b| b.is_ascii_digit());
    let figures: Vec<usize> = (0..pieces.len()).filter(figure).collect();
    if figures.is_empty() {
        return;
    }
    for _ in 0..1 + random.below(2) {
        let piece = &mut pieces[*random.of(&figures)];
        let long = piece.len() > 2 && random.below(4) > 0;
        *piece = (*random.of(if long { &YEARS[..] } else { &LIMITS[..] })).to_owned();
    }
}

/// Mentions by kind.
pub(super) fn mentions(texts: &[Text]) -> Vec<Pool<Vec<String>>> {
    let of = |shape: usize| {
        let marks = texts.iter().flat_map(move |text| {
            let alike = text.marks.iter().filter(move |(_, s)| *s == shape);
            alike.map(|(range, _)| text.pieces[range.clone()].to_vec())
        });
        Pool::new(marks, |pieces: &Vec<String>| pieces.concat())
    };
    (0..SHAPES).map(of).collect()
}
