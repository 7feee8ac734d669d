//! The readers of delimited text: tables, lists of names, and tables that this program wrote, distinguished by
//! their content.

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| chitieu_fuzz::file(bytes));
