//! The common characters, for each of which a table has a place.

const FIRST: u32 = 0x4E00;
const LAST: u32 = 0x9FFF;

/// How many there are.
pub(super) const COMMON: usize = (LAST - FIRST + 1) as usize;

/// All of them, in order.
pub(super) fn all() -> impl Iterator<Item = char> {
    (FIRST..=LAST).filter_map(char::from_u32)
}

/// The place of one.
#[inline]
pub(super) fn number(c: char) -> Option<usize> {
    (c as u32).checked_sub(FIRST).map(|i| i as usize).filter(|&i| i < COMMON)
}
