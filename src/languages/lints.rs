//! What must hold for every table: spelling, uniqueness, and that the scan finds every word.

use super::pack;
use crate::{
    Document, Extractor, Kind, Language, Span,
    lexicon::{self, LONGEST, Lexicon, Table, TableSet, asked},
    scan::{Anchors, Hit, around, naive},
    text::Block,
};
use once_cell::sync::Lazy;
use proptest::prelude::*;
use std::collections::HashSet;
use unicode_normalization::is_nfc;

fn lexicon(language: Language) -> Lexicon {
    let sources =
        pack(language).expect("it is read").tables.iter().map(|&(table, source)| (table, source.into()));
    Lexicon::new(sources)
}

fn anchors(language: Language, lexicon: &Lexicon) -> Anchors {
    Anchors::new(lexicon, pack(language).expect("it is read").anchors, TableSet::of(Table::ALL))
}

fn block(text: &str) -> Block<'_> {
    let mut block = Block::new(text);
    block.read(Span::new(0, text.len()));
    block
}

fn hits(anchors: &Anchors, block: &Block<'_>) -> Vec<Hit> {
    let mut hits = Vec::new();
    anchors.scan(block, &mut hits);
    hits
}

#[test]
fn tables_are_composed_and_say_nothing_twice() {
    for &language in Language::ALL {
        for (table, source) in pack(language).expect("it is read").tables {
            assert!(is_nfc(source), "{language}/{} is not in composed form (NFC)", table.name());
            assert!(!source.contains('\r') && source.ends_with('\n'), "{language}/{}", table.name());
        }
        let lexicon = lexicon(language);
        let mut seen = HashSet::new();
        for form in lexicon.forms(TableSet::of(Table::ALL)) {
            assert!(
                seen.insert((form.table, lexicon.chars(form))),
                "{language}/{}: `{}` stands twice",
                form.table.name(),
                lexicon.chars(form).iter().collect::<String>()
            );
        }
    }
}

/// A language that is read and written with spaces is told from others by words, which takes its row of function words.
#[test]
fn languages_are_told_that_are_read() {
    let spaced = |l: &&Language| pack(**l).expect("it is read").spaced;
    let codes: HashSet<&str> = Language::ALL.iter().filter(spaced).map(|l| l.code()).collect();
    assert_eq!(crate::detect::read_by_words().collect::<HashSet<_>>(), codes, "`+` in function-words.tsv");
}

#[test]
fn tables_hold_what_their_columns_are_declared_to_hold() {
    for language in Language::ALL.iter().copied() {
        let lexicon = lexicon(language);
        let spaced = pack(language).expect("it is read").spaced;
        let faults = Table::ALL.iter().flat_map(|t| lexicon::faults(lexicon.rows(*t), spaced));
        let faults: Vec<String> = faults.collect();
        assert!(faults.is_empty(), "{language}\n{}", faults.join("\n"));
        for form in lexicon.forms(TableSet::of(Table::ALL)) {
            let chars: String = lexicon.chars(form).iter().collect();
            assert!(form.len() > 0 && form.len() <= LONGEST, "{language}/{}: `{chars}`", form.table.name());
        }
    }
}

#[test]
fn every_table_and_every_declared_column_is_some_language_s() {
    let columns = |language: Language, table: Table| -> Vec<String> {
        lexicon(language).rows(table.rows_of()).columns().to_vec()
    };
    let mut dead = Vec::new();
    for &table in Table::ALL {
        let of =
            |&language: &Language| (pack(language).expect("it is read").spaced, columns(language, table));
        let all: Vec<(bool, Vec<String>)> = Language::ALL.iter().map(of).collect();
        for spaced in [true, false] {
            // A column of languages of one writing is one of theirs, if they have the table.
            let has = |of: &&(bool, Vec<String>), column: &lexicon::Column| {
                (!column.is_of_some() || of.0 == spaced) && of.1.iter().any(|c| c == column.name)
            };
            let lack = !all.iter().any(|of| of.0 == spaced && !of.1.is_empty());
            let declared = table.columns_of(spaced).filter(|column| !(lack && column.is_of_some()));
            let unused = declared.filter(|column| !all.iter().any(|of| has(&of, column)));
            dead.extend(unused.map(|c| format!("{}: no language has the column `{}`", table.name(), c.name)));
        }
    }
    assert!(dead.is_empty(), "{}", dead.join("\n"));
}

/// A column that only the code of other languages reads is refused with its place.
#[test]
fn columns_of_other_languages_are_refused() {
    for (spaced, table, rows, place) in [
        (
            true,
            Table::Offices,
            "form\trole\tscope\tuse\nvävare\t-\tother\tafter\n",
            "table `offices`, line 1, column `use`",
        ),
        (
            true,
            Table::OtherOffices,
            "form\tscope\tuse\nvävare\tother\tafter\n",
            "table `offices`, line 1, column `use`",
        ),
        (
            true,
            Table::Bodies,
            "# x\nform\tkind\tpart\nVävarnämnden\tagency\thead\n",
            "table `bodies`, line 2, column `part`",
        ),
        (
            true,
            Table::Countries,
            "form\tcode\tuse\nVävland\tSE\tname\n",
            "table `countries`, line 1, column `use`",
        ),
        (
            true,
            Table::Numerals,
            "form\tvalue\tclass\tword\nett\t1\tunit\tends\n",
            "table `numerals`, line 1, column `word`",
        ),
        (true, Table::NameWords, "form\tafter\nsade\t5\n", "table `name-words`, line 1, column `after`"),
        (
            false,
            Table::Offices,
            "form\tscope\tinfl\n织造\tother\t-n\n",
            "table `offices`, line 1, column `infl`",
        ),
        (
            false,
            Table::Bodies,
            "form\tkind\thead\n织造局\tagency\t+\n",
            "table `bodies`, line 1, column `head`",
        ),
        (false, Table::Countries, "form\tkind\n织国\tcountry\n", "table `countries`, line 1, column `kind`"),
        (
            false,
            Table::NameWords,
            "form\tgrammar\n说道\tverb\n",
            "table `name-words`, line 1, column `grammar`",
        ),
        (false, Table::Tenures, "form\tparty\n前\tyes\n", "table `tenures`, line 1, column `party`"),
    ] {
        let lexicon = Lexicon::new([(table, rows.into())]);
        let faults = lexicon::faults(lexicon.rows(table.rows_of()), spaced);
        assert!(faults.iter().any(|fault| fault.contains(place)), "{rows}: {faults:?}");
    }
}

/// Reads every corpus with every kind, and asks which columns nobody asked for.
#[test]
fn every_column_of_every_table_is_read() {
    let extractor =
        Extractor::builder().kinds(Kind::ALL.iter().copied()).build().expect("own tables are well formed");
    let mut unread = Vec::new();
    for language in Language::ALL.iter().copied() {
        for kind in Kind::ALL {
            let path = format!("{}/tests/corpus/{language}/{kind}.txt", env!("CARGO_MANIFEST_DIR"));
            let text = std::fs::read_to_string(path).expect("a corpus for each kind");
            let _ =
                extractor.facts(Document::new(&text.replace(['[', ']'], "")).with_language(language)).count();
        }
        let lexicon = lexicon(language);
        for table in Table::ALL.iter().filter(|table| table.users().is_none()) {
            // The tests of the tables read the examples.
            let columns = lexicon.rows(*table).columns().iter().filter(|c| *c != "example");
            let columns = columns.filter(|c| !asked::has(*table, c));
            unread.extend(columns.map(|c| format!("{language}/{}: nobody reads `{c}`", table.name())));
        }
    }
    assert!(unread.is_empty(), "{}", unread.join("\n"));
}

/// The contract of the scan: false positives allowed, false negatives never.
#[test]
fn every_word_of_an_anchored_table_is_hit() {
    for &language in Language::ALL {
        let lexicon = lexicon(language);
        let anchors = anchors(language, &lexicon);
        let gap = if pack(language).expect("it is read").spaced { " " } else { "" };
        for form in lexicon.forms(TableSet::of(Table::ALL)).filter(|f| f.table.anchored()) {
            let own: String = lexicon.chars(form).iter().collect();
            for word in [own.clone(), own.to_uppercase(), format!("\u{AD}{own}")] {
                if form.cased && word == own.to_uppercase() && word != own {
                    continue;
                }
                let text = format!("—{gap}{word}{gap}—");
                let block = block(&text);
                let tables = TableSet::of(&[form.table]);
                let hits: Vec<_> = hits(&anchors, &block);
                let of_table = |h: &&Hit| anchors.tables(**h).meets(tables);
                let covered = hits
                    .iter()
                    .filter(of_table)
                    .any(|&h| around(&lexicon, &anchors, &block, h, tables).is_some() || word != own);
                assert!(covered, "{language}/{}: `{word}` is not hit", form.table.name());
            }
        }
    }
}

/// All languages, read once.
static READ: Lazy<Vec<(Lexicon, Anchors)>> = Lazy::new(|| {
    let read = |&language: &Language| {
        let lexicon = lexicon(language);
        let anchors = anchors(language, &lexicon);
        (lexicon, anchors)
    };
    Language::ALL.iter().map(read).collect()
});

proptest! {
    #[test]
    fn the_fast_scan_finds_what_the_naive_scan_finds(
        words in prop::collection::vec((any::<prop::sample::Index>(), "[a-zåäöæø 年月%０-９\u{AD}]{0,3}"), 0..12),
        language: prop::sample::Index,
    ) {
        let (lexicon, anchors) = language.get(&READ);
        let forms: Vec<_> = lexicon.forms(TableSet::of(Table::ALL)).collect();
        let mut text = String::new();
        for (word, between) in &words {
            if !forms.is_empty() {
                text.extend(lexicon.chars(forms[word.index(forms.len())]));
            }
            text.push_str(between);
        }
        let block = block(&text);
        prop_assert_eq!(hits(anchors, &block), naive(anchors, &block));
    }
}
