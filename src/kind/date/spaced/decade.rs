//! Decades and centuries in words and figures.

use super::list_word;
use crate::kind::date::{
    DateTables, DateWord, Slot, SlotInput, SlotMatches,
    common_slots::{self, figures},
};
use crate::text::{Block, lower};

/// Characters that a word is read to at most.
const WORD: usize = 24;

pub(super) fn read(p: &SlotInput<'_>, found: &mut SlotMatches) {
    common_slots::named_decades(p, found);
    let century = p.reader.slot == Slot::Century;
    let figures =
        in_figures(p.tables, p.block(), p.at).filter(|(_, n)| century == (*n >= 100 && n % 100 == 0));
    p.push(found, figures);
}

/// A decade or century in figures: 1980-talet, 80-talets, 1800-talet; `1960-` before *och 70-talet*.
fn in_figures(tables: &DateTables, block: &Block<'_>, at: usize) -> Option<(usize, i64)> {
    let grammar = &tables.grammar;
    let (end, n) = figures(block, at, 4).filter(|(end, n)| matches!(end - at, 2..=4) && n % 10 == 0)?;
    if block.get(end) != '-' {
        return None;
    }
    let tail = grammar.word(DateWord::DecadeEnding, block, end + 1);
    let to = match tail {
        Some(to) => to,
        None => {
            let and = list_word(tables, block, end + 1).or_else(|| {
                let from = (block.get(end + 1) == ' ').then_some(end + 2)?;
                grammar.lead(DateWord::Range, block, from)
            })?;
            let (next, _) = figures(block, and, 4)?;
            if block.get(next) != '-' || grammar.at(DateWord::DecadeEnding, block, next + 1).next().is_none()
            {
                return None;
            }
            end + 1
        }
    };
    // "ett 20-tal poliser" and "50-talet bilar" count; a decade that is not definite has its century.
    let tens = n < 1000 && !grammar.before(&[DateWord::DecadePart], block, at);
    let indefinite = tail.is_some() && tail == grammar.word(DateWord::DecadeCount, block, end + 1);
    if tens && (indefinite || block.get(to) == ' ' && is_plural(tables, block, to + 1)) {
        return None;
    }
    // 700-talet f.Kr.
    let before = block.get(to) == ' ' && grammar.at(DateWord::Bce, block, to + 1).next().is_some();
    (!before).then_some((to, n))
}

/// Whether the word at a place looks like a noun in the plural.
fn is_plural(tables: &DateTables, block: &Block<'_>, at: usize) -> bool {
    let inside = |c: char| c.is_alphanumeric() || matches!(c, ':' | '-' | '%' | '§');
    let end = (at..at + WORD).find(|&i| !inside(lower(block.get(i)))).unwrap_or(at + WORD);
    tables.grammar.ends(DateWord::Plural, block, end)
        && !tables.grammar.at(DateWord::NotPlural, block, at).any(|e| e == end)
}
