//! What a workbook hides, and was left out for that.

use std::io;
use std::path::Path;

use super::Output;
use crate::app::Hidden;
use crate::cli::Error;
use crate::dataset::{HiddenPart, Opened};
use crate::files::load;
use crate::ui::Words;

/// Counts the hidden rows, columns and sheets that were left out.
pub(crate) fn count(opened: &Opened) -> Hidden {
    let mut all = Hidden::default();
    for hidden in opened.findings.iter().filter_map(|finding| finding.hidden) {
        match hidden {
            HiddenPart::Rows(count) => all.rows += count,
            HiddenPart::Columns(count) => all.columns += count,
            HiddenPart::Sheet => all.sheets += 1,
        }
    }
    all
}

/// Says on standard error what was left out.
pub(crate) fn report(path: &Path, opened: &Opened, words: Words) -> Result<(), Error> {
    let hidden = count(opened);
    if hidden.is_none() {
        return Ok(());
    }
    let said = words.hidden_in(hidden, &load::shown(path));
    Output::plain(io::stderr()).print(&format!("chitieu: {said}\n"))
}
