//! Rows of a user have their effect, or are refused with table, line and column.

use newsfacts::{Error, Extractor, Kind, Language};

fn build(language: Language, table: &str, rows: &str) -> Result<Extractor, Error> {
    Extractor::builder().languages([language]).kinds(Kind::ALL).lexicon(language, table, rows).build()
}

#[test]
fn what_cannot_be_read_is_refused_with_its_place() {
    use Language::{Chinese as Zh, Swedish as Sv};
    let long = format!("form\tcode\n{}\tSEK\n", "riksdaler".repeat(9));
    let faults: &[(Language, &str, &str, usize, &str)] = &[
        // Files.
        (Sv, "planets", "form\nmars\n", 1, ""),
        (Sv, "currencies", "\u{FEFF}form\tcode\nriksdaler\tSEK\n", 1, ""),
        (Sv, "currencies", "form\tcode\tcode\nriksdaler\tSEK\tEUR\n", 1, "code"),
        (Sv, "currencies", "form\tmoons\nriksdaler\t2\n", 1, "moons"),
        (Sv, "currencies", "code\nSEK\n", 1, "form"),
        (Sv, "currencies", "form\tcode\n\nriksdaler\tSEK\textra\n", 3, "code"),
        (Sv, "currencies", "form\tcode\nriksdaler \tSEK\n", 2, "form"),
        (Sv, "currencies", "form\tcode\n\tSEK\n", 2, "form"),
        // Tables that the language lacks, or that rows have no effect in.
        (Sv, "places", "form\nVisby\n", 1, ""),
        (Zh, "months", "form\tmonth\n腊月\t12\n", 1, ""),
        (Sv, "calendar", "form\n@\n", 1, ""),
        (
            Zh,
            "lunar",
            "year\tfirst\tleap\tmonths\tqingming\tdongzhi\n2101\t01-29\t0\tLSLSLSLSLSLS\t5\t21\n",
            1,
            "",
        ),
        // Forms.
        (Sv, "currencies", "form\tcode\n\u{AD}\u{200B}\tSEK\n", 2, "form"),
        (Sv, "currencies", &long, 2, "form"),
        (Sv, "currencies", "form\tcode\nriksdaler\tSEK\nriksdaler\tEUR\n", 3, "form"),
        (Sv, "currencies", "form\tforms\tcode\nriksdaler\ta||b\tSEK\n", 2, "forms"),
        (Sv, "offices", "form\tscope\tinfl\nriksvävare\tpublic\ten\n", 2, "infl"),
        // Numbers.
        (Sv, "months", "form\tmonth\nsmärkmånad\t13\n", 2, "month"),
        (Sv, "months", "form\tmonth\nsmärkmånad\t\n", 2, "month"),
        (Sv, "months", "form\nsmärkmånad\n", 2, "month"),
        (Sv, "weekdays", "form\tday\nåttondag\t8\n", 2, "day"),
        (Sv, "relative", "form\tunit\toffset\nhärnäst\tday\t99999999999\n", 2, "offset"),
        (Zh, "relative", "form\tunit\toffset\n大前天\tday\t-30000\n", 2, "offset"),
        (Sv, "ordinals", "form\tn\nnollte\t0\n", 2, "n"),
        (Sv, "currencies", "form\tcode\tfactor\nriksdaler\tSEK\t0\n", 2, "factor"),
        (Sv, "currencies", "form\tcode\tfactor\nriksdaler\tSEK\t-1\n", 2, "factor"),
        (Sv, "currencies", "form\tcode\tfactor\nriksdaler\tSEK\tmuch\n", 2, "factor"),
        (Zh, "eras", "form\tfirst\n千秋\t99999\n", 2, "first"),
        // Ids.
        (Sv, "currencies", "form\tcode\nriksdaler\tXQX\n", 2, "code"),
        (Sv, "currencies", "form\tcode\tplace\nriksdaler\tSEK\tabove\n", 2, "place"),
        (Sv, "currencies", "form\tcode\tflags\nriksdaler\tSEK\tshiny\n", 2, "flags"),
        (Sv, "currencies", "form\tcode\tflags\nriksdaler\tSEK\tassumed  plain\n", 2, "flags"),
        (Sv, "countries", "form\tcode\nLappmarken\tQQ\n", 2, "code"),
        (Zh, "countries", "form\tcode\n云国\tQQ\n", 2, "code"),
        (Sv, "offices", "form\trole\tscope\nriksvävare\tminister\teverywhere\n", 2, "scope"),
        (Zh, "offices", "form\trole\tscope\tuse\n织造使\tminister\tland\tafter\n", 2, "scope"),
        (Sv, "relative", "form\tunit\toffset\nhärnäst\tfortnight\t1\n", 2, "unit"),
        (Sv, "relative", "form\tunit\toffset\nhärnäst\tseason\tsoon\n", 2, "offset"),
        (Sv, "percents", "form\tunit\nhundradelar\tshare\n", 2, "unit"),
        (Zh, "surnames", "form\tkind\n囧\tnoble\n", 2, "kind"),
        (Sv, "durations", "form\tunit\tnumber\nblinkning\teon\tbefore\n", 2, "unit"),
        (Zh, "vague-times", "form\tvalue\n眼前\tSOON\n", 2, "value"),
        // What its reader checks.
        (Sv, "holidays", "form\trule\nvävardagen\t13-01\n", 2, "rule"),
        (Sv, "currencies", "form\tshared\nriksdaler\tIR-IRR\n", 2, "shared"),
    ];
    for &(language, table, rows, line, column) in faults {
        let error = build(language, table, rows).expect_err(rows);
        assert_eq!(error.lexicon_place(), Some((table, line, column)), "{rows}: {error}");
    }
}

#[test]
fn rows_that_nobody_would_read_are_refused() {
    let builder = Extractor::builder().languages([Language::Swedish]).kinds([Kind::Date]);
    let row = "form\tunit\tnumber\nblinkningar\tday\tbefore\n";
    let error = builder.clone().lexicon(Language::Swedish, "durations", row).build().unwrap_err();
    assert_eq!(error.lexicon_place(), Some(("durations", 1, "")), "the kind is not asked for");
    let error =
        builder.lexicon(Language::Chinese, "currencies", "form\tcode\n银元\tCNY\n").build().unwrap_err();
    assert_eq!(error.lexicon_place(), Some(("currencies", 1, "")), "the language is not asked for");
}

#[test]
fn rows_have_their_effect() {
    let money = |rows: &str, text: &str| {
        let extractor = build(Language::Swedish, "currencies", rows).unwrap();
        extractor.money(text).map(|m| m.value().to_string()).collect::<Vec<_>>()
    };
    // Lines may end as on Windows; columns may stand in another order; letters may be decomposed.
    let rows = "code\tform\r\nSEK\triksda\u{308}ler\r\n";
    assert_eq!(money(rows, "Den kostade 300 riksdäler."), ["SEK 300"]);
    // A form that the table has is replaced, and only that form.
    let rows = "form\tcode\nkronor\tNOK\n";
    assert_eq!(money(rows, "Den kostade 300 kronor, inte 1 krona."), ["NOK 300", "SEK 1"]);
    // Both writings of Chinese, and either may be given.
    let extractor = build(Language::Chinese, "currencies", "form\tcode\n銅圓\tCNY\n").unwrap();
    assert_eq!(extractor.money("他付了300铜圆，又付了5銅圓。").count(), 2);
}
