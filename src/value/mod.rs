//! Values: what facts say. No parsing happens here.

mod body;
mod clock;
mod country;
mod currency;
mod date;
#[cfg(feature = "serde")]
mod deserialize;
mod fraction;
mod money;
mod named;
mod official;
mod origin;
mod percent;
mod period;
mod quantity;
mod role;
mod term;
mod time;
mod timex;

pub use body::{Body, BodyKind, Party};
pub(crate) use clock::Clock;
pub use country::Country;
pub use currency::Currency;
pub use date::Date;
pub use fraction::Fraction;
pub use money::Money;
pub use official::{Link, Office, Official, Tenure};
pub(crate) use origin::Origins;
pub use origin::{DatePart, Origin};
pub use percent::{Percent, PercentUnit};
pub(crate) use period::PeriodUnit;
pub use period::{DateModifier, Granularity, PartOfDay, Period, Season};
pub(crate) use quantity::Qualifiers;
pub use quantity::{Basis, Direction, Modifier};
pub use role::Role;
pub use term::{Term, TermSense};
pub use time::{Anchored, Duration, Recurrence, TimeAnchor, TimeDirection, TimeReach, TimeUnit, VagueTime};
