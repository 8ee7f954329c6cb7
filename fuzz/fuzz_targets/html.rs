//! See `newsfacts_fuzz::html`.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| newsfacts_fuzz::html(bytes));
