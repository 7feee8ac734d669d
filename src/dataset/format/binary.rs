//! Detects binary formats by their magic numbers.

use crate::dataset::Foreign;

/// Magic numbers at the start of a file.
const BEGINNINGS: &[(&[u8], Foreign)] = &[
    (b"%PDF-", Foreign::Pdf),
    (b"{\\rtf", Foreign::Rtf),
    (b"PAR1", Foreign::Parquet),
    (b"ARROW1", Foreign::Arrow),
    (b"FEA1", Foreign::Arrow),
    (b"SQLite format 3\0", Foreign::Sqlite),
    (b"\x89PNG\r\n\x1a\n", Foreign::Image),
    (b"\xff\xd8\xff", Foreign::Image),
    (b"GIF87a", Foreign::Image),
    (b"GIF89a", Foreign::Image),
    (b"II*\0", Foreign::Image),
    (b"MM\0*", Foreign::Image),
    (b"BZh91AY&SY", Foreign::Archive),
    (b"\xfd7zXZ\0", Foreign::Archive),
    (b"\x28\xb5\x2f\xfd", Foreign::Archive),
    (b"7z\xbc\xaf\x27\x1c", Foreign::Archive),
    (b"Rar!\x1a\x07", Foreign::Archive),
    (b"PK\x05\x06", Foreign::Zip),
    (b"$FL2", Foreign::Statistics),
    (b"<stata_dta>", Foreign::Statistics),
    (b"MIME-Version:", Foreign::Mhtml),
    (b"ID;PWXL;", Foreign::Sylk),
    (b"ID;PCALCOOO", Foreign::Sylk),
    (b"\x09\x00\x04\x00", Foreign::OldExcel),
    (b"\x09\x02\x06\x00", Foreign::OldExcel),
    (b"\x09\x04\x06\x00", Foreign::OldExcel),
];

/// Returns the format of a file with a known magic number.
pub(super) fn foreign(bytes: &[u8]) -> Option<Foreign> {
    let begins = BEGINNINGS.iter().find(|(beginning, _)| bytes.starts_with(beginning));
    let at = |start: usize, what: &[u8]| bytes.get(start..).is_some_and(|b| b.starts_with(what));
    let is_image = at(0, b"RIFF") && at(8, b"WEBP")
        || at(4, b"ftyphei")
        || at(4, b"ftypmif1")
        || at(0, b"BM") && at(6, b"\0\0\0\0");
    let placed = match (is_image, at(257, b"ustar")) {
        (true, _) => Some(Foreign::Image),
        (false, true) => Some(Foreign::Archive),
        (false, false) => None,
    };
    begins.map(|(_, foreign)| *foreign).or(placed)
}
