//! Splits the value columns of a table whose rows are places or periods by the indicators that they are of: "Dân số
//! (người)", "Lúa · KH", "Lúa · TH".

use std::sync::Arc;

use crate::dataset::table::layout::header::Header;
use crate::lexicon::comparison_sides::without_unit;
use crate::lexicon::period_words::is_period;
use crate::lexicon::phrases::key;
use crate::lexicon::role::Role;
use crate::lexicon::subject::{percent_in_brackets, subjects};
use crate::text::fold::fold;
use crate::text::one_line::one_line;

/// The indicator that columns are of.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(in crate::dataset::table) struct ColumnIndicator {
    /// The last level of the heading.
    pub(in crate::dataset::table) name: String,
    /// The levels above it, outermost first.
    pub(in crate::dataset::table) parents: Vec<String>,
    pub(in crate::dataset::table) unit: Option<String>,
    /// Whether the name is that in the title.
    pub(in crate::dataset::table) is_titled: bool,
}

/// The indicators of the value columns, each with its columns, in order. Columns whose headings only say when, or
/// plan and result, are of the `subject` of the title.
pub(super) fn column_indicators(
    header: &Header,
    subject: Option<&str>,
) -> Vec<(Arc<ColumnIndicator>, Vec<usize>)> {
    let values = header.values();
    let mut levels: Vec<Vec<String>> =
        values.iter().map(|at| subjects(&header.columns[*at].heading)).collect();
    remove_translations(&mut levels);
    let mut found: Vec<(ColumnIndicator, Vec<usize>)> = Vec::new();
    for (at, mut parents) in values.into_iter().zip(levels) {
        let is_titled = parents.is_empty() && subject.is_some();
        let name = parents.pop().or_else(|| subject.map(str::to_owned)).unwrap_or_default();
        let column = &header.columns[at];
        let percent = || percent_in_brackets(&column.heading).then(|| "%".to_owned());
        let unit = column.unit.clone().or_else(percent);
        let folded = |unit: &Option<String>| unit.as_deref().map(fold);
        let same = found.iter_mut().find(|(known, _)| {
            let units = folded(&known.unit).zip(folded(&unit));
            let same_unit = units.is_none_or(|(known, unit)| known == unit);
            fold(&known.name) == fold(&name) && known.parents == parents && same_unit
        });
        match same {
            Some((known, columns)) => {
                known.unit = known.unit.take().or(unit);
                columns.push(at);
            }
            None => {
                found.push((ColumnIndicator { name, parents, unit, is_titled }, vec![at]));
            }
        }
    }
    name_done_next_to_registered(header, &mut found);
    join_other_periods(header, &mut found);
    join_unnamed_plans(header, &mut found);
    // A heading that names nothing, such as "Giá trị", is better than no name.
    for (indicator, columns) in found.iter_mut().filter(|(one, _)| one.name.trim().is_empty()) {
        let heading = columns.last().map_or("", |at| header.columns[*at].heading.as_str());
        // "Giá trị (tỷ đồng) · 2022" is a value of each year.
        let levels = heading.split(" · ").filter(|level| !is_period(&key(level)));
        let levels: Vec<String> = levels.map(without_unit).collect();
        let name = one_line(&levels.join(" · "));
        indicator.name = if name.trim().is_empty() { one_line(heading) } else { name };
    }
    found.into_iter().map(|(indicator, columns)| (Arc::new(indicator), columns)).collect()
}

/// Gives "Vốn thực hiện" next to "Vốn đăng ký" its whole name: the two are indicators of their own.
fn name_done_next_to_registered(header: &Header, found: &mut [(ColumnIndicator, Vec<usize>)]) {
    let registered: Vec<String> = found.iter().map(|(one, _)| fold(&one.name)).collect();
    for (indicator, columns) in found {
        let behind = format!("{} dang ky", fold(&indicator.name));
        let heading = columns.first().map(|at| &header.columns[*at].heading);
        if let (true, Some(heading)) = (registered.contains(&behind), heading) {
            let level = heading.split(" · ").find(|level| level.contains(&indicator.name));
            indicator.name = one_line(&without_unit(level.unwrap_or(heading)));
        }
    }
}

/// Joins the only named indicator and the columns that name none, if these are of other periods: "Số tiêu chí đạt năm
/// 2023 | Kế hoạch năm 2024 | Thực hiện năm 2024".
fn join_other_periods(header: &Header, found: &mut Vec<(ColumnIndicator, Vec<usize>)>) {
    let is_unnamed = |one: &ColumnIndicator| one.is_titled || one.name.is_empty();
    let Some(named) = found.iter().position(|(one, _)| !is_unnamed(one)) else { return };
    let [(first, columns), (second, others)] = found.as_slice() else { return };
    let units = first.unit.as_deref().zip(second.unit.as_deref());
    let role = |at: &usize| &header.columns[*at].role;
    let overlap = columns.iter().any(|at| others.iter().any(|other| role(at) == role(other)));
    let is_one_unnamed = is_unnamed(first) != is_unnamed(second);
    if overlap || !is_one_unnamed || units.is_some_and(|(one, other)| fold(one) != fold(other)) {
        return;
    }
    let (_, columns) = found.remove(1 - named);
    if let Some((_, own)) = found.first_mut() {
        own.extend(columns);
        own.sort_unstable();
    }
}

/// Gives plans whose headings name nothing to the indicator of the next result, or else of the one before, that has no
/// plan: "Kế hoạch | Số tiêu chí đạt".
fn join_unnamed_plans(header: &Header, found: &mut Vec<(ColumnIndicator, Vec<usize>)>) {
    let has = |columns: &[usize], wanted: fn(&Role) -> bool| {
        columns.iter().any(|at| wanted(&header.columns[*at].role))
    };
    let is_plan = |role: &Role| matches!(role, Role::Plan(_));
    let is_actual = |role: &Role| matches!(role, Role::Actual(_));
    let is_unnamed = |(one, columns): &(ColumnIndicator, Vec<usize>)| {
        (one.is_titled || one.name.is_empty()) && !has(columns, is_actual)
    };
    let Some(at) = found.iter().position(is_unnamed) else { return };
    let (unnamed, plans) = found[at].clone();
    let Some((first, last)) = plans.first().copied().zip(plans.last().copied()) else { return };
    let may_be = |(one, columns): &(ColumnIndicator, Vec<usize>)| {
        let units = one.unit.as_deref().zip(unnamed.unit.as_deref());
        has(columns, is_actual)
            && !has(columns, is_plan)
            && units.is_none_or(|(one, other)| fold(one) == fold(other))
    };
    let others = || found.iter().enumerate().filter(|(_, one)| may_be(one));
    let of = |wanted: &dyn Fn(usize) -> bool| {
        let columns =
            others().flat_map(|(of, (_, columns))| columns.iter().map(move |at| (*at, of)));
        columns.filter(|(column, _)| wanted(*column)).collect::<Vec<_>>()
    };
    let next = of(&|column| column > last).into_iter().min();
    let owner = next.or_else(|| of(&|column| column < first).into_iter().max());
    let Some((_, owner)) = owner else { return };
    found[owner].1.extend(plans);
    found[owner].1.sort_unstable();
    found.remove(at);
}

/// Removes the last level of the headings if it is the translation of the one above it: "Bán lẻ · Retail sale".
fn remove_translations(levels: &mut [Vec<String>]) {
    let is_foreign = |levels: &&Vec<String>| {
        let word = |word: &str| word.len() > 3 || word.chars().any(|c| c.is_ascii_lowercase());
        levels.last().is_some_and(|last| last.is_ascii() && last.split(' ').any(word))
    };
    // "Nam" over "Male" has no accents either.
    let is_translated = |levels: &&Vec<String>| match levels.as_slice() {
        [.., above, _] => !above.is_ascii(),
        _ => false,
    };
    let several = levels.iter().filter(|levels| levels.len() > 1);
    let translated = several.clone().filter(is_translated).count();
    if translated < 2
        || translated * 2 < several.clone().count()
        || !several.clone().all(|l| is_foreign(&l))
    {
        return;
    }
    for levels in levels.iter_mut().filter(|levels| levels.len() > 1) {
        levels.pop();
    }
}
