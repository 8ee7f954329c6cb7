//! What the first and last parts of words tell, where no table holds the whole word.

use crate::kind::{guard::classes, official::word_parts::WordParts};

classes! {
    /// What a part of a word tells.
    WordPart {
        /// An unknown word that ends so may be a verb.
        Verb "verb",
        /// An unknown word after a noun that ends so is surely a verb.
        Past "past",
        /// The ending of an adjective in the indefinite form.
        Adjective "adjective",
        /// The ending of an adjective in the definite form.
        Definite "definite-adjective",
        /// The ending of an adjective of a field, in which no office is held.
        Field "field",
        /// A genitive ending that names take too.
        Genitive "genitive",
        /// A genitive ending that is never part of a name.
        Sure "sure-genitive",
        /// A name that ends so may have the genitive's letter of itself.
        Own "own-genitive",
        /// A name is whole without the genitive's letter after this ending.
        Whole "whole-name",
        /// The same where nothing follows.
        Family "family",
        /// After this ending of a name no genitive ending is written.
        Sibilant "sibilant",
        /// The letter that joins the parts of a compound.
        Joint "joint",
        /// The ending of a title in the singular with its article.
        Singular "definite",
        /// The ending of titles in the plural with their article.
        Plural "definite-plural",
        /// The first inflected form of a neuter noun ends so.
        NeuterForm "neuter",
        /// The ending of neuter titles in the plural with their article.
        Neuter "neuter-plural",
        /// The ending of titles in the plural.
        Bare "plural",
        /// A first part of a title that gives a rank, not a body.
        Rank "rank",
        /// A first part of the title of a deputy.
        Deputy "deputy",
        /// A first part of a title that was held once.
        Former "former",
        /// A first part of a title that is held for a time.
        Acting "acting",
        /// The ending of a common noun with its article: no surname, though it has a capital.
        Thing "thing",
        /// A surname that ends like such a noun.
        Surname "surname",
        /// The ending of a noun in the genitive with its article.
        Owner "owner",
        /// An adjective or noun of age, after its number.
        Age "age",
        /// A first part of the titles of officers of municipalities and regions.
        Public "public",
        /// A first part in lower case that belongs to a name.
        Name "name",
    }
}

impl WordParts<WordPart> {
    /// Whether a form of a title is definite, and whether it is plural.
    pub(super) fn number(&self, base: &[char], neuter: bool, form: &[char]) -> (bool, bool) {
        if form.len() <= base.len() && form.last() == base.last() {
            return (false, false);
        }
        let mut all = self.endings(form).filter_map(|(_, classes)| {
            let plural = classes.has(WordPart::Plural) || neuter && classes.has(WordPart::Neuter);
            let number = match () {
                () if plural => (true, true),
                () if classes.has(WordPart::Bare) => (false, true),
                () if classes.has(WordPart::Singular) => (true, false),
                () => return None,
            };
            Some(number)
        });
        all.next().unwrap_or((false, false))
    }
}

/// Whether the word is a numeral of a king.
pub(super) fn is_roman(chars: &[char]) -> bool {
    let chars = chars.iter().position(|&c| c == ':').map_or(chars, |colon| &chars[..colon]);
    !chars.is_empty() && chars.len() < 7 && chars.iter().all(|c| matches!(c, 'I' | 'V' | 'X'))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        Error,
        lexicon::{Lexicon, Table},
    };

    fn parts(rows: &'static str) -> Result<WordParts<WordPart>, Error> {
        WordParts::new(&Lexicon::new([(Table::WordParts, rows.into())]))
    }

    #[test]
    fn the_longest_ending_gives_the_number() {
        let rows =
            "form\tclasses\n-a\tdefinite\n-na\tdefinite-plural\n-en\tneuter-plural definite\n-r\tplural\n";
        let parts = parts(rows).unwrap();
        let number = |base: &str, neuter, form: &str| {
            let chars = |s: &str| s.chars().collect::<Vec<_>>();
            parts.number(&chars(base), neuter, &chars(form))
        };
        assert_eq!(number("ministre", false, "ministrerna"), (true, true));
        assert_eq!(number("rådet", true, "råden"), (true, true));
        assert_eq!(number("chef", false, "chefen"), (true, false));
        assert_eq!(number("chef", false, "chefer"), (false, true));
        assert_eq!(number("chef", false, "chef"), (false, false));
    }

    #[test]
    fn a_misspelt_class_names_its_place() {
        let error = parts("form\tclasses\n-ade\tvreb\n").unwrap_err();
        assert_eq!(error.lexicon_place(), Some(("word-parts", 2, "classes")));
        assert!(parts("form\tclasses\nade\tverb\n").is_err(), "neither first nor last");
    }
}
