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

/// How many rows bear out each meaning.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Votes {
    rows: usize,
    of: [usize; Meaning::ALL.len()],
}

impl Compared {
    /// The percent of what is compared with.
    fn ratio(&self) -> Option<Decimal> {
        derive::percent(self.actual, self.base)
    }
}

impl Votes {
    /// Hears a row.
    pub(super) fn add(&mut self, row: &Compared) {
        self.rows += 1;
        let (ratio, rounding) = (row.ratio(), Interval::of_rounded(row.value));
        for (votes, meaning) in self.of.iter_mut().zip(Meaning::ALL) {
            *votes += usize::from(meaning.fits_as(row, ratio, rounding));
        }
    }

    /// Both together.
    pub(super) fn plus(self, other: Self) -> Self {
        let of = std::array::from_fn(|at| self.of[at] + other.of[at]);
        Self { rows: self.rows + other.rows, of }
    }

    /// The meaning that most rows bear out, with how many do; `None` if none does for half of them.
    pub(super) fn told(&self) -> Option<(Meaning, usize)> {
        // Of equals the first: what is more usual.
        let voted = self.of.into_iter().zip(Meaning::ALL).rev();
        let (count, meaning) = voted.max_by_key(|(count, _)| *count)?;
        (count > 0 && count * 2 >= self.rows).then_some((meaning, count))
    }
}

impl Meaning {
    const ALL: [Self; 5] =
        [Self::Ratio, Self::Fraction, Self::Growth, Self::GrowthFraction, Self::Difference];

    /// Whether a row bears the meaning out, within what rounding leaves open.
    pub(super) fn fits(self, row: &Compared) -> bool {
        self.fits_as(row, row.ratio(), Interval::of_rounded(row.value))
    }

    /// The same, with what all meanings are held against.
    fn fits_as(self, row: &Compared, ratio: Option<Decimal>, rounding: Option<Interval>) -> bool {
        self.expected(row, ratio).is_some_and(|expected| {
            let near = Decimal::new(6, 1) * self.step();
            rounding.is_some_and(|rounding| rounding.contains(expected))
                || expected.checked_sub(row.value).is_some_and(|off| off.abs() <= near)
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

    fn expected(self, row: &Compared, ratio: Option<Decimal>) -> Option<Decimal> {
        match self {
            Self::Ratio => ratio,
            Self::Fraction => ratio?.checked_div(Decimal::ONE_HUNDRED),
            Self::Growth => ratio?.checked_sub(Decimal::ONE_HUNDRED),
            Self::GrowthFraction => {
                ratio?.checked_sub(Decimal::ONE_HUNDRED)?.checked_div(Decimal::ONE_HUNDRED)
            }
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
    fn the_values_tell_what_is_compared_how() {
        for (given, meaning) in [
            (&[("10120", "8391", "120.6"), ("57", "55.9", "102")], Meaning::Ratio),
            (&[("974", "1000", "0.974"), ("57", "55.9", "1.02")], Meaning::Fraction),
            (&[("113", "100", "13.0"), ("95", "100", "-5")], Meaning::Growth),
            (&[("16.7", "16.2", "0.5"), ("98.1", "98.3", "-0.2")], Meaning::Difference),
        ] {
            assert_eq!(votes(given).told().map(|told| told.0), Some(meaning), "{given:?}");
        }
        assert_eq!(votes(&[("10", "20", "77")]).told(), None);
    }
}
