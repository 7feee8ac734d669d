//! The rows of the sections pane: what can be listed of one slice, or of all datasets.

use super::slices::Slices;
use super::summary::{CatalogSummary, DetailWidth, RangeSummary};
use crate::model::{Collection, Dataset, Section, StatusCounts};
use crate::text::fold::fold;

/// A row of the sections pane.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SectionRow {
    /// The indicators that the row lists.
    pub scope: Scope,
    /// Their number by status, parts not counted.
    pub counts: StatusCounts,
    /// The number of parts among them by status.
    pub parts: StatusCounts,
    /// What a list of them shows.
    pub widths: DetailWidth,
}

/// A set of indicators that can be listed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scope {
    /// All indicators of all datasets.
    All,
    /// The indicators of one slice, by its position.
    Slice(usize),
    /// The indicators of one of several datasets, by its position.
    Dataset(usize),
    /// The indicators of one section.
    Section {
        /// The position of the dataset.
        dataset: usize,
        /// The position of the section in the dataset.
        section: usize,
    },
}

impl SectionRow {
    fn of(scope: Scope, summary: RangeSummary) -> Self {
        let RangeSummary { counts, parts, detail_width: widths, .. } = summary;
        Self { scope, counts, parts, widths }
    }
}

/// The rows of all datasets.
pub(super) fn of_all(collection: &Collection, summary: &CatalogSummary) -> Vec<SectionRow> {
    let mut rows = Vec::new();
    let datasets: Vec<usize> = (0..collection.datasets().len()).collect();
    add(collection, summary, (Scope::All, &datasets), &mut rows);
    rows.shrink_to_fit();
    rows
}

/// The rows of each slice.
#[derive(Debug, Default)]
pub(super) struct SliceRows {
    rows: Vec<SectionRow>,
    /// Where those of each slice begin; empty if there is one slice only.
    starts: Vec<usize>,
}

impl SliceRows {
    pub(super) fn of(collection: &Collection, slices: &Slices, summary: &CatalogSummary) -> Self {
        let mut of_slices = Self::default();
        // One slice is the same as all datasets.
        let count = if slices.len() > 1 { slices.len() } else { 0 };
        for slice in 0..count {
            of_slices.starts.push(of_slices.rows.len());
            let scope = (Scope::Slice(slice), slices.datasets(slice));
            add(collection, summary, scope, &mut of_slices.rows);
        }
        of_slices.rows.shrink_to_fit();
        of_slices.hide_first_parts(slices);
        of_slices
    }

    /// Leaves out the percents of the first month or quarter of a year where the same place has later ones: these have
    /// no percent of the year's plan, and that of the first would read as if it had gone.
    fn hide_first_parts(&mut self, slices: &Slices) {
        let parts = |rows: &Self, slice: usize| {
            let first = rows.get(slice).and_then(|rows| rows.first());
            first.map(|row| row.widths.parts_of_plans).unwrap_or_default()
        };
        for slice in 0..self.starts.len() {
            let has_later = || slices.periods(slice).iter().any(|at| parts(self, *at).has_later);
            if parts(self, slice).has_first && has_later() {
                let start = self.starts[slice];
                let end = self.starts.get(slice + 1).copied().unwrap_or(self.rows.len());
                for row in &mut self.rows[start..end] {
                    row.widths.parts_of_plans.hides_first = true;
                }
            }
        }
    }

    /// The rows of a slice.
    pub(super) fn get(&self, slice: usize) -> Option<&[SectionRow]> {
        let start = *self.starts.get(slice)?;
        let end = self.starts.get(slice + 1).copied().unwrap_or(self.rows.len());
        self.rows.get(start..end)
    }
}

/// Adds a row for all of some datasets, then each dataset if there are several, each with its sections below it.
fn add(
    collection: &Collection,
    summary: &CatalogSummary,
    (all, datasets): (Scope, &[usize]),
    rows: &mut Vec<SectionRow>,
) {
    let several = datasets.len() > 1;
    let first = rows.len();
    let mut total = RangeSummary::default();
    rows.push(SectionRow::of(all, total));
    for dataset in datasets.iter().copied() {
        let Some(data) = collection.datasets().get(dataset) else { continue };
        let sections = summary.sections_of(dataset);
        let own = sections.iter().fold(RangeSummary::default(), |sum, one| sum.plus(*one));
        total = total.plus(own);
        if several {
            rows.push(SectionRow::of(Scope::Dataset(dataset), own));
        }
        if !has_sections(data) {
            continue;
        }
        let of_sections = sections.iter().enumerate();
        rows.extend(of_sections.map(|(section, summary)| {
            SectionRow::of(Scope::Section { dataset, section }, *summary)
        }));
    }
    rows[first] = SectionRow::of(all, total);
}

/// The most sections that are looked at one by one.
const MOST: usize = 50;

/// Whether a dataset has sections. A single section that only repeats the name of the dataset,
/// of its place or of its file does not count. Nor do sections that are each a whole with its parts: the tree shows
/// those.
#[must_use]
pub fn has_sections(dataset: &Dataset) -> bool {
    let is_whole = |section: &Section| {
        let first = dataset.indicators.get(section.indicators.start);
        section.indicators.len() > 1
            && first.is_some_and(|first| fold(first.name.trim()) == fold(section.name.trim()))
    };
    let sections = &*dataset.sections;
    if (2..=MOST).contains(&sections.len()) && sections.iter().all(is_whole) {
        return false;
    }
    let [only] = sections else { return true };
    let name = fold(only.name.trim());
    let stem = |name: &str| fold(name.rsplit_once('.').map_or(name, |(stem, _)| stem).trim());
    let place = dataset.place.name();
    let id = fold(dataset.id.trim());
    // The datasets of one file have the name of the file at the beginning of their ids.
    let in_id = name.replace(|letter: char| !letter.is_alphanumeric(), "-");
    let is_file =
        id.strip_prefix(&in_id).is_some_and(|rest| rest.is_empty() || rest.starts_with('-'));
    !name.is_empty() && !is_file && ![fold(place.trim()), stem(place), id].contains(&name)
}
