//! The range of several values, on which bars and shades are drawn.

use rust_decimal::Decimal;

/// The least and the greatest of some values.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ValueRange {
    /// The least value.
    pub low: Decimal,
    /// The greatest value.
    pub high: Decimal,
}

impl ValueRange {
    /// Returns the range of `values`; `None` for none.
    #[must_use]
    pub fn of(values: impl IntoIterator<Item = Decimal>) -> Option<Self> {
        let mut values = values.into_iter();
        let first = values.next()?;
        let widened = |range: Self, value: Decimal| Self {
            low: range.low.min(value),
            high: range.high.max(value),
        };
        Some(values.fold(Self { low: first, high: first }, widened))
    }

    /// Returns the range that begins at zero, or at its least value if that is below zero.
    #[must_use]
    pub fn from_zero(self) -> Self {
        Self { low: self.low.min(Decimal::ZERO), ..self }
    }

    /// Whether `value` is in the range, ends included.
    #[must_use]
    pub fn contains(&self, value: Decimal) -> bool {
        self.low <= value && value <= self.high
    }

    /// Returns how far `value` is from the least to the greatest one, from 0 to 1 within the range. `None` if both are
    /// the same, or beyond the digits of a [`Decimal`].
    #[must_use]
    pub fn share(&self, value: Decimal) -> Option<Decimal> {
        let above = value.checked_sub(self.low)?;
        above.checked_div(self.high.checked_sub(self.low)?)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_share_is_the_distance_from_the_least_value() {
        let range = ValueRange::of([6, 2, 4].map(Decimal::from)).unwrap();
        assert_eq!((range.low, range.high), (Decimal::from(2), Decimal::from(6)));
        let shares = [2, 5, 6].map(|value| range.share(Decimal::from(value)).unwrap());
        assert_eq!(shares.map(|share| share.to_string()), ["0", "0.75", "1"]);
        assert!(range.contains(Decimal::from(6)) && !range.contains(Decimal::from(7)));
        assert_eq!(range.from_zero().low, Decimal::ZERO);
        assert_eq!(ValueRange::of([Decimal::ONE]).unwrap().share(Decimal::ONE), None);
        assert_eq!(ValueRange::of([]), None);
    }
}
