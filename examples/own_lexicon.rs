//! Teaches an extractor words of one's own: an office, a currency, and what happens when a row is wrong.

use newsfacts::{Error, Extractor, Language, LexiconTable};

/// Offices of a country that does not exist. Columns that are left out stay empty; [`LexiconTable`]
/// names them all.
const OFFICES: &str = "\
form\trole\tscope
riksväktare\thead-of-state\tpublic
";

/// A currency that the crate's table no longer has, counted as the one that followed it.
const CURRENCIES: &str = "\
form\tcode
riksdaler\tSEK
";

const TEXT: &str = "Riksväktare Alma Bergkvist skänkte 300 riksdaler till skolan den 5 mars 2025.";

fn main() -> Result<(), Error> {
    show("as it comes", &Extractor::new());

    let builder = Extractor::builder().lexicon(Language::Swedish, LexiconTable::Currencies, CURRENCIES);
    let taught = builder.clone().lexicon(Language::Swedish, LexiconTable::Offices, OFFICES).build()?;
    show("taught", &taught);

    // A row that cannot be read is an error when the extractor is built, never a silent loss later.
    let wrong = "form\tcode\nriksdaler\tSEK\nmynt\tguld\n";
    match builder.lexicon(Language::Swedish, LexiconTable::Currencies, wrong).build() {
        Ok(_) => unreachable!("`guld` is no code of a currency"),
        Err(error) => {
            println!("with a bad row:\n  {error}");
            if let Some((table, line, column)) = error.lexicon_place() {
                println!("  to be mended in table {table}, line {line}, column {column}");
            }
        }
    }
    Ok(())
}

fn show(title: &str, extractor: &Extractor) {
    println!("{title}:");
    for fact in extractor.facts(TEXT) {
        println!("  {:<8} {:<26} {}", fact.value().kind().name(), fact.text(), fact.value());
    }
    println!();
}
