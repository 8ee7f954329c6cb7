//! The tables that a user may add rows to.

use crate::{Error, error::ErrorKind, lexicon::Table};
use std::{fmt, str::FromStr};

/// Declares the tables for users, by a language that has them, each with rows as a user may give them.
macro_rules! lexicon_tables {
    ($($language:ident { $($(#[$doc:meta])* $name:ident $example:literal),* $(,)? })*) => {
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
        /// assert!(LexiconTable::ALL.iter().all(|table| table.name().parse() == Ok(*table)));
        /// # Ok::<(), newsfacts::Error>(())
        /// ```
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        #[non_exhaustive]
        pub enum LexiconTable {
            $($($(#[$doc])* #[doc = ""] #[doc = "```text"] #[doc = $example] #[doc = "```"] $name,)*)*
        }

        /// The examples of the docs.
        #[cfg(test)]
        const EXAMPLES: &[(LexiconTable, crate::Language, &str)] =
            &[$($((LexiconTable::$name, crate::Language::$language, $example),)*)*];

        impl LexiconTable {
            /// All of them.
            pub const ALL: &'static [Self] = &[$($(Self::$name,)*)*];

            pub(crate) const fn table(self) -> Table {
                match self { $($(Self::$name => Table::$name,)*)* }
            }
        }
    };
}

lexicon_tables! {
    Swedish {
        /// Names and signs of currencies. Columns: `code` (ISO 4217; empty where `shared` is given), `factor` (of the main
        /// unit: `0.01` for öre; 1 if empty), `place` of the number (before the name if empty; `after` or `both`), `shared`
        /// (the currencies of the name by country: `IR:IRR IQ:IQD`).
        Currencies "form\tcode\tfactor\nriksdaler\tSEK\t\nskilling\tSEK\t0.01",
        /// Units of percentages. Columns: `unit` (`percent`, `point`, `permille`, `basis_point`, `per_ten_thousand`), `factor`.
        Percents "form\tunit\nprocentsteg\tpoint",
        /// Words of office. Columns: `role` (an id of [`Role`](crate::value::Role)), `scope` (`public`: the holder is an
        /// official; `body`: only in a public body; `other`: never; Swedish also `usual`, `land`; Chinese also `plain`, `none`),
        /// `head` (Swedish: `+` where longer words may end in the form), `use` (Chinese: `after` if it may follow a name too,
        /// `before`, `rank`), `id` (what you call the office: [`Office::id`](crate::value::Office::id)).
        Offices "form\trole\tscope\tinfl\nriksväktare\thead-of-state\tpublic\t-n -ns",
        /// Names of bodies: ministries, agencies, parties, parliaments. Columns: `kind` (a name of
        /// [`BodyKind`](crate::value::BodyKind)), `part` (Chinese: `whole` for a full name, `head` for what names end in), `head` (Swedish:
        /// `+` likewise), `id` (what you call the body: [`Body::id`](crate::value::Body::id)), `country` of a party (ISO 3166-1 alpha-2).
        Bodies "form\tkind\tid\nMånmyndigheten\tagency\tmoon-7",
        /// What stands for a party in parentheses after a name. Columns: `country` (ISO 3166-1 alpha-2), `id` (what you call the
        /// party: [`Party::id`](crate::value::Party::id)).
        Parties "form\tcountry\tid\nmån\tSE\tmoon-party",
        /// Persons that you know. Columns: `id`, what you call the person: it comes back as
        /// [`Official::id`](crate::value::Official::id) where the name stands with an office, and in
        /// [`people`](crate::Extractor::people) the names of one `id` are one person, who is met by any name of the row.
        Persons "form\tforms\tid\nAlma Bergkvist\tAlma Bergkvist-Holm\tperson-12",
        /// Names and adjectives of countries. Columns: `code` (ISO 3166-1 alpha-2), `kind` (Swedish: `country`, `adjective`,
        /// `region`), `use` (Chinese: `name`, `short`).
        Countries "form\tcode\tkind\nSvearike\tSE\tcountry",
        /// Given names, in languages that capitalise names.
        GivenNames "form\nTindrina",
        /// Holidays. Columns: `rule`: a month and day (`06-06`), days from Easter (`easter -2`), the first weekday from a
        /// day on (`friday-from 06-19`), the n-th or last weekday of a month (`sunday 5-2`, `last-sunday 05`), or a day of
        /// the lunar year (`lunar 1-15`).
        Holidays "form\trule\nskärdagen\t08-15",
        /// Words and characters of numbers. Columns: `value`, `class` (Chinese: `digit`, `counted`, `unit`, `tens`, `point`,
        /// `half`, `more`, `about`, `several`, `few`; Swedish: `unit`, `teen`, `tens`, `hundred`, `thousand`, `about`, `vague`,
        /// `half`, `quarter`, `and`, `comma`).
        Numerals "form\tvalue\tclass\ndussin\t12\tteen",
        /// Multipliers after a number. Columns: `value` (Chinese: a power of ten).
        Scales "form\tvalue\ntjog\t20",
    }
    Chinese {
        /// Surnames, in languages that write them first: Chinese. Columns: `kind` (`plain`; `word` or `verb` if it is also a
        /// word; `compound`; `japanese`; `reign`).
        Surnames "form\tkind\n第五\tcompound",
        /// Places below countries, before titles of local offices: Chinese.
        Places "form\n云岭",
        /// Words of the regions that tell what 元 and `$` are: Chinese. Columns: `money` (ISO 4217), `weight`.
        Regions "form\tmoney\n市府\tTWD",
    }
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
