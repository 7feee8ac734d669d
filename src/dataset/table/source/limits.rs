//! The maximum size of a table. A larger file is rejected, with the limit in the message, before memory runs
//! out.
//!
//! Within these limits a reading needs at most 40 bytes of memory for each byte of the file, and 256 MiB: what many
//! indicators have in common is kept once, and few rows are read at a time. `tests/datasets/memory.rs` holds it.

use crate::dataset::{Diagnostic, Diagnostics, FileProblem, Limited};

/// The number of columns of a sheet.
pub(crate) const COLUMNS: usize = 1024;

/// The number of bytes in one cell.
pub(crate) const CELL: usize = 1024 * 1024;

/// The number of cells of a sheet, including empty cells between filled ones.
pub(crate) const CELLS: usize = 20_000_000;

/// The number of merged ranges of a sheet.
pub(crate) const MERGES: usize = 1_000_000;

/// The number of bytes of an uncompressed workbook.
pub(crate) const UNPACKED: u64 = 512 * 1024 * 1024;

/// The number of bytes of a name. A name is stored with its row, and in the path of each row below it.
pub(crate) const NAME: usize = 4096;

/// The maximum number of ancestors of a row; a deeper row is placed at the last level.
pub(crate) const LEVELS: usize = 64;

/// The number of places and periods of a sheet: pairs of them, each a dataset. They are enough for each commune of the
/// country in twenty years. A dataset takes some hundred bytes, whatever is in it, here and as much again in the
/// catalog of the explorer.
pub(crate) const SLICES: usize = 250_000;

/// Creates the diagnostic of an exceeded limit.
pub(crate) fn diagnostic(file: &str, line: usize, what: Limited, most: usize) -> Diagnostics {
    Diagnostic::of_line(FileProblem::TableLimit { what, most }, (file, line)).into()
}
