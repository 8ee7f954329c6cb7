//! Each reading that was considered, and why it was taken or dropped.

use crate::{
    format::jsonl,
    run::Task,
    story::{Fault, Story},
    terminal::{Colours, cut, line},
};
use newsfacts::{Decision, Extractor};
use serde::Serialize;
use std::io::{self, Write};

pub(crate) struct Explain {
    pub(crate) extractor: Extractor,
    pub(crate) colours: Colours,
    /// Whether a line of JSON is wanted for each document.
    pub(crate) json: bool,
}

#[derive(Serialize)]
struct Reading<'a> {
    kind: &'static str,
    start: usize,
    end: usize,
    text: &'a str,
    taken: bool,
    verdict: &'static str,
}

#[derive(Serialize)]
struct Reply<'a> {
    id: jsonl::Id<'a>,
    decisions: Vec<Reading<'a>>,
    #[serde(flatten)]
    about: Option<jsonl::About<'a>>,
}

impl Task for Explain {
    type Out = Vec<u8>;

    fn story(&self, story: &Story<'_>, out: &mut Vec<u8>) -> io::Result<()> {
        let text = story.text();
        let mut decisions = self.extractor.explain(story.document());
        decisions.sort_by_key(|d| (d.span, d.kind));
        if self.json {
            let reading = |d: Decision| Reading {
                kind: d.kind.name(),
                start: d.span.start(),
                end: d.span.end(),
                text: &text[d.span],
                taken: d.taken,
                verdict: d.verdict,
            };
            let decisions = decisions.into_iter().map(reading).collect();
            return jsonl::write(out, &Reply { id: jsonl::Id(story), decisions, about: jsonl::about(story) });
        }
        let heading = self.colours.heading();
        writeln!(out, "{heading}{}{heading:#}\n", line(&story.label()))?;
        for Decision { span, kind, taken, verdict, .. } in decisions {
            let style = if taken { self.colours.kind(kind) } else { self.colours.aside() };
            let sign = if taken { '+' } else { '-' };
            let words = line(&text[span]).into_owned();
            writeln!(out, "  {style}{sign} {:<10} {verdict:<18} {}{style:#}", kind.name(), cut(&words, 60))?;
        }
        writeln!(out)
    }

    fn fault(&self, fault: &Fault, out: &mut Vec<u8>) -> io::Result<bool> {
        if self.json { jsonl::answer_fault(fault, out).map(|()| true) } else { Ok(false) }
    }
}
