//! Whose money a name is that the region of a text decides.

use super::finder::{Scope, Shared};
use crate::{text::Block, value::Currency};
use std::ops::Range;

/// A currency, and how it is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Which {
    pub(crate) currency: Currency,
    /// The text does not say which of several it is.
    pub(crate) assumed: bool,
    /// Another one that is about as near.
    pub(crate) alternative: Option<Currency>,
}

impl Which {
    pub(crate) const fn stated(currency: Currency) -> Self {
        Self { currency, assumed: false, alternative: None }
    }

    pub(crate) const fn assumed(currency: Currency) -> Self {
        Self { currency, assumed: true, alternative: None }
    }
}

/// Whose money a name is that the region of a text decides: 元, `$`, *cent*. Each language has its own way to tell.
pub(crate) trait LocalMoney: Shared {
    /// The money of the region that the text around characters `at` of a block speaks of. `near` asks for what words beside
    /// them tell, not for what is assumed where nothing does.
    fn money(
        &self,
        block: &Block<'_>,
        at: Range<usize>,
        near: bool,
        scope: &mut Scope<'_, '_>,
    ) -> Option<Which>;
}
