//! What a language brings to the kinds.

use super::{date::DateReader, local_money::LocalMoney, official::OfficialReader};
use crate::{
    Error,
    lexicon::{Lexicon, Table},
    number::Numerals,
};
use std::sync::Arc;

/// A language as the kinds see it: its tables, and the code that no table can say.
#[derive(Debug)]
pub(crate) struct Pack {
    /// Whether words are written with spaces between them.
    pub(crate) spaced: bool,
    /// The files of the tables; several of one table are read one after the other.
    pub(crate) tables: &'static [(Table, &'static str)],
    /// The pieces of words that a text is searched for, which are derived from the tables.
    pub(crate) anchors: &'static str,
    /// The order of the words of dates.
    pub(crate) date_patterns: &'static str,
    pub(crate) numerals: fn(&Lexicon) -> Result<Box<dyn Numerals>, Error>,
    /// Whose money a bare name of it is, where the region of a text decides.
    pub(crate) money: fn(&Lexicon) -> Result<Box<dyn LocalMoney>, Error>,
    pub(crate) dates: fn() -> Box<dyn DateReader>,
    pub(crate) officials: fn(&Lexicon) -> Result<Arc<dyn OfficialReader>, Error>,
}
