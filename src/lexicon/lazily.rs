//! What is made of a lexicon when it is first needed.

use super::Lexicon;
use crate::Error;
use std::sync::OnceLock;

/// Something that a lexicon gives, and that many texts do not need.
#[derive(Debug)]
pub(crate) struct Lazily<T> {
    make: fn(&Lexicon) -> Result<T, Error>,
    made: OnceLock<T>,
}

impl<T> Lazily<T> {
    /// Made at once if the lexicon has rows of a user, which may be wrong.
    pub(crate) fn new(lexicon: &Lexicon, make: fn(&Lexicon) -> Result<T, Error>) -> Result<Self, Error> {
        let made = if lexicon.has_users() { OnceLock::from(make(lexicon)?) } else { OnceLock::new() };
        Ok(Self { make, made })
    }

    /// The thing itself, of the lexicon that it was promised of.
    #[inline]
    pub(crate) fn get(&self, lexicon: &Lexicon) -> &T {
        self.made.get_or_init(|| (self.make)(lexicon).expect(super::CHECKED))
    }
}
