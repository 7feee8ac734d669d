//! Combines the rows of a header into one heading a column.

use super::class_columns;
use super::stacked_rows;
use crate::dataset::table::source::cell::{Cell, Row};
use crate::dataset::table::source::sheet::{Merge, Sheet};
use crate::lexicon::english;
use crate::lexicon::heading::Heading;
use crate::lexicon::place::{is_all_classes, is_class};
use crate::lexicon::role::Role;
use crate::text::fold::fold;

/// The headings of the rows `first..=last` combined, one a column.
pub(crate) fn headings(sheet: &Sheet, first: usize, last: usize) -> Vec<Heading> {
    let width = sheet.range(first..last + 1).map(|row| row.cells.len()).max().unwrap_or(0);
    let at_rows: Vec<usize> =
        (first..=last).filter(|at| *at == first || !is_translation(sheet, *at)).collect();
    let rows: Vec<(Row, Vec<&Merge>)> = at_rows
        .iter()
        .map(|at| {
            let row = sheet.row(*at);
            // Merges are sorted by their first row.
            let begun = sheet.merges.partition_point(|merge| merge.rows.0 <= row.line);
            let reaching = sheet.merges[..begun].iter().filter(|merge| row.line <= merge.rows.1);
            let reaching = reaching.collect();
            (row, reaching)
        })
        .collect();
    // A merged title says nothing about the cells of the header.
    let are_merged = rows.iter().any(|(_, merges)| !merges.is_empty());
    let goes_on: Vec<bool> =
        at_rows.iter().map(|at| *at > first && stacked_rows::goes_on(sheet, *at)).collect();
    let heading = |column| {
        let mut levels: Vec<String> = Vec::new();
        for ((at, (row, merges)), goes_on) in at_rows.iter().zip(&rows).zip(&goes_on) {
            let text = text_over(sheet, (*at, row, merges), column, (last, are_merged));
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

/// Whether a row has the headings of the row above it in English: "Nam | Nữ" over "Male | Female". Each of its cells is
/// below one in Vietnamese, and means nothing else.
pub(super) fn is_translation(sheet: &Sheet, at: usize) -> bool {
    let (Some(above), Some(row)) = (at.checked_sub(1).and_then(|at| sheet.get(at)), sheet.get(at))
    else {
        return false;
    };
    let columns = |row: &Row| row.filled_cells().map(|(at, _)| at).collect::<Vec<_>>();
    let is_english = |text: &str| {
        let folded = fold(text);
        let mut words =
            folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
        text.is_ascii()
            && text.contains(|c: char| c.is_ascii_lowercase())
            && words.clone().all(|word| word.bytes().all(|byte| byte.is_ascii_alphabetic()))
            && words.any(|word| english::is_word(word) || is_class(word) || is_all_classes(word))
    };
    let is_same = |(column, cell): (usize, &Cell)| {
        let (own, over) = (cell.shown(), above.cell(column).shown());
        let role = Heading::of(&own).role;
        is_english(&own) && (role == Role::Unknown || role == Heading::of(&over).role)
    };
    let is_accented = |(_, cell): (usize, &Cell)| !cell.shown().is_ascii();
    above.line + 1 == row.line
        && row.filled() > 1
        && columns(&above) == columns(&row)
        && above.filled_cells().any(is_accented)
        && row.filled_cells().all(is_same)
}

/// The number of headings whose role is known.
pub(crate) fn recognised(headings: &[Heading]) -> usize {
    headings.iter().filter(|heading| heading.role != Role::Unknown).count()
}

/// The text over a column in one row of the header: its own cell, the cell it is merged with, or, where the
/// header has no merges, the cell to the left that spans several columns of the next row.
fn text_over(
    sheet: &Sheet,
    (at, row, merges): (usize, &Row, &[&Merge]),
    column: usize,
    (last, are_merged): (usize, bool),
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
    if are_merged || at == last || !below(column) {
        return String::new();
    }
    let left = (0..column).rev().find(|left| !row.cell(*left).is_empty());
    let spans = left.filter(|left| (*left..column).all(below));
    spans.map(|left| row.cell(left).shown().into_owned()).unwrap_or_default()
}
