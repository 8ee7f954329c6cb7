//! Line ends inside a block. However written (LF, CRLF, CR) and with whatever blanks around it, a line end that only wraps a
//! sentence is a gap: a space where words are written with spaces, nothing where they are not. One that ends a sentence,
//! a heading or an item of a list is a wall, which is read as one `'\n'`.

use super::fold::is_letter;
use std::ops::Range;

/// A line of so many characters may be cut within a number; where lines are shorter, numbers that meet stand in a table.
const LINE: (usize, usize) = (40, 16);

/// What items are counted by beside digits.
const HAN_NUMERALS: &str = "一二三四五六七八九十";

/// So much longer than a wrapped line the next may be, at least.
const EVEN: usize = 8;

/// Characters that are compared at once.
const PART: usize = 16;

/// A blank, folded or not.
const fn is_blank(c: char) -> bool {
    matches!(c, ' ' | '\t')
}

const fn is_end(c: char) -> bool {
    matches!(c, '\n' | '\r')
}

/// Whether a sign ends a clause wherever it stands; of commas and points their neighbours tell.
pub(crate) const fn ends_clause(c: char) -> bool {
    matches!(c, ';' | ':' | '。' | '!' | '?' | '(' | ')' | '"' | '\n' | '\0')
}

/// Replaces the line ends of folded characters, with the byte that each begins at. Tells whether lines were joined.
pub(super) fn settle(chars: &mut Vec<char>, at: &mut Vec<u32>, spaced: bool) -> bool {
    let lines = lines(chars);
    let wraps = wrapped(chars, &lines, spaced);
    let mut to = 0;
    for (i, line) in lines.iter().enumerate() {
        if let Some(&wraps) = i.checked_sub(1).and_then(|k| wraps.get(k))
            && (!wraps || spaced)
        {
            (chars[to], at[to]) = (if wraps { ' ' } else { '\n' }, at[lines[i - 1].end]);
            to += 1;
        }
        // Most line ends are single characters that stay one.
        if to != line.start {
            chars.copy_within(line.clone(), to);
            at.copy_within(line.clone(), to);
        }
        to += line.len();
    }
    chars.truncate(to);
    at.truncate(to);
    wraps.contains(&true)
}

/// The lines of a block, without blanks around the line ends.
fn lines(chars: &[char]) -> Vec<Range<usize>> {
    let mut lines = Vec::new();
    let mut start = 0;
    while let Some(length) = line_length(&chars[start..]) {
        let blanks = chars[start..start + length].iter().rev().take_while(|&&c| is_blank(c)).count();
        lines.push(start..start + length - blanks);
        let gap = chars[start + length..].iter().take_while(|&&c| is_end(c) || is_blank(c)).count();
        start += length + gap;
    }
    lines.push(start..chars.len());
    lines
}

/// Where the first line ends, if not with the block.
fn line_length(chars: &[char]) -> Option<usize> {
    // Characters are compared many at once.
    let none = |part: &&[char]| !part.iter().fold(false, |any, &c| any | is_end(c));
    let whole = PART * chars.chunks_exact(PART).take_while(none).count();
    chars[whole..].iter().position(|&c| is_end(c)).map(|length| whole + length)
}

/// For each line but the last whether the sentence goes on in the next.
fn wrapped(chars: &[char], lines: &[Range<usize>], spaced: bool) -> Vec<bool> {
    let mut wraps: Vec<bool> = lines
        .windows(2)
        .map(|two| {
            let (line, next) = (&two[0], &two[1]);
            // Where words tell nothing, length does: what follows a heading is longer than a wrapped line.
            let even = spaced || next.len() <= line.len() + (line.len() / 2).max(EVEN);
            even && goes_on(&chars[line.clone()], &chars[next.start..], spaced)
        })
        .collect();
    if !spaced {
        // A sentence ends somewhere; headings in a row do not.
        let mut closed = lines.last().is_some_and(|line| closes(&chars[line.clone()]));
        for i in (0..wraps.len()).rev() {
            wraps[i] &= closed;
            closed = wraps[i] || closes(&chars[lines[i].clone()]);
        }
    }
    wraps
}

/// The last character of a line, closing quotes and brackets aside.
fn last(line: &[char]) -> Option<char> {
    let quotes = |c: char| matches!(c, '"' | '\'' | ')' | ']' | '」' | '』' | '》' | '】');
    line.iter().rev().copied().find(|&c| !quotes(c))
}

/// Whether a sentence ends at the end of a line.
fn closes(line: &[char]) -> bool {
    last(line).is_some_and(|c| matches!(c, '。' | '!' | '?' | ';' | ':' | '…' | '|' | '.'))
}

/// Whether a sentence may go on over a line end.
fn goes_on(line: &[char], next: &[char], spaced: bool) -> bool {
    let (Some(last), Some(&first)) = (last(line), next.first()) else { return false };
    if closes(line) && !(last == '.' && first.is_lowercase()) {
        return false;
    }
    let long = line.len() >= if spaced { LINE.0 } else { LINE.1 };
    // Items: - 30 kronor, * , 1. , 一、; no item is -0,75 behind a long line.
    let item = matches!(first, '-' | '—' | '*' | '·' | '#' | '>' | '|' | '~' | '+' | '=');
    let negative = first == '-' && next.get(1).is_some_and(char::is_ascii_digit);
    if item && !(long && negative) || is_numbered(next) {
        return false;
    }
    if last.is_ascii_digit() && first.is_ascii_digit() {
        return long;
    }
    // A short line without a comma before a capital is a heading or a name.
    !spaced || long || !(is_letter(first) && first.is_uppercase())
}

/// Whether a line begins with the number of an item: `1.`, `12)`, 一、
fn is_numbered(line: &[char]) -> bool {
    let digits = line.iter().take(3).take_while(|c| c.is_ascii_digit()).count();
    let ends = |at: usize| match line.get(at) {
        Some('.' | ')') => digits > 0,
        Some('、') => true,
        _ => false,
    };
    let counted = digits == 0 && line.first().is_some_and(|&c| HAN_NUMERALS.contains(c));
    (digits > 0 || counted)
        && ends(digits.max(1))
        && !line.get(digits.max(1) + 1).is_some_and(char::is_ascii_digit)
}

#[cfg(test)]
mod tests {
    use super::settle;

    fn settled(text: &str, spaced: bool) -> String {
        let mut chars: Vec<char> = text.chars().collect();
        let mut at = (0..chars.len() as u32).collect();
        settle(&mut chars, &mut at, spaced);
        assert_eq!(chars.len(), at.len());
        assert!(at.is_sorted());
        chars.into_iter().collect()
    }

    #[test]
    fn a_wrapped_sentence_goes_on() {
        for end in ["\n", "\r\n", "\r", "  \r\n\t  "] {
            assert_eq!(settled(&format!("runt 12{end}miljoner kronor"), true), "runt 12 miljoner kronor");
            assert_eq!(settled(&format!("约12{end}亿元,为此。"), false), "约12亿元,为此。");
            assert_eq!(settled(&format!("约12亿元。{end}他说"), false), "约12亿元。\n他说");
            // Neither a name nor a weekday is the number of an item, and no minus a sign of one.
            assert_eq!(
                settled(&format!("副省长陈志{end}远、厅长李立到会。"), false),
                "副省长陈志远、厅长李立到会。"
            );
            assert_eq!(settled(&format!("定于5日(星期{end}五)召开。"), false), "定于5日(星期五)召开。");
            let line = "Räntan sattes efter långa samtal till";
            assert_eq!(
                settled(&format!("{line} slut{end}-0,25 procent"), true),
                format!("{line} slut -0,25 procent")
            );
        }
        assert_eq!(settled("runt 4,5 milj.\nkronor", true), "runt 4,5 milj. kronor");
    }

    #[test]
    fn headings_items_and_tables_are_walls() {
        for text in [
            "Priser:\n30 kronor",
            "Lax\n- 30 kronor",
            "Prislista\nLax 3",
            "Det var så.\nHon gick",
            "12\n13 kronor",
        ] {
            assert_eq!(settled(text, true), text);
        }
        for text in [
            "企业利润增长两成\n记者今天从统计部门了解到,全市企业利润增长两成。",
            "总理会见来宾\n外长出席会议\n部长发表讲话",
            "会议议程\n1. 报告",
            "菜单\n- 28元",
            "100\n200元",
            "会议议程\n一、报告",
        ] {
            assert_eq!(settled(text, false), text);
        }
    }
}
