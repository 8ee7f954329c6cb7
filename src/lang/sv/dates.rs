//! Dates in Swedish news: ordinals, endings of weekdays, years among other numbers.

use super::date_guards::Around;
use crate::{
    kind::{
        date::{
            Cue, DateClass, Reader, Reads, Rel, Sentence, Slot, Stated, Text, Verdict, WeekdayForm, Words,
            ends_with, has, time, weekday,
        },
        guard::Neighbour,
    },
    lexicon::{Table, TableSet},
    text::{Block, lower},
    value::DateModifier,
};

/// Reads them.
#[derive(Debug)]
pub(crate) struct Dates;

fn digit(c: char) -> Option<i64> {
    c.to_digit(10).map(i64::from)
}

/// A number of at most `max` digits that no further digit follows.
fn figures(block: &Block<'_>, at: usize, max: usize) -> Option<(usize, i64)> {
    let (mut end, mut value) = (at, 0);
    while let Some(d) = digit(block.get(end)) {
        if end - at == max {
            return None;
        }
        value = value * 10 + d;
        end += 1;
    }
    (end > at).then_some((end, value))
}

fn year(block: &Block<'_>, at: usize) -> Option<(usize, i64)> {
    figures(block, at, 4).filter(|(end, y)| end - at == 4 && (1000..=2100).contains(y))
}

const fn full_year(short: i64) -> i64 {
    if short < 30 { 2000 + short } else { 1900 + short }
}

/// Characters that a word is read to at most.
const WORD: usize = 24;

/// The word that begins at `at`.
fn word_at(block: &Block<'_>, at: usize) -> String {
    (at..at + WORD).map(|i| block.get(i)).take_while(|&c| is_word(c)).collect()
}

fn is_word(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '.' | ':' | '-' | '%' | '§') && c != '.'
}

/// Whether one of the words, with no letter joined to it, ends before `at`.
fn any_before(block: &Block<'_>, at: usize, words: &[&str]) -> bool {
    // Compared from the end, where most differ.
    let stands = |word: &str| {
        let mut start = at;
        for c in word.chars().rev() {
            if start == 0 || lower(block.get(start - 1)) != c {
                return false;
            }
            start -= 1;
        }
        block.word_starts(start)
    };
    words.iter().any(|word| stands(word))
}

/// What the word that starts at `at` is to a date before it.
fn after(words: &Words, text: Text<'_>, at: usize) -> Neighbour<DateClass> {
    words.guards.after(text.lexicon, text.block, at)
}

/// Words before a day of the week that lies ahead.
const AHEAD: &[&str] =
    &["på ", "till ", "till och med ", "från och med ", "fr.o.m. ", "t.o.m. ", "senast ", "tidigast "];

/// A day of the week with its endings; `i måndags`, `förra måndagen`, `nästa måndag` with their first words.
fn read_weekday(words: &Words, text: Text<'_>, at: usize) -> Option<(usize, i64)> {
    let block = text.block;
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
    } else {
        (0, WeekdayForm::OnOrBefore)
    };
    let from = at + lead;
    let entry = text.longest(Table::Weekdays, from)?;
    let day = *words.weekdays.get(entry.row as usize)?;
    let end = entry.at;
    let part = |i: usize| {
        let entry = text.longest(Table::Dayparts, i)?;
        block.word_ends(entry.at).then_some((entry.at, entry.row))
    };
    if starts(at, "i ") {
        // i måndags, i måndags kväll: only with the ending
        return (low(end) == 's' && block.word_ends(end + 1)).then(|| (end + 1, weekday(day, form, None)));
    }
    let (end, part, definite) = if block.word_ends(end) {
        (end, None, false)
    } else if starts(end, "ens") && block.word_ends(end + 3) {
        (end + 3, None, true)
    } else if starts(end, "en") && block.word_ends(end + 2) {
        (end + 2, None, true)
    } else if low(end) == 's' {
        let (to, row) = part(end + 1)?;
        let definite = starts(to.saturating_sub(2), "en") || starts(to.saturating_sub(3), "ens");
        (to, Some(row), definite)
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
                && any_before(block, at, AHEAD)
                && !any_before(block, at, &["natten till ", "natt till "]) =>
        {
            WeekdayForm::After
        }
        form => form,
    };
    Some((end, weekday(day, form, part)))
}

/// `femtiden`
fn hour_word(block: &Block<'_>, at: usize) -> Option<(usize, i64)> {
    const HOURS: &[&str] =
        &["ett", "två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio", "tio", "elva", "tolv"];
    let (hour, word) = (1..).zip(HOURS).find(|(_, w)| has(block, at, w))?;
    let end = at + word.chars().count();
    (has(block, end, "tiden") && block.word_ends(end + 5)).then_some((end + 5, hour))
}

/// A number that names a quarter or half year before it, not one that counts what follows: `kvartal tre 2026`.
fn cardinal(words: &Words, text: Text<'_>, at: usize, top: i64) -> Option<(usize, i64)> {
    let block = text.block;
    let word = (1..).zip(["ett", "två", "tre", "fyra"]).find(|(_, w)| has(block, at, w));
    let (end, n) = match word {
        Some((n, word)) => (at + word.chars().count(), n),
        None => figures(block, at, 1)?,
    };
    let next = block.get(end + 1);
    let named = match block.get(end) {
        ' ' => {
            let follows = after(words, text, end + 1);
            let grammar = follows.any(&[DateClass::Function, DateClass::Past]);
            year(block, end + 1).is_some() || grammar && !follows.has(DateClass::Counted)
        }
        ',' | '.' => !next.is_ascii_digit(),
        c => matches!(c, ')' | '?' | '!' | ';' | '\n' | '\0'),
    };
    ((1..=top).contains(&n) && named).then_some((end, n))
}

/// `klockan 15.00`, `kl 9`, `16.30-tiden`.
fn clock(block: &Block<'_>, at: usize) -> Option<(usize, i64)> {
    let lead = ["klockan ", "kl. ", "kl ", "kl."]
        .iter()
        .find(|w| w.chars().enumerate().all(|(i, c)| lower(block.get(at + i)) == c));
    if let Some((end, hour)) = hour_word(block, at) {
        return Some((end, hour * 60));
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
    let end = if lead.is_some() && block.get(end) == '-' {
        // klockan 9-11: the first counts
        figures(block, end + 1, 2).map_or(end, |(e, _)| {
            if block.get(e) == '.' { figures(block, e + 1, 2).map_or(e, |(e, _)| e) } else { e }
        })
    } else {
        end
    };
    block.word_ends(end).then_some((end, hour * 60 + minutes))
}

/// 2023-05-20, 13/08/2025, 20/5 2023, 20.5.2023; and 20/5 where `den` or a weekday says that it is a day.
fn numeric(block: &Block<'_>, at: usize) -> Option<(usize, i64)> {
    let (a_end, a) = figures(block, at, 4)?;
    let sign = block.get(a_end);
    if !matches!(sign, '-' | '/' | '.') {
        return None;
    }
    let (b_end, b) = figures(block, a_end + 1, 2)?;
    let pack = |end: usize, y: i64, m: i64, d: i64| {
        let joined =
            |c| matches!(c, '-' | '/') || matches!(c, '.' | ',' | ':') && block.get(end + 1).is_ascii_digit();
        let open = !joined(block.get(end));
        let fits = (y == 0 || (1900..=2100).contains(&y)) && (1..=12).contains(&m) && (1..=31).contains(&d);
        (open && fits && block.word_ends(end)).then_some((end, (y * 16 + m) * 32 + d))
    };
    if block.get(b_end) == sign {
        let (end, c) = figures(block, b_end + 1, 4)?;
        return match (a_end - at, end - b_end - 1) {
            (4, 2) if sign == '-' => pack(end, a, b, c),
            (4, 1..=2) => pack(end, a, b, c),
            (1..=2, 4) if b <= 12 => pack(end, c, b, a),
            (1..=2, 4) if sign == '/' => pack(end, c, a, b),
            _ => None,
        };
    }
    if sign != '/' || a_end - at > 2 {
        return None;
    }
    // (20/8)
    if block.before(at) == '(' && block.get(b_end) == ')' {
        return pack(b_end, 0, b, a);
    }
    // 20/5 2023, 20/5-2023
    if matches!(block.get(b_end), ' ' | '-')
        && let Some((end, y)) = year(block, b_end + 1)
        && let Some(found) = pack(end, y, b, a)
    {
        return Some(found);
    }
    let said = any_before(
        block,
        at,
        &["den ", "dagen ", "måndag ", "tisdag ", "onsdag ", "torsdag ", "fredag ", "lördag ", "söndag "],
    );
    // senast 16/4, till och med 30/11; but "till och med 3/4 av alla" is a part of a whole.
    let bound = || {
        let limit = ["senast ", "tidigast ", "fr.o.m. ", "från och med ", "t.o.m. ", "fram till "];
        let part = has(block, b_end, " av ") || has(block, b_end, " del");
        !part && (any_before(block, at, &limit) || a > b && any_before(block, at, &["till och med "]))
    };
    (said || bound()).then(|| pack(b_end, 0, b, a)).flatten()
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

/// Words between the two ends of a range. `och` is one after *mellan*.
fn range_word(block: &Block<'_>, start: usize, at: usize) -> Option<usize> {
    const WORDS: &[&str] = &[
        " till och med ",
        " t.o.m. ",
        " t o m ",
        " tom ",
        " fram till ",
        " till ",
        "-",
        " - ",
        " — ",
        "—",
        "- ",
        " -",
    ];
    let word = WORDS.iter().filter(|w| has(block, at, w)).max_by_key(|w| w.len());
    if let Some(word) = word {
        let end = at + word.chars().count();
        return Some(end);
    }
    let between = has(block, at, " och ")
        && (start.saturating_sub(32)..=start).any(|i| has(block, i, "mellan ") || has(block, i, "Mellan "));
    between.then_some(at + 5)
}

fn list_word(block: &Block<'_>, at: usize) -> Option<usize> {
    [" och ", " eller ", ", ", " samt "].iter().find(|w| has(block, at, w)).map(|w| at + w.len())
}

impl Reader for Dates {
    fn lead(&self, tables: TableSet) -> usize {
        match () {
            // Eftermiddagen den 13 augusti
            () if tables.has(Table::Months) => 36,
            // 16.30-tiden på onsdagen
            () if tables.meets(TableSet::of(&[Table::Weekdays, Table::Relative, Table::Holidays])) => 24,
            () => 16,
        }
    }

    fn may_start(&self, block: &Block<'_>, at: usize) -> bool {
        let c = block.get(at);
        if c.is_ascii_digit() {
            let before = block.before(at);
            return (block.word_starts(at)
                || block.before(at).is_alphabetic() && numeric(block, at).is_some())
                && !(matches!(before, '.' | ',' | ':') && at > 1 && block.before(at - 1).is_ascii_digit());
        }
        (c.is_alphabetic() || c == '\'') && block.word_starts(at)
    }

    fn openings(&self) -> &'static [&'static str] {
        &[
            "'",
            "i ",
            "förra ",
            "nästa ",
            "kommande ",
            "kl",
            "ett",
            "två",
            "tre",
            "fyra",
            "fem",
            "sex",
            "sju",
            "åtta",
            "nio",
            "tio",
            "elva",
            "tolv",
        ]
    }

    fn reads(&self, slot: Slot) -> Reads {
        match slot {
            Slot::Weekday => Reads::words(slot).or_code(),
            Slot::Day => Reads::digits(1, 2).or_word(Table::Ordinals),
            // kvartal tre
            Slot::Quarter | Slot::Half => Reads::digits(1, 2).or_code().or_word(Table::Ordinals),
            Slot::Decade | Slot::Century => Reads::digits(2, 4).or_word(Table::Decades),
            Slot::Month => Reads::word(Table::Months),
            Slot::ShortMonth => Reads::word(Table::MonthsShort),
            Slot::Year => Reads::digits(4, 4),
            Slot::Week => Reads::digits(1, 2),
            Slot::AnyYear | Slot::Numeric => Reads::digits(1, 4),
            Slot::Clock => Reads::digits(1, 2).or_code(),
            Slot::ShortYear | Slot::NextYear | Slot::To | Slot::And => Reads::ANYTHING,
            slot => Reads::words(slot),
        }
    }

    fn slot_may_start(&self, text: Text<'_>, at: usize) -> bool {
        let starts = |w: &str| w.chars().enumerate().all(|(i, c)| lower(text.block.get(at + i)) == c);
        match lower(text.block.get(at)) {
            '0'..='9' | '\'' => true,
            'f' => starts("förra ") || hour_word(text.block, at).is_some(),
            'n' => starts("nästa ") || hour_word(text.block, at).is_some(),
            'e' | 't' | 's' | 'å' => hour_word(text.block, at).is_some(),
            'k' => starts("kl.") || starts("kl ") || starts("klockan ") || starts("kommande "),
            'i' => {
                let weekdays = TableSet::of(&[Table::Weekdays]);
                text.block.get(at + 1) == ' '
                    && text.lexicon.starts_at(&text.block.chars, at + 2, weekdays).next().is_some()
            }
            _ => false,
        }
    }

    fn slot(&self, slot: Slot, words: &Words, text: Text<'_>, at: usize, found: &mut Vec<(usize, i64)>) {
        let block = text.block;
        let entries = |table: Table| text.entries(table, at);
        let row = |table: Table, found: &mut Vec<(usize, i64)>| {
            found.extend(entries(table).filter(|e| block.word_ends(e.at)).map(|e| (e.at, i64::from(e.row))));
        };
        let relative = |wanted: Rel, found: &mut Vec<(usize, i64)>| {
            for entry in entries(Table::Relative) {
                if block.word_ends(entry.at)
                    && words.relative(i64::from(entry.row)).is_some_and(|r| r.unit == wanted)
                {
                    found.push((entry.at, i64::from(entry.row)));
                }
            }
        };
        let ordinal = |top: i8, found: &mut Vec<(usize, i64)>| {
            for entry in entries(Table::Ordinals) {
                let n = words.ordinals.get(entry.row as usize).copied().unwrap_or(0);
                if (1..=top).contains(&n) && block.word_ends(entry.at) {
                    found.push((entry.at, i64::from(n)));
                }
            }
            if let Some((end, n)) = figures(block, at, 2).filter(|(_, n)| (1..=i64::from(top)).contains(n)) {
                let tail = [":a", ":e", ":de", ":dje"]
                    .iter()
                    .find(|w| has(block, end, w) && block.word_ends(end + w.len()));
                if let Some(tail) = tail {
                    found.push((end + tail.len(), n));
                }
            }
        };
        match slot {
            Slot::Year => found.extend(year(block, at)),
            Slot::AnyYear => {
                let era = |end: usize| {
                    has(block, end, " e.Kr") || has(block, end, " e Kr") || has(block, end, " e. Kr")
                };
                found.extend(
                    figures(block, at, 4).filter(|&(end, y)| (100..=2200).contains(&y) || y > 0 && era(end)),
                );
            }
            Slot::ShortYear => {
                let from = at + usize::from(matches!(block.get(at), '-' | '\''));
                if from > at {
                    let year =
                        figures(block, from, 2).filter(|(end, _)| end - from == 2 && block.word_ends(*end));
                    found.extend(year.map(|(end, y)| (end, full_year(y))));
                }
            }
            Slot::Month => {
                for entry in entries(Table::Months) {
                    if let Some(&month) = words.months.get(entry.row as usize) {
                        found.push((entry.at, i64::from(month)));
                    }
                }
            }
            Slot::ShortMonth => {
                for entry in entries(Table::MonthsShort) {
                    if let Some(&month) = words.short_months.get(entry.row as usize)
                        && block.word_ends(entry.at)
                    {
                        found.push((entry.at, i64::from(month)));
                    }
                }
            }
            Slot::Day => {
                ordinal(31, found);
                found.extend(figures(block, at, 2).filter(|(_, n)| (1..=31).contains(n)));
            }
            Slot::Weekday => found.extend(read_weekday(words, text, at)),
            Slot::RelDay => relative(Rel::Day, found),
            Slot::RelWeek => relative(Rel::Week, found),
            Slot::RelMonth => relative(Rel::Month, found),
            Slot::RelYear => {
                relative(Rel::Year, found);
                // "året efter valet" counts from another year.
                let quarter = ["kvartal ", "kvartalet ", "halvår ", "halvåret "];
                let of = |end: usize| {
                    let next = after(words, text, end + 1);
                    ["efter", "före", "innan"].iter().any(|w| ends_with(block, end, w))
                        && block.get(end) == ' '
                        && !next.any(&[DateClass::Function, DateClass::Past])
                };
                if !any_before(block, at, &quarter) {
                    let from = found.len();
                    relative(Rel::Anaphor, found);
                    let mut place = 0;
                    found.retain(|&(end, _)| {
                        place += 1;
                        place <= from || !of(end)
                    });
                }
            }
            Slot::RelQuarter => relative(Rel::Quarter, found),
            Slot::RelCentury => relative(Rel::Century, found),
            Slot::RelSeason => relative(Rel::Season, found),
            Slot::Week => found.extend(figures(block, at, 2).filter(|(_, n)| (1..=53).contains(n))),
            Slot::Quarter if any_before(block, at, &["kvartal "]) => {
                found.extend(cardinal(words, text, at, 4))
            }
            Slot::Half if any_before(block, at, &["halvår "]) => found.extend(cardinal(words, text, at, 2)),
            Slot::Quarter => ordinal(4, found),
            Slot::Half => ordinal(2, found),
            Slot::Season => row(Table::Seasons, found),
            Slot::Holiday => row(Table::Holidays, found),
            Slot::Part => row(Table::Dayparts, found),
            Slot::Decade | Slot::Century => {
                let century = slot == Slot::Century;
                for entry in entries(Table::Decades) {
                    if let Some(&(is_century, first)) = words.decades.get(entry.row as usize)
                        && is_century == century
                        && block.word_ends(entry.at)
                    {
                        found.push((entry.at, i64::from(first)));
                    }
                }
                found
                    .extend(figures_decade(block, at).filter(|d| d.2 == century).map(|(end, n, _)| (end, n)));
            }
            Slot::Clock => found.extend(clock(block, at)),
            Slot::Numeric => found.extend(numeric(block, at)),
            Slot::NextYear => {
                if block.get(at) == '/' || block.get(at) == '-' {
                    let first =
                        at.checked_sub(4).and_then(|start| year(block, start)).filter(|(end, _)| *end == at);
                    let Some((_, first)) = first.or_else(|| {
                        at.checked_sub(4)
                            .and_then(|s| (s..at).try_fold(0, |n, i| Some(n * 10 + digit(block.get(i))?)))
                            .map(|y| (at, y))
                    }) else {
                        return;
                    };
                    if let Some((end, n)) = figures(block, at + 1, 4) {
                        let second = match end - at - 1 {
                            2 => first / 100 * 100 + n,
                            4 => n,
                            _ => return,
                        };
                        let second = if second < first { second + 100 } else { second };
                        let near = second == first + 1
                            || block.get(at) == '-' && second > first && second - first < 60;
                        if near
                            && !(block.get(at) == '-' && n <= 12 && end - at == 3 && block.get(end) == '-')
                        {
                            found.push((end, second));
                        }
                    }
                }
            }
            Slot::To => {
                // The start of the pattern is not known here; what stands before `mellan` is looked for from `at`.
                found.extend(range_word(block, at.saturating_sub(8), at).map(|end| (end, 0)));
            }
            Slot::And => found.extend(list_word(block, at).map(|end| (end, 0))),
            Slot::DayOfWeek
            | Slot::FirstMonths
            | Slot::FirstQuarters
            | Slot::Position
            | Slot::Era
            | Slot::EraYear
            | Slot::Plan
            | Slot::BothDays
            | Slot::BothYears
            | Slot::InDay
            | Slot::Lunar => {}
        }
    }

    fn tail(&self, words: &Words, text: Text<'_>, end: usize, stated: &mut Stated) -> usize {
        let block = text.block;
        if !stated.is_day() {
            return end;
        }
        let mut end = end;
        if block.get(end) == ' '
            && stated.part.is_none()
            && let Some(entry) = text.longest(Table::Dayparts, end + 1)
        {
            let noun = word_at(block, end + 1);
            let bare = matches!(
                &*noun,
                "kväll" | "morgon" | "morse" | "förmiddag" | "eftermiddag" | "natt" | "lunch" | "bitti"
            );
            if bare && block.word_ends(entry.at) {
                stated.part = words.parts.get(entry.row as usize).copied();
                end = entry.at;
            }
        }
        // 2012-09-11 14:30
        if stated.numeric && block.get(end) == ' ' {
            let hour =
                figures(block, end + 1, 2).filter(|(e, h)| *h < 24 && matches!(block.get(*e), ':' | '.'));
            let minute =
                hour.and_then(|(e, _)| figures(block, e + 1, 2).filter(|(f, m)| f - e == 3 && *m < 60));
            if let (Some((_, hour)), Some((to, minute))) = (hour, minute) {
                stated.time = time(hour * 60 + minute);
                return to;
            }
        }
        let at = end + usize::from(block.get(end) == ',');
        if block.get(at) == ' '
            && stated.time.is_none()
            && let Some((to, minutes)) = clock(block, at + 1)
        {
            stated.time = time(minutes);
            end = to;
        }
        end
    }

    fn judge(&self, words: &Words, text: Text<'_>, start: usize, end: usize, stated: &Stated) -> Verdict {
        Around::new(words, text, start, end).judge(stated)
    }

    fn range_word(&self, block: &Block<'_>, start: usize, at: usize) -> Option<usize> {
        range_word(block, start, at)
    }

    fn is_dateline(&self, block: &Block<'_>, start: usize, _: usize) -> bool {
        if !(2..=3)
            .any(|i| start.checked_sub(i).is_some_and(|i| block.get(i).is_uppercase() || block.get(i) == ')'))
        {
            return false;
        }
        // STOCKHOLM 12 mars; STOCKHOLM (TT) 12 mars
        let mut line = start;
        while line > 0 && start - line < 48 && block.get(line - 1) != '\n' {
            line -= 1;
        }
        let head = block.folded(line, start);
        let head = head.trim();
        let name = head.split(['(', ',', '/']).next().unwrap_or("").trim();
        name.chars().filter(|c| c.is_alphabetic()).count() >= 3
            && name.chars().all(|c| !c.is_lowercase() && !c.is_ascii_digit())
            && !head.chars().any(char::is_lowercase)
            && start - line < 48
    }

    fn modifier(&self, words: &Words, text: Text<'_>, start: usize, end: usize) -> Option<DateModifier> {
        Around::new(words, text, start, end).modifier()
    }

    fn is_compared(&self, words: &Words, text: Text<'_>, start: usize, end: usize) -> bool {
        Around::new(words, text, start, end).is_compared()
    }

    fn cue(&self, words: &Words, text: Text<'_>, sentence: &Sentence, start: usize, end: usize) -> Cue {
        Around::new(words, text, start, end).cue(sentence)
    }

    fn reports(&self, words: &Words, text: Text<'_>, start: usize, end: usize) -> bool {
        Around::new(words, text, start, end).reports()
    }
}
