//! The date beside an office that says when it is or was held, began or ended.
//!
//! What stands between an office and a date is read word by word; only where it is all words of a term the dates there are
//! read, by the reader of dates.

use super::{OfficialReader, OfficialReading, TermSide, TermWord};
use crate::{
    Fact, Kind,
    claim::disjoint,
    kind::{
        date::{ANCHORS, Dates},
        finder::{Finder, Scope},
        memory::{Memory, Scratch},
    },
    lexicon::TableSet,
    text::{Block, is_han},
    value::{Date, Granularity, Tenure, Term, TermSense},
};
use std::{ops::Range, sync::Arc};

/// Words between an office and a date.
const WORDS: usize = 5;

/// Characters in which a date has a digit.
const NEAR: usize = 20;

/// Characters to each side of a date that are read with it.
const AROUND: usize = 40;

/// Characters that a date and the words behind it take at most.
const DATE: usize = 64;

/// Reads terms.
#[derive(Debug)]
pub(super) struct Terms {
    dates: Arc<Dates>,
}

/// A date in a block.
struct Dated {
    chars: Range<usize>,
    date: Date,
}

/// The words read between an office and a date.
struct Gap {
    /// The place after them, or before them on the way to the left.
    at: usize,
    words: usize,
    sense: Option<TermSense>,
    comma: bool,
    bracket: bool,
}

impl Terms {
    pub(super) fn new(dates: Arc<Dates>) -> Self {
        Self { dates }
    }

    /// The term that stands beside a person with offices, and the number of its office.
    pub(super) fn beside(
        &self,
        reader: &dyn OfficialReader,
        block: &Block<'_>,
        named: &OfficialReading,
        scope: &Scope<'_, '_>,
    ) -> Option<(usize, Term)> {
        let inside = |i: &usize| {
            let title = &named.offices[*i].title;
            title.start >= named.claim.start && title.end <= named.claim.end
        };
        let ours = || (0..named.offices.len()).filter(inside);
        let last = ours().max_by_key(|&i| named.offices[i].title.end)?;
        if let Some(found) = self.after(reader, block, named, last, scope) {
            return Some((last, term(block, found)));
        }
        let first = ours().min_by_key(|&i| named.offices[i].title.start)?;
        let found = self.before(reader, block, named, first, scope)?;
        Some((first, term(block, found)))
    }

    /// The date after all that is claimed.
    fn after(
        &self,
        reader: &dyn OfficialReader,
        block: &Block<'_>,
        named: &OfficialReading,
        last: usize,
        scope: &Scope<'_, '_>,
    ) -> Option<(TermSense, Dated)> {
        let start = match &named.party {
            Some(party) if party.start >= named.claim.end && party.start <= named.claim.end + 2 => {
                party.end + 1
            }
            _ => named.claim.end,
        };
        let mut gap = Gap { at: start, words: 0, sense: None, comma: false, bracket: false };
        for _ in 0..WORDS {
            gap.skip_signs(block);
            match reader.term_word(scope.lexicon, block, gap.at, TermSide::After) {
                Some((end, word)) => gap.take(end, word),
                None => break,
            }
        }
        let digits = (gap.at..gap.at + NEAR).any(|i| block.get(i).is_ascii_digit());
        if !digits || !self.dates.may_begin(block, gap.at) {
            return None;
        }
        let title = &named.offices[last].title;
        let beside_office = title.end == named.claim.end;
        // To read a date costs more than to see whether anything makes it that of a term.
        let told = match gap.sense {
            Some(sense) => sense != TermSense::During || beside_office,
            None => gap.at > start && beside_office || self.says_behind(reader, block, scope, gap.at),
        };
        if !told {
            return None;
        }
        let date = self.date(block, scope, gap.at).find(|d| d.chars.start == gap.at)?;
        let end = date.chars.end;
        let mut beyond = Gap { at: end, words: 0, sense: None, comma: false, bracket: false };
        for _ in 0..WORDS {
            match reader.term_word(scope.lexicon, block, beyond.at, TermSide::Beyond) {
                Some((_, TermWord::Elsewhere)) => return None,
                Some((end, word)) => beyond.take(end, word),
                None => break,
            }
        }
        // A day or a clock time is when something is done, not when an office is held.
        let long = date.date.is_range() || date.date.granularity() <= Granularity::Month;
        let stated = !date.date.is_inferred() && !date.date.is_partial();
        let direct = gap.words == 0 && !gap.comma && (date.date.is_range() || !gap.bracket);
        let sense = match (gap.sense, beyond.sense) {
            // 2018年卸任, 2020年起任市长; but not 2018年卸任书记
            (None, Some(sense)) if !is_han(block.get(beyond.at)) || said_again(block, title, beyond.at) => {
                sense
            }
            // *statsminister 1976–1978*; but 议员2024年说
            (None, _) if beside_office && stated && long && direct && gap.at > start => TermSense::During,
            (Some(TermSense::During), _) if !(beside_office && long) => return None,
            (Some(sense), _) => sense,
            _ => return None,
        };
        Some((sense, date))
    }

    /// Whether a word behind the date that may begin at `at` says what became of an office.
    fn says_behind(
        &self,
        reader: &dyn OfficialReader,
        block: &Block<'_>,
        scope: &Scope<'_, '_>,
        at: usize,
    ) -> bool {
        let (mut at, end) = (at, (at + DATE).min(block.len()));
        while at < end {
            at = match reader.term_word(scope.lexicon, block, at, TermSide::Beyond) {
                Some((_, TermWord::Says(_))) => return true,
                Some((end, _)) => end.max(at + 1),
                None if self.dates.may_hold(block.get(at)) => at + 1,
                None => return false,
            };
        }
        false
    }

    /// The date before all that is claimed.
    fn before(
        &self,
        reader: &dyn OfficialReader,
        block: &Block<'_>,
        named: &OfficialReading,
        first: usize,
        scope: &Scope<'_, '_>,
    ) -> Option<(TermSense, Dated)> {
        let office = &named.offices[first];
        let mut gap = Gap { at: named.claim.start, words: 0, sense: None, comma: false, bracket: false };
        if office.tenure == Tenure::Then && office.title.start == gap.at {
            gap.sense = Some(TermSense::During);
        }
        for _ in 0..WORDS {
            while block.before(gap.at) == ' ' {
                gap.at -= 1;
            }
            match reader.term_word(scope.lexicon, block, gap.at, TermSide::Before) {
                Some((start, word)) => gap.take(start, word),
                None => break,
            }
        }
        let sense = gap.sense.or_else(|| {
            // 2018年|卸任的市长: the word is a part of the title.
            match reader.term_word(scope.lexicon, block, gap.at, TermSide::After)? {
                (_, TermWord::Says(sense)) if gap.at == office.title.start => Some(sense),
                _ => None,
            }
        })?;
        let next = reader.term_word(scope.lexicon, block, named.claim.end, TermSide::Beyond);
        if next.is_some_and(|(_, word)| word == TermWord::Elsewhere) {
            return None;
        }
        if !(gap.at.saturating_sub(NEAR)..gap.at).any(|i| block.get(i).is_ascii_digit()) {
            return None;
        }
        let date = self.date(block, scope, gap.at).find(|d| d.chars.end == gap.at)?;
        Some((sense, date))
    }

    /// The dates around a place, read without what other paragraphs say.
    fn date(&self, block: &Block<'_>, scope: &Scope<'_, '_>, at: usize) -> impl Iterator<Item = Dated> {
        let document = scope.document;
        let mut hits = Vec::new();
        let around = at.saturating_sub(AROUND)..(at + AROUND).min(block.len());
        scope.anchors.scan_within(block, around, &mut hits);
        let wanted = TableSet::of(ANCHORS);
        hits.retain(|hit| scope.anchors.tables(*hit).meets(wanted));
        let mut found = Vec::new();
        let mut own = Scope {
            lexicon: scope.lexicon,
            anchors: scope.anchors,
            document,
            kinds: &[Kind::Date],
            figureless: false,
            sight: scope.sight,
            memory: &mut Memory { reference: document.published(), ..Memory::default() },
            scratch: &mut Scratch::default(),
            trace: None,
        };
        self.dates.find(block, &hits, &mut own, &mut found);
        disjoint(&mut found, |c| c.start..c.end, |c| c.fact.kind());
        found.into_iter().filter_map(|claim| match claim.fact {
            Fact::Date(date) => Some(Dated { chars: claim.start..claim.end, date }),
            _ => None,
        })
    }
}

impl Gap {
    fn take(&mut self, at: usize, word: TermWord) {
        self.at = at;
        self.words += 1;
        if let TermWord::Says(sense) = word
            && (self.sense.is_none() || sense != TermSense::During)
        {
            self.sense = Some(sense);
        }
    }

    /// Passes over a space, a comma and an opening bracket.
    fn skip_signs(&mut self, block: &Block<'_>) {
        while block.get(self.at) == ' ' {
            self.at += 1;
        }
        if block.get(self.at) == ',' && !self.comma {
            (self.at, self.comma) = (self.at + 1, true);
        } else if block.get(self.at) == '(' && !self.bracket {
            (self.at, self.bracket) = (self.at + 1, true);
        }
        while block.get(self.at) == ' ' {
            self.at += 1;
        }
    }
}

/// Whether the office is said again in the phrase at `at`: 市长林海2020年起任|山海市市长.
fn said_again(block: &Block<'_>, title: &Range<usize>, at: usize) -> bool {
    let word = &block.chars[title.end.saturating_sub(2).max(title.start)..title.end];
    let phrase = (at..at + NEAR).take_while(|&i| is_han(block.get(i))).count();
    block.chars[at..at + phrase].windows(word.len()).any(|w| w == word)
}

/// A range from one year to another is the time in which the office was held, whatever the word before it.
fn term(block: &Block<'_>, (sense, Dated { chars, date }): (TermSense, Dated)) -> Term {
    let sense = if date.is_range() { TermSense::During } else { sense };
    Term { sense, span: block.span(chars.start, chars.end), date }
}
