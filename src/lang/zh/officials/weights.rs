//! The weights from which a name beside a title is taken.

/// After its title.
pub(super) const RIGHT: i32 = 4;
/// Before its title.
pub(super) const LEFT: i32 = 6;
/// In a list of names that share a title.
pub(super) const LISTED: i32 = 5;
/// In apposition to a title.
pub(super) const APPOSED: i32 = 10;
/// By how much lighter one may be between the last character of a body and the office that begins with it: 条约司|陈立司长.
pub(super) const BODY: i32 = 5;
