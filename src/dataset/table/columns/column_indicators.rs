//! Splits the value columns of a table whose rows are places or periods by the indicators that they are of: "Dân số
//! (người)", "Lúa · KH", "Lúa · TH".

use super::class_parts::name_classes;
use super::column_indicator::{ColumnIndicator, IndicatorColumns};
use super::falls_and_rises::{join_planned_changes, name_changes};
use super::heading_levels::{keep_acts, keep_terms, remove_places, remove_translations};
use super::joined_columns::{join_named_plans, join_other_periods, join_unnamed_plans};
use super::mean_columns::unname_means;
use super::measured_object::ListedMeasures;
use crate::dataset::table::layout::header::Header;
use crate::dataset::table::layout::header_column::HeaderColumn;
use crate::lexicon::comparison_sides::without_unit;
use crate::lexicon::counted_unit::is_counted_noun;
use crate::lexicon::period_words::is_period;
use crate::lexicon::phrases::key;
use crate::lexicon::place::is_class;
use crate::lexicon::ranking::is_bare_score as is_bare;
use crate::lexicon::subject::{
    act_alone, is_of_part, is_percentage_of, is_stage_of_period, percent_in_brackets, subjects,
};
use crate::lexicon::unit::is_unit;
use crate::text::fold::fold;
use crate::text::one_line::one_line;

/// The indicators of the value columns, each with its columns, in order. Columns whose headings only say when, or
/// plan and result, are of the `subject` of the title.
pub(super) fn column_indicators(header: &Header, subject: Option<&str>) -> Vec<IndicatorColumns> {
    let values = header.values();
    let levels = naming_levels(header, &values, subject);
    let mut found = grouped(header, &values, levels, subject);
    name_done_next_to_registered(header, &mut found);
    join_planned_changes(header, &mut found);
    name_changes(&mut found);
    join_other_periods(header, &mut found);
    join_unnamed_plans(header, &mut found);
    join_named_plans(header, &mut found);
    name_by_headings(header, &mut found);
    name_objects(&mut found, subject);
    found
}

/// The levels of the headings that name the indicator of each of these columns.
fn naming_levels(header: &Header, values: &[usize], subject: Option<&str>) -> Vec<Vec<String>> {
    let mut levels: Vec<Vec<String>> =
        values.iter().map(|at| subjects(&header.columns[*at].heading)).collect();
    remove_translations(&mut levels);
    keep_acts(header, values, &mut levels);
    keep_terms(header, values, &mut levels);
    if subject.is_some() && is_bare_score(header, values) {
        levels.iter_mut().for_each(Vec::clear);
    }
    remove_places(header, values, &mut levels);
    name_classes(header, values, &mut levels, subject);
    name_counted(header, values, &mut levels);
    unname_means(header, values, &mut levels, subject);
    levels
}

/// Names columns next to named ones by the unit that they count: "Học sinh (học sinh)" next to "Lớp
/// học (lớp)" is not all that the title lists, nor are "Lớp" and "Học sinh" without a unit.
fn name_counted(header: &Header, values: &[usize], levels: &mut [Vec<String>]) {
    let is_noun = |at: &usize| is_counted_noun(&header.columns[*at].heading);
    let are_nouns = values.len() > 1 && values.iter().all(is_noun);
    if levels.iter().all(Vec::is_empty) && !are_nouns {
        return;
    }
    for (own, at) in levels.iter_mut().zip(values).filter(|(own, _)| own.is_empty()) {
        let heading = &header.columns[*at].heading;
        let bare = |level: &str| level.split('(').next().map(one_line).unwrap_or_default();
        let named = heading.split(" · ").map(bare);
        own.extend(named.filter(|level| is_unit(level)).take(1));
    }
}

/// Groups columns by the indicators that the levels of their headings name.
fn grouped(
    header: &Header,
    values: &[usize],
    levels: Vec<Vec<String>>,
    subject: Option<&str>,
) -> Vec<IndicatorColumns> {
    // The column left of a part that is none: "Nữ" of one indicator is not that of the next.
    let is_part = |at: usize| is_of_part(&header.columns[at].heading);
    let whole = |at: usize| {
        let left = values.iter().rev().find(|left| **left < at && !is_part(**left));
        left.filter(|_| is_part(at)).copied()
    };
    let mut found: Vec<IndicatorColumns> = Vec::new();
    for (at, levels) in values.iter().copied().zip(levels) {
        let named = named(&header.columns[at], levels, subject);
        let is_same = |known: &&mut IndicatorColumns| {
            let own = &known.indicator;
            fold(&own.name) == fold(&named.name)
                && own.parents == named.parents
                && own.fits_unit_of(&named)
                && known.columns.first().is_none_or(|first| whole(*first) == whole(at))
        };
        match found.iter_mut().find(is_same) {
            Some(known) => {
                known.indicator.unit = known.indicator.unit.take().or(named.unit);
                known.columns.push(at);
            }
            None => found.push(IndicatorColumns { indicator: named, columns: vec![at] }),
        }
    }
    found
}

/// The indicator that these levels of the heading of a column name.
fn named(
    column: &HeaderColumn,
    mut parents: Vec<String>,
    subject: Option<&str>,
) -> ColumnIndicator {
    // "Chỉ tiêu (học sinh)" over plans names none.
    if let [only] = parents.as_slice()
        && column.is_plan()
        && fold(only) == "chi tieu"
    {
        parents.clear();
    }
    let is_titled = parents.is_empty() && subject.is_some();
    let name = parents.pop().or_else(|| subject.map(str::to_owned)).unwrap_or_default();
    // "TL%" says it without brackets.
    let is_percent =
        || column.heading.trim_end().ends_with('%') || is_percentage_of(column.last_level());
    let in_percent = percent_in_brackets(&column.heading) || is_percent();
    let unit = column.unit.clone().or_else(|| in_percent.then(|| "%".to_owned()));
    ColumnIndicator { name, parents, unit, is_titled }
}

/// Whether the only values are scores whose headings do not say of what: "Điểm", "Điểm đạt (thang điểm 100)".
fn is_bare_score(header: &Header, values: &[usize]) -> bool {
    let heading = |at: &usize| header.columns[*at].heading.as_str();
    values.iter().all(|at| subjects(heading(at)).iter().all(|level| is_bare(level)))
}

/// The name of the values below a heading that only says when they are, or plan and result: what
/// they are of, if that is a class ("2022 Nam"), or else that they are values; the last of several
/// years is no name.
fn unnamed(header: &Header, heading: &str) -> String {
    let is_number = |word: &&str| word.bytes().all(|byte| byte.is_ascii_digit());
    let class = heading.split_whitespace().next_back().filter(|word| is_class(word));
    if class.is_some() && heading.split_whitespace().any(|word| is_number(&word)) {
        return class.unwrap_or_default().to_owned();
    }
    let in_english = header.columns.iter().all(|column| column.heading.is_ascii());
    match is_period(&key(heading)) || is_stage_of_period(heading) {
        true if in_english => "Value".to_owned(),
        true => "Giá trị".to_owned(),
        false => one_line(heading),
    }
}

/// Names the indicators that no heading names, by what their headings say: "Giá trị" is better than no name.
fn name_by_headings(header: &Header, found: &mut [IndicatorColumns]) {
    for IndicatorColumns { indicator, columns } in found {
        if !indicator.name.trim().is_empty() {
            continue;
        }
        let heading = columns.last().map_or("", |at| header.columns[*at].heading.as_str());
        // "Giá trị (tỷ đồng) · 2022" is a value of each year.
        let levels = heading.split(" · ").filter(|level| !is_period(&key(level)));
        let levels: Vec<String> = levels.map(without_unit).collect();
        let name = one_line(&levels.join(" · "));
        let is_named = !name.trim().is_empty() && !is_stage_of_period(heading);
        indicator.name = act_alone(heading)
            .or(is_named.then_some(name))
            .unwrap_or_else(|| unnamed(header, heading));
    }
}

/// Adds what the title says the measures are of to the name of each measure that it lists. The
/// measure of the only column is that of the title if it begins with it: "Diện tích lúa hè thu" above "Diện tích (ha)".
fn name_objects(found: &mut [IndicatorColumns], subject: Option<&str>) {
    let Some(subject) = subject else { return };
    let is_only = matches!(found, [only] if only.columns.len() == 1);
    let names: Vec<String> = found.iter().map(|one| fold(&one.indicator.name)).collect();
    let list = ListedMeasures::of(subject, &names);
    let Some(list) = list.filter(|list| is_only || list.are_several()) else { return };
    for (IndicatorColumns { indicator: one, .. }, name) in found.iter_mut().zip(&names) {
        if !one.is_titled && list.has(name) {
            one.name = list.name(&one.name);
        }
    }
}

/// Gives "Vốn thực hiện" next to "Vốn đăng ký" its whole name: the two are indicators of their own.
fn name_done_next_to_registered(header: &Header, found: &mut [IndicatorColumns]) {
    let registered: Vec<String> = found.iter().map(|one| fold(&one.indicator.name)).collect();
    for IndicatorColumns { indicator, columns } in found {
        let behind = format!("{} dang ky", fold(&indicator.name));
        let heading = columns.first().map(|at| &header.columns[*at].heading);
        if let (true, Some(heading)) = (registered.contains(&behind), heading) {
            let level = heading.split(" · ").find(|level| level.contains(&indicator.name));
            indicator.name = one_line(&without_unit(level.unwrap_or(heading)));
        }
    }
}
