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

#[test]
fn ids_of_rows_come_back_with_what_they_name() {
    let rows = [
        (LexiconTable::Persons, "form\tforms\tid\nAlma Berg\tAlma Berg-Holm\tperson-1\n"),
        (
            LexiconTable::Offices,
            "form\trole\tscope\tinfl\tid\nriksväktare\thead-of-state\tpublic\t-n\toffice-2\n",
        ),
        (LexiconTable::Bodies, "form\tkind\tid\nMånmyndigheten\tagency\tbody-3\n"),
        (LexiconTable::Parties, "form\tcountry\tid\nmån\tSE\tparty-4\n"),
    ];
    let mut builder = Extractor::builder().languages([Language::Swedish]);
    for (table, rows) in rows {
        builder = builder.lexicon(Language::Swedish, table, rows);
    }
    let extractor = builder.build().unwrap();
    let text = "Riksväktaren Alma Berg (Mån) talade. Månmyndighetens chef Bo Ek svarade. Det gladde talman Alma Berg-Holm.";
    let found: Vec<_> = extractor.officials(text).map(newsfacts::Mention::into_value).collect();
    assert_eq!(found[0].id(), Some("person-1"));
    assert_eq!(found[0].offices()[0].id(), Some("office-2"));
    let party = found[0].party().unwrap();
    assert_eq!((party.name(), party.id()), ("Mån", Some("party-4")));
    assert_eq!(party.country().map(|country| country.code().to_owned()), Some("SE".to_owned()));
    let body = found[1].offices()[0].body().unwrap();
    assert_eq!((body.name(), body.id()), ("Månmyndigheten", Some("body-3")));
    assert_eq!(found[1].id(), None);
    // The names of one id are one person.
    let people = extractor.people(text);
    assert_eq!(people.len(), 2);
    assert_eq!((people[0].id(), people[0].offices().len()), (Some("person-1"), 2));
    // Any of them stands for the person without an office, too.
    let people = extractor.people("Riksväktaren Alma Berg talade. Sedan gick Alma Berg-Holm hem.");
    let names: Vec<_> = people[0].mentions().iter().map(newsfacts::Mention::text).collect();
    assert_eq!((people.len(), names), (1, vec!["Alma Berg", "Alma Berg-Holm"]));

    let bad = builder.lexicon(Language::Swedish, LexiconTable::Persons, "form\tid\nOla Ek\t\n").build();
    let place = bad
        .unwrap_err()
        .lexicon_place()
        .map(|(table, line, column)| (table.to_owned(), line, column.to_owned()));
    assert_eq!(place, Some(("persons".to_owned(), 2, "id".to_owned())));
    let bad = Extractor::builder()
        .lexicon(Language::Swedish, LexiconTable::Parties, "form\tcountry\nmån\tSverige\n")
        .build();
    assert!(bad.unwrap_err().is_lexicon());
}

#[test]
fn ids_of_chinese_rows_come_back_too() {
    let extractor = Extractor::builder()
        .languages([Language::Chinese])
        .lexicon(Language::Chinese, LexiconTable::Persons, "form\tid\n陈立\tp1\n")
        .lexicon(
            Language::Chinese,
            LexiconTable::Bodies,
            "form\tkind\tpart\tid\n云岭民主党\tparty\twhole\tb1\n",
        )
        .build()
        .unwrap();
    let official = extractor.officials("雲嶺民主黨主席陳立表示。").next().unwrap().into_value();
    assert_eq!(official.id(), Some("p1"));
    assert_eq!(official.offices()[0].body().unwrap().id(), Some("b1"));
    assert_eq!(official.party().unwrap().id(), Some("b1"));
}
