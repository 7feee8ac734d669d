//! What a file can be.

use super::foreign::Foreign;

/// What a file is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::dataset) enum Format {
    /// XLSX, XLSB, XLS or ODS.
    Workbook,
    /// One file packed by gzip.
    Gzip,
    /// A page of HTML with a table in it.
    Html,
    /// An XML Spreadsheet 2003.
    SpreadsheetXml,
    /// JSON, of this program or of nobody known.
    Json,
    /// A table that this program wrote, with this separator.
    Lossless(u8),
    /// A list of names, with this separator.
    Names(u8),
    /// Any other text.
    Table,
    /// A format that is known and not read.
    Foreign(Foreign),
}
