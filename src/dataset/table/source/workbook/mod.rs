//! Reads the sheets of a workbook: XLSX, XLS, ODS, XML Spreadsheet 2003, and the tables of an HTML page or of a
//! Word document.
//!
//! A number is read as the sheet displays it, and hidden cells are left out. Sizes stated in a file are never
//! trusted: the content is counted while it is read and limited in proportion to the size of the file (see
//! [`Budget`]), so that no file can exhaust memory.

mod book;
mod cell_format;
mod cell_values;
mod date;
mod gather;
mod html;
mod opendocument;
mod remark;
mod rich_text;
mod spreadsheet_xml;
mod word_tables;
mod xls_percentages;
mod xlsx;
mod xml;

use std::io::{self, Cursor, Read};
use std::panic::{AssertUnwindSafe, catch_unwind};

use zip::ZipArchive;

use super::limits;
use crate::dataset::gzip;
use crate::dataset::{Damage, WorkbookLimit, WorkbookProblem};
pub(crate) use book::Book;
use book::Budget;
pub(crate) use cell_values::decimal;
use cell_values::indented;

/// The magic numbers of a workbook: a ZIP archive, or a compound file of Excel 97–2003.
const ZIP: &[u8] = b"PK\x03\x04";
const COMPOUND: &[u8] = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1";

/// Whether bytes begin like a workbook.
pub(crate) fn is_workbook(bytes: &[u8]) -> bool {
    bytes.starts_with(ZIP) || bytes.starts_with(COMPOUND)
}

/// A text as it is read from a cell of a workbook.
pub(crate) fn as_in_workbook(text: &str) -> String {
    indented(text, 0).shown().into_owned()
}

/// Reads a workbook.
pub(crate) fn read(bytes: &[u8]) -> Result<Book, WorkbookProblem> {
    if bytes.starts_with(ZIP) {
        let budget =
            Budget::of(measure(bytes, limits::UNPACKED.min(gzip::max_unpacked(bytes.len())))?);
        let archive = ZipArchive::new(Cursor::new(bytes)).map_err(|error| error.to_string())?;
        return match archive.index_for_name("content.xml") {
            Some(_) => opendocument::read(archive, budget),
            None => xlsx::read(bytes, budget),
        };
    }
    // calamine trusts the offsets in an XLS file; a wrong one must not end the program.
    let read = catch_unwind(AssertUnwindSafe(|| {
        xls_percentages::read(bytes, Budget::of(bytes.len() as u64))
    }));
    read.unwrap_or_else(|_| Err(Damage::Contradictory.into()))
}

/// Reads an XML Spreadsheet 2003.
pub(crate) fn read_xml(text: &str) -> Result<Book, WorkbookProblem> {
    spreadsheet_xml::read(text, Budget::of(text.len() as u64))
}

/// Reads the tables of a Word document, a sheet each.
pub(crate) fn read_word(bytes: &[u8]) -> Result<Book, WorkbookProblem> {
    word_tables::read(bytes)
}

/// Reads the tables of an HTML page into one sheet, one below the other.
pub(crate) fn read_html(text: &str) -> Result<Book, WorkbookProblem> {
    html::read(text, Budget::of(text.len() as u64))
}

/// Decompresses everything once without storing it, so that later reads cannot exceed the limit. Returns the
/// total number of bytes.
fn measure(bytes: &[u8], most: u64) -> Result<u64, WorkbookProblem> {
    let mut archive = ZipArchive::new(Cursor::new(bytes))
        .map_err(|error| Damage::NoParts { reason: error.to_string() })?;
    let mut left = most;
    for at in 0..archive.len() {
        let Ok(entry) = archive.by_index(at) else { continue };
        let unpacked = io::copy(&mut entry.take(left + 1), &mut io::sink());
        let rest = left.checked_sub(unpacked.unwrap_or(0));
        left = rest.ok_or(WorkbookLimit::Unpacked(most / 1024 / 1024))?;
    }
    Ok(most - left)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rejects_a_decompression_bomb() {
        use std::io::Write;
        let mut archive = zip::ZipWriter::new(Cursor::new(Vec::new()));
        let options = zip::write::SimpleFileOptions::default();
        archive.start_file("xl/worksheets/sheet1.xml", options).unwrap();
        archive.write_all(&vec![b'0'; 1 << 20]).unwrap();
        let bytes = archive.finish().unwrap().into_inner();
        assert!(bytes.len() < 10_000, "a bomb is small");
        assert_eq!(measure(&bytes, 1 << 20).unwrap(), 1 << 20);
        let more = measure(&bytes, (1 << 20) - 1).unwrap_err();
        assert_eq!(more, WorkbookLimit::Unpacked(0).into());
    }
}
