//! Recognises a row that spans the groups of the row of headings below it: "Số dự án (Dự án) | Vốn (Triệu USD)" over
//! "Năm 2023 | Năm 2024 | Năm 2023 | Năm 2024".

use crate::dataset::table::source::cell::Row;
use crate::dataset::table::source::sheet::Sheet;
use crate::lexicon::heading::{self};
use crate::lexicon::period_words::is_period;
use crate::lexicon::phrases::key;
use crate::lexicon::role::Role;

/// Whether the cells of a row span the groups of the row below it, of which at least one has
/// several columns. Both begin at the same column: either the first column of both is empty, as it
/// is over names without a heading, or the row below has a heading twice, which nothing but the row
/// above distinguishes.
pub(super) fn spans_groups(row: &Row, below: &Row) -> bool {
    let over: Vec<usize> = row.filled_cells().map(|(column, _)| column).collect();
    let under: Vec<(usize, String)> =
        below.filled_cells().map(|(column, cell)| (column, cell.shown().into_owned())).collect();
    let Some((first, _)) = under.first() else { return false };
    if over.first() != Some(first) {
        return spans_repeated(&over, &under);
    }
    let is_over_one = |column: &usize| under.iter().any(|(under, _)| under == column);
    let is_repeated =
        (1..under.len()).any(|at| under[..at].iter().any(|(_, text)| *text == under[at].1));
    over.len() < under.len() && over.iter().all(is_over_one) && (*first > 0 || is_repeated)
}

/// Whether the groups of a row are right of the first headings below it, and each of them has the
/// same several headings: "Diện tích (ha) | Năng suất (tạ/ha)" over "STT | Địa phương | KH | TH |
/// KH | TH".
fn spans_repeated(over: &[usize], under: &[(usize, String)]) -> bool {
    let group = |from: usize, to: usize| -> Vec<&str> {
        let own = under.iter().filter(|(column, _)| (from..to).contains(column));
        own.map(|(_, text)| text.as_str()).collect()
    };
    let ends = over.iter().skip(1).copied().chain([usize::MAX]);
    let groups: Vec<Vec<&str>> =
        over.iter().copied().zip(ends).map(|(at, end)| group(at, end)).collect();
    let is_begun = |at: &usize| under.iter().any(|(column, _)| column == at);
    let Some((first, others)) = groups.split_first() else { return false };
    over.iter().all(is_begun)
        && first.len() > 1
        && !others.is_empty()
        && others.iter().all(|other| other == first)
}

/// Whether the row `at` spans groups of the next row, which has the headings of what is left of them.
pub(super) fn is_over_labels(sheet: &Sheet, at: usize) -> bool {
    let below = || sheet.get(at + 1);
    sheet
        .get(at)
        .zip(below())
        .is_some_and(|(row, below)| row.line + 1 == below.line && spans_labelled(&row, &below))
}

/// Whether the cells of a row span the groups of the row below it, right of headings over which
/// nothing is: "| 2022 | | 2023
/// |" over "Khu vực | Quý I | Quý II | Quý I | Quý II". The groups have the same headings, or all are periods.
pub(super) fn spans_labelled(row: &Row, below: &Row) -> bool {
    let over: Vec<usize> = row.filled_cells().map(|(column, _)| column).collect();
    let under: Vec<(usize, String)> =
        below.filled_cells().map(|(column, cell)| (column, cell.shown().into_owned())).collect();
    let (Some(first), Some((label, _))) = (over.first(), under.first()) else { return false };
    let has_letters = |text: &str| text.contains(char::is_alphabetic);
    let is_heading = |(column, text): &(usize, String)| {
        has_letters(text) || column > first && is_period(&key(text))
    };
    if label >= first || !under.iter().all(is_heading) {
        return false;
    }
    let is_begun = |at: &usize| under.iter().any(|(column, _)| column == at);
    let are_periods = || row.filled_cells().all(|(_, cell)| is_period(&key(&cell.shown())));
    let spans_two = |at: &usize| row.cell(at + 1).is_empty() && is_begun(&(at + 1));
    spans_repeated(&over, &under)
        || over.iter().all(is_begun) && over.iter().all(spans_two) && are_periods()
}

/// Whether the only cell of a row is a comparison over the first of several values.
pub(super) fn spans_comparisons(row: &Row, below: &Row) -> bool {
    row.filled_cells().all(|(column, cell)| {
        let compares = matches!(heading::Heading::of(&cell.shown()).role, Role::Comparison(_));
        let over = (column..column + 2).all(|column| !below.cell(column).is_empty());
        compares && column > 0 && over
    })
}
