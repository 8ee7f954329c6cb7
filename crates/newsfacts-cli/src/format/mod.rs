//! How facts are written.

pub(crate) mod csv;
pub(crate) mod explain;
pub(crate) mod jsonl;
#[cfg(feature = "parquet")]
pub(crate) mod parquet;
pub(crate) mod table;

use newsfacts::{
    Fact,
    value::{Date, Granularity},
};

/// A value as people read it in a line: as the library shows it, but a decade (`199`) as 199X.
pub(crate) fn shown(fact: &Fact) -> String {
    let long = |date: &Date| matches!(date.granularity(), Granularity::Decade | Granularity::Century);
    match fact {
        Fact::Date(date) if long(date) && date.modifier().is_none() => date.edtf(),
        _ => fact.to_string(),
    }
}

/// What of a value the text does not state, in words; empty where it states all.
pub(crate) fn doubts(fact: &Fact) -> Vec<String> {
    match fact {
        Fact::Date(date) => of_date(date),
        Fact::Money(money) => {
            let mut doubts = Vec::new();
            if money.currency_assumed() {
                doubts.push("currency assumed".to_owned());
            }
            if let Some(other) = money.currency_alternative() {
                doubts.push(format!("or {other}"));
            }
            doubts
        }
        _ => Vec::new(),
    }
}

fn of_date(date: &Date) -> Vec<String> {
    use newsfacts::value::Origin;
    let mut doubts = Vec::new();
    for (origin, words) in
        [(Origin::Neighbour, "from a date beside it"), (Origin::Reference, "from the reference date")]
    {
        let parts: Vec<&str> =
            date.inferred().filter(|(_, o)| *o == origin).map(|(part, _)| part.name()).collect();
        if !parts.is_empty() {
            doubts.push(format!("{} {words}", parts.join(", ")));
        }
    }
    if date.is_partial() {
        doubts.push("partial".to_owned());
    }
    if let Some(other) = date.alternative() {
        doubts.push(format!("or {}", other.timex()));
    }
    doubts
}
