//! The mutant that runs, by its number in `NEWSFACTS_MUTANT`; none without it.
#![allow(missing_docs, unreachable_pub, dead_code)]

use once_cell::sync::Lazy;

static CHOSEN: Lazy<u32> = Lazy::new(|| std::env::var("NEWSFACTS_MUTANT").ok().and_then(|n| n.parse().ok()).unwrap_or(0));

#[inline]
pub fn on(number: u32) -> bool {
    *CHOSEN == number
}

#[inline]
pub fn not<T: std::ops::Not<Output = T>>(number: u32, of: T) -> T {
    if on(number) { of } else { !of }
}

pub trait Next {
    fn more(self) -> Self;
}

macro_rules! next {
    ($($int:ty)*) => {$(impl Next for $int { fn more(self) -> Self { self.wrapping_add(1) } })*};
}
next!(u8 u16 u32 u64 u128 usize i8 i16 i32 i64 i128 isize);

#[inline]
pub fn plus<T: Next>(number: u32, of: T) -> T {
    if on(number) { of.more() } else { of }
}
