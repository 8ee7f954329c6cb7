//! What the letters of a word tell, where no table holds it; and the few words of grammar that a reading turns on.

use super::words::Office;

/// Prepositions between a title and its body.
const JOINTS: &[&str] =
    &["för", "i", "på", "vid", "hos", "inom", "till", "från", "åt", "över", "under", "av"];

/// Words between an owner or preposition and its noun.
const ARTICLES: &[&str] =
    &["den", "det", "de", "en", "ett", "Den", "Det", "De", "sin", "dess", "vår", "deras"];

/// First parts of compound titles that give a rank, not a body: *vicepresident*, *exminister*.
const RANKS: &[&str] =
    &["ex", "vice", "stor", "över", "chefs", "premiär", "general", "under", "borgar", "finans"];

/// Past and present of weak verbs, passive too.
const VERBS: &[&str] = &["ade", "dde", "erar", "tte", "kte", "ste", "pte", "lde", "ndes", "ades"];

/// Adjectives in the indefinite form: *demokratisk*, *mångårig*, *pensionerad*.
const ADJECTIVES: &[&str] = &["sk", "ig", "ad", "nde", "iv", "ell"];

/// Adjectives of a field, in which no office is held: *utrikespolitisk talesperson*, *konstnärlig ledare*.
const FIELDS: &[&str] = &[
    "politisk",
    "politiska",
    "politiske",
    "andlig",
    "andlige",
    "andliga",
    "religiös",
    "religiöse",
    "religiösa",
    "konstnärlig",
    "konstnärlige",
    "konstnärliga",
    "kreativ",
    "kreative",
    "kreativa",
    "zoologisk",
];

/// Ends of names that have an -s of their own: *Tolgfors*, *Williams*, *Dombrovskis*.
const NAMES: &[&str] = &[
    "fors", "iams", "dams", "idis", "vis", "akis", "ulos", "ras", "nis", "kas", "tis", "ius", "ones", "kins",
    "ndes", "omes", "ales", "bbas", "ughes", "tes", "ås",
];

fn ends(chars: &[char], end: &str) -> bool {
    let mut back = chars.iter().rev();
    end.chars().rev().all(|c| back.next() == Some(&c))
}

/// Whether the word is one of some.
pub(super) fn is_one(chars: &[char], words: &[&str]) -> bool {
    words.iter().any(|w| chars.iter().copied().eq(w.chars()))
}

pub(super) fn is_joint(chars: &[char]) -> bool {
    is_one(chars, JOINTS)
}

pub(super) fn is_article(chars: &[char]) -> bool {
    is_one(chars, ARTICLES)
}

pub(super) fn is_rank(prefix: &[char]) -> bool {
    let word = prefix.iter().filter(|&&c| c != '-').map(|&c| crate::text::lower(c));
    RANKS.iter().any(|rank| word.clone().eq(rank.chars()))
}

pub(super) fn is_field(chars: &[char]) -> bool {
    FIELDS.iter().any(|end| ends(chars, end))
}

pub(super) fn is_adjective(chars: &[char]) -> bool {
    chars.len() > 4 && ADJECTIVES.iter().any(|end| ends(chars, end))
}

/// Whether an unknown word looks like a verb.
pub(super) fn is_verb_like(chars: &[char]) -> bool {
    VERBS.iter().any(|end| ends(chars, end))
}

/// Whether an unknown word after a noun is surely a verb.
pub(super) fn is_past(chars: &[char]) -> bool {
    chars.len() > 4 && (ends(chars, "ade") || ends(chars, "erar"))
}

/// Whether the -s at the end of a name is likely its own.
pub(super) fn is_natural(chars: &[char]) -> bool {
    NAMES.iter().any(|end| ends(chars, end))
}

/// Whether the word is a numeral of a king.
pub(super) fn is_roman(chars: &[char]) -> bool {
    let chars = chars.strip_suffix(&[':', 's']).unwrap_or(chars);
    !chars.is_empty() && chars.len() < 7 && chars.iter().all(|c| matches!(c, 'I' | 'V' | 'X'))
}

/// Whether a form of a title is definite, and whether it is plural.
pub(super) fn number(office: &Office, form: &[char]) -> (bool, bool) {
    if form.len() <= office.base.len() && form.last() == office.base.last() {
        return (false, false);
    }
    match form {
        [.., 'n', 'a'] => (true, true),
        [.., 'm', 'ä', 'n', 'n', 'e', 'n'] => (true, true),
        [.., 'e', 'n'] if office.neuter => (true, true),
        [.., 'm', 'ä', 'n'] | [.., 'r'] => (false, true),
        [.., 'n' | 't'] => (true, false),
        _ => (false, false),
    }
}
