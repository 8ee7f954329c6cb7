//! The tables that a user may add rows to.

use crate::{Error, error::ErrorKind, lexicon::Table};
use std::{fmt, str::FromStr};

/// Declares the tables for users, each with its internal one.
macro_rules! lexicon_tables {
    ($($(#[$doc:meta])* $name:ident),* $(,)?) => {
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
        pub enum LexiconTable { $($(#[$doc])* $name),* }

        impl LexiconTable {
            /// All of them.
            pub const ALL: &'static [Self] = &[$(Self::$name),*];

            pub(crate) const fn table(self) -> Table {
                match self { $(Self::$name => Table::$name),* }
            }
        }
    };
}

lexicon_tables! {
    /// Names and signs of currencies. Columns: `code` (ISO 4217), `factor` (of the main unit: `0.01` for öre; 1 if
    /// empty), `place` (`before` or `after` the number, or `both`).
    ///
    /// ```text
    /// form        code  factor
    /// riksdaler   SEK
    /// ```
    Currencies,
    /// Units of percentages. Columns: `unit` (`percent`, `point`, `permille`, `basis_point`).
    ///
    /// ```text
    /// form         unit
    /// procentsteg  point
    /// ```
    Percents,
    /// Words of office. Columns: `role` (an id of [`Role`](crate::value::Role)), `scope` (`public`: the holder is an official; Swedish also
    /// `usual`, `body`, `land`, `other`), `head` (Swedish: `+` where longer words may end in the form), `infl`.
    ///
    /// ```text
    /// form        role           scope
    /// riksväktare head-of-state  public
    /// ```
    Offices,
    /// Names of bodies: ministries, agencies, parties, parliaments. Columns: `kind`.
    ///
    /// ```text
    /// form               kind
    /// Månmyndigheten     agency
    /// ```
    Bodies,
    /// Names and adjectives of countries. Columns: `code` (ISO 3166-1 alpha-2), `kind` (`name`, `adjective`).
    ///
    /// ```text
    /// form      code  kind
    /// Norden    SE    name
    /// ```
    Countries,
    /// Given names, in languages that capitalise names.
    ///
    /// ```text
    /// form
    /// Tindra
    /// ```
    GivenNames,
    /// Surnames, in languages that write them first: Chinese. Columns: `weight`.
    ///
    /// ```text
    /// form
    /// 欧阳
    /// ```
    Surnames,
    /// Places below countries, before titles of local offices: Chinese.
    ///
    /// ```text
    /// form
    /// 云岭县
    /// ```
    Places,
    /// Holidays. Columns: `rule`: a month and day (`06-06`), days from Easter (`easter -2`), the first weekday from a
    /// day on (`friday-from 06-19`), the n-th or last weekday of a month (`sunday 5-2`, `last-sunday 05`), or a day of
    /// the lunar year (`lunar 1-15`).
    ///
    /// ```text
    /// form        rule
    /// skärdagen   08-15
    /// ```
    Holidays,
    /// Words and characters of numbers. Columns: `value`, `class` (Chinese: `digit`, `counted`, `unit`, `tens`, `point`, `half`,
    /// `more`, `about`, `several`, `few`; Swedish: `unit`, `teen`, `tens`, `hundred`, `thousand`, `about`, `vague`, `half`,
    /// `quarter`, `and`, `comma`).
    ///
    /// ```text
    /// form    value  class
    /// dussin  12     teen
    /// ```
    Numerals,
    /// Multipliers after a number. Columns: `value` (Chinese: a power of ten).
    ///
    /// ```text
    /// form   value
    /// tjog   20
    /// ```
    Scales,
    /// Words of the regions that tell what 元 and `$` are: Chinese. Columns: `money` (ISO 4217), `weight`.
    ///
    /// ```text
    /// form   money
    /// 市府   TWD
    /// ```
    Regions,
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
