//! What a fact says and where: mentions, facts, and the gapless cover of a text.

use crate::{
    Error, Span,
    error::ErrorKind,
    value::{Date, Duration, Fraction, Money, Official, Percent, Recurrence, VagueTime},
};
use std::{fmt, str::FromStr};

/// The kinds of facts, in the order in which equal claims on a piece of text are settled.
///
/// ```
/// use newsfacts::Kind;
///
/// assert_eq!(Kind::DEFAULT, [Kind::Date, Kind::Money, Kind::Percent, Kind::Official]);
/// assert!(Kind::ALL.iter().all(|kind| kind.name().parse() == Ok(*kind)));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(rename_all = "snake_case"))]
#[non_exhaustive]
pub enum Kind {
    /// A calendar point or period.
    Date,
    /// An amount with a currency.
    Money,
    /// A share, percentage point, permille or basis point.
    Percent,
    /// A person named with a public office.
    Official,
    /// A fraction or a multiple: 三分之一, *fördubblades*. Only on request.
    Fraction,
    /// A length of time: 三年, *fyra dagar*. Only on request.
    Duration,
    /// A time that comes again: 每周三, *varje vecka*. Only on request.
    Recurrence,
    /// A time that no calendar fixes: 近日, *nyligen*. Only on request.
    VagueTime,
    /// A person named with a role that is no public office: in a company, club, university, church or the like. Only
    /// on request.
    Role,
}

impl Kind {
    /// All kinds.
    pub const ALL: &'static [Self] = &[
        Self::Date,
        Self::Money,
        Self::Percent,
        Self::Official,
        Self::Fraction,
        Self::Duration,
        Self::Recurrence,
        Self::VagueTime,
        Self::Role,
    ];

    /// The kinds that are read if nothing else is asked for.
    pub const DEFAULT: &'static [Self] = &[Self::Date, Self::Money, Self::Percent, Self::Official];

    /// The name used in output, such as `date` or `vague_time`.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Date => "date",
            Self::Money => "money",
            Self::Percent => "percent",
            Self::Official => "official",
            Self::Fraction => "fraction",
            Self::Duration => "duration",
            Self::Recurrence => "recurrence",
            Self::VagueTime => "vague_time",
            Self::Role => "role",
        }
    }
}

impl FromStr for Kind {
    type Err = Error;

    /// Reads the [name](Kind::name).
    fn from_str(name: &str) -> Result<Self, Error> {
        let kind = Self::ALL.iter().find(|k| k.name() == name);
        kind.copied().ok_or_else(|| ErrorKind::Name { what: "kind", name: name.into() }.into())
    }
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// A value of any kind.
///
/// ```
/// use newsfacts::{Extractor, Fact, Kind};
///
/// let mention = Extractor::new().facts("Räntan steg till 2,5 procent.").next().unwrap();
/// assert_eq!(mention.value().kind(), Kind::Percent);
/// if let Fact::Percent(percent) = mention.value() {
///     assert_eq!(percent.value().to_string(), "2.5");
/// }
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[cfg_attr(
    feature = "serde",
    derive(serde::Serialize, serde::Deserialize),
    serde(tag = "kind", rename_all = "snake_case")
)]
#[non_exhaustive]
pub enum Fact {
    /// A calendar point or period.
    Date(Date),
    /// An amount with a currency.
    Money(Money),
    /// A share of some unit.
    Percent(Percent),
    /// A person named with a public office.
    Official(Official),
    /// A fraction or a multiple.
    Fraction(Fraction),
    /// A length of time.
    Duration(Duration),
    /// A time that comes again.
    Recurrence(Recurrence),
    /// A time that no calendar fixes.
    VagueTime(VagueTime),
    /// A person named with a role that is no public office; the value is that of an official.
    Role(Official),
}

impl Fact {
    /// The kind of the value.
    pub const fn kind(&self) -> Kind {
        match self {
            Self::Date(_) => Kind::Date,
            Self::Money(_) => Kind::Money,
            Self::Percent(_) => Kind::Percent,
            Self::Official(_) => Kind::Official,
            Self::Fraction(_) => Kind::Fraction,
            Self::Duration(_) => Kind::Duration,
            Self::Recurrence(_) => Kind::Recurrence,
            Self::VagueTime(_) => Kind::VagueTime,
            Self::Role(_) => Kind::Role,
        }
    }
}

impl fmt::Display for Fact {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Date(v) => v.fmt(f),
            Self::Money(v) => v.fmt(f),
            Self::Percent(v) => v.fmt(f),
            Self::Official(v) => v.fmt(f),
            Self::Fraction(v) => v.fmt(f),
            Self::Duration(v) => v.fmt(f),
            Self::Recurrence(v) => v.fmt(f),
            Self::VagueTime(v) => v.fmt(f),
            Self::Role(v) => v.fmt(f),
        }
    }
}

/// A place in a text and the value stated there.
///
/// `&text[mention.span()] == mention.text()` always holds, on the text that the caller gave.
///
/// ```
/// use newsfacts::Extractor;
///
/// let text = "Räntan steg till 2,5 procent.";
/// let mention = Extractor::new().percents(text).next().unwrap();
/// assert_eq!(&text[mention.span()], mention.text());
/// assert_eq!(mention.text(), "2,5 procent");
/// ```
///
/// With a place it has what is said there, to be looked at or taken:
///
/// ```
/// use newsfacts::{Extractor, Mention, value::Percent};
///
/// let mention: Mention<Percent> = Extractor::new().percents("Den är 5 %.").next().unwrap();
/// assert_eq!((mention.start(), mention.end()), (8, 11));
/// assert_eq!(mention.value().to_string(), "5%");
/// let percent: Percent = mention.into_value();
/// # assert_eq!(percent.to_string(), "5%");
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Mention<'t, V> {
    text: &'t str,
    span: Span,
    value: V,
}

impl<'t, V> Mention<'t, V> {
    /// `text` is the whole document.
    pub(crate) fn new(text: &'t str, span: Span, value: V) -> Self {
        Self { text: &text[span], span, value }
    }

    /// The bytes of the document that it covers.
    pub const fn span(&self) -> Span {
        self.span
    }

    /// The first byte of the document that it covers.
    pub const fn start(&self) -> usize {
        self.span.start()
    }

    /// The byte of the document after the last that it covers.
    pub const fn end(&self) -> usize {
        self.span.end()
    }

    /// The words of the document, unchanged.
    pub const fn text(&self) -> &'t str {
        self.text
    }

    /// What they say.
    pub const fn value(&self) -> &V {
        &self.value
    }

    /// What they say, by value.
    pub fn into_value(self) -> V {
        self.value
    }

    /// The same place with another value.
    pub fn map<W>(self, f: impl FnOnce(V) -> W) -> Mention<'t, W> {
        Mention { text: self.text, span: self.span, value: f(self.value) }
    }

    /// The same place with another value, if there is one.
    pub(crate) fn filter_map<W>(self, f: impl FnOnce(V) -> Option<W>) -> Option<Mention<'t, W>> {
        let Self { text, span, value } = self;
        f(value).map(|value| Mention { text, span, value })
    }

    /// The same with a text of its own, for those who outlive the document.
    pub fn into_owned(self) -> OwnedMention<V> {
        OwnedMention { text: self.text.to_owned(), span: self.span, value: self.value }
    }
}

impl<V: fmt::Display> fmt::Display for Mention<'_, V> {
    /// The words and their value: `2,5 procent [2.5 %]`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} [{}]", self.text, self.value)
    }
}

/// A [`Mention`] that owns its text: it can be kept, sent, and read back from its serialized form.
///
/// ```
/// use newsfacts::{Extractor, OwnedMention};
///
/// let kept: Vec<OwnedMention> = {
///     let text = String::from("Räntan steg till 2,5 procent.");
///     Extractor::new().facts(&text).map(|mention| mention.into_owned()).collect()
/// };
/// assert_eq!(kept[0].text(), "2,5 procent");
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct OwnedMention<V = Fact> {
    text: String,
    span: Span,
    value: V,
}

impl<V> OwnedMention<V> {
    /// The bytes of the document that it covers.
    pub const fn span(&self) -> Span {
        self.span
    }

    /// The words of the document, unchanged.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// What they say.
    pub const fn value(&self) -> &V {
        &self.value
    }

    /// What they say, by value.
    pub fn into_value(self) -> V {
        self.value
    }
}

impl<V> From<Mention<'_, V>> for OwnedMention<V> {
    fn from(mention: Mention<'_, V>) -> Self {
        mention.into_owned()
    }
}

/// `{"kind", "start", "end", "text", …}`: bytes, half-open; then the fields of the kind.
#[cfg(feature = "serde")]
impl<V: serde::Serialize> serde::Serialize for Mention<'_, V> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        Flat { start: self.span.start(), end: self.span.end(), text: self.text, value: &self.value }
            .serialize(serializer)
    }
}

/// It is written as a [`Mention`] is.
#[cfg(feature = "serde")]
impl<V: serde::Serialize> serde::Serialize for OwnedMention<V> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        Flat { start: self.span.start(), end: self.span.end(), text: &*self.text, value: &self.value }
            .serialize(serializer)
    }
}

#[cfg(feature = "serde")]
impl<'de, V: serde::Deserialize<'de>> serde::Deserialize<'de> for OwnedMention<V> {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let Flat { start, end, text, value } = Flat::<String, V>::deserialize(deserializer)?;
        Ok(Self { text, span: Span::new(start, end), value })
    }
}

/// A mention as it is written.
#[cfg(feature = "serde")]
#[derive(serde::Serialize, serde::Deserialize)]
struct Flat<T, V> {
    start: usize,
    end: usize,
    text: T,
    #[serde(flatten)]
    value: V,
}

/// A piece of a text: plain, or a mention. The pieces of a document, one after the other, are its text.
///
/// ```
/// use newsfacts::{Extractor, Segment};
///
/// let mut html = String::new();
/// for segment in Extractor::new().segments("Den kostar 5 miljoner euro i dag.") {
///     match segment {
///         Segment::Plain(text) => html += text,
///         Segment::Fact(mention) => html += &format!("<mark>{}</mark>", mention.text()),
///     }
/// }
/// assert_eq!(html, "Den kostar <mark>5 miljoner euro</mark> <mark>i dag</mark>.");
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Segment<'t> {
    /// Text between mentions; never empty.
    Plain(&'t str),
    /// A mention.
    Fact(Mention<'t, Fact>),
}

/// A plain piece as `{"text"}`, a mention as it is written everywhere.
#[cfg(feature = "serde")]
impl serde::Serialize for Segment<'_> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        #[derive(serde::Serialize)]
        struct Plain<'a> {
            text: &'a str,
        }
        match self {
            Self::Plain(text) => Plain { text }.serialize(serializer),
            Self::Fact(mention) => mention.serialize(serializer),
        }
    }
}

impl<'t> Segment<'t> {
    /// The piece as it stands in the document.
    pub const fn text(&self) -> &'t str {
        match self {
            Self::Plain(text) => text,
            Self::Fact(mention) => mention.text(),
        }
    }

    /// The piece as HTML: plain text as it is, a mention in a `<mark>` with its kind as class and its value as title.
    /// What means something in HTML is escaped.
    ///
    /// ```
    /// use newsfacts::Extractor;
    ///
    /// let segments = Extractor::new().segments("Räntan höjs <i>idag</i> med 0,25 %.");
    /// let html: String = segments.map(|segment| segment.html().to_string()).collect();
    /// assert!(html.ends_with("&lt;/i&gt; med <mark class=\"percent\" title=\"0.25%\">0,25 %</mark>."));
    /// ```
    pub fn html(&self) -> impl fmt::Display {
        SegmentHtml(self)
    }
}

struct SegmentHtml<'s, 't>(&'s Segment<'t>);

impl fmt::Display for SegmentHtml<'_, '_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            Segment::Plain(text) => escape(text, f),
            Segment::Fact(mention) => {
                write!(f, "<mark class=\"{}\" title=\"", mention.value.kind())?;
                escape(&mention.value.to_string(), f)?;
                f.write_str("\">")?;
                escape(mention.text, f)?;
                f.write_str("</mark>")
            }
        }
    }
}

/// Writes a text that has the same meaning between tags and in quotes.
fn escape(text: &str, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    for piece in text.split_inclusive(['&', '<', '>', '"']) {
        let plain = piece.trim_end_matches(['&', '<', '>', '"']);
        f.write_str(plain)?;
        f.write_str(match &piece[plain.len()..] {
            "&" => "&amp;",
            "<" => "&lt;",
            ">" => "&gt;",
            "\"" => "&quot;",
            _ => "",
        })?;
    }
    Ok(())
}
