//! Infers what each comparison column contains (ratio, change, difference) and which value it compares, by
//! testing it against the values of sampled rows; the headings alone are too short to decide.

use std::ops::Range;

use rust_decimal::Decimal;

use super::comparison_kind::{Compared, ComparisonColumn, Meaning, Votes};
use super::comparison_owner::{ComparisonOwners, Pair};
use super::{Columns, NoteReason};
use crate::dataset::progress::{Cancelled, Progress};
use crate::dataset::table::layout::header::Header;
use crate::dataset::table::parallel::chunks::in_chunks;
use crate::dataset::table::source::cell::Row;
use crate::dataset::table::source::sheet::Sheet;
use crate::dataset::table::values::Value;
use crate::lexicon::comparison::Comparison;
use crate::lexicon::role::Role;

/// Half of an index of 100: numbers from here on are nearer to an index than to a change.
const FIFTY: Decimal = Decimal::from_parts(50, 0, 0, false, 0);

/// The number of rows of a long table that are sampled, spread over all of it …
const SAMPLED_ROWS: usize = 20_000;

/// … if at least so many of them have a number in each comparison column; otherwise all rows are tested.
const FEWEST_NUMBERS: usize = 1_000;

/// Infers what the comparison columns contain, and adds each to the measure whose actual it compares. `read`
/// returns the value of a cell. An error if the user cancelled.
pub(in crate::dataset::table) fn compare(
    measures: &mut [Columns],
    header: &Header,
    sheet: &Sheet<'_>,
    rows: Range<usize>,
    progress: &Progress,
    read: impl Fn(&Row<'_>, usize) -> Value + Sync,
) -> Result<(), Cancelled> {
    let comparing: Vec<usize> = header
        .all(|role| match role {
            Role::Comparison(comparison) => {
                !matches!(comparison, Comparison::Planned | Comparison::Share)
            }
            _ => false,
        })
        .collect();
    let comparison_owners = ComparisonOwners::of(header, measures, comparing.len());
    let tests = ColumnTests { comparing: &comparing, pairs: &comparison_owners.pairs };
    let mut every = (rows.len() / SAMPLED_ROWS).max(1);
    let mut samples = tests.sample(sheet, (rows.clone(), every), progress, &read)?;
    if every > 1 && samples.iter().any(|sample| sample.figures < FEWEST_NUMBERS) {
        every = 1;
        samples = tests.sample(sheet, (rows, 1), progress, &read)?;
    }
    choose_plans(measures, header, &comparison_owners, &comparing, &samples);
    for (at, sample) in comparing.iter().copied().zip(&samples) {
        let Role::Comparison(comparison) = header.columns[at].role else { continue };
        match comparison_owners.decide(at, comparison, sample, measures) {
            ComparisonReading::Of { measure, mut found } => {
                found.of = found.of.filter(|_| every > 1);
                if let Some(columns) = measures.get_mut(measure) {
                    columns.comparisons.push(found);
                }
            }
            ComparisonReading::Kept(why) => {
                if let Some(main) = measures.first_mut() {
                    main.keep(at, why);
                }
            }
            ComparisonReading::Unknown => {
                if let Some(main) = measures.first_mut() {
                    main.in_note.push(at);
                }
            }
        }
    }
    finish(measures);
    Ok(())
}

/// The result for a comparison column.
pub(in crate::dataset::table) enum ComparisonReading {
    /// A comparison of the actual of a measure.
    Of {
        /// The index of the measure.
        measure: usize,
        found: ComparisonColumn,
    },
    /// Not used; shown in the note for this reason.
    Kept(NoteReason),
    /// Not used; shown in the note, because nothing says what it compares with.
    Unknown,
}

/// Chooses among several plans, "Trung ương giao" and "HĐND giao", the one that the percentages of plan in
/// most rows are consistent with; the first if the rows do not decide. The others go to the note.
fn choose_plans(
    measures: &mut [Columns],
    header: &Header,
    comparison_owners: &ComparisonOwners<'_>,
    comparing: &[usize],
    samples: &[Sample],
) {
    let year = |column: usize| match &header.columns[column].role {
        Role::Plan(when) => when.year,
        _ => None,
    };
    for columns in measures {
        let (Some(chosen), Some(actual)) = (columns.plan, columns.actual) else { continue };
        let evidence = |plan: usize| {
            let pair = comparison_owners
                .pairs
                .iter()
                .position(|pair| (pair.actual, pair.base) == (actual, plan));
            let of_plan = comparing.iter().zip(samples).filter(|(at, _)| {
                let role = &header.columns[**at].role;
                matches!(role, Role::Comparison(Comparison::Plan | Comparison::Either))
            });
            let ratios = of_plan.filter_map(|(_, sample)| Some(sample.votes.get(pair?)?.ratios()));
            ratios.max().unwrap_or(0)
        };
        let plans = header.all(|role| matches!(role, Role::Plan(_)));
        let others: Vec<usize> =
            plans.filter(|plan| *plan != chosen && year(*plan) == year(chosen)).collect();
        let others: Vec<usize> = others
            .into_iter()
            .filter(|plan| comparison_owners.may_be_plan(*plan, actual))
            .collect();
        let best = others.iter().map(|plan| (evidence(*plan), *plan));
        let best = best.max_by_key(|(count, _)| *count);
        let better = best.filter(|(best, _)| *best > evidence(chosen));
        let taken = better.map_or(chosen, |(_, plan)| plan);
        let most = others.iter().chain([&chosen]).filter(|plan| **plan != taken);
        let most = most.map(|plan| evidence(*plan)).max().unwrap_or(0);
        let evidence = Some(evidence(taken)).filter(|own| *own > most).unwrap_or(0);
        columns.in_note.retain(|column| *column != taken);
        columns.kept.retain(|kept| kept.at != taken);
        columns.plan = Some(taken);
        for plan in others.into_iter().chain([chosen]).filter(|plan| *plan != taken) {
            columns.keep(plan, NoteReason::SecondPlan { evidence });
        }
    }
}

/// Keeps one percentage of the plan a measure: the column with the most evidence. A difference is not a
/// percentage and may remain.
fn finish(measures: &mut [Columns]) {
    for columns in measures {
        let percents =
            |column: &&ComparisonColumn| column.with_plan && column.meaning != Meaning::Difference;
        let best = columns.comparisons.iter().filter(percents).rev().max_by_key(|c| c.evidence);
        let best = best.map(|column| column.at);
        let others: Vec<usize> =
            columns.comparisons.iter().filter(percents).map(|c| c.at).collect();
        for other in others.into_iter().filter(|other| best.is_some_and(|best| best != *other)) {
            columns.comparisons.retain(|column| column.at != other);
            columns.keep(other, NoteReason::SecondPercent);
        }
        columns.comparisons.sort_by_key(|column| column.of_other);
        columns.in_note.sort_unstable();
        columns.in_note.dedup();
    }
}

/// The tests of the rows: each comparison column against each pair of value columns.
struct ColumnTests<'a> {
    comparing: &'a [usize],
    pairs: &'a [Pair],
}

impl ColumnTests<'_> {
    /// Tests one in `every` rows, and returns a sample for each comparison column.
    fn sample(
        &self,
        sheet: &Sheet<'_>,
        (rows, every): (Range<usize>, usize),
        progress: &Progress,
        read: &(impl Fn(&Row<'_>, usize) -> Value + Sync),
    ) -> Result<Vec<Sample>, Cancelled> {
        let sample =
            || Sample { votes: vec![Votes::default(); self.pairs.len()], ..Sample::default() };
        let none = || -> Vec<Sample> { self.comparing.iter().map(|_| sample()).collect() };
        if self.comparing.is_empty() {
            progress.advance(rows.len())?;
            return Ok(none());
        }
        let mut columns: Vec<usize> =
            self.pairs.iter().flat_map(|pair| [pair.actual, pair.base]).collect();
        columns.sort_unstable();
        columns.dedup();
        let index = |column: usize| columns.binary_search(&column).ok();
        let pairs: Vec<_> =
            self.pairs.iter().map(|pair| (index(pair.actual), index(pair.base))).collect();
        let chunks = in_chunks(rows, progress, |rows| {
            let mut samples = none();
            sheet.each(rows.filter(|at| is_sampled(*at, every)), |_, row| {
                let number = |column: &usize| Some(read(row, *column).figure()?.number);
                let numbers: Vec<Option<Decimal>> = columns.iter().map(number).collect();
                let number = |place: Option<usize>| numbers.get(place?).copied().flatten();
                for (column, sample) in self.comparing.iter().zip(&mut samples) {
                    let pairs =
                        pairs.iter().map(|(actual, base)| number(*actual).zip(number(*base)));
                    sample.add(&read(row, *column), pairs);
                }
            });
            samples
        })?;
        let both = |all: Vec<Sample>, part: Vec<Sample>| {
            all.into_iter().zip(part).map(|(all, part)| all.plus(part)).collect()
        };
        Ok(chunks.into_iter().fold(none(), both))
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
pub(in crate::dataset::table) struct Sample {
    /// The votes for each pair of columns.
    pub(in crate::dataset::table) votes: Vec<Votes>,
    /// The number of rows with a number.
    pub(in crate::dataset::table) figures: usize,
    near_hundred: usize,
    signs: bool,
}

impl Sample {
    fn add(&mut self, value: &Value, pairs: impl Iterator<Item = Option<(Decimal, Decimal)>>) {
        let Some(figure) = value.figure() else { return };
        let value = figure.number;
        self.figures += 1;
        self.near_hundred += usize::from(value >= FIFTY);
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
            signs: self.signs || other.signs,
        }
    }

    /// Guesses the meaning of a column that no row supports from its heading and the size of its numbers: an
    /// index is around 100, a change around 0.
    pub(in crate::dataset::table) fn by_size(&self, comparison: Comparison) -> Meaning {
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
