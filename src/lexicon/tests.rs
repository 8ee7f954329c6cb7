//! What tries find is what trying every form finds.

use super::{Entry, Form, Lexicon, Table, TableSet};
use crate::text::lower;
use proptest::prelude::*;

/// Tables that share a trie.
const TABLES: [Table; 2] = [Table::Places, Table::Tenures];

fn lexicon(forms: &[Vec<String>; 2]) -> Lexicon {
    let file = |forms: &[String]| format!("form\n{}\n", forms.join("\n"));
    Lexicon::new(TABLES.into_iter().zip(forms).map(|(table, forms)| (table, file(forms).into())))
}

/// Whether a form is written at a place.
fn stands(lexicon: &Lexicon, form: &Form, place: &[char]) -> bool {
    let lowered = |chars: &[char]| chars.iter().map(|&c| lower(c)).collect::<Vec<_>>();
    let chars = lexicon.chars(form);
    place == chars || !form.cased && lowered(place) == lowered(chars)
}

/// The forms that stand in as many characters as each has, the shortest first.
fn naive<'a>(lexicon: &Lexicon, place: impl Fn(usize) -> Option<(usize, &'a [char])>) -> Vec<Entry> {
    let forms = lexicon.forms(TableSet::of(&TABLES));
    let mut found: Vec<(usize, Entry)> = forms
        .filter_map(|form| {
            let (at, chars) = place(form.len())?;
            let entry = Entry { at, table: form.table, row: form.row };
            stands(lexicon, form, chars).then_some((form.len(), entry))
        })
        .collect();
    found.sort_by_key(|&(len, _)| len);
    found.into_iter().map(|(_, entry)| entry).collect()
}

fn forms() -> impl Strategy<Value = [Vec<String>; 2]> {
    let some = || prop::collection::vec("[abåA部长𠮷]{1,9}", 0..40);
    [some(), some()]
}

proptest! {
    #[test]
    fn tries_find_what_trying_every_form_finds(forms in forms(), text in "[abåABÅ部长𠮷]{0,24}") {
        let lexicon = lexicon(&forms);
        let (chars, tables): (Vec<char>, _) = (text.chars().collect(), TableSet::of(&TABLES));
        for at in 0..=chars.len() {
            let starts: Vec<Entry> = lexicon.starts_at(&chars, at, tables).collect();
            prop_assert_eq!(starts, naive(&lexicon, |len| Some((at + len, chars.get(at..at + len)?))));
            let ends: Vec<Entry> = lexicon.ends_at(&chars, at, tables).collect();
            let before = |len| at.checked_sub(len).map(|start| (start, &chars[start..at]));
            prop_assert_eq!(ends, naive(&lexicon, before));
        }
    }

    #[test]
    fn the_shortest_ending_of_a_form_is_known(forms in forms()) {
        let lexicon = lexicon(&forms);
        for table in TABLES {
            let forms = lexicon.forms_of(table);
            for (form, ending) in forms.iter().zip(lexicon.endings_within(table)) {
                let chars = lexicon.chars(form);
                let ends = |end: &&Form| {
                    end.len() < form.len() && stands(&lexicon, end, &chars[chars.len() - end.len()..])
                };
                let shortest = forms.iter().filter(ends).map(Form::len).min();
                prop_assert_eq!(ending.map(|number| forms[number as usize].len()), shortest);
            }
        }
    }
}
