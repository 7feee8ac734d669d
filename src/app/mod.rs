//! The state of the explorer: no I/O, no clock, no terminal types but keys and places.
//!
//! [`App::update`] takes one [`Action`] and changes the state; what is to be done outside is
//! returned as an [`Effect`]. What a frame showed comes back through [`App::settle`]. So every
//! behaviour can be tested without a terminal:
//!
//! ```
//! # use std::sync::Arc;
//! # use chitieu::app::{Action, App, Choices, Lang, Pane, Shared, Step, Theme};
//! # use chitieu::{dataset, model::Collection};
//! # let collection = Collection::new(vec![dataset::embedded().unwrap()]);
//! # let shared = Arc::new(Shared::new(collection));
//! # let choices = Choices { lang: Lang::Vietnamese, theme: Theme::None, ascii: false, mouse: true };
//! let mut app = App::new(shared, choices);
//! app.update(Action::Move(Step::Down));
//! assert_eq!(app.selected(), Some(1));
//! ```

mod action;
mod catalog;
mod data_update;
mod dataset_switch;
mod frame_layout;
pub mod keymap;
mod list;
mod listed;
mod mouse;
mod notice;
mod pane;
mod picker;
mod preferences;
mod search;
mod sort_filter;
mod text_field;
mod update;

use std::sync::Arc;

pub use action::{Action, Effect};
pub use catalog::hidden::Hidden;
pub use catalog::labels::labels;
pub use catalog::{Catalog, FigureWidth, Scope, SectionRow};
pub use data_update::DataUpdate;
pub use frame_layout::{FrameLayout, Target};
pub use list::{List, Scroll, Step, View};
pub use listed::ListedRows;
pub use notice::Notice;
pub use pane::Pane;
pub use picker::{Picker, PickerKind};
pub use preferences::{Lang, Preferences, Theme};
pub use search::Search;
pub use sort_filter::{STATUS_FILTERS, Sort, SortBy, StatusFilter};
pub use text_field::{Edit, MAX_CHARS, TextField};

use crate::model::Entry;

/// The state of one visit: positions and choices over shared data.
#[derive(Debug, Clone)]
pub struct App {
    shared: Arc<Catalog>,
    choices: Preferences,
    focus: Pane,
    sections: List,
    indicators: List,
    detail: Scroll,
    sort: Sort,
    filter: StatusFilter,
    /// The indicators listed, by number: what section, filter and sort make of the collection.
    rows: ListedRows,
    overview: Option<List>,
    search: Option<Search>,
    picker: Option<Picker>,
    help: Option<Scroll>,
    notice: Option<Notice>,
    /// How many percent are read of files whose first rows are shown.
    reading: Option<u8>,
    /// Why files could not be read anew.
    broken: Option<Arc<str>>,
    /// Some files could not be opened from the beginning.
    unopened: bool,
    drawn: FrameLayout,
    /// There is a shell to stop for.
    suspends: bool,
    /// There are files that can be read anew.
    reloads: bool,
    /// The visitor is a guest on this machine, who may look at what is open and do nothing else.
    restricted: bool,
}

impl App {
    /// Opens on all indicators, the first of them selected.
    #[must_use]
    pub fn new(shared: Arc<Catalog>, choices: Preferences) -> Self {
        let rows = sort_filter::rows(&shared, Scope::All, None, Sort::SOURCE);
        let notice = Notice::of(&shared);
        Self {
            shared,
            choices,
            focus: Pane::Indicators,
            sections: List::default(),
            indicators: List::default(),
            detail: Scroll::default(),
            sort: Sort::SOURCE,
            filter: None,
            rows,
            overview: None,
            search: None,
            picker: None,
            help: None,
            notice,
            reading: None,
            broken: None,
            unopened: false,
            drawn: FrameLayout::default(),
            suspends: true,
            reloads: false,
            restricted: false,
        }
    }

    /// Opens without files that could not be opened, for these reasons; the others are shown.
    #[must_use]
    pub fn without(self, complaint: Arc<str>) -> Self {
        Self { broken: Some(complaint), unopened: true, ..self }
    }

    /// Opens for a guest: nothing leads out of the explorer to the machine that it runs on.
    #[must_use]
    pub fn restricted(self) -> Self {
        Self { restricted: true, reloads: false, ..self.without_suspend() }
    }

    /// Opens on the indicators that several datasets have; where there are none, it says so.
    #[must_use]
    pub fn comparing(mut self) -> Self {
        match self.shared.common_row() {
            Some(row) => self.select_section(row),
            None => self.notice = Some(Notice::NothingCommon),
        }
        self
    }

    /// Opens on the first rows of files that are still being read.
    #[must_use]
    pub fn while_reading(self) -> Self {
        Self { reading: Some(0), ..self }
    }

    /// Opens over files that can be read anew.
    #[must_use]
    pub fn with_reload(self) -> Self {
        Self { reloads: true, ..self }
    }

    /// Opens where there is no shell to stop for.
    #[must_use]
    pub fn without_suspend(self) -> Self {
        Self { suspends: false, ..self }
    }

    /// Whether the visitor is a guest, who may look at what is open and do nothing else.
    #[must_use]
    pub fn is_restricted(&self) -> bool {
        self.restricted
    }

    /// Whether the program may stop for the shell.
    #[must_use]
    pub fn may_suspend(&self) -> bool {
        self.suspends
    }

    /// The data.
    #[must_use]
    pub fn shared(&self) -> &Catalog {
        &self.shared
    }

    /// How the program looks and speaks.
    #[must_use]
    pub fn choices(&self) -> Preferences {
        self.choices
    }

    /// Whether mouse events are wanted.
    #[must_use]
    pub fn mouse_on(&self) -> bool {
        self.choices.mouse
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

    /// How far the detail is scrolled.
    #[must_use]
    pub fn detail(&self) -> Scroll {
        self.detail
    }

    /// How the indicators are sorted.
    #[must_use]
    pub fn sort(&self) -> Sort {
        self.sort
    }

    /// Which statuses are listed.
    #[must_use]
    pub fn filter(&self) -> StatusFilter {
        self.filter
    }

    /// The numbers of the indicators listed.
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

    /// Whether a search is under way, to be gone on with by [`Action::SearchOn`].
    #[must_use]
    pub fn is_searching(&self) -> bool {
        self.search.as_ref().is_some_and(Search::is_under_way)
    }

    /// The picker, if one is open.
    #[must_use]
    pub fn picker(&self) -> Option<Picker> {
        self.picker
    }

    /// How far the help is scrolled, if it is open.
    #[must_use]
    pub fn help(&self) -> Option<Scroll> {
        self.help
    }

    /// What the user is to be told.
    #[must_use]
    pub fn notice(&self) -> Option<Notice> {
        self.notice
    }

    /// How many percent are read of files of which only the first rows are shown yet.
    #[must_use]
    pub fn reading(&self) -> Option<u8> {
        self.reading
    }

    /// Why files could not be read anew, while what they held before is shown.
    #[must_use]
    pub fn broken(&self) -> Option<&str> {
        self.broken.as_deref()
    }

    /// Whether what is wrong is of files that could not be opened from the beginning.
    #[must_use]
    pub fn is_unopened(&self) -> bool {
        self.unopened
    }

    /// The selected row of the sections pane.
    #[must_use]
    pub fn section_row(&self) -> SectionRow {
        // There is always a first row, for all indicators.
        self.shared.sections.get(self.sections.selected).copied().unwrap_or(self.shared.sections[0])
    }

    /// The number of the indicator that the selection stands on, wherever it is.
    #[must_use]
    pub fn selected(&self) -> Option<usize> {
        if let Some(search) = &self.search {
            search.selected()
        } else if let Some(overview) = self.overview {
            Some(overview.selected)
        } else {
            self.rows.get(self.indicators.selected)
        }
    }

    /// The indicator that the selection stands on.
    #[must_use]
    pub fn selected_entry(&self) -> Option<Entry<'_>> {
        self.shared.collection.get(self.selected()?)
    }
}

impl PartialEq for App {
    /// The same state over the same data; data is compared by identity.
    fn eq(&self, other: &Self) -> bool {
        let state = |app: &Self| {
            (
                (app.choices, app.focus, app.sections, app.indicators, app.detail),
                (app.sort, app.filter, app.rows.clone(), app.overview, app.search.clone()),
                (app.picker, app.help, app.notice, app.drawn.clone()),
                (app.reading, app.broken.clone(), app.unopened),
            )
        };
        Arc::ptr_eq(&self.shared, &other.shared) && state(self) == state(other)
    }
}
