//! The mutant that runs, by its number in `NEWSFACTS_MUTANT`; none without it.
#![allow(missing_docs, unreachable_pub, dead_code)]

use once_cell::sync::Lazy;

static CHOSEN: Lazy<u32> = Lazy::new(|| std::env::var("NEWSFACTS_MUTANT").ok().and_then(|n| n.parse().ok()).unwrap_or(0));

#[inline]
pub fn on(number: u32) -> bool {
    *CHOSEN == number
}

/// What `!` takes.
pub trait Negate {
    type Negated;
    fn negated(self) -> Self::Negated;
    fn as_it_is(self) -> Self::Negated;
}

#[inline]
pub fn not<T: Negate>(number: u32, of: T) -> T::Negated {
    if on(number) { of.as_it_is() } else { of.negated() }
}

macro_rules! negate {
    ($($type:ty)*) => {$(
        impl Negate for $type {
            type Negated = Self;
            fn negated(self) -> Self { !self }
            fn as_it_is(self) -> Self { self }
        }
        impl Negate for &$type {
            type Negated = $type;
            fn negated(self) -> $type { !*self }
            fn as_it_is(self) -> $type { *self }
        }
    )*};
}
negate!(bool u8 u16 u32 u64 usize);

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
