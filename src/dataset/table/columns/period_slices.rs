//! Splits the value columns of a table by period: "KH 2021 | TH 2021 | KH 2022 | TH 2022" and "2019 | 2020 | 2021"
//! are slices of their years.
//!
//! A table with the result of this year and that of the year before is one slice: the other result is kept next to
//! the indicator, as what it is compared with.

use super::plan_and_actual::plan_and_actual;
use super::plan_period::in_year_of;
use super::slice::Slice;
use super::value_columns::ValueColumns;
use crate::dataset::table::layout::header::Header;
use crate::lexicon::comparison::Comparison;
use crate::lexicon::period::parse;
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
}

impl<'h> PeriodSlices<'h> {
    /// The periods of a table; `None` if all its columns belong to one slice. `title` is the period in the title.
    pub(super) fn of(header: &'h Header, title: Option<Period>) -> Option<Self> {
        let columns = column_periods(header, title);
        let mut periods: Vec<Period> = Vec::new();
        for period in columns.iter().copied().flatten() {
            if !periods.contains(&period) {
                periods.push(period);
            }
        }
        let slices = Self { header, title, columns, periods };
        slices.are_apart().then_some(slices)
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

    /// Splits the columns of a measure by period: first the main ones, as they are, then those of the other
    /// periods. `of_measure` says whether a column belongs to the measure.
    pub(super) fn split(
        &self,
        main: ValueColumns,
        of_measure: impl Fn(usize) -> bool,
    ) -> Vec<ValueColumns> {
        let own = main.actual.or(main.plan).and_then(|at| self.columns[at]);
        let others = self.periods.iter().copied().filter(|period| Some(*period) != own);
        let others = others.filter_map(|period| {
            let is_own = |at: usize| {
                self.columns[at] == Some(period) && of_measure(at) && Some(at) != main.plan
            };
            let (plan, actual) = plan_and_actual(self.header, self.title, &is_own);
            plan.or(actual)?;
            Some(ValueColumns {
                measure: main.measure.clone(),
                indicator: main.indicator.clone(),
                class: main.class.clone(),
                slice: Slice { place: main.slice.place.clone(), period: Some(period) },
                plan: plan.or_else(|| self.plan_of_year(&main, period)),
                actual,
                earlier: Vec::new(),
                previous: self.before(period, &of_measure),
            })
        });
        let others: Vec<ValueColumns> = others.collect();
        // "Cả nhiệm kỳ" next to years is of the period of its plan.
        let of_plan = || main.plan.and_then(|plan| parse(&self.header.columns[plan].heading));
        let slice = Slice { place: main.slice.place.clone(), period: own.or_else(of_plan) };
        [ValueColumns { slice, ..main }].into_iter().chain(others).collect()
    }

    /// The plan of the year that a part of it is on the way to: "KH 2024" next to "Quý I".
    fn plan_of_year(&self, main: &ValueColumns, part: Period) -> Option<usize> {
        let plan = main.plan?;
        let of_plan = parse(&self.header.columns[plan].heading)?;
        let year = of_plan.first_year();
        let same = year.is_none() || year == part.first_year() || part.first_year().is_none();
        let only = self.header.all(|role| matches!(role, Role::Plan(_))).count() == 1;
        (only && same && of_plan.span() == Span::Year && part.is_part_of_year()).then_some(plan)
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
        Role::Plan(_) | Role::Actual(_) => parse(&header.columns[at].heading),
        _ => None,
    };
    let named: Vec<Option<Period>> = (0..header.columns.len()).map(named).collect();
    // "Quý I" next to "KH 2024", or under a title of 2024, is of that year.
    let mut years = named.iter().flatten().filter_map(|period| period.first_year());
    let first = years.next();
    let only = first.filter(|first| years.all(|year| year == *first));
    let year = title.and_then(Period::last_year).or(only);
    let placed = |period: Period| {
        let period = in_year_of(period, title).or_year(year);
        // A period that has no place in a series has none among the slices.
        is_same_kind(period, period).then_some(period)
    };
    named.into_iter().map(|period| period.and_then(placed)).collect()
}
