//! The decisions about drafts that can be undone.

use crate::app::draft_change::DraftChange;
use crate::model::Dataset;

/// The decisions that can be undone, the last one at the end.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Decisions(Vec<DraftChange>);

impl Decisions {
    /// Whether a dataset is one that a decision made or was about.
    pub(super) fn knows(&self, dataset: &Dataset) -> bool {
        self.0.iter().any(|one| *one.before == *dataset || *one.after == *dataset)
    }

    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub(super) fn push(&mut self, change: DraftChange) {
        self.0.push(change);
    }

    pub(super) fn pop(&mut self) -> Option<DraftChange> {
        self.0.pop()
    }

    /// Forgets a change and all after it. Returns whether it is among them.
    pub(super) fn forget_from(&mut self, change: &DraftChange) -> bool {
        let first = self.0.iter().position(|one| one == change);
        self.0.truncate(first.unwrap_or(self.0.len()));
        first.is_some()
    }
}
