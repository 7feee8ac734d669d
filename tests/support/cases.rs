//! The number of cases of a property test.

/// Returns `PROPTEST_CASES`, which a number in the test would override; if it is not set, `usual`.
pub fn cases(usual: u32) -> u32 {
    let asked = std::env::var("PROPTEST_CASES").ok();
    asked.and_then(|text| text.parse().ok()).unwrap_or(usual)
}
