//! A page for the browser: the documents with their facts marked in the text and listed beside it. It is one file that needs no
//! network.

mod blocks;
mod lists;
mod marks;
mod words;

use crate::{
    run::Task,
    story::{DateSource, Story},
};
use blocks::{Block, Tag};
use marks::Mark;
use maud::{DOCTYPE, Markup, PreEscaped, html};
use newsfacts::{Extractor, Kind, Language};
use std::{collections::BTreeMap, io};

const STYLE: &str = include_str!("style.css");
const SCRIPT: &str = include_str!("script.js");

/// What a page may do: show itself.
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; \
                      img-src data:; base-uri 'none'; form-action 'self'; connect-src 'self'";

pub(crate) struct Pages {
    pub(crate) extractor: Extractor,
}

impl Task for Pages {
    type Out = Vec<u8>;

    fn story(&self, story: &Story<'_>, out: &mut Vec<u8>) -> io::Result<()> {
        out.extend(document(story, &self.extractor).0.into_bytes());
        Ok(())
    }
}

/// What stands before the documents.
pub(crate) fn head() -> String {
    let kinds = [Kind::Date, Kind::Money, Kind::Percent, Kind::Official];
    let page = html! {
        (DOCTYPE)
        html lang="en" {
            (meta("newsfacts"))
            body {
                a.skip href="#main" { "To the text" }
                header.tools {
                    span.brand { "newsfacts" }
                    form.show {
                        fieldset {
                            legend { "Show" }
                            @for kind in kinds {
                                label { input type="checkbox" id={ "show-" (kind) } checked; " " span class={ "key " (kind) } { (marks::kind_name(kind)) } }
                            }
                            label { input type="checkbox" id="show-value" checked; " values" }
                        }
                    }
                    span.key.doubtful { "not stated: inferred, assumed or partial" }
                    nav.documents aria-label="Documents" hidden {}
                }
                main id="main" { "\u{0}" }
            }
        }
    };
    page.0.split('\u{0}').next().unwrap_or("").to_owned()
}

/// The head of any page.
pub(crate) fn meta(title: &str) -> Markup {
    html! {
        head {
            meta charset="utf-8";
            meta name="viewport" content="width=device-width, initial-scale=1";
            meta name="color-scheme" content="light dark";
            meta http-equiv="Content-Security-Policy" content=(POLICY);
            meta name="generator" content={ "newsfacts " (env!("CARGO_PKG_VERSION")) };
            title { (title) }
            style { (PreEscaped(STYLE)) }
        }
    }
}

/// What stands after the documents.
pub(crate) fn foot() -> String {
    format!("</main>{}</body></html>\n", html! { script { (PreEscaped(SCRIPT)) } }.0)
}

/// The tag of a language for browsers and screen readers.
fn tag(language: Language) -> &'static str {
    language.code()
}

/// What the anchors of a document begin with, so that those of several on a page differ: the same at each run.
fn anchor(story: &Story<'_>) -> String {
    let mut hash = sha1_smol::Sha1::new();
    hash.update(story.name.as_bytes());
    hash.update(&story.line.unwrap_or(0).to_be_bytes());
    format!("d{}", &hash.digest().to_string()[..8])
}

/// A document: its text with marks, and what is listed beside it.
pub(crate) fn document(story: &Story<'_>, extractor: &Extractor) -> Markup {
    let id = &*anchor(story);
    let document = story.document();
    let language = document.language_or_script();
    let (marks, people) = marks::marks(extractor, &document);
    let blocks = blocks::blocks(story);
    let writer = Writer { id, text: story.text(), marks: &marks };
    let (headline, body) = match blocks.split_first() {
        Some((first, rest)) if first.tag == Tag::Headline => (Some(first), rest),
        _ => (None, &blocks[..]),
    };
    // The region decides between the characters of Taiwan or Hong Kong and those of the mainland.
    let region = document.region().filter(|_| language == Language::Chinese);
    let region = region.map_or(String::new(), |region| format!("-{}", region.code()));
    let words = format!("{}{region}", tag(language));
    let has = |kind: Kind| marks.iter().any(|m| m.fact().is_some_and(|f| f.kind() == kind));
    html! {
        article.story id=(id) aria-labelledby={ (id) "h" } {
            header {
                h1 id={ (id) "h" } lang=[headline.map(|_| &*words)] {
                    @if let Some(headline) = headline { (writer.inline(headline.span)) } @else { (story.label()) }
                }
                (about(story, &marks))
            }
            div.columns {
                div.text lang=(words) { (writer.blocks(body)) }
                aside aria-label="What the text says" {
                    @if has(Kind::Date) { (lists::timeline(id, &marks, language, document.published())) }
                    @if has(Kind::Money) { (lists::amounts(id, &marks, language)) }
                    @if !people.is_empty() { (lists::officials(id, &marks, &people, language)) }
                }
            }
            (lists::facts(id, &marks, language))
        }
    }
}

/// Where a document comes from, its reference date, its language, and how many facts there are.
fn about(story: &Story<'_>, marks: &[Mark<'_>]) -> Markup {
    let document = story.document();
    let mut counts: BTreeMap<Kind, usize> = BTreeMap::new();
    for fact in marks.iter().filter_map(Mark::fact) {
        *counts.entry(fact.kind()).or_default() += 1;
    }
    let source = match (document.published(), story.date_source) {
        (None, _) => "none: dates without a year stay partial".to_owned(),
        (Some(day), DateSource::Page(place)) => format!("{}, stated by the page ({place})", words::day(day)),
        (Some(day), _) => format!("{}, given", words::day(day)),
    };
    let language = match document.language_or_script() {
        Language::Chinese => "Chinese",
        Language::Swedish => "Swedish",
        Language::Other => "another, which is not read",
        other => other.code(),
    };
    html! {
        dl.about {
            div { dt { "Source" } dd { (story.label()) } }
            div { dt { "Reference date" } dd { (source) } }
            div { dt { "Language" } dd { (language) @if let Some(region) = document.region() { ", " (region) } } }
            @if let Some(byline) = story.page().and_then(|page| page.byline()) {
                div { dt { "By" } dd { (byline) } }
            }
        }
        ul.counts aria-label="How many facts of each kind" {
            @for (kind, n) in &counts {
                li { span class={ "key " (kind) } { (marks::counted(*n, *kind)) } }
            }
        }
    }
}

/// Writes the text with its marks.
struct Writer<'a> {
    id: &'a str,
    text: &'a str,
    marks: &'a [Mark<'a>],
}

impl Writer<'_> {
    /// The blocks of a story; items that follow each other make a list.
    fn blocks(&self, blocks: &[Block]) -> Markup {
        html! {
            @for run in blocks.chunk_by(|a, b| a.tag == b.tag && matches!(a.tag, Tag::Item(_) | Tag::Row)) {
                @match run[0].tag {
                    Tag::Item(true) => ol { @for block in run { li { (self.inline(block.span)) } } },
                    Tag::Item(false) => ul { @for block in run { li { (self.inline(block.span)) } } },
                    Tag::Row => div.rows { @for block in run { p { (self.inline(block.span)) } } },
                    Tag::Quote => blockquote { p { (self.inline(run[0].span)) } },
                    Tag::Heading(2) => h2 { (self.inline(run[0].span)) },
                    Tag::Heading(3) => h3 { (self.inline(run[0].span)) },
                    Tag::Heading(4) => h4 { (self.inline(run[0].span)) },
                    Tag::Heading(_) => h5 { (self.inline(run[0].span)) },
                    Tag::Paragraph | Tag::Headline => p { (self.inline(run[0].span)) },
                }
            }
        }
    }

    /// A piece of the text with its marks.
    fn inline(&self, span: newsfacts::Span) -> Markup {
        let first = self.marks.partition_point(|m| m.span.end() <= span.start());
        let inside = || {
            let marks = self.marks.iter().enumerate().skip(first);
            marks.take_while(|(_, m)| m.span.start() < span.end())
        };
        // The text before each mark begins where the mark before it ends.
        let ends = std::iter::once(span.start()).chain(inside().map(|(_, m)| m.span.end()));
        let last = inside().last().map_or(span.start(), |(_, m)| m.span.end().min(span.end()));
        html! {
            @for ((i, mark), from) in inside().zip(ends) {
                (lines(&self.text[from..mark.span.start()]))
                (self.mark(i, mark))
            }
            (lines(&self.text[last..span.end()]))
        }
    }

    fn mark(&self, number: usize, mark: &Mark<'_>) -> Markup {
        let id = lists::anchor(self.id, number);
        let class = format!(
            "{}{}{}",
            mark.kind(),
            if mark.doubtful { " doubtful" } else { "" },
            if mark.fact().is_none() { " later" } else { "" },
        );
        html! {
            mark class=(class) id=(id) tabindex="0" aria-describedby={ (id) "t" } {
                span.words { (lines(mark.text)) }
                @if let Some(value) = &mark.beside {
                    wbr;
                    span.beside lang=[mark.fact().map(|_| "en")] { (value) }
                }
                span.tip id={ (id) "t" } role="tooltip" lang="en" {
                    span.kind { (mark.kind_name()) }
                    @for (name, value) in &mark.fields {
                        span.field { span.name { (name) } " " span.said { (value) } }
                    }
                }
            }
        }
    }
}

/// A text with its line breaks.
fn lines(text: &str) -> Markup {
    html! {
        @for (i, line) in text.split('\n').enumerate() {
            @if i > 0 { br; }
            (line)
        }
    }
}
