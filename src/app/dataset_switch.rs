//! From one of several datasets to another.

use super::{App, Catalog, Picker, PickerKind, Scope, SectionRow, Step};

impl Catalog {
    /// What can be switched to: everything, what several datasets have, and each dataset.
    pub fn switches(&self) -> impl Iterator<Item = &SectionRow> {
        self.sections.iter().filter(|row| !matches!(row.scope, Scope::Section { .. }))
    }

    /// Whether there is more than one dataset.
    #[must_use]
    pub fn has_several(&self) -> bool {
        self.collection.datasets().len() > 1
    }

    /// The section of a dataset that is called like a section of another.
    fn namesake(&self, dataset: usize, section: usize, other: usize) -> Option<usize> {
        let all = self.collection.datasets();
        let name = &all.get(dataset)?.sections.get(section)?.name;
        all.get(other)?.sections.iter().position(|section| section.name == *name)
    }
}

impl App {
    /// Which of [`Catalog::switches`] holds now.
    #[must_use]
    pub fn switched_to(&self) -> usize {
        let scope = match (self.overview, self.section_row().scope) {
            // The overview shows everything; what counts there is where the selection stands.
            (Some(_), _) => self.dataset().map_or(Scope::All, Scope::Dataset),
            (None, Scope::Section { dataset, .. }) => Scope::Dataset(dataset),
            (None, scope) => scope,
        };
        self.shared.switches().position(|row| row.scope == scope).unwrap_or(0)
    }

    /// Opens the switcher; with one dataset there is nothing to switch to.
    pub(super) fn pick_dataset(&mut self) {
        if self.shared.has_several() {
            self.picker = Some(Picker::open(PickerKind::Dataset, self));
        }
    }

    /// Lists the indicators of a scope; in the overview, goes to where they begin.
    pub(super) fn switch_to(&mut self, scope: Scope) {
        self.picker = None;
        let same = self.counterpart_in(scope);
        if self.overview.is_some() {
            let first = self.shared.numbers(scope).get(0);
            if let Some(indicator) = same.or(first) {
                self.select_in_overview(indicator);
            }
        } else if let Some(row) = self.shared.sections.iter().position(|row| row.scope == scope) {
            self.select_section(row);
            self.select_listed(same);
        }
    }

    /// Goes to the next dataset or to the one before, around: to the section of the same name, if one was
    /// selected, and to the same indicator, if it is there.
    pub(super) fn step_dataset(&mut self, step: Step) {
        let count = self.shared.collection.datasets().len();
        if !self.shared.has_several() {
            return;
        }
        let at = self.dataset().unwrap_or(0);
        let next = match step {
            Step::Up => (at + count - 1) % count,
            _ => (at + 1) % count,
        };
        let scope = match self.section_row().scope {
            Scope::Section { dataset, section } if self.overview.is_none() => self
                .shared
                .namesake(dataset, section, next)
                .map_or(Scope::Dataset(next), |section| Scope::Section { dataset: next, section }),
            _ => Scope::Dataset(next),
        };
        self.switch_to(scope);
    }

    /// The dataset that the selection stands in; where nothing is listed, that of the section.
    fn dataset(&self) -> Option<usize> {
        let of_scope = match self.section_row().scope {
            Scope::Dataset(dataset) | Scope::Section { dataset, .. } => Some(dataset),
            Scope::All | Scope::Common => None,
        };
        self.selected_entry().map(|entry| entry.dataset_at).or(of_scope)
    }

    /// The selected indicator as the datasets of a scope have it.
    fn counterpart_in(&self, scope: Scope) -> Option<usize> {
        let selected = self.selected()?;
        let numbers = self.shared.numbers(scope);
        if numbers.position(selected).is_some() {
            return Some(selected);
        }
        self.shared.alike(selected).into_iter().find(|index| numbers.position(*index).is_some())
    }

    fn select_listed(&mut self, indicator: Option<usize>) {
        let row = indicator.and_then(|indicator| self.rows.position(indicator));
        if let Some(row) = row {
            self.indicators.selected = row;
        }
    }
}
