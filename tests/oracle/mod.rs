//! What must hold for every text, whatever it holds: shared by the property tests and the fuzz targets.

#![allow(unreachable_pub)]

mod grammar;

use grammar::{EDTF, TIMEX};
use newsfacts::{Document, Extractor, Fact, Kind, Mention, Person, Segment, Span, value::Date};

/// The facts of a document, after checking all that is promised of any.
///
/// # Panics
///
/// If a promise is broken.
pub fn checked<'t>(extractor: &Extractor, document: &Document<'t>) -> Vec<Mention<'t, Fact>> {
    let text = document.text();
    let facts: Vec<_> = extractor.facts(document).collect();
    let mut last = 0;
    for mention in &facts {
        let span = mention.span();
        assert!(!span.is_empty(), "an empty mention at {span:?}");
        assert!(last <= span.start(), "{span:?} begins before the mention before it ends, at {last}");
        assert_eq!(text.get(span.range()), Some(mention.text()), "the text of {span:?}");
        last = span.end();
        value(text, mention);
        round_trip(mention);
    }
    typed(extractor, document, &facts);
    let mut cover = String::with_capacity(text.len());
    for segment in extractor.segments(document) {
        assert!(segment != Segment::Plain(""), "no empty piece");
        cover.push_str(segment.text());
    }
    assert_eq!(cover, text, "the segments are the text");
    for person in extractor.people(document) {
        one(text, &person);
    }
    facts
}

/// The typed iterators are the facts of their kind.
fn typed(extractor: &Extractor, document: &Document<'_>, facts: &[Mention<'_, Fact>]) {
    macro_rules! same {
        ($($iterator:ident $kind:ident),*) => {$(
            let ours = facts.iter().filter(|m| m.value().kind() == Kind::$kind).cloned();
            let theirs = extractor.$iterator(document).map(|m| m.map(Fact::$kind));
            assert!(theirs.eq(ours), "{} are the facts of that kind", stringify!($iterator));
        )*};
    }
    same!(dates Date, money Money, percents Percent, officials Official);
    if facts.iter().any(|m| !Kind::DEFAULT.contains(&m.value().kind())) {
        same!(fractions Fraction, durations Duration, recurrences Recurrence, vague_times VagueTime, roles Role);
    }
}

fn value(text: &str, mention: &Mention<'_, Fact>) {
    match mention.value() {
        Fact::Date(value) => date(mention.text(), value),
        Fact::Money(money) => {
            assert!(money.amount_max().is_none_or(|max| money.amount() <= max), "{:?}", mention.text());
        }
        Fact::Percent(percent) => {
            assert!(percent.value_max().is_none_or(|max| percent.value() <= max), "{:?}", mention.text());
        }
        Fact::Official(official) | Fact::Role(official) => {
            assert!(mention.span().contains(official.name_span()), "{:?}", mention.text());
            assert!(!official.offices().is_empty(), "{:?} holds no office", mention.text());
            name(official.name());
            for office in official.offices() {
                assert!(text.get(office.span().range()).is_some(), "the title at {:?}", office.span());
                // A title is as it is written, soft hyphens included.
                name(&office.title().replace('\u{AD}', ""));
                if let Some(term) = office.term() {
                    date(mention.text(), term.date());
                }
            }
        }
        _ => {}
    }
}

/// Bounds in order, and values by their grammars.
fn date(text: &str, date: &Date) {
    if let (Some(start), Some(end)) = (date.start_date(), date.end_date()) {
        assert!(start <= end, "{text:?} ends before it starts");
    }
    let (timex, edtf) = (date.timex(), date.edtf());
    assert!(TIMEX.is_match(&timex), "{text:?}: {timex} is no TIMEX3");
    assert!(EDTF.is_match(&edtf), "{text:?}: {edtf} is no EDTF");
}

/// A name is spelt without line ends, signs that nobody sees, and spaces but plain ones.
fn name(name: &str) {
    assert!(!name.trim().is_empty() && name.trim() == name, "the name {name:?}");
    let odd = |c: char| {
        c != ' ' && c.is_whitespace() || matches!(c, '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{FEFF}')
    };
    assert!(!name.contains(odd), "the name {name:?}");
}

/// A person of a document.
fn one(text: &str, person: &Person<'_>) {
    name(person.name());
    assert!(!person.offices().is_empty() && !person.mentions().is_empty(), "{person:?}");
    let mut last: Option<Span> = None;
    for mention in person.mentions() {
        let span = mention.span();
        assert_eq!(text.get(span.range()), Some(mention.text()), "{person:?}");
        assert!(last < Some(span), "mentions of {person:?} in order, each once");
        last = Some(span);
    }
}

/// What is written as JSON is read back as it was.
#[cfg(feature = "serde")]
fn round_trip(mention: &Mention<'_, Fact>) {
    let written = serde_json::to_string(mention).expect("a mention can be written");
    let read: newsfacts::OwnedMention =
        serde_json::from_str(&written).unwrap_or_else(|e| panic!("{written}: {e}"));
    assert_eq!(read, mention.clone().into_owned(), "{written}");
}

#[cfg(not(feature = "serde"))]
fn round_trip(_: &Mention<'_, Fact>) {}

/// What the facts say, without where: kind and rendered value.
#[allow(dead_code)]
pub fn values(facts: &[Mention<'_, Fact>]) -> Vec<(Kind, String)> {
    facts.iter().map(|m| (m.value().kind(), m.value().to_string())).collect()
}
