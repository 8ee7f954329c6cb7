//! What a language adds to its tables of dates.

use super::{
    guard::Verdict,
    settled::Cue,
    slot::{Slot, SlotReader},
    stated::Stated,
    tables::DateTables,
    text::Text,
};
use crate::{kind::finder::Shared, text::Block, value::DateModifier};
use std::ops::Range;

/// What a language adds to its tables: how numbers look, what stands around dates, and what only looks like one.
pub(crate) trait DateReader: Shared {
    /// How it reads the slots of its patterns.
    fn slots(&self) -> &'static [SlotReader];

    /// Texts of slots in its own words, one of a slot as long as any, where the reader of a slot gives none.
    fn examples(&self) -> &'static [(Slot, &'static [&'static str])] {
        &[]
    }

    /// Whether a date may begin at `at`, judged by the characters there alone; false positives are allowed.
    fn may_start(&self, tables: &DateTables, block: &Block<'_>, at: usize) -> bool;

    /// What follows the date at `place` and belongs to it: a year that no pattern knows, the weekday, part of day and clock.
    /// Gives its end.
    fn tail(&self, tables: &DateTables, text: Text<'_>, place: Range<usize>, stated: &mut Stated) -> usize;

    /// What the neighbours of `start..end` make of the date that was read there.
    fn judge(
        &self,
        tables: &DateTables,
        text: Text<'_>,
        start: usize,
        end: usize,
        stated: &Stated,
    ) -> Verdict;

    /// The end of the words between the two ends of a range, if they stand at `at`.
    fn range_word(&self, tables: &DateTables, block: &Block<'_>, start: usize, at: usize) -> Option<usize>;

    /// Whether the two ends of what looks like a range are the day from which something is moved and that to which it is.
    fn moves(&self, _tables: &DateTables, _text: Text<'_>, _place: Range<usize>) -> bool {
        false
    }

    /// Whether the date at `start..end` is that of a dateline.
    fn is_dateline(&self, tables: &DateTables, text: Text<'_>, start: usize, end: usize) -> bool;

    /// What the words beside `start..end` make of the date.
    fn modifier(&self, tables: &DateTables, text: Text<'_>, start: usize, end: usize)
    -> Option<DateModifier>;

    /// Whether the words around `start..end` tell that it lies ahead or behind.
    fn cue(&self, tables: &DateTables, text: Text<'_>, sentence: &Sentence, start: usize, end: usize) -> Cue;

    /// Whether the date is told of by the way, and says nothing of the dates after it: something is compared with it
    /// (比去年同期), or it only describes (*branden 1995*).
    fn is_aside(&self, tables: &DateTables, text: Text<'_>, start: usize, end: usize) -> bool;

    /// Whether a date that starts at the end of `between` is the next member of a list with the one before it, of which the
    /// last may state the year: *den 3 maj, i Kalmar den 5 maj och i Ystad den 8 juni 2023*.
    fn lists(&self, _tables: &DateTables, _text: Text<'_>, _between: Range<usize>) -> bool {
        false
    }

    /// Whether a sentence tells of what has happened; asked once for each sentence.
    fn reports(&self, _tables: &DateTables, _text: Text<'_>, _start: usize, _end: usize) -> bool {
        false
    }
}

/// The sentence that is being read.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Sentence {
    pub(crate) start: usize,
    end: usize,
    /// Whether it tells of what has happened.
    reports: Option<bool>,
}

impl Sentence {
    /// Whether it tells of what has happened.
    pub(super) fn reports(&mut self, reader: &dyn DateReader, tables: &DateTables, text: Text<'_>) -> bool {
        *self.reports.get_or_insert_with(|| reader.reports(tables, text, self.start, self.end))
    }

    /// Goes on to the sentence around `at`.
    pub(super) fn reach(&mut self, block: &Block<'_>, at: usize) {
        if at >= self.end {
            let (start, end) = (block.sentence_start(at).max(self.end), block.sentence_end(at));
            *self = Self { start, end: end.max(at + 1), reports: None };
        }
    }
}
