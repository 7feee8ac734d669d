//! How much a table may hold. What is more than an office keeps in one file is refused with the limit
//! named, before memory runs out.

use crate::dataset::{Diagnostic, Diagnostics, Rule};

/// Columns of a sheet.
pub(in crate::dataset::table) const COLUMNS: usize = 1024;

/// Bytes in one cell.
pub(in crate::dataset::table) const CELL: usize = 1024 * 1024;

/// Cells of a sheet, empty ones between filled ones counted.
pub(in crate::dataset::table) const CELLS: usize = 20_000_000;

/// Rectangles of cells that are one.
pub(in crate::dataset::table) const MERGES: usize = 1_000_000;

/// Bytes of a workbook when unpacked.
pub(in crate::dataset::table) const UNPACKED: u64 = 512 * 1024 * 1024;

/// Bytes of a name: each is held beside its values, and those below it in its path.
pub(in crate::dataset::table) const NAME: usize = 4096;

/// Names that a row stands under; what is deeper stands beside the last of them.
pub(in crate::dataset::table) const LEVELS: usize = 64;

/// What is said of all that is too much.
pub(in crate::dataset::table) const MEND: &str =
    "this is not a table of indicators, or needs to be parted";

/// Says that a row holds too much.
pub(in crate::dataset::table) fn complaint(
    file: &str,
    line: usize,
    what: &str,
    most: usize,
) -> Diagnostics {
    let found = format!("more than {most} {what}");
    Diagnostics(vec![Diagnostic::of_line(Rule::Limit, (file, line), found, MEND)])
}
