//! The mutant that runs, by its number: that in `NEWSFACTS_MUTANT`, or one that is set as the program goes on; none without.
//!
//! A program may also note, while none runs, which mutants would have done something else.
#![allow(missing_docs, unreachable_pub, dead_code)]

use once_cell::sync::Lazy;
use std::{
    panic::{AssertUnwindSafe, catch_unwind},
    sync::atomic::{AtomicBool, AtomicU32, AtomicU64, Ordering::Relaxed},
};

/// More mutants than there are.
const MOST: usize = 1 << 15;

/// Numbers that a text may ask for; a mutant under which it asks for more does not end.
const LONG: u64 = 30_000_000;

static RUNNING: Lazy<AtomicU32> = Lazy::new(|| {
    let number = std::env::var("NEWSFACTS_MUTANT").ok().and_then(|n| n.parse().ok());
    AtomicU32::new(number.unwrap_or(0))
});
static NOTES: AtomicBool = AtomicBool::new(false);
static NOTED: [AtomicU64; MOST / 64] = [const { AtomicU64::new(0) }; MOST / 64];
static LEFT: AtomicU64 = AtomicU64::new(u64::MAX);

/// Runs a function as this mutant; `None` if it panics or does not end.
pub fn running<T>(number: u32, function: impl FnOnce() -> T) -> Option<T> {
    RUNNING.store(number, Relaxed);
    LEFT.store(if number == 0 { u64::MAX } else { LONG }, Relaxed);
    let done = catch_unwind(AssertUnwindSafe(function)).ok();
    RUNNING.store(0, Relaxed);
    LEFT.store(u64::MAX, Relaxed);
    done
}

/// The mutants that would have done something else in a function, of which none runs.
pub fn noting(function: impl FnOnce()) -> Vec<u32> {
    NOTES.store(true, Relaxed);
    function();
    NOTES.store(false, Relaxed);
    let words = (0..).zip(&NOTED).map(|(i, word)| (i, word.swap(0, Relaxed))).filter(|(_, word)| *word != 0);
    words
        .flat_map(|(i, word)| (0..64).filter(move |bit| word >> bit & 1 == 1).map(move |bit| 64 * i + bit))
        .collect()
}

fn is_noted(number: u32) -> bool {
    NOTED[number as usize / 64].load(Relaxed) >> (number % 64) & 1 == 1
}

/// Notes a mutant, if mutants are noted.
#[inline]
pub fn note(number: u32) {
    if NOTES.load(Relaxed) {
        let word = &NOTED[number as usize / 64];
        word.store(word.load(Relaxed) | 1 << (number % 64), Relaxed);
    }
}

/// Whether this mutant runs.
#[inline]
pub fn runs(number: u32) -> bool {
    match LEFT.load(Relaxed) {
        u64::MAX => {}
        0 => {
            LEFT.store(u64::MAX, Relaxed);
            panic!("it does not end");
        }
        left => LEFT.store(left - 1, Relaxed),
    }
    RUNNING.load(Relaxed) == number
}

/// The same for a mutant that does something else wherever it is asked for.
#[inline]
pub fn on(number: u32) -> bool {
    note(number);
    runs(number)
}

/// The same for one that does something else only if that is so.
#[inline]
pub fn differs(number: u32, other: impl FnOnce() -> bool) -> bool {
    if NOTES.load(Relaxed) && !is_noted(number) && other() {
        note(number);
    }
    runs(number)
}

/// Notes a mutant of `&&` or `||`, which does something else if the sides differ.
#[inline]
pub fn ask(number: u32, left: bool, right: impl FnOnce() -> bool) {
    if NOTES.load(Relaxed) && !is_noted(number) {
        NOTES.store(false, Relaxed);
        let right = catch_unwind(AssertUnwindSafe(right));
        NOTES.store(true, Relaxed);
        if right.ok() != Some(left) {
            note(number);
        }
    }
}

/// The items, or none if one of these mutants runs.
pub fn none<I: Iterator>(numbers: &[u32], items: I) -> impl Iterator<Item = I::Item> + use<I> {
    let runs = numbers.iter().fold(false, |runs, n| on(*n) || runs);
    items.take(if runs { 0 } else { usize::MAX })
}

/// The items, of which there are none, and one more if this mutant runs.
pub fn one<I: Iterator>(
    number: u32,
    item: impl FnOnce() -> I::Item,
    items: I,
) -> impl Iterator<Item = I::Item> {
    items.chain(on(number).then(item))
}
