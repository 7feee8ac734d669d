//! What a comparing column holds: a ratio, a fraction, a change or a difference. Headings are short, so
//! the column is held against the values that it compares.

use rust_decimal::Decimal;

use crate::model::{Interval, derive};

/// What the numbers of a comparing column are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Meaning {
    /// 113,0: percent of what it is compared with.
    Ratio,
    /// 1.13: the same, not multiplied by a hundred.
    Fraction,
    /// +13,0: percent above what it is compared with.
    Growth,
    /// 0.13: the same, not multiplied by a hundred.
    GrowthFraction,
    /// +6,5: in the unit of the indicator.
    Difference,
}

/// A row of a comparing column.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Compared {
    pub(super) actual: Decimal,
    pub(super) base: Decimal,
    pub(super) value: Decimal,
}

impl Meaning {
    const ALL: [Self; 5] =
        [Self::Ratio, Self::Fraction, Self::Growth, Self::GrowthFraction, Self::Difference];

    /// The meaning that most rows bear out, with how many do; `None` if none does for half of them.
    pub(super) fn told_by(rows: &[Compared]) -> Option<(Self, usize)> {
        let votes = |meaning: &Self| rows.iter().filter(|row| meaning.fits(row)).count();
        // Of equals the first: what is more usual.
        let best =
            Self::ALL.iter().rev().map(|meaning| (votes(meaning), *meaning)).max_by_key(|v| v.0);
        let (count, meaning) = best?;
        (count > 0 && count * 2 >= rows.len()).then_some((meaning, count))
    }

    /// Whether a row bears the meaning out, within what rounding leaves open.
    pub(super) fn fits(self, row: &Compared) -> bool {
        self.expected(row).is_some_and(|expected| {
            let rounding = Interval::of_rounded(row.value);
            let near = Decimal::new(6, 1) * self.step();
            rounding.is_some_and(|rounding| rounding.contains(expected))
                || (expected - row.value).abs() <= near
        })
    }

    /// How far off a value may be when what it was made of was rounded more than itself.
    fn step(self) -> Decimal {
        match self {
            Self::Ratio | Self::Growth => Decimal::ONE,
            Self::Fraction | Self::GrowthFraction => Decimal::new(1, 2),
            Self::Difference => Decimal::ZERO,
        }
    }

    fn expected(self, row: &Compared) -> Option<Decimal> {
        let ratio = || derive::percent(row.actual, row.base);
        match self {
            Self::Ratio => ratio(),
            Self::Fraction => ratio()?.checked_div(Decimal::ONE_HUNDRED),
            Self::Growth => ratio()?.checked_sub(Decimal::ONE_HUNDRED),
            Self::GrowthFraction => Self::Growth.expected(row)?.checked_div(Decimal::ONE_HUNDRED),
            Self::Difference => row.actual.checked_sub(row.base),
        }
    }

    /// The percent of what is compared with; `None` for a difference.
    pub(super) fn percent(self, value: Decimal) -> Option<Decimal> {
        match self {
            Self::Ratio => Some(value),
            Self::Fraction => hundredfold(value),
            Self::Growth => value.checked_add(Decimal::ONE_HUNDRED),
            Self::GrowthFraction => hundredfold(value)?.checked_add(Decimal::ONE_HUNDRED),
            Self::Difference => None,
        }
    }

    /// The change in percent; `None` for a difference.
    pub(super) fn growth(self, value: Decimal) -> Option<Decimal> {
        match self {
            Self::Growth => Some(value),
            Self::GrowthFraction => hundredfold(value),
            Self::Ratio | Self::Fraction => self.percent(value)?.checked_sub(Decimal::ONE_HUNDRED),
            Self::Difference => None,
        }
    }

    /// In words.
    pub(super) fn describe(self) -> &'static str {
        match self {
            Self::Ratio => "a ratio in percent",
            Self::Fraction => "a ratio stored as a fraction, multiplied by 100",
            Self::Growth => "a change in percent",
            Self::GrowthFraction => "a change stored as a fraction, multiplied by 100",
            Self::Difference => "a difference",
        }
    }
}

/// A fraction in percent, with no more zeros than it needs.
fn hundredfold(value: Decimal) -> Option<Decimal> {
    value.checked_mul(Decimal::ONE_HUNDRED).map(|value| value.normalize())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(rows: &[(&str, &str, &str)]) -> Vec<Compared> {
        let decimal = |text: &str| text.parse().unwrap();
        let row = |(actual, base, value): &(&str, &str, &str)| Compared {
            actual: decimal(actual),
            base: decimal(base),
            value: decimal(value),
        };
        rows.iter().map(row).collect()
    }

    #[test]
    fn the_values_tell_what_is_compared_how() {
        for (given, meaning) in [
            (&[("10120", "8391", "120.6"), ("57", "55.9", "102")], Meaning::Ratio),
            (&[("974", "1000", "0.974"), ("57", "55.9", "1.02")], Meaning::Fraction),
            (&[("113", "100", "13.0"), ("95", "100", "-5")], Meaning::Growth),
            (&[("16.7", "16.2", "0.5"), ("98.1", "98.3", "-0.2")], Meaning::Difference),
        ] {
            assert_eq!(
                Meaning::told_by(&rows(given)).map(|told| told.0),
                Some(meaning),
                "{given:?}"
            );
        }
        assert_eq!(Meaning::told_by(&rows(&[("10", "20", "77")])), None);
    }
}
