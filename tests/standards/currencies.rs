//! Currencies against ISO 4217.

use newsfacts::value::Currency;

#[test]
fn the_table_of_currencies_agrees_with_iso_4217() {
    for ours in Currency::all() {
        let theirs = iso_currency::Currency::from_code(ours.code());
        if ours.withdrawn().is_none() {
            let theirs = theirs.unwrap_or_else(|| panic!("{ours} is not in ISO 4217"));
            if let Some(exponent) = theirs.exponent() {
                assert_eq!(u16::from(ours.digits()), exponent, "{ours}");
            }
        }
    }
    let letters = || b'A'..=b'Z';
    for code in letters().flat_map(|a| letters().flat_map(move |b| letters().map(move |c| [a, b, c]))) {
        let code = std::str::from_utf8(&code).unwrap();
        let Some(theirs) = iso_currency::Currency::from_code(code) else { continue };
        // Metals, units of account and codes for tests are no money.
        if theirs.exponent().is_some() && !code.starts_with('X') {
            assert!(Currency::from_code(code).is_some(), "{code} {} is missing", theirs.name());
        }
    }
}
