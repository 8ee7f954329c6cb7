//! Texts whose lines are wrapped hold the facts of those whose lines are not: values and names, for all kinds.

#[allow(dead_code)]
mod marked;

use marked::Case;
use newsfacts::{Document, Extractor, Kind, Language, jiff::civil};

/// What stands before a text, so that its lines are long enough to be wrapped ones.
const SWEDISH: &str = "Hela natten föll ett stilla regn över skogarna kring sjön. ";
const CHINESE: &str = "连日阴雨，河边的石板路一直没有干过，茶馆里的客人比平时少。";

const CORPORA: &[(Language, &str)] = &[
    (Language::Swedish, include_str!("corpus/sv/date.txt")),
    (Language::Swedish, include_str!("corpus/sv/money.txt")),
    (Language::Swedish, include_str!("corpus/sv/official.txt")),
    (Language::Swedish, include_str!("corpus/sv/percent.txt")),
    (Language::Swedish, include_str!("corpus/sv/duration.txt")),
    (Language::Swedish, include_str!("corpus/sv/fraction.txt")),
    (Language::Swedish, include_str!("corpus/sv/recurrence.txt")),
    (Language::Swedish, include_str!("corpus/sv/role.txt")),
    (Language::Chinese, include_str!("corpus/zh/date.txt")),
    (Language::Chinese, include_str!("corpus/zh/money.txt")),
    (Language::Chinese, include_str!("corpus/zh/official.txt")),
    (Language::Chinese, include_str!("corpus/zh/percent.txt")),
    (Language::Chinese, include_str!("corpus/zh/duration.txt")),
    (Language::Chinese, include_str!("corpus/zh/fraction.txt")),
    (Language::Chinese, include_str!("corpus/zh/recurrence.txt")),
    (Language::Chinese, include_str!("corpus/zh/role.txt")),
];

/// The bytes where a text may be wrapped, each with the bytes that the line end takes the place of.
fn breaks(text: &str, language: Language) -> Vec<(usize, usize)> {
    let chars: Vec<(usize, char)> = text.char_indices().collect();
    let may = |two: &[(usize, char)]| {
        let ((at, c), (next, then)) = (two[0], two[1]);
        match language {
            // What begins like an item of a list is one.
            Language::Swedish => {
                let rest = &text[next..];
                let item = rest.trim_start_matches(|c: char| c.is_ascii_digit()).starts_with(['.', ')']);
                let sign = matches!(
                    then,
                    '-' | '–' | '—' | '*' | '•' | '·' | '#' | '>' | '|' | '~' | '+' | '=' | ' ' | '…'
                );
                (c == ' '
                    && !item
                    && !sign
                    && !matches!(
                        text[..at].chars().last(),
                        Some('.' | '!' | '?' | ':' | ';' | '"' | '”' | ' ')
                    ))
                .then_some((at, next))
            }
            // No line begins with a sign, breaks a number, or begins like an item of a list.
            _ => {
                let inside = |c: char| ('\u{4E00}'..='\u{9FFF}').contains(&c);
                let rest = &text[next + then.len_utf8()..];
                let item = "一二三四五六七八九十".contains(then) && rest.starts_with('、');
                (inside(c) && inside(then) && !item).then_some((next, next))
            }
        }
    };
    chars.windows(2).filter_map(may).collect()
}

fn values(
    extractor: &Extractor,
    text: &str,
    language: Language,
    date: Option<civil::Date>,
) -> Vec<(Kind, String)> {
    let document = Document::new(text).with_language(language).with_published(date);
    extractor.facts(&document).map(|m| (m.value().kind(), m.value().to_string())).collect()
}

#[test]
fn a_line_end_inside_a_sentence_changes_no_fact() {
    let extractor = Extractor::builder().kinds(Kind::ALL.iter().copied()).build().unwrap();
    let (mut unlike, mut all) = (Vec::new(), 0);
    for &(language, corpus) in CORPORA {
        let before = if language == Language::Swedish { SWEDISH } else { CHINESE };
        for line in corpus.lines().filter(|l| !l.is_empty() && !l.starts_with('#')) {
            let case = Case::parse(line).unwrap();
            if case.text.contains(['\n', '\r']) {
                continue;
            }
            let mut text = format!("{before}{}", case.text);
            if language == Language::Chinese && !text.ends_with(['。', '！', '？']) {
                text.push('。');
            }
            let plain = values(&extractor, &text, language, case.date);
            for (n, (at, on)) in breaks(&case.text, language).into_iter().enumerate() {
                let end = ["\n", "\r\n"][n % 2];
                let wrapped = format!("{}{end}{}", &text[..before.len() + at], &text[before.len() + on..]);
                all += 1;
                let found = values(&extractor, &wrapped, language, case.date);
                if found != plain {
                    unlike.push(format!("{:?}\n  {plain:?}\n  {found:?}", &wrapped[before.len()..]));
                }
            }
        }
    }
    assert!(
        unlike.is_empty(),
        "{} of {all} texts change when they are wrapped\n{}",
        unlike.len(),
        unlike.join("\n")
    );
}
