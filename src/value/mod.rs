//! Values: what facts say. No parsing happens here.

mod currency;
mod date;
mod money;
mod official;
mod percent;

pub use currency::Currency;
pub(crate) use date::Unit;
pub use date::{Date, Granularity, Modifier, PartOfDay, Period, Season};
pub use money::Money;
pub use official::{Country, Office, Official, Tenure};
pub use percent::Percent;
