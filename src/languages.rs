//! The registry of languages: what each brings. The only file that names them all.

use crate::{
    Language,
    kind::pack::Pack,
    lang::{sv, zh},
};
#[cfg(feature = "html")]
use crate::{
    lexicon::{Lexicon, Table},
    tsv,
};

/// What a language brings to the kinds; one that is not read brings nothing.
pub(crate) fn pack(language: Language) -> Option<&'static Pack> {
    match language {
        Language::Chinese => Some(&zh::PACK),
        Language::Swedish => Some(&sv::PACK),
        Language::Other => None,
    }
}

/// The words that pages print around their stories, a table for each language and one of English words.
#[cfg(feature = "html")]
pub(crate) fn page_words() -> impl Iterator<Item = &'static str> {
    [include_str!("lang/page-words.tsv"), zh::PAGE_WORDS, sv::PAGE_WORDS].into_iter()
}

/// The months as pages write them, in small letters and without the dot of a short form, each with its number: those of
/// the languages that name theirs, and the English ones.
#[cfg(feature = "html")]
pub(crate) fn months() -> Vec<(String, i8)> {
    let english = tsv::rows(include_str!("lang/page-months.tsv"), ["form", "month"]);
    let mut months: Vec<(String, i8)> =
        english.filter_map(|(_, [form, month])| Some((form.to_owned(), month.parse().ok()?))).collect();
    for pack in Language::ALL.iter().filter_map(|&language| pack(language)) {
        let named =
            pack.tables.iter().filter(|(table, _)| matches!(table, Table::Months | Table::MonthsShort));
        // The crate's own tables are well formed, which its tests check.
        let named = named.map(|&(table, source)| (table, source.into()));
        let lexicon = Lexicon::new(named);
        for form in [Table::Months, Table::MonthsShort].iter().flat_map(|&table| lexicon.forms_of(table)) {
            let name: String = lexicon.chars(form).iter().collect();
            let month = lexicon.rows(form.table).row(form.row).parse("month");
            months.extend(month.map(|month| (name.trim_end_matches('.').to_lowercase(), month)));
        }
    }
    months.sort();
    months.dedup();
    months
}

#[cfg(test)]
pub(crate) mod derived;
#[cfg(test)]
mod lints;
#[cfg(test)]
mod rows;
