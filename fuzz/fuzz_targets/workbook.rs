//! The readers of workbooks, from the archive on: XLSX, XLS, ODS.

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| chitieu_fuzz::file(bytes));
