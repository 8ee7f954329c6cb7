//! What the words around a date say of it: modifiers, plans and reports, datelines, opening hours, statistics.

use super::date_neighbours::{DateNeighbours, Ends};
use crate::{
    kind::date::{Cue, DateClass, DateWord, guard},
    lexicon::Table,
    text::{is_han, lower},
    value::DateModifier,
};

/// Characters around a day of the week in which opening hours say so.
const NEAR: usize = 30;

/// Characters before a date that still opens its clause.
const OPENS: usize = 2;

/// Characters of a noun behind 的, with 的, that ends a clause.
const NOUN: usize = 7;

/// What the words beside the date make of it.
pub(super) fn modifier(here: &DateNeighbours<'_>) -> Option<DateModifier> {
    if let Some(modifier) = guard::modifier(here.after.classes) {
        return Some(modifier);
    }
    // 直到去年才: not before.
    let late = |here: &DateNeighbours<'_>| {
        here.holds(here.end, here.clause_end(here.end, Ends::Sentence), DateClass::Late)
    };
    match guard::modifier(here.before.classes) {
        Some(DateModifier::Until) if here.before.has(DateClass::Till) && late(here) => None,
        modifier => modifier,
    }
}

/// Whether the date says nothing of those after it: something is compared with it (比去年, 去年同期), or it is a year that
/// only describes something (始建于1958年的大桥).
pub(super) fn is_compared(here: &DateNeighbours<'_>) -> bool {
    here.before.has(DateClass::Compared) || here.after.has(DateClass::Compared) || !opens_series(here)
}

/// Whether the year of the date is that of a series which it opens: it belongs to a month, opens a clause, or has a month
/// in its own clause.
fn opens_series(here: &DateNeighbours<'_>) -> bool {
    let block = here.block();
    if (here.start..here.end).any(|i| matches!(block.get(i), '月' | '日' | '号' | '季' | '半' | '/' | '.'))
    {
        return true;
    }
    // 去年 tells of when the sentence happened, wherever it stands.
    if !here.is_numeral(block.get(here.start)) {
        return !here.after.has(DateClass::Function);
    }
    let clause = here.end..here.clause_end(here.end, Ends::Clause);
    // 1998年建成的大桥: nothing but a noun is said.
    let mut last = clause.start.max(clause.end.saturating_sub(NOUN))..clause.end;
    if here.after.has(DateClass::Function) || last.any(|i| here.stands(i, DateWord::Of)) {
        return false;
    }
    let led = here.before.has(DateClass::Leads) && !here.before.any(&[DateClass::Behind, DateClass::Plan]);
    let from = if led { here.before.edge } else { here.start };
    let opens = !is_han(block.before(from)) && !block.before(from).is_alphanumeric();
    let topic = clause.is_empty() && !here.before.has(DateClass::Leads);
    opens || topic || clause.into_iter().any(|i| block.get(i) == '月' && here.is_numeral(block.before(i)))
}

/// Whether the words around the date tell that it lies ahead or behind.
pub(super) fn cue(here: &DateNeighbours<'_>) -> Cue {
    if here.before.has(DateClass::Plan) || here.after.has(DateClass::Plan) {
        return Cue::Ahead;
    }
    if here.before.has(DateClass::Behind) {
        return Cue::Behind;
    }
    if is_dateline(here) {
        return Cue::Told;
    }
    // A plan, here or in a clause before, looks ahead to a quarter or half.
    let part_of_year =
        (here.start..here.end).any(|i| matches!(lower(here.block().get(i)), '季' | '半' | 'q' | 'h'));
    let planned = |from, to| here.holds(from, to, DateClass::Plan);
    if part_of_year && planned(here.clause_start(Ends::Sentence), here.clause_end(here.end, Ends::Clause)) {
        return Cue::Ahead;
    }
    // News reports, unless a word for the future says otherwise.
    let clause = here.clause_start(Ends::Clause);
    if planned(clause, here.start) {
        return Cue::None;
    }
    let next = here.end + usize::from(here.block().get(here.end) == ',');
    let mut to = here.clause_end(next, Ends::Clause);
    // 周五的交易中，金价大涨: the clause goes on.
    if here.block().get(to) == ',' && here.ends(to, DateWord::Locative) {
        to = here.clause_end(to + 1, Ends::Clause);
    }
    let month = || (here.start..here.end).any(|i| here.block().get(i) == '月');
    // 休假至8月，公司表示: when it is to end, in a clause of its own
    let apart = here.block().get(here.end) == ',' && here.start > clause + OPENS;
    if here.ends(here.start, DateWord::Range) {
        to = here.clause_end(here.end, Ends::Clause);
    }
    if apart {
        return if planned(here.end, to) { Cue::None } else { Cue::Report };
    }
    match tense(here, to) {
        Some(DateClass::Plan) => Cue::None,
        Some(_) if here.is_weekday() => Cue::Behind,
        Some(_) if month() => Cue::Told,
        None if here.before.has(DateClass::Compared) && month() => Cue::Told,
        _ => Cue::Report,
    }
}

/// What the first word behind the date that tells of past or coming says, in the clause that ends at a place.
fn tense(here: &DateNeighbours<'_>, to: usize) -> Option<DateClass> {
    let mut at = here.end;
    loop {
        let classes = [DateClass::Plan, DateClass::Perfect, DateClass::Past];
        let (start, word) = here.first(at..to, &classes)?;
        if word.has(DateClass::Plan) {
            return Some(DateClass::Plan);
        }
        // 就要开学了: about to be
        let about = word.has(DateClass::Perfect)
            && word.edge == to
            && here.holds(here.clause_start(Ends::Clause), start, DateClass::Imminent);
        if !about && !is_attribute(here, start) {
            return Some(DateClass::Past);
        }
        at = word.edge;
    }
}

/// Whether the date belongs to a noun of the clause that its verb at a place is not told of: 周五演出的门票卖光了. Beside a
/// word of place or time it does: 周五举行的会议上说.
fn is_attribute(here: &DateNeighbours<'_>, verb: usize) -> bool {
    let block = here.block();
    let of = (here.end..verb).find(|&i| here.stands(i, DateWord::Of));
    let locative = |of: usize| (of..verb).any(|i| here.stands(i, DateWord::Locative));
    // 12月的50元: what it was
    of.is_some_and(|of| !here.is_numeral(block.get(of + 1)) && !locative(of))
}

/// Whether the date is that of a dateline: 新华社北京11月4日电.
pub(super) fn is_dateline(here: &DateNeighbours<'_>) -> bool {
    const REACH: usize = 24;
    let opens = here.start == 0 || here.previous() == '\n';
    here.after.has(DateClass::Wire)
        && (opens || here.holds(here.start.saturating_sub(REACH), here.start, DateClass::Agency))
}

/// Whether a day of the week is one of opening hours, which come again each week: 周一至周五9时开放, 周一闭馆.
pub(super) fn is_opening_hour(here: &DateNeighbours<'_>) -> bool {
    if here.after.has(DateClass::Closed) {
        return true;
    }
    let is_weekday = |at: usize| here.text.longest(Table::Weekdays, at).is_some();
    let first = here.range_word(here.end).is_some_and(is_weekday);
    let last = || {
        (here.start.saturating_sub(5)..here.start).any(|at| here.range_word(at) == Some(here.start))
            && here.start > 1
            && (here.start.saturating_sub(6)..here.start).any(is_weekday)
    };
    (first || last()) && here.holds(here.start.saturating_sub(NEAR), here.end + NEAR, DateClass::Hours)
}

/// Whether the months counted from the first of the year are those of a statistic: 前五个月进出口增长; not the first
/// months of something else.
pub(super) fn is_statistic(here: &DateNeighbours<'_>) -> bool {
    here.opens_phrase()
        && here.block().get(here.end - 2) == '个'
        && !here.after.any(&[DateClass::Function, DateClass::Within])
        && here.holds(here.end, here.clause_end(here.end, Ends::Sentence), DateClass::Statistic)
}
