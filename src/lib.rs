//! Dates, amounts of money, percentages and named officials in Chinese and Swedish news prose, as typed values with
//! true spans.

#[cfg(feature = "html")]
mod article;
mod context;
mod error;
mod extractor;
mod kind;
mod lang;
mod lexicon;
mod mention;
mod number;
mod pattern;
mod resolve;
mod scan;
mod text;
pub mod value;

#[cfg(feature = "html")]
pub use article::Article;
pub use context::{Document, Language, Region};
pub use error::{Error, from_utf8, parse_date};
pub use extractor::{Extractor, ExtractorBuilder, Facts, Mentions, Segments};
pub use mention::{Fact, Kind, Mention, Segment, Span};
