//! The result of opening a file: its datasets and diagnostics.

use super::diagnostics::diagnostic::Diagnostic;
use super::diagnostics::quota::Omitted;
use crate::model::Dataset;

/// The content of a file.
#[derive(Debug, Clone, PartialEq)]
pub struct Opened {
    /// The datasets in the order of the file: one for JSON, one a sheet for a workbook.
    pub datasets: Vec<Dataset>,
    /// How the file was read, and what was not understood; such text is kept in the notes.
    pub findings: Vec<Diagnostic>,
    /// The failed checks of the model.
    pub warnings: Vec<Diagnostic>,
    /// The number of further findings and warnings.
    pub omitted: Omitted,
}

/// Wraps a dataset without findings.
pub(super) fn without_findings(dataset: Dataset) -> Opened {
    Opened {
        datasets: vec![dataset],
        findings: Vec::new(),
        warnings: Vec::new(),
        omitted: Omitted::default(),
    }
}
