//! The tables that a user may add rows to.

use crate::{Error, error::ErrorKind, lexicon::Table};
use std::{fmt, str::FromStr};

/// Declares the tables for users, each with a language that has it and rows as a user may give them.
macro_rules! lexicon_tables {
    ($($(#[$doc:meta])* $name:ident $language:ident $example:literal),* $(,)?) => {
        /// A table of a language that a user may add rows to; see
        /// [`ExtractorBuilder::lexicon`](crate::ExtractorBuilder::lexicon).
        ///
        /// Rows are lines of tab-separated cells; the first line names the columns. The first column of a table (`form`
        /// in all of them) is required, others may be left out. Everywhere `forms` holds further forms, separated by `|`,
        /// and, where a language inflects, `infl` holds endings after the form (`-n -ns`). What a row leaves out takes
        /// what the table says for an empty cell. A row that cannot be read, or could never have an effect, is an error
        /// that names table, line and column.
        ///
        /// ```
        /// use newsfacts::{Extractor, Language, LexiconTable};
        ///
        /// let extractor = Extractor::builder()
        ///     .lexicon(Language::Swedish, LexiconTable::Currencies, "form\tcode\nriksdaler\tSEK\n")
        ///     .build()?;
        /// let money = extractor.money("Den såldes för 300 riksdaler.").next().unwrap();
        /// assert_eq!(money.value().to_string(), "300 SEK");
        /// # Ok::<(), newsfacts::Error>(())
        /// ```
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        #[non_exhaustive]
        pub enum LexiconTable {
            $($(#[$doc])* #[doc = ""] #[doc = "```text"] #[doc = $example] #[doc = "```"] $name),*
        }

        /// The examples of the docs.
        #[cfg(test)]
        const EXAMPLES: &[(LexiconTable, crate::Language, &str)] =
            &[$((LexiconTable::$name, crate::Language::$language, $example)),*];

        impl LexiconTable {
            /// All tables that users may add rows to.
            pub const ALL: &'static [Self] = &[$(Self::$name),*];

            pub(crate) const fn table(self) -> Table {
                match self { $(Self::$name => Table::$name),* }
            }
        }
    };
}

lexicon_tables! {
    /// Names and signs of currencies. Columns: `code` (ISO 4217; empty where `shared` is given), `factor` (of the main
    /// unit: `0.01` for öre; 1 if empty), `place` of the number (before the name if empty; `after` or `both`), `shared`
    /// (the currencies of the name by country: `IR:IRR IQ:IQD`).
    Currencies Swedish "form\tcode\tfactor\nriksdaler\tSEK\t\nskilling\tSEK\t0.01",
    /// Units of percentages. Columns: `unit` (`percent`, `point`, `permille`, `basis_point`, `per_ten_thousand`), `factor`.
    Percents Swedish "form\tunit\nprocentsteg\tpoint",
    /// Words of office. Columns: `role` (an id of [`Role`](crate::value::Role)), `scope` (`public`: the holder is an
    /// official; `body`: only in a public body; `other`: never; Swedish also `usual`, `land`; Chinese also `plain`, `none`),
    /// `head` (Swedish: `+` where longer words may end in the form), `use` (Chinese: `after` if it may follow a name too,
    /// `before`, `rank`).
    Offices Swedish "form\trole\tscope\tinfl\nriksväktare\thead-of-state\tpublic\t-n -ns",
    /// Names of bodies: ministries, agencies, parties, parliaments. Columns: `kind` (as in the crate's own rows), `part`
    /// (Chinese: `whole` for a full name, `head` for what names end in), `head` (Swedish: `+` likewise).
    Bodies Swedish "form\tkind\nMånmyndigheten\tagency",
    /// Names and adjectives of countries. Columns: `code` (ISO 3166-1 alpha-2), `kind` (Swedish: `country`, `adjective`,
    /// `region`), `use` (Chinese: `name`, `short`).
    Countries Swedish "form\tcode\tkind\nSvearike\tSE\tcountry",
    /// Given names, in languages that capitalise names.
    GivenNames Swedish "form\nTindrina",
    /// Surnames, in languages that write them first: Chinese. Columns: `kind` (`plain`; `word` or `verb` if it is also a
    /// word; `compound`; `japanese`; `reign`).
    Surnames Chinese "form\tkind\n第五\tcompound",
    /// Places below countries, before titles of local offices: Chinese.
    Places Chinese "form\n云岭",
    /// Holidays. Columns: `rule`: a month and day (`06-06`), days from Easter (`easter -2`), the first weekday from a
    /// day on (`friday-from 06-19`), the n-th or last weekday of a month (`sunday 5-2`, `last-sunday 05`), or a day of
    /// the lunar year (`lunar 1-15`).
    Holidays Swedish "form\trule\nskärdagen\t08-15",
    /// Words and characters of numbers. Columns: `value`, `class` (Chinese: `digit`, `counted`, `unit`, `tens`, `point`,
    /// `half`, `more`, `about`, `several`, `few`; Swedish: `unit`, `teen`, `tens`, `hundred`, `thousand`, `about`, `vague`,
    /// `half`, `quarter`, `and`, `comma`).
    Numerals Swedish "form\tvalue\tclass\ndussin\t12\tteen",
    /// Multipliers after a number. Columns: `value` (Chinese: a power of ten).
    Scales Swedish "form\tvalue\ntjog\t20",
    /// Words of the regions that tell what 元 and `$` are: Chinese. Columns: `money` (ISO 4217), `weight`.
    Regions Chinese "form\tmoney\n市府\tTWD",
}

impl LexiconTable {
    /// Its name, which errors give: `given-names`.
    pub const fn name(self) -> &'static str {
        self.table().name()
    }
}

impl FromStr for LexiconTable {
    type Err = Error;

    /// Reads the [name](LexiconTable::name).
    fn from_str(name: &str) -> Result<Self, Error> {
        let table = Self::ALL.iter().find(|t| t.name() == name);
        table.copied().ok_or_else(|| ErrorKind::Name { what: "table", name: name.into() }.into())
    }
}

impl fmt::Display for LexiconTable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

#[cfg(test)]
mod tests {
    use super::{EXAMPLES, LexiconTable};
    use crate::Extractor;

    #[test]
    fn the_examples_of_the_docs_are_rows() {
        assert_eq!(EXAMPLES.len(), LexiconTable::ALL.len());
        for &(table, language, rows) in EXAMPLES {
            let built = Extractor::builder().languages([language]).lexicon(language, table, rows).build();
            assert!(built.is_ok(), "{table}: {}", built.unwrap_err());
        }
    }
}
