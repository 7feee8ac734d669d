//! Recognises a row that spans the groups of the row of headings below it: "Số dự án (Dự án) | Vốn (Triệu USD)" over
//! "Năm 2023 | Năm 2024 | Năm 2023 | Năm 2024".

use crate::dataset::table::source::cell::Row;
use crate::lexicon::role::{self, Role};

/// Whether the cells of a row span the groups of the row below it, of which at least one has several columns. Both begin
/// at the same column: either the first column of both is empty, as it is over names without a heading, or the row below
/// has a heading twice, which nothing but the row above distinguishes.
pub(super) fn spans_groups(row: &Row, below: &Row) -> bool {
    let over: Vec<usize> = row.filled_cells().map(|(column, _)| column).collect();
    let under: Vec<(usize, String)> =
        below.filled_cells().map(|(column, cell)| (column, cell.shown().into_owned())).collect();
    let Some((first, _)) = under.first().filter(|(first, _)| over.first() == Some(first)) else {
        return false;
    };
    let is_over_one = |column: &usize| under.iter().any(|(under, _)| under == column);
    let is_repeated =
        (1..under.len()).any(|at| under[..at].iter().any(|(_, text)| *text == under[at].1));
    over.len() < under.len() && over.iter().all(is_over_one) && (*first > 0 || is_repeated)
}

/// Whether the only cell of a row is a comparison over the first of several values.
pub(super) fn spans_comparisons(row: &Row, below: &Row) -> bool {
    row.filled_cells().all(|(column, cell)| {
        let compares = matches!(role::Heading::of(&cell.shown()).role, Role::Comparison(_));
        let over = (column..column + 2).all(|column| !below.cell(column).is_empty());
        compares && column > 0 && over
    })
}
