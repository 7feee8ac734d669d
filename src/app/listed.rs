//! The indicators that are listed, by number. As a source has them they are a run, whatever its length, and
//! every visit has its own list: so a run takes no room.

use std::ops::Range;
use std::sync::Arc;

/// Numbers of indicators in the order of a list, none of them twice.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ListedRows(Form);

#[derive(Debug, Clone, PartialEq, Eq)]
enum Form {
    Run(Range<usize>),
    Listed(Arc<[u32]>),
}

impl ListedRows {
    /// A run of indicators, in the order of the source.
    pub(super) fn run(numbers: Range<usize>) -> Self {
        Self(Form::Run(numbers))
    }

    /// Indicators in any order.
    pub(super) fn listed(numbers: impl IntoIterator<Item = usize>) -> Self {
        // No collection has more: their names alone would take as many bytes.
        let numbers = numbers.into_iter().filter_map(|number| u32::try_from(number).ok());
        Self(Form::Listed(numbers.collect()))
    }

    /// How many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        match &self.0 {
            Form::Run(run) => run.len(),
            Form::Listed(numbers) => numbers.len(),
        }
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The number of the indicator in a row.
    #[must_use]
    pub fn get(&self, row: usize) -> Option<usize> {
        match &self.0 {
            Form::Run(run) => run.clone().nth(row),
            Form::Listed(numbers) => numbers.get(row).map(|number| *number as usize),
        }
    }

    /// The row in which an indicator stands.
    #[must_use]
    pub fn position(&self, indicator: usize) -> Option<usize> {
        match &self.0 {
            Form::Run(run) => run.contains(&indicator).then(|| indicator - run.start),
            Form::Listed(_) => self.iter().position(|number| number == indicator),
        }
    }

    /// The numbers, row by row, as runs of such as follow each other.
    pub(super) fn runs(&self) -> impl Iterator<Item = Range<usize>> {
        let mut left = match &self.0 {
            Form::Run(run) => (Some(run.clone()), [].as_slice()),
            Form::Listed(numbers) => (None, &**numbers),
        };
        std::iter::from_fn(move || {
            let (run, listed) = &mut left;
            run.take().or_else(|| {
                let next = listed.chunk_by(|a, b| a.checked_add(1) == Some(*b)).next()?;
                *listed = &listed[next.len()..];
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
    fn a_run_is_what_the_same_numbers_listed_are() {
        let (run, listed) = (ListedRows::run(3..6), ListedRows::listed([3, 4, 5]));
        for rows in [&run, &listed] {
            assert_eq!(rows.iter().collect::<Vec<_>>(), [3, 4, 5]);
            assert_eq!((rows.get(2), rows.get(3)), (Some(5), None));
            assert_eq!(
                (rows.position(4), rows.position(2), rows.position(6)),
                (Some(1), None, None)
            );
        }
        assert!(ListedRows::run(3..3).is_empty() && ListedRows::listed([]).is_empty());
    }
}
