//! The catalog: the open datasets, their search index and what is computed once from them. Sessions share it,
//! and none changes it.

pub(super) mod axes;
mod fingerprints;
pub(super) mod hidden;
pub(super) mod labels;
mod same_indicator;

use std::ops::Range;
use std::panic::resume_unwind;
use std::sync::OnceLock;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use super::ListedRows;
use crate::model::{
    Collection, Indicator, Indicators, Plan, StatusCounts, Target, percent_of_plan, status,
};
use crate::search::Index;
use crate::text::{format_number, truncate};
use axes::Axes;
use hidden::Hidden;
use labels::labels;
pub(super) use same_indicator::Probe;
use same_indicator::SameIndicators;

/// The open datasets and what is computed once from them.
#[derive(Debug)]
pub struct Catalog {
    /// The datasets.
    pub collection: Collection,
    /// The rows of the sections pane; the first is all indicators.
    pub sections: Vec<SectionRow>,
    /// The end of the scale that all gauges share, in percent of plan.
    pub scale_end: u32,
    /// The width of the widest figures.
    pub figure_width: FigureWidth,
    /// The widths of what a wide list shows besides.
    pub detail_width: DetailWidth,
    /// The number of cells that could not be read as written.
    pub unread: usize,
    /// What the workbooks hide and was left out.
    pub hidden: Hidden,
    /// A label for each dataset that distinguishes it from the others.
    labels: Vec<String>,
    /// The place and period of each dataset.
    pub(super) axes: Axes,
    /// The indicators that several datasets have.
    same: SameIndicators,
    /// The numbers of those indicators, in the first dataset that has them.
    common: ListedRows,
    /// Built at the first request, so that the first frame does not wait for it.
    index: OnceLock<Index>,
    /// Whether building of the index has begun.
    making_index: AtomicBool,
}

/// The width of the widest figures, in screen columns, digits grouped.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct FigureWidth {
    /// The width of figures that are no estimates.
    pub plain: usize,
    /// The width of estimates, without the word before them; 0 if there are none.
    pub estimate: usize,
}

/// The widths of what a wide list shows besides the figures, in screen columns; 0 for what there is none of.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct DetailWidth {
    /// The width of the widest unit.
    pub unit: usize,
    /// The width of the widest target.
    pub plan: usize,
    /// The most periods of an indicator.
    pub periods: usize,
}

/// A row of the sections pane.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SectionRow {
    /// The indicators that the row lists.
    pub scope: Scope,
    /// Their number by status.
    pub counts: StatusCounts,
}

/// A set of indicators that can be listed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scope {
    /// All indicators of all datasets.
    All,
    /// The indicators that several datasets have, once each.
    Common,
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

impl Catalog {
    /// Computes the counts, widths and labels; the search index is built later.
    #[must_use]
    pub fn new(collection: Collection) -> Self {
        let (same, common) = SameIndicators::of(&collection);
        let summary = CatalogSummary::of(&collection);
        let axes = Axes::of(&collection);
        let periods = summary.detail_width.periods.max(axes.most_periods());
        Self {
            sections: section_rows(&collection, &common, &summary.sections),
            labels: labels(&collection),
            axes,
            same,
            common,
            scale_end: summary.scale_end(),
            figure_width: summary.figure_width,
            detail_width: DetailWidth { periods, ..summary.detail_width },
            unread: 0,
            hidden: Hidden::default(),
            collection,
            index: OnceLock::new(),
            making_index: AtomicBool::new(false),
        }
    }

    /// Adds the number of cells that could not be read as written.
    #[must_use]
    pub fn with_unread(self, unread: usize) -> Self {
        Self { unread, ..self }
    }

    /// Adds what the workbooks hide and was left out.
    #[must_use]
    pub fn with_hidden(self, hidden: Hidden) -> Self {
        Self { hidden, ..self }
    }

    /// The search index of all names; the first call builds it.
    #[must_use]
    pub fn index(&self) -> &Index {
        self.index.get_or_init(|| {
            self.making_index.store(true, Ordering::Relaxed);
            Index::new(&self.collection)
        })
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

    /// Returns the position of a dataset of a place, by the position of the place.
    #[must_use]
    pub fn dataset_of_place(&self, place: usize) -> Option<usize> {
        self.axes.places().get(place)?.first().copied()
    }

    /// Returns the position of an indicator's place among the places.
    pub(super) fn place_of(&self, number: usize) -> Option<usize> {
        self.axes.place(self.collection.dataset_of(number))
    }

    /// Prepares to find an indicator in other datasets, one at a time.
    pub(super) fn probe(&self, index: usize) -> Option<Probe<'_>> {
        Some(self.same.probe(&self.collection, self.collection.get(index)?))
    }

    /// Returns the label that distinguishes a dataset from the others: its place, its period or both, and its
    /// id if these are not unique; empty for an only dataset.
    #[must_use]
    pub fn label(&self, dataset: usize) -> &str {
        self.labels.get(dataset).map_or("", String::as_str)
    }

    /// Returns the row of the sections pane for the indicators that several datasets have, if there are any.
    #[must_use]
    pub fn common_row(&self) -> Option<usize> {
        self.sections.iter().position(|row| row.scope == Scope::Common)
    }

    /// The numbers of a scope's indicators, in source order.
    pub(super) fn numbers(&self, scope: Scope) -> ListedRows {
        match scope {
            Scope::Common => self.common.clone(),
            scope => ListedRows::range(self.indicators(scope)),
        }
    }

    /// Returns the range of a scope's indicators, in source order; empty for [`Scope::Common`], which is no
    /// range.
    #[must_use]
    pub fn indicators(&self, scope: Scope) -> Range<usize> {
        match scope {
            Scope::Common => 0..0,
            Scope::All => 0..self.collection.len(),
            Scope::Dataset(dataset) => {
                self.collection.start_of(dataset)..self.collection.start_of(dataset + 1)
            }
            Scope::Section { dataset, section } => {
                let start = self.collection.start_of(dataset);
                let found = self.collection.datasets().get(dataset);
                found.and_then(|dataset| dataset.sections.get(section)).map_or(0..0, |section| {
                    start + section.indicators.start..start + section.indicators.end
                })
            }
        }
    }

    /// Returns the row of the sections pane for the section of an indicator.
    #[must_use]
    pub fn section_row_of(&self, indicator: usize) -> usize {
        let holds = |row: &SectionRow| {
            matches!(row.scope, Scope::Section { .. })
                && self.indicators(row.scope).contains(&indicator)
        };
        self.sections.iter().position(holds).unwrap_or(0)
    }
}

fn section_rows(
    collection: &Collection,
    common: &ListedRows,
    counts: &[Vec<StatusCounts>],
) -> Vec<SectionRow> {
    let mut rows = vec![SectionRow { scope: Scope::All, counts: StatusCounts::default() }];
    if !common.is_empty() {
        let entries = common.iter().filter_map(|index| collection.get(index));
        let counts = entries.map(|entry| status(&entry.indicator())).collect();
        rows.push(SectionRow { scope: Scope::Common, counts });
    }
    let several = counts.len() > 1;
    for (dataset, sections) in counts.iter().enumerate() {
        let heading = rows.len();
        if several {
            let counts = StatusCounts::default();
            rows.push(SectionRow { scope: Scope::Dataset(dataset), counts });
        }
        for (section, counts) in sections.iter().copied().enumerate() {
            rows.push(SectionRow { scope: Scope::Section { dataset, section }, counts });
            rows[0].counts = rows[0].counts.plus(counts);
            if several {
                rows[heading].counts = rows[heading].counts.plus(counts);
            }
        }
    }
    rows
}

/// What one pass over all indicators computes.
#[derive(Debug, Default)]
struct CatalogSummary {
    /// The number of indicators by status, for each section of each dataset.
    sections: Vec<Vec<StatusCounts>>,
    greatest_percent: Option<Decimal>,
    figure_width: FigureWidth,
    detail_width: DetailWidth,
}

impl CatalogSummary {
    fn of(collection: &Collection) -> Self {
        let mut summary = Self::default();
        for dataset in collection.datasets() {
            let mut sections = Vec::with_capacity(dataset.sections.len());
            for section in &dataset.sections {
                let one = RangeSummary::of(&dataset.indicators, section.indicators.clone());
                summary.greatest_percent = summary.greatest_percent.max(one.greatest_percent);
                summary.figure_width = summary.figure_width.max(one.figure_width);
                summary.detail_width = summary.detail_width.max(one.detail_width);
                sections.push(one.counts);
            }
            summary.sections.push(sections);
        }
        summary
    }

    /// The next multiple of ten above the greatest percent of plan, clamped to 120..=200: bars past it are
    /// drawn as running off the scale, since a longer scale would make all others too short.
    fn scale_end(&self) -> u32 {
        let tens =
            self.greatest_percent.and_then(|percent| (percent / Decimal::TEN).floor().to_u32());
        tens.unwrap_or(0).saturating_add(1).saturating_mul(10).clamp(120, 200)
    }
}

/// What one pass over a range of indicators computes.
#[derive(Debug, Clone, Copy, Default)]
struct RangeSummary {
    counts: StatusCounts,
    greatest_percent: Option<Decimal>,
    figure_width: FigureWidth,
    detail_width: DetailWidth,
}

impl RangeSummary {
    /// Summarises a range; a long one in two halves concurrently, as the user waits for it.
    fn of(indicators: &Indicators, range: Range<usize>) -> Self {
        const LONG: usize = 50_000;
        if range.len() <= LONG {
            return Self::count(indicators, range);
        }
        let middle = range.start + range.len() / 2;
        thread::scope(|scope| {
            let second = scope.spawn(|| Self::count(indicators, middle..range.end));
            let first = Self::count(indicators, range.start..middle);
            first.plus(second.join().unwrap_or_else(|panic| resume_unwind(panic)))
        })
    }

    fn count(indicators: &Indicators, range: Range<usize>) -> Self {
        let mut summary = Self::default();
        indicators.each(range, |indicator| {
            summary.counts.add(status(indicator));
            summary.greatest_percent = summary.greatest_percent.max(percent_of_plan(indicator));
            summary.figure_width.widen(indicator);
            summary.detail_width.widen(indicator);
        });
        summary
    }

    fn plus(self, other: Self) -> Self {
        Self {
            counts: self.counts.plus(other.counts),
            greatest_percent: self.greatest_percent.max(other.greatest_percent),
            figure_width: self.figure_width.max(other.figure_width),
            detail_width: self.detail_width.max(other.detail_width),
        }
    }
}

impl DetailWidth {
    fn max(self, other: Self) -> Self {
        Self {
            unit: self.unit.max(other.unit),
            plan: self.plan.max(other.plan),
            periods: self.periods.max(other.periods),
        }
    }

    fn widen(&mut self, indicator: &Indicator) {
        let unit = indicator.unit.as_deref().map_or(0, truncate::width);
        let plan = indicator.plan.as_ref().and_then(Plan::target).map_or(0, target_width);
        let periods = match indicator.earlier.len() {
            0 => 0,
            earlier => earlier + 1,
        };
        *self = self.max(Self { unit, plan, periods });
    }
}

/// The width of a target without its words, such as "over".
fn target_width(target: Target) -> usize {
    match target {
        Target::Range { low, high } => format_number::width(low) + 1 + format_number::width(high),
        Target::Value(value)
        | Target::Over(value)
        | Target::Under(value)
        | Target::AtLeast(value)
        | Target::AtMost(value)
        | Target::About(value) => format_number::width(value),
    }
}

impl FigureWidth {
    /// The smallest width into which both fit.
    fn max(self, other: Self) -> Self {
        Self { plain: self.plain.max(other.plain), estimate: self.estimate.max(other.estimate) }
    }

    /// Widens the column to fit the figure of an indicator.
    fn widen(&mut self, indicator: &Indicator) {
        let Some(figure) = indicator.figure() else { return };
        // A score is followed by the top of its scale: 43.35/80.
        let scale = indicator.scale.map_or(0, |scale| 1 + format_number::width(scale));
        let taken = format_number::width(figure) + scale;
        let column = if indicator.estimate { &mut self.estimate } else { &mut self.plain };
        *column = taken.max(*column);
    }
}
