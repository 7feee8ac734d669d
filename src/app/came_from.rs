//! The way back: an indicator that was opened from the overview or the comparison leads back there with one Esc.

use super::{App, Comparison, Filter, List, Sort};

/// A view that an indicator was opened from, as it was.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct CameFrom {
    view: View,
    /// The indicator that was opened.
    indicator: usize,
    filter: Filter,
    sort: Sort,
    /// The listed slice and the selected section.
    slice: Option<usize>,
    section: usize,
}

#[derive(Debug, Clone, PartialEq)]
enum View {
    Overview(List),
    Comparison(Comparison),
}

impl App {
    /// Opens an indicator from the overview or the comparison, and keeps that view for the way back.
    pub(super) fn open_from_view(&mut self, indicator: usize) {
        let overview = self.overview.map(View::Overview);
        let view = self.comparison.take().map(View::Comparison).or(overview);
        let (filter, sort) = (self.filter.clone(), self.sort);
        let (slice, section) = (self.slice, self.sections.selected);
        self.go_to(indicator);
        let from = view.map(|view| CameFrom { view, indicator, filter, sort, slice, section });
        self.came_from = from.map(Box::new);
    }

    /// Returns to the view that the selected indicator was opened from. Whether there is one: not after another
    /// indicator was selected, or filter and sort were changed.
    pub(super) fn return_to_view(&mut self) -> bool {
        let Some(from) = self.came_from.take() else { return false };
        let is_unchanged = self.selected() == Some(from.indicator)
            && self.filter == from.filter
            && self.sort == from.sort;
        if is_unchanged {
            if self.slice != from.slice {
                self.relist(|app| (app.slice, app.sections.selected) = (from.slice, from.section));
            }
            match from.view {
                View::Overview(list) => {
                    self.overview = Some(list);
                    self.list_overview();
                }
                View::Comparison(comparison) => self.comparison = Some(comparison),
            }
        }
        is_unchanged
    }
}
