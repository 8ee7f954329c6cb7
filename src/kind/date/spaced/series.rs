//! Which dates share a year: what is told by the way gives none, the last member of a list gives it to all.

use super::{clause::Tense, neighbours::DateNeighbours};
use crate::kind::date::DateClass;

/// Characters between two members of a list at most.
const MEMBER: usize = 48;

impl DateNeighbours<'_> {
    /// Whether the date says nothing of those after it: something is compared with it, or a bare year only describes a
    /// noun or a deed (*branden 1995*, *grundades 1864*).
    pub(super) fn is_aside(&self) -> bool {
        let block = self.block();
        let bare = (self.start..self.end).all(|i| block.get(i).is_ascii_digit());
        self.introduced().has(DateClass::Compared) || bare && !self.is_adverbial()
    }

    /// Whether a year says when its clause happened: *Under 2019 …*, *2019 …*, *i år*.
    fn is_adverbial(&self) -> bool {
        let before = self.before(self.start);
        before.any(&[DateClass::Preposition, DateClass::Behind, DateClass::Joins])
            || self.opens_clause(self.start)
    }

    /// Whether a clause may begin at a place, judged by what stands before it.
    pub(super) fn opens_clause(&self, at: usize) -> bool {
        let block = self.block();
        let stop = |c: char| matches!(c, '\n' | '\0' | '"' | '-' | '—' | ',' | ';' | ':' | '(');
        let before = block.before(at);
        block.opens_sentence(at) || stop(before) || before == ' ' && at >= 2 && stop(block.get(at - 2))
    }

    /// Whether these places lie between two members of a list: a comma or *och*, and no verb, unless what is listed is what
    /// was done: *greps den 3 maj och frigavs den 5 juni 2021*.
    pub(super) fn lists(&self) -> bool {
        let block = self.block();
        let places = self.start..self.end;
        let compared = self.before(self.end).has(DateClass::Compared);
        if compared || places.len() > MEMBER || places.clone().any(|i| !is_list_char(block.get(i))) {
            return false;
        }
        let mut sign = places.clone().any(|i| block.get(i) == ',');
        let (mut joined, mut done) = (false, false);
        let starts = places.filter(|&i| block.word_starts(i) && block.get(i).is_alphabetic());
        for at in starts {
            let classes = self.word_at(at);
            let listed = joined || block.get(at.saturating_sub(2)) == ',';
            let deed = listed && self.verb(at) == Some(Tense::Past);
            joined = classes.has(DateClass::Joins);
            sign |= joined;
            let end = (at..self.end).find(|&i| !block.get(i).is_alphabetic()).unwrap_or(self.end);
            let verb = self.verb(at).is_some() && !deed;
            // dömdes för brott den 5 juni 2021: when that was is not told of the deed
            let other = done && !classes.has(DateClass::Function);
            if verb
                || other
                || classes.any(&[DateClass::Opens, DateClass::State])
                || self.is_present(&(at..end))
            {
                return false;
            }
            done |= deed;
        }
        sign
    }
}

fn is_list_char(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, ' ' | ',' | '-')
}
