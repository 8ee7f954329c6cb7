//! Marked-text corpora, `tests/corpus/{language}/{kind}.txt`.
//!
//! A line is a text with its mentions in brackets, a tab, and their values in order, separated by tabs:
//! `Priset är [1,4 miljarder kronor].<TAB>SEK 1400000000`. A line without brackets must give nothing of the kind.
//! `@2025-08-13 ` at the start gives the reference date, `\n` is a line break, `#` begins a comment.
//!
//! Values: a date's TIMEX3; `CODE amount` and `CODE amount..max`; `value unit` and `value..max unit`;
//! `name: title; title`; of other kinds, as displayed. The bracket of an official is around the name.

use newsfacts::{Document, Extractor, Fact, Kind, Language, Span, parse_date};
use std::{fmt::Write, fs, path::Path};

/// A line: its place, reference date, text without brackets, marks, and values.
struct Case {
    line: usize,
    date: Option<jiff::civil::Date>,
    text: String,
    marks: Vec<(Span, String)>,
}

fn parse(line: usize, source: &str) -> Case {
    let mut fields = source.split('\t').filter(|f| !f.is_empty());
    let mut marked = fields.next().expect("a text").replace("\\n", "\n");
    let mut date = None;
    if let Some((at, rest)) = marked.strip_prefix('@').and_then(|r| r.split_once(' ')) {
        date = Some(parse_date(at).unwrap_or_else(|e| panic!("line {line}: {e}")));
        marked = rest.to_owned();
    }
    let (mut text, mut spans, mut open) = (String::new(), Vec::new(), None);
    for c in marked.chars() {
        match c {
            '[' => open = Some(text.len()),
            ']' => spans.push(Span::new(open.take().expect("`[` before `]`"), text.len())),
            _ => text.push(c),
        }
    }
    let values: Vec<String> = fields.map(str::to_owned).collect();
    assert_eq!(spans.len(), values.len(), "line {line}: as many values as brackets");
    Case { line, date, text, marks: spans.into_iter().zip(values).collect() }
}

fn found(extractor: &Extractor, language: Language, case: &Case) -> Vec<(Span, String)> {
    let document = Document::new(&case.text).with_language(language).with_published(case.date);
    let mention = |m: newsfacts::Mention<'_, Fact>| match m.value() {
        Fact::Date(v) => (m.span(), v.timex()),
        Fact::Money(v) => {
            let max = v.amount_max().map_or(String::new(), |max| format!("..{}", max.normalize()));
            (m.span(), format!("{} {}{max}", v.currency().code(), v.amount().normalize()))
        }
        Fact::Percent(v) => {
            let max = v.value_max().map_or(String::new(), |max| format!("..{}", max.normalize()));
            (m.span(), format!("{}{max} {}", v.value().normalize(), v.unit().name()))
        }
        Fact::Official(v) | Fact::Role(v) => {
            let titles: Vec<&str> = v.offices().iter().map(|o| o.title()).collect();
            (v.name_span(), format!("{}: {}", v.name(), titles.join("; ")))
        }
        // Kinds on request: as displayed.
        other => (m.span(), other.to_string()),
    };
    extractor.facts(&document).map(mention).collect()
}

fn check(language: Language, kind: Kind) {
    let extractor = Extractor::builder().languages([language]).kinds([kind]).build().expect("own tables");
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/corpus/{language}/{kind}.txt"));
    let source = fs::read_to_string(&path).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
    let mut faults = String::new();
    let mut cases = 0;
    for (number, line) in
        (1..).zip(source.lines()).filter(|(_, l)| !l.trim().is_empty() && !l.starts_with('#'))
    {
        let case = parse(number, line);
        let found = found(&extractor, language, &case);
        cases += 1;
        if found != case.marks {
            let show = |marks: &[(Span, String)]| {
                marks
                    .iter()
                    .map(|(s, v)| format!("[{}] {v}", &case.text.as_str()[*s]))
                    .collect::<Vec<_>>()
                    .join(", ")
            };
            writeln!(
                faults,
                "{language}/{kind}.txt:{}: {}\n  expected {}\n  found    {}",
                case.line,
                case.text,
                show(&case.marks),
                show(&found)
            )
            .expect("a string");
        }
    }
    assert!(faults.is_empty(), "\n{faults}");
    assert!(cases > 0, "{} holds no case", path.display());
}

macro_rules! corpora {
    ($($name:ident $language:ident $kind:ident),* $(,)?) => {$(
        #[test]
        fn $name() {
            check(Language::$language, Kind::$kind);
        }
    )*};
}

corpora! {
    zh_date Chinese Date,
    zh_money Chinese Money,
    zh_percent Chinese Percent,
    zh_official Chinese Official,
    sv_date Swedish Date,
    sv_money Swedish Money,
    sv_percent Swedish Percent,
    sv_official Swedish Official,
    zh_role Chinese Role,
    sv_role Swedish Role,
    zh_fraction Chinese Fraction,
    zh_duration Chinese Duration,
    zh_recurrence Chinese Recurrence,
    zh_vague_time Chinese VagueTime,
    sv_fraction Swedish Fraction,
    sv_duration Swedish Duration,
    sv_recurrence Swedish Recurrence,
    sv_vague_time Swedish VagueTime,
}
