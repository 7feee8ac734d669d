//! Batches of selected rows, large enough to be worth sending to another thread.

use crate::dataset::progress::Progress;
use crate::dataset::table::outline::selection::{SelectedRow, Selection};
use crate::dataset::table::source::cell::Cell;
use crate::model::Indicator;

/// A number of selected rows that are read together.
pub(crate) struct Batch<'t> {
    pub(crate) selected: Vec<SelectedRow<'t>>,
    /// Rows among them with values and without a name.
    pub(crate) to_report: Vec<usize>,
    /// Lines among them that give the rows below a unit.
    pub(crate) unit_lines: Vec<usize>,
}

/// An iterator over all selected rows in batches. It ends early if the user cancelled.
pub(crate) struct Batches<'t, 'a> {
    pub(crate) selection: Selection<'t, 'a>,
    /// The most indicators that a row becomes.
    pub(crate) groups: usize,
    pub(crate) progress: &'t Progress,
}

/// The number of rows in a batch.
const BATCH: usize = 2048;

/// The number of bytes of the indicators of a batch, estimated from their texts: each has a copy of the name and the
/// parents of its row, which may be long, and several batches are in memory at once.
const BYTES: usize = 4 * 1024 * 1024;

/// The number of bytes of an indicator without its texts.
const INDICATOR: usize = size_of::<Indicator>();

/// The number of bytes of a cell without its text, which is that of the file.
const CELL: usize = size_of::<Cell<'_>>();

/// The cost of building an indicator, in passes over a row; for the progress.
pub(crate) const INDICATOR_PASSES: usize = 4;

impl<'t> Iterator for Batches<'t, '_> {
    type Item = Batch<'t>;

    fn next(&mut self) -> Option<Batch<'t>> {
        let (mut selected, mut bytes) = (Vec::new(), 0);
        while selected.len() < BATCH && bytes < BYTES {
            let Some(row) = self.selection.next() else { break };
            bytes += (INDICATOR + row.outlined.text_bytes()) * self.groups;
            bytes += row.cells.cells.len() * CELL;
            selected.push(row);
        }
        let to_report = self.selection.take_to_report();
        let unit_lines = self.selection.take_unit_lines();
        self.progress.advance(selected.len() * INDICATOR_PASSES).ok()?;
        let none = selected.is_empty() && to_report.is_empty() && unit_lines.is_empty();
        (!none).then_some(Batch { selected, to_report, unit_lines })
    }
}
