//! Intervals: the exact values that a rounded figure may have.

use std::fmt;

use rust_decimal::{Decimal, RoundingStrategy};

/// A closed interval, `low` ≤ `high`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Interval {
    /// The least possible value.
    pub low: Decimal,
    /// The greatest possible value.
    pub high: Decimal,
}

impl Interval {
    /// Returns the values that round to `published` at its number of decimals: 57 is 56.5 … 57.5
    /// and 57.0 is 56.95 … 57.05. `None` beyond the 28 digits of a [`Decimal`].
    #[must_use]
    pub fn of_rounded(published: Decimal) -> Option<Self> {
        let scale = published.scale() + 1;
        if scale > Decimal::MAX_SCALE {
            return None;
        }
        let half = Decimal::new(5, scale);
        Some(Self { low: published.checked_sub(half)?, high: published.checked_add(half)? })
    }

    /// Whether `value` is inside, ends included.
    #[must_use]
    pub fn contains(&self, value: Decimal) -> bool {
        self.low <= value && value <= self.high
    }

    /// Whether some value is inside both intervals.
    #[must_use]
    pub fn meets(&self, other: Self) -> bool {
        self.low <= other.high && other.low <= self.high
    }

    /// Returns the whole numbers inside, ends included, as an interval; `None` if there is none.
    #[must_use]
    pub fn whole_numbers(self) -> Option<Self> {
        let (low, high) = (self.low.ceil().normalize(), self.high.floor().normalize());
        (low <= high).then_some(Self { low, high })
    }

    /// Returns the interval with `scale` decimals, rounded outward so that no possible value is
    /// lost.
    #[must_use]
    pub fn outward(&self, scale: u32) -> Self {
        Self {
            low: self.low.round_dp_with_strategy(scale, RoundingStrategy::ToNegativeInfinity),
            high: self.high.round_dp_with_strategy(scale, RoundingStrategy::ToPositiveInfinity),
        }
    }
}

impl fmt::Display for Interval {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.low == self.high {
            return self.low.fmt(f);
        }
        write!(f, "{} … {}", self.low, self.high)
    }
}
