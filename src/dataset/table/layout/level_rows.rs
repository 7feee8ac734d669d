//! Whether a row above or below the first row of a header is a level of its headings.

use super::numbered_classes::{are_numbered_classes, are_numbered_headings};
use super::numbering_row;
use super::spanning_row::{spans_comparisons, spans_groups, spans_labelled};
use crate::dataset::table::source::cell::{Cell, Row};
use crate::dataset::table::source::sheet::Sheet;
use crate::lexicon::block_heading::BlockHeading;
use crate::lexicon::heading;
use crate::lexicon::heading::Heading;
use crate::lexicon::period_words::{is_period, year};
use crate::lexicon::phrases::key;
use crate::lexicon::place::{is_place, is_region, is_whole};
use crate::lexicon::role::Role;
use crate::lexicon::unit;

/// Whether the row `above` belongs to the header: it leaves the column of names empty and spans several
/// values. Where the row `at` has no heading for the names, the row above has it, over cells that are empty
/// in `at`.
pub(super) fn is_level_above(sheet: &Sheet, above: usize, at: usize, name: Option<usize>) -> bool {
    let (row, below) = (sheet.row(above), sheet.row(at));
    if row.line + 1 != below.line || is_line_with_unit(&row, name) {
        return false;
    }
    let Some(name) = name else {
        let free = row.filled_cells().filter(|(column, _)| below.cell(*column).is_empty()).count();
        let words = row.filled_cells().all(|(_, cell)| matches!(cell, Cell::Text(_)));
        if spans_labelled(&row, &below) {
            return true;
        }
        if row.filled() == 1 {
            // "Tháng 10 năm 2024 so với" spans several comparisons; a title is not a comparison.
            return words && spans_comparisons(&row, &below) && !is_among_places(&row, &below);
        }
        return words && row.filled() >= 2 && (free >= 1 || spans_groups(&row, &below));
    };
    let name_is_empty = row.filled_cells().all(|(column, _)| column != name);
    let right = row.filled_cells().filter(|(column, _)| *column > name).count();
    let left = row.filled_cells().filter(|(column, _)| *column < name).count();
    name_is_empty
        && right >= 1
        && left <= 1
        && !is_unit_above(&row)
        && !is_among_places(&row, &below)
}

/// Whether the only cell of a row is a comparison above a place, and next to it on the left is another one, so that it
/// says what all values are: "Tháng trước = 100; %" above the right end of a table.
fn is_among_places(row: &Row, below: &Row) -> bool {
    let is_known = |column: usize| {
        let text = below.cell(column).shown();
        is_place(&text) || is_region(&text) || is_whole(&text)
    };
    row.filled() == 1
        && row.filled_cells().all(|(column, cell)| {
            let compares = matches!(Heading::of(&cell.shown()).role, Role::Comparison(_));
            compares && column > 0 && is_known(column) && is_known(column - 1)
        })
}

/// Whether a row is a unit line, "Đơn vị tính: tỷ đồng", above the right end of a table or below its header.
fn is_unit_line(row: &Row) -> bool {
    row.filled() == 1 && row.filled_cells().all(|(_, cell)| unit::in_line(&cell.shown()).is_some())
}

/// Whether a row above a header is a line of the title with the unit of all values next to it:
/// "(Tính đến ngày 31/5/2024)" at the left end of the table and "Đơn vị: ha" at the right end. Each
/// of its cells is read on its own. `name` is the column of the names, if it is known.
pub(super) fn is_line_with_unit(row: &Row, name: Option<usize>) -> bool {
    let (units, others): (Vec<_>, Vec<_>) =
        row.filled_cells().partition(|(_, cell)| unit::above_table(&cell.shown()).is_some());
    let [(_, unit)] = &units[..] else { return false };
    let is_text = |cell: &Cell| {
        let no_heading = [
            Role::Marker,
            Role::Name,
            Role::Unit,
            Role::Section,
            Role::Id,
            Role::Note,
            Role::Verdict,
        ];
        matches!(cell, Cell::Text(_)) && !no_heading.contains(&Heading::of(&cell.shown()).role)
    };
    let is_left = |at: usize| at <= name.unwrap_or_default();
    let is_labelled = unit::in_line(&unit.shown()).is_some();
    match &others[..] {
        [] => false,
        [(at, cell)] if is_labelled || is_left(*at) => is_text(cell),
        [(first, _), ..] => {
            is_labelled && is_left(*first) && others.iter().all(|(_, cell)| is_text(cell))
        }
    }
}

/// Makes "%" in a row of units the unit of its heading: elsewhere it may compare.
pub(super) fn name_percent(heading: &mut Heading) {
    let above = heading.text.strip_suffix(" · %").map(|above| format!("{above} (%)"));
    if let Some(text) = above {
        *heading = Heading::of(&text);
    }
}

/// Whether a row above the header is only a unit, "Tỷ đồng". Below the header it is a row of the header.
fn is_unit_above(row: &Row) -> bool {
    row.filled() == 1
        && row.filled_cells().all(|(_, cell)| unit::above_table(&cell.shown()).is_some())
}

/// Whether a row is a caption of the rows below it: "Diện tích (Ha)" below a period.
fn is_caption(row: &Row, above: &[Heading]) -> bool {
    let of_period = |column: usize| {
        let text = above.get(column).map_or("", |heading| heading.text.as_str());
        text.is_empty() || is_period(&key(text))
    };
    row.filled() == 1
        && above.iter().filter(|heading| is_period(&key(&heading.text))).count() > 1
        && row.filled_cells().all(|(column, cell)| {
            let line = BlockHeading::of(&cell.shown());
            let is_named = |line: BlockHeading| line.unit.is_some() && !line.name.is_empty();
            of_period(column) && line.is_some_and(is_named)
        })
}

/// Whether the row `at` continues the header: it leaves the column of names empty.
pub(super) fn is_level_below(
    sheet: &Sheet,
    at: usize,
    name: Option<usize>,
    above: &[Heading],
) -> bool {
    let Some(row) = sheet.get(at) else { return false };
    let free = |column: Option<usize>| column.is_none_or(|column| row.cell(column).is_empty());
    // A cell under "TT" or "Mã số" is a marker, a code, or a section merged over the whole width.
    let markers = (0..above.len()).filter(|at| matches!(above[*at].role, Role::Marker | Role::Id));
    let unmarked = markers.into_iter().all(|column| free(Some(column)));
    // Without a heading for the names, they begin in the first filled column left of the values.
    let before = |role: &Role| matches!(role, Role::Unknown | Role::Unit | Role::Section);
    let holds = |column: &usize| !sheet.is_empty_from(at, *column);
    let first = || (0..above.len()).find(|column| before(&above[*column].role) && holds(column));
    let name = name.or_else(first);
    let headings = row.filled_cells().all(|(_, cell)| match cell.number() {
        Some(value) => {
            let text = value.to_string();
            year(&text).is_some() && text.len() == 4
        }
        None => is_heading(&cell.shown()),
    });
    let headings = headings || are_numbered_classes(&row) || are_numbered_headings(&row);
    let left = |name: usize| row.filled_cells().all(|(column, _)| column < name);
    unmarked
        && free(name)
        && !name.is_some_and(|name| row.filled() == 1 && left(name))
        && row.filled() > 0
        && headings
        && !numbering_row::is_numbering(&row, above)
        && !is_unit_line(&row)
        && !is_caption(&row, above)
}

/// Whether a text can be a heading: one that begins with a digit must be a year, or "6 tháng".
fn is_heading(text: &str) -> bool {
    !text.starts_with(|c: char| c.is_ascii_digit()) || is_year(text) || heading::is_part(text)
}

/// Whether a text is only a year.
pub(super) fn is_year(text: &str) -> bool {
    year(&key(text)).is_some()
}

/// Whether the cells of a row are several years, of which each is later than the one before.
pub(super) fn is_row_of_years(row: &Row) -> bool {
    let years: Option<Vec<u16>> =
        row.filled_cells().map(|(_, cell)| year(&key(&cell.shown()))).collect();
    years.is_some_and(|years| years.len() > 1 && years.windows(2).all(|pair| pair[0] < pair[1]))
}
