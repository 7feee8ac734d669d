//! Which columns carry what, and how the numbers of each are written: one decision a column.

use std::ops::Range;

use memchr::memchr2;
use rust_decimal::Decimal;

use super::compare::{Compared, Meaning, Votes};
use super::comparison::Comparison;
use super::grid::{Cell, Row, Sheet};
use super::heading::Headings;
use super::parts::in_parts;
use super::period::{When, is_of_term};
use super::role::{self, Role};
use super::value::{Reading, Value, evidence};
use crate::dataset::progress::{Ended, Progress};
use crate::text::written::{Separators, Written};

/// What is nearer to an index than to a change.
const FIFTY: Decimal = Decimal::from_parts(50, 0, 0, false, 0);

/// The columns of a table by what they carry.
#[derive(Debug, Default)]
pub(super) struct Columns {
    pub(super) mark: Option<usize>,
    pub(super) names: Vec<usize>,
    pub(super) unit: Option<usize>,
    pub(super) plan: Option<usize>,
    pub(super) actual: Option<usize>,
    /// Values of other periods.
    pub(super) earlier: Vec<usize>,
    /// What the actual is compared with where a column compares with "the period before".
    pub(super) previous: Option<usize>,
    pub(super) comparisons: Vec<ComparisonColumn>,
    pub(super) verdict: Option<usize>,
    pub(super) better: Option<usize>,
    pub(super) id: Option<usize>,
    pub(super) section: Option<usize>,
    /// Kept in the note under their headings.
    pub(super) beside: Vec<usize>,
    /// Notes.
    pub(super) notes: Vec<usize>,
}

/// A comparing column.
#[derive(Debug, Clone, Copy)]
pub(super) struct ComparisonColumn {
    pub(super) at: usize,
    /// Whether it compares with the plan, or else with an earlier value.
    pub(super) with_plan: bool,
    pub(super) meaning: Meaning,
    /// How many rows bear the meaning out.
    pub(super) told_by: usize,
}

/// How a column's numbers are written, and how many of them tell it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Decision {
    pub(super) reading: Reading,
    pub(super) told_by: usize,
    /// How many could be read either way.
    pub(super) open: usize,
}

impl Columns {
    /// Sorts columns by what their headings say.
    pub(super) fn of(headings: &Headings) -> Self {
        let (plan, actual) = plan_and_actual(headings);
        let values = |role: &Role| matches!(role, Role::Actual(_));
        let earlier: Vec<usize> =
            headings.all(values).filter(|column| Some(*column) != actual).collect();
        let previous = previous(headings, actual, &earlier);
        let mut columns = Self {
            mark: headings.column(&Role::Mark),
            names: headings.names.clone(),
            unit: headings.column(&Role::Unit),
            plan,
            actual,
            earlier,
            previous,
            verdict: headings.column(&Role::Verdict),
            better: headings.column(&Role::Better),
            id: headings.column(&Role::Id),
            section: headings.column(&Role::Section),
            notes: headings.all(|role| *role == Role::Note).collect(),
            ..Self::default()
        };
        let known = [
            columns.mark,
            columns.unit,
            plan,
            columns.verdict,
            columns.better,
            columns.id,
            columns.section,
        ];
        columns.beside = headings
            .all(|role| {
                !matches!(role, Role::Actual(_) | Role::Note)
                    && !matches!(role, Role::Comparison(comparison) if *comparison != Comparison::Planned)
            })
            .filter(|column| !known.contains(&Some(*column)) && !columns.names.contains(column))
            .collect();
        columns
    }

    /// The columns that hold values of indicators.
    pub(super) fn values(&self) -> impl Iterator<Item = usize> + '_ {
        let comparisons = self.comparisons.iter().map(|column| column.at);
        self.plan
            .into_iter()
            .chain(self.actual)
            .chain(self.earlier.iter().copied())
            .chain(comparisons)
    }

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
        let heard = in_parts(rows, progress, |rows| {
            let mut heard = vec![Heard::default(); comparing.len()];
            let rows = if comparing.is_empty() { 0..0 } else { rows };
            sheet.each(rows, |_, row| {
                let number = |column: Option<usize>| Some(read(row, column?).figure()?.number);
                let actual = number(self.actual);
                let bases = actual.map(|_| [number(self.plan), number(self.previous)]);
                for (column, heard) in comparing.iter().zip(&mut heard) {
                    heard.add(&read(row, *column), actual, bases.unwrap_or_default());
                }
            });
            heard
        })?;
        for (nth, at) in comparing.iter().copied().enumerate() {
            let Role::Comparison(comparison) = headings.columns[at].role else { continue };
            let heard = heard.iter().map(|part| part[nth]).fold(Heard::default(), Heard::plus);
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
            let told = if with_plan { plan } else { previous };
            let (meaning, told_by) = told.unwrap_or_else(|| (heard.by_size(comparison), 0));
            self.comparisons.push(ComparisonColumn { at, with_plan, meaning, told_by });
        }
        self.keep_one_percent();
        Ok(())
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

/// The plan and what was reached of it: of the last year that has both, else the last of each.
fn plan_and_actual(headings: &Headings) -> (Option<usize>, Option<usize>) {
    fn whens<'a>(
        headings: &'a Headings,
        of: impl Fn(&'a Role) -> Option<&'a When>,
    ) -> Vec<(usize, &'a When)> {
        let columns = headings.columns.iter().enumerate();
        columns.filter_map(|(at, column)| Some((at, of(&column.role)?))).collect()
    }
    let plans = whens(headings, |role| match role {
        Role::Plan(when) => Some(when),
        _ => None,
    });
    let mut actuals = whens(headings, |role| match role {
        Role::Actual(when) if !when.previous => Some(when),
        _ => None,
    });
    // Part of a year gives way to the whole of it.
    if actuals.iter().any(|(_, when)| !when.part) {
        let latest = actuals.iter().filter(|(_, when)| !when.part).map(|(_, when)| when.year).max();
        let latest = latest.flatten();
        // Beside "TH 2023", "6 tháng" is of this year.
        let newer =
            |when: &When| latest.is_some_and(|latest| when.year.is_none_or(|year| latest < year));
        actuals.retain(|(_, when)| !when.part || newer(when));
    }
    let fits = |plan: Option<u16>, actual: Option<u16>| {
        plan.is_none() || actual.is_none() || plan == actual
    };
    // Of "Diện tích · KH, TH" and "Sản lượng · KH, TH", a plan is not held against the other's result.
    let subjects: Vec<String> =
        headings.columns.iter().map(|column| role::subject(&column.text)).collect();
    let alike = |a: &str, b: &str| a == b || a.is_empty() || b.is_empty();
    let first = plans.iter().map(|(at, _)| subjects[*at].as_str()).find(|s| !s.is_empty());
    let first = first.unwrap_or_default();
    let mut pairs: Vec<(Option<u16>, u8, usize, usize)> = Vec::new();
    // Beside a plan without a year, a result without one is this year's.
    let this_year = |plan: &When, actual: &When| match (plan.year, actual.year) {
        (None, None) => Some(u16::MAX),
        (plan, actual) => plan.or(actual),
    };
    for (plan, planned) in &plans {
        for (actual, reached) in &actuals {
            let (of_plan, of_actual) = (&subjects[*plan], &subjects[*actual]);
            let one = alike(of_plan, of_actual) && alike(of_plan, first) && alike(of_actual, first);
            if fits(planned.year, reached.year) && one {
                pairs.push((this_year(planned, reached), reached.months, *actual, *plan));
            }
        }
    }
    // The last year; within it the longest period and its last value, against the first plan.
    let order = |(year, months, actual, plan): &(_, _, usize, usize)| {
        (*year, *months, *actual, std::cmp::Reverse(*plan))
    };
    pairs.sort_by_key(order);
    if let Some((_, _, actual, plan)) = pairs.last() {
        return (Some(*plan), Some(*actual));
    }
    let latest = |columns: &[(usize, &When)]| {
        columns.iter().max_by_key(|(at, when)| (when.year, when.months, *at)).map(|c| c.0)
    };
    let year = |column: Option<usize>, columns: &[(usize, &When)]| {
        columns.iter().find(|(at, _)| Some(*at) == column).and_then(|(_, when)| when.year)
    };
    let (plan, actual) = (latest(&plans), latest(&actuals));
    let of_term = plan.is_some_and(|plan| is_of_term(&headings.columns[plan].text));
    match (year(plan, &plans), year(actual, &actuals)) {
        // A plan for a year of which nothing was reached yet.
        (Some(planned), Some(reached)) if planned > reached && !of_term => (plan, None),
        (Some(planned), Some(reached)) if planned < reached => (None, actual),
        _ => (plan, actual),
    }
}

/// The column of the period before the actual's.
fn previous(headings: &Headings, actual: Option<usize>, earlier: &[usize]) -> Option<usize> {
    let when = |column: usize| match &headings.columns[column].role {
        Role::Actual(when) => Some(when),
        _ => None,
    };
    let same_period =
        earlier.iter().find(|column| when(**column).is_some_and(|when| when.previous));
    let year = actual.and_then(when).and_then(|when| when.year);
    let before = || {
        let of_before = earlier.iter().filter(|column| {
            when(**column)
                .is_some_and(|when| when.year.is_some() && (year.is_none() || when.year < year))
        });
        of_before.max_by_key(|column| when(**column).map(|when| (when.year, !when.part)))
    };
    same_period.or_else(before).copied()
}

/// How the numbers of columns are written; a column that does not tell follows the others.
pub(super) fn readings(
    sheet: &Sheet<'_>,
    rows: Range<usize>,
    progress: &Progress,
) -> Result<Vec<Decision>, Ended> {
    let width = sheet.width();
    let parts = in_parts(rows, progress, |rows| {
        let mut counted = vec![[0; 4]; width];
        sheet.each(rows, |_, row| {
            for (cell, counted) in row.cells.iter().zip(&mut counted) {
                count(cell, counted);
            }
        });
        counted
    })?;
    let mut counted = vec![[0; 4]; width];
    for part in &parts {
        for (all, part) in counted.iter_mut().zip(part) {
            *all = std::array::from_fn(|way| all[way] + part[way]);
        }
    }
    let all = counted.iter().fold([0, 0], |all, one| [all[0] + one[0], all[1] + one[1]]);
    // Where no number of the table tells, what parts three digits parts thousands. The house's default is
    // what Vietnamese offices write.
    let untold = all[0] + all[1] == 0;
    let grouped_by_commas = counted.iter().all(|counts| counts[2] == counts[3])
        && counted.iter().any(|counts| counts[3] > 0);
    let points = all[1] > all[0] || untold && grouped_by_commas;
    let others = if points { Separators::Point } else { Separators::Comma };
    let decide = |[comma, point, open, _]: [usize; 4]| {
        const CLEARLY: usize = 4;
        let (separators, told_by) = match (comma, point) {
            (0, 0) => (others, 0),
            (comma, point) if comma > point || comma == point && others == Separators::Comma => {
                (Separators::Comma, comma)
            }
            (_, point) => (Separators::Point, point),
        };
        let mixed = comma.min(point) > 0 && comma.max(point) < comma.min(point) * CLEARLY;
        Decision { reading: Reading { separators, mixed }, told_by, open }
    };
    Ok(counted.into_iter().map(decide).collect())
}

/// Counts how many numbers of a cell read with a comma only, with a point only, and either way; of the last,
/// how many are written with a comma.
fn count(cell: &Cell<'_>, counted: &mut [usize; 4]) {
    let Cell::Text(text) = cell else { return };
    // Without either, or without digits, there is nothing to tell.
    let bytes = text.as_bytes();
    if memchr2(b',', b'.', bytes).is_none() || !bytes.iter().any(u8::is_ascii_digit) {
        return;
    }
    for written in evidence(text) {
        match written {
            Written::Comma(_) => counted[0] += 1,
            Written::Point(_) => counted[1] += 1,
            Written::Either { comma, point } => {
                counted[2] += 1;
                counted[3] += usize::from(comma.abs() < point.abs());
            }
            Written::Plain(_) => {}
        }
    }
}
