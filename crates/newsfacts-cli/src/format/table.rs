//! A table for people.

use crate::{
    format::{doubts, shown},
    run::Task,
    story::{DateSource, Story},
    terminal::{Colours, columns, cut, line},
};
use newsfacts::Extractor;
use std::io::{self, Write};

/// Widest that the words of a mention and its value are shown.
const WORDS: usize = 48;
const VALUE: usize = 60;

pub(crate) struct Table {
    pub(crate) extractor: Extractor,
    pub(crate) colours: Colours,
}

impl Task for Table {
    type Out = Vec<u8>;

    fn story(&self, story: &Story<'_>, out: &mut Vec<u8>) -> io::Result<()> {
        let document = story.document();
        heading(story, self.colours, out)?;
        let facts: Vec<_> = self.extractor.facts(&document).collect();
        let rows: Vec<_> = facts
            .iter()
            .map(|fact| {
                let words = cut(&line(fact.text()), WORDS).into_owned();
                let value = cut(&line(&shown(fact.value())), VALUE).into_owned();
                (fact.value().kind(), words, value, doubts(fact.value()).join("; "))
            })
            .collect();
        let widest = |of: fn(&(newsfacts::Kind, String, String, String)) -> &str| {
            rows.iter().map(of).map(columns).max().unwrap_or(0)
        };
        let words_wide = widest(|r| &r.1);
        // What is not stated stands close by, not beyond the longest title.
        let value_wide = widest(|r| if r.3.is_empty() { "" } else { &r.2 });
        for (kind, words, value, doubts) in &rows {
            let (style, aside) = (self.colours.kind(*kind), self.colours.aside());
            let pad = |text: &str, wide: usize| " ".repeat(wide.saturating_sub(columns(text)));
            write!(out, "  {style}{:<10}{style:#} {words}{}  {value}", kind.name(), pad(words, words_wide))?;
            if !doubts.is_empty() {
                write!(out, "{}  {aside}{doubts}{aside:#}", pad(value, value_wide))?;
            }
            writeln!(out)?;
        }
        if rows.is_empty() {
            writeln!(out, "  nothing found")?;
        }
        writeln!(out)
    }
}

/// What document it is: its name and headline, its date and where that comes from, its language.
pub(crate) fn heading(story: &Story<'_>, colours: Colours, out: &mut Vec<u8>) -> io::Result<()> {
    let document = story.document();
    let style = colours.heading();
    write!(out, "{style}{}{style:#}", line(&story.label()))?;
    if let Some(title) = story.title() {
        write!(out, "  {}", line(title))?;
    }
    let aside = colours.aside();
    let date = match document.published() {
        None => "no reference date".to_owned(),
        Some(date) => match story.date_source {
            DateSource::Page(place) => format!("{date}, from {place}"),
            _ => format!("{date}, given"),
        },
    };
    let language = document.language_or_script();
    writeln!(out, "\n{aside}{date}; {language}{aside:#}\n")
}
