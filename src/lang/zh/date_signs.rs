//! What stands between dates: words and signs of ranges and lists, and spaces.

use super::date_numerals::DateNumbers;
use crate::{
    kind::date::{DateTables, DateWord},
    text::Block,
};

/// The end of a word or sign between the two ends of a range.
pub(super) fn range_word(tables: &DateTables, block: &Block<'_>, at: usize) -> Option<usize> {
    let mut at = at;
    while block.get(at) == ' ' {
        at += 1;
    }
    let end = match block.get(at) {
        '~' | '-' => at + 1,
        '—' => at + if block.get(at + 1) == '—' { 2 } else { 1 },
        _ => {
            let end = tables.grammar.longest(DateWord::Range, block, at)?;
            if is_rest(tables, block, at, end) {
                return None;
            }
            end
        }
    };
    // Three dashes are a dash between titles.
    (!matches!(block.get(end), '—' | '-')).then_some(end)
}

/// Whether a word between two dates is the rest of one that begins a character before it: 直到 of 一直到三日, where that
/// character is no number as in 周一直到周三.
fn is_rest(tables: &DateTables, block: &Block<'_>, at: usize, end: usize) -> bool {
    let numbers = DateNumbers::new(&tables.numerals, block);
    let numbered = |at: usize| {
        at > 0
            && (numbers.is_numeral(block.before(at)) || tables.grammar.ends(DateWord::NumberLead, block, at))
    };
    at > 0
        && numbers.is_numeral(block.before(at))
        && tables.grammar.longest(DateWord::Range, block, at - 1) == Some(end)
        && !numbered(at - 1)
}

/// The end of a word or sign between two dates of a list.
pub(super) fn list_word(tables: &DateTables, block: &Block<'_>, at: usize) -> Option<usize> {
    match block.get(at) {
        '、' | ',' | '/' => Some(at + 1),
        _ => tables.grammar.longest(DateWord::List, block, at),
    }
}

/// The end of 和 between two dates that 之间 makes a range of: 8月2日与9日之间.
pub(super) fn between(tables: &DateTables, block: &Block<'_>, at: usize) -> Option<usize> {
    const REACH: usize = 20;
    let grammar = &tables.grammar;
    let numbers = DateNumbers::new(&tables.numerals, block);
    let from = grammar.longest(DateWord::RangeAfter, block, skip_spaces(block, at))?;
    // What may stand in the second date.
    let step = |i: usize| match block.get(i) {
        c if c == ' ' || numbers.is_numeral(c) => Some(i + 1),
        _ => grammar.longest(DateWord::Inside, block, i),
    };
    let mut end = from;
    while let Some(next) = step(end).filter(|&next| next <= at + REACH) {
        end = next;
    }
    // 年间 is the time of a year.
    let closes = grammar.longest(DateWord::BetweenEnd, block, end).is_some()
        || block.get(end) == '间' && block.before(end) == '年';
    (closes && end > from).then_some(from)
}

/// Spaces that may stand between the parts of a date.
const SPACES: usize = 2;

pub(super) fn skip_spaces(block: &Block<'_>, at: usize) -> usize {
    at + (0..SPACES).take_while(|i| block.get(at + i) == ' ').count()
}
