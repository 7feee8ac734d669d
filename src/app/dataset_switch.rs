//! Switching between several open datasets.

use super::{App, Axis, Catalog, Notice, Picker, PickerKind, Scope, SectionRow, Step, Top};

impl Catalog {
    /// The choices of the dataset picker: all indicators, those that several datasets have, and each dataset.
    pub fn dataset_choices(&self) -> impl Iterator<Item = &SectionRow> {
        self.sections.iter().filter(|row| !matches!(row.scope, Scope::Section { .. }))
    }

    /// Whether there is more than one dataset.
    #[must_use]
    pub fn has_several(&self) -> bool {
        self.collection.datasets().len() > 1
    }

    /// Returns the section of dataset `other` with the name of a section of `dataset`.
    fn section_of_same_name(&self, dataset: usize, section: usize, other: usize) -> Option<usize> {
        let all = self.collection.datasets();
        let name = &all.get(dataset)?.sections.get(section)?.name;
        all.get(other)?.sections.iter().position(|section| section.name == *name)
    }
}

impl App {
    /// The position of the current scope in [`Catalog::dataset_choices`].
    #[must_use]
    pub fn current_dataset_choice(&self) -> usize {
        let scope = match (self.overview, self.section_row().scope) {
            // The overview shows all datasets: the dataset of the selected indicator counts.
            (Some(_), _) => self.dataset().map_or(Scope::All, Scope::Dataset),
            (None, Scope::Section { dataset, .. }) => Scope::Dataset(dataset),
            (None, scope) => scope,
        };
        self.catalog.dataset_choices().position(|row| row.scope == scope).unwrap_or(0)
    }

    /// Opens the dataset picker, if there are several datasets.
    pub(super) fn pick_dataset(&mut self) {
        if self.catalog.has_several() {
            self.picker = Some(Picker::open(PickerKind::Dataset, self));
        }
    }

    /// Lists the indicators of a scope; in the overview, selects the first of them. An indicator that is the
    /// same as the selected one is preferred.
    pub(super) fn switch_to(&mut self, scope: Scope) {
        self.picker = None;
        let same = self.counterpart_in(scope);
        if self.overview.is_some() {
            let first = self.catalog.numbers(scope).get(0);
            if let Some(indicator) = same.or(first) {
                self.select_in_overview(indicator);
            }
        } else if let Some(row) = self.catalog.sections.iter().position(|row| row.scope == scope) {
            self.select_section(row);
            self.select_listed(same);
        }
    }

    /// Whether there are other datasets along an axis from the current one.
    pub(super) fn has_axis(&self, axis: Axis) -> bool {
        self.catalog.has_axis(self.dataset().unwrap_or(0), axis)
    }

    /// Goes to the next or previous dataset along an axis: to the section of the same name, if a section was
    /// selected, and to the same indicator, if the dataset has it.
    pub(super) fn step_along(&mut self, axis: Axis, step: Step) {
        if self.body() == Top::Comparison {
            return self.step_comparison_along(axis, step);
        }
        let Some(next) = self.catalog.neighbour(self.dataset().unwrap_or(0), axis, step) else {
            self.notice = self.catalog.has_several().then_some(Notice::NoNeighbour(axis, step));
            return;
        };
        let scope = match self.section_row().scope {
            Scope::Section { dataset, section } if self.overview.is_none() => self
                .catalog
                .section_of_same_name(dataset, section, next)
                .map_or(Scope::Dataset(next), |section| Scope::Section { dataset: next, section }),
            _ => Scope::Dataset(next),
        };
        self.switch_to(scope);
    }

    /// The dataset of the selected indicator; if nothing is listed, that of the selected section.
    fn dataset(&self) -> Option<usize> {
        let of_scope = match self.section_row().scope {
            Scope::Dataset(dataset) | Scope::Section { dataset, .. } => Some(dataset),
            Scope::All | Scope::Common => None,
        };
        self.selected_entry().map(|entry| entry.dataset_at).or(of_scope)
    }

    /// Returns the selected indicator if it is in a scope, else the same indicator of another dataset there.
    fn counterpart_in(&self, scope: Scope) -> Option<usize> {
        let selected = self.selected()?;
        let numbers = self.catalog.numbers(scope);
        if numbers.position(selected).is_some() {
            return Some(selected);
        }
        self.catalog
            .same_indicators(selected)
            .into_iter()
            .find(|index| numbers.position(*index).is_some())
    }

    fn select_listed(&mut self, indicator: Option<usize>) {
        let row = indicator.and_then(|indicator| self.rows.position(indicator));
        if let Some(row) = row {
            self.indicators.selected = row;
        }
    }
}
