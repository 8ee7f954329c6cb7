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
        (Slot::FirstMonths, &["första tre", "två första"]),
        (Slot::FirstQuarters, &["första tre", "två första"]),
        (Slot::LastQuarters, &["sista två"]),
        (Slot::LastMonths, &["sista tre", "två sista"]),
        (Slot::Days, &["första tio", "två sista"]),
        (Slot::ThisYear, &["årets"]),
        (Slot::Clock, &["klockan 15.00", "16.30-tiden", "femtiden", "klockan 15.00-16.30"]),
        (Slot::To, &["-", " till ", " till och med "]),
        (Slot::And, &[" och ", ", "]),
    ],
};

/// One for each unit.
const LENGTHS: &[&str] = &[
    "två år",
    "10 dagar",
    "fem dygn",
    "en vecka",
    "tre veckor",
    "fyra månader",
    "ett kvartal",
    "ett halvår",
    "ett sekel",
    "två sekler",
    "ett och ett halvt år",
];

const ORDINALS: &[&str] = &["första", "1:a", "sista"];
