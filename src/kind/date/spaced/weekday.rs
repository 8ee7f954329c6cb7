//! Days of the week, with the words before them and what is joined behind: *i måndags*, *nästa tisdag*, *lördagskvällen*.

use crate::{
    kind::date::{Caught, DateWord, SlotInput, SlotMatches, WeekdayForm},
    lexicon::Table,
    value::PartOfDay,
};

/// Words before a day of the week, and which one they make of it.
const LEADS: &[(DateWord, WeekdayForm)] = &[
    (DateWord::LastWeekday, WeekdayForm::Before),
    (DateWord::NextWeekday, WeekdayForm::After),
    (DateWord::ThisWeekday, WeekdayForm::ThisWeek),
];

/// A day of the week with its endings, perhaps behind the word that says which.
pub(super) fn read(p: &SlotInput<'_>, found: &mut SlotMatches) {
    found.extend(past(p).or_else(|| weekday(p)));
}

/// The last one by its ending: *i måndags*, *i måndags kväll*.
fn past(p: &SlotInput<'_>) -> Option<(usize, Caught)> {
    let (block, grammar) = (p.block(), &p.tables.grammar);
    let from = grammar.lead(DateWord::PastWeekday, block, p.at)?;
    let (end, day) = day(p, from)?;
    let end = grammar.word(DateWord::Link, block, end)?;
    Some((end, Caught::Weekday { day, form: WeekdayForm::Before, part: None }))
}

fn weekday(p: &SlotInput<'_>) -> Option<(usize, Caught)> {
    let (block, grammar) = (p.block(), &p.tables.grammar);
    let lead = LEADS.iter().find_map(|(class, form)| Some((grammar.lead(*class, block, p.at)?, *form)));
    let (from, form) = lead.unwrap_or((p.at, WeekdayForm::OnOrBefore));
    let (end, day) = day(p, from)?;
    let (end, part, definite) = ending(p, end)?;
    let range = || p.text.longest(Table::Weekdays, end + 1).is_some();
    if block.get(end) == '-' && block.get(end + 1).is_alphabetic() && !range() {
        return None;
    }
    // natten till torsdag: of the night that is told of
    let coming = || {
        grammar.before(&[DateWord::Coming], block, p.at) && !grammar.before(&[DateWord::NightTo], block, p.at)
    };
    let ahead = form == WeekdayForm::OnOrBefore && !definite && coming();
    let form = if ahead { WeekdayForm::After } else { form };
    Some((end, Caught::Weekday { day, form, part }))
}

/// A day of the week without its endings.
fn day(p: &SlotInput<'_>, at: usize) -> Option<(usize, i8)> {
    let entry = p.text.longest(Table::Weekdays, at)?;
    Some((entry.at, *p.tables.weekdays.get(entry.row as usize)?))
}

/// What is joined to a day of the week: the end, the part of the day, and whether it names one day.
fn ending(p: &SlotInput<'_>, end: usize) -> Option<(usize, Option<PartOfDay>, bool)> {
    let (block, grammar) = (p.block(), &p.tables.grammar);
    if block.word_ends(end) {
        return Some((end, None, false));
    }
    if let Some(end) = grammar.word(DateWord::Definite, block, end) {
        return Some((end, None, true));
    }
    let part = |at: usize| {
        let entry = p.text.longest(Table::Dayparts, at)?;
        let part = p.tables.parts.get(entry.row as usize).copied()?;
        block.word_ends(entry.at).then_some((entry.at, part))
    };
    // lördagskvällen; without the -s in Finland
    let linked = grammar.at(DateWord::Link, block, end).find_map(part);
    let (to, part) = linked.or_else(|| part(end))?;
    Some((to, Some(part), grammar.ends(DateWord::Definite, block, to)))
}
