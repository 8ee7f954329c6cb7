//! What a word beside a date can be to it, and what becomes of a reading.

use crate::{
    kind::guard::{ClassSet, classes},
    value::DateModifier,
};

classes! {
    /// The classes of the tables `date-guards`.
    DateClass {
        // Numbers.
        /// A number before the word counts it: *1500 meter*.
        Counted "counted",
        /// A number after the word is a count: *drygt 1500*, 近5年.
        Count "count",
        /// The whole of a number: a year, or a count: *hela 2024*, *hela 1950 personer*.
        Whole "whole",
        /// A noun in the plural, as far as its ending tells: *bilder*.
        Plural "plural",
        /// A number after the word is about right, a year as well as a count: *cirka 1500*.
        Rough "rough",
        /// A number after the word is a part of a name: *resolution 1325*.
        Title "title",
        /// A year or a day follows it: *sedan 1500*, 在5日.
        Leads "leads",
        /// A word of grammar, which counts nothing and is counted by nothing: *och*, *som*.
        Function "function",
        // What is told of the date.
        /// A date beside it comes again and again: *varje*, 每.
        Each "each",
        /// A year before our era: *f.Kr.*, 公元前.
        Bce "bce",
        /// Something is compared with the date: *jämfört med*, 比.
        Compared "compared",
        /// The date lies behind: *redan*, *daterad*, 早在.
        Behind "behind",
        /// The date is a limit, and lies ahead: *senast*, 截至.
        Limit "limit",
        /// A time is moved from one day to the other: *flyttas från torsdag till måndag*.
        Moves "moves",
        /// A feast, from which a day of the week is counted: *torsdagen efter midsommar*.
        Feast "feast",
        /// It names a day only where a word before it says which: *nästa årsskifte*.
        Indefinite "indefinite",
        /// A holiday behind it is that of another country or church: *norska nationaldagen*, 越南国庆节.
        Foreign "foreign",
        // Verbs.
        /// It has happened: *öppnades*, 已.
        Past "past",
        /// It is to happen: *ska*, *väntas*, 将.
        Plan "plan",
        /// An event that is told of in the present tense is to happen: *öppnar*, 举行.
        Event "event",
        /// A plan that is told of in the past tense; it says of neither: *planerades*.
        Planned "planned",
        /// It has happened before what is told: *har*.
        Perfect "perfect",
        /// The participle behind such a word: *beslutat*.
        Supine "supine",
        /// With 了 at the end of a clause it tells of what is about to be: 就要开学了.
        Imminent "imminent",
        /// It makes a state of the participle behind it: *vara inlämnade*.
        Copula "copula",
        /// It demands or allows what is to come: *måste*, 须.
        Must "must",
        /// A state, not an event: *finns*, 有.
        State "state",
        /// It is told or done on the very day: *presenterar*.
        Announces "announces",
        /// It stands before the verb: *inte*.
        Adverb "adverb",
        /// *Today* beside it means nowadays: *än i dag*.
        Nowadays "nowadays",
        // The clause.
        /// It opens a clause with a verb of its own: *att*, *som*.
        Opens "opens",
        /// It leads on to the next part of the sentence, or member of a list: *och*.
        Joins "joins",
        /// A date behind it belongs to a noun, not to the verb: *biljetter till festen den 3 mars*.
        Hangs "hangs",
        /// The same, but with something new behind it, it tells how or where the verb was done: *vid ett möte*.
        Manner "manner",
        /// It brings something new: *ett*.
        Article "article",
        /// Something ends with the date behind it: *till*.
        Bound "bound",
        /// Something begins with the date behind it: *från*.
        From "from",
        /// It points at the date behind it, and opens the clause with it: *även på måndagen*.
        Focus "focus",
        /// A season or other stretch of time behind it is a certain one: *under hösten*.
        Certain "certain",
        /// It may stand between a date and the word that is meant: *redan i mars*.
        Preposition "preposition",
        // The word that the date itself begins with.
        /// It names one day, not any such day: *onsdagen*.
        Definite "definite",
        /// The name of something else, with a capital: *Mars*.
        Planet "planet",
        /// A first name as well, with a capital: *Maj*.
        Forename "forename",
        /// It may mean something else: *i vår familj*.
        Homonym "homonym",
        /// The day of writing, or nowadays: *i dag*.
        Today "today",
        /// With a number behind it, it counts classes of a school: *i år 9*.
        School "school",
        /// The turn of the year, which is the end of one and the start of another.
        Turn "turn",
        /// It names the next one, unless a year follows: *till våren*.
        Towards "towards",
        /// The first or second of anything: *den andra*.
        First "first",
        // Chinese: words joined to numbers without a space.
        /// A number before it is a length of time: 三日之内; days after it are a length: 隔离5日.
        Length "length",
        /// A number of years before it is a length, if it may be one: 1500年历史.
        Age "age",
        /// Years in its clause tell how far two things lie apart: 晚于.
        Apart "apart",
        /// A day or month before it is a length, a year a year: 三日内, 2025年内.
        Within "within",
        /// It begins in the date and goes on behind it: 3日本人; or the other way round.
        Compound "compound",
        /// It is several, so that 周一 after it counts weeks: 数周一次.
        Several "several",
        /// A short year after it is one before our era: 前44年.
        ShortBce "short-bce",
        /// A number after it is a member of a row: 第三日.
        Ordinal "ordinal",
        /// What follows is the rest of a longer date: 年三月.
        Rest "rest",
        /// The sign of a part of a date: 日.
        Sign "sign",
        /// It points at a day without naming it: 某一日.
        Determiner "determiner",
        /// What is counted after a number, so that 周一 before it counts weeks: 两周一次.
        Counter "counter",
        /// What is shared out or voted on: 2/3多数.
        Share "share",
        /// What is named by a letter and a digit: Q3车型.
        Model "model",
        /// One day before it is a rate: 一日限购两盒.
        Rate "rate",
        /// After a day of a headline in one character: 今起, 明抵京.
        Headline "headline",
        /// After a character that is no day of a headline: 昨非.
        Denied "denied",
        /// 今天 before it means nowadays: 今天的年轻人.
        Generic "generic",
        /// A house is closed on the day before it, each week: 周一闭馆.
        Closed "closed",
        /// It tells of opening hours.
        Hours "hours",
        /// It tells of a statistic: 前五个月同比.
        Statistic "statistic",
        /// A holiday that each country keeps on its own day: 国庆节.
        National "national",
        /// Its holidays lie on other days: 东正教.
        OtherChurch "other-church",
        /// It names a date only with what follows: 当年 of 当年7月.
        Attributive "attributive",
        /// A word of Taiwan, whose years may be those of the Republic.
        Taiwan "taiwan",
        /// A length of time behind it counts from what has happened: 结束两天后.
        Happened "happened",
        /// It tells of television, whose seasons are counted like quarters.
        Show "show",
        /// What a dateline ends in: 电.
        Wire "wire",
        /// What sends news: 社.
        Agency "agency",
        /// With 才, a date behind it is no end: 直到去年才.
        Till "till",
        /// The word that says so: 才.
        Late "late",
        // Modifiers of the value.
        Since "since",
        Start "start",
        Mid "mid",
        End "end",
        Earlier "earlier",
        Later "later",
        About "about",
        Until "until",
    }
}

/// The modifier that a word beside a date gives it.
pub(crate) fn modifier(classes: ClassSet<DateClass>) -> Option<DateModifier> {
    const MODIFIERS: [(DateClass, DateModifier); 8] = [
        (DateClass::Since, DateModifier::Since),
        (DateClass::Start, DateModifier::Start),
        (DateClass::Mid, DateModifier::Mid),
        (DateClass::End, DateModifier::End),
        (DateClass::Earlier, DateModifier::Before),
        (DateClass::Later, DateModifier::After),
        (DateClass::About, DateModifier::Approximate),
        (DateClass::Until, DateModifier::Until),
    ];
    MODIFIERS.iter().find(|(class, _)| classes.has(*class)).map(|(_, modifier)| *modifier)
}

/// Declares the verdicts, each with its name.
macro_rules! verdicts {
    ($($(#[$doc:meta])* $name:ident $text:literal),* $(,)?) => {
        /// What becomes of a reading, and why.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub(crate) enum Verdict { $($(#[$doc])* $name),* }

        impl Verdict {
            pub(crate) const fn name(self) -> &'static str {
                match self { $(Self::$name => $text),* }
            }
        }
    };
}

verdicts! {
    /// It is a date.
    Taken "taken",
    /// A length of time: 为期三日.
    Length "length",
    /// A member of a row, not a day: *den sjunde löparen*.
    Ordinal "ordinal",
    /// A number of something: *2000 kronor*.
    Counted "counted",
    /// A part of a longer word or number: *11 september-attackerna*.
    Compound "compound",
    /// It comes again and again: *varje måndag*.
    Recurring "recurring",
    /// A year before our era.
    Bce "bce",
    /// The same, or a length of time: 前44年.
    PerhapsBce "perhaps-bce",
    /// A part of a name: *resolution 1325*, Mars the planet.
    Name "name",
    /// A word that means something else here: *i vår familj*.
    Homonym "homonym",
    /// A part of a longer date or number, which is read from another place or cannot be read: *till* of *till våren 2027*.
    Partial "partial",
    /// A day of another country or church, which is another one: 越南国庆节.
    Foreign "foreign",
    /// The words do not say when: *året efter*, *i dag* for nowadays.
    Vague "vague",
    /// A year stands behind it that cannot be read: *den 5 maj 10000*.
    UnreadYear "unread-year",
}

impl Verdict {
    pub(crate) fn taken(self) -> bool {
        self == Self::Taken
    }

    /// The first verdict of several that does not take the reading.
    pub(crate) fn and(self, next: impl FnOnce() -> Self) -> Self {
        if self.taken() { next() } else { self }
    }
}
