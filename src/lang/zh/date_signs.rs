//! What stands between dates: words and signs of ranges and lists, and spaces.

use super::date_numerals::is_numeral;
use crate::{kind::date::has, text::Block};

/// Words between the two ends of a range.
pub(super) fn range_word(block: &Block<'_>, at: usize) -> Option<usize> {
    let mut at = at;
    while block.get(at) == ' ' {
        at += 1;
    }
    // 6月1日起至9月30日
    if block.get(at) == '起' && matches!(block.get(at + 1), '至' | '到') {
        at += 1;
    }
    let end = match block.get(at) {
        '至' | '到' | '~' | '-' => at + 1,
        '—' => at + if block.get(at + 1) == '—' { 2 } else { 1 },
        '一' if has(block, at, "一直到") || has(block, at, "一直至") => at + 3,
        '直' if matches!(block.get(at + 1), '至' | '到') && !is_all_along(block, at) => at + 2,
        _ => return None,
    };
    // Three dashes are a dash between titles.
    (!matches!(block.get(end), '—' | '-')).then_some(end)
}

/// Whether the 一 before 直 is of 一直, and no number: 一直到三日, not 周一直到周三.
fn is_all_along(block: &Block<'_>, at: usize) -> bool {
    let goes_on = |c: char| is_numeral(c) || matches!(c, '周' | '期' | '拜' | '月' | '年' | '初' | '第');
    block.before(at) == '一' && !(at > 1 && goes_on(block.before(at - 1)))
}

/// A word between two dates of a list.
pub(super) fn list_word(block: &Block<'_>, at: usize) -> Option<usize> {
    matches!(block.get(at), '、' | '和' | '与' | '及' | '或' | ',' | '/').then_some(at + 1)
}

/// The end of 和 between two dates that 之间 makes a range of: 8月2日与9日之间.
pub(super) fn between(block: &Block<'_>, at: usize) -> Option<usize> {
    const REACH: usize = 20;
    let from = skip_spaces(block, at);
    if !matches!(block.get(from), '和' | '与' | '跟' | '同' | '及') {
        return None;
    }
    let of_date = |c: char| is_numeral(c) || " 年月日号周星期礼拜天上下本这第季度半去今明的".contains(c);
    let end = (from + 1..from + REACH).find(|&i| !of_date(block.get(i)))?;
    let closes = has(block, end, "之间") || block.get(end) == '间' && block.before(end) == '年';
    (closes && end > from + 1).then_some(from + 1)
}

/// Spaces that may stand between the parts of a date.
const SPACES: usize = 2;

pub(super) fn skip_spaces(block: &Block<'_>, at: usize) -> usize {
    at + (0..SPACES).take_while(|i| block.get(at + i) == ' ').count()
}
