//! Countries against ISO 3166.

use crate::rows;
use std::collections::BTreeSet;

/// States that are no more, and Kosovo, have codes of their own that the standard lacks or has withdrawn.
const WITHDRAWN: [&str; 6] = ["CS", "DD", "SU", "XK", "YU", "ZR"];

#[test]
fn countries_are_those_of_iso_3166() {
    let tables =
        [include_str!("../../src/lang/sv/countries.tsv"), include_str!("../../src/lang/zh/countries.tsv")];
    for table in tables {
        let codes: BTreeSet<&str> = rows(table, &["code"]).into_iter().map(|row| row[0]).collect();
        assert!(codes.len() > 150, "{} codes", codes.len());
        for code in codes.iter().filter(|c| !c.is_empty() && !WITHDRAWN.contains(c)) {
            assert!(rust_iso3166::from_alpha2(code).is_some(), "{code} is no code of ISO 3166-1");
        }
    }
}

/// Those whose name in the standard is the Swedish one too. (Georgia is the state of the USA; the country is Georgien.)
#[test]
fn a_country_of_iso_is_that_of_its_name() {
    let table = rows(include_str!("../../src/lang/sv/countries.tsv"), &["form", "code"]);
    let mut same = 0;
    for country in rust_iso3166::ALL {
        let row = table.iter().find(|row| row[0] == country.name);
        if let Some(row) = row.filter(|row| row[0] != "Georgia") {
            assert_eq!(row[1], country.alpha2, "{}", country.name);
            same += 1;
        }
    }
    assert!(same > 60, "only {same} names are the same");
}
