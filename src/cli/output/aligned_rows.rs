//! Rows of cells with a status at their ends, aligned by display width; a column without anything is left out.

use std::io;

use super::Output;
use crate::model::Status;
use crate::text::truncate;
use crate::ui::{Words, status_marker};

/// The cells of a row, and its status.
pub(super) struct AlignedRow<const N: usize> {
    pub(super) cells: [String; N],
    pub(super) status: Status,
}

/// The rows as lines; the status is left out where no row has one.
pub(super) fn lines<const N: usize, W: io::Write>(
    rows: &[AlignedRow<N>],
    words: Words,
    output: &Output<W>,
) -> Vec<String> {
    let is_assessed = rows.iter().any(|row| row.status != Status::NotAssessed);
    let widths = rows.iter().fold([0; N], |widest, row| {
        std::array::from_fn(|at: usize| widest[at].max(truncate::width(&row.cells[at])))
    });
    let line = |row: &AlignedRow<N>| {
        let cells = row.cells.iter().zip(widths).filter(|(_, width)| *width > 0);
        let cells: Vec<_> = cells.map(|(cell, width)| truncate::pad(cell, width)).collect();
        let mut text = cells.join("  ");
        if is_assessed {
            let status = format!("{} {}", status_marker(row.status), words.status(row.status));
            text = format!("{text}  {}", output.painted(row.status, &status));
        }
        text.trim_end().to_owned()
    };
    rows.iter().map(line).collect()
}
