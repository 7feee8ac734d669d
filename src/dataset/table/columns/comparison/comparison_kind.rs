//! The kinds of comparison, [`Meaning`]: ratio, fraction, change or difference, each with the test whether a
//! row is consistent with it.

use rust_decimal::Decimal;

use crate::dataset::ComparisonKind;

/// The kind of the numbers in a comparison column. Examples: an actual of 56,5 compared with 50.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Meaning {
    /// 113,0: the actual in percent of the base.
    Ratio,
    /// 1.13: the same, not multiplied by 100.
    Fraction,
    /// +13,0: the change from the base in percent.
    Growth,
    /// 0.13: the same, not multiplied by 100.
    GrowthFraction,
    /// +6,5: the change in the unit of the indicator.
    Difference,
}

/// The numbers of one row: a comparison and the two values that it may compare.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Compared {
    pub(crate) actual: Decimal,
    pub(crate) base: Decimal,
    pub(crate) value: Decimal,
}

/// The number of rows that are consistent with each meaning.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Votes {
    rows: usize,
    of: [usize; Meaning::ALL.len()],
    /// Those that are consistent to the last digit written.
    exactly: [usize; Meaning::ALL.len()],
}

impl Votes {
    /// Counts a row.
    pub(crate) fn add(&mut self, row: &Compared) {
        self.rows += 1;
        for (votes, meaning) in self.of.iter_mut().zip(Meaning::ALL) {
            *votes += usize::from(meaning.fits(row));
        }
        for (votes, meaning) in self.exactly.iter_mut().zip(Meaning::ALL) {
            let near = half_of_last_digit(row.value);
            *votes += usize::from(meaning.is_within(row, near).unwrap_or(false));
        }
    }

    /// The number of rows counted.
    pub(crate) fn rows(&self) -> usize {
        self.rows
    }

    /// The number of rows that are consistent with a ratio or a fraction.
    pub(crate) fn ratios(&self) -> usize {
        let [ratio, fraction, ..] = self.of;
        ratio.max(fraction)
    }

    /// The number of rows that are a change or a difference to the last digit written, if at least half of them are.
    pub(crate) fn changes(&self) -> usize {
        let [_, _, growth, fraction, difference] = self.exactly;
        let most = growth.max(fraction).max(difference);
        if most * 2 >= self.rows { most } else { 0 }
    }

    /// The sum of two counts.
    pub(crate) fn plus(self, other: Self) -> Self {
        let of = std::array::from_fn(|at| self.of[at] + other.of[at]);
        let exactly = std::array::from_fn(|at| self.exactly[at] + other.exactly[at]);
        Self { rows: self.rows + other.rows, of, exactly }
    }

    /// Whether a difference fits as well as a growth: for rates around 100 the two are about equal.
    pub(crate) fn may_be_difference(&self) -> bool {
        let count = |meaning: Meaning| {
            let counts = self.of.into_iter().zip(self.exactly).zip(Meaning::ALL);
            counts.into_iter().find(|(_, of)| *of == meaning).map(|(counts, _)| counts)
        };
        count(Meaning::Difference) == count(Meaning::Growth)
    }

    /// The meaning that is consistent with most rows, and their number; `None` if it fits less than half of
    /// them.
    pub(crate) fn best(&self) -> Option<(Meaning, usize)> {
        // Of equal counts the more exact wins, then the more common meaning (the first). For rates around 100
        // a growth is about equal to the difference.
        let voted = self.of.into_iter().zip(self.exactly).zip(Meaning::ALL).rev();
        let ((count, _), meaning) = voted.max_by_key(|(counts, _)| *counts)?;
        (count > 0 && count * 2 >= self.rows).then_some((meaning, count))
    }
}

impl Meaning {
    const ALL: [Self; 5] =
        [Self::Ratio, Self::Fraction, Self::Growth, Self::GrowthFraction, Self::Difference];

    /// Whether a row is consistent with the meaning, within rounding.
    pub(crate) fn fits(self, row: &Compared) -> bool {
        self.is_near(row).unwrap_or(false)
    }

    /// Whether a row is consistent with the meaning to the last digit written.
    pub(crate) fn fits_exactly(self, row: &Compared) -> bool {
        self.is_within(row, half_of_last_digit(row.value)).unwrap_or(false)
    }

    /// The same within rounding; `None` if the numbers are too large to compute.
    fn is_near(self, row: &Compared) -> Option<bool> {
        self.is_within(row, self.near().max(half_of_last_digit(row.value)))
    }

    /// Whether a row is consistent with the meaning with an error of at most `near`.
    fn is_within(self, row: &Compared, near: Decimal) -> Option<bool> {
        let Compared { actual, base, value } = *row;
        if self == Self::Difference {
            return Some(actual.checked_sub(base)?.checked_sub(value)?.abs() <= near);
        }
        // If the sign changes, a ratio means nothing.
        if base <= Decimal::ZERO || actual < Decimal::ZERO {
            return Some(false);
        }
        // Everything is multiplied by the base, to avoid a division.
        let compared = match self {
            Self::Growth | Self::GrowthFraction => actual.checked_sub(base)?,
            _ => actual,
        };
        let compared = match self {
            Self::Ratio | Self::Growth => compared.checked_mul(Decimal::ONE_HUNDRED)?,
            _ => compared,
        };
        let off = compared.checked_sub(value.checked_mul(base)?)?.abs();
        Some(off <= near.checked_mul(base)?)
    }

    /// The smallest tolerance: the compared values may be rounded more than the comparison.
    fn near(self) -> Decimal {
        match self {
            Self::Ratio | Self::Growth => Decimal::new(6, 1),
            Self::Fraction | Self::GrowthFraction => Decimal::new(6, 3),
            Self::Difference => Decimal::ZERO,
        }
    }

    /// The value as a percentage of the base; `None` for a difference.
    pub(crate) fn percent(self, value: Decimal) -> Option<Decimal> {
        match self {
            Self::Ratio => Some(value),
            Self::Fraction => hundredfold(value),
            Self::Growth => value.checked_add(Decimal::ONE_HUNDRED),
            Self::GrowthFraction => hundredfold(value)?.checked_add(Decimal::ONE_HUNDRED),
            Self::Difference => None,
        }
    }

    /// The value as a change in percent; `None` for a difference.
    pub(crate) fn growth(self, value: Decimal) -> Option<Decimal> {
        match self {
            Self::Growth => Some(value),
            Self::GrowthFraction => hundredfold(value),
            Self::Ratio | Self::Fraction => self.percent(value)?.checked_sub(Decimal::ONE_HUNDRED),
            Self::Difference => None,
        }
    }

    /// The meaning, as diagnostics state it.
    pub(crate) fn reported(self) -> ComparisonKind {
        match self {
            Self::Ratio => ComparisonKind::Ratio,
            Self::Fraction => ComparisonKind::Fraction,
            Self::Growth => ComparisonKind::Growth,
            Self::GrowthFraction => ComparisonKind::GrowthFraction,
            Self::Difference => ComparisonKind::Difference,
        }
    }
}

/// The largest error that rounding causes: 57 may be 56.5, and 57.0 may be 56.95.
fn half_of_last_digit(value: Decimal) -> Decimal {
    let scale = value.scale() + 1;
    if scale > Decimal::MAX_SCALE { Decimal::ZERO } else { Decimal::new(5, scale) }
}

/// The value times 100, without trailing zeros.
fn hundredfold(value: Decimal) -> Option<Decimal> {
    value.checked_mul(Decimal::ONE_HUNDRED).map(|value| value.normalize())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn votes(rows: &[(&str, &str, &str)]) -> Votes {
        let decimal = |text: &str| text.parse().unwrap();
        let mut votes = Votes::default();
        for (actual, base, value) in rows {
            let (actual, base, value) = (decimal(actual), decimal(base), decimal(value));
            votes.add(&Compared { actual, base, value });
        }
        votes
    }

    #[test]
    fn infers_the_meaning_from_the_values() {
        for (given, meaning) in [
            (&[("10120", "8391", "120.6"), ("57", "55.9", "102")], Meaning::Ratio),
            (&[("974", "1000", "0.974"), ("57", "55.9", "1.02")], Meaning::Fraction),
            (&[("113", "100", "13.0"), ("95", "100", "-5")], Meaning::Growth),
            (&[("16.7", "16.2", "0.5"), ("98.1", "98.3", "-0.2")], Meaning::Difference),
            (&[("97.02", "96.50", "0.52"), ("95.84", "97.00", "-1.16")], Meaning::Difference),
        ] {
            assert_eq!(votes(given).best().map(|best| best.0), Some(meaning), "{given:?}");
        }
        assert_eq!(votes(&[("10", "20", "77")]).best(), None);
    }

    #[test]
    fn half_of_the_rows_decide() {
        let (fits, other) = (("120", "100", "120"), ("10", "20", "77"));
        assert_eq!(votes(&[fits, other]).best(), Some((Meaning::Ratio, 1)));
        assert_eq!(votes(&[fits, other, other]).best(), None);
        assert_eq!(votes(&[]).best(), None);
    }

    #[test]
    fn counts_of_parts_add_up() {
        let rows = [
            ("120", "100", "120"),
            ("57", "55.9", "102"),
            ("10", "20", "77"),
            ("113", "100", "13.0"),
            ("1130", "1000", "113"),
        ];
        let (one, other) = rows.split_at(2);
        let sum = votes(one).plus(votes(other));
        assert_eq!(sum, votes(&rows));
        assert_eq!((sum.rows(), sum.ratios()), (5, 3));
        assert_eq!(votes(&[("974", "1000", "0.974"), ("57", "55.9", "1.02")]).ratios(), 2);
    }

    #[test]
    fn a_change_from_about_100_may_be_a_difference() {
        assert!(votes(&[("101.5", "100", "1.5")]).may_be_difference());
        // 1.2 percent, written as the difference.
        assert!(!votes(&[("95.84", "97.00", "-1.16")]).may_be_difference());
    }
}
