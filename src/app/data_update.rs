//! Updates of the data while the explorer runs: files reloaded, or read to their end. Selection and scroll
//! position are kept as far as they still exist.

use std::sync::Arc;

use super::shared_catalog::SharedCatalog;
use super::{
    App, Catalog, DraftChange, List, LoadError, NotSaved, Notice, Scope, Scroll, SectionRow,
};
use crate::model::{Collection, Dataset};

/// The result of reading files while the explorer runs.
#[derive(Debug, Clone)]
pub enum DataUpdate {
    /// The content of the reloaded files.
    Reloaded(Arc<Catalog>),
    /// The percentage that is read of files whose first rows are shown.
    Progress(u8),
    /// The whole content of such files.
    Complete(Arc<Catalog>),
    /// A reload found no change.
    Unchanged,
    /// A decision about a draft could not be written.
    NotSaved(DraftChange, NotSaved),
    /// The user's editor could not be started.
    NoEditor,
    /// Files could not be read.
    Failed(LoadError),
}

impl PartialEq for DataUpdate {
    /// Compares catalogs by identity.
    fn eq(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Reloaded(a), Self::Reloaded(b)) | (Self::Complete(a), Self::Complete(b)) => {
                Arc::ptr_eq(a, b)
            }
            (Self::Progress(a), Self::Progress(b)) => a == b,
            (Self::Failed(a), Self::Failed(b)) => a == b,
            (Self::NotSaved(a, why), Self::NotSaved(b, other)) => a == b && why == other,
            (Self::Unchanged, Self::Unchanged) | (Self::NoEditor, Self::NoEditor) => true,
            _ => false,
        }
    }
}

impl Eq for DataUpdate {}

impl App {
    /// Applies an update.
    pub(super) fn receive(&mut self, update: DataUpdate) {
        match update {
            DataUpdate::Reloaded(catalog) => {
                self.load_error = None;
                if self.has_written(catalog.collection.datasets()) {
                    return;
                }
                self.decisions.keep_those_in(catalog.collection.datasets());
                (self.unseen, self.notice) = (Notice::of(&catalog), Some(Notice::Reloaded));
                if self.unseen.is_some() {
                    self.notice = None;
                }
                self.replace_catalog(catalog);
            }
            DataUpdate::Progress(percent) => self.loading = Some(percent),
            DataUpdate::Complete(catalog) => {
                (self.loading, self.load_error) = (None, None);
                self.unseen = Notice::of(&catalog);
                self.replace_catalog(catalog);
            }
            DataUpdate::Unchanged => {
                (self.load_error, self.notice) = (None, Some(Notice::Unchanged));
            }
            DataUpdate::NoEditor => self.notice = Some(Notice::NoEditor),
            DataUpdate::NotSaved(change, why) => self.take_back(&change, why),
            DataUpdate::Failed(error) => (self.loading, self.load_error) = (None, Some(error)),
        }
    }

    /// Replaces the catalog and keeps the selection on the same indicator.
    pub(super) fn replace_catalog(&mut self, catalog: Arc<Catalog>) {
        let old = std::mem::replace(&mut self.catalog, SharedCatalog(catalog));
        let current = self.catalog.clone();
        let (before, after) = (&old.collection, &current.collection);
        let moved = |index| counterpart(before, after, index);
        let selected = self.selected_in(&old);
        let same = selected.and_then(moved);
        let overview = self.overview.map(|list| moved(list.selected).unwrap_or(list.selected));
        let listed = self.rows.get(self.indicators.selected).and_then(moved);
        let scope = old.section_rows(self.slice).get(self.sections.selected).map(|row| row.scope);
        self.slice = slice(&old, &self.catalog, self.slice);
        self.marks = self.marks.moved(moved);
        if self.filter.marked.is_some() {
            self.filter.marked = Some(self.marks.clone());
        }
        let rows = self.catalog.section_rows(self.slice);
        self.sections.selected = section_row(&old, &self.catalog, scope, rows);
        self.sections.clamp(rows.len());
        self.wanted = None;
        self.came_from = None;
        self.list();
        let row = listed.and_then(|listed| self.rows.position(listed));
        self.indicators = at_same_height(self.indicators, row, self.rows.len());
        if let (Some(overview), Some(selected)) = (&mut self.overview, overview) {
            overview.selected = selected;
        }
        self.list_overview();
        if let Some(search) = &mut self.search {
            search.restart_over(&self.catalog, self.slice, same);
        }
        self.rebuild_comparison(moved);
        self.read_text_again(|at| dataset_of(before, after, at));
        // The choices of the picker may have changed.
        self.picker = None;
        if self.selected() != same {
            self.detail = Scroll::default();
        }
    }

    /// The number of the selected indicator while the rows are still those of `catalog`.
    fn selected_in(&self, catalog: &Catalog) -> Option<usize> {
        self.selected().filter(|index| *index < catalog.collection.len())
    }
}

/// Moves a list to `row` and keeps the selected row at the same height in the window.
fn at_same_height(list: List, row: Option<usize>, len: usize) -> List {
    let mut moved = List { selected: row.unwrap_or(list.selected), ..list };
    moved.clamp(len);
    moved.top = (list.top + moved.selected).saturating_sub(list.selected);
    moved
}

/// Returns the slice of the new catalog that has a dataset of a former slice; else the one to begin with.
fn slice(before: &Catalog, after: &Catalog, slice: Option<usize>) -> Option<usize> {
    let datasets = before.slices.datasets(slice?).iter();
    let mut kept = datasets.filter_map(|at| dataset_of(&before.collection, &after.collection, *at));
    let is_several = after.slices.len() > 1;
    let same = kept.find_map(|at| after.slices.of_dataset(at)).filter(|_| is_several);
    same.or(after.first_slice())
}

/// Returns the row of the new sections pane with the same scope as that of a row of the former one.
fn section_row(
    before: &Catalog,
    after: &Catalog,
    scope: Option<Scope>,
    rows: &[SectionRow],
) -> usize {
    let Some(scope) = scope else { return 0 };
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
    rows.iter().position(|row| is_same(row.scope)).unwrap_or(0)
}

/// Returns the position of a dataset in the reloaded collection: by its id, at its former position if
/// possible.
fn dataset_of(before: &Collection, after: &Collection, at: usize) -> Option<usize> {
    let id = &before.datasets().get(at)?.id;
    let same = |dataset: &Arc<Dataset>| dataset.id == *id;
    match after.datasets().get(at) {
        Some(dataset) if same(dataset) => Some(at),
        _ => after.datasets().iter().position(same),
    }
}

/// Returns the number of an indicator in the reloaded collection.
fn counterpart(before: &Collection, after: &Collection, index: usize) -> Option<usize> {
    let entry = before.get(index)?;
    let at = dataset_of(before, after, entry.dataset_at)?;
    let all = &after.datasets()[at].indicators;
    let (own, id) = (entry.name(), entry.id());
    // Ids may be line numbers, which change when a line is added above: the name goes first.
    let same_name = || all.names().enumerate().filter(|(_, name)| *name == own).map(|(at, _)| at);
    let parents = entry.indicator().parents;
    let under_the_same = |at: &usize| all.get(*at).is_some_and(|other| other.parents == parents);
    let local = same_name()
        .find(|at| all.id(*at) == Some(id))
        .or_else(|| same_name().find(under_the_same))
        .or_else(|| all.ids().position(|other| other == id))?;
    Some(after.start_of(at) + local)
}
