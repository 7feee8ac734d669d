//! The decisions about drafts that can be undone.

use std::sync::Arc;

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

    /// Keeps the decisions about those reloaded datasets that are as the last of them left them:
    /// the files of the others were changed by others.
    pub(crate) fn keep_those_in(&mut self, reloaded: &[Arc<Dataset>]) {
        let last = |dataset: usize| self.0.iter().rev().find(|one| one.dataset == dataset);
        let is_kept = |one: &DraftChange| {
            let last = last(one.dataset).map(|last| &last.after);
            last.is_some_and(|last| reloaded.get(one.dataset).is_some_and(|new| **new == **last))
        };
        self.0 = self.0.iter().filter(|one| is_kept(one)).cloned().collect();
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
