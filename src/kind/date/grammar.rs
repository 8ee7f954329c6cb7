//! Small words of grammar that the readers of dates look for: table `date-words`.

use crate::{
    Error,
    kind::guard::{Class, ClassSet, class_set, classes},
    lexicon::{Lexicon, Table},
    text::{Block, lower},
};

classes! {
    /// What a word is in a date.
    DateWord {
        /// Between the two ends of a range: *till och med*.
        Range "range",
        /// It is so behind a word that announces two ends: *och* behind *mellan*.
        RangeAfter "range-after",
        /// That word: *mellan*.
        Between "between",
        /// Between the members of a list: *och*.
        List "list",
        // Before a day of the week.
        /// With the linking letter behind the day it names the last one: *i måndags*.
        PastWeekday "past-weekday",
        /// The last one: *förra*.
        LastWeekday "last-weekday",
        /// The next one: *nästa*.
        NextWeekday "next-weekday",
        /// That of this week: *denna*.
        ThisWeekday "this-weekday",
        /// A day without an article behind it lies ahead: *på*, *senast*.
        Coming "coming",
        /// A night whose day does not: *natten till*.
        NightTo "night-to",
        // Endings of a day of the week.
        /// It names one day: *-en*.
        Definite "definite",
        /// Before a part of the day: the *s* of *tisdagskväll*.
        Link "link",
        // Figures.
        /// Behind a number that is an ordinal: *:a*.
        OrdinalEnding "ordinal-ending",
        /// Figures behind it are a day: the *den* of *den 20/5*.
        DayLead "day-lead",
        /// A day of the week by another word: *dagen*. The words of `weekdays` are such, too.
        Weekday "weekday",
        /// Figures behind it are a day that bounds a time: *senast 16/4*.
        Limit "limit",
        /// The same, but they may be a fraction.
        LooseLimit "loose-limit",
        /// Figures before it are a fraction: *del*.
        PartOf "part-of",
        /// Before the number of a quarter, or of a half year: *kvartal tre*.
        QuarterHead "quarter-head",
        HalfHead "half-head",
        /// A year behind it is the year of a quarter or half: *kvartalet*.
        PeriodHead "period-head",
        /// What such a year ends in, where it counts from an event: the *efter* of *året efter*.
        FromEvent "from-event",
        /// Before an hour: *klockan*.
        Clock "clock",
        /// The year of the reference date, where parts of it are counted: *årets*.
        ThisYear "this-year",
        /// It leads on to two times that lie apart: *från klockan 9 till 11*.
        ClockFrom "clock-from",
        /// A length of time behind it, with the word for *ago*, counts back from now: *är tre år sedan*.
        AgoLead "ago-lead",
        /// Between such a word and the length: *är drygt tre år sedan*.
        AgoAdverb "ago-adverb",
        /// Joined to an hour: *-tiden*.
        ClockEnding "clock-ending",
        /// A part of the day behind a day: *på måndag kväll*.
        BarePart "bare-part",
        // Decades.
        /// Behind the figures of a decade: *-talet*.
        DecadeEnding "decade-ending",
        /// The same, which may count: *ett 20-tal*.
        DecadeCount "decade-count",
        /// Before such a one it does not: *sent*.
        DecadePart "decade-part",
        /// What nouns in the plural end in, which a decade before them counts.
        Plural "plural",
        /// Words that end so and are none.
        NotPlural "not-plural",
        /// Before our era, and in it.
        Bce "bce",
        Ce "ce",
        // Lengths of time.
        /// It makes a half of one: *ett halvt*.
        Half "half",
        /// It makes two of one: *ett par*.
        Pair "pair",
        /// It adds a half: *och ett halvt*.
        AndHalf "and-half",
        // Verbs that no table knows.
        /// What infinitives end in, and what looks like that and is none.
        Infinitive "infinitive",
        NotInfinitive "not-infinitive",
        /// What the present tense ends in.
        Present "present",
        /// A numeral below a hundred and one, in `numerals`.
        Numeral "numeral",
    }
}

/// A word, in lower case.
type Word = Box<[char]>;

/// The words of each class.
#[derive(Debug)]
pub(crate) struct Grammar {
    /// By class; the longest first.
    words: Vec<Vec<Word>>,
}

impl Grammar {
    pub(super) fn new(lexicon: &Lexicon) -> Result<Self, Error> {
        let mut words: Vec<Vec<Word>> = vec![Vec::new(); DateWord::ALL.len()];
        for form in lexicon.forms() {
            let row = lexicon.rows(form.table).row(form.row);
            let classes = match form.table {
                Table::DateWords => class_set(&row, "classes", row.get("classes"))?,
                Table::Weekdays => ClassSet::of(&[DateWord::Weekday]),
                Table::Numerals if matches!(row.get("class"), "unit" | "teen" | "tens" | "hundred") => {
                    ClassSet::of(&[DateWord::Numeral])
                }
                _ => continue,
            };
            let chars = lexicon.chars(form);
            // An ending is written with a hyphen before it.
            let chars = chars.strip_prefix(&['-']).unwrap_or(chars);
            for class in DateWord::ALL.iter().filter(|c| classes.has(**c)) {
                words[class.number() as usize].push(chars.iter().map(|&c| lower(c)).collect());
            }
        }
        words.iter_mut().for_each(|words| words.sort_by_key(|w| std::cmp::Reverse(w.len())));
        Ok(Self { words })
    }

    /// The words of a class, the longest first.
    pub(crate) fn of(&self, class: DateWord) -> &[Word] {
        &self.words[class.number() as usize]
    }

    /// Where the words of a class that start at a place end, the longest first.
    pub(crate) fn at<'a>(
        &'a self,
        class: DateWord,
        block: &'a Block<'_>,
        at: usize,
    ) -> impl Iterator<Item = usize> + 'a {
        let stands = move |word: &&Word| word.iter().enumerate().all(|(i, &c)| lower(block.get(at + i)) == c);
        self.of(class).iter().filter(stands).map(move |word| at + word.len())
    }

    /// The end of the whole word of a class that starts at a place.
    pub(crate) fn word(&self, class: DateWord, block: &Block<'_>, at: usize) -> Option<usize> {
        self.at(class, block, at).find(|&end| block.word_ends(end))
    }

    /// The end of the word of a class that starts at a place, and of the space behind it.
    pub(crate) fn lead(&self, class: DateWord, block: &Block<'_>, at: usize) -> Option<usize> {
        self.at(class, block, at).find(|&end| block.get(end) == ' ').map(|end| end + 1)
    }

    /// Whether a word of one of the classes, with no letter joined to it, and a space stand before a place.
    pub(crate) fn before(&self, classes: &[DateWord], block: &Block<'_>, at: usize) -> bool {
        if at == 0 || block.get(at - 1) != ' ' {
            return false;
        }
        // Compared from the end, where most differ.
        let stands = |word: &Word| {
            let mut start = at - 1;
            for &c in word.iter().rev() {
                if start == 0 || lower(block.get(start - 1)) != c {
                    return false;
                }
                start -= 1;
            }
            block.word_starts(start)
        };
        classes.iter().any(|class| self.of(*class).iter().any(stands))
    }

    /// Whether a word of a class ends before a place.
    pub(crate) fn ends(&self, class: DateWord, block: &Block<'_>, at: usize) -> bool {
        let ends = |word: &Word| {
            word.len() <= at && word.iter().rev().zip(1..).all(|(&c, i)| lower(block.get(at - i)) == c)
        };
        self.of(class).iter().any(ends)
    }
}
