//! Counts the hidden rows, columns and sheets of a workbook, which are left out.

use crate::app::Hidden;
use crate::dataset::{HiddenPart, Opened};

/// Counts the hidden rows, columns and sheets that were left out.
pub(crate) fn count(opened: &Opened) -> Hidden {
    let mut all = Hidden::default();
    for hidden in opened.findings.iter().filter_map(|finding| finding.problem.hidden()) {
        match hidden {
            HiddenPart::Rows(count) => all.rows += count,
            HiddenPart::Columns(count) => all.columns += count,
            HiddenPart::Sheet => all.sheets += 1,
        }
    }
    all
}
