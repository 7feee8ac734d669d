//! The places of one period, ordered by the value of an indicator. It is derived from the open data and says
//! nothing about places that are not open; a published place is a [`super::Rank`].

use std::cmp::Reverse;

use rust_decimal::Decimal;

use super::Better;

/// The values of one indicator in one period, the best place first.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Ranking {
    places: Vec<RankedPlace>,
}

/// One place of a ranking.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RankedPlace {
    /// The number of the indicator in its collection.
    pub indicator: usize,
    /// Its result.
    pub value: Decimal,
    /// Its position, from 1; equal values share one, and the next position is left out.
    pub position: usize,
}

/// The two values between which the middle half of the places is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Quartiles {
    /// One quarter of the places is below it.
    pub lower: Decimal,
    /// Three quarters of the places are below it.
    pub upper: Decimal,
}

impl Ranking {
    /// Ranks the results of indicators, each with its number: from the best, or without a known direction from
    /// the greatest.
    #[must_use]
    pub fn of(better: Option<Better>, values: impl IntoIterator<Item = (usize, Decimal)>) -> Self {
        let mut values: Vec<(usize, Decimal)> = values.into_iter().collect();
        match better {
            Some(Better::Lower) => values.sort_by_key(|(_, value)| *value),
            _ => values.sort_by_key(|(_, value)| Reverse(*value)),
        }
        let mut places: Vec<RankedPlace> = Vec::with_capacity(values.len());
        for (at, (indicator, value)) in values.into_iter().enumerate() {
            let position = match places.last() {
                Some(before) if before.value == value => before.position,
                _ => at + 1,
            };
            places.push(RankedPlace { indicator, value, position });
        }
        Self { places }
    }

    /// Returns the places, the best first.
    #[must_use]
    pub fn places(&self) -> &[RankedPlace] {
        &self.places
    }

    /// Returns the place of an indicator.
    #[must_use]
    pub fn find(&self, indicator: usize) -> Option<RankedPlace> {
        self.places.iter().copied().find(|place| place.indicator == indicator)
    }

    /// Returns the median; of an even number of places the mean of the middle two.
    #[must_use]
    pub fn median(&self) -> Option<Decimal> {
        self.quantile(1, 2)
    }

    /// Returns the quartiles, each interpolated between neighbours, as R (type 7) and spreadsheets (QUARTILE.INC)
    /// do. `None` for fewer than four places, where quartiles say nothing.
    #[must_use]
    pub fn quartiles(&self) -> Option<Quartiles> {
        const FEWEST: usize = 4;
        if self.places.len() < FEWEST {
            return None;
        }
        Some(Quartiles { lower: self.quantile(1, 4)?, upper: self.quantile(3, 4)? })
    }

    /// The value at `part / of` of the way from the least to the greatest.
    fn quantile(&self, part: usize, of: usize) -> Option<Decimal> {
        let last = self.places.len().checked_sub(1)?;
        // The places are in order already, from either end.
        let is_descending = self.places[0].value > self.places[last].value;
        let value = |at: usize| self.places[if is_descending { last - at } else { at }].value;
        let steps = last * part;
        let (below, rest) = (value(steps / of), steps % of);
        if rest == 0 {
            return Some(below);
        }
        let gap = value(steps / of + 1).checked_sub(below)?;
        let share = gap.checked_mul(Decimal::from(rest))?.checked_div(Decimal::from(of))?;
        below.checked_add(share).map(|value| value.normalize())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn ranking(better: Option<Better>, values: &[i64]) -> Ranking {
        Ranking::of(better, values.iter().map(|value| Decimal::from(*value)).enumerate())
    }

    fn positions(ranking: &Ranking) -> Vec<(usize, usize)> {
        ranking.places().iter().map(|place| (place.indicator, place.position)).collect()
    }

    #[test]
    fn the_direction_decides_which_place_is_first() {
        let values = [20, 30, 20, 10];
        let higher = ranking(Some(Better::Higher), &values);
        assert_eq!(positions(&higher), [(1, 1), (0, 2), (2, 2), (3, 4)]);
        let lower = ranking(Some(Better::Lower), &values);
        assert_eq!(positions(&lower), [(3, 1), (0, 2), (2, 2), (1, 4)]);
        assert_eq!(lower.find(1).map(|place| place.position), Some(4));
        assert_eq!(lower.find(9), None);
    }

    #[test]
    fn quantiles_are_those_of_spreadsheets() {
        let quartiles = |values: &[i64]| ranking(None, values).quartiles();
        let decimal = |text: &str| text.parse::<Decimal>().unwrap();
        let between = |lower: &str, upper: &str| {
            Some(Quartiles { lower: decimal(lower), upper: decimal(upper) })
        };
        assert_eq!(ranking(None, &[4, 1, 3, 2]).median(), Some(decimal("2.5")));
        assert_eq!(quartiles(&[4, 1, 3, 2]), between("1.75", "3.25"));
        assert_eq!(quartiles(&[1, 2, 3, 4, 5]), between("2", "4"));
        let lower = ranking(Some(Better::Lower), &[5, 1, 3, 2, 4]);
        assert_eq!(lower.quartiles(), between("2", "4"), "the order of places does not matter");
        assert_eq!(quartiles(&[1, 2, 3]), None);
        assert_eq!(ranking(None, &[]).median(), None);
    }

    proptest! {
        #[test]
        fn the_median_is_between_the_quartiles(values in prop::collection::vec(-99i64..99, 4..40)) {
            let ranking = ranking(None, &values);
            let Quartiles { lower, upper } = ranking.quartiles().unwrap();
            let median = ranking.median().unwrap();
            prop_assert!(lower <= median && median <= upper);
            let best = ranking.places().first().unwrap().value;
            prop_assert!(best >= upper);
        }
    }
}
