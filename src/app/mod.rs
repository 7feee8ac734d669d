//! The state of the explorer: no I/O, no clock, and of terminal types only keys and positions.
//!
//! [`App::update`] applies one [`Action`] to the state and returns an [`Effect`] if something must be done
//! outside of it. [`App::settle`] receives what the last frame showed. Every behaviour can therefore be
//! tested without a terminal:
//!
//! ```
//! # use std::sync::Arc;
//! # use chitieu::app::{Action, App, Catalog, Lang, Preferences, Step, Theme};
//! # use chitieu::{dataset, model::Collection};
//! # let collection = Collection::new(vec![dataset::embedded().unwrap()]);
//! # let catalog = Arc::new(Catalog::new(collection));
//! # let (lang, theme) = (Lang::Vietnamese, Theme::None);
//! # let preferences = Preferences { lang, theme, ascii: false, mouse: true };
//! let mut app = App::new(catalog, preferences);
//! app.update(Action::Move(Step::Down));
//! assert_eq!(app.selected(), Some(1));
//! ```

mod action;
mod came_from;
mod catalog;
mod change_before;
mod comparison;
mod data_update;
mod draft_change;
mod filter;
mod filter_choices;
mod folding;
mod folds;
mod frame_layout;
pub mod keymap;
mod list;
mod list_column;
mod listed;
mod load_error;
mod location;
mod marking;
mod marks;
mod mouse;
mod named;
mod notice;
mod overview_rows;
mod pane;
mod picker;
mod preferences;
mod report_text;
mod search;
mod series;
mod shared_catalog;
mod slice_switch;
mod sort_filter;
mod text_field;
mod top;
mod tree_order;
mod update;

use std::sync::Arc;

pub use action::{Action, Effect};
pub(crate) use came_from::CameFrom;
pub use catalog::Catalog;
pub use catalog::asked_places::asked_places;
pub use catalog::axes::Axis;
pub use catalog::between_tables::{NearBy, NearIndicators};
pub use catalog::dictionary::Dictionary;
pub use catalog::hidden::Hidden;
pub use catalog::labels::{DatasetLabel, DatasetLabels};
pub use catalog::named_slices::{are_answers, are_meant, with_named_slice};
pub use catalog::place_groups::{PlaceGroup, most_frequent};
pub use catalog::plan_periods::{CommonPeriod, PlanPeriods};
pub use catalog::section_rows::{Scope, SectionRow, has_sections};
pub use catalog::slices::{Slice, Slices};
pub use catalog::summary::{DetailWidth, FigureWidth};
pub use catalog::tree::Tree;
pub use change_before::ChangeBefore;
pub use comparison::{
    Cell, ColumnSummary, Comparison, Extremes, Figure, FigureKind, Figures, Grid, Head, HeadWidths,
    Measure, Order, OrderBy, Turn, Weighing, main_group,
};
pub use data_update::DataUpdate;
pub use draft_change::{DraftChange, EditTarget, NotSaved};
pub use filter::{Filter, STATUS_FILTERS, StatusFilter};
pub(crate) use folds::Folds;
pub use frame_layout::{ComparisonView, FrameLayout, Target};
pub use list::{List, Scroll, Step, View};
pub(crate) use list_column::HiddenColumns;
pub use list_column::ListColumn;
pub use listed::ListedRows;
pub use load_error::LoadError;
pub use location::LocationError;
pub use marks::Marks;
pub use named::NamedIndicators;
pub use notice::Notice;
pub use overview_rows::{OverviewRows, OverviewSection};
pub use pane::Pane;
pub use picker::{Picker, PickerKind};
pub use preferences::{Lang, Preferences, Theme};
pub use report_text::decisions::Decisions;
pub use report_text::open_text::OpenText;
pub use search::Search;
pub use series::periods_of;
pub use sort_filter::{Sort, SortBy};
pub use text_field::{Edit, MAX_CHARS, TextField};
pub use top::Top;

use shared_catalog::SharedCatalog;

use crate::model::Entry;

/// The state of one session: positions, preferences and what is open, over a catalog that sessions share.
#[derive(Debug, Clone, PartialEq)]
pub struct App {
    catalog: SharedCatalog,
    preferences: Preferences,
    focus: Pane,
    /// The slice that is listed; `None` if all datasets are.
    slice: Option<usize>,
    /// The indicator that a walk through slices began with, and the one that is shown for it where a slice lacks it.
    wanted: Option<(usize, usize)>,
    folds: Folds,
    hidden_columns: HiddenColumns,
    sections: List,
    indicators: List,
    detail: Scroll,
    sort: Sort,
    filter: Filter,
    marks: Marks,
    /// The numbers of the listed indicators: the selected section, filtered and sorted.
    rows: ListedRows,
    /// The number of parts among the rows of a filtered list.
    listed_parts: usize,
    overview: Option<List>,
    overview_rows: OverviewRows,
    comparison: Option<Comparison>,
    /// The view that the selected indicator was opened from.
    came_from: Option<Box<CameFrom>>,
    search: Option<Search>,
    text: Option<OpenText>,
    decisions: Decisions,
    picker: Option<Picker>,
    help: Option<Scroll>,
    notice: Option<Notice>,
    /// What is wrong with the data, until the user has seen it.
    unseen: Option<Notice>,
    /// The percentage of the files that is read, while only their first rows are shown.
    loading: Option<u8>,
    /// Why files could not be reloaded or opened.
    load_error: Option<LoadError>,
    frame: FrameLayout,
    /// Whether the program can suspend itself to a shell.
    suspends: bool,
    /// Whether there are files that can be reloaded.
    reloads: bool,
    /// Whether decisions about drafts can be written to their files.
    saves: bool,
    /// Whether the user may only read the open data and do nothing else on this machine.
    restricted: bool,
}

impl App {
    /// Opens with all indicators listed and the first one selected.
    #[must_use]
    pub fn new(catalog: Arc<Catalog>, preferences: Preferences) -> Self {
        let (slice, folds) = (catalog.first_slice(), Folds::default());
        let scope = catalog.section_rows(slice)[0].scope;
        let rows = sort_filter::rows(&catalog, scope, &Filter::default(), Sort::SOURCE, &folds);
        let unseen = Notice::of(&catalog);
        Self {
            catalog: SharedCatalog(catalog),
            preferences,
            focus: Pane::Indicators,
            slice,
            wanted: None,
            folds,
            hidden_columns: HiddenColumns::default(),
            sections: List::default(),
            indicators: List::default(),
            detail: Scroll::default(),
            sort: Sort::SOURCE,
            filter: Filter::default(),
            marks: Marks::default(),
            rows,
            listed_parts: 0,
            overview: None,
            overview_rows: OverviewRows::default(),
            comparison: None,
            came_from: None,
            search: None,
            text: None,
            decisions: Decisions::default(),
            picker: None,
            help: None,
            notice: None,
            unseen,
            loading: None,
            load_error: None,
            frame: FrameLayout::default(),
            suspends: true,
            reloads: false,
            saves: false,
            restricted: false,
        }
    }

    /// Opens with some of the files only; `error` says why the others could not be opened.
    #[must_use]
    pub fn with_load_error(self, error: LoadError) -> Self {
        Self { load_error: Some(error), ..self }
    }

    /// Opens for a user who may only read: no action reaches the machine that the explorer runs on.
    #[must_use]
    pub fn restricted(self) -> Self {
        Self { restricted: true, reloads: false, saves: false, ..self.without_suspend() }
    }

    /// Opens with the comparison, or with a notice if there is nothing to compare.
    #[must_use]
    pub fn comparing(mut self) -> Self {
        if let Some(indicator) = self.catalog.first_common() {
            self.show_common(indicator);
        }
        self.toggle_comparison();
        self
    }

    /// Opens on the first rows of files while the rest is being read.
    #[must_use]
    pub fn while_loading(self) -> Self {
        Self { loading: Some(0), ..self }
    }

    /// Opens on files that can be reloaded.
    #[must_use]
    pub fn with_reload(self) -> Self {
        Self { reloads: true, ..self }
    }

    /// Opens where the program cannot suspend itself to a shell.
    #[must_use]
    pub fn without_suspend(self) -> Self {
        Self { suspends: false, ..self }
    }

    /// Whether the user may only read the open data.
    #[must_use]
    pub fn is_restricted(&self) -> bool {
        self.restricted
    }

    /// Whether the program can suspend itself to a shell.
    #[must_use]
    pub fn may_suspend(&self) -> bool {
        self.suspends
    }

    /// The datasets and what is computed once from them.
    #[must_use]
    pub fn catalog(&self) -> &Catalog {
        &self.catalog
    }

    /// The language, the theme, and whether ASCII and the mouse are on.
    #[must_use]
    pub fn preferences(&self) -> Preferences {
        self.preferences
    }

    /// Whether the program wants mouse events.
    #[must_use]
    pub fn mouse_on(&self) -> bool {
        self.preferences.mouse
    }

    /// The pane with the focus.
    #[must_use]
    pub fn focus(&self) -> Pane {
        self.focus
    }

    /// The position in the sections pane.
    #[must_use]
    pub fn sections(&self) -> List {
        self.sections
    }

    /// The position in the indicators pane.
    #[must_use]
    pub fn indicators(&self) -> List {
        self.indicators
    }

    /// The scroll position of the detail.
    #[must_use]
    pub fn detail(&self) -> Scroll {
        self.detail
    }

    /// The sort order of the indicators.
    #[must_use]
    pub fn sort(&self) -> Sort {
        self.sort
    }

    /// Which indicators are listed.
    #[must_use]
    pub fn filter(&self) -> &Filter {
        &self.filter
    }

    /// The numbers of the listed indicators.
    #[must_use]
    pub fn rows(&self) -> &ListedRows {
        &self.rows
    }

    /// The position in the overview, if it is open.
    #[must_use]
    pub fn overview(&self) -> Option<List> {
        self.overview
    }

    /// The search, if it is open.
    #[must_use]
    pub fn search(&self) -> Option<&Search> {
        self.search.as_ref()
    }

    /// Whether a search is unfinished; [`Action::ContinueSearch`] does its next chunk.
    #[must_use]
    pub fn is_searching(&self) -> bool {
        self.search.as_ref().is_some_and(Search::is_running)
    }

    /// The picker, if one is open.
    #[must_use]
    pub fn picker(&self) -> Option<&Picker> {
        self.picker.as_ref()
    }

    /// The scroll position of the help, if it is open.
    #[must_use]
    pub fn help(&self) -> Option<Scroll> {
        self.help
    }

    /// The notice in the footer, if there is one.
    #[must_use]
    pub fn notice(&self) -> Option<Notice> {
        self.notice.or(self.unseen)
    }

    /// The percentage of the files that is read, while only their first rows are shown.
    #[must_use]
    pub fn loading(&self) -> Option<u8> {
        self.loading
    }

    /// Why files could not be reloaded or opened.
    #[must_use]
    pub fn load_error(&self) -> Option<&LoadError> {
        self.load_error.as_ref()
    }

    /// The selected row of the sections pane; the first row, all indicators, always exists.
    #[must_use]
    pub fn section_row(&self) -> SectionRow {
        let rows = self.section_rows();
        rows.get(self.sections.selected).copied().unwrap_or(rows[0])
    }

    /// The number of parts among the rows of a filtered list; 0 for any other.
    #[must_use]
    pub fn listed_parts(&self) -> usize {
        self.listed_parts
    }

    /// The number of the selected indicator: of the search, else of the overview, else of the list.
    #[must_use]
    pub fn selected(&self) -> Option<usize> {
        match self.body() {
            Top::Search => self.hit_number(self.search.as_ref()?.list.selected),
            Top::Text => self.selected_in_text(),
            Top::Comparison => self.comparison.as_ref()?.selected(),
            Top::Overview => self.selected_in_overview(),
            _ => self.rows.get(self.indicators.selected),
        }
    }

    /// The selected indicator.
    #[must_use]
    pub fn selected_entry(&self) -> Option<Entry<'_>> {
        self.catalog.collection.get(self.selected()?)
    }
}
