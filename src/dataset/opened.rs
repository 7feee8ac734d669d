//! What a file holds: its datasets, and what is to be said of how they were read.

use super::diagnostics::diagnostic::Diagnostic;
use super::diagnostics::quota::Omitted;
use crate::model::{Dataset, Warning};

/// What a file holds.
#[derive(Debug, Clone, PartialEq)]
pub struct Opened {
    /// In the order of the file: one for JSON, one a sheet for a workbook.
    pub datasets: Vec<Dataset>,
    /// What someone should know of how it was read; what could not be read is kept as text.
    pub findings: Vec<Diagnostic>,
    /// The checks of the model that fail, each with its place; what they say is left to whoever shows them.
    pub warnings: Vec<(Diagnostic, Warning)>,
    /// How many more of both there are.
    pub untold: Omitted,
}

/// A dataset that nothing is to be said of.
pub(super) fn alone(dataset: Dataset) -> Opened {
    Opened {
        datasets: vec![dataset],
        findings: Vec::new(),
        warnings: Vec::new(),
        untold: Omitted::default(),
    }
}
