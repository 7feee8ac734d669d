//! What is to be done with the file of a draft: write a change of it, or open it in an editor.

use std::io;
use std::path::Path;
use std::sync::Arc;

use crate::model::Dataset;

/// A change of a draft that is to be written to its file.
#[derive(Debug, Clone)]
pub struct DraftChange {
    /// The file.
    pub path: Arc<Path>,
    /// The dataset, by its position in the collection.
    pub dataset: usize,
    /// What the file is expected to hold.
    pub before: Arc<Dataset>,
    /// What it is to hold.
    pub after: Arc<Dataset>,
}

impl PartialEq for DraftChange {
    /// Compares datasets by identity.
    fn eq(&self, other: &Self) -> bool {
        self.path == other.path
            && self.dataset == other.dataset
            && Arc::ptr_eq(&self.before, &other.before)
            && Arc::ptr_eq(&self.after, &other.after)
    }
}

impl Eq for DraftChange {}

/// Why a decision was not written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotSaved {
    /// The file was changed meanwhile, or is no draft that the program writes.
    Changed,
    /// The file cannot be written.
    Failed(io::ErrorKind),
}

/// What an editor is opened at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EditTarget {
    /// The file.
    pub path: Arc<Path>,
    /// The id of the indicator, if the selected number has one.
    pub id: Option<String>,
    /// The paragraph.
    pub paragraph: String,
}
