//! A block of text between blank lines, folded into characters that know their place in the source.

use super::{
    address,
    fold::{READINGS, fold, is_han, is_letter_or_digit, unified},
    lines,
    quiet::Quiet,
    steps,
};
use crate::Span;
use std::{array::from_fn, cell::Cell, ops::Range};
use unicode_normalization::char::{compose, is_combining_mark};

/// Bytes that a block holds at most. A longer paragraph is cut after a line, a sentence, a comma or a word, so a mention
/// is lost only where 16 KiB of text hold no line end, no sentence end and no comma.
const MAX: usize = 32 * 1024;

/// Bytes that are read at once.
const PART: usize = 8;

/// The first byte of the letters of Latin-1 in UTF-8.
const LATIN_1: u8 = 0xC3;

/// Hyphens that stand inside of words: the plain one, and one that no line breaks at.
const HYPHENS: [char; 2] = ['\u{2010}', '\u{2011}'];

/// Where a word may be parted at the end of a line.
const SOFT_HYPHEN: char = '\u{AD}';

/// Characters that a sentence is looked for to each side.
const SENTENCE: usize = 600;

/// The blocks of a text as byte ranges, in order.
#[derive(Debug, Clone)]
pub(crate) struct Blocks<'t> {
    text: &'t str,
    at: usize,
}

impl<'t> Blocks<'t> {
    pub(crate) fn new(text: &'t str) -> Self {
        Self { text, at: 0 }
    }
}

impl Iterator for Blocks<'_> {
    type Item = Span;

    fn next(&mut self) -> Option<Span> {
        let start = self.at;
        let rest = self.text.get(start..).filter(|r| !r.is_empty())?;
        let bytes = rest.as_bytes();
        let limit = bytes.len().min(MAX);
        // A blank line ends a block: a line end, then only blanks up to the next one.
        for line_end in memchr::memchr2_iter(b'\n', b'\r', &bytes[..limit]) {
            let crlf = usize::from(bytes[line_end..].starts_with(b"\r\n"));
            let after = line_end + crlf + 1;
            let second = after + blanks(&rest[after..], limit.saturating_sub(after));
            if second < limit
                && matches!(bytes[second], b'\n' | b'\r')
                && !(crlf == 0 && line_end > 0 && bytes[line_end - 1] == b'\r' && bytes[line_end] == b'\n')
            {
                let crlf_too = usize::from(bytes[second] == b'\r' && bytes.get(second + 1) == Some(&b'\n'));
                self.at = start + second + 1 + crlf_too;
                return Some(Span::new(start, start + line_end));
            }
        }
        let len = if bytes.len() <= MAX { bytes.len() } else { cut(rest) };
        self.at = start + len;
        Some(Span::new(start, start + len))
    }
}

/// The bytes of the blanks that a text begins with, up to a limit; what is not seen is one.
fn blanks(text: &str, limit: usize) -> usize {
    let blank = |c| matches!(fold(c, &READINGS), None | Some(' ' | '\t'));
    text.char_indices().find(|&(i, c)| i >= limit || !blank(c)).map_or(text.len(), |(i, _)| i)
}

/// Where a block that is too long is best cut: after a line, a sentence, a comma or a space in its second half, or just
/// before the limit.
fn cut(text: &str) -> usize {
    let boundary = |mut at: usize| {
        while !text.is_char_boundary(at) {
            at -= 1;
        }
        at
    };
    let (half, limit) = (boundary(MAX / 2), boundary(MAX));
    let tail = &text[half..limit];
    let after = |i: usize| half + i + tail[i..].chars().next().map_or(0, char::len_utf8);
    tail.rfind(['\n', '。', '！', '？'])
        .map(after)
        .or_else(|| tail.rfind(". ").map(|i| half + i + 2))
        .or_else(|| tail.rfind(", ").map(|i| half + i + 2))
        .or_else(|| tail.rfind(['，', '；']).map(after))
        .or_else(|| tail.rfind(char::is_whitespace).map(after))
        .unwrap_or(limit)
}

/// A block, folded. Positions in it are indexes of characters; [`Block::span`] turns them into bytes of the text.
///
/// `get` beyond either end gives `'\0'`, which is no letter, digit or space, so finders need no bounds checks.
#[derive(Debug)]
pub(crate) struct Block<'t> {
    /// The whole document.
    text: &'t str,
    base: usize,
    /// Folded characters.
    pub(crate) chars: Vec<char>,
    /// For each character the byte in the block where its source begins; one more for the end.
    at: Vec<u32>,
    /// How many bytes were looked at for Han characters that are read as others, and how many of those there are.
    traditional: Cell<(usize, usize)>,
    /// Whether characters are neighbours that are none in the source: a line end or a sign that nobody sees stands between.
    joined: bool,
    /// Whether words are written with spaces, so that a wrapped line ends in one.
    spaced: bool,
    /// The web addresses, as bytes of the block.
    addresses: Vec<Range<u32>>,
    /// Where no sentence ends.
    quiet: Quiet,
}

/// All of a block but its text: it outlives that, to be used again for another.
#[derive(Debug, Default)]
pub(crate) struct BlockBuffers {
    base: usize,
    chars: Vec<char>,
    at: Vec<u32>,
    traditional: (usize, usize),
    joined: bool,
    spaced: bool,
    addresses: Vec<Range<u32>>,
}

impl<'t> Block<'t> {
    pub(crate) fn new(text: &'t str) -> Self {
        Self::within(BlockBuffers::default(), text).spaced(true)
    }

    /// The block that buffers hold, or if they are those of another text, one to be read into them.
    pub(crate) fn within(buffers: BlockBuffers, text: &'t str) -> Self {
        let BlockBuffers { base, chars, at, traditional, joined, spaced, addresses } = buffers;
        let (traditional, quiet) = (Cell::new(traditional), Quiet::default());
        Self { text, base, chars, at, traditional, joined, spaced, addresses, quiet }
    }

    pub(crate) fn into_buffers(self) -> BlockBuffers {
        let Self { text: _, base, chars, at, traditional, joined, spaced, addresses, quiet: _ } = self;
        BlockBuffers { base, chars, at, traditional: traditional.get(), joined, spaced, addresses }
    }

    /// The same for a language that writes spaces between words, or not.
    pub(crate) fn spaced(mut self, spaced: bool) -> Self {
        self.spaced = spaced;
        self
    }

    /// Whether a character stands in a web address, where nothing is read.
    #[inline]
    pub(crate) fn in_address(&self, i: usize) -> bool {
        !self.addresses.is_empty()
            && self.at.get(i).is_some_and(|byte| self.addresses.iter().any(|a| a.contains(byte)))
    }

    /// Reads another block of the same document, reusing the buffers.
    pub(crate) fn read(&mut self, span: Span) {
        self.base = span.start();
        self.traditional.take();
        self.joined = false;
        self.quiet.forget();
        let source = &self.text[span];
        self.decode(source);
        if memchr::memchr2(b'\n', b'\r', source.as_bytes()).is_some() {
            self.joined |= lines::settle(&mut self.chars, &mut self.at, self.spaced);
        }
        self.at.push(source.len() as u32);
        address::find(source, &mut self.addresses);
        steps::add(self.chars.len());
    }

    /// Reads the characters of a block, each with the byte that it begins at.
    fn decode(&mut self, source: &str) {
        let (bytes, readings) = (source.as_bytes(), &*READINGS);
        // Room for all, which is written to by place: what is pushed one by one would wait for the length each time.
        let room = source.chars().count() + PART;
        self.chars.resize(room, '\0');
        self.at.resize(room, 0);
        let (chars, at) = (self.chars.as_mut_slice(), self.at.as_mut_slice());
        let (mut rest, mut len) = (bytes, 0);
        while !rest.is_empty() {
            let mut i = bytes.len() - rest.len();
            // ASCII is read as it is, many at once: what is no ASCII among them is written over.
            while let Some(part) = rest.first_chunk::<PART>() {
                let ascii = ascii(*part);
                chars[len..len + PART].iter_mut().zip(part).for_each(|(c, &byte)| *c = char::from(byte));
                at[len..len + PART].copy_from_slice(&from_fn::<_, PART, _>(|k| i as u32 + k as u32));
                (rest, i, len) = (&rest[ascii..], i + ascii, len + ascii);
                if ascii < PART {
                    break;
                }
            }
            while let [byte @ ..0x80, after @ ..] = rest {
                (chars[len], at[len]) = (char::from(*byte), i as u32);
                (rest, i, len) = (after, i + 1, len + 1);
            }
            // So are the letters of Latin-1, of two bytes each.
            while let [LATIN_1, second, after @ ..] = rest {
                (chars[len], at[len]) = (char::from(0xC0 | second & 0x3F), i as u32);
                (rest, i, len) = (after, i + 2, len + 1);
            }
            // Most of three bytes are found in a table.
            if let [0xE2..=0xEF, ..] = rest {
                let (utf8, _) = rest.as_chunks();
                let mut count = 0;
                for ((utf8, c), at) in utf8.iter().zip(&mut chars[len..]).zip(&mut at[len..]) {
                    let Some(read) = readings.decode(*utf8) else { break };
                    (*c, *at) = (read, (i + 3 * count) as u32);
                    count += 1;
                }
                (rest, i, len) = (&rest[3 * count..], i + 3 * count, len + count);
            }
            // What is plain again needs no look; all others are read one by one.
            if let [..0x80 | LATIN_1 | 0xE5..=0xE8, ..] = rest {
                continue;
            }
            for c in source[i..].chars().take_while(|c| !c.is_ascii() && !is_plain(*c)) {
                let joined = chars[..len].last_mut().filter(|_| is_combining(c));
                match joined.and_then(|last| Some((compose(*last, c)?, last))) {
                    Some((composed, last)) => *last = composed,
                    None => match fold(c, readings) {
                        Some(read) => {
                            (chars[len], at[len]) = (read, i as u32);
                            len += 1;
                        }
                        // Nobody sees it.
                        None => self.joined = true,
                    },
                }
                i += c.len_utf8();
            }
            rest = &bytes[i..];
        }
        self.chars.truncate(len);
        self.at.truncate(len);
    }

    /// Whether at least so many Han characters are written otherwise than in a Simplified text.
    pub(crate) fn has_traditional(&self, wanted: usize) -> bool {
        let (seen, mut count) = self.traditional.get();
        let end = self.at.last().map_or(0, |&end| end as usize);
        let mut rest = self.text[self.base + seen..self.base + end].chars();
        while count < wanted
            && let Some(c) = rest.next()
        {
            count += usize::from(READINGS.is_traditional(c));
        }
        self.traditional.set((end - rest.as_str().len(), count));
        count >= wanted
    }

    /// Whether some of its characters are neighbours that are none in the source.
    pub(crate) fn is_joined(&self) -> bool {
        self.joined
    }

    /// Number of characters.
    #[inline]
    pub(crate) fn len(&self) -> usize {
        self.chars.len()
    }

    /// The character at an index, `'\0'` beyond the ends.
    #[inline]
    pub(crate) fn get(&self, i: usize) -> char {
        steps::add(1);
        self.chars.get(i).copied().unwrap_or('\0')
    }

    /// The character before an index, `'\0'` at the start.
    #[inline]
    pub(crate) fn before(&self, i: usize) -> char {
        i.checked_sub(1).map_or('\0', |p| self.get(p))
    }

    /// The bytes of the document that the characters `start..end` stand for. What is skipped in reading (soft
    /// hyphens and the like) at either edge stays outside.
    pub(crate) fn span(&self, start: usize, end: usize) -> Span {
        let end = end.min(self.len());
        if start >= end {
            let at = self.base + self.at.get(start.min(self.len())).map_or(0, |&b| b as usize);
            return Span::new(at, at);
        }
        let from = self.base + self.at[start] as usize;
        let last = self.base + self.at[end - 1] as usize;
        let next = self.base + self.at[end] as usize;
        let mut to = last;
        for (i, c) in self.text[last..next].char_indices() {
            if i == 0 || is_combining_mark(c) {
                to = last + i + c.len_utf8();
            }
        }
        Span::new(from, to)
    }

    /// The text of the characters `start..end` with the spaces and letters that are read, but in the script and with the signs
    /// that it is written in: a name is the same however its spaces, line ends and letters are coded.
    pub(crate) fn spelt(&self, start: usize, end: usize) -> String {
        let end = end.min(self.len());
        let source = &self.text[self.span(start, end)];
        // Most names are written as they are spelt.
        let plain = |c: char| {
            c == ' ' || c.is_ascii_graphic() || matches!(c, '\u{C0}'..='\u{FF}' | '\u{4E00}'..='\u{9FFF}')
        };
        if source.chars().all(plain) && source.as_bytes().windows(2).all(|two| two != b"  ") {
            return source.to_owned();
        }
        let written = |i: usize| {
            let read = self.chars[i];
            match self.text[self.base + self.at[i] as usize..].chars().next() {
                Some(source) if is_han(source) => unified(source),
                // Hyphens that no line breaks at are hyphens.
                Some(source) if !is_letter_or_digit(read) && read != ' ' && !HYPHENS.contains(&source) => {
                    source
                }
                _ => read,
            }
        };
        let mut spelt = String::with_capacity(end.saturating_sub(start) * 2);
        for i in start..end {
            // Of spaces in a row one is meant.
            if !self.chars[i].is_whitespace() {
                spelt.push(written(i));
            } else if !spelt.ends_with(' ') {
                spelt.push(' ');
            }
        }
        spelt
    }

    /// The same with the soft hyphens between the characters.
    pub(crate) fn written(&self, start: usize, end: usize) -> String {
        if !self.joined {
            return self.spelt(start, end);
        }
        let end = end.min(self.len());
        let source =
            |i: usize| &self.text[self.base + self.at[i] as usize..self.base + self.at[i + 1] as usize];
        let (mut written, mut from) = (String::new(), start);
        for cut in (start + 1..end).filter(|&i| source(i - 1).contains(SOFT_HYPHEN)) {
            written += &self.spelt(from, cut);
            written.push(SOFT_HYPHEN);
            from = cut;
        }
        written + &self.spelt(from, end)
    }

    /// The folded text of the characters `start..end`.
    #[cfg(test)]
    pub(crate) fn folded(&self, start: usize, end: usize) -> String {
        self.chars.get(start..end.min(self.len())).unwrap_or(&[]).iter().collect()
    }

    /// The index of the character whose source begins at or before a byte of the block, searching on from `hint`,
    /// which must not lie beyond it.
    pub(crate) fn index_of(&self, byte: usize, hint: usize) -> usize {
        let ends = self.at.get(hint + 1..).unwrap_or(&[]);
        // No character is shorter than a byte, so the place is at most as many characters on as bytes.
        let start = self.at.get(hint).map_or(byte, |&b| b as usize);
        let near = &ends[..ends.len().min((byte + 1).saturating_sub(start))];
        hint + near.partition_point(|&end| end as usize <= byte)
    }

    /// The index of the character that holds a byte of the document, if it is in the block.
    pub(crate) fn holding(&self, byte: usize) -> Option<usize> {
        let (byte, end) = (byte.checked_sub(self.base)?, self.at.last().map_or(0, |&end| end as usize));
        (byte < end).then(|| self.index_of(byte, 0))
    }

    /// Whether a word can start here: no letter or digit stands before a letter or digit. Han characters have no
    /// word ends.
    #[inline]
    pub(crate) fn word_starts(&self, i: usize) -> bool {
        !joined(self.before(i), self.get(i))
    }

    /// Whether a word can end before `i`.
    #[inline]
    pub(crate) fn word_ends(&self, i: usize) -> bool {
        self.word_starts(i)
    }

    /// The first index of the sentence around `i` that is no space, at most [`SENTENCE`] characters back.
    pub(crate) fn sentence_start(&self, i: usize) -> usize {
        let (floor, from) = (i.saturating_sub(SENTENCE), i.min(self.len()));
        let end = self.quiet.last(floor.min(from), from, |end| self.may_end(end) && self.sentence_ends(end));
        let at = end.map_or(floor.min(from), |end| end + 1);
        at + (at..i).take_while(|&space| self.get(space) == ' ').count()
    }

    /// Whether the sentence around `i` starts there: nothing but spaces lies between it and the end of another.
    pub(crate) fn opens_sentence(&self, i: usize) -> bool {
        let floor = i.saturating_sub(SENTENCE);
        let start = (floor..i).rev().find(|&at| self.get(at) != ' ').map_or(floor, |at| at + 1);
        start == floor || self.sentence_ends(start - 1)
    }

    /// The index after the last of the sentence around `i`, at most [`SENTENCE`] characters on.
    pub(crate) fn sentence_end(&self, i: usize) -> usize {
        let (from, ceiling) = (i.min(self.len()), (i + SENTENCE).min(self.len()));
        let end = self.quiet.first(from, ceiling, |end| self.may_end(end) && self.sentence_ends(end));
        end.map_or(ceiling, |end| end + 1)
    }

    /// A glance that spares most characters the look whether they end a sentence.
    #[inline]
    fn may_end(&self, i: usize) -> bool {
        // All is asked at once: where the processor guesses, spaces lead it astray.
        let c = self.get(i);
        (c == '.') | (c == '\n') | (c == '!') | (c == '?') | (c == '。')
    }

    /// Whether the character at `i` ends a sentence: 。！？ and line ends do; a full stop does before a space and a
    /// capital, unless it follows a single letter (an initial, *f.d.*) or a digit's ordinal.
    fn sentence_ends(&self, i: usize) -> bool {
        match self.get(i) {
            '。' | '!' | '?' | '\n' => true,
            '.' => {
                let mut next = i + 1;
                while matches!(self.get(next), '"' | '\'' | ')') {
                    next += 1;
                }
                let spaced = self.get(next) == ' ' && {
                    let c = self.get(next + 1);
                    c.is_uppercase() || is_han(c) || matches!(c, '-' | '"' | '\'' | '—') || c.is_ascii_digit()
                };
                let initial = self.before(i).is_alphabetic() && self.word_starts(i.saturating_sub(1));
                spaced && !initial
            }
            _ => false,
        }
    }
}

/// How many bytes are ASCII before the first that is not.
const fn ascii(bytes: [u8; PART]) -> usize {
    let others = u64::from_le_bytes(bytes) & u64::from_le_bytes([0x80; PART]);
    others.trailing_zeros() as usize / 8
}

/// Whether [`Block::decode`] reads a character beyond ASCII without a look at what is folded.
const fn is_plain(c: char) -> bool {
    matches!(c, 'À'..='ÿ' | '\u{4E00}'..='\u{9FFF}')
}

/// Whether a character may join the one before it. Most of Chinese is settled without a look into the table.
#[inline]
fn is_combining(c: char) -> bool {
    let none = matches!(c, '\u{3000}'..='\u{3029}' | '\u{3100}'..='\u{9FFF}' | '\u{FF01}'..='\u{FF5E}');
    c >= '\u{300}' && !none && is_combining_mark(c)
}

/// Whether two neighbours are inside one word or number.
#[inline]
fn joined(a: char, b: char) -> bool {
    in_word(a) && in_word(b)
}

/// Whether a character is part of a word or number of a language that writes spaces.
#[inline]
pub(crate) fn in_word(c: char) -> bool {
    !is_han(c) && is_letter_or_digit(c)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// The twin that looks at each character alone.
    fn one_by_one(source: &str) -> (Vec<char>, Vec<u32>) {
        let (mut chars, mut at): (Vec<char>, Vec<u32>) = (Vec::new(), Vec::new());
        for (i, c) in source.char_indices() {
            match chars.last().and_then(|&base| compose(base, c)).filter(|_| is_combining_mark(c)) {
                Some(composed) => *chars.last_mut().expect("a base") = composed,
                None => {
                    if let Some(read) = fold(c, &READINGS) {
                        chars.push(read);
                        at.push(i as u32);
                    }
                }
            }
        }
        (chars, at)
    }

    #[test]
    fn a_line_of_blanks_of_any_width_ends_a_block() {
        let blocks =
            |text: &str| Blocks::new(text).map(|span| text[span.range()].to_owned()).collect::<Vec<_>>();
        for blank in ["", " \t", "\u{A0}", "\u{3000}\u{3000}", " \u{200B}\u{FEFF}"] {
            assert_eq!(blocks(&format!("Ett.\n{blank}\nTvå.")), ["Ett.", "Två."], "{blank:?}");
            assert_eq!(blocks(&format!("一。\r\n{blank}\r\n二。")), ["一。", "二。"], "{blank:?}");
        }
        assert_eq!(blocks("Ett.\n\u{A0}Två.\n"), ["Ett.\n\u{A0}Två.\n"]);
    }

    proptest! {
        #[test]
        fn many_at_once_is_one_by_one(
            source in r"([ -~]{0,12}|[å-öÀ-ÿ]|[\u{80}-\u{24F}]|[一-龥]{1,5}|[\u{2000}-\u{206F}]|[\u{3000}-\u{303F}]|[\u{300}-\u{36F}]|[\u{FF00}-\u{FFEF}]|[\u{3400}-\u{4DBF}]|[\u{F900}-\u{FAFF}]|\PC){0,20}",
        ) {
            let mut block = Block::new(&source);
            block.decode(&source);
            prop_assert_eq!((block.chars, block.at), one_by_one(&source));
        }
    }
}
