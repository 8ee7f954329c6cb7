//! Values in words, for readers.

use newsfacts::{
    Decimal, Fact, Language,
    jiff::civil,
    value::{Date, DateModifier, Granularity, Modifier, Money, Percent, Period},
};

const MONTHS: [&str; 12] =
    ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/// What stands for a value that may wrap nowhere.
const NO_BREAK: char = '\u{A0}';

/// A number with its digits in groups of three, as the language writes it.
pub(crate) fn number(number: Decimal, language: Language) -> String {
    let (group, point) = match language {
        Language::Swedish => (NO_BREAK, ','),
        _ => (',', '.'),
    };
    let digits = number.normalize().abs().to_string();
    let (whole, part) = digits.split_once('.').unwrap_or((&digits, ""));
    let mut out = String::new();
    if number.is_sign_negative() && !number.is_zero() {
        out.push('−');
    }
    for (i, digit) in whole.chars().enumerate() {
        if i > 0 && (whole.len() - i).is_multiple_of(3) {
            out.push(group);
        }
        out.push(digit);
    }
    if !part.is_empty() {
        out.push(point);
        out.push_str(part);
    }
    out
}

/// A number, or a range of two.
fn numbers(from: Decimal, to: Option<Decimal>, language: Language) -> String {
    let to = to.map(|to| format!("–{}", number(to, language)));
    number(from, language) + &to.unwrap_or_default()
}

const fn bound(modifier: Option<Modifier>) -> &'static str {
    match modifier {
        Some(Modifier::Approx) => "about ",
        Some(Modifier::MoreThan) => "more than ",
        Some(Modifier::LessThan) => "less than ",
        Some(Modifier::AtLeast) => "at least ",
        Some(Modifier::AtMost) => "at most ",
        Some(Modifier::Vague) => "in the order of ",
        _ => "",
    }
}

/// An amount: `more than 1 400 000 000 SEK`, with a question mark where the currency is assumed.
pub(crate) fn money(money: &Money, language: Language) -> String {
    let amount = numbers(money.amount(), money.amount_max(), language);
    let mark = if money.currency_assumed() { "?" } else { "" };
    let per = money.per().map(|per| format!(" per {per}")).unwrap_or_default();
    format!("{}{amount}{NO_BREAK}{}{mark}{per}", bound(money.modifier()), money.currency())
}

/// A percentage: `about 2.5 %`, `0.3 percentage points`.
pub(crate) fn percent(percent: &Percent, language: Language) -> String {
    use newsfacts::value::PercentUnit;
    let number = numbers(percent.value(), percent.value_max(), language);
    let unit = match percent.unit() {
        PercentUnit::Percent => "%",
        PercentUnit::Point => "percentage points",
        PercentUnit::Permille => "‰",
        PercentUnit::PerTenThousand => "‱",
        PercentUnit::BasisPoint => "basis points",
        _ => "",
    };
    format!("{}{number}{NO_BREAK}{unit}", bound(percent.modifier()))
}

/// A date in words, with its period spelled out: `11 Aug 2025`, `Dec 2024–Feb 2025`, `1990–1999`.
pub(crate) fn date(date: &Date) -> String {
    let lead = match date.modifier() {
        Some(DateModifier::Start) => "early in ",
        Some(DateModifier::Mid) => "in the middle of ",
        Some(DateModifier::End) => "late in ",
        Some(DateModifier::Approximate) => "about ",
        Some(DateModifier::Before) => "before ",
        Some(DateModifier::After) => "after ",
        Some(DateModifier::Since) => "since ",
        Some(DateModifier::Until) => "until ",
        _ => "",
    };
    let period = match (date.start_date(), date.end_date()) {
        (Some(first), Some(last)) => days(first, last, date.granularity()),
        _ => partial(date),
    };
    let time = |t: civil::Time| format!("{:02}:{:02}", t.hour(), t.minute());
    let clock = match (date.time(), date.end_time()) {
        (Some(from), Some(to)) => format!(", {}–{}", time(from), time(to)),
        (Some(at), None) | (None, Some(at)) => format!(", {}", time(at)),
        (None, None) => date.part_of_day().map(|p| format!(", {}", p.name())).unwrap_or_default(),
    };
    format!("{lead}{period}{clock}")
}

/// A day: `11 Aug 2025`.
pub(crate) fn day(date: civil::Date) -> String {
    format!("{}{NO_BREAK}{}{NO_BREAK}{}", date.day(), month(date.month()), year(date.year()))
}

fn month(month: i8) -> &'static str {
    MONTHS.get(month as usize - 1).copied().unwrap_or("")
}

/// A year; 0 is 1 BC.
fn year(year: i16) -> String {
    if year > 0 { year.to_string() } else { format!("{}{NO_BREAK}BC", 1 - year) }
}

/// The days of a period: no finer than it is, and nothing said twice.
fn days(first: civil::Date, last: civil::Date, granularity: Granularity) -> String {
    let (a, b) = (first, last);
    if granularity < Granularity::Half {
        return if a.year() == b.year() {
            year(a.year())
        } else {
            format!("{}–{}", year(a.year()), year(b.year()))
        };
    }
    let whole_months = a.day() == 1 && b.day() == b.days_in_month();
    let months = granularity < Granularity::Week || (whole_months && granularity != Granularity::Day);
    let same_year = a.year() == b.year();
    let same_month = same_year && a.month() == b.month();
    match (months, same_year, same_month) {
        (true, _, true) => format!("{}{NO_BREAK}{}", month(a.month()), year(a.year())),
        (true, true, false) => {
            format!("{}–{}{NO_BREAK}{}", month(a.month()), month(b.month()), year(a.year()))
        }
        (true, false, _) => {
            let (a, b) = ((month(a.month()), year(a.year())), (month(b.month()), year(b.year())));
            format!("{}{NO_BREAK}{}–{}{NO_BREAK}{}", a.0, a.1, b.0, b.1)
        }
        _ if a == b => day(a),
        (_, _, true) => format!("{}–{}", a.day(), day(b)),
        (_, true, false) => format!("{}{NO_BREAK}{}–{}", a.day(), month(a.month()), day(b)),
        (_, false, _) => format!("{}–{}", day(a), day(b)),
    }
}

/// A date of which something is not known.
fn partial(date: &Date) -> String {
    let ends = [Some(date.start()), date.end()];
    let words: Vec<String> = ends.into_iter().flatten().map(open).collect();
    words.join("–")
}

/// A period of which something is not known: the value of TIMEX3, for there is no better word, but where only the year of
/// a day or month is missing.
fn open(period: Period) -> String {
    let timex = period.timex();
    let number = |text: &str| text.parse::<i8>().ok();
    match timex.split('-').collect::<Vec<_>>()[..] {
        ["XXXX", month] if number(month).is_some() => {
            format!("{}, year unknown", self::month(number(month).unwrap_or(1)))
        }
        ["XXXX", month, day] if number(month).is_some() && number(day).is_some() => {
            let month = self::month(number(month).unwrap_or(1));
            format!("{}{NO_BREAK}{month}, year unknown", number(day).unwrap_or(1))
        }
        _ if timex == "XXXX" => "year unknown".to_owned(),
        _ => timex,
    }
}

/// Any value in words.
pub(crate) fn value(fact: &Fact, language: Language) -> String {
    match fact {
        Fact::Date(d) => date(d),
        Fact::Money(m) => money(m, language),
        Fact::Percent(p) => percent(p, language),
        Fact::Duration(d) => {
            let one = d.amount() == Decimal::ONE;
            let plural = if one {
                ""
            } else if d.unit().name() == "century" {
                "ies"
            } else {
                "s"
            };
            let unit = if plural == "ies" { "centur" } else { d.unit().name() };
            format!("{}{NO_BREAK}{unit}{plural}", number(d.amount(), language))
        }
        other => other.to_string(),
    }
}

/// The value that a mark shows beside its words: only where the words do not say it themselves.
pub(crate) fn beside(fact: &Fact, words: &str, language: Language) -> Option<String> {
    let adds = match fact {
        Fact::Date(date) => {
            let stated = !date.is_inferred() && !date.is_partial() && date.alternative().is_none();
            let plain =
                matches!(date.granularity(), Granularity::Day | Granularity::Month | Granularity::Year);
            let years = [Some(date.start()), date.end()].into_iter().flatten().filter_map(Period::first);
            !(stated && plain && years.into_iter().all(|d| digits(words).contains(&d.year().to_string())))
        }
        Fact::Money(money) => {
            let number = money.amount().normalize().to_string()
                + &money.amount_max().map(|n| n.normalize().to_string()).unwrap_or_default();
            money.currency_assumed() || digits(&number) != significant(words)
        }
        Fact::Percent(percent) => {
            let number = percent.value().normalize().to_string()
                + &percent.value_max().map(|n| n.normalize().to_string()).unwrap_or_default();
            digits(&number) != significant(words)
        }
        Fact::Official(_) | Fact::Role(_) => false,
        _ => true,
    };
    adds.then(|| value(fact, language))
}

/// The digits of a text, full-width ones as others.
fn digits(text: &str) -> String {
    let plain = |c: char| match c {
        '０'..='９' => char::from_digit(c as u32 - '０' as u32, 10),
        _ => c.is_ascii_digit().then_some(c),
    };
    text.chars().filter_map(plain).collect()
}

/// The digits of a text without zeros after the point that say nothing.
fn significant(text: &str) -> String {
    let all = digits(text);
    let part = text.rfind([',', '.', '．', '，']).map(|at| digits(&text[at..]));
    match part {
        // Three digits after a sign are a group.
        Some(part) if part.len() != 3 && part.ends_with('0') => {
            let zeros = part.len() - part.trim_end_matches('0').len();
            all[..all.len() - zeros].to_owned()
        }
        _ => all,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date_of(timex: &str) -> String {
        date(&timex.parse().unwrap()).replace(NO_BREAK, " ")
    }

    #[test]
    fn periods_are_spelled_out() {
        for (timex, words) in [
            ("2025-08-11", "11 Aug 2025"),
            ("2025-08", "Aug 2025"),
            ("2025", "2025"),
            ("199", "1990–1999"),
            ("19", "1900–1999"),
            ("2024-WI", "Dec 2024–Feb 2025"),
            ("2024-Q3", "Jul–Sep 2024"),
            ("2025-H1", "Jan–Jun 2025"),
            ("2025-W32", "4–10 Aug 2025"),
            ("2025-W01", "30 Dec 2024–5 Jan 2025"),
            ("2025-03-03/2025-03-05", "3–5 Mar 2025"),
            ("2025-03-30/2025-04-02", "30 Mar–2 Apr 2025"),
            ("2019/2021", "2019–2021"),
            ("2019-11/2020-02", "Nov 2019–Feb 2020"),
            ("BC0049-01-10", "10 Jan 49 BC"),
            ("XXXX-12-05", "5 Dec, year unknown"),
            ("XXXX-12", "Dec, year unknown"),
            ("2025-08-13T14:30", "13 Aug 2025, 14:30"),
        ] {
            assert_eq!(date_of(timex), words, "{timex}");
        }
    }

    #[test]
    fn digits_are_grouped_as_the_language_does() {
        let n: Decimal = "-1400000000.50".parse().unwrap();
        assert_eq!(number(n, Language::Swedish), "−1\u{A0}400\u{A0}000\u{A0}000,5");
        assert_eq!(number(n, Language::Chinese), "−1,400,000,000.5");
        assert_eq!(number("100".parse().unwrap(), Language::Swedish), "100");
    }

    #[test]
    fn what_the_words_say_is_not_said_again() {
        let beside = |text: &str, language: Language| {
            let found = newsfacts::Extractor::new();
            let document = newsfacts::Document::new(text).with_language(language);
            let fact = found.facts(document).next().expect("a fact");
            super::beside(fact.value(), fact.text(), language).map(|v| v.replace(NO_BREAK, " "))
        };
        for text in ["5 000 norska kronor", "1,50 euro", "2,0 procent", "den 5 maj 2024", "maj 2024"] {
            assert_eq!(beside(&format!("Det var {text} då."), Language::Swedish), None, "{text}");
        }
        for (text, value) in [
            ("1,4 miljarder euro", "1 400 000 000 EUR"),
            ("tre procent", "3 %"),
            ("90-talet", "1990–1999"),
            ("den 5 maj", "5 May, year unknown"),
            ("drygt 2 miljoner dollar", "more than 2 000 000 USD?"),
        ] {
            assert_eq!(
                beside(&format!("Det var {text} då."), Language::Swedish).as_deref(),
                Some(value),
                "{text}"
            );
        }
        assert_eq!(beside("耗资5000元。", Language::Chinese).as_deref(), Some("5,000 CNY?"));
    }
}
