//! Swedish numbers, as the general reader reads them by the tables.

use super::MARKS;
use crate::{
    lexicon::Lexicon,
    number::{Hedge, Numerals as _, spaced::SpacedNumerals},
};

fn numbers() -> SpacedNumerals {
    let tables = crate::lang::sv::PACK.tables.iter().map(|&(table, source)| (table, source.into()));
    SpacedNumerals::new(&Lexicon::new(tables), &MARKS).unwrap()
}

fn read(text: &str) -> String {
    let chars: Vec<char> = text.chars().collect();
    match numbers().before(&chars, chars.len()) {
        None => "-".into(),
        Some((at, n)) => {
            let mark = match n.hedge {
                Hedge::None => "",
                Hedge::More => "+",
                Hedge::About => "~",
                Hedge::Vague => "?",
            };
            format!("{}:{}{mark}", chars[at..].iter().collect::<String>(), n.low)
        }
    }
}

#[test]
fn numbers_are_read() {
    for (text, expected) in [
        ("cirka 3", "3:3"),
        ("på 1 877", "1 877:1877"),
        ("1 250 000", "1 250 000:1250000"),
        ("100.000", "100.000:100000"),
        ("2.5", "2.5:2.5"),
        ("1,335", "1,335:1.335"),
        ("1'200.20", "1'200.20:1200.2"),
        ("3'400", "3'400:3400"),
        ("1,250.50", "1,250.50:1250.5"),
        ("med ,75", "-"),
        ("ett flertal miljoner", "ett flertal miljoner:1000000?"),
        ("1 786,1 miljoner", "1 786,1 miljoner:1786100000"),
        ("10,000", "10,000:10000"),
        ("1,250,000", "1,250,000:1250000"),
        ("en och en halv miljon", "en och en halv miljon:1500000"),
        ("en halv miljard", "en halv miljard:500000000"),
        ("två och en halv", "två och en halv:2.5"),
        ("halv miljon", "halv miljon:500000"),
        ("tre kvarts miljon", "tre kvarts miljon:750000"),
        ("Tio", "Tio:10"),
        ("tjugofem", "tjugofem:25"),
        ("tretusenfemhundra", "tretusenfemhundra:3500"),
        ("tvåhundratusen", "tvåhundratusen:200000"),
        ("hundra tusen", "hundra tusen:100000"),
        ("fem tusen miljarder", "fem tusen miljarder:5000000000000"),
        ("över hundra", "hundra:100"),
        ("1 miljard 200 miljoner", "1 miljard 200 miljoner:1200000000"),
        ("3 miljoner 500 000", "3 miljoner 500 000:3500000"),
        ("2 miljoner 2012", "-"),
        ("år 2012 500", "500:500"),
        ("mars 2012. 500", "500:500"),
        ("12 50 000", "-"),
        ("5000 300", "-"),
        ("3,5,7", "-"),
        ("1 250 00", "-"),
        ("miljoner", "miljoner:1000000?"),
        ("flera miljoner", "flera miljoner:1000000?"),
        ("ett par tusen", "ett par tusen:1000?"),
        ("tiotals miljarder", "tiotals miljarder:10000000000?"),
        ("hundratusentals", "hundratusentals:100000?"),
        ("flera hundra tusen", "flera hundra tusen:100000?"),
        ("några hundratusen", "några hundratusen:100000?"),
        ("ett tiotal miljoner", "ett tiotal miljoner:10000000~"),
        ("2½ miljoner", "2½ miljoner:2500000"),
        ("45 milj.", "45 milj.:45000000"),
        ("2,1 mdr", "2,1 mdr:2100000000"),
        ("energi", "-"),
        ("en", "en:1"),
        ("sexton", "sexton:16"),
        ("noll komma fem", "noll komma fem:0.5"),
        ("två komma tjugofem", "två komma tjugofem:2.25"),
        ("åttioen", "åttioen:81"),
        ("i en 500", "500:500"),
        ("99999999999999999999999999999999", "-"),
        ("9999999999999999999999999999 miljarder", "-"),
    ] {
        assert_eq!(read(text), expected, "{text}");
    }
}
