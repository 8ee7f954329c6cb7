//! What must hold for every text, whatever it holds: shared by the property tests and the fuzz targets.

#![allow(unreachable_pub)]

use newsfacts::{Document, Extractor, Fact, Kind, Mention, Segment};

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
    }
    let cover: String = extractor.segments(document).map(|s| s.text()).collect();
    assert_eq!(cover, text, "the segments are the text");
    assert!(extractor.segments(document).all(|s| s != Segment::Plain("")), "no empty piece");
    facts
}

fn value(text: &str, mention: &Mention<'_, Fact>) {
    match mention.value() {
        Fact::Date(date) => {
            if let (Some(start), Some(end)) = (date.start_date(), date.end_date()) {
                assert!(start <= end, "{:?} ends before it starts", mention.text());
            }
            assert!(!date.timex().is_empty() && !date.edtf().is_empty());
        }
        Fact::Money(money) => {
            assert!(money.amount_max().is_none_or(|max| money.amount() <= max), "{:?}", mention.text());
        }
        Fact::Percent(percent) => {
            assert!(percent.value_max().is_none_or(|max| percent.value() <= max), "{:?}", mention.text());
        }
        Fact::Official(official) | Fact::Role(official) => {
            assert!(mention.span().contains(official.name_span()), "{:?}", mention.text());
            assert!(!official.name().is_empty() && !official.offices().is_empty());
            for office in official.offices() {
                assert!(text.get(office.span().range()).is_some(), "the title at {:?}", office.span());
            }
        }
        _ => {}
    }
}

/// What the facts say, without where: kind and rendered value.
#[allow(dead_code)]
pub fn values(facts: &[Mention<'_, Fact>]) -> Vec<(Kind, String)> {
    facts.iter().map(|m| (m.value().kind(), m.value().to_string())).collect()
}
