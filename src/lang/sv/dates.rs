//! Dates in Swedish news: ordinals, endings of weekdays, years among other numbers.

use super::{
    date_guards::Around,
    dateslots::{SLOTS, clock, numeric},
};
use crate::{
    kind::date::{
        Cue, Reader, Sentence, SlotReader, Stated, Text, Verdict, Words, has,
        readers::{figures, time},
    },
    lexicon::Table,
    text::{Block, lower},
    value::DateModifier,
};
use std::ops::Range;

/// Reads them.
#[derive(Debug)]
pub(crate) struct Dates;

pub(super) fn year(block: &Block<'_>, at: usize) -> Option<(usize, i64)> {
    figures(block, at, 4).filter(|(end, y)| end - at == 4 && (1000..=2100).contains(y))
}

/// Characters that a word is read to at most.
const WORD: usize = 24;

/// The word that begins at `at`.
pub(super) fn word_at(block: &Block<'_>, at: usize) -> String {
    (at..at + WORD).map(|i| block.get(i)).take_while(|&c| is_word(c)).collect()
}

fn is_word(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '.' | ':' | '-' | '%' | '§') && c != '.'
}

/// Whether one of the words, with no letter joined to it, ends before `at`.
pub(super) fn any_before(block: &Block<'_>, at: usize, words: &[&str]) -> bool {
    // Compared from the end, where most differ.
    let stands = |word: &str| {
        let mut start = at;
        for c in word.chars().rev() {
            if start == 0 || lower(block.get(start - 1)) != c {
                return false;
            }
            start -= 1;
        }
        block.word_starts(start)
    };
    words.iter().any(|word| stands(word))
}

/// Words between the two ends of a range. `och` is one after *mellan*.
pub(super) fn range_word(block: &Block<'_>, start: usize, at: usize) -> Option<usize> {
    const WORDS: &[&str] = &[
        " till och med ",
        " t.o.m. ",
        " t o m ",
        " tom ",
        " fram till ",
        " till ",
        "-",
        " - ",
        " — ",
        "—",
        "- ",
        " -",
    ];
    let word = WORDS.iter().filter(|w| has(block, at, w)).max_by_key(|w| w.len());
    if let Some(word) = word {
        let end = at + word.chars().count();
        return Some(end);
    }
    let between = has(block, at, " och ")
        && (start.saturating_sub(32)..=start).any(|i| has(block, i, "mellan ") || has(block, i, "Mellan "));
    between.then_some(at + 5)
}

impl Reader for Dates {
    fn slots(&self) -> &'static [SlotReader] {
        SLOTS
    }

    fn may_start(&self, block: &Block<'_>, at: usize) -> bool {
        let c = block.get(at);
        if c.is_ascii_digit() {
            let before = block.before(at);
            return (block.word_starts(at)
                || block.before(at).is_alphabetic() && numeric(block, at).is_some())
                && !(matches!(before, '.' | ',' | ':') && at > 1 && block.before(at - 1).is_ascii_digit());
        }
        (c.is_alphabetic() || c == '\'') && block.word_starts(at)
    }

    fn tail(&self, words: &Words, text: Text<'_>, end: usize, stated: &mut Stated) -> usize {
        let block = text.block;
        if !stated.is_day() {
            return end;
        }
        let mut end = end;
        if block.get(end) == ' '
            && stated.part.is_none()
            && let Some(entry) = text.longest(Table::Dayparts, end + 1)
        {
            let noun = word_at(block, end + 1);
            let bare = matches!(
                &*noun,
                "kväll" | "morgon" | "morse" | "förmiddag" | "eftermiddag" | "natt" | "lunch" | "bitti"
            );
            if bare && block.word_ends(entry.at) {
                stated.part = words.parts.get(entry.row as usize).copied();
                end = entry.at;
            }
        }
        // 2012-09-11 14:30, 2012-09-11T14:30
        if stated.numeric && matches!(block.get(end), ' ' | 'T') {
            let hour =
                figures(block, end + 1, 2).filter(|(e, h)| *h < 24 && matches!(block.get(*e), ':' | '.'));
            let minute =
                hour.and_then(|(e, _)| figures(block, e + 1, 2).filter(|(f, m)| f - e == 3 && *m < 60));
            if let (Some((_, hour)), Some((to, minute))) = (hour, minute) {
                stated.time = time(hour, minute);
                return to;
            }
        }
        // den 10 november (söndag)
        if stated.day.is_some()
            && has(block, end, " (")
            && let Some(entry) = text.longest(Table::Weekdays, end + 2)
            && block.get(entry.at) == ')'
        {
            end = entry.at + 1;
        }
        let at = end + usize::from(block.get(end) == ',');
        if block.get(at) == ' '
            && stated.time.is_none()
            && let Some((to, (hour, minute))) = clock(block, at + 1, true)
        {
            stated.time = time(hour, minute);
            end = to;
        }
        end
    }

    fn judge(&self, words: &Words, text: Text<'_>, start: usize, end: usize, stated: &Stated) -> Verdict {
        Around::new(words, text, start, end).judge(stated)
    }

    fn range_word(&self, block: &Block<'_>, start: usize, at: usize) -> Option<usize> {
        range_word(block, start, at)
    }

    fn is_dateline(&self, _: &Words, text: Text<'_>, start: usize, _: usize) -> bool {
        let block = text.block;
        if !(2..=3)
            .any(|i| start.checked_sub(i).is_some_and(|i| block.get(i).is_uppercase() || block.get(i) == ')'))
        {
            return false;
        }
        // STOCKHOLM 12 mars; STOCKHOLM (TT) 12 mars
        let mut line = start;
        while line > 0 && start - line < 48 && block.get(line - 1) != '\n' {
            line -= 1;
        }
        let head = block.folded(line, start);
        let head = head.trim();
        let name = head.split(['(', ',', '/']).next().unwrap_or("").trim();
        name.chars().filter(|c| c.is_alphabetic()).count() >= 3
            && name.chars().all(|c| !c.is_lowercase() && !c.is_ascii_digit())
            && !head.chars().any(char::is_lowercase)
            && start - line < 48
    }

    fn modifier(&self, words: &Words, text: Text<'_>, start: usize, end: usize) -> Option<DateModifier> {
        Around::new(words, text, start, end).modifier()
    }

    fn is_aside(&self, words: &Words, text: Text<'_>, start: usize, end: usize) -> bool {
        Around::new(words, text, start, end).is_aside()
    }

    fn lists(&self, words: &Words, text: Text<'_>, between: Range<usize>) -> bool {
        Around::new(words, text, between.start, between.end).lists()
    }

    fn cue(&self, words: &Words, text: Text<'_>, sentence: &Sentence, start: usize, end: usize) -> Cue {
        Around::new(words, text, start, end).cue(sentence)
    }

    fn reports(&self, words: &Words, text: Text<'_>, start: usize, end: usize) -> bool {
        Around::new(words, text, start, end).reports()
    }
}
