//! The years that occur in statistics.

/// Whether a number may be one of them.
pub(crate) fn is_known_year(number: u16) -> bool {
    (1945..=2100).contains(&number)
}
