//! The sheets of a workbook: XLSX, XLS, ODS, XML Spreadsheet 2003, and the tables of a page of HTML.
//!
//! A number is read as the sheet shows it, and what the sheet does not show is left out. Nothing that a file
//! says of its own size is believed: what it holds is counted as it is read, and may be no more than a stated
//! multiple of its bytes (see [`Room`]), so that no file can take the memory of the machine.

mod cell_format;
mod date;
mod error;
mod gather;
mod html;
mod opendocument;
mod remark;
mod rich_text;
mod spreadsheet_xml;
mod xls_percentages;
mod xlsx;
mod xml;

use std::borrow::Cow;
use std::io::{self, Cursor, Read};
use std::panic::{AssertUnwindSafe, catch_unwind};

use memchr::memchr2;
use rust_decimal::Decimal;
use unicode_normalization::UnicodeNormalization;
use zip::ZipArchive;

use super::cell::Cell;
use super::limits;
use super::sheet::Sheet;
use crate::dataset::gzip;
pub(in crate::dataset::table) use error::Refusal;
use gather::Gather;
pub(in crate::dataset::table) use remark::Remark;

/// What a workbook begins with: a ZIP archive, or a compound file of old.
const ZIP: &[u8] = b"PK\x03\x04";
const COMPOUND: &[u8] = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1";

/// Whether bytes are those of a workbook.
pub(in crate::dataset) fn is_workbook(bytes: &[u8]) -> bool {
    bytes.starts_with(ZIP) || bytes.starts_with(COMPOUND)
}

/// What was read of a workbook.
#[derive(Debug, Default)]
pub(in crate::dataset::table) struct Book {
    /// The sheets that hold anything, in its order.
    pub(in crate::dataset::table) sheets: Vec<Sheet<'static>>,
    /// What is to be said of them.
    pub(in crate::dataset::table) remarks: Vec<Remark>,
}

impl Book {
    /// Adds what was gathered of a sheet.
    fn take(&mut self, gather: Gather) -> Result<(), Refusal> {
        let (sheet, remarks) = gather.finish()?;
        self.sheets.extend(sheet);
        self.remarks.extend(remarks);
        Ok(())
    }
}

/// How much may be read of a sheet, for the bytes that there are of it: 1,000,000 cells and one a byte, 16 MiB
/// of text and 8 bytes a byte, for cells that share one.
#[derive(Debug, Clone, Copy, Default)]
struct Room {
    cells: usize,
    text: u64,
    /// Cells that a file may state by repeating others.
    repeated: usize,
}

impl Room {
    /// For so many bytes, unpacked.
    fn of(unpacked: u64) -> Self {
        const TEXT: u64 = 16 * 1024 * 1024;
        let bytes = usize::try_from(unpacked).unwrap_or(usize::MAX);
        Self {
            cells: bytes.saturating_add(1_000_000).min(limits::CELLS),
            text: unpacked.saturating_mul(8).saturating_add(TEXT).min(limits::UNPACKED),
            repeated: (bytes / 4).saturating_add(200_000).min(limits::CELLS),
        }
    }
}

/// A text as it is read from a cell of a workbook.
pub(in crate::dataset) fn as_in_workbook(text: &str) -> String {
    indented(text, 0).shown().into_owned()
}

/// Reads a workbook.
pub(in crate::dataset::table) fn read(bytes: &[u8]) -> Result<Book, Refusal> {
    if bytes.starts_with(ZIP) {
        let room = Room::of(measure(bytes, limits::UNPACKED.min(gzip::room(bytes.len())))?);
        let archive = ZipArchive::new(Cursor::new(bytes)).map_err(|error| error.to_string())?;
        return match archive.index_for_name("content.xml") {
            Some(_) => opendocument::read(archive, room),
            None => xlsx::read(bytes, room),
        };
    }
    // calamine trusts the offsets in old workbooks; a wrong one must not end the program.
    let read = catch_unwind(AssertUnwindSafe(|| {
        xls_percentages::read(bytes, Room::of(bytes.len() as u64))
    }));
    read.unwrap_or_else(|_| Err("it contradicts itself".to_owned().into()))
}

/// Reads an XML Spreadsheet 2003.
pub(in crate::dataset::table) fn read_xml(text: &str) -> Result<Book, Refusal> {
    spreadsheet_xml::read(text, Room::of(text.len() as u64))
}

/// Reads the tables of a page of HTML, one below the other, as a sheet.
pub(in crate::dataset::table) fn read_html(text: &str) -> Result<Book, Refusal> {
    html::read(text, Room::of(text.len() as u64))
}

/// Unpacks everything once without keeping it, so that what follows cannot grow past the limit. Returns how
/// much it is.
fn measure(bytes: &[u8], most: u64) -> Result<u64, Refusal> {
    let mut archive = ZipArchive::new(Cursor::new(bytes))
        .map_err(|error| format!("its parts cannot be found ({error})"))?;
    let mut left = most;
    for at in 0..archive.len() {
        let Ok(entry) = archive.by_index(at) else { continue };
        let unpacked = io::copy(&mut entry.take(left + 1), &mut io::sink());
        left = left.checked_sub(unpacked.unwrap_or(0)).ok_or_else(|| {
            Refusal::Limit(format!("it unpacks to more than {} MiB", most / 1024 / 1024))
        })?;
    }
    Ok(most - left)
}

/// Text, its level told by leading spaces whatever the file tells it by.
fn indented(text: &str, indent: usize) -> Cell<'static> {
    let mut whole = "   ".repeat(indent);
    // Line breaks as Excel writes them in shared strings.
    let text = match memchr2(b'\r', b'_', text.as_bytes()) {
        Some(_) => text.replace("_x000D_", "").replace("\r\n", "\n").replace('\r', "\n").into(),
        None => Cow::Borrowed(text),
    };
    if text.is_ascii() {
        whole.push_str(&text);
    } else {
        whole.extend(text.nfc());
    }
    Cell::text(whole)
}

/// A binary number as the decimal that a spreadsheet shows it by: 15 digits.
pub(in crate::dataset) fn decimal(number: f64) -> Option<Decimal> {
    const DIGITS: usize = 15;
    if !number.is_finite() {
        return None;
    }
    let text = format!("{number:.*e}", DIGITS - 1);
    Decimal::from_scientific(&text).ok().map(|decimal| decimal.normalize())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_unpacks_to_more_than_the_limit_is_refused() {
        use std::io::Write;
        let mut archive = zip::ZipWriter::new(Cursor::new(Vec::new()));
        let options = zip::write::SimpleFileOptions::default();
        archive.start_file("xl/worksheets/sheet1.xml", options).unwrap();
        archive.write_all(&vec![b'0'; 1 << 20]).unwrap();
        let bytes = archive.finish().unwrap().into_inner();
        assert!(bytes.len() < 10_000, "a bomb is small");
        assert_eq!(measure(&bytes, 1 << 20).unwrap(), 1 << 20);
        let more = measure(&bytes, (1 << 20) - 1).unwrap_err();
        assert!(
            matches!(more, Refusal::Limit(told) if told.starts_with("it unpacks to more than"))
        );
    }

    #[test]
    fn binary_numbers_become_the_decimals_that_are_shown() {
        for (number, text) in [(0.974, "0.974"), (57.300000000000004, "57.3"), (10120.0, "10120")] {
            assert_eq!(decimal(number).unwrap().to_string(), text);
        }
        assert_eq!(decimal(f64::NAN), None);
        assert_eq!(decimal(1e300), None);
    }
}
