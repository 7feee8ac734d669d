//! The reader of dataset files.

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| chitieu_fuzz::json(bytes));
