//! What a document brings along: its text, language, date and region.

use crate::{Error, detect, error::ErrorKind};
use jiff::civil;
use std::{fmt, str::FromStr};

/// A language whose prose can be read.
///
/// ```
/// use newsfacts::Language;
///
/// let codes: Vec<_> = Language::ALL.iter().map(|language| language.code()).collect();
/// assert_eq!(codes, ["zh", "sv"]);
/// assert_eq!("zh-Hant-TW".parse(), Ok(Language::Chinese));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum Language {
    /// Chinese, in simplified or traditional characters.
    Chinese,
    /// Swedish.
    Swedish,
    /// Any other language: nothing is read in it, and that is no error.
    Other,
}

impl Language {
    /// All languages that are read.
    pub const ALL: &'static [Self] = &[Self::Chinese, Self::Swedish];

    /// The ISO 639-1 code; `und` for another language.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Chinese => "zh",
            Self::Swedish => "sv",
            Self::Other => "und",
        }
    }

    /// The language that a text is read as when none is given, judged by its first characters.
    ///
    /// The script comes first: Chinese if every eighth letter or more is Han (a Chinese text may hold many Latin names; a
    /// Swedish one hardly ever holds a Han character) and no Japanese stands between them. Text in Latin letters is
    /// Swedish, unless three or more small words and letters speak for another language (Norwegian, Danish, English, German,
    /// Finnish, Vietnamese and some more) and fewer than half as many for Swedish. Any other script is another
    /// language. It is a light check: of a line or two it may tell nothing, and then reads them.
    /// [`Document::with_language`] goes before it.
    ///
    /// ```
    /// use newsfacts::Language;
    /// assert_eq!(Language::of("越南国家主席"), Language::Chinese);
    /// assert_eq!(Language::of("Priset steg."), Language::Swedish);
    /// assert_eq!(Language::of("Prisen er satt opp, og det er ikke bra, sier hun."), Language::Other);
    /// ```
    pub fn of(text: &str) -> Self {
        Self::told(text.chars()).unwrap_or(Self::Swedish)
    }

    /// The same where the characters tell.
    pub(crate) fn told(chars: impl Iterator<Item = char> + Clone) -> Option<Self> {
        detect::told(chars).map(|code| code.parse().unwrap_or(Self::Other))
    }
}

#[cfg(feature = "serde")]
impl serde::Serialize for Language {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.code())
    }
}

#[cfg(feature = "serde")]
impl<'de> serde::Deserialize<'de> for Language {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let code = std::borrow::Cow::<str>::deserialize(deserializer)?;
        if code == Self::Other.code() {
            return Ok(Self::Other);
        }
        code.parse().map_err(serde::de::Error::custom)
    }
}

impl FromStr for Language {
    type Err = Error;

    /// Reads a code as in BCP 47; only the primary subtag counts (`zh-Hant-TW`, `sv_FI`). A code of two or three letters
    /// that is not read is [`Other`](Self::Other); `und` states no language, so it is an error.
    fn from_str(code: &str) -> Result<Self, Error> {
        match code.split(['-', '_']).next().unwrap_or("").to_ascii_lowercase().as_str() {
            "zh" | "zho" | "chi" | "cmn" => Ok(Self::Chinese),
            "sv" | "swe" => Ok(Self::Swedish),
            other if other != "und" && is_code(other) => Ok(Self::Other),
            _ => Err(ErrorKind::Language(code.into()).into()),
        }
    }
}

/// Whether it has the shape of a code of ISO 639.
fn is_code(code: &str) -> bool {
    (2..=3).contains(&code.len()) && code.bytes().all(|b| b.is_ascii_alphabetic())
}

impl fmt::Display for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

/// Where a Chinese text was published, which decides what 元 is.
///
/// ```
/// use newsfacts::Region;
///
/// let codes: Vec<_> = Region::ALL.iter().map(|region| region.code()).collect();
/// assert_eq!(codes, ["CN", "TW", "HK", "MO"]);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Region {
    /// Mainland China: 元 is the yuan (CNY).
    Mainland,
    /// Taiwan: 元 is the new Taiwan dollar (TWD).
    Taiwan,
    /// Hong Kong: 元 is the Hong Kong dollar (HKD).
    HongKong,
    /// Macau: 元 is the pataca (MOP).
    Macau,
}

impl Region {
    /// All regions.
    pub const ALL: &'static [Self] = &[Self::Mainland, Self::Taiwan, Self::HongKong, Self::Macau];

    /// The ISO 3166-1 code, as it stands in language tags: `CN`, `TW`, `HK`, `MO`.
    ///
    /// ```
    /// use newsfacts::Region;
    ///
    /// assert_eq!("tw".parse::<Region>()?.code(), "TW");
    /// assert!("SG".parse::<Region>().unwrap_err().is_name());
    /// # Ok::<(), newsfacts::Error>(())
    /// ```
    pub const fn code(self) -> &'static str {
        match self {
            Self::Mainland => "CN",
            Self::Taiwan => "TW",
            Self::HongKong => "HK",
            Self::Macau => "MO",
        }
    }
}

impl FromStr for Region {
    type Err = Error;

    /// Reads a [code](Region::code) in any case.
    fn from_str(code: &str) -> Result<Self, Error> {
        let region = Self::ALL.iter().find(|r| r.code().eq_ignore_ascii_case(code));
        region.copied().ok_or_else(|| ErrorKind::Name { what: "region", name: code.into() }.into())
    }
}

impl fmt::Display for Region {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

/// A text with what is known about it.
///
/// Only the text is needed. Without a reference date, dates that depend on one stay partial and say so;
/// without a language, the [text](Language::of) decides.
///
/// ```
/// use newsfacts::{Document, Extractor, Language};
/// use jiff::civil::date;
///
/// let doc = Document::new("Mötet hölls i måndags.").with_published(date(2025, 8, 13)).with_language(Language::Swedish);
/// let found = Extractor::new().dates(&doc).next().unwrap();
/// assert_eq!(found.value().timex(), "2025-08-11");
/// ```
///
/// What is known can be asked for; a language that was not given is that of the script:
///
/// ```
/// use newsfacts::{Document, Language, Region};
///
/// let document = Document::new("票價為50元。").with_region(Region::HongKong);
/// assert_eq!((document.text(), document.region()), ("票價為50元。", Some(Region::HongKong)));
/// assert_eq!((document.published(), document.language()), (None, None));
/// assert_eq!(document.language_or_script(), Language::Chinese);
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Document<'t> {
    text: &'t str,
    language: Option<Language>,
    published: Option<civil::Date>,
    region: Option<Region>,
}

impl<'t> Document<'t> {
    /// A document of which only the text is known.
    pub const fn new(text: &'t str) -> Self {
        Self { text, language: None, published: None, region: None }
    }

    /// With its date of publication, the reference for everything relative in it.
    #[must_use]
    pub fn with_published(mut self, date: impl Into<Option<civil::Date>>) -> Self {
        self.published = date.into();
        self
    }

    /// With its language. A text that is marked as one in another language gives no facts.
    ///
    /// ```
    /// use newsfacts::{Document, Extractor, Language};
    ///
    /// let text = "Prisen er 500 kroner, og det er ikke dyrt.";
    /// let extractor = Extractor::new();
    /// // Told by its words; who knows better can insist.
    /// assert_eq!(Document::new(text).language_or_script(), Language::Other);
    /// assert_eq!(extractor.facts(text).count(), 0);
    /// let swedish = Document::new("I avtalet står 500 kronor.").with_language(Language::Swedish);
    /// assert_eq!(extractor.facts(&swedish).count(), 1);
    /// assert_eq!(extractor.facts(swedish.with_language(Language::Other)).count(), 0);
    /// ```
    #[must_use]
    pub fn with_language(mut self, language: impl Into<Option<Language>>) -> Self {
        self.language = language.into();
        self
    }

    /// With the region it was published in. Without it a paragraph in Traditional characters is taken for that of the
    /// region it speaks of, or that those before it spoke of, and all else for the mainland's; the currency of 元 is then
    /// flagged as assumed.
    ///
    /// ```
    /// use newsfacts::{Document, Extractor, Region};
    ///
    /// let doc = Document::new("票價為50元。").with_region(Region::HongKong);
    /// let price = Extractor::new().money(&doc).next().unwrap();
    /// assert_eq!(price.value().currency().code(), "HKD");
    /// assert!(!price.value().currency_assumed());
    /// ```
    #[must_use]
    pub fn with_region(mut self, region: impl Into<Option<Region>>) -> Self {
        self.region = region.into();
        self
    }

    /// The text.
    pub const fn text(&self) -> &'t str {
        self.text
    }

    /// The date of publication, if given.
    pub const fn published(&self) -> Option<civil::Date> {
        self.published
    }

    /// The language, if given.
    pub const fn language(&self) -> Option<Language> {
        self.language
    }

    /// The language that it is read in: the one given, or what the [text](Language::of) shows.
    pub fn language_or_script(&self) -> Language {
        self.language.unwrap_or_else(|| Language::of(self.text))
    }

    /// The region, if given.
    pub const fn region(&self) -> Option<Region> {
        self.region
    }
}

impl<'t> From<&'t str> for Document<'t> {
    fn from(text: &'t str) -> Self {
        Self::new(text)
    }
}

impl<'t> From<&'t String> for Document<'t> {
    fn from(text: &'t String) -> Self {
        Self::new(text)
    }
}

impl<'t> From<&Document<'t>> for Document<'t> {
    fn from(document: &Document<'t>) -> Self {
        document.clone()
    }
}
