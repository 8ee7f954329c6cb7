//! What may be shown on a terminal, and how.

use anstyle::{AnsiColor, Style};
use newsfacts::Kind;
use std::{
    borrow::Cow,
    io::{self, IsTerminal, Write},
};
use unicode_width::UnicodeWidthChar;

/// Whether a character does something to a terminal or to the order of what it shows, and is no text.
fn acts(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{61C}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

/// A text in one line: white space is collapsed, and a sign stands for each character that is none.
pub(crate) fn line(text: &str) -> Cow<'_, str> {
    let is_plain = |c: char| !acts(c) && (c == ' ' || !c.is_whitespace());
    if text.chars().all(is_plain) && !text.contains("  ") {
        return Cow::Borrowed(text);
    }
    let words: Vec<String> = text
        .split_whitespace()
        .map(|word| word.chars().map(|c| if acts(c) { char::REPLACEMENT_CHARACTER } else { c }).collect())
        .collect();
    Cow::Owned(words.join(" "))
}

/// How many columns a text takes.
pub(crate) fn columns(text: &str) -> usize {
    text.chars().map(|c| c.width().unwrap_or(0)).sum()
}

/// A text cut to some columns.
pub(crate) fn cut(text: &str, most: usize) -> Cow<'_, str> {
    if columns(text) <= most {
        return Cow::Borrowed(text);
    }
    let mut used = 1;
    let kept = text.chars().take_while(|c| {
        used += c.width().unwrap_or(0);
        used <= most
    });
    Cow::Owned(kept.chain(['…']).collect())
}

/// The colours of the table; without them all styles are plain.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Colours {
    wanted: bool,
}

impl Colours {
    /// None, for what programs read.
    pub(crate) const NONE: Self = Self { wanted: false };

    /// Those of standard output: only on a terminal, and not where `NO_COLOR` is set.
    pub(crate) fn of_output() -> Self {
        let choice = anstream::AutoStream::choice(&io::stdout());
        Self { wanted: choice != anstream::ColorChoice::Never }
    }

    pub(crate) fn kind(self, kind: Kind) -> Style {
        let colour = match kind {
            Kind::Date | Kind::Duration | Kind::Recurrence | Kind::VagueTime => AnsiColor::Blue,
            Kind::Money => AnsiColor::Green,
            Kind::Percent | Kind::Fraction => AnsiColor::Yellow,
            Kind::Official | Kind::Role => AnsiColor::Magenta,
            _ => AnsiColor::Cyan,
        };
        self.only(colour.on_default())
    }

    pub(crate) fn heading(self) -> Style {
        self.only(Style::new().bold())
    }

    pub(crate) fn aside(self) -> Style {
        self.only(Style::new().dimmed())
    }

    /// Whether there are any.
    pub(crate) const fn wanted(self) -> bool {
        self.wanted
    }

    fn only(self, style: Style) -> Style {
        if self.wanted { style } else { Style::new() }
    }
}

/// Writes texts that are made for programs. Where a terminal shows them, signs stand for characters that act on it.
pub(crate) struct Harmless<W> {
    out: W,
    /// The first bytes of a character whose last are still to come.
    begun: Vec<u8>,
}

impl<W: Write> Harmless<W> {
    pub(crate) const fn new(out: W) -> Self {
        Self { out, begun: Vec::new() }
    }
}

impl<W: Write> Write for Harmless<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.begun.extend_from_slice(bytes);
        let whole = match std::str::from_utf8(&self.begun) {
            Ok(_) => self.begun.len(),
            Err(error) if error.error_len().is_none() => error.valid_up_to(),
            Err(_) => self.begun.len(),
        };
        let rest = self.begun.split_off(whole);
        let text = String::from_utf8_lossy(&self.begun);
        let harmless = |c: char| {
            if acts(c) && !matches!(c, '\n' | '\t' | '\r') { char::REPLACEMENT_CHARACTER } else { c }
        };
        self.out.write_all(text.chars().map(harmless).collect::<String>().as_bytes())?;
        self.begun = rest;
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}

/// Standard output for texts that are made for programs.
pub(crate) fn output() -> Box<dyn Write + Send> {
    let out = io::stdout();
    if out.is_terminal() { Box::new(Harmless::new(out)) } else { Box::new(out) }
}

/// A message on standard error, in one harmless line.
pub(crate) fn tell(message: &str) {
    // Nothing can be done if nobody can be told.
    let _ = writeln!(io::stderr(), "newsfacts: {}", line(message));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_acts_on_a_terminal_never_reaches_it() {
        assert_eq!(line("Budget\u{1B}[2J  klar\n\u{202E}x"), "Budget\u{FFFD}[2J klar \u{FFFD}x");
        let mut out = Vec::new();
        // A character in two pieces.
        let bytes = "å\u{9B}2J\n".as_bytes();
        let mut writer = Harmless::new(&mut out);
        for byte in bytes {
            writer.write_all(&[*byte]).unwrap();
        }
        drop(writer);
        assert_eq!(String::from_utf8(out).unwrap(), "å\u{FFFD}2J\n");
    }

    #[test]
    fn han_takes_two_columns() {
        assert_eq!((columns("5月"), columns("maj")), (3, 3));
        assert_eq!(cut("5月13日", 5), "5月1…");
    }
}
