//! TIMEX3 and EDTF by grammars of their own, not by the code that writes them.

#![allow(unreachable_pub)]

use once_cell::sync::Lazy;
use regex::Regex;

/// A value of TIMEX3, or two with a slash between.
pub static TIMEX: Lazy<Regex> = Lazy::new(|| {
    let one = r"(?:BC10000|(?:BC)?[0-9X]{4})(?:-(?:W(?:[0-9]{2}|XX)(?:-(?:[1-7]|WE))?|Q[1-4]|H[12]|SP|SU|FA|WI|(?:[01][0-9]|XX)(?:-(?:[0-3][0-9]|XX))?))?|[0-9]{2,3}";
    let one = format!("(?:{one})(?:T[0-2][0-9]:[0-5][0-9])?");
    Regex::new(&format!("^(?:{one})(?:/(?:{one}))?$")).expect("a grammar")
});

/// The same of EDTF.
pub static EDTF: Lazy<Regex> = Lazy::new(|| {
    let one = r"-?(?:[0-9]{4}|[0-9]{3}X|[0-9]{2}XX|XXXX)(?:-(?:[0-4][0-9]|XX)(?:-(?:[0-3][0-9]|XX))?)?(?:T[0-2][0-9]:[0-5][0-9]:00)?~?|\.\.";
    Regex::new(&format!("^(?:{one})(?:/(?:{one}))?$")).expect("a grammar")
});
