//! A number behind a day or a month: its year though it has no four digits, a time, or a count of what follows.

use super::neighbours::DateNeighbours;
use crate::{
    kind::date::{DateClass, DateWord, Stated, Verdict, Year},
    text::Block,
};

/// Digits of the longest number that is looked at.
const DIGITS: usize = 9;

/// The hours of a day: a number up to here may be a time.
const HOURS: i64 = 24;

/// What a number behind a date is to it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Behind {
    /// Its year, and where that ends.
    Year(i16, usize),
    /// Perhaps its year: the date has no other.
    Unclear,
    /// Its year, which cannot be read: there is no date.
    Unread,
    /// No number, or a time, or a count of what follows.
    Other,
}

/// A number in figures.
#[derive(Debug, Clone, Copy)]
struct Figures {
    value: i64,
    end: usize,
    digits: usize,
    /// Whether spaces part its thousands, as those of no year: *10 000*.
    grouped: bool,
}

impl Figures {
    fn at(block: &Block<'_>, at: usize) -> Option<Self> {
        let run = |from: usize| (from..from + DIGITS).take_while(|&i| block.get(i).is_ascii_digit()).count();
        let mut found = Self { value: 0, end: at, digits: run(at), grouped: false };
        found.end += found.digits;
        while found.digits < DIGITS && block.get(found.end) == ' ' && run(found.end + 1) == 3 {
            (found.end, found.digits, found.grouped) = (found.end + 4, found.digits + 3, true);
        }
        let digits = (at..found.end).filter_map(|i| block.get(i).to_digit(10));
        found.value = digits.fold(0, |value, digit| value * 10 + i64::from(digit));
        (found.digits > 0).then_some(found)
    }

    fn is_year(&self) -> bool {
        self.digits == 3 && !self.grouped && self.value >= 100
    }

    /// The year that it is, if a calendar has it.
    fn as_year(&self) -> Behind {
        match i16::try_from(self.value) {
            Ok(year @ 100..=9999) => Behind::Year(year, self.end),
            _ => Behind::Unread,
        }
    }

    fn may_be_hour(&self) -> bool {
        self.value <= HOURS && !self.grouped
    }
}

impl DateNeighbours<'_> {
    /// Takes the year behind the date, if one stands there that the patterns do not know, and gives the end of both: *den 25
    /// december 800 kröntes*, *den 3 mars 12 e.Kr.* What may be its year leaves it without any:
    /// *den 5 maj 200 okända ryttare*.
    pub(super) fn take_year_behind(&self, stated: &mut Stated) -> usize {
        let named = stated.month.is_some() || stated.holiday.is_some();
        if !named || stated.year.is_some() {
            return self.end;
        }
        match self.behind(stated.day.is_some()) {
            Behind::Year(year, end) => {
                stated.year = Some(Year::Said(year));
                return end;
            }
            Behind::Unclear | Behind::Unread => stated.year = Some(Year::Unread),
            Behind::Other => {}
        }
        self.end
    }

    /// Whether the year behind the date is one that cannot be read: *den 5 maj 10000*, *den 2 augusti (216 f.Kr.)*.
    pub(super) fn unread_year(&self, stated: &Stated) -> Verdict {
        let unread = || self.behind(stated.day.is_some()) == Behind::Unread;
        if stated.year == Some(Year::Unread) && unread() { Verdict::UnreadYear } else { Verdict::Taken }
    }

    fn behind(&self, day: bool) -> Behind {
        let (block, grammar) = (self.block(), &self.tables.grammar);
        // den 2 augusti, 216 f.Kr.; den 2 augusti (216 f.Kr.)
        let (at, apart) = match (block.get(self.end), block.get(self.end + 1)) {
            (',', ' ') | (' ', '(') => (self.end + 2, true),
            (' ', _) => (self.end + 1, false),
            _ => return Behind::Other,
        };
        let led = grammar.lead(DateWord::YearLead, block, at);
        let Some(number) = Figures::at(block, led.unwrap_or(at)) else { return Behind::Other };
        let era = |class| {
            let at = number.end + usize::from(block.get(number.end) == ' ');
            grammar.at(class, block, at).find(|&end| !block.get(end).is_alphanumeric())
        };
        let year = i16::try_from(number.value).ok().filter(|y| (1..=9999).contains(y) && !number.grouped);
        let before_era = || self.after(number.end).has(DateClass::Bce);
        match (era(DateWord::Ce), year) {
            (Some(end), Some(year)) if !apart => {
                // The dot of e.Kr. may end the sentence too.
                let dotted = block.before(end - 2) == '.' && block.get(end) == '.';
                return Behind::Year(year, end + usize::from(dotted));
            }
            (Some(_), _) => return Behind::Unread,
            // What stands right before such a year is dropped with it.
            (None, _) if before_era() => {
                return if apart || led.is_some() { Behind::Unread } else { Behind::Other };
            }
            _ => {}
        }
        let alone = !self.goes_on(&number);
        match (led, year) {
            _ if apart || !alone => Behind::Other,
            (Some(_), Some(year)) if matches!(number.digits, 3 | 4) => Behind::Year(year, number.end),
            (Some(_), _) if number.may_be_hour() => Behind::Other,
            (Some(_), _) => Behind::Unread,
            (None, _) => self.by_what_follows(&number, day),
        }
    }

    /// Whether a number is only a part of what stands there: *12.30*, *800-talet*, *40 %*, *3,5*.
    fn goes_on(&self, number: &Figures) -> bool {
        let block = self.block();
        let (next, then) = (block.get(number.end), block.get(number.end + 1));
        match next {
            ' ' => !then.is_alphanumeric() && !matches!(then, '(' | '"' | '-' | '—'),
            '.' | ',' => then.is_ascii_digit(),
            ':' => then != ' ',
            // 800-den 8 juni 812
            '-' => self.tables.grammar.lead(DateWord::DayLead, block, number.end + 1).is_none(),
            ')' | ';' | '!' | '?' | '"' | '—' | '…' | '\n' | '\0' => false,
            _ => true,
        }
    }

    /// What a number is by the word behind it: what it counts, or the verb behind a date that opens its clause.
    fn by_what_follows(&self, number: &Figures, day: bool) -> Behind {
        let block = self.block();
        let small = number.may_be_hour();
        let unless_small = if small { Behind::Other } else { Behind::Unclear };
        let Some(word) = self.word_on(number.end) else {
            return if number.digits < 3 || number.grouped { unless_small } else { number.as_year() };
        };
        let follows = self.after(number.end);
        if follows.has(DateClass::Counted) {
            return Behind::Other;
        }
        let ends = |class| self.tables.grammar.ends(class, block, word.end);
        let verb = block.get(word.start).is_lowercase()
            && !ends(DateWord::Participle)
            && (follows.any(&[DateClass::Past, DateClass::Planned]) || ends(DateWord::PastForm));
        if verb && number.is_year() && self.opens_clause(self.first()) {
            return number.as_year();
        }
        let function =
            follows.has(DateClass::Function) && !follows.any(&[DateClass::Joins, DateClass::Bound]);
        match () {
            () if day && (verb || function) && number.digits > 3 && !number.grouped => number.as_year(),
            () if number.digits > 4 && !number.grouped => Behind::Unread,
            () if day && (verb || function) => Behind::Unclear,
            () => unless_small,
        }
    }

    /// Where the date begins, with the preposition before it: *I* juni 823.
    fn first(&self) -> usize {
        let before = self.before(self.start);
        if before.has(DateClass::Preposition) { before.edge } else { self.start }
    }
}
