//! Reports in prose as text.

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| chitieu_fuzz::report(bytes));
