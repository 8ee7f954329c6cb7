//! The extractor: built once, shared by all threads.

use crate::{
    Decision, Document, Error, Fact, Kind, Language, LexiconTable,
    buffers::Pool,
    error::ErrorKind,
    kind,
    languages::pack,
    lexicon::{Lexicon, Table, TableSet},
    people::{self, Person},
    pipeline::{Pipeline, Pipelines, Reading},
    read::{Facts, Mentions, Segments},
    scan::Anchors,
    text::Block,
    value::{self, Date, Fraction, Money, Official, Percent, Recurrence, VagueTime},
};
use once_cell::sync::Lazy;
use std::{borrow::Cow, fmt, sync::Arc};

/// Finds facts in documents.
///
/// What reads a language is made when its first text comes, some four to five milliseconds; what reads officials when the first text
/// comes that may name one, as long again. With rows of yours, which may be wrong, all is made when the extractor is built. The
/// default extractor is one for the whole process, so that [`Extractor::new`] is free. An extractor holds no state of any
/// document, is `Send + Sync`, and its clones share everything.
///
/// ```
/// use newsfacts::{Extractor, Fact};
///
/// let extractor = Extractor::new();
/// for fact in extractor.facts("Räntan höjs med 0,25 procentenheter den 5 mars 2025.") {
///     println!("{:?} {} {}", fact.span(), fact.text(), fact.value());
/// }
/// ```
///
/// Each kind has an iterator of its own, whose values need no match:
///
/// ```
/// use newsfacts::{Extractor, Kind};
///
/// let text = "Finansminister Eva Lindholm sade den 5 maj 2025 att 3 procent, 12 miljoner euro, räcker.";
/// let extractor = Extractor::new();
/// assert_eq!(extractor.dates(text).next().unwrap().value().timex(), "2025-05-05");
/// assert_eq!(extractor.money(text).next().unwrap().value().currency().code(), "EUR");
/// assert_eq!(extractor.percents(text).next().unwrap().value().to_string(), "3%");
/// assert_eq!(extractor.officials(text).next().unwrap().value().name(), "Eva Lindholm");
///
/// let text = "Hälften väntade i fyra dagar, sade tränaren Ulf Berg nyligen. De möts varje tisdag.";
/// let extractor = Extractor::also([Kind::Fraction, Kind::Duration, Kind::Recurrence, Kind::VagueTime, Kind::Role]);
/// assert_eq!(extractor.fractions(text).next().unwrap().value().to_string(), "1/2");
/// assert_eq!(extractor.durations(text).next().unwrap().value().timex(), "P4D");
/// assert_eq!(extractor.recurrences(text).next().unwrap().value().timex(), "XXXX-WXX-2");
/// assert_eq!(extractor.vague_times(text).next().unwrap().value().timex(), "PAST_REF");
/// assert_eq!(extractor.roles(text).next().unwrap().value().name(), "Ulf Berg");
/// ```
#[derive(Clone)]
pub struct Extractor {
    pipelines: Arc<Pipelines>,
}

static DEFAULT: Lazy<Extractor> = Lazy::new(|| Extractor::also([]));

impl fmt::Debug for Extractor {
    /// One line: the languages and kinds.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.pipelines, f)
    }
}

impl Default for Extractor {
    fn default() -> Self {
        Self::new()
    }
}

impl Extractor {
    /// The extractor of all languages and the [default kinds](Kind::DEFAULT), with the crate's own lexicons.
    pub fn new() -> Self {
        DEFAULT.clone()
    }

    /// The extractor of all languages, the [default kinds](Kind::DEFAULT) and these too; the same as
    /// [`ExtractorBuilder::also`] with nothing else asked for.
    ///
    /// ```
    /// use newsfacts::{Extractor, Kind};
    ///
    /// let extractor = Extractor::also([Kind::Fraction]);
    /// let text = "Två tredjedelar röstade för den 5 maj 2025.";
    /// assert_eq!(extractor.facts(text).count(), 2);
    /// ```
    pub fn also(kinds: impl IntoIterator<Item = Kind>) -> Self {
        Self::builder().also(kinds).build().expect("only rows of a user can be wrong, and there are none")
    }

    /// For an extractor of some languages or kinds, or with more words.
    pub fn builder() -> ExtractorBuilder {
        ExtractorBuilder {
            languages: Language::ALL.to_vec(),
            kinds: Kind::DEFAULT.to_vec(),
            rows: Vec::new(),
            figureless: false,
        }
    }

    /// All facts of a document in the order of the text, disjoint: where two kinds claim a piece of text, the longest
    /// claim wins, then the earliest, then the kind in the order of [`Kind`].
    pub fn facts<'t>(&self, document: impl Into<Document<'t>>) -> Facts<'t> {
        Facts::new(self.pipelines.clone(), document.into())
    }

    /// The dates of a document: those of [`facts`](Self::facts), as with all iterators of a kind. What another kind takes
    /// (the month in a name) is no date here either, so all kinds of the extractor are read. One that is
    /// [built](Self::builder) for a single kind is faster, and cannot know what other kinds would have taken: it gives
    /// those places too.
    ///
    /// ```
    /// use newsfacts::{Extractor, Kind};
    ///
    /// let text = "Det sade finansministern den 5 maj 2025, enligt avtalet om 5 miljoner kronor.";
    /// let extractor = Extractor::new();
    /// let dates: Vec<_> = extractor.facts(text).filter(|m| m.value().kind() == Kind::Date).map(|m| m.span()).collect();
    /// assert!(extractor.dates(text).map(|m| m.span()).eq(dates));
    /// ```
    pub fn dates<'t>(&self, document: impl Into<Document<'t>>) -> Mentions<'t, Date> {
        self.of_kind(document, |fact| match fact {
            Fact::Date(v) => Some(v),
            _ => None,
        })
    }

    /// The amounts of money of a document.
    pub fn money<'t>(&self, document: impl Into<Document<'t>>) -> Mentions<'t, Money> {
        self.of_kind(document, |fact| match fact {
            Fact::Money(v) => Some(v),
            _ => None,
        })
    }

    /// The percentages, percentage points, permilles and basis points of a document.
    pub fn percents<'t>(&self, document: impl Into<Document<'t>>) -> Mentions<'t, Percent> {
        self.of_kind(document, |fact| match fact {
            Fact::Percent(v) => Some(v),
            _ => None,
        })
    }

    /// The persons named with a public office in a document.
    pub fn officials<'t>(&self, document: impl Into<Document<'t>>) -> Mentions<'t, Official> {
        self.of_kind(document, |fact| match fact {
            Fact::Official(v) => Some(v),
            _ => None,
        })
    }

    /// The fractions and multiples of a document. This and the iterators below give nothing unless the extractor reads
    /// their kind: [`Extractor::also`].
    pub fn fractions<'t>(&self, document: impl Into<Document<'t>>) -> Mentions<'t, Fraction> {
        self.of_kind(document, |fact| match fact {
            Fact::Fraction(v) => Some(v),
            _ => None,
        })
    }

    /// The lengths of time of a document, read on request.
    pub fn durations<'t>(&self, document: impl Into<Document<'t>>) -> Mentions<'t, value::Duration> {
        self.of_kind(document, |fact| match fact {
            Fact::Duration(v) => Some(v),
            _ => None,
        })
    }

    /// The times of a document that come again, read on request.
    pub fn recurrences<'t>(&self, document: impl Into<Document<'t>>) -> Mentions<'t, Recurrence> {
        self.of_kind(document, |fact| match fact {
            Fact::Recurrence(v) => Some(v),
            _ => None,
        })
    }

    /// The times of a document that no calendar fixes, read on request.
    pub fn vague_times<'t>(&self, document: impl Into<Document<'t>>) -> Mentions<'t, VagueTime> {
        self.of_kind(document, |fact| match fact {
            Fact::VagueTime(v) => Some(v),
            _ => None,
        })
    }

    /// The persons named in a document with a role that is no public office, read on request.
    ///
    /// ```
    /// use newsfacts::{Extractor, Kind};
    ///
    /// let extractor = Extractor::also([Kind::Role]);
    /// let coach = extractor.roles("Det sade tränaren Ulf Berg.").next().unwrap();
    /// assert_eq!(coach.value().name(), "Ulf Berg");
    /// ```
    pub fn roles<'t>(&self, document: impl Into<Document<'t>>) -> Mentions<'t, Official> {
        self.of_kind(document, |fact| match fact {
            Fact::Role(v) => Some(v),
            _ => None,
        })
    }

    /// The whole document in pieces, mentions and the text between them: one after the other they are its text.
    ///
    /// ```
    /// use newsfacts::Extractor;
    ///
    /// let text = "Det kostar 5 miljoner kronor.";
    /// let cover: String = Extractor::new().segments(text).map(|s| s.text()).collect();
    /// assert_eq!(cover, text);
    /// ```
    pub fn segments<'t>(&self, document: impl Into<Document<'t>>) -> Segments<'t> {
        let document = document.into();
        Segments { text: document.text(), at: 0, facts: self.facts(document), next: None }
    }

    /// The officials of a document, each once, with every office and all mentions: names beside an office, later full
    /// names and parts of names alone, and titles alone that only one of them holds.
    ///
    /// Unlike the iterators this reads the whole document before it answers. The time is linear in its length. Where a
    /// Chinese name ends may be told by another paragraph, so a name can be righter here than in
    /// [`Extractor::officials`], or be found here alone.
    ///
    /// ```
    /// use newsfacts::Extractor;
    ///
    /// let text = "Finansminister Eva Lindholm höjer prognosen. Lindholm räknar med 2 procent.";
    /// let people = Extractor::new().people(text);
    /// assert_eq!((people.len(), people[0].mentions().len()), (1, 2));
    /// ```
    pub fn people<'t>(&self, document: impl Into<Document<'t>>) -> Vec<Person<'t>> {
        self.link(&document.into())
    }

    /// What the kinds considered in a document and why they took it or dropped it: for those who write rules.
    ///
    /// ```
    /// use newsfacts::Extractor;
    ///
    /// let text = "Det tog tre år.";
    /// for decision in Extractor::new().explain(text) {
    ///     println!("{} {}: {}", decision.kind, &text[decision.span], decision.verdict);
    /// }
    /// ```
    pub fn explain<'t>(&self, document: impl Into<Document<'t>>) -> Vec<Decision> {
        self.facts(document).decisions()
    }

    fn of_kind<'t, V>(
        &self,
        document: impl Into<Document<'t>>,
        pick: fn(Fact) -> Option<V>,
    ) -> Mentions<'t, V> {
        Mentions { facts: self.facts(document), pick }
    }

    /// Reads a document for [`Extractor::people`].
    fn link<'t>(&self, document: &Document<'t>) -> Vec<Person<'t>> {
        let language = document.language_or_script();
        let Some(pipeline) = self.pipelines.pipeline(language) else { return Vec::new() };
        let Some(officials) = &pipeline.officials else { return Vec::new() };
        let linker = officials.get(&pipeline.lexicon);
        let text = document.text();
        let (named, noted) = self.facts(document).officials_at_large();
        people::collect(named, document, &**linker, &pipeline.lexicon, |take| {
            let mut block = Block::new(text).spaced(pipeline.spaced);
            for (span, hits) in noted.blocks() {
                block.read(span);
                take(&block, hits);
            }
        })
    }
}

/// Says what an [`Extractor`] shall read; see [`Extractor::builder`].
///
/// ```
/// use newsfacts::{Extractor, ExtractorBuilder, Kind, Language};
///
/// let builder: ExtractorBuilder = Extractor::builder().languages([Language::Swedish]).kinds([Kind::Percent]);
/// let extractor = builder.build().unwrap();
/// assert_eq!(extractor.facts("Andelen är 12 procent, 5 mars.").count(), 1);
/// ```
#[derive(Debug, Clone)]
#[must_use]
pub struct ExtractorBuilder {
    languages: Vec<Language>,
    kinds: Vec<Kind>,
    rows: Vec<(Language, LexiconTable, String)>,
    figureless: bool,
}

impl ExtractorBuilder {
    /// Only these languages; a document in another gives no facts.
    pub fn languages(mut self, languages: impl IntoIterator<Item = Language>) -> Self {
        self.languages = languages.into_iter().collect();
        self
    }

    /// Only these kinds; also those that are read on request only.
    pub fn kinds(mut self, kinds: impl IntoIterator<Item = Kind>) -> Self {
        self.kinds = kinds.into_iter().collect();
        self.kinds.sort();
        self.kinds.dedup();
        self
    }

    /// These kinds too, beside those chosen so far: at first the [default ones](Kind::DEFAULT).
    ///
    /// ```
    /// use newsfacts::{Extractor, Kind};
    ///
    /// let extractor = Extractor::builder().also([Kind::Duration]).build()?;
    /// assert_eq!(extractor.facts("Mötet den 5 maj 2025 tog tre timmar.").count(), 2);
    /// # Ok::<(), newsfacts::Error>(())
    /// ```
    pub fn also(self, kinds: impl IntoIterator<Item = Kind>) -> Self {
        let chosen = self.kinds.clone();
        self.kinds(chosen.into_iter().chain(kinds))
    }

    /// Whether amounts of money that name no figure but an order of magnitude are read too: *flera miljoner kronor*,
    /// 数十亿元. They are not, unless this asks for them: nobody stated their figure. Then they are
    /// [vague](crate::value::Modifier::Vague) ranges, from the order that is named to the next.
    ///
    /// ```
    /// use newsfacts::Extractor;
    ///
    /// let text = "Skadorna kostade flera miljoner kronor.";
    /// assert_eq!(Extractor::new().money(text).count(), 0);
    /// let extractor = Extractor::builder().amounts_without_figure(true).build()?;
    /// assert_eq!(extractor.money(text).next().unwrap().value().to_string(), "≳1000000–10000000 SEK");
    /// # Ok::<(), newsfacts::Error>(())
    /// ```
    pub fn amounts_without_figure(mut self, wanted: bool) -> Self {
        self.figureless = wanted;
        self
    }

    /// Adds rows to a table of a language; see [`LexiconTable`] for their columns. A form that the table already has
    /// takes the new meaning.
    ///
    /// ```
    /// use newsfacts::{Extractor, Language, LexiconTable};
    ///
    /// let rows = "form\tcode\tfactor\nriksdaler\tSEK\t\nskilling\tSEK\t0.01";
    /// let extractor = Extractor::builder().lexicon(Language::Swedish, LexiconTable::Currencies, rows).build()?;
    /// assert_eq!(extractor.money("Den kostar 5 skilling.").next().unwrap().value().to_string(), "0.05 SEK");
    /// # Ok::<(), newsfacts::Error>(())
    /// ```
    pub fn lexicon(mut self, language: Language, table: LexiconTable, rows: &str) -> Self {
        self.rows.push((language, table, rows.to_owned()));
        self
    }

    /// Builds the extractor.
    ///
    /// # Errors
    ///
    /// If [`Language::Other`] is among the languages, if rows were added to a table that the language does not have or that no kind reads, to a language that is not
    /// read, or if a row cannot be read; the error says which table, line and column.
    pub fn build(&self) -> Result<Extractor, Error> {
        if let Some((language, table, _)) = self.rows.iter().find(|(l, ..)| !self.languages.contains(l)) {
            return Err(Error::lexicon(
                table.name(),
                1,
                "",
                format!("rows for `{language}`, which is not read"),
            ));
        }
        let readings = self.languages.iter().map(|&language| Ok((language, self.reading(language)?)));
        let languages = readings.collect::<Result<Vec<_>, Error>>()?;
        Ok(Extractor {
            pipelines: Arc::new(Pipelines {
                languages,
                kinds: self.kinds.clone(),
                figureless: self.figureless,
                buffers: Pool::default(),
            }),
        })
    }
}

impl ExtractorBuilder {
    /// With rows of a user, which may be wrong, all is made at once; the crate's own are known to be right.
    fn reading(&self, language: Language) -> Result<Reading, Error> {
        if pack(language).is_none() || self.rows.iter().any(|(of, ..)| *of == language) {
            let pipeline = self.pipeline(language)?;
            return Ok(Reading::new(Box::new(move || pipeline)));
        }
        let own = Self { rows: Vec::new(), ..self.clone() };
        Ok(Reading::new(Box::new(move || {
            own.pipeline(language).expect("the crate's own tables are checked by its tests")
        })))
    }

    fn pipeline(&self, language: Language) -> Result<Pipeline, Error> {
        let pack = pack(language).ok_or_else(|| ErrorKind::Language(language.code().into()))?;
        let mut user = Vec::new();
        for (_, table, rows) in self.rows.iter().filter(|(l, ..)| *l == language) {
            user.push((table.table(), Cow::Owned(rows.clone())));
        }
        let spared = |table: Table| {
            kind::ON_REQUEST.iter().any(|&(kind, of_kind)| of_kind == table && !self.kinds.contains(&kind))
        };
        let own = pack.tables.iter().filter(|&&(table, _)| !spared(table));
        let tables = TableSet::of(&own.clone().map(|&(table, _)| table).collect::<Vec<_>>());
        let own = own.map(|&(table, source)| (table, Cow::Borrowed(source)));
        let lexicon = Lexicon::with_rows(own, &user)?;
        let anchors = Anchors::new(&lexicon, pack.anchors, tables);
        let officials = kind::officials(pack, &lexicon, &self.kinds)?;
        let finders = kind::finders(pack, &lexicon, &self.kinds, officials.as_ref())?;
        let wanted = anchors.wanted_by(&finders.iter().map(|f| f.tables).collect::<Vec<_>>());
        Ok(Pipeline { spaced: pack.spaced, lexicon, anchors, finders, wanted, officials })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::steps;

    /// A process that reads one language does not pay for the other, and a text pays for what it may hold.
    #[test]
    fn what_no_text_needs_is_not_made() {
        let extractor = Extractor::also([]);
        for (language, plain, named) in [
            (Language::Swedish, "Räntan höjs den 5 mars.", "Det sade statsminister Ulf Berg."),
            (Language::Chinese, "利率3月5日上调。", "国家主席陈文光到访。"),
        ] {
            let made = || {
                let pipelines = &extractor.pipelines.languages;
                let reading = pipelines.iter().find_map(|(of, reading)| (*of == language).then_some(reading));
                let lexicon = reading.and_then(Lazy::get).map(|pipeline| &pipeline.lexicon);
                [Table::Months, Table::AmountGuards, Table::NameWords]
                    .map(|table| lexicon.is_some_and(|lexicon| lexicon.has_read(table)))
            };
            let read = |text| extractor.facts(Document::new(text).with_language(language)).count();
            assert_eq!(made(), [false; 3]);
            assert_eq!((read(plain), made()), (1, [true, false, false]));
            assert_eq!((read(named), made()[2]), (1, true));
        }
    }

    /// Characters that all finders together may look at for each byte of a text. Windows are bounded, so this is a
    /// constant; it is counted, not timed.
    const STEPS_A_BYTE: u64 = 400;

    /// Units that, repeated, send naive extractors back and forth over the text.
    const HOSTILE: &[&str] = &[
        "1",
        "1 ",
        "1,",
        "1.",
        "年",
        "1年",
        "万",
        "一",
        "百分之",
        "从1到",
        "5%",
        "%",
        "元",
        "1元至",
        "3月",
        "、3月5日",
        "上",
        "前副",
        "部长",
        "主席、",
        "李",
        "总理胡学会同",
        "首相阮文成为、",
        "·",
        "克林顿·",
        "总统总统",
        "部长拉",
        "$1",
        "捷克五$",
        "，说",
        "《",
        "（",
        "en ",
        "dong",
        "5 öre ",
        "hösten 2020 ",
        "tjugo",
        "tjugotvå",
        "kronor",
        "miljoner ",
        "1 000 ",
        "den ",
        "den 5 mars ",
        "mars",
        "i ",
        "och ",
        "vice ",
        "minister",
        "ministern ",
        "X, ",
        "Anna ",
        "Anna-",
        "von ",
        "chef för ",
        "ordförande i ",
        "Sveriges ",
        "(S) ",
        "procent",
        "5–",
        "–",
        "från 1 till ",
        "mellan 1 och ",
        "\n",
        " ",
        "\u{AD}",
        "a\u{301}",
        "a",
        "１",
        "ö",
        "𠀀",
        "",
    ];

    #[test]
    fn time_is_linear_on_hostile_texts() {
        let extractor = Extractor::new();
        for unit in HOSTILE.iter().filter(|u| !u.is_empty()) {
            for &language in Language::ALL {
                let count = |bytes: usize| {
                    let text = unit.repeat(bytes / unit.len());
                    steps::take();
                    extractor.facts(Document::new(&text).with_language(language)).count();
                    steps::take()
                };
                let (small, large) = (count(20_000), count(80_000));
                assert!(
                    large <= STEPS_A_BYTE * 80_000,
                    "{language}, {unit:?} repeated: {} characters looked at for each byte",
                    large / 80_000
                );
                assert!(
                    large <= 5 * small.max(1000),
                    "{language}, {unit:?}: {small} steps grew to {large} on four times the text"
                );
            }
        }
    }
}
