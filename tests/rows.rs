//! Rows of a user have their effect, or are refused with table, line and column.

use newsfacts::{Error, Extractor, Kind, Language, LexiconTable};

fn build(language: Language, table: LexiconTable, rows: &str) -> Result<Extractor, Error> {
    let kinds = Kind::ALL.iter().copied();
    Extractor::builder().languages([language]).kinds(kinds).lexicon(language, table, rows).build()
}

fn place(language: Language, table: LexiconTable, rows: &str) -> (String, usize, String) {
    let error = build(language, table, rows).expect_err(rows);
    let (table, line, column) = error.lexicon_place().expect("a place");
    (table.to_owned(), line, column.to_owned())
}

#[test]
fn what_only_its_reader_can_check_is_refused_with_its_place() {
    use LexiconTable::{Currencies, Holidays, Offices};
    for (table, rows, column) in [
        (Holidays, "form\trule\nvävardagen\t13-01\n", "rule"),
        (Currencies, "form\tshared\nriksdaler\tIR-IRR\n", "shared"),
        (Currencies, "form\tshared\nriksdaler\tIR:IRR IR:IQD\n", "shared"),
        (Currencies, "form\tcode\nriksdaler\t\n", "code"),
        (Offices, "form\trole\tscope\nriksvävare\tweaver\tpublic\n", "role"),
    ] {
        let expected = (table.name().to_owned(), 2, column.to_owned());
        assert_eq!(place(Language::Swedish, table, rows), expected, "{rows}");
    }
}

#[test]
fn holidays_that_never_come_are_refused() {
    for rule in [
        "02-30",
        "easter -2147483648",
        "easter 9999",
        "friday-from 02-30",
        "last-sunday 13",
        "sunday 5-13",
        "sunday 13-1",
        "sunday 5-0",
        "lunar 0-0",
        "lunar 13-1",
        "lunar 1-31",
        "lunar 1-1 99999999",
        "term 7",
        "noday 5-2",
        "easter",
        "easter x",
    ] {
        let rows = format!("form\trule\nvävardagen\t{rule}\n");
        let expected = ("holidays".to_owned(), 2, "rule".to_owned());
        assert_eq!(place(Language::Swedish, LexiconTable::Holidays, &rows), expected, "{rule}");
    }
    for rule in [
        "02-29",
        "easter -63",
        "tuesday-from 02-01",
        "last-wednesday 10",
        "tuesday 11-2",
        "lunar 9-9",
        "lunar 1-1 -1",
        "term 4",
    ] {
        let rows = format!("form\trule\nvävardagen\t{rule}\n");
        assert!(build(Language::Swedish, LexiconTable::Holidays, &rows).is_ok(), "{rule}");
    }
}

#[test]
fn rows_that_nobody_would_read_are_refused() {
    let lacking = place(Language::Swedish, LexiconTable::Places, "form\nBergby\n");
    assert_eq!(lacking, ("places".to_owned(), 1, String::new()));
    let builder = Extractor::builder().languages([Language::Swedish]);
    let builder = builder.lexicon(Language::Chinese, LexiconTable::Currencies, "form\tcode\n银元\tCNY\n");
    let error = builder.build().expect_err("Chinese is not read");
    assert_eq!(error.lexicon_place(), Some(("currencies", 1, "")));
}

#[test]
fn rows_have_their_effect() {
    let money = |rows: &str, text: &str| {
        let extractor = build(Language::Swedish, LexiconTable::Currencies, rows).unwrap();
        extractor.money(text).map(|m| m.value().to_string()).collect::<Vec<_>>()
    };
    // Lines may end as on Windows; columns may stand in another order; letters may be decomposed.
    let rows = "code\tform\r\nSEK\triksda\u{308}ler\r\n";
    assert_eq!(money(rows, "Den kostade 300 riksdäler."), ["300 SEK"]);
    // A form that the table has is replaced, and only that form.
    let rows = "form\tcode\nkronor\tNOK\n";
    assert_eq!(money(rows, "Den kostade 300 kronor, inte 1 krona."), ["300 NOK", "1 SEK"]);
    // Both writings of Chinese, and either may be given.
    let extractor = build(Language::Chinese, LexiconTable::Currencies, "form\tcode\n銅圓\tCNY\n").unwrap();
    assert_eq!(extractor.money("他付了300铜圆，又付了5銅圓。").count(), 2);
}
