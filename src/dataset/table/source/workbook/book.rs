//! What is read of a workbook, and how much of it.

use super::remark::Remark;
use crate::dataset::table::source::limits;
use crate::dataset::table::source::sheet::Sheet;

/// What was read of a workbook.
#[derive(Debug, Default)]
pub(in crate::dataset::table) struct Book {
    /// The sheets that hold anything, in its order.
    pub(in crate::dataset::table) sheets: Vec<Sheet<'static>>,
    /// What is to be said of them.
    pub(in crate::dataset::table) remarks: Vec<Remark>,
}

/// How much may be read of a sheet, for the bytes that there are of it: 1,000,000 cells and one a byte, 16 MiB
/// of text and 8 bytes a byte, for cells that share one.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Budget {
    pub(super) cells: usize,
    pub(super) text: u64,
    /// Cells that a file may state by repeating others.
    pub(super) repeated: usize,
}

impl Budget {
    /// For so many bytes, unpacked.
    pub(super) fn of(unpacked: u64) -> Self {
        const TEXT: u64 = 16 * 1024 * 1024;
        let bytes = usize::try_from(unpacked).unwrap_or(usize::MAX);
        Self {
            cells: bytes.saturating_add(1_000_000).min(limits::CELLS),
            text: unpacked.saturating_mul(8).saturating_add(TEXT).min(limits::UNPACKED),
            repeated: (bytes / 4).saturating_add(200_000).min(limits::CELLS),
        }
    }
}
