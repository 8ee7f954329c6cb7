//! See `newsfacts_fuzz::jsonl`.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| newsfacts_fuzz::jsonl(bytes));
