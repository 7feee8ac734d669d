//! What all visits share and none changes: the datasets, the search index, and what is counted once.

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
use crate::model::{Collection, Indicator, Indicators, StatusCounts, percent_of_plan, status};
use crate::search::Index;
use crate::text::format_number;
use hidden::Hidden;
use labels::labels;
use same_indicator::SameIndicators;

/// The opened datasets with what is computed once from them.
#[derive(Debug)]
pub struct Catalog {
    /// The datasets.
    pub collection: Collection,
    /// The rows of the sections pane.
    pub sections: Vec<SectionRow>,
    /// Where the common scale of all gauges ends, in percent of plan.
    pub scale_end: u32,
    /// How many columns the widest figures take.
    pub figure_width: FigureWidth,
    /// How many cells of the files could not be read.
    pub unread: usize,
    /// How much of the workbooks is hidden and was left out.
    pub hidden: Hidden,
    /// What tells each dataset from the others.
    labels: Vec<String>,
    /// Which indicators several datasets have.
    alike: SameIndicators,
    /// The numbers of the first of each of them.
    common: ListedRows,
    /// Made when it is first asked for: the first frame does not wait for it.
    index: OnceLock<Index>,
    /// Whether someone has begun to make it.
    making_index: AtomicBool,
}

/// The columns that the widest figures take, with their digits grouped.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct FigureWidth {
    /// Of those that are no estimates.
    pub plain: usize,
    /// Of estimates, without the word before them; 0 where there is none.
    pub estimate: usize,
}

/// A row of the sections pane: a choice of indicators.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SectionRow {
    /// Which indicators.
    pub scope: Scope,
    /// Their numbers by status.
    pub counts: StatusCounts,
}

/// A choice of indicators.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scope {
    /// Of all datasets.
    All,
    /// Those that several datasets have, once each.
    Common,
    /// Of one dataset, where several are open.
    Dataset(usize),
    /// Of one section.
    Section {
        /// Its dataset.
        dataset: usize,
        /// Its place in that dataset.
        section: usize,
    },
}

impl Catalog {
    /// Counts what is counted once.
    #[must_use]
    pub fn new(collection: Collection) -> Self {
        let (alike, common) = SameIndicators::of(&collection);
        let counted = Counted::of(&collection);
        Self {
            sections: section_rows(&collection, &common, &counted.sections),
            labels: labels(&collection),
            alike,
            common,
            scale_end: counted.scale_end(),
            figure_width: counted.figure_width,
            unread: 0,
            hidden: Hidden::default(),
            collection,
            index: OnceLock::new(),
            making_index: AtomicBool::new(false),
        }
    }

    /// With how many cells of the files could not be read.
    #[must_use]
    pub fn with_unread(self, unread: usize) -> Self {
        Self { unread, ..self }
    }

    /// With how much of the workbooks is hidden and was left out.
    #[must_use]
    pub fn with_hidden(self, hidden: Hidden) -> Self {
        Self { hidden, ..self }
    }

    /// The search index over all names.
    #[must_use]
    pub fn index(&self) -> &Index {
        self.index.get_or_init(|| {
            self.making_index.store(true, Ordering::Relaxed);
            Index::new(&self.collection)
        })
    }

    /// Whether the search index is being made, so that whoever asks for it now would have to wait.
    #[must_use]
    pub fn is_making_index(&self) -> bool {
        self.making_index.load(Ordering::Relaxed) && self.index.get().is_none()
    }

    /// The numbers of an indicator and of the same one in other datasets, in order; nothing where no other
    /// has it.
    #[must_use]
    pub fn alike(&self, index: usize) -> Vec<usize> {
        self.alike.group(&self.collection, index)
    }

    /// What tells a dataset from the others: its place, its period or both, and its id where these are not
    /// enough; empty where it is alone.
    #[must_use]
    pub fn label(&self, dataset: usize) -> &str {
        self.labels.get(dataset).map_or("", String::as_str)
    }

    /// The row of the sections pane for what several datasets have, if they have anything.
    #[must_use]
    pub fn common_row(&self) -> Option<usize> {
        self.sections.iter().position(|row| row.scope == Scope::Common)
    }

    /// The numbers of the indicators of a scope, in the order of the source.
    pub(super) fn numbers(&self, scope: Scope) -> ListedRows {
        match scope {
            Scope::Common => self.common.clone(),
            scope => ListedRows::run(self.indicators(scope)),
        }
    }

    /// The run of indicators of a scope, in the order of the source; what is common is no run.
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

    /// The row of the sections pane that stands for the section of an indicator.
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
    counted: &[Vec<StatusCounts>],
) -> Vec<SectionRow> {
    let mut rows = vec![SectionRow { scope: Scope::All, counts: StatusCounts::default() }];
    if !common.is_empty() {
        let entries = common.iter().filter_map(|index| collection.get(index));
        let counts = entries.map(|entry| status(&entry.indicator())).collect();
        rows.push(SectionRow { scope: Scope::Common, counts });
    }
    let several = counted.len() > 1;
    for (dataset, sections) in counted.iter().enumerate() {
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

/// What a single pass over all indicators tells.
#[derive(Debug, Default)]
struct Counted {
    /// How many are of which status, for each section of each dataset.
    sections: Vec<Vec<StatusCounts>>,
    greatest_percent: Option<Decimal>,
    figure_width: FigureWidth,
}

impl Counted {
    fn of(collection: &Collection) -> Self {
        let mut counted = Self::default();
        for dataset in collection.datasets() {
            let mut sections = Vec::with_capacity(dataset.sections.len());
            for section in &dataset.sections {
                let part = Part::of_run(&dataset.indicators, section.indicators.clone());
                counted.greatest_percent = counted.greatest_percent.max(part.greatest_percent);
                counted.figure_width = counted.figure_width.max(part.figure_width);
                sections.push(part.counts);
            }
            counted.sections.push(sections);
        }
        counted
    }

    /// The next ten above the greatest percent of plan, within 120 and 200: what lies past that is
    /// drawn as running off the scale rather than pressing all others together.
    fn scale_end(&self) -> u32 {
        let tens =
            self.greatest_percent.and_then(|percent| (percent / Decimal::TEN).floor().to_u32());
        tens.unwrap_or(0).saturating_add(1).saturating_mul(10).clamp(120, 200)
    }
}

/// What a run of indicators tells.
#[derive(Debug, Clone, Copy, Default)]
struct Part {
    counts: StatusCounts,
    greatest_percent: Option<Decimal>,
    figure_width: FigureWidth,
}

impl Part {
    /// Counts a run, a long one in two halves at a time: a table of a million rows is waited for.
    fn of_run(indicators: &Indicators, run: Range<usize>) -> Self {
        const LONG: usize = 50_000;
        if run.len() <= LONG {
            return Self::count(indicators, run);
        }
        let middle = run.start + run.len() / 2;
        thread::scope(|scope| {
            let behind = scope.spawn(|| Self::count(indicators, middle..run.end));
            let before = Self::count(indicators, run.start..middle);
            before.plus(behind.join().unwrap_or_else(|panic| resume_unwind(panic)))
        })
    }

    fn count(indicators: &Indicators, run: Range<usize>) -> Self {
        let mut part = Self::default();
        indicators.each(run, |indicator| {
            part.counts.add(status(indicator));
            part.greatest_percent = part.greatest_percent.max(percent_of_plan(indicator));
            part.figure_width.hold(indicator);
        });
        part
    }

    fn plus(self, other: Self) -> Self {
        Self {
            counts: self.counts.plus(other.counts),
            greatest_percent: self.greatest_percent.max(other.greatest_percent),
            figure_width: self.figure_width.max(other.figure_width),
        }
    }
}

impl FigureWidth {
    /// What both fit into.
    fn max(self, other: Self) -> Self {
        Self { plain: self.plain.max(other.plain), estimate: self.estimate.max(other.estimate) }
    }

    /// Widens the column so that the figure of an indicator fits.
    fn hold(&mut self, indicator: &Indicator) {
        let Some(figure) = indicator.figure() else { return };
        // A score stands before the top of its scale: 43.35/80.
        let scale = indicator.scale.map_or(0, |scale| 1 + format_number::width(scale));
        let taken = format_number::width(figure) + scale;
        let column = if indicator.estimate { &mut self.estimate } else { &mut self.plain };
        *column = taken.max(*column);
    }
}
