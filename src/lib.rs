//! Dates, amounts of money, percentages and named officials in Chinese and Swedish news prose, as typed values with
//! true spans, in time linear in the text whatever the text holds.
//!
//! ```
//! use jiff::civil::date;
//! use newsfacts::{Document, Extractor};
//!
//! let extractor = Extractor::new(); // both languages, all kinds; built once a process, shared by threads
//! let text = "Regeringen lägger 1,4 miljarder kronor på skolan, sade utbildningsminister Karin Holm (L) i måndags.";
//! let doc = Document::new(text).with_published(date(2025, 8, 13));
//!
//! let money = extractor.money(&doc).next().unwrap();
//! assert_eq!(money.text(), "1,4 miljarder kronor");
//! assert_eq!(&text[money.span()], money.text());
//! assert_eq!(money.value().amount().to_string(), "1400000000");
//! assert_eq!(money.value().currency().code(), "SEK");
//!
//! let day = extractor.dates(&doc).next().unwrap();
//! assert_eq!((day.text(), day.value().timex()), ("i måndags", "2025-08-11".to_owned()));
//!
//! let minister = extractor.officials(&doc).next().unwrap();
//! assert_eq!(minister.value().name(), "Karin Holm");
//! assert_eq!(minister.value().offices()[0].title(), "utbildningsminister");
//! ```
//!
//! # Overview
//!
//! - An [`Extractor`] reads [`Document`]s: a text, and what is known about it. A `&str` is a document too.
//! - [`OwnedDocument`] is one that owns its text: read from bytes that are a text or a page, or from JSON.
//! - It gives iterators of [`Mention`]s: a [`Span`] (bytes, half-open, on the text that you gave), the words there, and
//!   the value: [`Date`](value::Date), [`Money`](value::Money), [`Percent`](value::Percent) or
//!   [`Official`](value::Official); or all of them as [`Fact`]s, disjoint and in order.
//! - [`Extractor::segments`] covers a text without gaps, for highlighting.
//! - [`Extractor::people`] gives each official of a document once, as a [`Person`] with every office and all mentions.
//!   Where a Chinese name ends is told by its characters, by what follows, and by other places where it stands: those of
//!   the paragraph for facts, those of the document for people.
//! - `Article` reads an HTML page, in any encoding, into such a document (feature `html`); see [Pages](#pages).
//! - [`ExtractorBuilder`] chooses languages and kinds, also those that are read on request only
//!   ([`Kind`]: fractions, lengths of time, recurrences, vague times, other roles), and adds rows of your own to the lexicons.
//!
//! # Dates depend on a reference
//!
//! Most dates of news carry no year. [`Document::published`] gives the reference for them, a dateline in the text
//! (新华社北京3月12日电) takes over from there on, and without either the value stays partial (`XXXX-12-05`) and says so:
//! a guess never looks like a date that was stated.
//!
//! # Another language
//!
//! A document that is [marked](Document::with_language) as one in another language ([`Language::Other`], a tag such as `nb`) gives no
//! facts, and no error. Without a mark a light check of the first characters ([`Language::of`]) tells Norwegian, Danish,
//! English, German, Finnish, Vietnamese, Japanese and some others from Swedish and Chinese;
//! [`Document::language_or_script`] says what a document is read as, and who knows better marks it.
//!
//! # Untrusted input
//!
//! Extraction never fails and never panics. The time it takes is linear in the length of the text, with windows
//! bounded in characters on every walk; tests count the characters looked at on hostile texts. Memory beside the text
//! does not grow with it: the iterators read some blocks (paragraphs) at a time, 36 KiB at most. A blank line is a wall
//! that no mention crosses, and no paragraph changes what is found in another; but a dateline gives the reference date
//! of those after it, and a region or money that the text has named tells what 元 is in them. A paragraph longer than
//! 32 KiB is cut after a line, a sentence, a comma or a word of its last half.
//!
//! Time and memory of `Article` are linear in the page within its `Limits`, which can be set: 16 MiB, 500,000 nodes, 512
//! levels of elements, 1,000 attributes of an element. What is beyond them is refused with an error that `is_limit`,
//! while the page is parsed, not after.
//!
//! | entry point | time and memory | what bounds it | what is refused |
//! | --- | --- | --- | --- |
//! | `facts`, `dates` and the like, `segments`, `people`, `explain` | linear in the text | every walk around a word is bounded | nothing: any text gives facts or none |
//! | `Article::from_html`, `ArticleOptions::read` | linear in the page | `Limits`: bytes, nodes, levels, attributes of a tag, looked at while the page is parsed | `Error::is_limit` |
//! | `Article::from_bytes`, `decode` | linear in the bytes | as above, before and after the encoding is undone | `Error::is_encoding`: bytes that are no text |
//! | `ArticleOptions::with_body` and the like | a second tree of the page, and what the selector costs | the limits; selectors are yours, not the page's | `Error::is_selector` |
//! | `ExtractorBuilder::lexicon` | once, when the extractor is built | rows are yours, not the text's | `Error::is_lexicon`, with table, line and column |
//!
//! There is no `unsafe` code in the crate, and nothing is fetched, executed or written.
//!
//! # Pages
//!
//! `Article::from_bytes` and `from_html` find the story of a page, its headline and its day of publication, without a
//! list of sites: the story is the element with the largest sum of prose, the headline is the heading that the page's
//! title confirms, and the day comes from the first place of a cascade that states one (`published_source` says
//! which). By-line, section and captions are kept apart. `ArticleOptions` takes CSS selectors from those who know
//! their pages.
//!
//! Any other reader of pages can be used: give its text to [`Document::new`], its date to [`Document::published`].
//! What a page reader tells beyond the text (the element of a byte) is then its own.
//!
//! ```
//! use jiff::civil::date;
//! use newsfacts::{Document, Extractor, Language};
//!
//! // Whatever your reader of pages gives you:
//! let (text, published) = ("Avtalet skrevs under i måndags.", Some(date(2025, 8, 13)));
//! let document = Document::new(text).with_published(published).with_language(Language::Swedish);
//! let day = Extractor::new().dates(&document).next().unwrap();
//! assert_eq!(day.value().timex(), "2025-08-11");
//! ```
//!
//! # Features
//!
//! - `html` (default): `Article`, `ArticleOptions`, `decode`, `is_html`.
//! - `serde` (default): `Serialize` for mentions, facts, values, people, segments and articles, in the form that the `extract`
//!   example writes, and `Deserialize` for all but the last three; `Deserialize` for `OwnedDocument`.
//!
//! # More
//!
//! [`_recipes`] are whole programs of a few lines: sorted dates, sums by currency, officials of a page, highlighting, a
//! folder in parallel, a round trip through JSON. [`_glossary`] says what the words of these docs mean, and [`Role`] lists all
//! roles of officials. The command `newsfacts` (`crates/newsfacts-cli`) does all of this without a program.
//!
//! [`_architecture`] shows the way of a text through the crate and what holds for its modules; [`_contributing`] says how to
//! add a word, a guard, a pattern, a currency, an office, a kind or a language.

#![cfg_attr(docsrs, feature(doc_cfg))]

#[cfg(feature = "html")]
mod article;
mod buffers;
mod claim;
mod detect;
mod document;
mod error;
mod explain;
mod extractor;
mod kind;
mod lang;
mod languages;
mod lexicon;
mod lexicon_table;
mod mention;
mod number;
mod offsets;
mod owned_document;
mod pattern;
mod people;
mod pipeline;
mod read;
mod resolve;
mod scan;
mod span;
mod text;
mod tsv;
pub mod value;

#[cfg(feature = "html")]
pub use article::{Article, ArticleOptions, Limits, PublishedSource, decode, is_html};
pub use document::{Document, Language, Region};
pub use error::Error;
pub use explain::Decision;
pub use extractor::{Extractor, ExtractorBuilder};
pub use lexicon_table::LexiconTable;
pub use mention::{Fact, Kind, Mention, OwnedMention, Segment};
pub use offsets::Offsets;
pub use owned_document::OwnedDocument;
pub use people::Person;
pub use read::{Facts, Mentions, Segments};
pub use span::Span;
pub use value::{Link, Role};

/// Dates and times of day in the interface are those of this crate.
pub use jiff;
/// Amounts are decimals of [`rust_decimal`].
pub use rust_decimal::Decimal;

#[doc = include_str!("../ARCHITECTURE.md")]
pub mod _architecture {}

#[doc = include_str!("../CONTRIBUTING.md")]
pub mod _contributing {}

#[doc = include_str!("docs/glossary.md")]
pub mod _glossary {}

#[cfg(all(feature = "html", feature = "serde"))]
#[doc = include_str!("docs/recipes.md")]
pub mod _recipes {}

/// The examples of the README are tests.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
