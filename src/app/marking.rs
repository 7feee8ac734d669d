//! Marking: what the user does with marks.

use super::{App, Marks, Notice};

impl App {
    /// The marked indicators.
    #[must_use]
    pub fn marks(&self) -> &Marks {
        &self.marks
    }

    /// Marks the selected indicator, or removes its mark.
    pub(super) fn toggle_mark(&mut self) {
        let Some(selected) = self.selected() else {
            self.notice = Some(Notice::NothingSelected);
            return;
        };
        let catalog = self.catalog.clone();
        self.marks.toggle(&catalog, selected);
        self.relist_marked();
    }

    /// Removes all marks.
    pub(super) fn clear_marks(&mut self) {
        self.picker = None;
        self.marks = Marks::default();
        self.relist_marked();
    }

    /// Lists the marked indicators again after the marks changed; without any, all are listed.
    fn relist_marked(&mut self) {
        if self.filter.marked.is_some() {
            let marks = Some(self.marks.clone()).filter(|marks| !marks.is_empty());
            self.relist(|app| app.filter.marked = marks);
        }
    }
}
