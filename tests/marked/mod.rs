//! Marked texts: a text with its mentions in brackets, a tab, and their values in order, separated by tabs:
//! `Priset är [1,4 miljarder kronor].<TAB>SEK 1400000000`. A text without brackets must give nothing of the kind.
//! `@2025-08-13 ` at the start gives the reference date, `\n` is a line break.
//!
//! Values: a date's TIMEX3; `CODE amount` and `CODE amount..max`; `value unit` and `value..max unit`;
//! `name: title; title`; of other kinds, as displayed. The bracket of an official is around the name.
//!
//! Details may follow a value and are compared only where they stand: `SEK 5000 modifier=approx direction=up`. An
//! empty one (`modifier=`) must be absent. Dates have `modifier part time end edtf timex
//! alternative inferred`; amounts of money `modifier direction
//! basis per from assumed`; percentages `modifier direction basis from`; officials `role body kind country tenure term` (one
//! for each office, joined with `;`; a term as `since:2022`), `party` and `party_id`; lengths of time `direction anchor reach`.

use newsfacts::{Document, Extractor, Fact, Language, Mention, Span};
use std::collections::BTreeMap;

/// A marked text as it is read.
#[derive(Debug)]
pub(crate) struct Case {
    pub(crate) date: Option<jiff::civil::Date>,
    pub(crate) text: String,
    pub(crate) marks: Vec<Mark>,
}

/// A mention: where it stands and what it means.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Mark {
    pub(crate) span: Span,
    pub(crate) value: String,
    pub(crate) details: BTreeMap<&'static str, String>,
}

/// What may be said of a value beside it.
const DETAILS: &[&str] = &[
    "modifier",
    "part",
    "time",
    "end",
    "edtf",
    "timex",
    "alternative",
    "inferred",
    "direction",
    "basis",
    "per",
    "from",
    "assumed",
    "role",
    "body",
    "country",
    "tenure",
    "kind",
    "term",
    "party",
    "anchor",
    "reach",
    "party_id",
];

impl Case {
    /// Reads a marked text.
    pub(crate) fn parse(source: &str) -> Result<Self, String> {
        let mut fields = source.split('\t').filter(|f| !f.is_empty());
        let mut marked = fields.next().ok_or("no text")?.replace("\\n", "\n").replace("\\r", "\r");
        let mut date = None;
        if let Some((at, rest)) = marked.strip_prefix('@').and_then(|r| r.split_once(' ')) {
            date = Some(at.parse().map_err(|e: newsfacts::jiff::Error| e.to_string())?);
            marked = rest.to_owned();
        }
        let (mut text, mut spans, mut open) = (String::new(), Vec::new(), None);
        for c in marked.chars() {
            match c {
                '[' => open = Some(text.len()),
                ']' => spans.push(Span::new(open.take().ok_or("`]` before `[`")?, text.len())),
                _ => text.push(c),
            }
        }
        let values: Vec<&str> = fields.collect();
        if open.is_some() || spans.len() != values.len() {
            return Err(format!("{} brackets and {} values", spans.len(), values.len()));
        }
        let marks = spans.into_iter().zip(values).map(|(span, value)| mark(span, value)).collect();
        Ok(Self { date, text, marks })
    }

    /// What an extractor finds in the text.
    pub(crate) fn found(&self, extractor: &Extractor, language: Language) -> Vec<Mark> {
        let document = Document::new(&self.text).with_language(language).with_published(self.date);
        extractor.facts(&document).map(|m| of(&m)).collect()
    }

    /// Whether what was found is what is marked.
    pub(crate) fn holds(&self, found: &[Mark]) -> bool {
        let same = |(mark, found): (&Mark, &Mark)| {
            let detail = |(name, value): (&&str, &String)| {
                found.details.get(name).map_or("", String::as_str) == value.as_str()
            };
            mark.span == found.span && mark.value == found.value && mark.details.iter().all(detail)
        };
        self.marks.len() == found.len() && self.marks.iter().zip(found).all(same)
    }

    /// What is marked and what was found, for people; of details those that are asked for.
    pub(crate) fn difference(&self, found: &[Mark]) -> String {
        let show = |marks: &[Mark]| {
            let one = |(i, mark): (usize, &Mark)| {
                let asked = self.marks.get(i).map(|m| &m.details);
                let details =
                    mark.details.iter().filter(|(name, _)| asked.is_some_and(|a| a.contains_key(*name)));
                let details: String = details.map(|(name, value)| format!(" {name}={value}")).collect();
                format!("[{}] {}{details}", &self.text[mark.span.range()], mark.value)
            };
            marks.iter().enumerate().map(one).collect::<Vec<_>>().join(", ")
        };
        format!("{}\n  expected {}\n  found    {}", self.text, show(&self.marks), show(found))
    }
}

/// A marked value: its details, if it has some, are cut off at its end.
fn mark(span: Span, value: &str) -> Mark {
    let mut value = value.trim_end();
    let mut details = BTreeMap::new();
    let last = |value: &str| {
        let starts = DETAILS.iter().filter_map(|name| Some((value.rfind(&format!(" {name}="))?, *name)));
        starts.max()
    };
    while let Some((at, name)) = last(value) {
        details.insert(name, value[at + name.len() + 2..].to_owned());
        value = &value[..at];
    }
    Mark { span, value: value.to_owned(), details }
}

/// A TIMEX3 value without its times by the clock.
fn at_days(timex: &str) -> String {
    let mut sides: Vec<&str> = timex.split('/').map(|side| side.split('T').next().unwrap_or(side)).collect();
    sides.dedup();
    sides.join("/")
}

/// A mention as a mark, with all its details.
fn of(mention: &Mention<'_, Fact>) -> Mark {
    let mut details = BTreeMap::new();
    let mut detail =
        |name: &'static str, value: Option<String>| details.insert(name, value.unwrap_or_default());
    let (span, value) = match mention.value() {
        Fact::Date(v) => {
            detail("modifier", v.modifier().map(|m| m.name().to_owned()));
            detail("part", v.part_of_day().map(|p| p.name().to_owned()));
            detail("time", v.time().map(|t| t.to_string()));
            detail("end", v.end_time().map(|t| t.to_string()));
            detail("edtf", Some(v.edtf()));
            detail("timex", Some(v.timex()));
            detail("alternative", v.alternative().map(|p| p.timex()));
            let inferred = v.inferred().map(|(part, origin)| format!("{}:{}", part.name(), origin.name()));
            detail("inferred", Some(inferred.collect::<Vec<_>>().join(",")));
            (mention.span(), at_days(&v.timex()))
        }
        Fact::Money(v) => {
            detail("modifier", v.modifier().map(|m| m.name().to_owned()));
            detail("direction", v.direction().map(|d| d.name().to_owned()));
            detail("basis", v.basis().map(|b| b.name().to_owned()));
            detail("per", v.per().map(str::to_owned));
            detail("from", v.from().map(|f| f.normalize().to_string()));
            detail("assumed", v.currency_assumed().then(|| "yes".to_owned()));
            let max = v.amount_max().map_or(String::new(), |max| format!("..{}", max.normalize()));
            (mention.span(), format!("{} {}{max}", v.currency().code(), v.amount().normalize()))
        }
        Fact::Percent(v) => {
            detail("modifier", v.modifier().map(|m| m.name().to_owned()));
            detail("direction", v.direction().map(|d| d.name().to_owned()));
            detail("basis", v.basis().map(|b| b.name().to_owned()));
            detail("from", v.from().map(|f| f.normalize().to_string()));
            let max = v.value_max().map_or(String::new(), |max| format!("..{}", max.normalize()));
            (mention.span(), format!("{}{max} {}", v.value().normalize(), v.unit().name()))
        }
        Fact::Official(v) | Fact::Role(v) => {
            let all = |of: &dyn Fn(&newsfacts::value::Office) -> String| {
                Some(v.offices().iter().map(of).collect::<Vec<_>>().join(";"))
            };
            detail("role", all(&|o| o.role().to_string()));
            detail("body", all(&|o| o.body().map_or(String::new(), |b| b.name().to_owned())));
            detail(
                "kind",
                all(&|o| o.body().and_then(|b| b.kind()).map_or(String::new(), |k| k.name().to_owned())),
            );
            detail(
                "term",
                all(&|o| {
                    o.term().map_or(String::new(), |t| format!("{}:{}", t.sense().name(), t.date().timex()))
                }),
            );
            detail("country", all(&|o| o.country().map_or(String::new(), |c| c.code().to_owned())));
            detail("tenure", all(&|o| format!("{:?}", o.tenure()).to_lowercase()));
            detail("party", v.party().map(|p| p.name().to_owned()));
            let id = v.party().and_then(|p| p.id());
            detail("party_id", id.map(str::to_owned));
            let titles: Vec<&str> = v.offices().iter().map(|o| o.title()).collect();
            (v.name_span(), format!("{}: {}", v.name(), titles.join("; ")))
        }
        Fact::Duration(v) => {
            let anchored = v.anchored();
            detail("direction", anchored.map(|a| a.direction().name().to_owned()));
            detail("anchor", anchored.map(|a| a.anchor().name().to_owned()));
            detail("reach", anchored.map(|a| a.reach().name().to_owned()));
            (mention.span(), v.to_string())
        }
        // Other kinds on request: as displayed.
        other => (mention.span(), other.to_string()),
    };
    Mark { span, value, details }
}
