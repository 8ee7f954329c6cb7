//! What the slots of Swedish date patterns read.

use super::{
    date_offsets::{AGO, AHEAD, LATER, NTH, NTH_DAY, NTH_WEEK, NTH_WEEKEND},
    dates::{any_before, range_word, word_at, year},
};
use crate::{
    kind::date::{
        Caught, DateClass, Found, Place, Rel, Slot, SlotReader, WeekdayForm, ends_with, has,
        readers::{self, FigureDates, Ymd, figures},
    },
    lexicon::Table,
    text::{Block, lower},
};

/// The readers of all slots that Swedish dates have.
pub(super) const SLOTS: &[SlotReader] = &[
    SlotReader::new(Slot::Year, |p, found| p.push(found, year(p.block(), p.at)))
        .digits(4, 4)
        .examples(&["2024"]),
    SlotReader::new(Slot::AnyYear, any_year).digits(1, 4).examples(&["980"]),
    SlotReader::new(Slot::ShortYear, short_year).opens(&["-", "'"]).examples(&["-98", "'98"]),
    readers::MONTH,
    readers::SHORT_MONTH,
    SlotReader::new(Slot::Day, day)
        .digits(1, 2)
        .table(Table::Ordinals)
        .holds_letters()
        .examples(&["13", "1:a"]),
    SlotReader::new(Slot::Weekday, weekday)
        .table(Table::Weekdays)
        .leads(&["i ", "förra ", "nästa ", "kommande ", "den här ", "denna "])
        .holds_letters()
        .examples(&["onsdag", "i måndags"]),
    readers::REL_DAY,
    readers::REL_WEEK,
    readers::REL_MONTH,
    SlotReader { read: rel_year, ..readers::REL_YEAR },
    readers::REL_QUARTER,
    readers::REL_CENTURY,
    readers::REL_SEASON,
    SlotReader::new(Slot::Week, |p, found| {
        p.push(found, figures(p.block(), p.at, 2).filter(|(_, n)| (1..=53).contains(n)));
    })
    .digits(1, 2)
    .examples(&["32"]),
    SlotReader::new(Slot::Quarter, |p, found| quarter(p, 4, &["kvartal ", "kv ", "kv. "], found))
        .digits(1, 2)
        .opens(&NUMBERS)
        .table(Table::Ordinals)
        .holds_letters()
        .examples(&["tredje", "3:e", "3", "tre"]),
    SlotReader::new(Slot::Half, |p, found| quarter(p, 2, &["halvår "], found))
        .digits(1, 2)
        .opens(&NUMBERS)
        .table(Table::Ordinals)
        .holds_letters()
        .examples(&["första", "1:a", "2", "två"]),
    readers::SEASON,
    readers::HOLIDAY,
    SlotReader::new(Slot::Decade, decade).digits(2, 4).table(Table::Decades).holds_letters().examples(&[
        "1980-talet",
        "80-talet",
        "1970-",
    ]),
    SlotReader::new(Slot::Century, decade)
        .digits(2, 4)
        .table(Table::Decades)
        .holds_letters()
        .examples(&["1800-talets"]),
    readers::PART,
    AGO,
    AHEAD,
    LATER,
    NTH,
    NTH_DAY,
    NTH_WEEK,
    NTH_WEEKEND,
    SlotReader::new(Slot::Clock, |p, found| {
        let caught = |(end, (hour, minute))| (end, Caught::Clock(readers::time(hour, minute)));
        found.extend(clock(p.block(), p.at, true).map(caught));
        // kl. 22-21 maj: the other end of a range of days
        found.extend(clock(p.block(), p.at, false).map(caught));
    })
    .digits(1, 2)
    .opens(&["kl", "ett", "två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio", "tio", "elva", "tolv"])
    .holds_letters()
    .examples(&["klockan 15.00", "16.30-tiden", "femtiden", "klockan 15.00-16.30"]),
    SlotReader::new(Slot::Numeric, |p, found| {
        let caught = numeric(p.block(), p.at).map(|(end, day)| (with_clock(p.block(), end), day));
        found.extend(caught.map(readers::ymd));
    })
    .digits(1, 4)
    .holds("-/. ")
    .examples(&["2023-05-20", "13/08/2025"]),
    SlotReader::new(Slot::NextYear, next_year).opens(&["/", "-"]).examples(&["/25", "/2025"]),
    SlotReader::new(Slot::To, |p, found| {
        // The start of the pattern is not known here; what stands before `mellan` is looked for from `at`.
        let end = range_word(p.block(), p.at.saturating_sub(8), p.at);
        found.extend(end.map(|end| (end, Caught::To)));
    })
    .opens(&[" ", "-", "—"])
    .holds_letters()
    .examples(&["-", " till ", " till och med "]),
    SlotReader::new(Slot::And, |p, found| {
        found.extend(list_word(p.block(), p.at).map(|end| (end, Caught::And)));
    })
    .opens(&[" ", ","])
    .holds_letters()
    .examples(&[" och ", ", "]),
];

/// Numbers in words that a quarter or half year is named by.
const NUMBERS: [&str; 4] = ["ett", "två", "tre", "fyra"];

fn any_year(p: &Place<'_>, found: &mut Found) {
    let block = p.block();
    let era = |end: usize| [" e.Kr", " e Kr", " e. Kr"].iter().any(|w| has(block, end, w));
    let year = figures(block, p.at, 4).filter(|&(end, y)| (100..=2200).contains(&y) || y > 0 && era(end));
    p.push(found, year);
}

fn short_year(p: &Place<'_>, found: &mut Found) {
    let marked = matches!(p.block().get(p.at), '-' | '\'');
    let year = readers::short_year(p.block(), p.at, "-'").filter(|y| marked && p.block().word_ends(y.0));
    p.push(found, year);
}

/// An ordinal up to `top`: *första*, *1:a*.
fn ordinal(p: &Place<'_>, top: i8, found: &mut Found) {
    let block = p.block();
    readers::ordinals(p, top, found);
    p.push(found, joined_ordinal(block, p.at, top));
    // sista kvartalet
    if p.reader.slot != Slot::Day {
        readers::words_of(p, Table::Ordinals, found, |e| {
            let last = p.words.ordinals.get(e.row as usize).filter(|n| **n == -1);
            Caught::number(p.reader.slot, last.map(|_| top.into())?)
        });
    }
}

/// An ordinal in figures: *1:a*.
pub(super) fn joined_ordinal(block: &Block<'_>, at: usize, top: i8) -> Option<(usize, i64)> {
    let (end, n) = figures(block, at, 2).filter(|(_, n)| (1..=i64::from(top)).contains(n))?;
    let mut tails = [":a", ":e", ":de", ":dje"].iter();
    let tail = tails.find(|w| has(block, end, w) && block.word_ends(end + w.len()))?;
    Some((end + tail.len(), n))
}

fn day(p: &Place<'_>, found: &mut Found) {
    ordinal(p, 31, found);
    p.push(found, figures(p.block(), p.at, 2).filter(|(_, n)| (1..=31).contains(n)));
}

/// The number of a quarter or half year: an ordinal, a number after its word (*kvartal tre*), or a digit joined to its letter
/// (*Q3*).
fn quarter(p: &Place<'_>, top: i8, heads: &[&str], found: &mut Found) {
    let block = p.block();
    if any_before(block, p.at, heads) {
        p.push(found, cardinal(p, top.into()));
    } else if block.before(p.at).is_alphabetic() {
        p.push(found, figures(block, p.at, 1).filter(|(_, n)| (1..=i64::from(top)).contains(n)));
    } else {
        ordinal(p, top, found);
        // 3. kvartalet
        let dotted = |(end, n): &(usize, i64)| has(block, *end, ". ") && (1..=i64::from(top)).contains(n);
        p.push(found, figures(block, p.at, 1).filter(dotted));
    }
}

/// A number that names a quarter or half year before it, not one that counts what follows: `kvartal tre 2026`.
fn cardinal(p: &Place<'_>, top: i64) -> Option<(usize, i64)> {
    let (block, at) = (p.block(), p.at);
    let word = (1..).zip(NUMBERS).find(|(_, w)| has(block, at, w));
    let (end, n) = match word {
        Some((n, word)) => (at + word.chars().count(), n),
        None => figures(block, at, 1)?,
    };
    let next = block.get(end + 1);
    let named = match block.get(end) {
        ' ' => {
            let follows = p.words.guards.after(p.text.lexicon, block, end + 1);
            let grammar = follows.any(&[DateClass::Function, DateClass::Past]);
            year(block, end + 1).is_some() || grammar && !follows.has(DateClass::Counted)
        }
        ',' | '.' => !next.is_ascii_digit(),
        c => matches!(c, ')' | '?' | '!' | ';' | '\n' | '\0'),
    };
    ((1..=top).contains(&n) && named).then_some((end, n))
}

/// Words before a day of the week that lies ahead.
const COMING: &[&str] =
    &["på ", "till ", "till och med ", "från och med ", "fr.o.m. ", "t.o.m. ", "senast ", "tidigast "];

/// A day of the week with its endings; `i måndags`, `förra måndagen`, `nästa måndag` with their first words.
fn weekday(p: &Place<'_>, found: &mut Found) {
    found.extend(read_weekday(p));
}

fn read_weekday(p: &Place<'_>) -> Option<(usize, Caught)> {
    let (block, words, text, at) = (p.block(), p.words, p.text, p.at);
    let low = |i: usize| lower(block.get(i));
    let starts = |i: usize, w: &str| w.chars().enumerate().all(|(k, c)| low(i + k) == c);
    let (lead, form) = if starts(at, "i ") {
        (2, WeekdayForm::Before)
    } else if starts(at, "förra ") {
        (6, WeekdayForm::Before)
    } else if starts(at, "nästa ") {
        (6, WeekdayForm::After)
    } else if starts(at, "kommande ") {
        (9, WeekdayForm::After)
    } else if starts(at, "den här ") {
        (8, WeekdayForm::ThisWeek)
    } else if starts(at, "denna ") {
        (6, WeekdayForm::ThisWeek)
    } else {
        (0, WeekdayForm::OnOrBefore)
    };
    let from = at + lead;
    let entry = text.longest(Table::Weekdays, from)?;
    let day = *words.weekdays.get(entry.row as usize)?;
    let end = entry.at;
    let part = |i: usize| {
        let entry = text.longest(Table::Dayparts, i)?;
        let part = words.parts.get(entry.row as usize).copied()?;
        block.word_ends(entry.at).then_some((entry.at, part))
    };
    if starts(at, "i ") {
        // i måndags, i måndags kväll: only with the ending
        return (low(end) == 's' && block.word_ends(end + 1))
            .then(|| (end + 1, Caught::Weekday { day, form, part: None }));
    }
    let (end, part, definite) = if block.word_ends(end) {
        (end, None, false)
    } else if starts(end, "ens") && block.word_ends(end + 3) {
        (end + 3, None, true)
    } else if starts(end, "en") && block.word_ends(end + 2) {
        (end + 2, None, true)
    } else if low(end) == 's' || part(end).is_some() {
        // lördagskvällen; without the -s in Finland
        let (to, part) = part(end + usize::from(low(end) == 's'))?;
        let definite = starts(to.saturating_sub(2), "en") || starts(to.saturating_sub(3), "ens");
        (to, Some(part), definite)
    } else {
        return None;
    };
    let range = || text.longest(Table::Weekdays, end + 1).is_some();
    if block.get(end) == '-' && block.get(end + 1).is_alphabetic() && !range() {
        return None;
    }
    let form = match form {
        // natten till torsdag: of the night that is told of
        WeekdayForm::OnOrBefore
            if !definite
                && any_before(block, at, COMING)
                && !any_before(block, at, &["natten till ", "natt till "]) =>
        {
            WeekdayForm::After
        }
        form => form,
    };
    Some((end, Caught::Weekday { day, form, part }))
}

/// `femtiden`
fn hour_word(block: &Block<'_>, at: usize) -> Option<(usize, i64)> {
    const HOURS: &[&str] =
        &["ett", "två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio", "tio", "elva", "tolv"];
    let (hour, word) = (1..).zip(HOURS).find(|(_, w)| has(block, at, w))?;
    let end = at + word.chars().count();
    (has(block, end, "tiden") && block.word_ends(end + 5)).then_some((end + 5, hour))
}

/// `klockan 15.00`, `kl 9`, `16.30-tiden`; of a range of times the first counts.
pub(super) fn clock(block: &Block<'_>, at: usize, ranges: bool) -> Option<(usize, (i64, i64))> {
    let lead = ["klockan ", "kl. ", "kl ", "kl."]
        .iter()
        .find(|w| w.chars().enumerate().all(|(i, c)| lower(block.get(at + i)) == c));
    if let Some((end, hour)) = hour_word(block, at) {
        return Some((end, (hour, 0)));
    }
    let from = at + lead.map_or(0, |w| w.len());
    let (end, hour) = figures(block, from, 2).filter(|(_, h)| *h <= 24)?;
    let (end, minutes) = match block.get(end) {
        '.' | ':' => figures(block, end + 1, 2).filter(|(e, m)| e - end == 3 && *m < 60).unwrap_or((end, 0)),
        _ => (end, 0),
    };
    let end = match () {
        () if has(block, end, "-tiden") => end + 6,
        () if lead.is_some() => end,
        () => return None,
    };
    let end = if lead.is_some() && block.get(end) == '-' && ranges {
        // klockan 9-11: the first counts
        figures(block, end + 1, 2).map_or(end, |(e, _)| {
            if block.get(e) == '.' { figures(block, e + 1, 2).map_or(e, |(e, _)| e) } else { e }
        })
    } else {
        end
    };
    block.word_ends(end).then_some((end, (hour, minutes)))
}

/// How dates in figures are written.
const FIGURES: FigureDates = FigureDates { signs: "-/.", day_first: "-/.", joins: ".,:" };

/// 2023-05-20, 13/08/2025, 20/5 2023, 20.5.2023; and 20/5 where `den` or a weekday says that it is a day.
pub(super) fn numeric(block: &Block<'_>, at: usize) -> Option<(usize, Ymd)> {
    let (a_end, a) = figures(block, at, 4)?;
    let sign = block.get(a_end);
    if !matches!(sign, '-' | '/' | '.') {
        return None;
    }
    let (b_end, b) = figures(block, a_end + 1, 2)?;
    if block.get(b_end) == sign {
        return FIGURES.full(block, at);
    }
    // torsdag 22.5, in Finland; 18.10 behind a weekday is a time
    let month = b_end - a_end == 2 || block.get(b_end) == '.' || has(block, b_end, " kl");
    if sign == '.' && a_end - at <= 2 && month && is_weekday_before(block, at) {
        let dot = usize::from(block.get(b_end) == '.' && !block.get(b_end + 1).is_ascii_digit());
        return FIGURES.day(block, b_end + dot, None, b, a);
    }
    if sign != '/' || a_end - at > 2 {
        return None;
    }
    // (20/8)
    if block.before(at) == '(' && block.get(b_end) == ')' {
        return FIGURES.day(block, b_end, None, b, a);
    }
    // 20/5 2023, 20/5-2023
    if matches!(block.get(b_end), ' ' | '-')
        && let Some((end, y)) = year(block, b_end + 1)
        && let Some(found) = FIGURES.day(block, end, Some(y), b, a)
    {
        return Some(found);
    }
    // 28/10-1/11 2024
    let after = b_end + 1;
    if block.get(b_end) == '-'
        && let Some((end, _, _)) = day_and_month(block, after)
        && (block.get(end) == ' ' && year(block, end + 1).is_some() || is_said(block, at))
    {
        let fits = (1..=12).contains(&b) && (1..=31).contains(&a);
        return fits.then_some((b_end, (None, b as i8, a as i8)));
    }
    let range = block.before(at) == '-'
        && (at.saturating_sub(6)..at).any(|from| {
            let first = day_and_month(block, from).filter(|f| f.0 + 1 == at);
            first.is_some() && block.word_starts(from) && is_said(block, from)
        });
    let said = range || is_said(block, at);
    // senast 16/4, till och med 30/11; but "till och med 3/4 av alla" is a part of a whole.
    let bound = || {
        let limit = ["senast ", "tidigast ", "fr.o.m. ", "från och med ", "t.o.m. ", "fram till "];
        let part = has(block, b_end, " av ") || has(block, b_end, " del");
        !part && (any_before(block, at, &limit) || a > b && any_before(block, at, &["till och med "]))
    };
    if said || bound() { FIGURES.day(block, b_end, None, b, a) } else { None }
}

/// The end of a date in figures with the time that is joined to it: 2025-05-13T08:15:00Z.
fn with_clock(block: &Block<'_>, end: usize) -> usize {
    let part = |&i: &usize| block.get(i).is_ascii_digit() || matches!(block.get(i), ':' | '.' | '+' | 'Z');
    let timed = block.get(end) == 'T' && block.get(end + 1).is_ascii_digit();
    if timed { (end + 1..end + 20).take_while(part).last().map_or(end, |i| i + 1) } else { end }
}

/// Whether `den` or a weekday says that figures are a day.
fn is_said(block: &Block<'_>, at: usize) -> bool {
    any_before(block, at, &["den "]) || is_weekday_before(block, at)
}

fn is_weekday_before(block: &Block<'_>, at: usize) -> bool {
    const WEEKDAYS: &[&str] =
        &["dagen ", "måndag ", "tisdag ", "onsdag ", "torsdag ", "fredag ", "lördag ", "söndag "];
    any_before(block, at, WEEKDAYS)
}

/// `28/10`: the end, the day and the month.
fn day_and_month(block: &Block<'_>, at: usize) -> Option<(usize, i64, i64)> {
    let (sign, day) = figures(block, at, 2).filter(|(end, _)| block.get(*end) == '/')?;
    let (end, month) = figures(block, sign + 1, 2).filter(|(_, month)| (1..=12).contains(month))?;
    Some((end, day, month))
}

fn decade(p: &Place<'_>, found: &mut Found) {
    readers::named_decades(p, found);
    let century = p.reader.slot == Slot::Century;
    let figures = figures_decade(p.block(), p.at).filter(|d| d.2 == century);
    p.push(found, figures.map(|(end, n, _)| (end, n)));
}

/// A decade or century in figures: 1980-talet, 80-talets, 1800-talet; `1960-` before *och 70-talet*.
fn figures_decade(block: &Block<'_>, at: usize) -> Option<(usize, i64, bool)> {
    let (end, n) = figures(block, at, 4).filter(|(end, n)| matches!(end - at, 2..=4) && n % 10 == 0)?;
    if block.get(end) != '-' {
        return None;
    }
    let tail = ["talets", "talet", "talens", "talen", "tals", "tal"]
        .iter()
        .find(|w| has(block, end + 1, w) && block.word_ends(end + 1 + w.len()));
    let to = match tail {
        Some(tail) => end + 1 + tail.len(),
        None => {
            let and = ["och ", "eller ", "till "]
                .iter()
                .find(|w| has(block, end + 2, w) && block.get(end + 1) == ' ')?;
            let next = end + 2 + and.len();
            let (e, _) = figures(block, next, 4)?;
            if !has(block, e, "-tal") {
                return None;
            }
            end + 1
        }
    };
    // "ett 20-tal poliser" and "50-talet bilar" count; a decade that is not definite has its century.
    let tens = n < 1000 && !any_before(block, at, &["sent ", "tidigt "]);
    let counts = matches!(tail, Some(&("tal" | "tals"))) && tens
        || tens && block.get(to) == ' ' && {
            let next = word_at(block, to + 1);
            ["er", "ar", "or"].iter().any(|e| next.ends_with(e))
                && !matches!(
                    &*next,
                    "är" | "var" | "har" | "per" | "eller" | "efter" | "under" | "över" | "kommer" | "blir"
                )
        };
    if counts {
        return None;
    }
    // 700-talet f.Kr.
    if has(block, to, " f.Kr") || has(block, to, " f Kr") || has(block, to, " före Kristus") {
        return None;
    }
    let century = n % 100 == 0 && n >= 100;
    Some((to, n, century))
}

/// The second of two years in turn: 2011/12, 2011-2013.
fn next_year(p: &Place<'_>, found: &mut Found) {
    let block = p.block();
    let Some((first, (end, second))) = readers::two_years(block, p.at, "/-") else { return };
    let dash = block.get(p.at) == '-';
    let near = second == first + 1 || dash && second > first && second - first < 60;
    // 2011-05- is the start of a day.
    let month = dash && end - p.at == 3 && second % 100 <= 12 && block.get(end) == '-';
    if near && !month {
        p.push(found, Some((end, second)));
    }
}

/// Relative years; "året efter valet" counts from another year.
fn rel_year(p: &Place<'_>, found: &mut Found) {
    let block = p.block();
    (readers::REL_YEAR.read)(p, found);
    let counted = any_before(block, p.at, &["kvartal ", "kvartalet ", "halvår ", "halvåret "]);
    found.retain(|&(end, caught)| {
        let Caught::Relative(row) = caught else { return true };
        let of = || {
            let next = p.words.guards.after(p.text.lexicon, block, end + 1);
            ["efter", "före", "innan"].iter().any(|w| ends_with(block, end, w))
                && block.get(end) == ' '
                && !next.any(&[DateClass::Function, DateClass::Past])
        };
        p.words.relative(row).is_none_or(|r| r.unit != Rel::Anaphor) || !counted && !of()
    });
}

fn list_word(block: &Block<'_>, at: usize) -> Option<usize> {
    [" och ", " eller ", ", ", " samt "].iter().find(|w| has(block, at, w)).map(|w| at + w.len())
}
