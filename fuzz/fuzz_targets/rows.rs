//! See `newsfacts_fuzz::rows`.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| newsfacts_fuzz::rows(bytes));
