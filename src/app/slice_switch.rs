//! Moving between slices and datasets: to the next period or place, or to a chosen one, on the same indicator.

use super::{App, Axis, Catalog, Notice, Picker, PickerKind, Scope, SectionRow, Step};

/// How many rows before and after a missing indicator are tried in its place.
const NEAREST: usize = 200;

impl Catalog {
    /// The choices of the dataset picker: all indicators, and each dataset.
    pub fn dataset_choices(&self) -> impl Iterator<Item = &SectionRow> {
        self.sections.iter().filter(|row| !matches!(row.scope, Scope::Section { .. }))
    }

    /// Whether there is more than one dataset.
    #[must_use]
    pub fn has_several(&self) -> bool {
        self.collection.datasets().len() > 1
    }

    fn slice_of(&self, indicator: usize) -> Option<usize> {
        self.slices.of_dataset(self.collection.dataset_of(indicator))
    }
}

impl App {
    /// The slice that is listed; `None` if all datasets are.
    #[must_use]
    pub fn slice(&self) -> Option<usize> {
        self.slice
    }

    /// The slice that is listed, or else that of the selected indicator.
    #[must_use]
    pub fn current_slice(&self) -> Option<usize> {
        let of_selected = || self.selected().and_then(|index| self.catalog.slice_of(index));
        let of_scope = || match self.section_row().scope {
            Scope::Dataset(dataset) | Scope::Section { dataset, .. } => {
                self.catalog.slices.of_dataset(dataset)
            }
            Scope::All | Scope::Slice(_) => None,
        };
        self.slice.or_else(of_selected).or_else(of_scope)
    }

    /// The rows of the sections pane.
    #[must_use]
    pub fn section_rows(&self) -> &[SectionRow] {
        self.catalog.section_rows(self.slice)
    }

    /// The position of the current dataset in [`Catalog::dataset_choices`].
    #[must_use]
    pub fn current_dataset_choice(&self) -> usize {
        let of_selected = || {
            let dataset = self.selected_entry().map(|entry| entry.dataset_at);
            dataset.map_or(Scope::All, Scope::Dataset)
        };
        let scope = match self.section_row().scope {
            // The overview and a slice show several datasets: that of the selected indicator counts.
            _ if self.overview.is_some() => of_selected(),
            Scope::Slice(_) => of_selected(),
            Scope::Section { dataset, .. } => Scope::Dataset(dataset),
            scope => scope,
        };
        self.catalog.dataset_choices().position(|row| row.scope == scope).unwrap_or(0)
    }

    /// Opens a picker of datasets, periods or places, if there are several of them.
    pub(super) fn pick(&mut self, kind: PickerKind) {
        let has_axis = |axis| self.has_axis(axis);
        let has_choice = match kind {
            PickerKind::Dataset => self.catalog.has_several(),
            PickerKind::Period => has_axis(Axis::Period),
            PickerKind::Place => has_axis(Axis::Place),
            PickerKind::Sort | PickerKind::Filter | PickerKind::Columns => true,
        };
        if has_choice {
            self.picker = Some(Picker::open(kind, self));
            return;
        }
        self.notice = match kind {
            PickerKind::Dataset => Some(Notice::OnlyDataset),
            PickerKind::Period => Some(self.only_one(Axis::Period)),
            PickerKind::Place => Some(Notice::OnlyOne(Axis::Place)),
            PickerKind::Sort | PickerKind::Filter | PickerKind::Columns => None,
        };
    }

    /// Lists the indicators of a scope: all of them, or those of a dataset in its slice. In the overview it selects
    /// the first of them. An indicator that is the same as the selected one is preferred.
    pub(super) fn switch_to(&mut self, scope: Scope) {
        self.picker = None;
        let same = self.selected().and_then(|selected| self.counterpart_in(scope, selected));
        let first = self.catalog.numbers(scope).get(0);
        let slice = match scope {
            Scope::All => None,
            Scope::Slice(slice) => Some(slice),
            Scope::Dataset(dataset) | Scope::Section { dataset, .. } => {
                let is_sliced = self.slice.is_some() || self.catalog.first_slice().is_some();
                self.catalog.slices.of_dataset(dataset).filter(|_| is_sliced)
            }
        };
        self.show_slice(slice, Some(scope));
        let Some(indicator) = same.or(first) else { return };
        if self.overview.is_some() {
            self.select_in_overview(indicator);
        }
        if same.is_some() {
            self.select_listed(indicator);
        }
    }

    /// Selects an indicator that several datasets have, in the slice that is listed if it has it.
    pub(super) fn show_common(&mut self, indicator: usize) {
        let scope = self.slice.map_or(Scope::All, Scope::Slice);
        let shown = self.counterpart_in(scope, indicator).unwrap_or(indicator);
        self.go_to(shown);
    }

    /// Whether there are other slices along an axis from the current one.
    pub(super) fn has_axis(&self, axis: Axis) -> bool {
        self.current_slice().is_some_and(|slice| self.catalog.slices.has_axis(slice, axis))
    }

    /// Goes to the next or previous slice along an axis.
    pub(super) fn step_along(&mut self, axis: Axis, step: Step) {
        let slices = &self.catalog.slices;
        let next = self.current_slice().and_then(|slice| slices.step(slice, axis, step));
        match next {
            Some(next) => self.go_to_other_place(next),
            None if self.has_axis(axis) => self.notice = Some(Notice::NoNeighbour(axis, step)),
            None => self.notice = Some(self.only_one(axis)),
        }
    }

    /// That there is only one period or place; periods may be given next to the results of the only one.
    fn only_one(&self, axis: Axis) -> Notice {
        let has_others = axis == Axis::Period && self.catalog.detail_width.periods > 1;
        if has_others { Notice::OthersNextTo } else { Notice::OnlyOne(axis) }
    }

    /// Goes to a slice and says so where it is of another period than the one before, as its place lacks that one.
    fn go_to_other_place(&mut self, slice: usize) {
        let before = self.current_slice();
        self.go_to_slice(slice);
        let slices = &self.catalog.slices;
        let place = |slice: usize| slices.get(slice).map(|slice| slice.place);
        let Some(before) = before.filter(|before| place(*before) != place(slice)) else { return };
        let lacks = slices.period(before).filter(|period| slices.period(slice) != Some(*period));
        if let Some(period) = lacks {
            self.notice = Some(Notice::PlaceLacksPeriod(period));
        }
    }

    /// Goes to an indicator; if it is in another slice than the listed one, as along an axis.
    pub(super) fn go_along(&mut self, indicator: usize) {
        match self.catalog.slice_of(indicator).filter(|slice| Some(*slice) != self.slice) {
            Some(slice) if self.slice.is_some() => self.go_to_slice(slice),
            _ => self.go_to(indicator),
        }
    }

    /// Lists a slice, in the section of the same name if one was selected, and stays on the same indicator. If the
    /// slice does not have it, the nearest one that it has is selected, with a notice.
    pub(super) fn go_to_slice(&mut self, slice: usize) {
        self.picker = None;
        let scope = Scope::Slice(slice);
        let compared = self.comparison_origin_in(slice);
        // A slice on the way that lacks the indicator does not end the journey of the indicator.
        let selected = self.selected();
        let wanted = self.wanted.filter(|(_, shown)| Some(*shown) == selected);
        let wanted = wanted.map(|(wanted, _)| wanted).or(selected);
        let same = wanted.and_then(|wanted| self.counterpart_in(scope, wanted));
        let nearest = || self.nearest_in(scope).or_else(|| self.catalog.numbers(scope).get(0));
        let shown = same.or_else(nearest);
        let section = self.section_in(slice, shown);
        // The comparison is built once, after the list.
        let closed = self.comparison.take();
        self.show_slice(Some(slice), section);
        if let Some(shown) = shown {
            self.select_in_overview(shown);
            self.select_listed(shown);
        }
        self.wanted = wanted.zip(shown);
        if let Some((closed, origin)) = closed.zip(compared) {
            return self.compare_around(&closed, origin);
        }
        if wanted.is_some() && same.is_none() {
            self.notice = Some(Notice::NotInSlice);
        }
    }

    /// Lists a slice, or all datasets, with a scope selected in the sections pane if it is there.
    pub(super) fn show_slice(&mut self, slice: Option<usize>, scope: Option<Scope>) {
        let rows = self.catalog.section_rows(slice);
        let row = rows.iter().position(|row| Some(row.scope) == scope).unwrap_or(0);
        self.relist(|app| {
            app.slice = slice;
            app.sections.selected = row;
        });
    }

    /// The section of a slice with the name of the selected one, if it has the indicator to show.
    fn section_in(&self, slice: usize, shown: Option<usize>) -> Option<Scope> {
        let Scope::Section { dataset, section } = self.section_row().scope else { return None };
        let all = self.catalog.collection.datasets();
        let name = &all.get(dataset)?.sections.get(section)?.name;
        let same = |row: &&SectionRow| match row.scope {
            Scope::Section { dataset, section } => {
                let found = all.get(dataset).and_then(|one| one.sections.get(section));
                found.is_some_and(|section| section.name == *name)
                    && shown
                        .is_none_or(|one| self.catalog.numbers(row.scope).position(one).is_some())
            }
            _ => false,
        };
        self.catalog.section_rows(Some(slice)).iter().find(same).map(|row| row.scope)
    }

    /// The same indicator as `selected` in a scope.
    fn counterpart_in(&self, scope: Scope, selected: usize) -> Option<usize> {
        let catalog = &self.catalog;
        let numbers = catalog.numbers(scope);
        let is_there = |index: &usize| numbers.position(*index).is_some();
        let in_datasets = |datasets: &[usize]| {
            let probe = catalog.probe(selected)?;
            datasets.iter().filter_map(|dataset| probe.in_dataset(*dataset)).find(is_there)
        };
        let same = || match scope {
            Scope::All => None,
            Scope::Slice(slice) => in_datasets(catalog.slices.datasets(slice)),
            Scope::Dataset(dataset) | Scope::Section { dataset, .. } => in_datasets(&[dataset]),
        };
        Some(selected).filter(is_there).or_else(same)
    }

    /// The counterpart of the listed indicator that is nearest to the selected one.
    fn nearest_in(&self, scope: Scope) -> Option<usize> {
        let row = self.rows.position(self.selected()?)?;
        (0..NEAREST).find_map(|distance| {
            let before = row.checked_sub(distance).and_then(|row| self.rows.get(row));
            let near = [self.rows.get(row + distance), before].into_iter().flatten();
            near.into_iter().find_map(|index| self.counterpart_in(scope, index))
        })
    }

    pub(super) fn select_listed(&mut self, indicator: usize) {
        self.unfold_to(indicator);
        if let Some(row) = self.rows.position(indicator) {
            self.indicators.selected = row;
        }
    }
}
