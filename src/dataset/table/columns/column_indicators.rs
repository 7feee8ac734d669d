//! Splits the value columns of a table whose rows are places or periods by the indicators that they are of: "Dân số
//! (người)", "Lúa · KH", "Lúa · TH".

use std::sync::Arc;

use crate::dataset::table::layout::header::Header;
use crate::lexicon::comparison_sides::without_unit;
use crate::lexicon::period_words::is_period;
use crate::lexicon::phrases::key;
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
