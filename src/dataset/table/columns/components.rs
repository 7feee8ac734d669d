//! Splits the value columns of a table whose first level says what the values are, and whose second one names the same
//! components below each: "Dự toán" and "Quyết toán" over "Tổng số | Chi đầu tư | Chi thường xuyên".

use super::measure_groups::{MeasureColumns, MeasureGroup, MeasureUnit, Measures};
use crate::dataset::table::layout::header::Header;
use crate::lexicon::comparison_sides::without_unit;
use crate::lexicon::heading::Heading;
use crate::lexicon::measure::measure;
use crate::lexicon::place::{is_all_classes, is_whole};
use crate::lexicon::role::Role;
use crate::lexicon::subject::{groups_parts, subjects};
use crate::text::one_line::one_line;

/// The components, each with its plan and its result, the sum of them first; `None` for any other table.
pub(super) fn components(header: &Header) -> Option<Measures> {
    let mut all: Vec<(&str, Vec<usize>)> = Vec::new();
    for at in header.values() {
        let column = &header.columns[at];
        let (above, component) = column.heading.rsplit_once(" · ")?;
        let of_values = without_of_which(above);
        let is_split = column.place.is_some() || column.class.is_some();
        if is_split || !says_what(of_values, &column.role) || !names_component(component) {
            return None;
        }
        match all.iter_mut().find(|(known, _)| *known == component) {
            Some((_, columns)) => columns.push(at),
            None => all.push((component, vec![at])),
        }
    }
    let is_pair = |columns: &[usize]| {
        let plans = columns.iter().filter(|at| header.columns[**at].is_plan()).count();
        columns.len() == 2 && plans == 1
    };
    let sums = all.iter().filter(|(component, _)| is_sum(component)).count();
    if all.len() < 2 || sums > 1 || !all.iter().all(|(_, columns)| is_pair(columns)) {
        return None;
    }
    all.sort_by_key(|(component, _)| !is_sum(component));
    let measure = |(component, columns): (&str, Vec<usize>)| {
        let unit = columns.iter().find_map(|at| header.columns[*at].unit.clone());
        let unit = unit.map_or(MeasureUnit::OfRow, MeasureUnit::Named);
        let name =
            if is_sum(component) { String::new() } else { one_line(&without_unit(component)) };
        MeasureColumns { measure: MeasureGroup { name, unit }, columns }
    };
    Some(Measures { all: all.into_iter().map(measure).collect() })
}

/// Whether a level says that its values are the plans or the results that they are, and nothing else.
fn says_what(level: &str, role: &Role) -> bool {
    let is_same = matches!(
        (Heading::of(level).role, role),
        (Role::Plan(_), Role::Plan(_)) | (Role::Actual(_), Role::Actual(_))
    );
    is_same && (measure(level).is_empty() || subjects(level).is_empty())
}

/// The levels above a component without "Trong đó", which only says that it is one.
fn without_of_which(above: &str) -> &str {
    match above.rsplit_once(" · ") {
        Some((of_values, group)) if groups_parts(group) => of_values,
        _ => above,
    }
}

/// Whether a level names a component or the sum of all.
fn names_component(level: &str) -> bool {
    is_sum(level) || Heading::of(level).role == Role::Unknown && !measure(level).is_empty()
}

/// Whether a level names the sum of all components: "Tổng số", "Tổng thu NSNN".
fn is_sum(level: &str) -> bool {
    is_all_classes(level) || is_whole(level) || level.trim().to_lowercase().starts_with("tổng ")
}
