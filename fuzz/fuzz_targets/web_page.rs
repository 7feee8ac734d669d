//! Reports in prose as web pages.

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| chitieu_fuzz::report(&[b"<!doctype html><html>", bytes].concat()));
