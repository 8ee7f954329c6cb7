//! Swedish dates: what the general reader needs beside the tables.

use crate::kind::date::{Slot, spaced::SpacedDates};

pub(super) const DATES: SpacedDates = SpacedDates {
    country: "SE",
    examples: &[
        (Slot::Day, &["13", "1:a"]),
        (Slot::Weekday, &["onsdag", "i måndags"]),
        (Slot::Quarter, &["tredje", "3:e", "3", "tre"]),
        (Slot::Half, &["första", "1:a", "2", "två"]),
        (Slot::Decade, &["1980-talet", "80-talet", "1970-"]),
        (Slot::Century, &["1800-talets"]),
        (Slot::Ago, LENGTHS),
        (Slot::Ahead, LENGTHS),
        (Slot::Later, LENGTHS),
        (Slot::Nth, ORDINALS),
        (Slot::NthDay, ORDINALS),
        (Slot::NthWeek, ORDINALS),
        (Slot::NthWeekend, ORDINALS),
        (Slot::Clock, &["klockan 15.00", "16.30-tiden", "femtiden", "klockan 15.00-16.30"]),
        (Slot::To, &["-", " till ", " till och med "]),
        (Slot::And, &[" och ", ", "]),
    ],
};

const LENGTHS: &[&str] = &["två år", "10 dagar", "ett halvår", "ett och ett halvt år"];
const ORDINALS: &[&str] = &["första", "1:a", "sista"];
