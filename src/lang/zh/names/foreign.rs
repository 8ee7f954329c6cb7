//! Foreign names: with middle dots, in Latin letters, with the number of a ruler.

use super::{
    place::{At, NameReading, is_numeral},
    settle::NameReadings,
};
use crate::{
    lang::zh::repeats::Repeats,
    text::{Block, is_han},
};

/// Characters of a name spelt by its sound, without dots; and of one part of a name with dots.
pub(super) const FOREIGN: usize = 9;

/// Parts of a name with dots.
const PARTS: usize = 6;

impl At<'_> {
    /// A foreign name with middle dots that starts at `i`: 拉·甘地, Ｊ·布莱克, 弗朗茨·约瑟夫一世.
    pub(super) fn dotted(
        &self,
        repeats: Option<&Repeats<'_>>,
        i: usize,
        taken: &dyn Fn(usize, usize) -> bool,
    ) -> Option<NameReading> {
        // Words of the sentence are no part of a name: 递交了本·阿里, 本·阿里和拉·甘地.
        let word = |i: usize| self.guards.is_undotted(self.block.get(i));
        let mut at = i;
        for part in 0..PARTS {
            let ceiling = at + FOREIGN;
            let mut dot = at;
            while dot < ceiling && (is_han(self.block.get(dot)) || self.block.get(dot).is_ascii_alphabetic())
            {
                dot += 1;
            }
            if !self.is_dot(dot) {
                if part == 0 {
                    return None;
                }
                break;
            }
            let other = (at..dot).any(word)
                || part == 0 && (at..dot).any(|i| i != at + 1 && self.verb_before(i, dot));
            if part == 0 && (other || dot == at || taken(at, dot)) {
                return None;
            }
            if other || dot == at {
                break;
            }
            at = dot + 1;
        }
        if let Some(end) = latin(self.block, at) {
            return Some(NameReading { start: i, end, weight: 14, full: true });
        }
        // The last part ends where its characters and what follows say so.
        let (mut readings, mut sum) = (NameReadings::new(), 0);
        for end in at + 1..=at + FOREIGN + 2 {
            let c = self.block.get(end - 1);
            if !is_han(c) || end > at + 1 && word(end - 1) {
                break;
            }
            // 阿不都: the one name spelt with 不.
            let spelt = c == '不' && self.block.get(end - 2) == '阿';
            sum += if spelt { 3 } else { self.foreign(c).max(-5) };
            if end > at + 1 && self.word_at(end - 1) && !self.word_at(end) {
                sum -= 8;
            }
            let weight = sum + self.after(end);
            readings.add(NameReading { start: at, end, weight, full: true });
        }
        let end = self.settle(repeats, at, i32::MIN, &readings)?.end;
        Some(NameReading { start: i, end: ordinal(self.block, end), weight: 14, full: true })
    }

    /// Whether a word at `i` parts a name or title before it from a name with dots after it: 周平|致电|安娜·佩雷斯,
    /// 总统|会见|让·杜邦.
    fn verb_before(&self, i: usize, dot: usize) -> bool {
        let strange = |end| (i..end).map(|at| self.foreign(self.block.get(at))).sum::<i32>() <= 0;
        self.may_follow(i) && self.words_at(i).any(|(end, _)| end >= i + 2 && end < dot && strange(end))
    }

    /// A foreign name with middle dots that ends before `j`.
    pub(super) fn dotted_before(&self, j: usize, floor: usize) -> Option<NameReading> {
        let part = |c: char| is_han(c) || c.is_ascii_alphabetic();
        let mut at = j;
        let mut dots = 0;
        let mut first_end = j;
        for _ in 0..PARTS {
            let low = at.saturating_sub(FOREIGN).max(floor);
            let mut p = at;
            while p > low && part(self.block.get(p - 1)) {
                p -= 1;
            }
            if p > floor && p < at && self.is_dot(p - 1) {
                dots += 1;
                at = p - 1;
                first_end = at;
            } else {
                break;
            }
        }
        if dots == 0 {
            return None;
        }
        // The first part begins where its characters stop being those of a foreign name.
        let (mut start, mut sum, mut best) = (first_end, 0, i32::MIN);
        let mut p = first_end;
        while p > first_end.saturating_sub(FOREIGN).max(floor) && part(self.block.get(p - 1)) {
            p -= 1;
            sum += if self.block.get(p).is_ascii_alphabetic() { 2 } else { self.foreign(self.block.get(p)) };
            if sum > best {
                best = sum;
                start = p;
            }
        }
        (start < first_end).then_some(NameReading { start, end: j, weight: 14, full: true })
    }

    /// Whether a name goes on over the character at `i`: a middle dot; or a full stop, hyphen or dash between its parts.
    pub(super) fn is_dot(&self, i: usize) -> bool {
        let sound = |c: char| self.foreign(c) > 0;
        let spelt = |c: char| is_han(c) && !is_numeral(c);
        let (before, after) = (|| self.block.before(i), || self.block.get(i + 1));
        match self.block.get(i) {
            '·' => true,
            '.' => (spelt(before()) || before().is_ascii_uppercase()) && spelt(after()),
            '-' | '—' => sound(before()) && sound(after()),
            _ => false,
        }
    }
}

/// The end of a name with the number of a ruler after it: 一世.
pub(crate) fn ordinal(block: &Block<'_>, end: usize) -> usize {
    let mut at = end;
    while at < end + 3 && is_numeral(block.get(at)) {
        at += 1;
    }
    if at > end && block.get(at) == '世' { at + 1 } else { end }
}

/// The end of a name in Latin letters at `i`: words that begin with a capital, and particles between them.
pub(super) fn latin(block: &Block<'_>, i: usize) -> Option<usize> {
    let letter = |c: char| c.is_alphabetic() && !is_han(c);
    if !block.get(i).is_uppercase() || !block.word_starts(i) {
        return None;
    }
    let (mut at, mut end, mut letters) = (i, i, 0);
    for _ in 0..PARTS {
        let first = block.get(at);
        let word = at;
        while at < word + 20 && (letter(block.get(at)) || matches!(block.get(at), '\'' | '-')) {
            at += 1;
        }
        let small: String = block.chars.get(word..at).unwrap_or(&[]).iter().collect();
        if first.is_uppercase() {
            end = at;
            letters += at - word;
        } else if !matches!(
            &*small,
            "al" | "bin" | "van" | "von" | "de" | "der" | "el" | "da" | "di" | "dos" | "la"
        ) {
            break;
        }
        match block.get(at) {
            ' ' | '·' if letter(block.get(at + 1)) => at += 1,
            '.' if at - word == 1 => {
                at += 1;
                if block.get(at) == ' ' {
                    at += 1;
                }
            }
            _ => break,
        }
    }
    (letters >= 3).then_some(end)
}
