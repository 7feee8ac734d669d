//! Folding and unfolding the wholes of the list.

use super::{App, Notice};

impl App {
    /// Whether the list shows the tree of wholes and parts; a list filtered by status shows what passes.
    #[must_use]
    pub fn shows_tree(&self) -> bool {
        self.filter.is_everything() && self.section_row().parts.total() > 0
    }

    /// Whether an indicator is a whole whose parts the list does not show.
    #[must_use]
    pub fn is_folded(&self, index: usize) -> bool {
        self.folds.is_folded(&self.catalog, index)
    }

    /// Folds or unfolds the selected whole; of a part, the whole that it belongs to.
    pub(super) fn toggle_fold(&mut self) {
        let Some(selected) = self.rows.get(self.indicators.selected) else {
            self.notice = Some(self.nothing_to_fold());
            return;
        };
        let tree = &self.catalog.tree;
        let whole = if tree.has_parts(selected) { Some(selected) } else { tree.whole_of(selected) };
        let Some(whole) = whole.filter(|_| self.shows_tree()) else {
            self.notice = Some(self.nothing_to_fold());
            return;
        };
        self.folds.toggle(&self.catalog, whole);
        self.relist(|_| {});
        self.select_visible(selected);
    }

    /// Why nothing folds: a filter, or no parts.
    fn nothing_to_fold(&self) -> Notice {
        if self.filter.is_everything() { Notice::NothingToFold } else { Notice::FilteredNoFold }
    }

    /// Folds or unfolds all wholes.
    pub(super) fn fold_all(&mut self, folded: bool) {
        let before = self.rows.clone();
        let selected = self.rows.get(self.indicators.selected);
        self.folds.set_all(folded);
        self.relist(|_| {});
        if let Some(selected) = selected {
            self.select_visible(selected);
        }
        self.notice = match (self.shows_tree(), self.rows == before) {
            (false, _) => Some(self.nothing_to_fold()),
            (true, true) => Some(Notice::AllFolded(folded)),
            (true, false) => None,
        };
    }

    /// Selects an indicator, or the innermost whole above it that is not hidden by a fold.
    fn select_visible(&mut self, indicator: usize) {
        let mut shown = Some(indicator);
        while let Some(index) = shown {
            if let Some(row) = self.rows.position(index) {
                self.indicators.selected = row;
                return;
            }
            shown = self.catalog.tree.whole_of(index);
        }
    }

    /// Unfolds the wholes that hide an indicator.
    pub(super) fn unfold_to(&mut self, indicator: usize) {
        let mut whole = self.catalog.tree.whole_of(indicator);
        let mut changed = false;
        while let Some(index) = whole {
            if self.is_folded(index) {
                self.folds.toggle(&self.catalog, index);
                changed = true;
            }
            whole = self.catalog.tree.whole_of(index);
        }
        if changed {
            self.relist(|_| {});
        }
    }
}
