//! What the words around a date say of it: modifiers, plans and reports, datelines, opening hours, statistics.

use super::{
    date_beside::{Beside, CLAUSE_ENDS, SENTENCE_ENDS},
    dates::range_word,
};
use crate::{
    kind::date::{Cue, DateClass, guard},
    lexicon::Table,
    value::DateModifier,
};

/// Characters around a day of the week in which opening hours say so.
const NEAR: usize = 30;

/// What the words beside the date make of it.
pub(super) fn modifier(here: &Beside<'_>) -> Option<DateModifier> {
    if let Some(modifier) = guard::modifier(here.after.classes) {
        return Some(modifier);
    }
    // 直到去年才: not before.
    let late =
        |here: &Beside<'_>| here.holds(here.end, here.clause_end(here.end, SENTENCE_ENDS), DateClass::Late);
    match guard::modifier(here.before.classes) {
        Some(DateModifier::Until) if here.before.has(DateClass::Till) && late(here) => None,
        modifier => modifier,
    }
}

/// Whether something is compared with the date: 比去年, 去年同期.
pub(super) fn is_compared(here: &Beside<'_>) -> bool {
    here.before.has(DateClass::Compared) || here.after.has(DateClass::Compared)
}

/// Whether the words around the date tell that it lies ahead or behind.
pub(super) fn cue(here: &Beside<'_>) -> Cue {
    if here.before.has(DateClass::Plan) || here.after.has(DateClass::Plan) {
        return Cue::Ahead;
    }
    if here.before.has(DateClass::Behind) || is_dateline(here) {
        return Cue::Behind;
    }
    // News reports, unless a word for the future says otherwise.
    let next = here.end + usize::from(here.block().get(here.end) == ',');
    let (from, to) = (here.clause_start(CLAUSE_ENDS), here.clause_end(next, CLAUSE_ENDS));
    if here.holds(from, to, DateClass::Plan) { Cue::None } else { Cue::Report }
}

/// Whether the date is that of a dateline: 新华社北京11月4日电.
pub(super) fn is_dateline(here: &Beside<'_>) -> bool {
    const REACH: usize = 24;
    let opens = here.start == 0 || here.previous() == '\n';
    here.after.has(DateClass::Wire)
        && (opens || here.holds(here.start.saturating_sub(REACH), here.start, DateClass::Agency))
}

/// Whether a day of the week is one of opening hours, which come again each week: 周一至周五9时开放, 周一闭馆.
pub(super) fn is_opening_hour(here: &Beside<'_>) -> bool {
    if here.after.has(DateClass::Closed) {
        return true;
    }
    let is_weekday = |at: usize| here.text.longest(Table::Weekdays, at).is_some();
    let first = range_word(here.block(), here.end).is_some_and(is_weekday);
    let last = || {
        (here.start.saturating_sub(5)..here.start).any(|at| range_word(here.block(), at) == Some(here.start))
            && here.start > 1
            && (here.start.saturating_sub(6)..here.start).any(is_weekday)
    };
    (first || last()) && here.holds(here.start.saturating_sub(NEAR), here.end + NEAR, DateClass::Hours)
}

/// Whether the months counted from the first of the year are those of a statistic: 前五个月进出口增长; not the first
/// months of something else.
pub(super) fn is_statistic(here: &Beside<'_>) -> bool {
    here.opens_phrase()
        && here.block().get(here.end - 2) == '个'
        && !here.after.any(&[DateClass::Function, DateClass::Within])
        && here.holds(here.end, here.clause_end(here.end, SENTENCE_ENDS), DateClass::Statistic)
}
