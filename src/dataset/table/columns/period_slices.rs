//! Splits the value columns of a table by period: "KH 2021 | TH 2021 | KH 2022 | TH 2022" and "2019 | 2020 | 2021"
//! are slices of their years.
//!
//! So are a month and the months up to it: "Tháng 10" next to "10 tháng". A table with the result of this year and that
//! of the year before is one slice: the other result is kept next to the indicator, as what it is compared with.

use super::heading_period::heading_period;
use super::nested_periods::nested;
use super::plan_and_actual::{PlanAndActual, plan_and_actual};
use super::plan_period::in_year_of;
use super::value_columns::{MainAndSlices, ValueColumns};
use super::whole_year::{in_split_years, whole_year};
use crate::dataset::table::layout::header::Header;
use crate::lexicon::comparison::Comparison;
use crate::lexicon::part_of_year::PartSpan;
use crate::lexicon::period::parse;
use crate::lexicon::phrases::key;
use crate::lexicon::role::Role;
use crate::model::{Period, Span, is_same_kind};

/// The number of results of different periods that make a series, whatever else the table contains.
const SERIES: usize = 3;

/// The periods of the value columns of a table with several slices.
pub(super) struct PeriodSlices<'h> {
    header: &'h Header,
    title: Option<Period>,
    /// The period of each column, if it is a column of values and names one.
    columns: Vec<Option<Period>>,
    /// The periods, in the order of the columns.
    periods: Vec<Period>,
    /// Whether they are parts of one year, within each other.
    are_nested: bool,
}

impl<'h> PeriodSlices<'h> {
    /// The periods of a table; `None` if all its columns belong to one slice. `title` is the period in the title.
    pub(super) fn of(header: &'h Header, title: Option<Period>) -> Option<Self> {
        let slices = |columns: Vec<Option<Period>>, are_nested| {
            let mut periods: Vec<Period> = Vec::new();
            for period in columns.iter().copied().flatten() {
                if !periods.contains(&period) {
                    periods.push(period);
                }
            }
            Self { header, title, columns, periods, are_nested }
        };
        let columns = column_periods(header, title);
        let nested = nested(header, title, &columns);
        let all = slices(columns, false);
        if all.are_apart() {
            return Some(all);
        }
        nested.map(|columns| slices(columns, true))
    }

    /// Whether the periods are slices: two have both a plan and a result, three are of one kind, or two are all
    /// that there is.
    fn are_apart(&self) -> bool {
        let is_plan = |role: &Role| matches!(role, Role::Plan(_));
        let is_actual = |role: &Role| matches!(role, Role::Actual(_));
        let reached: Vec<Period> =
            self.periods.iter().copied().filter(|period| self.has(*period, is_actual)).collect();
        let complete = reached.iter().filter(|period| self.has(**period, is_plan)).count();
        let of_kind =
            |kind: &Period| reached.iter().filter(|period| is_same_kind(**period, *kind)).count();
        let longest = reached.iter().map(of_kind).max().unwrap_or(0);
        let compares = |role: &Role| match role {
            Role::Comparison(comparison) => *comparison != Comparison::Share,
            role => is_plan(role) || matches!(role, Role::Rank(_)),
        };
        complete >= 2 || longest >= SERIES || longest == 2 && self.header.all(compares).count() == 0
    }

    /// Whether a period has a column with such a role.
    fn has(&self, period: Period, wanted: impl Fn(&Role) -> bool) -> bool {
        self.header.all(wanted).any(|at| self.columns[at] == Some(period))
    }

    /// Splits the columns of a measure by period: the main ones, as they are, and those of the
    /// other periods. `of_measure` says whether a column belongs to the measure.
    pub(super) fn split(
        &self,
        main: ValueColumns,
        of_measure: impl Fn(usize) -> bool,
    ) -> MainAndSlices {
        let own = main.actual.or(main.plan).and_then(|at| self.columns[at]);
        let others = self.periods.iter().copied().filter(|period| Some(*period) != own);
        let others = others.filter_map(|period| {
            let is_own = |at: usize| {
                self.columns[at] == Some(period) && of_measure(at) && Some(at) != main.plan
            };
            let PlanAndActual { plan, actual } = plan_and_actual(self.header, self.title, &is_own);
            if self.are_nested { actual } else { plan.or(actual) }?;
            Some(ValueColumns {
                plan: plan.or_else(|| self.plan_of_year(&main, period)),
                actual,
                previous: self.before(period, &of_measure),
                year_before: self.year_before(period, &of_measure),
                ..ValueColumns::slice_of(&main, period)
            })
        });
        let is_sum = |other: &ValueColumns| {
            let period = other.slice.period.filter(|_| other.plan.is_none());
            period.is_some_and(|period| self.is_sum_next_to(&main, period))
        };
        let (sums, mut others): (Vec<ValueColumns>, Vec<ValueColumns>) = others.partition(is_sum);
        let sums: Vec<usize> = sums.iter().filter_map(|sum| sum.actual).collect();
        // "Cả nhiệm kỳ" next to years is of the period of its plan.
        let of_plan = || main.plan.and_then(|plan| parse(&self.header.columns[plan].heading));
        let period = own.or_else(of_plan);
        let mut main = main.in_period(period);
        for sum in sums {
            if !main.earlier.contains(&sum) {
                main.earlier.push(sum);
            }
        }
        if self.are_nested {
            self.give_earlier(&mut main, &mut others);
        }
        MainAndSlices { main, slices: others }
    }

    /// Whether a period runs from the beginning of the year to the end of the main one, which has
    /// the plan: "Target | Sep-23 | Oct-23 | YTD | RAG". Such a sum is next to what the plan and
    /// its verdict are of, and no later result without a plan.
    fn is_sum_next_to(&self, main: &ValueColumns, period: Period) -> bool {
        let Some(own) = main.actual.and_then(|at| self.columns[at]) else { return false };
        let is_undated = |plan: usize| parse(&self.header.columns[plan].heading).is_none();
        let has_comparisons =
            || self.header.all(|role| matches!(role, Role::Comparison(_))).count() > 0;
        main.plan.is_some_and(is_undated)
            && own.is_part_of_year()
            && period.is_since_new_year()
            && period.supersedes(own)
            && !own.supersedes(period)
            && !has_comparisons()
    }

    /// Gives each slice of a part of the year the values of that part of other years, which are next to the main
    /// result so far: "Tháng 10/2023" belongs to "Tháng 10/2024".
    fn give_earlier(&self, main: &mut ValueColumns, others: &mut [ValueColumns]) {
        let part = |at: usize| PartSpan::of(&key(&self.header.columns[at].heading)).part;
        let own = |columns: &ValueColumns| columns.actual.and_then(part);
        let mut rest = Vec::new();
        for at in std::mem::take(&mut main.earlier) {
            if others.iter().any(|other| other.actual == Some(at)) {
                continue;
            }
            let is_of_part =
                |other: &&mut ValueColumns| part(at).is_some() && own(other) == part(at);
            match others.iter_mut().find(is_of_part).filter(|_| own(main) != part(at)) {
                Some(other) => {
                    other.previous = other.previous.or(Some(at));
                    other.year_before = other.year_before.or(Some(at));
                    other.earlier.push(at);
                }
                None => rest.push(at),
            }
        }
        main.previous = main.previous.filter(|at| rest.contains(at));
        main.year_before = main.previous;
        main.earlier = rest;
    }

    /// The plan of the year that a part of it is on the way to: "KH 2024" next to "Quý I".
    fn plan_of_year(&self, main: &ValueColumns, part: Period) -> Option<usize> {
        let plan = main.plan?;
        let of_plan = parse(&self.header.columns[plan].heading)?;
        let year = of_plan.first_year();
        let same = year.is_none() || year == part.first_year() || part.first_year().is_none();
        let only = self.header.all(|role| matches!(role, Role::Plan(_))).count() == 1;
        // A month is not on the way next to the months up to it; what is expected of the whole year is of its plan.
        let is_part = match self.are_nested {
            true => part.is_since_new_year() || part.span() == Span::Year,
            false => part.is_part_of_year(),
        };
        ((only || self.are_nested) && same && of_plan.span() == Span::Year && is_part)
            .then_some(plan)
    }

    /// The result of the same period of the year before.
    fn year_before(&self, period: Period, of_measure: &impl Fn(usize) -> bool) -> Option<usize> {
        let year = period.first_year()?;
        let is_before = |of: Period| {
            of.span() == period.span()
                && of.first_year().is_some_and(|of| of.saturating_add(1) == year)
        };
        let mut actuals = self.header.all(|role| matches!(role, Role::Actual(_)));
        actuals.find(|at| of_measure(*at) && self.columns[*at].is_some_and(is_before))
    }

    /// The result of the last period before one of the same kind.
    fn before(&self, period: Period, of_measure: &impl Fn(usize) -> bool) -> Option<usize> {
        let actuals = self.header.all(|role| matches!(role, Role::Actual(_)));
        let earlier = actuals.filter(|at| of_measure(*at)).filter_map(|at| {
            let of = self.columns[at]?;
            (is_same_kind(of, period) && of < period).then_some((of, at))
        });
        earlier.max_by_key(|(of, _)| *of).map(|(_, at)| at)
    }
}

/// The period of each column of plans or results, as far as its heading and the title name it.
fn column_periods(header: &Header, title: Option<Period>) -> Vec<Option<Period>> {
    let named = |at: usize| match &header.columns[at].role {
        Role::Actual(when) if when.previous => None,
        Role::Plan(_) | Role::Actual(_) => heading_period(&header.columns[at], title),
        _ => None,
    };
    let named: Vec<Option<Period>> = (0..header.columns.len()).map(named).collect();
    // "Quý I" next to "KH 2024", or under a title of 2024, is of that year.
    let mut years = named.iter().flatten().filter_map(|period| period.first_year());
    let first = years.next();
    let only = first.filter(|first| years.all(|year| year == *first));
    let year = title.and_then(Period::last_year).or(only);
    let whole = whole_year(header, title);
    let in_split_year = in_split_years(header, title);
    let placed = |at: usize, period: Period| {
        let period = in_year_of(period, whole).or_year(year);
        let period = in_split_year(at, period);
        // A period that has no place in a series has none among the slices.
        is_same_kind(period, period).then_some(period)
    };
    let all = named.into_iter().enumerate();
    all.map(|(at, period)| period.and_then(|period| placed(at, period))).collect()
}
