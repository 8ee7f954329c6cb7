//! Times by the clock, as values have them.

use jiff::civil;
use std::fmt;

/// A time of day in minutes past midnight, up to 24:00; in the night that ends a day it goes on past that.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) struct Clock(u16);

/// The minutes of a day.
const DAY: u16 = 24 * 60;

impl Clock {
    /// An hour and a minute; `None` if there is no such time.
    pub(crate) fn new(hour: i64, minute: i64) -> Option<Self> {
        let fits = (0..24).contains(&hour) && (0..60).contains(&minute) || (hour, minute) == (24, 0);
        fits.then(|| Self((hour * 60 + minute) as u16))
    }

    pub(crate) const fn hour(self) -> u16 {
        self.0 / 60
    }

    /// Twelve hours later: three in the afternoon.
    pub(crate) const fn late(self) -> Self {
        Self(self.0 + DAY / 2)
    }

    /// The end of its day instead of the start: 今晚零点.
    pub(crate) const fn ending(self) -> Self {
        Self(self.0 + DAY)
    }

    /// The time of the next day that it is, if it is past the end of its own: half past twelve at night.
    pub(super) fn past_midnight(self) -> Option<Self> {
        (self.0 > DAY).then(|| Self(self.0 - DAY))
    }

    pub(super) fn time(self) -> Option<civil::Time> {
        civil::Time::new(self.hour() as i8, (self.0 % 60) as i8, 0, 0).ok()
    }
}

impl From<civil::Time> for Clock {
    fn from(time: civil::Time) -> Self {
        Self(time.hour() as u16 * 60 + time.minute() as u16)
    }
}

impl fmt::Display for Clock {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:02}:{:02}", self.hour(), self.0 % 60)
    }
}
