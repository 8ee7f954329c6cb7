//! Rows of a user: what cannot be read is refused with table, line and column.

use super::pack;
use crate::{
    Error, Language,
    lexicon::{Lexicon, Table},
};

fn read(language: Language, table: &str, rows: &str) -> Result<Lexicon, Error> {
    let table = Table::ALL.iter().copied().find(|t| t.name() == table).expect("a table");
    let own =
        pack(language).expect("it is read").tables.iter().map(|&(table, source)| (table, source.into()));
    Lexicon::with_rows(own, &[(table, rows.to_owned().into())])
}

#[test]
fn rows_that_cannot_be_read_are_refused_with_their_place() {
    use Language::{Chinese as Zh, Swedish as Sv};
    let long = format!("form\tcode\n{}\tSEK\n", "riksdaler".repeat(9));
    let faults: &[(Language, &str, &str, usize, &str)] = &[
        // Files.
        (Sv, "currencies", "\u{FEFF}form\tcode\nriksdaler\tSEK\n", 1, ""),
        (Sv, "currencies", "form\tcode\tcode\nriksdaler\tSEK\tEUR\n", 1, "code"),
        (Sv, "currencies", "form\tmoons\nriksdaler\t2\n", 1, "moons"),
        (Sv, "currencies", "code\nSEK\n", 1, "form"),
        (Sv, "currencies", "form\tcode\n\nriksdaler\tSEK\textra\n", 3, "code"),
        (Sv, "currencies", "form\tcode\nriksdaler \tSEK\n", 2, "form"),
        (Sv, "currencies", "form\tcode\n\tSEK\n", 2, "form"),
        // Columns of languages that are written otherwise.
        (Sv, "offices", "form\tscope\tuse\nriksvävare\tpublic\tafter\n", 1, "use"),
        (Sv, "bodies", "form\tkind\tpart\nMånverket\tagency\thead\n", 1, "part"),
        (Sv, "countries", "form\tcode\tuse\nLappmarken\tSE\tname\n", 1, "use"),
        (Sv, "numerals", "form\tvalue\tclass\tword\ndussin\t12\tteen\tends\n", 1, "word"),
        (Zh, "offices", "form\tscope\tinfl\n织造使\tpublic\t-n\n", 1, "infl"),
        (Zh, "bodies", "form\tkind\thead\n织造局\tagency\t+\n", 1, "head"),
        (Zh, "countries", "form\tcode\town\n云国\tCN\t+\n", 1, "own"),
        // Tables that the language lacks.
        (Sv, "places", "form\nBergby\n", 1, ""),
        (Zh, "months", "form\tmonth\n腊月\t12\n", 1, ""),
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
        (Zh, "relative", "form\tunit\toffset\n下下下天\tday\t-30000\n", 2, "offset"),
        (Sv, "ordinals", "form\tn\nfemhundrade\t500\n", 2, "n"),
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
        (Zh, "vague-times", "form\tvalue\n弹指间\tSOON\n", 2, "value"),
    ];
    for &(language, table, rows, line, column) in faults {
        let error = read(language, table, rows).expect_err(rows);
        assert_eq!(error.lexicon_place(), Some((table, line, column)), "{rows}: {error}");
    }
}
