//! Tests each comparison column against each pair of value columns, in sampled rows.

use std::ops::Range;

use rust_decimal::Decimal;

use super::comparison_kind::{Compared, Meaning, Votes};
use super::comparison_pairs::ComparisonPairs;
use crate::dataset::parallel::chunks::in_chunks;
use crate::dataset::progress::{Cancelled, Progress};
use crate::dataset::table::columns::number_format::FormatDecision;
use crate::dataset::table::source::cell::Row;
use crate::dataset::table::source::sheet::Sheet;
use crate::dataset::table::values::Value;
use crate::dataset::table::values::change_wording::change;
use crate::dataset::table::values::number::Number;
use crate::dataset::table::values::times::Times;
use crate::lexicon::comparison::Comparison;

/// Half of an index of 100: numbers from here on are nearer to an index than to a change.
const FIFTY: Decimal = Decimal::from_parts(50, 0, 0, false, 0);

/// The number of rows of a long table that are sampled, spread over all of it …
const SAMPLED_ROWS: usize = 20_000;

/// … if at least so many of them have a number in each comparison column; otherwise all rows are tested.
const FEWEST_NUMBERS: usize = 1_000;

/// The samples of all comparison columns of a table.
#[derive(Debug)]
pub(crate) struct Samples {
    /// One for each comparison column, in order.
    pub(crate) all: Vec<Sample>,
    /// Whether not all rows were tested.
    pub(crate) are_partial: bool,
}

impl Samples {
    /// Tests the rows; `numbers` are the number formats of the columns. An error if the user cancelled.
    pub(crate) fn of(
        pairs: &ComparisonPairs<'_>,
        (sheet, rows): (&Sheet<'_>, Range<usize>),
        numbers: &[FormatDecision],
        progress: &Progress,
    ) -> Result<Self, Cancelled> {
        let tests = ColumnTests { pairs, numbers };
        let mut every = (rows.len() / SAMPLED_ROWS).max(1);
        let mut all = tests.sample(sheet, (rows.clone(), every), progress)?;
        if every > 1 && all.iter().any(|sample| sample.figures < FEWEST_NUMBERS) {
            every = 1;
            all = tests.sample(sheet, (rows, 1), progress)?;
        }
        Ok(Self { all, are_partial: every > 1 })
    }
}

/// The tests of the rows: each comparison column against each pair of value columns.
struct ColumnTests<'a> {
    pairs: &'a ComparisonPairs<'a>,
    numbers: &'a [FormatDecision],
}

impl ColumnTests<'_> {
    /// Tests one in `every` rows, and returns a sample for each comparison column.
    fn sample(
        &self,
        sheet: &Sheet<'_>,
        (rows, every): (Range<usize>, usize),
        progress: &Progress,
    ) -> Result<Vec<Sample>, Cancelled> {
        let ComparisonPairs { comparing, pairs, .. } = self.pairs;
        let sample = || Sample { votes: vec![Votes::default(); pairs.len()], ..Sample::default() };
        let none = || -> Vec<Sample> { comparing.iter().map(|_| sample()).collect() };
        if comparing.is_empty() {
            progress.advance(rows.len())?;
            return Ok(none());
        }
        let mut columns: Vec<usize> =
            pairs.iter().flat_map(|pair| [pair.actual, pair.base]).collect();
        columns.sort_unstable();
        columns.dedup();
        let index = |column: usize| columns.binary_search(&column).ok();
        let pairs: Vec<_> =
            pairs.iter().map(|pair| (index(pair.actual), index(pair.base))).collect();
        let chunks = in_chunks(rows, progress, |rows| {
            let mut samples = none();
            sheet.each(rows.filter(|at| is_sampled(*at, every)), |_, row| {
                let number = |column: &usize| Some(self.value(row, *column).figure()?.number);
                let numbers: Vec<Option<Decimal>> = columns.iter().map(number).collect();
                let number = |place: Option<usize>| numbers.get(place?).copied().flatten();
                for (column, sample) in comparing.iter().zip(&mut samples) {
                    let pairs =
                        pairs.iter().map(|(actual, base)| number(*actual).zip(number(*base)));
                    sample.add(&self.compared(row, *column), pairs);
                }
            });
            samples
        })?;
        let both = |all: Vec<Sample>, part: Vec<Sample>| {
            all.into_iter().zip(part).map(|(all, part)| all.plus(part)).collect()
        };
        Ok(chunks.into_iter().fold(none(), both))
    }

    /// The value of a comparison, negative after a word or an arrow for a fall.
    fn compared(&self, row: &Row<'_>, column: usize) -> Value {
        let (text, format) = (row.cell(column).shown(), self.numbers[column].format);
        // "2,33 lần" among percentages says nothing about these.
        if Times::of(&text, format).is_some() {
            return Value::Missing;
        }
        match change(&text, format) {
            Some((Value::Number(figure), falls)) => {
                let number = if falls { -figure.number } else { figure.number };
                Value::Number(Number { number, signed: true, ..figure })
            }
            _ => self.value(row, column),
        }
    }

    fn value(&self, row: &Row<'_>, column: usize) -> Value {
        Value::of(row.cell(column), self.numbers[column].format)
    }
}

/// Whether row `at` belongs to a sample of one in `every` rows. Rows often come in cycles, the same
/// indicators for each commune in turn, so the index is hashed: a fixed step could skip some of them in all
/// cycles.
fn is_sampled(at: usize, every: usize) -> bool {
    const GOLDEN: u64 = 0x9e37_79b9_7f4a_7c15;
    let mixed = (at as u64).wrapping_mul(GOLDEN) >> u32::BITS;
    mixed.is_multiple_of(every as u64)
}

/// What the sampled rows say about a comparison column.
#[derive(Debug, Clone, Default)]
pub(crate) struct Sample {
    /// The votes for each pair of columns.
    pub(crate) votes: Vec<Votes>,
    /// The number of rows with a number.
    pub(crate) figures: usize,
    near_hundred: usize,
    /// The number of those that are whole.
    whole: usize,
    signs: bool,
}

impl Sample {
    fn add(&mut self, value: &Value, pairs: impl Iterator<Item = Option<(Decimal, Decimal)>>) {
        let Some(figure) = value.figure() else { return };
        let value = figure.number;
        self.figures += 1;
        self.near_hundred += usize::from(value >= FIFTY);
        self.whole += usize::from(value.scale() == 0);
        self.signs |= figure.signed || value.is_sign_negative();
        for (votes, pair) in self.votes.iter_mut().zip(pairs) {
            if let Some((actual, base)) = pair {
                votes.add(&Compared { actual, base, value });
            }
        }
    }

    fn plus(self, other: Self) -> Self {
        let votes = self.votes.into_iter().zip(other.votes).map(|(one, other)| one.plus(other));
        Self {
            votes: votes.collect(),
            figures: self.figures + other.figures,
            near_hundred: self.near_hundred + other.near_hundred,
            whole: self.whole + other.whole,
            signs: self.signs || other.signs,
        }
    }

    /// Whether all numbers are whole, and there are any.
    pub(crate) fn is_whole(&self) -> bool {
        self.figures > 0 && self.whole == self.figures
    }

    /// Whether the numbers show if they are ratios or changes: changes have signs, ratios are around 100. Numbers
    /// without signs around 0 may be either.
    pub(super) fn shows_kind(&self) -> bool {
        self.signs || self.near_hundred * 2 > self.figures
    }

    /// Whether the numbers may be ratios or changes in percent: no ratio has a sign, and of ratios some are near 100.
    pub(crate) fn may_be(&self, meaning: Meaning) -> bool {
        match meaning {
            Meaning::Ratio => !self.signs && self.near_hundred > 0,
            _ => self.signs || self.near_hundred < self.figures,
        }
    }

    /// What several columns of one heading contain, by the size of their numbers.
    pub(super) fn size_of_all<'s>(all: impl Iterator<Item = &'s Self> + Clone) -> Meaning {
        let near: usize = all.clone().map(|sample| sample.near_hundred).sum();
        let figures: usize = all.clone().map(|sample| sample.figures).sum();
        let signs = all.into_iter().any(|sample| sample.signs);
        if signs || near * 2 < figures { Meaning::Growth } else { Meaning::Ratio }
    }

    /// Guesses the meaning of a column that no row supports from its heading and the size of its numbers: an
    /// index is around 100, a change around 0.
    pub(crate) fn by_size(&self, comparison: Comparison) -> Meaning {
        let near_hundred = self.near_hundred * 2 > self.figures;
        match comparison {
            Comparison::Growth => Meaning::Growth,
            Comparison::Previous if self.signs || !near_hundred => Meaning::Growth,
            _ => Meaning::Ratio,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn samples_every_row_of_a_cycle() {
        for (every, period) in [(2, 2), (45, 300), (50, 5), (50, 64), (7, 7)] {
            let rows = 20_000 * every;
            let mut sampled = vec![0; period];
            (0..rows).filter(|at| is_sampled(*at, every)).for_each(|at| sampled[at % period] += 1);
            let even = 20_000 / period;
            let alike = |count: &usize| (even / 2..even * 2).contains(count);
            assert!(sampled.iter().all(alike), "every {every}th of {period} kinds: {sampled:?}");
        }
        assert!((0..100).all(|at| is_sampled(at, 1)));
    }
}
