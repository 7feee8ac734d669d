//! Corrections that find the values of a table under headings that do not say so: "Cả năm" after quarters, "Hiện
//! trạng" next to a plan, "PAR INDEX 2024 (%)" next to ranks.

use crate::dataset::table::layout::header_column::{Change, HeaderColumn, indices};
use crate::lexicon::column_words::LATER_VALUES;
use crate::lexicon::comparison_sides::without_unit;
use crate::lexicon::measure::{is_same, measure};
use crate::lexicon::part_of_year::is_reported_part;
use crate::lexicon::period::parse;
use crate::lexicon::period_cell::is_period_cell;
use crate::lexicon::period_words::{HeadingPeriod, is_sum, last_month};
use crate::lexicon::phrases::{ACTUAL_WORDS, has, heading_key, key};
use crate::lexicon::role::Role;

/// Gives "Cả năm" and "Tổng cộng" their period where other columns are quarters or months: the whole year, or the
/// months up to the last of them.
pub(super) fn sums_of_parts(columns: &[HeaderColumn]) -> Vec<Change> {
    let is_part = |column: &&HeaderColumn| matches!(&column.role, Role::Actual(when) if when.part);
    if columns.iter().filter(is_part).count() < 2 {
        return Vec::new();
    }
    let year = columns.iter().filter(is_part).find_map(|column| match &column.role {
        Role::Actual(when) => when.year,
        _ => None,
    });
    let last = columns.iter().filter(is_part).map(|column| last_month(&key(&column.heading))).max();
    let named_year = |text: &str| has(&key(text), &["ca nam", "nam", "year", "annual"]);
    let is_open_sum =
        |column: &HeaderColumn| column.role == Role::Unknown && is_sum(column.last_level());
    let whole = |at: usize| {
        // The sum of January to March is no year.
        let is_of_months =
            |last: &u8| (1..12).contains(last) && !named_year(columns[at].last_level());
        let months = last.filter(is_of_months).unwrap_or(12);
        let part = months < 12;
        let when = HeadingPeriod { year, months, part, ..HeadingPeriod::default() };
        Change::Role(at, Role::Actual(when))
    };
    indices(columns, is_open_sum).map(whole).collect()
}

/// Makes "Tháng báo cáo" over numbers a result, next to plans or other results.
pub(super) fn reported_parts(columns: &[HeaderColumn]) -> Vec<Change> {
    if !columns.iter().any(HeaderColumn::is_plan_or_actual) {
        return Vec::new();
    }
    let is_part = |column: &HeaderColumn| {
        column.role == Role::Unknown
            && is_reported_part(&without_unit(column.last_level()))
            && column.profile.are_figures()
            && !column.profile.are_all(is_period_cell)
    };
    indices(columns, is_part).map(|at| actual(at, &columns[at])).collect()
}

/// Makes "Hiện trạng" over numbers the actual next to a plan, where nothing else is.
pub(super) fn current_states(columns: &[HeaderColumn]) -> Vec<Change> {
    if columns.iter().any(HeaderColumn::is_actual) || !columns.iter().any(HeaderColumn::is_plan) {
        return Vec::new();
    }
    let is_state = |column: &HeaderColumn| {
        column.role == Role::Aside
            && key(&column.heading).starts_with("hien trang")
            && column.profile.are_figures()
    };
    indices(columns, is_state).take(1).map(|at| actual(at, &columns[at])).collect()
}

/// Makes "Progress (2023)" over figures the actual, where nothing but an earlier baseline is one: "Baseline (2021) |
/// Progress (2023) | Target (2026)".
pub(super) fn values_after_baselines(columns: &[HeaderColumn]) -> Vec<Change> {
    let year = |column: &HeaderColumn| HeadingPeriod::of(&key(&column.heading)).year;
    let is_baseline = |column: &HeaderColumn| key(&column.heading).starts_with("baseline");
    let mut actuals = columns.iter().filter(|column| column.is_actual());
    let baselines = columns.iter().filter(|column| is_baseline(column));
    let Some(baseline) = baselines.filter_map(year).max() else { return Vec::new() };
    if !columns.iter().any(HeaderColumn::is_plan) || !actuals.all(is_baseline) {
        return Vec::new();
    }
    let names_value = |heading: &str| {
        let key = key(heading);
        let words = key.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty());
        LATER_VALUES.contains(words.collect::<Vec<_>>().join(" ").as_str())
    };
    let is_value = |column: &HeaderColumn| {
        column.profile.are_figures()
            && !column.is_plan()
            && !column.heading.contains('%')
            && names_value(&column.heading)
            && year(column).is_some_and(|year| year > baseline)
    };
    let latest = indices(columns, is_value).max_by_key(|at| year(&columns[*at]));
    latest.map(|at| actual(at, &columns[at])).into_iter().collect()
}

/// Makes the only column of numbers in a table with ranks the actual, whatever its heading: "PAR INDEX 2024
/// (%)".
pub(super) fn only_figures(columns: &[HeaderColumn]) -> Vec<Change> {
    let ranked = columns.iter().any(|column| matches!(column.role, Role::Rank(_)));
    if !ranked || columns.iter().any(HeaderColumn::is_value) {
        return Vec::new();
    }
    let figures =
        |column: &HeaderColumn| column.role == Role::Unknown && column.profile.are_figures();
    match indices(columns, figures).collect::<Vec<_>>()[..] {
        [only] => vec![actual(only, &columns[only])],
        _ => Vec::new(),
    }
}

/// Makes columns of numbers that differ only in their period results, if nothing else is one: "SIPAS 2023 (%)" and
/// "SIPAS 2022 (%)". Next to a plan one is enough: "Số người tham gia đến 30/9/2025".
pub(super) fn periods_of_one_measure(columns: &[HeaderColumn]) -> Vec<Change> {
    if columns.iter().any(HeaderColumn::is_actual) {
        return Vec::new();
    }
    let planned = columns.iter().any(HeaderColumn::is_plan);
    let period = |column: &HeaderColumn| {
        let year = HeadingPeriod::of(&key(&column.heading)).year;
        parse(&column.heading).filter(|period| period.first_year().is_some() || year.is_some())
    };
    let of_period = |column: &HeaderColumn| {
        column.role == Role::Unknown && column.profile.are_figures() && period(column).is_some()
    };
    let found: Vec<usize> = indices(columns, of_period).collect();
    let Some((first, others)) = found.split_first() else { return Vec::new() };
    let own = measure(&columns[*first].heading);
    let is_other_period = |at: &usize| {
        period(&columns[*at]) != period(&columns[*first])
            && is_same(&own, &measure(&columns[*at].heading))
    };
    if own.is_empty() || others.is_empty() && !planned || !others.iter().all(is_other_period) {
        return Vec::new();
    }
    found.into_iter().map(|at| actual(at, &columns[at])).collect()
}

/// Makes values plans under a title of plans, if no heading says that it is a result or a plan, and
/// all are of one year.
pub(crate) fn plans_of_title(columns: &[HeaderColumn]) -> Vec<Change> {
    let actuals: Vec<usize> = indices(columns, HeaderColumn::is_actual).collect();
    // "Tăng thêm (xã) | Lũy kế (xã)": the total by the end of the plan; "Lũy kế đến 31/10" is a result.
    let says_so = |at: &usize| {
        let heading = heading_key(&columns[*at].heading);
        let undated = !has(&heading, &["den"]) && actuals.len() > 1;
        has(&if undated { heading.replace("luy ke", "") } else { heading }, &ACTUAL_WORDS)
    };
    let years: Vec<Option<u16>> = actuals.iter().map(|at| when(&columns[*at]).year).collect();
    let of_one_year = years.windows(2).all(|pair| pair[0] == pair[1]);
    if columns.iter().any(HeaderColumn::is_plan) || actuals.iter().any(says_so) || !of_one_year {
        return Vec::new();
    }
    actuals.into_iter().map(|at| Change::Role(at, Role::Plan(when(&columns[at])))).collect()
}

/// The period in the heading of a column.
fn when(column: &HeaderColumn) -> HeadingPeriod {
    HeadingPeriod::of(&heading_key(&column.heading))
}

/// Makes a column the actual of the period in its heading.
pub(crate) fn actual(at: usize, column: &HeaderColumn) -> Change {
    Change::Role(at, Role::Actual(when(column)))
}
