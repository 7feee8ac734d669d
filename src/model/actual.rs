//! An actual, as it was published.

use std::fmt;

use rust_decimal::Decimal;

/// What was reached: a figure, or words where the source has no figure ("Xuất siêu").
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Actual {
    /// With the digits that were published: `16.70` stays `16.70`.
    Figure(Decimal),
    /// As published.
    Words(String),
}

impl fmt::Display for Actual {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Figure(figure) => figure.fmt(f),
            Self::Words(words) => f.write_str(words),
        }
    }
}
