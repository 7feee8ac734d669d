//! Names planned and reached falls and rises, whose headings may leave out what falls: "Chỉ tiêu
//! giảm hộ nghèo | Kết quả", "Số hộ nghèo | Chỉ tiêu giảm | Kết quả giảm".

use super::column_indicator::{ColumnIndicator, IndicatorColumns};
use crate::dataset::table::layout::header::Header;
use crate::lexicon::phrases::key;
use crate::text::fold::fold;

/// The words for a fall and a rise, in lower case.
const MOVES: [&str; 2] = ["giảm", "tăng"];

/// Joins a planned fall or rise and the result right of it, which does not say again of what it is:
/// "Chỉ tiêu giảm hộ nghèo" and "Kết quả giảm".
pub(super) fn join_planned_changes(header: &Header, found: &mut Vec<IndicatorColumns>) {
    for at in (1..found.len()).rev() {
        let (plan, reached) = (&found[at - 1], &found[at]);
        let are_pair = plan.columns.iter().all(|at| header.columns[*at].is_plan())
            && reached.columns.iter().all(|at| header.columns[*at].is_actual());
        let Some(name) = changed(&plan.indicator, &reached.indicator) else { continue };
        if are_pair && plan.indicator.fits_unit_of(&reached.indicator) {
            let columns = found.remove(at).columns;
            found[at - 1].indicator.name = name;
            found[at - 1].indicator.is_titled = false;
            found[at - 1].add(columns);
        }
    }
}

/// The name of a planned fall or rise with its result, one of which only says that it is one: "Giảm
/// hộ nghèo" of "Chỉ tiêu giảm hộ nghèo" and "giảm", "Số hộ giảm được" of "giảm" and that.
fn changed(planned: &ColumnIndicator, reached: &ColumnIndicator) -> Option<String> {
    let is_move = |name: &str| MOVES.into_iter().find(|word| name.to_lowercase() == *word);
    let bare = match is_move(&reached.name) {
        Some(word) => Some(word),
        None if reached.is_unnamed() => {
            let planned = planned.name.to_lowercase();
            MOVES.into_iter().find(|word| planned.contains(word) && planned != *word)
        }
        None => None,
    };
    let Some(word) = bare else {
        let planned = planned.name.to_lowercase();
        let word = is_move(planned.strip_prefix("chỉ tiêu ").unwrap_or(&planned))?;
        let says_it = reached.name.to_lowercase().split(' ').any(|own| own == word);
        return (says_it && !reached.is_titled).then(|| reached.name.clone());
    };
    let at = planned.name.to_lowercase().find(word)?;
    let is_plan = |before: &&str| matches!(key(before).as_str(), "" | "chi tieu");
    let before = planned.name.get(..at).filter(is_plan)?;
    let mut letters = planned.name.get(before.len()..)?.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect())
}

/// Gives "Kế hoạch giảm" right of "Số hộ nghèo" the name of what falls: the nearest in the same
/// unit. Below a level that names it, "Số hộ" and "Tỷ lệ" are only how it is counted.
pub(super) fn name_changes(found: &mut [IndicatorColumns]) {
    for at in 1..found.len() {
        let (left, right) = found.split_at_mut(at);
        let Some(own) = right.first_mut().map(|own| &mut own.indicator) else { return };
        if !matches!(fold(&own.name).as_str(), "giam" | "tang") {
            continue;
        }
        let counted = left.iter().rev().map(|one| &one.indicator);
        let mut counted = counted.filter(|one| one.fits_unit_of(own) && !one.name.is_empty());
        if let Some(counted) = counted.next() {
            let counted = counted.parents.last().unwrap_or(&counted.name);
            own.name = format!("{counted} {}", own.name.to_lowercase());
        }
    }
}
