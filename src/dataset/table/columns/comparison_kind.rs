//! What a comparing column holds: a ratio, a fraction, a change or a difference. Headings are short, so
//! the column is held against the values that it compares.

use rust_decimal::Decimal;

/// What the numbers of a comparing column are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::dataset::table) enum Meaning {
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

/// A comparison column of an actual.
#[derive(Debug, Clone)]
pub(in crate::dataset::table) struct ComparisonColumn {
    pub(in crate::dataset::table) at: usize,
    /// Whether it compares with the plan, or else with an earlier value.
    pub(in crate::dataset::table) with_plan: bool,
    /// The column of that earlier value.
    pub(in crate::dataset::table) base: Option<usize>,
    /// The period of it, in words.
    pub(in crate::dataset::table) period: String,
    pub(in crate::dataset::table) meaning: Meaning,
    /// How many of the sampled rows support the meaning.
    pub(in crate::dataset::table) told_by: usize,
    /// How many were sampled, where not all were.
    pub(in crate::dataset::table) of: Option<usize>,
    /// How many of them have both values that it compares.
    pub(in crate::dataset::table) tested: usize,
    /// Whether it compares another period than most do, in a table without results.
    pub(in crate::dataset::table) of_other: bool,
}

/// A row of a comparing column.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(in crate::dataset::table) struct Compared {
    pub(in crate::dataset::table) actual: Decimal,
    pub(in crate::dataset::table) base: Decimal,
    pub(in crate::dataset::table) value: Decimal,
}

/// How many rows bear out each meaning.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(in crate::dataset::table) struct Votes {
    rows: usize,
    of: [usize; Meaning::ALL.len()],
    /// Those that support it to the last digit that is written.
    exactly: [usize; Meaning::ALL.len()],
}

impl Votes {
    /// Hears a row.
    pub(in crate::dataset::table) fn add(&mut self, row: &Compared) {
        self.rows += 1;
        for (votes, meaning) in self.of.iter_mut().zip(Meaning::ALL) {
            *votes += usize::from(meaning.fits(row));
        }
        for (votes, meaning) in self.exactly.iter_mut().zip(Meaning::ALL) {
            let near = half_of_last_digit(row.value);
            *votes += usize::from(meaning.is_within(row, near).unwrap_or(false));
        }
    }

    /// How many rows were heard.
    pub(in crate::dataset::table) fn heard(&self) -> usize {
        self.rows
    }

    /// How many rows support a ratio.
    pub(in crate::dataset::table) fn ratios(&self) -> usize {
        let [ratio, fraction, ..] = self.of;
        ratio.max(fraction)
    }

    /// Both together.
    pub(in crate::dataset::table) fn plus(self, other: Self) -> Self {
        let of = std::array::from_fn(|at| self.of[at] + other.of[at]);
        let exactly = std::array::from_fn(|at| self.exactly[at] + other.exactly[at]);
        Self { rows: self.rows + other.rows, of, exactly }
    }

    /// Whether a difference fits as well as a growth: of rates around 100 both are about as large.
    pub(in crate::dataset::table) fn may_be_difference(&self) -> bool {
        let count = |meaning: Meaning| {
            let counts = self.of.into_iter().zip(self.exactly).zip(Meaning::ALL);
            counts.into_iter().find(|(_, of)| *of == meaning).map(|(counts, _)| counts)
        };
        count(Meaning::Difference) == count(Meaning::Growth)
    }

    /// The meaning that most rows bear out, with how many do; `None` if none does for half of them.
    pub(in crate::dataset::table) fn told(&self) -> Option<(Meaning, usize)> {
        // Of equals the more exact, then the first: what is more usual. Of rates around 100 a growth is about
        // as large as the difference.
        let voted = self.of.into_iter().zip(self.exactly).zip(Meaning::ALL).rev();
        let ((count, _), meaning) = voted.max_by_key(|(counts, _)| *counts)?;
        (count > 0 && count * 2 >= self.rows).then_some((meaning, count))
    }
}

impl Meaning {
    const ALL: [Self; 5] =
        [Self::Ratio, Self::Fraction, Self::Growth, Self::GrowthFraction, Self::Difference];

    /// Whether a row bears the meaning out, within what rounding leaves open.
    pub(in crate::dataset::table) fn fits(self, row: &Compared) -> bool {
        self.is_near(row).unwrap_or(false)
    }

    /// The same; `None` where the numbers are too large to tell.
    fn is_near(self, row: &Compared) -> Option<bool> {
        self.is_within(row, self.near().max(half_of_last_digit(row.value)))
    }

    /// Whether a row supports the meaning as nearly as that.
    fn is_within(self, row: &Compared, near: Decimal) -> Option<bool> {
        let Compared { actual, base, value } = *row;
        if self == Self::Difference {
            return Some(actual.checked_sub(base)?.checked_sub(value)?.abs() <= near);
        }
        // With a change of sign a ratio means nothing.
        if base <= Decimal::ZERO || actual < Decimal::ZERO {
            return Some(false);
        }
        // All times the base: nothing is divided.
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

    /// How far off a value may be at least: what it was made of may have been rounded more than itself.
    fn near(self) -> Decimal {
        match self {
            Self::Ratio | Self::Growth => Decimal::new(6, 1),
            Self::Fraction | Self::GrowthFraction => Decimal::new(6, 3),
            Self::Difference => Decimal::ZERO,
        }
    }

    /// The percent of what is compared with; `None` for a difference.
    pub(in crate::dataset::table) fn percent(self, value: Decimal) -> Option<Decimal> {
        match self {
            Self::Ratio => Some(value),
            Self::Fraction => hundredfold(value),
            Self::Growth => value.checked_add(Decimal::ONE_HUNDRED),
            Self::GrowthFraction => hundredfold(value)?.checked_add(Decimal::ONE_HUNDRED),
            Self::Difference => None,
        }
    }

    /// The change in percent; `None` for a difference.
    pub(in crate::dataset::table) fn growth(self, value: Decimal) -> Option<Decimal> {
        match self {
            Self::Growth => Some(value),
            Self::GrowthFraction => hundredfold(value),
            Self::Ratio | Self::Fraction => self.percent(value)?.checked_sub(Decimal::ONE_HUNDRED),
            Self::Difference => None,
        }
    }

    /// In words.
    pub(in crate::dataset::table) fn describe(self) -> &'static str {
        match self {
            Self::Ratio => "a ratio in percent",
            Self::Fraction => "a ratio stored as a fraction, multiplied by 100",
            Self::Growth => "a change in percent",
            Self::GrowthFraction => "a change stored as a fraction, multiplied by 100",
            Self::Difference => "a difference",
        }
    }
}

/// How far the number that was rounded may lie from what is written: 57 may be 56.5, and 57.0 56.95.
fn half_of_last_digit(value: Decimal) -> Decimal {
    let scale = value.scale() + 1;
    if scale > Decimal::MAX_SCALE { Decimal::ZERO } else { Decimal::new(5, scale) }
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
            (&[("97.02", "96.50", "0.52"), ("95.84", "97.00", "-1.16")], Meaning::Difference),
        ] {
            assert_eq!(votes(given).told().map(|told| told.0), Some(meaning), "{given:?}");
        }
        assert_eq!(votes(&[("10", "20", "77")]).told(), None);
    }
}
