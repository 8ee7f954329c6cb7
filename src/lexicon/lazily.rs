//! What is made of a lexicon when it is first needed.

use super::Lexicon;
use crate::Error;
use std::{
    fmt,
    panic::{RefUnwindSafe, UnwindSafe},
    sync::OnceLock,
};

/// Something that a lexicon gives, and that many texts do not need.
pub(crate) struct Lazily<T> {
    make: Box<Make<T>>,
    made: OnceLock<T>,
}

type Make<T> = dyn Fn(&Lexicon) -> Result<T, Error> + Send + Sync + UnwindSafe + RefUnwindSafe;

impl<T: fmt::Debug> fmt::Debug for Lazily<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.made.fmt(f)
    }
}

impl<T> Lazily<T> {
    /// Made when it is first asked for.
    pub(crate) fn new(
        make: impl Fn(&Lexicon) -> Result<T, Error> + Send + Sync + UnwindSafe + RefUnwindSafe + 'static,
    ) -> Self {
        Self { make: Box::new(make), made: OnceLock::new() }
    }

    /// The same, but made at once if the lexicon has rows of a user, which may be wrong.
    pub(crate) fn checked(self, lexicon: &Lexicon) -> Result<Self, Error> {
        if lexicon.has_users() {
            self.try_get(lexicon)?;
        }
        Ok(self)
    }

    /// The thing itself, of the lexicon that it was promised of.
    #[inline]
    pub(crate) fn get(&self, lexicon: &Lexicon) -> &T {
        self.made.get_or_init(|| (self.make)(lexicon).expect(super::CHECKED))
    }

    /// The same where rows of a user may still be wrong.
    pub(crate) fn try_get(&self, lexicon: &Lexicon) -> Result<&T, Error> {
        if let Some(made) = self.made.get() {
            return Ok(made);
        }
        let made = (self.make)(lexicon)?;
        Ok(self.made.get_or_init(|| made))
    }
}
