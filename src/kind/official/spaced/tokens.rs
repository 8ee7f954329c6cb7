//! Words and marks of a block, as the reading of titles and names needs them.

use crate::{
    lexicon::TableSet,
    text::{Block, is_letter, is_letter_or_digit},
};
use std::cell::Cell;

/// Characters that a word holds at most; what is longer is no word of a name or title.
pub(super) const LONGEST: usize = 64;

/// A word, or a mark between words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Token {
    /// Characters `start..end` of the block.
    pub(super) start: usize,
    pub(super) end: usize,
    /// The sign, if it is none of a word; a line end is `'\n'`.
    pub(super) mark: Option<char>,
}

/// The words and marks of a block, in order.
#[derive(Debug)]
pub(super) struct Tokens<'a> {
    pub(super) block: &'a Block<'a>,
    pub(super) chars: &'a [char],
    list: &'a [Token],
    /// What starts with each token, once it was asked for.
    heads: &'a [Cell<Option<Head>>],
    /// The tables of what ends with each token, once they were asked for.
    tails: &'a [Cell<Option<TableSet>>],
}

/// What the tokens of a block are kept in, to be used again for another.
#[derive(Debug, Default)]
pub(crate) struct TokenBuffers {
    list: Vec<Token>,
    heads: Vec<Option<Head>>,
    tails: Vec<Option<TableSet>>,
}

/// What of the tables starts with a token.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Head {
    /// The tables of the entries.
    pub(super) tables: TableSet,
    /// The row of `name-words` that is the token, neither more nor less.
    pub(super) name_word: Option<u32>,
    /// Whether the token, or its part before a hyphen, is a given name.
    pub(super) given: bool,
    /// Whether the token begins with a word that verbs may begin with.
    pub(super) prefixed: bool,
    /// The longest entries of whole words, of the tables that are asked for most.
    pub(super) longest: [Option<HeadMatch>; 3],
}

/// An entry that ends with a token, or before its genitive ending.
#[derive(Debug, Clone, Copy)]
pub(crate) struct HeadMatch {
    pub(super) row: u32,
    /// How many tokens it covers.
    pub(super) words: u8,
    pub(super) genitive: bool,
}

/// The word under way while a block is cut.
#[derive(Debug, Default)]
struct Word {
    start: usize,
    /// Whether a full stop stands between two of its letters: *f.d.*
    dotted: bool,
}

impl Word {
    /// Ends it before `at`.
    fn end(&mut self, at: usize, list: &mut Vec<Token>) {
        list.push(Token { start: self.start, end: at, mark: None });
        *self = Self { start: at, dotted: false };
    }

    /// Cuts off what is too long of it, up to `at`.
    #[inline]
    fn cut(&mut self, at: usize, list: &mut Vec<Token>) {
        while at - self.start >= LONGEST {
            self.end(self.start + LONGEST, list);
        }
    }

    /// Goes on with the sign at `at`, or ends before it.
    #[inline]
    fn meet(&mut self, chars: &[char], at: usize, list: &mut Vec<Token>) {
        let c = chars[at];
        // Most words end here.
        if c == ' ' {
            if self.start < at {
                self.end(at, list);
            }
            self.start = at + 1;
            return;
        }
        if self.start < at {
            if self.takes(chars, at) {
                if at + 1 - self.start == LONGEST || c == '-' && !is_letter_or_digit(get(chars, at + 1)) {
                    self.end(at + 1, list);
                }
                return;
            }
            self.end(at, list);
        }
        // A clipped particle: *'t*
        let clipped = || is_letter(get(chars, at + 1)) && get(chars, at + 2) == ' ';
        if c == '\'' && (at == 0 || chars[at - 1] == ' ') && clipped() {
            return;
        }
        if c == '\n' || !c.is_whitespace() {
            list.push(Token { start: at, end: at + 1, mark: Some(c) });
        }
        self.start = at + 1;
    }

    /// Whether it goes on with the sign at `at`, before which at least one character of it stands.
    fn takes(&mut self, chars: &[char], at: usize) -> bool {
        let (before, next) = (chars[at - 1], get(chars, at + 1));
        match chars[at] {
            '-' if before == '.' => is_letter(next),
            '-' => is_letter_or_digit(next) || matches!(next, ' ' | ',') && is_letter(before),
            '\'' => is_letter(next) && is_letter(before),
            ':' => next.is_lowercase() && is_letter(before),
            '.' => {
                // An initial: *J.*, *C.-H.*
                let earlier = at.checked_sub(2).map_or('\0', |i| chars[i]);
                let single = at - self.start == 1 || matches!(earlier, '-' | '.');
                let short = single && is_letter(before);
                self.dotted |= is_letter(next) && is_letter(before);
                is_letter(next) || short || self.dotted && earlier == '.'
            }
            _ => false,
        }
    }
}

/// A character; beyond the end `'\0'`.
fn get(chars: &[char], i: usize) -> char {
    chars.get(i).copied().unwrap_or('\0')
}

/// Room for what is not known yet of so many tokens.
fn unknown<T: Copy>(room: &mut Vec<Option<T>>, tokens: usize) -> &[Cell<Option<T>>] {
    room.clear();
    room.resize(tokens, None);
    Cell::from_mut(room.as_mut_slice()).as_slice_of_cells()
}

impl<'a> Tokens<'a> {
    /// Cuts a block, in buffers that another may have left. Inside a word stand hyphens (*EU-kommissionen*; at its end too: *kultur- och*),
    /// apostrophes, the colon of *FN:s* and the full stops of *f.d.* and *J.*
    pub(super) fn within(buffers: &'a mut TokenBuffers, block: &'a Block<'_>) -> Self {
        let chars = &block.chars[..];
        let TokenBuffers { list, heads, tails } = buffers;
        list.clear();
        list.reserve(chars.len() / 4);
        let mut word = Word::default();
        let mut at = 0;
        loop {
            at += chars[at..].iter().take_while(|&&c| is_letter_or_digit(c)).count();
            word.cut(at, list);
            if at == chars.len() {
                break;
            }
            word.meet(chars, at, list);
            at += 1;
        }
        if word.start < at {
            word.end(at, list);
        }
        Self { block, chars, heads: unknown(heads, list.len()), tails: unknown(tails, list.len()), list }
    }

    pub(super) fn len(&self) -> usize {
        self.list.len()
    }

    /// What starts with a token, looked up once.
    #[inline]
    pub(super) fn head(&self, k: usize, look: impl FnOnce(Token) -> Head) -> Head {
        self.known(self.heads, k, look)
    }

    /// The tables of what ends with a token, looked up once.
    #[inline]
    pub(super) fn tail(&self, k: usize, look: impl FnOnce(Token) -> TableSet) -> TableSet {
        self.known(self.tails, k, look)
    }

    /// What is known of a token.
    #[inline]
    fn known<T: Copy + Default>(
        &self,
        all: &[Cell<Option<T>>],
        k: usize,
        look: impl FnOnce(Token) -> T,
    ) -> T {
        let Some((known, &token)) = all.get(k).zip(self.list.get(k)) else { return T::default() };
        known.get().unwrap_or_else(|| {
            let found = look(token);
            known.set(Some(found));
            found
        })
    }

    /// A token; beyond the ends an empty mark.
    pub(super) fn get(&self, k: usize) -> Token {
        const NONE: Token = Token { start: usize::MAX, end: usize::MAX, mark: Some('\0') };
        self.list.get(k).copied().unwrap_or(NONE)
    }

    pub(super) fn is_word(&self, k: usize) -> bool {
        self.get(k).mark.is_none()
    }

    pub(super) fn is_mark(&self, k: usize, mark: char) -> bool {
        self.get(k).mark == Some(mark)
    }

    /// The characters of a token.
    pub(super) fn chars(&self, k: usize) -> &'a [char] {
        let token = self.get(k);
        self.chars.get(token.start..token.end).unwrap_or(&[])
    }

    /// Whether a word stands at `k` and is written as given, in any case.
    pub(super) fn is(&self, k: usize, word: &str) -> bool {
        self.is_word(k) && self.chars(k).iter().map(|&c| crate::text::lower(c)).eq(word.chars())
    }

    /// Whether a word with a capital stands at `k`.
    pub(super) fn is_capital(&self, k: usize) -> bool {
        self.is_word(k) && self.chars(k).first().is_some_and(|c| c.is_uppercase())
    }

    pub(super) fn is_lower(&self, k: usize) -> bool {
        self.is_word(k) && self.chars(k).first().is_some_and(|c| c.is_lowercase())
    }

    /// Whether the word is written in capitals alone, two or more.
    pub(super) fn is_shouted(&self, k: usize) -> bool {
        let chars = self.chars(k);
        !chars.iter().any(|c| c.is_lowercase()) && chars.iter().filter(|c| c.is_uppercase()).count() >= 2
    }

    /// Whether nothing but a space lies between the tokens `k` and `k + 1`.
    pub(super) fn spaced(&self, k: usize) -> bool {
        let (a, b) = (self.get(k), self.get(k + 1));
        b.start != usize::MAX && a.end + 1 == b.start
    }

    /// The token that holds a character or begins after it.
    pub(super) fn at(&self, at: usize) -> usize {
        self.list.partition_point(|t| t.end <= at)
    }

    /// The same, not far before token `k`, or that one itself.
    #[inline]
    pub(super) fn starting_near(&self, k: usize, at: usize) -> Option<usize> {
        let first = (0..=k).rev().find(|&first| self.get(first).start <= at)?;
        (self.get(first).start == at).then_some(first)
    }

    /// The token that starts at a character.
    pub(super) fn starting(&self, at: usize) -> Option<usize> {
        self.list.binary_search_by_key(&at, |t| t.start).ok()
    }
}
