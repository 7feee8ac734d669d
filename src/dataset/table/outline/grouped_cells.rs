//! Columns whose cells are filled only in the first row of each group, as where merged cells were saved as text: the
//! rows below are of the same place and period.

use std::ops::Range;
use std::sync::Arc;

use crate::dataset::table::columns::schema::Schema;
use crate::dataset::table::source::sheet::Sheet;

/// The most rows of a table that are searched for groups: people merge cells by hand.
const MOST_ROWS: usize = 50_000;

/// The texts that the rows without one have in a column of groups, each with the line of its row; empty if the column
/// has no groups.
///
/// In every row without a text another column has to say what the row is, and no two groups next to each other may have
/// the same text: an empty cell may also mean all places together.
pub(super) fn texts_below(
    sheet: &Sheet<'_>,
    schema: &Schema,
    rows: Range<usize>,
    column: usize,
) -> Vec<(usize, Arc<str>)> {
    let axes = &schema.axes;
    let keys = schema.names.iter().copied().chain(axes.place).chain(axes.period);
    let others: Vec<usize> = keys.filter(|at| *at != column).collect();
    // Without a commune a row is of its district.
    let may_be_finer = !axes.upper_places.is_empty()
        && !axes.upper_places.contains(&column)
        && axes.period != Some(column);
    if others.is_empty() || may_be_finer || rows.len() > MOST_ROWS {
        return Vec::new();
    }
    let values: Vec<usize> = schema.values().collect();
    let (mut below, mut groups) = (Vec::new(), Vec::<Arc<str>>::new());
    for row in sheet.range(rows) {
        let own = row.cell(column).shown();
        let has_values = values.iter().any(|at| !row.cell(*at).is_empty());
        if !own.trim().is_empty() {
            let own: Arc<str> = own.into();
            if groups.contains(&own) {
                return Vec::new();
            }
            groups.push(own);
        } else if has_values {
            let is_named = others.iter().all(|at| !row.cell(*at).shown().trim().is_empty());
            let (Some(last), true) = (groups.last(), is_named) else { return Vec::new() };
            below.push((row.line, Arc::clone(last)));
        }
    }
    below
}
