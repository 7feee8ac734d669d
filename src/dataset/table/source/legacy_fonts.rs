//! Converts sheets written in legacy fonts (.VnTime, VNI-Windows and others) to Unicode.

use super::cell::{Cell, Cells};
use super::sheet::{Rows, Sheet};
use crate::dataset::FileProblem;
use crate::dataset::diagnostics::collector::Collector;
use crate::text::legacy_encoding;

/// Converts text of legacy fonts to Unicode, and reports that. Sheets that `is_unicode` says are in Unicode are left
/// as they are.
pub(crate) fn in_unicode<'t>(
    sheets: Vec<Sheet<'t>>,
    file: &str,
    found: &mut Collector,
    is_unicode: impl Fn(&Sheet<'_>) -> bool,
) -> Vec<Sheet<'t>> {
    let foreign = sheets.iter().filter(|sheet| !is_unicode(sheet));
    let rows = foreign.flat_map(|sheet| sheet.range(0..sheet.len()));
    let texts = rows.flat_map(|row| {
        let texts = row.cells.iter().filter_map(|cell| match cell {
            Cell::Text(text) if !text.is_ascii() => Some(text.to_string()),
            _ => None,
        });
        texts.collect::<Vec<_>>()
    });
    let Some((encoding, convert)) = legacy_encoding::recognise(texts) else { return sheets };
    found.report_file(file, FileProblem::FontEncoding { name: encoding.to_string() });
    let converted = |mut sheet: Sheet<'t>| {
        if is_unicode(&sheet) {
            return sheet;
        }
        match &mut sheet.rows {
            Rows::Lines(lines) => lines.convert(convert),
            Rows::Cells(rows) => {
                for row in rows {
                    let cells = row.cells.iter().map(|cell| cell.clone().converted(convert));
                    row.cells = Cells::Owned(cells.collect());
                }
            }
        }
        sheet
    };
    sheets.into_iter().map(converted).collect()
}
