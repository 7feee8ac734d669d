//! What the comparison columns contain, and which value each of them compares: their headings are short, so
//! the rows decide where they can.

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

/// What is nearer to an index than to a change.
const FIFTY: Decimal = Decimal::from_parts(50, 0, 0, false, 0);

/// So many rows of a long table, spread over all of it, tell what its columns hold as well as all do …
const ENOUGH: usize = 20_000;

/// … if so many of them have figures there.
const FEW: usize = 1_000;

/// Finds out what the comparison columns contain, and gives each to the measure whose actual it compares.
pub(in crate::dataset::table) fn compare(
    measures: &mut [Columns],
    headings: &Header,
    sheet: &Sheet<'_>,
    rows: Range<usize>,
    progress: &Progress,
    read: impl Fn(&Row<'_>, usize) -> Value + Sync,
) -> Result<(), Cancelled> {
    let comparing: Vec<usize> = headings
        .all(|role| match role {
            Role::Comparison(comparison) => {
                !matches!(comparison, Comparison::Planned | Comparison::Share)
            }
            _ => false,
        })
        .collect();
    let owners = ComparisonOwners::of(headings, measures, comparing.len());
    let asked = ColumnTests { comparing: &comparing, pairs: &owners.pairs };
    let mut every = (rows.len() / ENOUGH).max(1);
    let mut samples = asked.sample(sheet, (rows.clone(), every), progress, &read)?;
    if every > 1 && samples.iter().any(|sample| sample.figures < FEW) {
        every = 1;
        samples = asked.sample(sheet, (rows, 1), progress, &read)?;
    }
    choose_plans(measures, headings, &owners, &comparing, &samples);
    for (at, sample) in comparing.iter().copied().zip(&samples) {
        let Role::Comparison(comparison) = headings.columns[at].role else { continue };
        match owners.decide(at, comparison, sample, measures) {
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
                    main.beside.push(at);
                }
            }
        }
    }
    finish(measures);
    Ok(())
}

/// What a comparison column is read as.
pub(in crate::dataset::table) enum ComparisonReading {
    /// A comparison of the actual of a measure.
    Of {
        /// The index of the measure.
        measure: usize,
        found: ComparisonColumn,
    },
    /// Kept in the note.
    Kept(NoteReason),
    /// Kept in the note, as nothing says what it compares with.
    Unknown,
}

/// Of several plans, "Trung ương giao" and "HĐND giao", takes the one that most percents of plan support; the
/// first where they do not decide.
fn choose_plans(
    measures: &mut [Columns],
    headings: &Header,
    owners: &ComparisonOwners<'_>,
    comparing: &[usize],
    samples: &[Sample],
) {
    let year = |column: usize| match &headings.columns[column].role {
        Role::Plan(when) => when.year,
        _ => None,
    };
    for columns in measures {
        let (Some(chosen), Some(actual)) = (columns.plan, columns.actual) else { continue };
        let evidence = |plan: usize| {
            let pair =
                owners.pairs.iter().position(|pair| (pair.actual, pair.base) == (actual, plan));
            let of_plan = comparing.iter().zip(samples).filter(|(at, _)| {
                let role = &headings.columns[**at].role;
                matches!(role, Role::Comparison(Comparison::Plan | Comparison::Either))
            });
            let ratios = of_plan.filter_map(|(_, sample)| Some(sample.votes.get(pair?)?.ratios()));
            ratios.max().unwrap_or(0)
        };
        let plans = headings.all(|role| matches!(role, Role::Plan(_)));
        let others: Vec<usize> =
            plans.filter(|plan| *plan != chosen && year(*plan) == year(chosen)).collect();
        let others: Vec<usize> =
            others.into_iter().filter(|plan| owners.may_be_plan(*plan, actual)).collect();
        let best = others.iter().map(|plan| (evidence(*plan), *plan));
        let best = best.max_by_key(|(count, _)| *count);
        let better = best.filter(|(best, _)| *best > evidence(chosen));
        let taken = better.map_or(chosen, |(_, plan)| plan);
        let most = others.iter().chain([&chosen]).filter(|plan| **plan != taken);
        let most = most.map(|plan| evidence(*plan)).max().unwrap_or(0);
        let evidence = Some(evidence(taken)).filter(|own| *own > most).unwrap_or(0);
        columns.beside.retain(|column| *column != taken);
        columns.kept.retain(|kept| kept.at != taken);
        columns.plan = Some(taken);
        for plan in others.into_iter().chain([chosen]).filter(|plan| *plan != taken) {
            columns.keep(plan, NoteReason::SecondPlan { evidence });
        }
    }
}

/// Of several columns that compare with the plan, the percent of plan is in the one that most rows support. A
/// difference is none and may stay.
fn finish(measures: &mut [Columns]) {
    for columns in measures {
        let percents =
            |column: &&ComparisonColumn| column.with_plan && column.meaning != Meaning::Difference;
        let best = columns.comparisons.iter().filter(percents).rev().max_by_key(|c| c.told_by);
        let best = best.map(|column| column.at);
        let others: Vec<usize> =
            columns.comparisons.iter().filter(percents).map(|c| c.at).collect();
        for other in others.into_iter().filter(|other| best.is_some_and(|best| best != *other)) {
            columns.comparisons.retain(|column| column.at != other);
            columns.keep(other, NoteReason::SecondPercent);
        }
        columns.comparisons.sort_by_key(|column| column.of_other);
        columns.beside.sort_unstable();
        columns.beside.dedup();
    }
}

/// What is asked of the rows: how each comparison column compares the columns of each pair.
struct ColumnTests<'a> {
    comparing: &'a [usize],
    pairs: &'a [Pair],
}

impl ColumnTests<'_> {
    /// Asks every so many-th of the rows.
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
        let place = |column: usize| columns.binary_search(&column).ok();
        let pairs: Vec<_> =
            self.pairs.iter().map(|pair| (place(pair.actual), place(pair.base))).collect();
        let parts = in_chunks(rows, progress, |rows| {
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
        Ok(parts.into_iter().fold(none(), both))
    }
}

/// Whether a row is one of every so many. Rows come in runs that repeat, the same indicators of one commune
/// after another: their numbers are mixed, so that none of them is passed over for ever.
fn is_sampled(at: usize, every: usize) -> bool {
    const GOLDEN: u64 = 0x9e37_79b9_7f4a_7c15;
    let mixed = (at as u64).wrapping_mul(GOLDEN) >> u32::BITS;
    mixed.is_multiple_of(every as u64)
}

/// What the sampled rows say of a comparison column.
#[derive(Debug, Clone, Default)]
pub(in crate::dataset::table) struct Sample {
    /// For each pair of columns.
    pub(in crate::dataset::table) votes: Vec<Votes>,
    /// How many rows have a figure.
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

    /// What a column that no row supports contains by its heading and its size: an index is around 100, a
    /// change around 0.
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
    fn of_rows_that_repeat_all_kinds_are_sampled() {
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
