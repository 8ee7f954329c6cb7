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
        // The clause.
        /// It opens a clause with a verb of its own: *att*, *som*.
        Opens "opens",
        /// It leads on to the next part of the sentence, or member of a list: *och*.
        Joins "joins",
        /// A date behind it belongs to a noun, not to the verb: *biljetter till festen den 3 mars*.
        Hangs "hangs",
        /// Something begins or ends with the date behind it: *till*, *från*.
        Bound "bound",
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
        /// With a number behind it, it counts classes of a school: *i år 9*.
        School "school",
        /// The turn of the year, which is the end of one and the start of another.
        Turn "turn",
        /// It names the next one, unless a year follows: *till våren*.
        Towards "towards",
        /// The first or second of anything: *den andra*.
        First "first",
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
    /// A part of a name: *resolution 1325*, Mars the planet.
    Name "name",
    /// A word that means something else here: *i vår familj*.
    Homonym "homonym",
    /// A part of a longer date, which is read from another place: *till* of *till våren 2027*.
    Partial "partial",
    /// The words do not say when: *året efter*, *i dag* for nowadays.
    Vague "vague",
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
