//! The shape of the public types, and building extractors.

use newsfacts::{
    Document, Error, Extractor, Fact, Facts, Kind, Language, LexiconTable, Mention, Mentions, Segment,
    Segments, Span,
};
use std::panic::{RefUnwindSafe, UnwindSafe};

#[test]
fn public_types_can_be_shared_and_sent() {
    fn shared<T: Send + Sync + UnwindSafe + RefUnwindSafe>() {}
    shared::<Extractor>();
    shared::<Document<'_>>();
    shared::<Error>();
    shared::<Fact>();
    shared::<Facts<'_>>();
    shared::<Mention<'_, Fact>>();
    shared::<Mentions<'_, Fact>>();
    shared::<Segment<'_>>();
    shared::<Segments<'_>>();
    shared::<Span>();
    shared::<Language>();
    shared::<Kind>();
    #[cfg(feature = "html")]
    shared::<newsfacts::Article>();
}

#[test]
fn one_extractor_serves_many_threads_and_keeps_nothing_of_a_document() {
    let extractor = Extractor::new();
    let texts = [
        "STOCKHOLM 12 mars. På fredag röstar riksdagen om 3 procent.",
        "Mötet är på fredag.",
        "5月3日、4日，5%",
    ];
    let alone: Vec<Vec<String>> = texts.iter().map(|t| rendered(&extractor, t)).collect();
    std::thread::scope(|scope| {
        for _ in 0..4 {
            scope.spawn(|| {
                for (text, expected) in texts.iter().zip(&alone) {
                    assert_eq!(&rendered(&extractor, text), expected);
                }
            });
        }
    });
}

fn rendered(extractor: &Extractor, text: &str) -> Vec<String> {
    extractor.facts(text).map(|m| format!("{:?} {}", m.span(), m.value())).collect()
}

#[test]
fn rows_of_a_user_are_found_and_faults_are_named() {
    let builder = Extractor::builder().languages([Language::Swedish]);
    let with = builder
        .clone()
        .lexicon(Language::Swedish, LexiconTable::Currencies, "form\tcode\nriksdaler\tSEK\n")
        .build()
        .unwrap();
    assert_eq!(with.money("Den såldes för 300 riksdaler.").count(), 1);
    assert_eq!(Extractor::new().money("Den såldes för 300 riksdaler.").count(), 0);

    let place = |table: LexiconTable, rows: &str| {
        let error = builder.clone().lexicon(Language::Swedish, table, rows).build().unwrap_err();
        assert!(error.is_lexicon());
        let (table, line, column) =
            error.lexicon_place().map(|(t, l, c)| (t.to_owned(), l, c.to_owned())).unwrap();
        (table, line, column)
    };
    assert_eq!(place(LexiconTable::Places, "form\nBergby\n"), ("places".into(), 1, "".into()));
    assert_eq!(
        place(LexiconTable::Currencies, "form\tcode\n\nriksdaler\tSEK\textra\n"),
        ("currencies".into(), 3, "code".into())
    );
    assert_eq!(
        place(LexiconTable::Currencies, "form\tmoons\nriksdaler\t2\n"),
        ("currencies".into(), 1, "moons".into())
    );
    assert_eq!(
        place(LexiconTable::Currencies, "form\tcode\nriksdaler\tnot a code\n"),
        ("currencies".into(), 2, "code".into())
    );
}
