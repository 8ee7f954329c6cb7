//! See `newsfacts_fuzz::bytes`.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| newsfacts_fuzz::bytes(bytes));
