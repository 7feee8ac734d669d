//! How many cases a property is tried with.

/// As many as `PROPTEST_CASES` says, which a number in the test would override; else `usual`.
pub fn cases(usual: u32) -> u32 {
    let asked = std::env::var("PROPTEST_CASES").ok();
    asked.and_then(|text| text.parse().ok()).unwrap_or(usual)
}
