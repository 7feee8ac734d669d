//! The space around a table of comparison.

/// The space between text and the borders left and right of it.
pub(super) fn margin(width: u16) -> u16 {
    u16::from(width > 30)
}
