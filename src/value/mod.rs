//! Values: what facts say. No parsing happens here.

mod currency;
mod date;
#[cfg(feature = "serde")]
mod deserialize;
mod fraction;
mod money;
mod named;
mod official;
mod percent;
mod quantity;
mod role;
mod time;

pub use currency::Currency;
pub(crate) use date::Unit;
pub use date::{Date, DateModifier, Granularity, PartOfDay, Period, Season};
pub use fraction::Fraction;
pub use money::Money;
pub use official::{Country, Link, Office, Official, Tenure};
pub use percent::{Percent, PercentUnit};
pub(crate) use quantity::Context;
pub use quantity::{Basis, Direction, Modifier};
pub use role::Role;
pub use time::{Duration, Recurrence, TimeUnit, VagueTime};
