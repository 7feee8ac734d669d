//! Stage 5: the rows in document order, each with its marker, its depth and the names of the rows above it.

mod bilingual;
mod block_line;
mod blocks;
pub(super) mod body;
pub(super) mod data_state;
mod dated_names;
mod extent;
mod grouped_cells;
mod inherited_units;
pub(super) mod measure_rows;
mod name_columns;
mod parts_of_years;
mod period_lines;
mod place_parts;
mod placing;
mod plans_of_rows;
mod repeated_parts;
mod repeated_places;
mod restarted_numbering;
pub(super) mod row;
mod row_at;
mod row_reader;
pub(super) mod row_slice;
mod row_units;
pub(super) mod selection;
mod shared_cells;
mod shifted_rows;
mod single_classes;
mod split_rows;
pub(super) mod stacked_cells;
pub(super) mod titled_whole;
mod totals;
pub(super) mod tree;
mod units_of_names;

use std::ops::Range;

use super::source::cell::Row;
use crate::dataset::progress::Progress;
use blocks::Blocks;
use body::Body;
use inherited_units::{InheritedUnits, ItemUnit};
use name_columns::NameColumns;
use repeated_parts::RepeatedParts;
use restarted_numbering::RestartedNumbering;
use row::PlacedRow;
use tree::Outline;

/// The number of rows between two reports of the progress.
const STEP: usize = 4096;

/// An iterator over the rows of a table in the outline, each with the depth of the next one.
pub(crate) struct PlacedRows<'t, 'a> {
    body: &'t Body<'a>,
    progress: &'t Progress,
    rows: Range<usize>,
    outline: Outline,
    last_unit: Option<String>,
    /// Whether the table contains only names.
    only_names: bool,
    /// Whether units are in brackets at the end of the names.
    units_in_names: bool,
    /// Whether most names are in two languages.
    two_languages: bool,
    inherited_units: InheritedUnits,
    /// The last numbered row, whose unit its breakdowns share.
    item: Option<ItemUnit>,
    /// The last unit in brackets, which the rows of classes share.
    unit_of_classes: Option<String>,
    /// Whether the unit of the last row was in brackets at the end of its name.
    last_in_brackets: bool,
    /// Whether it was called the unit there; and whether that of the current row is.
    last_labelled: bool,
    is_labelled: bool,
    name_columns: NameColumns,
    /// The unit of rows without a unit of their own.
    common_unit: Option<String>,
    pub(crate) blocks: Blocks,
    restarted_numbering: RestartedNumbering,
    /// The rows that are parts as the one with "Chia ra:" above them is.
    split_rows: Range<usize>,
    /// The rows that add up to the one above them.
    repeated_parts: RepeatedParts,
    /// A buffer that the rows are read into.
    row: Row<'t>,
    /// The last placed row with its cells, kept until the depth of the next one is known.
    last: Option<(PlacedRow, Row<'t>)>,
    /// A group that begins with the current row, and is returned before it.
    group: Option<PlacedRow>,
    /// The row after such a group, with its cells.
    pending: Option<(PlacedRow, Row<'t>)>,
    /// Rows to report: they have values and no name, only check sums, or have a number whose whole is missing.
    pub(crate) to_report: Vec<usize>,
}

impl<'t, 'a> PlacedRows<'t, 'a> {
    /// The rows of a table in the outline.
    pub(crate) fn of(body: &'t Body<'a>, progress: &'t Progress) -> Self {
        Self {
            body,
            progress,
            rows: body.rows(),
            outline: Outline::default(),
            last_unit: None,
            only_names: body.schema().is_list_of_names() && body.schema().unit.is_none(),
            units_in_names: body.names_hold_units(),
            two_languages: bilingual::is_throughout(body),
            inherited_units: InheritedUnits::default(),
            item: None,
            last_in_brackets: false,
            last_labelled: false,
            is_labelled: false,
            name_columns: NameColumns::of(body),
            common_unit: body.schema().common_unit.clone(),
            blocks: Blocks::default(),
            restarted_numbering: RestartedNumbering::of(body),
            split_rows: 0..0,
            repeated_parts: RepeatedParts::of(body),
            unit_of_classes: None,
            row: Row::default(),
            last: None,
            group: None,
            pending: None,
            to_report: Vec::new(),
        }
    }
}

impl<'t> Iterator for PlacedRows<'t, '_> {
    /// A row with its cells, and the depth of the next one.
    type Item = (PlacedRow, Row<'t>, Option<usize>);

    fn next(&mut self) -> Option<Self::Item> {
        while let Some((placed, cells)) = self.next_row() {
            let depth = placed.depth;
            if let Some((last, of_last)) = self.last.replace((placed, cells)) {
                return Some((last, of_last, Some(depth)));
            }
        }
        self.last.take().map(|(last, cells)| (last, cells, None))
    }
}

impl<'t> PlacedRows<'t, '_> {
    /// The next placed row with its cells, without the depth of the one after it.
    fn next_row(&mut self) -> Option<(PlacedRow, Row<'t>)> {
        if let Some(pending) = self.pending.take() {
            return Some(pending);
        }
        loop {
            let at = self.rows.next()?;
            if at % STEP == 0 {
                // If the user cancelled, no row follows.
                self.progress.advance(STEP).ok()?;
            }
            let mut row = std::mem::take(&mut self.row);
            let placed = self.body.sheet().read(at, &mut row).and_then(|()| self.place(at, &row));
            match (self.group.take(), placed) {
                (Some(group), placed) => {
                    self.pending = placed.map(|placed| (placed, row.clone()));
                    return Some((group, row));
                }
                (None, Some(placed)) => return Some((placed, row)),
                (None, None) => self.row = row,
            }
        }
    }
}
