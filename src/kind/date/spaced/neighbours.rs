//! What the words beside a date make of it: whether it is one, and how its value is modified.

use crate::{
    kind::{
        date::{DateClass, DateTables, DateWord, Rel, Stated, Text, Verdict, Year, modifier},
        guard::{ClassSet, Neighbour},
    },
    lexicon::{Table, TableSet},
    text::Block,
    value::DateModifier,
};

/// Characters around a day of the week in which opening hours say so.
const HOURS: usize = 40;

/// Characters before a day in which a verb says that something is moved from it.
const MOVED: usize = 60;

/// A date that was read, and the words around it.
#[derive(Debug, Clone, Copy)]
pub(super) struct DateNeighbours<'a> {
    pub(super) tables: &'a DateTables,
    pub(super) text: Text<'a>,
    pub(super) start: usize,
    pub(super) end: usize,
    /// The country whose holidays are meant if no other is named.
    country: &'static str,
}

impl<'a> DateNeighbours<'a> {
    pub(super) fn new(
        country: &'static str,
        tables: &'a DateTables,
        text: Text<'a>,
        start: usize,
        end: usize,
    ) -> Self {
        Self { tables, text, start, end, country }
    }

    pub(super) fn block(&self) -> &'a Block<'a> {
        self.text.block
    }

    /// The word right before a place.
    pub(super) fn before(&self, at: usize) -> Neighbour<DateClass> {
        self.text.before(&self.tables.guards, at)
    }

    /// The word right after a place.
    pub(super) fn after(&self, at: usize) -> Neighbour<DateClass> {
        self.text.after(&self.tables.guards, at)
    }

    /// What the word before the date says of it, over a preposition: *redan i mars*.
    pub(super) fn introduced(&self) -> ClassSet<DateClass> {
        let near = self.before(self.start);
        if near.has(DateClass::Preposition) {
            near.classes.join(self.before(near.edge).classes)
        } else {
            near.classes
        }
    }

    /// Whether it is no range, but the day from which something is moved and that to which it is: *flyttas från torsdag till
    /// måndag*.
    pub(super) fn moves(&self) -> bool {
        let from = self.start.saturating_sub(MOVED).max(self.block().sentence_start(self.start));
        self.before(self.start).any(&[DateClass::From, DateClass::Compared])
            && self.says(from..self.start, &[DateClass::Moves])
    }

    /// What the word that the date begins with is.
    pub(super) fn itself(&self) -> ClassSet<DateClass> {
        self.text.itself(&self.tables.guards, self.start).classes
    }

    /// What the word before or after the date makes of its value.
    pub(super) fn modifier(&self) -> Option<DateModifier> {
        modifier(self.introduced())
    }

    /// Whether it is the date that was read.
    pub(super) fn judge(&self, stated: &Stated) -> Verdict {
        let after = self.after(self.end);
        self.joined(stated)
            .and(|| self.recurring(stated, &after))
            .and(|| self.era(&after))
            .and(|| self.year(stated))
            .and(|| self.bare_day(stated))
            .and(|| self.capital(stated))
            .and(|| self.holiday(stated))
            .and(|| self.counted_weekday(stated))
            .and(|| self.season(stated))
            .and(|| self.letter(stated))
            .and(|| self.figures(stated))
            .and(|| self.length(stated))
            .and(|| self.unread_year(stated))
            .and(|| self.other_sense(stated))
    }

    /// A date is no part of a longer word or number: *11 september-attackerna*, *60-talshiten*.
    fn joined(&self, stated: &Stated) -> Verdict {
        let (block, end) = (self.block(), self.end);
        let (after, next, before) = (block.get(end), block.get(end + 1), block.before(self.start));
        let range = || {
            let leads = |table| self.text.longest(table, end + 1).is_some();
            leads(Table::Weekdays) || leads(Table::Months)
        };
        let word = after == '-' && next.is_alphabetic() && !range() || after == ':' && next.is_alphanumeric();
        let digits = block.get(self.start).is_ascii_digit();
        let figures = digits
            && match stated.year {
                Some(Year::Said(1000..)) if stated.month.is_none() && stated.quarter.is_none() => {
                    matches!(before, '-' | '/' | ':' | '.' | ',')
                }
                _ => {
                    stated.month.is_some()
                        && stated.day.is_some()
                        && !stated.numeric
                        && matches!(before, '/' | '-' | ':' | '.')
                }
            };
        if word || figures { Verdict::Compound } else { Verdict::Taken }
    }

    /// A day or season of which there are many: *varje måndag*, *den 1 maj varje år*.
    fn recurring(&self, stated: &Stated, after: &Neighbour<DateClass>) -> Verdict {
        let many = stated.weekday.is_some()
            || stated.month.is_some()
            || stated.season.is_some()
            || stated.holiday.is_some();
        let each = || self.before(self.first_of_list()).has(DateClass::Each) && !self.is_definite();
        let weekday = stated.weekday.is_some() && stated.day.is_none() && stated.week.is_none();
        if many && stated.year.is_none() && each()
            || after.has(DateClass::Each)
            || weekday && self.is_opening_hour()
        {
            Verdict::Recurring
        } else {
            Verdict::Taken
        }
    }

    /// Whether a day of the week is an end of a range of opening hours, which come again: *måndag–fredag är det öppet*.
    fn is_opening_hour(&self) -> bool {
        let block = self.block();
        let first = block.get(self.end) == '-' && self.text.longest(Table::Weekdays, self.end + 1).is_some();
        let last =
            block.before(self.start) == '-' && self.start > 1 && block.before(self.start - 1).is_alphabetic();
        let near = self.start.saturating_sub(HOURS)..self.end + HOURS;
        (first || last) && !self.is_definite() && self.says(near, &[DateClass::Hours])
    }

    /// Where the weekday before it starts, if the two are joined: *varje tisdag och torsdag*.
    fn first_of_list(&self) -> usize {
        let weekday = || {
            let joint = self.word_back(self.start).filter(|w| self.word_at(w.start).has(DateClass::Joins))?;
            let word = self.word_back(joint.start)?;
            self.text.longest(Table::Weekdays, word.start).map(|_| word.start)
        };
        weekday().unwrap_or(self.start)
    }

    /// Years before our era are given by nothing here.
    fn era(&self, after: &Neighbour<DateClass>) -> Verdict {
        let block = self.block();
        let at = self.end + usize::from(block.get(self.end) == ' ');
        let mut year = at;
        while block.get(year).is_ascii_digit() && year < self.end + 6 {
            year += 1;
        }
        // Without a number both are one word.
        let one = year == at && block.get(at) != ' ';
        if after.has(DateClass::Bce) || !one && self.after(year).has(DateClass::Bce) {
            Verdict::Bce
        } else {
            Verdict::Taken
        }
    }

    /// Whether a number that stands alone is a year.
    fn year(&self, stated: &Stated) -> Verdict {
        let Some(Year::Said(year)) = stated.year else { return Verdict::Taken };
        let figures = || (self.start..self.end).all(|i| self.block().get(i).is_ascii_digit());
        if !stated.is_year() || stated.short_year || !figures() {
            return Verdict::Taken;
        }
        self.number().and(|| self.plain_year(year))
    }

    /// A number that is joined to others, or to a sign that no year has: *2 318*, *2012:345*, *2011 %*.
    fn number(&self) -> Verdict {
        let (block, end) = (self.block(), self.end);
        let (before, after, next) = (block.before(self.start), block.get(end), block.get(end + 1));
        let opens =
            matches!(before, ' ' | '\n' | '\0' | '(' | '"' | '[' | '|' | '—') || before.is_alphanumeric();
        let signs = matches!(after, '%' | '°' | '/' | '_' | '=' | '*' | '@' | '+')
            || after == ':' && (next.is_alphanumeric() || next == '-')
            || matches!(after, ',' | '.') && next.is_ascii_digit()
            || after == '-' && next.is_alphanumeric();
        let digits = |from: usize, step: isize| {
            (0..4).take_while(|&n| block.get(from.saturating_add_signed(step * n)).is_ascii_digit()).count()
        };
        let groups = before == ' '
            && self.start >= 2
            && matches!(digits(self.start - 2, -1), 1..=3)
            && !block.before(self.start - 1 - digits(self.start - 2, -1)).is_alphanumeric()
            || after == ' ' && digits(end + 1, 1) == 3 && block.word_ends(end + 4);
        if !opens || signs || groups { Verdict::Compound } else { Verdict::Taken }
    }

    /// Whether a number of four digits is a year, by the words beside it.
    fn plain_year(&self, year: i16) -> Verdict {
        let block = self.block();
        let follows = block.get(self.end) == ' ' && block.get(self.end + 1).is_alphanumeric();
        let (about, then) = (self.before(self.start), self.after(self.end));
        let percent = block.get(self.end) == ' ' && matches!(block.get(self.end + 1), '%' | '§');
        if about.has(DateClass::Title) {
            return Verdict::Name;
        }
        if then.has(DateClass::Counted) || percent {
            return Verdict::Counted;
        }
        let verb = then.any(&[DateClass::Past, DateClass::Event, DateClass::Plan]);
        let function = then.has(DateClass::Function);
        let noun = follows && block.get(self.end + 1).is_lowercase() && !function && !verb;
        let leads = about.has(DateClass::Leads);
        // fler än 2023
        let compared = about.has(DateClass::Compared) && (1950..2060).contains(&year) && year % 50 != 0;
        let taken = if about.has(DateClass::Count) && !compared {
            about.has(DateClass::Rough) && (!follows || function) && year % 100 != 0
        } else if about.has(DateClass::Whole) {
            !noun
        } else if (1900..2060).contains(&year) && year % 100 != 0 {
            !(noun && then.has(DateClass::Plural) && year % 50 == 0 && !leads)
        } else if noun {
            // Other numbers need a better reason.
            false
        } else if !follows {
            leads || year % 50 != 0 && (1400..2060).contains(&year)
        } else {
            let opens = || block.opens_sentence(self.start) || block.before(self.start) == '\n';
            leads || function && (year % 100 != 0 || year >= 1900) || verb && opens()
        };
        if taken { Verdict::Taken } else { Verdict::Counted }
    }

    /// Whether `den 15` is a day: an ordinal or a number would have its noun.
    fn bare_day(&self, stated: &Stated) -> Verdict {
        if !stated.is_bare_day() {
            return Verdict::Taken;
        }
        let (block, end) = (self.block(), self.end);
        // Spelt out it is a member of any row, save after a word of time; the first and the second are so even there.
        let spelt = !(self.start..end).any(|i| block.get(i).is_ascii_digit());
        if spelt
            && stated.weekday.is_none()
            && (self.itself().has(DateClass::First) || !self.before(self.start).has(DateClass::Leads))
        {
            return Verdict::Ordinal;
        }
        let (next, then) = (block.get(end), block.get(end + 1));
        let stands = if next == ' ' {
            let follower = self.after(end);
            let grammar =
                [DateClass::Function, DateClass::Past, DateClass::Event, DateClass::Planned, DateClass::Plan];
            follower.any(&grammar) && !follower.has(DateClass::Counted)
                || !then.is_alphanumeric() && !block.before(end).is_ascii_digit()
                || then == '('
        } else {
            !(next.is_alphanumeric()
                || matches!(next, '-' | '%' | '/' | ':')
                || matches!(next, ',' | '.') && then.is_ascii_digit())
        };
        if stands { Verdict::Taken } else { Verdict::Ordinal }
    }

    /// Capitals are months at the start of a sentence only; Mars is a planet and Maj a name there too.
    fn capital(&self, stated: &Stated) -> Verdict {
        let block = self.block();
        let alone = stated.month.is_some() && stated.day.is_none() && stated.year.is_none();
        if !alone || stated.numeric || !block.get(self.start).is_uppercase() {
            return Verdict::Taken;
        }
        let opens = block.opens_sentence(self.start) || matches!(block.before(self.start), '\n' | '"' | '\0');
        let itself = self.itself();
        let surname = || block.get(self.end) == ' ' && block.get(self.end + 1).is_uppercase();
        if !opens || itself.has(DateClass::Planet) || itself.has(DateClass::Forename) && surname() {
            Verdict::Name
        } else {
            Verdict::Taken
        }
    }

    /// A holiday is that of the country itself: not *norska nationaldagen*, *den ortodoxa påskdagen*, *Polens nationaldag*.
    fn holiday(&self, stated: &Stated) -> Verdict {
        let other = || {
            let church = self.before(self.start).has(DateClass::Foreign);
            church || self.word_back(self.start).is_some_and(|word| self.is_foreign(word.start))
        };
        // nästa årsskifte, not ett årsskifte
        let any = || {
            let which = [DateClass::Limit, DateClass::Behind];
            self.itself().has(DateClass::Indefinite) && !self.before(self.start).any(&which)
        };
        match () {
            () if stated.holiday.is_none() => Verdict::Taken,
            () if other() => Verdict::Foreign,
            () if any() => Verdict::Vague,
            () => Verdict::Taken,
        }
    }

    /// Whether the name of another country, or its adjective, starts at a place.
    fn is_foreign(&self, at: usize) -> bool {
        let lexicon = self.text.lexicon;
        let mut found = lexicon.starts_at(&self.block().chars, at, TableSet::of(&[Table::Countries]));
        found.any(|entry| lexicon.row(entry).get("code") != self.country)
    }

    /// A weekday that is counted, *fjärde lördagen i rad*, is told of with its month or not at all.
    fn counted_weekday(&self, stated: &Stated) -> Verdict {
        let counted = || {
            let word = self.word_back(self.start)?;
            let ordinal = self.text.longest(Table::Ordinals, word.start)?;
            (ordinal.at == word.end).then_some(())
        };
        let alone = stated.weekday.is_some() && stated.day.is_none() && stated.nth.is_none();
        let (block, end) = (self.block(), self.end);
        // torsdagen efter midsommar
        let feast = || {
            let at = self.tables.grammar.lead(DateWord::FromEvent, block, end + 1)?;
            let named =
                self.text.longest(Table::Holidays, at).is_some() || self.word_at(at).has(DateClass::Feast);
            (block.get(end) == ' ' && named).then_some(())
        };
        let dated = block.get(end) == ' ' && block.get(end + 1) == '(' && block.get(end + 2).is_ascii_digit();
        match () {
            () if alone && counted().is_some() => Verdict::Ordinal,
            // söndag (18 maj): the day in brackets is meant
            () if alone && dated => Verdict::Partial,
            () if alone && feast().is_some() => Verdict::Vague,
            () => Verdict::Taken,
        }
    }

    /// A season without its year is a certain one behind *under* and the like only: *på hösten* is any autumn.
    fn season(&self, stated: &Stated) -> Verdict {
        let bare = stated.season.is_some() && stated.year.is_none() && stated.turn.is_none();
        let certain =
            || self.before(self.start).has(DateClass::Certain) && self.itself().has(DateClass::Definite);
        if bare && !certain() { Verdict::Vague } else { Verdict::Taken }
    }

    /// A length of time is no time from now: *handlar om tre år*, *ett avtal om tre år*, *om tre år i fängelse*.
    fn length(&self, stated: &Stated) -> Verdict {
        let length =
            || self.before(self.start).has(DateClass::Length) || self.after(self.end).has(DateClass::Length);
        let from_now = || stated.offset.is_none_or(|offset| offset.halves > 0 || self.leads_back(stated));
        if stated.offset.is_some() && (length() || !from_now()) { Verdict::Length } else { Verdict::Taken }
    }

    /// Whether the words say that a length of time before *sedan* ends now: *är tre år sedan*, *för mer än tre år sedan*.
    fn leads_back(&self, stated: &Stated) -> bool {
        const ADVERBS: usize = 3;
        let (block, grammar) = (self.block(), &self.tables.grammar);
        // *för två år sedan* and *i dag för tio år sedan* say so themselves.
        let said = stated.days_away.is_some() || grammar.word(DateWord::AgoLead, block, self.start).is_some();
        let mut at = self.start;
        for _ in 0..=ADVERBS {
            if said || grammar.before(&[DateWord::AgoLead], block, at) {
                return true;
            }
            let adverb =
                |w: &std::ops::Range<usize>| grammar.word(DateWord::AgoAdverb, block, w.start) == Some(w.end);
            let Some(word) = self.word_back(at).filter(adverb) else { return false };
            at = word.start;
        }
        false
    }

    /// A letter with a number may be a name too, and a day of the week: *gate H1*, *Audi Q5*, *svarta fredagen*.
    fn letter(&self, stated: &Stated) -> Verdict {
        let part = stated.quarter.is_some() || stated.half.is_some() || stated.weekday.is_some();
        if part && self.before(self.start).has(DateClass::Title) { Verdict::Name } else { Verdict::Taken }
    }

    /// Figures behind a word that numbers something are no day: *avsnitt 2.6. och*.
    fn figures(&self, stated: &Stated) -> Verdict {
        let bare = stated.numeric && stated.year.is_none() && stated.weekday.is_none();
        if bare && self.before(self.start).any(&[DateClass::Count, DateClass::Title]) {
            Verdict::Counted
        } else {
            Verdict::Taken
        }
    }

    /// Words of a date that mean something else here, or do not say when.
    fn other_sense(&self, stated: &Stated) -> Verdict {
        let block = self.block();
        let first = self.itself();
        let itself = |class| first.has(class);
        let follows = block.get(self.end) == ' ' && block.get(self.end + 1).is_alphanumeric();
        // The turn of the year 2010 may be either end of it; the year alone is sure.
        if stated.holiday.is_some() && stated.year.is_some() && itself(DateClass::Turn) {
            return Verdict::Partial;
        }
        // "året efter" says which year only with a month or season.
        let within = stated.month.is_some() || stated.season.is_some() || stated.holiday.is_some();
        if matches!(stated.year, Some(Year::Anaphor(_))) && !within {
            return Verdict::Vague;
        }
        if itself(DateClass::Today) && self.means_nowadays(stated) {
            return Verdict::Vague;
        }
        if stated.is_year() && itself(DateClass::School) && self.is_school_year() {
            return Verdict::Homonym;
        }
        if stated.turn.is_some() && follows && itself(DateClass::Towards) && self.year_follows() {
            return Verdict::Partial;
        }
        // "i vår" is also "in our".
        if follows && itself(DateClass::Homonym) && !self.after(self.end).has(DateClass::Function) {
            return Verdict::Homonym;
        }
        Verdict::Taken
    }

    /// Whether a number of one digit follows that counts nothing: *eleverna i år 9 skriver*, not *i år 9 miljoner*.
    fn is_school_year(&self) -> bool {
        let (block, at) = (self.block(), self.end + 2);
        let digit = block.get(self.end) == ' ' && block.get(at - 1).is_ascii_digit() && block.word_ends(at);
        let joined = matches!(block.get(at), ',' | '.') && block.get(at + 1).is_ascii_digit();
        let noun = || {
            let next = self.after(at);
            let grammar = [DateClass::Function, DateClass::Past, DateClass::Plan, DateClass::Announces];
            block.get(at) == ' '
                && (next.has(DateClass::Counted)
                    || block.get(at + 1).is_ascii_digit()
                    || !next.any(&grammar) && self.word_on(at).is_some_and(|word| !self.is_present(&word)))
        };
        digit && !joined && !noun()
    }

    fn year_follows(&self) -> bool {
        let (block, at) = (self.block(), self.end + 1);
        let figures = (at..at + 4).all(|i| block.get(i).is_ascii_digit()) && block.word_ends(at + 4);
        let relative = || {
            let entry = self.text.longest(Table::Relative, at);
            entry.and_then(|e| self.tables.relative(e.row)).is_some_and(|r| r.unit == Rel::Year)
        };
        figures || relative()
    }
}
