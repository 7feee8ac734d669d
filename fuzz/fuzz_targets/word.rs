//! Reports in prose as Word documents: the XML of the body is reached at once.

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| chitieu_fuzz::word(bytes));
