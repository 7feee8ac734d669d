//! The listed indicators, by number. In source order they are a range, which needs no memory of its own:
//! every session has its own list, and there may be a million indicators.

use std::ops::Range;
use std::sync::Arc;

/// The numbers of the listed indicators, row by row, each number once.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ListedRows(Form);

#[derive(Debug, Clone, PartialEq, Eq)]
enum Form {
    Range(Range<usize>),
    Numbers(Arc<[u32]>),
}

impl ListedRows {
    /// A range of indicators, in source order.
    pub(super) fn range(numbers: Range<usize>) -> Self {
        Self(Form::Range(numbers))
    }

    /// Ranges of indicators, in source order; one range if they follow each other.
    pub(super) fn of_ranges(ranges: impl Iterator<Item = Range<usize>> + Clone) -> Self {
        let (first, last) = (ranges.clone().next(), ranges.clone().last());
        match first.zip(last) {
            Some((first, last))
                if last.end.saturating_sub(first.start)
                    == ranges.clone().map(|r| r.len()).sum::<usize>() =>
            {
                Self::range(first.start..last.end)
            }
            _ => Self::of(ranges.flatten()),
        }
    }

    /// Indicators in any order.
    pub(super) fn of(numbers: impl IntoIterator<Item = usize>) -> Self {
        // No collection has more than u32::MAX: their names alone would take as many bytes.
        let numbers = numbers.into_iter().filter_map(|number| u32::try_from(number).ok());
        Self(Form::Numbers(numbers.collect()))
    }

    /// The number of rows.
    #[must_use]
    pub fn len(&self) -> usize {
        match &self.0 {
            Form::Range(range) => range.len(),
            Form::Numbers(numbers) => numbers.len(),
        }
    }

    /// Whether there are no rows.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Returns the number of the indicator in a row.
    #[must_use]
    pub fn get(&self, row: usize) -> Option<usize> {
        match &self.0 {
            Form::Range(range) => range.clone().nth(row),
            Form::Numbers(numbers) => numbers.get(row).map(|number| *number as usize),
        }
    }

    /// Returns the row of an indicator.
    #[must_use]
    pub fn position(&self, indicator: usize) -> Option<usize> {
        match &self.0 {
            Form::Range(range) => range.contains(&indicator).then(|| indicator - range.start),
            Form::Numbers(_) => self.iter().position(|number| number == indicator),
        }
    }

    /// The numbers, row by row, as ranges of consecutive ones.
    pub fn ranges(&self) -> impl Iterator<Item = Range<usize>> {
        let mut left = match &self.0 {
            Form::Range(range) => (Some(range.clone()), [].as_slice()),
            Form::Numbers(numbers) => (None, &**numbers),
        };
        std::iter::from_fn(move || {
            let (range, list) = &mut left;
            range.take().or_else(|| {
                let next = list.chunk_by(|a, b| a.checked_add(1) == Some(*b)).next()?;
                *list = &list[next.len()..];
                let start = *next.first()? as usize;
                Some(start..start + next.len())
            })
        })
    }

    /// The numbers, row by row.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = usize> + DoubleEndedIterator {
        (0..self.len()).map(|row| self.get(row).unwrap_or_default())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_range_equals_the_same_numbers_as_a_list() {
        let (range, list) = (ListedRows::range(3..6), ListedRows::of([3, 4, 5]));
        for rows in [&range, &list] {
            assert_eq!(rows.iter().collect::<Vec<_>>(), [3, 4, 5]);
            assert_eq!((rows.get(2), rows.get(3)), (Some(5), None));
            assert_eq!(
                (rows.position(4), rows.position(2), rows.position(6)),
                (Some(1), None, None)
            );
        }
        assert!(ListedRows::range(3..3).is_empty() && ListedRows::of([]).is_empty());
    }

    #[test]
    fn ranges_are_of_consecutive_numbers() {
        let ranges = |rows: &ListedRows| rows.ranges().collect::<Vec<_>>();
        assert_eq!(ranges(&ListedRows::of([3, 4, 5, 9, 8, 1, 2])), [3..6, 9..10, 8..9, 1..3]);
        assert_eq!(ranges(&ListedRows::range(3..6)), ranges(&ListedRows::of([3, 4, 5])));
    }
}
