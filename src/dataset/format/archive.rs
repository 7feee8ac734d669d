//! Detects archives and compound files that are not supported workbooks.

use std::io::{Cursor, Read};

use zip::ZipArchive;

use crate::dataset::Foreign;

/// Returns the format of an archive or compound file, unless it is a workbook. A file that cannot be opened
/// is left to the workbook reader, which reports the cause.
pub(super) fn foreign(bytes: &[u8]) -> Option<Foreign> {
    if bytes.starts_with(b"PK") { in_zip(bytes) } else { in_compound(bytes) }
}

/// Whether an archive is a document of Word.
pub(super) fn is_word(bytes: &[u8]) -> bool {
    let archive = ZipArchive::new(Cursor::new(bytes));
    bytes.starts_with(b"PK")
        && archive.is_ok_and(|archive| {
            archive.index_for_name("word/document.xml").is_some()
                && archive.index_for_name("xl/workbook.xml").is_none()
        })
}

fn in_zip(bytes: &[u8]) -> Option<Foreign> {
    const TYPE: u64 = 100;
    let mut archive = ZipArchive::new(Cursor::new(bytes)).ok()?;
    let holds = |part: &str| archive.index_for_name(part).is_some();
    if holds("xl/workbook.bin") {
        return Some(Foreign::Xlsb);
    }
    if holds("xl/workbook.xml") {
        return None;
    }
    if holds("ppt/presentation.xml") {
        return Some(Foreign::Slides);
    }
    let names: Vec<String> =
        archive.file_names().filter_map(|name| Some(name.ok()?.into_owned())).collect();
    // The parts of a workbook may have other names, given by its relationships.
    if holds("[Content_Types].xml") && names.iter().any(|name| name.contains("sheet")) {
        return None;
    }
    let mut kind = String::new();
    if let Ok(part) = archive.by_name("mimetype") {
        part.take(TYPE).read_to_string(&mut kind).ok()?;
    }
    if kind.contains("opendocument.spreadsheet") {
        None
    } else if kind.contains("opendocument.text") {
        Some(Foreign::Odt)
    } else if kind.contains("opendocument.presentation") {
        Some(Foreign::Slides)
    } else if names.iter().any(|name| name == "content.xml") {
        None
    } else if names.iter().any(|name| name.starts_with("API_"))
        && names.iter().any(|name| name.starts_with("Metadata_"))
    {
        Some(Foreign::WorldBankZip)
    } else {
        Some(Foreign::Zip)
    }
}

/// Checks a compound file for stream names, which are in UTF-16.
fn in_compound(bytes: &[u8]) -> Option<Foreign> {
    let holds = |name: &str| {
        let name: Vec<u8> = name.encode_utf16().chain([0]).flat_map(u16::to_le_bytes).collect();
        memchr::memmem::find(bytes, &name).is_some()
    };
    if holds("Workbook") || holds("Book") || holds("EncryptedPackage") {
        None
    } else if holds("WordDocument") {
        Some(Foreign::Doc)
    } else if holds("PowerPoint Document") {
        Some(Foreign::Slides)
    } else {
        None
    }
}
