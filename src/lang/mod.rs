//! The languages: words and order, as tables, and the code that no table can say. A new language is a folder here and
//! an entry in [`languages`](crate::languages). No file of one language mentions another.

pub(crate) mod sv;
pub(crate) mod zh;
