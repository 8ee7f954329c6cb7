//! Text as the finders see it: folded characters that remember where they stand.

mod address;
mod block;
mod charset;
mod endings;
mod fold;
mod lines;
mod pairs;
mod quiet;
mod whole_words;

pub(crate) use block::{Block, BlockBuffers, Blocks, in_word};
pub(crate) use charset::{Beginnings, CharSet};
pub(crate) use endings::Endings;
pub(crate) use fold::{
    READINGS, capitals, fold, folded, inside_word_or_number, is_han, is_letter, is_letter_or_digit, lower,
    upper_case,
};
pub(crate) use lines::ends_clause;
pub(crate) use pairs::Pairs;
pub(crate) use quiet::Quiet;
pub(crate) use whole_words::WholeWords;

/// Counts the characters read, under test only: linear time is checked by counting, never by a clock.
#[cfg(test)]
pub(crate) mod steps {
    use std::cell::Cell;
    thread_local!(static STEPS: Cell<u64> = const { Cell::new(0) });

    pub(crate) fn add(n: usize) {
        STEPS.with(|s| s.set(s.get() + n as u64));
    }
    pub(crate) fn take() -> u64 {
        STEPS.with(|s| s.replace(0))
    }
}
#[cfg(not(test))]
pub(crate) mod steps {
    #[inline(always)]
    pub(crate) fn add(_: usize) {}
}
