//! The name of an indicator that neither a title nor a heading names: that of the sheet, or else of the file.

use super::layout::header_column::HeaderColumn;
use super::layout::row_axes::RowKind;
use super::layout::sheet_name::SheetName;
use super::layout::tables::TableArea;
use crate::dataset::file_name::STDIN;
use crate::lexicon::subject::is_stage_of_period;

/// A table of places or periods whose headings only say plan, result and year: "Huyện | KH 2024 | TH 2024". Without a
/// title it is about what the sheet is called, or the file, whose name without extension is `stem`.
pub(super) fn with_name_of_file(area: TableArea, sheet: &SheetName, stem: &str) -> TableArea {
    let header = &area.header;
    let is_stage = |column: &HeaderColumn| is_stage_of_period(&column.heading);
    let values: Vec<usize> = header.values();
    let is_unnamed = area.subject.is_none()
        && header.axes.rows != RowKind::Indicators
        && !values.is_empty()
        && values.iter().all(|at| is_stage(&header.columns[*at]));
    if !is_unnamed {
        return area;
    }
    let of_file = || Some(stem.replace(['-', '_'], " ")).filter(|_| stem != STDIN);
    let subject = sheet.section.clone().or_else(of_file);
    TableArea { is_subject_of_file: subject.is_some(), subject, ..area }
}
