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
        /// It is so behind a word that announces two ends, or before one that closes them: *och* behind *mellan*, 和 before 之间.
        RangeAfter "range-after",
        /// The word that announces two ends: *mellan*.
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
        /// It names the day of this week: *denna*.
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
        /// Figures behind it are a day that bounds a time, or a fraction.
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
        /// It stands there too, but may count: *ett 20-tal*.
        DecadeCount "decade-count",
        /// Before such a one it does not: *sent*.
        DecadePart "decade-part",
        /// What nouns in the plural end in, which a decade before them counts.
        Plural "plural",
        /// Words that end so and are none.
        NotPlural "not-plural",
        /// Before the figures of a year: *år*.
        YearLead "year-lead",
        /// Before two years of two digits: the *säsongen* of *säsongen 24/25*.
        TwoYears "two-years",
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
        /// What the past tense ends in, and what ends so and may describe what is counted: *ringde*, *inbjudna*.
        PastForm "past-form",
        Participle "participle",
        // Without spaces: words joined to numbers.
        /// It closes two ends: 之间.
        BetweenEnd "between-end",
        /// It may stand in a date between two such ends.
        Inside "inside",
        /// A year or month in brackets may stand behind it: 今(2026)年.
        BracketLead "bracket-lead",
        /// A day may: 昨(18)日.
        BracketDay "bracket-day",
        /// A number behind it tells which, counted from the start or the end: 第, 倒数第.
        Nth "nth",
        NthFromEnd "nth-from-end",
        /// A number behind it tells how many of the first, or of the last: 前两个月.
        FirstOf "first-of",
        LastOf "last-of",
        /// Which half: 上半, 下半.
        FirstHalf "first-half",
        SecondHalf "second-half",
        /// Such a half may stand for that of the month that is now: 上半月.
        HalfNow "half-now",
        /// A number may stand behind it that belongs to it: 周 of 周一.
        NumberLead "number-lead",
        /// The number of a house stands behind it: 路.
        Address "address",
        /// It makes a place or time of the words before it: 会上.
        Locative "locative",
        /// Between words and what they say more of: 的.
        Of "of",
        /// The first days of a month of the moon stand behind it: 初; of its first month: 大年初.
        FirstDays "first-days",
        NewYearDays "new-year-days",
        /// Months of the moon by names of their own: 正月, 冬月, 腊月.
        FirstMoon "first-moon",
        EleventhMoon "eleventh-moon",
        TwelfthMoon "twelfth-moon",
        /// A month of the moon that comes again in a leap year: 闰.
        LeapMonth "leap-month",
        /// Two tens of years or two months, one numeral each, stand before it: 八九|十年代, 七八|月.
        DecadeSign "decade-sign",
        MonthSign "month-sign",
        /// Twelve o'clock behind it begins the day: 凌晨.
        SmallHours "small-hours",
        /// The end of a week.
        Weekend "weekend",
        /// It may stand behind the middle of a period, where other words begin with the middle: 年中的, but 年中国.
        MidGoesOn "mid-goes-on",
        /// A length of time behind it lies ahead: 再过三天.
        Again "again",
        /// What a plan period ends in: 时期.
        PlanEnd "plan-end",
        /// What a year of schools ends in: 学年.
        SchoolYear "school-year",
        /// The calendar of the moon, before its days.
        LunarCalendar "lunar-calendar",
        /// It begins with the sign of an hour and is none: 时间.
        NotClock "not-clock",
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
    /// The classes that have a word which begins with a character of a shelf, and those with one that ends in it: most
    /// places are ruled out by one look.
    begins: Shelves,
    ends: Shelves,
}

type Shelves = Box<[ClassSet<DateWord>; SHELVES]>;

const SHELVES: usize = 256;

/// The shelf of a character.
fn shelf(c: char) -> usize {
    lower(c) as usize % SHELVES
}

impl Grammar {
    pub(super) fn new(lexicon: &Lexicon) -> Result<Self, Error> {
        let mut words: Vec<Vec<Word>> = vec![Vec::new(); DateWord::ALL.len()];
        let tables = [Table::DateWords, Table::Weekdays, Table::Numerals];
        for form in tables.iter().flat_map(|&table| lexicon.forms_of(table)) {
            let row = lexicon.rows(form.table).row(form.row);
            let classes = match form.table {
                Table::DateWords => class_set(&row, "classes", row.get("classes"))?,
                Table::Weekdays => ClassSet::of(&[DateWord::Weekday]),
                _ if matches!(row.get("class"), "unit" | "teen" | "tens" | "hundred") => {
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
        let none = || Box::new([ClassSet::default(); SHELVES]);
        let (mut begins, mut ends) = (none(), none());
        for (class, words) in DateWord::ALL.iter().zip(&words) {
            for word in words {
                let edges = [(&mut begins, word.first()), (&mut ends, word.last())];
                for (shelves, edge) in edges {
                    let classes = &mut shelves[edge.map_or(0, |&c| shelf(c))];
                    *classes = classes.join(ClassSet::of(&[*class]));
                }
            }
        }
        Ok(Self { words, begins, ends })
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
        let may = self.begins[shelf(block.get(at))].has(class);
        let words = if may { self.of(class) } else { &[] };
        words.iter().filter(stands).map(move |word| at + word.len())
    }

    /// The end of the longest word of a class that starts at a place.
    pub(crate) fn longest(&self, class: DateWord, block: &Block<'_>, at: usize) -> Option<usize> {
        self.at(class, block, at).next()
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
        let may = self.ends[shelf(block.before(at - 1))];
        classes.iter().filter(|class| may.has(**class)).any(|class| self.of(*class).iter().any(stands))
    }

    /// Whether a word of a class ends before a place.
    pub(crate) fn ends(&self, class: DateWord, block: &Block<'_>, at: usize) -> bool {
        let ends = |word: &Word| {
            word.len() <= at && word.iter().rev().zip(1..).all(|(&c, i)| lower(block.get(at - i)) == c)
        };
        self.ends[shelf(block.before(at))].has(class) && self.of(class).iter().any(ends)
    }
}
