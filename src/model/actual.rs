//! An actual, as it was published.

use std::fmt;

use rust_decimal::Decimal;

/// A result: a figure, or words if the source has no figure ("Xuất siêu").
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Actual {
    /// With the published digits: `16.70` stays `16.70`.
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
