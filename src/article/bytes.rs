//! Bytes of a page as text, whatever its encoding.

use crate::{Error, error::ErrorKind};
use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{BIG5, Encoding, GB18030, GBK, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};
use std::{borrow::Cow, fmt};

/// In how many of the first bytes a page may state its encoding; browsers look at 1,024, some sites need more.
const PRESCAN: usize = 4096;

/// Reads the bytes of a page or a text as text.
///
/// The encoding is that of a byte order mark, of the HTTP header `Content-Type` if given, of the page's own `<meta>`
/// or XML declaration, UTF-8 if the bytes are valid, or a guess among those of the two languages. UTF-8, UTF-16, GBK,
/// GB18030, Big5, windows-1252 and ISO-8859-1 are read, as all that the web knows where it is stated. What is stated
/// is not believed where the bytes are not valid in it, nor where they are UTF-8 by more than chance.
///
/// # Errors
///
/// If the bytes are text in none of these; the error names what was stated and what was tried.
///
/// ```
/// let gbk = b"\xcf\xc2\xd4\xc2\xbf\xaa\xb9\xa4";
/// assert_eq!(newsfacts::decode(gbk, Some("text/html; charset=gb2312"))?, "下月开工");
/// assert_eq!(newsfacts::decode("m\u{e5}ndag".as_bytes(), None)?, "måndag");
///
/// let error = newsfacts::decode(&[0, 1, 2, 3], Some("text/html; charset=big5")).unwrap_err();
/// assert!(error.is_encoding());
/// assert!(error.to_string().contains("stated: Big5 (header)"));
/// # Ok::<(), newsfacts::Error>(())
/// ```
pub fn decode<'b>(bytes: &'b [u8], content_type: Option<&str>) -> Result<Cow<'b, str>, Error> {
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        // A mark is not a guess: broken characters after it are replaced.
        return Ok(encoding.decode_without_bom_handling(&bytes[mark..]).0);
    }
    let stated = stated(bytes, content_type);
    let valid = std::str::from_utf8(bytes).ok();
    let mut tried: Vec<&'static Encoding> = Vec::new();
    for encoding in stated.iter().filter_map(|s| s.encoding) {
        if tried.contains(&encoding) || valid.is_some_and(|text| is_utf_8(text, encoding)) {
            continue;
        }
        tried.push(encoding);
        if let Some(text) = strict(encoding, bytes) {
            return Ok(mistaken(encoding, bytes).unwrap_or(text));
        }
    }
    if let Some(text) = valid.filter(|text| is_text(text)) {
        return Ok(Cow::Borrowed(text));
    }
    if !tried.contains(&UTF_8) {
        tried.push(UTF_8);
    }
    // Real pages hold a broken character now and then.
    if let Some(text) = tried.iter().find_map(|encoding| nearly(encoding, bytes)) {
        return Ok(text);
    }
    if let Some(guess) = unmarked_utf_16(bytes).or_else(|| guess(bytes)).filter(|e| !tried.contains(e)) {
        tried.push(guess);
        if let Some(text) = strict(guess, bytes).or_else(|| nearly(guess, bytes)) {
            return Ok(text);
        }
    }
    let stated = match &stated[..] {
        [] => "nothing".to_owned(),
        some => some.iter().map(ToString::to_string).collect::<Vec<_>>().join(", "),
    };
    let tried = tried.iter().map(|e| e.name()).collect::<Vec<_>>().join(", ");
    Err(ErrorKind::Undecodable { stated, tried }.into())
}

/// Whether a text is an HTML page rather than plain text, by its first characters: it begins with a tag, a comment or a
/// declaration.
///
/// ```
/// use newsfacts::is_html;
///
/// assert!(is_html("\n<!DOCTYPE html><p>Bron öppnas.") && is_html("<p>Bron öppnas."));
/// assert!(!is_html("Bron öppnas.") && !is_html("<3 skrev ministern."));
/// ```
pub fn is_html(text: &str) -> bool {
    let start = text.trim_start_matches(|c: char| c == '\u{FEFF}' || c.is_whitespace());
    let tag = start.strip_prefix('<').and_then(|rest| rest.chars().next());
    tag.is_some_and(|c| c.is_ascii_alphabetic() || matches!(c, '!' | '?'))
}

/// What is said to be in one of the Chinese encodings and is more likely in the other. Pairs of bytes that are valid in both
/// are common; a page of them is not, and then the guess decides.
fn mistaken<'b>(stated: &'static Encoding, bytes: &'b [u8]) -> Option<Cow<'b, str>> {
    /// So few characters tell nothing.
    const ENOUGH: usize = 16;
    let other = match stated {
        e if e == BIG5 => GB18030,
        e if e == GBK || e == GB18030 => BIG5,
        _ => return None,
    };
    let enough = |text: &str| text.chars().filter(|c| !c.is_ascii()).nth(ENOUGH).is_some();
    strict(other, bytes).filter(|text| enough(text) && guess(bytes) == Some(other))
}

/// Whether valid UTF-8 is more than chance. Everything is valid in encodings of single bytes; a pair of bytes of
/// another is valid UTF-8 now and then, but not a whole text of them.
fn is_utf_8(text: &str, stated: &'static Encoding) -> bool {
    const CHANCE: usize = 8;
    stated.is_single_byte() || text.chars().filter(|c| !c.is_ascii()).nth(CHANCE).is_some()
}

/// An encoding that the header or the page states.
struct Stated<'b> {
    label: &'b [u8],
    /// If the web knows the label.
    encoding: Option<&'static Encoding>,
    by: &'static str,
}

impl<'b> Stated<'b> {
    fn new(label: &'b [u8], by: &'static str) -> Self {
        Self { label, encoding: Encoding::for_label(label), by }
    }
}

impl fmt::Display for Stated<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.encoding {
            Some(encoding) => write!(f, "{} ({})", encoding.name(), self.by),
            None => write!(f, "{} ({}, unknown)", String::from_utf8_lossy(self.label), self.by),
        }
    }
}

/// What the header and the page state, in order.
fn stated<'b>(bytes: &'b [u8], content_type: Option<&'b str>) -> Vec<Stated<'b>> {
    let header = content_type.and_then(|t| after_label(t.as_bytes(), b"charset"));
    let start = &bytes[..bytes.len().min(PRESCAN)];
    let declaration = start.starts_with(b"<?xml").then(|| after_label(start, b"encoding")).flatten();
    let page = meta_charset(start).or(declaration).map(|label| {
        let mut stated = Stated::new(label, "page");
        // A page whose `<meta>` could be read is not in UTF-16, whatever it says.
        if stated.encoding.is_some_and(|e| e == UTF_16LE || e == UTF_16BE) {
            stated.encoding = Some(UTF_8);
        }
        stated
    });
    header.map(|label| Stated::new(label, "header")).into_iter().chain(page).collect()
}

/// The label of the first `<meta>` that names an encoding.
fn meta_charset(start: &[u8]) -> Option<&[u8]> {
    memchr::memmem::find_iter(start, b"<").find_map(|at| {
        let tag = &start[at + 1..];
        if !tag.get(..4)?.eq_ignore_ascii_case(b"meta") {
            return None;
        }
        let end = memchr::memchr(b'>', tag).unwrap_or(tag.len());
        after_label(&tag[..end], b"charset")
    })
}

/// The label of an encoding after `label=`.
fn after_label<'b>(text: &'b [u8], label: &[u8]) -> Option<&'b [u8]> {
    let at = text.windows(label.len()).position(|w| w.eq_ignore_ascii_case(label))?;
    let rest = text[at + label.len()..].trim_ascii_start().strip_prefix(b"=")?.trim_ascii_start();
    let rest = rest.strip_prefix(b"\"").or_else(|| rest.strip_prefix(b"'")).unwrap_or(rest);
    let len = rest.iter().take_while(|b| b.is_ascii_alphanumeric() || b"-_:.".contains(b)).count();
    (len > 0).then_some(&rest[..len])
}

/// UTF-16 without a mark: markup is ASCII, so every second byte is 0.
fn unmarked_utf_16(bytes: &[u8]) -> Option<&'static Encoding> {
    let start = &bytes[..bytes.len().min(PRESCAN) & !1];
    let zeros = |odd: usize| start.iter().skip(odd).step_by(2).filter(|&&b| b == 0).count();
    let (even, odd) = (zeros(0), zeros(1));
    // Chinese prose has few ASCII letters, but its markup has.
    let many = start.len() / 2 / 8;
    match (even > many.max(1), odd > many.max(1)) {
        (true, false) => Some(UTF_16BE),
        (false, true) => Some(UTF_16LE),
        _ => None,
    }
}

/// The most likely among the encodings of the two languages.
fn guess(bytes: &[u8]) -> Option<&'static Encoding> {
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    // (Not the last bytes: a page may be cut within a character.)
    detector.feed(bytes, false);
    let known = |e: &'static Encoding| if e == GBK { GB18030 } else { e };
    let first = known(detector.guess(None, Utf8Detection::Deny));
    if [GB18030, BIG5, WINDOWS_1252].contains(&first) {
        return Some(first);
    }
    if first.is_single_byte() {
        return Some(WINDOWS_1252);
    }
    // Japanese and Korean encodings share most of their byte pairs with the Chinese ones.
    let chinese = known(detector.guess(Some(b"cn"), Utf8Detection::Deny));
    [GB18030, BIG5].contains(&chinese).then_some(chinese)
}

fn strict<'b>(encoding: &'static Encoding, bytes: &'b [u8]) -> Option<Cow<'b, str>> {
    encoding.decode_without_bom_handling_and_without_replacement(bytes).filter(|text| is_text(text))
}

/// With few broken characters: one in a thousand bytes, and one in eight of those that are not ASCII. One more at the end
/// is where the page was cut.
fn nearly<'b>(encoding: &'static Encoding, bytes: &'b [u8]) -> Option<Cow<'b, str>> {
    const BROKEN: char = char::REPLACEMENT_CHARACTER;
    let text = encoding.decode_without_bom_handling(bytes).0;
    let broken = text.matches(BROKEN).count() - usize::from(text.ends_with(BROKEN));
    let whole = text.chars().filter(|c| !c.is_ascii() && *c != BROKEN).count();
    (broken * 1000 <= bytes.len() && broken * 8 <= whole && whole > 0 && is_text(&text)).then_some(text)
}

/// Whether a text has hardly a control character: pictures and archives are valid in windows-1252.
fn is_text(text: &str) -> bool {
    let odd = |c: &char| matches!(c, '\0'..='\x08' | '\x0E'..='\x1A' | '\x1C'..='\x1F');
    text.chars().filter(odd).count() * 100 <= text.len()
}
