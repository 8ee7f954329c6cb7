//! The tokens of a page, as the HTML standard cuts them (<https://html.spec.whatwg.org/#tokenization>), for the tree
//! builder of `html5ever`.
//!
//! The tokenizer of `html5ever` goes by single characters and takes two thirds of the time of a parser. This one looks
//! for the next character that matters, shares the text of the page with the tree, and does not keep attributes that
//! nobody asks for. Tests compare the trees that both give, on pages made at random from everything that is odd in HTML.

use super::{names::Names, reference::reference};
use html5ever::{
    Attribute, LocalName, QualName,
    buffer_queue::BufferQueue,
    ns,
    tendril::StrTendril,
    tokenizer::{Doctype, Tag, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer, states::RawKind},
};
use memchr::{memchr, memchr2};
use once_cell::sync::Lazy;
use std::{borrow::Cow, cell::RefCell, ops::Range};

/// Attributes that are read, or that the tree builder looks at.
const READ: &[&[u8]] = &[
    b"class",
    b"id",
    b"style",
    b"hidden",
    b"aria-hidden",
    b"role",
    b"itemprop",
    b"href",
    b"content",
    b"name",
    b"property",
    b"http-equiv",
    b"lang",
    b"xml:lang",
    b"rel",
    b"type",
    b"datetime",
    b"charset",
    b"color",
    b"face",
    b"size",
    b"encoding",
];

/// Elements of formatting: the tree builder opens them again, and compares their attributes.
const FORMATTING: &[&str] =
    &["a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u"];

/// Which attributes the tree is to have.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Attributes {
    /// For CSS selectors.
    All,
    Read,
}

/// How the text that comes next is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Mode {
    Data,
    /// `<title>`, `<textarea>`: no tags, but character references.
    Title,
    /// `<style>` and the like.
    Raw,
    Script,
    /// All that follows is text.
    Plain,
}

/// In which comment of a script.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Escape {
    None,
    /// After `<!--`.
    Once,
    /// After a `<script` in it.
    Twice,
}

/// Gives the tokens of a page to a sink, until it stops. Says whether no tag has more than so many attributes; it
/// ends at the first that has.
pub(super) fn tokenize<S: TokenSink>(
    html: &str,
    sink: &S,
    attributes: Attributes,
    most: usize,
    stopped: impl Fn() -> bool,
) -> bool {
    let html = one_line_break(html);
    let mut tokens = Tokens {
        bytes: html.as_bytes(),
        page: StrTendril::from_slice(&html),
        sink,
        attributes,
        most,
        at: 0,
        mode: Mode::Data,
        raw: LocalName::from(""),
        names: Names::new(),
    };
    while tokens.at < tokens.bytes.len() && !stopped() {
        let fine = match tokens.mode {
            Mode::Data => tokens.data(),
            Mode::Plain => {
                tokens.text(tokens.at..tokens.bytes.len());
                tokens.at = tokens.bytes.len();
                true
            }
            _ => tokens.raw(),
        };
        if !fine {
            return false;
        }
    }
    let _ = sink.process_token(Token::EOFToken, 1);
    sink.end();
    true
}

/// Line breaks as the standard wants them.
fn one_line_break(html: &str) -> Cow<'_, str> {
    match memchr(b'\r', html.as_bytes()) {
        None => Cow::Borrowed(html),
        Some(_) => Cow::Owned(html.replace("\r\n", "\n").replace('\r', "\n")),
    }
}

const fn is_white(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t' | b'\n' | b'\x0C')
}

struct Tokens<'h, S> {
    bytes: &'h [u8],
    /// The page, of which texts and values are parts.
    page: StrTendril,
    sink: &'h S,
    attributes: Attributes,
    most: usize,
    at: usize,
    mode: Mode,
    /// The element whose end tag ends a raw text.
    raw: LocalName,
    names: Names,
}

impl<S: TokenSink> Tokens<'_, S> {
    fn part(&self, range: Range<usize>) -> StrTendril {
        // Pages are shorter than 4 GiB, see `Limits`.
        self.page.subtendril(range.start as u32, range.len() as u32)
    }

    fn str(&self, range: Range<usize>) -> &str {
        &self.page[range]
    }

    fn give(&self, token: Token) -> TokenSinkResult<S::Handle> {
        self.sink.process_token(token, 1)
    }

    fn give_text(&self, text: StrTendril) {
        if !text.is_empty() {
            let _ = self.give(Token::CharacterTokens(text));
        }
    }

    /// Text up to the next tag, or what begins with `<`.
    fn data(&mut self) -> bool {
        let next = memchr(b'<', &self.bytes[self.at..]).map_or(self.bytes.len(), |n| self.at + n);
        if next > self.at {
            self.text(self.at..next);
            self.at = next;
            return true;
        }
        let after = self.bytes.get(self.at + 1).copied();
        match (after, self.bytes.get(self.at + 2).copied()) {
            (Some(b'!'), _) => self.declaration(),
            (Some(b'?'), _) => self.bogus_comment(self.at + 1),
            (Some(b'/'), Some(c)) if c.is_ascii_alphabetic() => return self.tag(TagKind::EndTag),
            (Some(b'/'), Some(b'>')) => self.at += 3,
            (Some(b'/'), Some(_)) => self.bogus_comment(self.at + 2),
            (Some(c), _) if c.is_ascii_alphabetic() => return self.tag(TagKind::StartTag),
            _ => {
                // A `<` that begins nothing is text, and `</` at the end too.
                let len = if after == Some(b'/') { 2 } else { 1 };
                self.give_text(self.part(self.at..self.at + len));
                self.at += len;
            }
        }
        true
    }

    fn text(&self, range: Range<usize>) {
        let references = matches!(self.mode, Mode::Data | Mode::Title);
        let mut at = range.start;
        // Of text outside of raw elements, the tree builder decides what becomes of U+0000.
        while self.mode == Mode::Data
            && let Some(zero) = memchr(0, &self.bytes[at..range.end])
        {
            self.give_text(self.decoded(at..at + zero, references, false));
            let _ = self.give(Token::NullCharacterToken);
            at += zero + 1;
        }
        self.give_text(self.decoded(at..range.end, references, false));
    }

    /// A part of the page with its character references read and without U+0000.
    fn decoded(&self, range: Range<usize>, references: bool, attribute: bool) -> StrTendril {
        let odd = |from: usize| {
            let rest = &self.bytes[from..range.end];
            let found = if references { memchr2(b'&', 0, rest) } else { memchr(0, rest) };
            found.map(|n| from + n)
        };
        let Some(mut next) = odd(range.start) else { return self.part(range) };
        let mut text = StrTendril::new();
        let mut at = range.start;
        loop {
            text.push_slice(self.str(at..next));
            if self.bytes[next] == 0 {
                text.push_char(char::REPLACEMENT_CHARACTER);
                at = next + 1;
            } else if let Some((chars, len)) = reference(self.str(next + 1..range.end), attribute) {
                chars.into_iter().flatten().for_each(|c| text.push_char(c));
                at = next + 1 + len;
            } else {
                text.push_char('&');
                at = next + 1;
            }
            match odd(at) {
                Some(odd) => next = odd,
                None => {
                    text.push_slice(self.str(at..range.end));
                    return text;
                }
            }
        }
    }

    /// `<!…`: a comment, the doctype, or text of foreign elements.
    fn declaration(&mut self) {
        let rest = &self.bytes[self.at + 2..];
        let begins = |word: &[u8]| rest.get(..word.len()).is_some_and(|r| r.eq_ignore_ascii_case(word));
        if rest.starts_with(b"--") {
            self.comment(self.at + 4);
        } else if begins(b"doctype") {
            let end = memchr(b'>', rest).map_or(self.bytes.len(), |n| self.at + 2 + n + 1);
            if let Some(doctype) = doctype(self.str(self.at..end)) {
                let _ = self.give(Token::DoctypeToken(doctype));
            }
            self.at = end;
        } else if rest.starts_with(b"[CDATA[")
            && self.sink.adjusted_current_node_present_but_not_in_html_namespace()
        {
            let start = self.at + 9;
            let end = memchr::memmem::find(&self.bytes[start..], b"]]>").map(|n| start + n);
            let stop = end.unwrap_or(self.bytes.len());
            let mut at = start;
            while let Some(zero) = memchr(0, &self.bytes[at..stop]) {
                self.give_text(self.part(at..at + zero));
                let _ = self.give(Token::NullCharacterToken);
                at += zero + 1;
            }
            self.give_text(self.part(at..stop));
            self.at = end.map_or(stop, |end| end + 3);
        } else {
            self.bogus_comment(self.at + 2);
        }
    }

    /// What stands in a comment is not asked for.
    fn comment(&mut self, start: usize) {
        let rest = &self.bytes[start..];
        let len = if rest.starts_with(b">") {
            Some(1)
        } else if rest.starts_with(b"->") {
            Some(2)
        } else {
            let ends = |at: &usize| rest[..*at].ends_with(b"--") || rest[..*at].ends_with(b"--!");
            memchr::memchr_iter(b'>', rest).find(ends).map(|at| at + 1)
        };
        self.at = len.map_or(self.bytes.len(), |len| start + len);
        let _ = self.give(Token::CommentToken(StrTendril::new()));
    }

    fn bogus_comment(&mut self, start: usize) {
        self.at = memchr(b'>', &self.bytes[start..]).map_or(self.bytes.len(), |n| start + n + 1);
        let _ = self.give(Token::CommentToken(StrTendril::new()));
    }

    /// A name in small letters.
    fn name(&mut self, range: Range<usize>) -> LocalName {
        self.names.get(&self.page[range])
    }

    /// The first byte from a place on that ends a name.
    fn end_of_name(&self, from: usize, equals: bool) -> usize {
        let ends = |&b: &u8| is_white(b) || matches!(b, b'/' | b'>') || (equals && b == b'=');
        self.bytes[from..].iter().position(ends).map_or(self.bytes.len(), |n| from + n)
    }

    fn after_white(&self, from: usize) -> usize {
        self.bytes[from..].iter().position(|&b| !is_white(b)).map_or(self.bytes.len(), |n| from + n)
    }

    /// A tag; one that the page ends in is none. Says whether it has no more attributes than allowed.
    fn tag(&mut self, kind: TagKind) -> bool {
        let start = self.at + if kind == TagKind::EndTag { 2 } else { 1 };
        let mut at = self.end_of_name(start, false);
        let name = self.name(start..at);
        let all = self.attributes == Attributes::All || FORMATTING.contains(&&*name);
        let (mut attrs, mut count, mut self_closing) = (Vec::new(), 0, false);
        loop {
            at = self.after_white(at);
            match self.bytes.get(at) {
                None => {
                    self.at = at;
                    return true;
                }
                Some(b'>') => break,
                Some(b'/') => {
                    self_closing = self.bytes.get(at + 1) == Some(&b'>');
                    at += 1;
                    continue;
                }
                Some(_) => {}
            }
            // An `=` where a name should begin belongs to it.
            let end = self.end_of_name(at + 1, true);
            let (value, next) = self.value(end);
            count += 1;
            if count > self.most {
                return false;
            }
            if kind == TagKind::StartTag && (all || is_read(&self.bytes[at..end])) {
                let name = self.name(at..end);
                if attrs.iter().all(|a: &Attribute| a.name.local != name) {
                    let value = self.decoded(value, true, true);
                    attrs.push(Attribute { name: QualName::new(None, ns!(), name), value });
                }
            }
            at = next;
        }
        self.at = at + 1;
        if kind == TagKind::StartTag {
            self.raw = name.clone();
        }
        let tag = Tag { kind, name, self_closing, attrs, had_duplicate_attributes: false };
        self.mode = match self.give(Token::TagToken(tag)) {
            TokenSinkResult::RawData(RawKind::Rcdata) => Mode::Title,
            TokenSinkResult::RawData(RawKind::Rawtext) => Mode::Raw,
            TokenSinkResult::RawData(_) => Mode::Script,
            TokenSinkResult::Plaintext => Mode::Plain,
            _ => Mode::Data,
        };
        true
    }

    /// The value of an attribute whose name ends here, and where the tag goes on.
    fn value(&self, end_of_name: usize) -> (Range<usize>, usize) {
        let equals = self.after_white(end_of_name);
        if self.bytes.get(equals) != Some(&b'=') {
            return (0..0, end_of_name);
        }
        let at = self.after_white(equals + 1);
        let len = self.bytes.len();
        match self.bytes.get(at) {
            Some(&quote @ (b'"' | b'\'')) => {
                let end = memchr(quote, &self.bytes[at + 1..]).map_or(len, |n| at + 1 + n);
                (at + 1..end, (end + 1).min(len))
            }
            Some(b'>') | None => (0..0, at),
            Some(_) => {
                let ends = |&b: &u8| is_white(b) || b == b'>';
                let end = self.bytes[at..].iter().position(ends).map_or(len, |n| at + n);
                (at..end, end)
            }
        }
    }

    /// Text up to the end tag of its element.
    fn raw(&mut self) -> bool {
        let end = if self.mode == Mode::Script { self.end_of_script() } else { self.end_of_raw() };
        let stop = end.unwrap_or(self.bytes.len());
        self.text(self.at..stop);
        self.at = stop;
        self.mode = Mode::Data;
        end.is_none() || self.tag(TagKind::EndTag)
    }

    /// Whether a name stands at a place, as that of a tag.
    fn is_named(&self, at: usize, name: &str) -> bool {
        let end = at + name.len();
        let ends = self.bytes.get(end).is_some_and(|&b| is_white(b) || matches!(b, b'/' | b'>'));
        ends && self.bytes[at..end].eq_ignore_ascii_case(name.as_bytes())
    }

    fn end_of_raw(&self) -> Option<usize> {
        let mut at = self.at;
        loop {
            at += memchr(b'<', &self.bytes[at..])?;
            if self.bytes.get(at + 1) == Some(&b'/') && self.is_named(at + 2, &self.raw) {
                return Some(at);
            }
            at += 1;
        }
    }

    /// Scripts may hold comments, and in them scripts, whose end tags are not theirs.
    fn end_of_script(&self) -> Option<usize> {
        let (mut at, mut escape) = (self.at, Escape::None);
        loop {
            let rest = &self.bytes[at..];
            at += match escape {
                Escape::None => memchr(b'<', rest)?,
                _ => memchr2(b'<', b'-', rest)?,
            };
            let rest = &self.bytes[at..];
            let opening = rest[0] == b'<' && self.is_named(at + 1, "script");
            let closing = rest.starts_with(b"</") && self.is_named(at + 2, "script");
            match escape {
                Escape::None | Escape::Once if closing => return Some(at),
                Escape::None if rest.starts_with(b"<!--") => {
                    escape = Escape::Once;
                    // The dashes may be those of the end, too.
                    at += 2;
                    continue;
                }
                Escape::Once if opening => escape = Escape::Twice,
                Escape::Twice if closing => escape = Escape::Once,
                Escape::Once | Escape::Twice if rest.starts_with(b"-->") => escape = Escape::None,
                _ => {}
            }
            at += 1;
        }
    }
}

/// For each length, the first letters of the names in [`READ`] that are so long: most others are known by it.
static READ_LETTERS: Lazy<[u32; 16]> = Lazy::new(|| {
    let mut letters = [0; 16];
    for name in READ {
        letters[name.len()] |= letter(name[0]);
    }
    letters
});

const fn letter(byte: u8) -> u32 {
    1 << (byte & 31)
}

fn is_read(name: &[u8]) -> bool {
    let may =
        READ_LETTERS.get(name.len()).zip(name.first()).is_some_and(|(l, &first)| l & letter(first) != 0);
    may && READ.iter().any(|read| read.len() == name.len() && read.eq_ignore_ascii_case(name))
}

/// A doctype by the tokenizer of the standard: it ends with the first `>`, whatever it holds.
fn doctype(text: &str) -> Option<Doctype> {
    if text.eq_ignore_ascii_case("<!doctype html>") {
        return Some(Doctype { name: Some("html".into()), ..Doctype::default() });
    }
    struct Kept(RefCell<Option<Doctype>>);
    impl TokenSink for Kept {
        type Handle = ();
        fn process_token(&self, token: Token, _: u64) -> TokenSinkResult<()> {
            if let Token::DoctypeToken(doctype) = token {
                self.0.replace(Some(doctype));
            }
            TokenSinkResult::Continue
        }
    }
    let tokenizer = Tokenizer::new(Kept(RefCell::new(None)), Default::default());
    let queue = BufferQueue::default();
    queue.push_back(StrTendril::from_slice(text));
    let _ = tokenizer.feed(&queue);
    tokenizer.end();
    tokenizer.sink.0.take()
}

#[cfg(test)]
mod tests;
