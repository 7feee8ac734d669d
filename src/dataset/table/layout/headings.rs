//! Combines the rows of a header into one heading a column.

use super::class_columns;
use super::stacked_rows;
use crate::dataset::table::source::cell::Row;
use crate::dataset::table::source::sheet::{Merge, Sheet};
use crate::lexicon::role::{Heading, Role};

/// The headings of the rows `first..=last` combined, one a column.
pub(in crate::dataset::table) fn headings(
    sheet: &Sheet,
    first: usize,
    last: usize,
) -> Vec<Heading> {
    let width = sheet.range(first..last + 1).map(|row| row.cells.len()).max().unwrap_or(0);
    let rows: Vec<(Row, Vec<&Merge>)> = sheet
        .range(first..last + 1)
        .map(|row| {
            // Merges are sorted by their first row.
            let begun = sheet.merges.partition_point(|merge| merge.rows.0 <= row.line);
            let reaching = sheet.merges[..begun].iter().filter(|merge| row.line <= merge.rows.1);
            let reaching = reaching.collect();
            (row, reaching)
        })
        .collect();
    let goes_on: Vec<bool> =
        (first..=last).map(|at| at > first && stacked_rows::goes_on(sheet, at)).collect();
    let heading = |column| {
        let mut levels: Vec<String> = Vec::new();
        for ((at, (row, merges)), goes_on) in (first..).zip(&rows).zip(&goes_on) {
            let text = text_over(sheet, (at, row, merges), column, last);
            if *goes_on && !text.is_empty() {
                stacked_rows::add(&mut levels, text);
            } else if !text.is_empty() && levels.last() != Some(&text) {
                levels.push(text);
            }
        }
        Heading::of(&levels.join(" · "))
    };
    class_columns::with_results((0..width).map(heading).collect())
}

/// The number of headings whose role is known.
pub(in crate::dataset::table) fn recognised(headings: &[Heading]) -> usize {
    headings.iter().filter(|heading| heading.role != Role::Unknown).count()
}

/// The text over a column in one row of the header: its own cell, the cell it is merged with, or, where the
/// file has no merges, the cell to the left that spans several columns of the next row.
fn text_over(
    sheet: &Sheet,
    (at, row, merges): (usize, &Row, &[&Merge]),
    column: usize,
    last: usize,
) -> String {
    let own = row.cell(column);
    if !own.is_empty() {
        return own.shown().into_owned();
    }
    let merge = merges.iter().find(|merge| (merge.columns.0..=merge.columns.1).contains(&column));
    if let Some(merge) = merge {
        let top = sheet.at_line(merge.rows.0).map(|at| sheet.row(at));
        let text = top.map(|row| row.cell(merge.columns.0).shown().into_owned());
        return text.unwrap_or_default();
    }
    let below = |column: usize| (at + 1..=last).any(|at| !sheet.row(at).cell(column).is_empty());
    if !sheet.merges.is_empty() || at == last || !below(column) {
        return String::new();
    }
    let left = (0..column).rev().find(|left| !row.cell(*left).is_empty());
    let spans = left.filter(|left| (*left..column).all(below));
    spans.map(|left| row.cell(left).shown().into_owned()).unwrap_or_default()
}
