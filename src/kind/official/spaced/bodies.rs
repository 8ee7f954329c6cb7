//! The body of an office that is taken: its words, and what kind of body they name.

use super::{passage::Passage, titles::Title, word_parts::WordPart};
use crate::{
    lexicon::{Entry, Table, TableSet},
    value::{BodyKind, Role},
};
use std::ops::Range;

const BODIES: TableSet = TableSet::of(&[Table::Bodies]);

/// Words of a body's name that are looked at.
const WORDS: usize = 12;

impl Passage<'_> {
    /// The body of a title, and its kind where its words say so.
    pub(super) fn body_of(&self, title: &Title) -> Option<(Range<usize>, Option<BodyKind>)> {
        // A person whom the holder serves stands outside the title.
        let beside = title.body.clone().filter(|b| b.start >= title.chars.start && b.end <= title.chars.end);
        let inside = || self.body_inside(title);
        match beside {
            Some(range) => {
                let kind = self.body_kind(&range).or_else(|| inside().and_then(|(_, kind)| kind));
                // What a minister is for is no body, and of an unknown owner nobody knows what it is.
                let field =
                    self.office(&title.noun).role == Role::Minister || range.start < title.noun.chars.start;
                (kind.is_some() || !field).then_some((range, kind))
            }
            None => inside(),
        }
    }

    /// The body in the first part of a compound: *riksbanks|chef*, *S-|ledaren*.
    fn body_inside(&self, title: &Title) -> Option<(Range<usize>, Option<BodyKind>)> {
        // What a minister is for is no body.
        if self.office(&title.noun).role == Role::Minister {
            return None;
        }
        let chars = self.tokens.chars;
        let (noun, start) = (&title.noun, self.tokens.get(title.noun.tokens.end.checked_sub(1)?).start);
        // The last part of a compound that a table holds as a whole is an office word too.
        let head = match noun.head {
            head if head > start => head,
            head if noun.shortest > head + 1 => noun.shortest,
            _ => return None,
        };
        let end = head - usize::from(chars[head - 1] == '-');
        let joint = self.tables.parts.end(chars.get(start..end)?, WordPart::Joint).unwrap_or(0);
        let whole = |e: &Entry| e.at == start || e.at < start && e.at == noun.chars.start;
        // An opposition is no party by that name.
        let named = |e: &Entry| {
            let body = &self.tables.bodies[e.row as usize];
            body.proper || body.kind != BodyKind::Party
        };
        let known = [end, end - joint].into_iter().find_map(|end| {
            let bodies = self.lexicon.ends_at(chars, end, BODIES);
            let entry = bodies.filter(|e| whole(e) && named(e)).last()?;
            Some((entry.at..end, Some(self.kind(entry))))
        });
        known.or_else(|| {
            let hyphen = chars.get(start..end)?.iter().position(|&c| c == '-')? + start;
            let entry = self.lexicon.starts_at(chars, start, BODIES).find(|e| e.at == hyphen)?;
            Some((start..hyphen, Some(self.kind(entry))))
        })
    }

    /// What kind of body is named: by all of its words, or else by the last of them that says so.
    fn body_kind(&self, range: &Range<usize>) -> Option<BodyKind> {
        let chars = self.tokens.chars;
        let whole = self.lexicon.starts_at(chars, range.start, BODIES).find(|e| e.at == range.end);
        if let Some(entry) = whole {
            return Some(self.kind(entry));
        }
        let (first, last) = (self.tokens.at(range.start), self.tokens.at(range.end.checked_sub(1)?));
        (first..=last).rev().take(WORDS).find_map(|k| {
            let token = self.tokens.get(k);
            if token.mark.is_some() {
                return None;
            }
            // The longest that begins here, or that the word ends in.
            let begins = self.lexicon.starts_at(chars, token.start, BODIES);
            let begins = begins.filter(|e| {
                e.at <= token.end && self.ends_of(token.start, token.end).any(|(end, _)| end == e.at)
                    || e.at > token.end && e.at <= range.end
            });
            let entry = begins.last().or_else(|| {
                self.ends_of(token.start, token.end).find_map(|(end, _)| {
                    let head = |e: &Entry| {
                        e.at >= token.start + 2 && self.tables.bodies[e.row as usize].head
                            || e.at > token.start && chars[e.at - 1] == '-'
                    };
                    self.lexicon.ends_at(chars, end, BODIES).filter(head).last()
                })
            });
            entry.map(|entry| self.kind(entry))
        })
    }

    fn kind(&self, entry: Entry) -> BodyKind {
        self.tables.bodies[entry.row as usize].kind
    }
}
