//! Deciding about the numbers of a draft: each decision is shown and written at once, and can be taken back.

use std::sync::Arc;

use super::open_text::OpenText;
use crate::app::draft_change::{DraftChange, NotSaved};
use crate::app::{App, Effect, Notice};
use crate::dataset::{self, NumberState};
use crate::model::Dataset;

impl App {
    /// Opens where decisions about drafts can be written to their files.
    #[must_use]
    pub fn with_saving(self) -> Self {
        Self { saves: true, ..self }
    }

    /// Whether there is a decision to undo.
    #[must_use]
    pub fn can_undo(&self) -> bool {
        !self.decisions.is_empty()
    }

    pub(super) fn accept(&mut self) -> Option<Effect> {
        self.decide(Notice::Accepted, |dataset, text| {
            dataset::accepted(dataset, text.number()?.indicator?)
        })
    }

    pub(super) fn set_aside(&mut self) -> Option<Effect> {
        self.decide(Notice::SetAside, |dataset, text| {
            let number = text.number().filter(|number| number.state != NumberState::Aside)?;
            Some(dataset::set_aside(dataset, number, &text.numbers))
        })
    }

    pub(super) fn make_indicator(&mut self) -> Option<Effect> {
        self.decide(Notice::IndicatorMade, |dataset, text| {
            dataset::with_indicator_of(dataset, text.number()?)
        })
    }

    /// Takes the last decision back.
    pub(super) fn undo(&mut self) -> Option<Effect> {
        let Some(last) = self.decisions.pop() else {
            self.notice = Some(Notice::NothingToUndo);
            return None;
        };
        let back = DraftChange { before: last.after, after: last.before, ..last };
        self.show_dataset(back.dataset, back.after.clone());
        self.notice = Some(Notice::Undone);
        Some(Effect::Save(back))
    }

    fn decide(
        &mut self,
        notice: Notice,
        change: impl FnOnce(&Dataset, &OpenText) -> Option<Dataset>,
    ) -> Option<Effect> {
        let text = self.text.as_ref()?;
        let at = text.dataset;
        let Some(path) = self.catalog.draft_path(at).filter(|_| self.saves).cloned() else {
            self.notice = Some(Notice::ReadOnly);
            return None;
        };
        let before = self.catalog.collection.datasets().get(at)?.clone();
        let Some(after) = change(&before, text) else {
            self.notice = Some(Notice::NothingToDecide);
            return None;
        };
        let change = DraftChange { path, dataset: at, before, after: Arc::new(after) };
        self.show_dataset(at, change.after.clone());
        self.decisions.push(change.clone());
        self.notice = Some(notice);
        Some(Effect::Save(change))
    }

    fn show_dataset(&mut self, at: usize, dataset: Arc<Dataset>) {
        let catalog = Arc::new(self.catalog.with_dataset(at, dataset));
        self.replace_catalog(catalog);
    }

    /// A change could not be written: what the file holds is shown again, and later decisions are forgotten.
    pub(crate) fn take_back(&mut self, change: &DraftChange, why: NotSaved) {
        // What was undone and could not be written is still decided.
        if !self.decisions.forget_from(change) {
            let (before, after) = (change.after.clone(), change.before.clone());
            self.decisions.push(DraftChange { before, after, ..change.clone() });
        }
        self.show_dataset(change.dataset, change.before.clone());
        self.notice = Some(Notice::NotSaved(why));
    }

    /// Whether reloaded datasets are those that are shown, or states of them that own decisions made and replaced
    /// meanwhile.
    pub(crate) fn has_written(&self, reloaded: &[Arc<Dataset>]) -> bool {
        let shown = self.catalog.collection.datasets();
        let is_known = |(new, shown): (&Arc<Dataset>, &Arc<Dataset>)| {
            Arc::ptr_eq(new, shown) || **new == **shown || self.decisions.knows(new)
        };
        !self.decisions.is_empty()
            && reloaded.len() == shown.len()
            && reloaded.iter().zip(shown).all(is_known)
    }
}
