//! Gives the columns below "Trong đó" or "Chia theo giới tính" the indicator whose parts they are:
//! the one left of them.

use super::column_indicator::{ColumnIndicator, IndicatorColumns};
use crate::dataset::table::layout::header::Header;
use crate::lexicon::column_words::RATES;
use crate::lexicon::phrases::{has, key};
use crate::lexicon::subject::is_of_part;

/// Makes the indicator left of the parts their first parent. Amounts without a unit get its unit.
pub(super) fn join_parts(header: &Header, found: &mut [IndicatorColumns]) {
    let are_parts = |columns: &[usize]| {
        columns.first().is_some_and(|at| is_of_part(&header.columns[*at].heading))
    };
    // The nearest one to the left that is no part.
    let mut last: Option<ColumnIndicator> = None;
    for IndicatorColumns { indicator, columns } in found.iter_mut() {
        if !are_parts(columns) {
            last = Some(indicator.clone());
            continue;
        }
        let Some(whole) = last.as_ref().filter(|whole| !whole.name.is_empty()) else { continue };
        let is_rate = has(&key(&indicator.name), &RATES);
        indicator.unit = indicator.unit.take().or_else(|| whole.unit.clone().filter(|_| !is_rate));
        let own = std::mem::take(&mut indicator.parents);
        indicator.parents =
            whole.parents.iter().cloned().chain([whole.name.clone()]).chain(own).collect();
    }
}
