//! The columns that are indicators where the rows are places or periods.

use super::completion_rates::is_without_plan;
use super::corrections::percent_columns::compares_periods;
use super::corrections::rates::is_no_ratio;
use super::corrections::worded_indicators::{counted_crosses, is_of_ratings, is_of_verdicts};
use super::count_and_rate::rates_of_counts;
use super::header_column::{HeaderColumn, indices};
use super::key_columns::KeyColumns;
use crate::lexicon::comparison::Comparison;
use crate::lexicon::comparison_sides::{ComparisonSides, without_unit};
use crate::lexicon::counted_unit::is_counted_noun;
use crate::lexicon::dated_name::dated_name;
use crate::lexicon::measure::{is_count, is_same, measure, shared};
use crate::lexicon::period;
use crate::lexicon::phrases::{has, key};
use crate::lexicon::place::is_code_heading;
use crate::lexicon::role::Role;
use crate::lexicon::subject::subjects;
use crate::text::one_line::one_line;

/// Whether columns are of one measure in several periods, each a level below it: "Tỷ lệ hộ nghèo
/// (%)" over 2023 and 2024.
pub(super) fn is_of_periods(columns: &[HeaderColumn], indicators: &[usize]) -> bool {
    let split = |at: &usize| columns[*at].heading.split_once(" · ");
    let Some(levels) = indicators.iter().map(split).collect::<Option<Vec<_>>>() else {
        return is_dated(columns, indicators);
    };
    let [(measure, first), rest @ ..] = &levels[..] else { return false };
    let is_period = |level: &str| period::is_period(level);
    !subjects(measure).is_empty()
        && is_period(first)
        && !rest.is_empty()
        && rest.iter().all(|(own, period)| own == measure && period != first && is_period(period))
}

/// Whether columns are of one measure whose name ends with the period of each: "Đàn trâu 2023
/// (con)" next to "Đàn trâu 2024 (con)".
fn is_dated(columns: &[HeaderColumn], indicators: &[usize]) -> bool {
    let bare: Vec<String> =
        indicators.iter().map(|at| one_line(&without_unit(&columns[*at].heading))).collect();
    let dated: Option<Vec<_>> = bare.iter().map(|heading| dated_name(heading)).collect();
    let Some([(measure, first), rest @ ..]) = dated.as_deref() else { return false };
    !rest.is_empty() && rest.iter().all(|(own, period)| own == measure && period != first)
}

/// Whether there are several plans and results, and each of their headings names what it measures: "Số người tham gia
/// BHYT · KH".
pub(super) fn name_measures(columns: &[HeaderColumn]) -> bool {
    let named =
        |column: &HeaderColumn| !column.is_plan_or_actual() || !measure(&column.heading).is_empty();
    indices(columns, HeaderColumn::is_plan).count() > 1
        && indices(columns, HeaderColumn::is_actual).count() > 1
        && columns.iter().all(named)
}

/// Whether all plans and results are below one heading that says what is counted: "Số tiêu chí đạt" over "Kế hoạch" and
/// "Thực hiện".
pub(super) fn count_one(columns: &[HeaderColumn]) -> bool {
    let values = || columns.iter().filter(|column| column.is_plan_or_actual());
    let band = |column: &HeaderColumn| {
        let (band, _) = column.heading.split_once(" · ")?;
        (is_count(band) && !subjects(band).is_empty()).then(|| band.to_owned())
    };
    let Some(first) = values().next().and_then(band) else { return false };
    values().all(|column| band(column).as_ref() == Some(&first))
}

/// Whether several columns count something else: "Tổng số hộ", "Hộ nghèo cuối năm · Số hộ".
pub(super) fn counts_several(columns: &[HeaderColumn]) -> bool {
    let counts = |column: &&HeaderColumn| {
        column.role == Role::Unknown && column.profile.are_figures() && is_count(&column.heading)
    };
    columns.iter().filter(counts).count() > 1
}

/// The columns that are indicators where the rows are not: those of figures that are neither a numbering nor codes.
pub(super) fn indicator_columns(columns: &[HeaderColumn], keys: KeyColumns) -> Vec<usize> {
    let has_plans = columns.iter().any(|column| matches!(column.role, Role::Plan(_)));
    let words: Vec<Vec<String>> = columns
        .iter()
        .filter(|column| column.is_plan_or_actual())
        .map(|column| measure(&column.heading))
        .collect();
    // "Tỷ lệ hộ nghèo (%)" next to the plan and the result of something else.
    let is_other = |heading: &str| {
        let own = measure(heading);
        !own.is_empty() && words.iter().all(|words| shared(words, &own) == 0)
    };
    let rates = rates_of_counts(columns);
    // Where a result is named, the percentages of plan are not named after something else.
    let names_one = |column: &HeaderColumn| !subjects(&column.heading).is_empty();
    let counted = words.iter().any(|words| !words.is_empty())
        || columns.iter().any(|column| column.is_plan_or_actual() && names_one(column));
    let is_indicator = |at: &usize| {
        let column = &columns[*at];
        let open = match column.role {
            Role::Unknown | Role::Actual(_) | Role::Plan(_) => true,
            _ if rates.contains(at) => true,
            // "Tỷ lệ hoàn thành (%)" of pupils is no percent of a plan that no column has.
            Role::Comparison(Comparison::Plan) => is_without_plan(columns, *at),
            // "Tỷ lệ hộ nghèo (%)" is an indicator; "Tỷ lệ (%)" compares others.
            // "Tốc độ tăng GRDP (%)" of each year; "Tốc độ tăng (%)" is the change of the column before it.
            Role::Comparison(Comparison::Growth) => {
                let sides = ComparisonSides::of(&column.heading);
                let is_named = !measure(&column.heading).is_empty() && sides.base.is_none();
                let of_periods = keys.period.is_some() && keys.place.is_none();
                is_named && (of_periods || names_an_act(columns, *at))
            }
            // "Tỷ trọng công nghiệp (%)" is a rate; "Tỷ trọng (%)" is the share of the column before it.
            Role::Comparison(Comparison::Share) => !measure(&column.heading).is_empty(),
            Role::Comparison(Comparison::Rate | Comparison::Either) => match has_plans {
                true => (counted || is_no_ratio(columns, *at)) && is_other(&column.heading),
                false => !measure(&column.heading).is_empty() && !compares_periods(columns, column),
            },
            _ => false,
        };
        open && keys.leave(*at)
            && !column.heading.trim().is_empty()
            && !is_code_heading(&column.heading)
            && columns[*at].profile.are_figures()
    };
    (0..columns.len()).filter(is_indicator).collect()
}

/// Whether a fall or a rise is part of what a column is about, where no other is a plan, a result
/// or a comparison, or of the same measure: "Chi hỗ trợ giảm nghèo", "Tăng thu ngân sách" next to
/// "Tổng thu NSNN".
fn names_an_act(columns: &[HeaderColumn], at: usize) -> bool {
    let own = measure(&columns[at].heading);
    let heading = key(&columns[at].heading);
    let others = || columns.iter().enumerate().filter(|(other, _)| *other != at);
    let is_open = |column: &HeaderColumn| !column.is_plan_or_actual();
    let is_same_measure = |column: &HeaderColumn| {
        let measured = measure(&column.heading);
        column.profile.are_figures() && !measured.is_empty() && is_same(&own, &measured)
    };
    let moves_both = has(&heading, &["tang"]) && has(&heading, &["giam"]);
    own.len() > 1
        && !moves_both
        && !heading.contains(['%', '/'])
        && columns[at].unit.as_deref() != Some("%")
        && others().all(|(_, column)| is_open(column) && !is_same_measure(column))
}

/// Adds the criteria that places reach, if there are several, and the ratings of places next to other indicators.
pub(super) fn add_worded(columns: &[HeaderColumn], keys: KeyColumns, to: &mut Vec<usize>) {
    let is_own = |at: &usize| keys.leave(*at);
    let criteria: Vec<usize> = indices(columns, is_of_verdicts).filter(is_own).collect();
    if criteria.len() > 1 {
        to.extend(criteria);
    }
    to.extend(counted_crosses(columns).into_iter().filter(is_own));
    if count_measures(columns, to) > 1 {
        to.extend(indices(columns, is_of_ratings).filter(is_own));
    }
    to.sort_unstable();
    to.dedup();
}

/// The words of the measure that a heading names; of "Lớp" and of "Số tiêu chí đạt" over "Kế
/// hoạch", which are none, those of what is counted or of the subject.
fn measured(heading: &str) -> Vec<String> {
    let words = measure(heading);
    if !words.is_empty() {
        return words;
    }
    if is_counted_noun(heading) {
        return vec![key(heading)];
    }
    subjects(heading).iter().map(|level| key(level)).collect()
}

/// The number of different measures or units among columns: "Kế hoạch" and "Thực hiện" are of the same one.
pub(super) fn count_measures(columns: &[HeaderColumn], among: &[usize]) -> usize {
    let mut found: Vec<(Vec<String>, Option<&str>)> = Vec::new();
    for at in among {
        let (words, unit) = (measured(&columns[*at].heading), columns[*at].unit.as_deref());
        let is_known = found.iter().any(|(known, of)| {
            is_same(known, &words) && of.zip(unit).is_none_or(|(of, unit)| of == unit)
        });
        if !is_known {
            found.push((words, unit));
        }
    }
    found.len()
}
