//! See `newsfacts_fuzz::text`.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| newsfacts_fuzz::text(bytes));
