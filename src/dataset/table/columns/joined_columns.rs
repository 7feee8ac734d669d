//! Joins columns whose headings name no indicator, or only that of a plan, to the indicator that they are of.

use rust_decimal::Decimal;

use super::column_indicator::{ColumnIndicator, IndicatorColumns};
use crate::dataset::table::layout::header::Header;
use crate::dataset::table::layout::header_column::HeaderColumn;
use crate::lexicon::comparison::Comparison;
use crate::lexicon::comparison_sides::without_unit;
use crate::lexicon::measure::measure;
use crate::lexicon::phrases::{has, key};
use crate::lexicon::role::Role;
use crate::text::fold::fold;
use crate::text::one_line::one_line;
use crate::text::parse_number::Separators;

/// Joins the columns that name no indicator to the only one that they may be of, if its columns are of other periods:
/// "Số tiêu chí đạt năm 2023 | Kế hoạch năm 2024 | Thực hiện năm 2024".
pub(super) fn join_other_periods(header: &Header, found: &mut Vec<IndicatorColumns>) {
    let mut unnamed = (0..found.len()).filter(|at| found[*at].indicator.is_unnamed());
    let (Some(at), None) = (unnamed.next(), unnamed.next()) else { return };
    let own = &found[at];
    let role = |at: &usize| &header.columns[*at].role;
    let may_be = |other: &IndicatorColumns| {
        let is_own = |at: &usize| own.columns.iter().any(|own| role(at) == role(own));
        other.indicator.fits_unit_of(&own.indicator)
            && !other.columns.iter().any(is_own)
            && other.columns.iter().all(|at| is_of_period(role(at)))
    };
    let mut others = (0..found.len()).filter(|other| *other != at && may_be(&found[*other]));
    let (Some(named), None) = (others.next(), others.next()) else { return };
    let columns = std::mem::take(&mut found[at].columns);
    found[named].add(columns);
    found.remove(at);
}

/// Whether a heading of this role says of when its values are.
fn is_of_period(role: &Role) -> bool {
    match role {
        Role::Plan(when) | Role::Actual(when) => when.year.is_some() || when.part || when.previous,
        _ => false,
    }
}

/// Gives plans whose headings name nothing to the indicator of the next result, or else of the one before, that has no
/// plan: "Kế hoạch | Số tiêu chí đạt".
pub(super) fn join_unnamed_plans(header: &Header, found: &mut Vec<IndicatorColumns>) {
    let is_unnamed = |one: &IndicatorColumns| {
        one.indicator.is_unnamed() && !one.has(header, HeaderColumn::is_actual)
    };
    let Some(at) = found.iter().position(is_unnamed) else { return };
    let unnamed = found[at].clone();
    let Some(owner) = owner_of_plans(header, found, &unnamed) else {
        if let (true, Some(first)) = (found.len() > 1, unnamed.columns.first())
            && are_of_capital(header, &unnamed.columns)
        {
            let ColumnIndicator { name, is_titled, .. } = &mut found[at].indicator;
            *name = one_line(&without_unit(&header.columns[*first].heading));
            *is_titled = false;
        }
        return;
    };
    found[owner].add(unnamed.columns);
    // "Đã được công nhận" says what was done about what the title names.
    let of_owner = &mut found[owner].indicator;
    if unnamed.indicator.is_titled && of_owner.name.to_lowercase().starts_with("đã ") {
        of_owner.name = unnamed.indicator.name;
        of_owner.is_titled = true;
    }
    found.remove(at);
}

/// Whether all of these plans are of capital: "Kế hoạch vốn".
fn are_of_capital(header: &Header, plans: &[usize]) -> bool {
    plans.iter().all(|at| has(&key(&header.columns[*at].heading), &["von"]))
}

/// The index of the indicator without a plan that unnamed plans are of: the only one whose results the percentages of
/// plan are computed from, that of the next result, or that of the one before.
fn owner_of_plans(
    header: &Header,
    found: &[IndicatorColumns],
    IndicatorColumns { indicator, columns: plans }: &IndicatorColumns,
) -> Option<usize> {
    let (first, last) = plans.first().copied().zip(plans.last().copied())?;
    // "Kế hoạch vốn" is the plan of what is done with capital, and not of "Huy động của dân".
    let is_capital = are_of_capital(header, plans);
    let is_of_capital = |at: &usize| {
        let done = ["von", "giai ngan", "thanh toan", "thuc hien", "quyet toan"];
        has(&key(&header.columns[*at].heading), &done)
    };
    let may_be = |one: &IndicatorColumns| {
        one.has(header, HeaderColumn::is_actual)
            && !one.has(header, HeaderColumn::is_plan)
            && (!is_capital || one.columns.iter().any(is_of_capital))
            && one.indicator.fits_unit_of(indicator)
    };
    let others = || found.iter().enumerate().filter(|(_, one)| may_be(one));
    let of = |wanted: &dyn Fn(usize) -> bool| {
        let columns = others().flat_map(|(of, one)| one.columns.iter().map(move |at| (*at, of)));
        columns.filter(|(column, _)| wanted(*column)).collect::<Vec<_>>()
    };
    let supported = of(&|column| is_supported(header, column, plans));
    let only = supported.first().copied().filter(|_| supported.len() == 1);
    let next = || of(&|column| column > last).into_iter().min();
    let before = || of(&|column| column < first).into_iter().max();
    only.or_else(next).or_else(before).map(|(_, owner)| owner)
}

/// Whether a percentage of plan is the ratio of a result and one of these plans in most rows.
fn is_supported(header: &Header, actual: usize, plans: &[usize]) -> bool {
    let is_result = matches!(header.columns[actual].role, Role::Actual(_));
    let percents =
        header.all(|role| matches!(role, Role::Comparison(Comparison::Plan | Comparison::Either)));
    let numbers = |at: usize| header.columns[at].profile.numbers(Separators::Comma);
    let are_ratios = |percents: usize, plan: usize| {
        let all = numbers(actual).zip(numbers(plan)).zip(numbers(percents));
        let rows: Vec<bool> = all
            .filter_map(|((actual, plan), percent)| Some(is_ratio(actual?, plan?, percent?)))
            .collect();
        rows.iter().filter(|is| **is).count() * 2 > rows.len()
    };
    is_result && percents.into_iter().any(|at| plans.iter().any(|plan| are_ratios(at, *plan)))
}

/// Whether a percentage is the ratio of two values, as it is rounded.
fn is_ratio(actual: Decimal, plan: Decimal, percent: Decimal) -> bool {
    let ratio = actual.checked_mul(Decimal::ONE_HUNDRED).and_then(|part| part.checked_div(plan));
    ratio.is_some_and(|ratio| ratio.round_dp(percent.scale()) == percent)
}

/// Gives a plan whose heading names a rate to the result that has the same words and unit: "Hộ nghèo · Tỷ lệ (%) | Chỉ
/// tiêu tỷ lệ hộ nghèo (%)".
pub(super) fn join_named_plans(header: &Header, found: &mut Vec<IndicatorColumns>) {
    let words = |columns: &[usize]| {
        let last = columns.last().map(|at| header.columns[*at].heading.as_str());
        let mut words: Vec<String> = last.map(measure).unwrap_or_default();
        words.retain(|word| !matches!(word.as_str(), "chi" | "tieu"));
        words.sort_unstable();
        words
    };
    for at in (0..found.len()).rev() {
        let plan = &found[at];
        if plan.has(header, HeaderColumn::is_actual) || plan.indicator.unit.is_none() {
            continue;
        }
        let unit = |one: &IndicatorColumns| one.indicator.unit.as_deref().map(fold);
        let own = words(&plan.columns);
        let is_owner = |one: &IndicatorColumns| {
            let is_open =
                one.has(header, HeaderColumn::is_actual) && !one.has(header, HeaderColumn::is_plan);
            is_open && unit(one) == unit(plan) && !own.is_empty() && words(&one.columns) == own
        };
        let mut owners = (0..found.len()).filter(|owner| is_owner(&found[*owner]));
        if let (Some(owner), None) = (owners.next(), owners.next()) {
            let plans = std::mem::take(&mut found[at].columns);
            found[owner].add(plans);
            found.remove(at);
        }
    }
}
