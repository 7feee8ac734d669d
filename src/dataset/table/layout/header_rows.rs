//! Finds the rows of a header: the row that begins it, a row above that spans columns, rows below, and the
//! numbering row.

use std::ops::Range;

use super::cell_kinds::is_cross;
use super::class_columns::class_of_result;
use super::column_profile::{SAMPLED_ROWS, Sample};
use super::corrections::measure_columns::measures;
use super::header_column::{HeaderColumn, corrected};
use super::headings::{headings, is_translation, recognised};
use super::level_rows::{
    is_level_above, is_level_below, is_line_with_unit, is_row_of_years, name_percent,
};
use super::name_heading::plan_over_names;
use super::numbering_row;
use super::place_columns::{are_all_places, places};
use super::row_axes::RowAxes;
use super::scale_row;
use super::spanning_row::is_over_labels;
use super::stacked_rows;
use super::text_rows::{are_headings, is_row_of_units};
use super::titles::title_subject::TitleSubject;
use super::units_above::UnitsAbove;
use crate::dataset::table::source::cell::{Cell, Row};
use crate::dataset::table::source::sheet::Sheet;
use crate::lexicon::comparison::Comparison;
use crate::lexicon::heading;
use crate::lexicon::heading::Heading;
use crate::lexicon::markers::is_sign;
use crate::lexicon::place::is_place_heading;
use crate::lexicon::role::Role;

/// The number of rows below the first that may belong to the header.
const ROWS_BELOW: usize = 2;

/// The rows of a header, combined. Rows and columns are counted from 0.
#[derive(Debug, Clone)]
pub(crate) struct Levels {
    /// The index of the first row.
    pub(crate) first: usize,
    /// The rows below the header and the numbering row that decide about the columns, by index.
    pub(crate) rows: Range<usize>,
    /// The heading of each column, with the role that its words alone suggest.
    pub(crate) headings: Vec<Heading>,
    /// The first and last columns of the cells merged over the row that has the heading of the names.
    pub(crate) merged: Vec<(usize, usize)>,
    /// The texts of the numbering row, if there is one.
    pub(crate) numbering: Option<Vec<String>>,
}

/// The rows of the header whose main row is `at`, if that is one. `from` is the first row that may belong to
/// it.
pub(crate) fn levels(
    sheet: &Sheet,
    at: usize,
    from: usize,
    sample: &mut Sample<'_>,
) -> Option<Levels> {
    let main = MainRow::of(sheet, at, sample)?;
    // Where this row has no heading for the names, the header may begin one row higher.
    let with_above = at > from && is_level_above(sheet, at - 1, at, main.anchor);
    let first = if with_above { at - 1 } else { at };
    let last = main.last_level(sheet);
    // A row of units ends a header of any number of rows: "(Tỷ đồng)".
    let is_last = last > at && is_row_of_units(sheet, last, main.over_names);
    let follows = !is_last && is_row_of_units(sheet, last + 1, main.over_names);
    let last = last + usize::from(follows);
    let mut headings = headings(sheet, first, last);
    if is_last || follows {
        headings.iter_mut().for_each(name_percent);
    }
    if let Some(units) = &main.units_above {
        units.give_to(&mut headings, main.names());
    }
    let mut below = last + 1;
    let numbering = sheet.get(below).filter(|row| numbering_row::is_numbering(row, &headings));
    let numbering = numbering.map(|row| numbering_row::texts(&row));
    below += usize::from(numbering.is_some());
    if let Some(row) = sheet.get(below).filter(|row| scale_row::is_scale_row(row, &headings)) {
        headings = scale_row::with_scales(headings, &row);
        below += 1;
    }
    headings = scale_row::with_scale_above(headings, sheet.range(from..first));
    let line = sheet.row(at).line;
    let over = sheet.merges.iter().filter(|m| m.rows.0 <= line && line <= m.rows.1);
    let merged = over.map(|merge| merge.columns).collect();
    Some(Levels { first, rows: own_rows(sheet, at, below), headings, merged, numbering })
}

/// The row of a header that has the heading of the names, or else the headings of the values.
struct MainRow {
    at: usize,
    /// Its headings, without those of other rows.
    alone: Vec<Heading>,
    /// The column of the names, if a heading says which.
    anchor: Option<usize>,
    /// The same, or a column of plans with names below it.
    over_names: Option<usize>,
    /// The units in the line above, if the headings are only with them those of measures.
    units_above: Option<UnitsAbove>,
}

impl MainRow {
    /// Row `at`, if it may be one.
    fn of(sheet: &Sheet, at: usize, sample: &mut Sample<'_>) -> Option<Self> {
        let row = &sheet.get(at)?;
        if is_line_with_unit(row, None) {
            return None;
        }
        let alone = headings(sheet, at, at);
        let is_names = |column: &usize| {
            // The first of the columns that a merged cell is over.
            let first = (0..=*column).rev().find(|left| !row.cell(*left).is_empty());
            let first = first.filter(|first| alone[*first].text == alone[*column].text);
            let is_named = alone[*column].role == Role::Name;
            is_named && !spans_headings(sheet, at, first.unwrap_or(*column))
        };
        let anchor = (0..alone.len()).find(is_names);
        // Without a heading for the names, or with no other known one, what is below decides. It is
        // measured once, and not for titles and rows of numbers, which most of the searched rows
        // are.
        let is_value = |heading: &Heading| is_value(&heading.role);
        let units = UnitsAbove::of_row(sheet, at).filter(|_| !alone.iter().any(is_value));
        let is_open = recognised(&alone) < 2 || units.is_some();
        let is_measured = match anchor {
            None => may_begin(row, &alone),
            Some(_) => is_open && row.filled() >= 2 && are_headings(row),
        };
        // The headings of what is left of its groups may be in the next row.
        let mut is_over = || is_over_labels(sheet, at) && Self::of(sheet, at + 1, sample).is_some();
        if anchor.is_none() && (!is_measured || is_over()) {
            return None;
        }
        let columns = if is_measured {
            let profiles = sample.profiles(at + 1..sheet.len(), alone.len());
            HeaderColumn::all(alone.clone(), profiles)
        } else {
            Vec::new()
        };
        let begins = match anchor {
            // A title may begin with "Chỉ tiêu", and a row of data may contain years: one known cell is not enough.
            Some(names) => {
                recognised(&alone) >= 2
                    || (sheet.width() == 1 && row.filled() == 1)
                    || splits_figures(row, &columns)
                    || is_place_heading(&alone[names].text) && has_axes(row, &columns)
            }
            None => {
                begins_with_values(row, &alone, &columns)
                    || has_axes_below(sheet, (at, row), &alone, sample)
            }
        };
        let over_names = anchor.or_else(|| plan_over_names(&columns));
        // A note next to the names makes a header of them, but no values.
        let has_values = begins
            && (anchor.is_none() || splits_figures(row, &columns) || has_axes(row, &columns));
        let units_above = units.filter(|_| is_measured && !has_values).filter(|units| {
            let with_units = |columns| corrected(columns, |columns| units.to_columns(columns));
            has_measures(row, &with_units(columns))
                || columns_below(sheet, at, &alone, sample)
                    .is_some_and(|columns| has_measures(row, &with_units(columns)))
        });
        let is_main = begins || units_above.is_some();
        is_main.then_some(Self { at, alone, anchor, over_names, units_above })
    }

    /// The column of the names: that of the anchor, or else the first that has no numbering.
    fn names(&self) -> usize {
        let first = || self.alone.iter().position(|heading| heading.role != Role::Marker);
        self.anchor.or_else(first).unwrap_or_default()
    }

    /// The last row that belongs to the levels of the header.
    fn last_level(&self, sheet: &Sheet) -> usize {
        let (mut last, mut most) = (self.at, ROWS_BELOW);
        while last < self.at + most {
            // A heading that is cut into lines has more rows than one of several levels.
            let goes_on = stacked_rows::goes_on(sheet, last + 1);
            most = if goes_on { stacked_rows::MOST_ROWS } else { most };
            // The same headings in English are no level.
            let is_translated = is_translation(sheet, last + 1);
            most += usize::from(is_translated);
            if !goes_on
                && !is_translated
                && !is_level_below(sheet, last + 1, self.over_names, &self.alone)
            {
                break;
            }
            last += 1;
        }
        last
    }
}

/// Whether a row without a heading for the names has headings of values, by what is below them.
fn begins_with_values(row: &Row, alone: &[Heading], columns: &[HeaderColumn]) -> bool {
    are_values(row, alone)
        || has_value_next_to_names(row, columns) && !numbering_row::is_numbering(row, alone)
        || has_axes(row, columns)
        || has_measures(row, columns)
        || row.filled() >= 3 && are_all_places(columns)
}

/// Whether a cell of a header spans several headings of the next row, which leaves what is left of
/// them empty: "Tiêu chí" over "Quy hoạch" and "Giao thông", right of "Xã", is no heading of names.
fn spans_headings(sheet: &Sheet, at: usize, column: usize) -> bool {
    let row = sheet.row(at);
    let Some(below) = sheet.get(at + 1).filter(|below| below.line == row.line + 1) else {
        return false;
    };
    let left = row.filled_cells().filter(|(own, _)| *own < column).count();
    let is_text = |at: usize| {
        let text = below.cell(at).shown();
        text.contains(char::is_alphabetic) && !is_cross(&text)
    };
    left > 0
        && row.cell(column + 1).is_empty()
        && (column..column + 2).all(is_text)
        && (0..column).all(|at| below.cell(at).is_empty())
}

/// The rows below a header that belong to its table: up to the next table, without its caption.
fn own_rows(sheet: &Sheet, at: usize, below: usize) -> Range<usize> {
    let texts = |row: &Row| -> Vec<String> {
        row.filled_cells().map(|(_, cell)| cell.shown().into_owned()).collect()
    };
    let own = texts(&sheet.row(at));
    let until = sheet.len().min(below.saturating_add(SAMPLED_ROWS));
    // The same headings on another page begin no other table.
    let next = |row: &Row, at: usize| begins(sheet, at, row) && texts(row) != own;
    let Some(mut end) = (below..until).find(|at| next(&sheet.row(*at), *at)) else {
        return below..sheet.len();
    };
    while end > below && sheet.row(end - 1).filled() <= 1 {
        end -= 1;
    }
    below..end
}

/// Whether a row begins another header: a second table follows on the same sheet.
pub(crate) fn begins(sheet: &Sheet, at: usize, row: &Row) -> bool {
    // Asked for every row: most rows have no such cell, so the expensive part is skipped.
    let texts = row.cells.iter().filter(|cell| matches!(cell, Cell::Text(_)));
    if !texts.into_iter().any(|cell| heading::is_name(&cell.shown())) {
        return begins_without_names(sheet, at, row);
    }
    let alone = headings(sheet, at, at);
    recognised(&alone) >= 3 && alone.iter().any(|column| column.role == Role::Name)
}

/// Whether a row without a heading for the names begins another header: it is below an empty row or a caption,
/// has no number, and has headings for the numbering and for values: "TT | Tỷ lệ an toàn | Giới hạn | Thực tế".
fn begins_without_names(sheet: &Sheet, at: usize, row: &Row) -> bool {
    let Some((first, cell)) = row.filled_cells().next() else { return false };
    if first > 0 && is_row_of_years(row) {
        return is_apart(sheet, at, row);
    }
    let starts = |cell: &Cell| !cell.shown().starts_with(|c: char| c.is_ascii_digit());
    if row.filled() < 3 || !matches!(cell, Cell::Text(_)) || !row.cells.iter().all(starts) {
        return false;
    }
    if !is_apart(sheet, at, row) {
        return false;
    }
    let alone = headings(sheet, at, at);
    // "| Tổng số | Nam | Nữ", or "TT | | Tổng số | Nam": nothing is over the names, left of the values.
    let are_classes = alone.iter().any(|own| class_of_result(&own.text, &own.role).is_some());
    let value = alone.iter().position(|own| is_value(&own.role)).unwrap_or(first);
    if are_classes && value.checked_sub(1).is_some_and(|names| row.cell(names).is_empty()) {
        return are_values(row, &alone);
    }
    let numbered = alone.get(first).is_some_and(|column| column.role == Role::Marker);
    numbered && recognised(&alone) >= 3 && are_values(row, &alone)
}

/// Whether a row is below an empty row or a caption.
fn is_apart(sheet: &Sheet, at: usize, row: &Row) -> bool {
    at.checked_sub(1).is_none_or(|above| {
        let above = sheet.row(above);
        above.line + 1 < row.line || above.filled() <= 1
    })
}

/// Whether a row without a heading for the names is a header: it has two periods, plans or actuals, or one
/// next to another known heading, or only comparisons, and no number except years.
fn are_values(row: &Row, columns: &[Heading]) -> bool {
    let values = columns.iter().filter(|column| is_value(&column.role));
    let known = recognised(columns);
    let values = values.count();
    // A table of index numbers has only comparisons: a growth, and the contribution of each row to it.
    let compares = |column: &&Heading| matches!(column.role, Role::Comparison(_));
    let compared = columns.iter().filter(compares).count();
    let indexes = values == 1 && compared >= 2 && compared == row.filled();
    let enough = values >= 2 || values == 1 && known >= 2 && row.filled() >= 3 || indexes;
    enough && are_headings(row) && !numbering_row::is_numbering(row, columns)
}

/// Whether a row without a heading for the names may be a header, whatever is below it: it has no number except years,
/// and several cells or a heading of values.
fn may_begin(row: &Row, headings: &[Heading]) -> bool {
    let has_value = || headings.iter().any(|heading| is_value(&heading.role));
    are_headings(row) && (row.filled() >= 2 || has_value())
}

/// Whether one value column is enough: numbers are below it, and names are below a heading to its left.
fn has_value_next_to_names(row: &Row, columns: &[HeaderColumn]) -> bool {
    // "II | RỪNG PHÂN THEO MỤC ĐÍCH | 2000" is a group with a code that looks like a year.
    if row.filled_cells().next().is_some_and(|(_, cell)| is_sign(&cell.shown())) {
        return false;
    }
    let Some(value) = columns.iter().position(|column| is_value(&column.role)) else {
        return false;
    };
    let is_named = |(at, column): (usize, &HeaderColumn)| {
        !row.cell(at).is_empty() && column.profile.are_names()
    };
    columns[value].profile.are_figures() && columns[..value].iter().enumerate().any(is_named)
}

/// Whether the rows below are places or periods, and the headings name indicators: "Huyện | Dân số | …".
fn has_axes(row: &Row, columns: &[HeaderColumn]) -> bool {
    row.filled() >= 2 && RowAxes::are_likely(columns)
}

/// Whether the rows below are places or periods, and the headings name indicators together with those of the next row:
/// "Hộ nghèo" over "Số hộ" and "Tỷ lệ (%)".
fn has_axes_below(
    sheet: &Sheet,
    (at, row): (usize, &Row),
    alone: &[Heading],
    sample: &mut Sample<'_>,
) -> bool {
    row.filled() >= 2
        && columns_below(sheet, at, alone, sample).is_some_and(|columns| has_axes(row, &columns))
}

/// The columns below the headings of the row `at` and the next one together, if that continues them.
fn columns_below(
    sheet: &Sheet,
    at: usize,
    alone: &[Heading],
    sample: &mut Sample<'_>,
) -> Option<Vec<HeaderColumn>> {
    is_level_below(sheet, at + 1, None, alone).then(|| {
        let both = headings(sheet, at, at + 1);
        let profiles = sample.profiles(at + 2..sheet.len(), both.len());
        HeaderColumn::all(both, profiles)
    })
}

/// Whether names are below a heading of the row, and numbers below several headings that name measures.
fn has_measures(row: &Row, columns: &[HeaderColumn]) -> bool {
    row.filled() >= 2 && !measures(columns).is_empty()
}

/// Whether numbers are below headings that are no words for values, but the places or the measures of the rows:
/// "Chỉ tiêu | Tổng số | TP Bắc Kạn | Pác Nặm".
fn splits_figures(row: &Row, columns: &[HeaderColumn]) -> bool {
    let is_split = || !places(columns, &TitleSubject::default()).is_empty();
    let has_measures = || !measures(columns).is_empty();
    !columns.is_empty() && (has_measures() || row.filled() >= 3 && is_split())
}

/// Whether a column contains plans, actuals, ranks, or a comparison that implies them.
fn is_value(role: &Role) -> bool {
    match role {
        Role::Plan(_) | Role::Actual(_) | Role::Rank(_) => true,
        // What "Tỷ lệ (%)" compares is unknown, and so is the total of the share "Cơ cấu (%)".
        Role::Comparison(comparison) => {
            !matches!(comparison, Comparison::Either | Comparison::Planned | Comparison::Share)
        }
        _ => false,
    }
}
