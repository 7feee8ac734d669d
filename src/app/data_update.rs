//! What reaches a running explorer from outside: its files read anew. Where it stood it stays, as far
//! as that place is still there.

use std::sync::Arc;

use super::{App, Catalog, List, Notice, Scope, Scroll, sort_filter};
use crate::model::{Collection, Dataset};

/// What became of files that were read while the explorer runs.
#[derive(Debug, Clone)]
pub enum DataUpdate {
    /// They hold this now.
    Data(Arc<Catalog>),
    /// Of a file whose first rows are shown, so many percent are read.
    Reading(u8),
    /// Such files are read, and hold this.
    Whole(Arc<Catalog>),
    /// They hold what they held before.
    Unchanged,
    /// One of them holds no dataset any more, for these reasons; what it held before stays.
    Broken(Arc<str>),
}

impl PartialEq for DataUpdate {
    /// Data is compared by identity.
    fn eq(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Data(a), Self::Data(b)) | (Self::Whole(a), Self::Whole(b)) => Arc::ptr_eq(a, b),
            (Self::Reading(a), Self::Reading(b)) => a == b,
            (Self::Broken(a), Self::Broken(b)) => a == b,
            (Self::Unchanged, Self::Unchanged) => true,
            _ => false,
        }
    }
}

impl Eq for DataUpdate {}

impl App {
    /// Takes over what came.
    pub(super) fn hear(&mut self, news: DataUpdate) {
        match news {
            DataUpdate::Data(shared) => {
                self.broken = None;
                self.notice = Notice::of(&shared).or(Some(Notice::Reloaded));
                self.go_on_over(shared);
            }
            DataUpdate::Reading(percent) => self.reading = Some(percent),
            DataUpdate::Whole(shared) => {
                (self.reading, self.broken, self.unopened) = (None, None, false);
                self.notice = Notice::of(&shared).or(self.notice.take());
                self.go_on_over(shared);
            }
            DataUpdate::Unchanged => {
                (self.broken, self.unopened) = (None, false);
                self.notice = Some(Notice::Unchanged);
            }
            DataUpdate::Broken(complaint) => (self.reading, self.broken) = (None, Some(complaint)),
        }
    }

    /// Goes on over other data, from the same place.
    fn go_on_over(&mut self, shared: Arc<Catalog>) {
        let old = std::mem::replace(&mut self.shared, shared);
        let (before, after) = (&old.collection, &self.shared.collection);
        let moved = |index| counterpart(before, after, index);
        let selected = self.selected_in(&old);
        let same = selected.and_then(moved);
        let overview = self.overview.map(|list| moved(list.selected).unwrap_or(list.selected));
        let listed = self.rows.get(self.indicators.selected).and_then(moved);
        let section = section_row(&old, &self.shared, self.sections.selected);

        self.sections.selected = section;
        self.sections.clamp(self.shared.sections.len());
        self.rows =
            sort_filter::rows(&self.shared, self.section_row().scope, self.filter, self.sort);
        let row = listed.and_then(|listed| self.rows.position(listed));
        self.indicators = at_same_height(self.indicators, row, self.rows.len());
        if let (Some(overview), Some(selected)) = (&mut self.overview, overview) {
            overview.selected = selected;
            overview.clamp(self.shared.collection.len());
        }
        if let Some(search) = &mut self.search {
            search.search_over(&self.shared, same);
        }
        // What the picker chooses from may be other things now.
        self.picker = None;
        if self.selected() != same {
            self.detail = Scroll::default();
        }
    }

    /// The number of the selected indicator while the rows are still those of `shared`.
    fn selected_in(&self, shared: &Catalog) -> Option<usize> {
        self.selected().filter(|index| *index < shared.collection.len())
    }
}

/// The list on the row that its selected one has become, as far down in the window as before.
fn at_same_height(list: List, row: Option<usize>, len: usize) -> List {
    let mut moved = List { selected: row.unwrap_or(list.selected), ..list };
    moved.clamp(len);
    moved.top = (list.top + moved.selected).saturating_sub(list.selected);
    moved
}

/// The row of the sections pane that stands for what another one stood for.
fn section_row(before: &Catalog, after: &Catalog, row: usize) -> usize {
    let Some(scope) = before.sections.get(row).map(|row| row.scope) else { return 0 };
    let (old, new) = (&before.collection, &after.collection);
    let is_same = |other: Scope| match (scope, other) {
        (Scope::Dataset(a), Scope::Dataset(b)) => dataset_of(old, new, a) == Some(b),
        (Scope::Section { dataset, section }, Scope::Section { dataset: other, section: at }) => {
            let name = |all: &Collection, dataset: usize, section: usize| {
                all.datasets()[dataset].sections.get(section).map(|section| section.name.clone())
            };
            dataset_of(old, new, dataset) == Some(other)
                && name(old, dataset, section) == name(new, other, at)
        }
        (one, other) => one == other,
    };
    after.sections.iter().position(|row| is_same(row.scope)).unwrap_or(0)
}

/// Where a dataset stands among those read anew: the one with its id, best at its own place.
fn dataset_of(before: &Collection, after: &Collection, at: usize) -> Option<usize> {
    let id = &before.datasets().get(at)?.id;
    let same = |dataset: &Arc<Dataset>| dataset.id == *id;
    match after.datasets().get(at) {
        Some(dataset) if same(dataset) => Some(at),
        _ => after.datasets().iter().position(same),
    }
}

/// The number that an indicator has among those read anew.
fn counterpart(before: &Collection, after: &Collection, index: usize) -> Option<usize> {
    let entry = before.get(index)?;
    let at = dataset_of(before, after, entry.dataset_at)?;
    let all = &after.datasets()[at].indicators;
    let (own, id) = (entry.name(), entry.id());
    // Ids may be the numbers of lines, which move when a line is added above.
    let same_name = || all.names().enumerate().filter(|(_, name)| *name == own).map(|(at, _)| at);
    let parents = entry.indicator().parents;
    let under_the_same = |at: &usize| all.get(*at).is_some_and(|other| other.parents == parents);
    let local = same_name()
        .find(|at| all.id(*at) == Some(id))
        .or_else(|| same_name().find(under_the_same))
        .or_else(|| all.ids().position(|other| other == id))?;
    Some(after.start_of(at) + local)
}
