//! Reads ODS: the sheets of `content.xml`, with the styles of `styles.xml` and `content.xml`.

mod ods_cells;
mod ods_content;
mod ods_styles;

use std::io::{BufReader, Cursor, Read};

use zip::ZipArchive;

use super::xml::Events;
use crate::dataset::WorkbookProblem;
use crate::dataset::table::source::workbook::book::{Book, Budget};
use ods_styles::Styles;

/// Reads a workbook.
pub(super) fn read(
    mut archive: ZipArchive<Cursor<&[u8]>>,
    budget: Budget,
) -> Result<Book, WorkbookProblem> {
    if is_encrypted(&mut archive) {
        return Err(WorkbookProblem::Password);
    }
    let mut styles = Styles::default();
    if archive.index_for_name("styles.xml").is_some() {
        let part = archive.by_name("styles.xml").map_err(|error| error.to_string())?;
        styles.read(Events::of(BufReader::new(part)))?;
    }
    let part = archive.by_name("content.xml").map_err(|error| error.to_string())?;
    ods_cells::read(Events::of(BufReader::new(part)), styles, budget)
}

fn is_encrypted(archive: &mut ZipArchive<Cursor<&[u8]>>) -> bool {
    const MANIFEST: u64 = 1024 * 1024;
    let Ok(part) = archive.by_name("META-INF/manifest.xml") else { return false };
    let mut text = Vec::new();
    part.take(MANIFEST).read_to_end(&mut text).is_ok()
        && memchr::memmem::find(&text, b"encryption-data").is_some()
}
