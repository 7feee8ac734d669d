//! What a workbook hides, and was left out for that.

use std::io;
use std::path::Path;

use super::output::Output;
use super::{Error, load};
use crate::app::Hidden;
use crate::dataset::{Complaint, Opened, Rule};
use crate::ui::Words;

/// Counts the hidden rows, columns and sheets that were left out.
pub(super) fn count(opened: &Opened) -> Hidden {
    let mut hidden = Hidden::default();
    for finding in &opened.findings {
        match finding.rule {
            Rule::HiddenCells => {
                let (count, is_columns) = cells(finding);
                let to = if is_columns { &mut hidden.columns } else { &mut hidden.rows };
                *to += count;
            }
            Rule::OutsideTable if is_sheet(finding) => hidden.sheets += 1,
            _ => {}
        }
    }
    hidden
}

/// How many rows or columns a finding names, and whether they are columns: the reader reports all of a sheet
/// in one, "the hidden row 4 was left out" or "3 hidden rows were left out: 3, 5–6".
fn cells(finding: &Complaint) -> (usize, bool) {
    let (before, after) = finding.found.split_once(" hidden ").unwrap_or_default();
    (before.parse().unwrap_or(1), after.starts_with("column"))
}

/// The rule has other findings of sheets, which are no tables of cells.
fn is_sheet(finding: &Complaint) -> bool {
    finding.found.starts_with("the sheet “") && finding.found.ends_with("” is hidden")
}

/// Says on standard error what was left out.
pub(super) fn report(path: &Path, opened: &Opened, words: Words) -> Result<(), Error> {
    let hidden = count(opened);
    if hidden.is_none() {
        return Ok(());
    }
    let said = words.hidden_in(hidden, &load::shown(path));
    Output::plain(io::stderr()).print(&format!("chitieu: {said}\n"))
}
