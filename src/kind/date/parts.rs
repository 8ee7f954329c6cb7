//! From what a match of the patterns caught to the dates that it names.

use super::{slot::Caught, stated::Stated, tables::DateTables};
use crate::pattern::Capture;

/// What was read at a place.
#[derive(Debug, Clone, Copy)]
pub(super) struct DateReading {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) stated: Stated,
    /// The other end, if it is a range, with where the first ends and the second starts.
    pub(super) until: Option<Stated>,
    pub(super) between: (usize, usize),
}

impl DateReading {
    /// The two ends as dates of their own, if there are two.
    pub(super) fn apart(&self) -> Option<(Self, Self)> {
        let (end, start) = self.between;
        let last = Self { start, stated: self.until?, until: None, ..*self };
        Some((Self { end, until: None, ..*self }, last))
    }
}

/// The dates of a match: its captures, cut at list signs, and each piece at the sign of a range.
pub(super) fn parts(
    at: usize,
    end: usize,
    captures: &[Capture<Caught>],
    tables: &DateTables,
    pieces: &mut Vec<DateReading>,
) {
    let fresh = |start| DateReading {
        start,
        end: start,
        stated: Stated::default(),
        until: None,
        between: (start, start),
    };
    let mut piece = fresh(at);
    for capture in captures {
        match capture.value {
            Caught::And => {
                pieces.push(piece);
                piece = fresh(capture.end);
                continue;
            }
            Caught::To => (piece.until, piece.between) = (Some(Stated::default()), (piece.end, capture.end)),
            caught => piece.until.as_mut().unwrap_or(&mut piece.stated).take(caught, tables),
        }
        piece.end = capture.end;
    }
    piece.end = end;
    pieces.push(piece);
    // In a list that shares its unit or year, the last member or the first names it.
    for i in (1..pieces.len()).rev() {
        // 12-14 och 19-21 augusti
        if let Some(until) = pieces[i].until {
            pieces[i].stated.borrow_from_next(&until);
        }
        let next = pieces[i].stated;
        pieces[i - 1].stated.borrow_from_next(&next);
    }
    for i in 0..pieces.len() {
        if let Some(mut until) = pieces[i].until {
            pieces[i].stated.borrow_from_next(&until);
            until.borrow_from_previous(&pieces[i].stated);
            pieces[i].until = Some(until);
        }
        if i + 1 < pieces.len() {
            let previous = pieces[i].stated;
            pieces[i + 1].stated.borrow_from_previous(&previous);
        }
        if let Some((first, last)) = pieces[i].stated.split() {
            pieces[i].stated = first;
            pieces[i].until = Some(last);
        }
    }
}
