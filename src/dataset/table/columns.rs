//! Which columns carry what, and how the numbers of each are written: one decision a column.

use super::compare::{Compared, Meaning};
use super::grid::{Cell, Row};
use super::heading::Headings;
use super::role::{self, Comparison, Role, When};
use super::value::{Reading, Value, evidence};
use crate::text::written::{Separators, Written};

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
        rows: &[Row],
        read: impl Fn(&Row, usize) -> Value,
    ) {
        let comparing =
            |role: &Role| matches!(role, Role::Comparison(c) if *c != Comparison::Planned);
        self.choose_plan(headings, rows, &read);
        for at in headings.all(comparing) {
            let Role::Comparison(comparison) = headings.columns[at].role else { continue };
            let against = |base: Option<usize>| {
                let compared = rows.iter().filter_map(|row| {
                    let number = |column| read(row, column).figure().map(|figure| figure.number);
                    let (actual, base, value) =
                        (number(self.actual?)?, number(base?)?, number(at)?);
                    Some(Compared { actual, base, value })
                });
                Meaning::told_by(&compared.collect::<Vec<_>>())
            };
            let (plan, previous) = (against(self.plan), against(self.previous));
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
            let (meaning, told_by) = told.unwrap_or_else(|| {
                let values = rows.iter().map(|row| read(row, at));
                (by_size(comparison, values), 0)
            });
            self.comparisons.push(ComparisonColumn { at, with_plan, meaning, told_by });
        }
        self.keep_one_percent();
    }
}

impl Columns {
    /// Of several plans, "Trung ương giao" and "HĐND giao", the one that the percents of plan bear out;
    /// the first where they do not tell.
    fn choose_plan(
        &mut self,
        headings: &Headings,
        rows: &[Row],
        read: &impl Fn(&Row, usize) -> Value,
    ) {
        const LOOKED_AT: usize = 200;
        let (Some(chosen), Some(actual)) = (self.plan, self.actual) else { return };
        let of_plan =
            |role: &Role| matches!(role, Role::Comparison(Comparison::Plan | Comparison::Either));
        let number = |row: &Row, column| read(row, column).figure().map(|figure| figure.number);
        let votes = |plan: usize| {
            let compared = |row: &Row, at| {
                let (actual, base) = (number(row, actual)?, number(row, plan)?);
                Some(Compared { actual, base, value: number(row, at)? })
            };
            let bear_out = |at: usize| {
                let rows = rows.iter().take(LOOKED_AT).filter_map(|row| compared(row, at));
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

/// What a column that cannot be held against anything means by its heading and its size: an index lies
/// around 100, a change around 0.
fn by_size(comparison: Comparison, values: impl Iterator<Item = Value>) -> Meaning {
    let figures: Vec<_> = values.filter_map(|value| value.figure().cloned()).collect();
    let near_hundred =
        figures.iter().filter(|figure| figure.number >= 50.into()).count() * 2 > figures.len();
    let signs = figures.iter().any(|figure| figure.signed || figure.number.is_sign_negative());
    match comparison {
        Comparison::Growth => Meaning::Growth,
        Comparison::Previous if signs || !near_hundred => Meaning::Growth,
        _ => Meaning::Ratio,
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
    match (year(plan, &plans), year(actual, &actuals)) {
        // A plan for a year of which nothing was reached yet.
        (Some(planned), Some(reached)) if planned > reached => (plan, None),
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
pub(super) fn readings(width: usize, rows: &[Row]) -> Vec<Decision> {
    let counted: Vec<[usize; 4]> = (0..width).map(|column| count(rows, column)).collect();
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
    counted.into_iter().map(decide).collect()
}

/// How many numbers of a column read with a comma only, with a point only, and either way; of the last, how
/// many are written with a comma.
fn count(rows: &[Row], column: usize) -> [usize; 4] {
    let mut counted = [0; 4];
    for row in rows {
        let Cell::Text(text) = row.cell(column) else { continue };
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
    counted
}
