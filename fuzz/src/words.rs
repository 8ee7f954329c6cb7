//! The words of the tables, from which texts are made.

use newsfacts::Language;
use once_cell::sync::Lazy;

macro_rules! tables {
    ($language:literal: $($table:literal),* $(,)?) => {
        &[$(include_str!(concat!("../../src/lang/", $language, "/", $table, ".tsv"))),*]
    };
}

const SWEDISH: &[&str] = tables!(
    "sv": "months", "weekdays", "relative", "seasons", "holidays", "calendar", "ordinals", "decades", "date-words", "time-units",
    "numerals", "scales", "currencies", "percents", "offices", "bodies", "countries", "tenures", "name-words", "word-parts",
    "parties", "given-names", "date-guards", "amount-guards", "official-guards", "dayparts", "fractions",
    "durations", "recurrences", "vague-times",
);

const CHINESE: &[&str] = tables!(
    "zh": "relative", "seasons", "holidays", "calendar", "dayparts", "positions", "eras", "time-units", "numerals", "scales",
    "currencies", "percents", "regions", "offices", "bodies", "countries", "places", "tenures", "surnames", "name-words",
    "date-guards", "amount-guards", "official-guards", "fractions", "durations", "recurrences", "vague-times",
);

/// The forms of some tables; each table counts alike, however long it is.
fn forms(tables: &[&'static str]) -> Vec<Vec<&'static str>> {
    let of = |table: &&'static str| {
        let mut lines = table.lines().filter(|l| !l.starts_with('#') && !l.trim().is_empty());
        let header: Vec<&str> = lines.next().unwrap_or("").split('\t').collect();
        let more = header.iter().position(|c| *c == "forms");
        lines
            .flat_map(|line| {
                let cells: Vec<&str> = line.split('\t').collect();
                let forms = more.and_then(|i| cells.get(i)).copied().unwrap_or("");
                cells
                    .first()
                    .copied()
                    .into_iter()
                    .chain(forms.split('|'))
                    .filter(|f| !f.is_empty())
                    .collect::<Vec<_>>()
            })
            .collect()
    };
    tables.iter().map(of).collect()
}

static SV: Lazy<Vec<Vec<&str>>> = Lazy::new(|| forms(SWEDISH));
static ZH: Lazy<Vec<Vec<&str>>> = Lazy::new(|| forms(CHINESE));

/// The words of a language, by table.
pub fn of(language: Language) -> &'static [Vec<&'static str>] {
    if language == Language::Chinese { &ZH } else { &SV }
}
