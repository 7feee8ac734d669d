//! The formats that a file can have.

use crate::dataset::Foreign;

/// The format of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Format {
    /// XLSX, XLSB, XLS or ODS.
    Workbook,
    /// A document of Word since 2007.
    Word,
    /// One file compressed by gzip.
    Gzip,
    /// An HTML page that contains a table.
    Html,
    /// An XML Spreadsheet 2003.
    SpreadsheetXml,
    /// JSON that is not in a known foreign format.
    Json,
    /// A lossless table, with its separator.
    Lossless(u8),
    /// A list of names, with its separator.
    Names(u8),
    /// Any other text.
    Table,
    /// A format that is known but not supported.
    Foreign(Foreign),
}
