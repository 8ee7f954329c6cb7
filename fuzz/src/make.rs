//! Texts, pages and rows from bytes.

use crate::words;
use arbitrary::{Result, Unstructured};
use newsfacts::{Document, Language, Region, jiff::civil};

/// What stands between the words of a language.
const JOINTS: &[&str] = &[
    " ", " ", " ", " ", ", ", ". ", "\n", "\r\n", "\n\n", " och ", " – ", "-", "–", " (", ") ", ":", "/",
    "”", " i ", " den ", "\t",
];
const SIGNS: &[&str] = &[
    "", "", "", "", "，", "。", "、", "\n", "\r\n", "\n\n", "（", "）", "·", "至", "和", "的", "第", " ",
    "—", "《", "》", "：",
];

/// What hides between letters, and what breaks readers of text.
const ODD: &[&str] = &[
    "\u{AD}",
    "\u{200B}",
    "\u{2066}",
    "\u{2069}",
    "\u{FE00}",
    "\u{E0100}",
    "\u{301}",
    "\u{30A}",
    "\u{308}",
    "\u{A0}",
    "\u{3000}",
    "\u{2028}",
    "\u{F9DD}",
    "\u{2F800}",
    "Ａ",
    "３",
    "％",
    "\0",
    "𠀀",
    "é",
    "ſ",
    "İ",
    "ß",
    "ﬁ",
    "👩‍👩‍👧",
    "\u{FFFD}",
    "€",
    "$",
    "¥",
    "½",
    "²",
    "٣",
    "〇",
    "零",
];

/// Bytes that a text has about at most.
const LONG: usize = 240;

pub fn language(u: &mut Unstructured<'_>) -> Result<Language> {
    Ok(if u.ratio(1, 2)? { Language::Chinese } else { Language::Swedish })
}

/// A number as texts write it.
fn number(u: &mut Unstructured<'_>, out: &mut String) -> Result<()> {
    let n: u32 = match u.int_in_range(0..=9)? {
        0..=3 => u.int_in_range(0..=31)?,
        4..=5 => u.int_in_range(1890..=2060)?,
        6..=7 => u.int_in_range(0..=999_999)?,
        _ => u.arbitrary()?,
    };
    let text = n.to_string();
    match u.int_in_range(0..=7)? {
        0 => out.extend(text.chars().map(|c| char::from_u32(c as u32 + 0xFEE0).unwrap_or(c))),
        1 => out.push_str(&format!("{},{}", n / 10, n % 10)),
        2 => out.push_str(&format!("{}.{:02}", n / 100, n % 100)),
        3 => out.push_str(&format!("{} {:03}", n / 1000, n % 1000)),
        4 => out.push_str(&format!("{}:{:02}", n % 25, n % 61)),
        5 => out.push_str(&format!("{:04}-{:02}-{:02}", n % 10_000, n % 14, n % 33)),
        _ => out.push_str(&text),
    }
    Ok(())
}

/// A text of a language's words, numbers, signs, and what hides between them.
pub fn prose(u: &mut Unstructured<'_>, language: Language) -> Result<String> {
    let (tables, joints) = (words::of(language), if language == Language::Chinese { SIGNS } else { JOINTS });
    let mut out = String::with_capacity(LONG + 40);
    while out.len() < LONG && !u.is_empty() {
        match u.int_in_range(0..=31)? {
            0..=19 => {
                let table = u.choose(tables)?;
                out.push_str(u.choose(table)?);
            }
            20..=25 => number(u, &mut out)?,
            26 => out.push_str(u.choose(ODD)?),
            27 => out.push(u.arbitrary()?),
            28 => {
                // A word with a capital, cut short.
                let table = u.choose(tables)?;
                let word = *u.choose(table)?;
                let cut = u.int_in_range(1..=6)?;
                out.extend(word.chars().take(cut).flat_map(char::to_uppercase));
            }
            29 => out.push_str(
                ["kr", "元", "%", "procent", "(S)", "年", "月", "日", "亿"][u.int_in_range(0..=8)?],
            ),
            30 => out.push_str(
                ["Alma Berg", "Nils Ek", "陈立", "王小明", "欧阳雪", "Ola", "von Rosen"]
                    [u.int_in_range(0..=6)?],
            ),
            _ => {}
        }
        out.push_str(u.choose(joints)?);
    }
    Ok(out)
}

/// What is known about a text, at the limits of the calendar too.
pub fn about<'t>(u: &mut Unstructured<'_>, text: &'t str, language: Language) -> Result<Document<'t>> {
    let date = match u.int_in_range(0..=9)? {
        0 => None,
        1 => Some(civil::Date::MIN),
        2 => Some(civil::Date::MAX),
        3 => Some(civil::date(u.int_in_range(-9999..=9999)?, 1, 1)),
        4 => Some(civil::date(u.int_in_range(1..=9999)?, 12, 31)),
        _ => civil::Date::new(u.int_in_range(1990..=2040)?, u.int_in_range(1..=12)?, u.int_in_range(1..=31)?)
            .ok(),
    };
    let language = match u.int_in_range(0..=9)? {
        0 => None,
        1 => Some(Language::Other),
        2 => Some(if language == Language::Chinese { Language::Swedish } else { Language::Chinese }),
        _ => Some(language),
    };
    let region = if u.ratio(1, 4)? { Some(*u.choose(Region::ALL)?) } else { None };
    Ok(Document::new(text).with_published(date).with_language(language).with_region(region))
}

const TAGS: &[&str] = &[
    "p",
    "p",
    "p",
    "div",
    "div",
    "span",
    "a",
    "b",
    "i",
    "h1",
    "h2",
    "table",
    "tr",
    "td",
    "tbody",
    "caption",
    "ul",
    "li",
    "article",
    "main",
    "section",
    "aside",
    "footer",
    "header",
    "nav",
    "form",
    "script",
    "style",
    "template",
    "svg",
    "math",
    "mi",
    "foreignObject",
    "title",
    "meta",
    "link",
    "base",
    "body",
    "head",
    "html",
    "time",
    "figure",
    "figcaption",
    "blockquote",
    "pre",
    "textarea",
    "select",
    "option",
    "noscript",
    "iframe",
    "button",
    "x-y",
    "nobr",
    "font",
    "center",
    "plaintext",
    "frameset",
    "br",
    "hr",
    "img",
    "input",
    "ruby",
    "rt",
];

const ATTRIBUTES: &[&str] = &[
    "class=article-body",
    "class='comment ad'",
    "id=content",
    "id=x",
    "lang=sv",
    "lang=zh-TW",
    "lang=en",
    "href=/nyheter/2025/03/05/x.html",
    "charset=gbk",
    "property=og:title content='Bron byggs'",
    "property=article:published_time content=2025-03-05T23:30:00Z",
    "name=description content=x",
    "datetime=2025-03-05",
    "itemprop=datePublished",
    "hidden",
    "style=display:none",
    "type=application/ld+json",
    "http-equiv=Content-Language content=sv",
    "rel=canonical href=https://blad.example/2025/03/05",
    "aria-hidden=true",
    "=",
    "'",
    "\"a",
];

const SCRIPTS: &[&str] = &[
    "{\"@type\":\"NewsArticle\",\"datePublished\":\"2025-03-05\",\"headline\":\"Bron byggs\"}",
    "[[[[",
    "{\"@graph\":[{}]}",
    "publishTime:\"2025-03-05\"",
    "<!--",
    "</scr",
    "&lt;",
    "]]>",
    "<![CDATA[",
    "&#x110000;",
    "&notanentity",
    "\0",
];

/// A page: elements open and closed in any order, with prose between them.
pub fn page(u: &mut Unstructured<'_>) -> Result<String> {
    let language = language(u)?;
    let mut out = String::new();
    let mut open: Vec<&str> = Vec::new();
    while !u.is_empty() && out.len() < 4000 {
        match u.int_in_range(0..=15)? {
            0..=5 => {
                let tag = *u.choose(TAGS)?;
                out.push('<');
                out.push_str(tag);
                while !u.is_empty() && u.ratio(1, 3)? {
                    out.push(' ');
                    out.push_str(u.choose(ATTRIBUTES)?);
                }
                out.push('>');
                open.push(tag);
            }
            6..=8 => {
                let tag = open.pop().unwrap_or("p");
                out.push_str(&format!("</{tag}>"));
            }
            9 => out.push_str(&format!("</{}>", u.choose(TAGS)?)),
            10 => out.push_str(u.choose(SCRIPTS)?),
            11 => out.push_str(
                ["<", "</", "<!", "<?", "&", "<!DOCTYPE html>", "-->", ">"][u.int_in_range(0..=7)?],
            ),
            12 => {
                // The same once more, a few times.
                let (unit, times) = (*u.choose(TAGS)?, u.int_in_range(2..=30)?);
                out.push_str(&format!("<{unit}>x").repeat(times));
            }
            _ => {
                let tables = words::of(language);
                for _ in 0..u.int_in_range(1..=12)? {
                    let table = u.choose(tables)?;
                    out.push_str(u.choose(table)?);
                    out.push_str(if language == Language::Chinese { "" } else { " " });
                }
                out.push_str(u.choose(&[". ", "。", ", ", "\n", "</p><p>"])?);
            }
        }
    }
    Ok(out)
}

/// Rows for a table, most of them nearly right.
pub fn rows(u: &mut Unstructured<'_>, language: Language) -> Result<String> {
    const COLUMNS: &[&str] = &[
        "forms", "code", "factor", "place", "shared", "flags", "unit", "role", "scope", "head", "use", "id",
        "infl", "kind", "part", "country", "rule", "value", "class", "money", "weight", "form",
    ];
    const CELLS: &[&str] = &[
        "",
        "SEK",
        "CNY",
        "0.01",
        "-1",
        "0",
        "1",
        "99999999999999999999",
        "before",
        "both",
        "IR:IRR IQ:IQD",
        "percent",
        "point",
        "minister",
        "public",
        "body",
        "+",
        "-n -ns",
        "-",
        "after",
        "agency",
        "party",
        "whole",
        "SE",
        "QQ",
        "06-06",
        "13-40",
        "easter -2",
        "easter 99999",
        "sunday 5-2",
        "lunar 1-15",
        "lunar 13-99",
        "friday-from 06-19",
        "digit",
        "unit",
        "tens",
        "12",
        "8",
        "a|b",
        "|",
        "plain",
        "compound",
        "TWD",
    ];
    let mut out = String::from("form");
    let mut columns = 0;
    while columns < 4 && u.ratio(2, 3)? {
        out.push('\t');
        out.push_str(u.choose(COLUMNS)?);
        columns += 1;
    }
    out.push('\n');
    for _ in 0..u.int_in_range(1..=4)? {
        let table = u.choose(words::of(language))?;
        out.push_str(u.choose(table)?);
        if u.ratio(1, 2)? {
            out.push_str(u.choose(&["å", "元", "x", "\u{AD}", " "])?);
        }
        for _ in 0..columns {
            out.push('\t');
            out.push_str(u.choose(CELLS)?);
        }
        out.push('\n');
    }
    Ok(out)
}
