//! Dates in Swedish news: ordinals, endings of weekdays, years among other numbers.

use super::dateslots::{SLOTS, clock, numeric};
use crate::{
    kind::date::{
        Classes, Cue, Reader, Rel, Sentence, SlotReader, Stated, Text, Words, Year, ends_with, has,
        readers::{figures, time},
    },
    lexicon::{Table, TableSet},
    text::{Block, lower},
    value::DateModifier,
};

/// Reads them.
#[derive(Debug)]
pub(crate) struct Dates;

pub(super) fn year(block: &Block<'_>, at: usize) -> Option<(usize, i64)> {
    figures(block, at, 4).filter(|(end, y)| end - at == 4 && (1000..=2100).contains(y))
}

/// Characters that a word is read to at most.
const WORD: usize = 24;

/// The lower-case word that ends before `at`, with a space between; empty if none does.
fn word_before(block: &Block<'_>, at: usize) -> String {
    let Some(end) = at.checked_sub(1).filter(|&i| block.get(i) == ' ') else { return String::new() };
    let start =
        (end.saturating_sub(WORD)..end).rev().take_while(|&i| is_word(block.get(i))).last().unwrap_or(end);
    (start..end).map(|i| lower(block.get(i))).collect()
}

/// The word that begins at `at`.
pub(super) fn word_at(block: &Block<'_>, at: usize) -> String {
    (at..at + WORD).map(|i| block.get(i)).take_while(|&c| is_word(c)).collect()
}

fn is_word(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '.' | ':' | '-' | '%' | '§') && c != '.'
}

/// Whether one of the words, with no letter joined to it, ends before `at`.
pub(super) fn any_before(block: &Block<'_>, at: usize, words: &[&str]) -> bool {
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

/// What the table says of the word that begins at `at`; nothing if none does.
pub(super) fn classes_at(words: &Words, text: Text<'_>, at: usize) -> Classes {
    let all = text.lexicon.starts_at(&text.block.chars, at, TableSet::of(&[Table::YearWords]));
    let word = all.filter(|e| text.block.word_ends(e.at)).last();
    word.and_then(|e| words.years.get(e.row as usize)).copied().unwrap_or_default()
}

/// What the table says of the word before `at`, one space between.
fn classes_before(words: &Words, text: Text<'_>, at: usize) -> Classes {
    let block = text.block;
    let Some(mut end) = at.checked_sub(1).filter(|&i| block.get(i) == ' ') else { return Classes::default() };
    if block.before(end) == '.' {
        end -= 1;
    }
    let all = text.lexicon.ends_at(&block.chars, end, TableSet::of(&[Table::YearWords]));
    let word = all.filter(|e| block.word_starts(e.at)).last();
    word.and_then(|e| words.years.get(e.row as usize)).copied().unwrap_or_default()
}

/// Whether a number that stands alone is a year.
fn year_stands(words: &Words, text: Text<'_>, start: usize, end: usize, year: i16) -> bool {
    let block = text.block;
    let prefixed =
        |c: char| !matches!(c, ' ' | '\n' | '\0' | '(' | '"' | '[' | '|' | '—') && !c.is_alphanumeric();
    let (after, next) = (block.get(end), block.get(end + 1));
    if prefixed(block.before(start))
        || matches!(after, '%' | '°' | '/' | '_' | '=' | '*' | '@' | '+')
        || after == ':' && (next.is_alphanumeric() || next == '-')
        || matches!(after, ',' | '.') && next.is_ascii_digit()
        || after == '-' && next.is_alphanumeric()
    {
        return false;
    }
    let before = word_before(block, start);
    if !before.is_empty() && before.len() <= 3 && before.chars().all(|c| c.is_ascii_digit()) {
        return false;
    }
    let following = if after == ' ' { word_at(block, end + 1) } else { String::new() };
    let about = classes_before(words, text, start);
    let then = if after == ' ' { classes_at(words, text, end + 1) } else { Classes::default() };
    if following.len() == 3 && following.chars().all(|c| c.is_ascii_digit())
        || following.starts_with('%')
        || then.counted
    {
        return false;
    }
    // fler än 2023
    let compared = before == "än" && (1950..2060).contains(&year) && year % 50 != 0;
    if about.count && !compared || any_before(block, start, &["upp till "]) {
        let rough = matches!(&*before, "cirka" | "ca" | "ungefär" | "över" | "bara" | "endast" | "de");
        return rough && (following.is_empty() || then.function) && year % 100 != 0;
    }
    let lower_case = following.chars().next().is_some_and(char::is_lowercase);
    let ends = |endings: &[&str]| endings.iter().any(|e| following.ends_with(e));
    let verb = then.past || ends(&["ades", "ade", "des", "dde", "tes", "ats", "tte", "gs", "ps"]);
    let plural = lower_case && !then.function && !verb && ends(&["er", "ar", "or", "are", "a", "en"]);
    if (1900..2060).contains(&year) && year % 100 != 0 {
        return !(plural && year % 50 == 0 && !about.leads);
    }
    // Other numbers need a better reason.
    if lower_case && !then.function && !verb {
        return false;
    }
    if following.is_empty() {
        let event = ["des", "född", "död", "ts"].iter().any(|e| before.ends_with(e));
        return about.leads || event || year % 50 != 0 && (1400..2060).contains(&year);
    }
    let opens = block.sentence_start(start) == start || block.before(start) == '\n';
    about.leads || then.function && (year % 100 != 0 || year >= 1900) || opens && verb
}

/// Words between the two ends of a range. `och` is one after *mellan*.
pub(super) fn range_word(block: &Block<'_>, start: usize, at: usize) -> Option<usize> {
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

impl Reader for Dates {
    fn slots(&self) -> &'static [SlotReader] {
        SLOTS
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
                stated.time = time(hour, minute);
                return to;
            }
        }
        let at = end + usize::from(block.get(end) == ',');
        if block.get(at) == ' '
            && stated.time.is_none()
            && let Some((to, (hour, minute))) = clock(block, at + 1)
        {
            stated.time = time(hour, minute);
            end = to;
        }
        end
    }

    fn fits(&self, words: &Words, text: Text<'_>, start: usize, end: usize, stated: &Stated) -> bool {
        let block = text.block;
        // 11 september-attackerna, 60-talshiten
        let range = || {
            text.longest(Table::Weekdays, end + 1).is_some() || text.longest(Table::Months, end + 1).is_some()
        };
        if block.get(end) == '-' && block.get(end + 1).is_alphabetic() && !range()
            || has(block, end, ":") && block.get(end + 1).is_alphanumeric()
        {
            return false;
        }
        // Årsskiftet 2010 may be either end of that year; the year alone is sure.
        if stated.holiday.is_some() && stated.year.is_some() && has(block, start + 1, "rsskifte") {
            return false;
        }
        if any_before(
            block,
            start,
            &[
                "varje ",
                "varannan ",
                "varenda ",
                "var ",
                "alla ",
                "många ",
                "vissa ",
                "någon ",
                "en ",
                "flera ",
                "enstaka ",
                "vanlig ",
            ],
        ) && (stated.weekday.is_some()
            || stated.month.is_some()
            || stated.season.is_some()
            || stated.holiday.is_some())
            && stated.year.is_none()
        {
            return false;
        }
        let year =
            if block.get(end) == ' ' { figures(block, end + 1, 4).map_or(end, |(e, _)| e) } else { end };
        // the 1st of May every year
        if has(block, end, " varje ") {
            return false;
        }
        let bce = [" f.Kr", " f. Kr", " f Kr", " före Kristus", " f.kr", " BC", " fvt"];
        let bce = bce.iter().any(|w| has(block, end, w) || has(block, year, w));
        if bce {
            return false;
        }
        if stated.is_year()
            && !stated.short_year
            && let Some(Year::Said(year)) = stated.year
        {
            let figures_only = (start..end).all(|i| block.get(i).is_ascii_digit());
            if figures_only && !year_stands(words, text, start, end, year) {
                return false;
            }
        }
        // A range of years.
        if let Some(Year::Said(year)) = stated.year {
            let digits = block.get(start).is_ascii_digit()
                && year >= 1000
                && stated.month.is_none()
                && stated.quarter.is_none();
            if digits && matches!(block.before(start), '-' | '/' | ':' | '.' | ',') {
                return false;
            }
        }
        if stated.is_bare_day() {
            return bare_day(block, start, end, stated.weekday.is_some());
        }
        if stated.month.is_some() && !stated.numeric {
            // Capitals are months at the start of a sentence only; Mars is a planet and Maj a name there too.
            if block.get(start).is_uppercase() && stated.day.is_none() && stated.year.is_none() {
                let word = word_at(block, start);
                let opens =
                    block.sentence_start(start) == start || matches!(block.before(start), '\n' | '"' | '\0');
                if !opens
                    || word == "Mars"
                    || matches!(&*word, "Maj" | "April" | "Juni" | "Juli" | "Augusti")
                        && word_at(block, end + 1).chars().next().is_some_and(char::is_uppercase)
                {
                    return false;
                }
            }
            if stated.day.is_some()
                && matches!(block.before(start), '/' | '-' | ':' | '.')
                && block.get(start).is_ascii_digit()
            {
                return false;
            }
        }
        // "året efter" says which year only with a month or season.
        if let Some(Year::Anaphor(_)) = stated.year
            && stated.month.is_none()
            && stated.season.is_none()
            && stated.holiday.is_none()
        {
            return false;
        }
        // elever i år 9
        if stated.is_year() && has(block, start, "i år ") && figures(block, start + 5, 1).is_some() {
            return false;
        }
        // till våren 2027: the season of that year
        if stated.season.is_some() && stated.turn.is_some() && has(block, start, "till ") {
            let relative = || {
                let entry = text.longest(Table::Relative, end + 1);
                entry.and_then(|e| words.relative(e.row)).is_some_and(|r| r.unit == Rel::Year)
            };
            if block.get(end) == ' ' && (self::year(block, end + 1).is_some() || relative()) {
                return false;
            }
        }
        // "i vår" is also "in our".
        if stated.season.is_some()
            && stated.turn.is_some()
            && has(block, start, "i vår")
            && block.get(start + 5) != 'a'
        {
            let next = block.get(end);
            return next != ' ' || classes_at(words, text, end + 1).function;
        }
        // "i natt", "i dag" inside names of papers and programmes
        if stated.days_away == Some(0) && matches!(&*word_before(block, start), "norge" | "svt" | "hallands")
        {
            return false;
        }
        true
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

    fn modifier(&self, block: &Block<'_>, start: usize, end: usize) -> Option<DateModifier> {
        let _ = end;
        let before = |words: &[&str]| any_before(block, start, words);
        if before(&["sedan ", "sen ", "ända sedan ", "alltsedan "]) {
            Some(DateModifier::Since)
        } else if before(&[
            "början av ",
            "början på ",
            "inledningen av ",
            "tidigt i ",
            "tidigt ",
            "i början av den ",
        ]) {
            Some(DateModifier::Start)
        } else if before(&["mitten av ", "mitten på "]) {
            Some(DateModifier::Mid)
        } else if before(&["slutet av ", "slutet på ", "sent i ", "utgången av "]) {
            Some(DateModifier::End)
        } else if before(&["före ", "innan ", "inför "]) {
            Some(DateModifier::Before)
        } else if before(&["efter "]) {
            Some(DateModifier::After)
        } else if before(&["omkring ", "kring ", "runt ", "cirka ", "ca ", "ungefär "]) {
            Some(DateModifier::Approximate)
        } else if before(&["fram till ", "senast ", "senast i ", "till och med ", "t.o.m. "]) {
            Some(DateModifier::Until)
        } else {
            None
        }
    }

    fn is_compared(&self, block: &Block<'_>, start: usize, _: usize) -> bool {
        any_before(block, start, &["än ", "än i ", "jämfört med ", "jämfört med i ", "mot ", "mot i "])
    }

    fn cue(&self, words: &Words, text: Text<'_>, sentence: &Sentence, start: usize, end: usize) -> Cue {
        let block = text.block;
        if any_before(
            block,
            start,
            &["redan i ", "redan den ", "så sent som i ", "daterad ", "daterat ", "daterade "],
        ) || has(block, start, "den ")
            && any_before(block, start, &["brev av ", "mejl av ", "beslut av ", "dom av "])
        {
            return Cue::Behind;
        }
        if any_before(block, start, &["sedan ", "sedan i ", "sen i "]) {
            return Cue::Told;
        }
        if any_before(block, start, &["efter ", "före ", "från i "]) {
            return Cue::None;
        }
        match tense(words, text, start, end) {
            Some(Tense::Past) => return Cue::Told,
            Some(Tense::Event) => return Cue::Ahead,
            None => {}
        }
        // Words of the clause before, at most so many characters back.
        let from = start.saturating_sub(60).max(sentence.start);
        let opens = |&i: &usize| matches!(block.get(i), ',' | ';' | ':' | '(' | '"');
        let from = (from..start).rev().find(opens).map_or(from, |i| i + 1);
        let says = |words: &[&str]| {
            (from..start).filter(|&i| i == from || block.before(i) == ' ').any(|i| {
                let stands = |word: &&str| {
                    let same = word.chars().enumerate().all(|(k, c)| lower(block.get(i + k)) == c);
                    same && i + word.chars().count() <= start
                };
                words.iter().any(stands)
            })
        };
        let ahead = any_before(block, start, &["senast ", "tidigast ", "senast i ", "tidigast i "])
            && !past_tense(words, text, from, start)
            && !says(&["har "])
            || says(&[
                "ska ",
                "skall ",
                "väntas ",
                "kommer att ",
                "planeras ",
                "beräknas ",
                "räknar med att ",
            ]);
        if ahead && !says(&["ska ha ", "väntas ha "]) { Cue::Ahead } else { Cue::None }
    }

    fn reports(&self, words: &Words, text: Text<'_>, start: usize, end: usize) -> bool {
        past_tense(words, text, start, end)
    }
}

/// Whether a verb of the sentence is in the past tense.
fn past_tense(words: &Words, text: Text<'_>, start: usize, end: usize) -> bool {
    let block = text.block;
    (start..end).filter(|&i| block.word_starts(i) && block.get(i).is_alphabetic()).any(|i| {
        let stop = (i..i + WORD).find(|&k| !block.get(k).is_alphabetic()).unwrap_or(i + WORD);
        weak_past(block, i, stop) || classes_at(words, text, i).past
    })
}

/// Whether a word ends as weak verbs in the past tense do.
fn weak_past(block: &Block<'_>, start: usize, end: usize) -> bool {
    end - start > 5 && ["ades", "ade", "ddes", "dde"].iter().any(|e| ends_with(block, end, e))
}

/// What the verb of a date's own clause says of it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Tense {
    /// It has happened: *öppnades den 3 mars*.
    Past,
    /// An event in the present tense is one to come: *öppnar den 3 mars*.
    Event,
}

/// What the verb next to a date says, before it or after it in the same clause; nothing if there is no verb that is
/// known, if the date hangs on a noun (*biljetter till festen den 3 mars*), or if the two sides differ.
fn tense(words: &Words, text: Text<'_>, start: usize, end: usize) -> Option<Tense> {
    /// Words on either side that a verb is looked for among.
    const BEFORE: usize = 6;
    const AFTER: usize = 3;
    let block = text.block;
    let verb = |from: usize, to: usize| {
        let classes = classes_at(words, text, from);
        match () {
            () if classes.plan => Some(None),
            () if classes.event => Some(Some(Tense::Event)),
            () if classes.past || weak_past(block, from, to) => Some(Some(Tense::Past)),
            () => None,
        }
    };
    let mut before = None;
    let (mut at, mut first, mut bound) = (start, true, false);
    for _ in 0..BEFORE {
        let Some(stop) =
            at.checked_sub(1).filter(|&i| block.get(i) == ' ' && block.before(i).is_alphabetic())
        else {
            break;
        };
        let from = (stop.saturating_sub(WORD)..stop)
            .rev()
            .take_while(|&i| is_word(block.get(i)))
            .last()
            .unwrap_or(stop);
        if let Some(found) = verb(from, stop) {
            // Of what was, "till den 3 mars" says when it was to end.
            before = Some(found.filter(|t| !bound || *t == Tense::Event));
            break;
        }
        let word: String = (from..stop).map(|i| lower(block.get(i))).collect();
        match &*word {
            "att" | "som" | "när" | "där" | "då" | "men" | "innan" | "medan" | "eftersom" => break,
            "till" | "från" if first => bound = true,
            "till" | "från" | "efter" | "om" | "för" | "mot" | "enligt" | "av" | "inför" | "med"
            | "sedan" => {
                return None;
            }
            _ => {}
        }
        // fram till, från och med
        first = matches!(&*word, "till" | "från" | "och" | "med" | "i" | "den" | "fram");
        at = from;
    }
    let mut after = None;
    let mut at = end;
    for _ in 0..AFTER {
        if block.get(at) != ' ' || !block.get(at + 1).is_alphabetic() {
            break;
        }
        let from = at + 1;
        let to = (from..from + WORD).find(|&i| !is_word(block.get(i))).unwrap_or(from + WORD);
        after = verb(from, to);
        let word: String = (from..to).map(|i| lower(block.get(i))).collect();
        if after.is_some()
            || matches!(
                &*word,
                "och" | "att" | "som" | "när" | "där" | "då" | "men" | "innan" | "eftersom" | "sedan"
            )
        {
            break;
        }
        at = to;
    }
    match (before, after) {
        (Some(a), Some(b)) if a != b => None,
        (Some(found), _) | (None, Some(found)) => found,
        (None, None) => None,
    }
}

/// Whether `den 15` is a day, judged by what follows: an ordinal or a number would have its noun.
fn bare_day(block: &Block<'_>, start: usize, end: usize, weekday: bool) -> bool {
    let next = block.get(end);
    // Spelt out it is a member of any row, save after a word of time; the first and the second are so even there.
    if !weekday && !(start..end).any(|i| block.get(i).is_ascii_digit()) {
        let time = [
            "på ",
            "senast ",
            "till ",
            "från ",
            "före ",
            "efter ",
            "sedan ",
            "från och med ",
            "till och med ",
        ];
        let few = ["första", "förste", "andra", "andre"].iter().any(|w| ends_with(block, end, w));
        let few = few && !["tjugo", "trettio"].iter().any(|w| has(block, start + 4, w)); // den tjugoandra
        if few || !any_before(block, start, &time) {
            return false;
        }
    }
    if next != ' ' {
        return !(next.is_alphanumeric()
            || matches!(next, '-' | '%' | '/' | ':')
            || matches!(next, ',' | '.') && block.get(end + 1).is_ascii_digit());
    }
    let following = word_at(block, end + 1);
    !block.before(end).is_numeric() && following.is_empty()
        || matches!(
            &*following,
            "och"
                | "men"
                | "då"
                | "när"
                | "klockan"
                | "kl"
                | "är"
                | "var"
                | "blir"
                | "till"
                | "på"
                | "för"
                | "med"
                | "ska"
                | "skulle"
                | "innan"
                | "varje"
                | "i"
        ) && following != "i"
}
