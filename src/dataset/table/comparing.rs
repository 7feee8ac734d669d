//! What the comparing columns hold: their headings are short, so the rows are asked.

use std::ops::Range;

use rust_decimal::Decimal;

use super::cell::Row;
use super::columns::Columns;
use super::compare::{Compared, ComparisonColumn, Meaning, Votes};
use super::comparison::Comparison;
use super::grid::Sheet;
use super::heading::Headings;
use super::parts::in_parts;
use super::role::Role;
use super::value::Value;
use crate::dataset::progress::{Ended, Progress};

/// What is nearer to an index than to a change.
const FIFTY: Decimal = Decimal::from_parts(50, 0, 0, false, 0);

/// So many rows of a long table, spread over all of it, tell what its columns hold as well as all do …
const ENOUGH: usize = 20_000;

/// … if so many of them have figures there.
const FEW: usize = 1_000;

impl Columns {
    /// Finds out what the comparing columns hold.
    pub(super) fn compare(
        &mut self,
        headings: &Headings,
        sheet: &Sheet<'_>,
        rows: Range<usize>,
        progress: &Progress,
        read: impl Fn(&Row<'_>, usize) -> Value + Sync,
    ) -> Result<(), Ended> {
        let comparing =
            |role: &Role| matches!(role, Role::Comparison(c) if *c != Comparison::Planned);
        self.choose_plan(headings, sheet, rows.clone(), &read);
        let comparing: Vec<usize> = headings.all(comparing).collect();
        let mut every = (rows.len() / ENOUGH).max(1);
        let mut heard = self.hear(&comparing, sheet, (rows.clone(), every), progress, &read)?;
        if every > 1 && heard.iter().any(|heard| heard.figures < FEW) {
            every = 1;
            heard = self.hear(&comparing, sheet, (rows, 1), progress, &read)?;
        }
        for (at, heard) in comparing.into_iter().zip(heard) {
            let Role::Comparison(comparison) = headings.columns[at].role else { continue };
            let (plan, previous) = (heard.plan.told(), heard.previous.told());
            let with_plan = match comparison {
                Comparison::Plan => true,
                Comparison::Previous | Comparison::Growth | Comparison::Planned => false,
                Comparison::Either => match (plan, previous) {
                    (Some((_, plan)), Some((_, previous))) => plan >= previous,
                    (None, Some(_)) => false,
                    _ => self.plan.is_some() || self.previous.is_none(),
                },
            };
            // "Tỷ lệ (%)" where nothing was planned may be a share of anything.
            if comparison == Comparison::Either && with_plan && self.plan.is_none() {
                self.beside.push(at);
                continue;
            }
            let (told, votes) =
                if with_plan { (plan, heard.plan) } else { (previous, heard.previous) };
            let (meaning, told_by) = told.unwrap_or_else(|| (heard.by_size(comparison), 0));
            let of = (every > 1).then(|| votes.heard());
            self.comparisons.push(ComparisonColumn { at, with_plan, meaning, told_by, of });
        }
        self.keep_one_percent();
        Ok(())
    }

    /// Hears what every so many-th of the rows tells of each comparing column.
    fn hear(
        &self,
        comparing: &[usize],
        sheet: &Sheet<'_>,
        (rows, every): (Range<usize>, usize),
        progress: &Progress,
        read: &(impl Fn(&Row<'_>, usize) -> Value + Sync),
    ) -> Result<Vec<Heard>, Ended> {
        let none = || vec![Heard::default(); comparing.len()];
        if comparing.is_empty() {
            progress.advance(rows.len())?;
            return Ok(none());
        }
        let parts = in_parts(rows, progress, |rows| {
            let mut heard = none();
            sheet.each(rows.filter(|at| is_heard(*at, every)), |_, row| {
                let number = |column: Option<usize>| Some(read(row, column?).figure()?.number);
                let actual = number(self.actual);
                let bases = actual.map(|_| [number(self.plan), number(self.previous)]);
                for (column, heard) in comparing.iter().zip(&mut heard) {
                    heard.add(&read(row, *column), actual, bases.unwrap_or_default());
                }
            });
            heard
        })?;
        let both = |all: Vec<Heard>, part: Vec<Heard>| {
            all.into_iter().zip(part).map(|(all, part)| all.plus(part)).collect()
        };
        Ok(parts.into_iter().fold(none(), both))
    }

    /// Of several plans, "Trung ương giao" and "HĐND giao", the one that the percents of plan bear out;
    /// the first where they do not tell.
    fn choose_plan(
        &mut self,
        headings: &Headings,
        sheet: &Sheet<'_>,
        rows: Range<usize>,
        read: &impl Fn(&Row<'_>, usize) -> Value,
    ) {
        const LOOKED_AT: usize = 200;
        let (Some(chosen), Some(actual)) = (self.plan, self.actual) else { return };
        let of_plan =
            |role: &Role| matches!(role, Role::Comparison(Comparison::Plan | Comparison::Either));
        let number = |row: &Row<'_>, column| read(row, column).figure().map(|figure| figure.number);
        let votes = |plan: usize| {
            let compared = |row: Row<'_>, at| {
                let row = &row;
                let (actual, base) = (number(row, actual)?, number(row, plan)?);
                Some(Compared { actual, base, value: number(row, at)? })
            };
            let bear_out = |at: usize| {
                let rows = sheet.range(rows.clone()).take(LOOKED_AT);
                let rows = rows.filter_map(|row| compared(row, at));
                rows.filter(|row| Meaning::Ratio.fits(row) || Meaning::Fraction.fits(row)).count()
            };
            headings.all(of_plan).map(bear_out).max().unwrap_or(0)
        };
        let year = |column: usize| match &headings.columns[column].role {
            Role::Plan(when) => when.year,
            _ => None,
        };
        let plans = headings.all(|role| matches!(role, Role::Plan(_)));
        let others = plans.filter(|plan| *plan != chosen && year(*plan) == year(chosen));
        let best = others.map(|plan| (votes(plan), plan)).max_by_key(|(votes, _)| *votes);
        if let Some((_, plan)) = best.filter(|(best, _)| *best > votes(chosen)) {
            self.beside.retain(|column| *column != plan);
            self.beside.push(chosen);
            self.plan = Some(plan);
        }
    }

    /// Of several columns that compare with the plan, the percent of plan is in the one that most rows
    /// bear out: "6 tháng/KH" is not what the year reached. A difference is none and may stay.
    fn keep_one_percent(&mut self) {
        let percents =
            |column: &&ComparisonColumn| column.with_plan && column.meaning != Meaning::Difference;
        let best = self.comparisons.iter().filter(percents).rev().max_by_key(|c| c.told_by);
        let Some(best) = best.map(|column| column.at) else { return };
        let others = self.comparisons.iter().filter(percents).map(|column| column.at);
        let others: Vec<usize> = others.filter(|at| *at != best).collect();
        self.comparisons.retain(|column| !others.contains(&column.at));
        self.beside.extend(others);
    }
}

/// Whether a row is one of every so many. Rows come in runs that repeat, the same indicators of one commune
/// after another: their numbers are mixed, so that none of them is passed over for ever.
fn is_heard(at: usize, every: usize) -> bool {
    const GOLDEN: u64 = 0x9e37_79b9_7f4a_7c15;
    let mixed = (at as u64).wrapping_mul(GOLDEN) >> u32::BITS;
    mixed.is_multiple_of(every as u64)
}

/// What the rows tell of a comparing column.
#[derive(Debug, Clone, Copy, Default)]
struct Heard {
    plan: Votes,
    previous: Votes,
    figures: usize,
    near_hundred: usize,
    signs: bool,
}

impl Heard {
    fn add(
        &mut self,
        value: &Value,
        actual: Option<Decimal>,
        [plan, previous]: [Option<Decimal>; 2],
    ) {
        let Some(figure) = value.figure() else { return };
        let value = figure.number;
        self.figures += 1;
        self.near_hundred += usize::from(value >= FIFTY);
        self.signs |= figure.signed || value.is_sign_negative();
        let Some(actual) = actual else { return };
        for (votes, base) in [(&mut self.plan, plan), (&mut self.previous, previous)] {
            if let Some(base) = base {
                votes.add(&Compared { actual, base, value });
            }
        }
    }

    fn plus(self, other: Self) -> Self {
        Self {
            plan: self.plan.plus(other.plan),
            previous: self.previous.plus(other.previous),
            figures: self.figures + other.figures,
            near_hundred: self.near_hundred + other.near_hundred,
            signs: self.signs || other.signs,
        }
    }

    /// What a column that cannot be held against anything means by its heading and its size: an index
    /// lies around 100, a change around 0.
    fn by_size(&self, comparison: Comparison) -> Meaning {
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
    fn of_rows_that_repeat_all_kinds_are_heard() {
        for (every, period) in [(2, 2), (45, 300), (50, 5), (50, 64), (7, 7)] {
            let rows = 20_000 * every;
            let mut heard = vec![0; period];
            (0..rows).filter(|at| is_heard(*at, every)).for_each(|at| heard[at % period] += 1);
            let even = 20_000 / period;
            let alike = |heard: &usize| (even / 2..even * 2).contains(heard);
            assert!(heard.iter().all(alike), "every {every}th of {period} kinds: {heard:?}");
        }
        assert!((0..100).all(|at| is_heard(at, 1)));
    }
}
