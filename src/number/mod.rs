//! Numbers: digits and numeral words, to exact decimals.
