//! What a page lists beside the text: the facts, a timeline, amounts by currency, officials.

use super::{
    marks::{Mark, What, office, summary},
    words,
};
use crate::format::doubts;
use maud::{Markup, html};
use newsfacts::{
    Fact, Language, Link, Person,
    jiff::civil,
    value::{Currency, Money},
};
use std::collections::BTreeMap;

/// The number of a mark, for links.
pub(super) fn anchor(story: &str, mark: usize) -> String {
    format!("{story}m{mark}")
}

fn link(story: &str, mark: usize, words: &str) -> Markup {
    html! { a href={ "#" (anchor(story, mark)) } { (words) } }
}

/// All facts, a row each.
pub(super) fn facts(story: &str, marks: &[Mark<'_>], language: Language) -> Markup {
    let rows: Vec<(usize, &Mark<'_>, &Fact)> =
        marks.iter().enumerate().filter_map(|(i, m)| Some((i, m, m.fact()?))).collect();
    html! {
        section.facts aria-labelledby={ (story) "facts" } {
            div.bar {
                h2 id={ (story) "facts" } { "Facts" }
                button.copy type="button" { "Copy table" }
            }
            @if rows.is_empty() {
                p.none { "No facts were found." }
            } @else {
                div.scroll tabindex="0" role="region" aria-labelledby={ (story) "facts" } {
                    table {
                        thead { tr {
                            @for (column, sort) in [("No.", "ascending"), ("Kind", "none"), ("Words", "none"), ("Value", "none"), ("Not stated", "none")] {
                                th scope="col" aria-sort=(sort) { button type="button" { (column) } }
                            }
                        } }
                        tbody {
                            @for (i, (mark, of, fact)) in rows.iter().enumerate() {
                                tr {
                                    td.number data-sort=(i) { (i + 1) }
                                    td { span class={ "key " (fact.kind()) } { (of.kind_name()) } }
                                    td lang=(super::tag(language)) { (link(story, *mark, of.text)) }
                                    td data-sort=(key(fact)) lang=[person_language(fact, language)] { (summary(fact, language)) }
                                    td { (doubts(fact).join("; ")) }
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// Names and titles are in the language of the text.
fn person_language(fact: &Fact, language: Language) -> Option<&'static str> {
    matches!(fact, Fact::Official(_) | Fact::Role(_)).then(|| super::tag(language))
}

/// What a value is sorted by: numbers by size, dates by day, all else by its words.
fn key(fact: &Fact) -> String {
    match fact {
        Fact::Date(date) => date.start_date().map_or_else(|| date.timex(), |day| day.to_string()),
        Fact::Money(money) => money.amount().to_string(),
        Fact::Percent(percent) => percent.value().to_string(),
        other => other.to_string(),
    }
}

/// A date of the timeline: the words that say it, whether they state all of it, and where it is said.
struct Moment<'a> {
    days: Option<(civil::Date, civil::Date)>,
    words: String,
    doubtful: bool,
    said: Vec<(usize, &'a str)>,
}

impl Moment<'_> {
    /// The place of a date whose words are the words of the text: they need not be said twice.
    fn says_itself(&self) -> Option<usize> {
        let plain = !self.doubtful && self.said.iter().all(|(_, text)| *text == self.words);
        self.said.first().filter(|_| plain && self.said.len() == 1).map(|(mark, _)| *mark)
    }
}

/// The dates by their days, each once.
fn moments<'a>(marks: &'a [Mark<'_>]) -> Vec<Moment<'a>> {
    let mut moments: Vec<Moment<'a>> = Vec::new();
    for (i, mark) in marks.iter().enumerate() {
        let Some(Fact::Date(date)) = mark.fact() else { continue };
        let words = words::date(date);
        match moments.iter_mut().find(|m| m.words == words && m.doubtful == mark.doubtful) {
            Some(known) => known.said.push((i, mark.text)),
            None => moments.push(Moment {
                days: date.start_date().zip(date.end_date()),
                words,
                doubtful: mark.doubtful,
                said: vec![(i, mark.text)],
            }),
        }
    }
    moments.sort_by_key(|m| (m.days.is_none(), m.days));
    moments
}

/// The dates in order, with the reference date among them.
pub(super) fn timeline(
    story: &str,
    marks: &[Mark<'_>],
    language: Language,
    today: Option<civil::Date>,
) -> Markup {
    let moments = moments(marks);
    let open = moments.partition_point(|m| m.days.is_some());
    let (placed, open) = moments.split_at(open);
    let before = placed.partition_point(|m| m.days.map(|(first, _)| first) < today);
    let item = |moment: &Moment<'_>| {
        html! {
            li {
                @if let Some(mark) = moment.says_itself() {
                    (link(story, mark, &moment.words))
                } @else {
                    span class=[moment.doubtful.then_some("doubtful")] { (moment.words) }
                    @for (mark, text) in &moment.said {
                        " " q lang=(super::tag(language)) { (link(story, *mark, text)) }
                    }
                }
            }
        }
    };
    html! {
        section.timeline aria-labelledby={ (story) "time" } {
            h2 id={ (story) "time" } { "Timeline" }
            ol {
                @for moment in &placed[..before] { (item(moment)) }
                @if let Some(day) = today {
                    li.today { strong { (words::day(day)) } " reference date" }
                }
                @for moment in &placed[before..] { (item(moment)) }
            }
            @if !open.is_empty() {
                h3 { "Without a place in the calendar" }
                ul { @for moment in open { (item(moment)) } }
            }
        }
    }
}

/// The amounts of each currency, the largest first.
pub(super) fn amounts(story: &str, marks: &[Mark<'_>], language: Language) -> Markup {
    let mut currencies: BTreeMap<Currency, Vec<(usize, &Mark<'_>, &Money)>> = BTreeMap::new();
    for (i, mark) in marks.iter().enumerate() {
        if let Some(Fact::Money(money)) = mark.fact() {
            currencies.entry(money.currency()).or_default().push((i, mark, money));
        }
    }
    for amounts in currencies.values_mut() {
        amounts.sort_by_key(|(i, _, money)| (std::cmp::Reverse(money.amount()), *i));
    }
    html! {
        section.amounts aria-labelledby={ (story) "money" } {
            h2 id={ (story) "money" } { "Amounts by currency" }
            @for (currency, amounts) in &currencies {
                h3 { (currency) " " span.note { (currency.name()) ", " (count(amounts.len(), "amount")) } }
                ul {
                    @for (i, mark, money) in amounts.iter() {
                        li {
                            span class=[mark.doubtful.then_some("doubtful")] { (words::money(money, language)) }
                            " " q lang=(super::tag(language)) { (link(story, *i, mark.text)) }
                        }
                    }
                }
            }
        }
    }
}

/// The officials with their offices and all their mentions.
pub(super) fn officials(
    story: &str,
    marks: &[Mark<'_>],
    people: &[Person<'_>],
    language: Language,
) -> Markup {
    html! {
        section.officials aria-labelledby={ (story) "people" } {
            h2 id={ (story) "people" } { "Officials" }
            ul {
                @for (number, person) in people.iter().enumerate() {
                    @let places = places(marks, number, person);
                    li id={ (story) "p" (number) } {
                        strong lang=(super::tag(language)) { (person.name()) }
                        @if let Some(party) = person.party() { " (" (party.name()) ")" }
                        ul.offices { @for held in person.offices() { li lang=(super::tag(language)) { (office(held)) } } }
                        p.note {
                            (count(places.len(), "mention")) ": "
                            @for (n, (mark, text, link)) in places.iter().enumerate() {
                                @if n > 0 { ", " }
                                a lang=(super::tag(language)) class=[(!link.is_certain()).then_some("doubtful")] href={ "#" (anchor(story, *mark)) } { (text) }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// The marks in which a person is mentioned.
fn places<'t>(marks: &[Mark<'t>], number: usize, person: &Person<'t>) -> Vec<(usize, &'t str, Link)> {
    let mark_of = |mention: &newsfacts::Mention<'t, Link>| {
        let at = marks.partition_point(|m| m.span.end() <= mention.start());
        let mark = marks.get(at)?;
        let whose = match mark.what {
            What::Mention(of) => of == number,
            What::Fact(_) => mark.span.contains(mention.span()),
        };
        whose.then_some((at, mention.text(), *mention.value()))
    };
    person.mentions().iter().filter_map(mark_of).collect()
}

/// `1 amount`, `3 amounts`.
pub(super) fn count(n: usize, what: &str) -> String {
    format!("{n} {what}{}", if n == 1 { "" } else { "s" })
}
