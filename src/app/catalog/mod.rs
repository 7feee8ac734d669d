//! The catalog: the open datasets, their search index and what is computed once from them. Sessions share it,
//! and none changes it.

pub(super) mod asked_places;
pub(super) mod axes;
pub(super) mod between_tables;
mod dataset_places;
pub(super) mod dictionary;
mod fingerprints;
mod headings;
pub(super) mod hidden;
mod indicator_key;
mod joint_ids;
pub(super) mod labels;
mod lists;
pub(super) mod named_slices;
mod of_files;
pub(super) mod place_groups;
pub(super) mod plan_periods;
mod probe;
mod refined;
mod runs;
mod same_indicator;
mod section_numbers;
pub(super) mod section_rows;
mod shared_names;
pub(super) mod slices;
pub(super) mod summary;
pub(super) mod tree;
mod written_names;

use std::collections::BTreeSet;
use std::ops::Range;
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, OnceLock};

use super::ListedRows;
use crate::model::{Collection, Dataset, Indicator, PartOfPlan};
use crate::search::Index;
use axes::Axes;
use dictionary::Dictionary;
use headings::Headings;
use hidden::Hidden;
use labels::{DatasetLabel, DatasetLabels};
use place_groups::PlaceGroup;
pub(super) use probe::Probe;
use same_indicator::SameIndicators;
use section_rows::{Scope, SectionRow, SliceRows};
use shared_names::SharedNames;
use slices::Slices;
use summary::{CatalogSummary, DetailWidth, FigureWidth};
use tree::Tree;

/// The open datasets and what is computed once from them.
#[derive(Debug)]
pub struct Catalog {
    /// The datasets.
    pub collection: Collection,
    /// The rows of the sections pane for all datasets; the first is all indicators.
    pub sections: Vec<SectionRow>,
    /// The slices: the places and periods of the datasets.
    pub slices: Slices,
    /// Which indicators are parts of others.
    pub tree: Tree,
    /// The rows of the sections pane for each slice; empty if there is one only.
    of_slices: SliceRows,
    /// Whether the datasets are of several tables.
    has_several_tables: bool,
    /// The slice to begin with; `None` if the datasets have nothing in common that places or periods differ in.
    first_slice: Option<usize>,
    /// The end of the scale that all gauges share, in percent of plan.
    pub scale_end: u32,
    /// The width of the widest figures.
    pub figure_width: FigureWidth,
    /// The widths of what a wide list shows besides.
    pub detail_width: DetailWidth,
    /// The number of cells that could not be read as written.
    pub unread: usize,
    /// The numbers of the indicators with a cell that could not be read as written.
    unread_rows: BTreeSet<usize>,
    /// What the workbooks hide and was left out.
    pub hidden: Hidden,
    /// The number of indicators that are to be reviewed.
    pub total_to_review: usize,
    /// The first dataset that carries the text of its source.
    pub first_text: Option<usize>,
    /// The name of the file, if only one is open.
    only_file: Option<String>,
    /// The file of each dataset that is a draft whose decisions can be written there.
    drafts: Vec<Option<Arc<Path>>>,
    /// What distinguishes each dataset from the others.
    labels: DatasetLabels,
    /// Whether an indicator has a period of its own, other than that of its dataset.
    pub(super) has_own_periods: bool,
    /// The place and period of each dataset.
    pub(super) axes: Axes,
    /// The indicators that several datasets have.
    same: SameIndicators,
    /// The numbers of those indicators, in the first dataset that has them.
    common: ListedRows,
    /// The headings over indicators; built at the first request.
    headings: OnceLock<Headings>,
    /// The indicators that only their sections distinguish; found at the first request.
    shared_names: OnceLock<SharedNames>,
    /// Each indicator once; built at the first request.
    dictionary: OnceLock<Dictionary>,
    /// Built at the first request, so that the first frame does not wait for it.
    index: OnceLock<Index>,
    /// Whether building of the index has begun.
    making_index: AtomicBool,
}

impl Catalog {
    /// Computes the counts, widths and labels; the search index is built later.
    #[must_use]
    pub fn new(collection: Collection) -> Self {
        let (same, common) = SameIndicators::of(&collection);
        let collection = joint_ids::joined(collection, &same);
        let summary = CatalogSummary::of(&collection);
        let axes = Axes::of(&collection);
        let slices = Slices::of(&collection, &axes);
        let periods = summary.total.detail_width.periods.max(slices.most_periods());
        let has_results = |dataset: &usize| {
            !axes.is_expected(*dataset)
                && (axes.has_results(*dataset)
                    || summary.sections_of(*dataset).iter().any(|one| one.has_results()))
        };
        let is_sliced = !common.is_empty() && slices.are_known(&collection);
        Self {
            sections: section_rows::of_all(&collection, &summary),
            of_slices: SliceRows::of(&collection, &slices, &summary),
            first_slice: slices.first(has_results).filter(|_| is_sliced),
            has_several_tables: Self::are_several_tables(&collection),
            labels: DatasetLabels::of(&collection),
            has_own_periods: summary.total.has_periods,
            axes,
            slices,
            same,
            common,
            scale_end: summary.scale_end(),
            figure_width: summary.total.figure_width,
            detail_width: DetailWidth { periods, ..summary.total.detail_width },
            tree: summary.tree,
            unread: 0,
            unread_rows: BTreeSet::new(),
            hidden: Hidden::default(),
            total_to_review: summary.total.to_review,
            first_text: collection.datasets().iter().position(|dataset| dataset.has_text()),
            only_file: None,
            drafts: Vec::new(),
            collection,
            headings: OnceLock::new(),
            shared_names: OnceLock::new(),
            dictionary: OnceLock::new(),
            index: OnceLock::new(),
            making_index: AtomicBool::new(false),
        }
    }

    /// Whether the datasets are of several tables, which may say the same differently.
    #[must_use]
    pub fn are_several_tables(collection: &Collection) -> bool {
        dataset_places::tables(collection).last().is_some_and(|last| *last > 0)
    }

    /// Whether the open datasets are of several tables.
    #[must_use]
    pub fn has_several_tables(&self) -> bool {
        self.has_several_tables
    }

    /// The same collection with one id for each indicator that several tables have, and with different ids for
    /// different indicators, where they were made of the names.
    #[must_use]
    pub fn with_joint_ids(collection: Collection) -> Collection {
        if !Self::are_several_tables(&collection) {
            return collection;
        }
        let (same, _) = SameIndicators::of(&collection);
        joint_ids::joined(collection, &same)
    }

    /// Whether an indicator is to be reviewed.
    #[must_use]
    pub fn has_review(&self) -> bool {
        self.total_to_review > 0
    }

    /// The same catalog with another dataset in place of one.
    #[must_use]
    pub fn with_dataset(&self, at: usize, dataset: Arc<Dataset>) -> Self {
        let mut datasets = self.collection.datasets().to_vec();
        if let Some(place) = datasets.get_mut(at) {
            *place = dataset;
        }
        // The rows that could not be read are of tables, which are no drafts.
        let rows = self.unread_rows.iter().filter_map(|index| {
            let entry = self.collection.get(*index)?;
            Some((entry.dataset_at, entry.local))
        });
        let rows: Vec<_> = rows.collect();
        Self::new(Collection::new(datasets))
            .with_unread(self.unread)
            .with_unread_rows(rows)
            .with_only_file(self.only_file.clone())
            .with_hidden(self.hidden)
            .with_drafts(self.drafts.clone())
    }

    /// The search index of the names of the dictionary; the first call builds it.
    #[must_use]
    pub fn index(&self) -> &Index {
        self.index.get_or_init(|| {
            self.making_index.store(true, Ordering::Relaxed);
            Index::new(&self.dictionary().collection)
        })
    }

    fn headings(&self) -> &Headings {
        self.headings.get_or_init(|| Headings::of(&self.collection, &self.tree))
    }

    /// The same collection, in which the name of a section has the heading over its indicators
    /// besides, so that a search finds them by it. The numbers of the indicators stay.
    #[must_use]
    pub fn with_headings(collection: &Collection) -> Collection {
        if !Headings::are_possible(collection) {
            return collection.clone();
        }
        let tree = CatalogSummary::of(collection).tree;
        dictionary::with_headings(collection, &Headings::of(collection, &tree))
    }

    /// The heading over an indicator that is no indicator itself: a group row without a value; empty if there is none.
    #[must_use]
    pub fn heading_of(&self, index: usize) -> &str {
        self.headings().get(index)
    }

    fn shared_names(&self) -> &SharedNames {
        self.shared_names.get_or_init(|| SharedNames::of(&self.collection, &self.tree))
    }

    /// Whether another section of its dataset has an indicator of its name and unit.
    #[must_use]
    pub fn shares_name(&self, index: usize) -> bool {
        self.shared_names().contains(index)
    }

    /// The columns of the widest such name with its section.
    #[must_use]
    pub fn shared_name_width(&self) -> usize {
        self.shared_names().width
    }

    /// Whether any indicator has such a heading.
    #[must_use]
    pub fn has_headings(&self) -> bool {
        !self.headings().is_empty()
    }

    /// Each indicator once, however many slices have it; the first call builds it.
    #[must_use]
    pub fn dictionary(&self) -> &Dictionary {
        self.dictionary.get_or_init(|| {
            let is_unique = self.slices.len() < 2 || self.common.is_empty();
            let same = |index| self.same_indicators(index);
            match is_unique {
                true => Dictionary::of_unique(&self.collection, self.headings()),
                false => Dictionary::of(&self.collection, &self.slices, self.headings(), same),
            }
        })
    }

    /// Returns the indicator of an entry of the dictionary in a slice, or else the one of its latest period, at the
    /// place of that slice if possible.
    #[must_use]
    pub fn in_slice(&self, entry: usize, slice: Option<usize>) -> usize {
        self.dictionary().in_slice(&self.collection, &self.slices, entry, slice)
    }

    /// Returns the indicator of an entry of the dictionary that is meant: the one in a slice, or else at its place,
    /// or else in its period, or else the latest one.
    #[must_use]
    pub fn occurrence(
        &self,
        entry: usize,
        slice: Option<usize>,
        is_meant: impl Fn(usize) -> bool,
    ) -> Option<usize> {
        let slices = (&self.slices, slice);
        self.dictionary().occurrence(&self.collection, slices, entry, is_meant)
    }

    /// Whether the search index is being built, so that [`Catalog::index`] would block.
    #[must_use]
    pub fn is_making_index(&self) -> bool {
        self.making_index.load(Ordering::Relaxed) && self.index.get().is_none()
    }

    /// Returns the numbers of an indicator and of the same one in other datasets, in order; empty if no other
    /// dataset has it.
    #[must_use]
    pub fn same_indicators(&self, index: usize) -> Vec<usize> {
        self.same.group(&self.collection, index)
    }

    /// Prepares to find an indicator in other datasets, one at a time.
    pub(super) fn probe(&self, index: usize) -> Option<Probe<'_>> {
        Some(self.same.probe(&self.collection, self.collection.get(index)?))
    }

    /// Returns the label that distinguishes a dataset from the others: its place, its period or both, and its
    /// id if these are not unique; empty for an only dataset.
    #[must_use]
    pub fn label(&self, dataset: usize) -> DatasetLabel<'_> {
        let found = self.collection.datasets().get(dataset);
        found.map_or_else(DatasetLabel::default, |found| self.labels.get(dataset, found))
    }

    /// The places that the place of a dataset is ranked among; `None` if it is all the others together: "Toàn tỉnh".
    #[must_use]
    pub fn place_group(&self, dataset: usize) -> Option<PlaceGroup> {
        self.axes.group(dataset)
    }

    /// The slice to begin with: the latest period with results of the first place. `None` if places and periods
    /// are not known, or if no two slices have an indicator in common: then all datasets are listed.
    #[must_use]
    pub fn first_slice(&self) -> Option<usize> {
        self.first_slice
    }

    /// The rows of the sections pane for a slice, or for all datasets; the first one is all indicators.
    #[must_use]
    pub fn section_rows(&self, slice: Option<usize>) -> &[SectionRow] {
        slice.and_then(|at| self.of_slices.get(at)).unwrap_or(&self.sections)
    }

    /// The first indicator that several datasets have.
    #[must_use]
    pub fn first_common(&self) -> Option<usize> {
        self.common.get(0)
    }

    /// Whether lists leave out the percent of plan of an indicator of a dataset: that of the first
    /// month or quarter of a year, of which the later ones have none.
    #[must_use]
    pub fn hides_percent(&self, dataset: usize, indicator: &Indicator) -> bool {
        let slice = || self.slices.of_dataset(dataset);
        let row = || self.of_slices.get(slice()?)?.first();
        PartOfPlan::of(indicator) == Some(PartOfPlan::First)
            && row().is_some_and(|row| !row.widths.parts_of_plans.shows_first())
    }

    /// The numbers of a scope's indicators, in source order.
    #[must_use]
    pub fn numbers(&self, scope: Scope) -> ListedRows {
        match scope {
            Scope::Slice(slice) => {
                let ranges = self.slices.datasets(slice).iter().map(|at| self.indicators_of(*at));
                ListedRows::of_ranges(ranges)
            }
            Scope::All => ListedRows::range(0..self.collection.len()),
            Scope::Dataset(dataset) => ListedRows::range(self.indicators_of(dataset)),
            Scope::Section { dataset, section } => {
                let start = self.collection.start_of(dataset);
                let found = self.collection.datasets().get(dataset);
                let section = found.and_then(|dataset| dataset.sections.get(section));
                ListedRows::range(section.map_or(0..0, |section| {
                    start + section.indicators.start..start + section.indicators.end
                }))
            }
        }
    }

    /// The numbers of a dataset's indicators.
    fn indicators_of(&self, dataset: usize) -> Range<usize> {
        self.collection.start_of(dataset)..self.collection.start_of(dataset + 1)
    }

    /// Returns the row of the sections pane for the section of an indicator; without sections that of its
    /// dataset, or of all.
    #[must_use]
    pub fn section_row_of(&self, slice: Option<usize>, indicator: usize) -> usize {
        let holds = |row: &SectionRow| {
            matches!(row.scope, Scope::Section { .. } | Scope::Dataset(_))
                && self.numbers(row.scope).position(indicator).is_some()
        };
        self.section_rows(slice).iter().rposition(holds).unwrap_or(0)
    }
}
