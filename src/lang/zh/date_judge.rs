//! Whether the words beside a reading let it be a date.

use super::{
    date_clause::{is_opening_hour, is_statistic},
    date_days::bare_day,
    date_figures::is_month_and_day,
    date_neighbours::{DateNeighbours, Ends},
    date_years::year,
};
use crate::{
    kind::date::{DateClass, DateWord, FIRST_MONTH, Stated, Verdict, Year, common_slots::figures},
    lexicon::Table,
    text::is_han,
};

/// The verdict on a reading.
pub(super) fn judge(here: &DateNeighbours<'_>, stated: &Stated) -> Verdict {
    if in_title(here) || here.before.has(DateClass::Title) && stated.weekday.is_some() {
        return Verdict::Name;
    }
    if stated.headline {
        return headline(here, stated);
    }
    let verdict = before_our_era(here, stated).and(|| crossed(here, stated)).and(|| recurring(here, stated));
    if !verdict.taken() {
        return verdict;
    }
    if begins_with_ordinal(here, stated) {
        return if is_statistic(here) { Verdict::Taken } else { Verdict::Ordinal };
    }
    let verdict = rest(here, stated);
    if !verdict.taken() {
        return verdict;
    }
    // 初一至初三 of a school
    if stated.lunar.is_some_and(|(month, _)| month == FIRST_MONTH)
        && here.holds(here.end, here.clause_end(here.end, Ends::Sentence), DateClass::School)
    {
        return Verdict::Ordinal;
    }
    let numbered = here.is_numeral(here.block().get(here.start)) || here.begins(DateWord::FirstDays);
    if stated.is_bare_day() && numbered {
        return bare_day(here, stated);
    }
    if is_weekday(stated) {
        return weekday(here);
    }
    if stated.is_year() {
        return year(here, stated);
    }
    if stated.offset.is_some() {
        return offset(here);
    }
    if stated.quarter.is_some() && stated.year.is_none() && here.sign() == '季' {
        return quarter(here);
    }
    if stated.holiday.is_some() {
        return holiday(here);
    }
    if stated.numeric && stated.year.is_none() && numbered {
        return month_and_day(here, stated);
    }
    if here.block().get(here.start).is_ascii_alphabetic() && here.after.has(DateClass::Model) {
        return Verdict::Name;
    }
    match here.sign() {
        '月' => month(here, stated),
        _ if stated.days_away == Some(0) && here.after.has(DateClass::Generic) => Verdict::Vague,
        _ => Verdict::Taken,
    }
}

/// Characters within which the start of a title is looked for.
const TITLE: usize = 40;

/// Whether a title that began within reach is still open.
fn in_title(here: &DateNeighbours<'_>) -> bool {
    let near = &here.block().chars[here.start.saturating_sub(TITLE)..here.start];
    // Most clauses have none, which is told without a branch for each character.
    let any = near.iter().fold(false, |any, &c| any | (c == '《') | (c == '〈'));
    let sign = || near.iter().rfind(|c| matches!(c, '《' | '〈' | '》' | '〉' | '\n' | '。'));
    any && matches!(sign(), Some('《' | '〈'))
}

/// Days of headlines: 昨(18)日, 昨抵京.
fn headline(here: &DateNeighbours<'_>, stated: &Stated) -> Verdict {
    let stands = match here.block().get(here.start) {
        _ if stated.day.is_some() => true,
        '昨' => is_han(here.next()) && !here.after.has(DateClass::Denied),
        '今' => here.after.has(DateClass::Headline) || here.next() == '在',
        _ => here.after.has(DateClass::Headline) && !is_han(here.previous()),
    };
    if stands { Verdict::Taken } else { Verdict::Homonym }
}

/// 公元前49年1月1日, 前221年: the years before ours are not read, nor is what stands behind them.
fn before_our_era(here: &DateNeighbours<'_>, stated: &Stated) -> Verdict {
    let of_years = stated.year.is_some() || stated.century.is_some() || stated.decade.is_some();
    let short = stated.short_year || matches!(stated.year, Some(Year::Said(..1000)));
    let names_era = here.begins(DateWord::Ce);
    if of_years && !names_era && here.before.has(DateClass::Bce) {
        return Verdict::Bce;
    }
    if short && (here.begins(DateWord::Bce) || here.before.has(DateClass::ShortBce)) {
        return Verdict::PerhapsBce;
    }
    // Three digits are a length, or a year of the Republic; a year of our second century would be said to be one.
    if matches!(stated.year, Some(Year::Said(100..200))) && !names_era {
        return Verdict::Length;
    }
    Verdict::Taken
}

/// Whether a word begins inside the reading and goes on behind it, or the other way round: 3日本人, 十月革命, 圆周一.
fn crossed(here: &DateNeighbours<'_>, stated: &Stated) -> Verdict {
    let goes_on = |at: usize| {
        let word = here.word_after(at);
        word.edge > here.end && word.has(DateClass::Compound)
    };
    let begins_before = || {
        let word = here.word_before(here.start + 1);
        word.edge < here.start && word.has(DateClass::Compound)
    };
    // The sign of a number alone may begin another word; behind a whole date it does not.
    let alone = stated.is_bare_day()
        || is_weekday(stated)
        || stated.century.is_some()
        || stated.year.is_none() && stated.month.is_some() && stated.day.is_none();
    let inside = if alone { here.start..here.end } else { here.start..here.start + 1 };
    if inside.into_iter().any(goes_on) || begins_before() {
        return Verdict::Compound;
    }
    Verdict::Taken
}

/// Dates that come again: 每逢5月, 每年3月5日至10日, 周一至周五9时开放.
fn recurring(here: &DateNeighbours<'_>, stated: &Stated) -> Verdict {
    let comes_again = !matches!(stated.year, Some(Year::Said(_))) && here.before.has(DateClass::Each)
        || stated.year.is_none() && in_series_of_each(here)
        || is_weekday(stated) && is_opening_hour(here);
    if comes_again { Verdict::Recurring } else { Verdict::Taken }
}

/// Whether the date is one of a series that 每 opens: 每年5、6月, 每年3月5日至10日.
fn in_series_of_each(here: &DateNeighbours<'_>) -> bool {
    const REACH: usize = 12;
    let known = here.text.alone();
    let mut at = here.start;
    while at > here.start.saturating_sub(REACH) {
        // Dates in a row walk back over the same words.
        if known.get() == Some(at) {
            break;
        }
        let word = here.word_before(at);
        if word.has(DateClass::Each) {
            return true;
        }
        at = if here.is_numeral(here.block().before(at))
            || matches!(here.block().before(at), '-' | '—' | '、')
        {
            at - 1
        } else if word.any(&[DateClass::Joins, DateClass::Function, DateClass::Rest, DateClass::Sign]) {
            word.edge
        } else {
            break;
        };
    }
    known.set(Some(here.start));
    false
}

/// Whether it is the first months of a year: 前五个月.
fn begins_with_ordinal(here: &DateNeighbours<'_>, stated: &Stated) -> bool {
    stated.year.is_none() && stated.month.is_some() && matches!(here.block().get(here.start), '前' | '首')
}

/// The rest of a number, or of a date whose beginning could not be read: 第三十二日, 天宝十四年十一月.
fn rest(here: &DateNeighbours<'_>, stated: &Stated) -> Verdict {
    let numbered =
        stated.day.is_some() || stated.month.is_some() || stated.year.is_some() || stated.offset.is_some();
    if numbered
        && here.in_han()
        && here.is_numeral(here.block().get(here.start))
        && here.is_numeral(here.previous())
        && is_han(here.previous())
        && !here.follows(Table::Weekdays)
    {
        return Verdict::Partial;
    }
    // 112年底 where the year could not be read; F16月底 is of an aircraft.
    if here.is_numeral(here.previous())
        && matches!(here.block().get(here.start), '年' | '月')
        && !follows_model(here)
    {
        return Verdict::Partial;
    }
    if stated.year.is_some() || stated.days_away.is_some() || stated.century.is_some() {
        return Verdict::Taken;
    }
    if here.before.has(DateClass::Ordinal) {
        return Verdict::Ordinal;
    }
    if here.before.has(DateClass::Rest) && !is_weekday(stated) {
        return Verdict::Partial;
    }
    Verdict::Taken
}

/// Whether a name of letters and figures that no month has stands before it: F16月底.
fn follows_model(here: &DateNeighbours<'_>) -> bool {
    let block = here.block();
    let from = (0..here.start).rev().take_while(|&i| block.get(i).is_ascii_digit()).last();
    from.is_some_and(|from| {
        let month = figures(block, from, 2).is_some_and(|(_, n)| n <= 12);
        block.before(from).is_ascii_alphabetic() && !month
    })
}

/// Whether nothing but a day of the week is said.
fn is_weekday(stated: &Stated) -> bool {
    stated.weekday.is_some() && stated.week.is_none() && stated.day.is_none()
}

/// 周一 and its kin count weeks where a number stands before them that belongs to no name: 两周一次, 三个星期一.
fn weekday(here: &DateNeighbours<'_>) -> Verdict {
    let number = (here.start.saturating_sub(4)..here.start)
        .rev()
        .take_while(|&i| here.is_numeral(here.block().get(i)))
        .last();
    let Some(from) = number else {
        let counted = here.before.any(&[DateClass::Several, DateClass::Ordinal]);
        return if counted { Verdict::Counted } else { Verdict::Taken };
    };
    // 林英九星期一: the number ends a name.
    let named = is_han(here.block().get(from))
        && is_han(here.block().before(from))
        && !here.word_before(from).any(&[
            DateClass::Count,
            DateClass::Ordinal,
            DateClass::Each,
            DateClass::Leads,
        ]);
    if named && !here.after.has(DateClass::Counter) { Verdict::Taken } else { Verdict::Counted }
}

/// Months: 近3月 and 3月之久 are lengths, 三四月 is March or April, 一月三次 is how often.
fn month(here: &DateNeighbours<'_>, stated: &Stated) -> Verdict {
    if here.in_han() && stated.year.is_none() && (here.is_numeral(here.next()) && is_han(here.next())) {
        return Verdict::Counted;
    }
    if stated.year.is_some() {
        return Verdict::Taken;
    }
    let before = here.before.any(&[DateClass::Count, DateClass::Several]) || here.previous() == '.';
    if before || here.after.any(&[DateClass::Length, DateClass::Within]) {
        return Verdict::Length;
    }
    Verdict::Taken
}

/// A length of time before or after now: not after an event (会议结束两天后), and no part of another word (五年后备队员).
fn offset(here: &DateNeighbours<'_>) -> Verdict {
    let word = here.word_after(here.end - 1);
    let verb = [DateClass::Event, DateClass::Plan, DateClass::Earlier, DateClass::Later];
    if word.edge > here.end && !word.any(&verb) {
        return Verdict::Compound;
    }
    let joined = here.previous() == '-' && here.block().before(here.start - 1).is_ascii_digit();
    if here.is_numeral(here.previous()) || here.previous() == '.' || joined {
        return Verdict::Partial;
    }
    let counted =
        [DateClass::Count, DateClass::Several, DateClass::Ordinal, DateClass::Each, DateClass::Length];
    if here.before.any(&counted) {
        return Verdict::Length;
    }
    if here.before.any(&[DateClass::Happened, DateClass::ShortBce]) { Verdict::Vague } else { Verdict::Taken }
}

/// 第二季 is a quarter beside words of business, and a season of television beside others.
fn quarter(here: &DateNeighbours<'_>) -> Verdict {
    if !matches!(here.block().get(here.start), '第' | '首') {
        return Verdict::Ordinal;
    }
    let (from, to) = (here.clause_start(Ends::Sentence), here.clause_end(here.end, Ends::Sentence));
    let show = here.previous() == '》' || here.holds(from, to, DateClass::Show);
    let business = here.after.any(&[DateClass::Statistic, DateClass::Earlier, DateClass::Later])
        || here.holds(from, to, DateClass::Statistic);
    if business && !show { Verdict::Taken } else { Verdict::Ordinal }
}

/// Holidays of other countries and churches lie on other days: 越南国庆节, 东正教复活节.
fn holiday(here: &DateNeighbours<'_>) -> Verdict {
    let at = (here.start..here.end).find(|&at| here.word_after(at).has(DateClass::National));
    let foreign = at.is_some_and(|at| here.is_foreign(at)) || here.before.has(DateClass::OtherChurch);
    if foreign { Verdict::Foreign } else { Verdict::Taken }
}

/// 9/15 is a day where something says so: 9/15(日), 10/15起, 今年3/8; or where the text has others like it and nothing
/// is counted.
fn month_and_day(here: &DateNeighbours<'_>, stated: &Stated) -> Verdict {
    use DateClass::{
        About, Compared, Count, Counter, Earlier, Event, Function, Joins, Later, Leads, Length, Several,
        Since,
    };
    let ends_range = matches!(here.previous(), '-' | '—' | '~')
        && !here.block().before(here.start - 1).is_ascii_alphabetic();
    if ends_range || stated.weekday.is_some() || stated.part.is_some() || stated.time.is_some() {
        return Verdict::Taken;
    }
    if here.before.any(&[Count, About, Several, Compared])
        || here.after.any(&[Length, Function, Counter, DateClass::Share])
    {
        return Verdict::Counted;
    }
    let said = here.after.any(&[Since, Earlier, Later, Event])
        || here.next() == '日'
        || here.range_word(here.end).is_some()
        || here.follows(Table::Relative);
    let led = here.before.any(&[Leads, Joins]) && is_han(here.next());
    if said || led || has_sibling(here) { Verdict::Taken } else { Verdict::Counted }
}

/// Whether another month and day like it stands near.
fn has_sibling(here: &DateNeighbours<'_>) -> bool {
    const NEAR: usize = 60;
    let around = (here.start.saturating_sub(NEAR)..here.start).chain(here.end..here.end + NEAR);
    here.block().has_traditional(1)
        && around
            .into_iter()
            .any(|at| !here.block().before(at).is_ascii_digit() && is_month_and_day(here.block(), at))
}
