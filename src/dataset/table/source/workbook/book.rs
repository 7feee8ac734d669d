//! A workbook that was read, and the budget for reading one.

use super::remark::Remark;
use crate::dataset::table::source::limits;
use crate::dataset::table::source::sheet::Sheet;

/// The content of a workbook.
#[derive(Debug, Default)]
pub(crate) struct Book {
    /// The sheets that are not empty, in order.
    pub(crate) sheets: Vec<Sheet<'static>>,
    /// Diagnostics about the sheets.
    pub(crate) remarks: Vec<Remark>,
}

/// How much may be read of a sheet, for the bytes that there are of it: 1,000,000 cells and one a byte, 16 MiB
/// of text and 8 bytes a byte, for cells that share one.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Budget {
    pub(super) cells: usize,
    pub(super) text: u64,
    /// The number of cells that a file may create by repetition.
    pub(super) repeated: usize,
}

impl Budget {
    /// Returns the budget for a file of `unpacked` bytes.
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
