//! The mutant that runs, by its number in `NEWSFACTS_MUTANT`; none without it.
#![allow(missing_docs, unreachable_pub, dead_code)]

use once_cell::sync::Lazy;

static CHOSEN: Lazy<u32> = Lazy::new(|| std::env::var("NEWSFACTS_MUTANT").ok().and_then(|n| n.parse().ok()).unwrap_or(0));

#[inline]
pub fn on(number: u32) -> bool {
    *CHOSEN == number
}

/// The items, or none if one of these mutants runs.
pub fn none<I: Iterator>(numbers: &[u32], items: I) -> impl Iterator<Item = I::Item> + use<I> {
    items.take(if numbers.iter().any(|n| on(*n)) { 0 } else { usize::MAX })
}

/// The items, of which there are none, and one more if this mutant runs.
pub fn one<I: Iterator>(number: u32, item: impl FnOnce() -> I::Item, items: I) -> impl Iterator<Item = I::Item> {
    items.chain(on(number).then(item))
}
