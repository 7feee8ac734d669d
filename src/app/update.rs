//! The effect of each action on the state: `(App, Action) → App`.

use super::comparison::Way;
use super::{
    Action, App, Axis, Edit, Effect, Filter, Notice, Pane, PickerKind, Scope, Scroll, Search, Sort,
    SortBy, StatusFilter, Step, Top, sort_filter,
};

impl App {
    /// Applies one action and returns the effect that it needs outside of the state.
    pub fn update(&mut self, action: Action) -> Option<Effect> {
        // An action that no user triggered leaves the notice for the user to read.
        if !matches!(action, Action::ContinueSearch | Action::Receive(_)) {
            self.notice = None;
        }
        // With new data the numbers change: `replace_catalog` decides about the detail itself.
        let same_data = !matches!(action, Action::Receive(_));
        let before = self.selected();
        let effect = self.act(action);
        if same_data && self.selected() != before {
            self.detail = Scroll::default();
        }
        effect
    }

    pub(super) fn act(&mut self, action: Action) -> Option<Effect> {
        match action {
            Action::Move(step) => self.step(step),
            Action::NextPane => self.focus = self.pane_after(),
            Action::PreviousPane => self.focus = self.pane_before(),
            Action::PaneLeft => self.left(),
            Action::PaneRight => self.right(),
            Action::Focus(pane) => self.focus = pane,
            Action::NextIndicator => self.step_indicators(Step::Down),
            Action::PreviousIndicator => self.step_indicators(Step::Up),
            Action::Open => return self.open(),
            Action::Back => self.back(),
            Action::Search => {
                self.search = Some(Search::open(&self.catalog, self.slice, self.selected()));
            }
            Action::Edit(edit) => self.edit(edit),
            Action::Complete => self.complete_query(),
            Action::ContinueSearch => self.continue_search(),
            Action::Paste(text) => self.paste(&text),
            Action::Overview => self.toggle_overview(),
            Action::Compare => self.toggle_comparison(),
            Action::Turn => self.turn_comparison(Way::Forwards),
            Action::TurnBack => self.turn_comparison(Way::Backwards),
            Action::NextMeasure => self.next_measure(),
            Action::SortRows => self.sort_compared_rows(),
            Action::SortColumns => self.sort_compared_columns(),
            Action::Mark => self.toggle_mark(),
            Action::ClearMarks => self.clear_marks(),
            Action::OnlyMarked => self.list_marked(),
            Action::OnlyToReview => self.list_to_review(),
            Action::Text
            | Action::NextOpenNumber
            | Action::Accept
            | Action::SetAside
            | Action::MakeIndicator
            | Action::Undo
            | Action::EditText => return self.act_on_text(&action),
            Action::PickSort => self.pick(PickerKind::Sort),
            Action::PickStatus => self.pick(PickerKind::Filter),
            Action::PickColumns => self.pick(PickerKind::Columns),
            Action::PickDataset => self.pick(PickerKind::Dataset),
            Action::PickPeriod => self.pick(PickerKind::Period),
            Action::PickPlace => self.pick(PickerKind::Place),
            Action::ToggleColumn(column) => self.toggle_column(column),
            Action::ToggleFold => self.toggle_fold(),
            Action::FoldAll(folded) => self.fold_all(folded),
            Action::NextPeriod => self.step_along(Axis::Period, Step::Down),
            Action::PreviousPeriod => self.step_along(Axis::Period, Step::Up),
            Action::NextPlace => self.step_along(Axis::Place, Step::Down),
            Action::PreviousPlace => self.step_along(Axis::Place, Step::Up),
            Action::SwitchTo(Scope::Slice(slice)) => self.go_to_slice(slice),
            Action::SwitchTo(scope) => self.switch_to(scope),
            Action::SortBy(by) => self.sort_by(by),
            Action::Filter(filter) => self.filter_by(filter),
            Action::Reset if !self.can(&Action::Reset) => {
                self.notice = Some(Notice::NothingToReset);
            }
            Action::Reset => {
                self.relist(|app| (app.filter, app.sort) = (Filter::default(), Sort::SOURCE));
            }
            Action::NotHere => self.notice = Some(Notice::NotHere),
            Action::Copy => return self.copy(),
            Action::Help => self.help = self.help.is_none().then(Scroll::default),
            Action::Mouse => return Some(self.toggle_mouse()),
            Action::Theme => {
                self.preferences.theme = self.preferences.theme.next();
                self.notice = Some(Notice::Theme(self.preferences.theme));
            }
            Action::Language => self.preferences.lang = self.preferences.lang.other(),
            Action::Redraw => return Some(Effect::Redraw),
            Action::Reload if !self.reloads => self.notice = Some(Notice::NothingToReload),
            Action::Reload => return Some(Effect::Reload),
            Action::Receive(update) => self.receive(update),
            Action::Suspend => return self.suspends.then_some(Effect::Suspend),
            Action::Quit => return Some(Effect::Quit),
            Action::Click { at, double } => return self.click(at, double),
            Action::Wheel { at, down } => self.wheel(at, down),
            Action::Drag => self.notice = Some(Notice::Dragged),
        }
        None
    }

    /// Moves in what is on top.
    pub(super) fn step(&mut self, step: Step) {
        match self.top() {
            Top::Help => {
                if let Some(help) = &mut self.help {
                    help.step(step);
                }
            }
            Top::Picker | Top::FieldPicker => {
                if let Some(picker) = &mut self.picker {
                    picker.step(step);
                }
            }
            Top::Search => {
                if let Some(search) = &mut self.search {
                    search.step(step);
                }
            }
            Top::Comparison => self.step_comparison(step),
            Top::Text => self.step_text(step),
            Top::Overview => self.step_overview(step),
            Top::Panes => match self.focus {
                Pane::Sections => self.step_sections(step),
                Pane::Indicators => self.step_indicators(step),
                Pane::Detail => self.detail.step(step),
            },
        }
    }

    pub(super) fn step_sections(&mut self, step: Step) {
        let mut list = self.sections;
        list.step(step, self.section_rows().len());
        self.select_section(list.selected);
    }

    pub(super) fn step_indicators(&mut self, step: Step) {
        self.indicators.step(step, self.rows.len());
    }

    /// Selects a row of the sections pane and lists its indicators.
    pub(super) fn select_section(&mut self, row: usize) {
        self.relist(|app| {
            app.sections.selected = row;
            app.sections.clamp(app.section_rows().len());
        });
    }

    /// Applies a change of section, filter or sort, and keeps the selected indicator if it is still listed.
    pub(super) fn relist(&mut self, change: impl FnOnce(&mut Self)) {
        let selected = self.rows.get(self.indicators.selected);
        change(self);
        self.list();
        let kept = selected.and_then(|indicator| self.rows.position(indicator));
        self.indicators.selected = kept.unwrap_or(0);
        self.list_overview();
        self.rebuild_comparison(Some);
    }

    /// Lists the indicators of the selected section.
    pub(super) fn list(&mut self) {
        let scope = self.section_row().scope;
        self.rows = sort_filter::rows(&self.catalog, scope, &self.filter, self.sort, &self.folds);
        let tree = &self.catalog.tree;
        // Of an unfiltered list the section knows them.
        let counts = !tree.is_flat() && !self.filter.is_everything();
        let parts = || self.rows.iter().filter(|index| tree.depth(*index) > 0).count();
        self.listed_parts = if counts { parts() } else { 0 };
    }

    fn pane_after(&self) -> Pane {
        match self.focus {
            Pane::Sections => Pane::Indicators,
            Pane::Indicators => Pane::Detail,
            Pane::Detail => Pane::Sections,
        }
    }

    fn pane_before(&self) -> Pane {
        match self.focus {
            Pane::Sections => Pane::Detail,
            Pane::Indicators => Pane::Sections,
            Pane::Detail => Pane::Indicators,
        }
    }

    /// Moves the focus one pane left; in the overview, selects the start of this or the previous section.
    fn left(&mut self) {
        match self.top() {
            Top::Comparison => self.step_comparison_across(Step::Up),
            Top::Overview => self.overview_section_back(),
            Top::Panes if self.focus == Pane::Detail => self.focus = Pane::Indicators,
            Top::Panes => self.focus = Pane::Sections,
            Top::Search | Top::Text | Top::Picker | Top::FieldPicker | Top::Help => {}
        }
    }

    /// Moves the focus one pane right; in the overview, selects the start of the next section.
    fn right(&mut self) {
        match self.top() {
            Top::Comparison => self.step_comparison_across(Step::Down),
            Top::Overview => self.overview_section_on(),
            Top::Panes if self.focus == Pane::Sections => self.focus = Pane::Indicators,
            Top::Panes => self.focus = Pane::Detail,
            Top::Search | Top::Text | Top::Picker | Top::FieldPicker | Top::Help => {}
        }
    }

    pub(super) fn open(&mut self) -> Option<Effect> {
        match self.top() {
            Top::Help => {}
            Top::Picker | Top::FieldPicker => {
                return self.choose(self.picker.as_ref()?.list.selected);
            }
            // Enter opens the best hit of the whole query, even if it was typed faster than it was searched.
            Top::Search => {
                self.search.as_mut()?.finish(&self.catalog);
                self.go_to(self.selected()?);
            }
            Top::Comparison => self.open_compared(),
            Top::Overview => self.open_from_view(self.selected()?),
            Top::Text => self.go_to(self.selected()?),
            Top::Panes => self.right(),
        }
        None
    }

    /// Applies a choice of the open picker.
    pub(super) fn choose(&mut self, row: usize) -> Option<Effect> {
        let picker = self.picker.as_mut()?;
        picker.list.selected = row;
        let action = picker.choice(row)?;
        self.act(action)
    }

    /// Selects an indicator in the indicators pane; changes the slice or the section, clears the filter or unfolds
    /// its whole if they hide it.
    pub(super) fn go_to(&mut self, indicator: usize) {
        self.search = None;
        self.text = None;
        self.comparison = None;
        self.overview = None;
        self.came_from = None;
        let own = self.catalog.slices.of_dataset(self.catalog.collection.dataset_of(indicator));
        let is_elsewhere = self.slice.is_some() && self.slice != own;
        if is_elsewhere || self.section_of_list_lacks(indicator) {
            let slice = if is_elsewhere { own } else { self.slice };
            let row = self.catalog.section_row_of(slice, indicator);
            self.relist(|app| (app.slice, app.sections.selected) = (slice, row));
        }
        self.unfold_to(indicator);
        if self.rows.position(indicator).is_none() {
            self.relist(|app| app.filter = Filter::default());
            self.notice = Some(Notice::FilterCleared);
        }
        let row = self.rows.position(indicator);
        self.indicators.selected = row.unwrap_or(0);
        // Where only one pane fits, the detail is what the user wants to see.
        self.focus = if self.frame.detail.is_some() { Pane::Indicators } else { Pane::Detail };
    }

    fn section_of_list_lacks(&self, indicator: usize) -> bool {
        self.catalog.numbers(self.section_row().scope).position(indicator).is_none()
    }

    /// Goes one step back: closes what is on top, returns to the view that the indicator was opened from, leaves the
    /// detail, clears the filter, clears the sort, then
    /// moves the focus to the sections.
    fn back(&mut self) {
        match (self.top(), self.focus) {
            (Top::Help, _) => self.help = None,
            (Top::Picker | Top::FieldPicker, _) => self.picker = None,
            (Top::Search, _) => self.search = None,
            (Top::Text, _) => self.close_text(),
            (Top::Comparison, _) => self.comparison = None,
            (Top::Overview, _) => self.overview = None,
            // The notice about the data was seen.
            _ if self.unseen.is_some() => self.unseen = None,
            _ if self.return_to_view() => {}
            (Top::Panes, Pane::Detail) => self.focus = Pane::Indicators,
            _ if !self.filter.is_everything() => self.relist(|app| app.filter = Filter::default()),
            _ if self.sort != Sort::SOURCE => self.relist(|app| app.sort = Sort::SOURCE),
            (Top::Panes, Pane::Indicators) => self.focus = Pane::Sections,
            (Top::Panes, Pane::Sections) => {}
        }
    }

    fn edit(&mut self, edit: Edit) {
        match self.top() {
            Top::FieldPicker => self.type_in_picker(edit),
            Top::Search => self.edit_query(edit),
            Top::Panes | Top::Overview | Top::Comparison | Top::Text | Top::Picker | Top::Help => {}
        }
    }

    fn edit_query(&mut self, edit: Edit) {
        let Some(search) = &mut self.search else {
            return;
        };
        if edit == Edit::Backspace && search.field.text().is_empty() {
            self.search = None;
            return;
        }
        let is_at_end = search.field.before_cursor().len() == search.field.text().len();
        if edit == Edit::Right && is_at_end && search.complete(&self.catalog) {
            return;
        }
        let before = search.field.text().to_owned();
        search.field.edit(edit);
        search.in_hits = false;
        if search.field.text() != before {
            search.refresh(&self.catalog);
        }
    }

    fn complete_query(&mut self) {
        if let Some(search) = &mut self.search {
            search.complete(&self.catalog);
        }
    }

    fn continue_search(&mut self) {
        if let Some(search) = &mut self.search {
            search.advance(&self.catalog);
        }
    }

    /// Inserts pasted text into the search field, which opens for it.
    fn paste(&mut self, text: &str) {
        match self.top() {
            Top::Help | Top::Picker | Top::Text => return,
            Top::FieldPicker => {
                let mut fits = true;
                self.edit_picker(|field| fits = field.paste(text));
                self.notice = (!fits).then_some(Notice::PasteCut);
                return;
            }
            Top::Panes | Top::Overview | Top::Comparison | Top::Search => {}
        }
        let open = || Search::open(&self.catalog, self.slice, None);
        let search = self.search.get_or_insert_with(open);
        if !search.field.paste(text) {
            self.notice = Some(Notice::PasteCut);
        }
        search.refresh(&self.catalog);
    }

    pub(super) fn sort_by(&mut self, by: SortBy) {
        self.picker = None;
        self.relist(|app| app.sort = app.sort.choose(by));
    }

    fn filter_by(&mut self, filter: StatusFilter) {
        self.picker = None;
        self.relist(|app| app.filter.status = filter);
    }

    fn list_marked(&mut self) {
        self.picker = None;
        let marks = Some(self.marks.clone()).filter(|_| self.filter.marked.is_none());
        self.relist(|app| app.filter.marked = marks);
    }

    fn list_to_review(&mut self) {
        self.picker = None;
        self.relist(|app| app.filter.to_review = !app.filter.to_review);
    }

    fn copy(&mut self) -> Option<Effect> {
        if self.selected().is_none() {
            self.notice = Some(Notice::NothingSelected);
            return None;
        }
        self.notice = Some(Notice::Copied);
        Some(Effect::Copy)
    }

    fn toggle_mouse(&mut self) -> Effect {
        self.preferences.mouse = !self.preferences.mouse;
        let on = self.preferences.mouse;
        self.notice = Some(if on { Notice::MouseOn } else { Notice::MouseOff });
        Effect::Mouse(on)
    }
}
