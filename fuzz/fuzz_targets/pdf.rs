//! Reports in prose as PDF documents.

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| chitieu_fuzz::report(&[b"%PDF-1.4\n", bytes].concat()));
