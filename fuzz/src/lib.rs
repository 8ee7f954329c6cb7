//! The fuzz targets, as functions of bytes: libFuzzer calls them, and so does `soak`, which needs no nightly compiler.
//!
//! A target that finds something panics. The first byte of text and pages says whether the rest is taken as it is, so that
//! seeds can be read, or texts are made from the words of the tables.

mod make;
mod words;

#[path = "../../tests/oracle/mod.rs"]
mod oracle;

#[path = "../../examples/extract.rs"]
#[allow(dead_code)]
mod extract;

use arbitrary::Unstructured;
use newsfacts::{
    Article, ArticleOptions, Document, Extractor, Kind, Language, LexiconTable, Limits, OwnedMention, decode,
    jiff::civil,
};
use once_cell::sync::Lazy;
use std::time::{Duration, Instant};

/// A target.
pub type Target = fn(&[u8]);

/// All targets by their names.
pub const TARGETS: &[(&str, Target)] =
    &[("text", text), ("html", html), ("rows", rows), ("jsonl", jsonl), ("bytes", bytes)];

/// Pages have so much time and memory, for each of their bytes and beside them: many times what they need.
const PAGE: (Duration, usize) = (Duration::from_secs(5), 8 << 20);
const BYTE: usize = 2000;

#[global_allocator]
static MEMORY: peak_alloc::PeakAlloc = peak_alloc::PeakAlloc;

/// The extractors that texts are read with: the default one, and one of all kinds.
static EXTRACTORS: Lazy<[Extractor; 2]> = Lazy::new(|| {
    let all = Extractor::builder().kinds(Kind::ALL.iter().copied()).amounts_without_figure(true);
    [Extractor::new(), all.build().expect("own tables")]
});

/// Whether the bytes are taken as they are.
fn raw(bytes: &[u8]) -> Option<std::borrow::Cow<'_, str>> {
    let (first, rest) = bytes.split_first()?;
    (*first == b' ').then(|| String::from_utf8_lossy(rest))
}

/// Any text keeps all promises, whatever is known about it, on any thread.
pub fn text(bytes: &[u8]) {
    if let Some(text) = raw(bytes) {
        for extractor in &*EXTRACTORS {
            oracle::checked(extractor, &Document::new(&text));
            for &language in Language::ALL {
                let date = civil::date(2025, 8, 13);
                oracle::checked(
                    extractor,
                    &Document::new(&text).with_language(language).with_published(date),
                );
            }
        }
        return;
    }
    let mut u = Unstructured::new(bytes);
    let _ = (|| -> arbitrary::Result<()> {
        let (language, all, threads) = (make::language(&mut u)?, u.ratio(1, 3)?, u.ratio(1, 200)?);
        let text = {
            let about = u.bytes(16.min(u.len()))?.to_vec();
            let text = make::prose(&mut u, language)?;
            (text, about)
        };
        let document = make::about(&mut Unstructured::new(&text.1), &text.0, language)?;
        let extractor = &EXTRACTORS[usize::from(all)];
        let facts = oracle::checked(extractor, &document);
        if threads {
            std::thread::scope(|scope| {
                for _ in 0..2 {
                    scope.spawn(|| {
                        assert!(extractor.facts(&document).eq(facts.iter().cloned()), "threads agree")
                    });
                }
            });
        }
        Ok(())
    })();
}

/// Any page is read or refused within bounds, and its text keeps all promises.
pub fn html(bytes: &[u8]) {
    let page = match raw(bytes) {
        Some(page) => page.into_owned(),
        None => make::page(&mut Unstructured::new(bytes)).unwrap_or_default(),
    };
    Lazy::force(&EXTRACTORS);
    MEMORY.reset_peak_usage();
    let (before, started) = (MEMORY.current_usage(), Instant::now());
    let small = Limits::default().with_nodes(2000).with_depth(60).with_attributes(20);
    if let Err(error) = ArticleOptions::new().with_limits(small).read(&page) {
        assert!(error.is_limit(), "{error}");
    }
    let article = Article::from_html(&page);
    let (took, held) = (started.elapsed(), MEMORY.peak_usage().saturating_sub(before));
    assert!(took < PAGE.0, "{took:?} for {} bytes", page.len());
    assert!(held < PAGE.1 + BYTE * page.len(), "{held} bytes of memory for {}", page.len());
    match article {
        Ok(article) => {
            for fact in oracle::checked(&EXTRACTORS[0], &article.document()) {
                assert!(
                    article.element_at(fact.start()).is_some()
                        && article.element_at(fact.end() - 1).is_some()
                );
            }
            assert!(
                article.text().ends_with(article.body())
                    && article.element_at(article.text().len()).is_none()
            );
        }
        Err(error) => assert!(error.is_limit(), "{error}"),
    }
}

/// Any rows of a user give an extractor, which keeps all promises on some texts, or an error that names a place.
pub fn rows(bytes: &[u8]) {
    const TEXTS: usize = 32;
    let mut u = Unstructured::new(bytes);
    let _ = (|| -> arbitrary::Result<()> {
        let language = make::language(&mut u)?;
        let table = *u.choose(LexiconTable::ALL)?;
        let rows = if u.ratio(1, 8)? { u.arbitrary::<String>()? } else { make::rows(&mut u, language)? };
        let built = Extractor::builder().languages([language]).lexicon(language, table, &rows).build();
        match built {
            Ok(extractor) => {
                for _ in 0..TEXTS {
                    // The words of the rows, and others.
                    let mut text = make::prose(&mut u, language)?;
                    for form in rows.lines().skip(1).filter_map(|row| row.split('\t').next()) {
                        text.push_str(form);
                        text.push_str(" 5 ");
                        text.push_str(form);
                    }
                    oracle::checked(&extractor, &Document::new(&text).with_language(language));
                }
            }
            Err(error) => assert!(error.lexicon_place().is_some(), "{error}"),
        }
        Ok(())
    })();
}

/// Each line of JSON is answered in its place, by mentions on its text or by an error.
pub fn jsonl(bytes: &[u8]) {
    let mut u = Unstructured::new(bytes);
    let mut input = Vec::new();
    let mut texts = Vec::new();
    let _ = (|| -> arbitrary::Result<()> {
        while !u.is_empty() && texts.len() < 8 {
            let language = make::language(&mut u)?;
            if u.ratio(1, 4)? {
                // Broken lines, and fields of other types.
                const BROKEN: &[&str] = &[
                    "{",
                    "[]",
                    "null",
                    "{\"text\":5}",
                    "{\"text\":\"x\",\"html\":\"y\"}",
                    "{\"id\":1}",
                    "\u{FEFF}{\"text\":\"x\"}",
                    "{\"text\":\"x\",\"lang\":\"tlhh\"}",
                    "{\"text\":\"x\",\"reference_date\":\"2025-02-30\"}",
                    "{\"text\":\"\\ud800\"}",
                ];
                input.extend(u.choose(BROKEN)?.as_bytes());
                texts.push(None);
            } else {
                let key = if u.ratio(1, 8)? { "html" } else { "text" };
                let text = make::prose(&mut u, language)?;
                let mut line = serde_json::json!({"id": texts.len(), "lang": language.code()});
                line[key] = text.clone().into();
                input.extend(line.to_string().as_bytes());
                texts.push((key == "text").then_some(text));
            }
            input.push(b'\n');
        }
        Ok(())
    })();
    let mut out = Vec::new();
    extract::stream(&EXTRACTORS[0], &*input, &mut out).expect("a buffer takes all");
    let out = String::from_utf8(out).expect("JSON is text");
    assert_eq!(out.lines().count(), texts.len(), "an answer for each line");
    for (answer, text) in out.lines().zip(texts) {
        let answer: serde_json::Value = serde_json::from_str(answer).expect("an answer is JSON");
        assert!(answer.get("mentions").is_some() != answer.get("error").is_some(), "{answer}");
        let Some(text) = text else { continue };
        for mention in answer["mentions"].as_array().into_iter().flatten() {
            let mention: OwnedMention =
                serde_json::from_value(mention.clone()).expect("a mention is read back");
            assert_eq!(text.get(mention.span().range()), Some(mention.text()));
        }
    }
}

/// Bytes in any encoding, dates and codes of languages: an answer or a typed error.
pub fn bytes(bytes: &[u8]) {
    let mut u = Unstructured::new(bytes);
    let _ = (|| -> arbitrary::Result<()> {
        let (date, code) = (u.arbitrary::<&str>()?, u.arbitrary::<&str>()?);
        let language = code.parse::<Language>();
        if let Err(error) = &language {
            assert!(error.is_language());
        }
        let rest = u.bytes(u.len())?;
        match decode(rest, None) {
            Ok(text) => {
                let document = Document::new(&text).with_published(date.parse::<civil::Date>().ok());
                oracle::checked(&EXTRACTORS[0], &document.with_language(language.ok()));
            }
            Err(error) => assert!(error.is_encoding()),
        }
        Ok(())
    })();
}

/// The words of the tables, as a dictionary of libFuzzer: some of each table.
pub fn dictionary() -> String {
    const OF_EACH: usize = 12;
    let mut out = String::new();
    for &language in Language::ALL {
        for table in words::of(language) {
            let step = (table.len() / OF_EACH).max(1);
            for word in table.iter().step_by(step).take(OF_EACH) {
                let escaped: String = word
                    .bytes()
                    .map(|b| match b {
                        b'"' | b'\\' | ..=0x1F | 0x7F.. => format!("\\x{b:02X}"),
                        _ => char::from(b).to_string(),
                    })
                    .collect();
                out.push_str(&format!("\"{escaped}\"\n"));
            }
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::TARGETS;
    use std::{fs, path::Path};

    /// Every seed, and every input that once found something, is run again.
    #[test]
    fn seeds_find_nothing() {
        for (name, target) in TARGETS {
            let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("seeds").join(name);
            let mut seeds = 0;
            for seed in fs::read_dir(&folder).unwrap_or_else(|e| panic!("{}: {e}", folder.display())) {
                target(&fs::read(seed.unwrap().path()).unwrap());
                seeds += 1;
            }
            assert!(seeds > 0, "no seeds of {name}");
        }
    }
}
