//! Corrects the roles that headings suggest by what the columns contain and by the other columns.

use super::cell_kinds::is_cross;
use super::column_profile::ColumnProfile;
use super::rates;
use crate::lexicon::comparison::Comparison;
use crate::lexicon::measure::{is_same, measure};
use crate::lexicon::period_words::{HeadingPeriod, is_sum, last_month};
use crate::lexicon::phrases::{has, is_remaining, key};
use crate::lexicon::role::{Heading, Role};
use crate::lexicon::verdict;

/// Gives "Cả năm" and "Tổng cộng" their period where other columns are quarters or months: the whole year, or the
/// months up to the last of them.
pub(super) fn find_sums(columns: &mut [Heading]) {
    let part = |heading: &&Heading| matches!(&heading.role, Role::Actual(when) if when.part);
    if columns.iter().filter(part).count() < 2 {
        return;
    }
    let year = columns.iter().filter(part).find_map(|heading| match &heading.role {
        Role::Actual(when) => when.year,
        _ => None,
    });
    let last = columns.iter().filter(part).map(|column| last_month(&key(&column.text))).max();
    let named_year = |text: &str| has(&key(text), &["ca nam", "nam", "year", "annual"]);
    for column in columns.iter_mut().filter(|column| column.role == Role::Unknown) {
        let Some(name) = column.text.rsplit(" · ").next().filter(|name| is_sum(name)) else {
            continue;
        };
        // The sum of January to March is no year.
        let months = last.filter(|last| (1..12).contains(last) && !named_year(name)).unwrap_or(12);
        let part = months < 12;
        column.role =
            Role::Actual(HeadingPeriod { year, months, part, ..HeadingPeriod::default() });
    }
}

/// Corrects the roles that the headings suggest by what the columns contain.
pub(super) fn by_contents(columns: &mut [Heading], profiles: &[ColumnProfile]) {
    move_to_filled(columns, profiles);
    plans_named_as_names(columns, profiles);
    codes(columns, profiles);
    percents_of_groups(columns);
    percents_of_amounts(columns, profiles);
    by_others(columns);
    current_states(columns, profiles);
    rates::choose_actual(columns, profiles);
    by_marks(columns, profiles);
    only_figures(columns, profiles);
    years_of_one_measure(columns, profiles);
    let no_units = columns.iter().all(|column| column.role != Role::Unit);
    verdicts_and_words(columns, profiles);
    if no_units {
        units(columns, profiles);
    }
}

/// Moves a heading merged over two columns to the column that contains the values.
fn move_to_filled(columns: &mut [Heading], profiles: &[ColumnProfile]) {
    for at in 1..columns.len() {
        let twin = columns[at].text.is_empty() || columns[at].text == columns[at - 1].text;
        let values = is_value(&columns[at - 1].role);
        if twin && values && profiles[at - 1].is_empty {
            columns[at] = std::mem::replace(&mut columns[at - 1], Heading::of(""));
        } else if twin && is_value(&columns[at].role) && profiles[at].is_empty {
            columns[at] = Heading::of("");
        }
    }
}

/// Makes "Chỉ tiêu" over numbers the plan; another column contains the names.
fn plans_named_as_names(columns: &mut [Heading], profiles: &[ColumnProfile]) {
    for (column, profile) in columns.iter_mut().zip(profiles).skip(1) {
        let key = key(&column.text);
        let named = column.role == Role::Name
            || column.role == Role::Unknown && key.starts_with("chi tieu") && !is_remaining(&key);
        if named && profile.are_figures() {
            column.role = Role::Plan(HeadingPeriod::of(&key));
        }
    }
}

/// Removes the role from "Indicator" over 1.1.1 and 3.2.1, or "PI" over EN01, where the names are in another
/// column.
fn codes(columns: &mut [Heading], profiles: &[ColumnProfile]) {
    let are_codes = |at: &usize| {
        columns[*at].role == Role::Name
            && (profiles[*at].are_markers() || profiles[*at].are_codes())
            && (0..columns.len()).any(|other| {
                other != *at
                    && matches!(columns[other].role, Role::Unknown | Role::Name)
                    && profiles[other].are_names()
            })
    };
    if let Some(at) = (0..columns.len()).find(are_codes) {
        columns[at].role = Role::Unknown;
    }
}

/// Corrects plans and actuals that contain verdicts or other words.
fn verdicts_and_words(columns: &mut [Heading], profiles: &[ColumnProfile]) {
    for (column, profile) in columns.iter_mut().zip(profiles) {
        // "Đánh giá kết quả thực hiện" over words assesses; the results themselves are in another column.
        let assesses = key(&column.text).starts_with("danh gia ") && is_value(&column.role);
        if assesses && !profile.is_empty && !profile.are_figures() {
            column.role = Role::Verdict;
        }
    }
    for at in 0..columns.len() {
        let reached = columns.iter().any(|column| matches!(column.role, Role::Actual(_)));
        // A plan may be "Đạt" as well.
        let asked = matches!(columns[at].role, Role::Plan(_)) && reached;
        let assessed = columns.iter().any(|column| column.role == Role::Verdict);
        let compares =
            matches!(columns[at].role, Role::Comparison(Comparison::Plan | Comparison::Either));
        if columns[at].text.is_empty()
            || !(compares || matches!(columns[at].role, Role::Plan(_) | Role::Actual(_)))
        {
            continue;
        }
        if profiles[at].are_verdicts() {
            let results = (0..columns.len()).any(|other| {
                other != at
                    && matches!(columns[other].role, Role::Actual(_))
                    && profiles[other].are_figures()
            });
            if !assessed && !asked && (results || !profiles[at].has_figures()) {
                columns[at].role = Role::Verdict;
            }
        } else if profiles[at].are_words() {
            // "Đơn vị thực hiện" is a column of offices.
            columns[at].role = Role::Unknown;
        }
    }
}

/// Finds the column of units in a table where no heading names it.
fn units(columns: &mut [Heading], profiles: &[ColumnProfile]) {
    let first_name = columns.iter().position(|column| column.role == Role::Name);
    let are_units = |at: &usize| {
        // "Measure" right of "Indicator" is a column of units; alone it is a column of names.
        let second = columns[*at].role == Role::Name && first_name.is_some_and(|name| name < *at);
        (second || columns[*at].role == Role::Unknown) && profiles[*at].are_units()
    };
    if let Some(unit) = (0..columns.len()).find(are_units) {
        columns[unit].role = Role::Unit;
    }
}

/// Makes the only column of numbers in a table with ranks the actual, whatever its heading: "PAR INDEX 2024
/// (%)".
fn only_figures(columns: &mut [Heading], profiles: &[ColumnProfile]) {
    let ranked = columns.iter().any(|column| matches!(column.role, Role::Rank(_)));
    if !ranked || columns.iter().any(|column| is_value(&column.role)) {
        return;
    }
    let figures = |at: &usize| columns[*at].role == Role::Unknown && profiles[*at].are_figures();
    let found: Vec<usize> = (0..columns.len()).filter(figures).collect();
    if let [only] = found[..] {
        columns[only].role = Role::Actual(HeadingPeriod::of(&key(&columns[only].text)));
    }
}

/// Makes columns of numbers that differ only in their year results, if nothing else is a plan or a result: "SIPAS 2023
/// (%)" and "SIPAS 2022 (%)".
fn years_of_one_measure(columns: &mut [Heading], profiles: &[ColumnProfile]) {
    if columns.iter().any(|column| matches!(column.role, Role::Plan(_) | Role::Actual(_))) {
        return;
    }
    let when = |column: &Heading| HeadingPeriod::of(&key(&column.text));
    let of_year = |at: &usize| {
        columns[*at].role == Role::Unknown
            && profiles[*at].are_figures()
            && when(&columns[*at]).year.is_some()
    };
    let found: Vec<usize> = (0..columns.len()).filter(of_year).collect();
    let Some((first, others)) = found.split_first() else { return };
    let own = measure(&columns[*first].text);
    let is_other_year = |at: &usize| {
        let years = [*at, *first].map(|at| when(&columns[at]).year);
        years[0] != years[1] && is_same(&own, &measure(&columns[*at].text))
    };
    if own.is_empty() || others.is_empty() || !others.iter().all(is_other_year) {
        return;
    }
    for at in found {
        columns[at].role = Role::Actual(when(&columns[at]));
    }
}

/// Assigns roles by crosses and ranks in the cells: "x" under "Không đạt" is that verdict, "Tốt" under
/// "Xếp hạng" is not a place.
fn by_marks(columns: &mut [Heading], profiles: &[ColumnProfile]) {
    for (at, column) in columns.iter_mut().enumerate() {
        let last = column.text.rsplit(" · ").next().unwrap_or_default();
        let places = || profiles[at].are_places();
        column.role = match column.role {
            // "Mức độ hoàn thành · Không đạt"
            Role::Unknown
            | Role::Comparison(_)
            | Role::Verdict
            | Role::Note
            | Role::Plan(_)
            | Role::Actual(_)
                if verdict::verdict(last).is_some()
                    && (profiles[at].are_crosses() || profiles[at].are_all(is_mark)) =>
            {
                Role::Cross
            }
            Role::Rank(_) | Role::RankChange if !places() => Role::Unknown,
            // "So với 2022" over "tăng 6 bậc".
            Role::Unknown | Role::Comparison(_) if profiles[at].are_places_won() => {
                Role::RankChange
            }
            _ => continue,
        };
    }
}

/// Makes a bare "%" next to a plan and an actual under the same heading a comparison: "Năm 2024: KH | TH | %".
fn percents_of_groups(columns: &mut [Heading]) {
    let group = |text: &str| text.rsplit_once(" · ").map(|(group, _)| group.to_owned());
    for at in 0..columns.len() {
        let last = columns[at].text.rsplit(" · ").next().unwrap_or_default();
        let bare = last.contains('%') && !last.contains(char::is_alphanumeric);
        let Some(own) = group(&columns[at].text).filter(|_| bare) else { continue };
        let has = |wanted: fn(&Role) -> bool| {
            let mut others = columns.iter().enumerate().filter(|(other, _)| *other != at);
            others.any(|(_, other)| wanted(&other.role) && group(&other.text) == Some(own.clone()))
        };
        if has(|role| matches!(role, Role::Plan(_))) && has(|role| matches!(role, Role::Actual(_)))
        {
            columns[at].role = Role::Comparison(Comparison::Either);
            columns[at].unit = None;
        }
    }
}

/// Makes a value with a percent sign in its heading a comparison where a column of units says that the rows are not
/// in percent: "Giá trị 9 tháng (%)" of rows in tỷ đồng.
fn percents_of_amounts(columns: &mut [Heading], profiles: &[ColumnProfile]) {
    let Some(units) = columns.iter().position(|column| column.role == Role::Unit) else { return };
    let in_percent = profiles[units].filled().filter(|unit| unit.contains(['%', '‰'])).count();
    if in_percent * 2 >= profiles[units].filled().count() {
        return;
    }
    for column in columns.iter_mut().filter(|column| matches!(column.role, Role::Actual(_))) {
        let last = column.text.rsplit(" · ").next().unwrap_or_default();
        if last.contains('%') {
            column.role = Role::Comparison(Comparison::Either);
            column.unit = None;
        }
    }
}

/// Makes "Hiện trạng" over numbers the actual next to a plan, where nothing else is.
fn current_states(columns: &mut [Heading], profiles: &[ColumnProfile]) {
    let has = |wanted: fn(&Role) -> bool| columns.iter().any(|column| wanted(&column.role));
    if has(|role| matches!(role, Role::Actual(_))) || !has(|role| matches!(role, Role::Plan(_))) {
        return;
    }
    let is_state = |at: &usize| {
        columns[*at].role == Role::Aside
            && key(&columns[*at].text).starts_with("hien trang")
            && profiles[*at].are_figures()
    };
    if let Some(at) = (0..columns.len()).find(is_state) {
        columns[at].role = Role::Actual(HeadingPeriod::of(&key(&columns[at].text)));
    }
}

/// Whether a text ticks a verdict; a 1 does under the heading of a verdict.
fn is_mark(text: &str) -> bool {
    is_cross(text) || text.trim() == "1"
}

/// Assigns roles to short headings by the other columns: "Đạt" between a plan and its percentage, a rate next
/// to a target in percent, "Achievement" after an actual.
fn by_others(columns: &mut [Heading]) {
    let is_actual = |column: &Heading| matches!(column.role, Role::Actual(_));
    let either = |column: &Heading| column.role == Role::Comparison(Comparison::Either);
    let achieved =
        |column: &Heading| matches!(key(&column.text).as_str(), "achievement" | "achieved");
    if columns.iter().filter(|column| is_actual(column)).count() > 1
        && let Some(column) =
            columns.iter_mut().rfind(|column| is_actual(column) && achieved(column))
    {
        column.role = Role::Comparison(Comparison::Either);
    }
    if columns.iter().any(is_actual) {
        return;
    }
    let planned = columns.iter().find(|column| matches!(column.role, Role::Plan(_)));
    if planned.is_none() {
        // If nothing else is a value, "Tỷ lệ hộ nghèo năm 2024 (%)" is the actual.
        for column in columns.iter_mut().filter(|column| {
            let rate = Role::Comparison(Comparison::Rate);
            (either(column) || column.role == rate)
                && column.text.contains('%')
                && !measure(&column.text).is_empty()
        }) {
            column.role = Role::Actual(HeadingPeriod::of(&key(&column.text)));
        }
    }
}

/// Whether a column contains plans, actuals or comparisons.
pub(super) fn is_value(role: &Role) -> bool {
    matches!(role, Role::Plan(_) | Role::Actual(_) | Role::Comparison(_))
}
